//! Two branches add a task, and both get the same id.

use crate::clerk::{JOURNAL_FILE, Repository, TASK_FILE, TASKS, entry};

const PLAN: [&str; 2] = ["--plan", "plans/小镇"];
const NOVEMBER: &str = "plans/小镇/progress/2020-11.yaml";

/// A branch that adds a task on a day, and says of it in a file of the journal.
fn adds(clerks: &Repository, branch: &str, day: &str, title: &str, journal: Option<&str>) {
    clerks.git(&["checkout", "-q", "-b", branch, "main"]);
    let line = ["add", "--theme", "11", "--title", title, "--lead", "规建办", "--deadline", "2020-12-15"];
    let said = clerks.workplan(&[&line[..], &PLAN].concat());
    assert!(said.contains("11-02"), "{said}");
    commit(clerks, day, branch);
    if let Some(journal) = journal {
        let month = &journal[journal.len() - 12..journal.len() - 5];
        clerks.append(journal, &entry(&format!("{month}-23"), "11-02", &format!("{title}有进展")));
        commit(clerks, day, &format!("{branch}报送"));
    }
}

fn commit(clerks: &Repository, day: &str, subject: &str) {
    clerks.git(&["add", "-A"]);
    let mut command = clerks.program("git");
    command.args(["commit", "-q", "-m", subject]).env("GIT_COMMITTER_DATE", format!("2020-10-{day}T09:00:00+08:00"));
    assert!(command.status().unwrap().success());
}

/// The tasks' titles and what was entered of them, by id.
fn told(clerks: &Repository) -> Vec<String> {
    clerks.workplan(&["check", PLAN[0], PLAN[1]]);
    let of = |id: &str| {
        let shown = clerks.workplan(&["show", id, "--format", "json", "--as-of", "2020-12-01", PLAN[0], PLAN[1]]);
        let json = shown.lines().filter(|line| !line.starts_with("注意")).collect::<Vec<_>>().join("\n");
        let shown: serde_json::Value = serde_json::from_str(&json).unwrap();
        let notes = shown["entries"].as_array().unwrap().iter().map(|entry| entry["note"].as_str().unwrap_or(""));
        format!("{id} {} {}", shown["task"]["title"].as_str().unwrap(), notes.collect::<String>())
    };
    ["11-02", "11-03"].map(of).to_vec()
}

const BOTH: [&str; 2] = ["11-02 导览牌更新 导览牌更新有进展", "11-03 夏季晚会 夏季晚会有进展"];

/// The one that was added later gets another id, whichever side is ours; its entries go with it.
#[test]
fn both_are_kept_and_the_later_one_gets_another_id_with_its_entries() {
    for (here, other) in [("先", "后"), ("后", "先")] {
        let clerks = Repository::new();
        adds(&clerks, "先", "21", "导览牌更新", Some(JOURNAL_FILE));
        adds(&clerks, "后", "22", "夏季晚会", Some(JOURNAL_FILE));
        clerks.git(&["checkout", "-q", here]);
        let (status, said) = clerks.try_git(&["merge", "-q", "--no-commit", "--no-ff", other]);
        assert_eq!(status, 0, "{said}");
        assert!(said.contains("“夏季晚会”改为 11-03") && said.contains("“导览牌更新”沿用 11-02"), "{said}");
        assert!(said.contains("1 条随任务改了编号（11-02 → 11-03）"), "{said}");
        assert_eq!(told(&clerks), BOTH);
        // Nothing was tampered with, beside either side.
        clerks.workplan(&["check", "--staged", PLAN[0], PLAN[1]]);
        clerks.commit("合并");
        let history = clerks.workplan(&["history", "--git", PLAN[0], PLAN[1]]);
        assert!(!history.contains("台账被改动"), "{history}");
        assert!(history.contains("编号 11-02 改为 11-03：夏季晚会"), "{history}");
        let blamed = clerks.workplan(&["blame", "11-03", PLAN[0], PLAN[1]]);
        assert!(blamed.contains("合并"), "{blamed}");
        // What is made on the branch afterwards is about its task all the same.
        clerks.git(&["checkout", "-q", "后"]);
        if here == "先" {
            clerks.append(JOURNAL_FILE, &entry("2020-10-30", "11-02", "又有进展"));
            clerks.commit("又报送");
            clerks.git(&["checkout", "-q", "先"]);
            clerks.append(JOURNAL_FILE, &entry("2020-10-29", "11-01", "别的"));
            clerks.commit("别的");
            clerks.git(&["merge", "-q", "后"]);
            assert_eq!(told(&clerks), [BOTH[0].to_owned(), format!("{}又有进展", BOTH[1])]);
        }
    }
}

