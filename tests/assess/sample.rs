//! plans/sample on 2020-11-24: every light, state and alert there is.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::Datelike as _;
use workplan::plan::{Date, Weight};

use crate::folder::{alerts, at, name, read, task};

/// What `plans/sample` shows on 2020-11-24, task by task, in the plan's order.
const SAMPLE: [(&str, &str, &[&str]); 32] = [
    ("11-07", "blue", &[]),
    ("12-05", "yellow", &["dependency warning remind", "unreported warning remind"]),
    ("12-08", "red", &["overdue critical circulate"]),
    ("12-10", "yellow", &["blocked warning remind"]),
    ("13-03", "blue", &[]),
    ("21-12", "grey", &["unreported info remind"]),
    ("22-01", "green", &["awaiting_closure info -"]),
    ("22-02", "yellow", &["dependency warning remind"]),
    ("22-04", "blue", &[]),
    ("22-05", "blue", &[]),
    ("22-06", "blue", &[]),
    ("22-08", "yellow", &["blocked warning remind"]),
    ("22-07", "yellow", &["behind warning remind"]),
    ("23-05", "yellow", &["due_soon warning remind"]),
    ("23-11", "yellow", &["behind warning remind"]),
    ("23-13", "green", &[]),
    ("23-14", "green", &["awaiting_closure info -"]),
    ("31-09", "red", &["bound_broken critical urge"]),
    ("31-12", "green", &[]),
    ("31-13", "red", &["behind critical urge"]),
    ("31-14", "red", &["overdue critical supervise", "behind critical urge"]),
    ("31-16", "blue", &[]),
    ("31-18", "yellow", &["checkpoint_overdue warning urge"]),
    ("32-06", "red", &["overdue critical urge"]),
    ("32-09", "blue", &[]),
    ("33-01", "green", &["awaiting_closure info -"]),
    ("33-04", "-", &[]),
    ("33-10", "green", &[]),
    ("33-14", "green", &[]),
    ("42-07", "blue", &[]),
    ("42-10", "green", &[]),
    ("43-09", "green", &["report_due info remind"]),
];

#[test]
fn the_sample_shows_exactly_this() {
    let opened = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("plans/sample"));
    let assessment = at(&opened, "2020-11-24");
    let ids: Vec<&str> = assessment.standings.iter().map(|standing| standing.task.id.as_str()).collect();
    assert_eq!(ids, SAMPLE.map(|(id, _, _)| id));
    for (id, light, said) in SAMPLE {
        let standing = task(&assessment, id);
        assert_eq!(
            (name(standing.light).as_str(), alerts(standing)),
            (light, said.iter().map(|s| (*s).to_owned()).collect()),
            "{id}"
        );
    }
    assert_eq!(name(task(&assessment, "33-04").state), "cancelled");
    assert!(opened.plan.as_ref().unwrap().head.sample);
}

#[test]
fn the_sample_shows_every_light_state_and_alert() {
    let opened = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("plans/sample"));
    let assessment = at(&opened, "2020-11-24");
    for light in workplan::assess::Light::ALL {
        assert!(assessment.standings.iter().any(|standing| standing.light == Some(light)), "{light:?}");
    }
    for state in workplan::assess::State::ALL {
        assert!(assessment.standings.iter().any(|standing| standing.state == state), "{state:?}");
    }
    let every_alert: Vec<_> = assessment.standings.iter().flat_map(|standing| &standing.alerts).collect();
    for code in workplan::assess::AlertCode::ALL {
        assert!(every_alert.iter().any(|alert| alert.code == *code), "{code:?}");
    }
}

/// What the sample is there to show, beside its lights: looked for where it is kept.
#[test]
fn the_sample_has_something_of_everything() {
    let opened = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("plans/sample"));
    let (plan, journal) = (opened.plan.as_ref().unwrap(), &opened.journal);
    let amended: BTreeSet<String> = journal
        .entries
        .iter()
        .filter_map(|entry| entry.amendment.as_ref())
        .map(|amendment| amendment.field.assumed_name())
        .collect();
    for field in ["deadline", "start", "lead", "support", "title", "kind", "places", "state"] {
        assert!(amended.contains(field), "{field} is never amended: {amended:?}");
    }
    assert!(amended.iter().any(|field| field.starts_with("metrics.")), "no target is ever amended");
    for (what, there) in [
        ("a person and a leader", plan.tasks.iter().any(|task| task.person.is_some() && task.leader.is_some())),
        ("a weight", plan.tasks.iter().any(|task| task.weight != Weight::default())),
        ("a recurring duty", plan.tasks.iter().any(|task| task.recurs.is_some())),
        ("an own field", plan.tasks.iter().any(|task| !task.fields.0.is_empty())),
        ("a checklist", plan.tasks.iter().flat_map(|task| &task.metrics).any(|metric| metric.checklist.is_some())),
        ("a share by estimate", journal.entries.iter().any(|entry| entry.percent.is_some())),
        ("a withdrawn entry", journal.entries.iter().any(|entry| entry.withdraws.is_some())),
    ] {
        assert!(there, "{what}");
    }
    let stated = plan.tasks.iter().find(|task| task.id.as_str() == "33-10").unwrap();
    assert!(!stated.assumes("metrics.文化配送覆盖村居数"), "the document says 35");
}

#[test]
fn the_samples_notices_are_answered_open_and_overdue() {
    let opened = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("plans/sample"));
    let day: Date = "2020-11-24".parse().unwrap();
    let states: Vec<&str> = opened
        .journal
        .notices
        .iter()
        .map(|notice| {
            let answers = opened.journal.entries.iter().filter(|entry| entry.date <= day);
            let answered = answers.filter(|entry| entry.reply_to.as_ref() == Some(&notice.number)).count();
            match answered {
                0 if notice.reply_by < day => "overdue",
                0 => "open",
                _ => "answered",
            }
        })
        .collect();
    assert_eq!(states, ["answered", "overdue", "open"]);
}

/// From the week of 2020-07-06 to the year's last, something happens in every week.
#[test]
fn the_samples_journal_runs_through_the_half_year() {
    let opened = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("plans/sample"));
    let weeks: BTreeSet<u32> = opened
        .journal
        .entries
        .iter()
        .map(|entry| chrono::NaiveDate::parse_from_str(&entry.date.to_string(), "%Y-%m-%d").unwrap().iso_week().week())
        .collect();
    assert_eq!(weeks, (28..=53).collect());
}
