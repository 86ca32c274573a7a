//! A plan's folder that several accounts share. Only root may become others: elsewhere this is skipped, and said.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::no_room::is_root;
use crate::plan::{Plan, Said, said};

/// Two colleagues and their office, as the system numbers them; nobody else has these numbers.
const CLERK: u32 = 71_001;
const CHIEF: u32 = 71_002;
const OFFICE: u32 = 71_100;

/// Runs a command as somebody of the office whose files are by default for the office to read and not to write.
fn as_account(plan: &Plan, account: u32, args: &[&str]) -> Said {
    let command = plan.command(args);
    let mut become_other = Command::new("setpriv");
    become_other.args([format!("--reuid={account}"), format!("--regid={account}"), format!("--groups={OFFICE}")]);
    become_other
        .args(["sh", "-c", "umask 022; exec \"$0\" \"$@\""])
        .arg(command.get_program())
        .args(command.get_args());
    become_other.current_dir(&plan.top).env("WORKPLAN_PLAN", &plan.folder).stdin(Stdio::null());
    said(become_other.output().unwrap())
}

fn must(plan: &Plan, account: u32, args: &[&str]) {
    let said = as_account(plan, account, args);
    assert_eq!(said.status, 0, "{account}: {args:?}: {said:?}");
}

/// A plan that the clerk has made for the office. `mode` is that of its folders.
fn shared(mode: u32) -> Plan {
    let plan = Plan::sample();
    fs::set_permissions(&plan.top, fs::Permissions::from_mode(0o755)).unwrap();
    // What was reported so far stands in one file, so that each month's is new.
    let months = fs::read_dir(plan.path("progress")).unwrap().map(|file| file.unwrap().path());
    let journal: String = months.map(|month| fs::read_to_string(month).unwrap()).collect();
    fs::remove_dir_all(plan.path("progress")).unwrap();
    fs::create_dir(plan.path("progress")).unwrap();
    fs::write(plan.path("progress/2020.yaml"), journal).unwrap();
    give(&plan.folder, mode);
    plan
}

fn give(path: &Path, mode: u32) {
    let is_folder = path.is_dir();
    chown(path, Some(CLERK), Some(OFFICE)).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(if is_folder { mode } else { 0o664 })).unwrap();
    if is_folder {
        fs::read_dir(path).unwrap().for_each(|entry| give(&entry.unwrap().path(), mode));
    }
}

#[test]
fn everybody_of_the_office_can_go_on_writing() {
    if !is_root() {
        eprintln!("SKIPPED everybody_of_the_office_can_go_on_writing: ONLY ROOT MAY BECOME OTHERS");
        return;
    }
    for mode in [0o2775, 0o775, 0o2770] {
        let plan = shared(mode);
        for (round, account) in [CLERK, CHIEF, CLERK, CHIEF].into_iter().enumerate() {
            let (month, note) = (["09", "10", "11", "11"][round], format!("n{round}"));
            let date = format!("2020-{month}-20");
            must(&plan, account, &["record", "22-07", "--date", &date, "--note", &note]);
            must(&plan, account, &["add", "--theme", "22", "--title", &format!("第{round}项")]);
            let day = format!("2020-12-{}", 10 + round);
            must(
                &plan,
                account,
                &["amend", "22-06", "deadline", &day, "--reason", "改期", "--approved-by", "会", "--date", &date],
            );
            must(
                &plan,
                account,
                &[
                    "checklist",
                    "23-11",
                    "close",
                    ["新港村-013", "新港村-026", "新港村-047", "莲湖村-007"][round],
                    "--date",
                    &date,
                ],
            );
        }
        must(&plan, CHIEF, &["notice", "22-07", "--as-of", "2020-11-24", "--level", "urge"]);
        for path in
            ["tasks/2-乡村振兴.yaml", "progress/2020-09.yaml", "progress/2020-11.yaml", "checklists", ".workplan"]
        {
            let about = fs::metadata(plan.path(path)).unwrap();
            assert_eq!(about.gid(), OFFICE, "{mode:o} {path}");
            assert_eq!(about.mode() & 0o060, 0o060, "{mode:o} {path}");
        }
        let setgid = fs::metadata(plan.path(".workplan")).unwrap().mode() & 0o2000;
        assert_eq!(setgid, mode & 0o2000, "{mode:o}");
        // What root writes stays whose it was.
        let owner = fs::metadata(plan.path("tasks/2-乡村振兴.yaml")).unwrap().uid();
        plan.must(&["add", "--theme", "22", "--title", "管理员所加"]);
        assert_eq!(fs::metadata(plan.path("tasks/2-乡村振兴.yaml")).unwrap().uid(), owner);
        plan.assert_clean();
    }
}

/// A folder that is one person's stays that person's: nothing is opened to others.
#[test]
fn a_folder_of_ones_own_is_opened_to_nobody() {
    if !is_root() {
        eprintln!("SKIPPED a_folder_of_ones_own_is_opened_to_nobody: ONLY ROOT MAY BECOME OTHERS");
        return;
    }
    let plan = shared(0o755);
    must(&plan, CLERK, &["record", "22-07", "--date", "2020-11-20", "--note", "甲"]);
    let refused = as_account(&plan, CHIEF, &["record", "22-07", "--date", "2020-11-21", "--note", "乙"]);
    assert_eq!(refused.status, 2, "{refused:?}");
    for (path, mode) in [("progress/2020-11.yaml", 0o644), (".workplan", 0o755), (".workplan/lock", 0o644)] {
        assert_eq!(fs::metadata(plan.path(path)).unwrap().mode() & 0o777, mode, "{path}");
    }
}

#[test]
fn a_replaced_file_keeps_its_rights_and_its_access_list() {
    let plan = Plan::sample();
    let file = plan.path("tasks/2-乡村振兴.yaml");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    let list = Command::new("setfacl").args(["-m", "u:71002:rw"]).arg(&file).status();
    let has_list = list.is_ok_and(|status| status.success());
    if !has_list {
        eprintln!("SKIPPED the access list: setfacl is not there, or the disk has none");
    }
    plan.must(&["add", "--theme", "22", "--title", "导览牌更新"]);
    if has_list {
        let shown = Command::new("getfacl").arg("-n").arg(&file).output().unwrap();
        let shown = String::from_utf8(shown.stdout).unwrap();
        assert!(shown.contains("user:71002:rw-"), "{shown}");
    } else {
        assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, 0o640);
    }
}
