//! The icon in the toolbar: whether the page in front belongs to a guide, and what is next.

use crate::api::action;
use crate::api::tabs::Tab;
use crate::app::{App, guided_host};
use crate::error::Error;
use wasm_bindgen_futures::spawn_local;
use waymark_core::journey::{TabId, ToolbarView, toolbar, toolbar_of_guided_page};

/// A tab shows another page: the browser has forgotten what the icon showed.
///
/// # Errors
/// `Error::Missing` before the guide is read.
pub fn loaded(app: &mut App, tab: &Tab) -> Result<(), Error> {
    let Some(id) = tab.id else { return Ok(()) };
    app.marked.remove(&id);
    let (library, journeys) = app.opened()?;
    if journeys.of_tab(id).is_none() && guided_host(tab, &journeys.own_domains()).is_some() {
        let view = toolbar_of_guided_page(&library.words);
        show(id, &view);
    }
    update(app)
}

/// Brings the icon up to date beside every tab where a guide runs, and where one ran.
///
/// # Errors
/// `Error::Missing` before the guide is read.
pub fn update(app: &mut App) -> Result<(), Error> {
    let (library, journeys) = app.opened()?;
    let mut wanted: Vec<(TabId, ToolbarView)> = Vec::new();
    for state in journeys.states().filter(|state| !state.tabs.is_empty()) {
        let view = toolbar(&library.guide, &library.words, state);
        wanted.extend(state.tabs.keys().map(|tab| (*tab, view.clone())));
    }
    let ends = toolbar_of_guided_page(&library.words);
    let ended = app
        .marked
        .keys()
        .filter(|tab| wanted.iter().all(|(it, _)| it != *tab));
    for tab in ended.copied().collect::<Vec<_>>() {
        app.marked.remove(&tab);
        show(tab, &ends);
    }
    for (tab, view) in wanted {
        if app.marked.get(&tab) != Some(&view) {
            show(tab, &view);
            app.marked.insert(tab, view);
        }
    }
    Ok(())
}

/// Not waited for: the tab may be gone by now.
fn show(tab: TabId, view: &ToolbarView) {
    let view = view.clone();
    spawn_local(async move {
        let _nowhere_to_show = action::show(tab, &view).await;
    });
}
