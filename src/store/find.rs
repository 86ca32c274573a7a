//! Which plan is meant: the one that is named, by its folder or its id, else the one nearby that runs on the day in question.

use std::collections::HashSet;
use std::fs;
use std::io::ErrorKind;
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

/// Why there are no plans below a folder that was named.
#[derive(Debug, PartialEq, Eq)]
pub enum BelowError {
    /// It is no folder.
    NotAFolder(PathBuf),
    /// No folder in it holds a `plan.yaml`.
    NoPlan(PathBuf),
    /// The same, and there are links in it, which are passed over.
    OnlyLinks(PathBuf),
    /// There are none but samples, which are meant only where their own folder is named.
    OnlySamples(PathBuf),
}

impl BelowError {
    /// The folder that was named.
    pub fn root(&self) -> &Path {
        match self {
            BelowError::NotAFolder(root)
            | BelowError::NoPlan(root)
            | BelowError::OnlyLinks(root)
            | BelowError::OnlySamples(root) => root,
        }
    }
}

/// What stands below some folders.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Below {
    /// The folders of plans.
    pub plans: Vec<PathBuf>,
    /// Repositories without files of their own, in which plans may be.
    pub bare: Vec<PathBuf>,
    /// Why some of the folders that were named hold no plan.
    pub without: Vec<BelowError>,
}

/// Every plan in those folders or below them, however deep, also below another plan, in the order of their paths and each once.
/// Hidden folders, links and [what is a plan's own](is_passed_over) are passed over, and a sample is meant only where its own
/// folder is named. A folder that cannot be listed may hold plans: it stands in the list, and whoever opens it is told why it
/// cannot be read. Bare repositories stand beside them: what is in those git alone can say. A folder without a plan beside others
/// that have some is told.
///
/// # Errors
/// When one of the folders is none, or none of them holds a plan.
pub fn plans_below(roots: &[PathBuf]) -> Result<Below, BelowError> {
    let mut met = HashSet::new();
    let mut found = Below::default();
    for root in roots {
        if !root.is_dir() {
            return Err(BelowError::NotAFolder(root.clone()));
        }
        let AllBelow { plans, bare, links } = all_below(root);
        let is_meant = |folder: &&PathBuf| *folder == root || !is_sample(folder);
        let meant: Vec<&PathBuf> = plans.iter().filter(is_meant).collect();
        if meant.is_empty() && bare.is_empty() {
            let error = match (plans.is_empty(), links) {
                (false, _) => BelowError::OnlySamples,
                (true, true) => BelowError::OnlyLinks,
                (true, false) => BelowError::NoPlan,
            };
            found.without.push(error(root.clone()));
            continue;
        }
        let real = dunce::canonicalize(root).unwrap_or_else(|_| root.clone());
        let mut once = |folder: &&PathBuf| met.insert(real.join(folder.strip_prefix(root).unwrap_or(folder)));
        found.plans.extend(meant.into_iter().filter(&mut once).map(|folder| plain(folder)));
        found.bare.extend(bare.iter().filter(&mut once).map(|folder| plain(folder)));
    }
    if found.plans.is_empty() && found.bare.is_empty() && !found.without.is_empty() {
        return Err(found.without.swap_remove(0));
    }
    found.plans.sort();
    found.bare.sort();
    Ok(found)
}

/// Whether a folder of that name is passed over where plans are looked for: a hidden one, and within a plan what holds its own files.
pub fn is_passed_over(name: &str, in_plan: bool) -> bool {
    name.starts_with('.') || in_plan && OWN_FOLDERS.contains(&name)
}

/// The folders of a plan in which its own files are.
const OWN_FOLDERS: [&str; 4] = ["tasks", "progress", "notices", "source"];

/// What a walk below a folder has met.
struct AllBelow {
    /// The folders that hold a plan, or cannot be listed.
    plans: Vec<PathBuf>,
    bare: Vec<PathBuf>,
    /// Whether any link was passed over.
    links: bool,
}

fn all_below(root: &Path) -> AllBelow {
    let mut found = AllBelow { plans: Vec::new(), bare: Vec::new(), links: false };
    let mut ahead = vec![root.to_owned()];
    while let Some(folder) = ahead.pop() {
        let in_plan = is_plan(&folder);
        if !in_plan && is_bare(&folder) {
            found.bare.push(folder);
            continue;
        }
        match fs::read_dir(&folder) {
            Ok(entries) => {
                for entry in entries.filter_map(Result::ok) {
                    let Ok(kind) = entry.file_type() else { continue };
                    found.links |= kind.is_symlink();
                    if kind.is_dir() && !is_passed_over(&entry.file_name().to_string_lossy(), in_plan) {
                        ahead.push(entry.path());
                    }
                }
            }
            Err(error) if in_plan || error.kind() == ErrorKind::NotFound => {}
            Err(_) => found.plans.push(folder.clone()),
        }
        if in_plan {
            found.plans.push(folder);
        }
    }
    found
}

