//! Comparing what a control shows with what is wanted of it.

use super::{FieldState, Wanted};
use crate::locate::ids::{record_part, same_record};
use crate::locate::text::{Likeness, fold, likeness};
use crate::snapshot::ChoiceOption;

/// Which option of a choice is the wanted one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// The option with this index.
    Option(usize),
    /// None of them, or several with the same label.
    NotOffered,
}

/// Finds the wanted option: by record id where one is known, else by a label that is the same once folded. A close label is
/// another option: `Salesforce Integration` is not `Salesforce API Integration` (Salesforce fact §7).
#[must_use]
pub fn pick(options: &[ChoiceOption], wanted: &Wanted) -> Pick {
    let (record, labels): (Option<&str>, &[String]) = match wanted {
        Wanted::Option { record, labels } => (record.as_deref(), labels),
        Wanted::Text(label) => (None, std::slice::from_ref(label)),
        Wanted::Something(labels) => (None, labels),
        Wanted::Checked(_) => return Pick::NotOffered,
    };
    if let Some(record) = record {
        if let Some(at) = options
            .iter()
            .position(|option| same_record(record, &option.value))
        {
            return Pick::Option(at);
        }
        if options
            .iter()
            .any(|option| same_kind_of_record(record, &option.value))
        {
            // The list names records of this kind by their ids, and ours is not among them: the same label is another record.
            return Pick::NotOffered;
        }
    }
    labels
        .iter()
        .map(|label| by_label(options, label))
        .find(|found| *found != Pick::NotOffered)
        .unwrap_or(Pick::NotOffered)
}

fn by_label(options: &[ChoiceOption], label: &str) -> Pick {
    let mut same = options
        .iter()
        .enumerate()
        .filter(|(_, option)| likeness(label, &option.label) == Likeness::Same);
    match (same.next(), same.next()) {
        (Some((at, _)), None) => Pick::Option(at),
        _ => Pick::NotOffered,
    }
}

/// The first three characters of a record id tell its object.
fn same_kind_of_record(record: &str, value: &str) -> bool {
    match (record_part(record), record_part(value)) {
        (Some(record), Some(value)) => record.get(..3) == value.get(..3),
        _ => false,
    }
}

/// The state of a choice. `by_user`: a person changed it while Waymark watched.
#[must_use]
pub fn choice_state(options: &[ChoiceOption], wanted: &Wanted, by_user: bool) -> FieldState {
    let chosen = options.iter().position(|option| option.selected);
    if matches!(wanted, Wanted::Something(_)) {
        let any = chosen
            .and_then(|at| options.get(at))
            .filter(|option| !is_none(option));
        return any.map_or(FieldState::Empty, |_| FieldState::Matches);
    }
    match (pick(options, wanted), chosen) {
        // In a list of several others may be chosen as well.
        (Pick::Option(wanted), _) if options.get(wanted).is_some_and(|option| option.selected) => {
            FieldState::Matches
        }
        (Pick::NotOffered, _) if !by_user => FieldState::NotOffered,
        (_, Some(chosen)) => match options.get(chosen) {
            Some(option) if !is_none(option) => FieldState::Differs {
                seen: shortened(&option.label),
                by_user,
            },
            _ => FieldState::Empty,
        },
        (_, None) => FieldState::Empty,
    }
}

/// The option that stands for no choice: an empty value, or dashes around its label as in `--None--`.
fn is_none(option: &ChoiceOption) -> bool {
    let label = option.label.trim();
    label.is_empty() || option.value.is_empty() || (label.starts_with("--") && label.ends_with("--"))
}

/// The state of a text box.
#[must_use]
pub fn text_state(value: &str, wanted: &Wanted, by_user: bool) -> FieldState {
    let seen = value.trim();
    let matches = match wanted {
        Wanted::Text(text) => seen == text.trim(),
        Wanted::Option { labels, .. } => labels.iter().any(|label| fold(label) == fold(seen)),
        Wanted::Something(_) => !seen.is_empty(),
        Wanted::Checked(_) => false,
    };
    if matches {
        FieldState::Matches
    } else if seen.is_empty() {
        FieldState::Empty
    } else {
        FieldState::Differs {
            seen: shortened(seen),
            by_user,
        }
    }
}

/// The state of a check box or switch.
#[must_use]
pub fn checked_state(checked: bool, wanted: &Wanted, by_user: bool) -> FieldState {
    match wanted {
        Wanted::Checked(wanted) if *wanted == checked => FieldState::Matches,
        Wanted::Checked(_) if !by_user => FieldState::Empty,
        _ => FieldState::Differs {
            seen: String::from(if checked { "☑" } else { "☐" }),
            by_user,
        },
    }
}

