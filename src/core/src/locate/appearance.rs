//! How an element looks to one who has to know it again: what it says about itself and what stands around it.

/// One element of a page, old or new. An empty text stands for what the element does not have.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Appearance {
    /// Tag name in lower case.
    pub tag: String,
    /// `type` attribute.
    pub kind: String,
    /// `id` attribute.
    pub id: String,
    /// `name` attribute.
    pub name_attribute: String,
    /// `class` attribute.
    pub classes: String,
    /// `href` attribute.
    pub href: String,
    /// The text that it contains.
    pub text: String,
    /// What it shows or is called otherwise: its rendered text, `value`, `placeholder`, `title`, `alt`, `aria-label`.
    pub other_words: Vec<String>,
    /// Texts of what stands around it.
    pub neighbours: String,
    /// The nearest text to the left, right, above and below.
    pub beside: [String; 4],
    /// Steps from the root, such as `html[1]`, `body[1]`, `div[3]`.
    pub path: Vec<String>,
    /// Steps from the nearest element with an id; the first step is that id.
    pub anchored_path: Vec<String>,
    /// Where it stands, when that is known.
    pub place: Option<Place>,
}

/// A rectangle of the page, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// Left edge.
    pub left: f32,
    /// Upper edge.
    pub top: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}
