//! A repository and its commits.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use super::GitError;
use super::objects::{Object, ObjectKind, Objects};
use super::program::{git, output};
use crate::plan::{Date, UtcOffset};

/// A repository.
#[derive(Debug, Clone)]
pub struct Repository {
    /// The top of the work tree; of a bare repository, its own folder.
    pub top: PathBuf,
    /// Whether it has no work tree.
    pub bare: bool,
    /// What it holds.
    pub objects: Arc<Objects>,
}

/// A commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Its full id.
    pub id: String,
    /// The id of the folder that it holds.
    pub tree: String,
    /// The ids of the commits before it.
    pub parents: Vec<String>,
    /// Who made the change.
    pub author: String,
    /// When it was committed, in the committer's own time.
    pub when: DateTime<FixedOffset>,
    /// The first line of its message.
    pub subject: String,
}

/// The digits of a full id; those of the newer kind have more.
const FULL_ID: usize = 40;

impl Commit {
    /// As much of its id as is shown to a person.
    pub fn short_id(&self) -> &str {
        self.id.get(..SHORT_ID).unwrap_or(&self.id)
    }
}

impl Repository {
    /// The repository around a folder.
    ///
    /// # Errors
    /// When there is none, or no git program.
    pub fn around(folder: &Path) -> Result<Repository, GitError> {
        let nowhere = || GitError::NoRepository(folder.display().to_string());
        // It starts while git is asked where it is.
        let objects = Objects::open(folder)?;
        let mut command = git(folder);
        command.args(["rev-parse", "--is-bare-repository", "--absolute-git-dir", "--show-cdup"]);
        let said = output(command).map_err(|error| match error {
            GitError::Refused(_) => nowhere(),
            other => other,
        })?;
        let said = String::from_utf8_lossy(&said);
        let mut lines = said.lines();
        let bare = lines.next() == Some("true");
        let git_folder = PathBuf::from(lines.next().ok_or(GitError::Garbled)?);
        let top = if bare { git_folder } else { folder.join(lines.next().unwrap_or("")) };
        let top = std::fs::canonicalize(&top).unwrap_or(top);
        Ok(Repository { objects: Arc::new(objects), top, bare })
    }

    /// The commit that a text means, as `git rev-parse` understands it. `REF@{2020-09-01}`, with a day and nothing
    /// else in the braces, means the last commit on or before that day rather than what this clone's own reflog says.
    ///
    /// # Errors
    /// When there is no such commit.
    pub fn commit(&self, text: &str, offset: UtcOffset) -> Result<Commit, GitError> {
        if let Some((name, day)) = at_day(text) {
            return self.last_before(name, day, offset);
        }
        let is_id = text.len() >= FULL_ID && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let found = if is_id { self.objects.get(text)? } else { self.objects.get(&format!("{text}^{{commit}}"))? };
        let object = found.ok_or_else(|| GitError::UnknownRevision(text.to_owned()))?;
        parse(object).ok_or_else(|| GitError::UnknownRevision(text.to_owned()))
    }

    /// The last commit on or before a day, of a branch or another name; the day ends where the plan is.
    ///
    /// # Errors
    /// When there is none.
    pub fn last_before(&self, name: &str, day: Date, offset: UtcOffset) -> Result<Commit, GitError> {
        let name = if name.is_empty() { "HEAD" } else { name };
        let end = format!("--before={day}T23:59:59{}", offset.0);
        let mut command = git(&self.top);
        command.args(["rev-list", "--max-count=1", &end, "--end-of-options", name]);
        let said = output(command).map_err(|error| match error {
            GitError::Refused(_) => GitError::UnknownRevision(name.to_owned()),
            other => other,
        })?;
        let id = String::from_utf8_lossy(&said).trim().to_owned();
        if id.is_empty() {
            return Err(GitError::NothingBefore(day.to_string()));
        }
        self.commit(&id, offset)
    }

    /// The text that a git command prints here.
    ///
    /// # Errors
    /// When git refuses.
    pub fn ask(&self, arguments: &[&str]) -> Result<Vec<u8>, GitError> {
        let mut command = git(&self.top);
        command.args(arguments);
        output(command)
    }
}

/// `main@{2020-09-01}` as a name and a day.
fn at_day(text: &str) -> Option<(&str, Date)> {
    let (name, rest) = text.split_once("@{")?;
    Some((name, rest.strip_suffix('}')?.parse().ok()?))
}

fn parse(object: Object) -> Option<Commit> {
    if object.kind != ObjectKind::Commit {
        return None;
    }
    let text = String::from_utf8_lossy(&object.bytes);
    let (head, message) = text.split_once("\n\n").unwrap_or((&text, ""));
    let field = |name: &str| head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    let parents = head.lines().filter_map(|line| line.strip_prefix("parent ")).map(str::to_owned).collect();
    let author = field("author")?;
    Some(Commit {
        tree: field("tree")?.to_owned(),
        parents,
        author: author.split_once(" <").map_or(author, |(name, _)| name).to_owned(),
        when: time(field("committer")?)?,
        subject: message.lines().next().unwrap_or("").to_owned(),
        id: object.id,
    })
}

/// `NAME <MAIL> 1600000000 +0800`.
fn time(line: &str) -> Option<DateTime<FixedOffset>> {
    let mut words = line.rsplitn(3, ' ');
    let (zone, seconds) = (words.next()?, words.next()?);
    let (sign, digits) = match zone.split_at_checked(1)? {
        ("-", digits) => (-1, digits),
        (_, digits) => (1, digits),
    };
    let digits: i32 = digits.parse().ok()?;
    let offset = FixedOffset::east_opt(sign * (digits / 100 * 3600 + digits % 100 * 60))?;
    Some(DateTime::from_timestamp(seconds.parse().ok()?, 0)?.with_timezone(&offset))
}
