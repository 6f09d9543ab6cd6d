//! The form of what the user enters once.

use crate::app::App;
use crate::changing::{self, Changing, follow, part};
use crate::keyed::Entry;
use crate::parts::{text, unfold};
use dominator::{Dom, clone, events, html, with_node};
use futures_signals::signal::Mutable;
use futures_signals::signal_vec::SignalVecExt;
use std::rc::Rc;
use waymark_core::inputs::InputKey;
use waymark_core::message::FromPanel;
use waymark_core::view::{InputView, PanelView};
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement};

/// An input as the list keeps it.
#[derive(Clone, PartialEq)]
pub struct InputModel(pub InputView);

impl InputModel {
    /// What it is known by.
    pub fn name(&self) -> String {
        self.0.key.name().to_owned()
    }

    /// It only names something in Salesforce, and has a default that nearly everybody keeps.
    pub fn is_name(&self) -> bool {
        matches!(
            self.0.key,
            InputKey::PermissionSetLabel
                | InputKey::PermissionSetName
                | InputKey::FirstName
                | InputKey::LastName
                | InputKey::Alias
                | InputKey::Username
                | InputKey::Nickname
        )
    }
}

/// The form: unfolded until it is confirmed, then folded but editable.
pub fn form(app: &Rc<App>) -> Dom {
    let confirmed = app.watch(|view| view.inputs_confirmed);
    html!("details" => HtmlElement, {
        .class("fold")
        .with_node!(details => {
            .future(follow(confirmed, Box::new(move |confirmed| unfold(&details, !confirmed))))
        })
        .child(html!("summary", {
            .child(text("h2", "fold-title", app.words.tell("panel_inputs")))
        }))
        .child(text("p", "lead", app.words.tell("panel_inputs_lead")))
        .child(html!("form", {
            .attr("novalidate", "")
            .event_with_options(&dominator::EventOptions::preventable(), clone!(app => move |event: events::Submit| {
                event.prevent_default();
                app.confirm_inputs();
            }))
            .children_signal_vec(app.inputs.signal_vec().map(clone!(app => move |entry| field(&app, &entry))))
            .child(html!("details", {
                .class("further")
                .child(html!("summary", { .child(text("h3", "further-title", app.words.tell("panel_further_inputs"))) }))
                .children_signal_vec(app.further_inputs.signal_vec().map(clone!(app => move |entry| field(&app, &entry))))
            }))
            .child(confirm(app))
        }))
    })
}

fn confirm(app: &Rc<App>) -> Dom {
    let problems = |view: &PanelView| view.inputs.iter().filter(|it| it.error.is_some()).count();
    html!("div", {
        .class("buttons")
        .child(html!("button", {
            .attr("type", "submit")
            .class(["button", "primary"])
            .text(app.words.tell("panel_confirm_inputs"))
        }))
        .child_signal(app.shows(problems, |app, count| {
            let left = || app.words.count("panel_inputs_left", *count, &[]);
            (*count > 0).then(|| text("span", "hint", &left()))
        }))
    })
}

fn field(app: &Rc<App>, (name, model): &Entry<InputModel>) -> Dom {
    let view = model.lock_ref().0.clone();
    let id = ["input-", name].concat();
    if view.toggle {
        return toggle(app, &id, &view, model);
    }
    html!("div", {
        .class("field")
        .child(html!("label", { .attr("for", &id) .text(&view.label) }))
        .child(control(app, &id, &view, model))
        .child(html!("p", {
            .class("help")
            .attr("id", &[&id, "-help"].concat())
            .text(&view.help)
            .child_signal(changing::element(model, is_default, clone!(app => move |derived| {
                derived.then(|| text("span", "default", app.words.tell("panel_default")))
            })))
        }))
        .child(html!("p", {
            .class("error")
            .attr("id", &[&id, "-error"].concat())
            .text_signal(part(model, |it| error(it).unwrap_or_default()))
        }))
    })
}

fn is_default(model: &InputModel) -> bool {
    model.0.derived && !model.0.value.is_empty()
}

/// An empty input that the user has not touched is not scolded: the confirm button counts what is missing.
fn error(model: &InputModel) -> Option<String> {
    model.0.error.clone().filter(|_| !model.0.value.is_empty())
}

fn value(model: &Mutable<InputModel>) -> Changing<String> {
    part(model, |it| it.0.value.clone())
}

fn control(app: &Rc<App>, id: &str, view: &InputView, model: &Mutable<InputModel>) -> Dom {
    let described = [id, "-help ", id, "-error"].concat();
    let key = view.key;
    if !view.choice_labels.is_empty() {
        return choice(app, id, &described, view, model);
    }
    let list = [id, "-list"].concat();
    let kind = if key == InputKey::Email { "email" } else { "text" };
    let mut parts = vec![html!("input" => HtmlInputElement, {
        .attr("id", id)
        .attr("type", kind)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-describedby", &described)
        .apply_if(!view.choices.is_empty(), |dom| dom.attr("list", &list))
        .attr_signal("aria-invalid", part(model, |it| error(it).map(|_| "true")))
        .class_signal("is-default", part(model, is_default))
        .with_node!(element => {
            .future(follow(value(model), Box::new(clone!(element => move |value: String| {
                // What is being typed is never replaced by an answer to what was typed before.
                let is_typing = web_sys::window()
                    .and_then(|window| window.document())
                    .and_then(|document| document.active_element())
                    .is_some_and(|active| active.id() == element.id());
                if !is_typing {
                    element.set_value(&value);
                }
            }))))
            .event(clone!(app, element => move |_: events::Input| {
                app.send(FromPanel::Input { key, text: element.value() });
            }))
            .event(clone!(model => move |_: events::FocusOut| {
                element.set_value(&model.lock_ref().0.value);
            }))
        })
    })];
    if !view.choices.is_empty() {
        parts.push(html!("datalist", {
            .attr("id", &list)
            .children(view.choices.iter().map(|choice| html!("option", { .attr("value", choice) })))
        }));
    }
    html!("div", { .class("control") .children(parts) })
}

fn choice(app: &Rc<App>, id: &str, described: &str, view: &InputView, model: &Mutable<InputModel>) -> Dom {
    let key = view.key;
    html!("select" => HtmlSelectElement, {
        .attr("id", id)
        .attr("aria-describedby", described)
        .children(view.choices.iter().zip(&view.choice_labels).map(|(choice, label)| {
            html!("option", { .attr("value", choice) .text(label) })
        }))
        .with_node!(element => {
            .future(follow(value(model), Box::new(clone!(element => move |value: String| element.set_value(&value)))))
            .event(clone!(app => move |_: events::Change| {
                app.send(FromPanel::Input { key, text: element.value() });
            }))
        })
    })
}

fn toggle(app: &Rc<App>, id: &str, view: &InputView, model: &Mutable<InputModel>) -> Dom {
    let key = view.key;
    let is_on = part(model, |it| it.0.value == "yes");
    let help = [id, "-help"].concat();
    html!("div", {
        .class(["field", "toggle"])
        .child(html!("input" => HtmlInputElement, {
            .attr("id", id)
            .attr("type", "checkbox")
            .attr("aria-describedby", &help)
            .prop_signal("checked", is_on)
            .with_node!(element => {
                .event(clone!(app => move |_: events::Change| {
                    let text = if element.checked() { "yes" } else { "no" };
                    app.send(FromPanel::Input { key, text: text.to_owned() });
                }))
            })
        }))
        .child(html!("label", { .attr("for", id) .text(&view.label) }))
        .child(html!("p", { .class("help") .attr("id", &help) .text(&view.help) }))
    })
}
