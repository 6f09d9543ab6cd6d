//! A form's questions over Jotform's public API, with a read-only key of the user's own (Jotform fact §3): what is asked, and what
//! the answer says. Nothing is sent here.

use crate::form::Question;
use crate::host::{Host, classify};
use crate::json::Json;
use crate::org::Answer;
use serde::{Deserialize, Serialize};
use std::fmt;
use waymark_lean::{Key, Lean};

/// A key as the user has entered it. It is used once and kept nowhere; what prints a message does not print it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Lean)]
pub struct ApiKey(pub String);

impl fmt::Debug for ApiKey {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("ApiKey")
    }
}

impl ApiKey {
    /// The `APIKEY` header's value; `None` for what no header can carry.
    #[must_use]
    pub fn header(&self) -> Option<&str> {
        let key = self.0.trim();
        let is_sendable = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_graphic());
        is_sendable.then_some(key)
    }
}

/// Why the questions could not be read; its words are `form_key_<trouble>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Lean, Key)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Trouble {
    /// It is not known which form.
    NoForm,
    /// The key is not taken at this host.
    Refused,
    /// The key may not read this form.
    Rights,
    /// The account's calls of the day are used up.
    Limit,
    /// The form is not at this host.
    Absent,
    /// The account's data is kept in the European Union, under another host.
    Eu,
    /// It is kept under HIPAA, under another host.
    Hipaa,
    /// Nothing came back, or nothing that can be read.
    NoAnswer,
}

/// Host and path of the API for a form whose builder stands on this host (Jotform fact §1, seen; a domain of a company's own as a
/// host of its own below `jotform.com`: inferred).
#[must_use]
pub fn questions_of(builder: &str, form: &str) -> (String, String) {
    let path = ["/form/", form, "/questions"].concat();
    match builder {
        "eu.jotform.com" | "hipaa.jotform.com" => (builder.replacen('.', "-api.", 1), path),
        "jotform.com" | "www.jotform.com" | "form.jotform.com" => ("api.jotform.com".to_owned(), path),
        company => (company.to_owned(), ["/API", &path].concat()),
    }
}

/// The host is one of Jotform's, or the user's own for it.
#[must_use]
pub fn is_jotform(host: &str, own_domain: Option<&str>) -> bool {
    matches!(classify(host), Host::Jotform(_)) || own_domain == Some(host)
}

/// The questions that an answer holds, in the form's order.
///
/// # Errors
/// What the answer says instead; a failure may come as HTTP 200 with another `responseCode` (Jotform fact §3).
pub fn read(answer: &Answer) -> Result<Vec<Question>, Trouble> {
    let Answer::Got { status, body, .. } = answer else {
        return Err(Trouble::NoAnswer);
    };
    let told = Json::read(body).map_err(|_| trouble((*status).into(), body))?;
    let code = told
        .get("responseCode")
        .and_then(Json::whole)
        .unwrap_or_else(|| (*status).into());
    let Some(Json::Map(entries)) = told.get("content").filter(|_| code == 200) else {
        return Err(trouble(code, body));
    };
    let mut questions: Vec<(i64, Question)> = entries
        .iter()
        .filter_map(|(id, entry)| question(id, entry))
        .collect();
    questions.sort_by_key(|(order, _)| *order);
    Ok(questions.into_iter().map(|(_, question)| question).collect())
}

fn trouble(code: i64, body: &str) -> Trouble {
    let says = |text: &str| body.contains(text);
    match code {
        _ if says("eu-api.jotform.com") => Trouble::Eu,
        _ if says("hipaa-api.jotform.com") => Trouble::Hipaa,
        429 => Trouble::Limit,
        // Limits come as 403 as well and are told by their words only (seen in Jotform's own answers).
        401 | 403 if says("imit exceeded") => Trouble::Limit,
        401 => Trouble::Refused,
        403 => Trouble::Rights,
        404 => Trouble::Absent,
        _ => Trouble::NoAnswer,
    }
}

