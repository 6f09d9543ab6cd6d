//! Show me: a control that is not found is shown once, and known from then on.

use crate::stage::*;
use waymark_core::field::{Control, FieldReport, FieldState};
use waymark_core::journey::{Event, FrameId, State, TabId};
use waymark_core::lesson::Shown;
use waymark_core::message::{Anchor, CardAction, FrameTask, FromPanel, Observation, Show, Sighting};
use waymark_core::page::DocumentFacts;

const LIST: &str = "https://acme.my.salesforce.com/0PS";

/// The list's frame answers what it is asked: none of the guide's targets is found, and this of what was shown.
fn answer(stage: &mut Stage, (tab, frame): (TabId, FrameId), url: &str, taught: Sighting) {
    let task = stage.task(tab, frame);
    let guides = stage.guide.sections.iter().flat_map(|section| &section.steps);
    let known = guides.flat_map(|step| &step.targets).collect::<Vec<_>>();
    let say = |target| {
        if known.contains(&target) {
            Sighting::Absent
        } else {
            taught.clone()
        }
    };
    let observation = Observation {
        generation: task.generation,
        question: task.question,
        document: DocumentFacts::default(),
        address: url.to_owned(),
        targets: task.targets.iter().map(say).collect(),
        ..Observation::default()
    };
    let private = stage.state.tabs[&tab].private;
    stage.happen(Event::Observed(
        source(tab, frame, url, private),
        Box::new(observation),
    ));
}

fn not_found() -> Stage {
    let mut stage = at_list();
    answer(&mut stage, (TAB, INNER), LIST, Sighting::Absent);
    stage
}

fn button() -> Shown {
    Shown {
        tag: "input".into(),
        kind: "button".into(),
        role: "button".into(),
        name: "Ñéw".into(),
        id: "j_id0:j_id4:theForm:newSet".into(),
        ..Shown::default()
    }
}

fn show(stage: &mut Stage, shown: Shown) {
    stage.happen(Event::Shown(source(TAB, INNER, LIST, false), Box::new(shown)));
}

fn taught(task: &FrameTask) -> bool {
    task.targets
        .iter()
        .any(|target| target.id_suffixes == [":theForm:newSet"])
}

fn offers(stage: &Stage, action: CardAction) -> bool {
    stage
        .card(TAB)
        .actions
        .iter()
        .any(|button| button.action == action)
}

#[test]
fn what_is_shown_is_pointed_at_from_then_on() {
    let mut stage = not_found();
    assert!(offers(&stage, CardAction::ShowMe));
    stage.press(CardAction::ShowMe);
    let asked = stage.task(TAB, INNER);
    assert!(asked.ask.is_some());
    assert!(offers(&stage, CardAction::ShowNothing) && !offers(&stage, CardAction::ShowMe));

    show(&mut stage, button());
    let task = stage.task(TAB, INNER);
    assert!(task.ask.is_none() && taught(&task));
    assert_ne!(
        task.generation, asked.generation,
        "what was answered before is old"
    );
    answer(&mut stage, (TAB, INNER), LIST, Sighting::Found(80));
    let index = task.targets.iter().position(|target| {
        !target.id_suffixes.is_empty()
            && taught(&FrameTask {
                targets: vec![target.clone()],
                ..task.clone()
            })
    });
    assert!(matches!(stage.task(TAB, INNER).show, Show::At(Anchor::Target(at), _) if Some(at) == index));

    // On disk, and when the journey begins anew.
    stage.state = State::kept(&stage.state.for_disk().to_keep()).unwrap();
    stage.panel(FromPanel::Restart);
    assert_eq!(stage.view().lessons.len(), 1);
}

#[test]
fn what_is_shown_no_longer_is_said() {
    let mut stage = not_found();
    stage.press(CardAction::ShowMe);
    show(&mut stage, button());
    answer(&mut stage, (TAB, INNER), LIST, Sighting::Ambiguous);
    assert!(stage.card(TAB).not_shown.unwrap().contains("you showed"));
    assert!(offers(&stage, CardAction::ShowMe), "it can be shown anew");
    stage.press(CardAction::ShowMe);
    show(
        &mut stage,
        Shown {
            id: "other".into(),
            ..button()
        },
    );
    assert_eq!(
        stage.state.lessons.len(),
        1,
        "the newer lesson replaces the older"
    );
}

#[test]
fn a_lesson_can_be_forgotten_and_saved() {
    let mut stage = not_found();
    stage.press(CardAction::ShowMe);
    show(&mut stage, button());
    let view = stage.view();
    let lesson = &view.lessons[0];
    assert_eq!(
        (lesson.control.as_str(), lesson.host.as_str()),
        ("Ñéw", "acme.my.salesforce.com")
    );
    assert!(view.lessons_file.contains(":theForm:newSet") && !view.lessons_file.contains("acme"));
    stage.panel(FromPanel::Forget {
        lesson: lesson.key.clone(),
    });
    assert!(stage.view().lessons.is_empty() && stage.view().lessons_file.is_empty());
    assert!(!taught(&stage.task(TAB, INNER)));
}

