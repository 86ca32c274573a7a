//! What is wrong with a command line, in both languages: exit status 2, nothing on the standard output.

use crate::program::{compared, in_both_languages, workplan};

/// Runs a line in both languages; it must fail as a usage error does.
macro_rules! refused {
    ($name:expr, $line:expr) => {
        for lang in ["zh", "en"] {
            let ran = workplan(&format!("{} --lang {lang}", $line)).run();
            assert_eq!((ran.text(), ran.status), ("", 2), "{}", $line);
            assert!(!ran.stderr.contains("panicked"), "{}", ran.stderr);
            compared(&format!("{}.{lang}", $name), &ran);
        }
    };
}

#[test]
fn the_command_line_itself() {
    refused!("usage-no-such-command", "statsu");
    refused!("usage-no-such-option", "status --as-off 2020-11-24");
    refused!("usage-missing-value", "status --as-of");
    refused!("usage-missing-argument", "show");
    refused!("usage-bad-by", "status --by month");
    refused!("usage-bad-light", "status --light redd");
    refused!("usage-bad-format", "status --format xlsx");
    refused!("usage-bad-top", "status --top many");
    refused!("usage-bad-column", "status --columns id,titel");
    refused!("usage-bad-severity", "alerts --fail-on fatal");
    refused!("usage-two-tasks", "show 22-07 22-02");
    refused!("usage-bad-schema", "schema journal");
    refused!("usage-bad-shell", "completions cmd");
    refused!("usage-bad-man", "man report");
    refused!("usage-bad-colour", "status --color sometimes");
}

#[test]
fn an_unknown_language_is_refused() {
    let ran = workplan("status --lang fr").run();
    assert_eq!((ran.text(), ran.status), ("", 2));
    assert!(ran.stderr.contains("fr"), "{}", ran.stderr);
}

#[test]
fn a_format_that_the_command_has_not() {
    refused!("usage-show-csv", "show 22-07 --format csv");
    refused!("usage-check-csv", "check --format csv");
    refused!("usage-trace-csv", "trace --format csv");
    refused!("usage-status-github", "status --format github");
}

#[test]
fn no_arguments_at_all() {
    in_both_languages!("usage-nothing", "");
}

#[test]
fn names_that_mean_nothing_or_too_much() {
    refused!("name-ambiguous-lead", "status --lead 党 --as-of 2020-11-24");
    refused!("name-unknown-lead", "status --lead 规建局 --as-of 2020-11-24");
    refused!("name-nothing-near-lead", "status --lead xyz --as-of 2020-11-24");
    refused!("name-unknown-place", "status --place 龚家村 --as-of 2020-11-24");
    refused!("name-ambiguous-place", "status --place 金泽 --as-of 2020-11-24");
    refused!("value-turned", "status --state undone --as-of 2020-11-24");
    refused!("name-unknown-section", "status --section 9 --as-of 2020-11-24");
    refused!("name-unknown-theme", "alerts --theme 24 --as-of 2020-11-24");
    refused!("name-unknown-task", "show 22-70 --as-of 2020-11-24");
    refused!("name-ambiguous-task", "show 22-0 --as-of 2020-11-24");
    refused!("name-empty-task", "show '' --as-of 2020-11-24");
}

#[test]
fn days_that_mean_nothing_or_too_much() {
    refused!("day-ambiguous-weekday", "status --as-of 周五");
    refused!("day-ambiguous-month", "status --as-of 3月底");
    refused!("day-no-such-day", "status --as-of 2020-11-31");
    refused!("day-no-such-day-in-words", "status --as-of 11月31日");
    refused!("day-unknown", "status --as-of 近期");
    refused!("day-no-such-day-in-slashes", "status --as-of 2020/11/31");
    refused!("day-recurring", "status --as-of 每季度");
    refused!("day-order", "status --as-of 01/02/20");
    refused!("day-before-span", "status --as-of 第三季度前");
    refused!("day-weekday", "status --as-of 2020年11月20日（周四）");
    refused!("day-due-by", "status --due-by 尽快 --as-of 2020-11-24");
}

#[test]
fn days_in_words() {
    let on = |word: &str| {
        workplan(&format!("status --plan plans/sample --as-of {word} --format json")).run().json()["as_of"].clone()
    };
    for (word, day) in [
        ("2020-11-24", "2020-11-24"),
        ("2020-11", "2020-11-30"),
        ("11月底", "2020-11-30"),
        ("11月", "2020-11-30"),
        ("11月24日", "2020-11-24"),
        ("2020年11月24日", "2020-11-24"),
        ("2020年11月", "2020-11-30"),
        ("年底", "2020-12-31"),
        ("9月30日前", "2020-09-30"),
        ("12月中旬", "2020-12-20"),
        ("Q4", "2020-12-31"),
        ("'1 Nov 2020'", "2020-11-01"),
        ("2021-02", "2021-02-28"),
        ("' 2020-11-24 '", "2020-11-24"),
    ] {
        assert_eq!(on(word), day, "{word}");
    }
}

#[test]
fn without_a_day_today_is_meant() {
    // Whatever the clock says, `今天` and nothing are the same day (unless midnight falls between the two).
    let day = |line: &str| workplan(line).run().json()["as_of"].clone();
    let days = || {
        (
            day("status --format json"),
            day("status --as-of 今天 --format json"),
            day("status --as-of today --format json"),
        )
    };
    let same =
        |(one, two, three): &(serde_json::Value, serde_json::Value, serde_json::Value)| one == two && two == three;
    assert!(same(&days()) || same(&days()));
}

#[test]
fn the_day_is_that_of_the_plans_own_offset() {
    use crate::program::{HEAD, TASKS, folder};
    let as_of = |offset: &str| {
        let plan = folder(&[("plan.yaml", &format!("{HEAD}utc_offset: \"{offset}\"\n")), ("tasks/1.yaml", TASKS)]);
        let ran = workplan("status --format json").within(plan.path()).run();
        ran.json()["as_of"].as_str().unwrap().parse::<workplan::plan::Date>().unwrap()
    };
    // 26 hours lie between the two, so the days differ whatever the clock says.
    assert!((1..=2).contains(&as_of("+14:00").days_since(as_of("-12:00"))));
}
