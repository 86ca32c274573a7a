//! The revisions that changed a plan, newest first, and what each of them read and wrote: only the files that differ, so
//! that a long history costs no more than what changed in it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::GitError;
use super::objects::{Objects, TreeEntry};
use super::repository::{Commit, Repository};
use super::revision::Revision;
use crate::plan::{Entry, Head, Journal, Plan, Task, TaskId, UtcOffset};
use crate::store::{read_entries, read_head, read_tasks};

/// A revision and what it changed.
#[derive(Debug)]
pub struct PlanStep {
    /// The revision.
    pub commit: Commit,
    /// Whether the plan is not in the revision before it.
    pub first: bool,
    /// What the changed files held before (nothing, of the first revision), and hold in it; `None` where `plan.yaml`
    /// cannot be read.
    pub sides: (Option<Part>, Option<Part>),
    /// The changed files that cannot be read on one side, and so are compared on neither.
    pub unread: Vec<String>,
}

/// What some of a plan's files hold.
#[derive(Debug)]
pub struct Part {
    /// The plan with the tasks of these files alone.
    pub plan: Plan,
    /// The journal with the entries of these files alone.
    pub journal: Journal,
}

impl Part {
    /// What was there before the plan was: nothing.
    fn without_tasks(&self) -> Part {
        Part { plan: Plan { head: self.plan.head.clone(), tasks: Vec::new() }, journal: Journal::default() }
    }
}

/// The plan's files of a revision, by their paths, with the ids of what they hold.
type Files = HashMap<String, String>;

/// What was read of a file's bytes. Most revisions share most files.
#[derive(Debug, Default)]
struct Shelves {
    heads: HashMap<String, Option<Arc<Head>>>,
    tasks: HashMap<String, Option<Arc<Vec<Task>>>>,
    entries: HashMap<String, Option<Arc<Vec<Entry>>>>,
}

/// Every revision that changed the plan, from a revision backwards. Where the plan's folder has another name, it is
/// followed by the plan's id.
///
/// # Errors
/// When git does not answer.
pub fn steps(start: &Revision, id: Option<&str>, offset: UtcOffset) -> Result<Vec<PlanStep>, GitError> {
    let repository = &start.repository;
    let mut shelves = Shelves::default();
    let mut steps = Vec::new();
    let mut revision = start.clone();
    loop {
        let mut moved = None;
        for commit in touching(repository, &revision, offset)? {
            let now = Revision { commit: commit.clone(), ..revision.clone() };
            let Some(after) = files(&now)? else { continue };
            let parent = match commit.parents.first() {
                None => None,
                Some(parent) => before_it(&now, repository.commit(parent, offset)?, id)?,
            };
            let before = parent.as_ref().map(files).transpose()?.flatten();
            steps.push(step(repository, commit, before.as_ref(), &after, &mut shelves)?);
            moved = parent.filter(|parent| parent.root != revision.root);
            if moved.is_some() {
                break;
            }
        }
        match moved {
            Some(older) => revision = older,
            None => return Ok(steps),
        }
    }
}

