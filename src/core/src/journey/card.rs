//! The card beside the control, in words.

use super::voice::{Voice, WAY_TO_PANEL};
use super::{Ending, State, Tab, TabId, judge, links, notices, showing, submission, task, term, walk};
use crate::field::{FieldState, FieldTask, Wanted};
use crate::guide::{Done, Guide, LoginAs, Place, Step};
use crate::host::{Host, classify};
use crate::message::CardAction;
use crate::page::PageKind;
use crate::policy::Refusal;
use crate::view::{CardButton, CardView, FieldWords, Notice, Tone};
use crate::words::Words;

/// How the frame shows the step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// The spotlight is on the control.
    Pointed,
    /// The spotlight is on what leads to the step's fields.
    LedOn,
    /// The step's page is elsewhere, and the spotlight is on what leads there.
    Led,
    /// The frame has not answered yet.
    Looking,
    /// The step's page is here, but not clearly the control.
    NotShown {
        /// Several controls could be it.
        ambiguous: bool,
    },
    /// What the page shows is still to come.
    Arriving,
    /// The step's page is elsewhere.
    OtherPage,
}

pub(super) fn card(
    guide: &Guide,
    words: &Words,
    state: &State,
    tab: TabId,
    step: &Step,
    how: How,
) -> CardView {
    let voice = Voice::new(words, state);
    let walked = walk::walked(guide, state);
    let number = walked
        .iter()
        .position(|(_, it)| it.id == step.id)
        .map_or(walked.len(), |at| at + 1);
    let section = guide
        .sections
        .iter()
        .find(|section| section.steps.iter().any(|it| it.id == step.id));
    let form = walk::form_of(guide, step).unwrap_or(step);
    let fields = super::task::fields(form, state);
    let is_filled = |field: &FieldTask| {
        let reports = state.last_fields.get(&form.id).into_iter().flatten();
        let mut own = reports.filter(|report| report.id == field.id);
        own.any(|report| report.state == FieldState::Matches)
    };
    let is_proposed =
        |field: &FieldTask| !matches!(&field.wanted, Wanted::Something(labels) if labels.is_empty());
    let to_fill = |field: &FieldTask| is_proposed(field) && !is_filled(field);
    let fillable = how == How::Pointed && fields.iter().any(to_fill);
    let has_fields = !is_elsewhere(how) && how != How::LedOn && !fields.is_empty();
    let progress = voice.say_with(
        "progress",
        &[
            ("number", &number.to_string()),
            ("total", &walked.len().to_string()),
        ],
    );
    CardView {
        step: step.id.clone(),
        section: section.map_or_else(String::new, |it| voice.say(&["section_", &it.id].concat())),
        what: term::what(&voice, state, step),
        why: voice.say(&["step_", &step.id, "_why"].concat()),
        expand: expand(&voice, &progress),
        progress,
        percent: percent(state, walked.len()),
        notices: notices::of(guide, &voice, state, tab, step, how),
        field_words: has_fields.then(|| field_words(&voice)),
        fill: fillable.then(|| voice.say("button_fill")),
        actions: actions(guide, &voice, state, tab, step, how),
        not_shown: match how {
            How::NotShown { .. } if is_taught(state, tab, step) => Some(voice.say("not_shown_taught")),
            How::NotShown { ambiguous: true } => Some(voice.say("not_shown_ambiguous")),
            How::NotShown { ambiguous: false } if !step.targets.is_empty() || !step.fields.is_empty() => {
                Some(voice.say("not_shown_absent"))
            }
            _ => explained(&voice, state, tab),
        },
        label: voice.say("card_label"),
        minimise: voice.say("card_minimise"),
        language: words.language().tag(),
        rtl: words.language().is_rtl(),
    }
}

fn is_taught(state: &State, tab: TabId, step: &Step) -> bool {
    let tab = state.tabs.get(&tab);
    tab.is_some_and(|tab| showing::is_taught(state, step, tab))
}

/// The card while the user is asked to show the control.
pub(super) fn asking(guide: &Guide, words: &Words, state: &State, tab: TabId, step: &Step) -> CardView {
    let voice = Voice::new(words, state);
    let showing = state.tabs.get(&tab).and_then(|tab| tab.showing.as_ref());
    let field = showing.and_then(|showing| showing.subject.field.as_deref());
    let field = field.and_then(|id| field_label(words, state, step, id));
    let what = field.unwrap_or_else(|| term::what(&voice, state, step));
    let refused = showing.filter(|showing| showing.refused).map(|_| Notice {
        tone: Tone::Warning,
        text: voice.say("show_me_refused"),
    });
    CardView {
        what: voice.say_with("show_me_what", &[("what", &what)]),
        why: voice.say("show_me_why"),
        notices: refused.into_iter().collect(),
        field_words: None,
        actions: vec![button(&voice, CardAction::ShowNothing, "button_cancel", false)],
        ..card(guide, words, state, tab, step, How::Looking)
    }
}

