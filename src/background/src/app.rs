//! What happens at each event: advance the journey, keep it, then do what it wants done.

use crate::api::{permissions, runtime, tabs, windows};
use crate::error::{Error, OrWarn, warn};
use crate::hosts::patterns;
use crate::journeys::Journeys;
use crate::library::Library;
use crate::queue::Job;
use crate::sender::{Origin, cookie_store};
use crate::{effects, frames, inject, policy, settings, toolbar};
use vecmap::{VecMap, VecSet};
use wasm_bindgen::JsValue;
use waymark_core::address::Address;
use waymark_core::check::{described_object, judge, learnt};
use waymark_core::host::{Host, classify};
use waymark_core::journey::{Event, FrameId, Source, TabId, ToolbarView, advance, frame_task};
use waymark_core::message::{FromContent, FromPanel, ToContent};
use waymark_core::plan::plans;
use waymark_core::wire;

/// Everything in memory. All of it can be lost at any moment: what counts is kept.
#[derive(Default)]
pub struct App {
    opened: Option<(Library, Journeys)>,
    /// What each frame was last told.
    pub(crate) told: VecMap<(TabId, FrameId), String>,
    /// What the icon in the toolbar shows beside each tab where a guide runs.
    pub(crate) marked: VecMap<TabId, ToolbarView>,
    /// Journeys whose org is being asked.
    pub(crate) asking: VecMap<String, Asking>,
    /// Journeys whose form Jotform's API is being asked for.
    pub(crate) reading_form: VecSet<String>,
}

/// An org that is being asked.
pub struct Asking {
    /// Tells this run from one that was given up.
    pub run: u32,
    /// It is to be asked again afterwards.
    pub again: bool,
    /// How many requests were sent.
    pub sent: u32,
    /// It only reads, so that it can be given up at any moment.
    pub only_reads: bool,
}

impl App {
    /// Does one job. Errors end here, as warnings.
    pub async fn handle(&mut self, job: Job) {
        match job {
            Job::Message(message, sender, reply) => {
                let answer = self.message(&message, &sender).await;
                let answer = answer
                    .or_warn("a message was not answered")
                    .flatten()
                    .unwrap_or(JsValue::NULL);
                reply
                    .call1(&JsValue::NULL, &answer)
                    .map_err(Error::from)
                    .or_warn("an answer was not sent");
            }
            other => {
                self.event(other).await.or_warn("an event was lost");
            }
        }
    }

