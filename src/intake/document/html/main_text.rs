//! Which part of a page is its text, and which leads to other pages or belongs to the site.

use crate::intake::document::block::squeezed;
use crate::intake::document::tree::{Element, Node};

/// Elements that hold none of a page's text.
const NO_TEXT: [&str; 26] = [
    "script", "style", "noscript", "template", "head", "nav", "footer", "aside", "select", "button", "textarea",
    "iframe", "object", "svg", "canvas", "audio", "video", "map", "dialog", "menu", "input", "img", "datalist",
    "label", "rt", "rp",
];
/// Names that sites give to what is no text.
const NO_TEXT_NAMES: [&str; 17] = [
    "nav",
    "menu",
    "footer",
    "foot",
    "breadcrumb",
    "crumb",
    "sidebar",
    "share",
    "copyright",
    "related",
    "pagination",
    "pager",
    "toolbar",
    "banner",
    "login",
    "search",
    "qrcode",
];
/// The share of a part's words that makes it the part to look into, in hundredths.
const MOST: usize = 80;

/// Whether an element holds none of the page's text.
pub(super) fn is_passed_over(element: &Element) -> bool {
    let hidden = element.attribute("hidden").is_some() || element.attribute("aria-hidden") == Some("true");
    let style: String = element.attribute("style").unwrap_or("").split_whitespace().collect();
    let unseen = ["display:none", "visibility:hidden", "mso-hide:all"].iter().any(|word| style.contains(word));
    NO_TEXT.contains(&element.name.as_str()) || hidden || unseen || (is_named_so(element) && own_words(element) < 200)
}

/// Whether most of its words lead elsewhere.
pub(super) fn leads_elsewhere(element: &Element) -> bool {
    let (all, linked) = words(element);
    let links = count_links(element);
    linked > 0 && linked * 10 >= all * 6 && (links >= 3 || linked == all) && all < 4_000
}

/// The part of the page that holds its text.
pub(super) fn main_text(page: &Element) -> &Element {
    let mut main = page.find("body").unwrap_or(page);
    loop {
        let parts = main.elements().filter(|part| !is_passed_over(part));
        let Some((best, most)) = parts.map(|part| (part, own_words(part))).max_by_key(|(_, count)| *count) else {
            return main;
        };
        let holds = matches!(best.name.as_str(), "div" | "section" | "article" | "main" | "form" | "center" | "body");
        let heads =
            main.elements().any(|part| !std::ptr::eq(part, best) && part.name.starts_with('h') && part.name.len() == 2);
        if !holds || heads || most == 0 || most * 100 < own_words(main) * MOST {
            return main;
        }
        main = best;
    }
}

/// The title of the page, where it heads the text and stands outside of its part.
pub(super) fn title(page: &Element, main: &Element) -> Option<String> {
    let named = text(page.find("title")?);
    let named = squeezed(&named);
    let outside = headings(page, main);
    outside.into_iter().find(|heading| heading.chars().count() >= 4 && named.contains(heading.as_str()))
}

/// The lines outside of a part that may be its heading: whole elements that hold nothing but words.
fn headings(element: &Element, main: &Element) -> Vec<String> {
    let mut found = Vec::new();
    for part in element.elements().filter(|part| !std::ptr::eq(*part, main) && !is_passed_over(part)) {
        if part.elements().all(|inner| matches!(inner.name.as_str(), "span" | "b" | "strong" | "font" | "br")) {
            found.extend(Some(squeezed(&text(part).replace('\n', " "))).filter(|words| !words.is_empty()));
        }
        found.extend(headings(part, main));
    }
    found
}

fn is_named_so(element: &Element) -> bool {
    let names = [element.attribute("class"), element.attribute("id"), element.attribute("role")];
    let names = names.into_iter().flatten().flat_map(|names| names.split(|c: char| !c.is_ascii_alphanumeric()));
    let container =
        matches!(element.name.as_str(), "div" | "ul" | "ol" | "p" | "section" | "table" | "header" | "span");
    container
        && names.map(str::to_ascii_lowercase).any(|name| NO_TEXT_NAMES.contains(&name.as_str()) || name == "navigation")
}

/// How many letters of a part lead nowhere else.
fn own_words(element: &Element) -> usize {
    let (all, linked) = words(element);
    all - linked
}

/// How many letters there are, and how many of them stand in links.
fn words(element: &Element) -> (usize, usize) {
    let mut counted = (0, 0);
    count(element, false, &mut counted);
    counted
}

fn count(element: &Element, linked: bool, counted: &mut (usize, usize)) {
    for node in &element.children {
        match node {
            Node::Text(text) => {
                let letters = text.chars().filter(|c| !c.is_whitespace()).count();
                counted.0 += letters;
                counted.1 += if linked { letters } else { 0 };
            }
            Node::Element(inner) if NO_TEXT.contains(&inner.name.as_str()) => {}
            Node::Element(inner) => {
                count(inner, linked || (inner.name == "a" && inner.attribute("href").is_some()), counted)
            }
        }
    }
}

fn count_links(element: &Element) -> usize {
    element.elements().map(|inner| usize::from(inner.name == "a") + count_links(inner)).sum()
}

fn text(element: &Element) -> String {
    let texts = element.children.iter().map(|node| match node {
        Node::Text(words) => words.clone(),
        Node::Element(inner) => text(inner),
    });
    texts.collect()
}
