//! Disks that are full, and folders that may not be written to.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::plan::{Files, Plan, Said, said};

const RECORD: &[&str] = &["record", "22-07", "--date", "2020-11-24", "--note", "甲"];
const AMEND: &[&str] = &[
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
];
const WRITING: [&[&str]; 4] = [
    RECORD,
    AMEND,
    &["add", "--theme", "22", "--title", "导览牌更新"],
    &["checklist", "23-11", "close", "新港村-013", "--date", "2020-11-20"],
];

/// A mount that is taken away when dropped.
struct Mount(PathBuf);

impl Mount {
    /// `mount` with those words, at a folder; the words behind it where not everybody may mount.
    fn new(words: &str, at: &Path) -> Result<Mount, String> {
        let output = Command::new("mount").args(words.split_whitespace()).arg(at).output();
        match output {
            Ok(output) if output.status.success() => Ok(Mount(at.to_owned())),
            Ok(output) => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
            Err(error) => Err(error.to_string()),
        }
    }

    /// The folder itself, once more, read-only.
    fn read_only(folder: &Path) -> Result<Mount, String> {
        let mount = Mount::new(&format!("--bind {}", folder.display()), folder)?;
        Mount::new("-o remount,ro,bind", folder).map(std::mem::forget)?;
        Ok(mount)
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

/// Whether this user may mount; whoever may not is root in the tests' CI, or leaves it to the other ways.
pub(crate) fn is_root() -> bool {
    String::from_utf8(Command::new("id").arg("-u").output().unwrap().stdout).unwrap().trim() == "0"
}

fn assert_refused(said: &Said, words: [&str; 2]) {
    assert_eq!(said.status, 2, "{said:?}");
    assert!(words.iter().all(|word| said.stderr.contains(word)) && said.stdout.is_empty(), "{said:?}");
}

/// The record and the amendment go well, now that they can.
fn assert_goes_on(plan: &Plan, before: &Files) {
    assert_eq!(plan.files(), *before);
    plan.assert_clean();
    for command in WRITING {
        let said = plan.must(command);
        assert!(!said.stderr.contains("中断"), "{said:?}");
    }
    let own = fs::read_dir(plan.path(".workplan")).into_iter().flatten().flatten();
    let left = own.filter(|file| !["lock", "turn", "done", ".gitignore"].iter().any(|own| file.file_name() == *own));
    assert_eq!(left.count(), 0);
    assert_eq!(fs::read_to_string(plan.path(".workplan/.gitignore")).unwrap(), "*\n");
    plan.assert_clean();
}

/// A file that takes all that is left of a disk.
fn fill(path: &Path) {
    let mut file = File::create(path).unwrap();
    while file.write_all(&[0; 4096]).is_ok() {}
}

#[test]
fn on_a_full_disk_nothing_is_written_and_nothing_is_spoiled() {
    if !is_root() {
        eprintln!("only root may mount; see a_file_that_may_not_grow_is_left_as_it_was");
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let _disk = Mount::new("-t tmpfs -o size=1m none", dir.path()).unwrap();
    let plan = Plan::sample_in(dir.path());
    let before = plan.files();
    let filler = dir.path().join("filler");
    let (mut refused, mut done) = (0, 0);
    // So many pages are left, at first none: the disk fills up at every step of a change.
    for left in 0..12 {
        for (at, command) in WRITING.into_iter().enumerate() {
            fill(&filler);
            let room = File::options().write(true).open(&filler).unwrap();
            room.set_len(room.metadata().unwrap().len().saturating_sub(left * 4096)).unwrap();
            let (lang, words) = match at % 2 {
                0 => ("zh", ["无法写入", "磁盘已满"]),
                _ => ("en", ["cannot write", "the disk is full"]),
            };
            let said = plan.run(&[command, &["--lang", lang]].concat());
            fs::remove_file(&filler).unwrap();
            if said.status == 0 {
                done += 1;
                assert_ne!(plan.files(), before);
                plan.assert_clean();
                plan.restore(&before);
            } else {
                refused += 1;
                assert_refused(&said, words);
                assert_eq!(plan.files(), before, "{command:?}");
                plan.assert_clean();
            }
        }
    }
    eprintln!("{refused} refused, {done} done");
    assert!(refused > 8 && done > 4);
    assert_goes_on(&plan, &before);
}

/// The system's limit of a file's size, with its signal and without: what a full disk is to those who may not mount.
#[test]
fn a_file_that_may_not_grow_is_left_as_it_was() {
    for (lang, words) in
        [("zh", ["无法写入", "文件超过系统允许的大小"]), ("en", ["cannot write", "larger than the system allows"])]
    {
        for blocks in [0, 1, 4] {
            let plan = Plan::sample();
            let before = plan.files();
            for command in WRITING {
                let command = [command, &["--lang", lang]].concat();
                let limited = limited(&plan, &command, &format!("trap '' XFSZ; ulimit -f {blocks}"));
                assert_refused(&limited, words);
                assert_eq!(plan.files(), before, "{command:?}");
                plan.assert_clean();
            }
            // The signal that comes with it ends nothing in the middle, either.
            for command in WRITING {
                let command = [command, &["--lang", lang]].concat();
                assert_refused(&limited(&plan, &command, &format!("ulimit -f {blocks}")), words);
            }
            assert_goes_on(&plan, &before);
        }
    }
}

fn limited(plan: &Plan, args: &[&str], limits: &str) -> Said {
    let command = plan.command(args);
    let mut shell = plan.command(&[]);
    let script = format!("{limits}; exec \"$0\" \"$@\"");
    let mut limited = Command::new("sh");
    limited.arg("-c").arg(script).arg(command.get_program()).args(command.get_args());
    limited.current_dir(&plan.top).stdin(Stdio::null());
    for (name, value) in shell.env("LC_ALL", "C").get_envs() {
        match value {
            Some(value) => limited.env(name, value),
            None => limited.env_remove(name),
        };
    }
    said(limited.output().unwrap())
}

/// A folder that may not be written to; rights do not bind root, a disk that is read-only does.
fn closed(folder: &Path) -> (Option<Mount>, [&'static str; 2], [&'static str; 2]) {
    if is_root() {
        let mount = Mount::read_only(folder).unwrap();
        return (Some(mount), ["无法写入", "磁盘为只读"], ["cannot write", "the disk is read-only"]);
    }
    fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o555)).unwrap();
    (None, ["无法写入", "没有权限"], ["cannot write", "permission denied"])
}

fn open_again(folder: &Path, mount: Option<Mount>) {
    match mount {
        Some(mount) => drop(mount),
        None => fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap(),
    }
}

#[test]
fn a_plan_that_may_not_be_written_to_can_be_read_and_tried() {
    // Where somebody has written before, and where nobody has.
    for written in [false, true] {
        let plan = Plan::sample();
        if written {
            plan.must(&["record", "22-07", "--date", "2020-11-24", "--note", "先前"]);
        }
        let before = plan.files();
        let (mount, zh, en) = closed(&plan.folder);
        if !is_root() && written {
            // Rights of a folder say nothing about those within.
            let own = plan.path(".workplan/lock");
            fs::set_permissions(own, std::os::unix::fs::PermissionsExt::from_mode(0o444)).unwrap();
        }
        for command in WRITING {
            assert_refused(&plan.run(&[command, &["--lang", "zh"]].concat()), zh);
            assert_refused(&plan.run(&[command, &["--lang", "en"]].concat()), en);
            let dry = plan.must(&[command, &["--dry-run"]].concat());
            assert!(dry.stdout.contains("@@") && dry.stdout.contains("\n+"), "{dry:?}");
        }
        for reading in [&["status"][..], &["check"], &["alerts"], &["checklist", "23-11"]] {
            plan.must(reading);
        }
        assert_eq!(plan.files(), before);
        assert_eq!(plan.path(".workplan").exists(), written);
        open_again(&plan.folder, mount);
        if !is_root() && written {
            let own = plan.path(".workplan/lock");
            fs::set_permissions(own, std::os::unix::fs::PermissionsExt::from_mode(0o644)).unwrap();
        }
        assert_goes_on(&plan, &before);
    }
}

/// The journal can be written to, and the tasks cannot; and the other way round.
#[test]
fn an_amendment_of_which_one_file_cannot_be_written_is_not_made() {
    for folder in ["tasks", "progress"] {
        let plan = Plan::sample();
        let before = plan.files();
        let (mount, zh, en) = closed(&plan.path(folder));
        for (lang, words) in [("zh", zh), ("en", en)] {
            assert_refused(&plan.run(&[AMEND, &["--lang", lang]].concat()), words);
            assert_eq!(plan.files(), before, "{folder}");
            plan.assert_clean();
        }
        open_again(&plan.path(folder), mount);
        assert_goes_on(&plan, &before);
    }
}

/// The first entry of a month is taken back as well, and its file with it.
#[test]
fn a_new_file_is_taken_away_again_where_the_rest_cannot_be_written() {
    let plan = Plan::small();
    let before = plan.files();
    let amend = [
        "amend",
        "1-01",
        "deadline",
        "2020-12-01",
        "--reason",
        "改期",
        "--approved-by",
        "镇长办公会",
        "--date",
        "2020-11-10",
    ];
    fs::create_dir(plan.path("progress")).unwrap();
    for folder in ["tasks", "progress"] {
        let (mount, zh, _) = closed(&plan.path(folder));
        assert_refused(&plan.run(&amend), zh);
        assert_eq!(plan.files(), before, "{folder}");
        plan.assert_clean();
        open_again(&plan.path(folder), mount);
    }
    plan.must(&amend);
    plan.assert_clean();
}

/// A folder of the plan may be on another disk, where nothing can be renamed to from here.
#[test]
fn a_folder_on_another_disk_is_written_to_as_any_other() {
    if !is_root() {
        eprintln!("only root may mount");
        return;
    }
    let plan = Plan::sample();
    let journal = plan.path("progress");
    let _disk = Mount::new(&format!("--bind {}", journal.display()), &journal).unwrap();
    let before = plan.files();
    assert_goes_on(&plan, &before);
    plan.must(&["record", "22-07", "--date", "2020-12-01", "--note", "乙"]);
    plan.assert_clean();
    let names: Vec<_> = fs::read_dir(&journal).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| name.to_string_lossy().starts_with("2020-")), "{names:?}");
}

