//! What must hold of weeks that follow each other, for every plan and every journal.

use proptest::prelude::*;
use workplan::plan::{Language, Period};
use workplan::report::filter::Filter;
use workplan::report::header::Header;
use workplan::report::week::{SCHEMA, WeekFacts, WeekQuery, week};
use workplan::store::Opened;

use crate::folder::at;
use crate::properties::{DAYS, case, config, day, id};

/// The week that begins so many days after the first day, as it stands on its last day, as JSON.
fn week_from(opened: &Opened, start: i64) -> serde_json::Value {
    let plan = opened.plan.as_ref().unwrap();
    let span = Period { start: day(start), end: day(start + 6) };
    let (before, now) = (at(opened, &day(start - 1).to_string()), at(opened, &span.end.to_string()));
    let header = Header::new(SCHEMA, &plan.head, &now, 0, Language::Chinese);
    let facts = WeekFacts { plan, journal: &opened.journal, calendar: &opened.calendar, before: &before, now: &now };
    let query = WeekQuery { span, filter: Filter::default(), top: None, issue: None };
    serde_json::to_value(week(facts, header, &query, Language::Chinese)).unwrap()
}

proptest! {
    #![proptest_config(config(60))]

    /// Every report of the journal is told in one week, and in one only; no other is told.
    #[test]
    fn consecutive_weeks_part_the_journal_among_them(case in case(), shift in 0..7_i64) {
        let opened = case.folder().open();
        let mut told: Vec<(String, String)> = Vec::new();
        for start in (DAYS.start - shift..DAYS.end).step_by(7) {
            let report = week_from(&opened, start);
            let (from, to) = (report["from"].as_str().unwrap(), report["to"].as_str().unwrap());
            for task in report["progressed"].as_array().unwrap() {
                for entry in task["entries"].as_array().unwrap() {
                    let date = entry["date"].as_str().unwrap();
                    prop_assert!(from <= date && date <= to, "{date} in {from}..{to}");
                    told.push((task["task"].as_str().unwrap().to_owned(), date.to_owned()));
                }
            }
        }
        let mut written: Vec<(String, String)> =
            case.entries.iter().map(|entry| (id(entry.task), day(entry.day).to_string())).collect();
        told.sort();
        written.sort();
        prop_assert_eq!(told, written);
    }

    /// A week begins as the one before it ended; what is finished in it was not so before.
    #[test]
    fn a_week_begins_as_the_last_one_ended(case in case(), start in DAYS) {
        let opened = case.folder().open();
        let (this, next) = (week_from(&opened, start), week_from(&opened, start + 7));
        prop_assert_eq!(&this["now"], &next["before"]);
        let earlier = at(&opened, &day(start + 6).to_string());
        let later = at(&opened, &day(start + 13).to_string());
        for (before, after) in earlier.standings.iter().zip(&later.standings) {
            let finished = next["finished"].as_array().unwrap().iter().any(|id| id == after.task.id.as_str());
            if before.is_open() && after.finished_on.is_some() {
                prop_assert!(finished, "{:?}", after);
            }
            if finished {
                prop_assert!(after.finished_on.is_some_and(|on| on > earlier.as_of), "{:?}", after);
            }
        }
    }
}