/// Whether a folder is a repository without files of its own.
fn is_bare(folder: &Path) -> bool {
    folder.join("HEAD").is_file() && ["objects", "refs"].iter().all(|part| folder.join(part).is_dir())
}

/// A path without `./` before it.
fn plain(folder: &Path) -> PathBuf {
    folder.strip_prefix(".").ok().filter(|rest| !rest.as_os_str().is_empty()).unwrap_or(folder).to_owned()
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
    entries.map(|entry| entry.path()).filter(|path| !is_hidden(path) && is_plan(path)).collect()
}

/// A hidden folder is one that is just being made, or somebody else's.
fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// Whether a plan says that it is a sample. Of most, a look at the text tells that it says nothing of the kind.
fn is_sample(folder: &Path) -> bool {
    let text = head_text(folder);
    text.contains("sample") && said_in(&text).sample
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
        let Said { id, period, sample } = said_in(&head_text(&folder));
        Glance { folder, id, period, sample }
    }
}

/// The text of `plan.yaml`; none where it cannot be read.
fn head_text(folder: &Path) -> String {
    let path = folder.join("plan.yaml");
    let readable = fs::metadata(&path).is_ok_and(|about| about.is_file() && about.len() <= MAX_FILE_BYTES);
    if readable { fs::read_to_string(path).unwrap_or_default() } else { String::new() }
}

fn said_in(text: &str) -> Said {
    serde_yaml::from_str(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    #[test]
    fn plans_below_folders_stand_in_order_and_once() {
        let at = folder(&[
            ("city/b/plan.yaml", "id: b\n"),
            ("city/a/deep/plan/plan.yaml", "id: a # no sample\n"),
            ("city/a/deep/plan/towns/x/plan.yaml", "id: below another\n"),
            ("city/a/deep/plan/source/old/plan.yaml", "id: within\n"),
            ("city/a/deep/plan/tasks/old/plan.yaml", "id: within\n"),
            ("city/source/plan.yaml", "id: of that name\n"),
            ("city/.hidden/plan.yaml", "id: hidden\n"),
            ("city/sample/plan.yaml", "id: sample\nsample: true\n"),
            ("city/broken/plan.yaml", "id: [\n"),
            ("empty/notes.txt", ""),
        ]);
        let root = |path: &str| at.path().join(path);
        let below = |roots: &[&str]| {
            let roots: Vec<PathBuf> = roots.iter().map(|path| root(path)).collect();
            let Below { plans, .. } = plans_below(&roots)?;
            let inside = |path: &PathBuf| path.strip_prefix(at.path()).unwrap().display().to_string();
            Ok(plans.iter().map(inside).collect::<Vec<_>>())
        };
        let city = ["city/a/deep/plan", "city/a/deep/plan/towns/x", "city/b", "city/broken", "city/source"]
            .map(str::to_owned)
            .to_vec();
        assert_eq!(below(&["city"]), Ok(city.clone()));
        assert_eq!(below(&["city/b", "city", "city/a"]), Ok(city.clone()), "each once, wherever it was found first");
        let mut with_sample = [city.clone(), vec!["city/sample".to_owned()]].concat();
        with_sample.sort();
        assert_eq!(below(&["city", "city/sample"]), Ok(with_sample), "the sample's own folder is named");
        assert_eq!(below(&["city/b"]), Ok(vec!["city/b".to_owned()]), "a plan's own folder");
        assert_eq!(below(&["city", "empty"]), Ok(city), "what is there is found");
        let Below { without, .. } = plans_below(&[root("city"), root("empty")]).unwrap();
        assert_eq!(without, [BelowError::NoPlan(root("empty"))], "and what is not is told");
        assert_eq!(below(&["empty"]), Err(BelowError::NoPlan(root("empty"))));
        assert_eq!(below(&["nowhere"]), Err(BelowError::NotAFolder(root("nowhere"))));
        fs::rename(root("city/sample"), root("empty/sample")).unwrap();
        assert_eq!(below(&["empty"]), Err(BelowError::OnlySamples(root("empty"))));
    }

    #[cfg(unix)]
    #[test]
    fn links_are_passed_over_and_what_cannot_be_listed_is_not() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let at = folder(&[("a/plan.yaml", ""), ("shut/b/plan.yaml", "")]);
        symlink(at.path(), at.path().join("link")).unwrap();
        let shut = at.path().join("shut");
        fs::set_permissions(&shut, fs::Permissions::from_mode(0o000)).unwrap();
        let listable = fs::read_dir(&shut).is_ok();
        let Below { plans, .. } = plans_below(&[at.path().to_owned()]).unwrap();
        fs::set_permissions(&shut, fs::Permissions::from_mode(0o700)).unwrap();
        // Whoever may read everything sees the plan in it.
        let second = if listable { shut.join("b") } else { shut };
        assert_eq!(plans, [at.path().join("a"), second]);
        let only = at.path().join("only");
        fs::create_dir(&only).unwrap();
        symlink(at.path().join("a"), only.join("a")).unwrap();
        assert_eq!(plans_below(std::slice::from_ref(&only)), Err(BelowError::OnlyLinks(only)));
    }
}
