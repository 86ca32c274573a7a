//! What every writing command shares: hold the folder, read it, change it in memory, check what would be there,
//! and only then write it.

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;

use crate::both;
use crate::check::{self, Diagnostic, Gravity};
use crate::desk::Desk;
use crate::desk::output::{BrokenPlan, emit, error_screen, note, screen, tell};
use crate::desk::reading::refuse_revision;
use crate::desk::session::{broken, day, folder, today};
use crate::paper::{self, Page};
use crate::plan::{Date, Language, Plan, TaskId};
use crate::say;
use crate::store::{
    Change, CommitError, EditError, Lock, LockError, Opened, Rewrite, commit, is_pending, open, open_about, recover,
};
use crate::view::{self};
use crate::words;

/// What every writing command takes.
#[derive(Debug, Args)]
#[command(next_help_heading = both!("写入", "Writing"))]
pub(crate) struct WriteArgs {
    #[arg(long, help = both!("只显示将要写的内容（改动用统一 diff 格式），不写入", "Show what would be written (changes as a unified diff), and write nothing"))]
    dry_run: bool,
    #[arg(long, value_name = both!("秒", "SECONDS"), default_value_t = 10, hide_default_value = true,
          help = both!("他人正在写入时最多等待的秒数；默认 10", "How long to wait while another process writes; 10 by default"))]
    lock_timeout: u64,
}

impl WriteArgs {
    /// Whether nothing is to be written.
    pub(crate) fn is_trial(&self) -> bool {
        self.dry_run
    }
}

/// How much of the journal a change must know.
pub(crate) enum Extent<'c> {
    /// All of it: whatever is wrong with the plan, before or after, is in the way.
    Whole,
    /// What is about these tasks: what is wrong elsewhere is not looked for.
    About(&'c dyn Fn(&Plan) -> Vec<TaskId>),
}

/// A plan that is about to be changed.
pub(crate) struct Draft {
    pub(crate) rewrite: Rewrite,
    pub(crate) lang: Language,
    pub(crate) today: Date,
    /// What is shown before the change is made, where a line does not tell it.
    pub(crate) shows: Option<Page>,
}

impl Draft {
    /// The plan as it stands now.
    pub(crate) fn plan(&self, lang: Language) -> anyhow::Result<&Plan> {
        let plan = self.rewrite.opened().plan.as_ref();
        plan.ok_or_else(|| anyhow::anyhow!(lang.pick("无法读取 plan.yaml", "plan.yaml cannot be read")))
    }

    /// The day that an argument means, if it was given.
    pub(crate) fn day(&self, lang: Language, given: Option<&str>) -> anyhow::Result<Option<Date>> {
        let head = &self.plan(lang)?.head;
        given.map(|text| day(head, text, self.today, self.lang)).transpose()
    }
}

/// Another program has changed a file so often while it was being edited.
const ATTEMPTS: usize = 5;
/// How long a reader waits for a writer to end.
const READERS_PATIENCE: Duration = Duration::from_secs(5);

/// Changes the plan: `edit` makes the change in memory and says in a few words what it was. It may be called
/// again, with the plan as it is then, when another program has written to it in the meantime.
pub(crate) fn change(
    desk: &Desk,
    args: &WriteArgs,
    extent: &Extent<'_>,
    edit: &dyn Fn(&mut Draft) -> anyhow::Result<String>,
) -> anyhow::Result<ExitCode> {
    refuse_revision(desk)?;
    let folder = folder(desk)?;
    if args.dry_run {
        let _held = hold_for_reading(desk, &folder);
        let proposal = propose(desk, &folder, extent, edit)?;
        show_diff(desk, &proposal)?;
        return Ok(ExitCode::SUCCESS);
    }
    said(desk, &make(desk, args, extent, edit)?)
}

