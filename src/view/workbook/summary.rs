//! The sheet 汇总: counts of each light and their shares, by section and by unit.

use super::super::common::{UNKNOWN, light_name, light_tone};
use super::super::status::{group_title, passed_line};
use super::super::totals::totals_line;
use super::frame::{frame, light_legend, published_line};
use super::names::SheetNames;
use crate::assess::{Light, Share, Totals};
use crate::paper::book::{Body, Cell, Column, Part, Sheet, Value};
use crate::paper::{Line, Tone};
use crate::plan::{Head, Language};
use crate::report::ledger::Ledger;
use crate::report::published::Published;
use crate::report::status::{GroupBy, Status};
use crate::say;
use crate::words::visible;

/// What a summary counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counts {
    /// The lights, the progress, and what was called off.
    All,
    /// The lights only: what the public may see.
    Lights,
}

/// The counts by section and by unit.
pub(super) fn sheet(report: &Ledger<'_>, names: &mut SheetNames, lang: Language) -> Sheet {
    let status = &report.tasks;
    let part = |status: &Status<'_>, by: GroupBy| {
        let rows = status.groups.iter().map(|group| (visible(&group_title(group)).into_owned(), &group.totals));
        part(status.head, by, rows, &status.totals, Counts::All, lang)
    };
    let body = Body::Summary(vec![part(&report.sections, GroupBy::Section), part(&report.leads, GroupBy::Lead)]);
    let lines = vec![
        Line::plain(passed_line(status, lang)),
        Line::plain(totals_line(status.head, &status.totals, lang)),
        light_legend(status.head, lang),
    ];
    Sheet { name: name(names, lang), frame: frame(&status.header, about(lang), lines, &body, lang), body }
}

/// The lights by section, where they are published.
pub(super) fn published_sheet(report: &Published<'_>, names: &mut SheetNames, lang: Language) -> Option<Sheet> {
    let totals = report.totals.as_ref()?;
    let counted: Vec<(String, Totals)> = report
        .sections
        .iter()
        .filter_map(|section| Some((format!("{} {}", section.id, section.title), report.totals_of(section.id)?)))
        .collect();
    let rows = counted.iter().map(|(title, totals)| (visible(title).into_owned(), totals));
    let body = Body::Summary(vec![part(report.head, GroupBy::Section, rows, totals, Counts::Lights, lang)]);
    let lines = vec![published_line(&report.header, report.tasks.len(), lang), light_legend(report.head, lang)];
    Some(Sheet { name: name(names, lang), frame: frame(&report.header, about(lang), lines, &body, lang), body })
}

fn name(names: &mut SheetNames, lang: Language) -> String {
    names.name(lang.pick("汇总", "Summary"))
}

fn about(lang: Language) -> &'static str {
    lang.pick("汇总表", "summary")
}

fn part<'t>(
    head: &Head,
    by: GroupBy,
    groups: impl Iterator<Item = (String, &'t Totals)>,
    all: &Totals,
    counts: Counts,
    lang: Language,
) -> Part {
    let mut rows: Vec<Vec<Cell>> =
        groups.map(|(name, totals)| row(Cell::text(name), totals, counts, Tone::Plain)).collect();
    let total = Cell::text(lang.pick("合计", "Total")).toned(Tone::Strong);
    rows.push(row(total, all, counts, Tone::Strong));
    let field = by.named();
    let tones = || Light::ALL.into_iter().map(|light| light_tone(head, Some(light)));
    let mean = (counts == Counts::All).then_some((MEAN, Tone::Blue));
    Part {
        heading: say!(lang, "按{by}", "By {by}", by = field.map_or("", |field| field.name(lang))),
        columns: columns(head, &field.map_or_else(String::new, |field| field.heading(lang)), counts, lang),
        rows,
        bars: (2..).step_by(2).zip(tones()).collect(),
        lanes: (3..).step_by(2).zip(tones()).chain(mean).collect(),
    }
}

/// Where the mean progress stands: behind the name, the number of tasks, and two columns a light.
const MEAN: usize = 2 + 2 * Light::ALL.len();

fn columns(head: &Head, by: &str, counts: Counts, lang: Language) -> Vec<Column> {
    let mut columns = vec![Column::prose(by, 220), Column::short(say!(lang, "任务数", "Tasks"), 56)];
    for light in Light::ALL {
        columns.push(Column::short(visible(&light_name(head, lang, light)), 50));
        columns.push(Column::short(say!(lang, "占比", "Share"), 68));
    }
    if counts == Counts::All {
        columns.extend([
            Column::short(say!(lang, "平均完成率", "Mean progress"), 80),
            Column::short(say!(lang, "有数据项数", "Known for"), 72),
            Column::short(say!(lang, "已撤销", "Cancelled"), 62),
        ]);
    }
    columns
}

fn row(name: Cell, totals: &Totals, counts: Counts, tone: Tone) -> Vec<Cell> {
    let mut row = vec![name, Cell::count(totals.tasks)];
    for light in Light::ALL {
        let count = totals.count(light);
        row.push(Cell::count(count));
        row.push(shown(share_of(count, totals.tasks)));
    }
    if counts == Counts::All {
        row.push(shown(totals.progress));
        row.push(Cell::count(totals.progress_known));
        row.push(Cell::count(totals.cancelled));
    }
    row.into_iter().map(|cell| cell.toned(tone)).collect()
}

fn share_of(count: usize, all: usize) -> Option<Share> {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    Share::of_counts(number(count), number(all))
}

/// A share, or the mark of the unknown.
fn shown(share: Option<Share>) -> Cell {
    match share {
        Some(share) => Cell::of(Value::Share(Some(share.rounded(3)))),
        None => Cell::text(UNKNOWN),
    }
}
