//! Reading the plan that is meant: the files on the disk, or a revision of them.

use std::path::{Path, PathBuf};

use crate::desk::Desk;
use crate::desk::finding::{find_failure, folder, here};
use crate::desk::holding::open_unchanging;
use crate::git::{Commit, GitError, Repository, Revision, read_revision};
use crate::plan::{Date, Head, Language, UtcOffset};
use crate::say;
use crate::store::{Disk, Opened, Shelf, find_plan};
use crate::words::{self, Refusal};

/// The plan that is meant, and the revision it was read from; none for the files on the disk.
pub(crate) fn read(desk: &Desk) -> anyhow::Result<(Opened, Option<Commit>)> {
    if desk.rev.is_none() && desk.rev_date.is_none() {
        return Ok((open_unchanging(desk, &folder(desk)?), None));
    }
    let revision = revision(desk, desk.rev.as_deref(), desk.rev_date.as_deref())?;
    Ok((read_revision(&revision), Some(revision.commit)))
}

/// The revision of the plan that a text or a day means.
pub(crate) fn revision(desk: &Desk, rev: Option<&str>, day: Option<&str>) -> anyhow::Result<Revision> {
    let place = Place::of(desk)?;
    let commit = place.commit(desk.lang, rev, day)?;
    let asked = rev.or(day).unwrap_or("HEAD");
    Revision::of(&place.repository, commit, &place.folder, place.id.as_deref(), asked)
        .map_err(|error| said(desk.lang, error))
}

/// Where the plan is in its repository.
pub(crate) struct Place {
    pub(crate) repository: Repository,
    /// The plan's folder from the top.
    pub(crate) folder: String,
    /// The plan's id, where it is on the disk.
    pub(crate) id: Option<String>,
    /// The plan's own clock.
    pub(crate) offset: UtcOffset,
}

impl Place {
    /// Finds the plan that is meant. In a bare repository, and where the plan is no longer on the disk, a folder that
    /// is named is one of the repository.
    pub(crate) fn of(desk: &Desk) -> anyhow::Result<Place> {
        let here = here(desk)?;
        let found = find_plan(desk.plan.as_deref(), &here, desk.day);
        let (from, named) = match (&found, &desk.plan) {
            (Ok(folder), _) => (folder.clone(), None),
            (Err(_), Some(named)) => (nearest_folder(&here.join(named)), Some(named.clone())),
            (Err(_), None) => (here.clone(), None),
        };
        let repository = Repository::around(&from).map_err(|error| match (&error, &found) {
            // Neither a plan nor a repository: what was looked for first is what is missing.
            (GitError::NoRepository(_), Err(error)) => anyhow::anyhow!(find_failure(desk.lang, error, &here)),
            _ => said(desk.lang, error),
        })?;
        let Ok(on_disk) = found else {
            let folder = named.map(|named| repository_path(&repository, &here, &named)).unwrap_or_default();
            return Ok(Place { repository, folder, id: None, offset: UtcOffset::default() });
        };
        Ok(Place::on_disk(repository, &on_disk))
    }

    /// Where a plan on the disk is in the repository around it.
    pub(crate) fn on_disk(repository: Repository, folder: &Path) -> Place {
        let head = head_of(folder);
        let real = dunce::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        let folder = slashed(real.strip_prefix(&repository.top).unwrap_or(Path::new("")));
        let offset = head.as_ref().map(|head| head.utc_offset).unwrap_or_default();
        Place { repository, folder, id: head.map(|head| head.id), offset }
    }

    /// The commit that a text or a day means.
    pub(crate) fn commit(&self, lang: Language, rev: Option<&str>, day: Option<&str>) -> anyhow::Result<Commit> {
        commit_of(&self.repository, self.offset, (rev, day), lang)
    }
}

/// The commit of a repository that a text or a day means; the day ends by that clock.
pub(crate) fn commit_of(
    repository: &Repository,
    offset: UtcOffset,
    (rev, day): (Option<&str>, Option<&str>),
    lang: Language,
) -> anyhow::Result<Commit> {
    let name = rev.unwrap_or("HEAD");
    match day {
        None => repository.commit(name, offset).map_err(|error| said(lang, error)),
        Some(day) => repository.last_before(name, rev_day(lang, day)?, offset).map_err(|error| said(lang, error)),
    }
}

/// The day that `--rev-date` names.
pub(crate) fn rev_day(lang: Language, text: &str) -> anyhow::Result<Date> {
    text.parse().map_err(|_| {
        anyhow::anyhow!(say!(
            lang,
            "--rev-date 请按 2020-09-01 的形式写，不是“{text}”",
            "write --rev-date as 2020-09-01, not `{text}`"
        ))
    })
}

/// What `plan.yaml` says, if it can be read: nothing else is needed to find the plan in a revision.
pub(crate) fn head_of(folder: &Path) -> Option<Head> {
    head_on(&Disk::new(folder))
}

/// The same on any shelf.
pub(crate) fn head_on(shelf: &impl Shelf) -> Option<Head> {
    let bytes = shelf.bytes("plan.yaml").ok()?;
    serde_yaml::from_str(std::str::from_utf8(&bytes).ok()?).ok()
}

