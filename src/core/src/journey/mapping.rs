//! Which answer goes into which field: what is suggested, why, what the user chooses instead, and what is wrong with it.

use super::voice::Voice;
use super::{Effect, State, findings};
use crate::check::{Cause, CheckId, Evidence, Outcome, Severity};
use crate::form::{Form, Mapped, Question};
use crate::guide::Guide;
use crate::inputs::{InputKey, objects};
use crate::suggestion::{Reason, Subject, overlaps, parts, place, suggested};
use crate::view::{MappingRow, MappingView, Notice, OfferView, Tone};

/// How many choices can be taken back, one after the other.
const MOST_TAKEN_BACK: usize = 20;

/// What goes into which field, and why; a field of the user's list that no question fits is mapped all the same, from no question
/// and without a reason.
pub(crate) fn mapping(state: &State) -> Vec<(Mapped, Option<Reason>)> {
    let fields = state.fields();
    let chosen = &state.choices.chosen;
    let is_listed = |one: &&Mapped| fields.iter().any(|field| field.eq_ignore_ascii_case(&one.field));
    let mut all: Vec<(Mapped, Option<Reason>)> = chosen
        .iter()
        .filter(is_listed)
        .map(|one| (one.clone(), Some(Reason::Chosen)))
        .collect();
    let form = state.seen_form();
    let found = suggested(subject(state, &form), &fields, chosen, Reason::Type);
    all.extend(found.into_iter().map(|(one, reason)| (one, Some(reason))));
    let place = |name: &str| fields.iter().position(|field| field.eq_ignore_ascii_case(name));
    for field in &fields {
        if all.iter().all(|(one, _)| !one.field.eq_ignore_ascii_case(field)) {
            let (question, field) = (String::new(), field.clone());
            all.push((Mapped { question, field }, None));
        }
    }
    all.sort_by_key(|(one, _)| place(&one.field));
    all
}

fn subject<'a>(state: &'a State, form: &'a Form) -> Subject<'a> {
    Subject {
        questions: &form.questions,
        object: state.inputs.value(InputKey::Object),
        description: state.description(),
    }
}

/// The user says which field a question, or a part of one, goes into. The list of fields, by which the org is checked, access is
/// given and the guide maps, follows.
pub(super) fn choose(state: &mut State, question: &str, field: &str) -> Vec<Effect> {
    let is_field = field.is_empty() || state.description().is_none_or(|it| it.field(field).is_some());
    let form = state.seen_form();
    let is_question = question.is_empty() || form.questions.iter().any(|one| is_place_of(one, question));
    if !is_field || !is_question {
        return Vec::new();
    }
    let mut fields = state.fields();
    let fed: Vec<String> = mapping(state)
        .into_iter()
        .filter(|(one, _)| !question.is_empty() && one.question == question)
        .map(|(one, _)| one.field)
        .collect();
    let leaves = |name: &String| match question {
        "" => name == field,
        _ => fed.contains(name) && name != field,
    };
    fields.retain(|name| !leaves(name));
    if !field.is_empty()
        && !question.is_empty()
        && !fields.iter().any(|name| name.eq_ignore_ascii_case(field))
    {
        fields.push(field.to_owned());
    }
    if fields.is_empty() {
        // An empty list would be the default one again.
        return Vec::new();
    }
    let typed = if state.inputs.typed.contains(&InputKey::Fields) {
        state.inputs.value(InputKey::Fields).to_owned()
    } else {
        String::new()
    };
    let choices = &mut state.choices;
    choices.before.push((choices.chosen.clone(), typed));
    let surplus = choices.before.len().saturating_sub(MOST_TAKEN_BACK);
    choices.before.drain(..surplus);
    choices
        .chosen
        .retain(|one| !overlaps(&one.question, question) && (field.is_empty() || one.field != field));
    if !question.is_empty() {
        choices.chosen.push(Mapped {
            question: question.to_owned(),
            field: field.to_owned(),
        });
    }
    set_fields(state, &fields.join(","))
}

/// The user takes back what was chosen last.
pub(super) fn take_back(state: &mut State) -> Vec<Effect> {
    let Some((chosen, fields)) = state.choices.before.pop() else {
        return Vec::new();
    };
    state.choices.chosen = chosen;
    set_fields(state, &fields)
}

fn set_fields(state: &mut State, fields: &str) -> Vec<Effect> {
    let core_host = state.core_host.clone();
    state.inputs.set(InputKey::Fields, fields, &core_host);
    vec![Effect::Check]
}

fn is_place_of(question: &Question, at: &str) -> bool {
    question.has_answer()
        && (question.id == at
            || parts(question)
                .into_iter()
                .any(|part| place(question, part) == at))
}

