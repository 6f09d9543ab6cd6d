//! Writing the file.

use super::public::{address, is_letter, name, shape};
use super::tree::{Element, Node, read};
use super::{ATTRIBUTES, DEEPEST};
use crate::lesson::is_word;
use crate::read::folded;

/// The longest file that is made, in bytes.
const LONGEST: usize = 4_000_000;
/// Attributes that hold names made by the page's authors, one or several.
const NAMES: [&str; 9] = [
    "id",
    "for",
    "name",
    "class",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "list",
];
/// Attributes that hold texts.
const TEXTS: [&str; 5] = ["aria-label", "title", "placeholder", "alt", "value"];
const VOID: [&str; 8] = ["area", "br", "col", "hr", "img", "input", "source", "wbr"];
/// Elements whose box is seen although they hold no text.
const BOXES: [&str; 9] = [
    "input", "select", "textarea", "button", "img", "canvas", "video", "iframe", "progress",
];
const HANDLESS: [&str; 5] = ["button", "input", "select", "textarea", "label"];
/// What would load or run, or is no part of a document's body.
const LEFT_OUT: [&str; 10] = [
    "script", "style", "link", "meta", "base", "noscript", "svg", "template", "object", "embed",
];
/// Elements that browsers do not display inline.
const BLOCKS: &str = " address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt \
    fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol \
    optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp ";

/// The file of what a frame has [`told`](super::told); `None` where that is no document, or too large.
#[must_use]
pub fn file(told: &str) -> Option<String> {
    let told = read(told);
    let writer = Writer {
        names: told.names.iter().copied().filter(|text| is_word(text)).collect(),
    };
    let root = told.root.iter().find_map(|node| match node {
        Node::Element(element) if element.tag == "html" => Some(element),
        _ => None,
    })?;
    let above = Above {
        rendered: true,
        pointer: false,
        open: true,
        depth: 0,
    };
    let own = ["data-address=\"", &escaped(&address(told.address)), "\""].concat();
    let html = [
        "<!doctype html>\n",
        &writer.element(root, &above, &own).html,
        "\n",
    ]
    .concat();
    (html.len() <= LONGEST).then_some(html)
}

/// What holds around an element.
#[derive(Clone, Copy)]
struct Above {
    rendered: bool,
    pointer: bool,
    /// It is no `<details>` that is closed.
    open: bool,
    depth: usize,
}

#[derive(Default)]
struct Written {
    html: String,
    /// There is something to be seen in it, as far as its markup tells.
    drawn: bool,
    /// It, or something in it, is rendered.
    rendered: bool,
}

struct Writer<'t> {
    names: Vec<&'t str>,
}

