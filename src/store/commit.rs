//! Putting changed files in the place of the old ones: each whole or not at all, several all or none.
//!
//! A file is written beside, made durable, and renamed. Several are first written down together, in one file
//! that says what is about to happen; whoever finds that file after a crash finishes what it says.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Component, Path};

use serde::{Deserialize, Serialize};

use super::change::{Change, CommitError, failed, own};
use super::done::{self, Kept};
use super::lock::Lock;
use super::own::{OWN_FOLDER, There, file_at, folder_at, own_name};
use super::place::{STAGED, new_file, put, read, stage, sync_folder};
use super::shelf::Disk;
use crate::plan::{Notice, NoticeNumber};

const PENDING: &str = "pending.json";

/// Several changes that belong together.
#[derive(Debug, Serialize, Deserialize)]
struct Pending {
    /// What is being done, in words for a person.
    what: String,
    changes: Vec<Change>,
}

/// Whether a change of several files was cut off in this folder.
pub fn is_pending(folder: &Path) -> bool {
    let own = folder.join(OWN_FOLDER);
    folder_at(&own) == There::Ours && file_at(&own.join(PENDING)) != There::Nothing
}

/// Writes all of the changes or none of them. `what` says what is being done, for whoever finds it cut off.
///
/// # Errors
/// When a file is no longer as it was read, or cannot be written; nothing has changed then.
pub fn commit(lock: &Lock, what: &str, changes: &[Change]) -> Result<(), CommitError> {
    if let Some(outside) = changes.iter().find(|change| !is_within(lock, &change.path)) {
        return Err(CommitError::Outside(outside.path.clone()));
    }
    let staged = changes.iter().map(|change| stage(lock, change)).collect::<Result<Vec<_>, _>>()?;
    for change in changes {
        if state_of(lock, change)? != State::Before {
            return Err(CommitError::ChangedMeanwhile(change.path.clone()));
        }
    }
    let several = changes.len() > 1;
    if several {
        announce(lock, what, changes).inspect_err(|_| drop(settle(lock)))?;
    }
    let mut made = Vec::new();
    for (change, file) in changes.iter().zip(staged) {
        if let Err(error) = put(lock, change, file) {
            if several {
                undo(lock, what, &made)?;
            }
            return Err(error);
        }
        made.push(change);
    }
    if several {
        settle(lock)?;
    }
    Ok(())
}

/// Writes all of the changes or none of them, and keeps them, so that they can be taken back.
///
/// # Errors
/// As [`commit`].
pub fn commit_kept(lock: &Lock, what: &str, changes: &[Change]) -> Result<(), CommitError> {
    commit(lock, what, changes)?;
    let is_one = changes.iter().any(|change| change.before != change.after);
    if is_one && !changes.iter().any(gives_a_number) {
        done::keep(lock, what, changes);
    }
    Ok(())
}

/// Whether a change gives a notice its number: that is never given again, so nothing is taken back.
fn gives_a_number(change: &Change) -> bool {
    let numbers = |text: &Option<String>| -> Option<Vec<NoticeNumber>> {
        let Some(text) = text.as_deref().filter(|text| !text.is_empty()) else { return Some(Vec::new()) };
        let notices: Vec<Notice> = serde_yaml::from_str(text).ok()?;
        Some(notices.into_iter().map(|notice| notice.number).collect())
    };
    let (before, after) = (numbers(&change.before), numbers(&change.after));
    change.path.starts_with("notices/") && (before.is_none() || before != after)
}

/// Takes a change back that was made here.
///
/// # Errors
/// When a file of it is no longer as it left it, or cannot be written; nothing has changed then.
pub fn take_back(lock: &Lock, kept: &Kept) -> Result<(), CommitError> {
    if let Some(foreign) = kept.done.changes.iter().find(|change| !is_of_the_plan(lock, &change.path)) {
        return Err(CommitError::Foreign(foreign.path.clone()));
    }
    let back: Vec<Change> = kept.done.changes.iter().map(Change::reversed).collect();
    commit(lock, &kept.done.what, &back)?;
    done::forget(lock, kept.number);
    Ok(())
}

/// Makes a change again that was taken back.
///
/// # Errors
/// As [`commit`].
pub fn put_back(lock: &Lock, kept: &Kept) -> Result<(), CommitError> {
    commit_kept(lock, &kept.done.what, &kept.done.changes)
}

/// The files of a change that are not as it left them.
pub fn changed_since<'k>(lock: &Lock, kept: &'k Kept) -> Vec<&'k str> {
    let as_left = |change: &&Change| !matches!(state_of(lock, change), Ok(State::After));
    kept.done.changes.iter().filter(as_left).map(|change| change.path.as_str()).collect()
}

