//! What is asked of an org, and what it answered: composing requests and reading answers, without sending anything.
//!
//! An [`Inquiry`] hands out one request after the other and takes the answers; at most eight make a full check.

mod ask;
mod description;
mod facts;
mod inquiry;
mod json;
mod part;
mod questions;
mod read;
mod rows;
mod session;
mod soql;

pub use description::{Description, FieldDescription};
pub use facts::{Look, OrgFacts, SessionFacts};
pub use inquiry::{
    Answer, Inquiry, MAXIMUM_REQUESTS, Request, composite_path, identity_of, identity_request,
};
pub use rows::*;
pub use session::{Sid, TroubleWithSession, trouble};
pub use soql::{like_contains, quoted};

pub(crate) use questions::namespace;

/// The version of the REST interface that everything is asked in; `User.HasUserVerifiedEmail` needs it (Salesforce fact §7, seen).
pub const API_VERSION: &str = "v63.0";

/// `DeveloperName` of the permission set licence `Salesforce API Integration` (Salesforce fact §7, seen).
pub const PERMISSION_SET_LICENCE: &str = "SalesforceAPIIntegrationPsl";

/// `Name` of the user licence, which is never translated (Salesforce fact §7, seen).
pub const USER_LICENCE: &str = "Salesforce Integration";

/// Names of the API-only profile, the newer first; translated in some orgs (Salesforce fact §7, seen).
pub const PROFILES: [&str; 2] = [
    "Minimum Access - API Only Integrations",
    "Salesforce API Only System Integrations",
];

/// Powers over the whole org that no integration needs, without `Permissions` (Salesforce fact §7, seen).
pub const EXCESSIVE_POWERS: [&str; 4] = [
    "ModifyAllData",
    "ViewAllData",
    "CustomizeApplication",
    "AuthorApex",
];

/// What the names of Jotform's app have in common in the org's tables (inferred).
pub const APP: &str = "Jotform";

/// The name field of an object, by which the test submission's record is looked for.
#[must_use]
pub fn name_field(object: &str) -> &'static str {
    match object {
        "Case" | "Task" | "Event" => "Subject",
        _ => "Name",
    }
}