/// Git does not ask for a file that one side alone has changed: the entries in it keep the id.
#[test]
fn where_git_takes_one_sides_entries_over_whole_the_other_task_moves() {
    for (here, other) in [("先", "后"), ("后", "先")] {
        let clerks = Repository::new();
        adds(&clerks, "先", "21", "夏季晚会", None);
        adds(&clerks, "后", "22", "导览牌更新", Some(NOVEMBER));
        clerks.git(&["checkout", "-q", here]);
        let (status, said) = clerks.try_git(&["merge", "-q", other]);
        assert_eq!(status, 0, "{said}");
        assert_eq!(told(&clerks), [BOTH[0], "11-03 夏季晚会 "]);
    }
}

#[test]
fn where_neither_can_be_moved_both_stand_between_markers_and_nothing_is_to_be_deleted() {
    let clerks = Repository::new();
    adds(&clerks, "先", "21", "导览牌更新", Some(JOURNAL_FILE));
    adds(&clerks, "后", "22", "夏季晚会", Some(NOVEMBER));
    for (lang, words) in [
        (
            "zh",
            ["两项都要保留", "我方的另记在 progress/2020-11.yaml", "对方的另记在 progress/2020-10.yaml", "换成 11-03"],
        ),
        (
            "en",
            [
                "both are to be kept",
                "ours is spoken of in progress/2020-11.yaml",
                "theirs is spoken of in progress/2020-10.yaml",
                "the id 11-03",
            ],
        ),
    ] {
        let mut command = clerks.program("git");
        let output = command.args(["merge", "-q", "先"]).env("WORKPLAN_LANG", lang).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{said}");
        words.iter().for_each(|words| assert!(said.contains(words), "{said}"));
        let text = clerks.read(TASK_FILE);
        assert!(text.contains("<<<<<<< ours\n- id: 11-02\n  title: 夏季晚会"), "{text}");
        assert!(text.contains("=======\n- id: 11-02\n  title: 导览牌更新"), "{text}");
        let (_, hint) = clerks.try_workplan(&["check", "--lang", lang, PLAN[0], PLAN[1]]);
        assert!(hint.contains("E017") && hint.contains(if lang == "zh" { "都保留" } else { "keep both" }), "{hint}");
        clerks.git(&["merge", "--abort"]);
    }
}

#[test]
fn a_commit_that_is_put_on_top_of_another_brings_the_task_that_moves() {
    // A rebase, of the task and then of its entry.
    let clerks = Repository::new();
    adds(&clerks, "先", "25", "导览牌更新", Some(JOURNAL_FILE));
    adds(&clerks, "后", "22", "夏季晚会", Some(JOURNAL_FILE));
    clerks.git(&["rebase", "-q", "先"]);
    assert_eq!(told(&clerks), BOTH);
    // A pick of both commits, one by one, and the way back.
    let clerks = Repository::new();
    adds(&clerks, "先", "25", "导览牌更新", Some(JOURNAL_FILE));
    adds(&clerks, "后", "22", "夏季晚会", Some(JOURNAL_FILE));
    clerks.git(&["checkout", "-q", "先"]);
    clerks.git(&["cherry-pick", "后~1", "后"]);
    assert_eq!(told(&clerks), BOTH);
    clerks.git(&["revert", "--no-edit", "HEAD"]);
    clerks.git(&["revert", "--no-edit", "后~1"]);
    assert!(!clerks.read(TASK_FILE).contains("夏季晚会") && clerks.read(TASK_FILE).contains("导览牌更新"));
}

