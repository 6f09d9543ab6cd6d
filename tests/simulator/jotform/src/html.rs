//! Small pages made on the server: text that is safe in HTML, the common frame, the common look.

use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

/// The text as it must be written in HTML, also within an attribute.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

/// JSON that may stand within a script element.
pub fn json_for_script(value: &serde_json::Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

/// A page with the common look.
pub fn page(title: &str, body_class: &str, body: &str) -> Response {
    let title = escape(title);
    Html(format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"/s/pages.css\">\n</head>\n<body class=\"{body_class}\">\n{body}\n</body>\n</html>\n"
    ))
    .into_response()
}

/// A page that says what is wrong.
pub fn failure(status: StatusCode, message: &str) -> Response {
    let body = format!("<main class=\"box\"><h1>{}</h1></main>", escape(message));
    (status, page(message, "plain", &body)).into_response()
}

/// The style sheet of these pages.
pub async fn style_sheet() -> Response {
    (
        [(header::CONTENT_TYPE, "text/css; charset=utf-8")],
        include_str!("pages.css"),
    )
        .into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_end_the_script_it_stands_in() {
        let json = json_for_script(&serde_json::json!({ "title": "</script><b>" }));
        assert!(!json.contains("</script>"));
        assert_eq!(escape("<a b=\"c\">&'"), "&lt;a b=&quot;c&quot;&gt;&amp;&#39;");
    }
}
