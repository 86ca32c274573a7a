//! `workplan week`.

use serde_json::json;

use crate::program::{HEAD, folder, in_both_languages, snapshot, workplan};

const SAMPLE: &str = "week --plan plans/sample --as-of 2020-11-24";
/// A week in which much happened.
const BUSY: &str = "week --plan plans/sample --as-of 2020-11-24 --week 2020-W47";

#[test]
fn the_sample_in_every_format() {
    for (name, line) in [("week-sample", SAMPLE), ("week-busy", BUSY)] {
        in_both_languages!(name, line);
        for format in ["md", "text"] {
            in_both_languages!(format!("{name}-{format}"), format!("{line} --format {format}"));
        }
        let value = workplan(&format!("{line} --format json")).run().json();
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("{name}-json"), serde_json::to_string_pretty(&value).unwrap());
        });
    }
}

#[test]
fn the_sample_at_80_and_160_columns() {
    for (columns, lang) in [("80", "zh"), ("80", "en"), ("160", "zh"), ("160", "en")] {
        let run = workplan(&format!("{BUSY} --lang {lang}")).env("COLUMNS", columns);
        snapshot!(format!("week-busy-{columns}.{lang}"), run);
    }
}

/// Nothing was reported, so nothing is said of progress; a long list is folded by unit.
#[test]
fn the_real_plan_invents_nothing() {
    in_both_languages!("week-real", "week --as-of 2020-11-27");
    in_both_languages!("week-real-year-end", "week --as-of 2021-01-05 --week 2020-W53 --format text");
    let value = workplan("week --as-of 2021-01-05 --week 2020-W53 --format json").run().json();
    for part in ["progressed", "finished", "amended", "issues", "upcoming", "upcoming_checkpoints"] {
        assert_eq!(value[part], json!([]), "{part}");
    }
    assert_eq!((&value["now"]["progress"], &value["now"]["progress_known"]), (&json!(null), &json!(0)));
    assert_eq!((&value["before"]["red"], &value["now"]["red"]), (&json!(4), &json!(51)));
    assert_eq!(value["late"].as_array().unwrap().len(), 51, "JSON folds nothing");
    assert_eq!(value["silent_units"].as_array().unwrap().len(), 18);
    assert!(value["silent_units"].as_array().unwrap().iter().all(|unit| unit["last_report"].is_null()));
    let all = workplan("week --as-of 2021-01-05 --week 2020-W53 --format text --top 0").run();
    assert_eq!(all.text().matches("【逾期·").count(), 51);
}

#[test]
fn filters_choose_the_tasks_and_both_counts_are_of_them() {
    in_both_languages!("week-lead", format!("{BUSY} --lead 社发办 --format text"));
    let value = workplan(&format!("{BUSY} --lead 社发办 --format json")).run().json();
    assert_eq!((&value["before"]["tasks"], &value["now"]["tasks"]), (&json!(4), &json!(4)));
    let red = workplan(&format!("{BUSY} --light red --format json")).run().json();
    assert_eq!((&red["now"]["red"], &red["now"]["tasks"]), (&json!(5), &json!(5)));
    assert_eq!((&red["before"]["red"], &red["before"]["tasks"]), (&json!(4), &json!(5)), "the same tasks, earlier");
}

/// The as-of day is the earlier of the week's last day and today.
#[test]
fn the_day_for_which_a_week_is_computed() {
    for (line, from, to, as_of) in [
        ("--as-of 2020-11-23", "2020-11-23", "2020-11-29", "2020-11-23"),
        ("--as-of 2020-11-29", "2020-11-23", "2020-11-29", "2020-11-29"),
        ("--as-of 2020-11-30 --week 2020-W48", "2020-11-23", "2020-11-29", "2020-11-29"),
        ("--as-of 2020-11-30 --week 上周", "2020-11-23", "2020-11-29", "2020-11-29"),
        ("--as-of 2020-11-30 --week this", "2020-11-30", "2020-12-06", "2020-11-30"),
        ("--as-of 2020-11-24 --from 2020-11-01 --to 11月底", "2020-11-01", "2020-11-30", "2020-11-24"),
        ("--as-of 2020-11-24 --from 2020-11-24 --to 2020-11-24", "2020-11-24", "2020-11-24", "2020-11-24"),
    ] {
        let value = workplan(&format!("week --plan plans/sample {line} --format json")).run().json();
        let days = [&value["from"], &value["to"], &value["as_of"]];
        assert_eq!(days, [&json!(from), &json!(to), &json!(as_of)], "{line}");
    }
    in_both_languages!(
        "week-month",
        "week --plan plans/sample --as-of 2020-11-24 --from 2020-11-01 --to 2020-11-30 --section 1"
    );
}

