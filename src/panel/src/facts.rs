//! Page facts: what the pages in the tab are made of, to be looked at and then saved.

use crate::app::App;
use crate::changing;
use crate::parts::{button, file, notice, text};
use dominator::{Dom, clone, html};
use std::rc::Rc;
use waymark_core::message::FromPanel;
use web_sys::HtmlElement;

/// What page facts are, and they themselves once the user has asked to see them.
pub fn box_of(app: &Rc<App>) -> Dom {
    let shown = app.clone();
    html!("section", {
        .class(["box", "facts"])
        .attr("id", "facts")
        .child(text("h2", "box-title", app.words.tell("panel_facts")))
        .child(text("p", "help", app.words.tell("panel_facts_help")))
        .child(html!("div", {
            .attr("role", "status")
            .child_signal(changing::element(&app.facts, Option::clone, move |files| Some(match files {
                Some(files) => preview(&shown, files),
                None => button("quiet", shown.words.tell("panel_facts_show"), clone!(shown => move || shown.send(FromPanel::Facts))),
            })))
        }))
    })
}

fn preview(app: &Rc<App>, files: &[String]) -> Dom {
    html!("div" => HtmlElement, {
        .class("facts-files")
        .after_inserted(|preview| preview.scroll_into_view())
        .apply_if(files.is_empty(), |dom| dom.child(notice("note", app.words.tell("panel_facts_none"))))
        .children(files.iter().enumerate().map(|(at, content)| {
            let number = (at + 1).to_string();
            let label = app.words.say("panel_facts_frame", &[("number", &number)]);
            html!("div", {
                .class("facts-file")
                .child(text("h3", "", &label))
                .child(file(&["waymark-page-", &number, ".html"].concat(), "text/html", content, app.words.tell("panel_save_file")))
                .child(html!("pre", {
                    .attr("tabindex", "0")
                    .attr("aria-label", &label)
                    // One element a line, for people; the file has no white space of its own.
                    .text(&content.replace("><", ">\n<"))
                }))
            })
        }))
        .child(button("quiet", app.words.tell("panel_facts_hide"), clone!(app => move || app.facts.set(None))))
    })
}
