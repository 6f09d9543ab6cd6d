//! All that the panel shows, in words.

use super::voice::{Voice, org_kind};
use super::{
    Ending, State, TabId, card, findings, hand_over, links, mapping, notices, plan, showing, term, walk,
};
use crate::check::Outcome;
use crate::guide::{Done, Guide, Place, Step};
use crate::host::{Host, OrgKind, classify};
use crate::inputs::InputKey;
use crate::lesson;
use crate::org::MAXIMUM_REQUESTS;
use crate::view::{
    Face, InputView, LessonView, Mark, OrgView, PanelView, ProgressView, SectionView, StandView, StepView,
};
use crate::words::Words;

/// What the panel's view depends on besides the journey.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PanelContext {
    /// The tab that the panel stands beside.
    pub tab: Option<TabId>,
    /// That tab's host, where it is one of the guided hosts.
    pub host: Option<String>,
    /// A check is running: how many requests were sent, and whether it only reads.
    pub checking: Option<(u32, bool)>,
    /// Jotform's API is being asked for the form.
    pub reading_form: bool,
    /// The browser does not allow the domain of the user's own.
    pub domain_refused: bool,
    /// Where guides stand in other orgs.
    pub stands: Vec<StandView>,
    /// Now, in milliseconds since 1970.
    pub now: u64,
}

/// The panel's view of a journey.
#[must_use]
pub fn panel_view(guide: &Guide, words: &Words, state: &State, context: &PanelContext) -> PanelView {
    let voice = Voice::new(words, state);
    let walked = walk::walked(guide, state);
    let shown = super::shown(guide, state);
    let current = super::current(guide, state);
    let link = shown.and_then(|step| links::link(step, state));
    let private = shown
        .filter(|_| link.is_some())
        .and_then(|step| step.login_as)
        .filter(|login| login.wants_private());
    let own_domain = state.inputs.own_domain();
    let to_confirm = own_domain.as_deref().filter(|_| !state.inputs.confirmed);
    let refused = own_domain
        .as_deref()
        .filter(|_| state.inputs.confirmed && context.domain_refused);
    PanelView {
        language: words.language().id.to_owned(),
        face: face(state, context, current),
        explained: explained(&voice, state, context),
        org: org(&voice, state, context),
        tab: super::pressed::own_tab(state),
        here: context.tab.is_some_and(|tab| state.tabs.contains_key(&tab)),
        stands: context.stands.clone(),
        begun: !state.steps.is_empty(),
        next: shown.map(|step| term::what(&voice, state, step)),
        next_why: shown.map(|step| {
            if plan::waits_for_asked_mail(state, step) {
                voice.say("notice_mail_on_request")
            } else {
                voice.say(&["step_", &step.id, "_why"].concat())
            }
        }),
        next_place: shown.map(|step| step.place),
        sections: sections(guide, &voice, state),
        inputs: inputs(&voice, state, to_confirm),
        own_domain: to_confirm.or(refused).map(str::to_owned),
        domain_refused: refused.map(|host| voice.say_with("panel_domain_refused", &[("domain", host)])),
        inputs_confirmed: state.inputs.confirmed,
        checks_allowed: state.checks_allowed,
        by_itself: state.by_itself,
        checking: context.checking.is_some(),
        progress: context.checking.map(|(sent, only_reads)| ProgressView {
            sent,
            most: MAXIMUM_REQUESTS,
            can_stop: only_reads && state.applying.is_none(),
        }),
        checked: checked(&voice, state, context.now),
        findings: findings::findings(guide, &voice, state),
        mapping: mapping::view(guide, &voice, state, context.reading_form),
        plan: plan::view(&voice, state),
        hand_over: hand_over::hand_over(state),
        not_taken_over: state.not_taken_over,
        done: state.steps.len().min(walked.len()),
        total: walked.len(),
        can_open: link.is_some() && shown.is_some_and(|step| step.place != Place::Panel),
        private: private
            .filter(|_| state.private_windows != Some(false))
            .map(|login| voice.say(notices::login_words(login))),
        private_blocked: private
            .filter(|_| state.private_windows == Some(false))
            .map(|_| voice.say("notice_private_blocked")),
        lessons: lessons(guide, words, &voice, state),
        lessons_file: lesson::file(showing::lessons(state)),
    }
}

