//! What is chosen among several: the cause behind a refused login, and the profile of a new user.

use super::*;

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
