//! The settings: the extension's language, names for what is made in Salesforce, and what is kept on this computer.

use crate::app::{App, Shown};
use crate::changing;
use crate::parts::{button, file, notice, text};
use dominator::{Dom, clone, events, html, with_node};
use std::rc::Rc;
use waymark_core::message::{FromPanel, Setting};
use waymark_core::view::{DefaultView, SettingsView};
use web_sys::{HtmlInputElement, HtmlSelectElement};

/// All settings, once the background has told them.
pub fn page(app: &Rc<App>) -> Dom {
    let shown = app.clone();
    html!("main", {
        .class("face")
        .child(text("h1", "title", app.words.tell("settings_title")))
        .child(html!("div", {
            .class("buttons")
            .child(button("quiet", app.words.tell("settings_back"), clone!(app => move || app.shown.set(Shown::Guide))))
            .child(button("link", app.words.tell("settings_access"), clone!(app => move || app.shown.set(Shown::Welcome))))
        }))
        .child_signal(changing::element(&app.settings, Clone::clone, move |settings| {
            let settings = settings.as_ref()?;
            Some(html!("div", {
                .class("boxes")
                .child(language(&shown, settings))
                .child(defaults(&shown, settings))
                .child(data(&shown))
            }))
        }))
    })
}

fn set(app: &Rc<App>, setting: Setting) {
    app.send(FromPanel::Settings(setting));
}

fn language(app: &Rc<App>, settings: &SettingsView) -> Dom {
    let option = |value: &str, label: &str| {
        html!("option", {
            .attr("value", value)
            .apply_if(value == settings.language, |dom| dom.attr("selected", ""))
            .text(label)
        })
    };
    html!("section", {
        .class("box")
        .child(html!("div", {
            .class("field")
            .child(html!("label", { .class("box-title") .attr("for", "language") .text(app.words.tell("settings_language")) }))
            .child(html!("select" => HtmlSelectElement, {
                .attr("id", "language")
                .attr("aria-describedby", "language-help")
                .child(option("", app.words.tell("settings_language_browser")))
                .children(settings.languages.iter().map(|it| option(&it.value, &it.label)))
                .with_node!(element => {
                    .event(clone!(app => move |_: events::Change| set(&app, Setting::Language(element.value()))))
                })
            }))
            .child(html!("p", { .class("help") .attr("id", "language-help") .text(app.words.tell("settings_language_help")) }))
        }))
    })
}

fn defaults(app: &Rc<App>, settings: &SettingsView) -> Dom {
    html!("section", {
        .class("box")
        .child(text("h2", "box-title", app.words.tell("settings_defaults")))
        .child(text("p", "help", app.words.tell("settings_defaults_lead")))
        .children(settings.defaults.iter().map(|it| default(app, it)))
    })
}

fn default(app: &Rc<App>, view: &DefaultView) -> Dom {
    let key = view.key;
    let id = ["default-", key.name()].concat();
    let error = [&id, "-error"].concat();
    html!("div", {
        .class("field")
        .child(html!("label", { .attr("for", &id) .text(&view.label) }))
        .child(html!("input" => HtmlInputElement, {
            .attr("id", &id)
            .attr("type", "text")
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("placeholder", &view.proposed)
            .attr("value", &view.value)
            .apply_if(view.error.is_some(), |dom| dom.attr("aria-invalid", "true") .attr("aria-describedby", &error))
            .with_node!(element => {
                .event(clone!(app => move |_: events::Change| set(&app, Setting::Default(key, element.value()))))
            })
        }))
        .children(view.error.iter().map(|words| html!("p", { .class("error") .attr("id", &error) .text(words) })))
    })
}

fn data(app: &Rc<App>) -> Dom {
    let (shown, asked) = (app.clone(), app.clone());
    html!("section", {
        .class("box")
        .attr("id", "data")
        .child(text("h2", "box-title", app.words.tell("settings_data")))
        .child(text("p", "help", app.words.tell("settings_data_lead")))
        .child(html!("div", {
            .attr("role", "status")
            .child_signal(changing::element(&app.data, Clone::clone, move |content| Some(match content {
                Some(content) => file("waymark-data.json", "application/json", content, shown.words.tell("settings_data_save")),
                None => button("quiet", shown.words.tell("settings_data_make"), clone!(shown => move || set(&shown, Setting::Data))),
            })))
        }))
        .child_signal(changing::element(&app.forgetting, |it| *it, move |asking| Some(if *asking {
            forget(&asked)
        } else {
            button("link", asked.words.tell("settings_forget"), clone!(asked => move || asked.forgetting.set(true)))
        })))
        .child(html!("div", {
            .attr("role", "status")
            .child_signal(changing::element(&app.forgotten, |it| *it, clone!(app => move |forgotten: &bool| {
                forgotten.then(|| notice("good", app.words.tell("settings_forgotten")))
            })))
        }))
    })
}

fn forget(app: &Rc<App>) -> Dom {
    html!("div", {
        .class("confirm")
        .attr("role", "alertdialog")
        .attr("aria-label", app.words.tell("settings_forget"))
        .child(text("p", "", app.words.tell("settings_forget_ask")))
        .child(html!("div", {
            .class("buttons")
            .child(button("danger", app.words.tell("settings_forget_yes"), clone!(app => move || {
                app.forgetting.set(false);
                app.data.set(None);
                app.forgotten.set(true);
                set(&app, Setting::Forget);
            })))
            .child(button("quiet", app.words.tell("settings_forget_no"), clone!(app => move || app.forgetting.set(false))))
        }))
    })
}
