//! Revisions and repositories that cannot be had, and why.

use std::fmt::Write as _;

use super::program::workplan;
use super::{Repository, compare, git};

#[test]
fn a_shallow_clone_says_where_its_history_is_cut_off() {
    let repository = Repository::with_history();
    let clone = tempfile::tempdir().unwrap();
    let folder = clone.path().join("浅");
    let from = format!("file://{}", repository.folder.path().display());
    git(repository.folder.path(), &["clone", "--quiet", "--depth", "5", &from, folder.to_str().unwrap()], "2020-11-24");
    for lang in ["zh", "en"] {
        let mut said = String::new();
        for line in [
            "history --git",
            "blame 1-01",
            "status --rev HEAD~30",
            "status --rev-date 2020-07-02",
            "status --rev main@{2020-07-02}",
        ] {
            let ran = workplan(&format!("{line} --lang {lang} --as-of 2020-11-24")).within(&folder).run();
            let _ = writeln!(said, "{ran}");
        }
        compare(&format!("shallow.{lang}"), &said);
    }
}

#[test]
fn names_of_revisions_that_mean_nothing_here_are_answered_plainly() {
    let repository = Repository::with_history();
    for lang in ["zh", "en"] {
        let mut said = String::new();
        for rev in ["@{u}", "HEAD@{99999}", "@{-9}", "HEAD^{/(}", ":/[", "x y"] {
            let ran =
                workplan(&format!("show 1-01 --lang {lang} --rev '{rev}'")).within(repository.folder.path()).run();
            assert_eq!(ran.status, 2, "{ran}");
            let _ = writeln!(said, "{ran}");
        }
        compare(&format!("unmeant.{lang}"), &said);
    }
}

#[test]
fn a_day_beyond_gits_own_calendar_is_a_day() {
    let repository = Repository::with_history();
    let show = |day: &str| repository.runs(&format!("show 1-01 --as-of 2020-11-24 --format json --rev-date {day}"));
    let last = show("2020-11-30").json()["revision"].clone();
    for day in ["2037-12-31", "2038-01-19", "2100-01-01", "9999-12-31"] {
        assert_eq!(show(day).json()["revision"], last, "{day}");
    }
    for day in ["1969-12-31", "1900-01-01"] {
        let ran = show(day);
        assert!(ran.status == 2 && ran.stderr.contains(&format!("{day} 及以前没有任何提交")), "{ran}");
    }
}

