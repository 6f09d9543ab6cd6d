//! One call of a resource and its reply, free of HTTP so that composite resources can make calls too.

use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use crate::ApiError;

/// A call of one resource.
#[derive(Clone, Debug)]
pub(super) struct Call {
    /// `GET`, `POST`, `PATCH`, …
    pub method: String,
    /// The parts of the path, decoded.
    pub segments: Vec<String>,
    /// The parameters after the question mark, decoded.
    pub parameters: Vec<(String, String)>,
    /// Rows of one page of a query, where the caller chose a number.
    pub batch_size: Option<usize>,
    /// The body; null where there is none.
    pub body: Value,
}

impl Call {
    /// A call of `target` (path and query) with this body.
    pub fn new(method: &str, target: &str, batch_size: Option<usize>, body: Value) -> Call {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let decode = |segment: &str| percent_decode_str(segment).decode_utf8_lossy().into_owned();
        Call {
            method: method.to_ascii_uppercase(),
            segments: path
                .split('/')
                .filter(|segment| !segment.is_empty())
                .map(decode)
                .collect(),
            parameters: form_urlencoded::parse(query.as_bytes()).into_owned().collect(),
            batch_size,
            body,
        }
    }

    /// The value of a parameter.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// The values of a parameter that lists them with commas.
    pub fn list(&self, name: &str) -> Vec<String> {
        let listed = self.parameter(name).unwrap_or_default();
        listed
            .split(',')
            .map(str::trim)
            .filter(|item| !item.is_empty())
            .map(str::to_owned)
            .collect()
    }
}

/// What a resource answers.
#[derive(Clone, Debug)]
pub(super) struct Reply {
    /// HTTP status.
    pub status: u16,
    /// JSON body; null for none.
    pub body: Value,
    /// The address of what was made.
    pub location: Option<String>,
}

impl Reply {
    /// 200 with this body.
    pub fn ok(body: Value) -> Reply {
        Reply {
            status: 200,
            body,
            location: None,
        }
    }

    /// 204.
    pub fn done() -> Reply {
        Reply {
            status: 204,
            body: Value::Null,
            location: None,
        }
    }
}

/// Why a resource refuses.
#[derive(Clone, Debug)]
pub(super) struct Refusal {
    /// HTTP status.
    pub status: u16,
    /// What the body lists.
    pub errors: Vec<ApiError>,
}

impl Refusal {
    /// A refusal with one error.
    pub fn new(status: u16, code: &str, message: impl Into<String>) -> Refusal {
        Refusal {
            status,
            errors: vec![ApiError::new(code, message)],
        }
    }

    /// No such resource, or none that the caller may know of.
    pub fn not_found() -> Refusal {
        Refusal::new(404, "NOT_FOUND", "The requested resource does not exist")
    }

    /// The resource exists and has other methods.
    pub fn method_not_allowed(method: &str, allowed: &str) -> Refusal {
        let message = format!("HTTP Method '{method}' not allowed. Allowed are {allowed}");
        Refusal::new(405, "METHOD_NOT_ALLOWED", message)
    }

    /// The body is not what the resource takes.
    pub fn bad_body(message: impl Into<String>) -> Refusal {
        Refusal::new(400, "JSON_PARSER_ERROR", message)
    }
}

impl From<Vec<ApiError>> for Refusal {
    fn from(errors: Vec<ApiError>) -> Refusal {
        let status = match errors.first().map(|error| error.error_code.as_str()) {
            Some("NOT_FOUND" | "ENTITY_IS_DELETED") => 404,
            Some("INVALID_SESSION_ID") => 401,
            Some(
                "INSUFFICIENT_ACCESS"
                | "INSUFFICIENT_ACCESS_OR_READONLY"
                | "REQUEST_LIMIT_EXCEEDED"
                | "API_DISABLED_FOR_ORG"
                | "API_CURRENTLY_DISABLED",
            ) => 403,
            _ => 400,
        };
        Refusal { status, errors }
    }
}

impl From<ApiError> for Refusal {
    fn from(error: ApiError) -> Refusal {
        Refusal::from(vec![error])
    }
}

impl From<Refusal> for Reply {
    fn from(refusal: Refusal) -> Reply {
        Reply {
            status: refusal.status,
            body: errors(&refusal.errors),
            location: None,
        }
    }
}

/// The body of a refusal: an array of message, code and, where the error is about fields, fields.
pub(super) fn errors(errors: &[ApiError]) -> Value {
    let one = |error: &ApiError| {
        if error.fields.is_empty() {
            json!({ "message": error.message, "errorCode": error.error_code })
        } else {
            json!({ "message": error.message, "errorCode": error.error_code, "fields": error.fields })
        }
    };
    Value::Array(errors.iter().map(one).collect())
}
