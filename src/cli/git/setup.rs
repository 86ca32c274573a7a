//! `workplan git setup`: tells git how plans are compared and merged.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use crate::both;
use crate::cli::NO;
use crate::desk::Desk;
use crate::desk::asking::{confirm, on_terminal};
use crate::desk::output::{emit, write_bytes};
use crate::desk::reading::{Place, said};
use crate::git::{Attributes, Repository};
use crate::paper::{Side, compared_lines, visible};
use crate::plan::Language;
use crate::say;
use crate::words;

/// The arguments of `workplan git setup`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan git setup --dry-run       只看要写什么\n  workplan git setup                 写入 .gitattributes（随仓库提交，大家共用）和 .git/config\n  workplan git setup --local         只在本机生效，不改仓库中的文件\n  workplan git setup --undo          撤去所写的内容，其余不动\n\n.git/config 不随仓库传播，每个人在自己的仓库里各设置一次",
    "Examples:\n  workplan git setup --dry-run       only show what would be written\n  workplan git setup                 write .gitattributes (commit it: it is for everybody) and .git/config\n  workplan git setup --local         for this clone alone; no file of the repository changes\n  workplan git setup --undo          take it away, and nothing else\n\n.git/config is not cloned: everybody runs this once in a clone of their own",
))]
pub(super) struct SetupArgs {
    #[arg(long, help = both!("写入 .git/info/attributes，而不是 .gitattributes", "Write .git/info/attributes instead of .gitattributes"))]
    local: bool,
    #[arg(long, conflicts_with = "local", help = both!("撤去此前写入的内容", "Take away what was written"))]
    undo: bool,
    #[arg(long, help = both!("只显示，不写入", "Show it, and write nothing"))]
    dry_run: bool,
    #[arg(long, short = 'y', help = both!("不再询问", "Do not ask"))]
    yes: bool,
}

pub(super) fn run(desk: &Desk, args: &SetupArgs) -> anyhow::Result<ExitCode> {
    let lang = desk.lang;
    let place = Place::of(desk)?;
    let change = Change::of(desk.lang, &place, args)?;
    emit(desk, &change.shown(lang))?;
    if change.is_nothing() || args.dry_run {
        return Ok(ExitCode::SUCCESS);
    }
    if on_terminal() && !args.yes && !confirm(desk.lang, desk.lang.pick("写入？", "Write it?"), true)? {
        return Ok(ExitCode::from(NO));
    }
    change.make(desk.lang, &place.repository)?;
    let done = match args.undo {
        true => say!(lang, "已撤去\n", "taken away\n"),
        false => say!(
            lang,
            "设置完成：git diff、git log -p、git show 按计划的内容显示，git merge 按任务、字段合并\n",
            "done: git diff, git log -p and git show print plan changes, and git merge merges by task and field\n"
        ),
    };
    emit(desk, &done)?;
    Ok(ExitCode::SUCCESS)
}

/// What is to be changed.
struct Change {
    files: Vec<FileChange>,
    /// Keys of the clone's config with what they are to hold.
    config: Vec<ConfigChange>,
    top: PathBuf,
}

struct FileChange {
    path: PathBuf,
    before: Option<String>,
    after: String,
}

struct ConfigChange {
    key: &'static str,
    before: Option<String>,
    after: Option<String>,
}

