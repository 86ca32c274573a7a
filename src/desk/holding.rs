//! Holding a plan's folder while it is read or written, and finishing what was cut off.

use std::path::Path;
use std::time::Duration;

use crate::desk::Desk;
use crate::desk::output::{note, warn};
use crate::plan::Language;
use crate::say;
use crate::store::{CommitError, Lock, LockError, Opened, is_pending, open, recover};
use crate::words;

/// How long a reader waits for a writer to end.
const READERS_PATIENCE: Duration = Duration::from_secs(5);

/// Waits until the folder is free, holds it, and finishes what was cut off earlier.
pub(crate) fn hold(desk: &Desk, folder: &Path, patience: Duration) -> anyhow::Result<Lock> {
    let lang = desk.lang;
    let mut waiting = || {
        note(lang, desk.lang.pick("他人正在写入本计划，等待中……", "another process is writing to this plan; waiting"))
    };
    let lock = Lock::alone(folder, patience, &mut waiting).map_err(|error| match error {
        LockError::Busy => anyhow::anyhow!(say!(
            desk.lang,
            "等待 {} 秒后本计划仍被占用，没有写入；请稍后再试，或用 --lock-timeout 延长等待",
            "after {} seconds the plan is still held by another process, so nothing was written; try again later, or wait longer with --lock-timeout",
            patience.as_secs()
        )),
        LockError::NotOurs(name) => anyhow::anyhow!(not_ours(desk.lang, &name)),
        LockError::Unwritable(error) => {
            let (shown, why) = (words::shown_path(folder), words::io_failure(desk.lang, &error));
            anyhow::anyhow!(say!(
                desk.lang,
                "无法写入计划目录 {shown}：{why}",
                "cannot write to the plan's folder {shown}: {why}"
            ))
        }
    })?;
    if let Some(what) = recover(&lock).map_err(|error| not_written(desk.lang, &error))? {
        note(lang, &finished(lang, &what));
    }
    Ok(lock)
}

/// Reads the plan while nobody writes to it.
pub(crate) fn open_unchanging(desk: &Desk, folder: &Path) -> Opened {
    let held = hold_for_reading(desk, folder);
    let opened = open(folder);
    // Where nobody had ever written there was nothing to hold; perhaps somebody has begun in the meantime.
    match held.is_none().then(|| Lock::shared(folder, READERS_PATIENCE)).flatten() {
        Some(_held) => open(folder),
        None => opened,
    }
}

/// Holds the folder while it is read, so that no change is seen half done; one that was cut off is finished first.
pub(crate) fn hold_for_reading(desk: &Desk, folder: &Path) -> Option<Lock> {
    let lang = desk.lang;
    let shared = || Lock::shared(folder, READERS_PATIENCE);
    let held = shared();
    if !is_pending(folder) {
        return held;
    }
    drop(held);
    match Lock::alone(folder, READERS_PATIENCE, &mut || {}).map(|lock| recover(&lock)) {
        Ok(Ok(Some(what))) => note(lang, &finished(lang, &what)),
        Ok(Ok(None)) => {}
        Ok(Err(error)) => warn(lang, &not_written(desk.lang, &error).to_string()),
        Err(_) => warn(
            lang,
            desk.lang.pick(
                "上一次写入被中断，尚未完成：下一次写入时将自动补完",
                "an earlier change is half done; the next command that may write will finish it",
            ),
        ),
    }
    shared()
}

fn finished(lang: Language, what: &str) -> String {
    say!(lang, "上一次写入被中断，现已补完：{what}", "an earlier change was cut off and is now finished: {what}")
}

/// Something stands in the place of what is the program's own.
fn not_ours(lang: Language, name: &str) -> String {
    say!(
        lang,
        "计划目录中的 {name} 不是本程序建立的（是链接、管道或其他文件），没有写入；请核对后将其移走",
        "{name} in the plan's folder was not made by this program (it is a link, a pipe or the like), so nothing was written; look at it, and take it away"
    )
}

/// Why a change could not be written.
pub(crate) fn not_written(lang: Language, error: &CommitError) -> anyhow::Error {
    anyhow::anyhow!(match error {
        CommitError::ChangedMeanwhile(path) => say!(
            lang,
            "{path} 一再被其他程序改动，没有写入；请稍后再试",
            "{path} keeps being changed by another program, so nothing was written; try again later"
        ),
        CommitError::Io { path, error } => {
            let why = words::io_failure(lang, error);
            say!(lang, "无法写入 {path}：{why}", "cannot write {path}: {why}")
        }
        CommitError::Unsettled { path, what } => say!(
            lang,
            "上一次写入（{what}）只完成了一半，此后 {path} 又被改动，无法自动补完；请核对 .workplan/pending.json 中的 before（原文）与 after（应写入的内容），改好 {path} 后删除该文件",
            "an earlier change ({what}) is half done, and {path} has been edited since, so it cannot be finished safely; compare `before` and `after` in .workplan/pending.json, put {path} right, and delete that file"
        ),
        CommitError::NotOurs(name) => not_ours(lang, name),
        CommitError::Outside(path) => say!(
            lang,
            "{path} 经链接通到仓库之外，没有写入；请把链接换成真正的文件夹",
            "{path} leads out of the repository through a link, so nothing was written; put a real folder in the place of the link"
        ),
        CommitError::Foreign(path) => say!(
            lang,
            ".workplan/pending.json 要改动 {path}，而这不是本计划的文件；该文件不是本程序留下的，没有照办，请核对后删除",
            ".workplan/pending.json wants to change {path}, which is no file of the plan; this program did not leave it there, so nothing was done: look at it, and delete it"
        ),
    })
}
