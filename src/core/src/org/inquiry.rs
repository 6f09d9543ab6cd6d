//! One full check of an org, request by request.

use super::ask::{self, QUERIES_IN_COMPOSITE, SubRequest};
use super::facts::{Look, OrgFacts, SessionFacts};
use super::part::Part;
use super::read;
use super::rows::Identity;
use super::session::TroubleWithSession;
use crate::check::{Wishes, permission_fields, wanted_set};
use serde_json::Value;

/// A full check sends at most this many requests, those sent again included.
pub const MAXIMUM_REQUESTS: u32 = 5;

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
        let (status, body) = match answer {
            Answer::Nothing => (0, Value::Null),
            Answer::Got {
                status,
                body,
                limit_info,
            } => {
                let usage = limit_info.as_deref().and_then(read::api_usage);
                self.facts.api_usage = usage.or(self.facts.api_usage);
                (status, serde_json::from_str(&body).unwrap_or_default())
            }
        };
        let complete = !body.is_null();
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
            self.refused(stage, status, &body);
        }
    }

    /// What was found out; what was still to be asked has no answer.
    #[must_use]
    pub fn finish(mut self) -> OrgFacts {
        let unasked = match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::First(parts) => parts,
            Stage::Then(bundles) => bundles.concat(),
            Stage::OtherUser(part) => vec![part],
            Stage::Identity | Stage::Done => Vec::new(),
        };
        for sub in unasked {
            read::keep(&mut self.facts, sub.part, Look::NoAnswer);
        }
        self.own_grants();
        self.facts
    }

    fn go_on(&mut self, stage: Stage, body: &Value) -> Stage {
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
                Stage::Then(self.what_follows())
            }
            Stage::Then(mut bundles) => {
                if !bundles.is_empty() {
                    let parts = bundles.remove(0);
                    self.keep_all(&parts, body);
                    if parts.iter().any(|sub| sub.part == Part::Assignments) {
                        bundles.extend(bundled(self.set_unless_assigned()));
                    }
                }
                Stage::Then(bundles)
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
                return Stage::OtherUser(ask::acting_user(&user_id));
            }
        }
        Stage::First(ask::first(&self.wishes, &organization_id, &user_id))
    }

    fn refused(&mut self, stage: Stage, status: u16, body: &Value) {
        let refusal = read::refusal(status, body);
        if let Some(trouble) = refusal.trouble {
            self.facts.session = match trouble {
                TroubleWithSession::OtherOrg => SessionFacts::OtherOrg(String::new()),
                other => SessionFacts::Refused(other),
            };
            return;
        }
        let answered = status != 0 && !(200..300).contains(&status);
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
                self.stage = Stage::Then(bundles);
            }
            _ => {}
        }
    }

    fn keep_all(&mut self, parts: &[SubRequest], body: &Value) {
        for sub in parts {
            read::keep(&mut self.facts, sub.part, read::part(body, sub.part));
        }
    }

    /// What depends on the first answers, in bundles of at most five queries.
    fn what_follows(&self) -> Vec<Vec<SubRequest>> {
        let Look::Seen(identity) = &self.facts.identity else {
            return Vec::new();
        };
        let acts_as_integration_user = |facts: &OrgFacts| {
            let acting = facts
                .acting_user
                .seen()
                .map(|acting| acting.username.as_str())
                .unwrap_or_default();
            !acting.is_empty() && acting.eq_ignore_ascii_case(&self.wishes.username)
        };
        if acts_as_integration_user(&self.facts) {
            return Vec::new();
        }
        let user = match &self.facts.users {
            Look::Seen(users) => users.first().map(|user| user.id.as_str()),
            _ => None,
        };
        if user == Some(identity.user_id.as_str()) {
            return Vec::new();
        }
        let set = wanted_set(&self.facts, &self.wishes)
            .ok()
            .flatten()
            .map(|set| set.id.as_str());
        let fields = permission_fields(&self.facts, &self.wishes);
        let mut parts = Vec::new();
        if let Some(user) = user {
            parts.extend(ask::about_user(&self.wishes, user, &fields));
        }
        parts.push(ask::tokens());
        if let (None, Some(set)) = (user, set) {
            parts.extend(ask::about_set(&self.wishes, set, &fields));
        }
        parts.extend(ask::optional(&self.wishes, user));
        bundled(parts)
    }

    /// Where the set is not among the user's own, its grants are asked for by themselves, and the groups that hold it.
    fn set_unless_assigned(&self) -> Vec<SubRequest> {
        let (Look::Seen(assignments), Ok(Some(set))) =
            (&self.facts.assignments, wanted_set(&self.facts, &self.wishes))
        else {
            return Vec::new();
        };
        let mut parts = Vec::new();
        if !assignments.iter().any(|assignment| assignment.set_id == set.id) {
            let fields = permission_fields(&self.facts, &self.wishes);
            parts.extend(ask::about_set(&self.wishes, &set.id, &fields));
            if assignments.iter().any(|assignment| assignment.group_id.is_some()) {
                parts.push(ask::groups(&set.id));
            }
        }
        parts
    }

    /// Where the set is among the user's own, its grants are among the user's.
    fn own_grants(&mut self) {
        let Ok(Some(set)) = wanted_set(&self.facts, &self.wishes).map(|set| set.map(|set| set.id.clone()))
        else {
            return;
        };
        let facts = &mut self.facts;
        if facts.own_object_permissions == Look::NotAsked {
            facts.own_object_permissions = facts.object_permissions.clone().map(|mut rows| {
                rows.retain(|row| row.parent_id == set);
                rows
            });
        }
        if facts.own_field_permissions == Look::NotAsked {
            facts.own_field_permissions = facts.field_permissions.clone().map(|mut rows| {
                rows.retain(|row| row.parent_id == set);
                rows
            });
        }
    }
}

fn bundled(parts: Vec<SubRequest>) -> Vec<Vec<SubRequest>> {
    let mut bundles: Vec<Vec<SubRequest>> = Vec::new();
    let mut queries = QUERIES_IN_COMPOSITE;
    for part in parts {
        if part.is_query && queries == QUERIES_IN_COMPOSITE {
            bundles.push(Vec::new());
            queries = 0;
        }
        queries += usize::from(part.is_query);
        match bundles.last_mut() {
            Some(bundle) => bundle.push(part),
            None => bundles.push(vec![part]),
        }
    }
    bundles
}

#[cfg(test)]
#[path = "inquiry_tests.rs"]
mod tests;