/// At most 80 characters, the white space folded.
fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(rows: &[(&str, &str, bool)]) -> Vec<ChoiceOption> {
        rows.iter()
            .map(|&(value, label, selected)| ChoiceOption {
                value: value.into(),
                label: label.into(),
                selected,
            })
            .collect()
    }

    #[test]
    fn something_is_anything_but_empty() {
        let something = Wanted::Something(vec!["E-Mail".into(), "Email".into()]);
        let none = ("", "Choose a field", true);
        let email = ("email", "Email", false);
        assert_eq!(
            choice_state(&options(&[none, email]), &something, false),
            FieldState::Empty
        );
        let (none, email) = (("", "Choose a field", false), ("email", "Email", true));
        assert_eq!(
            choice_state(&options(&[none, email]), &something, true),
            FieldState::Matches
        );
        assert_eq!(pick(&options(&[none, email]), &something), Pick::Option(1));
        assert_eq!(
            pick(&options(&[none, email]), &Wanted::Something(Vec::new())),
            Pick::NotOffered
        );
        assert_eq!(text_state(" ", &something, false), FieldState::Empty);
        assert_eq!(text_state("x", &something, true), FieldState::Matches);
    }

    fn wanted(record: Option<&str>, labels: &[&str]) -> Wanted {
        Wanted::Option {
            record: record.map(str::to_owned),
            labels: labels.iter().map(|&label| label.to_owned()).collect(),
        }
    }

    fn licences() -> Vec<ChoiceOption> {
        options(&[
            ("", "--None--", true),
            ("0PLxx0000000001", "Salesforce Integration", false),
            ("0PLxx0000000002", "Salesforce API Integration", false),
        ])
    }

    #[test]
    fn a_record_decides_before_a_label() {
        let by_record = wanted(Some("0PLxx0000000002GAQ"), &["Salesforce API インテグレーション"]);
        assert_eq!(pick(&licences(), &by_record), Pick::Option(2));
        let other_record = wanted(Some("0PLxx0000000009"), &["Salesforce API Integration"]);
        assert_eq!(pick(&licences(), &other_record), Pick::NotOffered);
        let other_kind = wanted(Some("100xx0000000009"), &["Salesforce API Integration"]);
        assert_eq!(pick(&licences(), &other_kind), Pick::Option(2));
    }

    #[test]
    fn look_alikes_are_not_the_option() {
        let api = wanted(None, &["Salesforce API Integration"]);
        assert_eq!(pick(&licences(), &api), Pick::Option(2));
        assert_eq!(pick(&licences()[..2], &api), Pick::NotOffered);
        let plain = wanted(None, &["salesforce  INTEGRATION"]);
        assert_eq!(pick(&licences(), &plain), Pick::Option(1));
    }

    #[test]
    fn labels_are_tried_in_their_order_and_must_be_unique() {
        let list = options(&[("a", "保存", false), ("b", "Lead", false), ("c", "Lead", false)]);
        assert_eq!(pick(&list, &wanted(None, &["Save", "保存"])), Pick::Option(0));
        assert_eq!(pick(&list, &wanted(None, &["Lead"])), Pick::NotOffered);
    }

    #[test]
    fn the_state_of_a_choice_is_what_it_shows() {
        let api = wanted(None, &["Salesforce API Integration"]);
        assert_eq!(choice_state(&licences(), &api, false), FieldState::Empty);
        let mut list = licences();
        list[0].selected = false;
        list[1].selected = true;
        let seen = "Salesforce Integration".to_owned();
        assert_eq!(
            choice_state(&list, &api, true),
            FieldState::Differs { seen, by_user: true }
        );
        list[1].selected = false;
        list[2].selected = true;
        assert_eq!(choice_state(&list, &api, true), FieldState::Matches);
        assert_eq!(choice_state(&list[..2], &api, false), FieldState::NotOffered);
    }

    #[test]
    fn the_state_of_a_text_is_its_value() {
        let wanted = Wanted::Text("Jotform Integration".into());
        assert_eq!(
            text_state(" Jotform Integration ", &wanted, false),
            FieldState::Matches
        );
        assert_eq!(text_state("", &wanted, true), FieldState::Empty);
        let seen = "jotform integration".to_owned();
        assert_eq!(
            text_state("jotform integration", &wanted, false),
            FieldState::Differs { seen, by_user: false }
        );
    }

    #[test]
    fn the_state_of_a_check_box_is_its_tick() {
        assert_eq!(
            checked_state(true, &Wanted::Checked(true), false),
            FieldState::Matches
        );
        assert_eq!(
            checked_state(false, &Wanted::Checked(true), false),
            FieldState::Empty
        );
        assert!(matches!(
            checked_state(true, &Wanted::Checked(false), true),
            FieldState::Differs { by_user: true, .. }
        ));
    }
}