/// Where the system gives no more threads, the one that there is does all the work.
#[test]
fn without_a_thread_to_be_had_everything_is_done_by_one() {
    let plan = Plan::sample();
    let out = plan.top.join("网页");
    many_tasks(&plan);
    let site = ["site", "--as-of", "2020-11-24", "--out", out.to_str().unwrap()];
    let all: [&[&str]; 7] = [
        &["check"],
        &["status"],
        &["week", "2020-11-24"],
        &site,
        &["diff", ".", "."],
        RECORD,
        &["status", "--format", "csv"],
    ];
    for command in all {
        let before = plan.files();
        let free = plan.run(command);
        let _ = fs::remove_dir_all(&out);
        plan.restore(&before);
        let alone = without_threads(&plan, command);
        assert_eq!(alone.status, free.status, "{command:?}: {alone:?}");
        assert!(!alone.stderr.contains("panicked"), "{alone:?}");
        if command[0] != "record" {
            assert_eq!(alone.stdout, free.stdout, "{command:?}");
        }
        let _ = fs::remove_dir_all(&out);
        plan.restore(&before);
    }
}

/// Runs a command that may start no thread. The limit does not bind root, who becomes somebody else for it.
fn without_threads(plan: &Plan, args: &[&str]) -> Said {
    let limits = "prlimit --nproc=1 --pid $$";
    if !is_root() {
        return limited(plan, args, limits);
    }
    let everybody = |folder: &Path| {
        let said = Command::new("chmod").args(["-R", "a+rwX"]).arg(folder).status();
        assert!(said.unwrap().success());
    };
    everybody(&plan.top);
    limited(
        plan,
        args,
        &format!("{limits}; set -- setpriv --reuid=65534 --regid=65534 --clear-groups \"$0\" \"$@\"; exec \"$@\""),
    )
}

/// So many tasks and entries that the work on them is shared.
fn many_tasks(plan: &Plan) {
    let task = |number: usize| format!("- {{ id: 99-{number}, title: 第{number}项, kind: milestone }}\n");
    let entry = |number: usize| format!("- {{ date: 2020-11-05, task: 99-{number}, note: {} }}\n", "甲".repeat(60));
    let head = plan.read("plan.yaml");
    let head = head.replacen(
        "sections:\n",
        "sections:\n  - { id: '9', title: 其他, themes: [{ id: '99', title: 其他 }] }\n",
        1,
    );
    fs::write(plan.path("plan.yaml"), head).unwrap();
    fs::write(plan.path("tasks/9.yaml"), (1..3000).map(task).collect::<String>()).unwrap();
    let journal = plan.path("progress/2020-11.yaml");
    let text = fs::read_to_string(&journal).unwrap();
    fs::write(journal, text + "\n" + &(1..3000).map(entry).collect::<String>()).unwrap();
}
