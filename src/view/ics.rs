//! Drawing an agenda as an iCalendar file (RFC 5545). The library folds lines and escapes texts.

use chrono::{Datelike, Duration};
use icalendar::{Alarm, Calendar, Component, Event as Entry, EventLike, Property};

use super::common::marked;
use crate::assess::Basis;
use crate::paper::visible;
use crate::plan::{Date, Language};
use crate::report::agenda::{About, Agenda, Event, Outlook, What};
use crate::say;
use crate::words;

/// The hour of the day at which to remind, wherever the reader is.
const REMIND_AT_HOUR: i64 = 9;
const HOURS_A_DAY: i64 = 24;

/// The agenda as an iCalendar file: an all-day event a deadline and step, under a name that stays.
pub fn ics(agenda: &Agenda<'_>, lang: Language) -> String {
    let sample = if agenda.sample { words::sample_tag(lang) } else { "" };
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", lang.pick("-//workplan//workplan//ZH", "-//workplan//workplan//EN")))
        .append_property(("CALSCALE", "GREGORIAN"))
        .append_property(("METHOD", "PUBLISH"));
    // The name of RFC 7986, `NAME`, the library writes without escaping it.
    calendar.append_property(("X-WR-CALNAME", format!("{}{sample}", visible(agenda.title)).as_str()));
    for event in &agenda.events {
        calendar.push(entry(agenda, event, lang));
    }
    calendar.to_string()
}

fn entry(agenda: &Agenda<'_>, event: &Event<'_>, lang: Language) -> Entry {
    let summary = summary(agenda, event, lang);
    let status = match event.outlook {
        Outlook::Open | Outlook::Reached => "CONFIRMED",
        Outlook::CalledOff => "CANCELLED",
    };
    let mut entry = Entry::new();
    entry
        .uid(&uid(agenda, event))
        .add_property("DTSTAMP", stamp(agenda.as_of))
        .append_property(all_day("DTSTART", event.day))
        .summary(&summary)
        .description(&description(event, lang))
        .add_property("STATUS", status)
        // Nobody is busy all day because something is due.
        .add_property("TRANSP", "TRANSPARENT")
        .sequence(u32::try_from(event.sequence).unwrap_or(u32::MAX));
    if let Some(next) = event.day.plus_days(1) {
        entry.append_property(all_day("DTEND", next));
    }
    if let Some(day) = event.remind_on {
        entry.alarm(alarm(agenda, event, day, &summary));
    }
    entry.done()
}

/// Unlike the event, an alarm needs no name and no day of making; without them the library would make some up.
fn alarm(agenda: &Agenda<'_>, event: &Event<'_>, day: Date, summary: &str) -> Alarm {
    let mut alarm = Alarm::display(summary, Duration::zero());
    alarm
        .append_property(("TRIGGER", trigger(event.day.days_since(day)).as_str()))
        .add_property("UID", format!("alarm.{}", uid(agenda, event)))
        .add_property("DTSTAMP", stamp(agenda.as_of));
    alarm.done()
}

/// So many days before the day of the event, in the morning, reckoned from the midnight at which that day begins.
fn trigger(days_before: i64) -> String {
    match days_before {
        ..=0 => format!("PT{REMIND_AT_HOUR}H"),
        1 => format!("-PT{}H", HOURS_A_DAY - REMIND_AT_HOUR),
        days => format!("-P{}DT{}H", days - 1, HOURS_A_DAY - REMIND_AT_HOUR),
    }
}

/// The name by which calendars know the event, whatever becomes of its day and title.
fn uid(agenda: &Agenda<'_>, event: &Event<'_>) -> String {
    let what = match event.what {
        What::Deadline => "deadline".to_owned(),
        What::Checkpoint { id, .. } => format!("checkpoint.{}", visible(id)),
    };
    format!("{}.{what}@{}.workplan", visible(event.task), visible(agenda.plan))
}

fn summary(agenda: &Agenda<'_>, event: &Event<'_>, lang: Language) -> String {
    let sample = if agenda.sample { words::sample_tag(lang).trim() } else { "" };
    let (id, title) = (event.task, event.title);
    let mark = if event.basis == Basis::Assumed { "*" } else { "" };
    let text = match (event.outlook, event.what) {
        (Outlook::Open, What::Deadline) => say!(lang, "【到期{mark}】{id} {title}", "Due{mark}: {id} {title}"),
        (Outlook::Reached, What::Deadline) => say!(lang, "【已办结】{id} {title}", "Done: {id} {title}"),
        (Outlook::CalledOff, What::Deadline) => {
            say!(lang, "【已撤销】{id} {title}", "Called off: {id} {title}")
        }
        (Outlook::Open, What::Checkpoint { title: step, .. }) => {
            say!(lang, "【节点{mark}】{id} {step}（{title}）", "Step{mark}: {id} {step} ({title})")
        }
        (Outlook::Reached, What::Checkpoint { title: step, .. }) => {
            say!(lang, "【节点已完成】{id} {step}（{title}）", "Step reached: {id} {step} ({title})")
        }
        (Outlook::CalledOff, What::Checkpoint { title: step, .. }) => {
            say!(lang, "【节点已撤销】{id} {step}（{title}）", "Step called off: {id} {step} ({title})")
        }
    };
    let space = if sample.is_empty() { "" } else { lang.pick("", " ") };
    visible(&format!("{sample}{space}{text}")).into_owned()
}

fn description(event: &Event<'_>, lang: Language) -> String {
    let About { section, lead, lead_assumed, targets, source } = &event.about;
    let mark = if *lead_assumed { "*" } else { "" };
    let assumes = event.basis == Basis::Assumed || *lead_assumed || targets.iter().any(|target| target.assumed);
    let targets =
        targets.iter().map(|target| marked(&format!("{} {}", target.name, target.asked(lang)), target.assumed));
    let targets: Vec<String> = targets.collect();
    let targets = (!targets.is_empty()).then(|| words::list(lang, targets));
    let day = event.day;
    let how = match event.basis {
        Basis::Stated => "",
        Basis::Period => lang.pick("（计划期末）", " (the end of the plan's period)"),
        Basis::Assumed => "*",
    };
    let due = match event.what {
        What::Deadline => say!(lang, "完成时限：{day}{how}", "Deadline: {day}{how}"),
        What::Checkpoint { .. } => say!(lang, "节点时限：{day}{how}", "Due: {day}{how}"),
    };
    let lines = [
        Some(due),
        Some(say!(lang, "板块：{section}", "Section: {section}")),
        lead.map(|lead| say!(lang, "牵头单位：{lead}{mark}", "Lead: {lead}{mark}")),
        targets.map(|targets| say!(lang, "量化指标：{targets}", "Metrics: {targets}")),
        source.map(|source| say!(lang, "原文：{source}", "Source: {source}")),
        assumes.then(|| say!(lang, "* 为推定，原文未载明", "* assumed: the document does not say it")),
    ];
    lines.into_iter().flatten().map(|line| visible(&line).into_owned()).collect::<Vec<_>>().join("\n")
}

fn all_day(key: &str, day: Date) -> Property {
    Property::new(key, digits(day)).add_parameter("VALUE", "DATE").done()
}

fn stamp(day: Date) -> String {
    format!("{}T000000Z", digits(day))
}

fn digits(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.0.year(), day.0.month(), day.0.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reminder_rings_in_the_morning() {
        assert_eq!(trigger(0), "PT9H");
        assert_eq!(trigger(1), "-PT15H");
        assert_eq!(trigger(14), "-P13DT15H");
    }
}
