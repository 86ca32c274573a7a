//! `check --staged`, by itself and as git's hook.

use std::fs;

use crate::clerk::{JOURNAL_FILE, Repository, TASK_FILE, TASKS, entry};

const MOVED: (&str, &str) = ("deadline: 2020-11-30\n  assumed", "deadline: 2020-12-15\n  assumed");

fn amendment() -> String {
    "\n- date: 2020-10-25\n  task: 11-01\n  amendment: { field: deadline, from: 2020-11-30, to: 2020-12-15, reason: 改期, \
     approved_by: 镇长办公会 }\n"
        .to_owned()
}

fn staged(clerks: &Repository, lang: &str) -> (i32, String) {
    clerks.git(&["add", "-A"]);
    let (status, said) = clerks.try_workplan(&["check", "--staged", "--plan", "plans/小镇", "--lang", lang]);
    let head = clerks.git(&["rev-parse", "--short=10", "HEAD"]);
    (status, said.replace(head.trim(), "[HEAD]"))
}

macro_rules! snapshot {
    ($name:expr, $text:expr) => {
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!($name, $text)
        })
    };
}

#[test]
fn what_a_commit_may_not_do_is_refused_in_both_languages() {
    let cut = TASKS.find("\n# 专题二").unwrap();
    type Act<'a> = &'a dyn Fn(&Repository);
    let cases: [(&str, Act<'_>); 6] = [
        ("rewritten", &|clerk| clerk.edit(JOURNAL_FILE, "61", "66")),
        ("removed-entry", &|clerk| clerk.write(JOURNAL_FILE, "")),
        ("renumbered", &|clerk| clerk.edit(TASK_FILE, "12-03", "12-04")),
        ("removed-task", &|clerk| clerk.write(TASK_FILE, &TASKS[..cut])),
        ("moved", &|clerk| clerk.edit(TASK_FILE, MOVED.0, MOVED.1)),
        ("lowered", &|clerk| clerk.edit(TASK_FILE, "target: 92", "target: 90")),
    ];
    for (name, act) in cases {
        let clerks = Repository::without_setup();
        act(&clerks);
        for lang in ["zh", "en"] {
            let (status, said) = staged(&clerks, lang);
            assert_eq!(status, 1, "{said}");
            snapshot!(format!("staged-{name}.{lang}"), said);
        }
    }
}

#[test]
fn what_a_commit_may_do_passes() {
    type Act<'a> = &'a dyn Fn(&Repository);
    let allowed: [Act<'_>; 7] = [
        &|_| {},
        &|clerk| clerk.append(JOURNAL_FILE, &entry("2020-10-21", "11-01", "又报")),
        // Remarks, quotes, and an entry's place are no change.
        &|clerk| {
            clerk.edit(TASK_FILE, "\"迎接市级评审\"", "迎接市级评审 # 校对过");
            clerk.write(JOURNAL_FILE, "- task: 11-01\n  date: \"2020-10-20\" # 二十日\n  values: {户数: 61}\n");
        },
        &|clerk| {
            let text = clerk.read(JOURNAL_FILE);
            clerk.write(JOURNAL_FILE, &format!("{}{text}", entry("2020-10-01", "12-03", "启动").trim_start()));
        },
        &|clerk| {
            clerk.edit(TASK_FILE, MOVED.0, MOVED.1);
            clerk.append(JOURNAL_FILE, &amendment());
        },
        &|clerk| clerk.edit(TASK_FILE, "  kind: measured\n", "  kind: measured\n  person: 李四\n  note: 备注\n"),
        &|clerk| clerk.append(TASK_FILE, "\n- id: 12-04\n  title: 新增\n  kind: continuous\n"),
    ];
    for (at, act) in allowed.into_iter().enumerate() {
        let clerks = Repository::without_setup();
        act(&clerks);
        let (status, said) = staged(&clerks, "zh");
        assert_eq!(status, 0, "{at}\n{said}");
        assert!(!said.contains("错误["), "{said}");
    }
}

#[test]
fn an_amendment_must_be_committed_with_the_change() {
    let clerks = Repository::without_setup();
    clerks.append(JOURNAL_FILE, &amendment());
    clerks.edit(TASK_FILE, MOVED.0, MOVED.1);
    clerks.commit("延期");
    clerks.edit(TASK_FILE, "2020-12-15", "2020-12-20");
    let (status, said) = staged(&clerks, "zh");
    assert_eq!(status, 1);
    assert!(said.contains("E605"), "{said}");
}

/// A number whose notice is gone would be given to the next one.
#[test]
fn a_notice_that_was_committed_stays_as_it_is() {
    const FILE: &str = "plans/小镇/notices/2020.yaml";
    let notice = |number: u8, unit: &str| {
        format!(
            "- number: 镇府督〔2020〕{number}号\n  date: 2020-11-20\n  level: urge\n  unit: {unit}\n  tasks: [11-01]\n  reply_by: 2020-11-25\n"
        )
    };
    let (one, two) = (notice(1, "规划建设和生态环境办公室"), notice(2, "社区建设办公室"));
    for (text, refused) in [
        (format!("{one}{two}"), false),
        (format!("# 重排\n{two}{one}  signed_by: 张三\n{}", notice(3, "社区建设办公室")), false),
        (one.clone(), true),
        (format!("{one}{}", two.replace("urge", "remind")), true),
        (format!("{one}{}", two.replace("2号", "3号")), true),
    ] {
        let clerks = Repository::without_setup();
        clerks.write(FILE, &format!("{one}{two}"));
        clerks.commit("两份");
        clerks.write(FILE, &text);
        let (status, said) = staged(&clerks, "zh");
        assert_eq!((status, said.contains("E606")), (i32::from(refused), refused), "{said}");
    }
}

#[test]
fn a_draft_may_still_be_changed_but_not_its_journal() {
    let clerks = Repository::without_setup();
    clerks.edit("plans/小镇/plan.yaml", "issued: 2020-07-01", "issued: 2099-07-01");
    clerks.commit("草案");
    clerks.edit(TASK_FILE, MOVED.0, MOVED.1);
    clerks.edit(TASK_FILE, "12-03", "12-04");
    let (_, said) = staged(&clerks, "zh");
    assert!(!said.contains("E60"), "{said}");
    clerks.edit(JOURNAL_FILE, "61", "66");
    assert!(staged(&clerks, "zh").1.contains("E601"));
}

#[test]
fn what_is_staged_counts_and_not_what_is_on_the_disk() {
    let clerks = Repository::without_setup();
    clerks.edit(TASK_FILE, MOVED.0, MOVED.1);
    let check = ["check", "--staged", "--plan", "plans/小镇"];
    assert_eq!(clerks.try_workplan(&check).0, 0);
    clerks.git(&["add", "-A"]);
    clerks.git(&["show", "--stat"]);
    clerks.write(TASK_FILE, TASKS);
    assert_eq!(clerks.try_workplan(&check).0, 1);
    // A file that cannot be read is refused by the ordinary check, and nothing seems to be gone.
    clerks.write(TASK_FILE, &TASKS.replace("kind: measured", "kind: [measured"));
    let (status, said) = staged(&clerks, "zh");
    assert_eq!(status, 1);
    assert!(!said.contains("E60"), "{said}");
}

#[test]
fn a_plan_that_was_never_committed_passes_with_the_ordinary_check() {
    let clerks = Repository::without_setup();
    clerks.git(&["checkout", "-q", "--orphan", "新"]);
    clerks.git(&["rm", "-rq", "--cached", "."]);
    let check = ["check", "--staged", "--plan", "plans/小镇"];
    let (status, said) = clerks.try_workplan(&check);
    assert_eq!((status, said.contains("尚未加入暂存区")), (0, true), "{said}");
    clerks.git(&["add", "-A"]);
    assert_eq!(clerks.try_workplan(&check).0, 0);
    clerks.edit(TASK_FILE, "kind: milestone", "kind: milestones");
    clerks.git(&["add", "-A"]);
    assert_eq!(clerks.try_workplan(&check).0, 1);
}

/// A resolution may take neither side's entries away; every side is asked.
#[test]
fn a_merge_is_compared_with_all_that_it_brings_together() {
    let clerks = Repository::new();
    clerks.branch("甲", "main", |clerk| {
        clerk.append(JOURNAL_FILE, &entry("2020-10-21", "11-01", "甲记"));
        clerk.edit(TASK_FILE, "title: 完成92户集中居住 ", "title: 完成92户农民集中居住 ");
    });
    clerks.branch("乙", "main", |clerk| clerk.append(JOURNAL_FILE, &entry("2020-10-22", "11-01", "乙记")));
    clerks.git(&["merge", "-q", "--no-commit", "甲"]);
    assert_eq!(staged(&clerks, "zh").0, 1, "a title that nobody approved");
    clerks.git(&["checkout", "HEAD", "--", TASK_FILE]);
    for side in ["HEAD", "甲"] {
        clerks.git(&["checkout", side, "--", JOURNAL_FILE]);
        let (status, said) = staged(&clerks, "zh");
        assert_eq!((status, said.matches("E602").count()), (1, 1), "{said}");
    }
    clerks.git(&["merge", "--abort"]);
    // Of three, too.
    clerks.branch("丙", "main", |clerk| clerk.append(JOURNAL_FILE, &entry("2020-10-23", "12-03", "丙记")));
    clerks.git(&["checkout", "-q", "乙"]);
    clerks.try_git(&["merge", "-q", "-s", "ours", "--no-commit", "甲", "丙"]);
    let (status, said) = staged(&clerks, "zh");
    assert_eq!((status, said.matches("E602").count()), (1, 2), "{said}");
}

#[cfg(unix)]
#[test]
fn a_merge_without_conflict_is_checked_by_its_own_hook() {
    use std::os::unix::fs::PermissionsExt;
    let clerks = Repository::new();
    clerks.branch("甲", "main", |clerk| clerk.append(JOURNAL_FILE, &entry("2020-10-21", "11-01", "甲记")));
    clerks.branch("乙", "main", |clerk| clerk.write(JOURNAL_FILE, "# 十月\n"));
    let hook = clerks.top.join(".git/hooks/pre-merge-commit");
    let program = env!("CARGO_BIN_EXE_workplan");
    fs::create_dir_all(hook.parent().unwrap()).unwrap();
    fs::write(&hook, format!("#!/bin/sh\nexec '{program}' check --staged --plan plans/小镇\n")).unwrap();
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).unwrap();
    // Beside the last commit nothing is gone: only the side that is merged in has the entry.
    let (status, said) = clerks.try_git(&["merge", "-q", "甲"]);
    assert_ne!(status, 0, "{said}");
    assert!(said.contains("E602"), "{said}");
}

