//! A half-year, played: from the plan as it was issued, with an empty journal, to its last week, by commands alone.
//! Every Friday the units' returns come in on forms that the program itself has printed; tasks are finished, reviewed,
//! closed and sent back; deadlines are moved and targets amended. After every step `check` must find nothing, and every
//! week's summary is a snapshot that is meant to be read.
//!
//! What happens is made up. So the plan is a copy that says it is a sample, and every summary says so too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[path = "../folder/copied.rs"]
mod copied;
#[allow(dead_code, unused_macros, unused_imports)]
#[path = "../cli/program.rs"]
mod program;
mod school;

use std::fs;
use std::path::PathBuf;

use copied::copy;
use program::{Ran, top, workplan};

/// The Monday of the first week, 2020-07-06, is the 28th of the year's; the last ends with the year.
const WEEKS: std::ops::RangeInclusive<u32> = 28..=53;

/// What is decided in a week, beside the units' returns.
const DECISIONS: &[(u32, &str)] = &[
    (31, "record 42-07 --date 2020-07-31 --by 平安办 --state blocked --issue 安保力量缺口二十人 --next 报请增援"),
    (33, "add --theme 22 --title 青西郊野公园导览牌更新 --lead 规建办 --deadline 2020-10-30"),
    (36, "record 42-07 --date 2020-09-04 --by 平安办 --state 推进中 --note 增援到位"),
    (
        38,
        "amend 22-02 title 迎接市级美丽乡村创建评审（岑卜、王港） --reason 名称统一 --approved-by 党政办公室 --date 2020-09-18",
    ),
    (40, "amend 22-07 target 90户 --reason 2户另行安置 --approved-by 镇长办公会 --date 2020-10-02"),
    (
        43,
        "amend 42-07 support 综合行政执法队、城运中心、党政办公室 --reason 充实力量 --approved-by 镇长办公会 --date 2020-10-23",
    ),
    (
        45,
        "record 42-07 --date 2020-11-06 --by 平安办 --state done --note 进博会安保圆满完成 --evidence evidence/42-07.pdf",
    ),
    (46, "close 42-07 --by 督查室 --date 2020-11-12"),
    (47, "amend 22-02 deadline 2020-12-15 --reason 评审组改期 --approved-by 镇长办公会 --date 2020-11-20"),
    (48, "amend 33-04 cancel --reason 上级停办 --approved-by 镇长办公会 --date 2020-11-27"),
    (51, "record 22-02 --date 2020-12-15 --by 规建办 --state done --note 通过评审 --evidence evidence/22-02.pdf"),
    (52, "close 22-02 --return --reason 缺评审结论原件 --by 督查室 --date 2020-12-21"),
    (53, "record 22-02 --date 2020-12-28 --by 规建办 --state done --evidence evidence/22-02-原件.pdf"),
    (53, "close 22-02 --by 督查室 --date 2020-12-30"),
];

const NOTES: [&str; 5] =
    ["按计划推进", "完成现场踏勘，名单已公示", "方案经审议通过", "与村居对接完毕", "完成中期检查：资料已归档"];

struct Office {
    folder: tempfile::TempDir,
    /// How many entries the journal must hold.
    entries: usize,
    steps: usize,
}

impl Office {
    /// The plan as it was issued, in a repository of its own.
    fn open() -> Office {
        let folder = tempfile::tempdir().unwrap();
        let plan = folder.path().join("plans/jinze-2020h2");
        for part in ["tasks", "checklists"] {
            copy(&top().join("plans/jinze-2020h2").join(part), &plan.join(part));
        }
        copy(&top().join("seeds"), &folder.path().join("seeds"));
        let head = fs::read_to_string(top().join("plans/jinze-2020h2/plan.yaml")).unwrap();
        fs::write(plan.join("plan.yaml"), format!("{head}sample: true\n")).unwrap();
        fs::create_dir(plan.join("evidence")).unwrap();
        Office { folder, entries: 0, steps: 0 }
    }

    fn plan(&self) -> PathBuf {
        self.folder.path().join("plans/jinze-2020h2")
    }

    fn runs(&self, line: &str) -> Ran {
        workplan(&format!("{line} --plan plans/jinze-2020h2")).within(self.folder.path()).run()
    }

    /// A step of the office's: it is done, and the plan is in order afterwards.
    fn does(&mut self, line: &str) {
        for evidence in line.split_whitespace().filter(|word| word.starts_with("evidence/")) {
            fs::write(self.plan().join(evidence), "附件").unwrap();
        }
        let ran = self.runs(line);
        assert_eq!(ran.status, 0, "{ran}");
        self.steps += 1;
        let checked = self.runs("check");
        assert_eq!(checked.status, 0, "after {line}\n{checked}");
        assert!(checked.text().contains("没有错误，没有警告"), "after {line}\n{checked}");
    }

