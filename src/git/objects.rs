//! Objects of a repository, read through one `git cat-file --batch`.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::sync::{Arc, Mutex, PoisonError};

use super::GitError;
use super::program::git;

/// What kind of object something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObjectKind {
    /// A file's bytes.
    Blob,
    /// A folder.
    Tree,
    /// A revision.
    Commit,
    /// A tag with a message.
    Tag,
}

/// An object.
#[derive(Debug, Clone)]
pub struct Object {
    /// Its full id.
    pub id: String,
    /// What it is.
    pub kind: ObjectKind,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// A name in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreeEntry {
    /// The name's bytes.
    pub name: Vec<u8>,
    /// The id of what has the name.
    pub id: String,
    /// Git's mode: `40000` of a folder, `120000` of a link, `160000` of another repository.
    pub mode: String,
}

/// The objects of a repository. One process answers all questions; folders that were read are kept.
#[derive(Debug)]
pub struct Objects {
    process: Mutex<Process>,
    trees: Mutex<HashMap<String, Arc<Vec<TreeEntry>>>>,
    /// What was asked for ahead, by full id.
    ahead: Mutex<HashMap<String, Object>>,
}

#[derive(Debug)]
struct Process {
    child: Child,
    /// `None` once no more will be asked.
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Objects {
    /// Begins to read the repository around a folder.
    ///
    /// # Errors
    /// When there is no git program.
    pub(super) fn open(folder: &Path) -> Result<Objects, GitError> {
        let mut command = git(folder);
        command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(GitError::NoGit)?;
        let answers = BufReader::new(child.stdout.take().ok_or(GitError::Garbled)?);
        let process = Process { questions: child.stdin.take(), answers, child };
        Ok(Objects { process: Mutex::new(process), trees: Mutex::new(HashMap::new()), ahead: Mutex::default() })
    }

    /// The object that a name means, as `git rev-parse` understands names; `None` where it means none.
    ///
    /// # Errors
    /// When git does not answer.
    pub fn get(&self, name: &str) -> Result<Option<Object>, GitError> {
        if name.contains(['\n', '\0']) || name.is_empty() {
            return Ok(None);
        }
        if let Some(object) = self.ahead.lock().unwrap_or_else(PoisonError::into_inner).get(name) {
            return Ok(Some(object.clone()));
        }
        let mut process = self.process.lock().unwrap_or_else(PoisonError::into_inner);
        process.ask(name).map_err(|_| GitError::Garbled)
    }

    /// What another object has named by its full id. Only a partial clone lacks it.
    ///
    /// # Errors
    /// When it is not there, or git does not answer.
    pub fn named(&self, id: &str) -> Result<Object, GitError> {
        self.get(id)?.ok_or(GitError::NotFetched)
    }

    /// Asks for many objects at once, by their full ids, and keeps them: waiting for git once rather than for each.
    ///
    /// # Errors
    /// When git does not answer.
    pub(super) fn fetch(&self, ids: impl IntoIterator<Item = String>) -> Result<(), GitError> {
        let mut ahead = self.ahead.lock().unwrap_or_else(PoisonError::into_inner);
        let mut wanted: Vec<String> = ids.into_iter().filter(|id| !ahead.contains_key(id)).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let mut process = self.process.lock().unwrap_or_else(PoisonError::into_inner);
        let found = process.ask_all(&wanted).map_err(|_| GitError::Garbled)?;
        ahead.extend(found.into_iter().map(|object| (object.id.clone(), object)));
        Ok(())
    }

    /// The names in a folder, by the folder's id; `None` where it is no folder.
    ///
    /// # Errors
    /// When it is not there, or git does not answer.
    pub fn tree(&self, id: &str) -> Result<Option<Arc<Vec<TreeEntry>>>, GitError> {
        let kept = |trees: &HashMap<String, Arc<Vec<TreeEntry>>>| trees.get(id).cloned();
        if let Some(tree) = kept(&self.trees.lock().unwrap_or_else(PoisonError::into_inner)) {
            return Ok(Some(tree));
        }
        let Object { kind: ObjectKind::Tree, bytes, id: full } = self.named(id)? else { return Ok(None) };
        let tree = Arc::new(entries(&bytes, full.len() / 2).ok_or(GitError::Garbled)?);
        self.trees.lock().unwrap_or_else(PoisonError::into_inner).insert(id.to_owned(), Arc::clone(&tree));
        Ok(Some(tree))
    }
}

impl Process {
    fn ask(&mut self, name: &str) -> std::io::Result<Option<Object>> {
        let questions = self.questions.as_mut().ok_or(std::io::ErrorKind::BrokenPipe)?;
        questions.write_all(format!("{name}\n").as_bytes())?;
        questions.flush()?;
        answer(&mut self.answers)
    }

