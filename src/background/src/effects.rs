//! Doing what a journey wants done.

use crate::api::{network, permissions, runtime, tabs, windows};
use crate::app::{App, Asking, guided_host};
use crate::error::Error;
use crate::frames;
use crate::org_client;
use crate::queue::{self, Job};
use std::cell::Cell;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use waymark_core::address::Address;
use waymark_core::check::Wishes;
use waymark_core::facts::file;
use waymark_core::host::{Host, WhyNotHere, classify};
use waymark_core::jotform_api::{self, ApiKey, Trouble, questions_of};
use waymark_core::journey::{
    Effect, FrameId, PanelContext, State, TabId, frame_task, frames_for_facts, panel_view, report_files,
    stand,
};
use waymark_core::message::{FACTS, ToContent, ToPanel};
use waymark_core::wire;

/// Does one effect for a journey. `asker` is the frame that gets its task as an answer.
///
/// # Errors
/// The browser's own.
pub async fn perform(
    app: &mut App,
    key: &str,
    effect: Effect,
    asker: Option<(TabId, FrameId)>,
) -> Result<(), Error> {
    match effect {
        Effect::UpdateFrames => update_frames(app, key, asker),
        Effect::UpdatePanel => {
            tell_panels();
            Ok(())
        }
        Effect::Check => {
            ask(app, key).await?;
            tell_panels();
            Ok(())
        }
        Effect::Apply => {
            apply(app, key).await?;
            tell_panels();
            Ok(())
        }
        Effect::ShowTab { tab } => tabs::show(tab, None).await,
        Effect::Navigate { ref url, .. } | Effect::OpenPrivate { ref url }
            if !is_guided(url, &app.journeys()?.own_domains()) =>
        {
            Err(Error::Shape)
        }
        Effect::Navigate { tab, url } => tabs::show(tab, Some(&url)).await,
        Effect::OpenPrivate { url } => open_private(key, &url).await,
        // Opened by background.js within the user's click, which has passed by now.
        Effect::OpenPanel { .. } => Ok(()),
        Effect::Release { tabs } => {
            let dormant = frames::in_turn(&wire::write(&ToContent::Dormant));
            for tab in tabs {
                app.told.retain(|(of, _), _| *of != tab);
                send(tab, None, dormant.clone());
            }
            app.rest_if_idle().await
        }
    }
}

/// Starts asking the org; the answers come back as a job. While it is being asked, one more wish waits. A check only reads,
/// so that one whose answers died with the background is made again.
///
/// # Errors
/// The browser's own.
pub async fn ask(app: &mut App, key: &str) -> Result<(), Error> {
    let state = app.journeys()?.state(key);
    let Some((tab, cookie_store)) = tab_to_ask_with(&state).filter(|_| state.refusal().is_none()) else {
        return Ok(());
    };
    if let Some(asking) = app.asking.get_mut(key) {
        asking.again = true;
        return Ok(());
    }
    let run = begin(app, key, true).await?;
    let (key, wishes) = (key.to_owned(), Wishes::of(&state));
    spawn_local(async move {
        let told = tells(&key, run);
        let asked = org_client::ask(&state.core_host, tab, &cookie_store, &wishes, &told).await;
        queue::push(Job::Asked {
            key,
            run,
            facts: Box::new(asked.facts),
            wishes: Box::new(wishes),
            cookie_store: asked.cookie_store,
            applied: None,
        });
    });
    Ok(())
}

/// Notes that an org is being asked; gives the number of the run.
async fn begin(app: &mut App, key: &str, only_reads: bool) -> Result<u32, Error> {
    let run = RUNS.replace(RUNS.get().wrapping_add(1));
    let asking = Asking {
        run,
        again: false,
        sent: 0,
        only_reads,
    };
    app.asking.insert(key.to_owned(), asking);
    app.journeys()?.asking(key).await?;
    Ok(run)
}

/// Tells the panel with every request how many that makes; false once the run was given up.
fn tells(key: &str, run: u32) -> impl Fn(u32) -> bool + use<> {
    let key = key.to_owned();
    move |sent| {
        queue::push(Job::Asking {
            key: key.clone(),
            run,
            sent,
        });
        GIVEN_UP.get() != Some(run)
    }
}

/// Gives up a check that only reads: nothing more is sent, and what still comes back is dropped.
///
/// # Errors
/// The browser's own.
pub async fn give_up(app: &mut App, key: &str) -> Result<(), Error> {
    // While a write is unsettled, only a reading to the end tells how it went.
    let is_unsettled = app.journeys()?.state(key).applying.is_some();
    let asking = app.asking.get(key).filter(|it| it.only_reads && !is_unsettled);
    let Some(run) = asking.map(|it| it.run) else {
        return Ok(());
    };
    app.asking.remove(key);
    GIVEN_UP.set(Some(run));
    app.journeys()?.asked(key).await?;
    tell_panels();
    Ok(())
}

