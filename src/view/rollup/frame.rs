//! How a page about many plans begins and ends.

use crate::paper::{Block, Cell, Line, Page, Table, Tone};
use crate::plan::Language;
use crate::report::rollup::Rollup;
use crate::say;
use crate::view::common::{add_legend, as_of};
use crate::words;

/// A page that begins with how many plans there are, the day, and how many could not be read.
pub(super) fn begun(report: &Rollup, about: &str, lang: Language) -> Page {
    let mut page = Page::default();
    let plans = report.plans.len() + report.unreadable.len();
    let plural = if plans == 1 { "" } else { "s" };
    let title = Line::plain(say!(lang, "{plans} 个计划——{about}", "{plans} plan{plural} — {about}"));
    let samples = report.plans.iter().any(|row| row.plan.sample);
    let title = if samples { title.with(words::sample_tag(lang), Tone::Red) } else { title };
    page.add(Block::Title(title));
    page.say(as_of(lang, report.as_of));
    if let Some(partial) = partial(report, lang) {
        let line = say!(lang, "{partial}，以下只是其中的情况", "{partial}, and what follows is about these alone");
        page.add(Block::Paragraph(Line::default().with(line, Tone::Red)));
    }
    let left_out = report.unreadable.len();
    if left_out > 0 {
        let line = say!(
            lang,
            "{left_out} 个计划无法读取，未计入，见文末",
            "Left out because it cannot be read, see below: {left_out}"
        );
        page.add(Block::Paragraph(Line::default().with(line, Tone::Red)));
    }
    page
}

/// How far the reading came before somebody stopped it.
fn partial(report: &Rollup, lang: Language) -> Option<String> {
    let read = report.plans.len() + report.unreadable.len();
    let all = read + report.unread;
    (report.unread > 0).then(|| {
        say!(lang, "读取中途停止：{all} 个计划只读了 {read} 个", "Stopped on the way: {read} of {all} plans were read")
    })
}

/// A last row of data that is not whole: whoever takes it further is to stumble over it.
pub(super) fn add_partial(table: &mut Table, report: &Rollup, lang: Language) {
    if let Some(partial) = partial(report, lang) {
        let mut row = vec![Cell::plain(partial)];
        row.resize_with(table.columns.len(), || Cell::plain(""));
        table.rows.push(row);
    }
}

/// The end of a page: what could not be read, what the marks mean, what the figures rest on.
pub(super) fn add_end(page: &mut Page, report: &Rollup, lang: Language) {
    if !report.unreadable.is_empty() {
        page.heading(say!(lang, "无法读取的计划：", "Plans that cannot be read:"));
        let line = |path: &str, why: String| Line::plain(say!(lang, "{path}：{why}", "{path}: {why}"));
        let lines = report.unreadable.iter().map(|plan| line(&plan.path, plan.why(lang)));
        page.add(Block::Items(lines.collect()));
    }
    add_legend(page, lang);
    for note in &report.closing_notes {
        page.say(say!(lang, "注：{note}", "Note: {note}"));
    }
}

/// A word at the head of a column.
pub(super) fn capital(word: &str) -> String {
    let mut rest = word.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}
