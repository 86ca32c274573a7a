//! Units in front of what they are to do: 县审计局：选取…, 工作组（甲局牵头，乙局配合）：负责…, and headings that name nothing else.

use crate::plan::meant::column::Field;
use crate::plan::meant::units::{Role, units};

use super::fields::{Fields, bracketed};
use super::headings::number;
use super::listed::{without_end, words};
use super::offices::{are_units, is_nobody, is_office, is_organ, is_room};

/// The names of units before a colon are not longer, in characters.
const LONGEST: usize = 60;

/// Where the units end that stand in front of a sentence, and what they are: 县审计局：…; where the sentence `goes_on` in
/// another, also 县审计局。
pub(super) fn front(sentence: &str, goes_on: bool) -> Option<(usize, Fields)> {
    let start = without_sign(sentence);
    let colon = start.char_indices().take(LONGEST).find(|(_, c)| matches!(c, '：' | ':' | '。'))?;
    let (names, rest) = start.split_at_checked(colon.0)?;
    let rest = rest.get(colon.1.len_utf8()..)?;
    let told = rest.contains(char::is_alphanumeric);
    let fits = if colon.1 == '。' { !told && goes_on } else { told };
    let fields = named(names).filter(|_| fits && Field::named(names).is_none())?;
    Some((sentence.len() - rest.len(), fields))
}

/// The units that a heading names, and nothing else: （一）县教育局, 县民政局主要职责.
pub(super) fn of_heading(title: &str) -> Option<Fields> {
    let title = title.trim_end_matches(['：', ':']);
    named(without_end(title, words!("职责 主要职责 工作职责 职责分工 工作任务 职责任务 的职责")).unwrap_or(title))
}

/// A sentence without the number or the sign in front of it.
fn without_sign(sentence: &str) -> &str {
    let bare = number(sentence).map_or(sentence, |(_, rest)| rest);
    bare.trim_start_matches(|c: char| c.is_whitespace() || "—-－·•●■◆*".contains(c))
}

/// What names of units say that stand in front; of a group, what the bracket behind it says.
fn named(names: &str) -> Option<Fields> {
    let names = names.trim();
    let inside = names.strip_suffix(['）', ')']).and_then(|names| names.split_once(['（', '(']));
    let group = inside.filter(|(name, _)| is_organ(name)).and_then(|(_, inside)| bracketed(inside));
    if let Some(found) = group.filter(|found| found.lead.is_some()) {
        return Some(found);
    }
    let front = |name: &str| (is_office(name) || name.contains('各')) && !is_room(name) && !is_nobody(name);
    let fits = are_units(names) && units(names).iter().all(|(name, _)| front(name));
    let mut found = Fields::default();
    found.name_units(Some(names).filter(|_| fits)?, Role::Lead);
    found.lead.is_some().then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_in_front_answer_for_what_follows() {
        for (sentence, found) in [
            ("县审计局：选取项目开展审计。", Some("县审计局：|县审计局|")),
            ("1.县住建局（牵头）、县水利局：改造小区。", Some("1.县住建局（牵头）、县水利局：|县住建局|县水利局")),
            ("（一）工作组（甲局牵头，乙局配合）：负责统筹。", Some("（一）工作组（甲局牵头，乙局配合）：|甲局|乙局")),
            ("各镇（街道）：落实责任。", Some("各镇（街道）：|各镇（街道）|")),
            ("各镇政府、县直各部门：报送进展。", Some("各镇政府、县直各部门：|各镇政府|县直各部门")),
            ("——团委: 组织活动。", Some("——团委:|团委|")),
            ("县民政局。", Some("县民政局。|县民政局|")),
            ("责任单位：县民政局。", None),
            ("各有关单位：加强协作。", None),
            ("各镇人民政府：", None),
            ("推进农业发展：建设基地。", None),
            ("县委书记：张三。", None),
            ("服务中心：建设2个。", None),
        ] {
            let shown = front(sentence, true).map(|(end, fields)| {
                format!("{}|{}|{}", &sentence[..end], fields.lead.unwrap_or_default(), fields.support.join(" "))
            });
            assert_eq!(shown.as_deref(), found, "{sentence}");
        }
        assert!(front("县民政局。", false).is_none());
        assert_eq!(of_heading("县教育局").and_then(|fields| fields.lead).as_deref(), Some("县教育局"));
        assert!(of_heading("强化社会治理").is_none() && of_heading("村、社区").is_none());
    }
}
