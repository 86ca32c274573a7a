//! The changes that commands have made here, the last ones: so that they can be taken back. Where they cannot be kept, a change
//! is none the less made; it cannot be taken back then.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::change::{Change, own};
use super::lock::Lock;
use super::own::{There, file_at, folder_at};
use super::place::new_file;
use super::rights::make_folder;

const FOLDER: &str = "done";
/// So many changes are kept, and no more bytes than that.
const MOST: usize = 50;
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// A change that was made.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Done {
    /// What it was, in words for a person.
    pub what: String,
    /// When it was made, in seconds since 1970 by this machine's clock.
    pub at: i64,
    /// The files, as they were and as they became.
    pub changes: Vec<Change>,
}

/// A change that is kept, and under which number.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Its number: later ones have higher ones.
    pub number: u64,
    /// The change.
    pub done: Done,
}

/// Keeps a change. Those that are too many or too old go.
pub(super) fn keep(lock: &Lock, what: &str, changes: &[Change]) {
    let at = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let done = Done { what: what.to_owned(), at: i64::try_from(at).unwrap_or(0), changes: changes.to_vec() };
    let Some(folder) = ours(lock).or_else(|| make(lock)) else { return };
    let mut numbers = numbers(&folder);
    let next = numbers.last().map_or(1, |last| last.saturating_add(1));
    if write(lock, &folder.join(name(next)), &done).is_some() {
        numbers.push(next);
    }
    let size = |number: u64| fs::metadata(folder.join(name(number))).map_or(0, |about| about.len());
    let mut bytes = 0;
    for (at, number) in numbers.iter().rev().enumerate() {
        bytes += size(*number);
        if at >= MOST || bytes > MOST_BYTES {
            let _ = fs::remove_file(folder.join(name(*number)));
        }
    }
}

/// The changes that are kept, the last one first.
pub fn kept(lock: &Lock) -> Vec<Kept> {
    let Some(folder) = ours(lock) else { return Vec::new() };
    let read = |number: u64| {
        let path = folder.join(name(number));
        let text = (file_at(&path) == There::Ours).then(|| fs::read(&path).ok()).flatten()?;
        Some(Kept { number, done: serde_json::from_slice(&text).ok()? })
    };
    numbers(&folder).into_iter().rev().filter_map(read).collect()
}

/// Forgets a change: it was taken back.
pub(super) fn forget(lock: &Lock, number: u64) {
    if let Some(folder) = ours(lock) {
        let _ = fs::remove_file(folder.join(name(number)));
    }
}

fn ours(lock: &Lock) -> Option<PathBuf> {
    let folder = own(lock).join(FOLDER);
    (folder_at(&folder) == There::Ours).then_some(folder)
}

fn make(lock: &Lock) -> Option<PathBuf> {
    let folder = own(lock).join(FOLDER);
    (folder_at(&folder) == There::Nothing && make_folder(&folder).is_ok()).then_some(folder)
}

fn name(number: u64) -> String {
    format!("{number:08}.json")
}

fn numbers(folder: &Path) -> Vec<u64> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let number = |file: fs::DirEntry| file.file_name().to_str()?.strip_suffix(".json")?.parse().ok();
    let mut numbers: Vec<u64> = files.filter_map(number).collect();
    numbers.sort_unstable();
    numbers
}

fn write(lock: &Lock, path: &Path, done: &Done) -> Option<()> {
    let text = serde_json::to_vec(done).ok()?;
    // What a killed command leaves there is swept away.
    let mut file = new_file().tempfile_in(own(lock)).ok()?;
    file.write_all(&text).ok()?;
    file.persist(path).ok().map(drop)
}
