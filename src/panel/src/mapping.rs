//! Which answer goes into which field: what is proposed and why, what is wrong with it, and another choice.

use crate::app::App;
use crate::changing::{element, follow, part};
use crate::keyed::Entry;
use crate::parts::{button, notice, small, text, tone};
use dominator::{Dom, clone, events, html, with_node};
use futures_signals::signal::{Mutable, SignalExt};
use futures_signals::signal_vec::SignalVecExt;
use std::cell::Cell;
use std::rc::Rc;
use waymark_core::jotform_api::ApiKey;
use waymark_core::message::FromPanel;
use waymark_core::view::{MappingRow, OfferView};
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement};

/// The mapping, folded.
pub fn box_of(app: &Rc<App>) -> Dom {
    html!("details" => HtmlElement, {
        .class("fold")
        .attr("id", "mapping")
        .child(html!("summary", {
            .child(text("h2", "fold-title", app.words.tell("mapping_title")))
            .child(html!("span", { .class("count") .text_signal(app.watch(|view| {
                let mapping = &view.mapping;
                if mapping.rows.is_empty() { String::new() } else { mapping.summary.clone() }
            })) }))
        }))
        .child(text("p", "lead", app.words.tell("mapping_lead")))
        .child_signal(app.shows(|view| view.mapping.hint.clone(), |_, hint| {
            Some(notice("note", hint.as_deref()?))
        }))
        .child(key(app))
        .child(html!("ul", {
            .class("mapping")
            .children_signal_vec(app.mapping.signal_vec().map(clone!(app => move |entry| row(&app, &entry))))
        }))
        .child_signal(app.shows(|view| view.mapping.lacking.clone(), |app, fields| {
            let there = !fields.is_empty();
            there.then(|| html!("div", {
                .class("plan-list")
                .child(text("h3", "further-title", app.words.tell("mapping_lacking")))
                .child(html!("ul", { .children(fields.iter().map(|name| text("li", "lacking", name))) }))
            }))
        }))
        .child_signal(app.shows(|view| view.mapping.idle.clone(), |app, fields| {
            let there = !fields.is_empty();
            there.then(|| html!("div", {
                .class("plan-list")
                .child(text("h3", "further-title", app.words.tell("mapping_idle")))
                .child(html!("ul", { .children(fields.iter().map(|(field, name)| html!("li", {
                    .class("idle")
                    .text(name)
                    .child(act(app, "mapping_leave_out", name, "", field))
                }))) }))
            }))
        }))
        .child(html!("div", {
            .class("buttons")
            .child_signal(app.shows(|view| view.mapping.can_take_back, |app, can| can.then(|| {
                button("quiet", app.words.tell("mapping_take_back"), clone!(app => move || app.send(FromPanel::MapBack)))
            })))
            .child(html!("span", {
                .class("hint")
                .attr("role", "status")
                .text_signal(app.watch(clone!(app => move |view| {
                    if view.checking { app.tell("panel_checking") } else { String::new() }
                })))
            }))
        }))
    })
}

/// Reading the form with a key, where its builder is not at hand. The box is emptied as the key is sent.
fn key(app: &Rc<App>) -> Dom {
    let words = &app.words;
    let input = Rc::new(Cell::new(None::<HtmlInputElement>));
    html!("details", {
        .class("further")
        .attr("id", "form-key")
        .child(html!("summary", { .child(text("h3", "further-title", words.tell("form_key_title"))) }))
        .child(html!("form", {
            .class("field")
            .event_with_options(&dominator::EventOptions::preventable(), clone!(app, input => move |event: events::Submit| {
                event.prevent_default();
                if let Some(element) = input.take() {
                    let key = ApiKey(element.value());
                    element.set_value("");
                    input.set(Some(element));
                    app.send(FromPanel::ReadForm { key });
                }
            }))
            .child(html!("label", { .attr("for", "form-key-input") .text(words.tell("form_key_label")) }))
            .child(html!("input" => HtmlInputElement, {
                .attr("id", "form-key-input")
                .attr("type", "password")
                .attr("autocomplete", "off")
                .attr("aria-describedby", "form-key-help")
                .with_node!(element => { .apply(|dom| { input.set(Some(element)); dom }) })
            }))
            .child(html!("p", {
                .class("help")
                .attr("id", "form-key-help")
                .text_signal(app.watch(|view| view.mapping.key_help.clone()))
            }))
            .child(html!("div", {
                .class("buttons")
                .child(html!("button", {
                    .attr("type", "submit")
                    .class(["button", "quiet"])
                    .text(words.tell("form_key_read"))
                    .prop_signal("disabled", app.watch(|view| view.mapping.reading))
                }))
            }))
            .child(html!("div", {
                .attr("role", "status")
                .child_signal(app.shows(|view| (view.mapping.reading, view.mapping.trouble.clone()), |app, (reading, trouble)| {
                    match trouble {
                        _ if *reading => Some(text("p", "checked", app.words.tell("form_key_reading"))),
                        Some(trouble) => Some(notice("warning", trouble)),
                        None => None,
                    }
                }))
            }))
        }))
    })
}

