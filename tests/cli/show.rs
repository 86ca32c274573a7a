//! `workplan show`.

use crate::program::{in_both_languages, workplan};

#[test]
fn a_task_of_the_real_plan_in_every_format() {
    for format in ["table", "text", "md"] {
        in_both_languages!(format!("show-22-07-{format}"), format!("show 22-07 --as-of 2020-11-24 --format {format}"));
    }
    let value = workplan("show 22-07 --as-of 2020-11-24 --format json").run().json();
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("show-22-07-json", serde_json::to_string_pretty(&value).unwrap());
    });
}

#[test]
fn tasks_of_the_sample() {
    for (id, what) in [
        ("22-02", "amended-deadline"),
        ("33-01", "amended-lead"),
        ("42-10", "amended-target"),
        ("31-09", "bound"),
        ("23-13", "graded-bound"),
        ("23-14", "awaiting-closure"),
        ("23-11", "checklist"),
        ("22-08", "returned"),
        ("31-18", "checkpoints"),
        ("33-04", "cancelled"),
        ("42-07", "closed"),
        ("12-08", "overdue"),
        ("12-05", "dependency"),
    ] {
        in_both_languages!(format!("show-{what}"), format!("show {id} --plan plans/sample --as-of 2020-11-24"));
    }
}

#[test]
fn a_task_with_everything_as_text_and_markdown() {
    for format in ["text", "md"] {
        in_both_languages!(
            format!("show-checkpoints-{format}"),
            format!("show 31-18 --plan plans/sample --as-of 2020-11-24 --format {format}")
        );
        in_both_languages!(
            format!("show-metrics-{format}"),
            format!("show 42-10 --plan plans/sample --as-of 2020-11-24 --format {format}")
        );
    }
}

#[test]
fn before_an_amendment_the_old_value_holds() {
    in_both_languages!("show-before-amendment", "show 22-02 --plan plans/sample --as-of 2020-11-17");
}

#[test]
fn a_task_may_be_named_by_a_part_of_its_title() {
    let by_id = workplan("show 22-07 --as-of 2020-11-24").run();
    for named in ["龚都村92户农(渔)民相对集中居住", "龚都村", "92户", "' 22-07 '"] {
        assert_eq!(workplan(&format!("show {named} --as-of 2020-11-24")).run().text(), by_id.text(), "{named}");
    }
}
