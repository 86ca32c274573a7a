//! A ledger's indicators and targets as metrics.

use crate::intake::ledger::{Ledger, Row, parts};
use crate::plan::meant::bound::{directed, named};
use crate::plan::meant::column::Field;
use crate::plan::meant::half_width;
use crate::plan::meant::number::{NumberFault, in_its_unit, is_multiple, number};
use crate::plan::{Language, Metric};
use crate::say;

/// What comes of a row's indicators and targets.
#[derive(Default)]
pub(super) struct Targets {
    pub(super) metrics: Vec<Metric>,
    /// What is no number, in the ledger's words: for the task's remark.
    pub(super) words: Vec<String>,
    /// Whether one of them says about how many.
    pub(super) approximate: bool,
    pub(super) faults: Vec<(Field, String)>,
}

/// The metrics of a row: its indicators by name, its targets in the same order.
pub(super) fn targets(ledger: &Ledger<'_>, row: &Row<'_>, lang: Language) -> Targets {
    let mut found = Targets::default();
    let (names, targets) = (row.text(Field::Metrics), row.text(Field::Target));
    let pairs = match (&names, &targets) {
        (None, None) => return found,
        (Some(names), None) => parts(names).into_iter().map(in_one).collect(),
        (None, Some(targets)) => match parts(targets).as_slice() {
            [only] => vec![alone(only)],
            several => {
                let count = several.len();
                found.faults.push((
                    Field::Target,
                    say!(
                        lang,
                        "目标值有 {count} 个，而没有指标名称；请在“量化指标”中一行写一个名称",
                        "{count} targets without names; name the metrics under Metrics, one a line"
                    ),
                ));
                return found;
            }
        },
        (Some(names), Some(targets)) => {
            let (named, given) = (parts(names), parts(targets));
            if named.len() != given.len() {
                let (one, other) = (named.len(), given.len());
                found.faults.push((
                    Field::Target,
                    say!(
                        lang,
                        "量化指标有 {one} 个，目标值有 {other} 个，对不上；请一行写一个",
                        "{one} metrics and {other} targets do not match; write one a line"
                    ),
                ));
                return found;
            }
            named
                .iter()
                .zip(given)
                .map(|(name, target)| Pair {
                    name: name.trim_end_matches('*').to_owned(),
                    target: Some(target.to_owned()),
                    whole: format!("{name} {target}"),
                })
                .collect()
        }
    };
    let unit = row.text(Field::Unit).unwrap_or_else(|| unit_in_header(ledger));
    for pair in pairs {
        match pair.metric(&unit) {
            None => {
                found.approximate |= pair.is_approximate();
                found.words.push(pair.whole);
            }
            Some(Ok(metric)) => found.metrics.push(metric),
            Some(Err(_)) => {
                let target = pair.whole;
                found.faults.push((Field::Target, say!(
                    lang,
                    "“{target}”不能作为目标值：目标值应大于 0；不得超过某数的，写“不超过…”",
                    "`{target}` cannot be a target: it must be above 0; for what must not exceed a number, write `at most …`"
                )));
            }
        }
    }
    repeated(&mut found, lang);
    found
}

/// The name of a metric of which the ledger gives nothing but the target.
const UNNAMED: &str = "完成数";

/// An indicator and its target, in the ledger's words.
struct Pair {
    name: String,
    target: Option<String>,
    whole: String,
}

/// A target without an indicator: what it counts may stand before the number, 投资1000万元.
fn alone(text: &str) -> Pair {
    let unnamed = || Pair { name: UNNAMED.to_owned(), target: Some(text.to_owned()), whole: text.to_owned() };
    if number(directed(text).1).is_ok() {
        return unnamed();
    }
    // 每月4次 comes round again: it is no sum.
    if text.starts_with('每') {
        return Pair { target: None, ..unnamed() };
    }
    let mut pair = in_one(text);
    let bare = REACHED.iter().fold(pair.name.trim(), |name, verb| name.strip_prefix(verb).unwrap_or(name));
    pair.name = if bare.is_empty() { UNNAMED.to_owned() } else { bare.to_owned() };
    if pair.target.is_some() { pair } else { unnamed() }
}

/// What a target without an indicator counts, and how many.
pub(super) fn counted(text: &str) -> Option<(String, String)> {
    let Pair { name, target, .. } = alone(text);
    Some((name, target?))
}

