//! Taking back what a command has changed here: the last change that is kept, as long as its files are as it left them and no
//! commit holds them.

use std::path::Path;

use chrono::DateTime;

use crate::check::{self, Gravity};
use crate::desk::Desk;
use crate::desk::finding::folder;
use crate::desk::holding::{hold, not_written};
use crate::desk::output::{done, emit, lines, note, screen};
use crate::desk::reading::{Place, refuse_revision};
use crate::desk::writing::Manner;
use crate::plan::{Language, UtcOffset};
use crate::say;
use crate::store::{Change, Kept, Lock, changed_since, kept, open, put_back, take_back as take_kept};
use crate::view;
use crate::words;

/// Takes the last change back.
pub(crate) fn take_back(desk: &Desk, manner: Manner) -> anyhow::Result<()> {
    refuse_revision(desk)?;
    lines(desk)?;
    let (lang, folder) = (desk.lang, folder(desk)?);
    let lock = hold(desk, &folder, manner.patience)?;
    let mut changes = kept(&lock).into_iter();
    let Some(last) = changes.next() else {
        anyhow::bail!(lang.pick("没有可撤回的写入", "there is no change to take back"));
    };
    refuse_changed(&lock, &last, lang)?;
    refuse_committed(desk, &last)?;
    let what = &last.done.what;
    if manner.trial {
        note(lang, &say!(lang, "试运行，不写入：撤回“{what}”", "dry run, nothing is written: taking back `{what}`"));
        let back: Vec<Change> = last.done.changes.iter().map(Change::reversed).collect();
        return emit(desk, &view::changes(&back, screen(desk).colour));
    }
    let errors = || errors(&folder, lang);
    let before = errors();
    take_kept(&lock, &last).map_err(|error| not_written(lang, &error))?;
    if errors() > before {
        put_back(&lock, &last).map_err(|error| not_written(lang, &error))?;
        anyhow::bail!(say!(
            lang,
            "不能撤回“{what}”：其后的写入以它为前提，撤回后计划会出错；请先改动后来的内容",
            "`{what}` cannot be taken back: what came later rests on it, and the plan would be wrong; change that first"
        ));
    }
    let files = words::list(lang, last.done.changes.iter().map(|change| change.path.as_str()));
    let next = changes.next().map(|before| before.done.what);
    let more = next.map(|next| say!(lang, "；再用一次 undo，撤回“{next}”", "; another undo takes back `{next}`"));
    let more = more.unwrap_or_default();
    let line = say!(lang, "已写入 {files}：撤回“{what}”{more}", "written to {files}: taken back, `{what}`{more}");
    done(desk, &line, false)
}

/// Lists the changes that are kept.
pub(crate) fn list(desk: &Desk, manner: Manner) -> anyhow::Result<()> {
    lines(desk)?;
    let (lang, folder) = (desk.lang, folder(desk)?);
    let lock = hold(desk, &folder, manner.patience)?;
    let offset = open(&folder).plan.map(|plan| plan.head.utc_offset).unwrap_or_default();
    let changes = kept(&lock);
    if changes.is_empty() {
        return emit(desk, lang.pick("没有可撤回的写入\n", "there is no change to take back\n"));
    }
    let line = |kept: &Kept| {
        let (when, what) = (moment(kept.done.at, offset), &kept.done.what);
        let edited = changed_since(&lock, kept);
        let since = match edited.as_slice() {
            [] => String::new(),
            files => {
                let files = words::list(lang, files);
                say!(lang, "（其后 {files} 又有改动）", " ({files} changed since)")
            }
        };
        format!("{}\n", words::visible(&format!("{when}  {what}{since}")))
    };
    emit(desk, &changes.iter().map(line).collect::<String>())
}

fn moment(seconds: i64, offset: UtcOffset) -> String {
    let moment = DateTime::from_timestamp(seconds, 0).map(|moment| moment.with_timezone(&offset.0));
    moment.map_or_else(|| "—".to_owned(), |moment| moment.format("%Y-%m-%d %H:%M").to_string())
}

fn errors(folder: &Path, lang: Language) -> usize {
    check::run(&open(folder), lang).iter().filter(|found| found.severity == Gravity::Error).count()
}

fn refuse_changed(lock: &Lock, last: &Kept, lang: Language) -> anyhow::Result<()> {
    let files = changed_since(lock, last);
    if files.is_empty() {
        return Ok(());
    }
    let (files, what) = (words::list(lang, files), &last.done.what);
    anyhow::bail!(say!(
        lang,
        "不能撤回“{what}”：其后 {files} 又有改动（手工编辑、合并或换了分支）；记错的报送可用 workplan withdraw 作废",
        "`{what}` cannot be taken back: {files} changed since, by hand, by a merge or on another branch; a wrong report can be withdrawn with `workplan withdraw`"
    ))
}

/// What a commit holds may have gone to others: it stays, and a further entry says that it was never so.
fn refuse_committed(desk: &Desk, last: &Kept) -> anyhow::Result<()> {
    let Ok(place) = Place::of(desk) else { return Ok(()) };
    let holds = |change: &Change| {
        let prefix = if place.folder.is_empty() { String::new() } else { format!("{}/", place.folder) };
        let object = place.repository.objects.get(&format!("HEAD:{prefix}{}", change.path)).ok().flatten();
        object.is_some_and(|object| Some(object.bytes.as_slice()) == change.after.as_deref().map(str::as_bytes))
    };
    let held: Vec<&str> =
        last.done.changes.iter().filter(|change| holds(change)).map(|change| change.path.as_str()).collect();
    if held.is_empty() {
        return Ok(());
    }
    let (files, what) = (words::list(desk.lang, held), &last.done.what);
    anyhow::bail!(say!(
        desk.lang,
        "不能撤回“{what}”：{files} 已提交到 git；记错的报送请用 workplan withdraw 作废，计划的改动请再作一次调整",
        "`{what}` cannot be taken back: {files} is committed; withdraw a wrong report with `workplan withdraw`, and change the plan once more where it was amended"
    ))
}
