//! Asking the org: the session is read afresh, compared, used for one check, and dropped.

use crate::api::{cookies, network, permissions};
use crate::error::{Error, warn};
use gloo_timers::future::TimeoutFuture;
use waymark_core::check::{Wishes, judge};
use waymark_core::host::{Host, classify};
use waymark_core::inputs::Inputs;
use waymark_core::journey::TabId;
use waymark_core::org::{
    Inquiry, OrgFacts, Request, SessionFacts, Sid, composite_path, identity_of, identity_request,
};
use waymark_core::plan::{self, Applied, Plan, body, plan};

/// What an org answered, and from which cookie store its session came.
pub struct Asked {
    /// The answers.
    pub facts: OrgFacts,
    /// The cookie store.
    pub cookie_store: String,
}

/// Makes a full check of an org with the session of this tab's cookie store.
/// `told` hears how many requests were sent, and says whether to go on.
pub async fn ask(
    core_host: &str,
    tab: TabId,
    cookie_store: &str,
    wishes: &Wishes,
    told: &impl Fn(u32) -> bool,
) -> Asked {
    let mut cookie_store = cookie_store.to_owned();
    let facts = match session(core_host, tab, &mut cookie_store, wishes).await {
        Ok(Ok(sid)) => inquire(core_host, &sid, wishes, told).await,
        Ok(Err(session)) => OrgFacts {
            session,
            ..OrgFacts::default()
        },
        Err(error) => {
            warn("the session cannot be read", &error);
            OrgFacts {
                session: SessionFacts::NoAnswer,
                ..OrgFacts::default()
            }
        }
    };
    Asked { facts, cookie_store }
}

/// What is to be written, and what it was made from.
pub struct Writing<'a> {
    /// The plan as the user has confirmed it.
    pub plan: &'a Plan,
    /// The user's inputs.
    pub inputs: &'a Inputs,
    /// The user has agreed that it makes a user.
    pub makes_user: bool,
}

/// Reads the org; where the plan is still the same sends it, once, with the session that was just compared; and reads the org
/// again. The answers are those of the last reading.
pub async fn apply(
    core_host: &str,
    tab: TabId,
    cookie_store: &str,
    wishes: &Wishes,
    writing: &Writing<'_>,
    told: &impl Fn(u32) -> bool,
) -> (Asked, Applied) {
    let before = ask(core_host, tab, cookie_store, wishes, told).await;
    let now = js_sys::Date::now() as u64;
    let report = judge(&before.facts, wishes, now);
    let as_it_is = plan(
        &before.facts,
        wishes,
        &report,
        writing.inputs,
        now,
        writing.makes_user,
    );
    if as_it_is != *writing.plan {
        return (before, Applied::Changed);
    }
    let mut store = cookie_store.to_owned();
    let answer = match session(core_host, tab, &mut store, wishes).await {
        Ok(Ok(sid)) if is_same_user(core_host, &sid, &before.facts).await => {
            let request = Request {
                path: composite_path(),
                body: Some(body(writing.plan)),
                wait: 0,
            };
            network::ask(core_host, &request, &sid).await
        }
        _ => return (before, Applied::Changed),
    };
    let applied = plan::read(&answer);
    (ask(core_host, tab, cookie_store, wishes, told).await, applied)
}

/// The session, read afresh, is still of the org and the user that were just read.
async fn is_same_user(core_host: &str, sid: &Sid, facts: &OrgFacts) -> bool {
    let answer = network::ask(core_host, &identity_request(), sid).await;
    facts
        .identity
        .seen()
        .is_ok_and(|identity| identity_of(&answer).as_ref() == Some(identity))
}

/// The session to use, or why there is none.
async fn session(
    core_host: &str,
    tab: TabId,
    cookie_store: &mut String,
    wishes: &Wishes,
) -> Result<Result<Sid, SessionFacts>, Error> {
    let is_core = matches!(classify(core_host), Host::Salesforce(host) if host.core_host == core_host);
    if !is_core || !permissions::has_cookies().await? {
        return Ok(Err(SessionFacts::NotAllowed));
    }
    if let Some(store) = cookies::store_of(tab).await? {
        *cookie_store = store;
    }
    let found = cookies::sessions(core_host, cookie_store).await?;
    let bound = wishes.bound.as_ref().map(|bound| bound.organization_id.as_str());
    let other = found.first().map(|sid| sid.organization_id().to_owned());
    let ours = found
        .into_iter()
        .find(|sid| bound.is_none_or(|bound| sid.organization_id() == bound));
    Ok(ours.ok_or_else(|| other.map_or(SessionFacts::Absent, SessionFacts::OtherOrg)))
}

async fn inquire(core_host: &str, sid: &Sid, wishes: &Wishes, told: &impl Fn(u32) -> bool) -> OrgFacts {
    let mut inquiry = Inquiry::new(wishes.clone());
    let mut sent = 0;
    while let Some(request) = inquiry.request() {
        sent += 1;
        if !told(sent) {
            break;
        }
        if request.wait > 0 {
            TimeoutFuture::new(request.wait).await;
        }
        let answer = network::ask(core_host, &request, sid).await;
        inquiry.take(answer);
    }
    inquiry.finish()
}
