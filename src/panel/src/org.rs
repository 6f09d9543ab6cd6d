//! The head of the panel: which org, production or not, and who acts. It is always there.

use crate::app::App;
use crate::parts::text;
use dominator::{Dom, html};
use futures_signals::signal::SignalExt;
use std::rc::Rc;
use waymark_core::view::OrgView;

pub fn head(app: &Rc<App>) -> Dom {
    let shown = app.clone();
    html!("header", {
        .class("head")
        .child(html!("div", {
            .class("brand")
            .child(html!("img", { .attr("src", "icons/waymark.svg") .attr("alt", "") .attr("width", "24") .attr("height", "24") }))
            .child(text("span", "brand-name", app.words.tell("extension_name")))
        }))
        .child_signal(app.watch(|view| view.org.clone()).map(move |org| {
            Some(match org.flatten() {
                Some(org) => named(&shown, &org),
                None => text("p", "org-none", shown.words.tell("panel_no_org")),
            })
        }))
    })
}

fn named(app: &Rc<App>, org: &OrgView) -> Dom {
    let user = match &org.user {
        Some(user) => app.words.say("panel_acting_user", &[("user", user)]),
        None => app.tell("panel_acting_user_unknown"),
    };
    html!("div", {
        .class("org")
        .class_signal("production", futures_signals::signal::always(org.production))
        .child(html!("div", {
            .class("org-line")
            .child(text("strong", "org-name", &org.name))
            .child(text("span", "badge", &org.kind))
        }))
        .child(text("div", "org-host", &org.host))
        .child(text("div", "org-user", &user))
    })
}
