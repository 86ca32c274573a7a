//! Which states of a plan git is merging while it asks for one file: it tells its driver three files, and only hints
//! where they come from.

use std::path::Path;

use super::index::heads_in_environment;
use super::{Commit, GitError, Repository, Revision};
use crate::plan::UtcOffset;
use crate::store::Shelf;

/// The plan in the three states that are merged.
#[derive(Debug)]
pub(super) struct Merging {
    pub(super) base: Revision,
    pub(super) ours: Revision,
    pub(super) theirs: Revision,
    /// The last of the commits that will be put on top of this one, where there are more.
    pub(super) last: Option<Revision>,
    /// Whether two branches are merged, rather than one commit put on top of another.
    pub(super) is_merge: bool,
}

/// A file that git has asked to merge.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Its path from the top (`%P`).
    pub path: &'a str,
    /// What git calls the base (`%S`).
    pub base_name: &'a str,
    /// What git calls their side (`%Y`).
    pub their_name: &'a str,
    /// The bytes of the base, of ours and of theirs.
    pub files: [&'a [u8]; 3],
}

/// What git calls the commit before another one.
const PARENT: &str = "parent of ";

impl Merging {
    /// The states whose files were handed over; `None` where that cannot be told for certain.
    pub(super) fn of(asked: &Asked<'_>) -> Option<Merging> {
        let (root, path) = in_plan(asked.path)?;
        let repository = Repository::around(Path::new(".")).ok()?;
        let commit = |name: &str| repository.commit(name, UtcOffset::default()).ok();
        let ours = commit("HEAD")?;
        let is_merge = !heads_in_environment().is_empty();
        let (base, theirs) = match heads_in_environment().as_slice() {
            [] => picked(asked, &commit)?,
            [theirs] => (commit(&common(&repository, &ours.id, theirs).ok()??)?, commit(theirs)?),
            [..] => return None,
        };
        let at = |commit: Commit| Revision { repository: repository.clone(), commit, root: root.to_owned() };
        let last = last_to_come(&repository, &commit).filter(|last| last.id != theirs.id);
        let merging = Merging { base: at(base), ours: at(ours), theirs: at(theirs), last: last.map(at), is_merge };
        let sides = [&merging.base, &merging.ours, &merging.theirs];
        // A base that git has made up of several is in no commit.
        let are_these = sides.iter().zip(asked.files).all(|(side, file)| side.bytes(path).unwrap_or_default() == file);
        are_these.then_some(merging)
    }
}

/// A path as that of a plan's folder, and from there.
fn in_plan(path: &str) -> Option<(&str, &str)> {
    let file = path.rfind('/')?;
    let folder = path.get(..file)?.rfind('/').map_or(0, |slash| slash + 1);
    let (root, inside) = path.split_at_checked(folder)?;
    let is_known = ["tasks/", "progress/", "notices/"].iter().any(|folder| inside.starts_with(folder));
    is_known.then(|| (root.trim_end_matches('/'), inside))
}

/// The base and their side of one commit that is put on top of another, or taken back.
fn picked(asked: &Asked<'_>, commit: &dyn Fn(&str) -> Option<Commit>) -> Option<(Commit, Commit)> {
    let id = |name: &str| name.split(' ').next().unwrap_or("").to_owned();
    let parent = |of: &Commit| of.parents.first().and_then(|id| commit(id));
    if let Some(reverted) = asked.their_name.strip_prefix(PARENT) {
        let base = commit(&id(reverted))?;
        return Some((base.clone(), parent(&base)?));
    }
    let theirs = commit(&id(asked.base_name.strip_prefix(PARENT)?))?;
    Some((parent(&theirs)?, theirs))
}

/// The only commit from which two have come.
fn common(repository: &Repository, one: &str, other: &str) -> Result<Option<String>, GitError> {
    let said = repository.ask(&["merge-base", "--all", one, other])?;
    let said = String::from_utf8_lossy(&said);
    let mut lines = said.lines();
    Ok(lines.next().filter(|_| lines.next().is_none()).map(str::to_owned))
}

/// The end of what a rebase or a pick of several commits will put on top.
fn last_to_come(repository: &Repository, commit: &dyn Fn(&str) -> Option<Commit>) -> Option<Commit> {
    let read = |name: &str| {
        let path = repository.ask(&["rev-parse", "--git-path", name]).ok()?;
        let path = repository.top.join(String::from_utf8_lossy(&path).trim_end_matches('\n'));
        std::fs::read_to_string(path).ok()
    };
    if let Some(head) = read("rebase-merge/orig-head") {
        return commit(head.trim());
    }
    let todo = read("sequencer/todo")?;
    let mut ids = todo.lines().filter_map(|line| line.strip_prefix("pick ")?.split(' ').next());
    ids.next_back().and_then(commit)
}
