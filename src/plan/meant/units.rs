//! Units in a cell or in a note of responsibility: 甲局（牵头）、乙局, 甲局牵头，乙局、丙局配合, 责任单位：甲局/乙局.

use super::column::Field;

/// What a unit does for a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// It answers.
    Lead,
    /// It helps.
    Support,
}

/// Words behind units that name their role, the longer before those that end them.
const DOES: &[(&str, Role)] = &[
    ("按照职责分工负责", Role::Lead),
    ("按职责分工负责", Role::Lead),
    ("按职责分工落实", Role::Lead),
    ("按职责负责", Role::Lead),
    ("按分工负责", Role::Lead),
    ("分工负责", Role::Lead),
    ("分别负责", Role::Lead),
    ("共同负责", Role::Lead),
    ("牵头负责", Role::Lead),
    ("负责落实", Role::Lead),
    ("牵头落实", Role::Lead),
    ("负责实施", Role::Lead),
    ("组织实施", Role::Lead),
    ("抓好落实", Role::Lead),
    ("具体落实", Role::Lead),
    ("具体承办", Role::Lead),
    ("具体负责", Role::Lead),
    ("具体实施", Role::Lead),
    ("负责统筹", Role::Lead),
    ("统筹负责", Role::Lead),
    ("牵头统筹", Role::Lead),
    ("牵头", Role::Lead),
    ("主办", Role::Lead),
    ("负责", Role::Lead),
    ("承办", Role::Lead),
    ("落实", Role::Lead),
    ("实施", Role::Lead),
    ("按职责分工配合", Role::Support),
    ("按职责配合", Role::Support),
    ("参与配合", Role::Support),
    ("协助配合", Role::Support),
    ("积极配合", Role::Support),
    ("密切配合", Role::Support),
    ("全力配合", Role::Support),
    ("配合落实", Role::Support),
    ("配合实施", Role::Support),
    ("监督指导", Role::Support),
    ("业务指导", Role::Support),
    ("检查指导", Role::Support),
    ("参与", Role::Support),
    ("参加", Role::Support),
    ("配合", Role::Support),
    ("协办", Role::Support),
    ("协助", Role::Support),
    ("协同", Role::Support),
    ("指导", Role::Support),
    ("予以保障", Role::Lead),
    ("负责保障", Role::Lead),
    ("保障", Role::Lead),
];
/// Signs that part groups of units.
const GROUPS: &[char] = &['；', ';', '，', ',', '。', '\n'];
/// Signs that part units.
const PARTS: &[char] = &['、', '/', '／'];
/// The ends of names of units that 和 may stand between.
const ENDS: &[&str] = &["局", "委", "办", "部", "厅", "署", "会", "中心", "公司", "站", "所", "政府", "办公室"];
/// What stands behind 等 where the list of units goes on with others that it does not name.
const OTHERS: &[&str] = &["有关", "相关", "各", "部门", "单位", "和", "及"];
/// The levels of places: 各乡、镇人民政府 is one name.
const LEVELS: &[&str] = &["乡", "镇", "街道", "县", "市", "区", "旗", "盟", "州", "省", "村", "社区"];

/// The role that the words behind units name, and what stands before them.
pub(crate) fn does(words: &str) -> Option<(&str, Role)> {
    DOES.iter().find_map(|(word, role)| Some((words.strip_suffix(word)?, *role)))
}

/// The units that a text names, in its order, each with the role that the text gives it.
pub(crate) fn units(text: &str) -> Vec<(&str, Option<Role>)> {
    let mut found = Vec::new();
    let mut labelled = None;
    for group in parted(text, GROUPS) {
        let (words, label) = without_label(group.trim());
        labelled = label.or(labelled);
        let begin = found.len();
        for part in names(words.trim_start_matches(['及', '：', ':'])).into_iter().flat_map(apart) {
            let (name, own) = in_brackets(part);
            let (name, said) = does(name).map_or((name, None), |(name, role)| (name.trim(), Some(role)));
            if let Some(role) = said {
                // 甲、乙牵头: what stands behind the last is said of those before it.
                let before =
                    found.iter_mut().skip(begin).filter(|(_, role): &&mut (&str, Option<Role>)| role.is_none());
                before.for_each(|(_, before)| *before = Some(role));
            }
            let name = without_others(name);
            if !name.is_empty() {
                found.push((name, own.or(said)));
            }
        }
        let unsaid = found.iter_mut().skip(begin).filter(|(_, role)| role.is_none());
        unsaid.for_each(|(_, role)| *role = labelled);
    }
    found
}

/// 责任单位：甲局 as 甲局, and the role that the label names.
fn without_label(group: &str) -> (&str, Option<Role>) {
    let labelled = group.split_once(['：', ':']).and_then(|(label, rest)| Some((rest, role_named(label)?)));
    labelled.map_or((group, None), |(rest, role)| (rest, Some(role)))
}

/// The role of the units that a label or a column's head stands for.
fn role_named(label: &str) -> Option<Role> {
    let field = Field::named(label)?;
    let leads = matches!(field, Field::Lead | Field::Responsible);
    if leads { Some(Role::Lead) } else { (field == Field::Support).then_some(Role::Support) }
}