thread_local! {
    /// How many runs have begun.
    static RUNS: Cell<u32> = const { Cell::new(0) };
    /// The run that was given up last; one before it has ended or sends at most what it had begun to.
    static GIVEN_UP: Cell<Option<u32>> = const { Cell::new(None) };
}

/// Writes what the user has confirmed, which is kept by now, between two readings of the org; while it is being asked already,
/// nothing is sent, and the answers tell so.
async fn apply(app: &mut App, key: &str) -> Result<(), Error> {
    let state = app.journeys()?.state(key);
    let Some((tab, cookie_store)) = tab_to_ask_with(&state) else {
        return Ok(());
    };
    let Some(plan) = state.applying.clone().filter(|_| !app.asking.contains_key(key)) else {
        return Ok(());
    };
    let run = begin(app, key, false).await?;
    let (key, wishes) = (key.to_owned(), Wishes::of(&state));
    spawn_local(async move {
        let writing = org_client::Writing {
            plan: &plan,
            inputs: &state.inputs,
            makes_user: state.makes_user,
        };
        let told = tells(&key, run);
        let (asked, applied) =
            org_client::apply(&state.core_host, tab, &cookie_store, &wishes, &writing, &told).await;
        queue::push(Job::Asked {
            key,
            run,
            facts: Box::new(asked.facts),
            wishes: Box::new(wishes),
            cookie_store: asked.cookie_store,
            applied: Some(applied),
        });
    });
    Ok(())
}

/// Asks Jotform's API for the form's questions; the answer comes back as a job. The key goes into that one request and is dropped.
///
/// # Errors
/// The browser's own.
pub fn read_form(app: &mut App, key: &str, api_key: ApiKey) -> Result<(), Error> {
    let state = app.journeys()?.state(key);
    let key = key.to_owned();
    let Some(form) = state.form() else {
        queue::push(Job::FormRead(key, Err(Trouble::NoForm)));
        return Ok(());
    };
    let (host, path) = questions_of(&state.builder_host(), form);
    app.reading_form.insert(key.clone());
    spawn_local(async move {
        let answer = network::read_form(&host, &path, &api_key).await;
        queue::push(Job::FormRead(key, jotform_api::read(&answer)));
    });
    Ok(())
}

/// The tab whose session is used: where the journey was started, never a private window beside others.
fn tab_to_ask_with(state: &State) -> Option<(TabId, String)> {
    let open = |tab: &&TabId| state.tabs.get(tab).is_some_and(|it| !it.private);
    let tab = state
        .main_tab
        .as_ref()
        .filter(open)
        .or_else(|| state.tabs.keys().find(open))
        .or_else(|| state.tabs.keys().next())?;
    let it = state.tabs.get(tab)?;
    (!state.core_host.is_empty()).then(|| (*tab, it.cookie_store.clone()))
}

/// Tells every frame of the journey its task, where that has changed.
///
/// # Errors
/// `Error::Missing` before the guide is read.
pub fn update_frames(app: &mut App, key: &str, asker: Option<(TabId, FrameId)>) -> Result<(), Error> {
    let (library, journeys) = app.opened()?;
    let state = journeys.state(key);
    let mut tasks = Vec::new();
    for (tab, it) in &state.tabs {
        for frame in it.frames.keys().filter(|frame| asker != Some((*tab, **frame))) {
            let task = frame_task(&library.guide, &library.words, &state, *tab, *frame);
            tasks.push(((*tab, *frame), wire::write(&task)));
        }
    }
    for (frame, text) in tasks {
        if app.told.get(&frame) != Some(&text) {
            send(frame.0, Some(frame.1), frames::in_turn(&text));
            app.told.insert(frame, text);
        }
    }
    Ok(())
}

/// Not waited for: a frame may be busy, or gone.
fn send(tab: TabId, frame: Option<FrameId>, message: JsValue) {
    spawn_local(async move {
        // A frame without an engine asks by itself once it has one.
        let _nobody_listens = tabs::send(tab, frame, &message).await;
    });
}

async fn open_private(key: &str, url: &str) -> Result<(), Error> {
    if let Some(tab) = windows::open_private(url).await? {
        queue::push(Job::Bind(key.to_owned(), Box::new(tab)));
    }
    Ok(())
}

