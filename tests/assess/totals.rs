//! Counts and mean progress over tasks, and the groups of a status.

use workplan::assess::{LightCounts, Totals};
use workplan::plan::Language;
use workplan::report::header::Header;
use workplan::report::status::{GroupBy, StatusQuery, status};
use workplan::store::Opened;

use crate::folder::{Folder, at, share};

/// Eight tasks of two sections: one of each light, one of them called off, and weights.
fn folder() -> Opened {
    Folder::new()
        .head("units: [{ name: 甲办 }, { name: 乙办 }]")
        .task("id: 11-01, title: 完成, kind: milestone, lead: 甲办, places: [甲村]")
        .task("id: 11-02, title: 正常, kind: measured, lead: 甲办, metrics: [{ name: 户数, target: 4 }], weight: 3")
        .task("id: 12-01, title: 临期, kind: milestone, lead: 乙办, deadline: 2020-11-30, places: [甲村, 乙村]")
        .task("id: 12-02, title: 逾期, kind: milestone, lead: 乙办, deadline: 2020-11-20")
        .task("id: 2-01, title: 未报, kind: milestone")
        .task("id: 2-02, title: 撤销, kind: measured, lead: 乙办, metrics: [{ name: 户数, target: 4 }], weight: 500")
        .task("id: 2-03, title: 到期日, kind: milestone, lead: 甲办, deadline: 2020-11-24")
        .entry("date: 2020-11-20, task: 11-01, state: done")
        .entry("date: 2020-11-20, task: 11-02, values: { 户数: 3 }")
        .entry("date: 2020-11-20, task: 12-01, state: in_progress")
        .entry("date: 2020-11-20, task: 12-02, state: in_progress")
        .entry("date: 2020-11-20, task: 2-02, values: { 户数: 1 }, state: cancelled")
        .open()
}

fn line(totals: &Totals) -> String {
    let Totals { lights, progress_known, .. } = totals;
    let LightCounts { tasks, blue, green, yellow, red, grey, cancelled } = lights;
    let progress = share(totals.progress);
    format!(
        "{tasks}: {blue} {green} {yellow} {red} {grey}, cancelled {cancelled}, progress {progress} of {progress_known}"
    )
}

#[test]
fn cancelled_tasks_count_nowhere_else_and_weights_count() {
    let opened = folder();
    let assessment = at(&opened, "2020-11-24");
    let totals = Totals::of(assessment.standings.iter());
    // (1 × 1 + 3 × 3/4) ÷ 4; the cancelled task's weight of 500 does not count.
    assert_eq!(line(&totals), "6: 1 1 2 1 1, cancelled 1, progress 0.8125 of 2");
    assert_eq!(
        line(&Totals::of(assessment.standings.iter().filter(|_| false))),
        "0: 0 0 0 0 0, cancelled 0, progress - of 0"
    );
}

#[test]
fn groups_count_the_same_tasks_by_what_they_have_in_common() {
    let opened = folder();
    let (plan, assessment) = (opened.plan.as_ref().unwrap(), at(&opened, "2020-11-24"));
    for (by, groups) in [
        (
            GroupBy::Section,
            vec![
                "1 第一板块 4: 1 1 1 1 0, cancelled 0, progress 0.8125 of 2, next 2020-11-30",
                "2 第二板块 2: 0 0 1 0 1, cancelled 1, progress - of 0, next 2020-11-24",
            ],
        ),
        (
            GroupBy::Theme,
            vec![
                "11 专题一 2: 1 1 0 0 0, cancelled 0, progress 0.8125 of 2, next 2020-12-31",
                "12 专题二 2: 0 0 1 1 0, cancelled 0, progress - of 0, next 2020-11-30",
                "2 第二板块 2: 0 0 1 0 1, cancelled 1, progress - of 0, next 2020-11-24",
            ],
        ),
        (
            GroupBy::Lead,
            vec![
                "甲办 甲办 3: 1 1 1 0 0, cancelled 0, progress 0.8125 of 2, next 2020-11-24",
                "乙办 乙办 2: 0 0 1 1 0, cancelled 1, progress - of 0, next 2020-11-30",
                " （未定） 1: 0 0 0 0 1, cancelled 0, progress - of 0, next 2020-12-31",
            ],
        ),
        (
            GroupBy::Place,
            vec![
                "乙村 乙村 1: 0 0 1 0 0, cancelled 0, progress - of 0, next 2020-11-30",
                "甲村 甲村 2: 1 0 1 0 0, cancelled 0, progress 1 of 1, next 2020-11-30",
                " （未点名地点） 4: 0 1 1 1 1, cancelled 1, progress 0.75 of 1, next 2020-11-24",
            ],
        ),
        (
            GroupBy::Kind,
            vec![
                "milestone 节点类 5: 1 0 2 1 1, cancelled 0, progress 1 of 1, next 2020-11-24",
                "measured 量化类 1: 0 1 0 0 0, cancelled 1, progress 0.75 of 1, next 2020-12-31",
            ],
        ),
    ] {
        let header = Header::new("test", &plan.head, &assessment, 0, Language::Chinese);
        let report =
            status(plan, (&assessment, None), header, &StatusQuery { by, ..StatusQuery::default() }, Language::Chinese);
        let said: Vec<String> = report
            .groups
            .iter()
            .map(|group| {
                let next = group.next_deadline.map_or_else(|| "-".to_owned(), |day| day.to_string());
                format!("{} {} {}, next {next}", group.key, group.title, line(&group.totals))
            })
            .collect();
        assert_eq!(said, groups, "{by:?}");
    }
}

#[test]
fn the_next_deadline_is_the_nearest_of_those_still_open() {
    let opened = Folder::new()
        .head("closing: reviewed")
        .task("id: 11-01, title: 已过, kind: milestone, deadline: 2020-11-10")
        .task("id: 11-02, title: 待销号, kind: milestone, deadline: 2020-11-25")
        .task("id: 11-03, title: 已撤销, kind: milestone, deadline: 2020-11-26")
        .task("id: 11-04, title: 未完, kind: milestone, deadline: 2020-11-27")
        .task("id: 11-05, title: 未完, kind: milestone, deadline: 2020-11-28")
        .entry("date: 2020-11-01, task: 11-02, state: done")
        .entry("date: 2020-11-01, task: 11-03, state: cancelled")
        .open();
    for (as_of, next) in [
        ("2020-11-10", Some("2020-11-10")),
        ("2020-11-11", Some("2020-11-27")),
        ("2020-11-27", Some("2020-11-27")),
        ("2020-11-28", Some("2020-11-28")),
        ("2020-11-29", None),
    ] {
        let (plan, assessment) = (opened.plan.as_ref().unwrap(), at(&opened, as_of));
        let header = Header::new("test", &plan.head, &assessment, 0, Language::Chinese);
        let report = status(
            plan,
            (&assessment, None),
            header,
            &StatusQuery { by: GroupBy::Section, ..StatusQuery::default() },
            Language::Chinese,
        );
        assert_eq!(report.groups[0].next_deadline.map(|day| day.to_string()).as_deref(), next, "{as_of}");
    }
}
