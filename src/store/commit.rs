//! Putting changed files in the place of the old ones: each whole or not at all, several all or none.
//!
//! A file is written beside, made durable, and renamed. Several are first written down together, in one file
//! that says what is about to happen; whoever finds that file after a crash finishes what it says.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::lock::{Lock, OWN_FOLDER};

const PENDING: &str = "pending.json";
/// New files are written under such names.
const STAGED: &str = "new-";

/// A file of the plan before and after a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The file, from the plan's folder, with `/`.
    pub path: String,
    /// What it holds now; `None` where it does not exist.
    pub before: Option<String>,
    /// What it is to hold.
    pub after: String,
}

/// Several changes that belong together.
#[derive(Debug, Serialize, Deserialize)]
struct Pending {
    /// What is being done, in words for a person.
    what: String,
    changes: Vec<Change>,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum CommitError {
    /// Another program has written the file since it was read.
    #[error("{0} has changed in the meantime")]
    ChangedMeanwhile(String),
    /// The system would not write.
    #[error("cannot write {path}")]
    Io {
        /// The file, from the plan's folder.
        path: String,
        /// The system's reason.
        #[source]
        error: io::Error,
    },
    /// A change was cut off earlier, and one of its files has been edited since: neither finishing nor undoing it
    /// is safe.
    #[error("an earlier change is half done, and {path} has been edited since")]
    Unsettled {
        /// The file that was edited.
        path: String,
        /// What was being done.
        what: String,
    },
}

/// Whether a change of several files was cut off in this folder.
pub fn is_pending(folder: &Path) -> bool {
    folder.join(OWN_FOLDER).join(PENDING).exists()
}

/// Writes all of the changes or none of them. `what` says what is being done, for whoever finds it cut off.
///
/// # Errors
/// When a file is no longer as it was read, or cannot be written; nothing has changed then.
pub fn commit(lock: &Lock, what: &str, changes: &[Change]) -> Result<(), CommitError> {
    let staged = changes.iter().map(|change| stage(lock, change)).collect::<Result<Vec<_>, _>>()?;
    // An editor takes no lock. It is looked at as late as can be.
    for change in changes {
        if read(lock, &change.path)?.as_deref() != change.before.as_deref().map(str::as_bytes) {
            return Err(CommitError::ChangedMeanwhile(change.path.clone()));
        }
    }
    if changes.len() > 1 {
        announce(lock, what, changes)?;
    }
    for (change, file) in changes.iter().zip(staged) {
        put(lock, change, file)?;
    }
    if changes.len() > 1 { settle(lock) } else { Ok(()) }
}

/// Finishes a change that was cut off, if there is one, and says what it was. Sweeps away what a killed process
/// has left half written.
///
/// # Errors
/// When a file of it has been edited since, or cannot be written.
pub fn recover(lock: &Lock) -> Result<Option<String>, CommitError> {
    sweep(lock);
    let path = own(lock).join(PENDING);
    let text = match fs::read(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(&own_name(PENDING), error)),
    };
    let pending: Pending = serde_json::from_slice(&text).map_err(|error| failed(&own_name(PENDING), error.into()))?;
    let mut left = Vec::new();
    for change in &pending.changes {
        let now = read(lock, &change.path)?;
        if now.as_deref() == Some(change.after.as_bytes()) {
            continue;
        }
        if now.as_deref() != change.before.as_deref().map(str::as_bytes) {
            return Err(CommitError::Unsettled { path: change.path.clone(), what: pending.what });
        }
        left.push(change);
    }
    for change in left {
        put(lock, change, stage(lock, change)?)?;
    }
    settle(lock)?;
    Ok(Some(pending.what))
}

fn own(lock: &Lock) -> PathBuf {
    lock.folder.join(OWN_FOLDER)
}

fn own_name(name: &str) -> String {
    format!("{OWN_FOLDER}/{name}")
}

fn failed(path: &str, error: io::Error) -> CommitError {
    CommitError::Io { path: path.to_owned(), error }
}

fn read(lock: &Lock, path: &str) -> Result<Option<Vec<u8>>, CommitError> {
    match fs::read(lock.folder.join(path)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed(path, error)),
    }
}

/// Writes a file's new text durably under another name, with the rights that the file has.
fn stage(lock: &Lock, change: &Change) -> Result<tempfile::NamedTempFile, CommitError> {
    let stage = || {
        let mut file = new_file().tempfile_in(own(lock))?;
        file.write_all(change.after.as_bytes())?;
        if let Ok(about) = fs::metadata(lock.folder.join(&change.path)) {
            file.as_file().set_permissions(about.permissions())?;
        }
        file.as_file().sync_all()?;
        Ok(file)
    };
    stage().map_err(|error| failed(&change.path, error))
}

/// A file with the rights that the user's own settings give to new files.
fn new_file() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(STAGED);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

/// Puts a staged file in its place. Links are followed: what a link names is replaced, not the link.
fn put(lock: &Lock, change: &Change, file: tempfile::NamedTempFile) -> Result<(), CommitError> {
    let put = || {
        let path = lock.folder.join(&change.path);
        let path = fs::canonicalize(&path).unwrap_or(path);
        let folder = path.parent().unwrap_or(&lock.folder);
        fs::create_dir_all(folder)?;
        match file.persist(&path) {
            Ok(_) => {}
            Err(error) if error.error.kind() == io::ErrorKind::CrossesDevices => move_across(&error.file, &path)?,
            Err(error) => return Err(error.error),
        }
        sync_folder(folder)
    };
    put().map_err(|error| failed(&change.path, error))
}

/// The folder of the file is a link to another disk: the text is staged once more, there.
fn move_across(staged: &tempfile::NamedTempFile, path: &Path) -> io::Result<()> {
    let mut file = new_file().tempfile_in(path.parent().unwrap_or(path))?;
    io::copy(&mut File::open(staged.path())?, &mut file)?;
    file.as_file().set_permissions(staged.as_file().metadata()?.permissions())?;
    file.as_file().sync_all()?;
    file.persist(path).map(drop).map_err(|error| error.error)
}

/// A rename is durable once its folder is; where folders cannot be opened, the system sees to it.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
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
