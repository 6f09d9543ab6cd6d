//! Checking the org: the user's decision, the answers, and how to mend what is wrong.

use crate::app::App;
use crate::parts::{button, text};
use crate::report;
use dominator::{Dom, clone, html};
use std::rc::Rc;
use waymark_core::message::FromPanel;
use waymark_core::view::{FindingView, PanelView, ProgressView, Standing};

/// The groups of findings, the gravest first, with the key of their heading.
const GROUPS: [(Standing, &str, &str); 7] = [
    (Standing::Wrong, "wrong", "panel_wrong"),
    (Standing::Risk, "risk", "panel_risk"),
    (Standing::NotChecked, "warning", "panel_not_checked"),
    (Standing::ToDo, "note", "panel_to_do"),
    (Standing::Waits, "note", "panel_waits"),
    (Standing::Known, "note", "panel_known"),
    (Standing::Proven, "good", "panel_proven"),
];

/// The decision as long as it is open.
pub fn decision(app: &Rc<App>) -> Dom {
    html!("section", {
        .class(["box", "decision"])
        .child(text("h2", "box-title", app.words.tell("panel_allow_title")))
        .child(text("p", "lead", app.words.tell("panel_allow_reads")))
        .child(text("p", "lead", app.words.tell("panel_allow_leaves")))
        .child(html!("div", {
            .class("buttons")
            .child_signal(app.shows(confirms_too, |app, confirms_too| Some(if *confirms_too {
                button("primary", app.words.tell("panel_confirm_and_allow"), clone!(app => move || {
                    app.send(FromPanel::ConfirmInputs);
                    app.allow_checks();
                }))
            } else {
                button("primary", app.words.tell("panel_allow"), clone!(app => move || app.allow_checks()))
            })))
            .child(button("quiet", app.words.tell("panel_decline"), clone!(app => move || {
                app.send(FromPanel::DecideChecks { allowed: false });
            })))
        }))
    })
}

/// What the user has entered is not confirmed yet and could be, without the browser being asked for a domain.
fn confirms_too(view: &PanelView) -> bool {
    let has_error = view.inputs.iter().any(|it| it.error.is_some());
    !view.inputs_confirmed && !has_error && view.own_domain.is_none()
}

/// The answers of the last check.
pub fn answers(app: &Rc<App>) -> Dom {
    html!("section", {
        .class("box")
        .child(text("h2", "box-title", app.words.tell("panel_checks")))
        .child_signal(app.shows(|view| view.progress.map(|it| it.can_stop), |app, can_stop| Some(far(app, (*can_stop)?))))
        .child(html!("p", { .class("checked") .attr("role", "status") .text_signal(app.watch(clone!(app => move |view| line(&app, view)))) }))
        // Apart from what a check in between changes, so that what is unfolded stays so.
        .child_signal(app.shows(|view| view.findings.clone(), |app, findings| Some(html!("div", {
            .children(GROUPS.iter().filter_map(|(standing, class, title)| group(app, findings, *standing, class, title)))
        }))))
        .child_signal(app.shows(
            |view| (view.checks_allowed == Some(true), view.checking),
            |app, (allowed, checking)| Some(html!("div", { .class("buttons") .child(act(app, *allowed, *checking)) })),
        ))
        .child_signal(app.shows(|view| view.checked.is_some(), |app, checked| checked.then(|| report::box_of(app))))
    })
}

/// How it stands with the checks.
fn line(app: &App, view: &PanelView) -> String {
    match &view.checked {
        _ if view.checking => app.tell("panel_checking"),
        Some(checked) => checked.clone(),
        None if view.checks_allowed == Some(true) => app.tell("panel_never_checked"),
        None => app.tell("panel_checks_declined"),
    }
}

