//! How the parts of the week page say things.

use crate::paper::{Block, Line, Page};
use crate::plan::Language;
use crate::report::task_name::{TaskName, UnitRef};
use crate::report::week::{UnitCount, Week};
use crate::say;
use crate::view::Medium;
use crate::view::common::{named, unit_of};
use crate::words;

/// What the days are called: a week, or any other span.
pub(super) fn these_days(report: &Week<'_>, lang: Language) -> &'static str {
    let week = report.week.is_some();
    match week {
        true => lang.pick("本周", "this week"),
        false => lang.pick("本期", "in these days"),
    }
}

pub(super) fn none(lang: Language) -> String {
    say!(lang, "无", "None")
}

pub(super) fn items<T>(things: &[T], line: impl Fn(&T) -> Line) -> Block {
    Block::Items(things.iter().map(line).collect())
}

/// A line over a list on paper; in a chat each line says for itself what it is.
pub(super) fn subheading(page: &mut Page, text: String, medium: Medium) {
    match medium {
        Medium::Paper => page.say(text),
        Medium::Chat => {}
    }
}

/// Things under the unit that answers for them, units in the order of their first thing; in a chat, where each
/// line names its unit, one list.
pub(super) fn by_unit<'s, T>(
    page: &mut Page,
    things: &[T],
    unit: impl Fn(&T) -> UnitRef<'s>,
    lang: Language,
    medium: Medium,
    line: impl Fn(&T) -> Line,
) {
    let mut units: Vec<UnitRef<'s>> = Vec::new();
    for thing in things {
        if !units.contains(&unit(thing)) {
            units.push(unit(thing));
        }
    }
    for known in units {
        let own: Vec<Line> = things.iter().filter(|thing| unit(thing) == known).map(&line).collect();
        let (name, count) = (unit_of(lang, known), own.len());
        subheading(page, say!(lang, "{name}（{count} 项）：", "{name} ({count}):"), medium);
        page.add(Block::Items(own));
    }
}

/// How a line begins: on paper with the task, in a chat with the unit and what it is about.
pub(super) fn opening(name: &TaskName<'_>, tag: &str, lang: Language, medium: Medium) -> String {
    let task = named(name);
    match medium {
        Medium::Paper => task,
        Medium::Chat => {
            let unit = unit_of(lang, name.unit);
            say!(lang, "{unit}【{tag}】{task}", "{unit} [{tag}] {task}")
        }
    }
}

/// The unit in brackets, where the line does not begin with it.
pub(super) fn closing(name: &TaskName<'_>, lang: Language, medium: Medium) -> String {
    match medium {
        Medium::Paper => {
            let unit = unit_of(lang, name.unit);
            say!(lang, "（{unit}）", " ({unit})")
        }
        Medium::Chat => String::new(),
    }
}

/// What was not listed one by one, by unit.
pub(super) fn others(page: &mut Page, others: &[UnitCount<'_>], lang: Language) {
    let count: usize = others.iter().map(|unit| unit.tasks).sum();
    if count == 0 {
        return;
    }
    let units = others.iter().map(|count| {
        let (unit, tasks) = (unit_of(lang, count.unit), count.tasks);
        say!(lang, "{unit} {tasks} 项", "{unit} {tasks}")
    });
    let units = words::list(lang, units);
    page.say(say!(lang, "另有 {count} 项未逐项列出：{units}。", "{count} more are not listed one by one: {units}."));
}
