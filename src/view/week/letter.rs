//! The week as the paper that an office sends round (简报): its head, the worst in a frame, charts, the parts, and to whom it goes.

use super::changed::change_line;
use super::lines::issue;
use super::page::{counts_line, overall_title, parts, passed};
use super::{attention, carried, charts};
use crate::paper::{Block, Letter, Line, Masthead, Page, Properties, Tone};
use crate::plan::{Date, Language, Period};
use crate::report::week::{Span, Week};
use crate::say;
use crate::view::common::{add_end, on_paper};
use crate::view::span::{days_called, report_name};
use crate::words;

/// Lays out a week as a letter.
pub fn week_letter(report: &Week<'_>, lang: Language) -> Letter {
    let plan = &report.header.plan;
    let mut page = Page::default();
    page.add(Block::Title(title(report, lang)));
    attention::worst(&mut page, report, lang);
    page.heading(overall_title(lang));
    page.add(charts::lights(report, lang));
    page.say(change_line(report, lang));
    let (passed, counts) = (passed(report, lang), counts_line(report, lang));
    page.say(say!(lang, "{passed}。{counts}", "{passed}. {counts}"));
    charts::sections(&mut page, report, lang);
    carried::carried(&mut page, report, lang);
    parts(&mut page, report, lang);
    add_end(&mut page, &report.header, lang);
    Letter {
        masthead: Some(masthead(report, lang)),
        page: page.rewritten(&|text| on_paper(text, lang)),
        notes: issue_note(report, lang).into_iter().collect(),
        record: record(report, lang),
        properties: Properties {
            title: file_title(report, lang),
            creator: Line::plain(plan.issuer).text(),
            day: report.header.as_of.to_string(),
        },
        ..Letter::default()
    }
}

/// `金泽镇人民政府2020年下半年工作安排落实情况`, and on a line of its own of which days it tells.
fn title(report: &Week<'_>, lang: Language) -> Line {
    let sample = if report.header.plan.sample { words::sample_tag(lang) } else { "" };
    let title = Line::plain(subject(report, lang));
    title.with(days(report, lang), Tone::Plain).with(sample, Tone::Red)
}

fn subject(report: &Week<'_>, lang: Language) -> String {
    say!(lang, "{}落实情况", "{}: how it stands", report.header.plan.title)
}

/// `2020年第48周（11月23日至11月29日）`.
fn days(report: &Week<'_>, lang: Language) -> String {
    let (from, to) = (report.from, report.to);
    match (report.span, days_called(Period { start: report.from, end: report.to }, lang)) {
        (Span::Week, Some(called)) => {
            let day = |day: Date| day.0.format(lang.pick("%-m月%-d日", "%-d %B")).to_string();
            let (from, to) = (day(from), day(to));
            say!(lang, "{called}（{from}至{to}）", "{called} ({from} to {to})")
        }
        (Span::Month | Span::Quarter | Span::Days, Some(called)) => called,
        (Span::Week | Span::Month | Span::Quarter | Span::Days, None) => {
            let (from, to) = (from.long(lang), to.long(lang));
            say!(lang, "{from}至{to}", "{from} to {to}")
        }
    }
}

fn file_title(report: &Week<'_>, lang: Language) -> String {
    let (name, issue, title) = (report_name(report.span, lang), issue(report, lang), subject(report, lang));
    let title = if report.header.plan.sample { title + words::sample_tag(lang) } else { title };
    match issue {
        Some(issue) => say!(lang, "{name}{issue}：{title}", "{name}, {issue}: {title}"),
        None => say!(lang, "{name}：{title}", "{name}: {title}"),
    }
}

fn masthead(report: &Week<'_>, lang: Language) -> Masthead {
    Masthead {
        name: Line::plain(report_name(report.span, lang)),
        issue: issue(report, lang).map(Line::plain),
        issuer: Line::plain(report.header.plan.issuer),
        day: Line::plain(report.header.as_of.long(lang)),
    }
}

/// Nobody has given it its number: from what it is counted.
fn issue_note(report: &Week<'_>, lang: Language) -> Option<Line> {
    let counted = report.issue_number.is_some_and(|issue| issue.counted);
    let start = report.header.plan.period.start.long(lang);
    counted.then(|| {
        Line::plain(say!(
            lang,
            "注：期号按计划期依次编排，{start}所在的一期为第1期。",
            "The number is counted from the plan's period: No. 1 is the one of {start}."
        ))
    })
}

/// To whom it goes: to the issuer's leaders, and to the units that answer for the tasks that it is about.
fn record(report: &Week<'_>, lang: Language) -> Vec<(String, Line)> {
    let (issuer, day) = (report.header.plan.issuer, report.header.as_of.long(lang));
    let office = report.head.notices.as_ref().and_then(|rules| rules.office.as_ref());
    let office = office.map_or(issuer, |office| office.as_str());
    let mut record = vec![(lang.pick("报", "To").to_owned(), say!(lang, "{issuer}领导。", "the leaders of {issuer}"))];
    if !report.leads.is_empty() {
        let units = words::list(lang, &report.leads);
        record.push((lang.pick("送", "Copies").to_owned(), say!(lang, "{units}。", "{units}")));
    }
    record.push((office.to_owned(), say!(lang, "{day}印发", "issued {day}")));
    record.into_iter().map(|(label, text)| (label, Line::plain(text))).collect()
}
