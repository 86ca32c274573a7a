//! An amendment holds from its day on; a day before it sees what held then.

use crate::folder::{Folder, alert, at, name, share, task};

/// What a day makes of a task's deadline: the date, its basis, and the one before the first amendment.
fn deadline(folder: &Folder, as_of: &str) -> (String, String, Option<String>) {
    let opened = folder.open();
    let assessment = at(&opened, as_of);
    let standing = task(&assessment, "11-01");
    (standing.due().unwrap().to_string(), name(standing.basis()), standing.original_deadline.map(|day| day.to_string()))
}

fn amendment(day: &str, field: &str, from: &str, to: &str) -> String {
    format!(
        "date: {day}, task: 11-01, amendment: {{ field: {field}, from: {from}, to: {to}, reason: 改期, approved_by: 镇长办公会 }}"
    )
}

#[test]
fn how_a_deadline_is_known() {
    for (task_line, date, basis) in [
        ("source: 完成申报", "2020-12-31", "period"),
        ("source: 迎接11月份创建评审, deadline: 2020-11-30, deadline_says: 11月份", "2020-11-30", "stated"),
        ("source: 进博会, deadline: 2020-11-10, assumed: [deadline]", "2020-11-10", "assumed"),
    ] {
        let folder = Folder::new().task(&format!("id: 11-01, title: 甲, kind: milestone, {task_line}"));
        assert_eq!(deadline(&folder, "2020-11-24"), (date.to_owned(), basis.to_owned(), None), "{task_line}");
    }
}

#[test]
fn a_deadline_twice_put_off() {
    let folder = Folder::new()
        .task("id: 11-01, title: 甲, kind: milestone, source: 迎接11月份创建评审, deadline: 2020-12-25, deadline_says: 11月份")
        .entry(&amendment("2020-11-18", "deadline", "2020-11-30", "2020-12-15"))
        .entry(&amendment("2020-12-10", "deadline", "2020-12-15", "2020-12-25"));
    for (as_of, date, original) in [
        ("2020-07-01", "2020-11-30", None),
        ("2020-11-17", "2020-11-30", None),
        ("2020-11-18", "2020-12-15", Some("2020-11-30")),
        ("2020-12-09", "2020-12-15", Some("2020-11-30")),
        ("2020-12-10", "2020-12-25", Some("2020-11-30")),
        ("2021-01-10", "2020-12-25", Some("2020-11-30")),
    ] {
        assert_eq!(
            deadline(&folder, as_of),
            (date.to_owned(), "stated".to_owned(), original.map(str::to_owned)),
            "{as_of}"
        );
    }
}

#[test]
fn an_amendment_gives_a_deadline_to_a_task_without_one() {
    let folder = Folder::new().task("id: 11-01, title: 甲, kind: milestone, deadline: 2020-11-30").entry(&amendment(
        "2020-10-12",
        "deadline",
        "null",
        "2020-11-30",
    ));
    let says = |as_of: &str| deadline(&folder, as_of);
    assert_eq!(says("2020-10-11"), ("2020-12-31".into(), "period".into(), None));
    assert_eq!(says("2020-10-12"), ("2020-11-30".into(), "stated".into(), Some("2020-12-31".into())));
}

#[test]
fn what_was_assumed_is_no_longer_once_amended() {
    let opened = Folder::new()
        .head("units: [{ name: 甲办 }, { name: 乙办 }, { name: 丙办 }]")
        .task("id: 11-01, title: 甲, kind: milestone, lead: 乙办, support: [甲办, 丙办], deadline: 2020-11-30, assumed: [lead, support, deadline]")
        .entry(&amendment("2020-10-12", "lead", "甲办", "乙办"))
        .entry(&amendment("2020-10-13", "support", "[乙办]", "[甲办, 丙办]"))
        .entry(&amendment("2020-10-14", "deadline", "2020-11-10", "2020-11-30"))
        .open();
    for (as_of, lead, support, assumed, basis) in [
        ("2020-10-11", "甲办", "乙办", "lead support deadline", "assumed"),
        ("2020-10-12", "乙办", "乙办", "support deadline", "assumed"),
        ("2020-10-13", "乙办", "甲办 丙办", "deadline", "assumed"),
        ("2020-10-14", "乙办", "甲办 丙办", "", "stated"),
    ] {
        let assessment = at(&opened, as_of);
        let standing = task(&assessment, "11-01");
        assert_eq!(standing.task.lead.as_ref().unwrap().as_str(), lead, "{as_of}");
        let helpers: Vec<&str> = standing.task.support.iter().map(|unit| unit.as_str()).collect();
        assert_eq!(helpers.join(" "), support, "{as_of}");
        assert_eq!(standing.assumed.join(" "), assumed, "{as_of}");
        assert_eq!(name(standing.basis()), basis, "{as_of}");
    }
}

