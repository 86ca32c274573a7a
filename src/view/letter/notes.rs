//! What stands below a letter: who has signed it, and in one sentence what of it is assumed.

use crate::paper::Line;
use crate::plan::Language;
use crate::report::notice::Paper;
use crate::say;
use crate::words;
use crate::words::fields::{self, Place};

/// Who has signed it, where that is known.
pub(super) fn signed(paper: &Paper<'_>, lang: Language) -> Vec<Line> {
    let signed = paper.signed_by.map(|name| say!(lang, "签发：{name}", "Signed by {name}"));
    signed.into_iter().map(Line::plain).collect()
}

/// What is assumed, what is fictional, and what the figures rest on.
pub(super) fn notes(paper: &Paper<'_>, has_marks: bool, lang: Language) -> Vec<Line> {
    let sample = paper.header.plan.sample.then(|| {
        say!(
            lang,
            "【示例数据】以上进展均为虚构，仅供演示，请勿据此办理。",
            "[sample data] all of this is fictional: do not act on it"
        )
    });
    let counted = paper.header.closing_note.as_ref().map(|note| say!(lang, "（注：{note}）", "(Note: {note})"));
    assumed(paper, has_marks, lang).into_iter().chain(sample).chain(counted).map(Line::plain).collect()
}

/// `（注：原文未载明牵头单位，“规划建设和生态环境办公室”为推定；带*的内容亦为推定；文号字头为推定，请予核定。）`.
fn assumed(paper: &Paper<'_>, has_marks: bool, lang: Language) -> Option<String> {
    let unit = paper.unit.lead.filter(|_| paper.unit.assumed);
    let rules = paper.assumed_rules.iter().filter_map(|key| fields::field(Place::Notices, key));
    let rules = words::list(lang, rules.map(|field| field.name(lang)));
    let parts = [
        unit.map(|unit| {
            say!(lang, "原文未载明牵头单位，“{unit}”为推定", "the document names no unit; {unit} is assumed to lead")
        }),
        has_marks.then(|| {
            lang.pick("带*的内容原文未载明，为推定", "what bears * is not in the document: assumed").to_owned()
        }),
        (!rules.is_empty()).then(|| say!(lang, "{rules}为推定，请予核定", "assumed, and to be confirmed: {rules}")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let said = parts.join(lang.pick("；", "; "));
    (!said.is_empty()).then(|| say!(lang, "（注：{said}。）", "(Note: {said}.)"))
}