#[test]
fn a_rebase_whose_later_commits_would_speak_of_another_task_stops() {
    let clerks = Repository::new();
    adds(&clerks, "先", "21", "导览牌更新", None);
    adds(&clerks, "后", "22", "夏季晚会", Some(NOVEMBER));
    let (status, said) = clerks.try_git(&["rebase", "先"]);
    assert_eq!(status, 1, "{said}");
    assert!(said.contains("改用 git merge"), "{said}");
    clerks.git(&["rebase", "--abort"]);
    clerks.git(&["merge", "-q", "先"]);
    assert_eq!(told(&clerks), ["11-02 夏季晚会 夏季晚会有进展", "11-03 导览牌更新 "]);
}

/// A patch by mail does not tell what else is on its branch.
#[test]
fn where_the_commits_are_not_known_both_stand_between_markers() {
    let clerks = Repository::new();
    adds(&clerks, "先", "21", "导览牌更新", None);
    adds(&clerks, "后", "22", "夏季晚会", None);
    let mail = clerks.git(&["format-patch", "-1", "-o", ".git/mail", "后"]);
    clerks.git(&["checkout", "-q", "先"]);
    let (status, said) = clerks.try_git(&["am", "-q", "-3", mail.trim()]);
    assert_ne!(status, 0, "{said}");
    assert!(said.contains("两项都要保留") && said.contains("换成 11-03"), "{said}");
    let text = clerks.read(TASK_FILE);
    assert!(text.contains("<<<<<<<") && text.contains("导览牌更新") && text.contains("夏季晚会"), "{text}");
}

/// One task that was added on both sides, and changed on one, is one task.
#[test]
fn one_task_on_two_branches_is_not_doubled() {
    let clerks = Repository::new();
    adds(&clerks, "先", "21", "导览牌更新", None);
    clerks.git(&["checkout", "-q", "-b", "后", "main"]);
    clerks.git(&["cherry-pick", "先"]);
    clerks.edit(TASK_FILE, "2020-12-15", "2020-12-20");
    clerks.commit("改");
    let (status, said) = clerks.try_git(&["merge", "-q", "先"]);
    assert_eq!(status, 1, "{said}");
    assert_eq!(clerks.read(TASK_FILE).matches("title: 导览牌更新").count(), 2, "both versions, for a person");
    assert!(!said.contains("11-03"), "{said}");
}

/// What depends on the task, and the notices about it, go with it too; what only looks like its id stays.
#[test]
fn whatever_speaks_of_the_task_speaks_of_its_new_id() {
    let file = "plans/小镇/notices/2020.yaml";
    let notice = |number: u8, task: &str| {
        format!(
            "- number: 镇府督〔2020〕{number}号\n  date: 2020-11-20\n  level: urge\n  unit: 规划建设和生态环境办公室\n  tasks: [{task}]\n  reply_by: 2020-11-25\n"
        )
    };
    let clerks = Repository::new();
    clerks.write(file, &notice(1, "11-01"));
    clerks.commit("一号");
    adds(&clerks, "先", "21", "导览牌更新", None);
    clerks.append(file, &notice(2, "11-01"));
    clerks.append(JOURNAL_FILE, &entry("2020-10-20", "11-01", "见 11-02"));
    clerks.commit("先二");
    adds(&clerks, "后", "22", "夏季晚会", Some(JOURNAL_FILE));
    clerks.append(file, &notice(3, "11-02"));
    clerks.edit(TASK_FILE, "  kind: measured\n", "  kind: measured\n  depends: [11-02]\n");
    clerks.commit("后二");
    clerks.git(&["merge", "-q", "先"]);
    let tasks = clerks.read(TASK_FILE);
    assert!(tasks.contains("depends: [11-03]") && tasks.starts_with(&TASKS[..20]), "{tasks}");
    assert!(clerks.read(file).contains(&notice(3, "11-03")), "{}", clerks.read(file));
    assert!(clerks.read(JOURNAL_FILE).contains("note: 见 11-02"));
    clerks.workplan(&["check", PLAN[0], PLAN[1]]);
}
