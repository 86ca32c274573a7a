//! Two branches have given one id to two tasks: which of them gets another one. It is worked out from the commits alone,
//! so that every file of the merge, for each of which git asks anew, is answered alike.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::merge::Ids;
use super::merging::{Asked, Merging};
use super::repository::Commit;
use super::revision::Revision;
use crate::plan::{Task, TaskId, UtcOffset, is_same_work, renumbered};
use crate::store::{Shelf, read_tasks};

/// What becomes of the ids.
#[derive(Debug, Default)]
pub struct Renumbering {
    /// In the base's files.
    pub base: Ids,
    /// In ours.
    pub ours: Ids,
    /// In theirs.
    pub theirs: Ids,
    /// The tasks that get another id by this merge.
    pub moved: Vec<Moved>,
    /// The tasks that would need one, and cannot be given it.
    pub stuck: Vec<Stuck>,
}

/// A task that gets another id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The id that two tasks have.
    pub id: String,
    /// The one that this task gets.
    pub new: String,
    /// Its title.
    pub title: String,
    /// The title of the task that keeps the id.
    pub other: String,
    /// Whether it is one of ours.
    pub is_ours: bool,
}

/// Two tasks with one id, of which a person must give one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stuck {
    /// The id.
    pub id: String,
    /// Our task's title.
    pub ours: String,
    /// Theirs.
    pub theirs: String,
    /// An id that is free.
    pub free: String,
    /// The files of ours that git takes over whole, in which our task is spoken of.
    pub our_files: Vec<String>,
    /// Those of theirs, in which their task is.
    pub their_files: Vec<String>,
    /// Whether commits that are yet to be put on top speak of their task too.
    pub goes_on: bool,
}

impl Renumbering {
    /// Whether every id stays.
    pub fn is_nothing(&self) -> bool {
        self.base.is_empty() && self.ours.is_empty() && self.theirs.is_empty()
    }
}

/// What a state of the plan holds.
struct State {
    tasks: Vec<Task>,
    /// The texts of the files, by their paths in the plan's folder.
    files: BTreeMap<String, String>,
}

/// What becomes of the ids in a merge; nothing where no id means two tasks, or the states are not known.
pub fn renumbering(asked: &Asked<'_>) -> Renumbering {
    Merging::of(asked).and_then(|merging| of(&merging)).unwrap_or_default()
}

fn of(merging: &Merging) -> Option<Renumbering> {
    if same_tasks(&merging.ours, &merging.theirs) || same_tasks(&merging.ours, &merging.base) {
        return None;
    }
    let states = [&merging.base, &merging.ours, &merging.theirs].map(State::of);
    let [Some(base), Some(ours), Some(theirs)] = states else { return None };
    let last = merging.last.as_ref().and_then(State::of);
    let mut found = Renumbering {
        base: ids(renumbered(&base.tasks, &ours.tasks)),
        theirs: ids(renumbered(&theirs.tasks, &ours.tasks)),
        ..Renumbering::default()
    };
    let mut taken: BTreeSet<String> =
        [&base, &ours, &theirs].iter().flat_map(|state| &state.tasks).map(|task| task.id.to_string()).collect();
    taken.extend(last.iter().flat_map(|last| &last.tasks).map(|task| task.id.to_string()));
    for (our, their) in of_one_id(&base.tasks, &ours.tasks, &theirs.tasks) {
        let id = our.id.to_string();
        if found.theirs.contains_key(&id) {
            continue;
        }
        let free = free(&id, &taken, &[&base, &ours, &theirs])?;
        taken.insert(free.clone());
        let unasked_theirs = unasked(&id, &base, &ours, last.as_ref().unwrap_or(&theirs));
        let unasked_ours = unasked(&id, &base, &theirs, &ours);
        let may_be_ours = merging.is_merge && unasked_ours.is_empty();
        if !is_asked(&id, &base, &ours, &theirs) || !unasked_theirs.is_empty() && !may_be_ours {
            let (ours, theirs) = (our.title.clone(), their.title.clone());
            let (our_files, their_files) = (unasked_ours, unasked_theirs);
            found.stuck.push(Stuck { id, ours, theirs, free, our_files, their_files, goes_on: last.is_some() });
            continue;
        }
        let is_ours = may_be_ours && (!unasked_theirs.is_empty() || ours_is_later(merging, &id));
        let (moves, stays) = if is_ours { (our, their) } else { (their, our) };
        let (title, other) = (moves.title.clone(), stays.title.clone());
        let side = if is_ours { &mut found.ours } else { &mut found.theirs };
        side.insert(id.clone(), free.clone());
        found.moved.push(Moved { id, new: free, title, other, is_ours });
    }
    Some(found)
}

/// Whether our side has added its task later than theirs has added its own.
fn ours_is_later(merging: &Merging, id: &str) -> bool {
    let added = |side: &Revision| {
        let between = format!("{}..{}", merging.base.commit.id, side.commit.id);
        let tasks = if side.root.is_empty() { "tasks".to_owned() } else { format!("{}/tasks", side.root) };
        let pathspec = format!(":(top,literal){tasks}");
        let said = side.repository.ask(&["rev-list", "--reverse", "--topo-order", &between, "--", &pathspec]).ok()?;
        let said = String::from_utf8_lossy(&said).into_owned();
        let mut commits = said.lines().filter_map(|id| side.repository.commit(id, UtcOffset::default()).ok());
        let has_task = |commit: &Commit| {
            let state = State::of(&Revision { commit: commit.clone(), ..side.clone() });
            state.is_some_and(|state| state.task(id).is_some())
        };
        commits.find(has_task).map(|commit| commit.when)
    };
    let (ours, theirs) = (added(&merging.ours), added(&merging.theirs));
    ours.zip(theirs).is_some_and(|(ours, theirs)| ours > theirs)
}

