//! `workplan git setup`: tells git how plans are compared and merged.

use std::process::ExitCode;

use clap::Args;

use crate::both;
use crate::cli::NO;
use crate::desk::Desk;
use crate::desk::asking::{confirm, on_terminal};
use crate::desk::output::{emit, replace_file, unwritten};
use crate::desk::reading::{Place, said};
use crate::git::{Aim, Setup, SetupError};
use crate::plan::Language;
use crate::say;
use crate::view;
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

impl SetupArgs {
    fn aim(&self) -> Aim {
        match (self.undo, self.local) {
            (true, _) => Aim::Undo,
            (false, true) => Aim::Local,
            (false, false) => Aim::Shared,
        }
    }
}

pub(super) fn run(desk: &Desk, args: &SetupArgs) -> anyhow::Result<ExitCode> {
    let lang = desk.lang;
    let place = Place::of(desk)?;
    let setup = Setup::of(&place.repository, &place.folder, args.aim()).map_err(|error| not_set_up(lang, error))?;
    emit(desk, &view::git_setup(&setup, lang))?;
    if setup.is_nothing() || args.dry_run {
        return Ok(ExitCode::SUCCESS);
    }
    if on_terminal() && !args.yes && !confirm(desk.lang, desk.lang.pick("写入？", "Write it?"), true)? {
        return Ok(ExitCode::from(NO));
    }
    setup.make(&place.repository, replace_file).map_err(|error| not_set_up(lang, error))?;
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

/// Why git could not be set up, in the reader's language.
fn not_set_up(lang: Language, error: SetupError) -> anyhow::Error {
    match error {
        SetupError::File(path, error) => {
            let (path, why) = (words::shown_path(&path), words::io_failure(lang, &error));
            anyhow::anyhow!(say!(lang, "{path}：{why}", "{path}: {why}"))
        }
        SetupError::Unwritten(path, error) => unwritten(lang, &path, &error),
        SetupError::Nowhere(error) => error.into(),
        SetupError::Git(error) => said(lang, error),
    }
}
