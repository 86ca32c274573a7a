//! What git is told of a plan: the attributes of its files, and the settings of the clone.

use std::io;
use std::path::{Path, PathBuf};

use crate::words::{shell_word, shown_path};

use super::{Attributes, GitError, Repository};

/// For whom git is set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Aim {
    /// For everybody: the attributes are a file of the repository.
    Shared,
    /// For this clone alone.
    Local,
    /// For nobody any more.
    Undo,
}

/// Why git could not be set up.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SetupError {
    /// A file cannot be read, made or removed.
    #[error("{}: {}", shown_path(.0), .1)]
    File(PathBuf, #[source] io::Error),
    /// A file cannot be written.
    #[error("cannot write {}: {}", shown_path(.0), .1)]
    Unwritten(PathBuf, #[source] io::Error),
    /// It is not known where this program stands.
    #[error(transparent)]
    Nowhere(io::Error),
    /// Git refused.
    #[error(transparent)]
    Git(#[from] GitError),
}

/// What is to be changed, so that git knows of a plan or no longer does.
pub(crate) struct Setup {
    /// The files of attributes.
    pub(crate) files: Vec<FileChange>,
    /// Keys of the clone's config with what they are to hold.
    pub(crate) config: Vec<ConfigChange>,
    /// The top of the repository.
    pub(crate) top: PathBuf,
}

/// A file of attributes that changes.
pub(crate) struct FileChange {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// Its text, where it is there.
    pub(crate) before: Option<String>,
    /// Its new text; it goes where that is empty.
    pub(crate) after: String,
}

/// A key of the clone's config that changes.
pub(crate) struct ConfigChange {
    /// Its name.
    pub(crate) key: &'static str,
    /// What it holds.
    pub(crate) before: Option<String>,
    /// What it is to hold; none where it goes.
    pub(crate) after: Option<String>,
}

impl Setup {
    /// What is to be changed for the plan in a folder of the repository, which is named from its top.
    ///
    /// # Errors
    /// When a file cannot be read, when git refuses, or when this program does not know where it stands.
    pub(crate) fn of(repository: &Repository, folder: &str, aim: Aim) -> Result<Setup, SetupError> {
        let attributes = Attributes { folder: folder.to_owned() };
        let shared = read(repository.top.join(".gitattributes"))?;
        let local = read(info_attributes(repository)?)?;
        let settings = settings().map_err(SetupError::Nowhere)?;
        let now = |key: &str| -> Option<String> {
            let said = repository.ask(&["config", "--local", "--get", key]).ok()?;
            Some(String::from_utf8_lossy(&said).trim_end_matches('\n').to_owned())
        };
        let (mut files, mut config) = (Vec::new(), Vec::new());
        if aim == Aim::Undo {
            files.extend([shared, local].map(|(path, before)| {
                let after = attributes.taken_out_of(before.as_deref().unwrap_or(""));
                FileChange { path, before, after }
            }));
            // Another plan of this repository may still need the settings.
            if !files.iter().any(|file| Attributes::any_in(&file.after)) {
                config.extend(settings.into_iter().filter_map(|(key, ours)| {
                    // What somebody has set to something else is not ours to take away.
                    let before = now(key).filter(|value| is_ours(value, &ours))?;
                    Some(ConfigChange { key, before: Some(before), after: None })
                }));
            }
        } else {
            let (path, before) = if aim == Aim::Local { local } else { shared };
            let after = attributes.written_into(before.as_deref().unwrap_or(""));
            files.push(FileChange { path, before, after });
            config.extend(settings.into_iter().map(|(key, value)| ConfigChange {
                key,
                before: now(key),
                after: Some(value),
            }));
        }
        files.retain(|file| file.before.as_deref().unwrap_or("") != file.after);
        config.retain(|setting| setting.before != setting.after);
        Ok(Setup { files, config, top: repository.top.clone() })
    }

    /// Whether everything is as it should be.
    pub(crate) fn is_nothing(&self) -> bool {
        self.files.is_empty() && self.config.is_empty()
    }

    /// Makes the change; `write` writes a file, whole or not at all.
    ///
    /// # Errors
    /// When a file cannot be written or removed, or when git refuses.
    pub(crate) fn make(
        &self,
        repository: &Repository,
        write: impl Fn(&Path, &[u8]) -> io::Result<()>,
    ) -> Result<(), SetupError> {
        let failed = |path: &Path| {
            let path = path.to_owned();
            |error| SetupError::File(path, error)
        };
        for file in &self.files {
            if file.after.is_empty() {
                std::fs::remove_file(&file.path).map_err(failed(&file.path))?;
                continue;
            }
            if let Some(folder) = file.path.parent() {
                std::fs::create_dir_all(folder).map_err(failed(folder))?;
            }
            let unwritten = |error| SetupError::Unwritten(file.path.clone(), error);
            write(&file.path, file.after.as_bytes()).map_err(unwritten)?;
        }
        for setting in &self.config {
            match &setting.after {
                Some(value) => repository.ask(&["config", "--local", "--replace-all", setting.key, value]),
                None => repository.ask(&["config", "--local", "--unset-all", setting.key]),
            }?;
        }
        Ok(())
    }
}

/// Lines of a shell around the program's name; the first is what is written, the others what was written once.
type Lines = &'static [(&'static str, &'static str)];

/// Where a graphical program or a hook does not find this one, the file is shown as it is.
const TEXTCONV: Lines = &[("f() { ", " git textconv \"$1\" 2>/dev/null || cat \"$1\"; }; f"), ("", " git textconv")];

/// Where it is not found or fails, git merges by lines: a side that nobody merged would be dropped without a word.
/// Status 1 is a conflict that stands in the file already.
const DRIVER: Lines = &[
    (
        "",
        " git merge %O %A %B %P %L %S %Y; case $? in 0) ;; 1) exit 1 ;; *) git merge-file --marker-size=%L -L ours -L base -L \
         theirs %A %O %B || exit 1 ;; esac",
    ),
    ("", " git merge %O %A %B %P %L"),
];

/// What git is told: how a plan's file becomes text, what a hunk is about, and who merges.
fn settings() -> io::Result<[(&'static str, String); 4]> {
    let program = shell_word(&program()?);
    let line = |lines: Lines, program: &str| {
        lines.first().map(|(before, behind)| format!("{before}{program}{behind}")).unwrap_or_default()
    };
    // Nothing is cached: a text in one language is no text in another.
    Ok([
        ("diff.workplan.textconv", line(TEXTCONV, &program)),
        ("diff.workplan.xfuncname", "^[^ ].*$".to_owned()),
        ("merge.workplan.name", "workplan: by task and field".to_owned()),
        ("merge.workplan.driver", line(DRIVER, &program.replace('%', "%%"))),
    ])
}

/// Whether a setting is one that the setup writes or once wrote, by this program or by one that stood elsewhere.
fn is_ours(value: &str, ours: &str) -> bool {
    let by_any_program = |(before, behind): &(&str, &str)| {
        let program = value.strip_prefix(before).and_then(|rest| rest.strip_suffix(behind));
        program.is_some_and(|program| program.contains("workplan") && !program.contains(" git "))
    };
    value == ours || TEXTCONV.iter().chain(DRIVER).any(by_any_program)
}

/// How a shell starts this program: by its name where that means this one, else by its path.
fn program() -> io::Result<String> {
    let here = std::env::current_exe()?;
    let real = |path: &Path| dunce::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let name = format!("workplan{}", std::env::consts::EXE_SUFFIX);
    let on_path = std::env::var_os("PATH").and_then(|path| {
        std::env::split_paths(&path).map(|folder| folder.join(&name)).find(|candidate| candidate.is_file())
    });
    if on_path.is_some_and(|found| real(&found) == real(&here)) {
        return Ok("workplan".to_owned());
    }
    // Git's shell on Windows reads slashes.
    Ok(shown_path(&here))
}

/// A file's path and text; none where it is not there.
fn read(path: PathBuf) -> Result<(PathBuf, Option<String>), SetupError> {
    match std::fs::read_to_string(&path) {
        Ok(text) => Ok((path, Some(text))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok((path, None)),
        Err(error) => Err(SetupError::File(path, error)),
    }
}

fn info_attributes(repository: &Repository) -> Result<PathBuf, SetupError> {
    let said = repository.ask(&["rev-parse", "--git-path", "info/attributes"])?;
    Ok(repository.top.join(String::from_utf8_lossy(&said).trim_end_matches('\n')))
}