/// The parts between signs that stand in no bracket.
fn parted<'t>(text: &'t str, signs: &[char]) -> Vec<&'t str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0_usize, 0);
    for (at, c) in text.char_indices() {
        match c {
            '（' | '(' | '〔' => depth += 1,
            '）' | ')' | '〕' => depth = depth.saturating_sub(1),
            c if depth == 0 && signs.contains(&c) => {
                parts.extend(text.get(start..at));
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    // A bracket that is never closed parts nothing.
    if depth > 0 {
        return text.split(signs).collect();
    }
    parts.extend(text.get(start..));
    parts
}

/// The names of a group. 各乡、镇人民政府 is one, 甲局和乙局 are two.
fn names(words: &str) -> Vec<&str> {
    let parts = parted(words, PARTS);
    let place = |part: &str| part.as_ptr() as usize - words.as_ptr() as usize;
    let mut names: Vec<&str> = Vec::new();
    for part in parts {
        let open = names.last().filter(|last| is_open(last) && goes_on(part)).map(|last| place(last));
        match open {
            Some(start) => {
                names.pop();
                names.extend(words.get(start..place(part) + part.len()));
            }
            None => names.push(part),
        }
    }
    names.into_iter().flat_map(both).collect()
}

/// 各乡: a kind of places, of which another follows.
fn is_open(name: &str) -> bool {
    let name = name.trim();
    name.starts_with('各') && LEVELS.iter().any(|level| name.ends_with(level))
}

/// 镇人民政府, 县级市: it goes on with a kind of places.
fn goes_on(name: &str) -> bool {
    let name = does(name.trim()).map_or(name.trim(), |(name, _)| name);
    let begins = LEVELS.iter().chain(&["自治", "直辖"]).any(|level| name.starts_with(level));
    begins && LEVELS.iter().chain(&["政府", "办事处"]).any(|end| name.ends_with(end))
}

/// 甲局和乙局 as two; 规划和自然资源局 as one.
fn both(name: &str) -> Vec<&str> {
    let is_whole = |name: &str| ENDS.iter().any(|end| name.len() > end.len() && name.ends_with(end));
    // 区直各部门及各街道
    let each = |name: &str| name.starts_with('各');
    let halves = name.split_once(['和', '与', '及']).filter(|(one, other)| {
        (is_whole(one.trim())
            || (one.contains('各') || one.ends_with("部门") || one.ends_with("单位")) && each(other.trim()))
            && (is_whole(other.trim()) || each(other.trim()))
    });
    halves.map_or_else(|| vec![name], |(one, other)| vec![one, other])
}

/// 乙局等有关部门 as 乙局: who the others are is not said.
fn without_others(name: &str) -> &str {
    let name = name.trim();
    let etc = name.rfind('等').filter(|at| {
        let rest = name.get(at + '等'.len_utf8()..).unwrap_or("");
        rest.is_empty()
            || OTHERS.iter().any(|word| rest.starts_with(word))
            || rest.contains("相关")
            || rest.contains("有关")
    });
    etc.and_then(|at| name.get(..at)).unwrap_or(name).trim()
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
    if latin {
        return vec![part.trim()];
    }
    part.split_whitespace().flat_map(each).collect()
}

/// 各乡镇各部门 are two.
fn each(name: &str) -> Vec<&str> {
    let next = name.strip_prefix('各').and_then(|rest| rest.find('各')).map(|at| at + '各'.len_utf8());
    match next.filter(|at| *at > "各乡".len()).and_then(|at| name.split_at_checked(at)) {
        Some((one, other)) => vec![one, other],
        None => vec![name],
    }
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
            ("甲局牵头，乙局、丙局按职责分工负责", vec![("甲局", lead), ("乙局", lead), ("丙局", lead)]),
            ("甲局、乙局等有关部门和单位负责", vec![("甲局", lead), ("乙局", lead)]),
            ("甲局、乙局等国务院相关部门及各地区负责", vec![("甲局", lead), ("乙局", lead), ("各地区", lead)]),
            ("甲局监督指导，乙局密切配合", vec![("甲局", support), ("乙局", support)]),
            ("甲局、乙局指导", vec![("甲局", support), ("乙局", support)]),
            ("负责部门:甲局", vec![("甲局", lead)]),
            ("甲局，各乡、镇人民政府，乙局", vec![("甲局", None), ("各乡、镇人民政府", None), ("乙局", None)]),
            ("各省、自治区、直辖市人民政府负责", vec![("各省、自治区、直辖市人民政府", lead)]),
            ("各区、县级市", vec![("各区、县级市", None)]),
            ("各街道、市税务局", vec![("各街道", None), ("市税务局", None)]),
            ("甲局和乙局", vec![("甲局", None), ("乙局", None)]),
            ("规划和自然资源局", vec![("规划和自然资源局", None)]),
            ("区直各监管部门及各街道", vec![("区直各监管部门", None), ("各街道", None)]),
            ("有关省（区、市）人民政府", vec![("有关省（区、市）人民政府", None)]),
            ("居委会（社区）", vec![("居委会（社区）", None)]),
            ("", vec![]),
            ("牵头", vec![]),
        ] {
            assert_eq!(units(text), expected, "{text}");
        }
    }
}
