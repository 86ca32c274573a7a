//! Many processes at once, on one plan.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use crate::plan::{Plan, often};

const WRITERS: usize = 8;

/// Where each of the writers records: two of them at the same task, four in the same month.
const PLACES: [(&str, &str); WRITERS] = [
    ("22-07", "2020-11-20"),
    ("22-07", "2020-11-20"),
    ("22-02", "2020-11-23"),
    ("31-09", "2020-11-24"),
    ("22-07", "2020-10-15"),
    ("22-07", "2020-10-16"),
    ("31-09", "2020-09-09"),
    ("43-09", "2021-01-04"),
];

#[test]
fn hundreds_of_records_at_once_are_hundreds_of_entries() {
    let plan = Plan::sample_in_memory();
    let records = often(100);
    let before = plan.notes();
    assert!(!plan.path("progress/2021-01.yaml").exists());
    let longest = AtomicUsize::new(0);
    thread::scope(|scope| {
        for (writer, (task, date)) in PLACES.into_iter().enumerate() {
            let (plan, longest) = (&plan, &longest);
            scope.spawn(move || {
                for at in 0..records {
                    let note = format!("第{writer}人第{at}条");
                    let started = Instant::now();
                    let said = plan.must(&["record", task, "--date", date, "--note", &note, "--lock-timeout", "60"]);
                    longest.fetch_max(started.elapsed().as_millis() as usize, Ordering::Relaxed);
                    assert!(said.stdout.contains("已写入"), "{said:?}");
                }
            });
        }
    });
    eprintln!("the longest of {} records took {longest:?} ms", WRITERS * records);
    let mut expected = before;
    expected.extend((0..WRITERS).flat_map(|writer| (0..records).map(move |at| (format!("第{writer}人第{at}条"), 1))));
    assert_eq!(plan.notes(), expected);
    let entries = plan.entries();
    for (writer, (task, date)) in PLACES.into_iter().enumerate() {
        let mine = entries
            .iter()
            .filter(|entry| entry.note.as_deref().is_some_and(|note| note.starts_with(&format!("第{writer}人"))));
        let mine: Vec<_> = mine.collect();
        assert!(mine.iter().all(|entry| entry.task.as_str() == task && entry.date.to_string() == date));
        // Each one's own entries stand in the order in which they were made.
        let order: Vec<String> = mine.iter().filter_map(|entry| entry.note.clone()).collect();
        assert_eq!(order, (0..records).map(|at| format!("第{writer}人第{at}条")).collect::<Vec<_>>());
    }
    plan.assert_clean();
}

/// A number that went out twice cannot be called back.
#[test]
fn notices_written_at_once_never_share_a_number() {
    let each = often(75) / 3;
    let plan = Plan::sample_in_memory();
    let tasks = ["22-07", "31-09", "22-02", "12-08"];
    let said: Vec<String> = thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let plan = &plan;
                scope.spawn(move || {
                    let task = tasks[writer % tasks.len()];
                    // The same matter gets one number a day.
                    let issue = |at: usize| {
                        let days = at + each * (writer / tasks.len());
                        let day = format!("2020-{:02}-{:02}", 8 + days / 30, 1 + days % 30);
                        let args = ["notice", task, "--level", "urge", "--as-of", &day, "--lock-timeout", "60"];
                        let paper = plan.must(&args).stdout;
                        paper.lines().find_map(|line| line.strip_prefix("文号：")).unwrap().to_owned()
                    };
                    (0..each).map(issue).collect::<Vec<_>>()
                })
            })
            .collect();
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
    });
    let all = WRITERS * each;
    // The plan comes with three.
    let numbers = || 4..=all + 3;
    let expected: BTreeSet<String> = numbers().map(|number| format!("金府督〔2020〕{number}号")).collect();
    assert_eq!(said.len(), all);
    assert_eq!(said.into_iter().collect::<BTreeSet<_>>(), expected, "each paper has a number of its own");
    let kept = plan.read("notices/2020.yaml");
    let kept: Vec<&str> =
        kept.lines().filter_map(|line| line.split_once("number: ")).map(|(_, number)| number).collect();
    assert_eq!(kept[3..], numbers().map(|number| format!("金府督〔2020〕{number}号")).collect::<Vec<_>>());
    plan.assert_clean();
}

