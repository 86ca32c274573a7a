//! The revisions that changed a plan, newest first, and what each of them read and wrote: only the files that differ, so
//! that a long history costs no more than what changed in it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::GitError;
use super::objects::{Objects, TreeEntry};
use super::own_entries::{Entries, before_merge};
use super::repository::{Commit, Repository};
use super::revision::Revision;
use crate::plan::{Entry, Head, Journal, Plan, Task, TaskId, UtcOffset, renumber_entries, renumbered};
use crate::store::{read_entries, read_head, read_tasks};

/// A revision and what it changed.
#[derive(Debug)]
pub struct PlanStep {
    /// The revision.
    pub commit: Commit,
    /// Whether the plan is not in the revision before it.
    pub first: bool,
    /// Whether what was before it is not in this clone, which is a shallow one.
    pub cut_off: bool,
    /// What the changed files held before (nothing, of the first revision), and hold in it; `None` where `plan.yaml`
    /// cannot be read. Of a merge, the journal held before what any of its parents brings.
    pub sides: (Option<Part>, Option<Part>),
    /// Of a merge, the same beside each further parent: what it changed itself differs from all of them.
    pub others: Vec<(Option<Part>, Option<Part>)>,
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
}

/// A revision, with the plan's files before it, in each parent that has the plan, and in it.
struct Sides {
    commit: Commit,
    before: Vec<Files>,
    after: Files,
    /// The plan's folder in it.
    root: String,
    cut_off: bool,
}

/// What the files in which two states differ hold on both sides.
#[derive(Debug, Default)]
struct Read {
    sides: (Option<Part>, Option<Part>),
    unread: Vec<String>,
}

/// Every revision that changed the plan, from a revision backwards. Where the plan's folder has another name, it is
/// followed by the plan's id.
///
/// # Errors
/// When git does not answer.
pub fn steps(start: &Revision, id: Option<&str>, offset: UtcOffset) -> Result<Vec<PlanStep>, GitError> {
    let repository = &start.repository;
    let mut sides: Vec<Sides> = Vec::new();
    let (mut seen, mut roots) = (HashSet::new(), HashSet::from([start.root.clone()]));
    let mut pending = vec![start.clone()];
    while let Some(revision) = pending.pop() {
        for commit in touching(repository, &revision, offset)? {
            let now = Revision { commit: commit.clone(), ..revision.clone() };
            let Some(after) = files(&now)? else { continue };
            if !seen.insert(commit.id.clone()) {
                continue;
            }
            let mut before = Vec::new();
            for parent in &commit.parents {
                let Some((parent, files)) = before_it(&now, repository.commit(parent, offset)?, id)? else { continue };
                before.push(files);
                // Where it had another name, it is followed there as well; several branches may lead there.
                if parent.root != revision.root {
                    roots.insert(parent.root.clone());
                    pending.push(parent);
                }
            }
            let cut_off = repository.is_cut_off(&commit);
            sides.push(Sides { commit, before, after, root: revision.root.clone(), cut_off });
        }
    }
    if roots.len() > 1 {
        sides.sort_by_key(|sides| std::cmp::Reverse(sides.commit.when));
    }
    repository.objects.fetch(sides.iter().flat_map(Sides::differing).map(|(_, id)| id.clone()))?;
    let mut shelves = Shelves::default();
    sides.into_iter().map(|sides| sides.step(repository, &mut shelves)).collect()
}

