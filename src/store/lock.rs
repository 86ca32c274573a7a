//! One lock a plan folder. The system releases it when the process that holds it dies, however it dies.

use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::own::{self, OwnError};

const LOCK_FILE: &str = "lock";
/// Whoever waits for the lock holds this one: readers that come later wait behind a writer, so that they cannot keep
/// it out for ever by taking turns.
const TURN_FILE: &str = "turn";
/// How long it is before it is tried again, at first and at most.
const PAUSE: (Duration, Duration) = (Duration::from_millis(1), Duration::from_millis(10));
/// After so long, whoever waits is told.
const TELL_AFTER: Duration = Duration::from_secs(1);

/// A plan folder, held: by one writer alone, or by readers together.
#[derive(Debug)]
pub struct Lock {
    /// The plan's folder.
    pub(super) folder: PathBuf,
    /// Dropping it releases the lock.
    _file: File,
}

/// Why a folder could not be held.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Another process held it all the time.
    #[error("another process holds the plan's folder")]
    Busy,
    /// The folder cannot be written to.
    #[error("the plan's folder cannot be written to")]
    Unwritable(#[source] io::Error),
    /// Something stands in the place of the program's own folder, or of a file in it, that is none: a link, a pipe.
    /// Its name from the plan's folder.
    #[error("{0} was not put there by this program")]
    NotOurs(String),
}

impl From<OwnError> for LockError {
    fn from(error: OwnError) -> LockError {
        match error {
            OwnError::NotOurs(name) => LockError::NotOurs(name),
            OwnError::Io(error) => LockError::Unwritable(error),
        }
    }
}

impl Lock {
    /// Waits until no other process holds the folder, and holds it alone. `tell` is called once, when that takes
    /// longer than a second.
    ///
    /// # Errors
    /// When it is still held after `patience`, or the folder cannot be written to.
    pub fn alone(folder: &Path, patience: Duration, tell: &mut dyn FnMut()) -> Result<Lock, LockError> {
        let own = own::prepare(folder)?;
        let mut wait = Wait { started: Instant::now(), patience, tell: Some(tell) };
        let turn = own::open(&own, TURN_FILE)?;
        wait.until(|| turn.try_lock())?;
        loop {
            let file = own::open(&own, LOCK_FILE)?;
            wait.until(|| file.try_lock())?;
            // Whoever cleans the folder may have taken the file away in the meantime; then it locks nothing.
            if is_still_there(&file, &own.join(LOCK_FILE)) {
                return Ok(Lock { folder: folder.to_owned(), _file: file });
            }
        }
    }

    /// Holds the folder together with other readers, so that no change is half done while it is read. `None`
    /// where nobody ever wrote, where the system has no locks, or where a writer does not end in time: reading
    /// changes nothing, so it goes on.
    pub fn shared(folder: &Path, patience: Duration) -> Option<Lock> {
        let mut wait = Wait { started: Instant::now(), patience, tell: None };
        let turn = own::open_to_read(folder, TURN_FILE)?;
        wait.until(|| turn.try_lock_shared()).ok()?;
        let file = own::open_to_read(folder, LOCK_FILE)?;
        wait.until(|| file.try_lock_shared()).ok()?;
        Some(Lock { folder: folder.to_owned(), _file: file })
    }
}

/// Waiting for a lock.
struct Wait<'t> {
    started: Instant,
    patience: Duration,
    /// Whom to tell; nobody twice.
    tell: Option<&'t mut dyn FnMut()>,
}

impl Wait<'_> {
    /// Tries until it goes well or the patience is at its end.
    fn until(&mut self, attempt: impl Fn() -> Result<(), TryLockError>) -> Result<(), LockError> {
        let (mut pause, longest) = PAUSE;
        loop {
            match attempt() {
                Ok(()) => return Ok(()),
                Err(TryLockError::Error(error)) => return Err(LockError::Unwritable(error)),
                Err(TryLockError::WouldBlock) => {}
            }
            let waited = self.started.elapsed();
            if waited >= self.patience {
                return Err(LockError::Busy);
            }
            if waited >= TELL_AFTER
                && let Some(tell) = self.tell.take()
            {
                tell();
            }
            std::thread::sleep(pause.min(self.patience.saturating_sub(waited)));
            pause = (pause * 2).min(longest);
        }
    }
}

#[cfg(unix)]
fn is_still_there(file: &File, path: &Path) -> bool {
    use std::fs;
    use std::os::unix::fs::MetadataExt;

    let identity = |about: fs::Metadata| (about.dev(), about.ino());
    match (file.metadata(), fs::metadata(path)) {
        (Ok(held), Ok(there)) => identity(held) == identity(there),
        _ => false,
    }
}

/// Elsewhere an open file cannot be taken away.
#[cfg(not(unix))]
fn is_still_there(_: &File, _: &Path) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const SOON: Duration = Duration::from_millis(30);

    #[test]
    fn a_folder_is_held_by_one_writer_or_by_readers() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        assert!(Lock::shared(path, SOON).is_none(), "nobody ever wrote");
        let alone = |path: &Path| Lock::alone(path, SOON, &mut || {});
        let writer = alone(path).unwrap();
        assert!(matches!(alone(path), Err(LockError::Busy)));
        assert!(Lock::shared(path, SOON).is_none());
        drop(writer);
        let readers = (Lock::shared(path, SOON).unwrap(), Lock::shared(path, SOON).unwrap());
        assert!(matches!(alone(path), Err(LockError::Busy)));
        drop(readers);
        assert!(alone(path).is_ok());
    }

    #[test]
    fn readers_that_come_later_wait_behind_a_writer() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        drop(Lock::alone(path, SOON, &mut || {}).unwrap());
        let reader = Lock::shared(path, SOON).unwrap();
        std::thread::scope(|scope| {
            let writer = scope.spawn(|| Lock::alone(path, Duration::from_secs(60), &mut || {}).map(drop));
            while Lock::shared(path, Duration::ZERO).is_some() {
                assert!(!writer.is_finished(), "it waits for the first reader");
            }
            drop(reader);
            assert!(writer.join().unwrap().is_ok());
        });
        assert!(Lock::shared(path, SOON).is_some());
    }

    #[test]
    fn a_lock_on_a_file_that_was_taken_away_locks_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let first = Lock::alone(folder.path(), SOON, &mut || {}).unwrap();
        fs::remove_dir_all(folder.path().join(own::OWN_FOLDER)).unwrap();
        let second = Lock::alone(folder.path(), SOON, &mut || {}).unwrap();
        drop((first, second));
    }

    #[test]
    fn whoever_waits_long_is_told_once() {
        let folder = tempfile::tempdir().unwrap();
        let held = Lock::alone(folder.path(), SOON, &mut || {}).unwrap();
        let mut told = 0;
        let patience = TELL_AFTER + Duration::from_millis(200);
        assert!(Lock::alone(folder.path(), patience, &mut || told += 1).is_err());
        assert_eq!(told, 1);
        drop(held);
    }
}
