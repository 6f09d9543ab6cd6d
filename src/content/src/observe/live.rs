//! A live document's elements, as core reads them.

use super::roots::{Root, parent};
use js_sys::{Array, Map, Set};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use waymark_core::read::options::native_option;
use waymark_core::read::{self, Child};
use waymark_core::snapshot::ChoiceOption;
use waymark_web::shadow::ShadowReach;
use web_sys::{HtmlAnchorElement, HtmlInputElement, HtmlOptionElement, HtmlSelectElement, Node, NodeList};

#[wasm_bindgen]
extern "C" {
    /// An element of the page. A type of our own, so that it can be read as core reads.
    #[wasm_bindgen(extends = web_sys::Element)]
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub type Live;

    /// A control, which any of its kinds has labels.
    type Labelled;
    #[wasm_bindgen(method, getter)]
    fn labels(this: &Labelled) -> Option<NodeList>;

    type Label;
    #[wasm_bindgen(method, getter)]
    fn control(this: &Label) -> Option<Live>;

    /// Each control with its labels (`dom.js`).
    #[wasm_bindgen(catch, js_name = waymarkLabels)]
    fn labels(roots: &Array) -> Result<Map, JsValue>;

    // These stand in `dom.js`, which answers in one call.
    #[wasm_bindgen(js_name = waymarkHasArea)]
    fn has_area(element: &Live) -> bool;
    #[wasm_bindgen(js_name = waymarkIsInline)]
    fn is_inline(element: &Live) -> bool;

    type Slot;
    #[wasm_bindgen(method, js_name = assignedNodes)]
    fn assigned_nodes(this: &Slot) -> js_sys::Array;

    #[wasm_bindgen(method, js_name = checkVisibility)]
    fn check_visibility(this: &Live, options: &JsValue) -> bool;

    // As web-sys has them, but for texts that JavaScript has already: see `text`.
    #[wasm_bindgen(method, js_name = getAttribute)]
    fn attribute_of(this: &Live, name: &JsValue) -> Option<String>;
    #[wasm_bindgen(method, catch, js_name = matches)]
    fn is_match(this: &Live, selector: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(method, catch, js_name = closest)]
    fn nearest(this: &Live, selector: &JsValue) -> Result<Option<Live>, JsValue>;
    #[wasm_bindgen(method, catch, js_name = querySelector)]
    fn first_match(this: &Live, selector: &JsValue) -> Result<Option<Live>, JsValue>;

    type Style;
    #[wasm_bindgen(method, getter)]
    fn display(this: &Style) -> String;
    #[wasm_bindgen(method, getter)]
    fn cursor(this: &Style) -> String;
    #[wasm_bindgen(js_name = getComputedStyle)]
    fn style(element: &Live) -> Style;
}

thread_local! {
    static LABELS: RefCell<Option<Labels>> = const { RefCell::new(None) };
    static REACH: ShadowReach = ShadowReach::new();
    static TEXTS: RefCell<Vec<(&'static str, &'static JsValue)>> = const { RefCell::new(Vec::new()) };
    static OPTIONS: JsValue = {
        let options = js_sys::Object::new();
        // A plain new object takes any property.
        let _ = js_sys::Reflect::set(&options, &"visibilityProperty".into(), &JsValue::TRUE);
        options.into()
    };
}

