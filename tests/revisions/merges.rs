//! What a merge itself changed, beside what it brings together.

use std::fmt::Write as _;

use super::{Repository, compare, git};

const TASKS: &str = "plans/小计划/tasks/1.yaml";

/// Two branches that both report on one task; `resolve` makes the merge.
fn merged(resolve: impl FnOnce(&Repository)) -> Repository {
    let repository = Repository::new();
    repository.git("checkout --quiet -b topic");
    repository.does("record 1-01 --date 2020-09-01 --note 甲记 --by 规建办 --plan plans/小计划");
    repository.does(
        "amend 1-01 deadline 2020-12-15 --reason 改期 --approved-by 镇长办公会 --date 2020-09-02 --plan plans/小计划",
    );
    repository.commits("2020-09-03", "甲报送");
    repository.git("checkout --quiet main");
    repository.does("record 1-02 --date 2020-09-05 --note 乙记 --by 规建办 --plan plans/小计划");
    repository.commits("2020-09-06", "乙报送");
    let theirs = ["merge", "--quiet", "--no-commit", "-X", "theirs", "topic"];
    git(repository.folder.path(), &theirs, "2020-09-10");
    // Git puts only one side's lines there.
    let journal = "plans/小计划/progress/2020-09.yaml";
    if !repository.reads(journal).contains("乙记") {
        repository.git("checkout --quiet main -- plans/小计划/progress");
        let ours = repository.reads(journal);
        repository.git("checkout --quiet topic -- plans/小计划/progress");
        let theirs = repository.reads(journal);
        repository.writes(journal, &format!("{theirs}\n{ours}"));
    }
    resolve(&repository);
    repository.commits("2020-09-10", "合并");
    repository
}

fn told(repository: &Repository, lang: &str) -> String {
    let mut said = String::new();
    for line in ["history --git", "history 1-01 --git", "blame 1-01"] {
        let _ = writeln!(said, "{}", repository.runs(&format!("{line} --lang {lang} --as-of 2020-11-24")));
    }
    said
}

#[test]
fn a_merge_that_changes_nothing_itself_is_not_told() {
    let said = told(&merged(|_| {}), "zh");
    assert!(!said.contains("合并"), "{said}");
    assert!(said.contains("甲报送") && said.contains("乙报送"), "{said}");
}

#[test]
fn what_a_merge_changed_itself_is_told_of_the_merge() {
    let repository = merged(|repository| {
        let tasks = repository.reads(TASKS);
        assert!(tasks.contains("2020-12-15"), "{tasks}");
        let born = "- id: 1-09\n  title: 合并时新增\n  kind: milestone\n  lead: 党群工作办公室\n  assumed: [lead]\n";
        repository.writes(TASKS, &(tasks.replacen("lead: 规划建设", "lead: 党群工作办公室 #", 1) + born));
        let journal = "plans/小计划/progress/2020-09.yaml";
        let lines = repository.reads(journal);
        repository.writes(journal, &lines.replace("乙记", "改记"));
    });
    for lang in ["zh", "en"] {
        compare(
            &format!("merge.{lang}"),
            &(told(&repository, lang) + &repository.runs(&format!("blame 1-09 --lang {lang}")).to_string()),
        );
    }
}

/// Each side has set the field; the later of the two commits says something else than what holds.
#[test]
fn what_a_merge_has_not_taken_over_set_nothing() {
    let repository = Repository::new();
    let tasks = repository.reads(TASKS);
    let set = |day: &str| repository.writes(TASKS, &tasks.replacen("  kind:", &format!("  note: {day}\n  kind:"), 1));
    set("先");
    repository.commits("2020-09-01", "先改");
    repository.git("checkout --quiet -b topic HEAD~1");
    set("后");
    repository.commits("2020-09-05", "后改");
    repository.git("checkout --quiet main");
    git(repository.folder.path(), &["merge", "--quiet", "-X", "ours", "-m", "合并", "topic"], "2020-09-10");
    let blamed = repository.runs("blame 1-01 --format json").json();
    let note = blamed["fields"].as_array().unwrap().iter().find(|field| field["field"] == "note").unwrap();
    assert_eq!((&note["to"], &note["subject"]), (&"先".into(), &"先改".into()));
}

/// A branch that began before the folder was renamed is followed in the folder that it knows.
#[test]
fn both_sides_of_a_merge_are_followed_under_their_own_names() {
    let repository = Repository::new();
    repository.git("checkout --quiet -b topic");
    repository.does("record 1-01 --date 2020-09-01 --note 甲记 --plan plans/小计划");
    repository.commits("2020-09-03", "甲报送");
    repository.git("checkout --quiet main");
    repository.does("record 1-02 --date 2020-10-01 --note 早记 --plan plans/小计划");
    repository.commits("2020-09-02", "早报送");
    repository.git("mv plans/小计划 plans/半年计划");
    repository.commits("2020-09-04", "目录改名");
    repository.does("record 1-02 --date 2020-10-05 --note 乙记 --plan plans/半年计划");
    repository.commits("2020-09-06", "乙报送");
    git(repository.folder.path(), &["merge", "--quiet", "-m", "合并", "topic"], "2020-09-10");
    let said = repository.runs("history --git --lang zh").text().to_owned();
    let places: Vec<_> =
        ["乙报送", "甲报送", "早报送", "计划印发"].iter().map(|subject| said.find(subject).expect(subject)).collect();
    assert!(places.is_sorted() && said.matches("台账新增").count() == 3, "{said}");
}

#[test]
fn a_branch_that_a_merge_has_thrown_away_is_told_of_the_merge() {
    let repository = Repository::new();
    repository.git("checkout --quiet -b topic");
    repository.does("record 1-01 --date 2020-09-01 --note 甲记 --plan plans/小计划");
    repository.commits("2020-09-03", "甲报送");
    repository.git("checkout --quiet main");
    repository.writes("别的.txt", "x");
    repository.commits("2020-09-04", "别的");
    git(repository.folder.path(), &["merge", "--quiet", "-s", "ours", "-m", "丢弃", "topic"], "2020-09-10");
    let said = repository.runs("history --git --lang zh").text().to_owned();
    let (merge, topic) = (said.find("丢弃").unwrap(), said.find("甲报送").unwrap());
    assert!(merge < topic && said.contains("台账"), "{said}");
}