    async fn event(&mut self, job: Job) -> Result<(), Error> {
        self.open().await?;
        match job {
            Job::Message(..) => {}
            Job::TabOpened(tab) => {
                let opener = tab
                    .opener_tab_id
                    .and_then(|opener| Some((opener, self.key_of_tab(opener)?)));
                if let Some((opener, key)) = opener
                    && was_opened_by_page(&tab, opener).await
                {
                    self.bind(&key, &tab).await?;
                }
            }
            Job::Policy(read) => policy::take(self, *read).await?,
            Job::TabLoaded(tab) => toolbar::loaded(self, &tab)?,
            Job::TabClosed(tab) => {
                self.marked.remove(&tab);
                self.told.retain(|(of, _), _| *of != tab);
                if let Some(key) = self.key_of_tab(tab) {
                    self.happen(&key, Event::TabClosed(tab)).await?;
                    self.rest_if_idle().await?;
                }
            }
            Job::FrameGone(tab, frame) => {
                self.told.remove(&(tab, frame));
                if let Some(key) = self.key_of_tab(tab) {
                    self.happen(&key, Event::FrameGone(tab, frame)).await?;
                }
            }
            Job::TabShown(tab) => {
                if let Some(key) = self.key_of_tab(tab) {
                    self.happen(&key, Event::TabShown(tab)).await?;
                }
            }
            Job::WindowShown(window) => {
                let shown = tabs::shown_in(window).await?.and_then(|tab| tab.id);
                if let Some((tab, key)) = shown.and_then(|tab| Some((tab, self.key_of_tab(tab)?))) {
                    self.happen(&key, Event::TabShown(tab)).await?;
                }
            }
            Job::Bind(key, tab) => self.bind(&key, &tab).await?,
            Job::FormRead(key, read) => {
                self.reading_form.remove(&key);
                self.happen(&key, Event::FormRead(read)).await?;
                effects::tell_panels();
            }
            Job::Installed => self.resume().await?,
            Job::Started => self.journeys()?.forget_tabs().await?,
            Job::Asking { key, run, sent } => {
                if let Some(asking) = self.asking.get_mut(&key).filter(|it| it.run == run) {
                    asking.sent = sent;
                    effects::tell_panels();
                }
            }
            Job::Asked { ref key, run, .. } if self.asking.get(key).is_none_or(|it| it.run != run) => {
                // It was given up.
            }
            Job::Asked {
                key,
                run: _,
                facts,
                wishes,
                cookie_store,
                applied,
            } => {
                let again = self.asking.remove(&key).is_some_and(|it| it.again);
                self.journeys()?.asked(&key).await?;
                let now = js_sys::Date::now() as u64;
                let key = match applied {
                    Some(applied) => self.happen(&key, Event::Applied(applied)).await?,
                    None => key,
                };
                let learnt = learnt(&facts, &wishes, &cookie_store);
                let report = judge(&facts, &wishes, now);
                let inputs = self.journeys()?.state(&key).inputs;
                let checked = Event::Checked {
                    plans: Box::new(plans(&facts, &wishes, &report, &inputs, now)),
                    report: Box::new(report),
                    bound: learnt.bound,
                    org_name: learnt.org_name,
                    records: learnt.records,
                    described: described_object(&facts, &wishes).map(Box::new),
                };
                let key = self.happen(&key, checked).await?;
                if again {
                    effects::ask(self, &key).await?;
                }
                effects::tell_panels();
            }
        }
        Ok(())
    }

    async fn message(
        &mut self,
        message: &JsValue,
        sender: &crate::sender::Sender,
    ) -> Result<Option<JsValue>, Error> {
        self.open().await?;
        let own_domains = self.journeys()?.own_domains();
        let Some(origin) = sender.origin(&runtime::id()?, &runtime::address("")?, &own_domains) else {
            return Ok(None);
        };
        match origin {
            Origin::Content(source) => {
                let message = frames::read(message)?;
                self.content(source, message).await.map(Some)
            }
            Origin::Panel(beside) => {
                let message = frames::read_panel(message)?;
                self.panel(beside, message).await.map(Some)
            }
        }
    }

    async fn content(&mut self, source: Source, message: FromContent) -> Result<JsValue, Error> {
        let Some(key) = self.key_of_tab(source.tab) else {
            return Ok(frames::in_turn(&wire::write(&ToContent::Dormant)));
        };
        let (tab, frame) = (source.tab, source.frame);
        let event = match message {
            FromContent::Frame => {
                self.told.remove(&(tab, frame));
                self.happen(&key, Event::FrameLoaded(source)).await?;
                inject::probe(tab, frame);
                return Ok(JsValue::NULL);
            }
            FromContent::Takes(form) => {
                inject::engine(tab, frame, form);
                return Ok(JsValue::NULL);
            }
            FromContent::Observed(observation) => Event::Observed(source, observation),
            FromContent::Pressed(action) => Event::Pressed(source, action),
            FromContent::Shown(shown) => Event::Shown(source, shown),
        };
        let key = self.happen_for(&key, event, Some((tab, frame))).await?;
        let (library, journeys) = self.opened()?;
        let task = frame_task(&library.guide, &library.words, &journeys.state(&key), tab, frame);
        let text = wire::write(&task);
        let answer = frames::in_turn(&text);
        self.told.insert((tab, frame), text);
        Ok(answer)
    }