#[cfg(unix)]
#[test]
fn as_a_hook_it_stops_every_way_of_committing() {
    use std::os::unix::fs::PermissionsExt;
    let clerks = Repository::without_setup();
    let hook = clerks.top.join(".git/hooks/pre-commit");
    let program = env!("CARGO_BIN_EXE_workplan");
    fs::create_dir_all(hook.parent().unwrap()).unwrap();
    fs::write(&hook, format!("#!/bin/sh\nexec '{program}' check --staged --plan plans/小镇\n")).unwrap();
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).unwrap();
    let tries: [&[&str]; 4] = [
        &["commit", "-q", "-m", "x"],
        &["commit", "-q", "-a", "-m", "x"],
        &["commit", "-q", "-m", "x", "--", TASK_FILE],
        &["commit", "-q", "--amend", "--no-edit", "-a"],
    ];
    for arguments in tries {
        clerks.edit(TASK_FILE, MOVED.0, MOVED.1);
        if arguments == tries[0] {
            clerks.git(&["add", "-A"]);
        }
        let (status, said) = clerks.try_git(arguments);
        assert_eq!(status, 1, "{arguments:?}\n{said}");
        assert!(said.contains("E605"), "{arguments:?}\n{said}");
        clerks.git(&["reset", "-q", "--hard"]);
    }
    // In a worktree, from a folder below its top.
    clerks.git(&["worktree", "add", "-q", "-b", "另", "另"]);
    let file = clerks.top.join("另").join(TASK_FILE);
    fs::write(&file, TASKS.replacen(MOVED.0, MOVED.1, 1)).unwrap();
    let (status, said) = clerks.try_git(&["-C", "另/plans/小镇", "commit", "-q", "-a", "-m", "x"]);
    assert_eq!(status, 1, "{said}");
    assert!(said.contains("E605"), "{said}");
    // And one that may be made is.
    clerks.append(JOURNAL_FILE, &entry("2020-10-21", "11-01", "又报"));
    clerks.git(&["commit", "-q", "-m", "又报", "--", JOURNAL_FILE]);
}
