//! What the browser's administrator has set, in a journey.

use crate::stage::*;
use waymark_core::check::Report;
use waymark_core::inputs::InputKey;
use waymark_core::journey::{Effect, Event};
use waymark_core::json::Json;
use waymark_core::message::{CardAction, FromPanel};
use waymark_core::plan::{NewSet, Plan, Plans, Write};
use waymark_core::policy::Policy;
use waymark_core::view::Face;

fn policy(json: &str) -> Policy {
    let (policy, faults) = Policy::read(&Json::read(json).unwrap());
    assert_eq!(faults, []);
    policy
}

fn under(stage: &mut Stage, json: &str) {
    stage.state = stage.state.clone().under(&policy(json));
}

fn org_lacks_a_set(stage: &mut Stage) {
    let set = NewSet {
        label: "Jotform".to_owned(),
        name: "Jotform".to_owned(),
        ..NewSet::default()
    };
    let plan = Plan {
        writes: vec![Write::PermissionSet(set.clone())],
        of: set,
        ..Plan::default()
    };
    stage.happen(Event::Checked {
        report: Box::new(Report::default()),
        bound: None,
        org_name: Some("Acme".to_owned()),
        records: Default::default(),
        described: None,
        plans: Box::new(Plans {
            without_user: plan.clone(),
            with_user: plan,
        }),
    });
}

#[test]
fn in_an_org_that_is_not_allowed_panel_and_card_explain_and_nothing_is_asked() {
    for (json, words) in [
        (
            r#"{"allowed_orgs": ["other.my.salesforce.com"]}"#,
            "lets Waymark guide in certain orgs only",
        ),
        (r#"{"guide": false}"#, "has switched Waymark's guides off"),
    ] {
        let mut stage = Stage::begun(true);
        stage.setup_home();
        under(&mut stage, json);
        let view = stage.view();
        assert_eq!(view.face, Face::Explained);
        assert!(view.explained.unwrap().contains(words));
        let card = stage.card(TAB);
        assert!(card.what.contains(words), "{}", card.what);
        let actions: Vec<CardAction> = card.actions.iter().map(|it| it.action).collect();
        assert_eq!((actions, card.fill), (vec![CardAction::Close], None));
        let task = stage.task(TAB, 0);
        assert!(task.targets.is_empty() && task.fields.is_empty() && task.probes.is_empty());
        stage.panel(FromPanel::CheckNow);
        assert!(!stage.asked_org());
        under(&mut stage, r#"{"allowed_orgs": ["acme.my.salesforce.com"]}"#);
        assert_eq!(stage.view().face, Face::Journey);
        stage.panel(FromPanel::CheckNow);
        assert!(stage.asked_org());
    }
}

#[test]
fn where_writing_is_off_no_plan_is_shown_and_none_is_confirmed() {
    let mut stage = Stage::begun(true);
    org_lacks_a_set(&mut stage);
    let key = stage.view().plan.unwrap().key;
    let confirm = FromPanel::Apply {
        key,
        typed: "Acme".to_owned(),
    };
    under(&mut stage, r#"{"apply": false}"#);
    assert_eq!((stage.view().face, stage.view().plan), (Face::Journey, None));
    stage.panel(confirm.clone());
    assert_eq!(
        (stage.effects.as_slice(), &stage.state.applying),
        (&[][..], &None)
    );
    under(&mut stage, "{}");
    stage.panel(confirm);
    assert!(stage.effects.contains(&Effect::Apply));
}

#[test]
fn names_are_proposed_over_the_users_own_defaults_and_stay_when_they_are_confirmed() {
    let mut stage = Stage::new();
    let own = [
        (InputKey::PermissionSetLabel, "Mine"),
        (InputKey::LastName, "Robot"),
    ];
    stage.state.inputs.defaults = own
        .map(|(key, text)| (key, text.to_owned()))
        .into_iter()
        .collect();
    under(
        &mut stage,
        r#"{"naming": {"permission_set_label": "INT {object}"}}"#,
    );
    let value = |stage: &Stage, key| stage.state.inputs.value(key).to_owned();
    assert_eq!(value(&stage, InputKey::PermissionSetLabel), "INT Lead");
    assert_eq!(value(&stage, InputKey::PermissionSetName), "INT_Lead");
    assert_eq!(value(&stage, InputKey::LastName), "Robot");
    stage.type_in(InputKey::Email, "jane@acme.example");
    stage.panel(FromPanel::ConfirmInputs);
    under(&mut stage, r#"{"naming": {"permission_set_label": "Other"}}"#);
    assert_eq!(value(&stage, InputKey::PermissionSetLabel), "INT Lead");
    stage.panel(FromPanel::Restart);
    assert_eq!(value(&stage, InputKey::PermissionSetLabel), "INT Lead");
    assert_eq!(value(&stage, InputKey::LastName), "Robot");
}

#[test]
fn a_policy_is_never_on_disk() {
    let mut stage = Stage::begun(false);
    under(&mut stage, r#"{"apply": false}"#);
    assert!(stage.state.policy.apply_off);
    assert_eq!(stage.state.for_disk().policy, Policy::default());
}
