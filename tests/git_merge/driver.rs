//! Merging, as git does it.

use crate::clerk::{JOURNAL, JOURNAL_FILE, Repository, TASK_FILE, TASKS, drive, entry};

const MOVED: &str = "deadline: 2020-12-15\n  assumed";
const HELD: &str = "deadline: 2020-11-30\n  assumed";

#[test]
fn two_clerks_record_in_one_months_file_and_on_one_task() {
    let clerks = Repository::new();
    clerks.branch("甲", "main", |clerk| clerk.append(JOURNAL_FILE, &entry("2020-10-22", "11-01", "甲记")));
    clerks.branch("乙", "main", |clerk| clerk.append(JOURNAL_FILE, &entry("2020-10-21", "11-01", "乙记")));
    clerks.git(&["merge", "-q", "甲"]);
    let (first, second) = (entry("2020-10-21", "11-01", "乙记"), entry("2020-10-22", "11-01", "甲记"));
    assert_eq!(clerks.read(JOURNAL_FILE), format!("{JOURNAL}{first}{second}"));
    let merged = clerks.read(JOURNAL_FILE);
    clerks.git(&["checkout", "-q", "甲"]);
    clerks.git(&["merge", "-q", "乙~0", "--no-ff"]);
    assert_eq!(clerks.read(JOURNAL_FILE), merged);
    clerks.workplan(&["check", "--plan", "plans/小镇"]);
}

#[test]
fn a_month_that_both_begin_becomes_one_file() {
    let clerks = Repository::new();
    let file = "plans/小镇/progress/2020-11.yaml";
    clerks.branch("甲", "main", |clerk| clerk.append(file, &entry("2020-11-02", "11-01", "甲记")));
    clerks.branch("乙", "main", |clerk| clerk.append(file, &entry("2020-11-03", "12-03", "乙记")));
    clerks.git(&["merge", "-q", "甲"]);
    assert_eq!(
        clerks.read(file),
        format!("{}{}", entry("2020-11-02", "11-01", "甲记"), entry("2020-11-03", "12-03", "乙记"))
    );
}

#[test]
fn a_deadline_and_a_title_of_one_task_are_two_things() {
    let clerks = Repository::new();
    clerks.branch("延期", "main", |clerk| clerk.edit(TASK_FILE, HELD, MOVED));
    clerks.branch("改名", "main", |clerk| {
        clerk.edit(TASK_FILE, "完成92户集中居住      #", "完成92户农民集中居住      # 校对过，");
        clerk.edit(TASK_FILE, "\"迎接市级评审\"", "迎接市级评审");
    });
    clerks.git(&["merge", "-q", "延期"]);
    let expected = TASKS
        .replacen("deadline: 2020-11-30", "deadline: 2020-12-15", 1)
        .replace("完成92户集中居住      #", "完成92户农民集中居住      # 校对过，")
        .replace("\"迎接市级评审\"", "迎接市级评审");
    assert_eq!(clerks.read(TASK_FILE), expected);
}

#[test]
fn a_deadline_that_both_have_moved_is_left_to_a_person() {
    let clerks = Repository::new();
    clerks.branch("甲", "main", |clerk| clerk.edit(TASK_FILE, HELD, MOVED));
    clerks.branch("乙", "main", |clerk| {
        clerk.edit(TASK_FILE, HELD, &MOVED.replace("12-15", "12-20"));
        clerk.edit(TASK_FILE, "完成92户集中居住 ", "完成92户农民集中居住 ");
        clerk.append(JOURNAL_FILE, &entry("2020-10-21", "11-01", "乙记"));
    });
    let (status, said) = clerks.try_git(&["merge", "-q", "甲"]);
    assert_eq!(status, 1, "{said}");
    let expected = TASKS.replace("完成92户集中居住 ", "完成92户农民集中居住 ").replacen(
        "  deadline: 2020-11-30\n",
        "<<<<<<< ours\n  deadline: 2020-12-20\n=======\n  deadline: 2020-12-15\n>>>>>>> theirs\n",
        1,
    );
    assert_eq!(clerks.read(TASK_FILE), expected);
    assert!(clerks.git(&["status", "--short"]).contains(&format!("UU {TASK_FILE}")));
    assert!(clerks.read(JOURNAL_FILE).contains("乙记"));
}

