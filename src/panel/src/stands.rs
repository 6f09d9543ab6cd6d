//! Where the guide stands in other orgs than this one.

use crate::app::App;
use crate::parts::text;
use dominator::{Dom, html};
use std::rc::Rc;
use waymark_core::view::StandView;

/// The list; nothing where there is no other org.
pub fn list(app: &Rc<App>) -> Dom {
    html!("div", {
        .child_signal(app.shows(|view| view.stands.clone(), |app, stands| {
            let title = || text("h2", "box-title", app.words.tell("stand_title"));
            (!stands.is_empty()).then(|| html!("section", {
                .class("box")
                .attr("id", "stands")
                .child(title())
                .child(html!("ul", { .class("stands") .children(stands.iter().map(|it| entry(app, it))) }))
            }))
        }))
    })
}

fn entry(app: &Rc<App>, view: &StandView) -> Dom {
    let open = app.words.tell("stand_open");
    html!("li", {
        .class("stand")
        .child(text("strong", "org-name", &view.name))
        .child(text("span", "help", &view.progress))
        .child(html!("progress", { .attr("max", "100") .attr("value", &view.percent.to_string()) .attr("aria-label", &view.name) }))
        .child(html!("a", {
            .class("link")
            .attr("href", &["https://", &view.host, "/"].concat())
            .attr("target", "_blank")
            .attr("rel", "noopener")
            .attr("aria-label", &[open, ": ", &view.name].concat())
            .text(open)
        }))
    })
}
