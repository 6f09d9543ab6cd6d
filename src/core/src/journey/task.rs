//! What one frame is to look for and to show.

use super::judge::{self, Place};
use super::{Frame, FrameId, State, Tab, TabId, by_itself, card, mapping, showing, walk};
use crate::field::{Control, FieldSpec, FieldTask, ValueSource, Wanted};
use crate::guide::{Guide, Step};
use crate::inputs::{InputKey, objects};
use crate::message::{Anchor, FrameTask, Show, ToContent};
use crate::target::{Target, Wordings};
use crate::words::Words;
use vecmap::VecMap;

/// The task of one frame; `Dormant` where its tab is not bound.
#[must_use]
pub fn frame_task(guide: &Guide, words: &Words, state: &State, tab: TabId, frame: FrameId) -> ToContent {
    let Some(bound) = state.tabs.get(&tab) else {
        return ToContent::Dormant;
    };
    let is_top = judge::top_frame(bound) == Some(frame);
    if let Some(refusal) = state.refusal() {
        let show = if is_top {
            Show::Card(Box::new(card::refused(words, refusal)))
        } else {
            Show::Nothing
        };
        return ToContent::Task(Box::new(task_without_step(state, show)));
    }
    let Some(step) = super::shown(guide, state) else {
        let show = if is_top {
            Show::Card(Box::new(card::finished(guide, words, state)))
        } else {
            Show::Nothing
        };
        return ToContent::Task(Box::new(task_without_step(state, show)));
    };
    let view = |how| Box::new(card::card(guide, words, state, tab, step, how));
    let place = judge::place(guide, step, state, tab);
    let show = match place {
        place if bound.showing.is_some() => {
            if place.frame().or(judge::top_frame(bound)) == Some(frame) {
                Show::Card(Box::new(card::asking(guide, words, state, tab, step)))
            } else {
                Show::Nothing
            }
        }
        Place::Fields(at) if at == frame => Show::At(Anchor::Fields, view(card::How::Pointed)),
        Place::Target(at, index) if at == frame => {
            let how = if leads_on(step, state, bound, at) {
                card::How::LedOn
            } else {
                card::How::Pointed
            };
            Show::At(Anchor::Target(index), view(how))
        }
        Place::Lead(at, index) if at == frame => Show::At(Anchor::Target(index), view(card::How::Led)),
        Place::Looking(at) if at == frame => Show::Card(view(card::How::Looking)),
        Place::NotShown { frame: at, ambiguous } if at == frame => {
            Show::Card(view(card::How::NotShown { ambiguous }))
        }
        Place::Arriving if is_top => Show::Card(view(card::How::Arriving)),
        Place::OtherPage if is_top => Show::Card(view(card::How::OtherPage)),
        _ => Show::Nothing,
    };
    let ours = bound.frames.get(&frame).filter(|it| judge::is_ours(state, it));
    let Some(shown) = ours else {
        return ToContent::Task(Box::new(task_without_step(state, show)));
    };
    let page = shown.page.kind;
    let leads = walk::leads(guide, state, step, page);
    let is_here = step.pages.contains(&page);
    if !is_here && leads.is_empty() {
        return ToContent::Task(Box::new(task_without_step(state, show)));
    }
    let mut task = FrameTask {
        question: judge::question(step, page),
        targets: judge::own_targets(step, state, shown),
        ..task_without_step(state, show)
    };
    if is_here {
        // Of fields only where there is something to fill in.
        let is_offered = !matches!(&task.show, Show::At(Anchor::Fields, card) if card.fill.is_none());
        task.by_itself = is_offered && by_itself::does(step, state, bound, place);
        let form = walk::form_of(guide, step).unwrap_or(step);
        task.probes.clone_from(&step.probes);
        task.fields = fields(form, state)
            .into_iter()
            .map(|field| {
                let taught = |id: &str| showing::taught(state, form, Some(id), &shown.host).cloned();
                FieldTask {
                    taught: taught(&field.id),
                    control: with_taught_parts(&field, taught),
                    ..labelled(field, form, words, state)
                }
            })
            .collect();
        task.ask = (bound.showing.is_some() && showing::may_be_asked(step, state, shown))
            .then(|| words.tell("show_me_unnamed").to_owned());
    }
    task.targets
        .extend(leads.into_iter().map(|lead| lead.target.clone()));
    for target in task.targets.iter_mut().chain(task.probes.values_mut()) {
        let entered = target.name_from_input.map(|key| labels_at(step, key, state));
        target.exact_names.extend(entered.into_iter().flatten());
        for part in &mut target.href_contains {
            *part = part.replace("{object}", state.inputs.value(InputKey::Object));
        }
    }
    ToContent::Task(Box::new(task))
}

/// The field's control, its parts as the user has shown them.
fn with_taught_parts(field: &FieldTask, taught: impl Fn(&str) -> Option<Target>) -> Control {
    let mut control = field.control.clone();
    if let Control::DuelingList { add, chosen } = &mut control {
        for ((id, _), part) in field.parts().into_iter().zip([chosen, add]) {
            if let Some(target) = taught(&id) {
                **part = target;
            }
        }
    }
    control
}

/// The step's fields are not in this frame: what is pointed at is the way to them.
fn leads_on(step: &Step, state: &State, tab: &Tab, frame: FrameId) -> bool {
    let is_there = |it: &Frame| it.fields.iter().any(|field| judge::is_there(&field.state));
    !fields(step, state).is_empty() && !tab.frames.get(&frame).is_some_and(is_there)
}

