//! What is chosen among several: the cause behind a refused login, and the profile of a new user.

use super::*;
use crate::inputs::InputKey;
use crate::journey::State;

/// How a row of a set and what is wanted differ from the healthy ones.
type Change = fn(&mut ObjectPermission, &mut Wishes);

#[test]
fn a_refused_login_is_read_by_its_words() {
    let cause = |status: &str| {
        let (mut facts, wishes) = (healthy(), wishes());
        facts.logins = Look::Seen(vec![Login {
            status: status.into(),
            ..Login::default()
        }]);
        let report = answers(&facts, &wishes);
        let outcome = report.answer(CheckId::UserLogin).unwrap();
        assert!(
            !matches!(outcome, Outcome::CouldNotCheck(_)),
            "{status}: {outcome:?}"
        );
        outcome.causes().collect::<Vec<_>>()
    };
    for status in [
        "Restricted IP",
        "Outside of the IP range",
        "Failed: IP Address not trusted",
    ] {
        assert_eq!(cause(status), [Cause::IpRange], "{status}");
    }
    for status in ["Outside of login hours", "Restricted Time"] {
        assert_eq!(cause(status), [Cause::LoginHours], "{status}");
    }
    for status in [
        "Device not activated",
        "Verification required",
        "Failed: Activation",
        "Challenge failed",
        "Computer unknown",
    ] {
        assert_eq!(cause(status), [Cause::DeviceCodePending], "{status}");
    }
    // Another reason, or none: a success may be one in spite of an address.
    for status in [
        "Invalid Password",
        "Failed: Not approved for access",
        "Success: IP address trusted",
    ] {
        assert_eq!(cause(status), [], "{status}");
    }
}

#[test]
fn a_new_user_gets_the_newer_profile_of_the_licence_else_the_only_one() {
    let chosen = |profiles: &[(&str, &str, &str)], licence: Option<&str>| {
        let mut facts = healthy();
        let profile = |(id, name, of): &(&str, &str, &str)| ApiOnlyProfile {
            id: (*id).into(),
            name: (*name).into(),
            user_licence_id: (*of).into(),
        };
        facts.api_only_profiles = Look::Seen(profiles.iter().map(profile).collect());
        wanted_profile(&facts, licence)
    };
    let newer = ("newer", "Minimum Access - API Only Integrations", USER_SEAT);
    let older = ("older", "Salesforce API Only System Integrations", USER_SEAT);
    let (renamed, copy) = (("renamed", "Nur API", USER_SEAT), ("copy", "Kopie", USER_SEAT));
    let of_others = (
        "others",
        "Minimum Access - API Only Integrations",
        "100000000000002",
    );
    let own = |profiles: &[(&str, &str, &str)]| chosen(profiles, Some(USER_SEAT));
    assert_eq!(own(&[older, newer, renamed]).as_deref(), Some("newer"));
    assert_eq!(own(&[renamed, older]).as_deref(), Some("older"));
    assert_eq!(own(&[of_others, renamed]).as_deref(), Some("renamed"));
    assert_eq!(
        own(&[of_others, renamed, copy]),
        None,
        "which of the two is not known"
    );
    assert_eq!(own(&[of_others]), None);
    assert_eq!(chosen(&[newer], None), None);
    let mut hid = healthy();
    hid.api_only_profiles = hidden();
    assert_eq!(wanted_profile(&hid, Some(USER_SEAT)), None);
}

#[test]
fn the_shorter_of_two_names_may_be_either() {
    let cause = |label: &str, name: &str| {
        let (mut facts, wishes) = (healthy(), wishes());
        facts.assignments = Look::Seen(vec![Assignment {
            set_label: label.into(),
            set_name: name.into(),
            ..assignment("0PS000000000008")
        }]);
        let report = answers(&facts, &wishes);
        report.answer(CheckId::Assignment).unwrap().causes().next()
    };
    for (label, name) in [
        ("Jotform", "Other"),
        ("JOTFORM integration (old)", "Other"),
        ("Other", "Jotform_Integration_7"),
        ("Other", "JotformInt"),
    ] {
        assert_eq!(
            cause(label, name),
            Some(Cause::AssignmentLookAlikeSet),
            "{label} {name}"
        );
    }
    for (label, name) in [
        ("Form Integration", "Other"),
        ("", "12"),
        ("Integration", "Web_Forms"),
    ] {
        assert_eq!(
            cause(label, name),
            Some(Cause::AssignmentAbsent),
            "{label} {name}"
        );
    }
}

#[test]
fn severities_are_named_in_files_as_elsewhere() {
    for severity in [Severity::Blocks, Severity::Risk, Severity::Note] {
        assert_eq!(serde_json::to_value(severity).unwrap(), severity.key());
    }
}

#[test]
fn a_token_is_used_when_either_its_count_or_its_date_says_so() {
    let cause = |tokens: &[(Option<&str>, Option<i64>)]| {
        let (mut facts, wishes) = (healthy(), wishes());
        let one = |(last_used, uses): &(Option<&str>, Option<i64>)| Token {
            last_used: last_used.map(str::to_owned),
            uses: *uses,
            ..token(USER)
        };
        facts.tokens = Look::Seen(tokens.iter().map(one).collect());
        let report = answers(&facts, &wishes);
        report.answer(CheckId::TokenUse).unwrap().causes().next()
    };
    let date = Some("2026-11-02T00:00:00.000+0000");
    for unused in [
        &[(None, Some(0))][..],
        &[(None, None)],
        &[(None, Some(0)), (None, None)],
    ] {
        assert_eq!(cause(unused), Some(Cause::TokenUnused), "{unused:?}");
    }
    for used in [
        &[(date, Some(0))][..],
        &[(None, Some(2))],
        &[(date, None)],
        &[(None, None), (date, Some(1))],
    ] {
        assert_eq!(cause(used), None, "{used:?}");
    }
}

