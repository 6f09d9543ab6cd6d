//! What the tests in a browser share.

use web_sys::Document;

/// The document, with what the build puts before the engine.
pub fn document() -> Document {
    const DOM: &str = include_str!("../../dom.js");
    let document = web_sys::window().unwrap().document().unwrap();
    if document.get_element_by_id("dom").is_none() {
        let script = document.create_element("script").unwrap();
        script.set_id("dom");
        script.set_text_content(Some(DOM));
        document.body().unwrap().append_child(&script).unwrap();
    }
    document
}
