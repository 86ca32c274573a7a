//! What stands above every sheet, and below each of its pages.

use super::super::common::{as_of, due, light_name, light_tone};
use crate::assess::{Basis, Light, Totals};
use crate::paper::book::{Body, Cell, Frame};
use crate::paper::{Line, Tone};
use crate::plan::{Date, Head, Language};
use crate::report::header::Header;
use crate::report::notes;
use crate::say;
use crate::words;
use crate::words::visible;

/// A frame with the plan's title, what the sheet is about, and lines; below them the notes and, where the sheet has
/// marks, what they mean.
pub(super) fn frame(header: &Header<'_>, about: &str, mut lines: Vec<Line>, body: &Body, lang: Language) -> Frame {
    let title = title(header, about, lang);
    let marked = body.has_marks() || title.contains('*');
    let marks = marked.then(|| say!(lang, "* 原文未载明，为推定", "* not in the document: assumed"));
    let notes: Vec<String> = marks.into_iter().chain(header.notes_on_paper().cloned()).collect();
    if !notes.is_empty() {
        let notes = notes.join(lang.pick("；", "; "));
        lines.push(Line::plain(say!(lang, "注：{notes}", "Notes: {notes}")));
    }
    let day = header.as_of;
    Frame {
        title,
        lines,
        footer: (visible(header.plan.issuer).into_owned(), say!(lang, "截至 {day}", "As of {day}")),
        page_number: lang.pick("第 &P 页，共 &N 页", "Page &P of &N").to_owned(),
    }
}

/// `…工作安排任务分解表【示例数据】`.
fn title(header: &Header<'_>, about: &str, lang: Language) -> String {
    let plan = visible(header.plan.title);
    let about = visible(about);
    let mut title = say!(lang, "{plan}{about}", "{plan}: {about}");
    if header.plan.sample {
        title += words::sample_tag(lang);
    }
    if let Some(revision) = &header.revision {
        title += &notes::revision_tag(lang, revision);
    }
    title
}

/// A deadline: a day as one, or that the work goes on.
pub(super) fn due_cell(deadline: Option<Date>, basis: Basis, lang: Language) -> Cell {
    match deadline {
        Some(day) => Cell::day(Some(day.0)).marked(basis == Basis::Assumed),
        None => Cell::text(due(lang, None, basis)),
    }
}

/// `截至 2020-11-24（星期二）  共 24 项，另有已撤销 1 项`.
pub(super) fn counted(day_line: &str, totals: &Totals, lang: Language) -> Line {
    let (tasks, cancelled) = (totals.tasks, totals.cancelled);
    let mut line = say!(lang, "{day_line}  共 {tasks} 项任务", "{day_line}  {tasks} tasks");
    if cancelled > 0 {
        line += &say!(lang, "，另有已撤销 {cancelled} 项", ", {cancelled} cancelled besides");
    }
    Line::plain(line)
}

/// `截至 2020-11-24（星期二）  2020-07-17 印发  共 24 项任务`, for the public.
pub(super) fn published_line(header: &Header<'_>, tasks: usize, lang: Language) -> Line {
    let (day, issued) = (as_of(lang, header.as_of), header.plan.issued);
    Line::plain(say!(lang, "{day}  {issued} 印发  共 {tasks} 项任务", "{day}  issued {issued}  {tasks} tasks"))
}

/// The lights with their colours, words and meanings.
pub(super) fn light_legend(head: &Head, lang: Language) -> Line {
    let start = Line::plain(lang.pick("亮灯：", "Lights: "));
    Light::ALL.into_iter().fold(start, |line, light| {
        let (word, meaning) = (light_name(head, lang, light), light.meaning(lang));
        let after = if light == Light::Grey { "" } else { "    " };
        let words = say!(lang, " {word}（{meaning}）{after}", " {word} ({meaning}){after}");
        line.with("■", light_tone(head, Some(light))).with(words, Tone::Plain)
    })
}
