//! A repository and its commits.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use super::GitError;
use super::objects::{Object, ObjectKind, Objects};
use super::program::{git, output};
use crate::plan::{Date, UtcOffset};
use crate::words::shown_path;

/// A repository.
#[derive(Debug, Clone)]
pub struct Repository {
    /// The top of the work tree; of a bare repository, its own folder.
    pub top: PathBuf,
    /// Whether it has no work tree.
    pub bare: bool,
    /// What it holds.
    pub objects: Arc<Objects>,
    /// The commits at which a shallow clone is cut off: what was before them is not there.
    cut: Arc<HashSet<String>>,
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

/// So much of a commit's id is shown to a person.
pub const SHORT_ID: usize = 10;

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
        // It starts while git is asked where it is.
        let objects = Objects::open(folder)?;
        let mut command = git(folder);
        command.args([
            "rev-parse",
            "--is-bare-repository",
            "--absolute-git-dir",
            "--git-path",
            "shallow",
            "--show-cdup",
        ]);
        let said = output(command).map_err(|error| refused(folder, error))?;
        let said = String::from_utf8_lossy(&said);
        let mut lines = said.lines();
        let bare = lines.next() == Some("true");
        let git_folder = PathBuf::from(lines.next().ok_or(GitError::Garbled)?);
        let shallow = folder.join(lines.next().ok_or(GitError::Garbled)?);
        let top = if bare { git_folder } else { folder.join(lines.next().unwrap_or("")) };
        let top = dunce::canonicalize(&top).unwrap_or(top);
        let cut = std::fs::read_to_string(shallow).unwrap_or_default().lines().map(str::to_owned).collect();
        Ok(Repository { objects: Arc::new(objects), top, bare, cut: Arc::new(cut) })
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
        let name = if is_id { text.to_owned() } else { format!("{}^{{commit}}", self.resolved(text)?) };
        let found = self.objects.get(&name)?.and_then(parse);
        match found {
            Some(commit) => Ok(self.cut_short(commit)),
            None => {
                Err(self.beyond_cut(text, "HEAD", offset).unwrap_or_else(|| GitError::UnknownRevision(text.to_owned())))
            }
        }
    }

    /// A name in words that the process which reads objects can be asked: of others than plain ones it may die.
    fn resolved(&self, text: &str) -> Result<String, GitError> {
        let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '/' | '_' | '-' | '~' | '^');
        if text.chars().all(is_plain) {
            return Ok(text.to_owned());
        }
        let mut command = git(&self.top);
        command.args(["rev-parse", "--verify", "--end-of-options", text]);
        match output(command) {
            Ok(said) => Ok(String::from_utf8_lossy(&said).trim().to_owned()),
            Err(GitError::Refused(why)) => Err(unresolved(text, &why)),
            Err(error) => Err(error),
        }
    }

    /// The last commit on or before a day, of a branch or another name; the day ends where the plan is.
    ///
    /// # Errors
    /// When there is none.
    pub fn last_before(&self, name: &str, day: Date, offset: UtcOffset) -> Result<Commit, GitError> {
        let name = if name.is_empty() { "HEAD" } else { name };
        let end = day.0.and_hms_opt(23, 59, 59).and_then(|end| end.and_local_timezone(offset.0).single());
        let end = end.ok_or(GitError::Garbled)?.timestamp();
        if end < 0 {
            return Err(GitError::NothingBefore(day.to_string()));
        }
        // Git's own days end in 2099, and the seconds of an older git in 2038: no commit is later.
        let until = (end <= i64::from(i32::MAX)).then(|| format!("--min-age={end}"));
        let mut command = git(&self.top);
        command.args(["rev-list", "--max-count=1"]).args(until).args(["--end-of-options", name]);
        let said = output(command).map_err(|error| match error {
            GitError::Refused(why) => unresolved(name, &why),
            other => other,
        })?;
        let id = String::from_utf8_lossy(&said).trim().to_owned();
        if id.is_empty() {
            let day = day.to_string();
            return Err(self.beyond_cut(&day, name, offset).unwrap_or(GitError::NothingBefore(day)));
        }
        self.commit(&id, offset)
    }

    /// A commit without the parents that a shallow clone lacks.
    fn cut_short(&self, mut commit: Commit) -> Commit {
        if self.is_cut_off(&commit) {
            commit.parents.clear();
        }
        commit
    }

    /// Whether what was before a commit is not in this clone.
    pub fn is_cut_off(&self, commit: &Commit) -> bool {
        self.cut.contains(&commit.id)
    }

    /// The first commit that a shallow clone has of a name; none where the history is whole. Of several, the last.
    pub fn cut(&self, name: &str, offset: UtcOffset) -> Option<Commit> {
        if self.cut.is_empty() {
            return None;
        }
        let said = self.ask(&["rev-list", "--max-parents=0", "--end-of-options", name]).ok()?;
        let said = String::from_utf8_lossy(&said);
        let first = said.lines().find(|id| self.cut.contains(*id))?;
        self.commit(first, offset).ok()
    }

    fn beyond_cut(&self, asked: &str, name: &str, offset: UtcOffset) -> Option<GitError> {
        // A full id is asked for by the program itself, and never again.
        let is_id = asked.len() >= FULL_ID && asked.bytes().all(|byte| byte.is_ascii_hexdigit());
        let is_back = |text: &str| text.contains(['~', '^']) || text.parse::<Date>().is_ok();
        if is_id || !is_back(asked) {
            return None;
        }
        let cut = self.cut(name, offset)?;
        let day = cut.when.with_timezone(&offset.0).date_naive();
        Some(GitError::CutOff { asked: asked.to_owned(), id: cut.short_id().to_owned(), day })
    }

    /// Whether a commit of any branch has ever brought or changed a line of a folder in which the word stands.
    ///
    /// # Errors
    /// When git refuses.
    pub fn ever_held(&self, word: &str, folder: &str) -> Result<bool, GitError> {
        let bound = "[^0-9A-Za-z.-]";
        let pattern = format!("-G(^|{bound}){}($|{bound})", word.replace('.', "[.]"));
        let path = if folder.is_empty() { ".".to_owned() } else { format!(":(top,literal){folder}") };
        let said =
            self.ask(&["log", "--all", "--max-count=1", "--format=%H", "--no-textconv", &pattern, "--", &path])?;
        Ok(!said.is_empty())
    }

    /// Whether any commit of any branch has held a file of the folder, named from the repository's top.
    ///
    /// # Errors
    /// When git refuses.
    pub fn ever_held_file(&self, name: &str, folder: &str) -> Result<bool, GitError> {
        let path = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        let path = format!(":(top,literal){path}");
        Ok(!self.ask(&["log", "--all", "--max-count=1", "--format=%H", "--", &path])?.is_empty())
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

/// Why git found no repository, or would not read it.
fn refused(folder: &Path, error: GitError) -> GitError {
    let shown = shown_path(folder);
    match error {
        GitError::Refused(why) if why.contains("dubious ownership") => {
            let quoted = why.split_once("repository at '").and_then(|(_, rest)| rest.split_once('\''));
            GitError::Unowned(quoted.map_or(shown, |(path, _)| path.to_owned()))
        }
        GitError::Refused(why) if why.contains("not a git repository") => GitError::NoRepository(shown),
        other => other,
    }
}

/// Why a name means nothing.
fn unresolved(text: &str, why: &str) -> GitError {
    if why.contains("no upstream") || why.contains("does not point to a branch") || why.contains("no such branch") {
        return GitError::NoUpstream(text.to_owned());
    }
    let count = why.split_once("only has ").and_then(|(_, rest)| rest.split_once(' '));
    match count {
        Some((count, _)) => GitError::ShortLog { text: text.to_owned(), count: count.to_owned() },
        None => GitError::UnknownRevision(text.to_owned()),
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
