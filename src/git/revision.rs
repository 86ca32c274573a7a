//! A plan as a revision holds it.

use std::path::Path;
use std::sync::Arc;

use super::GitError;
use super::objects::{ObjectKind, TreeEntry};
use super::repository::{Commit, Repository};
use crate::store::{FaultKind, MAX_FILE_BYTES, Name, Opened, Shelf, Whereabouts, open_from};
use crate::words::Refusal;

/// The plan's files in a revision.
#[derive(Debug, Clone)]
pub struct Revision {
    /// Where it is.
    pub repository: Repository,
    /// The revision.
    pub commit: Commit,
    /// The plan's folder in it, from the top; empty where the plan is the whole repository.
    pub root: String,
}

/// The mode of another repository's place: what it holds is there, not here.
const REPOSITORY: &str = "160000";

/// So many links are followed after one another.
const MOST_LINKS: usize = 16;

/// Reads the plan as a revision holds it.
pub fn read_revision(revision: &Revision) -> Opened {
    // Whatever goes wrong here goes wrong again, and is said, when the files are read.
    let _ = revision.ask_ahead();
    open_from(Box::new(revision.clone()))
}

/// As much of `plan.yaml` as tells which plan it is; nothing where it cannot be read.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Identity {
    id: String,
    sample: bool,
}

/// What has a path in a revision.
enum Found {
    Entry(TreeEntry),
    Missing,
    Outside,
}

impl Revision {
    /// The plan of that folder in a commit; where it was not there yet or any more, the plan of that id, wherever it
    /// was then.
    ///
    /// # Errors
    /// When the commit holds no such plan. `asked` is how the commit was asked for.
    pub fn of(
        repository: &Repository,
        commit: Commit,
        folder: &str,
        id: Option<&str>,
        asked: &str,
    ) -> Result<Revision, GitError> {
        let there = |root: &str| Revision {
            repository: repository.clone(),
            commit: commit.clone(),
            root: root.trim_matches('/').to_owned(),
        };
        let named = there(folder);
        let here = named.identity()?;
        if here.as_ref().is_some_and(|here| id.is_none_or(|id| id == here.id)) {
            return Ok(named);
        }
        let mut plans = Vec::new();
        for root in named.plan_folders()? {
            let revision = there(&root);
            // Without an id to go by, a sample is no plan that anybody means.
            let is_meant = |found: &Identity| id.map_or(!found.sample, |id| id == found.id);
            if revision.identity()?.as_ref().is_some_and(is_meant) {
                plans.push(revision);
            }
        }
        match (plans.len(), here) {
            (1, _) => plans.pop().ok_or(GitError::Garbled),
            // It calls itself something else now, and stands where it stood.
            (_, Some(_)) => Ok(named),
            (0, None) => Err(GitError::NoPlan { revision: asked.to_owned() }),
            (_, None) => Err(GitError::SeveralPlans(plans.into_iter().map(|plan| plan.root).collect())),
        }
    }

    /// The folders of all plans in a commit, and whether each is a sample.
    ///
    /// # Errors
    /// When git refuses.
    pub fn plans(repository: &Repository, commit: &Commit) -> Result<Vec<(String, bool)>, GitError> {
        let there = |root: String| Revision { repository: repository.clone(), commit: commit.clone(), root };
        let folders = there(String::new()).plan_folders()?;
        let of = |root: String| {
            let sample = there(root.clone()).identity()?.is_some_and(|found| found.sample);
            Ok((root, sample))
        };
        folders.into_iter().map(of).collect()
    }

    /// What `plan.yaml` calls itself, if it is there.
    fn identity(&self) -> Result<Option<Identity>, GitError> {
        let Found::Entry(entry) = self.find("plan.yaml")? else { return Ok(None) };
        if entry.mode == REPOSITORY {
            return Ok(None);
        }
        let object = self.repository.objects.named(&entry.id)?;
        if object.kind != ObjectKind::Blob {
            return Ok(None);
        }
        let text = String::from_utf8_lossy(&object.bytes);
        Ok(Some(serde_yaml::from_str(&text).unwrap_or_default()))
    }