fn ids(renumbered: HashMap<TaskId, TaskId>) -> Ids {
    renumbered.into_iter().map(|(old, new)| (old.to_string(), new.to_string())).collect()
}

/// The tasks that both sides have added under one id, and that are not the same, by their ids.
fn of_one_id<'s>(base: &[Task], ours: &'s [Task], theirs: &'s [Task]) -> Vec<(&'s Task, &'s Task)> {
    let find = |tasks: &'s [Task], id: &TaskId| tasks.iter().find(|task| task.id == *id);
    let both = ours.iter().filter(|our| !base.iter().any(|task| task.id == our.id));
    let both = both.filter_map(|our| Some((our, find(theirs, &our.id)?)));
    let mut found: Vec<_> = both.filter(|(our, their)| !is_same_work(our, their)).collect();
    found.sort_by(|one, other| one.0.id.cmp(&other.0.id));
    found
}

/// The same of a base's file and two sides' of it, of which nothing else is known.
pub fn two_tasks(files: [&[u8]; 3]) -> Vec<Stuck> {
    let read = |bytes: &[u8]| std::str::from_utf8(bytes).ok().and_then(read_tasks);
    let [Some(base), Some(ours), Some(theirs)] = files.map(read) else { return Vec::new() };
    let mut taken: BTreeSet<String> =
        [&base, &ours, &theirs].into_iter().flatten().map(|task| task.id.to_string()).collect();
    let stuck = |(our, their): (&Task, &Task)| {
        let free = free(our.id.as_str(), &taken, &[])?;
        taken.insert(free.clone());
        let (ours, theirs) = (our.title.clone(), their.title.clone());
        let (our_files, their_files) = (Vec::new(), Vec::new());
        Some(Stuck { id: our.id.to_string(), ours, theirs, free, our_files, their_files, goes_on: false })
    };
    of_one_id(&base, &ours, &theirs).into_iter().filter_map(stuck).collect()
}

/// Whether two states hold the same task files.
fn same_tasks(one: &Revision, other: &Revision) -> bool {
    let tree = |side: &Revision| {
        let folder = side.folder_entries().ok()??;
        folder.iter().find(|entry| entry.name == b"tasks").map(|entry| entry.id.clone())
    };
    tree(one) == tree(other)
}

/// Whether git asks for the file in which the task stands, on both sides the same.
fn is_asked(id: &str, base: &State, ours: &State, theirs: &State) -> bool {
    let holds = |state: &State| {
        let of_tasks = state.files.iter().filter(|(path, _)| path.starts_with("tasks/"));
        let mut holding = of_tasks
            .filter(|(_, text)| read_tasks(text).is_some_and(|tasks| tasks.iter().any(|task| task.id.as_str() == id)));
        holding.next().map(|(path, _)| path.clone())
    };
    let (one, other) = (holds(ours), holds(theirs));
    one == other && one.is_some_and(|path| base.files.get(&path) != ours.files.get(&path))
}

/// The files of one side that speak of a task and that git takes over without asking: the other side has left them as
/// they were, or lacks them.
fn unasked(id: &str, base: &State, other: &State, side: &State) -> Vec<String> {
    let in_base = |path: &str| base.files.get(path).map_or("", String::as_str);
    let speaks = |(path, text): &(&String, &String)| mentions(id, text) > mentions(id, in_base(path));
    let is_taken = |(path, _): &(&String, &String)| other.files.get(*path) == base.files.get(*path);
    side.files.iter().filter(speaks).filter(is_taken).map(|(path, _)| path.clone()).collect()
}

/// How often an id stands in a text by itself.
fn mentions(id: &str, text: &str) -> usize {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_'));
    let stands_alone = |at: usize| {
        let (before, behind) = (text.get(..at), text.get(at + id.len()..));
        !is_part(before.and_then(|text| text.chars().next_back()))
            && !is_part(behind.and_then(|text| text.chars().next()))
    };
    text.match_indices(id).filter(|(at, _)| stands_alone(*at)).count()
}

/// The next id of the same theme that no task has and no file speaks of.
fn free(id: &str, taken: &BTreeSet<String>, states: &[&State]) -> Option<String> {
    let head = id.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = id.strip_prefix(head)?;
    let number: u32 = digits.parse().ok()?;
    let spoken_of = |id: &str| states.iter().any(|state| state.files.values().any(|text| mentions(id, text) > 0));
    let width = digits.len();
    let next = (number.checked_add(1)?..=u32::MAX).map(|number| format!("{head}{number:0width$}"));
    let mut next = next.filter(|id| !taken.contains(id) && !spoken_of(id));
    next.next()
}

impl State {
    /// Reads the files; `None` where one of the tasks cannot be read.
    fn of(revision: &Revision) -> Option<State> {
        let mut state = State { tasks: Vec::new(), files: BTreeMap::new() };
        for folder in ["tasks", "progress", "notices"] {
            for name in revision.names(folder).ok()? {
                let crate::store::Name::Text(name) = name else { continue };
                if name.starts_with('.') || !(name.ends_with(".yaml") || name.ends_with(".yml")) {
                    continue;
                }
                let path = format!("{folder}/{name}");
                let text = String::from_utf8(revision.bytes(&path).ok()?).ok()?;
                if folder == "tasks" {
                    state.tasks.extend(read_tasks(&text)?);
                }
                state.files.insert(path, text);
            }
        }
        Some(state)
    }

    fn task(&self, id: &str) -> Option<&Task> {
        self.tasks.iter().find(|task| task.id.as_str() == id)
    }
}
