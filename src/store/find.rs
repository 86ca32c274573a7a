//! Which plan is meant, when nobody says.

use std::fs;
use std::path::{Path, PathBuf};

use super::limits::MAX_FILE_BYTES;

/// Why no plan was found.
#[derive(Debug, PartialEq, Eq)]
pub enum FindError {
    /// The folder that was named holds no `plan.yaml`.
    NotAPlan(PathBuf),
    /// No plan here, above or under `plans/`.
    None,
    /// Several under `plans/`; one must be named.
    Several(Vec<PathBuf>),
}

/// The plan's folder: the one named, else the one upwards from `here` that holds `plan.yaml`, else the
/// only one under `plans/` (here or upwards) that is not a sample.
///
/// # Errors
/// When there is none, or more than one to choose from.
pub fn find_plan(named: Option<&Path>, here: &Path) -> Result<PathBuf, FindError> {
    if let Some(folder) = named {
        let folder = if folder.file_name().is_some_and(|name| name == "plan.yaml") {
            folder.parent().unwrap_or(folder)
        } else {
            folder
        };
        return if is_plan(folder) { Ok(folder.to_owned()) } else { Err(FindError::NotAPlan(folder.to_owned())) };
    }
    if let Some(folder) = here.ancestors().find(|folder| is_plan(folder)) {
        return Ok(folder.to_owned());
    }
    match here.ancestors().map(|folder| plans_under(&folder.join("plans"))).find(|plans| !plans.is_empty()) {
        None => Err(FindError::None),
        Some(plans) => match plans.as_slice() {
            [only] => Ok(only.clone()),
            _ => Err(FindError::Several(plans)),
        },
    }
}

fn is_plan(folder: &Path) -> bool {
    folder.join("plan.yaml").exists()
}

/// The plans of a folder that are not samples.
fn plans_under(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    // A hidden folder is one that is just being made.
    let hidden = |path: &PathBuf| path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    let is_real = |path: &PathBuf| !hidden(path) && is_plan(path) && !is_sample(path);
    let mut plans: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_real).collect();
    plans.sort();
    plans
}

/// As much of `plan.yaml` as tells a sample.
#[derive(serde::Deserialize)]
struct Sampled {
    #[serde(default)]
    sample: bool,
}

/// Whether `plan.yaml` calls itself a sample, read without understanding the rest of it.
fn is_sample(plan: &Path) -> bool {
    let path = plan.join("plan.yaml");
    let readable = fs::metadata(&path).is_ok_and(|about| about.is_file() && about.len() <= MAX_FILE_BYTES);
    let text = if readable { fs::read_to_string(path).unwrap_or_default() } else { String::new() };
    serde_yaml::from_str::<Sampled>(&text).is_ok_and(|head| head.sample)
}
