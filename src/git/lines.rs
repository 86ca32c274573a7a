//! Git's own merge of lines.

use std::ffi::OsString;
use std::path::Path;

use super::GitError;
use super::program::git;

/// What git makes of a base and two sides, and whether conflicts are left in it; `None` where it cannot merge them.
///
/// # Errors
/// When there is no git program.
pub fn merge_lines(files: [&Path; 3], marker_size: u8) -> Result<Option<(Vec<u8>, bool)>, GitError> {
    let [base, ours, theirs] = files;
    let mut command = git(Path::new("."));
    command.args(["merge-file", "-p", "--marker-size", &marker_size.to_string()]);
    command.args(["-L", "ours", "-L", "base", "-L", "theirs", "--"]);
    command.args([ours, base, theirs].map(|path| OsString::from(path.as_os_str())));
    let output = command.output().map_err(GitError::NoGit)?;
    // The status counts the conflicts, up to 127.
    Ok(match output.status.code() {
        Some(conflicts @ 0..=127) => Some((output.stdout, conflicts > 0)),
        Some(_) | None => None,
    })
}