    async fn panel(&mut self, beside: Option<TabId>, message: FromPanel) -> Result<JsValue, Error> {
        let beside = match &message {
            FromPanel::Opened { tab } => beside.or(*tab),
            _ => beside,
        };
        if let FromPanel::Start { tab } = message {
            return self.start(beside, tab).await;
        }
        if let FromPanel::Settings(wanted) = message {
            return settings::handle(self, wanted).await;
        }
        let key = self.key_for_panel(beside).await?;
        let may = windows::may_be_private().await?;
        let state = self.journeys()?.state(&key);
        if state.private_windows != Some(may) && !state.tabs.is_empty() {
            self.happen(&key, Event::PrivateWindows(may)).await?;
        }
        let confirms = message == FromPanel::ConfirmInputs;
        let key = match message {
            FromPanel::Facts => return effects::facts(self, &key, beside).await,
            FromPanel::Report { hides } => return effects::report(self, &key, hides),
            FromPanel::StopCheck => {
                effects::give_up(self, &key).await?;
                key
            }
            FromPanel::ReadForm { key: api_key } => {
                effects::read_form(self, &key, api_key)?;
                key
            }
            FromPanel::Opened { .. } => key,
            other => self.happen(&key, Event::Panel(other)).await?,
        };
        let journeys = self.journeys()?;
        let state = journeys.state(&key);
        if confirms && state.inputs.own_domain().is_some() {
            // The loader is registered for the domain too, and tabs that show it already report themselves.
            let own_domains = journeys.own_domains();
            inject::unwatch().await;
            inject::watch(&own_domains).await?;
            state.tabs.keys().copied().for_each(inject::wake);
        }
        effects::view(self, &key, beside).await
    }

    async fn start(&mut self, beside: Option<TabId>, tab: TabId) -> Result<JsValue, Error> {
        let key = self.key_for_panel(Some(tab)).await?;
        if self.journeys()?.state(&key).refusal().is_some() {
            return effects::view(self, &key, beside).await;
        }
        let tab = tabs::get(tab).await?;
        self.bind(&key, &tab).await?;
        let key = match tab.id {
            Some(id) => {
                self.happen(&key, Event::Panel(FromPanel::Start { tab: id }))
                    .await?
            }
            None => key,
        };
        self.journeys()?.started(&key).await?;
        let may = windows::may_be_private().await?;
        let key = self.happen(&key, Event::PrivateWindows(may)).await?;
        effects::view(self, &key, beside).await
    }

    /// Binds a tab to a journey and lets its frames report themselves.
    async fn bind(&mut self, key: &str, tab: &tabs::Tab) -> Result<(), Error> {
        let Some(id) = tab.id else { return Ok(()) };
        if let Some(bound) = self.key_of_tab(id).filter(|bound| bound != key) {
            self.happen(&bound, Event::TabClosed(id)).await?;
        }
        let event = Event::TabBound {
            tab: id,
            private: tab.incognito,
            cookie_store: cookie_store(tab),
        };
        self.happen(key, event).await?;
        let own_domains = self.journeys()?.own_domains();
        inject::watch(&own_domains).await?;
        if guided_host(tab, &own_domains).is_some() {
            inject::wake(id);
        }
        Ok(())
    }

    /// After an update or a reload: the same tabs again, as far as they are open and on a guided page.
    async fn resume(&mut self) -> Result<(), Error> {
        let own_domains = self.journeys()?.own_domains();
        for (key, tabs) in self.journeys()?.tabs_before() {
            for id in tabs {
                if let Ok(tab) = tabs::get(id).await
                    && guided_host(&tab, &own_domains).is_some()
                {
                    self.bind(&key, &tab).await?;
                }
            }
        }
        Ok(())
    }

    /// Advances a journey, keeps it, and does what it wants done; gives its key, which changes when its org becomes known.
    pub(crate) fn happen(&mut self, key: &str, event: Event) -> impl Future<Output = Result<String, Error>> {
        self.happen_for(key, event, None)
    }

