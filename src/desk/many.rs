//! Many plans at one visit: each is opened, checked and mapped to what is wanted of it, and let go.

use std::collections::HashMap;
use std::io::{self, IsTerminal};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use crate::desk::Desk;
use crate::desk::bar::Bar;
use crate::desk::bare::InBare;
use crate::desk::holding::open_unchanging;
use crate::desk::output::warn;
use crate::desk::reading::{Place, head_of, rev_day, said};
use crate::desk::session::{Session, Unusable, refuse_own_file};
use crate::git::{Commit, Repository, Revision, read_revision};
use crate::plan::{Head, Language};
use crate::report::unreadable::Unreadable;
use crate::say;
use crate::store::{Below, BelowError, Opened, is_interrupted, plans_below};
use crate::threads;
use crate::words;

/// The plans below some folders.
pub(crate) struct Many {
    desk: Desk,
    places: Vec<Lies>,
    first: Option<Head>,
    /// Whether what comes of them is written as it comes.
    streams: bool,
    /// How many were not read, because somebody has asked to stop.
    unread: AtomicUsize,
    repositories: Mutex<HashMap<PathBuf, Known>>,
}

/// Where one of many plans lies.
enum Lies {
    /// In a folder on the disk.
    Folder(PathBuf),
    /// In a bare repository.
    Bare(InBare),
    /// In a bare repository of which git does not say what is in it, or nowhere below a folder that was named; and why.
    Lost(PathBuf, String),
}

/// A repository that several plans are in, and the commits that were looked for there.
#[derive(Clone)]
struct Known {
    repository: Repository,
    commits: Arc<Mutex<HashMap<i32, Commit>>>,
}

/// One of many plans, as it was read.
pub(crate) struct Read {
    /// Its folder, as `--plan` takes it.
    pub(crate) path: String,
    pub(crate) opened: Opened,
    pub(crate) revision: Option<Commit>,
}

/// So many repositories are kept at hand, each with a git that answers: plans of one stand beside each other.
const REPOSITORIES: usize = 16;

/// So many plans a thread are read before what they come to is handed on.
const AHEAD: usize = 16;

impl Many {
    /// Finds the plans below those folders.
    pub(crate) fn find(desk: &Desk, roots: &[PathBuf]) -> anyhow::Result<Many> {
        let fault = |error: &BelowError| anyhow::anyhow!(none_below(desk.lang, error));
        let Below { plans, bare, without } = plans_below(roots).map_err(|error| fault(&error))?;
        let mut places: Vec<Lies> = plans.into_iter().map(Lies::Folder).collect();
        places.extend(without.iter().map(|error| Lies::Lost(error.root().to_owned(), none_below(desk.lang, error))));
        threads::ready();
        let in_bare: Vec<Vec<Lies>> = bare.into_par_iter().map(|top| Lies::in_bare(desk, top, roots)).collect();
        places.extend(in_bare.into_iter().flatten());
        places.sort_by_key(Lies::path);
        match roots.first().filter(|_| places.is_empty()) {
            Some(root) => Err(fault(&BelowError::NoPlan(root.clone()))),
            None => Many::of(desk, places),
        }
    }

    /// The plans in those folders, in their order, samples too: each was named.
    pub(crate) fn named(desk: &Desk, folders: Vec<PathBuf>) -> anyhow::Result<Many> {
        Many::of(desk, folders.into_iter().map(Lies::Folder).collect())
    }

    fn of(desk: &Desk, places: Vec<Lies>) -> anyhow::Result<Many> {
        desk.rev_date.as_deref().map(|day| rev_day(desk.lang, day)).transpose()?;
        // The language of the report is one, whatever the plans' own are.
        let first = places.iter().find_map(Lies::head);
        let lang = desk.asked.or(first.as_ref().map(|head| head.language)).unwrap_or(desk.lang);
        let desk = Desk { plan: None, asked: Some(lang), lang, ..desk.clone() };
        Ok(Many { desk, places, first, streams: false, unread: AtomicUsize::new(0), repositories: Mutex::default() })
    }

    /// The visit as it is to all the plans: it speaks one language.
    pub(crate) fn desk(&self) -> &Desk {
        &self.desk
    }

    /// The first of them that can be read: what a week or a month means is asked once, for all of them.
    pub(crate) fn first(&self) -> Option<&Head> {
        self.first.as_ref()
    }

    /// The same, where what comes of them is written as it comes: on a terminal nothing else is drawn then.
    pub(crate) fn streaming(self) -> Many {
        Many { streams: true, ..self }
    }

    /// How many were not read, because somebody has asked to stop.
    pub(crate) fn unread(&self) -> usize {
        self.unread.load(Ordering::Relaxed)
    }