    /// Every folder of the commit that holds a `plan.yaml`.
    fn plan_folders(&self) -> Result<Vec<String>, GitError> {
        let said = self.repository.ask(&["ls-tree", "-r", "-z", "--name-only", "--full-tree", &self.commit.tree])?;
        let paths = said.split(|byte| *byte == 0).map(String::from_utf8_lossy);
        let folders = paths.filter_map(|path| match path.as_ref() {
            "plan.yaml" => Some(String::new()),
            path => path.strip_suffix("/plan.yaml").map(str::to_owned),
        });
        Ok(folders.collect())
    }

    /// What the plan's folder holds; `None` where there is no such folder.
    pub(super) fn folder_entries(&self) -> Result<Option<Arc<Vec<TreeEntry>>>, GitError> {
        let parts: Vec<String> = parts_of(&self.root).map(str::to_owned).collect();
        match self.entry(&parts)? {
            Some(entry) => self.repository.objects.tree(&entry.id),
            None => Ok(None),
        }
    }

    /// The plan's folder to git. Of a name that is no text, what it is shown as is looked for, with anything in the place of what
    /// cannot be shown.
    pub(super) fn pathspec(&self) -> String {
        let root = self.root.as_str();
        if root.is_empty() {
            return ".".to_owned();
        }
        if !root.contains(char::REPLACEMENT_CHARACTER) {
            return format!(":(top,literal){root}");
        }
        let mut pattern = ":(top,glob)".to_owned();
        for c in root.chars() {
            match c {
                char::REPLACEMENT_CHARACTER => pattern.push('*'),
                '*' | '?' | '[' | '\\' => pattern.extend(['\\', c]),
                c => pattern.push(c),
            }
        }
        format!("{pattern}/**")
    }

    /// Asks git at once for what will be read: `plan.yaml`, the tasks, the journal and the notices.
    fn ask_ahead(&self) -> Result<(), GitError> {
        let objects = &self.repository.objects;
        let Some(root) = self.folder_entries()? else { return Ok(()) };
        let is_list = |entry: &&TreeEntry| matches!(entry.name.as_slice(), b"tasks" | b"progress" | b"notices");
        objects.fetch(root.iter().filter(is_list).map(|entry| entry.id.clone()))?;
        let mut files: Vec<String> =
            root.iter().filter(|entry| entry.name == b"plan.yaml").map(|entry| entry.id.clone()).collect();
        for folder in root.iter().filter(is_list) {
            let entries = objects.tree(&folder.id)?;
            files.extend(entries.iter().flat_map(|tree| tree.iter()).map(|entry| entry.id.clone()));
        }
        objects.fetch(files)
    }

    /// What has a path, from the plan's folder, links followed.
    fn find(&self, path: &str) -> Result<Found, GitError> {
        let mut parts: Vec<String> = parts_of(&self.root).map(str::to_owned).collect();
        let mut ahead: Vec<String> = parts_of(path).rev().map(str::to_owned).collect();
        if path.starts_with('/') {
            return Ok(Found::Outside);
        }
        let mut links = 0;
        let mut here = self.entry(&parts)?;
        while let Some(part) = ahead.pop() {
            if part == ".." {
                if parts.pop().is_none() {
                    return Ok(Found::Outside);
                }
                here = self.entry(&parts)?;
                continue;
            }
            parts.push(part);
            here = self.entry(&parts)?;
            let Some(entry) = here.as_ref().filter(|entry| entry.mode == "120000") else {
                if here.is_none() && !ahead.iter().any(|part| part == "..") {
                    return Ok(Found::Missing);
                }
                continue;
            };
            links += 1;
            let target = self.repository.objects.named(&entry.id)?.bytes;
            let target = String::from_utf8_lossy(&target).into_owned();
            if links > MOST_LINKS {
                return Ok(Found::Missing);
            }
            if target.starts_with('/') {
                return Ok(Found::Outside);
            }
            parts.pop();
            ahead.extend(parts_of(&target).rev().map(str::to_owned));
            here = self.entry(&parts)?;
        }
        Ok(here.map_or(Found::Missing, Found::Entry))
    }

