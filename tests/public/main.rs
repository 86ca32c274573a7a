//! What the public is given holds nothing but what the list of `report::published` allows: a word that stands in
//! every other field of a plan is looked for in every file of every format, unpacked.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod plan;
mod unpacked;

use std::fs;
use std::path::Path;

use plan::{Lights, SECRETS, plan};
use unpacked::files_in;

/// Every output that has an edition for the public, and the file or folder it goes to.
const OUTPUTS: &[(&str, &str)] = &[
    ("export --format csv", "ledger.csv"),
    ("export --format md", "ledger.md"),
    ("export --format json", "ledger.json"),
    ("export --format xlsx", "ledger.xlsx"),
    ("export --format docx", "edition.docx"),
    ("export --format ics", "calendar.ics"),
    ("notice 22-01 --format docx", "notice.docx"),
    ("notice 22-01 --format md", "notice.md"),
    ("notice 22-01 --format text", "notice.txt"),
    ("week --format docx", "week.docx"),
    ("chart wall --format svg", "wall.svg"),
    ("chart wall --format html", "wall.html"),
    ("chart wall --format pdf", "wall.pdf"),
    ("site", "site"),
];

/// Those that show nothing but lights, and so have an edition for the public only where lights are published.
const LIGHTS_ONLY: &[(&str, &str)] = &[
    ("chart burnup --format svg", "burnup.svg"),
    ("chart burnup --format html", "burnup.html"),
    ("chart lights --format svg", "lights.svg"),
    ("chart lights --format pdf", "lights.pdf"),
];

fn workplan(line: &str, folder: &Path, out: Option<&Path>) -> std::process::Output {
    let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_workplan"));
    command.args(line.split(' ')).args(["--as-of", "2020-11-24", "--plan"]).arg(folder);
    command.env_remove("WORKPLAN_PLAN").env_remove("WORKPLAN_LANG");
    if let Some(out) = out {
        command.arg("--out").arg(out);
    }
    command.output().unwrap()
}

/// Every text that can be found in what a line writes, with the place where it stands.
fn written(line: &str, name: &str, folder: &Path) -> Vec<(String, String)> {
    let made = tempfile::tempdir().unwrap();
    let out = made.path().join(name);
    let output = workplan(line, folder, Some(&out));
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    let mut found = files_in(&out);
    found.push(("the standard output".to_owned(), String::from_utf8_lossy(&output.stdout).into_owned()));
    assert!(found.len() > 1, "{line} wrote nothing");
    found
}

fn assert_nothing_secret(line: &str, name: &str, folder: &Path) {
    for (place, text) in written(line, name, folder) {
        for secret in SECRETS {
            for form in unpacked::forms(secret) {
                assert!(!text.contains(&form), "{line}: `{form}` stands in {place}");
            }
        }
    }
}

#[test]
fn nothing_internal_is_in_any_edition_for_the_public() {
    for lights in [Lights::Published, Lights::Kept] {
        let folder = plan(lights);
        for (line, name) in OUTPUTS {
            for lang in ["zh", "en"] {
                assert_nothing_secret(&format!("{line} --public --lang {lang}"), name, &folder.path().join("plan"));
            }
        }
    }
    let folder = plan(Lights::Published);
    for (line, name) in LIGHTS_ONLY {
        assert_nothing_secret(&format!("{line} --public"), name, &folder.path().join("plan"));
    }
}

/// Otherwise the test above would find nothing whatever was written: the same words are in the office's own edition.
#[test]
fn the_secrets_are_in_the_editions_for_the_office() {
    let folder = plan(Lights::Published);
    for (line, name) in [
        ("export --format csv", "ledger.csv"),
        ("export --format json", "ledger.json"),
        ("export --format xlsx", "ledger.xlsx"),
        ("export --format ics", "calendar.ics"),
        ("chart wall --format svg", "wall.svg"),
        ("site", "site"),
        ("week --format docx", "week.docx"),
    ] {
        let found = written(line, name, &folder.path().join("plan"));
        assert!(found.iter().any(|(_, text)| text.contains(SECRETS[0])), "{line} shows none");
    }
}

