//! What every guide keeps to.

use crate::files::{guide, steps, variants};
use std::collections::BTreeSet;
use waymark_core::check::{Cause, CheckId, PROBE_EMAIL, PROBE_PROFILE, Severity};
use waymark_core::field::{Control, ValueSource};
use waymark_core::guide::{Condition, Done, Place};
use waymark_core::target::Target;

#[test]
fn sections_have_one_to_four_steps() {
    for section in guide().sections {
        assert!((1..=4).contains(&section.steps.len()), "{}", section.id);
    }
}

#[test]
fn ids_are_unique_and_fit_into_the_keys_of_words() {
    let guide = guide();
    let mut seen = BTreeSet::new();
    let sections = guide
        .sections
        .iter()
        .map(|section| format!("section {}", section.id));
    let ids = steps(&guide).map(|step| format!("step {}", step.id));
    for id in sections.chain(ids) {
        let (_, name) = id.split_once(' ').unwrap();
        let fits = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        assert!(fits && seen.insert(id.clone()), "{id}");
    }
    for step in steps(&guide) {
        let fields: BTreeSet<&str> = step.fields.iter().map(|field| field.id.as_str()).collect();
        assert_eq!(fields.len(), step.fields.len(), "fields of {}", step.id);
    }
}

#[test]
fn every_step_can_be_done_and_probes_are_named() {
    for step in steps(&guide()) {
        assert!(!step.done.is_empty(), "{}", step.id);
        for done in &step.done {
            match done {
                Done::Probe(name) => assert!(step.probes.contains_key(name), "{}: {name}", step.id),
                Done::Fields => assert!(!step.fields.is_empty(), "{}", step.id),
                Done::Checks(ids) => assert!(!ids.is_empty(), "{}", step.id),
                _ => {}
            }
        }
        for name in step.probes.keys() {
            // What a user's own page shows is evidence for the checks.
            let is_evidence = [PROBE_EMAIL, PROBE_PROFILE].contains(&name.as_str());
            let used = is_evidence || step.done.contains(&Done::Probe(name.clone()));
            assert!(used, "{}: probe {name} is looked for in vain", step.id);
        }
    }
}

#[test]
fn a_step_on_a_page_says_which_and_how_to_get_there() {
    for step in steps(&guide()) {
        match step.place {
            Place::Salesforce | Place::Jotform => {
                assert!(!step.links.is_empty(), "{} has no link", step.id);
                let points = !step.targets.is_empty() || !step.fields.is_empty();
                assert!(
                    step.pages.is_empty() || points || step.login_as.is_some(),
                    "{}",
                    step.id
                );
            }
            Place::Panel => assert!(step.pages.is_empty(), "{}", step.id),
            Place::Elsewhere => {}
        }
    }
}

#[test]
fn targets_rest_on_two_pieces_of_evidence() {
    let pieces = |target: &Target| {
        [
            target.role.is_some(),
            !target.names.is_empty() || target.name_from_input.is_some(),
            !target.ids.is_empty(),
            !target.id_suffixes.is_empty(),
            !target.name_attributes.is_empty(),
            !target.classes.is_empty(),
            !target.href_contains.is_empty(),
            !target.section.is_empty(),
            !target.neighbours.is_empty(),
        ]
        .into_iter()
        .filter(|piece| *piece)
        .count()
    };
    let guide = guide();
    for step in steps(&guide) {
        let fields = step.fields.iter().flat_map(|field| {
            let further: Vec<&Target> = match &field.control {
                Control::DuelingList { add, chosen } => vec![add.as_ref(), chosen.as_ref()],
                _ => Vec::new(),
            };
            further.into_iter().chain([&field.target])
        });
        for target in step.targets.iter().chain(step.probes.values()).chain(fields) {
            assert!(pieces(target) >= 2, "{}: {target:?}", step.id);
        }
    }
}

#[test]
fn wordings_are_filed_under_language_tags() {
    let known = [
        "en", "ja", "de", "fr", "es", "it", "pt-BR", "nl", "sv", "ko", "zh-CN",
    ];
    let guide = guide();
    for step in steps(&guide) {
        for target in &step.targets {
            for language in target.names.keys().chain(target.section.keys()) {
                assert!(known.contains(&language.as_str()), "{}: {language}", step.id);
            }
        }
    }
}

#[test]
fn every_check_has_its_place_and_every_fix_is_a_step() {
    let guide = guide();
    let used: BTreeSet<String> = steps(&guide)
        .flat_map(|step| &step.done)
        .filter_map(|done| match done {
            Done::Checks(ids) => Some(ids.iter().map(|id| serde_json::to_value(id).unwrap())),
            _ => None,
        })
        .flatten()
        .map(|id| id.as_str().unwrap().to_owned())
        .collect();
    // No step waits for these: what they find stands in the panel, and the last step ends only where none of it blocks.
    let beside = [
        CheckId::Org,
        CheckId::Stock,
        CheckId::PermissionSetOwn,
        CheckId::Object,
        CheckId::References,
        CheckId::Files,
        CheckId::Package,
        CheckId::Sharing,
        CheckId::LeastPrivilege,
        CheckId::UserDetails,
        CheckId::UserLogin,
        CheckId::Group,
        CheckId::AppPolicy,
        CheckId::TokenUse,
        CheckId::Form,
        CheckId::Mapping,
        CheckId::Automation,
        CheckId::ProofValues,
    ];
    let beside = beside.map(|id| serde_json::to_value(id).unwrap().as_str().unwrap().to_owned());
    let expected: BTreeSet<String> = variants::<CheckId>()
        .into_iter()
        .filter(|id| !beside.contains(id))
        .collect();
    assert_eq!(used, expected);
    for (cause, fix) in &guide.fixes {
        assert!(steps(&guide).any(|step| step.id == *fix), "{cause:?} → {fix}");
    }
    // These are mended outside the guide, as their words say; what only may go wrong needs no step.
    let outside = [
        Cause::SessionIpLocked,
        Cause::ApiAccessControl,
        Cause::RequestLimit,
        Cause::ApiDisabled,
        Cause::SessionActivationRequired,
        Cause::StorageFull,
        Cause::ObjectAbsent,
        Cause::PackageLicenceAbsent,
        Cause::UserLocked,
        Cause::GroupMuted,
    ];
    let blocking = || {
        Cause::ALL
            .iter()
            .filter(|cause| cause.severity() == Severity::Blocks)
    };
    for cause in blocking() {
        assert!(
            guide.fixes.contains_key(cause) != outside.contains(cause),
            "{cause:?}"
        );
    }
    assert!(outside.iter().all(|cause| !guide.fixes.contains_key(cause)));
}

#[test]
fn a_step_that_mends_a_cause_is_walked_when_it_is_found() {
    let guide = guide();
    for (cause, fix) in &guide.fixes {
        let step = steps(&guide).find(|step| step.id == *fix).unwrap();
        if let Some(Condition::Found(causes)) = &step.only_when {
            assert!(causes.contains(cause), "{fix} is not walked for {cause:?}");
        }
    }
}

#[test]
fn passwords_are_never_filled() {
    for step in steps(&guide()) {
        for field in &step.fields {
            let mut ids = field.target.ids.iter().chain(&field.target.name_attributes);
            let is_password = |id: &String| id.to_lowercase().contains("pass") && *id != "new_password";
            assert!(!ids.any(is_password), "{}: {}", step.id, field.id);
            // `new_password` is the check box that sends the mail (Salesforce fact §4).
            if field.target.ids.iter().any(|id| id == "new_password") {
                assert!(matches!(field.value, ValueSource::Checked(true)));
            }
        }
    }
}