/// The panel's view of a journey, as an answer.
///
/// # Errors
/// The browser's own.
pub async fn view(app: &mut App, key: &str, beside: Option<TabId>) -> Result<JsValue, Error> {
    let tab = match beside {
        Some(tab) => tabs::get(tab).await.ok(),
        None => None,
    };
    let asking = app.asking.get(key);
    let checking = asking.map(|it| (it.sent, it.only_reads));
    let reading_form = app.reading_form.contains(key);
    let domain_refused = match app.journeys()?.state(key).inputs.own_domain() {
        Some(host) => !permissions::has_host(&host).await?,
        None => false,
    };
    let (library, journeys) = app.opened()?;
    let others = journeys.states().filter(|state| state.core_host != key);
    let stands = others.filter_map(|state| stand(&library.guide, &library.words, state));
    let context = PanelContext {
        stands: stands.collect(),
        tab: beside,
        host: tab
            .as_ref()
            .and_then(|tab| guided_host(tab, &journeys.own_domains())),
        checking,
        reading_form,
        domain_refused,
        now: js_sys::Date::now() as u64,
    };
    let view = panel_view(&library.guide, &library.words, &journeys.state(key), &context);
    Ok(frames::write_panel(&ToPanel::View(Box::new(view))))
}

/// What the pages in the panel's tab are made of, as an answer; it is kept nowhere.
///
/// # Errors
/// The browser's own.
pub async fn facts(app: &mut App, key: &str, beside: Option<TabId>) -> Result<JsValue, Error> {
    let state = app.journeys()?.state(key);
    let mut files = Vec::new();
    if let Some(tab) = beside.or(state.main_tab) {
        for frame in frames_for_facts(&state, tab) {
            let told = tabs::send(tab, Some(frame), &FACTS.into()).await;
            // A frame without an engine has nothing to tell.
            files.extend(told.ok().and_then(|told| file(&told.as_string()?)));
        }
    }
    Ok(frames::write_panel(&ToPanel::Facts(files)))
}

/// The report of the last check, as an answer; empty before there is one.
///
/// # Errors
/// The browser's own.
pub fn report(app: &mut App, key: &str, hides: bool) -> Result<JsValue, Error> {
    let (library, journeys) = app.opened()?;
    let files = report_files(&library.guide, &library.words, &journeys.state(key), hides);
    let report = Box::new(files.unwrap_or_default());
    Ok(frames::write_panel(&ToPanel::Report(report)))
}

/// Lets every open panel read its view again.
pub fn tell_panels() {
    let message = frames::write_panel(&ToPanel::Changed);
    spawn_local(async move {
        // No panel may be open.
        let _nobody_listens = runtime::send_to_pages(&message).await;
    });
}

/// Links are made from what pages taught; they lead to guided hosts, to the form's own page, to the user's own domains or nowhere.
fn is_guided(url: &str, own_domains: &[String]) -> bool {
    Address::parse(url).is_some_and(|address| match classify(&address.host) {
        Host::Salesforce(_) | Host::Jotform(_) => true,
        Host::Foreign => own_domains.contains(&address.host),
        Host::Explained(why) => why == WhyNotHere::NotTheBuilder,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use waymark_core::journey::Tab;

    fn state(tabs: &[(TabId, bool)]) -> State {
        let tab = |(id, private): &(TabId, bool)| {
            let cookie_store = id.to_string();
            (
                *id,
                Tab {
                    private: *private,
                    cookie_store,
                    ..Tab::default()
                },
            )
        };
        State {
            core_host: "acme.my.salesforce.com".into(),
            main_tab: Some(2),
            tabs: tabs.iter().map(tab).collect(),
            ..State::default()
        }
    }

    #[test]
    fn the_session_is_the_one_of_the_window_where_the_journey_was_started() {
        let asks = |tabs: &[(TabId, bool)]| tab_to_ask_with(&state(tabs)).map(|(tab, _)| tab);
        assert_eq!(asks(&[(1, false), (2, false)]), Some(2));
        assert_eq!(
            asks(&[(1, true), (3, false)]),
            Some(3),
            "never a private window beside others"
        );
        assert_eq!(asks(&[(1, true), (2, true)]), Some(1));
        assert_eq!(asks(&[]), None);
        let no_org = State {
            core_host: String::new(),
            ..state(&[(2, false)])
        };
        assert_eq!(tab_to_ask_with(&no_org), None);
    }

    #[test]
    fn only_guided_sites_are_opened() {
        for good in [
            "https://acme.my.salesforce.com/005",
            "https://www.jotform.com/build/1",
            "https://form.jotform.com/240001234567890?email=a",
        ] {
            assert!(is_guided(good, &[]), "{good}");
        }
        for bad in [
            "https://evil.example/",
            "http://acme.my.salesforce.com/",
            "javascript:alert(1)",
            "https://login.salesforce.com/",
        ] {
            assert!(!is_guided(bad, &[]), "{bad}");
        }
        let own = ["forms.acme.example".to_owned()];
        assert!(is_guided(
            "https://forms.acme.example/build/240001234567890",
            &own
        ));
        assert!(!is_guided("https://acme.example/build/240001234567890", &own));
    }
}
