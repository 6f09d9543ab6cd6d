//! The accessible name, in the order that browsers compute it.

use super::options::{MOST_OPTIONS, is_secret};
use super::{Child, Element, attribute, folded};

const LIMIT: usize = 200;

/// The name of an element with this role, white space folded, at most 200 characters.
#[must_use]
pub fn accessible_name(element: &impl Element, role: &str) -> String {
    let own = element.tag();
    let sources: [&dyn Fn() -> String; 7] = [
        &|| by_reference(element),
        &|| attribute(element, "aria-label"),
        &|| by_native(element, &own),
        &|| {
            if named_by_content(role) && own != "tr" {
                let mut walk = Walk::of_names(element);
                walk.no_groups = role == "treeitem";
                walk.text(false)
            } else {
                String::new()
            }
        },
        &|| attribute(element, "title"),
        &|| attribute(element, "placeholder"),
        // What a browser calls a picture that sends a form and has no other name.
        &|| {
            if own == "input" && attribute(element, "type") == "image" {
                "Submit".to_owned()
            } else {
                String::new()
            }
        },
    ];
    sources
        .iter()
        .map(|source| folded(&source(), LIMIT))
        .find(|name| !name.is_empty())
        .unwrap_or_default()
}

/// What a row is called: its name, and what has none by the rules but can be pressed, by the text on it.
#[must_use]
pub fn called(element: &impl Element, role: &str) -> String {
    let name = accessible_name(element, role);
    if name.is_empty() && matches!(role, "listitem" | "generic" | "") {
        folded(&text_of(element), LIMIT)
    } else {
        name
    }
}

fn by_reference<E: Element>(element: &E) -> String {
    let ids = attribute(element, "aria-labelledby");
    let texts: Vec<String> = ids
        .split_ascii_whitespace()
        .filter_map(|id| element.by_id(id))
        .map(|named| match named.attribute("aria-label") {
            Some(label) if !label.trim().is_empty() => label,
            // What is named by is read even where nobody sees it.
            _ => Walk::of_names(&named).text(!named.is_rendered()),
        })
        .collect();
    texts.join(" ")
}

fn by_native(element: &impl Element, own: &str) -> String {
    match own {
        "input" => match attribute(element, "type").to_ascii_lowercase().as_str() {
            kind @ ("submit" | "reset" | "button") => {
                let value = element.input_value();
                match (value.is_empty(), kind) {
                    (true, "submit") => "Submit".to_owned(),
                    (true, "reset") => "Reset".to_owned(),
                    _ => value,
                }
            }
            "image" => attribute(element, "alt"),
            _ => labels_text(element),
        },
        "select" | "textarea" | "button" => labels_text(element),
        "img" | "area" => attribute(element, "alt"),
        "svg" => drawn(element),
        "table" => element
            .first("caption")
            .map(|caption| text_of(&caption))
            .unwrap_or_default(),
        "fieldset" => element
            .first("legend")
            .map(|legend| text_of(&legend))
            .unwrap_or_default(),
        _ => String::new(),
    }
}

/// The texts of the `<label>`s that belong to a control.
#[must_use]
pub fn labels_text<E: Element>(element: &E) -> String {
    let texts: Vec<String> = element
        .labels()
        .map(|label| {
            let mut walk = Walk::of_names(&label);
            walk.except = Some(element);
            walk.text(false)
        })
        .collect();
    texts.join(" ")
}

fn named_by_content(role: &str) -> bool {
    matches!(
        role,
        "button"
            | "link"
            | "option"
            | "tab"
            | "treeitem"
            | "menuitem"
            | "menuitemcheckbox"
            | "menuitemradio"
            | "checkbox"
            | "radio"
            | "switch"
            | "heading"
            | "cell"
            | "gridcell"
            | "columnheader"
            | "rowheader"
            | "row"
            | "term"
            | "tooltip"
    )
}

/// The text that an element shows: alternative texts of images counted, form controls and hidden parts left out.
#[must_use]
pub fn text_of(element: &impl Element) -> String {
    let mut walk = Walk::of_names(element);
    walk.controls = false;
    walk.text(false)
}

