//! What the user has shown Waymark: where each control is looked for, to be forgotten or saved as a file.

use crate::app::App;
use crate::parts::{file, small, text};
use dominator::{Dom, clone, html};
use std::rc::Rc;
use waymark_core::message::FromPanel;
use waymark_core::view::LessonView;

/// The lessons, where there are any.
pub fn list(app: &Rc<App>) -> Dom {
    html!("div", {
        .child_signal(app.shows(|view| (view.lessons.clone(), view.lessons_file.clone()), |app, (lessons, content)| {
            let there = !lessons.is_empty();
            there.then(|| html!("section", {
                .class(["box", "lessons"])
                .child(text("h2", "box-title", app.words.tell("panel_lessons")))
                .child(text("p", "help", app.words.tell("panel_lessons_help")))
                .child(html!("ul", { .children(lessons.iter().map(|lesson| entry(app, lesson))) }))
                .child(file("waymark-shown.json", "application/json", content, app.words.tell("panel_save_file")))
            }))
        }))
    })
}

fn entry(app: &Rc<App>, lesson: &LessonView) -> Dom {
    let key = lesson.key.clone();
    html!("li", {
        .class("lesson")
        .child(html!("div", {
            .class("step-body")
            .child(text("p", "step-what", &lesson.what))
            .child(text("p", "step-because", &[&lesson.control, " · ", &lesson.host].concat()))
        }))
        .child(small(app.words.tell("panel_forget"), &lesson.what, clone!(app => move || {
            app.send(FromPanel::Forget { lesson: key.clone() });
        })))
    })
}