/// A field's name in the extension's words.
pub(super) fn field_label(words: &Words, state: &State, step: &Step, id: &str) -> Option<String> {
    let fields = task::fields(step, state);
    let (whole, part) = id.split_once('.').unwrap_or((id, ""));
    let field = fields.into_iter().find(|field| field.id == whole)?;
    let label = task::labelled(field, step, words, state).label;
    Some(match part {
        "" => label,
        "add" => words.say("field_part_add", &[("field", &label)]),
        _ => words.say("field_part_chosen", &[("field", &label)]),
    })
}

/// Why nothing is done on a page that is known and none of a guide's.
fn explained(voice: &Voice, state: &State, tab: TabId) -> Option<String> {
    let mut frames = state.tabs.get(&tab)?.frames.values();
    let top = frames.find(|frame| frame.top)?;
    match classify(&top.host) {
        Host::Explained(why) => Some(voice.say(why.words())),
        _ => None,
    }
}

/// The step's page is not in this tab.
fn is_elsewhere(how: How) -> bool {
    matches!(how, How::OtherPage | How::Led | How::Arriving)
}

/// What the small card is called: what stands on it, so that it can be spoken to, and what it does.
fn expand(voice: &Voice, progress: &str) -> String {
    [progress, ": ", &voice.say("card_expand")].concat()
}

/// The card when every step has ended.
pub(super) fn finished(guide: &Guide, words: &Words, state: &State) -> CardView {
    let voice = Voice::new(words, state);
    let skipped = state.steps.values().any(|step| step.ending == Ending::Skipped);
    let mut actions = vec![button(&voice, CardAction::Close, "button_close", false)];
    let mut notices = Vec::new();
    if voice.names_way_to_panel() {
        notices.push(voice.say(WAY_TO_PANEL));
    } else {
        actions.insert(
            0,
            button(&voice, CardAction::OpenPanel, "button_open_panel", true),
        );
    }
    if submission::is_unconfirmed(state)
        && let Some(said) = notices::said_of(&voice, &submission::proposed(state))
    {
        notices.push(said);
        actions.push(button(&voice, CardAction::SentSo, "button_sent_so", false));
    }
    let note = |text| Notice {
        tone: Tone::Note,
        text,
    };
    CardView {
        notices: notices.into_iter().map(note).collect(),
        step: "finished".to_owned(),
        section: voice.say("guide_name"),
        what: voice.say(if skipped {
            "finished_what_skipped"
        } else {
            "finished_what"
        }),
        why: voice.say(if skipped {
            "finished_skipped"
        } else {
            "finished_why"
        }),
        expand: expand(&voice, &voice.say("finished_progress")),
        progress: voice.say("finished_progress"),
        percent: percent(state, walk::walked(guide, state).len()),
        actions,
        label: voice.say("card_label"),
        minimise: voice.say("card_minimise"),
        language: words.language().tag(),
        rtl: words.language().is_rtl(),
        ..CardView::default()
    }
}

/// The card where the policy lets no guide run.
pub(super) fn refused(words: &Words, refusal: Refusal) -> CardView {
    let say = |key| words.tell(key).to_owned();
    CardView {
        step: "refused".to_owned(),
        section: say("guide_name"),
        what: say(refusal.words()),
        actions: vec![CardButton {
            action: CardAction::Close,
            label: say("button_close"),
            primary: true,
        }],
        label: say("card_label"),
        minimise: say("card_minimise"),
        expand: say("card_expand"),
        language: words.language().tag(),
        rtl: words.language().is_rtl(),
        ..CardView::default()
    }
}

pub(super) fn percent(state: &State, total: usize) -> u8 {
    let ended = state.steps.len().min(total);
    ended
        .saturating_mul(100)
        .checked_div(total)
        .and_then(|percent| u8::try_from(percent).ok())
        .unwrap_or(0)
}