/// Checking now, or allowing it.
fn act(app: &Rc<App>, allowed: bool, checking: bool) -> Dom {
    if !allowed {
        return button(
            "quiet",
            app.words.tell("panel_allow"),
            clone!(app => move || app.allow_checks()),
        );
    }
    html!("button", {
        .attr("type", "button")
        .class(["button", "quiet"])
        .text(app.words.tell("button_check_now"))
        .apply_if(checking, |dom| dom.attr("disabled", ""))
        .event(clone!(app => move |_: dominator::events::Click| app.send(FromPanel::CheckNow)))
    })
}

/// How many of the requests were sent, of as many as make a check at most, and giving it up.
fn far(app: &Rc<App>, can_stop: bool) -> Dom {
    let shown = app.clone();
    html!("div", {
        .class("progress")
        .child(html!("progress", {
            .attr("aria-label", app.words.tell("panel_checking"))
            .prop_signal("max", app.watch(|view| view.progress.unwrap_or_default().most.max(1)))
            .prop_signal("value", app.watch(|view| view.progress.unwrap_or_default().sent))
        }))
        .child(html!("span", {
            .class("steps-count")
            .text_signal(app.watch(move |view| {
                let ProgressView { sent, most, .. } = view.progress.unwrap_or_default();
                shown.words.say("panel_count", &[("done", &sent.to_string()), ("total", &most.to_string())])
            }))
        }))
        .apply_if(can_stop, |dom| dom.child(button("link", app.words.tell("panel_stop_check"), clone!(app => move || {
            app.send(FromPanel::StopCheck);
        }))))
    })
}

fn group(
    app: &Rc<App>,
    findings: &[FindingView],
    standing: Standing,
    class: &str,
    title: &str,
) -> Option<Dom> {
    let members: Vec<&FindingView> = findings.iter().filter(|it| it.standing == standing).collect();
    if members.is_empty() {
        return None;
    }
    let count = members.len().to_string();
    Some(html!("details", {
        .class(["group", class])
        .apply_if(standing == Standing::Wrong, |dom| dom.attr("open", ""))
        .child(html!("summary", {
            .child(text("span", "mark", ""))
            .child(text("h3", "group-title", app.words.tell(title)))
            .child(text("span", "count", &count))
        }))
        .child(html!("ul", { .children(members.into_iter().map(|it| finding(app, it))) }))
    }))
}

fn finding(app: &Rc<App>, view: &FindingView) -> Dom {
    let to_mend = matches!(view.standing, Standing::Wrong | Standing::Risk);
    let to_step = view.fix_step.clone().filter(|_| to_mend);
    html!("li", {
        .class("finding")
        .children(said(app, view))
        .children(view.fix.iter().filter(|_| view.standing != Standing::ToDo).map(|fix| text("p", "finding-fix", fix)))
        .children(to_step.map(|step| {
            button("quiet", app.words.tell("panel_to_step"), clone!(app => move || {
                app.send(FromPanel::LookAt { step: Some(step.clone()) });
            }))
        }))
        .apply_if(!view.evidence.is_empty(), |dom| dom.child(html!("details", {
            .class("evidence")
            .child(html!("summary", { .text(app.words.tell("panel_evidence")) }))
            .child(html!("ul", { .children(view.evidence.iter().map(|line| text("li", "evidence-line", line))) }))
        })))
    })
}

/// Where something is wrong, the cause comes first: a heading that says the opposite would mislead.
fn said(app: &Rc<App>, view: &FindingView) -> Vec<Dom> {
    let (title, below) = match view.standing {
        Standing::Wrong | Standing::Risk | Standing::ToDo | Standing::Known => (
            &view.text,
            Some(app.words.say("panel_was_checked", &[("check", &view.title)])),
        ),
        Standing::NotChecked | Standing::Waits => (&view.title, Some(view.text.clone())),
        Standing::Proven => (&view.title, None),
    };
    let mut said = vec![text("h4", "finding-title", title)];
    said.extend(below.map(|below| text("p", "finding-text", &below)));
    said
}
