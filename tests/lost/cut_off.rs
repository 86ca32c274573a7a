//! Changes of several files that were cut off, in every state in which a crash can leave them, made by hand.

use std::fs;

use crate::plan::{Files, Plan};

const TASKS: &str = "plans/sample/tasks/2-乡村振兴.yaml";
const JOURNAL: &str = "plans/sample/progress/2020-11.yaml";
const WHAT: &str = "22-07 龚都村92户农(渔)民相对集中居住，完成时限由 2020-12-31 调整为 2020-12-18";
const ANOTHER: &[&str] = &["record", "22-07", "--date", "2020-11-24", "--note", "又一条"];

/// An amendment of the sample plan, announced; its files before and after.
struct CutOff {
    plan: Plan,
    old: Files,
    new: Files,
}

impl CutOff {
    /// Announced, with those files already replaced.
    fn with(replaced: &[&str]) -> CutOff {
        let plan = Plan::sample();
        let old = plan.files();
        plan.must(&[
            "amend",
            "22-07",
            "deadline",
            "2020-12-18",
            "--reason",
            "改期",
            "--approved-by",
            "镇长办公会",
            "--date",
            "2020-11-24",
        ]);
        let new = plan.files();
        assert_eq!(old.len(), new.len());
        plan.restore(&old);
        let text = |files: &Files, path: &str| String::from_utf8(files[path].clone()).unwrap();
        let change = |path: &&str| {
            let within = path.strip_prefix("plans/sample/").unwrap();
            serde_json::json!({ "path": within, "before": text(&old, path), "after": text(&new, path) })
        };
        let changes: Vec<_> = [JOURNAL, TASKS].iter().map(change).collect();
        let pending = serde_json::json!({ "what": WHAT, "changes": changes });
        fs::write(plan.path(".workplan/pending.json"), pending.to_string()).unwrap();
        replaced.iter().for_each(|path| fs::write(plan.top.join(path), &new[*path]).unwrap());
        CutOff { plan, old, new }
    }
}

const STATES: [&[&str]; 4] = [&[], &[JOURNAL], &[TASKS], &[JOURNAL, TASKS]];

#[test]
fn whoever_comes_next_finishes_what_was_cut_off_and_says_so() {
    let reading: [&[&str]; 5] = [&["status"], &["check"], &["show", "22-07"], &["alerts"], &["record", "--template"]];
    let dry = [ANOTHER, &["--dry-run"]].concat();
    for replaced in STATES {
        for command in reading.into_iter().chain([dry.as_slice()]) {
            let CutOff { plan, new, .. } = CutOff::with(replaced);
            let said = plan.must(command);
            assert!(said.stderr.contains(&format!("上一次写入被中断，现已补完：{WHAT}\n")), "{command:?}: {said:?}");
            assert_eq!(plan.files(), new, "{command:?}");
            assert!(!plan.must(&["status"]).stderr.contains("中断"), "it is said once");
            plan.assert_clean();
        }
    }
}

#[test]
fn whoever_writes_next_finishes_what_was_cut_off_before_anything_else() {
    for replaced in STATES {
        let CutOff { plan, mut new, .. } = CutOff::with(replaced);
        let said = plan.must(&[ANOTHER, &["--lang", "en"]].concat());
        assert!(
            said.stderr.contains(&format!("an earlier change was cut off and is now finished: {WHAT}\n")),
            "{said:?}"
        );
        new.get_mut(JOURNAL).unwrap().extend("\n- date: 2020-11-24\n  task: 22-07\n  note: 又一条\n".bytes());
        assert_eq!(plan.files(), new);
        plan.assert_clean();
    }
}

