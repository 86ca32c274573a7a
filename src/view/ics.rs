//! Drawing an agenda as an iCalendar file.

use super::common::marked;
use crate::assess::{Basis, moved};
use crate::paper::ics::Component;
use crate::plan::{Date, Every, Language, Recurrence};
use crate::report::agenda::{About, Agenda, Event, Outlook, What};
use crate::say;
use crate::words;
use crate::words::visible;

/// The hour of the day at which to remind, wherever the reader is.
const REMIND_AT_HOUR: i64 = 9;
const HOURS_A_DAY: i64 = 24;

/// The agenda as an iCalendar file: an all-day event a deadline and step, under a name that stays.
pub fn ics(agenda: &Agenda<'_>, lang: Language) -> String {
    let sample = if agenda.sample { words::sample_tag(lang) } else { "" };
    let calendar = Component::new("VCALENDAR")
        .value("VERSION", "2.0")
        .text("PRODID", lang.pick("-//workplan//workplan//ZH", "-//workplan//workplan//EN"))
        .value("CALSCALE", "GREGORIAN")
        .value("METHOD", "PUBLISH")
        // What calendars know of old for the name of RFC 7986.
        .text("X-WR-CALNAME", &format!("{}{sample}", visible(agenda.title)));
    agenda.events.iter().fold(calendar, |calendar, event| calendar.part(entry(agenda, event, lang))).written()
}

fn entry(agenda: &Agenda<'_>, event: &Event<'_>, lang: Language) -> Component {
    let summary = summary(agenda, event, lang);
    let status = match event.outlook {
        Outlook::Open | Outlook::Reached => "CONFIRMED",
        Outlook::CalledOff => "CANCELLED",
    };
    let mut entry = Component::new("VEVENT").text("DESCRIPTION", &description(event, lang));
    if let Some(next) = event.day.plus_days(1) {
        entry = entry.day("DTEND", next.0);
    }
    entry = entry.value("DTSTAMP", &stamp(agenda.as_of)).day("DTSTART", event.day.0);
    if let What::Report { duty, until } = event.what {
        entry = entry.value("RRULE", &rule(duty, until));
    }
    entry = entry
        .value("SEQUENCE", &event.sequence.to_string())
        .value("STATUS", status)
        .text("SUMMARY", &summary)
        // Nobody is busy all day because something is due.
        .value("TRANSP", "TRANSPARENT")
        .text("UID", &uid(agenda, event));
    match event.remind_on {
        Some(day) => entry.part(alarm(agenda, event, day, &summary)),
        None => entry,
    }
}

/// How an event comes again (RFC 5545, 3.3.10). A day that a month may lack is the last of those up to it that it has; of
/// a quarter every third month has one, beginning with the event's.
fn rule(duty: Recurrence, until: Date) -> String {
    let by = duty.by;
    let day = match by {
        ..=28 => format!("BYMONTHDAY={by}"),
        29 => "BYMONTHDAY=28,29;BYSETPOS=-1".to_owned(),
        30 => "BYMONTHDAY=28,29,30;BYSETPOS=-1".to_owned(),
        31.. => "BYMONTHDAY=-1".to_owned(),
    };
    let rhythm = match duty.every {
        // The event's own day of the week.
        Every::Week => "FREQ=WEEKLY".to_owned(),
        Every::Month => format!("FREQ=MONTHLY;{day}"),
        Every::Quarter => format!("FREQ=MONTHLY;INTERVAL=3;{day}"),
    };
    format!("{rhythm};UNTIL={}", until.0.format("%Y%m%d"))
}

fn alarm(agenda: &Agenda<'_>, event: &Event<'_>, day: Date, summary: &str) -> Component {
    Component::new("VALARM")
        .value("ACTION", "DISPLAY")
        .text("DESCRIPTION", summary)
        .value("DTSTAMP", &stamp(agenda.as_of))
        .value("TRIGGER", &trigger(event.day.days_since(day)))
        .text("UID", &format!("alarm.{}", uid(agenda, event)))
}

