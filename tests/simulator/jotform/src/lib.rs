//! A simulated Jotform account: builder, integrations, public forms.
//!
//! Built from the facts alone. What they leave open is a dimension of [`JotformVariation`]. The builder's pages are
//! made by a React front end in `front/`, which is read from disk when it is asked for ([`bundle_folder`]).

mod account;
mod api;
mod builder;
mod bundle;
mod delivery;
mod form;
mod html;
mod internal;
mod login;
mod oauth;
mod public_form;
mod question;
mod router;
mod salesforce;
mod site;
mod submission;
mod variation;

pub use account::{API_KEY, Account, Connection};
pub use bundle::{BundleMissing, builder_script, bundle_folder};
pub use form::{Action, Form, Integration, LogEntry, Submission, Upload};
pub use question::{Question, Source};
pub use router::router;
pub use simulated_org::start::JotformStart;
pub use site::SESSION_COOKIE;
pub use variation::{JotformVariation, VaryError};