/// Verbs before what is counted that are no part of its name.
const REACHED: [&str; 3] = ["完成", "达到", "实现"];

/// `集中居住户数：92户`, `集中居住户数92户`, `步行时间≤15分钟`: both in one cell.
fn in_one(text: &str) -> Pair {
    let whole = text.to_owned();
    let parted = named(text).or_else(|| text.split_once(['：', ':']));
    let run_together = || text.find(|c: char| c.is_numeric()).and_then(|at| text.split_at_checked(at));
    match parted.or_else(run_together) {
        Some((name, target)) if !name.trim().is_empty() && number(directed(target).1).is_ok() => {
            Pair { name: name.trim().to_owned(), target: Some(target.trim().to_owned()), whole }
        }
        Some(_) | None => Pair { name: whole.clone(), target: None, whole },
    }
}

impl Pair {
    /// Whether the target, or what stands for both, is about how many: 约80户.
    fn is_approximate(&self) -> bool {
        let text = self.target.as_deref().unwrap_or(&self.whole);
        number(directed(text).1) == Err(NumberFault::Approximate)
    }

    /// The metric; `None` where the target is no number.
    fn metric(&self, header_unit: &str) -> Option<Result<Metric, serde_json::Error>> {
        let target = self.target.as_deref()?;
        let bare = directed(target).1;
        let quantity = in_its_unit(bare).map_or_else(|| number(bare), Ok).ok();
        let quantity = quantity.filter(|quantity| !is_of_time(&quantity.unit))?;
        let unit = if quantity.unit.is_empty() { header_unit.to_owned() } else { quantity.unit };
        let direction = directed(target).0.unwrap_or_default().name();
        Some(serde_json::from_value(serde_json::json!({
            "name": self.name, "unit": unit, "target": quantity.value.to_string(), "direction": direction,
        })))
    }
}

/// Whether what stands behind a number makes a day of it: 6月底前投入使用.
fn is_of_time(unit: &str) -> bool {
    let behind = unit.strip_prefix(['月', '日', '号']).or_else(|| unit.strip_prefix("季度"));
    let year = unit.strip_prefix('年').filter(|rest| !rest.is_empty());
    behind.or(year).is_some()
}

/// The unit that the header of targets gives in brackets: `目标值（户）`.
fn unit_in_header(ledger: &Ledger<'_>) -> String {
    unit_of_column(ledger, Field::Target)
}

/// The unit that a column's name gives in brackets; empty where it gives none.
fn unit_of_column(ledger: &Ledger<'_>, field: Field) -> String {
    let header = half_width(ledger.header.column(field).map_or("", |column| ledger.header.name(column)));
    let unit = header.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map_or("", |(unit, _)| unit);
    unit.trim_start_matches("单位:").to_owned()
}

/// A value as the ledger means it: a bare number counts in the unit that the ledger gives, by its column or beside the row's
/// target, where that is a larger or smaller one than the metric's, 万元 beside 元.
pub(super) fn in_unit_of_ledger(ledger: &Ledger<'_>, row: &Row<'_>, text: &str, unit: &str) -> String {
    let is_bare = half_width(text).chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'));
    let target = || row.text(Field::Target).and_then(|target| number_unit(directed(&target).1));
    let given = || {
        let of_value = Some(unit_of_column(ledger, Field::Value)).filter(|unit| !unit.is_empty());
        let of_target = || Some(unit_in_header(ledger)).filter(|unit| !unit.is_empty());
        of_value.or_else(|| row.text(Field::Unit)).or_else(target).or_else(of_target)
    };
    match given().filter(|given| is_bare && is_multiple(given, unit)) {
        Some(given) => format!("{text}{given}"),
        None => text.to_owned(),
    }
}

/// The unit that a target bears.
fn number_unit(text: &str) -> Option<String> {
    let found = in_its_unit(text).or_else(|| number(text).ok())?;
    Some(found.unit).filter(|unit| !unit.is_empty())
}

fn repeated(found: &mut Targets, lang: Language) {
    let names: Vec<&String> = found.metrics.iter().map(|metric| &metric.name).collect();
    let twice = names.iter().enumerate().find(|(at, name)| names.iter().take(*at).any(|before| before == *name));
    if let Some((_, name)) = twice {
        let fault = say!(lang, "指标“{name}”写了两次", "metric {name} is given twice");
        found.faults.push((Field::Metrics, fault));
    }
}
