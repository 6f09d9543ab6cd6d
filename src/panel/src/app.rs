//! What the panel knows: the words, and the view as the background last told it.

use crate::browser::{self, Error};
use crate::changing::{self, Changing};
use crate::inputs::InputModel;
use crate::keyed::Keyed;
use dominator::Dom;
use futures_signals::signal::Mutable;
use std::rc::Rc;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use waymark_core::message::{FromPanel, Setting, ToPanel};
use waymark_core::view::{MappingRow, PanelView, ReportFiles, SectionView, SettingsView};
use waymark_core::words::Words;

/// Which of its pages the panel shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// The guide and where it stands.
    Guide,
    /// The settings.
    Settings,
    /// What Waymark does and may access.
    Welcome,
}

/// The panel's state, shared by everything that it shows.
pub struct App {
    /// The extension's words.
    pub words: Words,
    /// The tab that the panel stands beside.
    pub tab: Option<i32>,
    /// All that is shown; `None` until the background has answered once.
    pub view: Mutable<Option<PanelView>>,
    /// The sections, kept apart so that what is unfolded or focused stays so.
    pub sections: Keyed<SectionView>,
    /// The inputs, kept apart so that typing is never disturbed: what only the user knows.
    pub inputs: Keyed<InputModel>,
    /// And what has a good default.
    pub further_inputs: Keyed<InputModel>,
    /// The questions, kept apart so that a list in which somebody chooses stays.
    pub mapping: Keyed<MappingRow>,
    /// The user has asked to begin anew and is asked back.
    pub restarting: Mutable<bool>,
    /// What the user has typed as the org's name, before anything is written.
    pub org_name_typed: Mutable<String>,
    /// The report of the last check, once the user has asked for it.
    pub report: Mutable<Option<ReportFiles>>,
    /// What the pages are made of, once the user has asked to see it.
    pub facts: Mutable<Option<Vec<String>>>,
    /// The page that is shown.
    pub shown: Mutable<Shown>,
    /// The settings, once they were asked for.
    pub settings: Mutable<Option<SettingsView>>,
    /// Everything that is kept, once the user has asked for it.
    pub data: Mutable<Option<String>>,
    /// The user has asked to delete everything and is asked back.
    pub forgetting: Mutable<bool>,
    /// Everything was deleted.
    pub forgotten: Mutable<bool>,
    /// The background does not answer.
    pub unreachable: Mutable<bool>,
}

impl App {
    /// Reads the panel's own address, and the words in the language that the panel spoke last: the background may take its time,
    /// and says with the view whether that is still so.
    pub async fn load() -> Result<Rc<App>, Error> {
        let language = browser::language();
        browser::speak(&language.tag(), language.is_rtl());
        Ok(Rc::new(App {
            words: browser::words(language.id).await?,
            tab: browser::own_tab(),
            view: Mutable::new(None),
            sections: Keyed::default(),
            inputs: Keyed::default(),
            further_inputs: Keyed::default(),
            mapping: Keyed::default(),
            restarting: Mutable::new(false),
            org_name_typed: Mutable::new(String::new()),
            report: Mutable::new(None),
            facts: Mutable::new(None),
            shown: Mutable::new(Shown::Guide),
            settings: Mutable::new(None),
            data: Mutable::new(None),
            forgetting: Mutable::new(false),
            forgotten: Mutable::new(false),
            unreachable: Mutable::new(false),
        }))
    }

    /// Shows the settings.
    pub fn open_settings(self: &Rc<Self>) {
        self.send(FromPanel::Settings(Setting::Show));
        self.shown.set(Shown::Settings);
    }

    /// Reads the view again.
    pub fn read(self: &Rc<Self>) {
        self.send(FromPanel::Opened { tab: self.tab });
    }

    /// Reads the view again whenever the background says that something has changed.
    pub fn listen(self: &Rc<Self>) {
        let app = self.clone();
        browser::on_change(move || app.read());
    }

