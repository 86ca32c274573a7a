//! Merges whose base is no common ancestor: picks, rebases onto something else, reverts, mailed patches.

use crate::clerk::{JOURNAL_FILE, Repository, TASK_FILE, entry};

const PLAN: [&str; 2] = ["--plan", "plans/小镇"];

/// A branch on which A and then B was recorded, and `main`, on which something else was.
fn two_records() -> Repository {
    let clerks = Repository::new();
    clerks.branch("报送", "main", |clerk| clerk.append(JOURNAL_FILE, &entry("2020-10-21", "11-01", "甲记")));
    clerks.append(JOURNAL_FILE, &entry("2020-10-22", "11-01", "乙记"));
    clerks.commit("乙");
    clerks.git(&["checkout", "-q", "main"]);
    clerks.append(JOURNAL_FILE, &entry("2020-10-23", "12-03", "丙记"));
    clerks.commit("丙");
    clerks
}

fn notes(clerks: &Repository) -> String {
    let journal = clerks.read(JOURNAL_FILE);
    assert!(!journal.contains("<<<<<<<"), "{journal}");
    clerks.workplan(&["check", PLAN[0], PLAN[1]]);
    journal.lines().filter_map(|line| line.strip_prefix("  note: ")).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_pick_brings_what_was_picked_and_nothing_before_it() {
    let clerks = two_records();
    clerks.git(&["cherry-pick", "报送"]);
    assert_eq!(notes(&clerks), "乙记 丙记");
    // And the other way round.
    let clerks = two_records();
    clerks.git(&["checkout", "-q", "报送"]);
    clerks.git(&["cherry-pick", "main"]);
    assert_eq!(notes(&clerks), "甲记 乙记 丙记");
}

#[test]
fn a_rebase_drops_what_it_was_told_to_drop() {
    let clerks = two_records();
    clerks.git(&["rebase", "-q", "--onto", "main", "报送~1", "报送"]);
    assert_eq!(notes(&clerks), "乙记 丙记");
    let clerks = two_records();
    clerks.git(&["rebase", "-q", "--onto", "报送~1", "main~1", "main"]);
    assert_eq!(notes(&clerks), "甲记 丙记");
}

#[test]
fn a_patch_by_mail_brings_what_is_in_it() {
    for (patch, onto, expected) in [("报送", "main", "乙记 丙记"), ("main", "报送", "甲记 乙记 丙记")] {
        let clerks = two_records();
        let mail = clerks.git(&["format-patch", "-1", "-o", ".git/mail", patch]);
        clerks.git(&["checkout", "-q", onto]);
        clerks.git(&["am", "-q", "-3", mail.trim()]);
        assert_eq!(notes(&clerks), expected);
    }
}

#[test]
fn a_record_that_is_reverted_is_gone() {
    for (behind, expected) in [("报送~1", "乙记"), ("报送", "甲记")] {
        let clerks = two_records();
        clerks.git(&["checkout", "-q", "报送"]);
        clerks.git(&["revert", "--no-edit", behind]);
        assert_eq!(notes(&clerks), expected);
    }
}

#[test]
fn an_amendment_is_reverted_in_the_task_and_in_the_journal() {
    let amend = [
        "amend",
        "11-01",
        "deadline",
        "2020-12-15",
        "--reason",
        "改期",
        "--approved-by",
        "镇长办公会",
        "--date",
        "2020-10-25",
    ];
    let clerks = Repository::new();
    let before = clerks.read(TASK_FILE);
    clerks.workplan(&[&amend[..], &PLAN].concat());
    clerks.commit("延期");
    clerks.append(JOURNAL_FILE, &entry("2020-10-26", "11-01", "又报"));
    clerks.commit("又报");
    clerks.git(&["revert", "--no-edit", "HEAD~1"]);
    assert_eq!(clerks.read(TASK_FILE), before);
    assert!(!clerks.read(JOURNAL_FILE).contains("amendment"));
    assert_eq!(notes(&clerks), "又报");
}

/// Git does not ask about a file that one side has not: it leaves the other's whole, and a person must look.
#[test]
fn a_file_that_git_has_left_whole_is_named() {
    let clerks = Repository::new();
    let file = "plans/小镇/progress/2020-11.yaml";
    for (day, note) in [("01", "甲记"), ("02", "乙记")] {
        clerks.append(file, &entry(&format!("2020-11-{day}"), "11-01", note));
        clerks.commit(note);
    }
    assert_ne!(clerks.try_git(&["revert", "--no-edit", "HEAD~1"]).0, 0);
    for (lang, says) in [("zh", "在一方不存在"), ("en", "One side has no plans/小镇/progress/2020-11.yaml")] {
        let (status, said) = clerks.try_workplan(&["check", "--staged", PLAN[0], PLAN[1], "--lang", lang]);
        assert!(status == 2 && said.contains(says), "{said}");
    }
}

#[test]
fn what_a_branch_has_removed_is_removed_by_the_merge_and_told_before_the_commit() {
    for (here, other) in [("删", "main"), ("main", "删")] {
        let clerks = two_records();
        clerks.branch("删", "main", |clerk| clerk.write(JOURNAL_FILE, "# 十月\n"));
        clerks.git(&["checkout", "-q", "main"]);
        clerks.append(JOURNAL_FILE, &entry("2020-10-24", "12-03", "丁记"));
        clerks.commit("丁");
        clerks.git(&["checkout", "-q", here]);
        clerks.git(&["merge", "-q", "--no-commit", "--no-ff", other]);
        assert_eq!(notes(&clerks), "丁记");
        let (status, said) = clerks.try_workplan(&[&["check", "--staged"], &PLAN[..]].concat());
        assert_eq!((status, said.matches("E602").count()), (1, 2), "{said}");
    }
}