    /// Where the output goes: where somebody has stopped the reading, no file that may hold all is replaced by a part of it, and that
    /// part goes to the standard output, which is said.
    pub(crate) fn outlet(&self) -> Desk {
        let (lang, Desk { out, .. }) = (self.desk.lang, &self.desk);
        if let Some(out) = out.as_deref().filter(|_| self.unread() > 0) {
            let out = words::shown_path(out);
            warn(
                lang,
                &say!(
                    lang,
                    "{out} 没有写入，原有的内容不变；已读部分显示在标准输出",
                    "{out} was not written, and is as it was; what was read is on the standard output"
                ),
            );
            return Desk { out: None, ..self.desk.clone() };
        }
        self.desk.clone()
    }

    /// The language in which they are spoken of.
    pub(crate) fn lang(&self) -> Language {
        self.desk.lang
    }

    /// Maps each plan that can be used to what is wanted of it, and hands that on in the order of the paths. Neither a plan nor
    /// what came of it is kept, so that it makes no difference to the memory how many there are. Returns those that cannot be used.
    ///
    /// # Errors
    /// Where mapping or taking fails: what is asked makes no sense, or cannot be written. A plan's own faults are no such thing.
    pub(crate) fn each<T: Send>(
        &self,
        map: impl Fn(&str, &Session) -> anyhow::Result<T> + Sync,
        mut take: impl FnMut(T) -> anyhow::Result<()>,
    ) -> anyhow::Result<Vec<Unreadable>> {
        let mut unreadable = Vec::new();
        let checked = |read: Read| {
            refuse_own_file(&self.desk, &read.opened)?;
            match Session::checked(&self.desk, read.opened, read.revision, &[]) {
                Ok(session) => map(&read.path, &session).map(Ok),
                Err(unusable) => {
                    let Unusable { found, .. } = *unusable;
                    Ok(Err(Unreadable { path: read.path, diagnostics: found, message: None }))
                }
            }
        };
        self.each_read(checked, |outcome| match outcome {
            Ok(Ok(value)) => take(value),
            Ok(Err(broken)) | Err(broken) => {
                unreadable.push(broken);
                Ok(())
            }
        })?;
        Ok(unreadable)
    }

    /// Looks at one of the plans once more; at none where it can be used no more.
    ///
    /// # Errors
    /// Where looking fails.
    pub(crate) fn again(&self, path: &str, look: impl FnOnce(&Session) -> anyhow::Result<()>) -> anyhow::Result<()> {
        let Some(read) = self.reread(path) else { return Ok(()) };
        Session::checked(&self.desk, read.opened, read.revision, &[]).map_or(Ok(()), |session| look(&session))
    }

    /// Reads one of the plans once more, as it is; none where there is nothing to read any more.
    pub(crate) fn reread(&self, path: &str) -> Option<Read> {
        let place = self.places.iter().find(|place| words::shown_path(&place.path()) == path)?;
        self.read(place).ok()
    }

    /// The folders of the plans on the disk.
    pub(crate) fn folders(&self) -> impl Iterator<Item = &Path> {
        self.places.iter().filter_map(|place| match place {
            Lies::Folder(folder) => Some(folder.as_path()),
            Lies::Bare(_) | Lies::Lost(..) => None,
        })
    }

    /// Maps each plan as it was read, faults and all; where there was nothing to read, it is said why. Where somebody asks to stop while
    /// that is heeded, the rest is left out, and counted.
    ///
    /// # Errors
    /// Where mapping or taking fails.
    pub(crate) fn each_read<T: Send>(
        &self,
        map: impl Fn(Read) -> anyhow::Result<T> + Sync,
        mut take: impl FnMut(Result<T, Unreadable>) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        threads::ready();
        let visit = |place: &Lies| match self.read(place) {
            Ok(read) => map(read).map(Ok),
            Err(unreadable) => Ok(Err(unreadable)),
        };
        let threads = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
        let (all, mut read) = (self.places.len(), 0);
        let mut bar = Bar::new(self.desk.lang, all, !self.streams || !io::stdout().is_terminal());
        for places in self.places.chunks(threads * AHEAD) {
            let unless_stopped = |place| (!is_interrupted()).then(|| visit(place));
            let outcomes: Vec<_> = places.par_iter().map(unless_stopped).collect();
            for outcome in outcomes.into_iter().flatten() {
                take(outcome?)?;
                read += 1;
                bar.step();
            }
            if is_interrupted() {
                break;
            }
        }
        self.unread.store(all - read, Ordering::Relaxed);
        Ok(())
    }

    fn read(&self, place: &Lies) -> Result<Read, Unreadable> {
        let path = words::shown_path(&place.path());
        let lost = |path, why| Unreadable { path, diagnostics: Vec::new(), message: Some(why) };
        let folder = match place {
            Lies::Folder(folder) => folder,
            Lies::Lost(_, why) => return Err(lost(path, why.clone())),
            Lies::Bare(plan) => {
                return match self.known(&plan.top) {
                    Ok(known) => {
                        let opened = read_revision(&plan.revision(known.repository));
                        Ok(Read { path, opened, revision: Some(plan.commit.clone()) })
                    }
                    Err(error) => Err(lost(path, error.to_string())),
                };
            }
        };
        if self.desk.rev.is_none() && self.desk.rev_date.is_none() {
            if !folder.is_dir() {
                let why = self.desk.lang.pick("没有这个目录", "there is no such folder").to_owned();
                return Err(lost(path, why));
            }
            return Ok(Read { path, opened: open_unchanging(&self.desk, folder), revision: None });
        }
        match self.revision(folder) {
            Ok(revision) => Ok(Read { path, opened: read_revision(&revision), revision: Some(revision.commit) }),
            Err(error) => Err(lost(path, error.to_string())),
        }
    }