/// Gathers what is shown in an element.
struct Walk<'e, E> {
    element: &'e E,
    /// Left out: the control that the text is for.
    except: Option<&'e E>,
    /// Controls count, with what they hold.
    controls: bool,
    /// Groups in it are left out: in a tree they hold the items below this one.
    no_groups: bool,
    text: String,
}

impl<'e, E: Element> Walk<'e, E> {
    fn of_names(element: &'e E) -> Self {
        Self {
            element,
            except: None,
            controls: true,
            no_groups: false,
            text: String::new(),
        }
    }

    fn text(mut self, hidden: bool) -> String {
        self.collect(self.element, hidden, 0);
        self.text
    }

    fn collect(&mut self, element: &E, hidden: bool, depth: u32) {
        for child in element.shown_children() {
            if self.text.len() > LIMIT * 4 {
                return;
            }
            match child {
                Child::Text(own) => self.text.push_str(&own),
                Child::Element(inner) => self.collect_element(&inner, hidden, depth),
            }
        }
    }

    fn collect_element(&mut self, element: &E, hidden: bool, depth: u32) {
        let name = element.tag();
        if is_left_out(&name)
            || depth > 12
            || attribute(element, "aria-hidden") == "true"
            || !(hidden || element.is_rendered())
            || self.except == Some(element)
            || (self.no_groups && attribute(element, "role") == "group")
        {
            return;
        }
        let inline = name != "br" && element.is_inline();
        if !inline {
            self.text.push(' ');
        }
        let label = attribute(element, "aria-label");
        if !label.trim().is_empty() {
            self.text.push_str(&label);
        } else if matches!(name.as_str(), "input" | "select" | "textarea") {
            self.collect_control(element, &name);
        } else {
            let before = self.text.len();
            match name.as_str() {
                "img" => self.text.push_str(&attribute(element, "alt")),
                "svg" => self.text.push_str(&drawn(element)),
                _ => self.collect(element, hidden, depth + 1),
            }
            if self.controls && self.text.len() == before {
                self.text.push_str(&attribute(element, "title"));
            }
        }
        if !inline {
            self.text.push(' ');
        }
    }

    /// What a control holds stands in the text around it ("after 7 days"); of an empty one, what it is called.
    fn collect_control(&mut self, element: &E, name: &str) {
        let kind = attribute(element, "type");
        if !self.controls || matches!(kind.as_str(), "checkbox" | "radio") || is_secret(element) {
            return;
        }
        let value = match element.native_options(MOST_OPTIONS) {
            Some(options) => {
                let chosen = options.into_iter().find(|option| option.selected);
                chosen.map(|option| option.label).unwrap_or_default()
            }
            None if name == "input" => element.input_value(),
            None => String::new(),
        };
        let called = [
            value,
            attribute(element, "title"),
            attribute(element, "placeholder"),
        ];
        let called = called.iter().find(|text| !text.is_empty());
        self.text.push_str(called.map_or("", String::as_str));
    }
}

/// What a drawing says that it is.
fn drawn(element: &impl Element) -> String {
    element
        .first("title")
        .map(|title| title.text_content())
        .unwrap_or_default()
}

/// The first line of text in an element that holds several: a card's heading.
#[must_use]
pub fn first_line(element: &impl Element) -> String {
    let mut text = String::new();
    collect_line(element, &mut text);
    folded(&text, LIMIT)
}

/// Collects until the first block with text ends; tells whether it has ended.
fn collect_line(element: &impl Element, text: &mut String) -> bool {
    for child in element.children() {
        match child {
            Child::Text(own) => text.push_str(&own),
            Child::Element(inner) => {
                let block = !inner.is_inline();
                if block && !text.trim().is_empty() {
                    return true;
                }
                let name = inner.tag();
                let shown = !is_left_out(&name)
                    && !matches!(name.as_str(), "select" | "textarea" | "input" | "svg")
                    && attribute(&inner, "aria-hidden") != "true";
                if shown && (collect_line(&inner, text) || (block && !text.trim().is_empty())) {
                    return true;
                }
            }
        }
    }
    false
}

fn is_left_out(name: &str) -> bool {
    matches!(name, "script" | "style" | "template" | "noscript")
}
