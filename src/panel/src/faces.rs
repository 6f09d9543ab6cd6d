//! The faces of the panel, and what stands at its end.

use crate::app::{App, Shown};
use crate::changing;
use crate::parts::{button, notice, text};
use crate::{
    checks, facts, hand_over, inputs, lessons, mapping, next, org, plan, settings, stands, steps, welcome,
};
use dominator::{Dom, clone, html};
use std::rc::Rc;
use waymark_core::message::FromPanel;
use waymark_core::view::{Face, Mark, PanelView, Standing};

/// The whole panel.
pub fn page(app: &Rc<App>) -> Dom {
    let unreachable = app.clone();
    html!("div", {
        .class("panel")
        .child(org::head(app))
        .child_signal(changing::element(&app.unreachable, |it| *it, move |it| {
            it.then(|| unanswered(&unreachable))
        }))
        .child_signal(changing::element(&app.shown, |it| *it, clone!(app => move |shown| Some(match shown {
            Shown::Guide => guide(&app),
            Shown::Settings => settings::page(&app),
            Shown::Welcome => welcome::page(&app),
        }))))
    })
}

/// Where the guide of this page stands.
fn guide(app: &Rc<App>) -> Dom {
    html!("div", {
        .class("guide")
        .child_signal(app.shows(|view| view.face, |app, face| Some(match face {
            Face::Nowhere => nowhere(app, app.words.tell("panel_nowhere_lead")),
            Face::Explained => {
                // Let go before the face is made, which watches the view as well.
                let explained = app.view.lock_ref().as_ref().and_then(|view| view.explained.clone());
                nowhere(app, &explained.unwrap_or_default())
            }
            Face::Ready => ready(app),
            Face::Journey => journey(app),
            Face::Finished => finished(app),
        })))
        .child(html!("footer", {
            .class("foot")
            .child(button("link", app.words.tell("settings_title"), clone!(app => move || app.open_settings())))
        }))
    })
}

/// The background does not answer. Before it ever has, that is all that there is.
fn unanswered(app: &Rc<App>) -> Dom {
    let is_all = app.view.lock_ref().is_none();
    html!(if is_all { "main" } else { "div" }, {
        .apply_if(is_all, |dom| dom.child(text("h1", "hidden", app.words.tell("extension_name"))))
        .child(html!("div", {
            .attr("role", "alert")
            .child(notice("warning", app.words.tell("panel_unreachable")))
        }))
    })
}

/// What stands in place of a guide: where it starts, or why it does not on this page.
fn nowhere(app: &Rc<App>, lead: &str) -> Dom {
    html!("main", {
        .class("face")
        .child(html!("img", { .class("hero") .attr("src", "icons/waymark.svg") .attr("alt", "") }))
        .child(text("h1", "title", app.words.tell("panel_nowhere_title")))
        .child(text("p", "lead", lead))
        .child(html!("ul", {
            .class("hosts")
            .child(text("li", "", app.words.tell("panel_nowhere_salesforce")))
            .child(text("li", "", app.words.tell("panel_nowhere_jotform")))
        }))
        .child(stands::list(app))
        .child(text("p", "help", app.words.tell("panel_nowhere_others")))
    })
}

fn ready(app: &Rc<App>) -> Dom {
    html!("main", {
        .class("face")
        .child(text("h1", "title", app.words.tell("guide_name")))
        .child(text("p", "lead", app.words.tell("panel_ready_lead")))
        .child(html!("ul", {
            .class("promises")
            .child(text("li", "", app.words.tell("panel_promise_points")))
            .child(text("li", "", app.words.tell("panel_promise_proves")))
            .child(text("li", "", app.words.tell("panel_promise_asks")))
        }))
        .child_signal(app.shows(|view| view.begun, |app, begun| {
            let tab = app.tab;
            let start = |class: &str, key: &str, by_itself: bool| {
                button(class, app.words.tell(key), clone!(app => move || {
                    if let Some(tab) = tab {
                        app.send(FromPanel::Start { tab });
                        if by_itself {
                            app.send(FromPanel::ByItself { on: true });
                        }
                    }
                }))
            };
            let key = if *begun { "panel_continue" } else { "panel_start" };
            Some(html!("div", {
                .child(html!("div", {
                    .class("buttons")
                    .child(start("primary", key, false))
                    .apply_if(*begun, |dom| dom.child(restart(app)))
                    .apply_if(!begun, |dom| dom.child(start("quiet", "panel_start_by_itself", true)))
                }))
                .apply_if(!begun, |dom| dom.child(text("p", "help", app.words.tell("panel_by_itself_help"))))
            }))
        }))
        .child(stands::list(app))
    })
}

