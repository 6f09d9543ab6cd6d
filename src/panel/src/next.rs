//! What to do next, and where.

use crate::app::App;
use crate::parts::{button, notice, text};
use dominator::{Dom, clone, events, html, with_node};
use std::rc::Rc;
use waymark_core::guide::Place;
use waymark_core::message::FromPanel;
use waymark_core::view::PanelView;
use web_sys::HtmlInputElement;

/// The parts of the view that the card of the next step shows.
#[derive(PartialEq)]
struct Next {
    what: String,
    why: String,
    place: Option<Place>,
    can_open: bool,
    private: Option<String>,
    private_blocked: Option<String>,
    domain_refused: Option<String>,
}

fn next_of(view: &PanelView) -> Option<Next> {
    Some(Next {
        what: view.next.clone()?,
        why: view.next_why.clone().unwrap_or_default(),
        place: view.next_place,
        can_open: view.can_open,
        private: view.private.clone(),
        private_blocked: view.private_blocked.clone(),
        domain_refused: view.domain_refused.clone(),
    })
}

pub fn card(app: &Rc<App>) -> Dom {
    html!("section", {
        .class("next")
        .attr("aria-labelledby", "next-title")
        .child(text_with_id("h2", "next-title", app.words.tell("panel_next")))
        .child(html!("div", {
            .attr("role", "status")
            .child_signal(app.shows(next_of, |app, next| next.as_ref().map(|next| body(app, next))))
        }))
        .child(elsewhere(app))
    })
}

fn text_with_id(tag: &str, id: &str, words: &str) -> Dom {
    html!(tag, { .attr("id", id) .class("eyebrow") .text(words) })
}

fn body(app: &Rc<App>, next: &Next) -> Dom {
    let place = match next.place {
        Some(Place::Panel) => Some("place_panel"),
        Some(Place::Salesforce) => Some("place_salesforce"),
        Some(Place::Jotform) => Some("place_jotform"),
        Some(Place::Elsewhere) => Some("place_elsewhere"),
        None => None,
    };
    let open = |private: bool, class: &str, label: &str| {
        button(
            class,
            app.words.tell(label),
            clone!(app => move || app.send(FromPanel::OpenPage { private })),
        )
    };
    let mut buttons = Vec::new();
    if next.private.is_some() {
        buttons.push(open(true, "primary", "button_open_private"));
    }
    if next.can_open {
        let class = if next.private.is_some() {
            "quiet"
        } else {
            "primary"
        };
        let label = if next.private.is_some() {
            "button_open_in_this_window"
        } else {
            "button_open_page"
        };
        buttons.push(open(false, class, label));
    }
    if next.domain_refused.is_some() {
        buttons.push(button(
            "quiet",
            app.words.tell("panel_ask_again"),
            clone!(app => move || app.confirm_inputs()),
        ));
    }
    html!("div", {
        .child(text("p", "next-what", &next.what))
        .child(text("p", "next-why", &next.why))
        .apply_if(place.is_some(), |dom| dom.child(text("p", "next-place", app.words.tell(place.unwrap_or_default()))))
        .children(next.private.iter().map(|words| notice("note", words)))
        .children(next.private_blocked.iter().map(|words| notice("warning", words)))
        .children(next.domain_refused.iter().map(|words| notice("warning", words)))
        .apply_if(!buttons.is_empty(), |dom| dom.child(html!("div", { .class("buttons") .children(buttons) })))
    })
}

/// Whether Waymark goes ahead by itself, which the user can change at any moment.
pub fn by_itself(app: &Rc<App>) -> Dom {
    html!("div", {
        .class(["field", "toggle"])
        .child(html!("input" => HtmlInputElement, {
            .attr("id", "by-itself")
            .attr("type", "checkbox")
            .attr("aria-describedby", "by-itself-help")
            .prop_signal("checked", app.watch(|view| view.by_itself))
            .with_node!(input => {
                .event(clone!(app => move |_: events::Change| {
                    app.send(FromPanel::ByItself { on: input.checked() });
                }))
            })
        }))
        .child(html!("label", { .attr("for", "by-itself") .text(app.words.tell("panel_by_itself")) }))
        .child(html!("p", { .class("help") .attr("id", "by-itself-help") .text(app.words.tell("panel_by_itself_help")) }))
    })
}

/// The journey runs in another tab than the one that the panel stands beside.
fn elsewhere(app: &Rc<App>) -> Dom {
    html!("div", {
        .child_signal(app.shows(|view| view.here, |app, here| {
            let tab = app.tab.filter(|_| !here)?;
            Some(html!("div", {
                .class("elsewhere")
                .child(notice("note", app.words.tell("panel_other_tab")))
                .child(button("quiet", app.words.tell("panel_bring_here"), clone!(app => move || app.send(FromPanel::Start { tab }))))
            }))
        }))
    })
}
