//! Slips of the keyboard that YAML swallows or explains badly: `状态：已完成`, `title:x`, `　note: x`, tabs.

use std::ops::Range;

use super::fault::FaultKind;
use super::node::{Node, NodeData};
use super::text::lines;

/// The keys of the plan's files, and what a clerk would write for them.
pub(super) const KEYS: &[(&str, &[&str])] = &[
    ("id", &["编号", "序号"]),
    ("title", &["标题", "工作任务", "任务名称"]),
    ("source", &["原文", "原文依据", "来源"]),
    ("kind", &["类型", "类别"]),
    ("lead", &["牵头", "牵头单位", "责任单位"]),
    ("support", &["配合", "配合单位"]),
    ("person", &["责任人"]),
    ("leader", &["分管领导"]),
    ("places", &["地点", "村居"]),
    ("metrics", &["指标", "量化指标"]),
    ("start", &["开始", "开始时间"]),
    ("deadline", &["时限", "完成时限", "截止日期"]),
    ("deadline_says", &["时限原文"]),
    ("checkpoints", &["节点"]),
    ("depends", &["前置", "依赖"]),
    ("weight", &["权重"]),
    ("tags", &["标签"]),
    ("note", &["备注", "进展", "进展情况"]),
    ("assumed", &["推定"]),
    ("name", &["名称"]),
    ("unit", &["单位"]),
    ("target", &["目标", "目标值"]),
    ("baseline", &["基数"]),
    ("direction", &["方向"]),
    ("says", &["原文说"]),
    ("grades", &["等级"]),
    ("checklist", &["清单"]),
    ("due", &["期限"]),
    ("date", &["日期"]),
    ("task", &["任务"]),
    ("by", &["报送单位", "填报单位"]),
    ("values", &["当前值", "完成值"]),
    ("state", &["状态"]),
    ("issue", &["问题", "存在问题"]),
    ("next", &["下一步", "下一步措施"]),
    ("evidence", &["佐证", "佐证材料"]),
    ("amendment", &["调整"]),
    ("field", &["字段"]),
    ("from", &[]),
    ("to", &[]),
    ("reason", &["原因"]),
    ("approved_by", &["批准人"]),
    ("format", &[]),
    ("issuer", &["发文单位"]),
    ("disclosure", &["公开属性"]),
    ("issued", &["发文日期"]),
    ("period", &[]),
    ("calendar", &[]),
    ("pace", &[]),
    ("closing", &[]),
    ("coverage", &[]),
    ("reporting", &[]),
    ("alerts", &[]),
    ("units", &[]),
    ("sections", &["板块"]),
    ("themes", &["专题"]),
    ("context", &[]),
    ("assumptions", &[]),
    ("sample", &[]),
    ("publish_lights", &["公开亮灯"]),
    ("notices", &[]),
    ("series", &["文号字头", "字头"]),
    ("reply_within", &[]),
    ("office", &[]),
    ("number", &["文号", "督办编号"]),
    ("level", &[]),
    ("reply_by", &["反馈期限"]),
    ("signed_by", &["签发人", "签发"]),
    ("reply_to", &["回复文号", "反馈文号"]),
    ("language", &["语言"]),
    ("utc_offset", &["时区"]),
    ("lights", &["亮灯"]),
    ("end", &["结束", "结束时间"]),
    ("short", &["简称"]),
    ("word", &[]),
    ("colour", &[]),
    ("aliases", &["别名"]),
    ("years", &[]),
    ("off", &["放假"]),
    ("work", &["调休"]),
    ("due_soon", &[]),
    ("urge_after", &[]),
    ("supervise_after", &[]),
    ("circulate_after", &[]),
    ("behind", &[]),
    ("far_behind", &[]),
];

/// The key that a word stands for, when it is a Chinese name of one.
pub(crate) fn key_meant_by(word: &str) -> Option<&'static str> {
    KEYS.iter().find(|(_, names)| names.contains(&word)).map(|(key, _)| *key)
}

/// A slip and its bytes.
pub(super) type Slip = (Range<usize>, FaultKind);

/// Whether a text that reads as YAML may hold slips. Cheap: looks at the beginnings of lines.
pub(super) fn suspects(text: &str) -> bool {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    let mut start = 0;
    ends.into_iter().any(|end| {
        let line = text.get(start..end).unwrap_or("");
        start = end + 1;
        !is_plainly_right(line.as_bytes()) && slip_in(0, line, false).is_some()
    })
}

