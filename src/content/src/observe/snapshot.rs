//! Taking the snapshot: one row for every visible element that a target could mean.

use super::clickable::by_text;
use super::context::{container_ids, sections};
use super::fields::is_secret;
use super::label::label;
use super::name::{accessible_name, first_line};
use super::role::role;
use super::roots::{Root, all_roots};
use super::visible::{is_visible, labels};
use super::{attribute, elements, folded, tag};
use wasm_bindgen::JsCast;
use waymark_core::locate::text::fold;
use waymark_core::snapshot::{self, ChoiceOption, Snapshot};
use waymark_core::target::Target;
use waymark_web::shadow::ShadowReach;
use web_sys::{Document, Element, HtmlOptionElement, HtmlSelectElement};

/// Controls first: everything else on a page is text around them.
const CANDIDATES: &str = "input:not([type=hidden]), select, textarea, button, summary, a[href], \
    a[onclick], [role], [contenteditable], [tabindex], [onclick], [aria-label], h1, h2, h3, h4, h5, h6, \
    li:not(:has(a, button, input, select, textarea))";

const CHOICES: &str = "[role=option], [role=radio], input[type=radio]";
const MOST_OPTIONS: u32 = 2000;

/// What has to be read beyond the elements themselves, because some target states it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// Headings around each element.
    pub sections: bool,
    /// Controls beside each element.
    pub neighbours: bool,
    /// Folded names of things to click, looked for even where no markup says that something can be clicked.
    pub click_texts: Vec<String>,
}

impl Needs {
    /// What these targets ask for.
    #[must_use]
    pub fn of<'a>(targets: impl Iterator<Item = &'a Target>) -> Self {
        targets.fold(Self::default(), |mut needs, target| {
            needs.sections |= !target.section.is_empty();
            needs.neighbours |= !target.neighbours.is_empty();
            if target.role.as_deref() == Some("button") {
                needs
                    .click_texts
                    .extend(target.names.values().flatten().map(|name| fold(name)));
            }
            needs
        })
    }
}

/// A snapshot with the elements it was taken of.
#[derive(Clone, Default)]
pub struct Picture {
    /// The rows.
    pub snapshot: Snapshot,
    /// The element of each row.
    pub elements: Vec<Element>,
    /// The trees that were read.
    pub roots: Vec<Root>,
}

/// A picture without rows, where nothing is looked for. `own` is our own host.
#[must_use]
pub fn without_rows(document: &Document, reach: &ShadowReach, own: Option<&Element>) -> Picture {
    let mut picture = Picture {
        roots: all_roots(document, reach, own),
        ..Picture::default()
    };
    picture.snapshot.language = document
        .document_element()
        .map(|html| attribute(&html, "lang"))
        .unwrap_or_default();
    picture
}

/// Reads the frame. `own` is our own host.
#[must_use]
pub fn take(document: &Document, reach: &ShadowReach, own: Option<&Element>, needs: Needs) -> Picture {
    let mut picture = without_rows(document, reach, own);
    for root in &picture.roots {
        let mut open: Vec<(usize, Element)> = Vec::new();
        let Some(found) = root.query(CANDIDATES) else {
            continue;
        };
        for element in elements(&found) {
            if own == Some(&element) || is_secret(&element) || !is_visible(&element) {
                continue;
            }
            while open
                .last()
                .is_some_and(|(_, around)| !around.contains(Some(&element)))
            {
                open.pop();
            }
            let inside = open.last().map(|(index, _)| *index);
            let Some(row) = describe(&element, inside, &needs) else {
                continue;
            };
            open.push((picture.elements.len(), element.clone()));
            picture.snapshot.elements.push(row);
            picture.elements.push(element);
        }
    }
    if !needs.click_texts.is_empty() {
        add_clickable(&mut picture, &needs);
    }
    if needs.neighbours {
        add_neighbours(&mut picture.snapshot);
    }
    picture
}

fn describe(element: &Element, inside: Option<usize>, needs: &Needs) -> Option<snapshot::Element> {
    let role = role(element);
    if is_mere_structure(&role) {
        return None;
    }
    let classes = attribute(element, "class");
    Some(snapshot::Element {
        tag: tag(element),
        kind: attribute(element, "type").to_ascii_lowercase(),
        name: accessible_name(element, &role),
        label: label(element, &role),
        id: element.id(),
        name_attribute: attribute(element, "name"),
        classes: classes.split_ascii_whitespace().map(str::to_owned).collect(),
        title: folded(&attribute(element, "title"), 200),
        placeholder: folded(&attribute(element, "placeholder"), 200),
        href: address(element),
        section: if needs.sections {
            sections(element)
        } else {
            Vec::new()
        },
        within_ids: container_ids(element),
        inside,
        neighbours: Vec::new(),
        options: options(element, &role),
        visible: true,
        disabled: is_disabled(element),
        role,
    })
}