#[test]
fn nobody_is_heard_who_was_not_asked() {
    let mut stage = not_found();
    show(&mut stage, button());
    assert!(stage.state.lessons.is_empty(), "nobody was asked");
    stage.press(CardAction::ShowMe);
    let stranger = source(TAB, INNER, "https://www.jotform.com/0PS", false);
    stage.happen(Event::Shown(stranger, Box::new(button())));
    let shell = source(TAB, 0, SETUP, false);
    stage.happen(Event::Shown(shell, Box::new(button())));
    assert!(stage.state.lessons.is_empty(), "another host, another page");
    show(
        &mut stage,
        Shown {
            kind: "password".into(),
            ..button()
        },
    );
    assert!(stage.state.lessons.is_empty());
    assert_eq!(
        stage.card(TAB).notices.len(),
        1,
        "it is said that this cannot be learnt"
    );
    stage.press(CardAction::ShowNothing);
    show(&mut stage, button());
    assert!(stage.state.lessons.is_empty(), "no longer asked");
}

#[test]
fn a_lesson_is_used_on_its_own_host_only() {
    let mut stage = not_found();
    stage.press(CardAction::ShowMe);
    show(&mut stage, button());
    stage.show(TAB, 40, "https://acme--x.sandbox.my.salesforce.com/0PS", false);
    stage.show(TAB, 41, "https://acme.lightning.force.com/0PS", false);
    assert!(taught(&stage.task(TAB, INNER)));
    assert!(!taught(&stage.task(TAB, 40)) && !taught(&stage.task(TAB, 41)));
}

#[test]
fn what_a_private_window_taught_is_not_written_to_disk() {
    let mut stage = not_found();
    stage.state.tabs.get_mut(&TAB).unwrap().private = true;
    stage.press(CardAction::ShowMe);
    show(&mut stage, button());
    assert!(taught(&stage.task(TAB, INNER)));
    let kept = stage.state.for_disk();
    assert!(kept.lessons.is_empty() && kept.private.lessons.is_empty());
}

#[test]
fn asking_ends_with_its_page() {
    let mut stage = not_found();
    stage.press(CardAction::ShowMe);
    stage.leave(TAB, INNER);
    assert_eq!(stage.state.tabs[&TAB].showing, None);
}

#[test]
fn a_field_that_is_not_found_is_asked_for_by_its_name() {
    let mut stage = at_list();
    stage
        .answers
        .fields
        .insert("licence".to_owned(), FieldState::NotFound);
    stage.answers.fields.insert("label".to_owned(), FieldState::Empty);
    let url = "/udd/PermissionSet/newPermissionSet.apexp";
    stage.setup(url);
    let card = stage.card(TAB);
    let offered = card
        .actions
        .iter()
        .find(|button| button.action == CardAction::ShowMe);
    assert_eq!(
        offered.map(|it| (it.label.as_str(), it.primary)),
        Some(("Show me: Licence", false))
    );
    stage.press(CardAction::ShowMe);
    assert!(stage.card(TAB).what.contains("Licence"));
    let shown = Shown {
        tag: "select".into(),
        kind: String::new(),
        role: "combobox".into(),
        ..button()
    };
    stage.happen(Event::Shown(
        source(TAB, INNER, &[CORE, url].concat(), false),
        Box::new(shown),
    ));
    let task = stage.task(TAB, INNER);
    let licence = task.fields.iter().find(|field| field.id == "licence").unwrap();
    assert!(licence.taught.is_some());
    assert_eq!(stage.view().lessons[0].what, "Licence");
}

#[test]
fn what_a_pair_of_lists_needs_besides_is_shown_one_by_one() {
    let mut stage = at_list();
    while stage.step() != "choose_permission_set" {
        stage.press(CardAction::Skip);
    }
    let path = "/udd/PermissionSet/assignPermissionSet.apexp";
    let url = [CORE, path].concat();
    let part = |name: &str| ["enabled_permission_sets", name].concat();
    let see = |stage: &mut Stage, states: &[(&str, FieldState)]| {
        let task = stage.task(TAB, INNER);
        let observation = Observation {
            generation: task.generation,
            question: task.question,
            address: url.clone(),
            fields: states
                .iter()
                .map(|(name, state)| FieldReport {
                    id: part(name),
                    state: state.clone(),
                })
                .collect(),
            ..Observation::default()
        };
        stage.happen(Event::Observed(
            source(TAB, INNER, &url, false),
            Box::new(observation),
        ));
    };
    let offered = |stage: &Stage| {
        let card = stage.card(TAB);
        let offer = card
            .actions
            .into_iter()
            .find(|it| it.action == CardAction::ShowMe);
        offer.map(|it| it.label)
    };
    stage
        .answers
        .fields
        .insert("enabled_permission_sets".to_owned(), FieldState::Empty);
    stage.setup(path);
    see(&mut stage, &[("", FieldState::Empty)]);
    assert_eq!(offered(&stage), None, "all is there");
    see(
        &mut stage,
        &[("", FieldState::NotFound), (".chosen", FieldState::NotFound)],
    );
    assert_eq!(
        offered(&stage).as_deref(),
        Some("Show me: Permission set: the list of what is chosen")
    );
    see(
        &mut stage,
        &[("", FieldState::Empty), (".add", FieldState::NotFound)],
    );
    assert!(offered(&stage).unwrap().contains("button that adds"));
    stage.press(CardAction::ShowMe);
    assert!(stage.card(TAB).what.contains("button that adds"));
    stage.happen(Event::Shown(source(TAB, INNER, &url, false), Box::new(button())));
    let task = stage.task(TAB, INNER);
    let Control::DuelingList { add, chosen } = &task.fields[0].control else {
        panic!("two lists");
    };
    assert_eq!(add.id_suffixes, [":theForm:newSet"]);
    assert_ne!(chosen.id_suffixes, [":theForm:newSet"]);
    assert_eq!(
        task.fields[0].taught, None,
        "the list to take from is known as it was"
    );
    see(&mut stage, &[("", FieldState::Empty)]);
    assert_eq!(offered(&stage), None);
}