/// A folder that was named, from the repository's top: from where the user stands, or, in a bare repository, as it is.
fn repository_path(repository: &Repository, here: &Path, named: &Path) -> String {
    let whole = here.join(named);
    let inside = whole.strip_prefix(&repository.top).ok().filter(|_| !repository.bare);
    slashed(inside.unwrap_or(named))
}

fn slashed(path: &Path) -> String {
    path.iter().map(|part| part.to_string_lossy()).filter(|part| part != ".").collect::<Vec<_>>().join("/")
}

/// The nearest folder above a path that exists.
fn nearest_folder(path: &Path) -> PathBuf {
    path.ancestors().find(|folder| folder.is_dir()).unwrap_or(path).to_owned()
}

/// Why git could not say, in the reader's language.
pub(crate) fn said(lang: Language, error: GitError) -> anyhow::Error {
    anyhow::anyhow!(match error {
        GitError::NoGit(error) => {
            let why = words::io_failure(lang, &error);
            say!(
                lang,
                "无法运行 git：{why}；请先安装 git（Windows 上安装 Git for Windows）",
                "git cannot be run: {why}; is it installed (on Windows, Git for Windows)?"
            )
        }
        GitError::NoRepository(folder) => {
            say!(
                lang,
                "{folder} 不在 git 仓库中，没有历史版本",
                "{folder} is in no git repository, so it has no revisions"
            )
        }
        GitError::Unowned(path) => say!(
            lang,
            "仓库 {path} 属于其他用户，git 不予读取（dubious ownership）；确认可信的，执行 git config --global --add safe.directory '{path}'",
            "the repository {path} belongs to somebody else, so git does not read it (dubious ownership); if you trust it: git config --global --add safe.directory '{path}'"
        ),
        GitError::NoUpstream(text) => say!(
            lang,
            "“{text}”：当前分支没有设置上游分支；可用 git branch --set-upstream-to=… 设置，或写出分支名，如 origin/main",
            "`{text}`: this branch has no upstream; set one (git branch --set-upstream-to=…), or name the branch, as origin/main"
        ),
        GitError::ShortLog { text, count } => say!(
            lang,
            "“{text}”：本仓库的引用日志只有 {count} 条，没有这么早的；可写 HEAD~3 或 @{{2020-09-01}}",
            "`{text}`: this clone's reflog holds {count} entries only; HEAD~3 or @{{2020-09-01}} will do"
        ),
        GitError::CutOff { asked, id, day } => say!(
            lang,
            "没有“{asked}”的版本：本仓库是浅克隆，历史截断于 {day} 的 {id}；用 git fetch --unshallow 取回全部历史",
            "there is no revision for `{asked}`: this clone is shallow, and its history is cut off at {id} of {day}; git fetch --unshallow gets the rest"
        ),
        GitError::UnknownRevision(text) => say!(
            lang,
            "没有“{text}”这个版本；可写分支名、标签、提交号，或 HEAD~3、@{{2020-09-01}} 等",
            "there is no revision `{text}`; a branch, a tag, a commit id, HEAD~3, @{{2020-09-01}} and the like will do"
        ),
        GitError::NothingBefore(day) => {
            say!(lang, "{day} 及以前没有任何提交", "there is no commit on or before {day}")
        }
        GitError::NoPlan { revision } => {
            say!(lang, "版本 {revision} 中还没有这个计划", "the plan is not in the revision {revision}")
        }
        GitError::SeveralPlans(plans) => {
            let list = words::list(lang, plans);
            say!(
                lang,
                "该版本中有多个计划，请用 --plan 指定一个：{list}",
                "there are several plans in it; name one with --plan: {list}"
            )
        }
        GitError::Unmerged { files, whole } => {
            let (files, list) = (words::list(lang, files), words::list(lang, &whole));
            let more = match whole.is_empty() {
                true => String::new(),
                false => say!(
                    lang,
                    "。{list} 在一方不存在，git 把另一方的文件整个留下，并未按任务、记录合并：请逐条核对，只留应留的",
                    ". One side has no {list}: git has left the other side's whole file there and merged nothing; look at each entry, and keep only what belongs there"
                ),
            };
            say!(
                lang,
                "合并的冲突还没有全部解决：{files}；请先解决，再 git add{more}",
                "a merge has left conflicts in {files}; settle them and git add the files first{more}"
            )
        }
        GitError::NotFetched => Refusal::NotFetched.said(lang),
        GitError::Refused(why) => say!(lang, "git 报错：{why}", "git refused: {why}"),
        GitError::Garbled => say!(lang, "无法理解 git 的输出", "git's answer is not understood"),
    })
}

/// Refuses `--rev` of a command that is about the files on the disk.
pub(crate) fn refuse_revision(desk: &Desk) -> anyhow::Result<()> {
    if desk.rev.is_some() || desk.rev_date.is_some() {
        let lang = desk.lang;
        anyhow::bail!(say!(
            lang,
            "此命令只针对当前文件，不能与 --rev、--rev-date 连用",
            "this command is about the files on the disk: --rev and --rev-date make no sense here"
        ));
    }
    Ok(())
}
