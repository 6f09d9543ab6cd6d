//! Who sent a message, as the browser tells it: the panel, a frame of a guided page, or nobody we listen to.

use crate::api::tabs::Tab;
use crate::api::{Told, property, text_of};
use crate::error::Error;
use waymark_core::address::Address;
use waymark_core::host::{Host, classify};
use waymark_core::journey::{FrameId, Source, TabId};
use waymark_core::json::Json;

/// The browser's `MessageSender`. `origin` is left out: it is `"null"` in sandboxed frames (toolchain facts, measured).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sender {
    id: String,
    url: String,
    frame_id: Option<FrameId>,
    tab: Option<Tab>,
}

impl Told for Sender {
    fn told(value: &Json) -> Result<Self, Error> {
        Ok(Sender {
            id: text_of(value, "id")?.unwrap_or_default(),
            url: text_of(value, "url")?.unwrap_or_default(),
            frame_id: property(value, "frameId", Json::whole)?,
            tab: value.get("tab").map_or(Ok(None), Told::told)?,
        })
    }
}

/// Where a message came from. Each kind is read as messages of that kind only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A frame of a guided page: hostile until proven otherwise.
    Content(Source),
    /// The extension's own panel, and the tab that it stands beside, where its address tells.
    Panel(Option<TabId>),
}

impl Sender {
    /// Tells where the message came from; `None` for anybody else. `own_id` and `own_address` are the extension's,
    /// `own_domains` the user's.
    #[must_use]
    pub fn origin(&self, own_id: &str, own_address: &str, own_domains: &[String]) -> Option<Origin> {
        if self.id != own_id || own_id.is_empty() {
            return None;
        }
        if let Some(path) = self.url.strip_prefix(own_address) {
            return panel(path);
        }
        let tab = self.tab.as_ref()?;
        let host = Address::parse(&self.url)?.host;
        match classify(&host) {
            Host::Foreign if !own_domains.contains(&host) => None,
            _ => Some(Origin::Content(Source {
                tab: tab.id?,
                frame: self.frame_id?,
                url: self.url.clone(),
                private: tab.incognito,
                cookie_store: cookie_store(tab),
            })),
        }
    }
}

/// The tab's cookie store; where the browser does not tell with the tab, Chromium's names for its two.
#[must_use]
pub fn cookie_store(tab: &Tab) -> String {
    let usual = || if tab.incognito { "1" } else { "0" }.to_owned();
    tab.cookie_store_id.clone().unwrap_or_else(usual)
}

fn panel(path: &str) -> Option<Origin> {
    let rest = path.strip_prefix("panel.html")?;
    let (rest, _) = rest.split_once('#').unwrap_or((rest, ""));
    let query = match rest.strip_prefix('?') {
        Some(query) => query,
        None if rest.is_empty() => "",
        None => return None,
    };
    let tab = query.split('&').find_map(|pair| pair.strip_prefix("tab="));
    Some(Origin::Panel(tab.and_then(|tab| tab.parse().ok())))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "abcdefgh";
    const OWN: &str = "chrome-extension://abcdefgh/";

    fn frame(url: &str) -> Sender {
        Sender {
            id: ID.into(),
            url: url.into(),
            frame_id: Some(7),
            tab: Some(Tab {
                id: Some(3),
                incognito: true,
                ..Tab::default()
            }),
        }
    }

    #[test]
    fn frames_of_guided_pages_are_content() {
        for url in [
            "https://acme.my.salesforce.com/0PS",
            "https://www.jotform.com/build/1",
            "https://acme.lightning.force.com/",
        ] {
            let Some(Origin::Content(source)) = frame(url).origin(ID, OWN, &[]) else {
                panic!("{url}")
            };
            assert_eq!((source.tab, source.frame, source.private), (3, 7, true));
            assert_eq!((source.cookie_store.as_str(), source.url.as_str()), ("1", url));
        }
    }

    #[test]
    fn a_sender_is_read_by_the_browsers_names() {
        let read = |json| Sender::told(&Json::read(json).unwrap()).ok();
        let json = r#"{"id": "abcdefgh", "url": "https://acme.my.salesforce.com/0PS", "origin": "null",
            "frameId": 7, "tab": {"id": 3, "incognito": true}}"#;
        assert_eq!(read(json), Some(frame("https://acme.my.salesforce.com/0PS")));
        let large = read(r#"{"frameId": 4294967299, "tab": null}"#).unwrap();
        assert_eq!((large.frame_id, large.tab), (Some(4_294_967_299), None));
        assert_eq!(read(r#"{"id": null, "url": null}"#), Some(Sender::default()));
        assert_eq!(read(r#"{"tab": {"id": "3"}}"#), None);
    }

    #[test]
    fn nobody_else_is_listened_to() {
        for url in [
            "https://my.salesforce.com.evil.example/",
            "http://acme.my.salesforce.com/",
            "https://acme.my.salesforce.com@evil.example/",
            "about:srcdoc",
            "data:text/html,x",
            "",
            "chrome-extension://other/panel.html",
            "chrome-extension://abcdefgh/other.html",
            "chrome-extension://abcdefgh/panel.html.evil",
        ] {
            assert_eq!(frame(url).origin(ID, OWN, &[]), None, "{url}");
        }
        let stranger = Sender {
            id: "other".into(),
            ..frame("https://acme.my.salesforce.com/")
        };
        assert_eq!(stranger.origin(ID, OWN, &[]), None);
        let without_tab = Sender {
            tab: None,
            ..frame("https://acme.my.salesforce.com/")
        };
        assert_eq!(without_tab.origin(ID, OWN, &[]), None);
        assert_eq!(Sender::default().origin("", "", &[]), None);
    }

    #[test]
    fn the_panel_says_which_tab_it_stands_beside() {
        for (path, tab) in [
            ("panel.html?tab=12", Some(12)),
            ("panel.html?x=1&tab=12#top", Some(12)),
            ("panel.html", None),
            ("panel.html?tab=x", None),
        ] {
            let sender = frame(&[OWN, path].concat());
            assert_eq!(sender.origin(ID, OWN, &[]), Some(Origin::Panel(tab)), "{path}");
            let side_panel = Sender {
                tab: None,
                frame_id: None,
                ..sender
            };
            assert_eq!(
                side_panel.origin(ID, OWN, &[]),
                Some(Origin::Panel(tab)),
                "{path}"
            );
        }
    }

    #[test]
    fn a_container_tells_its_store() {
        let tab = Tab {
            cookie_store_id: Some("firefox-container-1".into()),
            ..Tab::default()
        };
        assert_eq!(cookie_store(&tab), "firefox-container-1");
        assert_eq!(cookie_store(&Tab::default()), "0");
    }
}
