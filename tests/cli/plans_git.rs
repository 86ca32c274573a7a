//! `--plans` with revisions: each plan as its own repository held it, and those in bare repositories.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::plans::{STATUS, city, json};
use crate::program::workplan;

fn git(at: &Path, line: &str, day: &str) {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=甲", "-c", "user.email=a@example.org"]).args(line.split(' ')).current_dir(at);
    for (variable, value) in [("GIT_AUTHOR_DATE", day), ("GIT_COMMITTER_DATE", day), ("GIT_CONFIG_GLOBAL", "/dev/null")]
    {
        command.env(variable, value);
    }
    assert!(command.output().unwrap().status.success(), "git {line}");
}

#[test]
fn each_plan_is_read_as_its_own_repository_held_it_on_a_day() {
    let at = city();
    std::fs::remove_dir_all(at.path().join("c")).unwrap();
    for (town, journal) in [("a", "a/progress/2020-11.yaml"), ("b", "b/deep/progress/2020-10.yaml")] {
        let folder = at.path().join(town);
        let text = std::fs::read_to_string(at.path().join(journal)).unwrap();
        std::fs::remove_file(at.path().join(journal)).unwrap();
        git(&folder, "init --quiet .", "2020-10-01T12:00:00+0800");
        git(&folder, "add --all", "2020-10-01T12:00:00+0800");
        git(&folder, "commit --quiet -m 一", "2020-10-01T12:00:00+0800");
        std::fs::write(at.path().join(journal), text).unwrap();
        git(&folder, "add --all", "2020-11-20T12:00:00+0800");
        git(&folder, "commit --quiet -m 二", "2020-11-20T12:00:00+0800");
    }
    let then = json(at.path(), &format!("{STATUS} --rev-date 2020-11-01"));
    let now = json(at.path(), &format!("{STATUS} --rev-date 2020-11-21"));
    assert_eq!((&then["totals"]["progress"], &now["totals"]["progress"]), (&Value::Null, &0.7.into()));
    let revisions: Vec<&str> =
        now["plans"].as_array().unwrap().iter().map(|row| row["revision"].as_str().unwrap()).collect();
    assert!(revisions[0] != revisions[1] && revisions.iter().all(|id| id.len() == 40), "{revisions:?}");
    let before = json(at.path(), &format!("{STATUS} --rev-date 2020-09-01"));
    assert_eq!((before["plans"].as_array().unwrap().len(), before["unreadable"].as_array().unwrap().len()), (0, 2));
    assert!(before["unreadable"][0]["message"].as_str().unwrap().contains("2020-09-01"), "{before}");
}

#[test]
fn bare_repositories_are_read_as_a_commit_holds_them() {
    let at = city();
    let day = "2020-11-01T12:00:00+0800";
    let of = |options: &str| json(at.path(), &format!("{STATUS} {options}"));
    let sound = std::fs::read_to_string(at.path().join("b/deep/plan.yaml")).unwrap();
    git(&at.path().join("b"), "init --quiet .", day);
    git(&at.path().join("b"), "add --all", day);
    git(&at.path().join("b"), "commit --quiet -m 一", day);
    std::fs::write(at.path().join("b/deep/plan.yaml"), sound.replace("乙镇", "乙街道")).unwrap();
    git(&at.path().join("b"), "commit --quiet --all -m 二", "2020-11-20T12:00:00+0800");
    let from_files = of("")["plans"][1].clone();
    git(at.path(), "clone --quiet --bare b srv/b.git", day);
    git(at.path(), "init --quiet --bare srv/empty.git", day);
    std::fs::remove_dir_all(at.path().join("b")).unwrap();
    let report = of("");
    let found = report["plans"][1].clone();
    assert_eq!((&found["path"], &found["name"]), (&"srv/b.git/deep".into(), &"乙街道人民政府".into()), "{report}");
    assert_eq!(found["revision"].as_str().unwrap().len(), 40);
    assert_eq!((&found["totals"], &found["last_entry"]), (&from_files["totals"], &from_files["last_entry"]));
    let unreadable: Vec<&str> =
        report["unreadable"].as_array().unwrap().iter().map(|plan| plan["path"].as_str().unwrap()).collect();
    assert_eq!(unreadable, ["c", "srv/empty.git"], "a repository without commits is told");
    let earlier = json(at.path(), "status --plans srv/b.git --as-of 2020-11-24 --rev-date 2020-11-05");
    assert_eq!(earlier["plans"][0]["name"], "乙镇人民政府");
    let ran = workplan("status --plans srv/empty.git --rev nothing --lang en").within(at.path()).run();
    assert!(ran.status == 1 && ran.text().contains("there is no revision"), "{ran}");
}