    /// The same, for an event whose answer goes to this frame.
    async fn happen_for(
        &mut self,
        key: &str,
        event: Event,
        asker: Option<(TabId, FrameId)>,
    ) -> Result<String, Error> {
        let (library, journeys) = self.opened()?;
        let before = journeys.state(key);
        let (state, wanted) = advance(&library.guide, before.clone(), event);
        let key = if state == before {
            key.to_owned()
        } else {
            journeys.keep(key, state).await?
        };
        for effect in wanted {
            effects::perform(self, &key, effect, asker)
                .await
                .or_warn("an effect failed");
        }
        toolbar::update(self)?;
        Ok(key)
    }

    /// Without a bound tab nothing is watched.
    pub(crate) async fn rest_if_idle(&mut self) -> Result<(), Error> {
        if self.journeys()?.is_idle() {
            inject::unwatch().await;
            // The domains of the user's own were asked for while a guide runs.
            permissions::drop_hosts(&patterns(&[])).await?;
        }
        Ok(())
    }

    /// The journey that a panel shows: its tab's, else that of the org in the tab, else the one that was started last.
    async fn key_for_panel(&mut self, beside: Option<TabId>) -> Result<String, Error> {
        if let Some(key) = beside.and_then(|tab| self.key_of_tab(tab)) {
            return Ok(key);
        }
        let host = match beside {
            Some(tab) => tabs::get(tab).await.ok().and_then(|tab| guided_host(&tab, &[])),
            None => None,
        };
        if let Some(Host::Salesforce(host)) = host.as_deref().map(classify) {
            return Ok(host.core_host);
        }
        Ok(self.journeys()?.last().unwrap_or_default().to_owned())
    }

    fn key_of_tab(&self, tab: TabId) -> Option<String> {
        let (_, journeys) = self.opened.as_ref()?;
        journeys.of_tab(tab).map(str::to_owned)
    }

    pub(crate) async fn open(&mut self) -> Result<(), Error> {
        if self.opened.is_none() {
            let journeys = Journeys::load().await?;
            let library = Library::open(settings::language(journeys.settings()))
                .await
                .inspect_err(|error| warn("the guide cannot be read", error))?;
            let unanswered = journeys.unanswered();
            self.opened = Some((library, journeys));
            policy::ask();
            for key in unanswered {
                effects::ask(self, &key).await?;
            }
        }
        Ok(())
    }

    /// Speaks another language from now on.
    pub(crate) fn speak(&mut self, library: Library) -> Result<(), Error> {
        let (current, _) = self.opened.as_mut().ok_or(Error::Missing("the guide"))?;
        *current = library;
        Ok(())
    }

    /// Everything in memory is let go, so that it is read anew.
    pub(crate) fn forget(&mut self) {
        *self = App::default();
    }

    pub(crate) fn opened(&mut self) -> Result<(&Library, &mut Journeys), Error> {
        let (library, journeys) = self.opened.as_mut().ok_or(Error::Missing("the guide"))?;
        Ok((library, journeys))
    }

    pub(crate) fn journeys(&mut self) -> Result<&mut Journeys, Error> {
        Ok(self.opened()?.1)
    }
}

/// The tab's host, where it is one of a guided site or one of the user's own domains.
pub(crate) fn guided_host(tab: &tabs::Tab, own_domains: &[String]) -> Option<String> {
    let address = |url: &Option<String>| Address::parse(url.as_deref()?).map(|address| address.host);
    let host = address(&tab.pending_url).or_else(|| address(&tab.url))?;
    (classify(&host) != Host::Foreign || own_domains.contains(&host)).then_some(host)
}

/// A page's pop-up or link, and not a new tab of the user's own, which names the tab before it as its opener too: a pop-up
/// has a window of its own, and a link's address is known from the start.
async fn was_opened_by_page(tab: &tabs::Tab, opener: TabId) -> bool {
    let other_window = match tabs::get(opener).await {
        Ok(opener) => opener.window_id != tab.window_id,
        Err(_) => false,
    };
    other_window || guided_host(tab, &[]).is_some()
}
