//! One full check of an org, request by request.

use super::ask::{self, SubRequest, bundled};
use super::facts::{Look, OrgFacts, SessionFacts};
use super::part::Part;
use super::questions;
use super::read;
use super::rows::Identity;
use super::session::TroubleWithSession;
use crate::check::{Wishes, integration_user};
use crate::json::Json;

/// A full check sends at most this many requests, those sent again included.
pub const MAXIMUM_REQUESTS: u32 = 8;

/// How long to wait before a read is sent again, in milliseconds.
const WAIT_BEFORE_AGAIN: u32 = 800;

/// A request to the org's core host: a `GET`, or a `POST` where there is a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Path and query.
    pub path: String,
    /// JSON.
    pub body: Option<String>,
    /// Milliseconds to wait before sending: the same was asked before and not answered.
    pub wait: u32,
}

/// Asks whose session this is.
#[must_use]
pub fn identity_request() -> Request {
    Request {
        path: ask::service(""),
        body: None,
        wait: 0,
    }
}

/// Where composite requests go.
#[must_use]
pub fn composite_path() -> String {
    ask::service("composite")
}

/// Whose session it is, by the answer to [`identity_request`].
#[must_use]
pub fn identity_of(answer: &Answer) -> Option<Identity> {
    match answer {
        Answer::Got {
            status: 200, body, ..
        } => read::identity(&Json::read(body).ok()?),
        _ => None,
    }
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Nothing, in time.
    Nothing,
    /// An answer.
    Got {
        /// HTTP status.
        status: u16,
        /// Body.
        body: String,
        /// The header `Sforce-Limit-Info`.
        limit_info: Option<String>,
    },
}

/// A check in progress: hands out requests until there is none, takes their answers, and ends as facts.
pub struct Inquiry {
    wishes: Wishes,
    stage: Stage,
    again: bool,
    facts: OrgFacts,
}

enum Stage {
    Identity,
    /// Another user than the bound one is signed in: only their name is asked for.
    OtherUser(SubRequest),
    First(Vec<SubRequest>),
    /// Bundles of what depends on the first.
    Then(Vec<Vec<SubRequest>>),
    /// What is no part of a composite request, or was refused there: one request each.
    Alone(Vec<SubRequest>),
    Done,
}

impl Inquiry {
    /// Begins a check; the session is taken to be there and of the right org.
    #[must_use]
    pub fn new(wishes: Wishes) -> Inquiry {
        let facts = OrgFacts {
            session: SessionFacts::NoAnswer,
            ..OrgFacts::default()
        };
        Inquiry {
            wishes,
            stage: Stage::Identity,
            again: false,
            facts,
        }
    }

    /// The next request, if there is one.
    #[must_use]
    pub fn request(&self) -> Option<Request> {
        if self.facts.requests >= MAXIMUM_REQUESTS {
            return None;
        }
        let composite = |parts: &[SubRequest]| (ask::service("composite"), Some(ask::composite(parts)));
        let (path, body) = match &self.stage {
            Stage::Identity => (ask::service(""), None),
            Stage::OtherUser(part) => (part.url.clone(), None),
            Stage::First(parts) => composite(parts),
            Stage::Then(bundles) => composite(bundles.first()?),
            Stage::Alone(parts) => (parts.first()?.url.clone(), None),
            Stage::Done => return None,
        };
        Some(Request {
            path,
            body,
            wait: if self.again { WAIT_BEFORE_AGAIN } else { 0 },
        })
    }

    /// Takes the answer to the last request.
    pub fn take(&mut self, answer: Answer) {
        self.facts.requests += 1;
        let mut unreadable = "";
        let (status, body) = match answer {
            Answer::Nothing => (0, Json::Null),
            Answer::Got {
                status,
                body,
                limit_info,
            } => {
                let usage = limit_info.as_deref().and_then(read::api_usage);
                self.facts.api_usage = usage.or(self.facts.api_usage);
                // What begins like JSON and is none was cut; anything else is a page, a proxy's for example.
                unreadable = if body.trim_start().starts_with(['{', '[']) {
                    "HTTP 200, cut off"
                } else {
                    "HTTP 200, no data"
                };
                (status, Json::read(&body).unwrap_or(Json::Null))
            }
        };
        let complete = body != Json::Null;
        if !self.again && (status == 0 || status >= 500 || (status < 300 && !complete)) {
            // Everything asked here only reads, so that asking once more changes nothing.
            self.again = true;
            return;
        }
        self.again = false;
        let stage = std::mem::replace(&mut self.stage, Stage::Done);
        if (200..300).contains(&status) && complete {
            self.stage = self.go_on(stage, &body);
        } else {
            self.refused(stage, status, &body, unreadable);
        }
    }

