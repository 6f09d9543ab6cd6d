//! The exact grants that a mapping needs: taking any one away makes a check fail, adding any one is said to be surplus, and what
//! comes from the profile is neither.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use simulated_org::start::{ObjectRight, ProfileStart};
use waymark_core::check::{Cause, Report};
use waymark_faults::driver::report;
use waymark_faults::guide::is_done;
use waymark_faults::healthy::world;
use waymark_faults::object::OBJECTS;
use waymark_faults::world::{PROFILE, World};

fn names(report: &Report, cause: Cause) -> bool {
    report
        .answers
        .iter()
        .any(|(_, outcome)| outcome.causes().any(|named| named == cause))
}

/// One grant of the journey's set, by its object or field.
#[derive(Clone, Debug)]
enum Grant {
    Object(String, ObjectRight),
    Field(String, ObjectRight),
}

fn grants(world: &mut World) -> Vec<Grant> {
    let set = world.set();
    let objects = set.object_permissions.iter();
    let objects =
        objects.flat_map(|(name, rights)| rights.iter().map(|right| Grant::Object(name.clone(), *right)));
    let fields = set.field_permissions.iter();
    let fields =
        fields.flat_map(|(name, rights)| rights.iter().map(|right| Grant::Field(name.clone(), *right)));
    objects.chain(fields).collect()
}

fn take_away(world: &mut World, grant: &Grant) {
    let set = world.set();
    let (all, name, right) = match grant {
        Grant::Object(name, right) => (&mut set.object_permissions, name, right),
        Grant::Field(name, right) => (&mut set.field_permissions, name, right),
    };
    let rights = all.get_mut(name).unwrap();
    // Every other right needs the one to read.
    rights.retain(|own| own != right && *right != ObjectRight::Read);
    if rights.is_empty() {
        all.remove(name);
    }
}

#[test]
fn taking_away_any_grant_makes_a_check_fail() {
    for object in OBJECTS {
        let mut whole = world(object);
        assert!(is_done(&report(&whole, 1).unwrap()), "{object}");
        let mut tried = 0;
        for grant in grants(&mut whole) {
            let mut less = whole.clone();
            take_away(&mut less, &grant);
            // An object that others depend on cannot lose Read by itself.
            let Ok(report) = report(&less, 1) else { continue };
            tried += 1;
            assert!(!is_done(&report), "{object} without {grant:?}");
            let named = [
                Cause::ObjectPermissionMissing,
                Cause::FieldPermissionMissing,
                Cause::ParentObjectMissing,
            ];
            assert!(
                named.iter().any(|cause| names(&report, *cause)),
                "{object} without {grant:?}"
            );
        }
        assert!(tried >= 5, "{object}: {tried}");
    }
}

/// Grants that no mapping here needs.
fn surplus(object: &str) -> Vec<Grant> {
    let unmapped = match object {
        "Lead" => "Lead.Website",
        "Contact" => "Contact.Title",
        "Account" => "Account.Industry",
        "Case" => "Case.Reason",
        _ => "Campaign.Description",
    };
    vec![
        Grant::Object(object.to_owned(), ObjectRight::Edit),
        Grant::Object(object.to_owned(), ObjectRight::ViewAll),
        Grant::Object(object.to_owned(), ObjectRight::ViewAllFields),
        Grant::Object("Campaign".to_owned(), ObjectRight::Read),
        Grant::Object("Opportunity".to_owned(), ObjectRight::Read),
        Grant::Field(unmapped.to_owned(), ObjectRight::Read),
    ]
}

fn add(world: &mut World, grant: &Grant) {
    let set = world.set();
    match grant {
        Grant::Object(name, right) => {
            let rights = set.object_permissions.entry(name.clone()).or_default();
            rights.extend([ObjectRight::Read, *right]);
        }
        Grant::Field(name, right) => {
            let object = name.split('.').next().unwrap().to_owned();
            set.object_permissions
                .entry(object)
                .or_insert_with(|| vec![ObjectRight::Read]);
            set.field_permissions.insert(name.clone(), vec![*right]);
        }
    }
}

#[test]
fn adding_any_grant_is_said_to_be_surplus() {
    for object in OBJECTS {
        for grant in surplus(object) {
            let mut more = world(object);
            add(&mut more, &grant);
            // Opportunities depend on accounts, which not every mapping needs.
            let Ok(report) = report(&more, 1) else { continue };
            assert!(names(&report, Cause::SurplusAccess), "{object} with {grant:?}");
            assert!(is_done(&report), "{object} with {grant:?}: surplus is no fault");
        }
    }
}

#[test]
fn what_the_profile_grants_is_neither_missing_nor_surplus() {
    for object in OBJECTS {
        let mut more = world(object);
        let name = "Integrations that may more";
        let rights = vec![ObjectRight::Read, ObjectRight::Create, ObjectRight::Edit];
        more.start.org.profiles.push(ProfileStart {
            name: name.to_owned(),
            like: PROFILE.to_owned(),
            object_permissions: [
                ("Campaign".to_owned(), rights.clone()),
                ("Lead".to_owned(), rights),
            ]
            .into(),
            ..ProfileStart::default()
        });
        more.user().profile = name.to_owned();
        let report = report(&more, 1).unwrap();
        assert!(!names(&report, Cause::SurplusAccess), "{object}");
        assert!(is_done(&report), "{object}");
    }
}
