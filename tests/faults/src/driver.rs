//! Runs the shipped checks against a simulated org, without a browser and without a network.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use simulated_org::{Org, Row, SharedOrg, StartError, rest_router};
use tokio::runtime::{Builder, Runtime};
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
    let browser = Browser::open(world, seed)?;
    let wishes = browser.wishes(world);
    let facts = browser.facts(world, wishes.clone())?;
    Ok(judge(&facts, &wishes, browser.now()))
}

/// A browser in which somebody is signed in to a simulated org.
pub struct Browser {
    /// The org.
    pub org: SharedOrg,
    router: Router,
    runtime: Runtime,
    host: String,
    sid: String,
}

impl Browser {
    /// Builds the org and signs in whoever the world says.
    ///
    /// # Errors
    /// The start state is impossible.
    pub fn open(world: &World, seed: u64) -> Result<Self, DriverError> {
        let mut org = Org::from_start(&world.start, seed)?;
        for fault in &world.refuses {
            org.faults.add(fault.clone());
        }
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
        let host = org.settings.core_host();
        let org = Arc::new(Mutex::new(org));
        Ok(Self {
            router: rest_router(Arc::clone(&org)),
            org,
            runtime: Builder::new_current_thread()
                .build()
                .map_err(|error| DriverError::Request(error.to_string()))?,
            host,
            sid,
        })
    }

    /// The org's time, in milliseconds since 1970.
    pub fn now(&self) -> u64 {
        u64::try_from(self.org().clock.now().timestamp_millis()).unwrap_or_default()
    }

    /// The org's core host.
    pub fn core_host(&self) -> String {
        self.host.clone()
    }

    /// What the journey of this world wants of the org.
    pub fn wishes(&self, world: &World) -> Wishes {
        wishes::of(world, &self.org())
    }

    /// What the extension's background would have found in the browser and the org.
    ///
    /// # Errors
    /// A request could not be made.
    pub fn facts(&self, world: &World, wishes: Wishes) -> Result<OrgFacts, DriverError> {
        let at_once = |session| OrgFacts {
            session,
            ..OrgFacts::default()
        };
        if world.session == Session::Absent || Sid::parse(&self.sid).is_none() {
            return Ok(at_once(SessionFacts::Absent));
        }
        if world.session == Session::OtherOrg {
            return Ok(at_once(SessionFacts::OtherOrg("00D000000000009".to_owned())));
        }
        let mut inquiry = Inquiry::new(wishes);
        while let Some(request) = inquiry.request() {
            inquiry.take(self.send(&request)?);
        }
        Ok(inquiry.finish())
    }

    /// Sends one request with the session.
    ///
    /// # Errors
    /// The request could not be made.
    pub fn send(&self, request: &waymark_core::org::Request) -> Result<Answer, DriverError> {
        let authorization = Sid::parse(&self.sid).map(|sid| sid.authorization());
        let authorization = authorization.unwrap_or_default();
        let sent = send(&self.router, &self.host, &authorization, request);
        self.runtime.block_on(sent)
    }

    /// The org, locked; a panic elsewhere must not hide behind a poisoned lock.
    pub fn org(&self) -> MutexGuard<'_, Org> {
        self.org.lock().unwrap_or_else(PoisonError::into_inner)
    }
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