    /// What was found out; what was still to be asked has no answer.
    #[must_use]
    pub fn finish(mut self) -> OrgFacts {
        let unasked = match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::First(parts) | Stage::Alone(parts) => parts,
            Stage::Then(bundles) => bundles.concat(),
            Stage::OtherUser(part) => vec![part],
            Stage::Identity | Stage::Done => Vec::new(),
        };
        for sub in unasked {
            read::keep(&mut self.facts, sub.part, Look::NoAnswer);
        }
        if self.facts.requests >= MAXIMUM_REQUESTS && self.facts.validation_rules == Look::NotAsked {
            // There was no request left for it.
            self.facts.validation_rules = Look::NoAnswer;
        }
        self.facts
    }

    fn go_on(&mut self, stage: Stage, body: &Json) -> Stage {
        match stage {
            Stage::Identity => match read::identity(body) {
                Some(identity) => self.identified(identity),
                None => Stage::Done,
            },
            Stage::OtherUser(part) => {
                read::keep(&mut self.facts, part.part, Look::Seen(body));
                Stage::Done
            }
            Stage::First(parts) => {
                self.keep_all(&parts, body);
                self.then_or_alone(bundled(self.what_follows()))
            }
            Stage::Then(mut bundles) => {
                if !bundles.is_empty() {
                    let parts = bundles.remove(0);
                    self.keep_all(&parts, body);
                    if parts.iter().any(|sub| sub.part == Part::Components) {
                        let mut rest = bundles.concat();
                        rest.extend(questions::in_groups(&self.wishes, &self.facts));
                        bundles = bundled(rest);
                    }
                }
                self.then_or_alone(bundles)
            }
            Stage::Alone(mut parts) => {
                if !parts.is_empty() {
                    let part = parts.remove(0).part;
                    read::keep(&mut self.facts, part, Look::Seen(body));
                }
                Stage::Alone(parts)
            }
            Stage::Done => Stage::Done,
        }
    }

    /// Compares both ids before anything else is asked: Waymark never acts as another user (Salesforce fact §6, seen).
    fn identified(&mut self, identity: Identity) -> Stage {
        self.facts.session = SessionFacts::Works;
        self.facts.identity = Look::Seen(identity.clone());
        let Identity {
            organization_id,
            user_id,
        } = identity;
        if let Some(bound) = &self.wishes.bound {
            if bound.organization_id != organization_id {
                self.facts.session = SessionFacts::OtherOrg(organization_id);
                return Stage::Done;
            }
            if bound.user_id != user_id {
                return Stage::OtherUser(questions::acting_user(&user_id));
            }
        }
        Stage::First(questions::first(&self.wishes, &organization_id, &user_id))
    }

    /// `unreadable` says what is wrong with an answer that seems to be good.
    fn refused(&mut self, stage: Stage, status: u16, body: &Json, unreadable: &str) {
        let mut refusal = read::refusal(status, body);
        if (200..300).contains(&status) {
            unreadable.clone_into(&mut refusal.code);
        }
        if let Some(trouble) = refusal.trouble {
            self.facts.session = match trouble {
                TroubleWithSession::OtherOrg => SessionFacts::OtherOrg(String::new()),
                other => SessionFacts::Refused(other),
            };
            return;
        }
        let answered = status != 0;
        let refuse = |facts: &mut OrgFacts, parts: &[SubRequest]| {
            for sub in parts {
                let look = if answered {
                    Look::Refused(refusal.code.clone())
                } else {
                    Look::NoAnswer
                };
                read::keep(facts, sub.part, look);
            }
        };
        match stage {
            Stage::Identity if answered => self.facts.identity = Look::Refused(refusal.code.clone()),
            Stage::First(parts) => refuse(&mut self.facts, &parts),
            Stage::Then(mut bundles) if !bundles.is_empty() => {
                refuse(&mut self.facts, &bundles.remove(0));
                self.stage = self.then_or_alone(bundles);
            }
            Stage::Alone(mut parts) if !parts.is_empty() => {
                refuse(&mut self.facts, &[parts.remove(0)]);
                self.stage = Stage::Alone(parts);
            }
            _ => {}
        }
    }

    fn keep_all(&mut self, parts: &[SubRequest], body: &Json) {
        for sub in parts {
            read::keep(&mut self.facts, sub.part, read::part(body, sub.part));
        }
    }

    /// The bundles that are left, then what stands alone.
    fn then_or_alone(&self, bundles: Vec<Vec<SubRequest>>) -> Stage {
        if !bundles.is_empty() {
            return Stage::Then(bundles);
        }
        if self.is_integration_users() {
            return Stage::Done;
        }
        Stage::Alone(questions::alone(&self.wishes, &self.facts, self.user()))
    }

    /// The session is the integration user's own: nothing more is asked with it.
    fn is_integration_users(&self) -> bool {
        let acting = self.facts.acting_user.seen().ok();
        let named = acting.is_some_and(|acting| {
            !acting.username.is_empty() && acting.username.eq_ignore_ascii_case(&self.wishes.username)
        });
        let identity = self.facts.identity.seen().ok();
        named || identity.is_some_and(|identity| self.user() == Some(identity.user_id.as_str()))
    }

    fn user(&self) -> Option<&str> {
        let user = integration_user(&self.facts, &self.wishes).ok().flatten()?;
        Some(&user.id)
    }

    fn what_follows(&self) -> Vec<SubRequest> {
        if self.is_integration_users() {
            return Vec::new();
        }
        questions::then(&self.wishes, &self.facts, self.user())
    }
}

#[cfg(test)]
#[path = "inquiry_tests.rs"]
mod tests;
