//! Every state of the card: what a frame is told, and what it answers of the fields.

use crate::scenes::{self, LIST, LIST_ADDRESS, answers, at_new_set, at_new_user};
use crate::stage::{INNER, SETUP, Stage, TAB};
use serde::Serialize;
use waymark_core::field::{FieldReport, FieldState};
use waymark_core::message::{CardAction, FrameTask, FromPanel, Show, Sighting};
use waymark_core::view::{CardView, Notice, Tone};
use waymark_core::wire;
use waymark_core::words::Words;

/// A card as the gallery's page shows it.
#[derive(Serialize)]
pub struct Entry {
    name: String,
    task: String,
    reports: String,
    /// The spotlight is on a control.
    pointed: bool,
    /// It is pressed to be small.
    small: bool,
}

pub fn all(words: &Words) -> Vec<Entry> {
    let mut all = placed(words);
    all.extend(of_fields(words));
    all.extend(told(words));
    all.extend(of_steps(words));
    all
}

/// What the frame that shows the card is told.
fn task(stage: &Stage) -> Option<FrameTask> {
    let frames = stage
        .state
        .tabs
        .iter()
        .find(|(tab, _)| **tab == TAB)?
        .1
        .frames
        .keys();
    let tasks = frames.map(|frame| stage.task(TAB, *frame));
    tasks.into_iter().find(|task| task.show != Show::Nothing)
}

fn entry(name: &str, task: Option<FrameTask>, state: impl Fn(usize) -> FieldState) -> Option<Entry> {
    let mut task = task?;
    // Nothing is looked for in the gallery.
    task.targets.clear();
    task.probes.clear();
    let reports: Vec<FieldReport> = task
        .fields
        .iter()
        .enumerate()
        .map(|(at, field)| FieldReport {
            id: field.id.clone(),
            state: state(at),
        })
        .collect();
    Some(Entry {
        name: name.to_owned(),
        pointed: matches!(task.show, Show::At(..)),
        task: wire::write(&task),
        reports: wire::write(&reports),
        small: false,
    })
}

fn plain(name: &str, stage: &Stage) -> Option<Entry> {
    entry(name, task(stage), |_| FieldState::Empty)
}

/// The same card with something changed.
fn changed(name: &str, stage: &Stage, change: impl FnOnce(&mut CardView)) -> Option<Entry> {
    let mut task = task(stage)?;
    if let Show::At(_, view) | Show::Card(view) = &mut task.show {
        change(view);
    }
    entry(name, Some(task), |_| FieldState::Empty)
}

/// By where the step's control is.
fn placed(words: &Words) -> Vec<Entry> {
    let mut all = vec![plain("panel-step", &{
        let mut stage = scenes::started(words);
        stage.setup_home();
        stage
    })];
    let mut list = scenes::at(words, true, "new_permission_set");
    list.setup_home();
    all.push(plain("led", &list));
    list.setup(LIST);
    all.push(plain("pointed", &list));
    let shell = [SETUP, "/lightning/setup/PermSets/page"].concat();
    answers(&mut list, 0, &shell, &Sighting::Absent);
    answers(&mut list, INNER, LIST_ADDRESS, &Sighting::Absent);
    all.push(plain("not-shown-absent", &list));
    answers(&mut list, INNER, LIST_ADDRESS, &Sighting::Ambiguous);
    all.push(plain("not-shown-ambiguous", &list));
    list.press(CardAction::ShowMe);
    all.push(plain("asking", &list));
    all.push(changed("asking-refused", &list, |view| {
        view.notices
            .insert(0, notice(Tone::Warning, words.tell("show_me_refused")));
    }));
    list.press(CardAction::ShowNothing);
    all.push(changed("not-shown-taught", &list, |view| {
        view.not_shown = Some(words.tell("not_shown_taught").to_owned());
    }));
    all.push(plain("looking", &{
        let mut stage = scenes::at(words, true, "new_permission_set");
        stage.setup(LIST);
        stage.panel(FromPanel::LookAt {
            step: Some("open_object_settings".to_owned()),
        });
        stage
    }));
    for (name, path) in [
        ("other-page", "/lightning/o/Lead/list"),
        ("arriving", "/lightning/setup/ManageUsers/page"),
    ] {
        let mut stage = scenes::at(words, true, "new_user");
        stage.leave(TAB, INNER);
        let address = [SETUP, path].concat();
        stage.show(TAB, 0, &address, true);
        answers(&mut stage, 0, &address, &Sighting::Absent);
        all.push(plain(name, &stage));
    }
    all.push(plain("private-window", &scenes::at(words, true, "verify_email")));
    all.push(plain(
        "test-submission",
        &scenes::at(words, true, "test_submission"),
    ));
    for (name, step) in [("finished-skipped", None), ("finished", Some(()))] {
        let mut stage = scenes::at(words, true, "finished");
        if step.is_some() {
            for (_, state) in stage.state.steps.iter_mut() {
                state.ending = waymark_core::journey::Ending::Proven;
            }
        }
        all.push(plain(name, &stage));
    }
    all.into_iter().flatten().collect()
}

