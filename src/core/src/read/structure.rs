//! Roles of what only arranges a page: tables, lists, landmarks, marks in a text. None of them is ever a target.

use super::name::accessible_name;
use super::{Element, attribute};

const SECTIONS: &str = "article, aside, main, nav, section, [role=article], [role=complementary], [role=main], \
    [role=navigation], [role=region]";

/// The role that a tag implies for what only arranges; empty where there is none.
#[must_use]
pub fn structure(element: &impl Element) -> &'static str {
    let name = element.tag();
    match name.as_str() {
        "p" => "paragraph",
        "ul" | "ol" | "menu" => "list",
        "dt" => "term",
        "dd" => "definition",
        "table" if is_presentation(element) => "",
        "tr" if element
            .closest("table")
            .is_some_and(|table| is_presentation(&table)) =>
        {
            ""
        }
        "table" => "table",
        "svg" => if_named(element, "img"),
        "thead" | "tbody" | "tfoot" => "rowgroup",
        "tr" => "row",
        "td" => cell(element),
        "th" => header_cell(element),
        "caption" => "caption",
        "main" => "main",
        "article" => "article",
        "search" => "search",
        "header" => landmark(element, "banner"),
        "footer" => landmark(element, "contentinfo"),
        "aside" => aside(element),
        "form" => "form",
        "section" => if_named(element, "region"),
        "address" | "details" | "optgroup" | "hgroup" => "group",
        "figure" => "figure",
        "hr" => "separator",
        "progress" => "progressbar",
        "meter" => "meter",
        "output" => "status",
        "blockquote" => "blockquote",
        "code" => "code",
        "em" => "emphasis",
        "strong" => "strong",
        "del" | "s" => "deletion",
        "ins" => "insertion",
        "sub" => "subscript",
        "sup" => "superscript",
        "time" => "time",
        "mark" => "mark",
        "math" => "math",
        _ => "",
    }
}

/// A page's header or footer, unless it is that of a part of the page.
fn landmark(element: &impl Element, role: &'static str) -> &'static str {
    let within = element
        .parent_element()
        .and_then(|around| around.closest(SECTIONS));
    if within.is_some() { "" } else { role }
}

fn aside(element: &impl Element) -> &'static str {
    if landmark(element, "complementary").is_empty() {
        if_named(element, "complementary")
    } else {
        "complementary"
    }
}

fn if_named(element: &impl Element, role: &'static str) -> &'static str {
    if accessible_name(element, role).is_empty() {
        ""
    } else {
        role
    }
}

fn is_presentation(element: &impl Element) -> bool {
    matches!(attribute(element, "role").as_str(), "presentation" | "none")
}

fn cell(element: &impl Element) -> &'static str {
    match element.closest("table") {
        Some(table) if matches!(attribute(&table, "role").as_str(), "grid" | "treegrid") => "gridcell",
        Some(table) if is_presentation(&table) => "",
        _ => "cell",
    }
}

/// What its scope says; without one it heads its row where cells follow in it that are none, else its column.
fn header_cell(element: &impl Element) -> &'static str {
    match attribute(element, "scope").to_ascii_lowercase().as_str() {
        "row" | "rowgroup" => return "rowheader",
        "col" | "colgroup" => return "columnheader",
        _ => {}
    }
    let beside = |cell: Option<_>| cell.is_some_and(|cell: _| is_data(&cell));
    if beside(element.previous_element()) || beside(element.next_element()) {
        "rowheader"
    } else {
        "columnheader"
    }
}

fn is_data(cell: &impl Element) -> bool {
    cell.tag() == "td"
}