/// Where the guide stands in an org, for the list of all; `None` where it has not begun.
#[must_use]
pub fn stand(guide: &Guide, words: &Words, state: &State) -> Option<StandView> {
    let begun = !state.core_host.is_empty() && !state.steps.is_empty();
    let total = walk::walked(guide, state).len();
    let done = state.steps.len().min(total);
    let progress = if super::current(guide, state).is_none() {
        words.tell("stand_finished").to_owned()
    } else {
        let (done, total) = (done.to_string(), total.to_string());
        words.say("stand_steps", &[("done", &done), ("total", &total)])
    };
    begun.then(|| StandView {
        name: state.org_name.clone().unwrap_or_else(|| state.core_host.clone()),
        host: state.core_host.clone(),
        progress,
        percent: card::percent(state, total),
    })
}

/// What the user has shown, the newest first.
fn lessons(guide: &Guide, words: &Words, voice: &Voice, state: &State) -> Vec<LessonView> {
    let view = |lesson: &lesson::Lesson| {
        let subject = &lesson.subject;
        let field = subject
            .field
            .as_deref()
            .and_then(|field| card::field_label(words, state, walk::find(guide, &subject.step)?, field));
        LessonView {
            key: showing::key(lesson),
            what: field
                .or_else(|| Some(term::what(voice, state, walk::find(guide, &subject.step)?)))
                .unwrap_or_default(),
            control: lesson.known_by().to_owned(),
            host: lesson.host.clone(),
        }
    };
    showing::lessons(state).rev().map(view).collect()
}

/// What the host beside the panel is.
fn host(context: &PanelContext) -> Option<Host> {
    context.host.as_deref().map(classify)
}

fn explained(voice: &Voice, state: &State, context: &PanelContext) -> Option<String> {
    if let Some(refusal) = state.refusal() {
        return Some(voice.say(refusal.words()));
    }
    match host(context)? {
        Host::Explained(why) => Some(voice.say(why.words())),
        _ => None,
    }
}

fn face(state: &State, context: &PanelContext, current: Option<&Step>) -> Face {
    match (state.tabs.is_empty(), current) {
        _ if state.refusal().is_some() => Face::Explained,
        (false, None) => Face::Finished,
        (false, Some(_)) => Face::Journey,
        (true, None) if !state.steps.is_empty() => Face::Finished,
        (true, _) => match host(context) {
            None => Face::Nowhere,
            Some(Host::Explained(_)) => Face::Explained,
            Some(_) => Face::Ready,
        },
    }
}

/// The org always stands at the top: its name, what kind it is, and who acts.
fn org(voice: &Voice, state: &State, context: &PanelContext) -> Option<OrgView> {
    let beside = host(context).and_then(|host| match host {
        Host::Salesforce(salesforce) => Some(salesforce.core_host),
        _ => None,
    });
    let host = if state.core_host.is_empty() {
        beside?
    } else {
        state.core_host.clone()
    };
    let kind = org_kind(&host);
    Some(OrgView {
        name: state.org_name.clone().unwrap_or_else(|| host.clone()),
        kind: kind.map_or_else(String::new, |(key, _)| voice.say(key)),
        production: kind.is_none_or(|(_, kind)| {
            matches!(kind, OrgKind::Production | OrgKind::Government | OrgKind::China)
        }),
        user: state.bound.as_ref().map(|bound| bound.user_name.clone()),
        host,
    })
}

