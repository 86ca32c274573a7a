//! `workplan export --format ics`: deadlines and steps in a calendar program.

use std::collections::BTreeMap;

use crate::program::{HEAD, TASKS, folder, in_both_languages, workplan};

/// The events of a calendar, by name: each the lines that say something, unfolded.
fn events(text: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let unfolded = text.replace("\r\n ", "");
    let events = unfolded.split("BEGIN:VEVENT\r\n").skip(1).map(|event| {
        let own = event.split("BEGIN:VALARM").next().unwrap();
        let alarm = event.lines().find(|line| line.starts_with("TRIGGER")).map(str::to_owned);
        let lines = own
            .lines()
            .map(str::to_owned)
            .chain(alarm)
            .filter_map(|line| line.split_once(':').map(|(key, value)| (key.to_owned(), value.to_owned())));
        let lines: BTreeMap<String, String> = lines.collect();
        (lines["UID"].clone(), lines)
    });
    events.collect()
}

fn calendar(line: &str, plan: &std::path::Path) -> String {
    let ran =
        workplan(&format!("export --format ics --as-of 2020-11-24 {line} --plan")).arg(plan.to_str().unwrap()).run();
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    ran.text().to_owned()
}

const AMENDED: &str = "\
- date: 2020-11-18
  task: 1-01
  amendment: { field: deadline, from: 2020-11-20, to: 2020-12-15, reason: 批准改期, approved_by: 镇长办公会 }
";

#[test]
fn a_sample_of_the_calendar() {
    in_both_languages!("ics-sample", "export --format ics --plan plans/sample --as-of 2020-11-24 --section 3");
    in_both_languages!("ics-public", "export --format ics --as-of 2020-11-24 --theme 22 --public");
}

#[test]
fn every_line_is_one_that_rfc_5545_allows() {
    let text = calendar("", "plans/jinze-2020h2".as_ref());
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{line}");
        assert!(!line.contains(['\r', '\n']), "{line:?}");
        assert!(
            line.starts_with(' ')
                || line
                    .split_once([':', ';'])
                    .is_some_and(|(name, _)| { name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-') }),
            "{line}"
        );
    }
    assert_eq!(text, calendar("", "plans/jinze-2020h2".as_ref()), "the same question, the same bytes");
}

#[test]
fn an_amended_deadline_moves_the_event_and_counts_it() {
    let plan = folder(&[("plan.yaml", HEAD), ("tasks/2.yaml", TASKS)]);
    let before = events(&calendar("", plan.path()));
    let after = {
        let tasks = TASKS.replace("2020-11-20", "2020-12-15");
        let plan = folder(&[("plan.yaml", HEAD), ("tasks/2.yaml", &tasks), ("progress/2020-11.yaml", AMENDED)]);
        events(&calendar("", plan.path()))
    };
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>(), "the names stay");
    let id = before.keys().find(|uid| uid.starts_with("1-01.deadline@")).unwrap();
    let (old, new) = (&before[id], &after[id]);
    assert_eq!((old["SEQUENCE"].as_str(), new["SEQUENCE"].as_str()), ("0", "1"));
    assert_eq!((old["DTSTART;VALUE=DATE"].as_str(), new["DTSTART;VALUE=DATE"].as_str()), ("20201120", "20201215"));
    assert_eq!(old["DTEND;VALUE=DATE"], "20201121", "the day after: the end is not part of it");
    // Ten working days before: 6 November, and 1 December; at nine in the morning.
    assert_eq!((old["TRIGGER"].as_str(), new["TRIGGER"].as_str()), ("-P13DT15H", "-P13DT15H"));
}

#[test]
fn what_is_done_asks_nothing_and_what_is_called_off_is_withdrawn() {
    for (state, summary, status) in [
        ("state: done", "【已办结】", "CONFIRMED"),
        (
            "amendment: { field: state, from: null, to: cancelled, reason: 不再举办, approved_by: 镇长办公会 }",
            "【已撤销】",
            "CANCELLED",
        ),
    ] {
        let entry = format!("- date: 2020-11-18\n  task: 1-01\n  {state}\n");
        let plan = folder(&[("plan.yaml", HEAD), ("tasks/2.yaml", TASKS), ("progress/2020-11.yaml", &entry)]);
        let found = events(&calendar("", plan.path()));
        let event = &found[found.keys().find(|uid| uid.starts_with("1-01.deadline@")).unwrap()];
        assert!(event["SUMMARY"].starts_with(summary), "{event:?}");
        assert_eq!(event["STATUS"], status);
        assert!(!event.contains_key("TRIGGER"), "nothing to remind of");
    }
}

/// A title may hold whatever somebody has typed or pasted: it stays one text of one event.
#[test]
fn a_title_cannot_write_lines_of_its_own() {
    let evil = r#"迎接\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil,;:\\n\u202e\u0007评审"#;
    let tasks = TASKS.replace("完成92户集中居住", &format!("\"{evil}\""));
    assert_ne!(tasks, TASKS);
    let plan = folder(&[("plan.yaml", HEAD), ("tasks/2.yaml", &tasks)]);
    let ran = workplan("export --format ics --as-of 2020-11-24 --plan").arg(plan.path().to_str().unwrap()).run();
    if ran.status == 0 {
        let clean = folder(&[("plan.yaml", HEAD), ("tasks/2.yaml", TASKS)]);
        let (found, known) = (events(ran.text()), events(&calendar("", clean.path())));
        assert_eq!(found.keys().collect::<Vec<_>>(), known.keys().collect::<Vec<_>>());
        assert!(!ran.text().contains(['\u{202e}', '\u{7}']));
    } else {
        assert!(ran.stderr.contains("E0"), "a check has refused it: {}", ran.stderr);
    }
}