/// A link that sends a choice.
fn act(app: &Rc<App>, label: &str, about: &str, question: &str, field: &str) -> Dom {
    let (question, field) = (question.to_owned(), field.to_owned());
    small(
        app.words.tell(label),
        about,
        clone!(app => move || app.send(FromPanel::MapTo { question: question.clone(), field: field.clone() })),
    )
}

fn row(app: &Rc<App>, (question, model): &Entry<MappingRow>) -> Dom {
    let id = ["map-", question].concat();
    let why = [&id, "-why"].concat();
    html!("li", {
        .class("field")
        .child(html!("label", {
            .attr("for", &id)
            .text_signal(part(model, |row| row.label.clone()))
        }))
        .child(choice(app, &id, &why, question, model))
        .child(html!("p", {
            .class("help")
            .attr("id", &why)
            .text_signal(part(model, |row| row.why.clone()))
        }))
        .child_signal(element(model, |row| row.problems.clone(), |problems| {
            let there = !problems.is_empty();
            there.then(|| html!("div", {
                .children(problems.iter().map(|problem| notice(tone(problem.tone), &problem.text)))
            }))
        }))
        .child_signal(element(model, |row| row.offer.clone(), clone!(app, question => move |offer: &Option<OfferView>| {
            offer.as_ref().map(|offer| proposal(&app, &question, offer))
        })))
    })
}

fn proposal(app: &Rc<App>, question: &str, offer: &OfferView) -> Dom {
    html!("p", {
        .class("offer")
        .text(&offer.text)
        .child(act(app, "mapping_take", &offer.text, question, &offer.field))
    })
}

/// All fields; the one that takes the answer is chosen. What is chosen is sent at once.
fn choice(app: &Rc<App>, id: &str, described: &str, question: &str, model: &Mutable<MappingRow>) -> Dom {
    let fields = app.watch(|view| view.mapping.fields.clone());
    let taken = app
        .view
        .signal_ref(clone!(model => move |_| model.lock_ref().field.clone()));
    let question = question.to_owned();
    html!("select" => HtmlSelectElement, {
        .attr("id", id)
        .attr("aria-describedby", described)
        .with_node!(element => {
            .future(follow(fields, Box::new(clone!(app, element, model => move |fields: Vec<(String, String)>| {
                fill(&app, &element, &fields);
                element.set_value(&model.lock_ref().field);
            }))))
            // With every view, so that a choice that was not taken does not stay.
            .future(follow(taken.boxed_local(), Box::new(clone!(element => move |field: String| element.set_value(&field)))))
            .event(clone!(app => move |_: events::Change| {
                app.send(FromPanel::MapTo { question: question.clone(), field: element.value() });
            }))
        })
    })
}

/// The options are made anew only when the org has other fields.
fn fill(app: &App, select: &HtmlSelectElement, fields: &[(String, String)]) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    select.set_text_content(None);
    let nowhere = app.tell("mapping_nowhere");
    let all = std::iter::once(("", nowhere.as_str()))
        .chain(fields.iter().map(|(name, label)| (name.as_str(), label.as_str())));
    for (name, label) in all {
        if let Ok(option) = document.create_element("option") {
            option.set_text_content(Some(label));
            // It fails only for a name that is no attribute's, and appending only where this would be its own parent.
            let _named = option.set_attribute("value", name);
            let _added = select.append_child(&option);
        }
    }
}
