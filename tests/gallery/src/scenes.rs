//! Journeys on the stage, at places that are looked at.

use crate::stage::{FORM, Stage, TAB, source};
use waymark_core::check::{Wishes, described_object, judge, learnt};
use waymark_core::field::FieldState;
use waymark_core::form::Question;
use waymark_core::inputs::InputKey;
use waymark_core::journey::{Event, FrameId};
use waymark_core::message::{CardAction, FromPanel, Observation, Sighting};
use waymark_core::page::DocumentFacts;
use waymark_core::plan::plans;
use waymark_core::words::Words;
use waymark_faults::driver::{Browser, DriverError};
use waymark_faults::healthy;
use waymark_faults::world::{SET as SET_NAME, SET_LABEL, USER, World};

/// The path of the list of permission sets.
pub const LIST: &str = "/0PS";
/// And its address.
pub const LIST_ADDRESS: &str = "https://acme.my.salesforce.com/0PS";

/// A journey that has just been started.
pub fn started(words: &Words) -> Stage {
    with(Stage::new(), words)
}

/// With the inputs confirmed; whether the org may be checked is decided.
pub fn begun(words: &Words, checks: bool) -> Stage {
    with(Stage::begun(checks), words)
}

fn with(mut stage: Stage, words: &Words) -> Stage {
    stage.words = words.clone();
    stage
}

/// At a step, those before it left out.
pub fn at(words: &Words, checks: bool, step: &str) -> Stage {
    let mut stage = begun(words, checks);
    stage.setup_home();
    skip_to(&mut stage, step);
    stage
}

/// Leaves steps out until this one is there.
pub fn skip_to(stage: &mut Stage, step: &str) {
    let most = stage
        .guide
        .sections
        .iter()
        .map(|section| section.steps.len())
        .sum();
    for _ in 0..most {
        if stage.step() == step {
            return;
        }
        stage.press(CardAction::Skip);
    }
}

/// At the page of a new permission set, whose fields are empty yet.
pub fn at_new_set(words: &Words) -> Stage {
    form(
        words,
        "fill_permission_set",
        "/udd/PermissionSet/newPermissionSet.apexp",
    )
}

/// At the page of a new user.
pub fn at_new_user(words: &Words) -> Stage {
    form(words, "fill_user", "/005/e")
}

fn form(words: &Words, step: &str, path: &str) -> Stage {
    let mut stage = at(words, true, step);
    let all = stage.guide.sections.iter().flat_map(|section| &section.steps);
    let fields = all.filter(|it| it.id == step).flat_map(|it| &it.fields);
    let empty = fields.map(|field| (field.id.clone(), FieldState::Empty));
    stage.answers.fields = empty.collect();
    stage.setup(path);
    stage
}

/// A frame with this page answers what it was asked with this for each target, and nothing else.
pub fn answers(stage: &mut Stage, frame: FrameId, url: &str, sighting: &Sighting) {
    let task = stage.task(TAB, frame);
    let observation = Observation {
        generation: task.generation,
        question: task.question,
        document: DocumentFacts {
            top: frame == 0,
            // The pages of Setup that are shells around another.
            setup_frame: url.ends_with("/page"),
            ..DocumentFacts::default()
        },
        address: url.to_owned(),
        targets: task.targets.iter().map(|_| sighting.clone()).collect(),
        ..Observation::default()
    };
    stage.happen(Event::Observed(
        source(TAB, frame, url, false),
        Box::new(observation),
    ));
}

/// The form's builder was open.
pub fn form_seen(stage: &mut Stage) {
    let question = |id: &str, kind: &str, label: &str, required| Question {
        id: id.to_owned(),
        kind: kind.to_owned(),
        label: label.to_owned(),
        required,
        ..Question::default()
    };
    stage.answers.questions = vec![
        question("1", "control_head", "Contact us", false),
        question("3", "control_fullname", "Full Name", true),
        question("4", "control_email", "Email", true),
        question("5", "control_phone", "Phone Number", false),
        question("6", "control_textbox", "Company", true),
        question(
            "7",
            "control_textbox",
            "Favourite colour of your next bicycle, if you have one",
            false,
        ),
        question("8", "control_address", "Address", false),
    ];
    stage.show(TAB, 0, FORM, true);
    stage.answers.questions.clear();
}

/// The inputs name what the simulated org of [`checked`] holds.
pub fn name_the_org(stage: &mut Stage) {
    stage.type_in(InputKey::Username, USER);
    stage.type_in(InputKey::PermissionSetName, SET_NAME);
    stage.type_in(InputKey::PermissionSetLabel, SET_LABEL);
    stage.type_in(InputKey::Email, "jane@acme.example");
    stage.panel(FromPanel::ConfirmInputs);
}

/// The org of the article, done, and then changed, answers a check.
pub fn checked(stage: &mut Stage, change: impl FnOnce(&mut World)) -> Result<(), DriverError> {
    let mut world = healthy::world("Lead");
    let wishes = Wishes::of(&stage.state);
    let marker = wishes.proof_marker.clone().into();
    world.proof().fields.insert("LastName".to_owned(), marker);
    change(&mut world);
    let browser = Browser::open(&world, 1)?;
    let facts = browser.facts(&world, wishes.clone())?;
    let mut report = judge(&facts, &wishes, browser.now());
    let plans = plans(&facts, &wishes, &report, &stage.state.inputs, browser.now());
    // The stage has a clock of its own.
    report.at = 990_000;
    let learnt = learnt(&facts, &wishes, "0");
    stage.happen(Event::Checked {
        report: Box::new(report),
        bound: learnt.bound,
        org_name: learnt.org_name,
        records: learnt.records,
        described: described_object(&facts, &wishes).map(Box::new),
        plans: Box::new(plans),
    });
    Ok(())
}

/// An org in which something of each kind is to be told.
pub fn amiss(world: &mut World) {
    world
        .set()
        .field_permissions
        .retain(|field, _| field.ends_with("Email"));
    world.user().frozen = true;
    world.before_connection();
}