/// So many days before the day of the event, in the morning, reckoned from the midnight at which that day begins.
fn trigger(days_before: i64) -> String {
    match days_before {
        0 => format!("PT{REMIND_AT_HOUR}H"),
        // The day of the event is a day off, and another one counts.
        ..0 => format!("P{}DT{REMIND_AT_HOUR}H", -days_before),
        1 => format!("-PT{}H", HOURS_A_DAY - REMIND_AT_HOUR),
        days => format!("-P{}DT{}H", days - 1, HOURS_A_DAY - REMIND_AT_HOUR),
    }
}

/// The name by which calendars know the event, whatever becomes of its day and title.
fn uid(agenda: &Agenda<'_>, event: &Event<'_>) -> String {
    let what = match event.what {
        What::Deadline => "deadline".to_owned(),
        What::Checkpoint { id, .. } => format!("checkpoint.{}", visible(id)),
        What::Report { .. } => "report".to_owned(),
    };
    format!("{}.{what}@{}.workplan", visible(event.task), visible(agenda.plan))
}

fn summary(agenda: &Agenda<'_>, event: &Event<'_>, lang: Language) -> String {
    let sample = if agenda.sample { words::sample_tag(lang).trim() } else { "" };
    let (id, title) = (event.task, event.title);
    let mark = match event.basis {
        Basis::Assumed => "*",
        Basis::Period => lang.pick("·计划期末", " (period's end)"),
        Basis::Stated | Basis::Confirmed | Basis::None => "",
    };
    let text = match (event.outlook, event.what) {
        (Outlook::Open, What::Deadline) => say!(lang, "【到期{mark}】{id} {title}", "Due{mark}: {id} {title}"),
        (Outlook::Reached, What::Deadline) => say!(lang, "【已办结】{id} {title}", "Done: {id} {title}"),
        (Outlook::CalledOff, What::Deadline) => {
            say!(lang, "【已撤销】{id} {title}", "Called off: {id} {title}")
        }
        (Outlook::Open | Outlook::Reached, What::Report { .. }) => {
            say!(lang, "【定期报送{mark}】{id} {title}", "Report{mark}: {id} {title}")
        }
        (Outlook::CalledOff, What::Report { .. }) => {
            say!(lang, "【定期报送已结束】{id} {title}", "No more reports: {id} {title}")
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
        Basis::Stated | Basis::Confirmed | Basis::None => "",
        Basis::Period => lang.pick("（计划期末）", " (the end of the plan's period)"),
        Basis::Assumed => "*",
    };
    let due = match event.what {
        What::Deadline => say!(lang, "完成时限：{day}{how}", "Deadline: {day}{how}"),
        What::Checkpoint { .. } => say!(lang, "节点时限：{day}{how}", "Due: {day}{how}"),
        What::Report { duty, .. } => {
            let duty = duty.said(lang);
            say!(lang, "定期报送：{duty}{how}", "Report: {duty}{how}")
        }
    };
    let elsewhere = event.moved.iter().filter_map(|(day, meant)| Some(format!("{day} {}", moved(lang, *day, *meant)?)));
    let elsewhere: Vec<String> = elsewhere.collect();
    let elsewhere = (!elsewhere.is_empty()).then(|| elsewhere.join(lang.pick("；", "; ")));
    let lines = [
        Some(due),
        moved(lang, day, event.meant),
        elsewhere,
        Some(say!(lang, "板块：{section}", "Section: {section}")),
        lead.map(|lead| say!(lang, "牵头单位：{lead}{mark}", "Lead: {lead}{mark}")),
        targets.map(|targets| say!(lang, "量化指标：{targets}", "Metrics: {targets}")),
        source.map(|source| say!(lang, "原文：{source}", "Source: {source}")),
        assumes.then(|| say!(lang, "* 为推定，原文未载明", "* assumed: the document does not say it")),
    ];
    lines.into_iter().flatten().map(|line| visible(&line).into_owned()).collect::<Vec<_>>().join("\n")
}

/// The beginning of a day, as the moment at which a file was made.
fn stamp(day: Date) -> String {
    format!("{}T000000Z", day.0.format("%Y%m%d"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reminder_rings_in_the_morning() {
        assert_eq!(trigger(-2), "P2DT9H");
        assert_eq!(trigger(0), "PT9H");
        assert_eq!(trigger(1), "-PT15H");
        assert_eq!(trigger(14), "-P13DT15H");
    }
}
