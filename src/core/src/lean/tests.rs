//! What is written small is read back the same, and what is cut or made up is refused.

use super::read;
use crate::field::{Control, FieldTask, Wanted};
use crate::inputs::InputKey;
use crate::message::{Anchor, CardAction, FrameTask, Show, ToContent};
use crate::target::Target;
use crate::view::{CardButton, CardView, FieldWords, Notice, Tone};
use crate::wire::{Unreadable, write};

/// A value in which every text is another one and no list is empty: what serde's own tracer would be told, counted up.
fn told() -> Vec<ToContent> {
    let mut count = 0;
    let mut text = || {
        count += 1;
        format!("text {count} ü")
    };
    let mut words = |language: &str| {
        [(language.to_owned(), vec![text(), text()])]
            .into_iter()
            .collect()
    };
    let target = Target {
        role: Some("button".into()),
        names: words("en"),
        section: words("ja"),
        neighbours: words("pt-BR"),
        option_labels: words(""),
        ids: vec!["id".into()],
        id_suffixes: vec![":end".into()],
        name_attributes: vec!["name".into()],
        classes: vec!["class".into()],
        tags: vec!["submit".into()],
        within_id_suffixes: vec!["_list".into()],
        option_records: vec!["100".into()],
        name_from_input: Some(InputKey::Attachments),
        href_contains: vec!["/lightning".into()],
        exact_names: vec!["Lead".into(), "Leads".into()],
        only_closed: true,
        any_of_equals: true,
    };
    let field = |control: Control, wanted: Wanted| FieldTask {
        id: "id".into(),
        label: "Label".into(),
        target: target.clone(),
        taught: Some(Target::default()),
        control,
        wanted,
        optional: true,
    };
    let lists = Control::DuelingList {
        add: Box::new(target.clone()),
        chosen: Box::default(),
    };
    let option = Wanted::Option {
        record: Some("100000000000001".into()),
        labels: vec!["One".into(), "Two".into()],
    };
    let fields = vec![
        field(Control::Text, Wanted::Text("text".into())),
        field(Control::Choice, option),
        field(Control::Checkbox, Wanted::Checked(true)),
        field(lists, Wanted::Something(vec!["Three".into()])),
    ];
    let tones = [Tone::Good, Tone::Note, Tone::Warning, Tone::Wrong];
    let card = CardView {
        step: "step".into(),
        section: "section".into(),
        what: "what".into(),
        why: "why".into(),
        progress: "progress".into(),
        percent: 200,
        notices: tones
            .map(|tone| Notice {
                tone,
                text: "x".repeat(300),
            })
            .into(),
        field_words: Some(FieldWords {
            matches: "1".into(),
            empty: "2".into(),
            differs: "3".into(),
            by_user: "4".into(),
            not_offered: "5".into(),
            read_only: "6".into(),
            not_found: "7".into(),
            busy: "8".into(),
        }),
        fill: Some("fill".into()),
        actions: CardAction::ALL
            .map(|action| CardButton {
                action,
                label: action.name().into(),
                primary: action == CardAction::Back,
            })
            .into(),
        not_shown: Some("not shown".into()),
        label: "label".into(),
        minimise: "minimise".into(),
        expand: "expand".into(),
        language: text(),
        rtl: true,
    };
    let card = || Box::new(card.clone());
    let shows = [
        Show::Nothing,
        Show::Card(card()),
        Show::At(Anchor::Target(300), card()),
        Show::At(Anchor::Fields, Box::default()),
    ];
    let task = |show| FrameTask {
        by_itself: true,
        generation: 4_000_000_000,
        question: "question".into(),
        targets: vec![target.clone(), Target::default()],
        probes: [("probe".to_owned(), target.clone())].into_iter().collect(),
        fields: fields.clone(),
        ask: Some("ask".into()),
        show,
    };
    let tasks = shows.map(|show| ToContent::Task(Box::new(task(show))));
    tasks.into_iter().chain([ToContent::Dormant]).collect()
}

#[test]
fn what_is_written_is_what_serde_writes() {
    for told in told() {
        let bytes = super::bytes(&write(&told)).unwrap();
        assert_eq!(bytes, postcard::to_allocvec(&told).unwrap());
    }
    for number in [0, 1, -1, 63, -64, 64, -65, i64::MAX, i64::MIN] {
        let bytes = super::bytes(&write(&number)).unwrap();
        assert_eq!(bytes, postcard::to_allocvec(&number).unwrap());
        assert_eq!(read(&write(&number)), Ok(number));
    }
}

#[test]
fn what_is_written_is_read() {
    for told in told() {
        assert_eq!(read::<ToContent>(&write(&told)), Ok(told));
    }
}

#[test]
fn what_is_cut_or_changed_is_refused_or_another_value() {
    for told in told() {
        let text = write(&told);
        let characters: Vec<char> = text.chars().collect();
        for length in (0..characters.len()).step_by(7) {
            let cut: String = characters[..length].iter().collect();
            assert_eq!(read::<ToContent>(&cut), Err(Unreadable), "{length}");
        }
        assert_eq!(read::<ToContent>(&(text + "x")), Err(Unreadable));
        for at in (0..characters.len()).step_by(7) {
            let mut changed = characters.clone();
            changed[at] = char::from((changed[at] as u8).wrapping_add(0x80));
            let changed: String = changed.into_iter().collect();
            same_as_serde(&changed);
        }
    }
}

/// What serde reads is read the same.
fn same_as_serde(text: &str) {
    let bytes = super::bytes(text).unwrap();
    if let Ok((told, [])) = postcard::take_from_bytes::<ToContent>(&bytes) {
        assert_eq!(read(text), Ok(told));
    }
}
