//! What the next plan is as a whole: what was said of it, what follows from the plan before, and what is a stand-in.

use chrono::Months;

use crate::intake::draft::{Basis, Given, Known, period_said};
use crate::plan::{Date, Head, Period};
use crate::words::Language;
use crate::{say, words};

/// What is known of the next plan's head.
#[derive(Debug, Clone)]
pub(crate) struct NextKnown {
    /// The short name.
    pub(crate) id: String,
    /// The title.
    pub(crate) title: Known<String>,
    /// Who issues it: the same office, unless another was said.
    pub(crate) issuer: String,
    /// The day of issue.
    pub(crate) issued: Known<Date>,
    /// The days over which it runs.
    pub(crate) period: Known<Period>,
}

impl NextKnown {
    /// Settles the head: what was said goes first, then what the title says, then a stand-in.
    pub(crate) fn new(old: &Head, given: &Given, as_of: Date) -> NextKnown {
        let named = given.title.as_deref().and_then(period_said);
        let period = Known::settle(given.period, named, || next_period(old.period).unwrap_or(old.period));
        let stand_in = || next_title(old, period.value).unwrap_or_else(|| stand_in(old.language));
        NextKnown {
            id: given.id.clone(),
            title: Known::settle(given.title.clone(), None, stand_in),
            issuer: given.issuer.clone().unwrap_or_else(|| old.issuer.clone()),
            issued: Known::settle(given.issued, None, || as_of),
            period,
        }
    }

    /// The keys that hold a stand-in, in a reader's order.
    pub(crate) fn left_open(&self) -> Vec<&'static str> {
        let assumed = |basis: Basis| basis == Basis::Assumed;
        let open = [
            (assumed(self.title.basis), "title"),
            (assumed(self.issued.basis), "issued"),
            (assumed(self.period.basis), "period"),
        ];
        open.into_iter().filter_map(|(open, key)| open.then_some(key)).collect()
    }

    /// What is to be known of the stand-ins.
    pub(crate) fn note(&self, lang: Language) -> Option<String> {
        let names = self.left_open().into_iter().map(|key| match key {
            "title" => lang.pick("标题", "the title"),
            "issued" => lang.pick("印发日期", "the day of issue"),
            _ => lang.pick("起止时间", "the period"),
        });
        let names = words::list(lang, names);
        (!names.is_empty()).then(|| {
            say!(
                lang,
                "{names}没有写明，暂填并已标明；请用 workplan plan set 改正",
                "nothing says {names}: a stand-in was written and marked; correct it with `workplan plan set`"
            )
        })
    }
}

/// The days that follow: as many whole months, or, where the period is none of whole months, as many days.
pub(crate) fn next_period(old: Period) -> Option<Period> {
    let start = old.end.plus_days(1)?;
    let is_whole = old.start == old.start.month_start() && old.end == old.end.month_end();
    let end = if is_whole {
        let months = u32::try_from(old.end.month_number() - old.start.month_number()).ok()?;
        Date(start.0.checked_add_months(Months::new(months))?).month_end()
    } else {
        start.plus_days(old.end.days_since(old.start))?
    };
    Some(Period { start, end })
}

/// The old title with the days of the next plan, where it names the old ones: 2020年下半年 becomes 2021年上半年.
fn next_title(old: &Head, period: Period) -> Option<String> {
    let (before, after) = (span_word(old.period)?, span_word(period)?);
    old.title.contains(&before).then(|| old.title.replace(&before, &after))
}

fn stand_in(lang: Language) -> String {
    say!(lang, "（标题待填）工作安排", "(title to be settled)")
}

/// What a title calls the days: a year, a half, a quarter or a month.
fn span_word(period: Period) -> Option<String> {
    let (year, months) = (period.start.year(), period.end.month_number() - period.start.month_number() + 1);
    let first = period.start.month_number().rem_euclid(12) + 1;
    let is_whole = period.start == period.start.month_start() && period.end == period.end.month_end();
    match (months, first) {
        _ if !is_whole => None,
        (12, 1) => Some(format!("{year}年")),
        (6, 1) => Some(format!("{year}年上半年")),
        (6, 7) => Some(format!("{year}年下半年")),
        (3, 1) => Some(format!("{year}年第一季度")),
        (3, 4) => Some(format!("{year}年第二季度")),
        (3, 7) => Some(format!("{year}年第三季度")),
        (3, 10) => Some(format!("{year}年第四季度")),
        (1, month) => Some(format!("{year}年{month}月")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(start: &str, end: &str) -> Period {
        Period { start: start.parse().unwrap(), end: end.parse().unwrap() }
    }

    #[test]
    fn the_days_that_follow() {
        for (old, next) in [
            (("2020-07-01", "2020-12-31"), ("2021-01-01", "2021-06-30")),
            (("2021-01-01", "2021-06-30"), ("2021-07-01", "2021-12-31")),
            (("2020-01-01", "2020-12-31"), ("2021-01-01", "2021-12-31")),
            (("2020-02-01", "2020-02-29"), ("2020-03-01", "2020-03-31")),
            (("2020-01-01", "2020-01-31"), ("2020-02-01", "2020-02-29")),
            (("2020-07-02", "2020-12-31"), ("2021-01-01", "2021-07-02")),
        ] {
            assert_eq!(next_period(period(old.0, old.1)), Some(period(next.0, next.1)), "{old:?}");
        }
    }

    #[test]
    fn what_a_title_calls_the_days() {
        for (start, end, word) in [
            ("2020-07-01", "2020-12-31", Some("2020年下半年")),
            ("2021-01-01", "2021-06-30", Some("2021年上半年")),
            ("2021-04-01", "2021-06-30", Some("2021年第二季度")),
            ("2021-01-01", "2021-12-31", Some("2021年")),
            ("2021-12-01", "2021-12-31", Some("2021年12月")),
            ("2021-02-01", "2021-07-31", None),
            ("2021-01-02", "2021-06-30", None),
        ] {
            assert_eq!(span_word(period(start, end)).as_deref(), word, "{start}");
        }
    }
}
