//! The public form on `form.jotform.com/{id}`, made on the server as Jotform makes it.

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use crate::form::Form;
use crate::html::{self, escape};
use crate::question::{Part, Question};
use crate::site::Site;

/// Answers that stand in the address, by the question's unique name and, where it has parts, the part in brackets.
pub type Prefilled = BTreeMap<String, String>;

/// `GET /{id}`.
pub async fn page(
    State(site): State<Site>,
    Path(id): Path<String>,
    Query(prefilled): Query<Prefilled>,
) -> Response {
    match site.account().form(&id) {
        Some(form) => form_page(form, &[], &prefilled),
        None => html::failure(StatusCode::NOT_FOUND, "This form does not exist"),
    }
}

/// The form, with these questions (by number) marked as not answered, and these answers filled in.
pub fn form_page(form: &Form, unanswered: &[u32], prefilled: &Prefilled) -> Response {
    let lines: String = form
        .questions
        .iter()
        .map(|question| line(question, unanswered, prefilled))
        .collect();
    let id = escape(&form.id);
    let script = script(form);
    let body = format!(
        "{script}<form class=\"jotform-form\" action=\"https://submit.jotform.com/submit/{id}\" method=\"post\" \
         enctype=\"multipart/form-data\" name=\"form_{id}\" id=\"{id}\" accept-charset=\"utf-8\" novalidate>\n\
         <input type=\"hidden\" name=\"formID\" value=\"{id}\">\n\
         <div role=\"main\" class=\"form-all\"><ul class=\"form-section page-section\">\n{lines}</ul></div>\n</form>"
    );
    html::page(&form.title, "public-form", &body)
}

/// What Jotform's own script is told of the form (seen in saved forms): which questions are shown or hidden by conditions, and
/// how submissions are encrypted. The script itself is left out.
fn script(form: &Form) -> String {
    let condition = |question: &Question| {
        json!({
            "action": [{ "id": "action_1", "visibility": "Hide", "isError": false, "field": question.qid.to_string() }],
            "link": "Any", "terms": [{ "field": "1", "operator": "isFilled", "value": "" }], "type": "field",
        })
    };
    let hidden = form.questions.iter().filter(|question| question.conditional);
    let conditions: Vec<Value> = hidden.map(condition).collect();
    let mut calls = Vec::new();
    if !conditions.is_empty() {
        calls.push(format!(
            "JotForm.setConditions({});",
            html::json_for_script(&Value::from(conditions))
        ));
    }
    if form.encrypted {
        calls.push("JotForm.encryptionProtocol = \"JF-CSE-V1\";".to_owned());
    }
    if calls.is_empty() {
        return String::new();
    }
    format!(
        "<script type=\"text/javascript\">\nvar JotForm = {{ setConditions() {{}} }};\n{}\n</script>\n",
        calls.join("\n")
    )
}

fn line(question: &Question, unanswered: &[u32], prefilled: &Prefilled) -> String {
    let qid = question.qid;
    let text = escape(&question.text);
    let required = if question.required { " jf-required" } else { "" };
    let star = if question.required {
        "<span class=\"form-required\">*</span>"
    } else {
        ""
    };
    let label = match question.kind.as_str() {
        "control_head" | "control_collapse" | "control_text" | "control_button" | "control_divider"
        | "control_pagebreak" | "control_image" | "control_hidden" => String::new(),
        _ => {
            format!("<label class=\"form-label\" id=\"label_{qid}\" for=\"input_{qid}\">{text}{star}</label>")
        }
    };
    let missing = unanswered.contains(&qid);
    let error = match missing {
        true => "<div class=\"form-error-message\" role=\"alert\">This field is required.</div>",
        false => "",
    };
    format!(
        "<li class=\"form-line{required}{}\" data-type=\"{}\" id=\"id_{qid}\">{label}\
         <div id=\"cid_{qid}\" class=\"form-input-wide{required}\">{}{error}</div></li>\n",
        if missing { " form-line-error" } else { "" },
        escape(&question.kind),
        inputs(question, &text, prefilled)
    )
}