#[test]
fn rebasing_and_picking_merge_the_same_way() {
    let clerks = Repository::new();
    clerks.branch("甲", "main", |clerk| {
        clerk.edit(TASK_FILE, HELD, MOVED);
        clerk.append(JOURNAL_FILE, &entry("2020-10-22", "11-01", "甲记"));
    });
    clerks.branch("乙", "main", |clerk| {
        clerk.edit(TASK_FILE, "  kind: measured\n", "  kind: measured\n  person: 李四\n");
        clerk.append(JOURNAL_FILE, &entry("2020-10-21", "11-01", "乙记"));
    });
    clerks.append(JOURNAL_FILE, &entry("2020-10-23", "12-03", "乙又记"));
    clerks.commit("乙二");
    clerks.git(&["checkout", "-q", "-b", "挑", "甲"]);
    clerks.git(&["cherry-pick", "乙~1", "乙"]);
    let picked = (clerks.read(TASK_FILE), clerks.read(JOURNAL_FILE));
    clerks.git(&["checkout", "-q", "乙"]);
    clerks.git(&["rebase", "-q", "甲"]);
    assert_eq!((clerks.read(TASK_FILE), clerks.read(JOURNAL_FILE)), picked);
    let notes: Vec<_> = ["乙记", "甲记", "乙又记"].map(|note| picked.1.find(note).unwrap()).to_vec();
    assert!(notes.is_sorted(), "{}", picked.1);
    assert!(picked.0.contains("person: 李四") && picked.0.contains("2020-12-15"));
}

#[test]
fn an_octopus_takes_all_its_arms() {
    let clerks = Repository::new();
    for (name, day) in [("甲", "21"), ("乙", "22"), ("丙", "23")] {
        clerks.branch(name, "main", |clerk| {
            clerk.append(JOURNAL_FILE, &entry(&format!("2020-10-{day}"), "11-01", &format!("{name}记")));
        });
    }
    clerks.git(&["checkout", "-q", "main"]);
    // The octopus calls git's own merge of lines for files; where that gives up, the arms are merged in turn.
    let (status, _) = clerks.try_git(&["merge", "-q", "甲", "乙", "丙"]);
    if status != 0 {
        clerks.git(&["reset", "-q", "--hard"]);
        for arm in ["甲", "乙", "丙"] {
            clerks.git(&["merge", "-q", arm]);
        }
    }
    let journal = clerks.read(JOURNAL_FILE);
    for name in ["甲记", "乙记", "丙记"] {
        assert_eq!(journal.matches(name).count(), 1, "{journal}");
    }
}

#[test]
fn a_criss_cross_of_conflicts_is_never_guessed_at() {
    let clerks = Repository::new();
    clerks.branch("甲", "main", |clerk| clerk.edit(TASK_FILE, HELD, MOVED));
    clerks.branch("乙", "main", |clerk| clerk.edit(TASK_FILE, HELD, &MOVED.replace("12-15", "12-20")));
    for (here, other, day) in [("甲", "乙~0", "12-15"), ("乙", "甲^{/甲}", "12-20")] {
        clerks.git(&["checkout", "-q", here]);
        let (status, _) = clerks.try_git(&["merge", "-q", other]);
        assert_eq!(status, 1);
        clerks.write(TASK_FILE, &TASKS.replacen("2020-11-30", &format!("2020-{day}"), 1));
        clerks.commit("settled");
    }
    let (status, _) = clerks.try_git(&["merge", "-q", "甲"]);
    assert_eq!(status, 1);
    let text = clerks.read(TASK_FILE);
    assert!(text.contains("<<<<<<<") && text.contains("2020-12-15") && text.contains("2020-12-20"), "{text}");
}

#[test]
fn what_cannot_be_read_is_merged_by_lines() {
    let broken = TASKS.replace("kind: milestone", "kind: [milestone");
    let ours = TASKS.replacen("deadline: 2020-11-30", "deadline: 2020-12-15", 1);
    let (status, merged) = drive(TASKS.as_bytes(), ours.as_bytes(), broken.as_bytes(), "tasks/1.yaml");
    let expected = broken.replacen("deadline: 2020-11-30", "deadline: 2020-12-15", 1);
    assert_eq!((status, String::from_utf8(merged).unwrap()), (0, expected));
    let other = broken.replacen("deadline: 2020-11-30", "deadline: 2020-12-20", 1);
    let (status, merged) = drive(TASKS.as_bytes(), ours.as_bytes(), other.as_bytes(), "tasks/1.yaml");
    let merged = String::from_utf8(merged).unwrap();
    assert_eq!(status, 1);
    assert!(merged.contains("<<<<<<< ours\n  deadline: 2020-12-15\n=======\n  deadline: 2020-12-20\n>>>>>>> theirs\n"));
    // What is no text stays as it is, and a person decides.
    let (status, merged) = drive(b"a\0b", b"a\0c", b"a\0d", "tasks/1.yaml");
    assert_eq!((status, merged), (1, b"a\0c".to_vec()));
}

