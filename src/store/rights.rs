//! Whose a new file is, and who may write to it: as with the file that it replaces, or as in the folder in which it is
//! new. So everybody who shares a plan's folder can go on writing to it, whatever each one's own settings are.

use std::fs::{self, File};
use std::io;
use std::path::Path;

/// Gives a file the owner (where the system lets us), the group, the rights and the access list of the one that it replaces.
///
/// # Errors
/// When the system does not let the rights be set.
pub(super) fn as_of_old(file: &File, old: &Path) -> io::Result<()> {
    let about = fs::metadata(old)?;
    give(file, &about);
    file.set_permissions(about.permissions())?;
    copy_access_list(file, old);
    Ok(())
}

/// Gives a new file the group of its folder, and lets the group write where it may write to the folder.
pub(super) fn as_in_folder(file: &File, folder: &Path) {
    if let Ok(about) = fs::metadata(folder) {
        share(file, &about);
    }
}

/// Makes a folder and those above it that are missing, each shared as the one in which it is new.
///
/// # Errors
/// When one cannot be made.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let above = folder.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    make_folder(above)?;
    match fs::create_dir(folder) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => return Ok(()),
        Err(error) => return Err(error),
    }
    if let (Ok(made), Ok(about)) = (File::open(folder), fs::metadata(above)) {
        share(&made, &about);
    }
    Ok(())
}

#[cfg(unix)]
fn give(file: &File, about: &fs::Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    // Only the system's administrator may give a file away; a member of the group may give it the group.
    if fchown(file, Some(about.uid()), Some(about.gid())).is_err() {
        let _ = fchown(file, None, Some(about.gid()));
    }
}

/// The bits of the rights: the group's, and whether what is new in a folder is its group's.
#[cfg(unix)]
const GROUP: u32 = 0o060;
#[cfg(unix)]
const GROUP_WRITES: u32 = 0o020;
#[cfg(unix)]
const GROUP_ENTERS: u32 = 0o010;
#[cfg(unix)]
const GROUP_STAYS: u32 = 0o2000;

#[cfg(unix)]
fn share(made: &File, folder: &fs::Metadata) {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let Ok(about) = made.metadata() else { return };
    let shared = folder.mode() & GROUP_WRITES != 0;
    if !shared || (about.gid() != folder.gid() && fchown(made, None, Some(folder.gid())).is_err()) {
        return;
    }
    let inherited = if about.is_dir() { folder.mode() & GROUP_STAYS | GROUP_ENTERS } else { 0 };
    let mode = about.mode() | folder.mode() & GROUP | inherited;
    if mode != about.mode() {
        // Somebody else's file is as they have made it.
        let _ = made.set_permissions(fs::Permissions::from_mode(mode & 0o7777));
    }
}

#[cfg(not(unix))]
fn give(_: &File, _: &fs::Metadata) {}

#[cfg(not(unix))]
fn share(_: &File, _: &fs::Metadata) {}

/// What the rights alone do not say: who else may read and write a file.
#[cfg(target_os = "linux")]
fn copy_access_list(file: &File, old: &Path) {
    const LIST: &str = "system.posix_acl_access";
    /// A list has eight bytes for each that it names.
    const LONGEST: usize = 64 * 1024;
    let mut list = vec![0; LONGEST];
    if let Ok(length) = rustix::fs::getxattr(old, LIST, &mut list[..]) {
        let list = list.get(..length).unwrap_or(&[]);
        let _ = rustix::fs::fsetxattr(file, LIST, list, rustix::fs::XattrFlags::empty());
    }
}

#[cfg(not(target_os = "linux"))]
fn copy_access_list(_: &File, _: &Path) {}
