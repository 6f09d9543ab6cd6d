//! Filling the fields of a step: in their order, read back every time, never over what a person changed.

mod custom;
pub mod events;
pub mod native;

use crate::observe::fields::{is_ticked, opens_a_list};
use crate::observe::live::Live;
use wasm_bindgen::JsCast;
use waymark_core::field::{Control, FieldState, FieldTask, Pick, Wanted, pick};
use waymark_core::read::options::{choice_elements, is_disabled, is_secret, options};
use waymark_core::read::role::role;
use waymark_core::target::Target;
use waymark_web::TimeoutFuture;
use web_sys::{Document, HtmlSelectElement};

/// How long a control or an option that comes late is waited for, in milliseconds.
const PATIENCE: f64 = 5_000.0;
/// How long a filled field is watched for scripts that change it again, in milliseconds.
const READ_BACK: f64 = 2_000.0;
/// Between two looks while something is waited for, in milliseconds. In a tab that is not shown, browsers make a second of
/// it, or a minute: so what is waited for ends by the clock.
const TICK: u32 = 100;

/// What filling needs of the frame.
pub trait Frame {
    /// The frame's document.
    fn document(&self) -> Document;
    /// The element that a target is clearly found at, looked for anew.
    fn find(&self, target: &Target) -> Option<Live>;
    /// The control of a field, looked for anew.
    fn control(&self, field: &FieldTask) -> Option<Live>;
    /// What a field shows now.
    fn state(&self, field: &FieldTask) -> FieldState;
    /// A person changed this field.
    fn changed_by_user(&self, id: &str) -> bool;
    /// The task still asks for these fields: a step may end, or be left, while they are being filled.
    fn is_asked(&self) -> bool;
    /// Nothing else is being filled since, and the engine runs.
    fn goes_on(&self) -> bool;
    /// Tells the card which field is being filled.
    fn show_busy(&self, id: Option<&str>);
}

/// Fills all fields, then watches them for 2 s and fills again what the page's scripts, not a person, changed.
pub async fn fill_all(frame: &impl Frame, fields: &[FieldTask]) {
    let mut filled = Vec::new();
    for field in fields {
        if !frame.goes_on() || !frame.is_asked() {
            break;
        }
        if wants_filling(frame, field) {
            frame.show_busy(Some(&field.id));
            if fill(frame, field).await {
                filled.push(field);
            }
        }
    }
    frame.show_busy(None);
    let mut refills = 0;
    let until = js_sys::Date::now() + READ_BACK;
    while js_sys::Date::now() < until && frame.goes_on() {
        TimeoutFuture::new(TICK).await;
        let changed = filled
            .iter()
            .find(|field| wants_filling(frame, field) && frame.state(field) != FieldState::NotFound);
        if let (Some(field), true) = (changed, refills < 2 * fields.len()) {
            refills += 1;
            fill(frame, field).await;
        }
    }
}

fn wants_filling(frame: &impl Frame, field: &FieldTask) -> bool {
    if matches!(&field.wanted, Wanted::Something(labels) if labels.is_empty()) {
        return false;
    }
    match frame.state(field) {
        FieldState::Matches => false,
        FieldState::Differs { by_user, .. } => !by_user && !frame.changed_by_user(&field.id),
        FieldState::NotFound if field.optional => false,
        _ => true,
    }
}

/// Fills one field once its control and its option are there, and reads it back; tells whether it holds what is wanted.
async fn fill(frame: &impl Frame, field: &FieldTask) -> bool {
    let until = js_sys::Date::now() + PATIENCE;
    while js_sys::Date::now() < until && frame.goes_on() {
        let state = frame.state(field);
        if state == FieldState::Matches {
            return true;
        }
        if state == FieldState::NotFound && !frame.is_asked() {
            // The page has gone on.
            return false;
        }
        if let Some(element) = frame
            .control(field)
            .filter(|element| !is_secret(element) && is_ready(element, field))
        {
            put(frame, field, &element).await;
            if read_back(frame, field).await {
                return true;
            }
            if field.control == Control::Checkbox {
                // A switch that cannot be read back would only be switched to and fro.
                return false;
            }
        }
        if frame.changed_by_user(&field.id) && matches!(frame.state(field), FieldState::Differs { .. }) {
            return false;
        }
        TimeoutFuture::new(TICK).await;
    }
    false
}

/// The control takes a value now: it is not disabled, and a native list already offers the option.
fn is_ready(element: &Live, field: &FieldTask) -> bool {
    let lists = matches!(field.control, Control::Choice | Control::DuelingList { .. })
        && element.is_instance_of::<HtmlSelectElement>();
    if lists && pick(&options(element, &role(element)), &field.wanted) == Pick::NotOffered {
        return false;
    }
    !is_disabled(element) || opens_a_list(element)
}

async fn put(frame: &impl Frame, field: &FieldTask, element: &Live) {
    match (&field.control, &field.wanted) {
        (Control::Text, Wanted::Text(text)) => native::set_text(element, text),
        (Control::Checkbox, Wanted::Checked(wanted)) if is_ticked(element) != *wanted => {
            native::toggle(element);
        }
        (Control::Choice, wanted) => match element.dyn_ref::<HtmlSelectElement>() {
            Some(select) => {
                if let Pick::Option(index) = pick(&options(element, &role(element)), wanted) {
                    native::set_option(select, index);
                }
            }
            None => custom::choose(element, wanted, &frame.document()).await,
        },
        (Control::DuelingList { add, .. }, wanted) => move_over(frame, element, add, wanted),
        _ => {}
    }
}

/// Marks the option in the list to take from and presses the button that moves it.
fn move_over(frame: &impl Frame, list: &Live, add: &Target, wanted: &Wanted) {
    let Pick::Option(index) = pick(&options(list, &role(list)), wanted) else {
        return;
    };
    let Some(button) = frame.find(add) else { return };
    match list.dyn_ref::<HtmlSelectElement>() {
        Some(select) => native::mark_option(select, index),
        None => _ = custom::choose_among(&choice_elements(list), wanted),
    }
    events::click(&button);
}

/// Waits up to 2 s until the field shows what is wanted.
async fn read_back(frame: &impl Frame, field: &FieldTask) -> bool {
    let until = js_sys::Date::now() + READ_BACK;
    loop {
        if frame.state(field) == FieldState::Matches {
            return true;
        }
        if js_sys::Date::now() >= until || !frame.goes_on() {
            return false;
        }
        TimeoutFuture::new(TICK / 2).await;
    }
}
