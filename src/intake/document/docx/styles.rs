//! What the styles of a document say of its paragraphs: their numbering, and which are a table of contents.

use std::collections::HashMap;

use crate::intake::document::tree::Element;

/// The styles of paragraphs, by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    usual: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    list: Option<String>,
    level: Option<usize>,
}

/// No style stands on more styles than this.
const MOST_BASES: usize = 20;

impl Styles {
    pub(super) fn of(part: Option<&Element>) -> Styles {
        let mut styles = Styles::default();
        let all = part.and_then(|part| part.find("styles"));
        for style in all.into_iter().flat_map(Element::elements).filter(|element| element.name == "style") {
            let Some(id) = style.attribute("styleId") else { continue };
            let value = |name: &str| style.child(name).and_then(|child| child.attribute("val")).map(str::to_owned);
            let numbering = style.child("pPr").and_then(|properties| properties.child("numPr"));
            let number = |name: &str| numbering.and_then(|numbering| numbering.child(name)?.attribute("val"));
            let is_usual = matches!(style.attribute("default"), Some("1" | "true" | "on"));
            if is_usual && style.attribute("type") == Some("paragraph") {
                styles.usual = Some(id.to_owned());
            }
            let read = Style {
                name: value("name").unwrap_or_default().to_ascii_lowercase(),
                based_on: value("basedOn"),
                list: number("numId").map(str::to_owned),
                level: number("ilvl").and_then(|level| level.parse().ok()),
            };
            styles.styles.insert(id.to_owned(), read);
        }
        styles
    }

    /// The list of a style and the level in it, as far as it says.
    pub(super) fn list(&self, id: Option<&str>) -> Option<(String, Option<usize>)> {
        let listed = self.bases(id).find(|style| style.list.is_some())?;
        let level = self.bases(id).find_map(|style| style.level);
        listed.list.clone().map(|list| (list, level))
    }

    /// Whether paragraphs of the style list the headings of the document.
    pub(super) fn is_contents(&self, id: Option<&str>) -> bool {
        self.bases(id).any(|style| style.name.starts_with("toc "))
    }

    /// The style and those on which it stands.
    fn bases(&self, id: Option<&str>) -> impl Iterator<Item = &Style> {
        let first = id.map(str::to_owned).or_else(|| self.usual.clone());
        let of = |id: Option<String>| id.and_then(|id| self.styles.get(&id));
        std::iter::successors(of(first), move |style| of(style.based_on.clone())).take(MOST_BASES)
    }
}
