//! What is shown anew whenever a part of something changes. Boxed, so that all such signals are of one type: what `dominator`
//! does with one is compiled once then, and not for each.

use dominator::Dom;
use futures_signals::signal::{Mutable, Signal, SignalExt};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

/// A value that changes.
pub type Changing<T> = Pin<Box<dyn Signal<Item = T>>>;

/// Whether what is held has changed, and how to make the element then.
type Changed<A> = Box<dyn FnMut(&A) -> Option<Make>>;

/// Makes an element that is in the page only as long as it is `Some`.
type Make = Box<dyn FnOnce() -> Option<Dom>>;

/// A part of what is held, whenever that part changes.
pub fn part<A: 'static, T: Clone + PartialEq + 'static>(
    of: &Mutable<A>,
    part: impl Fn(&A) -> T + 'static,
) -> Changing<T> {
    of.signal_ref(part).dedupe_cloned().boxed_local()
}

/// An element that is made of a part of what is held, anew whenever that part changes.
pub fn element<A: 'static, T: PartialEq + 'static>(
    of: &Mutable<A>,
    part: impl Fn(&A) -> T + 'static,
    make: impl Fn(&T) -> Option<Dom> + 'static,
) -> Changing<Option<Dom>> {
    let make = Rc::new(make);
    let mut last: Option<Rc<T>> = None;
    made(
        of,
        Box::new(move |held| {
            let now = part(held);
            if last.as_deref() == Some(&now) {
                return None;
            }
            let now = Rc::new(now);
            last = Some(now.clone());
            let make = make.clone();
            Some(Box::new(move || make(&now)))
        }),
    )
}

/// The element is made later than its part is looked at: what it is made of may be watched as well by then.
fn made<A: 'static>(of: &Mutable<A>, changed: Changed<A>) -> Changing<Option<Dom>> {
    let changes = of.signal_ref(changed).filter_map(|make| make);
    changes.map(|make| make?()).boxed_local()
}

/// Does something with a value, now and whenever it changes.
pub fn follow<T: 'static>(value: Changing<T>, mut act: Box<dyn FnMut(T)>) -> impl Future<Output = ()> {
    value.for_each(move |value| {
        act(value);
        async {}
    })
}