fn actions(guide: &Guide, voice: &Voice, state: &State, id: TabId, step: &Step, how: How) -> Vec<CardButton> {
    let mut actions = Vec::new();
    let nowhere = Tab::default();
    let tab = state.tabs.get(&id).unwrap_or(&nowhere);
    let has_link = links::link(step, state).is_some();
    let private = step.login_as.is_some_and(LoginAs::wants_private) && !tab.private;
    let can_be_private = private && has_link && state.private_windows != Some(false);
    if step.place == Place::Panel && !voice.names_way_to_panel() {
        actions.push(button(voice, CardAction::OpenPanel, "button_open_panel", true));
    }
    let is_open = is_elsewhere(how) && judge::other_tab(step, state, Some(id)).is_some();
    if is_open {
        actions.push(button(voice, CardAction::ShowTab, "button_show_tab", true));
    } else if is_elsewhere(how) && can_be_private {
        actions.push(button(
            voice,
            CardAction::OpenPrivate,
            "button_open_private",
            true,
        ));
    }
    // A private window has not the administrator's session, so Setup is never opened there.
    let page_is_here = step.place != Place::Salesforce || !tab.private;
    // Where the way on is not found, the link goes it; a form that may be half filled is never left like that.
    let lost_the_way = matches!(how, How::NotShown { .. })
        && step.place == Place::Salesforce
        && step.fields.is_empty()
        && !step.check_after
        && !step.targets.is_empty();
    if (is_elsewhere(how) || lost_the_way) && has_link && page_is_here {
        let key = match step.login_as {
            Some(LoginAs::Administrator) => "button_log_out",
            Some(LoginAs::IntegrationUser) if private => "button_open_here_anyway",
            Some(LoginAs::FormBuilder) if private => "button_open_in_this_window",
            None if step.place == Place::Elsewhere => "button_open_filled",
            _ => "button_open_page",
        };
        let signs_in_here = tab.private && step.place == Place::Elsewhere;
        let is_way_enough = matches!(how, How::Led | How::Arriving);
        // It would only load anew what is there, and what was begun on it would be lost.
        let is_there = links::leads_to_where_it_is(step, state, tab);
        let is_main = !(is_way_enough || signs_in_here || is_there || has_main(&actions));
        actions.push(button(voice, CardAction::OpenPage, key, is_main));
    }
    if let Some(subject) = showing::subject(guide, step, state, id) {
        let field = subject
            .field
            .and_then(|field| field_label(voice.words, state, step, &field));
        let label = match field {
            Some(field) => voice.say_with("button_show_field", &[("field", &field)]),
            None => voice.say("button_show_me"),
        };
        actions.push(CardButton {
            action: CardAction::ShowMe,
            label,
            primary: false,
        });
    }
    if state.checks_allowed == Some(true) && step.done.iter().any(|done| matches!(done, Done::Checks(_))) {
        let is_main = step.place == Place::Elsewhere && !is_approval(tab) && !has_main(&actions);
        actions.push(button(voice, CardAction::CheckNow, "button_check_now", is_main));
    }
    if state.checks_allowed == Some(true)
        && !submission::is_sent(state)
        && !notices::values(state, step).is_empty()
    {
        actions.push(button(voice, CardAction::SentSo, "button_sent_so", false));
    }
    if matches!(how, How::NotShown { .. }) && !voice.names_way_to_panel() {
        actions.push(button(voice, CardAction::SavePage, "button_save_page", false));
    }
    let is_first = walk::walked(guide, state)
        .first()
        .is_none_or(|(_, first)| first.id == step.id);
    if !is_first {
        actions.push(button(voice, CardAction::Back, "button_back", false));
    }
    if state.looking_at.is_some() {
        actions.push(button(voice, CardAction::Forward, "button_forward", false));
    } else {
        actions.push(button(voice, CardAction::Skip, "button_skip", false));
    }
    actions.push(button(voice, CardAction::Close, "button_close", false));
    actions
}

/// A card has one button that stands out.
fn has_main(actions: &[CardButton]) -> bool {
    actions.iter().any(|it| it.primary)
}

fn is_approval(tab: &Tab) -> bool {
    tab.frames
        .values()
        .any(|frame| frame.page.kind == PageKind::OauthApproval)
}

fn button(voice: &Voice, action: CardAction, key: &str, primary: bool) -> CardButton {
    CardButton {
        action,
        label: voice.say(key),
        primary,
    }
}

fn field_words(voice: &Voice) -> FieldWords {
    FieldWords {
        matches: voice.say("state_matches"),
        empty: voice.say("state_empty"),
        differs: voice.say("state_differs"),
        by_user: voice.say("state_by_user"),
        not_offered: voice.say("state_not_offered"),
        read_only: voice.say("state_read_only"),
        not_found: voice.say("state_not_found"),
        busy: voice.say("state_busy"),
    }
}