#[test]
fn weeks_at_the_edges_of_the_plan_are_answered_with_a_note() {
    in_both_languages!("week-before-plan", "week --as-of 2020-06-24 --section 5");
    in_both_languages!("week-begins-before-plan", "week --as-of 2020-07-03 --section 5");
    for (line, note) in [
        ("--as-of 2020-11-24", false),
        ("--as-of 2020-07-08", false),
        ("--as-of 2020-07-01", true),
        ("--as-of 2020-12-31", false),
        ("--as-of 2021-01-02", true),
        ("--as-of 2021-06-01", true),
    ] {
        let ran = workplan(&format!("week {line}")).run();
        assert_eq!((ran.status, ran.stderr.contains("不在计划期")), (0, note), "{line}: {}", ran.stderr);
    }
}

/// Runs a line that must be refused as a usage error is.
fn refused(name: &str, line: &str) {
    let ran = workplan(line).run();
    assert_eq!((ran.text(), ran.status), ("", 2), "{line}");
    in_both_languages!(name, line);
}

#[test]
fn weeks_that_mean_nothing() {
    refused("week-no-such-week", "week --week 2021-W53 --as-of 2020-11-24");
    refused("week-not-a-week", "week --week 48 --as-of 2020-11-24");
    refused("week-which-year", "week --week W10 --as-of 2020-11-24");
    refused("week-to-come", "week --week 2020-W50 --as-of 2020-11-24");
    refused("week-reversed", "week --from 2020-11-30 --to 2020-11-01 --as-of 2020-12-24");
    refused("week-from-alone", "week --from 2020-11-30");
    refused("week-and-from", "week --week 2020-W48 --from 2020-11-23 --to 2020-11-29");
    refused("week-csv", "week --format csv");
}

const TASKS: &str = "\
- { id: 1-01, title: 集中居住, kind: measured, lead: 规划建设和生态环境办公室, metrics: [{ name: 户数, unit: 户, target: 10 }], assumed: [metrics.户数] }
- { id: 1-02, title: 点位销项, kind: measured, lead: 党建工作办公室, metrics: [{ name: 点位, unit: 个, target: 4, checklist: checklists/a.csv }], assumed: [metrics.点位, lead] }
- { id: 1-03, title: 已叫停, kind: milestone, lead: 党群工作办公室 }
- { id: 1-04, title: 封顶, kind: milestone, lead: 党群工作办公室, deadline: 2021-01-08, checkpoints: [{ id: 过半, title: 主体过半, due: 2020-12-30 }, { id: 封顶, title: 封顶, due: 2021-01-08 }], assumed: [deadline, checkpoints] }
- { id: 1-05, title: 已逾期, kind: milestone, lead: 党建工作办公室, deadline: 2020-12-30, assumed: [deadline] }
";
const LIST: &str = "编号,销项日期\n一,2020-12-27\n二,2020-12-28\n三,2021-01-03\n四,2021-01-04\n";
const ENTRIES: &str = "\
- { date: 2020-12-27, task: 1-01, by: 规建办, values: { 户数: 4 } }
- { date: 2020-12-28, task: 1-01, by: 规建办, values: { 户数: 6 }, issue: 缺资金 }
- { date: 2021-01-03, task: 1-01, by: 党建办, issue: 缺人手, next: 调配人员 }
- { date: 2021-01-04, task: 1-01, by: 规建办, values: { 户数: 9 } }
- { date: 2020-12-29, task: 1-03, by: 党群办, note: 已清点, issue: 无场地 }
- { date: 2020-12-30, task: 1-03, amendment: { field: state, from: in_progress, to: cancelled, reason: 上级叫停, approved_by: 镇长办公会 } }
- { date: 2020-12-31, task: 1-04, amendment: { field: lead, from: 党建工作办公室, to: 党群工作办公室, reason: 职能调整, approved_by: 镇长办公会 } }
- { date: 2020-12-31, task: 1-04, amendment: { field: places, to: [金泽村], reason: 补充, approved_by: 镇长办公会 } }
";

