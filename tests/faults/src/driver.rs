//! Runs the shipped checks against a simulated org, without a browser and without a network.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use simulated_org::{Org, Row, SharedOrg, StartError, rest_router};
use tower::ServiceExt;
use waymark_core::check::{Report, Wishes, judge};
use waymark_core::org::{Answer, Inquiry, OrgFacts, SessionFacts, Sid};

use crate::wishes;
use crate::world::{ADMINISTRATOR, Session, World};

/// Why a world could not be checked.
#[derive(Debug, thiserror::Error)]
pub enum DriverError {
    /// The org cannot begin so.
    #[error(transparent)]
    Start(#[from] StartError),
    /// No request could be made or read.
    #[error("a request could not be made: {0}")]
    Request(String),
}

/// The report on a world, drawn with this seed.
///
/// # Errors
/// The start state is impossible.
pub fn report(world: &World, seed: u64) -> Result<Report, DriverError> {
    let mut org = Org::from_start(&world.start, seed)?;
    for fault in &world.refuses {
        org.faults.add(fault.clone());
    }
    let now = u64::try_from(org.clock.now().timestamp_millis()).unwrap_or_default();
    let wishes = wishes::of(world, &org);
    let username = match world.session {
        Session::Of(username) => username,
        _ => ADMINISTRATOR,
    };
    let user = org
        .store
        .find("User", "Username", username)
        .and_then(|row| row.text("Id"))
        .unwrap_or_default()
        .to_owned();
    let sid = org.new_session(&user);
    if world.session == Session::Ended {
        org.end_session(&sid);
    }
    let org = Arc::new(Mutex::new(org));
    let facts = facts(world, &org, wishes.clone(), &sid)?;
    Ok(judge(&facts, &wishes, now))
}

/// What the extension's background would have found in the browser and the org.
fn facts(world: &World, org: &SharedOrg, wishes: Wishes, sid: &str) -> Result<OrgFacts, DriverError> {
    let at_once = |session| OrgFacts {
        session,
        ..OrgFacts::default()
    };
    if world.session == Session::Absent {
        return Ok(at_once(SessionFacts::Absent));
    }
    if world.session == Session::OtherOrg {
        return Ok(at_once(SessionFacts::OtherOrg("00D000000000009".to_owned())));
    }
    let Some(sid) = Sid::parse(sid) else {
        return Ok(at_once(SessionFacts::Absent));
    };
    let host = lock(org).settings.core_host();
    let router = rest_router(Arc::clone(org));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .map_err(|error| DriverError::Request(error.to_string()))?;
    let mut inquiry = Inquiry::new(wishes);
    while let Some(request) = inquiry.request() {
        let answer = runtime.block_on(send(&router, &host, &sid.authorization(), &request))?;
        inquiry.take(answer);
    }
    Ok(inquiry.finish())
}

async fn send(
    router: &Router,
    host: &str,
    authorization: &str,
    request: &waymark_core::org::Request,
) -> Result<Answer, DriverError> {
    let failed = |error: &dyn std::fmt::Display| DriverError::Request(error.to_string());
    let method = if request.body.is_some() { "POST" } else { "GET" };
    let asked = Request::builder()
        .method(method)
        .uri(&request.path)
        .header("host", host)
        .header("authorization", authorization)
        .body(Body::from(request.body.clone().unwrap_or_default()))
        .map_err(|error| failed(&error))?;
    let response = router
        .clone()
        .oneshot(asked)
        .await
        .map_err(|error| failed(&error))?;
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.map_err(|error| failed(&error))?;
    let limit_info = parts.headers.get("sforce-limit-info");
    Ok(Answer::Got {
        status: parts.status.as_u16(),
        body: String::from_utf8_lossy(&bytes).into_owned(),
        limit_info: limit_info.and_then(|info| info.to_str().ok()).map(str::to_owned),
    })
}

/// A panic elsewhere must not hide behind a poisoned lock.
fn lock(org: &SharedOrg) -> MutexGuard<'_, Org> {
    org.lock().unwrap_or_else(PoisonError::into_inner)
}
