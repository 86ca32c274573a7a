//! The week as the paper that an office sends round (简报): its head, the worst in a frame, charts, the parts, and to whom it goes.

use super::changed::change_line;
use super::lines::{issue, report_name};
use super::page::{counts_line, overall_title, parts, span_line};
use super::{attention, carried, charts};
use crate::paper::{Block, Letter, Line, Masthead, Page, Properties, Tone};
use crate::plan::Language;
use crate::report::week::Week;
use crate::say;
use crate::view::common::{add_end, on_paper};
use crate::words;

/// Lays out a week as a letter.
pub fn week_letter(report: &Week<'_>, lang: Language) -> Letter {
    let plan = &report.header.plan;
    let mut page = Page::default();
    page.add(Block::Title(title(report, lang)));
    page.say(span_line(report, lang));
    attention::worst(&mut page, report, lang);
    page.heading(overall_title(lang));
    page.say(change_line(report, lang));
    page.say(counts_line(report, lang));
    charts::charts(&mut page, report, lang);
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

/// `金泽镇人民政府2020年下半年工作安排落实情况`.
fn title(report: &Week<'_>, lang: Language) -> Line {
    let plan = &report.header.plan;
    let title = Line::plain(say!(lang, "{}落实情况", "{}: how it stands", plan.title));
    if plan.sample { title.with(words::sample_tag(lang), Tone::Red) } else { title }
}

fn file_title(report: &Week<'_>, lang: Language) -> String {
    let (name, issue, title) = (report_name(report, lang), issue(report, lang), title(report, lang).text());
    match issue {
        Some(issue) => say!(lang, "{name}{issue}：{title}", "{name}, {issue}: {title}"),
        None => say!(lang, "{name}：{title}", "{name}: {title}"),
    }
}

fn masthead(report: &Week<'_>, lang: Language) -> Masthead {
    Masthead {
        name: Line::plain(report_name(report, lang)),
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
