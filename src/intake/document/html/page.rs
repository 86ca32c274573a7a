//! A page as a tree of elements. Its tags are read as browsers read them; which of them end others is told here, for what
//! text needs of it.

use html5gum::{Token, Tokenizer};

use crate::intake::document::tree::{Element, Growing};

/// Elements that hold nothing.
const EMPTY: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
/// Elements that end an open paragraph.
const ENDS_PARAGRAPH: [&str; 27] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "div",
    "dl",
    "fieldset",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
    "li",
];
/// Within these, open elements outside are out of reach.
const WALLS: [&str; 3] = ["table", "td", "th"];

/// The elements of a page.
pub(super) fn tree(text: &str) -> Element {
    let mut emitter = html5gum::emitters::default::DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut growing = Growing::new();
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let attributes = tag.attributes.iter().map(|(key, value)| {
                    (String::from_utf8_lossy(key).into_owned(), String::from_utf8_lossy(value).into_owned())
                });
                let element = Element::new(&name, attributes.collect());
                end_others(&mut growing, &name);
                if EMPTY.contains(&name.as_str()) { growing.leaf(element) } else { growing.open(element) }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let walls: &[&str] = match name.as_str() {
                    "table" | "body" | "html" => &[],
                    "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" => &["table"],
                    _ => &WALLS,
                };
                growing.close(&name, walls);
            }
            Token::String(text) => growing.text(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    growing.grown()
}

/// Ends what an element ends by beginning.
fn end_others(growing: &mut Growing, name: &str) {
    if ENDS_PARAGRAPH.contains(&name) {
        growing.close("p", &WALLS);
    }
    match name {
        "li" => growing.close("li", &["ul", "ol", "table", "td", "th"]),
        "dt" | "dd" => ["dt", "dd"].iter().for_each(|open| growing.close(open, &["dl", "table", "td", "th"])),
        "option" => growing.close("option", &WALLS),
        "td" | "th" => ["td", "th"].iter().for_each(|open| growing.close(open, &["tr", "table"])),
        "tr" => growing.close("tr", &["table"]),
        "tbody" | "thead" | "tfoot" => {
            growing.close("tr", &["table"]);
            ["tbody", "thead", "tfoot"].iter().for_each(|open| growing.close(open, &["table"]));
        }
        "body" => growing.close("head", &[]),
        _ => {}
    }
}