/// What the user calls the question on the page: what feeds this field, by its text and perhaps a part's.
pub(super) fn labels_of_source(state: &State, field: &str) -> Vec<String> {
    let feeds = |one: &&(Mapped, Option<Reason>)| one.0.field == field;
    let all = mapping(state);
    let Some((one, _)) = all.iter().find(feeds) else {
        return Vec::new();
    };
    let form = state.seen_form();
    let Some(question) = form.questions.iter().find(|it| it.id == one.question_id()) else {
        return Vec::new();
    };
    let with = |part: &str| [&question.label, " - ", part].concat();
    // What Jotform calls the parts (Jotform fact §3: sublabels; their English wording).
    let parts: &[&str] = match one.question.split_once('.').map(|(_, part)| part) {
        Some("first") => &["First Name", "First"],
        Some("last") => &["Last Name", "Last"],
        Some("addr_line1") => &["Street Address", "Street"],
        Some("city") => &["City"],
        Some("state") => &["State / Province", "State"],
        Some("postal") => &["Postal / Zip Code", "Postal Code"],
        Some("country") => &["Country"],
        _ => return vec![question.label.clone()],
    };
    parts.iter().map(|part| with(part)).collect()
}

/// What the panel shows of it.
pub(super) fn view(guide: &Guide, voice: &Voice, state: &State, reading: bool) -> MappingView {
    let mapped = mapping(state);
    let form = state.seen_form();
    let questions: Vec<&Question> = form.questions.iter().filter(|one| one.has_answer()).collect();
    let is_fed = |question: &&&Question| mapped.iter().any(|(one, _)| one.question_id() == question.id);
    let rows = rows(guide, voice, state, &form, &mapped);
    let taken = questions.iter().filter(is_fed).count();
    let hint = if questions.is_empty() {
        Some("mapping_no_form")
    } else if state.description().is_none() {
        Some("mapping_no_object")
    } else {
        None
    };
    let is_idle = |one: &&(Mapped, Option<Reason>)| one.0.question.is_empty() && !questions.is_empty();
    MappingView {
        summary: voice.say_with(
            "mapping_count",
            &[
                ("taken", &taken.to_string()),
                ("total", &questions.len().to_string()),
            ],
        ),
        hint: hint.map(|key| voice.say(key)),
        key_help: voice.say_with("form_key_help", &[("host", &state.builder_host())]),
        trouble: state.form_trouble.map(|trouble| {
            let key = ["form_key_", trouble.key()].concat();
            voice.say_with(&key, &[("host", &state.builder_host())])
        }),
        reading,
        lacking: lacking(state),
        idle: mapped
            .iter()
            .filter(is_idle)
            .map(|(one, _)| (one.field.clone(), field_name(state, &one.field)))
            .collect(),
        fields: fields(state, &mapped),
        rows,
        can_take_back: !state.choices.before.is_empty(),
    }
}

/// A row for each question, or for each of its parts where it has parts that go into fields of their own.
fn rows(
    guide: &Guide,
    voice: &Voice,
    state: &State,
    form: &Form,
    mapped: &[(Mapped, Option<Reason>)],
) -> Vec<MappingRow> {
    let offers = offers(state, form, mapped);
    let mut rows = Vec::new();
    for question in form.questions.iter().filter(|one| one.has_answer()) {
        let whole = mapped.iter().any(|(one, _)| one.question == question.id);
        let parts = parts(question);
        let by_part = !whole && !parts.is_empty();
        for part in if by_part { parts } else { vec![""] } {
            let at = place(question, part);
            let feeds = mapped.iter().find(|(one, _)| one.question == at);
            let field = feeds.map(|(one, _)| one.field.as_str()).unwrap_or_default();
            let why = match feeds.and_then(|(_, reason)| *reason) {
                Some(reason) => voice.say(&["mapping_why_", reason.key()].concat()),
                None if state.choices.chosen.iter().any(|one| one.question == at) => {
                    voice.say("mapping_why_chosen")
                }
                None => voice.say("mapping_not_taken"),
            };
            let label = if part.is_empty() {
                question.label.clone()
            } else {
                let part = voice.say(&["mapping_part_", part].concat());
                [&question.label, " – ", &part].concat()
            };
            let offer = offers
                .iter()
                .find(|(one, _)| one.question == at && field.is_empty());
            rows.push(MappingRow {
                label,
                why,
                problems: problems(guide, voice, state, field),
                offer: offer.map(|(one, reason)| OfferView {
                    field: one.field.clone(),
                    text: voice.say_with(
                        "mapping_offer",
                        &[
                            ("field", &field_name(state, &one.field)),
                            ("why", &voice.say(&["mapping_why_", reason.key()].concat())),
                        ],
                    ),
                }),
                field: field.to_owned(),
                question: at,
            });
        }
    }
    rows
}