#[test]
fn a_target_raised_and_judged_by_what_held() {
    let opened = Folder::new()
        .task("id: 11-01, title: 甲, kind: measured, metrics: [{ name: 单位数, target: 10, baseline: 2 }], assumed: [metrics.单位数]")
        .entry("date: 2020-08-01, task: 11-01, values: { 单位数: 8 }")
        .entry(&amendment("2020-10-19", "metrics.单位数.target", "8", "10"))
        .open();
    for (as_of, target, progress, met, assumed) in
        [("2020-10-18", "8", "1", true, "metrics.单位数"), ("2020-10-19", "10", "0.75", false, "")]
    {
        let assessment = at(&opened, as_of);
        let standing = task(&assessment, "11-01");
        assert_eq!(standing.task.metrics[0].target().to_string(), target, "{as_of}");
        assert_eq!(share(standing.progress), progress, "{as_of}");
        assert_eq!(standing.metrics[0].met, met, "{as_of}");
        assert_eq!(standing.assumed.join(" "), assumed, "{as_of}");
    }
}

#[test]
fn a_bound_and_a_grade_can_be_amended_too() {
    let opened = Folder::new()
        .task("id: 11-01, title: 甲, kind: measured, metrics: [{ name: 时间, target: 20, direction: at_most }, { name: 水质, target: Ⅲ, grades: [Ⅴ, Ⅳ, Ⅲ] }]")
        .entry("date: 2020-08-01, task: 11-01, values: { 时间: 18, 水质: Ⅳ }")
        .entry(&amendment("2020-10-19", "metrics.时间.target", "15", "20"))
        .entry(&amendment("2020-10-20", "metrics.水质.target", "Ⅳ", "Ⅲ"))
        .open();
    for (as_of, broken, progress) in
        [("2020-10-18", "critical urge", "1"), ("2020-10-19", "", "1"), ("2020-10-20", "", "0.5")]
    {
        let assessment = at(&opened, as_of);
        let standing = task(&assessment, "11-01");
        assert_eq!(alert(standing, "bound_broken"), broken, "{as_of}");
        assert_eq!(share(standing.progress), progress, "{as_of}");
    }
}

#[test]
fn every_other_field_that_can_be_amended() {
    let opened = Folder::new()
        .task("id: 11-01, title: 新名, kind: milestone, start: 2020-09-01, places: [甲村, 乙村]")
        .entry(&amendment("2020-10-12", "title", "旧名", "新名"))
        .entry(&amendment("2020-10-13", "kind", "continuous", "milestone"))
        .entry(&amendment("2020-10-14", "start", "2020-08-01", "2020-09-01"))
        .entry(&amendment("2020-10-15", "places", "[甲村]", "[甲村, 乙村]"))
        .open();
    for (as_of, held) in [
        ("2020-10-11", "旧名 continuous 2020-08-01 甲村"),
        ("2020-10-12", "新名 continuous 2020-08-01 甲村"),
        ("2020-10-13", "新名 milestone 2020-08-01 甲村"),
        ("2020-10-14", "新名 milestone 2020-09-01 甲村"),
        ("2020-10-15", "新名 milestone 2020-09-01 甲村、乙村"),
    ] {
        let assessment = at(&opened, as_of);
        let standing = task(&assessment, "11-01");
        let places = standing.task.places.join("、");
        assert_eq!(format!("{} {} {} {places}", standing.task.title, standing.task.kind.name(), standing.start), held);
    }
}

/// Without a document there is nothing of which something could be assumed.
#[test]
fn a_plan_without_a_document_assumes_nothing() {
    for (head, basis, assumed) in [("source: 原文.txt", "assumed", "lead deadline"), ("source: ~", "stated", "")] {
        let opened = Folder::new()
            .head("units: [{ name: 甲办 }]")
            .head(head)
            .task("id: 11-01, title: 甲, kind: milestone, lead: 甲办, deadline: 2020-11-30, assumed: [lead, deadline]")
            .open();
        let assessment = at(&opened, "2020-11-24");
        let standing = task(&assessment, "11-01");
        assert_eq!((name(standing.basis()).as_str(), standing.assumed.join(" ").as_str()), (basis, assumed));
    }
}

#[test]
fn what_is_settled_is_assumed_until_its_day() {
    let opened = Folder::new()
        .task("id: 11-01, title: 甲, kind: milestone, deadline: 2020-11-30, confirmed: [{ fields: [deadline], by: 李主任, date: 2020-08-05 }]")
        .open();
    for (as_of, basis, assumed) in [("2020-08-04", "assumed", "deadline"), ("2020-08-05", "confirmed", "")] {
        let assessment = at(&opened, as_of);
        let standing = task(&assessment, "11-01");
        assert_eq!((name(standing.basis()).as_str(), standing.assumed.join(" ").as_str()), (basis, assumed));
    }
}
