//! The units that a document makes answer: （责任单位：甲、乙）, （甲牵头，乙、丙配合）.

use super::brackets::PAIRS;

/// The units named in a note of responsibility.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Responsible {
    /// The unit that answers.
    pub(super) lead: Option<String>,
    /// The units that help.
    pub(super) support: Vec<String>,
}

/// The words that name a role, and whether it is the lead's.
const ROLES: &[(&str, bool)] = &[
    ("牵头责任单位", true),
    ("牵头单位", true),
    ("牵头部门", true),
    ("责任单位", true),
    ("责任部门", true),
    ("责任科室", true),
    ("主办单位", true),
    ("配合责任单位", false),
    ("配合单位", false),
    ("配合部门", false),
    ("协办单位", false),
    ("参与单位", false),
];
/// The words behind units that name their role.
const DOES: &[(&str, bool)] = &[("牵头负责", true), ("牵头", true), ("负责", true), ("参与", false), ("配合", false)];
/// The longest name that is taken for a unit's, in characters.
const LONGEST: usize = 24;

/// The units that a sentence makes answer; nothing where it says nothing of the kind.
pub(super) fn responsible(sentence: &str) -> Option<Responsible> {
    let note = note(sentence)?;
    let mut found = Responsible::default();
    let mut role = None;
    for part in note.split(['；', ';', '，', ',', '。', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let named = ROLES.iter().find_map(|(word, lead)| {
            let rest = part.strip_prefix(word)?.trim_start_matches(['及', '：', ':', ' ', '\u{3000}']);
            Some((rest, *lead))
        });
        let does =
            || DOES.iter().find_map(|(word, lead)| Some((part.find(word).and_then(|at| part.get(..at))?, *lead)));
        let (words, lead) = match named.or_else(does) {
            Some(found) => found,
            None => (part, role.unwrap_or(false)),
        };
        if named.is_none() && does().is_none() && role.is_none() {
            continue;
        }
        role = Some(lead);
        for unit in words.split(['、', ' ', '\u{3000}']).filter_map(unit) {
            match &found.lead {
                None if lead => found.lead = Some(unit),
                Some(known) if *known == unit => {}
                _ if found.support.contains(&unit) => {}
                _ => found.support.push(unit),
            }
        }
    }
    (found.lead.is_some() || !found.support.is_empty()).then_some(found)
}

/// Whether a whole sentence is nothing but such a note.
pub(super) fn is_note(sentence: &str) -> bool {
    let words = sentence.trim().trim_end_matches(['。', '；', ';']);
    let bracketed = words.starts_with(['（', '(', '【', '[']) && words.ends_with(['）', ')', '】', ']']);
    let plain = ROLES.iter().any(|(word, _)| words.starts_with(word));
    (bracketed || plain) && responsible(sentence).is_some()
}

/// The words of the note in a sentence: in brackets at its end, or the whole of it.
fn note(sentence: &str) -> Option<&str> {
    let words = sentence.trim().trim_end_matches(['。', '；', ';', '，']);
    if ROLES.iter().any(|(word, _)| words.starts_with(word)) {
        return Some(words);
    }
    let (open, close) =
        PAIRS.iter().find(|(_, close)| words.ends_with(*close) && matches!(close, '）' | ')' | '】' | ']'))?;
    let start = words.rfind(*open)?;
    let inside = words.get(start + open.len_utf8()..words.len() - close.len_utf8())?;
    let says = ROLES.iter().any(|(word, _)| inside.starts_with(word))
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
