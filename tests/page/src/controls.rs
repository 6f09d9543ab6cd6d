//! What HTML says of form controls: their labels, which are disabled, what is chosen in a `<select>`.

use ego_tree::NodeId;
use scraper::{ElementRef, Html};
use std::collections::HashMap;
use waymark_core::read::options::native_option;
use waymark_core::snapshot::ChoiceOption;

/// The labels of each control of a tree, in the order of the document.
pub(crate) fn labels_by_control(html: &Html, ids: &HashMap<String, NodeId>) -> HashMap<NodeId, Vec<NodeId>> {
    let mut labels: HashMap<NodeId, Vec<NodeId>> = HashMap::new();
    let elements = html.tree.root().descendants().filter_map(ElementRef::wrap);
    for label in elements.filter(|element| element.value().name() == "label") {
        let control = match label.attr("for") {
            Some(id) => ids.get(id).and_then(|&id| ElementRef::wrap(html.tree.get(id)?)),
            None => label.descendent_elements().skip(1).find(is_labelable),
        };
        if let Some(control) = control.filter(is_labelable) {
            labels.entry(control.id()).or_default().push(label.id());
        }
    }
    labels
}

fn is_labelable(element: &ElementRef<'_>) -> bool {
    match element.value().name() {
        "input" => !element
            .attr("type")
            .is_some_and(|kind| kind.eq_ignore_ascii_case("hidden")),
        name => matches!(
            name,
            "button" | "select" | "textarea" | "output" | "meter" | "progress"
        ),
    }
}

/// `:disabled`.
pub(crate) fn is_disabled(element: &ElementRef<'_>) -> bool {
    let name = element.value().name();
    let own = element.attr("disabled").is_some();
    match name {
        "option" => {
            own || parent(element).is_some_and(|around| is_named(&around, "optgroup") && is_disabled(&around))
        }
        "optgroup" => own,
        "button" | "input" | "select" | "textarea" | "fieldset" => own || by_fieldset(element),
        _ => false,
    }
}

/// It stands in a disabled fieldset, and not in its first legend.
fn by_fieldset(element: &ElementRef<'_>) -> bool {
    let mut inner = *element;
    while let Some(around) = parent(&inner) {
        if is_named(&around, "fieldset") && around.attr("disabled").is_some() {
            let legend = around.child_elements().find(|child| is_named(child, "legend"));
            if legend.is_none_or(|legend| legend.id() != inner.id()) {
                return true;
            }
        }
        inner = around;
    }
    false
}

/// `:checked`.
pub(crate) fn is_checked(element: &ElementRef<'_>) -> bool {
    match element.value().name() {
        "input" => {
            let kind = element.attr("type").unwrap_or_default().to_ascii_lowercase();
            matches!(kind.as_str(), "checkbox" | "radio") && element.attr("checked").is_some()
        }
        "option" => {
            let select = element
                .ancestors()
                .filter_map(ElementRef::wrap)
                .find(|around| is_named(around, "select"));
            select.map_or(element.attr("selected").is_some(), |select| {
                let options: Vec<ElementRef> = options_of(&select).collect();
                let chosen = chosen(&select, &options);
                options
                    .iter()
                    .zip(chosen)
                    .any(|(option, chosen)| chosen && option.id() == element.id())
            })
        }
        _ => false,
    }
}

/// The first so many options of a `<select>`.
pub(crate) fn native_options(select: &ElementRef<'_>, most: u32) -> Option<Vec<ChoiceOption>> {
    if !is_named(select, "select") {
        return None;
    }
    let options: Vec<ElementRef> = options_of(select).collect();
    let chosen = chosen(select, &options);
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let read = options.iter().zip(chosen).take(most).map(|(option, chosen)| {
        let text: Vec<&str> = option.text().collect();
        let text = text.concat();
        let text: Vec<&str> = text.split_ascii_whitespace().collect();
        let text = text.join(" ");
        let label = option.attr("label").filter(|label| !label.is_empty());
        let value = option.attr("value").unwrap_or(&text).to_owned();
        native_option(value, label.unwrap_or(&text), chosen)
    });
    Some(read.collect())
}

fn options_of<'a>(select: &ElementRef<'a>) -> impl Iterator<Item = ElementRef<'a>> + use<'a> {
    select
        .descendent_elements()
        .filter(|inner| is_named(inner, "option"))
}

/// Where only one can be chosen it is the last that says so, else the first that can be.
fn chosen(select: &ElementRef<'_>, options: &[ElementRef<'_>]) -> Vec<bool> {
    let said = |option: &ElementRef| option.attr("selected").is_some();
    let rows = select
        .attr("size")
        .and_then(|rows| rows.parse::<u32>().ok())
        .unwrap_or(0);
    if select.attr("multiple").is_some() {
        return options.iter().map(said).collect();
    }
    let only = options.iter().rposition(said).or_else(|| {
        let first = options.iter().position(|option| !is_disabled(option));
        first.filter(|_| rows <= 1)
    });
    (0..options.len()).map(|at| Some(at) == only).collect()
}

fn parent<'a>(element: &ElementRef<'a>) -> Option<ElementRef<'a>> {
    ElementRef::wrap(element.parent()?)
}

fn is_named(element: &ElementRef<'_>, name: &str) -> bool {
    element.value().name() == name
}