/// Git does not read what belongs to somebody else, and says so.
#[test]
fn a_repository_that_git_refuses_is_not_called_none() {
    let repository = Repository::with_history();
    for (lang, says) in [("zh", "属于其他用户"), ("en", "belongs to somebody else")] {
        for line in ["history --git", "check --staged", "status --rev HEAD"] {
            let run = workplan(&format!("{line} --lang {lang}")).within(repository.folder.path());
            let ran = run.env("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1").run();
            assert!(ran.status == 2 && ran.stderr.contains(says) && ran.stderr.contains("dubious ownership"), "{ran}");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_plan_in_a_folder_whose_name_is_no_text_is_found() {
    use std::os::unix::ffi::OsStrExt;
    let repository = Repository::with_history();
    let name = std::ffi::OsStr::from_bytes(b"plans/\xbc\xc6\xbb\xae");
    let (old, folder) = (repository.path("plans/半年计划"), repository.folder.path().join(name));
    std::fs::rename(old, &folder).unwrap();
    repository.commits("2020-11-20", "改名");
    let run = |line: &str| workplan(line).within(&folder).run();
    assert_eq!(run("check --staged").status, 0);
    assert!(run("history --git").text().contains("改换牵头单位"));
    let tasks = std::fs::read_to_string(folder.join("tasks/1.yaml")).unwrap();
    std::fs::write(folder.join("tasks/1.yaml"), tasks.replace("2020-12-15", "2020-12-25")).unwrap();
    repository.git("add --all");
    let ran = run("check --staged");
    assert!(ran.status == 1 && ran.text().contains("E605"), "{ran}");
}

#[cfg(unix)]
#[test]
fn a_plan_named_by_its_whole_path_needs_no_current_folder() {
    let repository = Repository::with_history();
    let plan = dunce::canonicalize(repository.path("plans/半年计划")).unwrap();
    let plan = plan.display();
    let run = |line: &str| {
        let gone = tempfile::tempdir().unwrap();
        let program = env!("CARGO_BIN_EXE_workplan");
        // The shell deletes the folder in which it stands.
        let mut command = assert_cmd::Command::new("sh");
        command.current_dir(gone.path()).env_remove("WORKPLAN_PLAN").env_remove("WORKPLAN_LANG");
        command.args(["-c", &format!("rmdir \"$PWD\" && exec '{program}' {line}")]);
        let output = command.output().unwrap();
        let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (output.status.code(), said(&output.stdout), said(&output.stderr))
    };
    for line in
        ["status", "history --git", "check", "check --staged", "record 1-01 --date 2020-11-20 --note x", "blame 1-01"]
    {
        let (status, _, said) = run(&format!("{line} --plan '{plan}'"));
        assert_eq!(status, Some(0), "{line}: {said}");
    }
    for (lang, says) in [("zh", "错误：当前目录已被删除或无法读取"), ("en", "error: the current folder is gone")]
    {
        let (status, _, said) = run(&format!("status --lang {lang}"));
        assert!(status == Some(2) && said.contains(says) && !said.contains("os error"), "{said}");
    }
}

/// What came with a repository starts nothing.
#[cfg(unix)]
#[test]
fn nothing_runs_that_a_repository_names() {
    use std::os::unix::fs::PermissionsExt;
    let repository = Repository::with_history();
    let trap = repository.path("trap");
    let sprung = repository.path("sprung");
    std::fs::write(&trap, format!("#!/bin/sh\ntouch '{}'\nexit 1\n", sprung.display())).unwrap();
    let program =
        |path: &std::path::Path| std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
    program(&trap);
    let hooks = repository.path(".git/hooks");
    std::fs::create_dir_all(&hooks).unwrap();
    for hook in ["post-index-change", "reference-transaction", "fsmonitor-watchman"] {
        std::fs::copy(&trap, hooks.join(hook)).unwrap();
        program(&hooks.join(hook));
    }
    let trap = trap.to_str().unwrap();
    for key in
        ["core.fsmonitor", "core.pager", "diff.external", "diff.workplan.textconv", "core.sshCommand", "core.askPass"]
    {
        git(repository.folder.path(), &["config", key, trap], "2020-11-24");
    }
    // A file that is missing is not fetched.
    for (key, value) in [
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", &format!("ext::{trap}")),
        ("protocol.ext.allow", "always"),
    ] {
        git(repository.folder.path(), &["config", key, value], "2020-11-24");
    }
    let loose = repository.path(".git/objects");
    let tasks = "HEAD~5:plans/小计划/tasks/1.yaml";
    let mut command = std::process::Command::new("git");
    let id = command.current_dir(repository.folder.path()).args(["rev-parse", tasks]).output().unwrap().stdout;
    let id = String::from_utf8(id).unwrap();
    std::fs::remove_file(loose.join(&id[..2]).join(id[2..].trim())).unwrap();
    let _ = std::fs::remove_file(&sprung);
    for line in [
        "history --git",
        "blame 1-01",
        "check --staged",
        "diff --exit-code",
        "status --rev HEAD~5",
        "git setup --dry-run",
    ] {
        let ran = repository.runs(&format!("{line} --lang zh"));
        assert!(!sprung.exists(), "{ran}");
    }
    // And what is missing is said to be missing, not taken for nothing.
    for line in ["status --rev HEAD~5", "history --git", "blame 1-01"] {
        let ran = repository.runs(&format!("{line} --lang zh"));
        assert!(ran.status == 2 && ran.stderr.contains("部分克隆"), "{ran}");
    }
}
