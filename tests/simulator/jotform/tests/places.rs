//! The hosts that an account can stand on, and the languages of its interface.
#![allow(clippy::unwrap_used, clippy::panic)] // a test fails by panicking

mod common;

use axum::http::StatusCode;
use common::{FORM, World};
use serde_json::{Value, json};
use simulated_languages::Language;
use waymark_core::host::{Host, JotformKind, classify_with};
use waymark_core::page::{DocumentFacts, PageKind, detect_with};

#[tokio::test]
async fn the_builder_is_served_and_known_on_every_kind_of_host() {
    for (host, kind) in [
        ("www.jotform.com", JotformKind::Standard),
        ("eu.jotform.com", JotformKind::Europe),
        ("hipaa.jotform.com", JotformKind::Hipaa),
        ("acme.jotform.com", JotformKind::Enterprise),
        ("forms.acme.example", JotformKind::OwnDomain),
    ] {
        let world = World::new(json!({"jotform": {"host": host}}), &[]).await;
        let page = world.get(host, &format!("/build/{FORM}/settings")).await;
        assert_eq!(page.status, StatusCode::OK, "{host}");
        let own = (kind == JotformKind::OwnDomain).then_some(host);
        let Host::Jotform(known) = classify_with(host, own) else {
            panic!("{host} is not known");
        };
        assert_eq!((known.kind, known.host.as_str()), (kind, host));
        let url = format!("https://{host}/build/{FORM}/settings");
        let page = detect_with(&url, &DocumentFacts::default(), own);
        assert_eq!(
            (page.kind, page.record.as_deref()),
            (PageKind::FormSettings, Some(FORM))
        );
    }
}

#[tokio::test]
async fn the_builder_speaks_every_language_with_the_same_texts() {
    let mut keys: Option<Vec<String>> = None;
    for language in std::iter::once(Language::ENGLISH).chain(Language::tables()) {
        let code = language.code();
        let world = World::new(json!({}), &[("language", code)]).await;
        let page = world.get("www.jotform.com", &format!("/build/{FORM}")).await;
        assert!(page.body.contains(&format!("<html lang=\"{code}\">")), "{code}");
        let (_, state) = page.body.split_once("id=\"app-state\">").unwrap();
        let state: Value = serde_json::from_str(state.split("</script>").next().unwrap()).unwrap();
        let words = state["words"].as_object().unwrap();
        assert!(
            words
                .values()
                .all(|text| text.as_str().is_some_and(|text| !text.is_empty())),
            "{code}"
        );
        assert_eq!(words["settings"] == "Settings", language.is_english(), "{code}");
        let here: Vec<String> = words.keys().cloned().collect();
        assert_eq!(keys.get_or_insert_with(|| here.clone()), &here, "{code}");
    }
}
