//! The REST interface of the org.

mod batch;
mod call;
mod collections;
mod composite;
mod cursor;
mod describe;
mod http;
mod identity;
mod limits;
mod query;
mod records;
mod references;
mod service;
mod session;
mod snapshot;
mod versions;

pub use http::rest_router;
pub(crate) use versions::LATEST as LATEST_VERSION;