fn turn_of_the_year() -> tempfile::TempDir {
    let tasks = TASKS.replace("title: 封顶, kind", "title: 封顶, places: [金泽村], kind");
    folder(&[
        ("plan.yaml", &HEAD.replace("end: 2020-12-31", "end: 2021-06-30")),
        ("tasks/1.yaml", &tasks),
        ("checklists/a.csv", LIST),
        ("progress/all.yaml", ENTRIES),
    ])
}

/// A week over the year's end: reports of a task that was called off, a unit that reports on another's task,
/// rows of a checklist, changes of the plan, a checkpoint that is late and one that is near.
#[test]
fn a_week_over_the_end_of_the_year() {
    let at = turn_of_the_year();
    for lang in ["zh", "en"] {
        for format in ["table", "md", "text"] {
            let line = format!("week --as-of 2021-01-05 --week 2020-W53 --format {format} --lang {lang}");
            snapshot!(format!("week-year-end-{format}.{lang}"), workplan(&line).within(at.path()));
        }
    }
    let value = workplan("week --as-of 2021-01-05 --week 2020-W53 --format json").within(at.path()).run().json();
    let dates = |task: &serde_json::Value| {
        task["entries"].as_array().unwrap().iter().map(|entry| entry["date"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(dates(&value["progressed"][0]), ["2020-12-28", "2021-01-03"]);
    assert_eq!(value["progressed"][0]["entries"][0]["values"], json!({ "户数": 6 }));
    assert_eq!(value["progressed"][1]["entries"], json!([]), "only the checklist speaks of it");
    assert_eq!(value["progressed"][1]["closed_rows"][0]["closed"], 2);
    assert_eq!(value["progressed"][1]["closed_rows"][0]["value"], 3);
    assert_eq!(value["progressed"][2]["state"], "cancelled");
    let issues: Vec<&str> =
        value["issues"].as_array().unwrap().iter().map(|issue| issue["issue"].as_str().unwrap()).collect();
    assert_eq!(issues, ["缺资金", "缺人手"], "what was called off has no problems left");
    let changes: Vec<_> = value["amended"].as_array().unwrap().iter().map(|change| change["from"].clone()).collect();
    assert_eq!(changes, [json!("in_progress"), json!("党建工作办公室"), json!(null)]);
    let silent: Vec<&str> =
        value["silent_units"].as_array().unwrap().iter().map(|unit| unit["lead"].as_str().unwrap()).collect();
    assert!(silent.is_empty(), "{silent:?}: each unit reported on some task");
}

/// A reviewer's act is no report of the unit; a report in another's name is not either.
#[test]
fn who_is_silent() {
    let tasks = "- { id: 1-01, title: 甲, kind: milestone, lead: 规划建设和生态环境办公室 }\n";
    let head = HEAD.replace("sections:", "closing: reviewed\nsections:");
    for (entry, silent) in [
        ("by: 规划建设和生态环境办公室, note: 推进", false),
        ("by: 规建办, note: 推进", false),
        ("note: 推进", false),
        ("by: 张三, note: 推进", false),
        ("by: 党建办, note: 代报", true),
        ("by: 督查室, state: returned", true),
        ("by: 督查室, note: 已核查", false),
        ("by: 规建办, state: reopened", false),
        ("by: 规建办, amendment: { field: places, to: [甲村], reason: 补, approved_by: 镇长 }", true),
    ] {
        let places =
            if entry.contains("places") { tasks.replace("kind", "places: [甲村], kind") } else { tasks.to_owned() };
        let entries = format!("- {{ date: 2020-11-24, task: 1-01, {entry} }}\n");
        let at = folder(&[("plan.yaml", &head), ("tasks/1.yaml", &places), ("progress/2020-11.yaml", &entries)]);
        let value = workplan("week --as-of 2020-11-27 --format json").within(at.path()).run().json();
        assert_eq!(value["silent_units"].as_array().unwrap().len(), usize::from(silent), "{entry}");
    }
}

/// What is due on the as-of day itself is neither overdue nor forgotten; the day after the horizon is not shown.
#[test]
fn the_horizon_has_two_sides() {
    for (deadline, shown) in
        [("2020-11-26", false), ("2020-11-27", true), ("2020-11-29", true), ("2020-12-06", true), ("2020-12-07", false)]
    {
        let tasks = format!(
            "- {{ id: 1-01, title: 甲, kind: milestone, lead: 党建工作办公室, deadline: {deadline}, checkpoints: \
             [{{ id: 一, title: 一, due: {deadline} }}], assumed: [deadline, checkpoints] }}\n"
        );
        let at = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", &tasks)]);
        let value = workplan("week --as-of 2020-11-27 --format json").within(at.path()).run().json();
        for part in ["upcoming", "upcoming_checkpoints"] {
            assert_eq!(value[part].as_array().unwrap().len(), usize::from(shown), "{part} {deadline}");
        }
        assert_eq!(value["late"].as_array().unwrap().len(), usize::from(deadline < "2020-11-27"), "{deadline}");
    }
}

/// A whole month and a whole quarter, however they are named.
#[test]
fn months_and_quarters() {
    for (options, span) in [
        ("--month 2020-10", ("2020-10-01", "2020-10-31")),
        ("--month 10月", ("2020-10-01", "2020-10-31")),
        ("--month 上月", ("2020-10-01", "2020-10-31")),
        ("--quarter Q3", ("2020-07-01", "2020-09-30")),
        ("--quarter 第四季度", ("2020-10-01", "2020-12-31")),
        ("--quarter last", ("2020-07-01", "2020-09-30")),
    ] {
        let line = format!("week {options} --plan plans/sample --as-of 2020-11-24 --format json");
        let week = workplan(&line).run().json();
        let found = (week["from"].as_str().unwrap(), week["to"].as_str().unwrap());
        assert_eq!(found, span, "{options}");
    }
    for options in ["--month Q4", "--month 2020-11-03", "--quarter 2020-11", "--quarter 上半年"] {
        let ran = workplan(&format!("week {options} --plan plans/sample --as-of 2020-11-24")).run();
        assert_eq!(ran.status, 2, "{ran}");
    }
}

/// The report's name and number: counted from the plan's period, in which the first day lies in the first; or as somebody says.
#[test]
fn what_a_report_is_called_and_numbered() {
    for (options, name, number) in [
        ("--week 2020-W27", "督查周报第1期", json!({ "number": 1, "counted": true })),
        ("--week 2020-W48", "督查周报第22期", json!({ "number": 22, "counted": true })),
        ("--week 2020-W26", "督查周报", json!(null)),
        ("--week 2020-W48 --issue 7", "督查周报第7期", json!({ "number": 7, "counted": false })),
        ("--month 2020-07", "督查月报第1期", json!({ "number": 1, "counted": true })),
        ("--from 2020-11-01 --to 2020-11-30", "督查月报第5期", json!({ "number": 5, "counted": true })),
        ("--quarter Q4", "督查季报第2期", json!({ "number": 2, "counted": true })),
        ("--from 2020-11-01 --to 2020-11-24", "督查报告", json!(null)),
    ] {
        let line = format!("week {options} --plan plans/sample --as-of 2020-11-24 --format");
        let week = workplan(&format!("{line} json")).run().json();
        assert_eq!(week["issue_number"], number, "{options}");
        let page = workplan(&format!("{line} text")).run();
        let title = page.text().lines().next().unwrap();
        assert!(title.ends_with(&format!("——{name}【示例数据】")), "{options}: {title}");
    }
    let refused = workplan("week --issue 0 --plan plans/sample --as-of 2020-11-24").run();
    assert_eq!(refused.status, 2, "{refused}");
}

/// A month speaks of months, in every part, and tells of each task the last report only.
#[test]
fn a_month_reads_as_a_month() {
    let month = workplan("week --month 2020-11 --plan plans/sample --as-of 2020-11-24").run();
    for word in ["本月", "较上月", "下月重点", "督查月报", "计划期第5个月", "报送 2 次，最近：2020-11-19"]
    {
        assert!(month.text().contains(word), "{word}: {month}");
    }
    for word in ["本周", "较上周", "下周", "本期", "周报"] {
        assert!(!month.text().contains(word), "{word}: {month}");
    }
    let json = workplan("week --month 2020-11 --plan plans/sample --as-of 2020-11-24 --format json").run().json();
    assert_eq!((&json["span"], &json["upcoming_to"]), (&json!("month"), &json!("2020-12-31")));
}

const STANDINGS: &str = "\
- { id: 1-01, title: 甲, kind: milestone, lead: 党建工作办公室, deadline: 2020-11-30, assumed: [deadline] }
- { id: 1-02, title: 乙, kind: milestone, lead: 党建工作办公室, deadline: 2020-11-10, assumed: [deadline], checkpoints: [{ id: 一, title: 一, due: 2020-11-05 }] }
- { id: 1-03, title: 丙, kind: continuous, lead: 规划建设和生态环境办公室 }
- { id: 1-04, title: 丁, kind: continuous, lead: 规划建设和生态环境办公室 }
- { id: 1-05, title: 戊, kind: milestone, lead: 规划建设和生态环境办公室 }
- { id: 1-06, title: 己, kind: milestone, lead: 党群工作办公室, deadline: 2020-11-24, assumed: [deadline] }
";
const REPORTS: &str = "\
- { date: 2020-11-20, task: 1-06, by: 党群办, note: 甲 }
- { date: 2020-11-23, task: 1-05, by: 规建办, state: blocked, issue: 缺资金 }
- { date: 2020-11-24, task: 1-06, by: 党群办, state: done }
";

/// The worst first, a row a task with its alerts joined; what is merely due soon or not heard of is told by its day and by unit.
#[test]
fn what_needs_attention_stands_first() {
    let at = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", STANDINGS), ("progress/2020-11.yaml", REPORTS)]);
    let json = workplan("week --as-of 2020-11-24 --format json").within(at.path()).run().json();
    let tasks = json["attention"]["tasks"].as_array().unwrap();
    let told: Vec<_> = tasks.iter().map(|task| (&task["task"], task["messages"].as_array().unwrap().len())).collect();
    assert_eq!(told, [(&json!("1-02"), 2), (&json!("1-05"), 1)]);
    let changed: Vec<_> =
        json["changed"].as_array().unwrap().iter().map(|change| (&change["task"], &change["now"])).collect();
    assert_eq!(changed, [(&json!("1-05"), &json!("yellow")), (&json!("1-06"), &json!("blue"))]);
    let counts = |unit: &serde_json::Value| (unit["open_tasks"].clone(), unit["never_reported"].clone());
    assert_eq!(counts(&json["silent_units"][0]), (json!(2), json!(2)));
    assert_eq!(counts(&json["partly_silent_units"][0]), (json!(3), json!(2)));
    assert_eq!(json["sections"][0]["now"]["tasks"], json!(6));
    for lang in ["zh", "en"] {
        for format in ["table", "text"] {
            let line = format!("week --as-of 2020-11-24 --format {format} --lang {lang}");
            snapshot!(format!("week-attention-{format}.{lang}"), workplan(&line).within(at.path()));
        }
    }
}

/// A chat is read on a phone: a dozen lines tell the whole of the real plan, and not many more a busy week.
#[test]
fn a_chat_is_short() {
    for (line, most) in [("week --as-of 2020-11-24", 12), (BUSY, 18)] {
        for lang in ["zh", "en"] {
            let ran = workplan(&format!("{line} --format text --lang {lang}")).run();
            assert!(ran.text().lines().count() <= most, "{ran}");
        }
    }
}