/// What nearly every line is: nothing, a remark, or a key of Latin letters with a colon and a space. A glance
/// at the bytes; a line that fails it is looked at closely.
fn is_plainly_right(line: &[u8]) -> bool {
    let mut bytes = line.iter().copied().skip_while(|byte| *byte == b' ' || *byte == b'-').peekable();
    if matches!(bytes.peek(), None | Some(b'#' | b'\r')) {
        return true;
    }
    let after_key = bytes.find(|byte| !byte.is_ascii_lowercase() && *byte != b'_');
    match after_key {
        None | Some(b' ' | b'\r' | b'0'..=b'9') => true,
        Some(b':') => matches!(bytes.next(), None | Some(b' ' | b'\r')),
        Some(_) => false,
    }
}

/// The slips of a text, given what could be read of it: what stands in quotes or in a block of text is
/// the writer's own business.
pub(super) fn slips(text: &str, root: Option<&Node>, broken: bool) -> Vec<Slip> {
    let mut quoted = Vec::new();
    if let Some(root) = root {
        collect_quoted(root, &mut quoted);
    }
    let in_quotes = |span: &Range<usize>| {
        let next = quoted.partition_point(|quote: &Range<usize>| quote.start <= span.start);
        next.checked_sub(1).and_then(|last| quoted.get(last)).is_some_and(|quote| span.start < quote.end)
    };
    lines(text).filter_map(|(start, line)| slip_in(start, line, broken)).filter(|(span, _)| !in_quotes(span)).collect()
}

fn slip_in(start: usize, line: &str, tabs: bool) -> Option<Slip> {
    let content = line.trim_start_matches([' ', '\t', '\u{3000}', '\u{a0}']);
    let indent = line.get(..line.len() - content.len())?;
    if content.is_empty() || content.starts_with('#') {
        return None;
    }
    if let Some((at, wide)) = indent.char_indices().find(|(_, c)| matches!(c, '\u{3000}' | '\u{a0}')) {
        return Some((start + at..start + at + wide.len_utf8(), FaultKind::WideSpace));
    }
    if let Some(at) = indent.find('\t').filter(|_| tabs) {
        return Some((start + at..start + at + 1, FaultKind::Tab));
    }
    let content_start = start + indent.len();
    let after_dash = content.strip_prefix('-').map_or(content, |rest| rest.trim_start_matches(' '));
    colon_slip(content_start + (content.len() - after_dash.len()), after_dash)
}

/// `key：` and `key:value`, where `key` is one that the files know.
fn colon_slip(start: usize, content: &str) -> Option<Slip> {
    let colon = content.find([':', '：', ' ', '"', '\'', '#', '{', '['])?;
    let (key, rest) = content.split_at_checked(colon)?;
    let first = rest.chars().next()?;
    let known = || KEYS.iter().any(|(name, names)| *name == key || names.contains(&key));
    let span = start + colon..start + colon + first.len_utf8();
    match first {
        '：' if known() => Some((span, FaultKind::WideColon { key: key.to_owned() })),
        ':' if !matches!(rest.as_bytes().get(1), None | Some(b' ' | b'\t')) && known() => {
            Some((span, FaultKind::NoSpace { key: key.to_owned() }))
        }
        _ => None,
    }
}

fn collect_quoted(node: &Node, quoted: &mut Vec<Range<usize>>) {
    match &node.data {
        NodeData::Scalar { plain: false, .. } => quoted.push(node.span.clone()),
        NodeData::Scalar { plain: true, .. } => {}
        NodeData::List(items) => items.iter().for_each(|item| collect_quoted(item, quoted)),
        NodeData::Map(pairs) => pairs.iter().for_each(|(key, value)| {
            collect_quoted(key, quoted);
            collect_quoted(value, quoted);
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(usize, FaultKind)> {
        let root = Node::parse(text).ok().flatten();
        let broken = root.is_none();
        slips(text, root.as_ref(), broken).into_iter().map(|(span, kind)| (span.start, kind)).collect()
    }

    #[test]
    fn slips_are_found_where_yaml_swallows_them() {
        for (text, slip) in [
            ("- note: 甲\n  状态：已完成\n", Some((20, FaultKind::WideColon { key: "状态".into() }))),
            ("- note: 甲\n  状态:已完成\n", Some((20, FaultKind::NoSpace { key: "状态".into() }))),
            ("- note: 甲\n　 title: 乙\n", Some((12, FaultKind::WideSpace))),
            ("- note: 甲\n\ttitle: 乙\n", Some((12, FaultKind::Tab))),
            ("- note: |\n    状态：已完成\n", None),
            ("- note: \"甲\n    状态：已完成\"\n", None),
            ("- note: 甲：乙\n# 状态：已完成\n", None),
            ("- 说明：甲\n", None),
            ("- title: 11:30\n", None),
        ] {
            assert_eq!(found(text), slip.into_iter().collect::<Vec<_>>(), "{text}");
        }
    }
}