/// Finishes a change that was cut off, if there is one, and says what it was. Sweeps away what a killed process
/// has left half written.
///
/// # Errors
/// When a file of it has been edited since, or cannot be written.
pub fn recover(lock: &Lock) -> Result<Option<String>, CommitError> {
    sweep(lock);
    if file_at(&own(lock).join(PENDING)) == There::SomethingElse {
        return Err(CommitError::NotOurs(own_name(PENDING)));
    }
    let text = read(&own(lock).join(PENDING)).map_err(|error| failed(&own_name(PENDING), error))?;
    let Some(text) = text else { return Ok(None) };
    let pending: Pending = serde_json::from_slice(&text).map_err(|error| failed(&own_name(PENDING), error.into()))?;
    if let Some(foreign) = pending.changes.iter().find(|change| !is_of_the_plan(lock, &change.path)) {
        return Err(CommitError::Foreign(foreign.path.clone()));
    }
    let mut left = Vec::new();
    for change in &pending.changes {
        match state_of(lock, change)? {
            State::After => {}
            State::Before => left.push(change),
            State::Edited => return Err(CommitError::Unsettled { path: change.path.clone(), what: pending.what }),
        }
    }
    for change in left {
        put(lock, change, stage(lock, change)?).map_err(|error| unsettled(error, &pending.what))?;
    }
    settle(lock)?;
    Ok(Some(pending.what))
}

/// How far a file has come.
#[derive(Debug, PartialEq, Eq)]
enum State {
    Before,
    After,
    Edited,
}

fn state_of(lock: &Lock, change: &Change) -> Result<State, CommitError> {
    let now = read(&lock.folder.join(&change.path)).map_err(|error| failed(&change.path, error))?;
    let now = now.as_deref();
    Ok(match change {
        _ if now == change.after.as_deref().map(str::as_bytes) => State::After,
        _ if now == change.before.as_deref().map(str::as_bytes) => State::Before,
        _ => State::Edited,
    })
}

/// Takes back what was made of a change, so that nothing of it is. Where that cannot be done either, the
/// announcement stays.
fn undo(lock: &Lock, what: &str, made: &[&Change]) -> Result<(), CommitError> {
    for change in made.iter().rev() {
        let back = change.reversed();
        put(lock, &back, stage(lock, &back)?).map_err(|error| unsettled(error, what))?;
    }
    settle(lock)
}

/// In the middle of a change, one of its files has been edited.
fn unsettled(error: CommitError, what: &str) -> CommitError {
    match error {
        CommitError::ChangedMeanwhile(path) => CommitError::Unsettled { path, what: what.to_owned() },
        error @ (CommitError::Io { .. }
        | CommitError::Unsettled { .. }
        | CommitError::Foreign(_)
        | CommitError::Outside(_)
        | CommitError::NotOurs(_)) => error,
    }
}

/// Whether a change may write there. The announcement is a file like any other: it may have come with the folder,
/// from anybody.
fn is_of_the_plan(lock: &Lock, path: &str) -> bool {
    let within = is_within(lock, path);
    let path = Path::new(path);
    let plain = path.components().all(|part| matches!(part, Component::Normal(name) if name != OsStr::new(OWN_FOLDER)));
    let kind = path.extension().is_some_and(|ending| ["yaml", "yml", "csv"].iter().any(|known| ending == *known));
    // Whoever opens a pipe or a device may wait for ever.
    let readable = fs::metadata(lock.folder.join(path)).map_or(true, |about| about.is_file());
    plain && kind && within && readable
}

fn is_within(lock: &Lock, path: &str) -> bool {
    !Disk::new(&lock.folder).leaves(&lock.folder.join(path))
}

/// From here on the changes will all be made, by us or by whoever comes after us.
fn announce(lock: &Lock, what: &str, changes: &[Change]) -> Result<(), CommitError> {
    let announce = || {
        let pending = Pending { what: what.to_owned(), changes: changes.to_vec() };
        let mut file = new_file().tempfile_in(own(lock))?;
        file.write_all(serde_json::to_string(&pending)?.as_bytes())?;
        file.as_file().sync_all()?;
        file.persist(own(lock).join(PENDING)).map_err(|error| error.error)?;
        sync_folder(&own(lock))
    };
    announce().map_err(|error| failed(&own_name(PENDING), error))
}

fn settle(lock: &Lock) -> Result<(), CommitError> {
    fs::remove_file(own(lock).join(PENDING))
        .and_then(|()| sync_folder(&own(lock)))
        .map_err(|error| failed(&own_name(PENDING), error))
}

/// What cannot be swept away does no harm.
fn sweep(lock: &Lock) {
    let files = fs::read_dir(own(lock)).into_iter().flatten().flatten();
    for file in files.filter(|file| file.file_name().to_string_lossy().starts_with(STAGED)) {
        let _ = fs::remove_file(file.path());
    }
}
