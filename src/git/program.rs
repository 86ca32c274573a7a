//! Running the git program.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};

use super::GitError;

/// What a repository that came from elsewhere may not make git start: its hooks, its watcher of files, its pager.
const NOTHING_STARTED: [&str; 3] = ["core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat"];

/// A git command in a folder, speaking to a program rather than to a person. It reads what is there: nothing is fetched,
/// and nothing runs that the repository's own settings name.
pub(super) fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    // Within a hook, git names the repository, and takes the folder that it is started in for the top of the work tree.
    // Looked for from the folder, the repository is the same, and its top is known.
    if std::env::var_os("GIT_WORK_TREE").is_none() {
        command.env_remove("GIT_DIR");
    }
    command.arg("-C").arg(folder);
    command.args(NOTHING_STARTED.iter().flat_map(|setting| ["-c", setting]));
    command.env("GIT_OPTIONAL_LOCKS", "0").env("LC_ALL", "C.UTF-8").stdin(Stdio::null());
    // An older git knows nothing of the first, and may use no way to fetch by the second.
    command.env("GIT_NO_LAZY_FETCH", "1").env("GIT_ALLOW_PROTOCOL", "none").env("GIT_TERMINAL_PROMPT", "0");
    command.env_remove("GIT_EXTERNAL_DIFF");
    command
}

/// What a git command prints.
///
/// # Errors
/// When there is no git, or it refuses.
pub(super) fn output(mut command: Command) -> Result<Vec<u8>, GitError> {
    let output = command.output().map_err(GitError::NoGit)?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(GitError::Refused(String::from_utf8_lossy(&output.stderr).trim().to_owned()))
}

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
