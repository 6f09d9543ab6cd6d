//! What an observation teaches: hosts, records, the form, and what is plainly wrong on a page.

use super::{Frame, Learnt, Source, State, form};
use crate::address::Address;
use crate::check::Cause;
use crate::field::{FieldState, RecordKey, ValueSource};
use crate::guide::{Guide, Step};
use crate::host::{Host, SalesforceHost, SalesforcePart, classify, classify_with};
use crate::inputs::{InputKey, Inputs};
use crate::message::Observation;
use crate::page::{self, Page, PageKind};
use crate::wizard;

/// Pages that only a user with Salesforce's interface sees, so never the API-only one.
const SETUP: [PageKind; 4] = [
    PageKind::SetupShell,
    PageKind::SetupHome,
    PageKind::PermissionSetList,
    PageKind::UserList,
];

/// Takes an observation into the state. `None` when its tab is not bound or its address is no address.
pub(super) fn observe(
    guide: &Guide,
    state: &mut State,
    source: &Source,
    observation: Observation,
) -> Option<()> {
    let host = Address::parse(&source.url)?.host;
    let own_domain = state.inputs.own_domain();
    let address = address(source, &observation);
    let page = page::detect_with(&address, &observation.document, own_domain.as_deref());
    let other_org = match classify(&host) {
        Host::Salesforce(salesforce) => !is_same_org(state, &salesforce),
        _ => false,
    };
    let tab = state.tabs.get_mut(&source.tab)?;
    let known = tab.frames.get(&source.frame);
    let is_new = known.is_none_or(|frame| frame.page.kind != page.kind || frame.page.record != page.record);
    let before = match known {
        Some(frame) if !is_new => frame.before.clone(),
        _ => tab.trail.clone(),
    };
    if is_landmark(&page) && !other_org {
        tab.trail = Some(page.clone());
    }
    // A page that goes on showing an old refusal says nothing new: the app may have been installed in between.
    let was_refused = known.is_some_and(refuses_app);
    let was_taken = known.map(|frame| taken(&state.inputs, frame)).unwrap_or_default();
    let frame = Frame {
        page,
        host,
        other_org,
        top: observation.document.top,
        shell: observation.document.setup_frame,
        before,
        generation: observation.generation,
        question: observation.question,
        targets: observation.targets,
        probes: observation.probes,
        fields: observation.fields,
        page_errors: observation.page_errors,
        language: observation.document.language.clone(),
    };
    tab.frames.insert(source.frame, frame.clone());
    let private = tab.private;
    let refused_now = refuses_app(&frame) && !was_refused;
    if !other_org {
        learn_hosts(state, &frame, &observation.document, private);
        learn_records(state, &frame, private);
        form::learn(
            state,
            &frame,
            observation.questions,
            &observation.document.title,
            private,
        );
        learn_faults(state, &frame, private, is_new);
        if refused_now {
            state.seen_wrong.insert(Cause::AppBlocked);
        }
        let taken_now = taken(&state.inputs, &frame);
        state
            .seen_wrong
            .extend(taken_now.into_iter().filter(|cause| !was_taken.contains(cause)));
        learn_fields(guide, state, &frame);
    }
    Some(())
}

/// The browser's own address, with the document's where the browser's is older: a single-page app changed it since.
fn address(source: &Source, observation: &Observation) -> String {
    let same_host = match (Address::parse(&source.url), Address::parse(&observation.address)) {
        (Some(told), Some(seen)) => told.host == seen.host,
        _ => false,
    };
    if same_host {
        observation.address.clone()
    } else {
        source.url.clone()
    }
}

/// The first org seen becomes the journey's.
fn is_same_org(state: &mut State, host: &SalesforceHost) -> bool {
    if state.core_host.is_empty() {
        state.core_host.clone_from(&host.core_host);
        state.inputs.derive(&host.core_host);
    }
    state.core_host == host.core_host
}

/// A page that a guide walks over, and not the shell around it.
fn is_landmark(page: &Page) -> bool {
    !matches!(
        page.kind,
        PageKind::SetupShell | PageKind::OtherSalesforce | PageKind::Foreign | PageKind::Explained
    )
}

