//! Units in a cell or in a note of responsibility: 甲局（牵头）、乙局, 甲局牵头，乙局、丙局配合, 责任单位：甲局/乙局.

/// What a unit does for a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// It answers.
    Lead,
    /// It helps.
    Support,
}

/// Words before units that name their role.
pub(crate) const LABELS: &[(&str, Role)] = &[
    ("牵头责任单位", Role::Lead),
    ("牵头单位", Role::Lead),
    ("牵头部门", Role::Lead),
    ("责任单位", Role::Lead),
    ("责任部门", Role::Lead),
    ("责任科室", Role::Lead),
    ("主办单位", Role::Lead),
    ("配合责任单位", Role::Support),
    ("配合单位", Role::Support),
    ("配合部门", Role::Support),
    ("协办单位", Role::Support),
    ("参与单位", Role::Support),
];
/// Words behind units that name their role.
pub(crate) const DOES: &[(&str, Role)] = &[
    ("牵头负责", Role::Lead),
    ("牵头", Role::Lead),
    ("主办", Role::Lead),
    ("负责", Role::Lead),
    ("参与", Role::Support),
    ("配合", Role::Support),
    ("协办", Role::Support),
    ("协助", Role::Support),
];
/// Signs that part groups of units.
const GROUPS: [char; 6] = ['；', ';', '，', ',', '。', '\n'];
/// Signs that part units.
const PARTS: [char; 3] = ['、', '/', '／'];

/// The units that a text names, in its order, each with the role that the text gives it.
pub(crate) fn units(text: &str) -> Vec<(&str, Option<Role>)> {
    let mut found = Vec::new();
    let mut labelled = None;
    for group in text.split(GROUPS) {
        let group = group.trim();
        let label = LABELS.iter().find_map(|(word, role)| Some((group.strip_prefix(word)?, *role)));
        let (words, label) = label.map_or((group, None), |(rest, role)| (rest, Some(role)));
        labelled = label.or(labelled);
        let begin = found.len();
        for part in words.trim_start_matches(['及', '：', ':']).split(PARTS).flat_map(apart) {
            let (name, own) = in_brackets(part);
            let does = DOES.iter().find_map(|(word, role)| Some((name.strip_suffix(word)?, *role)));
            let (name, said) = does.map_or((name, None), |(name, role)| (name.trim(), Some(role)));
            if let Some(role) = said {
                // 甲、乙牵头: what stands behind the last is said of those before it.
                let before =
                    found.iter_mut().skip(begin).filter(|(_, role): &&mut (&str, Option<Role>)| role.is_none());
                before.for_each(|(_, before)| *before = Some(role));
            }
            if !name.is_empty() {
                found.push((name, own.or(said)));
            }
        }
        let unsaid = found.iter_mut().skip(begin).filter(|(_, role)| role.is_none());
        unsaid.for_each(|(_, role)| *role = labelled);
    }
    found
}

/// 甲局（牵头）: a name and the role in brackets behind it; the star of what is assumed is none of the name.
fn in_brackets(part: &str) -> (&str, Option<Role>) {
    let part = part.trim().trim_end_matches('*').trim();
    let inside = part.strip_suffix(['）', ')']).and_then(|part| part.rsplit_once(['（', '(']));
    match inside.and_then(|(name, word)| Some((name, DOES.iter().find(|(does, _)| *does == word.trim())?.1))) {
        Some((name, role)) => (name.trim().trim_end_matches('*'), Some(role)),
        None => (part, None),
    }
}

/// Chinese names may be parted by spaces; within Latin ones spaces belong to the name.
fn apart(part: &str) -> Vec<&str> {
    let latin = part.chars().any(|c| c.is_ascii_alphabetic());
    if latin { vec![part.trim()] } else { part.split_whitespace().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_and_their_roles() {
        let (lead, support) = (Some(Role::Lead), Some(Role::Support));
        for (text, expected) in [
            ("甲局", vec![("甲局", None)]),
            ("甲局、乙局", vec![("甲局", None), ("乙局", None)]),
            (
                "甲局/乙局；丙局\n丁局,戊局",
                vec!["甲局", "乙局", "丙局", "丁局", "戊局"].into_iter().map(|name| (name, None)).collect(),
            ),
            ("甲局 乙局", vec![("甲局", None), ("乙局", None)]),
            ("Planning Office, Works Office", vec![("Planning Office", None), ("Works Office", None)]),
            ("甲局（牵头）、乙局（配合）", vec![("甲局", lead), ("乙局", support)]),
            ("甲局牵头，乙局、丙局配合", vec![("甲局", lead), ("乙局", support), ("丙局", support)]),
            ("甲局、乙局牵头", vec![("甲局", lead), ("乙局", lead)]),
            ("牵头单位：甲局；配合单位：乙局、丙局", vec![("甲局", lead), ("乙局", support), ("丙局", support)]),
            ("甲局*", vec![("甲局", None)]),
            ("居委会（社区）", vec![("居委会（社区）", None)]),
            ("", vec![]),
            ("牵头", vec![]),
        ] {
            assert_eq!(units(text), expected, "{text}");
        }
    }
}
