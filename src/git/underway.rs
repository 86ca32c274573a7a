//! What git is about to do in a repository while a plan in it is written: a look at a few files, without asking git.

use std::path::{Path, PathBuf};

/// Something that git has not finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Underway {
    /// A git command is running, or was killed.
    Running,
    /// A merge waits for a person.
    Merge,
    /// So does a rebase, or `git am`.
    Rebase,
    /// So does a cherry-pick.
    Pick,
    /// So does a revert.
    Revert,
}

/// The files and folders by which it is known.
const SIGNS: [(&str, Underway); 6] = [
    ("index.lock", Underway::Running),
    ("MERGE_HEAD", Underway::Merge),
    ("rebase-merge", Underway::Rebase),
    ("rebase-apply", Underway::Rebase),
    ("CHERRY_PICK_HEAD", Underway::Pick),
    ("REVERT_HEAD", Underway::Revert),
];

/// What is unfinished in the repository around a folder.
pub fn underway(folder: &Path) -> Option<Underway> {
    let git = git_folder(folder)?;
    SIGNS.into_iter().find(|(sign, _)| git.join(sign).exists()).map(|(_, what)| what)
}

/// The folder that git keeps for a work tree; in one beside the first, `.git` is a file that names it.
fn git_folder(folder: &Path) -> Option<PathBuf> {
    let folder = dunce::canonicalize(folder).ok()?;
    let top = folder.ancestors().find(|folder| folder.join(".git").exists())?;
    let git = top.join(".git");
    if git.is_dir() {
        return Some(git);
    }
    let named = std::fs::read_to_string(&git).ok()?;
    Some(top.join(named.strip_prefix("gitdir:")?.trim()))
}