/// A constant as JavaScript has it, kept: to decode one for each element is what costs most of all reading.
fn text(constant: &'static str) -> &'static JsValue {
    TEXTS.with_borrow_mut(|texts| {
        // Where a constant lies tells it from all others, faster than what it says.
        let known = texts.iter().find(|(known, _)| std::ptr::eq(*known, constant));
        known.map(|(_, value)| *value).unwrap_or_else(|| {
            let value: &JsValue = Box::leak(Box::new(constant.into()));
            texts.push((constant, value));
            value
        })
    })
}

/// An element as core reads it.
#[must_use]
pub fn live(element: &web_sys::Element) -> &Live {
    element.unchecked_ref()
}

/// The control that a `<label>` belongs to.
#[must_use]
pub fn labelled(label: &web_sys::Element) -> Option<Live> {
    label.unchecked_ref::<Label>().control()
}

/// The tree in an element, open or closed.
#[must_use]
pub fn shadow_root(host: &web_sys::Element) -> Option<Root> {
    REACH.with(|reach| reach.root_of(host)).map(Root::Shadow)
}

impl read::Element for Live {
    fn tag(&self) -> String {
        self.local_name()
    }

    fn attribute(&self, name: &'static str) -> Option<String> {
        self.attribute_of(text(name))
    }

    fn parent_element(&self) -> Option<Self> {
        Node::parent_element(self).map(JsCast::unchecked_into)
    }

    fn parent(&self) -> Option<Self> {
        parent(self).map(JsCast::unchecked_into)
    }

    fn first_element(&self) -> Option<Self> {
        self.first_element_child().map(JsCast::unchecked_into)
    }

    fn previous_element(&self) -> Option<Self> {
        self.previous_element_sibling().map(JsCast::unchecked_into)
    }

    fn next_element(&self) -> Option<Self> {
        self.next_element_sibling().map(JsCast::unchecked_into)
    }

    fn children(&self) -> impl Iterator<Item = Child<Self>> {
        std::iter::successors(self.first_child(), Node::next_sibling).filter_map(child)
    }

    fn shadow_children(&self) -> Option<impl Iterator<Item = Child<Self>>> {
        let root = REACH.with(|reach| reach.root_of(self))?;
        Some(std::iter::successors(root.first_child(), Node::next_sibling).filter_map(child))
    }

    fn shown_children(&self) -> impl Iterator<Item = Child<Self>> {
        let name = self.local_name();
        let shadow = name
            .contains('-')
            .then(|| REACH.with(|reach| reach.root_of(self)))
            .flatten();
        let assigned = (name == "slot")
            .then(|| assigned(self))
            .filter(|nodes| nodes.length() > 0);
        let first = match (&shadow, &assigned) {
            (_, Some(_)) => None,
            (Some(shadow), _) => shadow.first_child(),
            _ => self.first_child(),
        };
        let assigned = assigned.into_iter().flatten().map(JsCast::unchecked_into);
        assigned
            .chain(std::iter::successors(first, Node::next_sibling))
            .filter_map(child)
    }

    fn following(&self) -> impl Iterator<Item = Child<Self>> {
        std::iter::successors(self.next_sibling(), Node::next_sibling).filter_map(child)
    }

    fn text_content(&self) -> String {
        Node::text_content(self).unwrap_or_default()
    }

    fn matches(&self, selector: &'static str) -> bool {
        self.is_match(text(selector)).unwrap_or(false)
    }

    fn closest(&self, selector: &'static str) -> Option<Self> {
        self.nearest(text(selector)).ok().flatten()
    }

    fn query(&self, selector: &'static str) -> impl Iterator<Item = Self> {
        of_list(self.query_selector_all(selector).ok())
    }

    fn first(&self, selector: &'static str) -> Option<Self> {
        self.first_match(text(selector)).ok().flatten()
    }

    fn by_id(&self, id: &str) -> Option<Self> {
        let found: Live = Root::of(self)?.by_id(id)?.unchecked_into();
        LABELS.with_borrow(|labels| labels.as_ref().map(|labels| labels.named.add(&found)));
        Some(found)
    }

    fn labels(&self) -> impl Iterator<Item = Self> {
        let known = LABELS.with_borrow(|labels| labels.as_ref().map(|labels| labels.of(self)));
        let asked = known.is_none().then(|| self.unchecked_ref::<Labelled>().labels());
        let known = known.into_iter().flatten().map(JsCast::unchecked_into);
        known.chain(of_list(asked.flatten()))
    }

    fn contains(&self, other: &Self) -> bool {
        Node::contains(self, Some(other))
    }

    fn precedes(&self, other: &Self) -> bool {
        self.compare_document_position(other) & Node::DOCUMENT_POSITION_FOLLOWING != 0
    }

    fn is_rendered(&self) -> bool {
        OPTIONS.with(|options| self.check_visibility(options))
            // `display: contents`, as every slot has it: no box of its own, yet what is in it may be seen.
            || (style(self).display() == "contents"
                && read::Element::parent(self).is_some_and(|around| around.is_rendered()))
    }

    fn has_area(&self) -> bool {
        has_area(self)
    }

    fn is_inline(&self) -> bool {
        is_inline(self)
    }

    fn has_pointer(&self) -> bool {
        style(self).cursor() == "pointer"
    }

    fn is_disabled(&self) -> bool {
        read::Element::matches(self, ":disabled")
    }

    fn is_checked(&self) -> bool {
        read::Element::matches(self, ":checked")
    }

    fn input_value(&self) -> String {
        self.dyn_ref::<HtmlInputElement>()
            .map(HtmlInputElement::value)
            .unwrap_or_default()
    }

    fn native_options(&self, most: u32) -> Option<Vec<ChoiceOption>> {
        let select: &HtmlSelectElement = self.dyn_ref()?;
        let options = (0..select.length().min(most))
            .filter_map(|at| select.item(at)?.dyn_into::<HtmlOptionElement>().ok())
            .map(|option| native_option(option.value(), &option.label(), option.selected()));
        Some(options.collect())
    }

    fn address(&self) -> String {
        self.dyn_ref::<HtmlAnchorElement>()
            .map(HtmlAnchorElement::href)
            .unwrap_or_default()
    }
}

impl read::Tree for Root {
    type Element = Live;

    fn host(&self) -> Option<Live> {
        match self {
            Root::Document(_) => None,
            Root::Shadow(root) => Some(root.host().unchecked_into()),
        }
    }

    fn query(&self, selector: &'static str) -> impl Iterator<Item = Live> {
        of_list(Root::query(self, selector))
    }
}

/// The labels of all controls. A browser goes through the whole document for each control whose labels it is asked for the
/// first time, and for the first time again after every change: a second for 1,500 controls among 20,000 elements.
#[derive(Clone)]
pub struct Labels {
    pub(super) of: Map,
    /// What was found by its id meanwhile.
    pub(super) named: Set,
}

impl Labels {
    /// Of these trees.
    #[must_use]
    pub fn new(roots: &[Root]) -> Self {
        Self {
            of: labels(&roots.iter().map(Root::node).collect()).unwrap_or_default(),
            named: Set::new(&JsValue::UNDEFINED),
        }
    }

    fn of(&self, control: &Live) -> Array {
        self.of.get(control).dyn_into().unwrap_or_default()
    }

    /// Does something in which labels are looked up in here.
    pub fn within<T>(&self, work: impl FnOnce() -> T) -> T {
        LABELS.replace(Some(self.clone()));
        let done = work();
        LABELS.replace(None);
        done
    }
}

fn assigned(slot: &Live) -> js_sys::Array {
    slot.unchecked_ref::<Slot>().assigned_nodes()
}

fn child(node: Node) -> Option<Child<Live>> {
    if node.node_type() == Node::TEXT_NODE {
        Some(Child::Text(node.node_value().unwrap_or_default()))
    } else {
        Some(Child::Element(
            node.dyn_into::<web_sys::Element>().ok()?.unchecked_into(),
        ))
    }
}

fn of_list(list: Option<NodeList>) -> impl Iterator<Item = Live> {
    let length = list.as_ref().map_or(0, NodeList::length);
    (0..length).filter_map(move |at| Some(list.as_ref()?.item(at)?.unchecked_into()))
}
