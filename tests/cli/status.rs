//! `workplan status`.

use crate::program::{in_both_languages, snapshot, workplan};

const REAL: &str = "status --as-of 2020-11-24";
const SAMPLE: &str = "status --plan plans/sample --as-of 2020-11-24";

#[test]
fn the_real_plan() {
    in_both_languages!("status-real", REAL);
}

#[test]
fn the_real_plan_on_narrow_and_wide_screens() {
    for columns in ["80", "160"] {
        for lang in ["zh", "en"] {
            let run = workplan(&format!("{REAL} --lang {lang}")).env("COLUMNS", columns);
            snapshot!(format!("status-real-{columns}.{lang}"), run);
        }
    }
}

#[test]
fn no_line_is_wider_than_the_screen() {
    for line in [
        REAL,
        SAMPLE,
        "status --plan plans/sample --as-of 2020-11-24 --tasks",
        "alerts --plan plans/sample --as-of 2020-11-24",
        "show 31-18 --plan plans/sample --as-of 2020-11-24",
    ] {
        for lang in ["zh", "en"] {
            for columns in [80, 100, 160] {
                let ran = workplan(&format!("{line} --lang {lang}")).env("COLUMNS", &columns.to_string()).run();
                for line in ran.text().lines() {
                    assert!(width(line) <= columns, "{} of {columns} columns: {line}", width(line));
                }
            }
        }
    }
}

/// Columns on a terminal: Chinese and its punctuation take two.
fn width(line: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(line)
}

#[test]
fn no_line_begins_with_a_closing_mark() {
    for line in [
        REAL,
        SAMPLE,
        "alerts --plan plans/sample --as-of 2020-11-24",
        "show 31-18 --plan plans/sample --as-of 2020-11-24",
    ] {
        for columns in ["60", "80", "100"] {
            let ran = workplan(line).env("COLUMNS", columns).run();
            for line in ran.text().lines() {
                let first = line.trim_start().chars().next().unwrap_or(' ');
                assert!(!"，。、；：”’）》】,;:)".contains(first), "at {columns} columns: {line}");
            }
        }
    }
}

#[test]
fn the_tasks_of_a_section_by_unit() {
    in_both_languages!("status-tasks", "status --tasks --by lead --section 2 --as-of 2020-11-24");
}

#[test]
fn the_sample_as_table_markdown_and_text() {
    in_both_languages!("status-sample", SAMPLE);
    for format in ["md", "text"] {
        in_both_languages!(format!("status-sample-{format}"), format!("{SAMPLE} --format {format}"));
    }
}

#[test]
fn the_samples_tasks_as_table_markdown_and_text() {
    for format in ["table", "md", "text"] {
        in_both_languages!(format!("status-sample-tasks-{format}"), format!("{SAMPLE} --tasks --format {format}"));
    }
}

#[test]
fn the_ledger() {
    in_both_languages!("status-sample-csv", format!("{SAMPLE} --format csv"));
    in_both_languages!("status-columns-csv", format!("{SAMPLE} --format csv --columns id,light,alerts --light red"));
}

#[test]
fn groups_of_every_kind() {
    for by in ["theme", "lead", "place", "kind"] {
        in_both_languages!(format!("status-by-{by}"), format!("{SAMPLE} --by {by} --top 1"));
    }
}

#[test]
fn the_json_is_the_report() {
    let ran = workplan(&format!("{SAMPLE} --format json --section 4")).run();
    let value: serde_json::Value = ran.json();
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, sort_maps => false }, {
        insta::assert_snapshot!("status-sample-json", serde_json::to_string_pretty(&value).unwrap());
    });
}

/// The ids that a status lists, in its order.
fn ids(line: &str) -> Vec<String> {
    let ran =
        workplan(&format!("status --plan plans/sample --as-of 2020-11-24 --format csv --columns id {line}")).run();
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    ran.text().lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned()).collect()
}

#[test]
fn filters_choose_and_add_up() {
    for (filters, chosen) in [
        ("--light red", "12-08 31-09 31-13 31-14 32-06"),
        ("--light 红灯", "12-08 31-09 31-13 31-14 32-06"),
        ("--light red --section 3", "31-09 31-13 31-14 32-06"),
        ("--section 4", "42-07 42-10 43-09"),
        ("--section 社会治理", "42-07 42-10 43-09"),
        ("--section 1 --section 4", "11-07 12-05 12-08 12-10 13-03 42-07 42-10 43-09"),
        ("--theme 33", "33-01 33-10 33-14"),
        ("--theme 美丽乡村", "22-01 22-02 22-04 22-05 22-06 22-08 22-07"),
        ("--lead 文化中心", "33-10"),
        ("--lead 文化中心 --state cancelled", "33-04"),
        ("--lead 文化中心 --state not_started --state in_progress --state cancelled", "33-04 33-10"),
        ("--lead 平安", "42-07"),
        ("--place 龚都", "22-07"),
        ("--place 商榻养护院", "31-14"),
        ("--kind continuous", "12-05 23-13 31-09 43-09"),
        ("--kind 常态类", "12-05 23-13 31-09 43-09"),
        ("--state returned --state blocked", "12-10 22-08"),
        ("--state cancelled", "33-04"),
        ("--state 已撤销", "33-04"),
        ("--due-by 2020-11-20", "11-07 12-08 13-03 22-04 22-05 31-14 32-06 42-07"),
        ("--due-by 10月底", "11-07 12-08 13-03 22-04 22-05"),
        ("--tag 民生实事", "31-12 31-13 31-14"),
        ("--grep 入湖", "23-14"),
        ("--grep 22-0 --kind measured", "22-01 22-04 22-06 22-08 22-07"),
        ("--light red --kind continuous --section 1", ""),
    ] {
        let expected: Vec<&str> = chosen.split(' ').filter(|id| !id.is_empty()).collect();
        assert_eq!(ids(filters), expected, "{filters}");
    }
}

#[test]
fn sorting_within_and_across_groups() {
    assert_eq!(ids("--section 3 --sort deadline --grep 31-"), ["31-14", "31-16", "31-12", "31-13", "31-18", "31-09"]);
    assert_eq!(ids("--theme 31 --sort light"), ["31-09", "31-13", "31-14", "31-18", "31-12", "31-16"]);
    assert_eq!(ids("--theme 33 --sort progress"), ["33-14", "33-10", "33-01"]);
    assert_eq!(ids("--section 1 --sort lead")[3], "11-07");
}

#[test]
fn a_filter_that_nothing_passes() {
    in_both_languages!(
        "status-nothing",
        "status --plan plans/sample --as-of 2020-11-24 --light red --section 1 --kind continuous"
    );
}

#[test]
fn a_plan_with_unknown_years_and_a_day_outside_it() {
    in_both_languages!("status-2027", "status --plan plans/sample --as-of 2027-01-04 --section 4");
}
