//! The units that a document makes answer: （责任单位：甲、乙）, （甲牵头，乙、丙配合）.

use super::brackets::PAIRS;
use crate::plan::meant::units::{DOES, LABELS, Role, units};

/// The units named in a note of responsibility.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Responsible {
    /// The unit that answers.
    pub(super) lead: Option<String>,
    /// The units that help.
    pub(super) support: Vec<String>,
}

/// The longest name that is taken for a unit's, in characters.
const LONGEST: usize = 24;

/// The units that a sentence makes answer; nothing where it says nothing of the kind.
pub(super) fn responsible(sentence: &str) -> Option<Responsible> {
    let mut found = Responsible::default();
    let mut role = None;
    for (name, said) in units(note(sentence)?) {
        role = said.or(role);
        let (Some(role), Some(unit)) = (role, unit(name)) else { continue };
        match &found.lead {
            None if role == Role::Lead => found.lead = Some(unit),
            Some(known) if *known == unit => {}
            _ if found.support.contains(&unit) => {}
            _ => found.support.push(unit),
        }
    }
    (found.lead.is_some() || !found.support.is_empty()).then_some(found)
}

/// Whether a whole sentence is nothing but such a note.
pub(super) fn is_note(sentence: &str) -> bool {
    let words = sentence.trim().trim_end_matches(['。', '；', ';']);
    let bracketed = words.starts_with(['（', '(', '【', '[']) && words.ends_with(['）', ')', '】', ']']);
    let plain = LABELS.iter().any(|(word, _)| words.starts_with(word));
    (bracketed || plain) && responsible(sentence).is_some()
}

/// The words of the note in a sentence: in brackets at its end, or the whole of it.
fn note(sentence: &str) -> Option<&str> {
    let words = sentence.trim().trim_end_matches(['。', '；', ';', '，']);
    if LABELS.iter().any(|(word, _)| words.starts_with(word)) {
        return Some(words);
    }
    let (open, close) =
        PAIRS.iter().find(|(_, close)| words.ends_with(*close) && matches!(close, '）' | ')' | '】' | ']'))?;
    let start = words.rfind(*open)?;
    let inside = words.get(start + open.len_utf8()..words.len() - close.len_utf8())?;
    let says = LABELS.iter().any(|(word, _)| inside.starts_with(word))
        || DOES.iter().any(|(word, _)| inside.ends_with(word))
        || inside.contains("牵头");
    says.then_some(inside)
}

fn unit(words: &str) -> Option<String> {
    let words = words.trim().trim_end_matches("等").trim_start_matches("各有关").trim();
    let generic = ["分别", "按职责", "按照", "分工", "有关", "相关", "以下", "共同", "责任"];
    let fits = (2..=LONGEST).contains(&words.chars().count());
    let named = fits
        && !generic.iter().any(|word| words.contains(word))
        && words.chars().all(|c| c.is_alphanumeric() || "（）()·-—".contains(c));
    named.then(|| words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_read_from_notes_of_responsibility() {
        for (sentence, lead, support) in [
            ("（责任单位：经发办、农服中心）", Some("经发办"), &["农服中心"][..]),
            ("完成甲。(牵头单位:规建办;配合单位:社建办、各村居)", Some("规建办"), &["社建办", "各村居"]),
            (
                "（市政府办公室、市行政审批局牵头，市级各有关部门按职责分工负责）",
                Some("市政府办公室"),
                &["市行政审批局"],
            ),
            ("责任单位：党政办", Some("党政办"), &[]),
            ("【牵头单位：城建办】", Some("城建办"), &[]),
        ] {
            let found = responsible(sentence).unwrap();
            assert_eq!(
                (found.lead.as_deref(), found.support.iter().map(String::as_str).collect::<Vec<_>>()),
                (lead, support.to_vec()),
                "{sentence}"
            );
        }
        for sentence in ["完成甲（一期）", "加强领导", "（以下简称《规划》）", "负责同志要亲自抓"]
        {
            assert_eq!(responsible(sentence), None, "{sentence}");
        }
        assert!(is_note("（责任单位：经发办）"));
        assert!(!is_note("完成甲（责任单位：经发办）"));
    }
}