/// By what the fields hold.
fn of_fields(words: &Words) -> Vec<Entry> {
    let differs = |by_user| FieldState::Differs {
        seen: "Salesforce".to_owned(),
        by_user,
    };
    let states = [
        FieldState::Empty,
        FieldState::Matches,
        differs(false),
        differs(true),
        FieldState::NotOffered,
        FieldState::ReadOnly,
        FieldState::NotFound,
        FieldState::Busy,
    ];
    let stage = at_new_set(words);
    let user = at_new_user(words);
    let of = |at: usize| {
        states
            .get(at % states.len())
            .cloned()
            .unwrap_or(FieldState::Empty)
    };
    let all = [
        entry("fields-empty", task(&stage), |_| FieldState::Empty),
        entry("fields-matching", task(&stage), |_| FieldState::Matches),
        entry("fields-filling", task(&stage), |_| FieldState::Busy),
        entry("fields-of-every-state", task(&user), of),
    ];
    all.into_iter().flatten().collect()
}

/// By what is said, and how.
fn told(words: &Words) -> Vec<Entry> {
    let stage = at_new_set(words);
    let tones = |view: &mut CardView| {
        view.notices = vec![
            notice(
                Tone::Wrong,
                &words.say("notice_page_error", &[("error", "Error: You must enter a value")]),
            ),
            notice(Tone::Warning, words.tell("notice_other_record")),
            notice(Tone::Note, words.tell("notice_leads_there")),
            notice(Tone::Good, words.tell("plan_done")),
        ];
    };
    let long = |view: &mut CardView| {
        let word = "Permission_Set_Licence_Assignment_Requirement_".repeat(3);
        view.what = [view.what.as_str(), &word].join(" ");
        view.why = [view.why.as_str(), &word, &view.why].join(" ");
        view.section = [view.section.as_str(), &word].join(" ");
        for action in &mut view.actions {
            action.label = [action.label.as_str(), &action.label, &action.label].join(" ");
        }
    };
    let small = changed("small", &stage, |_| ()).map(|card| Entry { small: true, ..card });
    let all = [
        changed("notices", &stage, tones),
        changed("long", &stage, long),
        changed("right-to-left", &stage, |view| {
            view.rtl = true;
            tones(view);
        }),
        small,
    ];
    all.into_iter().flatten().collect()
}

fn notice(tone: Tone, text: &str) -> Notice {
    Notice {
        tone,
        text: text.to_owned(),
    }
}

/// Each step of the guide as it is shown from Setup's home page.
fn of_steps(words: &Words) -> Vec<Entry> {
    let mut stage = scenes::begun(words, true);
    stage.setup_home();
    let steps: Vec<String> = stage
        .guide
        .sections
        .iter()
        .flat_map(|section| &section.steps)
        .map(|step| step.id.clone())
        .collect();
    let mut all = Vec::new();
    for id in steps {
        stage.panel(FromPanel::LookAt {
            step: Some(id.clone()),
        });
        all.extend(plain(&["step-", &id].concat(), &stage));
    }
    all
}
