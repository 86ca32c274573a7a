//! Where a plan's files are kept: a folder on the disk, or a revision in git.

use std::fmt;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use super::fault::FaultKind;
use super::limits::MAX_FILE_BYTES;

/// Where a plan's files are kept. Paths are from the plan's folder, with `/`.
pub trait Shelf: fmt::Debug + Send + Sync {
    /// A file's bytes.
    ///
    /// # Errors
    /// When it is not there, is no file, is too large, or lies outside the repository.
    fn bytes(&self, path: &str) -> Result<Vec<u8>, FaultKind>;

    /// How many bytes a file has; 0 where that cannot be told without reading it.
    fn size(&self, path: &str) -> u64;

    /// The names in a folder. One that does not exist holds nothing.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    fn names(&self, folder: &str) -> Result<Vec<Name>, FaultKind>;

    /// Whether there is something of that path, without ever looking outside the repository for it.
    fn whereabouts(&self, path: &str) -> Whereabouts;

    /// The path from the repository's top.
    fn path_from_top(&self, path: &str) -> String;

    /// The plan's folder on the disk; `None` where the files are kept elsewhere.
    fn folder(&self) -> Option<&Path>;

    /// The path as a person is shown it.
    fn shown(&self, path: &str) -> String {
        path.to_owned()
    }
}

/// A name in a folder, or what can be shown of one that is no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// A name.
    Text(String),
    /// As much as can be shown.
    NoText(String),
}

/// Where something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whereabouts {
    /// In the repository.
    There,
    /// Nowhere.
    Missing,
    /// Outside the repository, as written or by a link.
    Outside,
}

/// A folder on the disk.
#[derive(Debug, Clone)]
pub struct Disk {
    /// The plan's folder.
    pub folder: PathBuf,
    /// The folder that paths may not leave.
    pub repository: PathBuf,
}

impl Disk {
    /// The folder, its links followed, and the repository around it.
    pub fn new(folder: &Path) -> Disk {
        let folder = dunce::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        let repository = repository_of(&folder);
        Disk { folder, repository }
    }

    /// Whether a path, its links followed as far as it exists, leaves the repository.
    pub(super) fn leaves(&self, path: &Path) -> bool {
        let real = path.ancestors().find_map(|path| dunce::canonicalize(path).ok());
        real.is_none_or(|real| !real.starts_with(&self.repository))
    }
}

impl Shelf for Disk {
    fn bytes(&self, path: &str) -> Result<Vec<u8>, FaultKind> {
        let unreadable = |error: std::io::Error| match error.kind() {
            std::io::ErrorKind::NotFound => FaultKind::NoSuchFile(path.to_owned()),
            _ => FaultKind::Unreadable((&error).into()),
        };
        let file = self.folder.join(path);
        if self.leaves(&file) {
            return Err(FaultKind::OutsideRepository(path.to_owned()));
        }
        let about = fs::metadata(&file).map_err(unreadable)?;
        if !about.is_file() {
            return Err(FaultKind::NotAFile);
        }
        if about.len() > MAX_FILE_BYTES {
            return Err(FaultKind::TooLarge(about.len()));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0) + 1);
        let reading = File::open(file).map_err(unreadable)?;
        reading.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if length > MAX_FILE_BYTES { Err(FaultKind::TooLarge(length)) } else { Ok(bytes) }
    }

    fn size(&self, path: &str) -> u64 {
        fs::metadata(self.folder.join(path)).map_or(0, |about| about.len())
    }

    fn names(&self, folder: &str) -> Result<Vec<Name>, FaultKind> {
        let listed = self.folder.join(folder);
        if self.leaves(&listed) {
            return Err(FaultKind::OutsideRepository(folder.to_owned()));
        }
        let entries = match fs::read_dir(listed) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(FaultKind::Unreadable((&error).into())),
        };
        let names = entries.map(|entry| match entry.map(|entry| entry.file_name().into_string()) {
            Ok(Ok(name)) => Ok(Name::Text(name)),
            Ok(Err(name)) => Ok(Name::NoText(name.to_string_lossy().into_owned())),
            Err(error) => Err(FaultKind::Unreadable((&error).into())),
        });
        names.collect()
    }

    fn whereabouts(&self, path: &str) -> Whereabouts {
        let Some(written) = resolved(&self.folder, path).filter(|path| path.starts_with(&self.repository)) else {
            return Whereabouts::Outside;
        };
        match dunce::canonicalize(written) {
            Ok(real) if real.starts_with(&self.repository) => Whereabouts::There,
            Ok(_) => Whereabouts::Outside,
            Err(_) if self.leaves(&self.folder.join(path)) => Whereabouts::Outside,
            Err(_) => Whereabouts::Missing,
        }
    }

    fn path_from_top(&self, path: &str) -> String {
        let named = self.folder.join(path);
        let path = dunce::canonicalize(&named).unwrap_or(named);
        let from_top = path.strip_prefix(&self.repository).unwrap_or(&path);
        from_top.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
    }

    fn folder(&self) -> Option<&Path> {
        Some(&self.folder)
    }
}

/// The path with its `..` taken, as it is written and whatever exists.
fn resolved(folder: &Path, path: &str) -> Option<PathBuf> {
    let mut resolved = PathBuf::new();
    for component in folder.join(path).components() {
        match component {
            Component::ParentDir => {
                if !resolved.pop() {
                    return None;
                }
            }
            Component::CurDir => {}
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => resolved.push(component),
        }
    }
    Some(resolved)
}

/// The folder that paths in a plan may not leave: the git repository around it; without one, the folder
/// that holds `plans/`; else the plan's own.
fn repository_of(plan: &Path) -> PathBuf {
    if let Some(top) = plan.ancestors().find(|folder| folder.join(".git").exists()) {
        return top.to_owned();
    }
    match (plan.parent(), plan.parent().and_then(Path::parent)) {
        (Some(plans), Some(top)) if plans.file_name().is_some_and(|name| name == "plans") => top.to_owned(),
        _ => plan.to_owned(),
    }
}
