//! Reading and filling a real document, in a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)] // in the helpers of tests

mod common;

use common::document;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use waymark_content::fill::{self, fill_all};
use waymark_content::observe::live::Live;
use waymark_content::observe::snapshot::{Picture, take};
use waymark_content::overlay::Overlay;
use waymark_content::overlay::card::Content;
use waymark_content::sight::{control_of, element_of, field_state};
use waymark_core::field::{Control, FieldState, FieldTask, Wanted};
use waymark_core::read::clickable::Clickable;
use waymark_core::read::rows::Needs;
use waymark_core::target::Target;
use waymark_core::view::CardView;
use waymark_web::shadow::ShadowReach;
use waymark_web::{TimeoutFuture, request_animation_frame};
use web_sys::{Document, Element, HtmlElement, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

/// A part of the page that goes away with the test.
struct Stage(HtmlElement);

impl Stage {
    fn new(html: &str) -> Self {
        let stage: HtmlElement = document().create_element("div").unwrap().dyn_into().unwrap();
        stage.set_inner_html(html);
        document().body().unwrap().append_child(&stage).unwrap();
        Self(stage)
    }

    fn first(&self, selector: &str) -> Element {
        self.0.query_selector(selector).unwrap().unwrap()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// Runs a script of the page with the stage as `stage`.
fn page_script(stage: &Stage, script: &str) {
    js_sys::Function::new_with_args("stage", script)
        .call1(&wasm_bindgen::JsValue::NULL, &stage.0)
        .unwrap();
}

fn picture() -> Picture {
    take(
        &document(),
        &ShadowReach::new(),
        None,
        &Needs {
            sections: true,
            clickable: Clickable {
                texts: vec![waymark_core::locate::text::Text::new("Create or update a record")],
                labels: Vec::new(),
            },
            ..Needs::default()
        },
    )
}

fn target(role: &str, name: &str) -> Target {
    Target {
        role: Some(role.into()),
        names: [("en".to_owned(), vec![name.to_owned()])].into_iter().collect(),
        ..Target::default()
    }
}

fn field(id: &str, target: Target, control: Control, wanted: Wanted) -> FieldTask {
    FieldTask {
        id: id.into(),
        label: id.into(),
        target,
        taught: None,
        control,
        wanted,
        optional: false,
    }
}

fn option(label: &str) -> Wanted {
    Wanted::Option {
        record: None,
        labels: vec![label.to_owned()],
    }
}

/// The frame as filling sees it, without an engine around it.
#[derive(Default)]
struct Page {
    busy: RefCell<Vec<String>>,
    by_user: Vec<String>,
}

impl fill::Frame for Page {
    fn document(&self) -> Document {
        document()
    }

    fn find(&self, target: &Target) -> Option<Live> {
        element_of(&picture(), target)
    }

    fn control(&self, field: &FieldTask) -> Option<Live> {
        control_of(&picture(), field)
    }

    fn state(&self, field: &FieldTask) -> FieldState {
        field_state(&picture(), field, self.changed_by_user(&field.id))
    }

    fn changed_by_user(&self, id: &str) -> bool {
        self.by_user.iter().any(|own| own == id)
    }

    fn is_asked(&self) -> bool {
        true
    }

    fn goes_on(&self) -> bool {
        true
    }

    fn show_busy(&self, id: Option<&str>) {
        self.busy.borrow_mut().extend(id.map(str::to_owned));
    }
}

#[wasm_bindgen_test]
fn elements_are_read_as_assistive_technology_reads_them() {
    let stage = Stage::new(
        "<label for=a>Last <b>Name</b></label><input id=a><span id=x>Full</span><span id=y>Address</span>\
         <input aria-labelledby='x y'><input type=submit><input type=button value=Save><button><img alt=Add></button>\
         <a href='#'>Permission Sets</a><table><tr><td>License</td><td><select><option>--None--</option></select></td></tr>\
         </table><div role=treeitem aria-label=Users tabindex=0></div><input type=search placeholder='Search apps'>\
         <select multiple aria-label=Chosen></select><button style='display:none'>Hidden</button>\
         <button aria-hidden=true>Silent</button>\
         <a href='#' style='display:flex'><b>Salesforce</b><small>Creates records</small></a><input type=password aria-label=Secret>",
    );
    let picture = picture();
    let snapshot = picture.snapshot.borrow();
    let card = snapshot
        .elements
        .iter()
        .find(|row| row.name.starts_with("Salesforce"));
    assert_eq!(
        card.map(|row| row.label.as_str()),
        Some("Salesforce"),
        "a card is labelled by its first line"
    );
    let rows = picture
        .elements
        .iter()
        .zip(&snapshot.elements)
        .filter(|(element, _)| stage.0.contains(Some(element)));
    let read: Vec<(&str, &str)> = rows
        .map(|(_, row)| {
            (
                row.role.as_str(),
                if row.name.is_empty() {
                    row.label.as_str()
                } else {
                    row.name.as_str()
                },
            )
        })
        .collect();
    assert_eq!(
        read,
        [
            ("textbox", "Last Name"),
            ("textbox", "Full Address"),
            ("button", "Submit"),
            ("button", "Save"),
            ("button", "Add"),
            ("link", "Permission Sets"),
            ("combobox", "License"),
            ("searchbox", "Search apps"),
            ("listbox", "Chosen"),
            ("link", "Salesforce Creates records"),
        ],
        "an empty tree item has no area and is not seen; hidden, silent and secret ones never are"
    );
}

#[wasm_bindgen_test]
async fn a_framework_that_watches_its_inputs_takes_the_text() {
    let stage = Stage::new("<input aria-label=Search><output></output>");
    // What React does: a setter of its own on the element, and a value that did not come through it counts as typed.
    page_script(
        &stage,
        "const input = stage.querySelector('input'), output = stage.querySelector('output');
         const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
         let known = '';
         Object.defineProperty(input, 'value', {
             configurable: true,
             get() { return native.get.call(this); },
             set(value) { known = value; native.set.call(this, value); },
         });
         input.addEventListener('input', () => {
             const typed = native.get.call(input);
             if (typed !== known) output.textContent = known = typed;
             else native.set.call(input, output.textContent);
         });",
    );
    let task = field(
        "search",
        target("textbox", "Search"),
        Control::Text,
        Wanted::Text("Salesforce".into()),
    );
    fill_all(&Page::default(), &[task]).await;
    assert_eq!(
        stage.first("output").text_content().as_deref(),
        Some("Salesforce")
    );
}

#[wasm_bindgen_test]
async fn fields_that_scripts_change_are_filled_again_and_late_options_are_waited_for() {
    let stage = Stage::new(
        "<input aria-label=Email><input aria-label=Username><select aria-label='User License'><option value=''>--None--\
         <option>Salesforce<option>Salesforce Integration</select><select aria-label=Profile><option>Standard User</select>",
    );
    page_script(
        &stage,
        "const [email, username] = stage.querySelectorAll('input'), [licence, profile] = stage.querySelectorAll('select');
         email.addEventListener('blur', () => setTimeout(() => username.value = email.value, 300));
         licence.addEventListener('change', () => setTimeout(() => {
             profile.replaceChildren(new Option('Minimum Access - API Only Integrations'));
             profile.selectedIndex = -1;
         }, 400));",
    );
    let text = |id: &str, name: &str, text: &str| {
        field(
            id,
            target("textbox", name),
            Control::Text,
            Wanted::Text(text.into()),
        )
    };
    let choice = |id: &str, name: &str, label: &str| {
        field(id, target("combobox", name), Control::Choice, option(label))
    };
    let page = Page::default();
    let fields = [
        text("email", "Email", "a@acme.example"),
        text("username", "Username", "jotform@acme.example"),
        choice("licence", "User License", "Salesforce Integration"),
        choice("profile", "Profile", "Minimum Access - API Only Integrations"),
    ];
    fill_all(&page, &fields).await;
    for task in &fields {
        assert_eq!(
            fill::Frame::state(&page, task),
            FieldState::Matches,
            "{}",
            task.id
        );
    }
    assert_eq!(*page.busy.borrow(), ["email", "username", "licence", "profile"]);
}

#[wasm_bindgen_test]
async fn controls_that_say_nothing_about_themselves_are_filled_all_the_same() {
    let stage = Stage::new(
        "<div>Object</div><div class=box tabindex=0><div>Please Select</div></div>\
         <div class=card-a style='cursor:pointer'><b style='display:block'>Create or update a record</b><small>Adds</small></div>\
         <div class=card-b style='cursor:pointer'><b style='display:block'>Find existing record</b><small>Looks up</small></div>\
         <div style='display:flex'><div class=switch tabindex=0 style='width:30px;height:16px'></div>\
         <div><div><b>Attachments</b></div><small>Sends files</small></div></div>",
    );
    page_script(
        &stage,
        "const box = stage.querySelector('.box');
         box.addEventListener('click', () => setTimeout(() => {
             const list = document.createElement('div');
             for (const name of ['Contact', 'Lead']) {
                 const option = list.appendChild(document.createElement('div'));
                 option.innerHTML = `<span>${name}</span>`;
                 option.addEventListener('click', () => { box.textContent = name; list.remove(); });
             }
             stage.append(list);
         }, 200));
         for (const card of stage.querySelectorAll('[class^=card]'))
             card.addEventListener('click', () => card.classList.add('chosen'));
         const toggle = stage.querySelector('.switch');
         toggle.addEventListener('click', () => toggle.classList.toggle('on'));",
    );
    let choice = |id: &str, role: &str, name: &str, label: &str| {
        field(id, target(role, name), Control::Choice, option(label))
    };
    let page = Page::default();
    let fields = [
        choice("action", "radiogroup", "Action", "Create or update a record"),
        choice("object", "combobox", "Object", "Lead"),
        field(
            "files",
            target("switch", "Attachments"),
            Control::Checkbox,
            Wanted::Checked(true),
        ),
    ];
    fill_all(&page, &fields).await;
    for task in &fields {
        assert_eq!(
            fill::Frame::state(&page, task),
            FieldState::Matches,
            "{}",
            task.id
        );
    }
    assert_eq!(stage.first(".box").text_content().as_deref(), Some("Lead"));
    assert!(stage.first(".card-a").matches(".chosen").unwrap());
    assert!(!stage.first(".card-b").matches(".chosen").unwrap());
}

#[wasm_bindgen_test]
fn a_plain_button_with_the_wanted_choice_holds_none() {
    let choice = || {
        field(
            "action",
            target("radiogroup", "Action"),
            Control::Choice,
            option("Create or update a record"),
        )
    };
    let plain = Stage::new("<button>Create or update a record</button><button>Find existing record</button>");
    assert_eq!(field_state(&picture(), &choice(), false), FieldState::NotFound);
    drop(plain);
    let _pressed = Stage::new("<button aria-pressed=true>Create or update a record</button>");
    assert_eq!(field_state(&picture(), &choice(), false), FieldState::Matches);
}

#[wasm_bindgen_test]
async fn an_option_moves_over_between_two_lists() {
    let stage = Stage::new(
        "<select multiple disabled id=':1:duel_a'><option value=0PSxx0000000001>Jotform</select>\
         <select multiple id=':2:duel_a'><option value=0PSxx0000000009>Other<option value=0PSxx0000000001>Jotform</select>\
         <a href='#' id=':2:duel_add' onclick='return false'><img alt=Add width=16 height=16></a>\
         <select multiple id=':2:duel_s'></select>",
    );
    page_script(
        &stage,
        "const from = stage.querySelector('[id=\":2:duel_a\"]'), to = stage.querySelector('[id=\":2:duel_s\"]');
         stage.querySelector('a').addEventListener('click', () => to.append(...from.selectedOptions));",
    );
    let by_id = |role: &str, suffix: &str| {
        Box::new(Target {
            role: Some(role.into()),
            id_suffixes: vec![suffix.into()],
            ..Target::default()
        })
    };
    let control = Control::DuelingList {
        add: by_id("link", ":duel_add"),
        chosen: by_id("listbox", ":duel_s"),
    };
    let wanted = Wanted::Option {
        record: Some("0PSxx0000000001AAA".into()),
        labels: Vec::new(),
    };
    let task = field("set", *by_id("listbox", ":duel_a"), control, wanted);
    fill_all(&Page::default(), std::slice::from_ref(&task)).await;
    let chosen = stage.first("[id=':2:duel_s']");
    assert_eq!(chosen.text_content().as_deref(), Some("Jotform"));
    assert_eq!(chosen.child_element_count(), 1);
}

#[wasm_bindgen_test]
async fn what_a_person_changed_and_passwords_are_left_alone() {
    let stage = Stage::new("<input aria-label=Alias value=mine><input type=password aria-label=Password>");
    let page = Page {
        by_user: vec!["alias".into()],
        ..Page::default()
    };
    let alias = field(
        "alias",
        target("textbox", "Alias"),
        Control::Text,
        Wanted::Text("jotform".into()),
    );
    let mut password = field(
        "password",
        target("textbox", "Password"),
        Control::Text,
        Wanted::Text("x".into()),
    );
    password.optional = true;
    fill_all(&page, &[alias.clone(), password]).await;
    let value = |selector: &str| stage.first(selector).unchecked_into::<HtmlInputElement>().value();
    assert_eq!(value("[aria-label=Alias]"), "mine");
    assert_eq!(value("[type=password]"), "");
    assert_eq!(
        fill::Frame::state(&page, &alias),
        FieldState::Differs {
            seen: "mine".into(),
            by_user: true
        }
    );
}

#[wasm_bindgen_test]
async fn the_overlay_stands_on_top_beside_its_control_and_goes_without_a_trace() {
    let stage =
        Stage::new("<button style='position:fixed;left:40px;top:40px;width:90px;height:30px'>Save</button>");
    let button = stage.first("button");
    let overlay = Overlay::new(&document(), |_| {}).unwrap();
    overlay.raise(None);
    let host: Element = overlay.host().clone().into();
    let view = CardView {
        step: "save".into(),
        what: "Click Save.".into(),
        ..CardView::default()
    };
    overlay.show(
        Content {
            view,
            fields: Vec::new(),
            filling: false,
        },
        Some(button.clone()),
        Vec::new(),
    );
    for _ in 0..4 {
        next_frame().await;
    }
    assert!(host.shadow_root().is_none(), "its root is closed");
    assert!(host.matches(":popover-open").unwrap(), "it is in the top layer");
    let at = |x: f32, y: f32| document().element_from_point(x, y);
    assert_eq!(at(85.0, 55.0), Some(button), "clicks reach the control");
    let beside = (140..600)
        .step_by(10)
        .find(|&x| at(x as f32, 60.0).as_ref() == Some(&host));
    assert!(
        beside.is_some_and(|x| x >= 140),
        "the card stands beside the control"
    );
    drop(overlay);
    assert!(!host.is_connected());
    TimeoutFuture::new(0).await;
    assert!(document().query_selector("[popover]").unwrap().is_none());
}

async fn next_frame() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let frame = request_animation_frame(move |_| {
            resolve.call0(&wasm_bindgen::JsValue::NULL).unwrap();
        });
        std::mem::forget(frame);
    });
    wasm_bindgen_futures::JsFuture::from(promise).await.unwrap();
}