/// Makes the change, and says nothing.
pub(crate) fn make(
    desk: &Desk,
    args: &WriteArgs,
    extent: &Extent<'_>,
    edit: &dyn Fn(&mut Draft) -> anyhow::Result<String>,
) -> anyhow::Result<Proposal> {
    refuse_revision(desk)?;
    let folder = folder(desk)?;
    let lock = hold(desk, &folder, args)?;
    let mut attempt = 1;
    loop {
        let proposal = propose(desk, &folder, extent, edit)?;
        match commit(&lock, &proposal.what, &proposal.changes) {
            Ok(()) => return Ok(proposal),
            Err(CommitError::ChangedMeanwhile(_)) if attempt < ATTEMPTS => attempt += 1,
            Err(error) => return Err(not_written(desk.lang, &error)),
        }
    }
}

/// Waits until the folder is free, holds it, and finishes what was cut off earlier.
fn hold(desk: &Desk, folder: &Path, args: &WriteArgs) -> anyhow::Result<Lock> {
    let lang = desk.lang;
    let mut waiting = || {
        note(lang, desk.lang.pick("他人正在写入本计划，等待中……", "another process is writing to this plan; waiting"))
    };
    let lock = Lock::alone(folder, Duration::from_secs(args.lock_timeout), &mut waiting).map_err(|error| match error {
        LockError::Busy => anyhow::anyhow!(say!(
            desk.lang,
            "等待 {} 秒后本计划仍被占用，没有写入；请稍后再试，或用 --lock-timeout 延长等待",
            "after {} seconds the plan is still held by another process, so nothing was written; try again later, or wait longer with --lock-timeout",
            args.lock_timeout
        )),
        LockError::Unwritable(error) => {
            let (shown, why) = (folder.display(), words::io_failure(desk.lang, &error));
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
fn hold_for_reading(desk: &Desk, folder: &Path) -> Option<Lock> {
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
        Ok(Err(error)) => note(lang, &not_written(desk.lang, &error).to_string()),
        Err(_) => note(
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

/// A change, made in memory and checked.
pub(crate) struct Proposal {
    /// What it is, in a few words.
    pub(crate) what: String,
    pub(crate) changes: Vec<Change>,
    shows: Option<Page>,
}

impl Proposal {
    /// What is shown before it is made.
    fn page(&self, desk: &Desk) -> String {
        self.shows.as_ref().map_or_else(String::new, |page| paper::terminal(page, screen(desk)))
    }
}

fn propose(
    desk: &Desk,
    folder: &Path,
    extent: &Extent<'_>,
    edit: &dyn Fn(&mut Draft) -> anyhow::Result<String>,
) -> anyhow::Result<Proposal> {
    let opened = match extent {
        Extent::Whole => open(folder),
        Extent::About(choose) => open_about(folder, choose),
    };
    let lang = desk.language_of(opened.plan.as_ref());
    let before = match extent {
        Extent::Whole => check::run(&opened, lang),
        Extent::About(_) if opened.plan.is_some() && opened.faults.is_empty() => Vec::new(),
        Extent::About(_) => check::run(&opened, lang),
    };
    if before.iter().any(|found| found.severity == Gravity::Error) {
        let tail = desk.lang.pick("计划文件有误，没有写入", "the plan has errors, so nothing was written");
        return Err(BrokenPlan(broken(desk, &opened, &before, lang, tail)).into());
    }
    let today = today(opened.plan.as_ref().map(|plan| plan.head.utc_offset).unwrap_or_default());
    let mut draft = Draft { rewrite: Rewrite::new(opened), lang, today, shows: None };
    let what = edit(&mut draft)?;
    let changes = draft.rewrite.changes();
    accept(desk, &draft, extent, &before, &changes)?;
    Ok(Proposal { what, changes, shows: draft.shows })
}

/// Refuses a change that would make the plan wrong, and shows the warnings that it would bring.
fn accept(
    desk: &Desk,
    draft: &Draft,
    extent: &Extent<'_>,
    before: &[Diagnostic],
    changes: &[Change],
) -> anyhow::Result<()> {
    let opened = draft.rewrite.opened();
    let mut found = check::run(opened, draft.lang);
    match extent {
        Extent::Whole => {
            let known = |new: &Diagnostic| {
                before.iter().any(|old| (old.code, &old.file, &old.message) == (new.code, &new.file, &new.message))
            };
            found.retain(|found| !known(found));
        }
        Extent::About(_) => found.retain(|found| is_new(opened, changes, found)),
    }
    if found.is_empty() {
        return Ok(());
    }
    if found.iter().any(|found| found.severity == Gravity::Error) {
        let tail = desk.lang.pick(
            "没有写入：这样写会使计划出错，以上是写入后的样子",
            "nothing was written: it would make the plan wrong; shown is what would have been there",
        );
        return Err(BrokenPlan(broken(desk, opened, &found, draft.lang, tail)).into());
    }
    let screen = error_screen(desk);
    let drawn = view::diagnostics(opened, &found, draft.lang, screen.colour, screen.columns);
    tell(drawn.strip_suffix('\n').unwrap_or(&drawn));
    Ok(())
}

/// Whether something was found in the text that the change has added.
fn is_new(opened: &Opened, changes: &[Change], found: &Diagnostic) -> bool {
    let Some(change) = changes.iter().find(|change| change.path == found.file) else { return false };
    let text = opened.files.get(found.file_index).map_or("", |file| file.text.as_str());
    let mark = change.after.len() - text.len();
    let before = change.before.as_deref().unwrap_or("");
    let same = before.bytes().zip(change.after.bytes()).take_while(|(one, other)| one == other).count();
    found.span.start + mark >= same
}

fn show_diff(desk: &Desk, proposal: &Proposal) -> anyhow::Result<()> {
    let (lang, what) = (desk.lang, &proposal.what);
    note(lang, &say!(lang, "试运行，不写入：{what}", "dry run, nothing is written: {what}"));
    let page = proposal.page(desk);
    let gap = if page.is_empty() { "" } else { "\n" };
    emit(desk, &format!("{page}{gap}{}", view::changes(&proposal.changes, screen(desk).colour)))
}

/// One line: what was done, and in which files; above it what was to be shown.
fn said(desk: &Desk, proposal: &Proposal) -> anyhow::Result<ExitCode> {
    let lang = desk.lang;
    let Proposal { what, changes, .. } = proposal;
    let files = words::list(lang, changes.iter().map(|change| change.path.as_str()));
    let line = if changes.is_empty() {
        say!(lang, "没有需要写入的改动：{what}", "nothing to write: {what}")
    } else {
        say!(lang, "已写入 {files}：{what}", "written to {files}: {what}")
    };
    let page = proposal.page(desk);
    let gap = if page.is_empty() { "" } else { "\n" };
    emit(desk, &format!("{page}{gap}{}\n", paper::visible(&line)))?;
    Ok(ExitCode::SUCCESS)
}

fn not_written(lang: Language, error: &CommitError) -> anyhow::Error {
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
        CommitError::Foreign(path) => say!(
            lang,
            ".workplan/pending.json 要改动 {path}，而这不是本计划的文件；该文件不是本程序留下的，没有照办，请核对后删除",
            ".workplan/pending.json wants to change {path}, which is no file of the plan; this program did not leave it there, so nothing was done: look at it, and delete it"
        ),
    })
}

/// Why an edit could not be made.
pub(crate) fn not_edited(lang: Language, error: &EditError) -> anyhow::Error {
    anyhow::anyhow!(match error {
        EditError::Unplaced(path) | EditError::Misread(path) => say!(
            lang,
            "{path} 的写法特殊，无法保证改动不伤及其他内容，没有写入；请手工编辑",
            "{path} is written in a way that cannot be edited without touching something else, so nothing was written; edit it by hand"
        ),
        EditError::Nothing(what) => say!(lang, "没有 {what}", "there is no {what}"),
    })
}
