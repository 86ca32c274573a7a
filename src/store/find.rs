//! Which plan is meant: the one that is named, by its folder or its id, else the one nearby that runs on the day in question.

use std::fs;
use std::path::{Path, PathBuf};

use crate::plan::{Date, Period};
use crate::words::folded;

use super::limits::MAX_FILE_BYTES;

/// Why no plan was found.
#[derive(Debug, PartialEq, Eq)]
pub enum FindError {
    /// What was named is no folder with a `plan.yaml`, and no plan's id.
    NotAPlan(PathBuf),
    /// No plan here, above or under `plans/`.
    None,
    /// Several under `plans/` could be meant; one must be named.
    Several(Vec<PathBuf>),
}

/// The plan's folder: the one named, else the one upwards from `here` that holds `plan.yaml`, else of those under `plans/`
/// (here or upwards) that are no samples, if there are such, the one whose period holds the day; where none does, the last one before it.
///
/// # Errors
/// When there is none, or more than one to choose from.
pub fn find_plan(named: Option<&Path>, here: &Path, day: Date) -> Result<PathBuf, FindError> {
    if let Some(named) = named {
        return find_named(named, here);
    }
    if let Some(folder) = here.ancestors().find(|folder| is_plan(folder)) {
        return Ok(folder.to_owned());
    }
    let under = |folder: &Path| plans_under(&folder.join("plans"));
    let (samples, plans): (Vec<Glance>, Vec<Glance>) = here
        .ancestors()
        .map(under)
        .find(|plans| !plans.is_empty())
        .ok_or(FindError::None)?
        .into_iter()
        .partition(|plan| plan.sample);
    // Where there are none but samples, one of them is meant.
    let plans = if plans.is_empty() { samples } else { plans };
    match plans.as_slice() {
        [only] => Ok(only.folder.clone()),
        _ => on_day(plans, day),
    }
}

/// A folder, its `plan.yaml`, or the id or the folder's name of a plan nearby.
fn find_named(named: &Path, here: &Path) -> Result<PathBuf, FindError> {
    let is_file = named.file_name().is_some_and(|name| name == "plan.yaml");
    let folder = if is_file { named.parent().unwrap_or(named) } else { named };
    let whole = here.join(folder);
    if is_plan(folder) || is_plan(&whole) {
        return Ok(folder.to_owned());
    }
    let Some(wanted) = named.to_str().map(folded) else { return Err(FindError::NotAPlan(folder.to_owned())) };
    let called = |plan: &Glance| {
        let name = plan.folder.file_name().map(|name| name.to_string_lossy().into_owned());
        [name, plan.id.clone()].into_iter().flatten().any(|name| folded(&name) == wanted)
    };
    let nearby = here.ancestors().flat_map(|folder| [folder.to_owned(), folder.join("plans")]).take(NEARBY);
    let found = nearby.map(|folder| plans_under(&folder).into_iter().filter(called).collect::<Vec<_>>());
    match found.into_iter().find(|found| !found.is_empty()).as_deref() {
        None | Some([]) => Err(FindError::NotAPlan(folder.to_owned())),
        Some([only]) => Ok(only.folder.clone()),
        Some(several) => Err(FindError::Several(several.iter().map(|plan| plan.folder.clone()).collect())),
    }
}

/// An id is looked for in so many folders: here and above, each with its `plans/`.
const NEARBY: usize = 12;

/// The plan that runs on a day. A plan that does not say when it runs could be meant on any.
fn on_day(plans: Vec<Glance>, day: Date) -> Result<PathBuf, FindError> {
    let holding: Vec<&Glance> =
        plans.iter().filter(|plan| plan.period.is_none_or(|period| period.contains(day))).collect();
    let past = plans.iter().filter(|plan| plan.period.is_some_and(|period| period.end < day));
    let last = past.max_by_key(|plan| plan.period.map(|period| period.end));
    let first = plans.iter().min_by_key(|plan| plan.period.map(|period| period.start));
    match (holding.as_slice(), last.or(first)) {
        ([only], _) => Ok(only.folder.clone()),
        ([], Some(near)) => {
            let as_near = plans.iter().filter(|plan| plan.period == near.period).count();
            if as_near == 1 { Ok(near.folder.clone()) } else { Err(several(&plans)) }
        }
        _ => Err(several(&plans)),
    }
}

fn several(plans: &[Glance]) -> FindError {
    FindError::Several(plans.iter().map(|plan| plan.folder.clone()).collect())
}

/// Every plan near a folder, samples too: the one in which it lies, those in it, and those under `plans/`, here or upwards.
pub fn plans_near(here: &Path) -> Vec<PathBuf> {
    let own = here.ancestors().find(|folder| is_plan(folder));
    let above = here.ancestors().map(|folder| all_in(&folder.join("plans"))).find(|plans| !plans.is_empty());
    let mut plans: Vec<PathBuf> = own.map(Path::to_owned).into_iter().collect();
    plans.extend(all_in(here));
    plans.extend(above.into_iter().flatten());
    plans.sort();
    plans.dedup();
    plans
}

/// The plan near a folder that has that id; none where several have it.
pub fn plan_of_id(id: &str, here: &Path) -> Option<PathBuf> {
    let near = plans_near(here).into_iter().map(Glance::at);
    let mut called = near.filter(|plan| plan.id.as_deref() == Some(id));
    called.next().filter(|_| called.next().is_none()).map(|plan| plan.folder)
}

fn is_plan(folder: &Path) -> bool {
    folder.join("plan.yaml").exists()
}

/// The plans of a folder, by their names.
fn plans_under(folder: &Path) -> Vec<Glance> {
    let mut plans = all_in(folder);
    plans.sort();
    plans.into_iter().map(Glance::at).collect()
}

/// The folders of a folder's plans.
fn all_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    // A hidden folder is one that is just being made.
    let hidden = |path: &PathBuf| path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    entries.map(|entry| entry.path()).filter(|path| !hidden(path) && is_plan(path)).collect()
}

/// As much of a `plan.yaml` as tells whether its plan is meant.
#[derive(Debug)]
struct Glance {
    folder: PathBuf,
    id: Option<String>,
    period: Option<Period>,
    sample: bool,
}

#[derive(Default, serde::Deserialize)]
struct Said {
    id: Option<String>,
    period: Option<Period>,
    #[serde(default)]
    sample: bool,
}

impl Glance {
    /// Reads `plan.yaml` without understanding the rest of it.
    fn at(folder: PathBuf) -> Glance {
        let path = folder.join("plan.yaml");
        let readable = fs::metadata(&path).is_ok_and(|about| about.is_file() && about.len() <= MAX_FILE_BYTES);
        let text = if readable { fs::read_to_string(path).unwrap_or_default() } else { String::new() };
        let Said { id, period, sample } = serde_yaml::from_str(&text).unwrap_or_default();
        Glance { folder, id, period, sample }
    }
}
