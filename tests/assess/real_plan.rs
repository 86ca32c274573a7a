//! Facts of the real plan, each read off the document by a person.

use std::path::Path;

use workplan::assess::Light;
use workplan::plan::{Kind, Measure, Metric, Scalar, Task};
use workplan::store::Opened;

use crate::folder::{at, days_left, name, read, task};

fn real_plan() -> Opened {
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("plans/jinze-2020h2"))
}

/// The document's own lines, as `sha256sum` counts them: the file in seeds/ is never edited.
const DOCUMENT: &str = "52680623e9673ef1b5a454283058bafaefd6e111bb95f2269122af91f6ade3f9";

#[test]
fn the_document_is_the_one_that_was_read() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/jinze-2020h2.txt");
    let sum = std::process::Command::new("sha256sum").arg(path).output().expect("sha256sum is installed");
    assert_eq!(String::from_utf8(sum.stdout).unwrap().split(' ').next(), Some(DOCUMENT));
}

#[test]
fn every_task_quotes_the_document_and_marks_what_it_does_not_say() {
    let opened = real_plan();
    let (plan, source) = (opened.plan.as_ref().unwrap(), opened.source_text().unwrap());
    assert_eq!(plan.tasks.len(), 190);
    assert!(opened.journal.entries.is_empty(), "no invented progress");
    for task in &plan.tasks {
        let quote = task.source.as_deref().unwrap_or_else(|| panic!("{} quotes nothing", task.id));
        assert!(source.contains(quote), "{}: “{quote}” is not in the document", task.id);
        assert!(task.lead.is_some() && task.assumes("lead"), "{}: the document names no unit", task.id);
        assert!(task.support.is_empty() || task.assumes("support"), "{}: the document names no unit", task.id);
        assert!(task.title.chars().count() <= 24, "{}: {}", task.id, task.title);
        assert_eq!(task.deadline.is_some(), task.deadline_says.is_some() || task.assumes("deadline"), "{}", task.id);
        if let Some(says) = &task.deadline_says {
            assert!(quote.contains(says), "{}: “{says}” is not in “{quote}”", task.id);
        }
        for metric in &task.metrics {
            match &metric.says {
                Some(says) => assert!(quote.contains(says), "{}: “{says}” is not in “{quote}”", task.id),
                None => assert!(task.assumes(&format!("metrics.{}", metric.name)), "{}: {}", task.id, metric.name),
            }
        }
    }
}

/// A metric of a task: its name, target, unit, the words that set it.
fn metric(opened: &Opened, id: &str) -> (String, String, String, String) {
    let plan = opened.plan.as_ref().unwrap();
    let task = plan.tasks.iter().find(|task| task.id.as_str() == id).unwrap();
    let [metric] = task.metrics.as_slice() else { panic!("{id} has {} metrics", task.metrics.len()) };
    let says = metric.says.clone().unwrap_or_default();
    (metric.name.clone(), metric.target().to_string(), metric.unit.clone(), says)
}

#[test]
fn the_documents_numbers_and_grades() {
    let opened = real_plan();
    for (id, name, target, unit, says) in [
        ("22-07", "完成集中居住户数", "92", "户", "92户"),
        ("23-11", "销项点位数", "1447", "个点位", "1447个点位"),
        ("31-09", "养老服务圈到达时间", "15", "分钟", "15分钟"),
        ("23-13", "考核断面水质类别", "Ⅴ", "类", "V类水"),
        ("23-14", "入湖河道水质类别", "Ⅲ", "类", "Ⅲ类"),
    ] {
        assert_eq!(metric(&opened, id), (name.into(), target.into(), unit.into(), says.into()), "{id}");
    }
}

/// What the document asks to be reached, and not only to be kept.
fn to_reach(task: &Task) -> impl Iterator<Item = &Metric> {
    task.metrics.iter().filter(|metric| matches!(metric.measure, Measure::Count { .. } | Measure::Grade { .. }))
}

/// Words that do not say whether the work ends: what they are about decides, and the kind is assumed.
const SILENT: [&str; 9] = ["加快", "打造", "全力打造", "构建", "建立", "引进", "积极引进", "培育", "以创建"];

#[test]
fn one_rule_for_what_ends_what_counts_and_what_goes_on() {
    let opened = real_plan();
    for task in &opened.plan.as_ref().unwrap().tasks {
        let quote = task.source.as_deref().unwrap();
        match task.kind {
            Kind::Measured => assert!(to_reach(task).count() > 0, "{}: nothing to reach", task.id),
            Kind::Milestone | Kind::Continuous => assert_eq!(to_reach(task).count(), 0, "{}: {quote}", task.id),
        }
        if quote.starts_with("完成") || quote.starts_with("启动") {
            assert!(task.kind != Kind::Continuous && !task.assumes("kind"), "{}: {quote}", task.id);
        }
        if ["继续", "不间断"].iter().any(|word| quote.starts_with(word)) {
            assert!(task.kind == Kind::Continuous && !task.assumes("kind"), "{}: {quote}", task.id);
        }
        // A day or a number that the document names.
        let says = task.deadline_says.is_some()
            || to_reach(task).any(|metric| !task.assumes(&format!("metrics.{}", metric.name)));
        if SILENT.iter().any(|word| quote.starts_with(word)) && !says {
            assert!(task.assumes("kind"), "{}: {quote}", task.id);
        }
    }
}