impl Change {
    fn of(lang: Language, place: &Place, args: &SetupArgs) -> anyhow::Result<Change> {
        let repository = &place.repository;
        let attributes = Attributes { folder: place.folder.clone() };
        let shared = read(lang, repository.top.join(".gitattributes"))?;
        let local = read(lang, info_attributes(lang, repository)?)?;
        let settings = settings()?;
        let now = |key: &str| -> Option<String> {
            let said = repository.ask(&["config", "--local", "--get", key]).ok()?;
            Some(String::from_utf8_lossy(&said).trim_end_matches('\n').to_owned())
        };
        let (mut files, mut config) = (Vec::new(), Vec::new());
        if args.undo {
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
            let (path, before) = if args.local { local } else { shared };
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
        Ok(Change { files, config, top: repository.top.clone() })
    }

    fn is_nothing(&self) -> bool {
        self.files.is_empty() && self.config.is_empty()
    }

    fn shown(&self, lang: Language) -> String {
        if self.is_nothing() {
            return say!(lang, "无需改动\n", "nothing to change\n");
        }
        let mut out = say!(lang, "将作以下改动：\n", "this is what changes:\n");
        for file in &self.files {
            let before = file.before.as_deref().unwrap_or("");
            let path = file.path.strip_prefix(&self.top).unwrap_or(&file.path).display().to_string();
            out.push_str(&format!("{}\n", visible(&path)));
            for (side, line) in compared_lines(before, &file.after) {
                let sign = match side {
                    Side::Old => '-',
                    Side::New => '+',
                    Side::Both => continue,
                };
                out.push_str(&format!("  {sign} {}\n", visible(line.trim_end_matches(['\n', '\r']))));
            }
        }
        if !self.config.is_empty() {
            out.push_str(&say!(lang, "git config（仅本仓库）\n", "git config (of this clone)\n"));
        }
        for ConfigChange { key, before, after } in &self.config {
            let line = |sign: char, value: &str| format!("  {sign} {key} = {}\n", visible(value));
            out.extend(before.iter().map(|value| line('-', value)));
            out.extend(after.iter().map(|value| line('+', value)));
        }
        out
    }

    fn make(&self, lang: Language, repository: &Repository) -> anyhow::Result<()> {
        for file in &self.files {
            if file.after.is_empty() {
                std::fs::remove_file(&file.path).map_err(|error| failed(lang, &file.path, &error))?;
                continue;
            }
            if let Some(folder) = file.path.parent() {
                std::fs::create_dir_all(folder).map_err(|error| failed(lang, folder, &error))?;
            }
            write_bytes(lang, &file.path, file.after.as_bytes())?;
        }
        for setting in &self.config {
            match &setting.after {
                Some(value) => repository.ask(&["config", "--local", "--replace-all", setting.key, value]),
                None => repository.ask(&["config", "--local", "--unset-all", setting.key]),
            }
            .map_err(|error| said(lang, error))?;
        }
        Ok(())
    }
}

/// What git is told: how a plan's file becomes text, what a hunk is about, and who merges.
fn settings() -> anyhow::Result<[(&'static str, String); 4]> {
    let program = words::shell_word(&program()?);
    // Nothing is cached: a text in one language is no text in another.
    Ok([
        ("diff.workplan.textconv", format!("{program} git textconv")),
        ("diff.workplan.xfuncname", "^[^ ].*$".to_owned()),
        ("merge.workplan.name", "workplan: by task and field".to_owned()),
        ("merge.workplan.driver", format!("{} git merge %O %A %B %P %L", program.replace('%', "%%"))),
    ])
}

/// Whether a setting is one that this command writes, by this program or by one that stood elsewhere.
fn is_ours(value: &str, ours: &str) -> bool {
    let arguments = |setting: &str| setting.find(" git ").and_then(|at| setting.get(at..)).map(str::to_owned);
    value == ours || value.contains("workplan") && arguments(value).is_some() && arguments(value) == arguments(ours)
}

/// How a shell starts this program: by its name where that means this one, else by its path.
fn program() -> anyhow::Result<String> {
    let here = std::env::current_exe()?;
    let real = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let name = format!("workplan{}", std::env::consts::EXE_SUFFIX);
    let on_path = std::env::var_os("PATH").and_then(|path| {
        std::env::split_paths(&path).map(|folder| folder.join(&name)).find(|candidate| candidate.is_file())
    });
    if on_path.is_some_and(|found| real(&found) == real(&here)) {
        return Ok("workplan".to_owned());
    }
    // Git's shell on Windows reads slashes.
    let path = here.display().to_string();
    Ok(if cfg!(windows) { path.replace('\\', "/") } else { path })
}

/// A file's path and text; none where it is not there.
fn read(lang: Language, path: PathBuf) -> anyhow::Result<(PathBuf, Option<String>)> {
    match std::fs::read_to_string(&path) {
        Ok(text) => Ok((path, Some(text))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok((path, None)),
        Err(error) => Err(failed(lang, &path, &error)),
    }
}

fn info_attributes(lang: Language, repository: &Repository) -> anyhow::Result<PathBuf> {
    let said = repository.ask(&["rev-parse", "--git-path", "info/attributes"]).map_err(|error| said(lang, error))?;
    Ok(repository.top.join(String::from_utf8_lossy(&said).trim_end_matches('\n')))
}

fn failed(lang: Language, path: &Path, error: &std::io::Error) -> anyhow::Error {
    let (path, why) = (path.display(), words::io_failure(lang, error));
    anyhow::anyhow!(say!(lang, "{path}：{why}", "{path}: {why}"))
}
