//! Mutation and resize observers as values that disconnect when dropped.

use crate::Error;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Element, MutationObserver, MutationObserverInit, Node, ResizeObserver};

/// Watches everything below the roots that it is given.
pub struct Mutations {
    observer: MutationObserver,
    _closure: Closure<dyn FnMut(Array)>,
}

impl Mutations {
    /// Calls `handler` with the batch's `MutationRecord`s after changes.
    ///
    /// # Errors
    /// `Error::Script` where the browser refuses to make an observer.
    pub fn new(handler: impl FnMut(Array) + 'static) -> Result<Self, Error> {
        let closure = Closure::<dyn FnMut(Array)>::new(handler);
        let observer = MutationObserver::new(closure.as_ref().unchecked_ref())?;
        Ok(Self {
            observer,
            _closure: closure,
        })
    }

    /// Watches one more root: children, texts and attributes of everything below it.
    ///
    /// # Errors
    /// `Error::Script` for a node that cannot be watched.
    pub fn watch(&self, root: &Node) -> Result<(), Error> {
        let options = MutationObserverInit::new();
        options.set_subtree(true);
        options.set_child_list(true);
        options.set_character_data(true);
        options.set_attributes(true);
        Ok(self.observer.observe_with_options(root, &options)?)
    }
}

impl Drop for Mutations {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Watches the size of elements.
pub struct Sizes {
    observer: ResizeObserver,
    _closure: Closure<dyn FnMut()>,
}

impl Sizes {
    /// Calls `handler` after the size of a watched element has changed.
    ///
    /// # Errors
    /// `Error::Script` where the browser refuses to make an observer.
    pub fn new(handler: impl FnMut() + 'static) -> Result<Self, Error> {
        let closure = Closure::<dyn FnMut()>::new(handler);
        let observer = ResizeObserver::new(closure.as_ref().unchecked_ref())?;
        Ok(Self {
            observer,
            _closure: closure,
        })
    }

    /// Watches this element and no other.
    pub fn watch_only(&self, element: &Element) {
        self.observer.disconnect();
        self.observer.observe(element);
    }
}

impl Drop for Sizes {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