/// The plan in the revision before: in the same folder, else wherever the plan of that id was; `None` where it was not.
fn before_it(now: &Revision, parent: Commit, id: Option<&str>) -> Result<Option<Revision>, GitError> {
    let same = Revision { commit: parent.clone(), ..now.clone() };
    if files(&same)?.is_some() {
        return Ok(Some(same));
    }
    let asked = parent.id.clone();
    match Revision::of(&now.repository, parent, &now.root, id, &asked) {
        Ok(older) => Ok(Some(older)),
        Err(GitError::NoPlan { .. } | GitError::SeveralPlans(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The commits that changed anything in the plan's folder, newest first.
fn touching(repository: &Repository, revision: &Revision, offset: UtcOffset) -> Result<Vec<Commit>, GitError> {
    let folder = if revision.root.is_empty() { ".".to_owned() } else { format!(":(top,literal){}", revision.root) };
    let said = repository.ask(&["rev-list", &revision.commit.id, "--", &folder])?;
    String::from_utf8_lossy(&said).lines().map(|id| repository.commit(id, offset)).collect()
}

/// The plan's files in a revision; `None` where the plan is not in it.
fn files(revision: &Revision) -> Result<Option<Files>, GitError> {
    let objects = &revision.repository.objects;
    let Some(root) = revision.folder_entries()? else { return Ok(None) };
    let mut files = Files::new();
    for entry in root.iter() {
        let name = String::from_utf8_lossy(&entry.name).into_owned();
        match (name.as_str(), is_folder(entry)) {
            ("plan.yaml", false) => drop(files.insert(name, entry.id.clone())),
            ("tasks" | "progress", true) => add_folder(&mut files, objects, &name, &entry.id)?,
            _ => {}
        }
    }
    Ok(files.contains_key("plan.yaml").then_some(files))
}

fn add_folder(files: &mut Files, objects: &Objects, folder: &str, id: &str) -> Result<(), GitError> {
    for entry in objects.tree(id)?.iter().flat_map(|tree| tree.iter()) {
        let name = String::from_utf8_lossy(&entry.name);
        let is_yaml = name.ends_with(".yaml") || name.ends_with(".yml");
        if is_yaml && !name.starts_with('.') && !is_folder(entry) {
            files.insert(format!("{folder}/{name}"), entry.id.clone());
        }
    }
    Ok(())
}

fn is_folder(entry: &TreeEntry) -> bool {
    entry.mode == "40000"
}

fn step(
    repository: &Repository,
    commit: Commit,
    before: Option<&Files>,
    after: &Files,
    shelves: &mut Shelves,
) -> Result<PlanStep, GitError> {
    let nothing = Files::new();
    let first = before.is_none();
    let old = before.unwrap_or(&nothing);
    let mut paths: Vec<&String> =
        old.keys().chain(after.keys()).filter(|path| old.get(*path) != after.get(*path)).collect();
    paths.sort_unstable();
    paths.dedup();
    // The head, and the tasks that entries speak of, are wanted whether or not they changed.
    for (path, id) in old.iter().chain(after).filter(|(path, _)| !path.starts_with("progress/")) {
        shelves.reads(repository, path, id)?;
    }
    let mut unread = Vec::new();
    let mut readable = Vec::new();
    for path in paths {
        let mut sides = old.get(path).into_iter().chain(after.get(path));
        let reads =
            sides.try_fold(true, |reads, id| Ok::<bool, GitError>(reads && shelves.reads(repository, path, id)?))?;
        if reads { readable.push(path.as_str()) } else { unread.push(path.clone()) }
    }
    let spoken_of = shelves.spoken_of([old, after], &readable);
    let after = shelves.part(after, &readable, &spoken_of);
    let before = match before {
        Some(before) => shelves.part(before, &readable, &spoken_of),
        None => after.as_ref().map(Part::without_tasks),
    };
    let sides = (before, after);
    Ok(PlanStep { commit, first, sides, unread })
}

impl Shelves {
    /// Reads a file, unless its bytes were read before; whether it can be.
    fn reads(&mut self, repository: &Repository, path: &str, id: &str) -> Result<bool, GitError> {
        let text = || -> Result<String, GitError> {
            let bytes = repository.objects.get(id)?.map(|object| object.bytes).unwrap_or_default();
            Ok(String::from_utf8(bytes).unwrap_or_else(|_| "\u{0}".to_owned()))
        };
        Ok(match path.split_once('/') {
            None => read(&mut self.heads, id, || Ok(read_head(&text()?)))?,
            Some(("tasks", _)) => read(&mut self.tasks, id, || Ok(read_tasks(&text()?)))?,
            Some(_) => read(&mut self.entries, id, || Ok(read_entries(&text()?)))?,
        })
    }

    /// The tasks that the entries of some of the files speak of.
    fn spoken_of(&self, sides: [&Files; 2], paths: &[&str]) -> HashSet<TaskId> {
        let files = sides.into_iter().flatten().filter(|(path, _)| paths.contains(&path.as_str()));
        let entries = files.filter_map(|(_, id)| self.entries.get(id)?.as_deref()).flatten();
        entries.map(|entry| entry.task.clone()).collect()
    }

    /// What some of the files hold, in the order of their paths, and of the other files the tasks that are spoken of.
    fn part(&self, files: &Files, paths: &[&str], spoken_of: &HashSet<TaskId>) -> Option<Part> {
        let head = self.heads.get(files.get("plan.yaml")?)?.as_ref()?;
        let changed = |path: &str| paths.contains(&path);
        let entries = files.iter().filter(|(path, _)| path.starts_with("progress/") && changed(path));
        let mut entries: Vec<Entry> =
            entries.filter_map(|(_, id)| self.entries.get(id)?.as_deref()).flatten().cloned().collect();
        entries.sort_by_key(|entry| entry.date);
        let mut tasks = Vec::new();
        let mut held: Vec<(&String, &String)> = files.iter().filter(|(path, _)| path.starts_with("tasks/")).collect();
        held.sort_unstable();
        for (path, id) in held {
            let of_file = self.tasks.get(id).into_iter().flatten().flat_map(|tasks| tasks.iter());
            tasks.extend(of_file.filter(|task| changed(path) || spoken_of.contains(&task.id)).cloned());
        }
        let plan = Plan { head: Head::clone(head), tasks };
        Some(Part { plan, journal: Journal { entries, checklists: Vec::new() } })
    }
}

/// Reads something once; whether it can be read.
fn read<T>(
    known: &mut HashMap<String, Option<Arc<T>>>,
    id: &str,
    read: impl FnOnce() -> Result<Option<T>, GitError>,
) -> Result<bool, GitError> {
    if !known.contains_key(id) {
        known.insert(id.to_owned(), read()?.map(Arc::new));
    }
    Ok(known.get(id).is_some_and(Option::is_some))
}