/// The rest of a killed command's files are swept away, and never taken for files of the plan.
#[test]
fn what_a_killed_command_has_left_beside_is_swept_away() {
    let plan = Plan::sample();
    plan.must(ANOTHER);
    let old = plan.files();
    fs::write(plan.path(".workplan/new-abc"), "- date: 2020").unwrap();
    plan.assert_clean();
    plan.must(&["record", "22-07", "--date", "2020-11-24", "--note", "再一条"]);
    assert!(!plan.path(".workplan/new-abc").exists());
    assert_eq!(plan.files().len(), old.len());
    plan.assert_clean();
}

#[test]
fn what_was_edited_since_is_touched_by_nobody() {
    let edits: [(&[&str], &str); 5] =
        [(&[], TASKS), (&[], JOURNAL), (&[TASKS], JOURNAL), (&[JOURNAL], TASKS), (&[JOURNAL, TASKS], TASKS)];
    for (replaced, edited) in edits {
        let CutOff { plan, .. } = CutOff::with(replaced);
        let path = plan.top.join(edited);
        fs::write(&path, fs::read_to_string(&path).unwrap() + "# 有人改过\n").unwrap();
        let before = plan.files();
        let within = edited.strip_prefix("plans/sample/").unwrap();
        for (lang, words) in [
            ("zh", format!("上一次写入（{WHAT}）只完成了一半，此后 {within} 又被改动")),
            ("en", format!("an earlier change ({WHAT}) is half done, and {within} has been edited since")),
        ] {
            let refused = plan.run(&[ANOTHER, &["--lang", lang]].concat());
            assert_eq!(refused.status, 2);
            assert!(
                refused.stderr.contains(&words) && refused.stderr.contains(".workplan/pending.json"),
                "{refused:?}"
            );
            let status = plan.run(&["status", "--lang", lang]);
            assert!(status.stderr.contains(&words), "{status:?}");
            // Of a plan with half an amendment in it there is no report; of any other there is.
            assert_eq!(status.status, if replaced.len() == 1 { 2 } else { 0 }, "{status:?}");
        }
        assert_eq!(plan.files(), before);
        assert!(plan.is_pending());
        // As the message says: put the file right, and delete the other.
        plan.restore(&CutOff::with(&[]).old);
        fs::remove_file(plan.path(".workplan/pending.json")).unwrap();
        plan.must(ANOTHER);
        plan.assert_clean();
    }
}

/// The folder may have come from anybody, with an announcement in it.
#[test]
fn an_announcement_writes_nothing_but_files_of_the_plan() {
    let plan = Plan::sample();
    plan.must(ANOTHER);
    let before = plan.files();
    let outside = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(outside.path(), plan.path("out")).unwrap();
    let absolute = plan.top.join("x.yaml");
    for path in [
        "../../x.yaml",
        "tasks/../../x.yaml",
        "plan.sh",
        ".git/config",
        ".workplan/x.yaml",
        "out/x.yaml",
        absolute.to_str().unwrap(),
    ] {
        let pending = serde_json::json!({ "what": "甲", "changes": [{ "path": path, "before": null, "after": "乙" }] });
        fs::write(plan.path(".workplan/pending.json"), pending.to_string()).unwrap();
        let refused = plan.run(ANOTHER);
        assert_eq!(refused.status, 2);
        assert!(refused.stderr.contains("不是本计划的文件"), "{refused:?}");
        plan.must(&["status"]);
        assert!(!plan.path(".workplan/x.yaml").exists());
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
        fs::remove_file(plan.path("out")).unwrap();
        assert_eq!(plan.files(), before, "{path}");
        std::os::unix::fs::symlink(outside.path(), plan.path("out")).unwrap();
    }
    fs::remove_file(plan.path("out")).unwrap();
    fs::write(plan.path(".workplan/pending.json"), "{").unwrap();
    let refused = plan.run(ANOTHER);
    assert_eq!((refused.status, refused.stderr.contains(".workplan/pending.json")), (2, true), "{refused:?}");
    plan.must(&["status"]);
    assert_eq!(plan.files(), before);
    fs::remove_file(plan.path(".workplan/pending.json")).unwrap();
    plan.assert_clean();
}
