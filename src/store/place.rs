//! One file in the place of another: whole, and only in the place of the one that was read.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use tempfile::{NamedTempFile, PersistError};

use super::change::{Change, CommitError, failed, own};
use super::lock::Lock;
use super::rights::{as_in_folder, as_of_old, make_folder};

/// New files are written under such names.
pub(super) const STAGED: &str = "new-";
/// An editor that writes in place empties the file first, and does not leave it empty for so long.
const EMPTY_FOR: Duration = Duration::from_millis(100);

/// Writes a file's new text durably under another name, with the rights that the file has; nothing where the file is to go.
pub(super) fn stage(lock: &Lock, change: &Change) -> Result<Option<NamedTempFile>, CommitError> {
    let Some(after) = &change.after else { return Ok(None) };
    let stage = || {
        let mut file = new_file().tempfile_in(own(lock))?;
        file.write_all(after.as_bytes())?;
        let path = lock.folder.join(&change.path);
        match (path.exists(), path.ancestors().skip(1).find(|folder| folder.is_dir())) {
            (true, _) => as_of_old(file.as_file(), &path)?,
            (false, Some(folder)) => as_in_folder(file.as_file(), folder),
            (false, None) => {}
        }
        file.as_file().sync_all()?;
        Ok(file)
    };
    stage().map(Some).map_err(|error| failed(&change.path, error))
}

/// A file with the rights that the user's own settings give to new files.
pub(super) fn new_file() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(STAGED);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

/// Puts a staged file in its place, unless that is no longer as it was read. Links are followed: what a link names
/// is replaced, not the link.
pub(super) fn put(lock: &Lock, change: &Change, file: Option<NamedTempFile>) -> Result<(), CommitError> {
    let Some(file) = file else { return remove(lock, change) };
    let put = || {
        let path = lock.folder.join(&change.path);
        let path = dunce::canonicalize(&path).unwrap_or(path);
        let folder = path.parent().unwrap_or(&lock.folder);
        make_folder(folder)?;
        let put = match replace(file, &path, change) {
            // The folder of the file is a link to another disk: the text is staged once more, there.
            Err(error) if error.error.kind() == io::ErrorKind::CrossesDevices => {
                replace(copy_into(folder, &error.file)?, &path, change)
            }
            put => put,
        };
        let put = put.map_err(|error| error.error)?;
        sync_folder(folder)?;
        Ok(put)
    };
    match put() {
        Ok(true) => Ok(()),
        Ok(false) => Err(CommitError::ChangedMeanwhile(change.path.clone())),
        Err(error) => Err(failed(&change.path, error)),
    }
}

/// Takes a file away, unless it is no longer as it was read: it is first put aside, where nobody writes, and looked at.
fn remove(lock: &Lock, change: &Change) -> Result<(), CommitError> {
    let path = lock.folder.join(&change.path);
    let path = dunce::canonicalize(&path).unwrap_or(path);
    let remove = || {
        let aside = new_file().tempfile_in(path.parent().unwrap_or(&lock.folder))?.into_temp_path();
        fs::rename(&path, &aside)?;
        if fs::read(&aside)? == change.before.as_deref().unwrap_or("").as_bytes() {
            aside.close()?;
            sync_folder(path.parent().unwrap_or(&lock.folder))?;
            return Ok(true);
        }
        match aside.persist_noclobber(&path) {
            Ok(()) => Ok(false),
            Err(error) => Err(error.error),
        }
    };
    match remove() {
        Ok(true) => Ok(()),
        Ok(false) => Err(CommitError::ChangedMeanwhile(change.path.clone())),
        Err(error) => Err(failed(&change.path, error)),
    }
}

/// A rename is durable once its folder is; where folders cannot be opened, the system sees to it.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// What a file holds; `None` where it does not exist.
pub(super) fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn copy_into(folder: &Path, staged: &NamedTempFile) -> io::Result<NamedTempFile> {
    let mut file = new_file().tempfile_in(folder)?;
    io::copy(&mut File::open(staged.path())?, &mut file)?;
    as_of_old(file.as_file(), staged.path())?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Whether the staged file now stands there; not where another text does than was read. An editor takes no lock,
/// so that is looked at as late as can be.
fn replace(file: NamedTempFile, path: &Path, change: &Change) -> Result<bool, PersistError> {
    let Some(before) = &change.before else { return put_new(file, path) };
    if before.is_empty() && !stays_empty(path) {
        return Ok(false);
    }
    match read(path) {
        Ok(now) if now.as_deref() == Some(before.as_bytes()) => {}
        Ok(_) => return Ok(false),
        Err(error) => return Err(PersistError { error, file }),
    }
    match exchange(file.path(), path, before.as_bytes(), change.after.as_deref().unwrap_or("").as_bytes()) {
        Some(done) => done.map_err(|error| PersistError { error, file }),
        None => file.persist(path).map(|_| true),
    }
}

/// Whether a file is empty because it is, not because an editor is just about to write it.
fn stays_empty(path: &Path) -> bool {
    let started = Instant::now();
    let mut empty = true;
    while empty && started.elapsed() < EMPTY_FOR {
        std::thread::sleep(Duration::from_millis(1));
        empty = fs::metadata(path).is_ok_and(|about| about.len() == 0);
    }
    empty
}

fn put_new(file: NamedTempFile, path: &Path) -> Result<bool, PersistError> {
    match file.persist_noclobber(path) {
        Ok(_) => Ok(true),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) if error.error.kind() == io::ErrorKind::CrossesDevices => Err(error),
        // Not every file system can do that in one step.
        Err(error) if path.exists() => Err(error),
        Err(error) => error.file.persist(path).map(|_| true),
    }
}

/// Lets the two files change places, and looks at what has come out. If that is not what was read, somebody has saved
/// it an instant ago, and it goes back. `None` where the system cannot do that.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn exchange(staged: &Path, path: &Path, before: &[u8], after: &[u8]) -> Option<io::Result<bool>> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    let exchange = || renameat_with(CWD, staged, CWD, path, RenameFlags::EXCHANGE);
    match exchange() {
        Ok(()) => {}
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => return None,
        Err(Errno::NOENT) => return Some(Ok(false)),
        Err(error) => return Some(Err(error.into())),
    }
    let settle = || {
        let (mut put, mut taken) = (after.to_owned(), fs::read(staged)?);
        if taken == before {
            return Ok(true);
        }
        // What was put comes out again; if it does not, that is newer still, and goes back in its turn.
        loop {
            exchange()?;
            let out = fs::read(staged)?;
            if out == put {
                return Ok(false);
            }
            (put, taken) = (taken, out);
        }
    };
    Some(settle())
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path, _: &[u8], _: &[u8]) -> Option<io::Result<bool>> {
    None
}
