//! Whether a text is YAML without the devices that make one part of it depend on another.

use libyaml_safer::EventData;

use super::events::Readable;
use super::limits::hostile;

/// Whether a text is one YAML document without anchors, aliases and tags, so that each of its parts means the same
/// wherever it stands.
pub fn is_plain_yaml(text: &str) -> bool {
    if hostile(text).is_some() {
        return false;
    }
    let Ok(readable) = Readable::new(text.strip_prefix('\u{feff}').unwrap_or(text)) else { return false };
    if readable.is_tagged() {
        return false;
    }
    let mut parser = readable.parser();
    let mut documents = 0;
    loop {
        let Ok(event) = parser.parse() else { return false };
        match event.data {
            EventData::StreamEnd => return documents <= 1,
            EventData::StreamStart { .. }
            | EventData::DocumentEnd { .. }
            | EventData::SequenceEnd
            | EventData::MappingEnd => {}
            EventData::DocumentStart { version_directive, tag_directives, .. } => {
                documents += 1;
                if version_directive.is_some() || !tag_directives.is_empty() {
                    return false;
                }
            }
            EventData::Alias { .. } => return false,
            EventData::Scalar { anchor, tag, .. }
            | EventData::SequenceStart { anchor, tag, .. }
            | EventData::MappingStart { anchor, tag, .. } => {
                if anchor.is_some() || tag.is_some() {
                    return false;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_plan_would_ask_is_not_looked_at() {
        assert!(!is_plain_yaml(&"[".repeat(4 << 20)));
    }

    #[test]
    fn anchors_aliases_tags_and_further_documents_are_not_plain() {
        for (text, plain) in [
            ("- a: 1 # & * !\n- b: 'x & y'\n", true),
            ("", true),
            ("---\n- a\n...\n", true),
            ("- &x a\n", false),
            ("- &x a\n- *x\n", false),
            ("- !!str a\n", false),
            ("- [!, a]\n", false),
            ("- |\n  a", true),
            ("%YAML 1.1\n---\n- a\n", false),
            ("- a\n---\n- b\n", false),
            ("- [a\n", false),
        ] {
            assert_eq!(is_plain_yaml(text), plain, "{text}");
        }
    }
}