    /// The plan as the revision that was asked for holds it, or as the day's revision of its own repository does.
    fn revision(&self, folder: &Path) -> anyhow::Result<Revision> {
        let Desk { lang, rev, rev_date, .. } = &self.desk;
        let known = self.repository(folder)?;
        let place = Place::on_disk(known.repository, folder);
        let mut commits = known.commits.lock().unwrap_or_else(PoisonError::into_inner);
        // A day ends by the plan's own clock.
        let clock = place.offset.0.local_minus_utc();
        let commit = match commits.get(&clock) {
            Some(commit) => commit.clone(),
            None => {
                let commit = place.commit(*lang, rev.as_deref(), rev_date.as_deref())?;
                commits.entry(clock).or_insert(commit).clone()
            }
        };
        drop(commits);
        let asked = rev.as_deref().or(rev_date.as_deref()).unwrap_or("HEAD");
        Revision::of(&place.repository, commit, &place.folder, place.id.as_deref(), asked)
            .map_err(|error| said(*lang, error))
    }

    fn repository(&self, folder: &Path) -> anyhow::Result<Known> {
        let whole = dunce::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        self.known(whole.ancestors().find(|folder| folder.join(".git").exists()).unwrap_or(&whole))
    }

    fn known(&self, top: &Path) -> anyhow::Result<Known> {
        let mut known = self.repositories.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known.get(top) {
            return Ok(known.clone());
        }
        if known.len() >= REPOSITORIES {
            known.clear();
        }
        let repository = Repository::around(top).map_err(|error| said(self.desk.lang, error))?;
        Ok(known.entry(top.to_owned()).or_insert(Known { repository, commits: Arc::default() }).clone())
    }
}

impl Lies {
    /// The plans of a bare repository.
    fn in_bare(desk: &Desk, top: PathBuf, roots: &[PathBuf]) -> Vec<Lies> {
        match InBare::all(desk, &top, roots.contains(&top)) {
            Ok(plans) => plans.into_iter().map(Lies::Bare).collect(),
            Err(error) => vec![Lies::Lost(top, error.to_string())],
        }
    }

    fn path(&self) -> PathBuf {
        match self {
            Lies::Folder(path) | Lies::Lost(path, _) => path.clone(),
            Lies::Bare(plan) => plan.path(),
        }
    }

    /// What `plan.yaml` says, if it can be read.
    fn head(&self) -> Option<Head> {
        match self {
            Lies::Folder(folder) => head_of(folder),
            Lies::Bare(plan) => plan.head(),
            Lies::Lost(..) => None,
        }
    }
}

/// Says how many plans were not read where somebody has stopped the reading.
pub(crate) fn tell_unread(lang: Language, unread: usize) {
    if unread > 0 {
        warn(
            lang,
            &say!(lang, "读取中途停止，另有 {unread} 个计划未读", "stopped on the way: {unread} plans were not read"),
        );
    }
}

/// Says of each plan that could not be used why: for what has no place of its own for it.
pub(crate) fn tell_unreadable(lang: Language, unreadable: &[Unreadable]) {
    for plan in unreadable {
        let (path, why) = (&plan.path, plan.why(lang));
        warn(lang, &say!(lang, "{path} 无法读取，未计入：{why}", "{path} cannot be read, and is left out: {why}"));
    }
}

fn none_below(lang: Language, error: &BelowError) -> String {
    match error {
        BelowError::NotAFolder(root) => {
            let root = words::shown_path(root);
            say!(lang, "--plans：没有目录 {root}", "--plans: {root} is no folder")
        }
        BelowError::NoPlan(root) => {
            let root = words::shown_path(root);
            say!(lang, "--plans：{root} 下没有计划（plan.yaml）", "--plans: there is no plan (plan.yaml) below {root}")
        }
        BelowError::OnlyLinks(root) => {
            let root = words::shown_path(root);
            say!(
                lang,
                "--plans：{root} 下没有计划（plan.yaml）；其中的链接已略过，请写明链接所指的目录",
                "--plans: there is no plan (plan.yaml) below {root}; links in it are passed over: name the folders they lead to"
            )
        }
        BelowError::OnlySamples(root) => {
            let root = words::shown_path(root);
            say!(
                lang,
                "--plans：{root} 下只有示例计划；要看示例，请写明它自己的目录",
                "--plans: there are only samples below {root}; to see one, name its own folder"
            )
        }
    }
}
