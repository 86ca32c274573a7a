//! `workplan undo`: takes back what a command has changed here.

use std::process::ExitCode;

use clap::Args;

use crate::both;
use crate::cli::args::WriteArgs;
use crate::desk::{Desk, undoing};

/// The arguments of `workplan undo`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan undo             撤回本机最近一次写入\n  workplan undo --dry-run   先看会改回什么\n  workplan undo --list      可撤回的各次写入\n\n只能撤回本机上、其后没有再改动、尚未提交到 git 的写入；已提交的记录用 workplan withdraw 作废。\n督办单的编号一经取用，不能撤回",
    "Examples:\n  workplan undo             take back the last change that a command made here\n  workplan undo --dry-run   look first\n  workplan undo --list      what could be taken back\n\nOnly what was changed on this machine, was not changed again since, and is in no commit; for an entry that is, use `workplan withdraw`. The number of a notice is never taken back",
))]
pub(super) struct UndoArgs {
    #[arg(long, conflicts_with = "dry_run", help = both!("列出可撤回的各次写入，最近的在前", "List the changes that could be taken back, the last one first"))]
    list: bool,
    #[command(flatten)]
    write: WriteArgs,
}

pub(super) fn run(desk: &Desk, args: &UndoArgs) -> anyhow::Result<ExitCode> {
    if args.list {
        undoing::list(desk, args.write.manner())?;
    } else {
        undoing::take_back(desk, args.write.manner())?;
    }
    Ok(ExitCode::SUCCESS)
}