    /// Asks all at once. Git may stop listening while nobody reads its answers, so a thread does the asking.
    fn ask_all(&mut self, ids: &[String]) -> std::io::Result<Vec<Object>> {
        let questions = self.questions.as_mut().ok_or(std::io::ErrorKind::BrokenPipe)?;
        let answers = &mut self.answers;
        std::thread::scope(|scope| {
            let asking = std::thread::Builder::new().spawn_scoped(scope, || {
                let text: String = ids.iter().flat_map(|id| [id.as_str(), "\n"]).collect();
                questions.write_all(text.as_bytes()).and_then(|()| questions.flush())
            })?;
            let mut found = Vec::with_capacity(ids.len());
            for _ in ids {
                found.extend(answer(answers)?);
            }
            asking.join().map_err(|_| std::io::Error::from(std::io::ErrorKind::BrokenPipe))??;
            Ok(found)
        })
    }
}

/// Reads one answer; `None` where git knows of no such object.
fn answer(answers: &mut BufReader<ChildStdout>) -> std::io::Result<Option<Object>> {
    let mut head = String::new();
    answers.read_line(&mut head)?;
    if head.is_empty() {
        return Err(std::io::ErrorKind::BrokenPipe.into());
    }
    // `ID KIND SIZE`, or the name and why it means nothing.
    let mut words = head.trim_end().rsplitn(3, ' ');
    let (size, kind, id) = (words.next().unwrap_or(""), words.next().unwrap_or(""), words.next().unwrap_or(""));
    let kind = match kind {
        "blob" => ObjectKind::Blob,
        "tree" => ObjectKind::Tree,
        "commit" => ObjectKind::Commit,
        "tag" => ObjectKind::Tag,
        _ => return Ok(None),
    };
    let Ok(size) = size.parse::<usize>() else { return Ok(None) };
    let mut bytes = vec![0; size];
    answers.read_exact(&mut bytes)?;
    answers.read_exact(&mut [0])?;
    Ok(Some(Object { id: id.to_owned(), kind, bytes }))
}

impl Drop for Process {
    fn drop(&mut self) {
        // Without questions, git ends by itself.
        self.questions = None;
        let _ = self.child.wait();
    }
}

/// The entries of a folder as git stores it: `MODE NAME\0` and the id's bytes, one after the other.
fn entries(mut bytes: &[u8], id_bytes: usize) -> Option<Vec<TreeEntry>> {
    let mut entries = Vec::new();
    while !bytes.is_empty() {
        let space = bytes.iter().position(|byte| *byte == b' ')?;
        let end = bytes.iter().position(|byte| *byte == 0)?;
        let (head, rest) = bytes.split_at_checked(end + 1)?;
        let (id, rest) = rest.split_at_checked(id_bytes)?;
        entries.push(TreeEntry {
            mode: String::from_utf8(head.get(..space)?.to_vec()).ok()?,
            name: head.get(space + 1..end)?.to_vec(),
            id: id.iter().map(|byte| format!("{byte:02x}")).collect(),
        });
        bytes = rest;
    }
    Some(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_read_as_git_stores_it() {
        let mut bytes = b"100644 plan.yaml\0".to_vec();
        bytes.extend([0xab; 20]);
        bytes.extend("40000 任务\0".as_bytes());
        bytes.extend([0x01; 20]);
        let read = entries(&bytes, 20).unwrap();
        assert_eq!(read[0].name, b"plan.yaml");
        assert_eq!(read[1], TreeEntry { name: "任务".into(), id: "01".repeat(20), mode: "40000".into() });
        assert_eq!(entries(&bytes[..30], 20), None);
        assert_eq!(entries(b"", 20), Some(Vec::new()));
    }
}
