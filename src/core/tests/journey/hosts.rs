//! Hosts that the user names, and hosts where Waymark explains itself.

use crate::stage::{CORE, Stage, TAB, guide, words};
use waymark_core::inputs::InputKey;
use waymark_core::journey::{PanelContext, panel_view};
use waymark_core::page::PageKind;
use waymark_core::view::PanelView;

const OWN: &str = "forms.acme.example";
const ADDRESS: &str = "https://forms.acme.example/build/240001234567890";

fn beside(stage: &Stage, host: &str, own_domain_allowed: bool) -> PanelView {
    let context = PanelContext {
        tab: Some(TAB),
        host: Some(host.to_owned()),
        own_domain_allowed,
        checking: false,
        now: 0,
    };
    panel_view(&guide(), &words(), &stage.state, &context)
}

fn asked_for(view: &PanelView) -> Option<&str> {
    view.inputs.iter().find_map(|input| input.allow.as_deref())
}

fn with_form(address: &str) -> Stage {
    let mut stage = Stage::begun(false);
    stage.type_in(InputKey::Form, address);
    stage
}

#[test]
fn a_domain_of_the_users_own_is_asked_for_until_it_is_granted() {
    let stage = with_form(ADDRESS);
    assert_eq!(asked_for(&beside(&stage, OWN, false)), Some(OWN));
    assert_eq!(asked_for(&beside(&stage, OWN, true)), None);
    for known in [
        "https://acme.jotform.com/build/240001234567890",
        "240001234567890",
        "https://na139.salesforce.com/build/240001234567890",
        "https://forms.acme.example/240001234567890",
        "http://forms.acme.example/build/240001234567890",
        "https://localhost/build/240001234567890",
    ] {
        assert_eq!(asked_for(&beside(&with_form(known), OWN, false)), None, "{known}");
    }
}

#[test]
fn jotform_is_known_on_the_users_own_domain_and_on_no_other() {
    let mut stage = with_form(ADDRESS);
    stage.show(TAB, 0, ADDRESS, true);
    let kind = |stage: &Stage| stage.state.tabs[&TAB].frames[&0].page.kind;
    assert_eq!(kind(&stage), PageKind::FormBuild);
    assert_eq!(stage.state.jotform_host(), OWN);
    stage.show(TAB, 0, "https://forms.other.example/build/240001234567890", true);
    assert_eq!(kind(&stage), PageKind::Foreign);
    assert_eq!(stage.state.jotform_host(), OWN);
}

#[test]
fn a_host_where_nothing_is_done_is_explained_in_the_panel_and_in_the_card() {
    let mut stage = Stage::begun(false);
    for (host, says) in [
        ("na139.salesforce.com", "My Domain"),
        ("acme.unheard.my.salesforce.com", "does not know"),
        ("acme.my.salesforce.com.mcas.ms", "proxy"),
        ("login.salesforce.com", "log in"),
        ("form.jotform.com", "Form Builder"),
    ] {
        let explained = beside(&stage, host, false).explained.unwrap();
        assert!(explained.contains(says), "{host}: {explained}");
        stage.show(TAB, 0, &["https://", host, "/240001234567890"].concat(), true);
        assert_eq!(stage.card(TAB).not_shown, Some(explained), "{host}");
    }
    assert_eq!(beside(&stage, "acme.my.salesforce.com", false).explained, None);
    stage.show(TAB, 0, &[CORE, "/005"].concat(), true);
    assert_eq!(stage.card(TAB).not_shown, None);
}
