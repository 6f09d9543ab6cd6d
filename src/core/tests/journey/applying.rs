//! Writing a plan: confirmed in the panel, kept before it is sent, and never sent twice.

use crate::stage::*;
use waymark_core::check::{CheckId, Report};
use waymark_core::inputs::InputKey;
use waymark_core::journey::{Effect, Event, State};
use waymark_core::message::FromPanel;
use waymark_core::plan::{Applied, Failure, FieldGrant, NewSet, NewUser, Plan, Plans, Write};
use waymark_core::view::{PlanView, Tone};

fn grant(field: &str) -> Write {
    Write::Field(FieldGrant {
        object: "Lead".to_owned(),
        field: field.to_owned(),
        edit: true,
        row: None,
    })
}

fn of(writes: Vec<Write>) -> Plan {
    Plan {
        writes,
        set: Some("0PS000000000001".to_owned()),
        of: NewSet {
            label: "Jotform".to_owned(),
            name: "Jotform".to_owned(),
            ..NewSet::default()
        },
        ..Plan::default()
    }
}

fn user() -> Write {
    Write::User(NewUser {
        username: "jotform@acme.example".to_owned(),
        email: "jane@acme.example".to_owned(),
        ..NewUser::default()
    })
}

/// The org says that this could be written, without and with making a user.
fn org_lacks(stage: &mut Stage, without_user: &[Write], with_user: &[Write]) {
    stage.happen(Event::Checked {
        report: Box::new(Report::default()),
        bound: None,
        org_name: Some("Acme".to_owned()),
        records: Default::default(),
        described: None,
        plans: Box::new(Plans {
            without_user: of(without_user.to_vec()),
            with_user: of(with_user.to_vec()),
        }),
    });
}

fn shown(stage: &Stage) -> PlanView {
    stage.view().plan.expect("a plan is shown")
}

fn begun() -> Stage {
    let mut stage = Stage::begun(true);
    org_lacks(&mut stage, &[grant("Email")], &[user(), grant("Email")]);
    stage
}

/// Whether the last message made the background write.
fn confirms(stage: &mut Stage, key: &str, typed: &str) -> bool {
    stage.panel(FromPanel::Apply {
        key: key.to_owned(),
        typed: typed.to_owned(),
    });
    stage.effects.contains(&Effect::Apply)
}

#[test]
fn the_plan_is_shown_and_in_production_the_org_is_named() {
    let mut stage = begun();
    let plan = shown(&stage);
    assert_eq!(plan.writes, ["Give the permission set Read, Edit on Lead.Email"]);
    assert_eq!(plan.name.as_deref(), Some("Acme"));
    assert!(plan.fits && plan.offers_user && !plan.makes_user && !plan.applying);
    assert!(!confirms(&mut stage, &plan.key, ""));
    assert!(!confirms(&mut stage, &plan.key, "acme"));
    assert!(!confirms(&mut stage, "another plan", "Acme"));
    assert!(confirms(&mut stage, &plan.key, " Acme "));
    assert!(shown(&stage).applying);
    assert!(!confirms(&mut stage, &plan.key, "Acme"), "not a second time");
}

#[test]
fn a_user_is_a_consent_of_its_own() {
    let mut stage = begun();
    let before = shown(&stage).key;
    stage.panel(FromPanel::PlanUser { makes: true });
    let plan = shown(&stage);
    assert_eq!(plan.writes.len(), 2);
    assert!(
        !confirms(&mut stage, &before, "Acme"),
        "what is confirmed is what is shown"
    );
    assert!(confirms(&mut stage, &plan.key, "Acme"));
}

#[test]
fn what_was_written_is_told_with_the_way_back() {
    let mut stage = begun();
    let key = shown(&stage).key;
    assert!(confirms(&mut stage, &key, "Acme"));
    stage.happen(Event::Applied(Applied::Done));
    org_lacks(&mut stage, &[], &[]);
    let plan = shown(&stage);
    assert_eq!(plan.result.unwrap().tone, Tone::Good);
    assert_eq!(plan.writes, [] as [String; 0]);
    assert_eq!(
        plan.way_back,
        ["Take Read, Edit on Lead.Email from the permission set"]
    );
}

#[test]
fn a_refusal_is_told_in_the_orgs_words() {
    let mut stage = begun();
    let key = shown(&stage).key;
    assert!(confirms(&mut stage, &key, "Acme"));
    let failure = Failure {
        code: "LICENSE_LIMIT_EXCEEDED".to_owned(),
        message: "No seat".to_owned(),
    };
    stage.happen(Event::Applied(Applied::Refused(failure)));
    org_lacks(&mut stage, &[grant("Email")], &[grant("Email")]);
    let plan = shown(&stage);
    let result = plan.result.unwrap();
    assert!(
        result.text.contains("No seat (LICENSE_LIMIT_EXCEEDED)"),
        "{result:?}"
    );
    assert!(!plan.applying && plan.way_back.is_empty());
    let key = plan.key;
    assert!(confirms(&mut stage, &key, "Acme"), "it may be tried again");
}

