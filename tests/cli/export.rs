//! `workplan export`, the formats that are text. Workbooks are read in `tests/office`.

use crate::program::{HEAD, TASKS, folder, in_both_languages, workplan};

const SAMPLE: &str = "export --plan plans/sample --as-of 2020-11-24";
const REAL: &str = "export --plan plans/jinze-2020h2 --as-of 2020-11-24";

#[test]
fn markdown() {
    in_both_languages!("export-sample-md", format!("{SAMPLE} --section 2 --format md"));
    in_both_languages!("export-sample-by-lead-md", format!("{SAMPLE} --section 3 --by lead --sort light --format md"));
}

#[test]
fn csv_and_json_are_those_of_status() {
    for lang in ["zh", "en"] {
        let options = format!("--plan plans/sample --as-of 2020-11-24 --theme 22 --lang {lang}");
        for (export, status) in [
            ("--format csv", "--format csv"),
            ("--format csv --sort deadline --by lead", "--format csv --sort deadline --by lead"),
            ("--format json --by theme", "--format json --by theme"),
        ] {
            let exported = workplan(&format!("export {options} {export}")).run();
            let printed = workplan(&format!("status {options} {status}")).run();
            assert_eq!((exported.text(), exported.status), (printed.text(), 0), "{export}");
        }
    }
}

#[test]
fn the_edition_for_the_public() {
    for format in ["md", "csv"] {
        in_both_languages!(format!("export-public-{format}"), format!("{REAL} --public --theme 23 --format {format}"));
    }
    in_both_languages!("export-public-sample", format!("{SAMPLE} --public --section 3 --format md"));
    let json = workplan(&format!("{REAL} --public --theme 42 --format json")).run().json();
    assert_eq!(json["schema"], "workplan.published/1");
}

#[test]
fn lights_are_published_where_the_plan_says_so() {
    let head = format!("{HEAD}disclosure: 主动公开\npublish_lights: true\n");
    let plan = folder(&[("plan.yaml", &head), ("tasks/1.yaml", TASKS)]);
    for format in ["md", "csv"] {
        let line = format!("export --plan {} --as-of 2020-11-24 --public --format {format}", plan.path().display());
        let ran = workplan(&line).run();
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("export-public-lights-{format}"), ran.text());
        });
    }
}

#[test]
fn the_format_follows_the_ending() {
    let at = folder(&[]);
    for (name, start) in [("a.csv", "\u{feff}序号"), ("a.md", "# "), ("a.JSON", "{")] {
        let path = at.path().join(name);
        let ran = workplan(&format!("{SAMPLE} --out {}", path.display())).run();
        assert_eq!((ran.text(), ran.status), ("", 0), "{}", ran.stderr);
        assert!(std::fs::read_to_string(&path).unwrap().starts_with(start), "{name}");
    }
}

#[test]
fn what_makes_no_sense_is_refused() {
    for (name, options) in [
        ("ending", "--out 任务.txt"),
        ("split", "--format csv --split-by lead"),
        ("public-order", "--public --sort light"),
        ("public-split", "--public --split-by lead"),
    ] {
        in_both_languages!(format!("export-refused-{name}"), format!("{SAMPLE} {options}"));
    }
    let plan = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", TASKS)]);
    let ran = workplan(&format!("export --plan {} --public --format csv", plan.path().display())).run();
    assert_eq!((ran.text(), ran.status), ("", 2));
    assert!(ran.stderr.contains("没有写明公开属性"), "{}", ran.stderr);
}

/// A pipe may take a workbook; what a person would see on a terminal is in `tests/cli/output.rs`.
#[cfg(feature = "xlsx")]
#[test]
fn without_an_ending_or_a_format_it_is_a_workbook() {
    let ran = workplan(SAMPLE).run();
    assert_eq!((&ran.stdout[..2], ran.status), (&b"PK"[..], 0));
}
