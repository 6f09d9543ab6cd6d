//! CSS selectors, parsed once each.

use scraper::Selector;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

thread_local! {
    static PARSED: RefCell<HashMap<(usize, usize), Rc<Selector>>> = RefCell::default();
}

/// The selector that this text is.
///
/// # Panics
/// For a text that is no selector without states: the reader only has such, so the reader is wrong then.
pub(crate) fn parsed(text: &'static str) -> Rc<Selector> {
    // The texts are constants: where one lies tells it from all others, faster than what it says.
    let place = (text.as_ptr() as usize, text.len());
    PARSED.with_borrow_mut(|parsed| {
        let known = parsed.entry(place).or_insert_with(|| {
            let selector = Selector::parse(text);
            assert!(selector.is_ok(), "no selector without states: {text}");
            Rc::new(selector.unwrap_or_else(|_| unreachable!()))
        });
        known.clone()
    })
}