/// The background died before, during or after sending: the org is read, and nothing is sent again.
#[test]
fn what_nobody_knows_of_is_read_and_not_sent_again() {
    for (open, written) in [(true, false), (false, true)] {
        for told in [Some(Applied::Unknown), None] {
            let mut stage = begun();
            let key = shown(&stage).key;
            assert!(confirms(&mut stage, &key, "Acme"));
            stage.state = State::kept(&stage.state.for_disk().to_keep()).unwrap();
            if let Some(told) = told {
                stage.happen(Event::Applied(told));
            }
            let left: &[Write] = if open { &[grant("Email")] } else { &[] };
            org_lacks(&mut stage, left, left);
            assert!(!stage.effects.contains(&Effect::Apply));
            let plan = shown(&stage);
            assert!(!plan.applying);
            assert_eq!(plan.way_back.is_empty(), !written, "{open}");
            let tone = plan.result.unwrap().tone;
            assert_eq!(tone == Tone::Good, written);
        }
    }
}

#[test]
fn an_org_that_has_changed_is_left_alone() {
    let mut stage = begun();
    let key = shown(&stage).key;
    assert!(confirms(&mut stage, &key, "Acme"));
    stage.happen(Event::Applied(Applied::Changed));
    org_lacks(&mut stage, &[grant("City")], &[grant("City")]);
    let plan = shown(&stage);
    assert!(plan.result.unwrap().text.contains("nothing was sent"));
    assert_eq!(plan.writes.len(), 1);
}

#[test]
fn what_is_done_elsewhere_says_the_same() {
    let mut stage = begun();
    stage.panel(FromPanel::PlanUser { makes: true });
    let plan = shown(&stage);
    assert!(
        plan.commands
            .contains("USER_ID=$(sf data create record --sobject User"),
        "{}",
        plan.commands
    );
    assert!(
        plan.commands.contains("ParentId='0PS000000000001'"),
        "{}",
        plan.commands
    );
    assert!(
        plan.metadata.contains("<field>Lead.Email</field>"),
        "{}",
        plan.metadata
    );
    assert_eq!(plan.file, "Jotform");
}

#[test]
fn a_username_that_another_org_has_is_told_until_it_is_changed() {
    let mut stage = begun();
    let key = shown(&stage).key;
    assert!(confirms(&mut stage, &key, "Acme"));
    let failure = Failure {
        code: "DUPLICATE_USERNAME".to_owned(),
        message: "Duplicate Username".to_owned(),
    };
    stage.happen(Event::Applied(Applied::Refused(failure)));
    let is_told = |stage: &Stage| {
        let findings = stage.view().findings;
        findings.iter().any(|it| it.text.contains("username is taken"))
    };
    assert!(is_told(&stage));
    stage.type_in(InputKey::Username, "other@acme.example");
    assert!(!is_told(&stage));
}

#[test]
fn a_user_that_was_made_needs_a_mail() {
    let mut stage = begun();
    let is_walked = |stage: &Stage| {
        let sections = stage.view().sections;
        let mut steps = sections.iter().flat_map(|section| &section.steps);
        steps.any(|step| step.id == "reset_password")
    };
    let needs_asking = |stage: &mut Stage| {
        stage.panel(FromPanel::LookAt {
            step: Some("verify_email".to_owned()),
        });
        stage.view().next_why.unwrap().contains("Reset Password")
    };
    assert!(!is_walked(&stage) && !needs_asking(&mut stage));
    stage.panel(FromPanel::PlanUser { makes: true });
    let key = shown(&stage).key;
    assert!(confirms(&mut stage, &key, "Acme"));
    stage.happen(Event::Applied(Applied::Done));
    assert!(is_walked(&stage) && needs_asking(&mut stage));
    stage.panel(FromPanel::LookAt { step: None });
    let still_to_do = [CheckId::UserVerified, CheckId::ProofRecord];
    let all: Vec<CheckId> = CheckId::ALL.to_vec();
    let proven: Vec<CheckId> = all.into_iter().filter(|id| !still_to_do.contains(id)).collect();
    stage.org_says(&proven, &[]);
    let is_open = |stage: &Stage| stage.step() == "reset_password";
    stage.setup("/005000000000002?noredirect=1");
    assert!(is_open(&stage) && spotlights(&stage) == 1);
    stage.leave(TAB, INNER);
    stage.setup("/005000000000002?noredirect=1");
    assert!(!is_open(&stage), "the button was pressed, and the page came anew");
}
