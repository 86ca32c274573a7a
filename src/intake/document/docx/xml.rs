//! XML as a tree of elements, without prefixes.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::intake::document::fault::DocumentFault;
use crate::intake::document::tree::{Element, Growing};

/// The elements of a part.
pub(in crate::intake::document) fn tree(xml: &str) -> Result<Element, DocumentFault> {
    let mut reader = Reader::from_str(xml);
    let settings = reader.config_mut();
    settings.check_end_names = false;
    settings.allow_unmatched_ends = true;
    let mut growing = Growing::new();
    loop {
        match reader.read_event().map_err(|error| DocumentFault::Damaged(error.to_string()))? {
            Event::Start(tag) => growing.open(element(&tag)),
            Event::Empty(tag) => growing.leaf(element(&tag)),
            Event::End(tag) => growing.close(tag.local_name().as_ref(), &[]),
            Event::Text(text) => growing.text(&text.xml10_content()),
            Event::CData(text) => growing.text(&text.xml10_content()),
            Event::GeneralRef(name) => {
                let sign = name.resolve_char_ref().ok().flatten();
                let named = || quick_xml::escape::resolve_xml_entity(&name).map(str::to_owned);
                growing.text(&sign.map(String::from).or_else(named).unwrap_or_default());
            }
            Event::Eof => return Ok(growing.grown()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

fn element(tag: &BytesStart<'_>) -> Element {
    let mut attributes = tag.attributes();
    let attributes = attributes.with_checks(false).filter_map(Result::ok).map(|attribute| {
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap_or_default().into_owned();
        (attribute.key.local_name().as_ref().to_owned(), value)
    });
    let attributes = attributes.collect();
    Element::new(tag.local_name().as_ref(), attributes)
}