    /// The units' returns of a week, on the form that the program prints: every task is heard of every sixth week.
    fn takes_returns(&mut self, week: u32) {
        let friday = friday(week);
        let form = self.runs("record --template csv");
        let mut reader = csv::Reader::from_reader(form.text().as_bytes());
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(reader.headers().unwrap()).unwrap();
        let mut rows = 0;
        for (nth, row) in reader.records().map(Result::unwrap).enumerate() {
            let id = &row[0];
            let number = place(id);
            if !(number + week).is_multiple_of(6) || matches!(id, "42-07" | "22-02") {
                continue;
            }
            let mut cells: Vec<String> = row.iter().map(str::to_owned).collect();
            let last = week >= 48 && row[2].is_empty() && number.is_multiple_of(5);
            cells[3].clone_from(&friday);
            cells[5] = value(&row[2], week).unwrap_or_default();
            cells[6] = if last && !is_continuous(id) { "已完成" } else { "" }.to_owned();
            cells[8] = NOTES[(nth + week as usize) % NOTES.len()].to_owned();
            if number.is_multiple_of(11) {
                cells[9] = "土地手续尚未批复".to_owned();
                cells[10] = "本月底前报批".to_owned();
            }
            writer.write_record(&cells).unwrap();
            rows += 1;
        }
        let file = self.folder.path().join("returns.csv");
        fs::write(&file, writer.into_inner().unwrap()).unwrap();
        self.does("record --from returns.csv");
        self.entries += rows;
    }
}

/// What a counted task has reached by a week, in proportion; a grade or a bound is left alone.
fn value(target: &str, week: u32) -> Option<String> {
    let digits: String = target.chars().take_while(char::is_ascii_digit).collect();
    let number: u32 = digits.parse().ok()?;
    if target.contains('=') || target.contains('分') {
        return None;
    }
    Some((number * (week - 26) / 27).to_string())
}

fn is_continuous(id: &str) -> bool {
    let tasks = fs::read_dir(top().join("plans/jinze-2020h2/tasks")).unwrap();
    let text: String = tasks.map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).collect();
    let task = text.split("- id: ").find(|task| task.starts_with(&format!("{id}\n"))).unwrap_or("");
    task.contains("kind: continuous")
}

/// A number out of an id, so that tasks take turns.
fn place(id: &str) -> u32 {
    id.bytes().filter(u8::is_ascii_digit).fold(0, |number, digit| number * 10 + u32::from(digit - b'0'))
}

fn friday(week: u32) -> String {
    let monday = chrono::NaiveDate::from_isoywd_opt(2020, week, chrono::Weekday::Mon).unwrap();
    let day = monday + chrono::Days::new(4);
    day.min(chrono::NaiveDate::from_ymd_opt(2020, 12, 31).unwrap()).to_string()
}

#[test]
fn a_half_year_is_kept_by_commands_alone() {
    let mut office = Office::open();
    for week in WEEKS {
        office.takes_returns(week);
        for (_, line) in DECISIONS.iter().filter(|(decided, _)| *decided == week) {
            office.does(line);
            office.entries += usize::from(!line.starts_with("add"));
        }
        let summary = office.runs(&format!("week --week 2020-W{week} --as-of {} --format text", friday(week)));
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("week-{week}"), summary);
        });
    }
    let held: usize = fs::read_dir(office.plan().join("progress"))
        .unwrap()
        .map(|file| fs::read_to_string(file.unwrap().path()).unwrap().matches("\n  task: ").count())
        .sum();
    assert_eq!(held, office.entries, "no entry is lost and none is there twice");
    assert!(office.steps >= 26 + DECISIONS.len());
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("status", office.runs("status --as-of 2020-12-31"));
        insta::assert_snapshot!("week-49-markdown", office.runs("week --week 2020-W49 --as-of 2020-12-04 --format md"));
    });
    goes_on(&office);
}

/// What the half-year has left unfinished goes into the next one.
fn goes_on(office: &Office) {
    let runs = |line: &str| workplan(line).within(office.folder.path()).run();
    let made = runs(
        "init plans/jinze-2021h1 --carry jinze-2020h2 --as-of 2020-12-31 --carry-values 作基数 --title 金泽镇人民政府2021年上半年工作安排 --issued 2021-01-08",
    );
    assert_eq!(made.status, 0, "{made}");
    let next = |line: &str| runs(&format!("{line} --plan jinze-2021h1"));
    let checked = next("check");
    assert_eq!(checked.status, 0, "{checked}");
    let open = |line: &str| {
        let tasks = runs(line).json()["tasks"].as_array().unwrap().clone();
        let open = tasks.into_iter().filter(|task| !task["light"].is_null() && task["light"] != "blue");
        open.map(|task| task["id"].to_string()).collect::<Vec<_>>()
    };
    let old = open("status --as-of 2020-12-31 --format json --plan jinze-2020h2");
    assert_eq!(open("status --as-of 2021-01-15 --format json --plan jinze-2021h1"), old);
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("next-init", made);
        insta::assert_snapshot!("next-status", next("status --as-of 2021-01-15"));
        insta::assert_snapshot!("next-week", next("week --as-of 2021-01-03"));
        insta::assert_snapshot!("next-show", next("show 22-07 --as-of 2021-01-15"));
    });
}
