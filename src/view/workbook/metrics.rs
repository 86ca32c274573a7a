//! Metrics in cells: one as a number that can be reckoned with, several on lines of their own.

use super::super::common::{UNKNOWN, marked};
use super::super::fields::{target, value};
use crate::assess::Share;
use crate::paper::book::{Cell, Value};
use crate::plan::{Language, Scalar};
use crate::report::target::Target;
use crate::report::task_line::TaskLine;
use crate::words::visible;

/// The names of a task's metrics, a line each.
pub(super) fn names<'m>(names: impl Iterator<Item = &'m str>) -> Cell {
    Cell::text(lines(names.map(str::to_owned)))
}

/// The targets, in the order of the names.
pub(super) fn targets(task: &TaskLine<'_>, lang: Language) -> Cell {
    match task.metrics.as_slice() {
        [] => Cell::default(),
        [metric] => {
            let words = metric.direction.around(lang, metric.grades.is_some());
            let whole = target(metric, lang);
            one(Some(&metric.target), metric.grades.is_some(), words, metric.unit, whole).marked(metric.assumed)
        }
        several => Cell::text(lines(several.iter().map(|metric| marked(&target(metric, lang), metric.assumed)))),
    }
}

/// The last values, in the order of the names.
pub(super) fn values(task: &TaskLine<'_>) -> Cell {
    match task.metrics.as_slice() {
        [] => Cell::default(),
        [metric] => {
            let graded = metric.grades.is_some();
            let whole = if metric.value.is_some() { value(metric) } else { String::new() };
            one(metric.value.as_ref(), graded, ("", ""), metric.unit, whole)
        }
        several if several.iter().all(|metric| metric.value.is_none()) => Cell::default(),
        several => Cell::text(lines(several.iter().map(value))),
    }
}

/// How far the task has come; with several metrics, how far each has.
pub(super) fn progress(task: &TaskLine<'_>) -> Cell {
    match task.metrics.as_slice() {
        [] | [_] => Cell::of(Value::Share(task.progress.map(|share| share.rounded(3)))),
        several if several.iter().all(|metric| metric.progress.is_none()) => Cell::default(),
        several => {
            let percent = |share: Option<Share>| share.map_or_else(|| UNKNOWN.to_owned(), Share::percent);
            Cell::text(lines(several.iter().map(|metric| percent(metric.progress))))
        }
    }
}

/// The targets that the public may see.
pub(super) fn published_targets(metrics: &[Target<'_>], lang: Language) -> Cell {
    match metrics {
        [] => Cell::default(),
        [metric] => {
            let words = metric.direction.around(lang, metric.graded);
            one(Some(&metric.target), metric.graded, words, metric.unit, metric.asked(lang)).marked(metric.assumed)
        }
        several => Cell::text(lines(several.iter().map(|metric| marked(&metric.asked(lang), metric.assumed)))),
    }
}

/// One quantity: a number where it can be one, else what it is in words.
fn one(scalar: Option<&Scalar>, graded: bool, words: (&str, &str), unit: &str, whole: String) -> Cell {
    let number = match scalar {
        Some(Scalar::Number(number)) if !graded => exact(&number.to_string()),
        Some(Scalar::Number(_) | Scalar::Word(_)) | None => None,
    };
    let unsettled = scalar.is_none() && !graded;
    match number {
        // A sign would stand before the words.
        Some(number) if words.0.is_empty() || number >= 0.0 => Cell::of(quantity(Some(number), words, unit)),
        None if unsettled => Cell::of(quantity(None, words, unit)),
        Some(_) | None => Cell::text(visible(&whole)),
    }
}

fn quantity(number: Option<f64>, (before, after): (&str, &str), unit: &str) -> Value {
    Value::Number { number, before: before.to_owned(), after: visible(unit).into_owned() + after }
}

/// The digits that a spreadsheet keeps.
const DIGITS: usize = 15;

/// The number that a spreadsheet would hold, if it can hold all of its digits.
pub(super) fn exact(text: &str) -> Option<f64> {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if digits <= DIGITS { text.parse().ok() } else { None }
}

fn lines(each: impl Iterator<Item = String>) -> String {
    each.map(|line| visible(&line).into_owned()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Direction;

    #[test]
    fn a_number_is_one_only_where_every_digit_is_kept() {
        for (text, number) in [
            ("61", Some(61.0)),
            ("-0.5", Some(-0.5)),
            ("999999999999.999", Some(999_999_999_999.999)),
            ("999999999999.9999", None),
        ] {
            assert_eq!(exact(text), number, "{text}");
        }
    }

    #[test]
    fn a_negative_bound_and_a_numbered_grade_are_words() {
        let shown = |target: &str, direction, graded| {
            let metric = Target {
                name: "甲",
                unit: "户",
                direction,
                target: Scalar::new(target),
                says: None,
                assumed: false,
                graded,
            };
            published_targets(&[metric], Language::Chinese).value
        };
        for (target, direction, graded, words) in [
            ("-3", Direction::AtMost, false, "不超过-3户"),
            ("3", Direction::AtMost, true, "不劣于3户"),
            ("3", Direction::AtLeast, true, "3户"),
        ] {
            assert!(matches!(shown(target, direction, graded), Value::Text(text) if text == words), "{words}");
        }
        assert!(matches!(shown("-3", Direction::AtLeast, false), Value::Number { number: Some(-3.0), .. }));
        assert!(matches!(shown("3", Direction::AtMost, false), Value::Number { before, .. } if before == "不超过"));
    }
}