fn journey(app: &Rc<App>) -> Dom {
    html!("main", {
        .class("face")
        .child(text("h1", "hidden", app.words.tell("guide_name")))
        .child(next::card(app))
        .child(next::by_itself(app))
        .child(inputs::form(app))
        .child(mapping::box_of(app))
        .child_signal(app.shows(|view| view.checks_allowed.is_some(), |app, is_decided| {
            Some(if *is_decided { checks::answers(app) } else { checks::decision(app) })
        }))
        .child(plan::box_of(app))
        .child(steps::list(app))
        .child(hand_over::box_of(app))
        .child(lessons::list(app))
        .child(facts::box_of(app))
        .child(end(app))
    })
}

fn finished(app: &Rc<App>) -> Dom {
    html!("main", {
        .class("face")
        .child(html!("div", {
            .class("proof")
            .child(text("span", "proof-sign", ""))
            .child_signal(app.shows(has_skipped, |app, skipped| {
                let key = if *skipped { "finished_what_skipped" } else { "finished_what" };
                Some(text("h1", "title", app.words.tell(key)))
            }))
            .child_signal(app.shows(proven, |app, proven| {
                let words = match proven {
                    0 => app.tell("panel_finished_unproven"),
                    count => app.words.count("panel_finished_proven", *count, &[]),
                };
                Some(text("p", "lead", &words))
            }))
        }))
        .child(checks::answers(app))
        .child(mapping::box_of(app))
        .child(plan::box_of(app))
        .child(steps::list(app))
        .child(hand_over::box_of(app))
        .child(lessons::list(app))
        .child(end(app))
    })
}

fn has_skipped(view: &PanelView) -> bool {
    let mut steps = view.sections.iter().flat_map(|section| &section.steps);
    steps.any(|step| step.mark == Mark::Skipped)
}

fn proven(view: &PanelView) -> usize {
    let proven = view.findings.iter().filter(|it| it.standing == Standing::Proven);
    proven.count()
}

fn end(app: &Rc<App>) -> Dom {
    html!("footer", {
        .class("end")
        .child(button("link", app.words.tell("panel_stop"), clone!(app => move || app.send(FromPanel::Stop))))
        .child(restart(app))
    })
}

/// Beginning anew forgets the place, so it is asked back.
fn restart(app: &Rc<App>) -> Dom {
    let shown = app.clone();
    html!("div", {
        .class("restart")
        .child_signal(changing::element(&app.restarting, |it| *it, move |asking| Some(if *asking {
            html!("div", {
                .class("confirm")
                .attr("role", "alertdialog")
                .attr("aria-label", shown.words.tell("panel_restart"))
                .child(text("p", "", shown.words.tell("panel_restart_ask")))
                .child(html!("div", {
                    .class("buttons")
                    .child(button("danger", shown.words.tell("panel_restart_yes"), clone!(shown => move || {
                        shown.restarting.set(false);
                        shown.send(FromPanel::Restart);
                    })))
                    .child(button("quiet", shown.words.tell("panel_restart_no"), clone!(shown => move || shown.restarting.set(false))))
                }))
            })
        } else {
            button("link", shown.words.tell("panel_restart"), clone!(shown => move || shown.restarting.set(true)))
        })))
    })
}
