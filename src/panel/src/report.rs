//! The report of the last check, to keep or to hand on.

use crate::app::App;
use crate::parts::{button, file, text};
use dominator::{Dom, clone, events, html, with_node};
use futures_signals::signal::SignalExt;
use std::rc::Rc;
use waymark_core::message::FromPanel;
use waymark_core::view::ReportFiles;
use web_sys::HtmlInputElement;

/// Asks for the report, and offers its files once they are written.
pub fn box_of(app: &Rc<App>) -> Dom {
    let shown = app.clone();
    html!("div", {
        .attr("id", "report")
        .attr("role", "status")
        .child_signal(app.report.signal_cloned().map(move |files| Some(match files {
            Some(files) => links(&shown, &files),
            None => button("quiet", shown.words.tell("report_write"), clone!(shown => move || {
                shown.send(FromPanel::Report { hides: false });
            })),
        })))
    })
}

fn links(app: &Rc<App>, files: &ReportFiles) -> Dom {
    html!("div", {
        .class("report-files")
        .child(html!("div", {
            .class(["field", "toggle"])
            .child(html!("input" => HtmlInputElement, {
                .attr("id", "report-hides")
                .attr("type", "checkbox")
                .prop("checked", files.hides)
                .with_node!(input => {
                    .event(clone!(app => move |_: events::Change| app.send(FromPanel::Report { hides: input.checked() })))
                })
            }))
            .child(html!("label", { .attr("for", "report-hides") .text(app.words.tell("report_hides")) }))
        }))
        .child(file("waymark-report.md", "text/markdown", &files.markdown, app.words.tell("report_markdown")))
        .child(file("waymark-report.json", "application/json", &files.json, app.words.tell("report_json")))
        .child(file("waymark-report.html", "text/html", &files.page, app.words.tell("report_page")))
        .child(text("p", "help", app.words.tell("report_help")))
    })
}
