//! Texts between the tags of HTML and XML.

/// `text` with what would begin a tag or an entity escaped; for texts between tags, not for values of attributes.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
