//! What every writing command shares: hold the folder, read it, change it in memory, check what would be there,
//! and only then write it.

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use crate::check::{self, Diagnostic, Gravity};
use crate::desk::Desk;
use crate::desk::days::{day, today};
use crate::desk::finding::folder;
use crate::desk::holding::{hold, hold_for_reading, not_written};
use crate::desk::output::{BrokenPlan, broken, done, emit, error_screen, lines, note, screen, tell, warn};
use crate::desk::reading::refuse_revision;
use crate::git::{Underway, underway};
use crate::paper::{self, Page};
use crate::plan::{Date, Language, Plan, TaskId};
use crate::say;
use crate::store::{Change, CommitError, EditError, Opened, Rewrite, commit_kept, open, open_about};
use crate::view;
use crate::words;

/// How a change is made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Manner {
    /// Whether it is only shown.
    pub(crate) trial: bool,
    /// How long to wait while another process writes.
    pub(crate) patience: Duration,
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

/// Changes the plan: `edit` makes the change in memory and says in a few words what it was. It may be called
/// again, with the plan as it is then, when another program has written to it in the meantime.
pub(crate) fn change(
    desk: &Desk,
    manner: Manner,
    extent: &Extent<'_>,
    edit: &dyn Fn(&mut Draft) -> anyhow::Result<String>,
) -> anyhow::Result<ExitCode> {
    refuse_revision(desk)?;
    lines(desk)?;
    let folder = folder(desk)?;
    if manner.trial {
        let _held = hold_for_reading(desk, &folder);
        let proposal = propose(desk, &folder, extent, edit)?;
        show_diff(desk, &proposal)?;
        return Ok(ExitCode::SUCCESS);
    }
    said(desk, &make(desk, manner, extent, edit)?)
}

/// Makes the change, and says nothing.
pub(crate) fn make(
    desk: &Desk,
    manner: Manner,
    extent: &Extent<'_>,
    edit: &dyn Fn(&mut Draft) -> anyhow::Result<String>,
) -> anyhow::Result<Proposal> {
    refuse_revision(desk)?;
    let folder = folder(desk)?;
    let lock = hold(desk, &folder, manner.patience)?;
    let before = underway(&folder);
    let mut attempt = 1;
    loop {
        let proposal = propose(desk, &folder, extent, edit)?;
        match commit_kept(&lock, &proposal.what, &proposal.changes) {
            Ok(()) => {
                // It may have begun while this was written.
                if let Some(what) = underway(&folder).or(before) {
                    warn(desk.lang, unfinished(desk.lang, what));
                }
                return Ok(proposal);
            }
            Err(CommitError::ChangedMeanwhile(_)) if attempt < ATTEMPTS => attempt += 1,
            Err(error) => return Err(not_written(desk.lang, &error)),
        }
    }
}

/// What git may still do to what was just written.
fn unfinished(lang: Language, what: Underway) -> &'static str {
    match what {
        Underway::Running => lang.pick(
            "git 正在本仓库中运行（.git/index.lock），可能覆盖刚写入的内容；待其结束后请用 git status、workplan show 核对（没有 git 在运行的，删除该文件）",
            "a git command is running in this repository (.git/index.lock) and may overwrite what was just written; look again when it has ended (if none is running, delete that file)",
        ),
        Underway::Merge => lang.pick(
            "本仓库有合并尚未完成（MERGE_HEAD）；此时 git merge --abort 可能一并撤销刚写入的内容，git commit 则把它记入合并提交",
            "a merge is not finished here (MERGE_HEAD): git merge --abort may undo what was just written, and git commit makes it part of the merge",
        ),
        Underway::Rebase => lang.pick(
            "本仓库有变基（git rebase 或 git am）尚未完成；此时放弃变基可能一并撤销刚写入的内容",
            "a rebase (or git am) is not finished here: its --abort may undo what was just written",
        ),
        Underway::Pick => lang.pick(
            "本仓库有拣选（git cherry-pick）尚未完成；此时 git cherry-pick --abort 可能一并撤销刚写入的内容",
            "a cherry-pick is not finished here: git cherry-pick --abort may undo what was just written",
        ),
        Underway::Revert => lang.pick(
            "本仓库有撤销提交（git revert）尚未完成；此时 git revert --abort 可能一并撤销刚写入的内容",
            "a revert is not finished here: git revert --abort may undo what was just written",
        ),
    }
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
    let after = change.after.as_deref().unwrap_or("");
    let mark = after.len() - text.len();
    let before = change.before.as_deref().unwrap_or("");
    let same = before.bytes().zip(after.bytes()).take_while(|(one, other)| one == other).count();
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
    if !page.is_empty() {
        emit(desk, &page)?;
    }
    done(desk, &line, !page.is_empty())?;
    Ok(ExitCode::SUCCESS)
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