/// The plan in the revision before, with its files: in the same folder, else wherever the plan of that id was; `None`
/// where it was not.
fn before_it(now: &Revision, parent: Commit, id: Option<&str>) -> Result<Option<(Revision, Files)>, GitError> {
    let same = Revision { commit: parent.clone(), ..now.clone() };
    if let Some(files) = files(&same)? {
        return Ok(Some((same, files)));
    }
    let asked = parent.id.clone();
    match Revision::of(&now.repository, parent, &now.root, id, &asked) {
        Ok(older) => Ok(files(&older)?.map(|files| (older, files))),
        Err(GitError::NoPlan { .. } | GitError::SeveralPlans(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The commits that changed anything in the plan's folder, newest first, merges and what they dropped among them; they
/// and their folders are asked for at once.
fn touching(repository: &Repository, revision: &Revision, offset: UtcOffset) -> Result<Vec<Commit>, GitError> {
    let objects = &repository.objects;
    let folder = revision.pathspec();
    let said = repository.ask(&["rev-list", "--full-history", &revision.commit.id, "--", &folder])?;
    let ids: Vec<String> = String::from_utf8_lossy(&said).lines().map(str::to_owned).collect();
    objects.fetch(ids.iter().cloned())?;
    let commits: Vec<Commit> = ids.iter().map(|id| repository.commit(id, offset)).collect::<Result<_, _>>()?;
    let parents: Vec<String> = commits.iter().flat_map(|commit| commit.parents.iter().cloned()).collect();
    objects.fetch(parents.iter().cloned())?;
    let parents: Vec<Commit> = parents.iter().map(|id| repository.commit(id, offset)).collect::<Result<_, _>>()?;
    let mut trees: Vec<String> = commits.iter().chain(&parents).map(|commit| commit.tree.clone()).collect();
    for part in revision.root.split('/').filter(|part| !part.is_empty()) {
        trees = below(objects, trees, &[part])?;
    }
    let trees = below(objects, trees, &["tasks", "progress"])?;
    objects.fetch(trees)?;
    Ok(commits)
}

/// The ids of what has those names in folders.
fn below(objects: &Objects, mut folders: Vec<String>, names: &[&str]) -> Result<Vec<String>, GitError> {
    folders.sort_unstable();
    folders.dedup();
    objects.fetch(folders.iter().cloned())?;
    let mut found = Vec::new();
    for folder in &folders {
        let entries = objects.tree(folder)?;
        let named = entries
            .iter()
            .flat_map(|tree| tree.iter())
            .filter(|entry| names.iter().any(|name| entry.name == name.as_bytes()));
        found.extend(named.map(|entry| entry.id.clone()));
    }
    Ok(found)
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

impl Sides {
    /// The files, with their ids, that one side has and the other has not, or has otherwise.
    fn differing(&self) -> impl Iterator<Item = (&String, &String)> {
        let nothing = self.before.is_empty().then(|| differing(None, &self.after));
        let each = self.before.iter().flat_map(|before| differing(Some(before), &self.after));
        nothing.into_iter().flatten().chain(each)
    }

    fn step(self, repository: &Repository, shelves: &mut Shelves) -> Result<PlanStep, GitError> {
        let first = self.before.is_empty();
        let mut read = Vec::new();
        if first {
            read.push(compared(None, &self.after, repository, shelves)?);
        }
        for before in &self.before {
            read.push(compared(Some(before), &self.after, repository, shelves)?);
        }
        let mut unread: Vec<String> = read.iter_mut().flat_map(|read| std::mem::take(&mut read.unread)).collect();
        unread.sort_unstable();
        unread.dedup();
        let mut sides: Vec<_> = read.into_iter().map(|read| read.sides).collect();
        if sides.len() > 1 {
            let merge = Revision { repository: repository.clone(), commit: self.commit.clone(), root: self.root };
            own_journal(&merge, &mut sides)?;
        }
        let mut sides = sides.into_iter();
        let first_sides = sides.next().unwrap_or_default();
        let (cut_off, first) = (self.cut_off, first && !self.cut_off);
        Ok(PlanStep { commit: self.commit, first, cut_off, sides: first_sides, others: sides.collect(), unread })
    }
}

/// The journal with which the sides of a merge began.
fn base_entries(merge: &Revision) -> Result<Vec<Entry>, GitError> {
    let repository = &merge.repository;
    let arguments: Vec<&str> =
        ["merge-base", "--octopus"].into_iter().chain(merge.commit.parents.iter().map(String::as_str)).collect();
    // Git refuses where the sides have nothing in common.
    let said = repository.ask(&arguments).unwrap_or_default();
    let said = String::from_utf8_lossy(&said);
    let Some(base) = said.lines().next() else { return Ok(Vec::new()) };
    let commit = repository.commit(base, UtcOffset::default())?;
    let held = files(&Revision { commit, ..merge.clone() })?.unwrap_or_default();
    let mut entries = Vec::new();
    for (_, id) in held.iter().filter(|(path, _)| path.starts_with("progress/")) {
        let bytes = repository.objects.named(id)?.bytes;
        entries.extend(read_entries(&String::from_utf8_lossy(&bytes)).unwrap_or_default());
    }
    Ok(entries)
}

/// The files, with their ids, that one side has and the other has not, or has otherwise.
fn differing<'f>(before: Option<&'f Files>, after: &'f Files) -> impl Iterator<Item = (&'f String, &'f String)> {
    let old = before.into_iter().flatten().filter(|(path, id)| after.get(*path) != Some(id));
    let new = after.iter().filter(move |(path, id)| before.and_then(|files| files.get(*path)) != Some(id));
    old.chain(new)
}

/// Reads the files that differ between a state and the one before it.
fn compared(
    before: Option<&Files>,
    new: &Files,
    repository: &Repository,
    shelves: &mut Shelves,
) -> Result<Read, GitError> {
    let mut paths: Vec<&str> = differing(before, new).map(|(path, _)| path.as_str()).collect();
    paths.sort_unstable();
    paths.dedup();
    let nothing = Files::new();
    let old = before.unwrap_or(&nothing);
    // The head, and the tasks that entries speak of, are wanted whether or not they changed.
    for (path, id) in old.iter().chain(new).filter(|(path, _)| !path.starts_with("progress/")) {
        shelves.reads(repository, path, id)?;
    }
    let (mut readable, mut unread, mut journals) = (Vec::new(), Vec::new(), (Vec::new(), Vec::new()));
    for path in paths {
        let sides = (old.get(path), new.get(path));
        let reads = if path.starts_with("progress/") {
            match differing_entries(repository, sides)? {
                Some((before, after)) => {
                    journals.0.extend(before);
                    journals.1.extend(after);
                    true
                }
                None => false,
            }
        } else {
            [sides.0, sides.1]
                .into_iter()
                .flatten()
                .try_fold(true, |reads, id| Ok::<bool, GitError>(reads && shelves.reads(repository, path, id)?))?
        };
        if reads { readable.push(path) } else { unread.push(path.to_owned()) }
    }
    let spoken_of: HashSet<TaskId> =
        journals.0.iter().chain(&journals.1).map(|entry: &Entry| entry.task.clone()).collect();
    let after = shelves.part(new, &readable, &spoken_of, journals.1);
    let before = match before {
        Some(before) => shelves.part(before, &readable, &spoken_of, journals.0),
        None => after.as_ref().map(Part::without_tasks),
    };
    Ok(Read { sides: (before, after), unread })
}

/// Puts into the first side of a merge, as what was there before, what any parent's journal holds.
fn own_journal(merge: &Revision, sides: &mut [(Option<Part>, Option<Part>)]) -> Result<(), GitError> {
    let entries = |part: &Option<Part>| part.as_ref().map(|part| part.journal.entries.clone()).unwrap_or_default();
    // What was moved to its task's new id is no other entry.
    let with_new_ids = |(before, after): &(Option<Part>, Option<Part>)| {
        let mut old = entries(before);
        if let (Some(before), Some(after)) = (before, after) {
            renumber_entries(&mut old, &renumbered(&before.plan.tasks, &after.plan.tasks));
        }
        (old, entries(after))
    };
    let each: Vec<Entries> = sides.iter().map(with_new_ids).collect();
    let before = before_merge(&each, || base_entries(merge))?;
    if let Some((Some(part), _)) = sides.first_mut() {
        part.journal.entries = before;
    }
    Ok(())
}

/// The entries in which two texts of a file of the journal differ. A journal is appended to: only what stands behind the
/// last item that both have in common is read. `None` where one of them cannot be read.
fn differing_entries(
    repository: &Repository,
    sides: (Option<&String>, Option<&String>),
) -> Result<Option<Entries>, GitError> {
    let text = |id: Option<&String>| -> Result<String, GitError> {
        let object = id.map(|id| repository.objects.named(id)).transpose()?;
        // What is no text has a fault that the reader will find.
        Ok(object
            .map(|object| String::from_utf8(object.bytes).unwrap_or_else(|_| "\u{0}".to_owned()))
            .unwrap_or_default())
    };
    let (before, after) = (text(sides.0)?, text(sides.1)?);
    let same = before.bytes().zip(after.bytes()).take_while(|(one, other)| one == other).count();
    // From the beginning of the last item that may differ: a line that begins with `- `.
    let end = (0..=same).rev().find(|at| before.is_char_boundary(*at)).unwrap_or(0);
    let common = before.get(..end).unwrap_or("");
    let cut = common.rfind("\n- ").map_or(0, |newline| newline + 1);
    let behind = |text: &str| text.get(cut..).and_then(read_entries);
    if let (Some(before), Some(after)) = (behind(&before), behind(&after)) {
        return Ok(Some((before, after)));
    }
    Ok(read_entries(&before).zip(read_entries(&after)))
}

impl Shelves {
    /// Reads a file, unless its bytes were read before; whether it can be.
    fn reads(&mut self, repository: &Repository, path: &str, id: &str) -> Result<bool, GitError> {
        let text = || -> Result<String, GitError> {
            let bytes = repository.objects.named(id)?.bytes;
            Ok(String::from_utf8(bytes).unwrap_or_else(|_| "\u{0}".to_owned()))
        };
        Ok(match path.split_once('/') {
            None => read(&mut self.heads, id, || Ok(read_head(&text()?)))?,
            Some(_) => read(&mut self.tasks, id, || Ok(read_tasks(&text()?)))?,
        })
    }

    /// What some of the files hold, in the order of their paths, and of the other files the tasks that are spoken of.
    fn part(
        &self,
        files: &Files,
        paths: &[&str],
        spoken_of: &HashSet<TaskId>,
        mut entries: Vec<Entry>,
    ) -> Option<Part> {
        let head = self.heads.get(files.get("plan.yaml")?)?.as_ref()?;
        let changed = |path: &str| paths.contains(&path);
        entries.sort_by_key(|entry| entry.date);
        let mut tasks = Vec::new();
        let mut held: Vec<(&String, &String)> = files.iter().filter(|(path, _)| path.starts_with("tasks/")).collect();
        held.sort_unstable();
        for (path, id) in held {
            let of_file = self.tasks.get(id).into_iter().flatten().flat_map(|tasks| tasks.iter());
            tasks.extend(of_file.filter(|task| changed(path) || spoken_of.contains(&task.id)).cloned());
        }
        let plan = Plan { head: Head::clone(head), tasks };
        Some(Part { plan, journal: Journal { entries, ..Journal::default() } })
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
