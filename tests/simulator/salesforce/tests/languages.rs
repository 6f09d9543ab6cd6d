//! The guide's targets on Salesforce's pages in every language: what is found in English is found again, or the engine abstains;
//! it never points at something else. The pages are read as the content script reads them, without a browser.
#![allow(clippy::unwrap_used)] // also in the helpers of tests

mod browser;

use std::collections::BTreeMap;

use browser::{Browser, CORE, LIGHTNING, org, row, with_integration_user};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use simulated_languages::Language;
use simulated_org::{Row, short_id};
use simulated_salesforce::SetupVariation;
use waymark_core::guide::Guide;
use waymark_core::inputs::InputKey;
use waymark_core::locate::{Answer, locate};
use waymark_core::page::PageKind;
use waymark_core::read::rows::Needs;
use waymark_core::target::Target;
use waymark_page::Page;

const SEEDS: u64 = 3;

fn guide() -> Guide {
    serde_json::from_str(include_str!(
        "../../../../extension/guides/jotform-salesforce.json"
    ))
    .unwrap()
}

/// What the guide looks for on a page, by step and place in it.
fn targets(guide: &Guide, kind: PageKind) -> Vec<(String, Target)> {
    let steps = guide.sections.iter().flat_map(|section| &section.steps);
    let here = steps.filter(|step| step.pages.contains(&kind));
    here.flat_map(|step| {
        let own = step.targets.iter().enumerate();
        let own = own.map(|(place, target)| (format!("{} {place}", step.id), target.clone()));
        let fields = step.fields.iter().filter(|field| field.each.is_none());
        let fields = fields.map(|field| (format!("{} {}", step.id, field.id), field.target.clone()));
        own.chain(fields).collect::<Vec<_>>()
    })
    .collect()
}

/// The target with what the journey fills in from the inputs.
fn entered(target: &Target) -> Target {
    let names: &[&str] = match target.name_from_input {
        Some(InputKey::PermissionSetLabel) => &["Jotform Integration"],
        Some(InputKey::Object) => &["Lead", "Leads"],
        _ => &[],
    };
    let addresses = target.href_contains.iter();
    Target {
        exact_names: names.iter().map(|&name| name.to_owned()).collect(),
        href_contains: addresses.map(|part| part.replace("{object}", "Lead")).collect(),
        ..target.clone()
    }
}

/// Where on the page each target was found.
fn found(html: &str, targets: &[(String, Target)]) -> BTreeMap<String, usize> {
    let page = Page::parse(html);
    // One snapshot answers all, as in a frame.
    let reading = page.read(&Needs::of(targets.iter().map(|(_, target)| target)));
    let mut places = BTreeMap::new();
    for (name, target) in targets {
        if let Answer::Found { element, .. } = locate(&entered(target), &reading.snapshot) {
            let wanted = &reading.elements[element];
            let place = page.elements().position(|element| element == *wanted).unwrap();
            places.insert(name.clone(), place);
        }
    }
    places
}

/// Found and abstained of what English finds; what is found elsewhere is wrong.
#[derive(Default, Debug)]
struct Tally {
    found: usize,
    abstained: usize,
    wrong: Vec<String>,
}

#[tokio::test]
async fn every_language_is_found_or_abstained_from_and_never_wrong() {
    let org = org(with_integration_user());
    let id = |object: &str, field: &str, text: &str| {
        let row = row(&org, object, field, text);
        short_id(row.text("Id").unwrap()).to_owned()
    };
    let user = id("User", "Username", "jotform.integration@acme.example");
    let set = id("PermissionSet", "Name", "Jotform_Integration");
    let pages = [
        (
            LIGHTNING,
            "/lightning/setup/SetupOneHome/home".to_owned(),
            PageKind::SetupShell,
        ),
        (
            CORE,
            "/setup/forcecomHomepage.apexp".to_owned(),
            PageKind::SetupHome,
        ),
        (
            CORE,
            "/0PS?setupid=PermSets".to_owned(),
            PageKind::PermissionSetList,
        ),
        (
            LIGHTNING,
            "/aura/PermSets".to_owned(),
            PageKind::PermissionSetList,
        ),
        (
            CORE,
            "/udd/PermissionSet/newPermissionSet.apexp".to_owned(),
            PageKind::NewPermissionSet,
        ),
        (CORE, format!("/{set}"), PageKind::PermissionSet),
        (
            CORE,
            format!("/{set}?s=EntityPermissions"),
            PageKind::ObjectSettings,
        ),
        (
            CORE,
            format!("/{set}?s=EntityPermissions&o=Lead"),
            PageKind::ObjectPermissions,
        ),
        (CORE, "/005?isUserEntityOverride=1".to_owned(), PageKind::UserList),
        (
            LIGHTNING,
            "/aura/ManageUsersLightning".to_owned(),
            PageKind::UserList,
        ),
        (CORE, "/005/e".to_owned(), PageKind::NewUser),
        (CORE, format!("/{user}/e"), PageKind::EditUser),
        (
            CORE,
            format!("/{user}?noredirect=1&isUserEntityOverride=1"),
            PageKind::User,
        ),
        (
            LIGHTNING,
            format!("/aura/UserAccessSummary?user={user}"),
            PageKind::UserAccessSummary,
        ),
        (
            CORE,
            format!("/udd/PermissionSet/assignPermissionSet.apexp?userId={user}"),
            PageKind::EditAssignments,
        ),
        (
            LIGHTNING,
            "/aura/ConnectedAppsUsage".to_owned(),
            PageKind::ConnectedAppsUsage,
        ),
    ];
    let guide = guide();
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    for seed in 0..SEEDS {
        let mut english: BTreeMap<usize, BTreeMap<String, usize>> = BTreeMap::new();
        for language in std::iter::once(Language::ENGLISH).chain(Language::tables()) {
            let mut variation = SetupVariation::draw(&mut ChaCha8Rng::seed_from_u64(seed));
            variation.language = Some(language);
            let mut browser = Browser::of_admin(&org, variation).await;
            for (number, (host, path, kind)) in pages.iter().enumerate() {
                let shown = browser.get(&format!("https://{host}{path}")).await;
                assert_eq!(shown.status, 200, "{path}");
                // A component is what the shell puts into its page.
                let html = match path.starts_with("/aura/") {
                    true => format!("<html lang={}><body>{}", language.code(), shown.text),
                    false => shown.text.clone(),
                };
                let places = found(&html, &targets(&guide, *kind));
                if language.is_english() {
                    english.insert(number, places);
                    continue;
                }
                let tally = tallies.entry(language.code()).or_default();
                let right = &english[&number];
                for (name, place) in &places {
                    if right.get(name) != Some(place) {
                        tally.wrong.push(format!("seed {seed}, {path}: {name}"));
                    }
                }
                tally.found += places.len();
                tally.abstained += right.keys().filter(|name| !places.contains_key(*name)).count();
            }
        }
    }
    for (language, tally) in &tallies {
        println!(
            "{language}: found {}, abstained {}, wrong {:?}",
            tally.found, tally.abstained, tally.wrong
        );
    }
    for (language, tally) in tallies {
        assert_eq!(tally.wrong, Vec::<String>::new(), "{language}");
        assert!(
            tally.found > tally.abstained,
            "{language}: abstained {}",
            tally.abstained
        );
    }
}
