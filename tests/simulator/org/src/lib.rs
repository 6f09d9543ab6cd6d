//! The data, rules, sessions and REST interface of one simulated Salesforce org.
//!
//! The org is built from the facts alone. It knows no HTML: pages and the REST interface act on it through
//! [`Org`], whose writing methods apply Salesforce's rules and the caller's rights.

mod access;
mod clock;
mod error;
pub mod faults;
mod id;
mod log;
mod login;
mod mail;
mod oauth;
mod org;
pub mod rest;
mod rules;
pub mod schema;
mod session;
mod settings;
pub mod soql;
mod standard;
pub mod start;
mod store;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

pub use access::{Access, FieldAccess, ObjectAccess};
pub use clock::Clock;
pub use error::{ApiError, StartError};
pub use faults::Faults;
pub use id::{long_id, same_id, short_id};
pub use log::{LoggedRequest, RequestLog};
pub use login::{LinkRefused, LogIn, LogInRefused, PasswordRefused};
pub use mail::{Mail, Message};
pub use oauth::{AppUsage, AuthorizeRefused, Tokens};
pub use org::{Caller, Means, Org};
pub use rest::rest_router;
pub use settings::{Deliverability, Limits, OrgKind, OrgSettings, Security, Unknowns};
pub use soql::QueryResult;
pub use start::StartState;
pub use store::{Row, Store};

/// One row: API field name to value; an absent field is null.
pub type Record = BTreeMap<String, serde_json::Value>;

/// An org shared between the servers of one simulator. The lock is never held across an `.await`.
pub type SharedOrg = Arc<Mutex<Org>>;