fn learn_hosts(state: &mut State, frame: &Frame, document: &page::DocumentFacts, private: bool) {
    match classify_with(&frame.host, state.inputs.own_domain().as_deref()) {
        Host::Salesforce(host) if frame.top => match host.part {
            SalesforcePart::Setup => {
                state.setup_host = Some(frame.host.clone());
                state.classic = false;
            }
            SalesforcePart::Lightning => {
                // A Setup host, once seen, is the better one: Lightning's only leads there.
                state.setup_host.get_or_insert_with(|| frame.host.clone());
                state.classic = false;
            }
            SalesforcePart::Core => state.classic |= document.classic_body && state.setup_host.is_none(),
        },
        Host::Jotform(_) => {
            // Anybody's form may be looked at; the builder is opened for one's own.
            let is_builder = frame.page.kind != PageKind::OtherJotform;
            let form = frame.page.record.clone().filter(|_| is_builder);
            let Learnt {
                jotform_host: host,
                form: known,
                ..
            } = &mut state.private;
            let (host, known) = if private {
                (host, known)
            } else {
                (&mut state.jotform_host, &mut state.form)
            };
            *host = Some(frame.host.clone());
            if known.is_none() {
                *known = form;
            }
        }
        _ => {}
    }
}

/// A form that was saved leads to the new record's page: that record is ours.
fn learn_records(state: &mut State, frame: &Frame, private: bool) {
    let from = frame.before.as_ref().map(|before| before.kind);
    let key = match (from, frame.page.kind) {
        (Some(PageKind::NewPermissionSet), PageKind::PermissionSet) => RecordKey::PermissionSet,
        (Some(PageKind::NewUser), PageKind::User | PageKind::UserAccessSummary) => RecordKey::User,
        _ => return,
    };
    if let Some(id) = frame.page.record.clone() {
        let records = if private {
            &mut state.private.records
        } else {
            &mut state.records
        };
        records.insert(key, id);
    }
}

fn learn_faults(state: &mut State, frame: &Frame, private: bool, is_new: bool) {
    if frame.page.kind == PageKind::ApiOnlyNotice && !private {
        // One browser profile holds one session per host (Salesforce fact §6): the administrator's is gone.
        state.seen_wrong.insert(Cause::SessionIsIntegrationUser);
    } else if is_new && !private && SETUP.contains(&frame.page.kind) {
        state.seen_wrong.remove(&Cause::SessionIsIntegrationUser);
    }
}

/// What Salesforce refuses at a field of a new user that is filled as it may be can only be taken by somebody else, in whatever
/// language it says so; the username perhaps in another org (inferred).
fn taken(inputs: &Inputs, frame: &Frame) -> Vec<Cause> {
    let fields = [
        ("Username", InputKey::Username, Cause::UsernameTaken),
        ("CommunityNickname", InputKey::Nickname, Cause::NicknameTaken),
    ];
    let is_refused = |id: &str| {
        let at = |error: &String| error.split_once('\u{1f}').is_some_and(|(_, field)| field == id);
        frame.page.kind == PageKind::NewUser && frame.page_errors.iter().any(at)
    };
    fields
        .into_iter()
        .filter(|(id, key, _)| {
            let value = inputs.value(*key);
            !value.is_empty() && inputs.problem(*key).is_none() && is_refused(id)
        })
        .map(|(_, _, cause)| cause)
        .collect()
}

/// Salesforce, or Jotform's wizard, says that the app is refused.
fn refuses_app(frame: &Frame) -> bool {
    let may_say_so = frame.page.wizard.is_some() || matches!(classify(&frame.host), Host::Salesforce(_));
    may_say_so && frame.page_errors.iter().any(|error| wizard::refuses_app(error))
}

/// Remembers what the step's fields showed, and takes over what the user typed into the page instead.
fn learn_fields(guide: &Guide, state: &mut State, frame: &Frame) {
    let Some(step) = super::shown(guide, state) else {
        return;
    };
    if !super::judge::answers(step, state, frame) || !super::judge::is_ours(state, frame) {
        return;
    }
    let form = super::walk::form_of(guide, step).unwrap_or(step);
    if frame
        .fields
        .iter()
        .any(|field| super::judge::is_there(&field.state))
    {
        state.last_fields.insert(form.id.clone(), frame.fields.clone());
    }
    for (key, text) in typed_by_user(form, frame) {
        if state.inputs.value(key) != text {
            let core_host = state.core_host.clone();
            state.inputs.set(key, &text, &core_host);
        }
    }
}

/// Texts that the user typed into the page where the panel wanted others.
fn typed_by_user(step: &Step, frame: &Frame) -> Vec<(InputKey, String)> {
    let input_of = |id: &str| {
        let spec = step.fields.iter().find(|spec| spec.id == id)?;
        match spec.value {
            ValueSource::Input(key) => Some(key),
            _ => None,
        }
    };
    frame
        .fields
        .iter()
        .filter_map(|report| match &report.state {
            FieldState::Differs { seen, by_user: true } => Some((input_of(&report.id)?, seen.clone())),
            _ => None,
        })
        .collect()
}