impl Writer<'_> {
    fn element(&self, element: &Element, above: &Above, own: &str) -> Written {
        let is_tag = |tag: &str| {
            tag.bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        let tag = element.tag;
        if tag.is_empty() || !is_tag(tag) || element.is_one_of(&LEFT_OUT) || above.depth > DEEPEST {
            return Written::default();
        }
        let within = Above {
            rendered: element.rendered,
            pointer: element.pointer,
            open: tag != "details" || element.attribute("open").is_some(),
            depth: above.depth + 1,
        };
        let shadow = element.shadow.as_ref().map(|nodes| self.children(nodes, &within));
        let light = self.children(&element.children, &within);
        let drawn = light.drawn || element.is_one_of(&BOXES);
        let inner_rendered = light.rendered || shadow.as_ref().is_some_and(|shadow| shadow.rendered);
        let state = state(element, above, drawn, inner_rendered);

        let mut html = ["<", tag].concat();
        let mut write = |text: &str| {
            html.push(' ');
            html.push_str(text);
        };
        if !own.is_empty() {
            write(own);
        }
        for (name, value) in &element.attributes {
            if let Some(attribute) = self.attribute(element, name, value) {
                write(&attribute);
            }
        }
        if !state.is_empty() {
            write(&["data-state=\"", &state.join(" "), "\""].concat());
        }
        html.push('>');
        if !VOID.contains(&tag) {
            if let Some(shadow) = &shadow {
                html.push_str("<template shadowrootmode=\"open\">");
                html.push_str(&shadow.html);
                html.push_str("</template>");
            }
            html.push_str(&[&light.html, "</", tag, ">"].concat());
        }
        Written {
            html,
            drawn: element.rendered && !state.contains(&"no-area") && (drawn || state.contains(&"area")),
            rendered: element.rendered || inner_rendered,
        }
    }

    fn children(&self, nodes: &[Node], within: &Above) -> Written {
        let mut written = Written::default();
        for node in nodes {
            match node {
                Node::Text(text) => {
                    written.drawn |= !text.trim().is_empty();
                    written.html.push_str(&escaped(&self.text(text)));
                }
                Node::Element(element) => {
                    let inner = self.element(element, within, "");
                    written.drawn |= inner.drawn;
                    written.rendered |= inner.rendered;
                    written.html.push_str(&inner.html);
                }
            }
        }
        written
    }

    /// An attribute as it is written; `None` for what is not among those that are kept.
    fn attribute(&self, element: &Element, attribute: &str, value: &str) -> Option<String> {
        let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"- _".contains(&b);
        let is_button = element.tag == "input"
            && matches!(element.attribute("type"), Some("submit" | "button" | "reset"));
        let kept = match attribute {
            "value" if !is_button => return None,
            "href" => address(value),
            // That it is there is all that counts.
            "onclick" => String::new(),
            _ if TEXTS.contains(&attribute) => self.text(value),
            _ if NAMES.contains(&attribute) => {
                let names: Vec<String> = value.split_ascii_whitespace().map(name).collect();
                names.join(" ")
            }
            _ if ATTRIBUTES.contains(&attribute) && value.len() <= 40 && value.bytes().all(is_plain) => {
                value.to_owned()
            }
            _ if ATTRIBUTES.contains(&attribute) => String::new(),
            _ => return None,
        };
        Some(if kept.is_empty() {
            attribute.to_owned()
        } else {
            [attribute, "=\"", &escaped(&kept), "\""].concat()
        })
    }

    /// A text that a control is called by, or else its shape.
    fn text(&self, text: &str) -> String {
        let words = folded(text, 200);
        if words.is_empty() {
            return if text.is_empty() { "" } else { " " }.to_owned();
        }
        let kept = self.names.iter().any(|name| holds(name, &words));
        let shown = if kept { words } else { shape(&words) };
        let edge = |is_space: bool| if is_space { " " } else { "" };
        let begins = edge(text.starts_with(char::is_whitespace));
        [begins, &shown, edge(text.ends_with(char::is_whitespace))].concat()
    }
}

/// The text stands in the name, from the beginning of a word to the end of one.
fn holds(name: &str, text: &str) -> bool {
    let ends = |c: Option<char>| !c.is_some_and(is_letter);
    name.match_indices(text).any(|(at, _)| {
        let (before, after) = (name.get(..at), name.get(at + text.len()..));
        ends(before.and_then(|it| it.chars().next_back())) && ends(after.and_then(|it| it.chars().next()))
    })
}

/// What markup does not say, in the words of `tests/page`.
fn state(element: &Element, above: &Above, drawn: bool, inner_rendered: bool) -> Vec<&'static str> {
    let mut words = Vec::new();
    match (above.rendered, element.rendered) {
        (true, false) if inner_rendered => words.push("invisible"),
        (true, false) if !is_hidden_by_markup(element, above) => words.push("hidden"),
        (true, true) if is_hidden_by_markup(element, above) => words.push("shown"),
        (false, true) => words.push("shown"),
        _ => {}
    }
    if !element.rendered {
        return words;
    }
    if !element.area && drawn && !element.is_one_of(&["option", "optgroup"]) {
        words.push("no-area");
    }
    let stated = ["tabindex", "role", "onclick", "aria-label"];
    let is_stated = element.is_one_of(&["a", "label", "summary"])
        || stated.iter().any(|it| element.attribute(it).is_some());
    if element.area && !drawn && is_stated {
        words.push("area");
    }
    let is_block = BLOCKS.split(' ').any(|block| block == element.tag);
    match (element.inline, is_block) {
        (true, true) => words.push("inline"),
        (false, false) if drawn => words.push("block"),
        _ => {}
    }
    let is_link = element.tag == "a" && element.attribute("href").is_some();
    let usual = is_link || (above.pointer && !element.is_one_of(&HANDLESS));
    if element.pointer != usual {
        words.push(if element.pointer { "pointer" } else { "no-pointer" });
    }
    words
}

