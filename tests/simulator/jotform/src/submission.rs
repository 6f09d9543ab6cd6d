//! `submit.jotform.com/submit/{id}`: takes a submission, sends it on, says thank you.

use std::collections::BTreeMap;

use axum::extract::multipart::MultipartError;
use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use axum::response::Response;

use crate::delivery;
use crate::form::{Form, Submission, Upload};
use crate::html;
use crate::public_form::{Prefilled, form_page};
use crate::site::Site;

/// `POST /submit/{id}`.
pub async fn receive(State(site): State<Site>, Path(id): Path<String>, body: Multipart) -> Response {
    let Ok(mut submission) = read(body).await else {
        return html::failure(StatusCode::BAD_REQUEST, "This submission could not be read");
    };
    let mut account = site.account();
    let Some(form) = account.form(&id) else {
        return html::failure(StatusCode::NOT_FOUND, "This form does not exist");
    };
    let unanswered = unanswered(form, &submission);
    if !unanswered.is_empty() {
        return form_page(form, &unanswered, &Prefilled::new());
    }
    submission.id = account.next_id();
    delivery::submit(&mut account, &mut site.org(), &id, submission);
    let body = "<main class=\"box thankyou\" id=\"stage\"><div class=\"mark\" aria-hidden=\"true\">✓</div>\
                <h1>Thank You!</h1><p>Your submission has been received.</p></main>";
    html::page("Thank You", "thankyou-page", body)
}

async fn read(mut body: Multipart) -> Result<Submission, MultipartError> {
    let mut answers: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut files = Vec::new();
    while let Some(field) = body.next_field().await? {
        let name = field.name().unwrap_or_default().trim_end_matches("[]").to_owned();
        match field.file_name().map(str::to_owned) {
            Some(file) if file.is_empty() => {}
            Some(file) => {
                answers.entry(name).or_default().push(file.clone());
                files.push(Upload {
                    name: file,
                    bytes: field.bytes().await?.to_vec(),
                });
            }
            None => answers.entry(name).or_default().push(field.text().await?),
        }
    }
    Ok(Submission {
        id: String::new(),
        answers,
        files,
    })
}

/// The required questions without an answer.
fn unanswered(form: &Form, submission: &Submission) -> Vec<u32> {
    let required = form
        .questions
        .iter()
        .filter(|question| question.required && question.has_value());
    required
        .map(|question| question.qid)
        .filter(|qid| form.answer(submission, &qid.to_string()).is_none())
        .collect()
}
