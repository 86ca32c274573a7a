//! What is written beside its place and then moved there: whole or not at all, and nothing of it stays behind, neither when
//! the program is told to end nor, for longer than until the next time, when it is killed.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use tempfile::{Builder, NamedTempFile, TempPath};

use super::leaving::Registered;
use super::rights::{as_in_folder, as_of_old};

/// What all of it is called at first.
const PREFIX: &str = ".workplan-new-";
/// Younger ones may be somebody's who is just about to hold it.
const YOUNG: Duration = Duration::from_secs(60);

/// A file that is not in its place yet.
pub struct FileBeside {
    file: NamedTempFile,
    _registered: Registered,
}

impl FileBeside {
    /// A new file beside that path.
    ///
    /// # Errors
    /// When none can be made there.
    pub fn new(place: &Path) -> io::Result<FileBeside> {
        let folder = folder_of(place);
        sweep(folder);
        let mut registered = None;
        let file = Builder::new().prefix(PREFIX).make_in(folder, |path| {
            registered = Some(Registered::new(path));
            OpenOptions::new().read(true).write(true).create_new(true).open(path)
        })?;
        hold(file.as_file());
        // The one name that could be made was registered last.
        let registered = registered.unwrap_or_else(|| Registered::new(file.path()));
        Ok(FileBeside { file, _registered: registered })
    }

    /// Writes what comes next in it.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    /// Puts it in its place, with these bytes at its end, and with the rights of the file that was there.
    ///
    /// # Errors
    /// When it cannot be written or moved; what was there stays.
    pub fn put(mut self, bytes: &[u8], place: &Path) -> io::Result<()> {
        self.write(bytes)?;
        match place.exists() {
            true => as_of_old(self.file.as_file(), place)?,
            false => as_in_folder(self.file.as_file(), folder_of(place)),
        }
        self.file.as_file().sync_all()?;
        self.file.persist(place).map(drop).map_err(|error| error.error)
    }
}

/// A folder that is not in its place yet.
pub struct FolderBeside {
    path: PathBuf,
    /// Until it is where it belongs, it is deleted with all that is in it.
    moved: bool,
    _held: Option<File>,
    _registered: Registered,
}

impl FolderBeside {
    /// A new folder in that one.
    ///
    /// # Errors
    /// When none can be made there.
    pub fn within(parent: &Path) -> io::Result<FolderBeside> {
        sweep(parent);
        let mut registered = None;
        let made = Builder::new().prefix(PREFIX).make_in(parent, |path| {
            registered = Some(Registered::new(path));
            fs::create_dir(path)
        })?;
        let path = TempPath::keep(made.into_temp_path()).map_err(|error| error.error)?;
        let held = File::open(&path).ok();
        held.iter().for_each(hold);
        let registered = registered.unwrap_or_else(|| Registered::new(&path));
        Ok(FolderBeside { path, moved: false, _held: held, _registered: registered })
    }

    /// Where it is now.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Makes a folder in it, and those above it that are missing; never the whole, which may have been taken away.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn make(&self, inner: &Path) -> io::Result<()> {
        let mut path = self.path.clone();
        for part in inner.components() {
            path.push(part);
            match fs::create_dir(&path) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                made => made?,
            }
        }
        Ok(())
    }

    /// Moves it to its place: an empty folder there gives way, one that somebody filled meanwhile does not.
    ///
    /// # Errors
    /// When it cannot be moved.
    pub fn put(mut self, place: &Path) -> io::Result<()> {
        if cfg!(windows) && place.exists() {
            fs::remove_dir(place)?;
        }
        fs::rename(&self.path, place)?;
        self.moved = true;
        Ok(())
    }
}

impl FolderBeside {
    /// Moves what is in it into the folder in which it stands, `plan.yaml` last: before that there is no plan.
    ///
    /// # Errors
    /// When something cannot be moved; what was is put back.
    pub fn pour(self, folder: &Path) -> io::Result<()> {
        let mut names: Vec<_> =
            fs::read_dir(&self.path)?.map(|entry| entry.map(|entry| entry.file_name())).collect::<io::Result<_>>()?;
        names.sort_by_key(|name| name == "plan.yaml");
        for (at, name) in names.iter().enumerate() {
            if let Err(error) = fs::rename(self.path.join(name), folder.join(name)) {
                for moved in names.iter().take(at) {
                    let _ = fs::rename(folder.join(moved), self.path.join(moved));
                }
                return Err(error);
            }
        }
        Ok(())
    }
}

impl Drop for FolderBeside {
    fn drop(&mut self) {
        if !self.moved {
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

/// The folder that a path lies in.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Others see by this that it is still wanted. Where the system has no locks, its age alone tells.
fn hold(file: &File) {
    let _ = file.try_lock();
}

/// Takes away what killed processes have left in a folder.
fn sweep(folder: &Path) {
    let is_named = |name: &OsStr| name.as_encoded_bytes().starts_with(PREFIX.as_bytes());
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.filter(|entry| is_named(&entry.file_name())).map(|entry| entry.path()) {
        if is_left(&path) {
            // Somebody else's may not be ours to delete.
            let _ = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        }
    }
}

/// Whether nobody wants it any more.
fn is_left(path: &Path) -> bool {
    let Ok(about) = fs::symlink_metadata(path) else { return false };
    let age = about.modified().ok().and_then(|then| SystemTime::now().duration_since(then).ok());
    let ours = about.is_dir() || about.is_file();
    ours && age.is_some_and(|age| age > YOUNG) && File::open(path).is_ok_and(|file| file.try_lock().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_nobody_wants_any_more_is_swept_away() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let long_ago = SystemTime::now() - YOUNG * 2;
        for name in [".workplan-new-old", ".workplan-new-held", "old.csv"] {
            File::create(at(name)).unwrap().set_modified(long_ago).unwrap();
        }
        let held = File::open(at(".workplan-new-held")).unwrap();
        held.lock().unwrap();
        fs::write(at(".workplan-new-young"), "x").unwrap();
        fs::create_dir_all(at(".workplan-new-folder/task")).unwrap();
        File::open(at(".workplan-new-folder")).unwrap().set_modified(long_ago).unwrap();
        FileBeside::new(&at("x.csv")).unwrap().put(b"x", &at("x.csv")).unwrap();
        assert_eq!(names(folder.path()), [".workplan-new-held", ".workplan-new-young", "old.csv", "x.csv"]);
    }

    #[test]
    fn what_is_not_put_in_its_place_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        drop(FileBeside::new(&folder.path().join("x.csv")).unwrap());
        let made = FolderBeside::within(folder.path()).unwrap();
        fs::write(made.path().join("x"), "x").unwrap();
        drop(made);
        assert_eq!(names(folder.path()).len(), 0);
        let made = FolderBeside::within(folder.path()).unwrap();
        fs::write(made.path().join("x"), "x").unwrap();
        made.put(&folder.path().join("site")).unwrap();
        assert_eq!(names(folder.path()), ["site"]);
    }
}
