//! What can happen to a journey, and what it wants done.

use super::{Bound, Described, FrameId, TabId};
use crate::check::Report;
use crate::field::RecordKey;
use crate::form::Question;
use crate::jotform_api::Trouble;
use crate::lesson::Shown;
use crate::message::{CardAction, FromPanel};
use crate::plan::{Applied, Plans};
use serde::{Deserialize, Serialize};
use vecmap::{VecMap, VecSet};

/// Who a message came from, as the browser tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The tab.
    pub tab: TabId,
    /// The frame.
    pub frame: FrameId,
    /// The frame's address as the browser tells it.
    pub url: String,
    /// A private window.
    pub private: bool,
    /// The tab's cookie store.
    pub cookie_store: String,
}

/// What can happen to a journey.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A frame reported.
    Observed(Source, Box<crate::message::Observation>),
    /// The user pressed something in a card.
    Pressed(Source, CardAction),
    /// The user showed a control in a frame.
    Shown(Source, Box<Shown>),
    /// The user did something in the panel.
    Panel(FromPanel),
    /// A tab was bound: started from the panel, opened by a bound tab, or opened by Waymark.
    TabBound {
        /// The tab.
        tab: TabId,
        /// A private window.
        private: bool,
        /// Its cookie store.
        cookie_store: String,
    },
    /// A tab was closed.
    TabClosed(TabId),
    /// A frame was taken out of its page: what it said last no longer counts.
    FrameGone(TabId, FrameId),
    /// The user came back to a bound tab.
    TabShown(TabId),
    /// Whether the browser lets Waymark run in private windows.
    PrivateWindows(bool),
    /// A frame of a bound tab went away or navigated (told by its loader's next report).
    FrameLoaded(Source),
    /// A check is finished.
    Checked {
        /// The answers.
        report: Box<Report>,
        /// Whose session it was, when that was clear.
        bound: Option<Bound>,
        /// The org's name.
        org_name: Option<String>,
        /// Ids learnt.
        records: VecMap<RecordKey, String>,
        /// The object whose fields the form fills, where the org has described it.
        described: Option<Box<Described>>,
        /// What could be written.
        plans: Box<Plans>,
    },
    /// Jotform's API was asked for the form's questions.
    FormRead(Result<Vec<Question>, Trouble>),
    /// A plan was sent, or not; the org is read again in any case.
    Applied(Applied),
}

/// What a journey wants done. Values, so that a journey can be replayed in a test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Effect {
    /// Tell the frames of all bound tabs what to do now (`frame_task` gives each its own).
    UpdateFrames,
    /// Tell the panel.
    UpdatePanel,
    /// Ask the org, then come back with `Event::Checked`.
    Check,
    /// Read the org once more and, where it has not changed, write what [`State::applying`] holds.
    Apply,
    /// Bring a tab and its window to the front.
    ShowTab {
        /// The tab.
        tab: TabId,
    },
    /// Open this address in a tab, and bring it to the front.
    Navigate {
        /// The tab.
        tab: TabId,
        /// The address.
        url: String,
    },
    /// Open this address in a private window and bind its tab.
    OpenPrivate {
        /// The address.
        url: String,
    },
    /// Open the panel beside this tab (within the user's click).
    OpenPanel {
        /// The tab.
        tab: TabId,
    },
    /// The guide has ended in these tabs: take overlays down, and unregister when none is left.
    Release {
        /// The tabs.
        tabs: VecSet<TabId>,
    },
}
