//! Planning and applying: what Waymark could write, the user's confirmation, and the way back.

use crate::app::App;
use crate::changing;
use crate::parts::{file, notice, text, tone, unfold};
use dominator::{Dom, clone, events, html, with_node};
use std::rc::Rc;
use waymark_core::message::FromPanel;
use waymark_core::view::PlanView;
use web_sys::{HtmlElement, HtmlInputElement};

/// The plan, folded: nobody needs it. Whoever wants Waymark to go ahead by itself is shown what it could write as well.
pub fn box_of(app: &Rc<App>) -> Dom {
    let has_news = app.watch(|view| {
        let plan = view.plan.as_ref();
        plan.is_some_and(|plan| plan.applying || plan.result.is_some() || view.by_itself)
    });
    html!("details" => HtmlElement, {
        .class("fold")
        .attr("id", "plan")
        .visible_signal(app.watch(|view| view.plan.is_some()))
        .with_node!(details => {
            .future(changing::follow(has_news, Box::new(move |has_news| {
                if has_news {
                    unfold(&details, true);
                }
            })))
        })
        .child(html!("summary", { .child(text("h2", "fold-title", app.words.tell("plan_title"))) }))
        .child_signal(app.shows(|view| (view.plan.clone(), view.checking), |app, (plan, checking)| {
            plan.as_ref().map(|plan| content(app, plan, *checking))
        }))
    })
}

fn content(app: &Rc<App>, plan: &PlanView, checking: bool) -> Dom {
    html!("div", {
        .child(html!("div", {
            .attr("role", "status")
            .children(plan.result.iter().map(|result| notice(tone(result.tone), &result.text)))
            .apply_if(plan.applying, |dom| dom.child(text("p", "checked", app.words.tell("plan_applying"))))
        }))
        .children(list(app.words.tell("plan_way_back"), &plan.way_back))
        .child(writes(app, plan))
        .apply_if(plan.offers_user, |dom| dom.child(user(app, plan)))
        .children(list(app.words.tell("plan_left"), &plan.left))
        .apply_if(!plan.writes.is_empty() && !plan.applying, |dom| dom.child(confirm(app, plan, checking)))
        .apply_if(!plan.writes.is_empty(), |dom| dom.child(elsewhere(app, plan)))
    })
}

fn writes(app: &Rc<App>, plan: &PlanView) -> Dom {
    if plan.writes.is_empty() {
        return text("p", "lead", app.words.tell("plan_nothing"));
    }
    html!("div", {
        .child(text("p", "lead", app.words.tell("plan_lead")))
        .child(html!("ul", {
            .class("writes")
            .children(plan.writes.iter().map(|line| text("li", "write", line)))
        }))
    })
}

fn list(title: &str, lines: &[String]) -> Option<Dom> {
    (!lines.is_empty()).then(|| {
        html!("div", {
            .class("plan-list")
            .child(text("h3", "further-title", title))
            .child(html!("ul", { .children(lines.iter().map(|line| text("li", "", line))) }))
        })
    })
}

fn user(app: &Rc<App>, plan: &PlanView) -> Dom {
    html!("div", {
        .class(["field", "toggle"])
        .child(html!("input" => HtmlInputElement, {
            .attr("id", "plan-user")
            .attr("type", "checkbox")
            .attr("aria-describedby", "plan-user-help")
            .prop("checked", plan.makes_user)
            .with_node!(input => {
                .event(clone!(app => move |_: events::Change| {
                    app.send(FromPanel::PlanUser { makes: input.checked() });
                }))
            })
        }))
        .child(html!("label", { .attr("for", "plan-user") .text(app.words.tell("plan_makes_user")) }))
        .child(html!("p", { .class("help") .attr("id", "plan-user-help") .text(app.words.tell("plan_makes_user_help")) }))
    })
}

fn confirm(app: &Rc<App>, plan: &PlanView, checking: bool) -> Dom {
    if !plan.fits {
        return notice("warning", app.words.tell("plan_too_large"));
    }
    let wanted = plan.name.clone();
    let key = plan.key.clone();
    let is_not_ready = changing::part(&app.org_name_typed, move |typed| {
        checking || wanted.as_deref().is_some_and(|name| typed.trim() != name)
    });
    html!("div", {
        .children(plan.name.as_deref().map(|name| html!("div", {
            .class("field")
            .child(html!("label", {
                .attr("for", "plan-name")
                .text(&app.words.say("plan_type_name", &[("name", name)]))
            }))
            .child(html!("input" => HtmlInputElement, {
                .attr("id", "plan-name")
                .attr("type", "text")
                .attr("autocomplete", "off")
                .prop("value", app.org_name_typed.get_cloned())
                .with_node!(input => {
                    .event(clone!(app => move |_: events::Input| app.org_name_typed.set(input.value())))
                })
            }))
        })))
        .child(html!("div", {
            .class("buttons")
            .child(html!("button", {
                .attr("type", "button")
                .class(["button", "primary"])
                .text(app.words.tell("plan_apply"))
                .prop_signal("disabled", is_not_ready)
                .event(clone!(app => move |_: events::Click| {
                    app.send(FromPanel::Apply { key: key.clone(), typed: app.org_name_typed.get_cloned() });
                    app.org_name_typed.set(String::new());
                }))
            }))
        }))
    })
}

fn elsewhere(app: &Rc<App>, plan: &PlanView) -> Dom {
    let save = app.words.tell("panel_save_file");
    html!("details", {
        .class("further")
        .child(html!("summary", { .child(text("h3", "further-title", app.words.tell("plan_elsewhere"))) }))
        .child(text("p", "help", app.words.tell("plan_elsewhere_help")))
        .child(file(&[&plan.file, ".sh"].concat(), "text/x-shellscript", &plan.commands, &[save, " (sf)"].concat()))
        .child(file(
            &[&plan.file, ".permissionset-meta.xml"].concat(),
            "application/xml",
            &plan.metadata,
            &[save, " (XML)"].concat(),
        ))
    })
}