#[test]
fn what_shows_nothing_but_lights_is_refused_where_lights_are_kept() {
    let folder = plan(Lights::Kept);
    for (line, name) in LIGHTS_ONLY {
        let out = folder.path().join(name);
        let output = workplan(&format!("{line} --public"), &folder.path().join("plan"), Some(&out));
        assert_eq!(output.status.code(), Some(2), "{line}");
        assert!(!out.exists(), "{line}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("workplan plan set"), "{line}");
    }
}

#[test]
fn lights_are_shown_only_where_the_plan_publishes_them() {
    for (lights, shown) in [(Lights::Published, true), (Lights::Kept, false)] {
        let folder = plan(lights);
        for (line, name) in [("export --format csv", "a.csv"), ("export --format md", "a.md"), ("site", "a")] {
            let found = written(&format!("{line} --public"), name, &folder.path().join("plan"));
            let any = found.iter().any(|(place, text)| !place.ends_with(".css") && text.contains("红灯"));
            assert_eq!(any, shown, "{line}");
        }
    }
}

#[test]
fn of_the_offices_own_fields_those_are_shown_that_are_declared_public() {
    let folder = plan(Lights::Kept);
    for (line, name) in OUTPUTS.iter().filter(|(line, _)| line.starts_with("export") || *line == "site") {
        let found = written(&format!("{line} --public"), name, &folder.path().join("plan"));
        let any = found.iter().any(|(_, text)| text.contains("开工令"));
        assert_eq!(any, !line.ends_with("ics"), "{line}");
    }
}

#[test]
fn a_plan_that_is_not_for_everybody_has_no_edition_for_the_public() {
    for (said, reason) in [("disclosure: 依申请公开\n", "依申请公开"), ("", "没有写明公开属性")] {
        let folder = plan(Lights::Published);
        let head = folder.path().join("plan/plan.yaml");
        let text = fs::read_to_string(&head).unwrap();
        fs::write(&head, text.replace("disclosure: 主动公开\n", said)).unwrap();
        for (line, name) in OUTPUTS.iter().chain(LIGHTS_ONLY) {
            let out = folder.path().join(name);
            let output = workplan(&format!("{line} --public"), &folder.path().join("plan"), Some(&out));
            assert_eq!(output.status.code(), Some(2), "{line}");
            assert!(!out.exists(), "{line} wrote something");
            assert!(String::from_utf8_lossy(&output.stderr).contains(reason), "{line}");
        }
    }
}

/// Whoever reads it would take it for the document's.
#[test]
fn a_day_that_the_office_has_assumed_is_none_for_the_public() {
    let folder = tempfile::tempdir().unwrap();
    let head = "\
format: workplan/1
id: open
title: 公开的计划
issuer: 示例镇人民政府
disclosure: 主动公开
issued: 2020-07-01
period: { start: 2020-07-01, end: 2020-12-31 }
source: 原文.txt
sections: [{ id: '1', title: 板块 }]
";
    let tasks = "\
- { id: 1-01, title: 推定时限的, kind: milestone, deadline: 2020-10-13, assumed: [deadline] }
- { id: 1-02, title: 持续推进的, kind: continuous, deadline: 2020-10-13, assumed: [deadline] }
";
    fs::write(folder.path().join("plan.yaml"), head).unwrap();
    fs::write(folder.path().join("原文.txt"), "公开的计划\n").unwrap();
    fs::create_dir(folder.path().join("tasks")).unwrap();
    fs::write(folder.path().join("tasks/1.yaml"), tasks).unwrap();
    for (line, name) in OUTPUTS {
        let line = line.replace("22-01", "1-01");
        for (place, text) in written(&format!("{line} --public"), name, folder.path()) {
            for form in ["2020-10-13", "20201013", "10月13日"] {
                assert!(!text.contains(form), "{line}: `{form}` stands in {place}");
            }
        }
    }
    for (day, listed) in [("2020-12-30", false), ("2020-12-31", true)] {
        let output = workplan(&format!("export --format csv --public --due-by {day}"), folder.path(), None);
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(text.contains("推定时限的"), listed, "{day}: {text}");
        assert!(!text.contains("持续推进的"), "{day}: {text}");
    }
}

/// Which tasks come out tells what they were chosen by.
#[test]
fn tasks_are_chosen_only_by_what_is_published() {
    for (lights, option, refused) in [
        (Lights::Kept, "--light red", true),
        (Lights::Published, "--light red", false),
        (Lights::Published, "--lead 机密甲办公室", true),
        (Lights::Published, "--person 机密人", true),
        (Lights::Published, "--leader 机密领导", true),
        (Lights::Published, "--place 机密村", true),
        (Lights::Published, "--kind measured", true),
        (Lights::Published, "--state blocked", true),
        (Lights::Published, "--tag 机密标签", true),
        (Lights::Published, "--grep 机密备注", true),
        (Lights::Published, "--field 机密资金=987654", true),
        (Lights::Published, "--field 机密事项=", true),
        (Lights::Published, "--field 公开事项=开工令", false),
        (Lights::Kept, "--section 2 --theme 22 --due-by 2020-12-31", false),
    ] {
        let folder = plan(lights);
        for line in ["export --format json", "export --format ics", "chart wall --format svg", "week --format text"] {
            let output = workplan(&format!("{line} --public {option}"), &folder.path().join("plan"), None);
            let (said, code) = (String::from_utf8_lossy(&output.stderr), output.status.code());
            assert_eq!(code, Some(if refused { 2 } else { 0 }), "{line} {option}: {said}");
            assert_eq!(said.contains("公开版不能用"), refused, "{line} {option}: {said}");
        }
    }
}