/// Half an amendment is a fault (E406) or a wrong deadline: no reader may see either.
#[test]
fn readers_beside_writers_never_fail_and_never_see_half_a_change() {
    const AMENDMENTS: usize = 20;
    let plan = Plan::sample_in_memory();
    let days = ["2020-12-18", "2020-12-21"];
    let (done, read, longest) = (AtomicBool::new(false), AtomicUsize::new(0), AtomicUsize::new(0));
    thread::scope(|scope| {
        for reader in 0..4 {
            let (plan, done, read) = (&plan, &done, &read);
            scope.spawn(move || {
                while !done.load(Ordering::Relaxed) {
                    if reader % 2 == 0 {
                        plan.must(&["check"]);
                    } else {
                        let shown = plan.must(&["show", "22-02", "--format", "json", "--as-of", "2020-11-24"]);
                        let shown: serde_json::Value = serde_json::from_str(&shown.stdout).unwrap();
                        let entries = shown["entries"].as_array().unwrap().iter();
                        let amended = entries.filter_map(|entry| entry["amendment"]["to"].as_str()).next_back();
                        assert_eq!(shown["task"]["deadline"].as_str(), amended);
                    }
                    read.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        let writers: Vec<_> = (0..2)
            .map(|writer| {
                let (plan, longest) = (&plan, &longest);
                scope.spawn(move || {
                    for at in 0..AMENDMENTS {
                        let started = Instant::now();
                        let said = match writer {
                            0 => plan.run(&[
                                "amend",
                                "22-02",
                                "deadline",
                                days[at % 2],
                                "--reason",
                                "改期",
                                "--approved-by",
                                "镇长办公会",
                                "--date",
                                "2020-11-24",
                                "--lock-timeout",
                                "60",
                            ]),
                            _ => plan.run(&[
                                "record",
                                "22-07",
                                "--date",
                                "2020-11-24",
                                "--note",
                                &format!("旁记{at}"),
                                "--lock-timeout",
                                "60",
                            ]),
                        };
                        assert_eq!(said.status, 0, "{said:?}");
                        longest.fetch_max(started.elapsed().as_millis() as usize, Ordering::Relaxed);
                        assert!(!said.stderr.contains("补完"), "nothing was cut off: {said:?}");
                    }
                })
            })
            .collect();
        let ended: Vec<_> = writers.into_iter().map(thread::ScopedJoinHandle::join).collect();
        done.store(true, Ordering::Relaxed);
        assert!(ended.iter().all(Result::is_ok));
    });
    eprintln!("{read:?} readings beside {} writings, the longest of {longest:?} ms", 2 * AMENDMENTS);
    assert!(read.load(Ordering::Relaxed) >= AMENDMENTS, "the readers have read in between");
    let amended =
        plan.entries().iter().filter(|entry| entry.amendment.as_ref().is_some_and(|a| a.reason == "改期")).count();
    assert_eq!(amended, AMENDMENTS);
    let notes: BTreeMap<_, _> = plan.notes().into_iter().filter(|(note, _)| note.starts_with("旁记")).collect();
    assert_eq!((notes.len(), notes.values().all(|count| *count == 1)), (AMENDMENTS, true));
    plan.assert_clean();
}

/// Until somebody writes for the first time there is nothing that a reader could hold.
#[test]
fn readers_of_a_plan_that_is_written_to_for_the_first_time_see_all_of_the_change_or_nothing() {
    for _ in 0..5 {
        let plan = Plan::sample_in_memory();
        let done = AtomicBool::new(false);
        thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| {
                    while !done.load(Ordering::Relaxed) {
                        plan.must(&["check"]);
                    }
                });
            }
            let amended = plan.run(&[
                "amend",
                "22-02",
                "deadline",
                "2020-12-18",
                "--reason",
                "改期",
                "--approved-by",
                "镇长办公会",
                "--date",
                "2020-11-24",
            ]);
            done.store(true, Ordering::Relaxed);
            assert_eq!(amended.status, 0, "{amended:?}");
        });
        plan.assert_clean();
    }
}
