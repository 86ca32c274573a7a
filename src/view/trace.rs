//! The trace page: every sentence of the document, and what covers it.

use super::common::page;
use crate::paper::{Block, Line, Page, Tone};
use crate::plan::Language;
use crate::report::trace::{SentenceLine, Trace};
use crate::say;

/// Lays out a trace. What the tasks' quotes leave out of a sentence stands in 〔 〕.
pub fn trace(report: &Trace<'_>, lang: Language) -> Page {
    let mut page = page(&report.header, lang, &say!(lang, "原文对照", "trace"));
    let Some(source) = &report.source else {
        page.say(say!(lang, "plan.yaml 未指明原文（source）", "plan.yaml names no source document"));
        return page;
    };
    let (total, ordered, context, uncovered) = (report.total, report.ordered, report.context, report.uncovered);
    page.say(say!(
        lang,
        "原文 {source}：共 {total} 句，部署任务 {ordered} 句，不部署任务 {context} 句，未分解 {uncovered} 句",
        "{source}: {total} sentences, {ordered} order work, {context} are context, {uncovered} uncovered"
    ));
    page.say(say!(lang, "〔 〕内为各任务引文未引的字句", "〔 〕 encloses what no task quotes"));
    for sentence in &report.sentences {
        let line = sentence.line;
        let number = Line::default().with(say!(lang, "第 {line} 行  ", "Line {line}  "), Tone::Faint);
        page.add(Block::Paragraph(quoted(number, sentence)));
        page.add(Block::Items(covering(report, sentence, lang)));
    }
    page
}

fn covering(report: &Trace<'_>, sentence: &SentenceLine<'_>, lang: Language) -> Vec<Line> {
    if !sentence.covered_by.is_empty() {
        let title = |id: &&str| report.titles.get(id).copied().unwrap_or("");
        return sentence.covered_by.iter().map(|id| Line::plain(format!("{id} {}", title(id)))).collect();
    }
    vec![match sentence.context {
        true => Line::default().with(say!(lang, "不部署任务", "context"), Tone::Faint),
        false => Line::default().with(say!(lang, "✗ 未分解到任务", "✗ uncovered"), Tone::Red),
    }]
}

fn quoted(mut line: Line, sentence: &SentenceLine<'_>) -> Line {
    let mut rest = sentence.text.as_str();
    for piece in &sentence.left_out {
        let Some((before, after)) = rest.split_once(piece.as_str()) else { continue };
        line = line.with(before, Tone::Plain).with(format!("〔{piece}〕"), Tone::Yellow);
        rest = after;
    }
    line.with(rest, Tone::Plain)
}
