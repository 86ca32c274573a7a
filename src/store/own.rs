//! The folder in which the program keeps what is its own: the lock, and an unfinished change. It may have come with the
//! plan from anybody, so a link, a pipe or anything else in the place of ours is not touched.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::rights::{as_in_folder, make_folder};

/// Where a plan folder keeps what only the program needs.
pub(super) const OWN_FOLDER: &str = ".workplan";
const IGNORE_FILE: &str = ".gitignore";

/// What stands at a path, links not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum There {
    Nothing,
    /// A folder or a file, whichever was asked for.
    Ours,
    SomethingElse,
}

/// Whether a folder stands there.
pub(super) fn folder_at(path: &Path) -> There {
    kind(path, fs::Metadata::is_dir)
}

/// Whether a file stands there.
pub(super) fn file_at(path: &Path) -> There {
    kind(path, fs::Metadata::is_file)
}

fn kind(path: &Path, is_ours: fn(&fs::Metadata) -> bool) -> There {
    match fs::symlink_metadata(path) {
        Ok(about) if is_ours(&about) => There::Ours,
        Ok(_) => There::SomethingElse,
        Err(_) => There::Nothing,
    }
}

/// Why our own folder cannot be used.
#[derive(Debug)]
pub(super) enum OwnError {
    /// Something else than ours stands there; its name from the plan's folder.
    NotOurs(String),
    Io(io::Error),
}

impl From<io::Error> for OwnError {
    fn from(error: io::Error) -> OwnError {
        OwnError::Io(error)
    }
}

/// The name of a file in our folder, from the plan's.
pub(super) fn own_name(name: &str) -> String {
    format!("{OWN_FOLDER}/{name}")
}

/// Makes our folder, which git is told to pass over.
pub(super) fn prepare(plan: &Path) -> Result<PathBuf, OwnError> {
    let own = plan.join(OWN_FOLDER);
    if folder_at(&own) == There::SomethingElse {
        return Err(OwnError::NotOurs(OWN_FOLDER.to_owned()));
    }
    make_folder(&own)?;
    // A full disk takes the file and not its text.
    if fs::symlink_metadata(own.join(IGNORE_FILE)).map_or(0, |about| about.len()) == 0 {
        open(&own, IGNORE_FILE)?.write_all(b"*\n")?;
    }
    Ok(own)
}

/// Opens a file in our folder for writing, and makes it where it is missing.
pub(super) fn open(own: &Path, name: &str) -> Result<File, OwnError> {
    let path = own.join(name);
    let there = file_at(&path);
    if there == There::SomethingElse {
        return Err(OwnError::NotOurs(own_name(name)));
    }
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
    if there == There::Nothing {
        as_in_folder(&file, own);
    }
    Ok(file)
}

/// Opens a file in our folder for reading; `None` where none of ours is there.
pub(super) fn open_to_read(plan: &Path, name: &str) -> Option<File> {
    let own = plan.join(OWN_FOLDER);
    let path = own.join(name);
    let ours = folder_at(&own) == There::Ours && file_at(&path) == There::Ours;
    if ours { File::open(path).ok() } else { None }
}