    /// Sends a message and shows what comes back.
    pub fn send(self: &Rc<Self>, message: FromPanel) {
        let app = self.clone();
        spawn_local(async move {
            match browser::send(&message).await {
                Ok(ToPanel::View(view)) => app.show(*view),
                Ok(ToPanel::Facts(files)) => app.facts.set(Some(files)),
                Ok(ToPanel::Report(files)) => app.report.set(Some(*files)),
                Ok(ToPanel::Settings(settings)) => app.settings.set(Some(*settings)),
                Ok(ToPanel::Data(file)) => app.data.set(Some(file)),
                Ok(ToPanel::Changed) => {}
                Err(error) => {
                    browser::warn(&error);
                    app.unreachable.set_neq(true);
                }
            }
        });
    }

    /// Lets Waymark check the org, once the browser has granted what that needs. Called within the user's click.
    pub fn allow_checks(self: &Rc<Self>) {
        self.requested(browser::request_cookies(), |allowed| FromPanel::DecideChecks {
            allowed,
        });
    }

    /// Confirms the inputs, once the browser has been asked for a domain of the user's own. Called within the user's click.
    pub fn confirm_inputs(self: &Rc<Self>) {
        let own_domain = self
            .view
            .lock_ref()
            .as_ref()
            .and_then(|view| view.own_domain.clone());
        match own_domain {
            Some(host) => self.requested(browser::request_host(&host), |_| FromPanel::ConfirmInputs),
            None => self.send(FromPanel::ConfirmInputs),
        }
    }

    /// Tells the background what the user has answered to the browser.
    fn requested(self: &Rc<Self>, request: Result<js_sys::Promise, Error>, told: fn(bool) -> FromPanel) {
        match request {
            Ok(request) => {
                let app = self.clone();
                spawn_local(async move {
                    match JsFuture::from(request).await {
                        Ok(granted) => app.send(told(granted.is_truthy())),
                        Err(error) => browser::warn(&error.into()),
                    }
                });
            }
            Err(error) => browser::warn(&error),
        }
    }

    fn show(&self, view: PanelView) {
        self.unreachable.set_neq(false);
        let is_other = !view.language.is_empty() && view.language != self.words.language().id;
        if is_other && browser::remember_language(&view.language) {
            // Every word is another one.
            browser::reload_at((self.shown.get() == Shown::Settings).then_some("settings"));
            return;
        }
        if self
            .view
            .lock_ref()
            .as_ref()
            .is_some_and(|shown| shown.findings != view.findings)
        {
            // What was written before is out of date.
            self.report.set(None);
        }
        self.sections.sync(&view.sections, |section| section.id.clone());
        self.mapping.sync(&view.mapping.rows, |row| row.question.clone());
        let (further, first): (Vec<InputModel>, Vec<InputModel>) = view
            .inputs
            .iter()
            .cloned()
            .map(InputModel)
            .partition(InputModel::is_name);
        self.inputs.sync(&first, InputModel::name);
        self.further_inputs.sync(&further, InputModel::name);
        self.view.set(Some(view));
    }

    /// The word for a key.
    pub fn tell(&self, key: &str) -> String {
        self.words.tell(key).to_owned()
    }

    /// A part of the view, whenever it changes; before there is a view, what stands for none.
    pub fn watch<T: Clone + Default + PartialEq + 'static>(
        &self,
        part: impl Fn(&PanelView) -> T + 'static,
    ) -> Changing<T> {
        changing::part(&self.view, move |view| {
            view.as_ref().map(&part).unwrap_or_default()
        })
    }

    /// An element that is made of a part of the view, anew whenever that part changes.
    pub fn shows<T: PartialEq + 'static>(
        self: &Rc<Self>,
        part: impl Fn(&PanelView) -> T + 'static,
        make: impl Fn(&Rc<App>, &T) -> Option<Dom> + 'static,
    ) -> Changing<Option<Dom>> {
        let app = self.clone();
        changing::element(
            &self.view,
            move |view| view.as_ref().map(&part),
            move |seen| make(&app, seen.as_ref()?),
        )
    }
}