fn sections(guide: &Guide, voice: &Voice, state: &State) -> Vec<SectionView> {
    let current = super::current(guide, state).map(|step| step.id.as_str());
    guide
        .sections
        .iter()
        .map(|section| SectionView {
            id: section.id.clone(),
            name: voice.say(&["section_", &section.id].concat()),
            steps: section
                .steps
                .iter()
                .filter(|step| walk::is_walked(step, state))
                .map(|step| StepView {
                    id: step.id.clone(),
                    what: term::what(voice, state, step),
                    mark: mark(guide, step, state, current),
                    because: state
                        .steps
                        .get(&step.id)
                        .map(|it| voice.say(findings::because(it.ending))),
                })
                .collect(),
        })
        .filter(|section| !section.steps.is_empty())
        .collect()
}

fn mark(guide: &Guide, step: &Step, state: &State, current: Option<&str>) -> Mark {
    if current == Some(step.id.as_str()) {
        return Mark::Current;
    }
    match state.steps.get(&step.id).map(|it| it.ending) {
        None => Mark::Open,
        Some(Ending::Proven) => Mark::Proven,
        Some(ended) if is_refuted(guide, step, state) => {
            if ended == Ending::Skipped {
                Mark::Skipped
            } else {
                Mark::Wrong
            }
        }
        Some(Ending::Done) => Mark::Done,
        Some(Ending::Skipped) => Mark::Skipped,
    }
}

/// The last check says that what the step was to bring is not so.
fn is_refuted(guide: &Guide, step: &Step, state: &State) -> bool {
    let Some(report) = &state.report else { return false };
    step.done.iter().any(|done| match done {
        Done::Checks(ids) => ids.iter().any(|id| {
            let mut causes = report.answer(*id).into_iter().flat_map(Outcome::causes);
            causes.any(|cause| !findings::is_still_to_do(guide, state, *id, cause))
        }),
        _ => false,
    })
}

fn inputs(voice: &Voice, state: &State, own_domain: Option<&str>) -> Vec<InputView> {
    InputKey::ALL
        .iter()
        .map(|&key| {
            let name = key.name();
            InputView {
                key,
                label: voice.say(&["input_", name].concat()),
                help: voice.say(&["input_", name, "_help"].concat()),
                value: state.inputs.value(key).to_owned(),
                derived: !state.inputs.typed.contains(&key),
                error: state
                    .inputs
                    .problem(key)
                    .map(|problem| problem.tell(voice.words))
                    .or_else(|| {
                        let host = own_domain.filter(|_| key == InputKey::Form)?;
                        Some(voice.say_with("problem_own_domain", &[("host", host)]))
                    }),
                toggle: key.is_toggle(),
                choices: key.choices().iter().map(|choice| (*choice).to_owned()).collect(),
                choice_labels: choice_labels(voice, key),
            }
        })
        .collect()
}

fn choice_labels(voice: &Voice, key: InputKey) -> Vec<String> {
    match key {
        InputKey::Action => key
            .choices()
            .iter()
            .map(|choice| voice.say(&["action_", choice].concat()))
            .collect(),
        _ => Vec::new(),
    }
}

/// When the last check ran and what it took.
fn checked(voice: &Voice, state: &State, now: u64) -> Option<String> {
    let report = state.report.as_ref()?;
    let minutes = now.saturating_sub(report.at) / 60_000;
    let count = |key: &str, number: u64| {
        let number = usize::try_from(number).unwrap_or(usize::MAX);
        voice.words.count(key, number, &[])
    };
    let when = match minutes {
        0 => voice.say("checked_now"),
        1..=59 => count("checked_minutes", minutes),
        _ => count("checked_hours", minutes / 60),
    };
    let took = count("checked_requests", report.requests.into());
    let usage = report.api_usage.map(|(used, allowed)| {
        voice.say_with(
            "checked_usage",
            &[("used", &used.to_string()), ("allowed", &allowed.to_string())],
        )
    });
    let parts = [Some(when), Some(took), usage];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
}
