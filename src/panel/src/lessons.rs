//! What the user has shown Waymark: where each control is looked for, to be forgotten or saved as a file.

use crate::app::App;
use crate::parts::{file, text};
use dominator::{Dom, clone, events, html};
use futures_signals::signal::SignalExt;
use std::rc::Rc;
use waymark_core::message::FromPanel;
use waymark_core::view::LessonView;

/// The lessons, where there are any.
pub fn list(app: &Rc<App>) -> Dom {
    let shown = app.clone();
    html!("div", {
        .child_signal(app.watch(|view| (view.lessons.clone(), view.lessons_file.clone())).map(move |told| {
            let (lessons, content) = told.filter(|(lessons, _)| !lessons.is_empty())?;
            Some(html!("section", {
                .class(["box", "lessons"])
                .child(text("h2", "box-title", shown.words.tell("panel_lessons")))
                .child(text("p", "help", shown.words.tell("panel_lessons_help")))
                .child(html!("ul", { .children(lessons.iter().map(|lesson| entry(&shown, lesson))) }))
                .child(file("waymark-shown.json", "application/json", &content, shown.words.tell("panel_save_file")))
            }))
        }))
    })
}

fn entry(app: &Rc<App>, lesson: &LessonView) -> Dom {
    let label = app.tell("panel_forget");
    let key = lesson.key.clone();
    html!("li", {
        .class("lesson")
        .child(html!("div", {
            .class("step-body")
            .child(text("p", "step-what", &lesson.what))
            .child(text("p", "step-because", &[&lesson.control, " · ", &lesson.host].concat()))
        }))
        .child(html!("button", {
            .attr("type", "button")
            .class("link")
            .attr("aria-label", &[&label, ": ", &lesson.what].concat())
            .text(&label)
            .event(clone!(app => move |_: events::Click| app.send(FromPanel::Forget { lesson: key.clone() })))
        }))
    })
}
