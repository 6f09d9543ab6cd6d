//! What is set for all guides, and forgetting everything.

use crate::api::storage::{self, Place};
use crate::api::{permissions, runtime};
use crate::app::App;
use crate::effects;
use crate::error::{Error, OrWarn};
use crate::frames;
use crate::library::Library;
use crate::toolbar;
use wasm_bindgen::JsValue;
use waymark_core::journey::{Event, data_file};
use waymark_core::language::Language;
use waymark_core::message::{FromPanel, Setting, ToPanel};
use waymark_core::settings::Settings;

/// The language to speak: the one that was set, else the browser's.
pub fn language(settings: &Settings) -> Language {
    let of_browser = runtime::language().or_warn("the browser does not tell its language");
    settings.language(&of_browser.unwrap_or_default())
}

/// Does what the panel wants of the settings; gives what it is answered.
///
/// # Errors
/// The browser's own.
pub async fn handle(app: &mut App, wanted: Setting) -> Result<JsValue, Error> {
    let mut settings = app.journeys()?.settings().clone();
    match wanted {
        Setting::Show => {}
        Setting::Language(id) => {
            settings.language = id;
            let library = Library::open(language(&settings)).await?;
            app.journeys()?.set(settings.clone()).await?;
            app.speak(library)?;
            let keys: Vec<String> = app.journeys()?.states().map(|it| it.core_host.clone()).collect();
            for key in keys {
                effects::update_frames(app, &key, None)?;
            }
            toolbar::update(app)?;
            effects::tell_panels();
        }
        Setting::Default(key, text) => {
            settings.set_default(key, &text);
            app.journeys()?.set(settings.clone()).await?;
        }
        Setting::Data => {
            let (library, journeys) = app.opened()?;
            let states: Vec<_> = journeys.states().collect();
            let file = data_file(&library.guide, &library.words, &settings, &states);
            return Ok(frames::write_panel(&ToPanel::Data(file)));
        }
        Setting::Forget => {
            forget(app).await?;
            settings = Settings::default();
        }
    }
    let view = settings.view(&app.opened()?.0.words);
    Ok(frames::write_panel(&ToPanel::Settings(Box::new(view))))
}

/// Ends every journey, forgets all that is kept and gives back what the browser was asked to allow.
async fn forget(app: &mut App) -> Result<(), Error> {
    let keys: Vec<String> = app.journeys()?.states().map(|it| it.core_host.clone()).collect();
    for key in keys {
        app.happen(&key, Event::Panel(FromPanel::Stop)).await?;
    }
    app.rest_if_idle().await?;
    storage::clear(Place::Session).await?;
    storage::clear(Place::Local).await?;
    permissions::drop_cookies().await?;
    app.forget();
    app.open().await?;
    effects::tell_panels();
    Ok(())
}
