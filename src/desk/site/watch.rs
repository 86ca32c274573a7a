//! Whether a plan's files have changed: by their times and sizes, which cost nothing to look at.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::store::Opened;

/// The files of a plan as they were: path, time of the last change, size.
pub(super) type Seen = Vec<(String, Option<SystemTime>, u64)>;

/// The files that a plan was read from, and those that have come into its folders since.
pub(super) fn seen(folder: &Path, read: &[String]) -> Seen {
    let listed = ["tasks", "progress"].into_iter().flat_map(|name| names(folder, name));
    let mut paths: Vec<String> = read.iter().cloned().chain(listed).collect();
    paths.push("plan.yaml".to_owned());
    paths.sort();
    paths.dedup();
    let about = |path: String| {
        let about = fs::metadata(folder.join(&path)).ok();
        let changed = about.as_ref().and_then(|about| about.modified().ok());
        (path, changed, about.map_or(0, |about| about.len()))
    };
    paths.into_iter().map(about).collect()
}

/// The paths of the files that a plan was read from.
pub(super) fn read_from(opened: &Opened) -> Vec<String> {
    opened.files.iter().map(|file| file.path.clone()).collect()
}

fn names(folder: &Path, subfolder: &str) -> Vec<String> {
    let entries = fs::read_dir(folder.join(subfolder)).into_iter().flatten().filter_map(Result::ok);
    entries.filter_map(|entry| entry.file_name().into_string().ok()).map(|name| format!("{subfolder}/{name}")).collect()
}