    /// What has a path from the top, no link followed.
    fn entry(&self, parts: &[String]) -> Result<Option<TreeEntry>, GitError> {
        let mut here = TreeEntry { name: Vec::new(), id: self.commit.tree.clone(), mode: "40000".to_owned() };
        for part in parts {
            if here.mode != "40000" {
                return Ok(None);
            }
            let Some(tree) = self.repository.objects.tree(&here.id)? else { return Ok(None) };
            match named(&tree, part) {
                Some(entry) => here = entry.clone(),
                None => return Ok(None),
            }
        }
        Ok(Some(here))
    }
}

/// What has a name in a folder. Of a name that is no text, a path holds what it is shown as.
fn named<'t>(tree: &'t [TreeEntry], part: &str) -> Option<&'t TreeEntry> {
    let exact = tree.iter().find(|entry| entry.name == part.as_bytes());
    let shown = |entry: &&TreeEntry| String::from_utf8_lossy(&entry.name) == part;
    exact.or_else(|| tree.iter().find(shown).filter(|_| part.contains(char::REPLACEMENT_CHARACTER)))
}

/// The parts of a path, without those that say nothing.
fn parts_of(path: &str) -> impl DoubleEndedIterator<Item = &str> {
    path.split('/').filter(|part| !part.is_empty() && *part != ".")
}

fn unreadable(error: GitError) -> FaultKind {
    let is_missing = matches!(error, GitError::NotFetched);
    FaultKind::Unreadable(if is_missing { Refusal::NotFetched } else { Refusal::Git })
}

impl Shelf for Revision {
    fn bytes(&self, path: &str) -> Result<Vec<u8>, FaultKind> {
        let entry = match self.find(path).map_err(unreadable)? {
            Found::Entry(entry) => entry,
            Found::Missing => return Err(FaultKind::NoSuchFile(path.to_owned())),
            Found::Outside => return Err(FaultKind::OutsideRepository(path.to_owned())),
        };
        if entry.mode == REPOSITORY {
            return Err(FaultKind::NotAFile);
        }
        let object = self.repository.objects.named(&entry.id).map_err(unreadable)?;
        if object.kind != ObjectKind::Blob {
            return Err(FaultKind::NotAFile);
        }
        let length = u64::try_from(object.bytes.len()).unwrap_or(u64::MAX);
        if length > MAX_FILE_BYTES { Err(FaultKind::TooLarge(length)) } else { Ok(object.bytes) }
    }

    fn size(&self, _: &str) -> u64 {
        0
    }

    fn names(&self, folder: &str) -> Result<Vec<Name>, FaultKind> {
        let Found::Entry(entry) = self.find(folder).map_err(unreadable)? else { return Ok(Vec::new()) };
        let tree = self.repository.objects.tree(&entry.id).map_err(unreadable)?.ok_or(FaultKind::NotAFile)?;
        let names = tree.iter().map(|entry| match String::from_utf8(entry.name.clone()) {
            Ok(name) => Name::Text(name),
            Err(error) => Name::NoText(String::from_utf8_lossy(error.as_bytes()).into_owned()),
        });
        Ok(names.collect())
    }

    fn whereabouts(&self, path: &str) -> Whereabouts {
        match self.find(path) {
            Ok(Found::Entry(_)) => Whereabouts::There,
            Ok(Found::Missing) | Err(_) => Whereabouts::Missing,
            Ok(Found::Outside) => Whereabouts::Outside,
        }
    }

    fn path_from_top(&self, path: &str) -> String {
        let mut parts: Vec<&str> = parts_of(&self.root).collect();
        for part in parts_of(path) {
            if part == ".." {
                parts.pop();
            } else {
                parts.push(part);
            }
        }
        parts.join("/")
    }

    fn folder(&self) -> Option<&Path> {
        None
    }

    fn shown(&self, path: &str) -> String {
        format!("{}:{}", self.commit.short_id(), self.path_from_top(path))
    }
}
