//! What the head and the foot of a document say of it: title, issuer, day of issue, period.

use crate::plan::{Date, Period};

use super::figures::latest_written;
use super::head::{DraftHead, Given, Known};
use super::headings::number;
use super::headline::{first_title, title};
use super::issue::{self, HEAD_LINES};
use super::issuer::issuer;
use super::listed::{holds, words};
use super::masthead::{self, Masthead, plain};
use super::parties::Parties;
use super::period::{day, declared, from_issue, period_of, school_term, so_many_years, years};
use super::sentences::Paragraph;

/// So many years beyond its issue may a plan set days.
const MOST_YEARS: i32 = 5;

/// What the document says of itself, what was given going first.
pub(super) fn head(
    text: &str,
    paragraphs: &[Paragraph<'_>],
    parties: &Parties,
    given: &Given,
    today: Date,
) -> DraftHead {
    let lines = lines(paragraphs);
    let masthead = Masthead::of(&lines);
    let read_title = title(&masthead);
    let title = Known::settle(given.title.clone(), read_title, || "（标题待填）工作安排".to_owned());
    let named = || issuer(&title.value, &masthead);
    let read_issuer = parties.issuer().map(str::to_owned).or_else(named);
    let issuer = Known::settle(given.issuer.clone(), read_issuer, || "（发文单位待填）".to_owned());
    let dated = masthead.issued.or_else(|| issue::day(&masthead.lines));
    let from_now = || from_issue(text, given.issued.or(dated)?);
    let titled = period_of(&title.value);
    // 自2026年4月起至11月 says more than the year of the title.
    let closer =
        declared(text).filter(|span| titled.is_none_or(|year| year.start <= span.end && span.start <= year.end));
    let named = closer.or(titled).or_else(|| period_of_parts(&lines)).or_else(from_now).or_else(|| so_many_years(text));
    let year = |year: i32| Period { start: day(year, 1, 1), end: day(year, 12, 31) };
    let around = given.issued.or(dated).map(|day| day.year());
    // The year of issue, or that which the document names most often, is a guess; with the years of the days that it sets.
    let guessed = || {
        if let Some(term) = school_term(&title.value) {
            return term;
        }
        let first = around.or_else(|| most_named(text)).unwrap_or(today.year());
        let written = latest_written(text).map(|day| day.year());
        let within = |year: &i32| (first..=first + MOST_YEARS).contains(year);
        // 到2025年 again and again: until then the plan runs.
        let last = written
            .filter(within)
            .max(aimed_at(text).into_iter().filter(|year| (first..=first + MOST_AIMED).contains(year)).max());
        Period { end: day(last.unwrap_or(first), 12, 31), ..year(first) }
    };
    let period = Known::settle(given.period, named, guessed);
    let issued = Known::settle(given.issued, dated, || if text.trim().is_empty() { today } else { period.value.start });
    let disclosure = lines.iter().take(HEAD_LINES).find_map(|line| disclosure(line));
    let (units, sections) = (given.units.clone(), given.sections.clone());
    let number = masthead
        .number
        .clone()
        .or_else(|| masthead.lines.iter().take(HEAD_LINES).find_map(|line| masthead::number(line)));
    DraftHead { id: given.id.clone(), title, issuer, number, issued, period, disclosure, units, sections }
}

/// The document's own title, whatever the plan is called.
pub(super) fn own_title(paragraphs: &[Paragraph<'_>]) -> Option<String> {
    first_title(&Masthead::of(&lines(paragraphs)))
}

fn lines<'t>(paragraphs: &[Paragraph<'t>]) -> Vec<&'t str> {
    paragraphs.iter().flatten().map(|sentence| sentence.text).collect()
}

/// A plan looks ahead so many years, as its aims say.
const MOST_AIMED: i32 = 10;

/// The years by which a text says at least twice that something is to be.
fn aimed_at(text: &str) -> Vec<i32> {
    let named = years(text).filter(|(at, _, length)| {
        let before = text.get(..*at).unwrap_or("");
        let behind = text.get(at + length..).unwrap_or("");
        before.ends_with('到') && behind.starts_with(['年']) || behind.starts_with("年底前")
    });
    let mut found: Vec<i32> = named.map(|(_, year, _)| year).collect();
    found.sort_unstable();
    found.iter().zip(found.iter().skip(1)).filter(|(one, next)| one == next).map(|(one, _)| *one).collect()
}

fn most_named(text: &str) -> Option<i32> {
    let mut counts: std::collections::BTreeMap<i32, usize> = std::collections::BTreeMap::new();
    for (at, year, length) in years(text) {
        if text.get(at + length..).is_some_and(|after| after.starts_with('年')) {
            *counts.entry(year).or_default() += 1;
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(year, _)| year)
}

/// The period that a heading over what is to be done names: 三、2026年工作安排.
fn period_of_parts(lines: &[&str]) -> Option<Period> {
    let heads = lines.iter().filter(|line| line.chars().count() <= LONGEST_PART && number(line).is_some());
    let ahead = |line: &&&str| {
        holds(line, words!("安排 重点工作 主要任务 工作任务 工作目标 工作打算"))
            && !holds(line, words!("回顾 总结 时期"))
    };
    heads.filter(ahead).find_map(|line| period_of(line))
}

/// The longest heading that names a period, in characters.
const LONGEST_PART: usize = 30;

fn disclosure(line: &str) -> Option<String> {
    let words = plain(line);
    let words = words.rsplit(['：', ':']).next().unwrap_or("").trim();
    ["主动公开", "依申请公开", "不予公开"].into_iter().find(|known| *known == words).map(str::to_owned)
}
