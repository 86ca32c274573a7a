//! XML, written from the inside out. Names are ours; every text and every value is made harmless here, and nowhere else.

use std::fmt::{self, Display};

use crate::words::visible;

/// An element, and what stands in it.
#[derive(Debug)]
pub(super) struct Element {
    name: &'static str,
    attributes: String,
    inside: String,
}

/// An element in which nothing stands yet.
pub(super) fn el(name: &'static str) -> Element {
    Element { name, attributes: String::new(), inside: String::new() }
}

/// An element that only gives a value, as most properties of a Word document do.
pub(super) fn val(name: &'static str, value: impl Display) -> Element {
    el(name).at("w:val", value)
}

/// The root of a part, in the namespace of Word documents.
pub(super) fn word_part(name: &'static str) -> Element {
    el(name).at("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
}

impl Element {
    /// With an attribute.
    pub(super) fn at(mut self, name: &str, value: impl Display) -> Self {
        self.attributes += &format!(" {name}=\"{}\"", escaped(&value.to_string()));
        self
    }

    /// With elements after what stands in it.
    pub(super) fn with(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        for child in children {
            self.inside += &child.to_string();
        }
        self
    }

    /// With text after what stands in it.
    pub(super) fn text(mut self, text: &str) -> Self {
        self.inside += &escaped(text);
        self
    }

    /// Whether it has that name.
    pub(super) fn is_called(&self, name: &str) -> bool {
        self.name == name
    }

    /// As a file of its own.
    pub(super) fn into_part(self) -> String {
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{self}")
    }
}

impl Display for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, attributes, inside } = self;
        if inside.is_empty() {
            write!(f, "<{name}{attributes}/>")
        } else {
            write!(f, "<{name}{attributes}>{inside}</{name}>")
        }
    }
}

/// A text in which nothing is obeyed, and which XML has a place for.
fn escaped(text: &str) -> String {
    visible(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_stand_in_order_and_text_is_inert() {
        for (element, written) in [
            (el("a"), "<a/>"),
            (val("a", 1), "<a w:val=\"1\"/>"),
            (el("a").with([]).text(""), "<a/>"),
            (el("a").with([val("c", "甲"), el("b")]).text(" 乙 "), "<a><c w:val=\"甲\"/><b/> 乙 </a>"),
            (el("a").at("x", "\"/><b>&"), "<a x=\"&quot;/&gt;&lt;b&gt;&amp;\"/>"),
            (el("a").text("</a>&amp;\u{202e}\u{0}\n甲"), "<a>&lt;/a&gt;&amp;amp;\\u{202e}\\u{0} 甲</a>"),
        ] {
            assert_eq!(element.to_string(), written);
        }
    }
}
