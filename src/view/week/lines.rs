//! How the parts of the week page say things.

use crate::paper::{Block, Line, Page};
use crate::plan::Language;
use crate::report::task_name::{TaskName, UnitRef};
use crate::report::week::{UnitCount, Week};
use crate::say;
use crate::view::common::{named, unit_of};
use crate::view::span::than_before;
use crate::words;

/// `第22期`.
pub(super) fn issue(report: &Week<'_>, lang: Language) -> Option<String> {
    report.issue_number.map(|issue| say!(lang, "第{}期", "No. {}", issue.number))
}

/// The same as a column's head.
pub(super) fn change_head(report: &Week<'_>, lang: Language) -> String {
    lang.pick(than_before(report.span, Language::Chinese), "+/-").to_owned()
}

pub(super) fn none(lang: Language) -> String {
    say!(lang, "无", "None")
}

pub(super) fn items<T>(things: &[T], line: impl Fn(&T) -> Line) -> Block {
    Block::Items(things.iter().map(line).collect())
}

/// A list under a title that bears a number of its own: `（二）办结`.
pub(super) fn listed(page: &mut Page, number: &mut usize, title: &str, lines: Vec<Line>, lang: Language) {
    *number += 1;
    let (ordinal, count) = (words::ordinal(lang, *number), lines.len());
    let title = say!(lang, "（{ordinal}）{title}（{count} 项）", "({ordinal}) {title} ({count})");
    page.add(Block::Subheading(Line::plain(title)));
    page.add(Block::Items(lines));
}

/// Things under the unit that answers for them, units in the order of their first thing.
pub(super) fn by_unit<'s, T>(
    page: &mut Page,
    number: &mut usize,
    things: &[T],
    unit: impl Fn(&T) -> UnitRef<'s>,
    lang: Language,
    line: impl Fn(&T) -> Line,
) {
    let mut units: Vec<UnitRef<'s>> = Vec::new();
    for thing in things {
        if !units.contains(&unit(thing)) {
            units.push(unit(thing));
        }
    }
    for known in units {
        let own = things.iter().filter(|thing| unit(thing) == known).map(&line).collect();
        listed(page, number, &unit_of(lang, known), own, lang);
    }
}

/// `22-07 龚都村92户…（规建办*）`.
pub(super) fn task_of_unit(name: &TaskName<'_>, lang: Language) -> String {
    let (task, unit) = (named(name), unit_of(lang, name.unit));
    say!(lang, "{task}（{unit}）", "{task} ({unit})")
}

/// `规建办* 3 项、经发办* 1 项`.
pub(super) fn counted(units: &[UnitCount<'_>], lang: Language) -> String {
    let counts = units.iter().map(|count| {
        let (unit, tasks) = (unit_of(lang, count.unit), count.tasks);
        say!(lang, "{unit} {tasks} 项", "{unit} {tasks}")
    });
    words::list(lang, counts)
}

/// What was not listed one by one, by unit.
pub(super) fn others(page: &mut Page, others: &[UnitCount<'_>], lang: Language) {
    let count: usize = others.iter().map(|unit| unit.tasks).sum();
    if count == 0 {
        return;
    }
    let units = counted(others, lang);
    page.say(say!(lang, "另有 {count} 项未逐项列出：{units}。", "{count} more are not listed one by one: {units}."));
}
