//! A new plan folder, whole or not at all: written beside its place, looked over, then moved there.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::beside::{FolderBeside, folder_of};
use super::rights::make_folder;

/// Why no folder was made.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// The place holds files already.
    #[error("not empty")]
    NotEmpty,
    /// The place holds a plan already.
    #[error("a plan already")]
    HoldsPlan,
    /// Something else than a folder is there.
    #[error("not a folder")]
    NotAFolder,
    /// It could not be written.
    #[error(transparent)]
    Unwritable(#[from] io::Error),
}

/// Whether a plan may be made there.
///
/// # Errors
/// When something is there already.
pub fn vacant(folder: &Path) -> Result<(), CreateError> {
    // A link that leads nowhere is something, too.
    if fs::symlink_metadata(folder).is_err() {
        return Ok(());
    }
    if !fs::metadata(folder)?.is_dir() {
        return Err(CreateError::NotAFolder);
    }
    if folder.join("plan.yaml").exists() {
        return Err(CreateError::HoldsPlan);
    }
    let is_ours = |name: &std::ffi::OsStr| name == ".git";
    for entry in fs::read_dir(folder)? {
        if !is_ours(&entry?.file_name()) {
            return Err(CreateError::NotEmpty);
        }
    }
    Ok(())
}

/// Whether a folder must stay, so that the plan's files are put into it: it holds a repository, or somebody stands in it.
fn stays(folder: &Path) -> bool {
    let here = std::env::current_dir().and_then(dunce::canonicalize);
    folder.join(".git").exists() || here.is_ok_and(|here| here.starts_with(folder))
}

/// Makes a folder of files, given by their paths with `/` and their bytes. `look` sees it before it is moved to its
/// place, and may refuse it.
///
/// # Errors
/// When something is there already, when it cannot be written, or when `look` refuses.
pub fn create<E: From<CreateError>>(
    folder: &Path,
    files: &[(String, Vec<u8>)],
    look: impl FnOnce(&Path) -> Result<(), E>,
) -> Result<(), E> {
    let refused = |error: io::Error| E::from(CreateError::from(error));
    vacant(folder)?;
    let folder = if folder.exists() { dunce::canonicalize(folder).map_err(refused)? } else { folder.to_owned() };
    let is_kept = folder.is_dir() && stays(&folder);
    let parent = if is_kept { folder.as_path() } else { folder_of(&folder) };
    if parent.ancestors().any(|above| above.is_file()) {
        return Err(refused(io::ErrorKind::NotADirectory.into()));
    }
    make_folder(parent).map_err(refused)?;
    let beside = FolderBeside::within(parent).map_err(refused)?;
    for (path, bytes) in files {
        write(&beside, Path::new(path), bytes).map_err(refused)?;
    }
    look(beside.path())?;
    if is_kept { beside.pour(&folder) } else { beside.put(&folder) }.map_err(refused)?;
    sync(parent);
    Ok(())
}

fn write(beside: &FolderBeside, path: &Path, bytes: &[u8]) -> io::Result<()> {
    beside.make(path.parent().unwrap_or(Path::new("")))?;
    let mut file = fs::OpenOptions::new().write(true).create_new(true).open(beside.path().join(path))?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Makes the move itself last. Not every system lets a folder be synced.
fn sync(folder: &Path) {
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}