#[test]
fn windows_line_ends_stay() {
    let windows = |text: &str| text.replace('\n', "\r\n");
    let ours = TASKS.replacen("deadline: 2020-11-30", "deadline: 2020-12-15", 1);
    let theirs = TASKS.replacen("deadline: 2020-11-30", "deadline: 2020-12-20", 1);
    let [base, ours, theirs] = [TASKS, &ours, &theirs].map(windows);
    let (status, merged) = drive(base.as_bytes(), ours.as_bytes(), theirs.as_bytes(), "tasks/1.yaml");
    let expected = windows(TASKS).replacen(
        "  deadline: 2020-11-30\r\n",
        "<<<<<<< ours\r\n  deadline: 2020-12-15\r\n=======\r\n  deadline: 2020-12-20\r\n>>>>>>> theirs\r\n",
        1,
    );
    assert_eq!((status, String::from_utf8(merged).unwrap()), (1, expected));
}

#[test]
fn checklists_are_merged_by_row() {
    let clerks = Repository::new();
    let file = "plans/小镇/checklists/点位.csv";
    clerks.git(&["checkout", "-q", "main"]);
    clerks.write(file, "编号,村居,销项日期\n1,甲村,\n2,甲村,\n");
    clerks.commit("清单");
    clerks.branch("甲", "main", |clerk| clerk.edit(file, "1,甲村,", "1,甲村,2020-10-21"));
    clerks.branch("乙", "main", |clerk| clerk.edit(file, "2,甲村,", "2,甲村,2020-10-22"));
    clerks.git(&["merge", "-q", "甲"]);
    assert_eq!(clerks.read(file), "编号,村居,销项日期\n1,甲村,2020-10-21\n2,甲村,2020-10-22\n");
}

#[test]
fn the_files_of_real_plans_are_merged_by_task() {
    let plans = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("plans");
    let mut tried = 0;
    for plan in ["sample", "jinze-2020h2"] {
        for folder in ["tasks", "progress"] {
            let Ok(files) = std::fs::read_dir(plans.join(plan).join(folder)) else { continue };
            for file in files {
                let base = std::fs::read_to_string(file.unwrap().path()).unwrap();
                let key = if folder == "tasks" { "\n  title: " } else { "\n  task: " };
                let (first, last) = (base.find(key).unwrap(), base.rfind(key).unwrap());
                // A field that no task has; of entries, which are not changed, a remark.
                let new = if folder == "tasks" { "\n  origin: 镇长办公会" } else { "\n  # 已核对" };
                let with = |at: usize| format!("{}{new}{}", &base[..at], &base[at..]);
                let both = match first == last {
                    true => with(first),
                    false => format!("{}{new}{}{new}{}", &base[..first], &base[first..last], &base[last..]),
                };
                let (ours, theirs) = (with(first), with(last));
                let merged = workplan::git::merge(base.as_bytes(), ours.as_bytes(), theirs.as_bytes(), "x", 7);
                assert_eq!(merged, Some(workplan::git::Merged::Clean(both)));
                tried += 1;
            }
        }
    }
    assert!(tried >= 10, "{tried}");
}

fn notice(number: u8, day: &str, unit: &str) -> String {
    format!(
        "- number: 镇府督〔2020〕{number}号\n  date: 2020-{day}\n  level: urge\n  unit: {unit}\n  tasks: [11-01]\n  reply_by: 2020-12-31\n"
    )
}

#[test]
fn notices_of_two_branches_are_all_kept_and_one_number_for_two_is_a_fault() {
    const FILE: &str = "plans/小镇/notices/2020.yaml";
    const UNITS: [&str; 2] = ["规划建设和生态环境办公室", "社区建设办公室"];
    let clerks = Repository::new();
    clerks.append(FILE, &notice(1, "11-20", UNITS[0]));
    clerks.commit("一号");
    clerks.branch("甲", "main", |clerk| clerk.append(FILE, &notice(2, "11-24", UNITS[0])));
    clerks.branch("乙", "main", |clerk| {
        clerk.edit(FILE, "reply_by: 2020-12-31\n", "reply_by: 2020-12-31\n  signed_by: 张三\n");
        clerk.append(FILE, &notice(2, "11-23", UNITS[1]));
    });
    clerks.git(&["merge", "-q", "甲"]);
    let signed = notice(1, "11-20", UNITS[0]) + "  signed_by: 张三\n";
    let merged = format!("{signed}{}{}", notice(2, "11-23", UNITS[1]), notice(2, "11-24", UNITS[0]));
    assert_eq!(clerks.read(FILE), merged, "nothing is lost");
    let (status, checked) = clerks.try_workplan(&["check", "--plan", "plans/小镇"]);
    assert_eq!(status, 1);
    assert!(checked.contains("E212") && checked.contains("镇府督〔2020〕3号"), "{checked}");
}
