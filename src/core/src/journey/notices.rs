//! What the card says besides the step itself: errors of the page, what is wrong, and what is to be minded.

use super::card::How;
use super::submission::{self, Answer};
use super::voice::{Voice, WAY_TO_PANEL};
use super::{State, Tab, TabId, checked, findings, judge, links, mapping, plan, unseen, walk};
use crate::check::{CheckId, Severity};
use crate::guide::{Guide, LoginAs, Place, Step};
use crate::view::{Notice, Tone};

/// What is to be minded at a step, the gravest first.
pub(super) fn of(
    guide: &Guide,
    voice: &Voice,
    state: &State,
    id: TabId,
    step: &Step,
    how: How,
) -> Vec<Notice> {
    let mut notices = Vec::new();
    let nowhere = Tab::default();
    let tab = state.tabs.get(&id).unwrap_or(&nowhere);
    let mut add = |tone, text| notices.push(Notice { tone, text });
    for error in page_errors(tab, step) {
        add(
            Tone::Wrong,
            voice.say_with("notice_page_error", &[("error", error)]),
        );
    }
    for cause in guide
        .fixes
        .iter()
        .filter(|(_, fix)| **fix == step.id)
        .map(|(cause, _)| *cause)
    {
        // That something is not there yet is what the step is for.
        if walk::is_found(cause, state) && !findings::is_only_missing(cause) {
            let tone = match cause.severity() {
                Severity::Blocks => Tone::Wrong,
                Severity::Risk => Tone::Warning,
                Severity::Note => Tone::Note,
            };
            add(tone, voice.say(&findings::cause_key(cause)));
        }
    }
    if plan::waits_for_asked_mail(state, step) {
        add(Tone::Warning, voice.say("notice_mail_on_request"));
    }
    if tab.frames.values().any(|frame| frame.other_org) {
        add(Tone::Warning, voice.say("notice_other_org"));
    }
    for key in traps(tab, step) {
        add(Tone::Warning, voice.say(key));
    }
    let elsewhere = |frame: &super::Frame| {
        !frame.other_org && step.pages.contains(&frame.page.kind) && !judge::concerns(state, &frame.page)
    };
    if tab.frames.values().any(elsewhere) {
        add(Tone::Warning, voice.say("notice_other_record"));
    }
    // There the facts of a page can be saved, too.
    let sends_to_panel = step.place == Place::Panel || matches!(how, How::NotShown { .. });
    if sends_to_panel && voice.names_way_to_panel() {
        add(Tone::Note, voice.say(WAY_TO_PANEL));
    }
    if let Some(login) = step.login_as {
        add(Tone::Note, voice.say(login_words(login)));
        if login.wants_private() && state.private_windows == Some(false) {
            add(Tone::Warning, voice.say("notice_private_blocked"));
        }
    }
    if tab.private && step.place == Place::Salesforce {
        add(Tone::Note, voice.say("notice_go_to_own_window"));
    }
    if how == How::OtherPage && links::link(step, state).is_none() && step.place == Place::Salesforce {
        add(Tone::Note, voice.say("notice_open_org"));
    }
    if matches!(how, How::Led | How::LedOn) {
        add(Tone::Note, voice.say("notice_leads_there"));
    }
    let fields = unseen::to_tick(guide, step, state);
    let is_here = |frame: &super::Frame| step.pages.contains(&frame.page.kind);
    if !fields.is_empty() && tab.frames.values().any(is_here) {
        let names: Vec<String> = fields
            .iter()
            .map(|field| mapping::field_labels(state, field).swap_remove(0))
            .collect();
        add(
            Tone::Warning,
            voice.say_with("notice_tick_yourself", &[("unseen", &names.join(", "))]),
        );
    }
    if let Some(said) = said_of(voice, &values(state, step)) {
        add(Tone::Note, said);
    }
    for key in &step.warnings {
        let tone = if key.starts_with("warning") {
            Tone::Warning
        } else {
            Tone::Note
        };
        add(tone, voice.say(key));
    }
    notices.sort_by_key(|notice| match notice.tone {
        Tone::Wrong => 0,
        Tone::Warning => 1,
        Tone::Note => 2,
        Tone::Good => 3,
    });
    notices
}

/// What to enter in the test submission, in words; nothing where there is nothing to enter.
pub(super) fn said_of(voice: &Voice, values: &[Answer]) -> Option<String> {
    let lines: Vec<String> = values
        .iter()
        .map(|answer| [&answer.label, ": ", &answer.value].concat())
        .collect();
    (!lines.is_empty()).then(|| voice.say_with("notice_test_values", &[("values", &lines.join("; "))]))
}

/// What to enter in the test submission, at the step that makes it, and at the one that follows once its record was found: that
/// just this was sent can still be said there.
pub(super) fn values(state: &State, step: &Step) -> Vec<Answer> {
    let is_asked = step.place == Place::Elsewhere || submission::is_unconfirmed(state);
    if is_asked && checked::checks_of(step).contains(&CheckId::ProofRecord) {
        submission::proposed(state)
    } else {
        Vec::new()
    }
}

/// Without the ids of the fields that they stand at.
fn page_errors<'a>(tab: &'a Tab, step: &'a Step) -> impl Iterator<Item = &'a str> {
    tab.frames
        .values()
        .filter(|frame| step.pages.contains(&frame.page.kind))
        .flat_map(|frame| &frame.page_errors)
        .map(|error| error.split('\u{1f}').next().unwrap_or_default())
        .take(3)
}

fn traps<'a>(tab: &'a Tab, step: &'a Step) -> impl Iterator<Item = &'a String> {
    tab.frames
        .values()
        .filter_map(|frame| step.traps.get(&frame.page.kind))
}

/// Which user signs in, on which host, and why there.
pub(super) fn login_words(login: LoginAs) -> &'static str {
    match login {
        LoginAs::IntegrationUser => "login_integration_user",
        LoginAs::Administrator => "login_administrator",
        LoginAs::FormBuilder => "login_form_builder",
    }
}
