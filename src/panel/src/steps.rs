//! The sections with their steps: what is done, what shows it, what may be left out.

use crate::app::App;
use crate::changing::{self, part};
use crate::keyed::Entry;
use crate::parts::{self, text, unfold};
use dominator::{Dom, clone, html, with_node};
use futures_signals::signal::{Mutable, SignalExt};
use futures_signals::signal_vec::SignalVecExt;
use std::rc::Rc;
use waymark_core::message::FromPanel;
use waymark_core::view::{Mark, SectionView, StepView};
use web_sys::HtmlElement;

pub fn list(app: &Rc<App>) -> Dom {
    let shown = app.clone();
    html!("section", {
        .class("steps")
        .child(html!("div", {
            .class("steps-head")
            .child(text("h2", "box-title", app.words.tell("panel_steps")))
            .child(html!("span", {
                .class("steps-count")
                .text_signal(part(&app.view, move |view| {
                    let (done, total) = view.as_ref().map(|view| (view.done, view.total)).unwrap_or_default();
                    shown.words.say("panel_count", &[("done", &done.to_string()), ("total", &total.to_string())])
                }))
            }))
        }))
        .child(html!("progress", {
            .attr("max", "100")
            .attr("aria-label", app.words.tell("panel_progress"))
            .prop_signal("value", app.watch(|view| {
                u32::try_from(view.done * 100 / view.total.max(1)).unwrap_or(0)
            }))
        }))
        .child(html!("ol", {
            .class("sections")
            .children_signal_vec(app.sections.signal_vec().map(clone!(app => move |entry| section(&app, &entry))))
        }))
    })
}

fn section(app: &Rc<App>, (_, model): &Entry<SectionView>) -> Dom {
    let is_current = part(model, |it| it.steps.iter().any(|step| step.mark == Mark::Current));
    let name = model.lock_ref().name.clone();
    let steps = part(model, |it| it.steps.clone());
    html!("li", {
        .class("section")
        .class_signal("complete", part(model, is_complete))
        .child(html!("details" => HtmlElement, {
            .with_node!(details => {
                .future(changing::follow(is_current, Box::new(move |is_current| unfold(&details, is_current))))
            })
            .child(html!("summary", {
                .child(section_mark(app, model))
                .child(text("h3", "section-name", &name))
                .child(html!("span", { .class("count") .text_signal(part(model, count)) }))
            }))
            .child(html!("ol", {
                .class("step-list")
                .children_signal_vec(steps.map(clone!(app => move |steps| {
                    steps.iter().map(|it| step(&app, it)).collect::<Vec<_>>()
                })).to_signal_vec())
            }))
        }))
    })
}

fn is_complete(section: &SectionView) -> bool {
    section
        .steps
        .iter()
        .all(|step| matches!(step.mark, Mark::Done | Mark::Proven | Mark::Skipped))
}

fn count(section: &SectionView) -> String {
    let ended = section
        .steps
        .iter()
        .filter(|step| !matches!(step.mark, Mark::Open | Mark::Current));
    [&ended.count().to_string(), "/", &section.steps.len().to_string()].concat()
}

/// The gravest mark of the section's steps.
fn section_mark(app: &Rc<App>, model: &Mutable<SectionView>) -> Dom {
    let shown = app.clone();
    html!("span", {
        .child_signal(changing::element(model, gravest, move |mark| Some(mark_sign(&shown, *mark))))
    })
}

fn gravest(section: &SectionView) -> Mark {
    let has = |mark| section.steps.iter().any(|step| step.mark == mark);
    [
        Mark::Wrong,
        Mark::Current,
        Mark::Open,
        Mark::Skipped,
        Mark::Done,
        Mark::Proven,
    ]
    .into_iter()
    .find(|mark| has(*mark))
    .unwrap_or_default()
}

/// A sign, and its word for those who do not see it.
fn mark_sign(app: &Rc<App>, mark: Mark) -> Dom {
    let (class, word) = match mark {
        Mark::Open => ("open", "mark_open"),
        Mark::Current => ("current", "mark_current"),
        Mark::Done => ("done", "mark_done"),
        Mark::Proven => ("proven", "mark_proven"),
        Mark::Skipped => ("skipped", "mark_skipped"),
        Mark::Wrong => ("wrong", "mark_wrong"),
    };
    html!("span", {
        .class(["mark", class])
        .attr("role", "img")
        .attr("aria-label", app.words.tell(word))
        .attr("title", app.words.tell(word))
    })
}

fn step(app: &Rc<App>, view: &StepView) -> Dom {
    let current = view.mark == Mark::Current;
    html!("li", {
        .class("step")
        .apply_if(current, |dom| dom.attr("aria-current", "step"))
        .child(mark_sign(app, view.mark))
        .child(html!("div", {
            .class("step-body")
            .child(text("p", "step-what", &view.what))
            .children(view.because.iter().map(|because| text("p", "step-because", because)))
        }))
        .child(html!("div", {
            .class("step-actions")
            .apply_if(!current, |dom| dom.child(small(app, view, "panel_look", {
                let step = Some(view.id.clone());
                FromPanel::LookAt { step }
            })))
            .children(skipping(app, view))
        }))
    })
}

fn skipping(app: &Rc<App>, view: &StepView) -> Option<Dom> {
    let (key, skip) = match view.mark {
        Mark::Current | Mark::Open => ("button_skip", true),
        Mark::Skipped => ("panel_take_back", false),
        Mark::Done | Mark::Proven | Mark::Wrong => return None,
    };
    let step = view.id.clone();
    Some(small(app, view, key, FromPanel::Skip { step, skip }))
}

fn small(app: &Rc<App>, view: &StepView, key: &str, message: FromPanel) -> Dom {
    parts::small(
        app.words.tell(key),
        &view.what,
        clone!(app => move || app.send(message.clone())),
    )
}