/// What would fit questions that nothing takes, of the fields that are not on the user's list.
fn offers(state: &State, form: &Form, mapped: &[(Mapped, Option<Reason>)]) -> Vec<(Mapped, Reason)> {
    let Some(description) = state.description() else {
        return Vec::new();
    };
    let mut taken: Vec<Mapped> = mapped.iter().map(|(one, _)| one.clone()).collect();
    taken.extend(state.choices.chosen.iter().cloned());
    let fields: Vec<String> = description
        .fields
        .iter()
        .map(|field| field.name.clone())
        .collect();
    suggested(subject(state, form), &fields, &taken, Reason::Choices)
}

/// What pages may call a field, the likeliest first. Once the org has described it, in the language that it speaks with the
/// administrator, nothing is guessed from the API name any more: it may be another field's label.
pub(super) fn field_labels(state: &State, name: &str) -> Vec<String> {
    let described = |name: &str| state.description().and_then(|it| it.field(name));
    let Some(field) = described(name) else {
        return objects::field_labels(name);
    };
    // Permissions sit on the whole of which it is a part (Salesforce fact §7).
    let whole = field.compound.as_deref().and_then(described);
    let told = [Some(field), whole];
    let told = told.iter().flatten().map(|it| it.label.clone());
    let mut labels: Vec<String> = Vec::new();
    for label in told.chain(objects::usual_labels(name).map(str::to_owned)) {
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    labels
}

/// A field as people know it, and its API name.
fn field_name(state: &State, name: &str) -> String {
    let label = field_labels(state, name).swap_remove(0);
    if label == name {
        return label;
    }
    [&label, " (", name, ")"].concat()
}

/// What can be chosen, by API name and as people know it, in the order of the latter.
fn fields(state: &State, mapped: &[(Mapped, Option<Reason>)]) -> Vec<(String, String)> {
    let described = state.description().map_or(&[][..], |it| it.fields.as_slice());
    let mut names: Vec<&str> = described.iter().map(|field| field.name.as_str()).collect();
    let others = mapped.iter().map(|(one, _)| one.field.as_str());
    for name in others {
        if !names.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            names.push(name);
        }
    }
    let mut fields: Vec<(String, String)> = names
        .into_iter()
        .map(|name| (name.to_owned(), field_name(state, name)))
        .collect();
    fields.sort_by_cached_key(|(_, label)| label.to_lowercase());
    fields
}

/// What the last check says of every field: cause, evidence and the check.
fn said(state: &State) -> impl Iterator<Item = (CheckId, Cause, &Evidence)> {
    let answers = state.report.iter().flat_map(|report| &report.answers);
    answers.flat_map(|(check, outcome)| {
        let found = match outcome {
            Outcome::Wrong(found) => found.as_slice(),
            _ => &[],
        };
        found
            .iter()
            .flat_map(|finding| finding.evidence.iter().map(|it| (*check, finding.cause, it)))
    })
}

/// Fields that every record needs and that nothing feeds, as the last check found.
fn lacking(state: &State) -> Vec<String> {
    said(state)
        .filter(|(check, cause, _)| *check == CheckId::Mapping && *cause == Cause::RequiredFieldUnmapped)
        .filter_map(|(_, _, evidence)| Some(evidence.source.rsplit_once('.')?.1))
        .filter(|name| !state.fields().iter().any(|field| field == name))
        .map(|name| field_name(state, name))
        .collect()
}

/// What the last check found wrong with a field.
fn problems(guide: &Guide, voice: &Voice, state: &State, field: &str) -> Vec<Notice> {
    let compound = state
        .description()
        .and_then(|it| it.field(field))
        .and_then(|it| it.compound.as_deref());
    let mut problems: Vec<Notice> = Vec::new();
    for (check, cause, evidence) in said(state) {
        let Some((_, of)) = evidence.source.rsplit_once('.') else {
            continue;
        };
        let is_access = cause == Cause::FieldPermissionMissing;
        let is_meant = of == field || (is_access && Some(of) == compound);
        if field.is_empty() || !is_meant || !(is_access || check == CheckId::Mapping) {
            continue;
        }
        let tone = match cause.severity() {
            _ if findings::is_still_to_do(guide, state, check, cause) => Tone::Note,
            Severity::Blocks => Tone::Wrong,
            Severity::Risk => Tone::Warning,
            Severity::Note => Tone::Note,
        };
        let notice = Notice {
            tone,
            text: problem(voice, cause, evidence),
        };
        if problems.iter().all(|one| one.text != notice.text) {
            problems.push(notice);
        }
    }
    problems
}

fn problem(voice: &Voice, cause: Cause, evidence: &Evidence) -> String {
    let key = match cause {
        Cause::FieldPermissionMissing => return voice.say("mapping_no_access"),
        Cause::FieldTooShort => "mapping_holds",
        Cause::TypeConflict | Cause::PicklistValueOutside | Cause::StateCountryOutside => "mapping_takes",
        _ => return voice.say(&findings::cause_key(cause)),
    };
    let more = voice.say_with(key, &[("wanted", &evidence.wanted)]);
    [&voice.say(&findings::cause_key(cause)), " ", &more].concat()
}