/// A question and its place; scalars are texts, and so are yes and no (Jotform fact §3).
fn question(id: &str, entry: &Json) -> Option<(i64, Question)> {
    let text = |key: &str| entry.get(key).and_then(Json::text).unwrap_or_default();
    if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_digit()) || text("type").is_empty() {
        return None;
    }
    let order = text("order").parse::<i64>().ok();
    let options = text("options").split('|').map(str::trim);
    Some((
        order.unwrap_or(i64::MAX),
        Question {
            id: id.to_owned(),
            kind: text("type").to_owned(),
            label: text("text").to_owned(),
            name: text("name").to_owned(),
            required: text("required") == "Yes",
            options: options.filter(|one| !one.is_empty()).map(str::to_owned).collect(),
            ..Question::default()
        },
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn got(status: u16, body: &str) -> Answer {
        Answer::Got {
            status,
            body: body.to_owned(),
            limit_info: None,
        }
    }

    #[test]
    fn each_host_has_its_api() {
        for (builder, host, path) in [
            ("www.jotform.com", "api.jotform.com", "/form/24/questions"),
            ("eu.jotform.com", "eu-api.jotform.com", "/form/24/questions"),
            ("hipaa.jotform.com", "hipaa-api.jotform.com", "/form/24/questions"),
            ("acme.jotform.com", "acme.jotform.com", "/API/form/24/questions"),
            (
                "forms.acme.example",
                "forms.acme.example",
                "/API/form/24/questions",
            ),
        ] {
            assert_eq!(questions_of(builder, "24"), (host.to_owned(), path.to_owned()));
        }
        assert!(is_jotform("eu.jotform.com", None) && !is_jotform("evil.example", None));
        assert!(is_jotform("forms.acme.example", Some("forms.acme.example")));
    }

    #[test]
    fn questions_are_read_in_their_order() {
        let body = r#"{"responseCode":200,"content":{
            "10":{"qid":"10","name":"how","order":"3","text":"How?","type":"control_radio","required":"No","options":"Web|Fair |"},
            "2":{"qid":"2","name":"fullName2","order":"2","text":"Full Name","type":"control_fullname","required":"Yes","sublabels":"{}"},
            "1":{"qid":"1","order":"1","text":"Hello","type":"control_head"},
            "x":{"type":"control_email"}, "7":{"text":"nothing"}, "8":null}}"#;
        let questions = read(&got(200, body)).unwrap();
        let ids: Vec<&str> = questions.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids, ["1", "2", "10"]);
        assert!(questions[1].required && !questions[2].required);
        assert_eq!(questions[2].options, ["Web", "Fair"]);
        assert_eq!(
            (questions[2].label.as_str(), questions[2].name.as_str()),
            ("How?", "how")
        );
    }

    #[test]
    fn each_failure_is_told_whether_the_status_or_the_body_says_so() {
        let coded = |code: u16, message: &str| {
            format!("{{\"responseCode\":{code},\"message\":\"{message}\",\"content\":\"\"}}")
        };
        for (code, message, trouble) in [
            (401, "You're not authorized to use (/form-id)", Trouble::Refused),
            (403, "No access", Trouble::Rights),
            (403, "API-Limit exceeded", Trouble::Limit),
            (429, "Too many", Trouble::Limit),
            (404, "Form not found", Trouble::Absent),
            (301, "https://eu-api.jotform.com/form/1", Trouble::Eu),
            (301, "https://hipaa-api.jotform.com/form/1", Trouble::Hipaa),
            (500, "x", Trouble::NoAnswer),
        ] {
            assert_eq!(
                read(&got(200, &coded(code, message))),
                Err(trouble),
                "{code} {message}"
            );
            assert_eq!(
                read(&got(code, &coded(code, message))),
                Err(trouble),
                "{code} {message}"
            );
        }
        assert_eq!(read(&got(401, "<html>")), Err(Trouble::Refused));
        assert_eq!(read(&got(200, "<html>")), Err(Trouble::NoAnswer));
        assert_eq!(
            read(&got(200, r#"{"responseCode":200,"content":"x"}"#)),
            Err(Trouble::NoAnswer)
        );
        assert_eq!(read(&Answer::Nothing), Err(Trouble::NoAnswer));
    }

    #[test]
    fn a_key_is_not_printed_and_fits_a_header() {
        let key = ApiKey(" abc123 ".to_owned());
        assert_eq!(format!("{key:?}"), "ApiKey");
        assert_eq!(key.header(), Some("abc123"));
        for bad in ["", "  ", "a b", "a\r\nHost: evil", "schlüssel"] {
            assert_eq!(ApiKey(bad.to_owned()).header(), None, "{bad:?}");
        }
    }
}
