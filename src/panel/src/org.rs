//! The head of the panel: which org, production or not, and who acts. It is always there.

use crate::app::App;
use crate::changing;
use crate::parts::text;
use dominator::{Dom, html};
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
        .child_signal(changing::element(&app.view, |view| view.as_ref()?.org.clone(), move |org| {
            Some(match org {
                Some(org) => named(&shown, org),
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
        .apply_if(org.production, |dom| dom.class("production"))
        .child(html!("div", {
            .class("org-line")
            .child(text("strong", "org-name", &org.name))
            .child(text("span", "badge", &org.kind))
        }))
        .child(text("div", "org-host", &org.host))
        .child(text("div", "org-user", &user))
    })
}