/// Browsers do not show it, whatever style sheets say.
fn is_hidden_by_markup(element: &Element, above: &Above) -> bool {
    let has = |name: &str| element.attribute(name).is_some();
    has("hidden")
        || has("popover")
        || match element.tag {
            "head" | "title" => true,
            "dialog" => !has("open"),
            "input" => element.attribute("type") == Some("hidden"),
            "summary" => false,
            _ => !above.open,
        }
}

fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '"' => html.push_str("&quot;"),
            '\u{a0}' => html.push_str("&nbsp;"),
            _ => html.push(c),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::file;
    use crate::facts::sign::{ATTRIBUTE, CLOSE, NAME, OPEN, SHADOW, STYLE, TEXT, VALUE};

    /// What a frame says that is not ours, with a letter for each sign.
    fn told(hostile: &str) -> String {
        let signs = [
            ('§', NAME),
            ('‹', OPEN),
            ('†', ATTRIBUTE),
            ('‡', VALUE),
            ('¤', STYLE),
            ('◊', SHADOW),
            ('¶', TEXT),
            ('›', CLOSE),
        ];
        let sign = |c: char| {
            signs
                .iter()
                .find(|(letter, _)| *letter == c)
                .map_or(c, |(_, sign)| *sign)
        };
        ["https://acme.my.salesforce.com/0PS‹html", hostile, "›"]
            .concat()
            .chars()
            .map(sign)
            .collect()
    }

    #[test]
    fn nothing_that_a_page_tells_runs() {
        for hostile in [
            "‹script¶alert(1)›",
            "‹SCRIPT¶alert(1)›",
            "‹img src=x onerror=alert(1)›",
            "‹img†src‡x†onerror‡alert(1)›",
            "‹img†title=x onerror‡alert(1)›",
            "‹a†href‡javascript:alert(1)›",
            "‹a†href‡ data:text/html,x›",
            "‹p†onclick‡alert(1)›",
            "‹iframe†srcdoc‡<b>›",
            "‹meta†http-equiv‡refresh›",
            "‹p¶<script>alert(1)</script>›",
            "§</p><script>›‹p¶</p><script>›",
            "‹p†title‡\"><script>›",
            "‹p¤\"><script>›",
            "‹x◊‹script›››››",
        ] {
            let file = file(&told(hostile)).unwrap();
            for sign in [
                "<script",
                "alert(",
                "javascript",
                "srcdoc",
                "onerror",
                "data:",
                "<meta",
                "<b>",
            ] {
                assert!(!file.to_ascii_lowercase().contains(sign), "{hostile}: {file}");
            }
        }
    }

    #[test]
    fn what_is_no_document_makes_no_file() {
        for bad in [
            "",
            "https://acme.my.salesforce.com/",
            "\u{2}p\u{8}",
            "\u{8}\u{8}\u{7}x",
        ] {
            assert_eq!(file(bad), None, "{bad:?}");
        }
        let large = ["\u{2}html", &"\u{2}p\u{7}text\u{8}".repeat(400_000)].concat();
        assert_eq!(file(&large), None);
        let deep = ["\u{2}html", &"\u{2}p".repeat(10_000)].concat();
        assert!(file(&deep).is_some_and(|file| file.matches("<p>").count() < 1_000));
    }
}
