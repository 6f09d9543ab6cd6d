//! Hosts that the user names, hosts where Waymark explains itself, and a page that it knows and does not point at.

use crate::stage::{CORE, SETUP, Stage, TAB, USER, guide, spotlights, words};
use waymark_core::check::CheckId;
use waymark_core::field::RecordKey;
use waymark_core::inputs::InputKey;
use waymark_core::journey::{Effect, PanelContext, State, panel_view};
use waymark_core::message::{CardAction, FromPanel};
use waymark_core::page::PageKind;
use waymark_core::view::{Face, PanelView};

const OWN: &str = "forms.acme.example";
const ADDRESS: &str = "https://forms.acme.example/build/240001234567890";

fn beside(stage: &Stage, host: &str) -> PanelView {
    let context = PanelContext {
        tab: Some(TAB),
        host: Some(host.to_owned()),
        checking: None,
        reading_form: false,
        domain_refused: false,
        stands: Vec::new(),
        now: 0,
    };
    panel_view(&guide(), &words(), &stage.state, &context)
}

fn with_form(address: &str) -> Stage {
    let mut stage = Stage::begun(false);
    stage.type_in(InputKey::Form, address);
    stage
}

#[test]
fn a_domain_of_the_users_own_is_asked_for_when_the_inputs_are_confirmed() {
    let mut stage = with_form(ADDRESS);
    let view = beside(&stage, OWN);
    assert_eq!(view.own_domain.as_deref(), Some(OWN));
    let form = view
        .inputs
        .iter()
        .find(|input| input.key == InputKey::Form)
        .unwrap();
    assert!(form.error.as_deref().is_some_and(|error| error.contains(OWN)));
    stage.type_in(InputKey::Email, "integration@acme.example");
    stage.panel(FromPanel::ConfirmInputs);
    let view = beside(&stage, OWN);
    assert!(view.inputs_confirmed && view.own_domain.is_none());
    for known in [
        "https://acme.jotform.com/build/240001234567890",
        "240001234567890",
        "https://na139.salesforce.com/build/240001234567890",
        "https://forms.acme.example/240001234567890",
        "http://forms.acme.example/build/240001234567890",
        "https://localhost/build/240001234567890",
    ] {
        assert_eq!(beside(&with_form(known), OWN).own_domain, None, "{known}");
    }
}

#[test]
fn a_refused_domain_is_said_and_can_be_asked_for_again() {
    let mut stage = with_form(ADDRESS);
    let beside = |stage: &Stage, domain_refused| {
        let context = PanelContext {
            domain_refused,
            ..PanelContext::default()
        };
        panel_view(&guide(), &words(), &stage.state, &context)
    };
    assert_eq!(
        beside(&stage, true).domain_refused,
        None,
        "it was not asked for yet"
    );
    stage.panel(FromPanel::ConfirmInputs);
    let view = beside(&stage, true);
    assert!(view.domain_refused.unwrap().contains(OWN));
    assert_eq!(view.own_domain.as_deref(), Some(OWN), "what is asked for");
    let view = beside(&stage, false);
    assert_eq!((view.domain_refused, view.own_domain), (None, None));
    let mut elsewhere = Stage::begun(false);
    elsewhere.panel(FromPanel::ConfirmInputs);
    assert_eq!(beside(&elsewhere, true).domain_refused, None);
}

#[test]
fn the_domain_is_asked_for_again_when_the_guide_runs_again() {
    let mut stage = with_form(ADDRESS);
    stage.panel(FromPanel::ConfirmInputs);
    assert!(stage.state.inputs.confirmed);
    stage.panel(FromPanel::Stop);
    assert!(!stage.state.inputs.confirmed);
    let mut other = with_form("https://acme.jotform.com/build/240001234567890");
    other.panel(FromPanel::ConfirmInputs);
    other.panel(FromPanel::Stop);
    assert!(
        other.state.inputs.confirmed,
        "Jotform's own hosts are in the manifest"
    );
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
        let explained = beside(&stage, host).explained.unwrap();
        assert!(explained.contains(says), "{host}: {explained}");
        stage.show(TAB, 0, &["https://", host, "/240001234567890"].concat(), true);
        assert_eq!(stage.card(TAB).not_shown, Some(explained), "{host}");
    }
    assert_eq!(beside(&stage, "acme.my.salesforce.com").explained, None);
    let mut idle = Stage::new();
    idle.state = State::new("jotform-salesforce", "");
    assert_eq!(beside(&idle, "form.jotform.com").face, Face::Explained);
    assert_eq!(beside(&idle, "www.jotform.com").face, Face::Ready);
    stage.show(TAB, 0, &[CORE, "/005"].concat(), true);
    assert_eq!(stage.card(TAB).not_shown, None);
}

#[test]
fn the_user_access_summary_points_at_nothing_and_offers_the_assignments_own_page() {
    let mut stage = Stage::begun(true);
    stage.org_says(
        &[
            CheckId::PermissionSet,
            CheckId::PermissionSetLicence,
            CheckId::PermissionSetAccess,
            CheckId::User,
            CheckId::UserLicence,
            CheckId::Profile,
        ],
        &[],
    );
    stage.state.records.insert(RecordKey::User, USER.to_owned());
    assert_eq!(stage.step(), "open_edit_assignments");
    let address = [SETUP, "/lightning/setup/ManageUsers/", USER, "/summary"].concat();
    stage.show(TAB, 0, &address, true);
    assert_eq!(
        stage.state.tabs[&TAB].frames[&0].page.kind,
        PageKind::UserAccessSummary
    );
    assert_eq!(
        spotlights(&stage),
        0,
        "sets and groups may have buttons of one name there"
    );
    let card = stage.card(TAB);
    assert!(
        card.actions
            .iter()
            .any(|it| it.action == CardAction::OpenPage && it.primary),
        "{card:?}"
    );
    stage.press(CardAction::OpenPage);
    let opened = |effect: &Effect| matches!(effect, Effect::Navigate { url, .. } if url.ends_with(USER));
    assert!(stage.effects.iter().any(opened), "{:?}", stage.effects);
}
