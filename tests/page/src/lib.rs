//! Pages that lie on disk, read by the same core as a live document, without a browser.
//!
//! A page is HTML, one document for each frame. What a browser would know and markup does not say is written into it:
//!
//! - *Shadow roots* are declarative: `<template shadowrootmode="open">`, or `closed`, as a child of the host.
//! - *The address* of the document, against which links are resolved, is `data-address` on `<html>`. Without it links stay
//!   as they are written.
//! - *Live values* are the attributes that set them at first: `value`, `checked`, `selected`, `disabled`.
//! - *Style* is `data-state`, words parted by spaces ([`state`]). Each is needed only where it differs from what a browser's own
//!   style sheet and the element's `style` attribute (`display`, `visibility` and `cursor` of it) give:
//!
//!   | word | meaning |
//!   | --- | --- |
//!   | `hidden` | it and everything in it is not rendered |
//!   | `invisible` | `visibility: hidden`, for it and everything in it that is not `shown` |
//!   | `shown` | it is rendered and visible, although its markup or what stands around it says otherwise |
//!   | `no-area` | its box is at most one pixel wide or high |
//!   | `area` | its box is larger, although it holds no text, image or control |
//!   | `inline` | it flows with the text around it |
//!   | `block` | it begins a line of its own |
//!   | `pointer` | the pointer over it, and over everything in it that does not say otherwise, is a hand |
//!   | `no-pointer` | the pointer over it, and over everything in it that does not say otherwise, is none |
//!
//! - *The right answer* for a target is marked `data-answer="<target's id>"`, several parted by spaces. Reading never sees
//!   it, nor any other of these `data-` attributes.
//!
//! ```
//! use waymark_core::locate::{Answer, locate};
//! use waymark_core::read::rows::Needs;
//! use waymark_core::target::Target;
//! use waymark_page::Page;
//!
//! let page = Page::parse("<html lang=en><button data-answer=save>Save</button><button data-state=hidden>Save</button>");
//! let target = Target {
//!     role: Some("button".into()),
//!     names: [("en".to_owned(), vec!["Save".to_owned()])].into_iter().collect(),
//!     ..Target::default()
//! };
//! let reading = page.read(&Needs::of([&target].into_iter()));
//! let Answer::Found { element, .. } = locate(&target, &reading.snapshot) else {
//!     unreachable!("there is one such button to be seen");
//! };
//! assert!(reading.elements[element].answers().any(|id| id == "save"));
//! ```

mod controls;
mod element;
mod page;
mod selector;
pub mod state;
mod tree;

pub use element::Element;
pub use page::Page;
