//! The first page: what Waymark does, what it may access and why, what never happens, and where it starts.

use crate::app::App;
use crate::parts::text;
use dominator::{Dom, html};
use std::rc::Rc;

/// Where somebody logs in who does not know their org's own address.
const SALESFORCE: &str = "https://login.salesforce.com/";
/// All of somebody's forms.
const JOTFORM: &str = "https://www.jotform.com/myforms";

/// The whole page.
pub fn page(app: &Rc<App>) -> Dom {
    let start = html!("section", {
        .class(["box", "start"])
        .child(text("h2", "box-title", app.words.tell("welcome_start")))
        .child(text("p", "help", app.words.tell("welcome_start_lead")))
        .child(html!("div", {
            .class("buttons")
            .child(link("primary", SALESFORCE, app.words.tell("welcome_open_salesforce")))
            .child(link("quiet", JOTFORM, app.words.tell("welcome_open_jotform")))
        }))
    });
    html!("main", {
        .class("face")
        .child(html!("img", { .class("hero") .attr("src", "icons/waymark.svg") .attr("alt", "") }))
        .child(text("h1", "title", app.words.tell("welcome_title")))
        .child(text("p", "lead", app.words.tell("welcome_lead")))
        .child(list(app, "welcome_does", &["welcome_does_points", "welcome_does_fills", "welcome_does_proves"]))
        .child(list(app, "welcome_access", &["welcome_access_pages", "welcome_access_cookies", "welcome_access_storage"]))
        .child(list(app, "welcome_never", &["welcome_never_passwords", "welcome_never_sends", "welcome_never_writes"]))
        .child(start)
    })
}

fn list(app: &Rc<App>, title: &str, entries: &[&str]) -> Dom {
    html!("section", {
        .class("box")
        .child(text("h2", "box-title", app.words.tell(title)))
        .child(html!("ul", {
            .class("points")
            .children(entries.iter().map(|key| text("li", "", app.words.tell(key))))
        }))
    })
}

fn link(class: &str, address: &str, label: &str) -> Dom {
    html!("a", {
        .class(["button", class])
        .attr("href", address)
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .text(label)
    })
}