fn inputs(question: &Question, text: &str, prefilled: &Prefilled) -> String {
    let qid = question.qid;
    let name = escape(&question.input_name(&Part { name: "", label: "" }));
    let filled = escape(prefilled.get(&question.name).map_or("", String::as_str));
    let one = |kind: &str| {
        format!(
            "<span class=\"form-sub-label-container wide\"><input type=\"{kind}\" id=\"input_{qid}\" name=\"{name}\" \
             value=\"{filled}\" class=\"form-textbox\"></span>"
        )
    };
    match question.kind.as_str() {
        "control_head" | "control_collapse" => {
            format!("<h2 class=\"form-header\" id=\"header_{qid}\">{text}</h2>")
        }
        "control_text" => format!("<div class=\"form-html\">{text}</div>"),
        "control_divider" => "<hr>".to_owned(),
        "control_image" | "control_pagebreak" | "control_captcha" => String::new(),
        "control_button" => format!(
            "<div class=\"form-buttons-wrapper\"><button id=\"input_{qid}\" type=\"submit\" class=\"form-submit-button\">{text}</button></div>"
        ),
        "control_textarea" => {
            format!(
                "<textarea class=\"form-textarea wide\" id=\"input_{qid}\" name=\"{name}\" rows=\"5\">{filled}</textarea>"
            )
        }
        "control_email" => one("email"),
        "control_number" | "control_spinner" | "control_slider" | "control_range" => one("number"),
        "control_hidden" | "control_signature" | "control_autoincrement" => {
            format!("<input type=\"hidden\" id=\"input_{qid}\" name=\"{name}\">")
        }
        "control_fileupload" => {
            format!(
                "<input type=\"file\" id=\"input_{qid}\" name=\"{name}[]\" class=\"form-upload-multiple\" multiple>"
            )
        }
        "control_dropdown" => {
            let option = |option: &String| format!("<option value=\"{0}\">{0}</option>", escape(option));
            let options: String = question.options.iter().map(option).collect();
            format!(
                "<select class=\"form-dropdown\" id=\"input_{qid}\" name=\"{name}\"><option value=\"\">Please Select</option>{options}</select>"
            )
        }
        "control_radio" => choices(question, "radio", &name, &question.options),
        "control_checkbox" => choices(question, "checkbox", &format!("{name}[]"), &question.options),
        "control_scale" | "control_rating" => {
            let steps: Vec<String> = (1..=5).map(|step| step.to_string()).collect();
            choices(question, "radio", &name, &steps)
        }
        "control_matrix" => matrix(question, &name),
        _ if question.parts().len() > 1
            || question.kind == "control_phone"
            || question.kind == "control_time" =>
        {
            question
                .parts()
                .iter()
                .map(|part| part_input(question, part, prefilled))
                .collect()
        }
        _ => one("text"),
    }
}

fn part_input(question: &Question, part: &Part, prefilled: &Prefilled) -> String {
    let (qid, short, label) = (question.qid, part.name, part.label);
    let wide = if short.starts_with("addr_line") || short == "full" {
        " wide"
    } else {
        ""
    };
    let kind = if short == "full" { "tel" } else { "text" };
    let key = format!("{}[{short}]", question.name);
    let filled = escape(prefilled.get(&key).map_or("", String::as_str));
    format!(
        "<span class=\"form-sub-label-container{wide}\" data-input-type=\"{short}\"><input type=\"{kind}\" id=\"{short}_{qid}\" \
         name=\"{}\" value=\"{filled}\" class=\"form-textbox\"><label class=\"form-sub-label\" for=\"{short}_{qid}\">{label}</label></span>",
        escape(&question.input_name(part))
    )
}

fn choices(question: &Question, kind: &str, name: &str, options: &[String]) -> String {
    let item = |(place, option): (usize, &String)| {
        let id = format!("input_{}_{place}", question.qid);
        let option = escape(option);
        format!(
            "<span class=\"form-{kind}-item wide\"><input type=\"{kind}\" class=\"form-{kind}\" id=\"{id}\" name=\"{name}\" \
             value=\"{option}\"> <label for=\"{id}\">{option}</label></span>"
        )
    };
    options.iter().enumerate().map(item).collect()
}

fn matrix(question: &Question, name: &str) -> String {
    let head: String = question
        .options
        .iter()
        .map(|column| format!("<th>{}</th>", escape(column)))
        .collect();
    let row = |(place, row): (usize, &String)| {
        let row = escape(row);
        let cell = |column: &String| {
            let column = escape(column);
            format!(
                "<td><input type=\"radio\" name=\"{name}[{place}]\" value=\"{column}\" aria-label=\"{row}: {column}\"></td>"
            )
        };
        format!(
            "<tr><th>{row}</th>{}</tr>",
            question.options.iter().map(cell).collect::<String>()
        )
    };
    let rows: String = question.rows.iter().enumerate().map(row).collect();
    format!("<table class=\"form-matrix-table\"><tr><th></th>{head}</tr>{rows}</table>")
}
