//! The side panel: guides, progress, findings, confirmations. The same page serves as side panel and as a tab.

mod app;
mod browser;
mod changing;
mod checks;
mod faces;
mod facts;
mod hand_over;
mod inputs;
mod keyed;
mod lessons;
mod mapping;
mod next;
mod org;
mod parts;
mod plan;
mod report;
mod settings;
mod stands;
mod steps;
mod welcome;

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;

/// Shows the panel in the page's `#panel` and keeps it up to date.
#[wasm_bindgen(start)]
pub fn start() {
    spawn_local(async {
        match app::App::load().await {
            Ok(app) => {
                dominator::append_dom(&dominator::get_id("panel"), faces::page(&app));
                app.listen();
                app.read();
                if browser::parameter("settings").is_some() {
                    app.open_settings();
                }
                if browser::parameter("welcome").is_some() {
                    app.shown.set(app::Shown::Welcome);
                }
                // The card's button opens the panel to look at the page's facts.
                if browser::parameter("facts").is_some() {
                    app.send(waymark_core::message::FromPanel::Facts);
                }
            }
            Err(error) => browser::warn(&error),
        }
    });
}
