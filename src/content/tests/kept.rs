//! After any changes the rows that were caught up with are those of a reading anew.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)] // in the helpers of tests

mod common;

use common::document;
use js_sys::{Array, Function};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};
use waymark_content::observe::snapshot::{Picture, take};
use waymark_core::read::clickable::Clickable;
use waymark_core::read::rows::Needs;
use waymark_web::TimeoutFuture;
use waymark_web::shadow::ShadowReach;
use web_sys::HtmlElement;

wasm_bindgen_test_configure!(run_in_browser);

const SEEDS: u32 = 12;
const ROUNDS: u32 = 20;

/// Takes a stage and a seed, fills the stage with a page, and answers what changes it: each call makes some changes and
/// answers their mutation records.
const CHANGING_PAGE: &str = include_str!("kept/changing_page.js");

fn picture() -> Picture {
    let document = document();
    let needs = Needs {
        sections: true,
        neighbours: true,
        clickable: Clickable {
            texts: vec![waymark_core::locate::text::Text::new("Press this")],
            labels: Vec::new(),
        },
    };
    take(&document, &ShadowReach::new(), None, &needs)
}

#[wasm_bindgen_test]
async fn what_was_caught_up_with_is_what_a_reading_anew_has() {
    let mut caught = 0;
    for seed in 0..SEEDS {
        let document = document();
        let stage: HtmlElement = document.create_element("div").unwrap().unchecked_into();
        document.body().unwrap().append_child(&stage).unwrap();
        let change: Function = Function::new_with_args("stage, seed", CHANGING_PAGE)
            .call2(&stage, &stage, &seed.into())
            .unwrap()
            .unchecked_into();
        let mut kept = picture();
        for round in 0..ROUNDS {
            let told: Array = change.call0(&stage).unwrap().unchecked_into();
            let what = told.get(0).as_string().unwrap();
            let records: Array = told.get(1).unchecked_into();
            let anew = picture();
            if kept.catch_up(&records) {
                caught += 1;
                compare(&kept, &anew, &format!("seed {seed}, round {round}: {what}"));
            } else {
                kept = anew;
            }
        }
        stage.remove();
        // The browser answers nobody meanwhile.
        TimeoutFuture::new(0).await;
    }
    console_log!("caught up with {caught} of {} changes", SEEDS * ROUNDS);
    assert!(
        caught * 4 > SEEDS * ROUNDS,
        "most changes concern few rows: caught up with {caught}"
    );
}

fn compare(kept: &Picture, anew: &Picture, change: &str) {
    assert!(kept.elements == anew.elements, "other elements after {change}");
    let (kept, anew) = (kept.snapshot.borrow(), anew.snapshot.borrow());
    for (kept, anew) in kept.elements.iter().zip(&anew.elements) {
        assert_eq!(kept, anew, "a row after {change}");
    }
}
