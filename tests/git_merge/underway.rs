//! Records beside what git has not finished.

use std::fs;

use crate::clerk::{JOURNAL_FILE, Repository, entry};

#[test]
fn a_record_while_git_is_at_work_is_made_and_said_to_be_at_risk() {
    let clerks = Repository::without_setup();
    let record = |lang: &str| {
        let line = [
            "record",
            "11-01",
            "--date",
            "2020-10-21",
            "--note",
            "又报",
            "--plan",
            "plans/小镇",
            "--force",
            "--lang",
            lang,
        ];
        clerks.workplan(&line)
    };
    for (sign, is_folder, zh, en) in [
        ("index.lock", false, "git 正在本仓库中运行", "a git command is running"),
        ("MERGE_HEAD", false, "git merge --abort", "git merge --abort"),
        ("rebase-merge", true, "变基", "a rebase"),
        ("rebase-apply", true, "变基", "a rebase"),
        ("CHERRY_PICK_HEAD", false, "git cherry-pick --abort", "git cherry-pick --abort"),
        ("REVERT_HEAD", false, "git revert --abort", "git revert --abort"),
    ] {
        let path = clerks.top.join(".git").join(sign);
        if is_folder {
            fs::create_dir(&path).unwrap()
        } else {
            fs::write(&path, "").unwrap()
        }
        for (lang, says) in [("zh", zh), ("en", en)] {
            let said = record(lang);
            assert!(said.contains(says), "{sign}: {said}");
        }
        if is_folder {
            fs::remove_dir(&path).unwrap()
        } else {
            fs::remove_file(&path).unwrap()
        }
        assert!(!record("en").contains("note:"));
    }
}

#[test]
fn a_merge_in_another_work_tree_is_of_no_concern() {
    let clerks = Repository::new();
    clerks.branch("甲", "main", |clerk| clerk.append(JOURNAL_FILE, &entry("2020-10-21", "11-01", "甲记")));
    clerks.git(&["worktree", "add", "-q", "-b", "乙", "另"]);
    clerks.git(&["-C", "另", "merge", "-q", "--no-ff", "--no-commit", "main"]);
    let git = clerks.git(&["-C", "另", "rev-parse", "--absolute-git-dir"]);
    fs::write(std::path::Path::new(git.trim()).join("MERGE_HEAD"), "").unwrap();
    let record = |plan: &str| {
        clerks.workplan(&["record", "11-01", "--date", "2020-10-23", "--note", "又报", "--plan", plan, "--lang", "en"])
    };
    assert!(!record("plans/小镇").contains("note:"));
    assert!(record("另/plans/小镇").contains("MERGE_HEAD"));
}