#[test]
fn every_right_is_surplus_unless_the_mapping_needs_it() {
    /// What is told of one row of the set's own, on the object or another one.
    fn told(object: &str, change: Change) -> String {
        let (mut facts, mut wishes) = (healthy(), wishes());
        let mut row = ObjectPermission {
            object: object.into(),
            ..on_object(SET, true, object == "Lead", false)
        };
        change(&mut row, &mut wishes);
        facts.own_object_permissions = Look::Seen(vec![row]);
        match answers(&facts, &wishes).answer(CheckId::LeastPrivilege) {
            Some(Outcome::Proven(_)) => String::new(),
            Some(Outcome::Wrong(findings)) => findings[0].evidence[0].seen.clone(),
            other => panic!("{other:?}"),
        }
    }
    let lead: [(Change, &str); 11] = [
        (|_, _| (), ""),
        (|row, _| row.edit = true, "Edit"),
        (|row, wishes| (row.edit, wishes.edit) = (true, true), ""),
        (|row, _| row.delete = true, "Delete"),
        (|row, _| row.view_all = true, "View All"),
        (|row, wishes| (row.view_all, wishes.update) = (true, true), ""),
        (|_, wishes| wishes.find = true, "Create"),
        (|row, _| row.modify_all = true, "Modify All"),
        (|row, _| row.view_all_fields = true, "View All Fields"),
        (|row, _| (row.edit, row.delete) = (true, true), "Edit, Delete"),
        (|row, wishes| (row.delete, wishes.update) = (true, true), "Delete"),
    ];
    for (at, (change, surplus)) in lead.into_iter().enumerate() {
        assert_eq!(told("Lead", change), surplus, "row {at}");
    }
    let other: [(Change, &str); 3] = [
        (|_, _| (), "Read"),
        (|row, wishes| (row.edit, wishes.edit) = (true, true), "Read, Edit"),
        (
            |row, wishes| (row.create, row.view_all, wishes.find) = (true, true, true),
            "Read, Create, View All",
        ),
    ];
    for (change, surplus) in other {
        assert_eq!(told("Campaign", change), surplus);
    }
}

#[test]
fn an_alias_is_cut_where_only_its_beginning_is_left() {
    for (wished, is_cut) in [
        ("jotform", false),
        ("jotforms", true),
        ("other-alias", false),
        ("", false),
        ("jot", false),
    ] {
        let (facts, mut wishes) = (healthy(), wishes());
        wishes.alias = wished.into();
        let report = answers(&facts, &wishes);
        let mut causes = report.answer(CheckId::UserDetails).unwrap().causes();
        assert_eq!(causes.any(|cause| cause == Cause::AliasCut), is_cut, "{wished}");
    }
}

#[test]
fn a_journey_wants_what_its_inputs_and_its_form_say() {
    let mut state = State::default();
    let host = "acme.my.salesforce.com";
    for (key, value) in [
        (InputKey::Object, "Lead"),
        (InputKey::Fields, "LastName; Email,Rating__c"),
    ] {
        state.inputs.set(key, value, host);
    }
    let wanted = Wishes::of(&state);
    assert_eq!(wanted.fields, ["LastName", "Email", "Rating__c"]);
    assert!(wanted.form.is_none(), "the builder was not seen");
    let unfed = |wishes: &Wishes| {
        wishes
            .mapping
            .iter()
            .filter(|one| one.question.is_empty())
            .count()
    };
    assert_eq!((wanted.mapping.len(), unfed(&wanted)), (3, 3));
    (state.seen_form, state.form) = (form(), Some("240001234567890".into()));
    let wanted = Wishes::of(&state);
    assert_eq!(
        wanted
            .form
            .as_ref()
            .map(|form| (form.questions.len(), form.hipaa)),
        Some((4, false))
    );
    let feeds = |field: &str| {
        wanted
            .mapping
            .iter()
            .find(|one| one.field == field)
            .map(|one| one.question.as_str())
    };
    assert_eq!(
        (feeds("LastName"), feeds("Email"), feeds("Rating__c")),
        (Some("3.last"), Some("4"), Some(""))
    );
    state.jotform_host = Some("hipaa.jotform.com".into());
    assert!(
        Wishes::of(&state)
            .form
            .is_some_and(|form| form.hipaa && form.id == "240001234567890")
    );
}

#[test]
fn whether_an_address_is_verified_is_shown_as_the_org_says_it() {
    let (mut facts, wishes) = (healthy(), wishes());
    let seen = |facts: &OrgFacts| {
        let report = answers(facts, &wishes);
        match report.answer(CheckId::UserVerified) {
            Some(Outcome::Proven(evidence)) => evidence[0].seen.clone(),
            Some(Outcome::Wrong(findings)) => findings[0].evidence[0].seen.clone(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(seen(&facts), "true");
    facts.verification = Look::Seen(Verification::default());
    facts.tokens = Look::Seen(vec![]);
    assert_eq!(seen(&facts), "false");
}