/// Who waits for whom, as the order of the document's own words has it.
#[test]
fn what_the_document_puts_first_comes_first() {
    let opened = real_plan();
    let tasks = &opened.plan.as_ref().unwrap().tasks;
    let waits: Vec<String> =
        tasks.iter().flat_map(|task| task.depends.iter().map(move |on| format!("{on} {}", task.id))).collect();
    assert_eq!(
        waits,
        [
            "11-02 11-03",
            "13-03 13-04",
            "12-07 21-12",
            "22-01 22-02",
            "23-05 23-06",
            "42-04 42-07",
            "42-05 42-07",
            "42-06 42-07",
            "42-10 42-09",
            "43-12 43-13",
            "50-08 50-09",
        ]
    );
    assert!(tasks.iter().all(|task| task.depends.is_empty() || task.assumes("depends")));
    assert!(tasks.iter().all(|task| task.checkpoints.is_empty() || task.assumes("checkpoints")));
}

#[test]
fn both_water_grades_are_read_in_every_spelling() {
    let opened = real_plan();
    let plan = opened.plan.as_ref().unwrap();
    let graded: Vec<_> = plan.tasks.iter().flat_map(|task| &task.metrics).filter(|m| !m.grades().is_empty()).collect();
    assert_eq!(graded.len(), 2);
    for metric in graded {
        let names: Vec<&str> = metric.grades().iter().map(|grade| grade.name.as_str()).collect();
        assert_eq!(names, ["劣Ⅴ", "Ⅴ", "Ⅳ", "Ⅲ", "Ⅱ", "Ⅰ"]);
        for (spelt, grade) in
            [("劣V", "劣Ⅴ"), ("V", "Ⅴ"), ("IV", "Ⅳ"), ("III", "Ⅲ"), ("II", "Ⅱ"), ("I", "Ⅰ"), ("Ⅲ", "Ⅲ")]
        {
            let reading = metric.read(&Scalar::new(spelt)).unwrap();
            assert_eq!(metric.show(reading).to_string(), grade, "{spelt}");
        }
    }
}

#[test]
fn the_documents_deadlines() {
    let opened = real_plan();
    let assessment = at(&opened, "2020-07-17");
    let mut said = Vec::new();
    for standing in assessment.standings.iter().filter(|standing| standing.task.deadline.is_some()) {
        let says = standing.task.deadline_says.as_deref().unwrap_or("-");
        said.push(format!("{} {} {} {says}", standing.task.id, standing.due().unwrap(), name(standing.basis())));
    }
    assert_eq!(
        said,
        [
            "01-06 2020-12-31 stated 全年",
            "11-10 2020-12-31 stated 年内",
            "22-01 2020-11-30 assumed -",
            "22-02 2020-11-30 stated 11月份",
            "31-12 2020-12-31 stated 年底",
            "32-08 2020-12-31 assumed -",
            "42-07 2020-11-11 assumed -",
            "42-16 2020-12-11 assumed -",
        ]
    );
    for standing in assessment.standings.iter().filter(|standing| standing.task.deadline.is_none()) {
        assert_eq!(
            (standing.due().map(|day| day.to_string()), name(standing.basis())),
            match standing.task.kind {
                Kind::Continuous => (None, "none".into()),
                Kind::Milestone | Kind::Measured => (Some("2020-12-31".into()), "period".into()),
            }
        );
    }
}

#[test]
fn an_empty_journal_looks_right() {
    let opened = real_plan();
    let assessment = at(&opened, "2020-11-24");
    assert!(assessment.standings.iter().all(|standing| standing.progress.is_none() && standing.last_report.is_none()));
    for standing in &assessment.standings {
        let light = match (standing.task.kind, standing.task.id.as_str()) {
            (_, "42-07") => Light::Red,
            (_, "22-01" | "22-02") => Light::Yellow,
            // Of what nobody ever reported on nothing is known, ongoing or not.
            (Kind::Continuous | Kind::Milestone | Kind::Measured, _) => Light::Grey,
        };
        assert_eq!(standing.light, Some(light), "{}", standing.task.id);
    }
    let security = task(&assessment, "42-07");
    assert_eq!(days_left(security), (-13, -9));
    // The day after its issue nothing can be missing yet.
    let early = at(&opened, "2020-07-18");
    assert!(early.standings.iter().all(|standing| standing.light == Some(Light::Grey) && standing.alerts.is_empty()));
}