fn task_without_step(state: &State, show: Show) -> FrameTask {
    FrameTask {
        generation: state.generation,
        question: String::new(),
        targets: Vec::new(),
        probes: VecMap::new(),
        fields: Vec::new(),
        ask: None,
        by_itself: false,
        show,
    }
}

/// An input as the step's page may show it: in the words of the step's list of such, which the page may show as buttons instead.
fn labels_at(step: &Step, key: InputKey, state: &State) -> Vec<String> {
    let listed = step.fields.iter().find_map(|field| match &field.value {
        ValueSource::OptionBy { input, labels } if *input == key => labels.get(state.inputs.value(key)),
        _ => None,
    });
    listed.map_or_else(|| input_labels(key, state), all_labels)
}

/// An input as pages may show it: an object by any of its labels, one record or many.
fn input_labels(key: InputKey, state: &State) -> Vec<String> {
    let value = state.inputs.value(key);
    match key {
        InputKey::Object => objects::object_labels(value),
        _ => vec![value.to_owned()],
    }
}

/// The step's fields with their values; labels are still ids, and an item's is after the colon.
pub(super) fn fields(step: &Step, state: &State) -> Vec<FieldTask> {
    step.fields
        .iter()
        .filter(|spec| !(spec.only_to_write && state.inputs.only_finds()))
        .filter(|spec| spec.only_if.is_empty() || spec.only_if.iter().any(|key| state.inputs.is_yes(*key)))
        .flat_map(|spec| match spec.each {
            None => vec![field(spec, state, None)],
            Some(key) => state
                .inputs
                .items(key)
                .map(|item| field(spec, state, Some(item)))
                .collect(),
        })
        .collect()
}

fn field(spec: &FieldSpec, state: &State, item: Option<&str>) -> FieldTask {
    let id = item.map_or_else(|| spec.id.clone(), |item| [&spec.id, ":", item].concat());
    FieldTask {
        label: id.clone(),
        id,
        target: item.map_or_else(
            || spec.target.clone(),
            |item| about_item(&spec.target, item, state),
        ),
        taught: None,
        control: spec.control.clone(),
        wanted: wanted(&spec.value, state, item),
        optional: spec.optional,
    }
}

/// The field's name in the extension's words, with the item's where there is one.
pub(super) fn labelled(field: FieldTask, step: &Step, words: &Words, state: &State) -> FieldTask {
    let (spec, item) = field.id.split_once(':').unwrap_or((&field.id, ""));
    let item = if item.is_empty() {
        String::new()
    } else {
        mapping::field_labels(state, item).swap_remove(0)
    };
    let known = step.fields.iter().any(|it| it.id == spec);
    let key = ["field_", if known { spec } else { &field.id }].concat();
    FieldTask {
        label: words.say(&key, &[("item", &item)]),
        ..field
    }
}

/// The target with `{item}` and `{question}` replaced by everything that a page may call the item: the question that feeds it by
/// its own text where that is known.
fn about_item(target: &Target, item: &str, state: &State) -> Target {
    let labels = mapping::field_labels(state, item);
    let sources = mapping::labels_of_source(state, item);
    let questions = if sources.is_empty() {
        objects::question_labels(item)
    } else {
        sources
    };
    let each = |wording: &String| -> Vec<String> {
        for (mark, names) in [("{item}", &labels), ("{question}", &questions)] {
            if wording.contains(mark) {
                return names.iter().map(|name| wording.replace(mark, name)).collect();
            }
        }
        vec![wording.clone()]
    };
    let replaced = |words: &Wordings| -> Wordings {
        words
            .iter()
            .map(|(language, wordings)| (language.clone(), wordings.iter().flat_map(each).collect()))
            .collect()
    };
    Target {
        names: replaced(&target.names),
        neighbours: replaced(&target.neighbours),
        section: replaced(&target.section),
        ..target.clone()
    }
}

fn wanted(source: &ValueSource, state: &State, item: Option<&str>) -> Wanted {
    match source {
        ValueSource::Input(key) => Wanted::Text(state.inputs.value(*key).to_owned()),
        ValueSource::Text(text) => Wanted::Text(text.clone()),
        ValueSource::Option { record, labels } => Wanted::Option {
            record: record.and_then(|key| state.record(key)).map(str::to_owned),
            labels: all_labels(labels),
        },
        ValueSource::InputOption { record, label } => Wanted::Option {
            record: record.and_then(|key| state.record(key)).map(str::to_owned),
            labels: input_labels(*label, state),
        },
        ValueSource::OptionBy { input, labels } => Wanted::Option {
            record: None,
            labels: labels
                .get(state.inputs.value(*input))
                .map(all_labels)
                .unwrap_or_default(),
        },
        ValueSource::Something => {
            Wanted::Something(item.map_or_else(Vec::new, |item| mapping::field_labels(state, item)))
        }
        ValueSource::Checked(checked) => Wanted::Checked(*checked),
        ValueSource::CheckedIf(key) => Wanted::Checked(state.inputs.is_yes(*key)),
    }
}

/// English first, which most orgs show.
fn all_labels(labels: &Wordings) -> Vec<String> {
    let english = labels.get("en").into_iter().flatten();
    let others = labels
        .iter()
        .filter(|(language, _)| *language != "en")
        .flat_map(|(_, wordings)| wordings);
    english.chain(others).cloned().collect()
}