/// Adds what can be clicked with one of the wanted texts on it and is no row yet, under that name.
fn add_clickable(picture: &mut Picture, needs: &Needs) {
    for at in 0..picture.roots.len() {
        let Some(root) = picture.roots.get(at) else { break };
        for (element, text) in by_text(root, &needs.click_texts) {
            let known = picture
                .elements
                .iter()
                .any(|row| row.contains(Some(&element)) || element.contains(Some(row)));
            let row = (!known).then(|| describe(&element, None, needs)).flatten();
            if let Some(row) = row {
                picture.snapshot.elements.push(snapshot::Element {
                    role: "generic".to_owned(),
                    name: text,
                    ..row
                });
                picture.elements.push(element);
            }
        }
    }
}

/// Roles that never are a target: they only arrange what is.
fn is_mere_structure(role: &str) -> bool {
    matches!(
        role,
        "row"
            | "rowgroup"
            | "grid"
            | "table"
            | "main"
            | "banner"
            | "complementary"
            | "contentinfo"
            | "list"
            | "document"
            | "application"
            | "tabpanel"
            | "navigation"
            | "tree"
            | "toolbar"
            | "separator"
            | "tablist"
            | "region"
    )
}

fn address(element: &Element) -> String {
    element
        .dyn_ref::<web_sys::HtmlAnchorElement>()
        .map(web_sys::HtmlAnchorElement::href)
        .unwrap_or_default()
}

/// Disabled or read-only, by itself or through its fieldset.
#[must_use]
pub fn is_disabled(element: &Element) -> bool {
    element
        .matches(":disabled, [aria-disabled=true], [readonly], [aria-readonly=true]")
        .unwrap_or(false)
}

/// The options of a select, a list box, a combobox that is open, or a group of radio buttons.
#[must_use]
pub fn options(element: &Element, role: &str) -> Vec<ChoiceOption> {
    if let Some(select) = element.dyn_ref::<HtmlSelectElement>() {
        return native_options(select);
    }
    match role {
        "listbox" | "radiogroup" | "group" => custom_options(element),
        "combobox" | "button" => controlled(element)
            .map(|list| custom_options(&list))
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn native_options(select: &HtmlSelectElement) -> Vec<ChoiceOption> {
    (0..select.length().min(MOST_OPTIONS))
        .filter_map(|at| select.item(at)?.dyn_into::<HtmlOptionElement>().ok())
        .map(|option| ChoiceOption {
            value: option.value(),
            label: folded(&option.label(), 200),
            selected: option.selected(),
        })
        .collect()
}

/// The list that a combobox opens, where it says which.
#[must_use]
pub fn controlled(element: &Element) -> Option<Element> {
    let root = Root::of(element)?;
    ["aria-controls", "aria-owns"]
        .iter()
        .flat_map(|name| {
            let ids = attribute(element, name);
            ids.split_ascii_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .find_map(|id| root.by_id(&id))
}

fn custom_options(list: &Element) -> Vec<ChoiceOption> {
    choice_elements(list)
        .iter()
        .map(|choice| ChoiceOption {
            value: [attribute(choice, "data-value"), attribute(choice, "value")]
                .into_iter()
                .find(|v| !v.is_empty())
                .unwrap_or_default(),
            label: choice_label(choice),
            selected: is_chosen(choice),
        })
        .collect()
}

/// The elements that stand for the options of a custom list or group.
#[must_use]
pub fn choice_elements(list: &Element) -> Vec<Element> {
    list.query_selector_all(CHOICES)
        .map(|found| elements(&found).collect())
        .unwrap_or_default()
}

/// What an option of a custom list is called: of a card or a label with several lines the first.
#[must_use]
pub fn choice_label(choice: &Element) -> String {
    let label = labels(choice).and_then(|labels| elements(&labels).next());
    let line = match label {
        Some(label) => first_line(&label),
        None if choice.child_element_count() > 0 => first_line(choice),
        None => String::new(),
    };
    if line.is_empty() {
        accessible_name(choice, &role(choice))
    } else {
        line
    }
}

/// A custom option, a switch or a radio button is chosen: it says so, or where it says nothing its class does.
#[must_use]
pub fn is_chosen(choice: &Element) -> bool {
    const SAID: &str = ":checked, [aria-selected=true], [aria-checked=true], [aria-pressed=true]";
    const CLASSES: &str = ".on, .checked, .selected, .chosen, .active, .isChecked, .isSelected, .isActive";
    let matches = |selector: &str| choice.matches(selector).unwrap_or(false);
    matches(SAID) || (role(choice) == "generic" && matches(CLASSES))
}

fn add_neighbours(snapshot: &mut Snapshot) {
    let names: Vec<String> = snapshot.elements.iter().map(|e| e.name.clone()).collect();
    for (at, element) in snapshot.elements.iter_mut().enumerate() {
        let beside = [at.checked_sub(1), Some(at + 1)];
        let texts = beside.into_iter().flatten().filter_map(|index| names.get(index));
        element.neighbours = texts.filter(|name| !name.is_empty()).cloned().collect();
    }
}
