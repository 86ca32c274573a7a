//! `workplan git`: the plan as a plan within git itself.

use std::process::ExitCode;

use clap::{Args, Subcommand};

use crate::both;
use crate::desk::Desk;
use crate::desk::reading::refuse_revision;

use super::{merge, setup, textconv};

/// The arguments of `workplan git`.
#[derive(Debug, Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = both!(
        "示例：\n  workplan git setup                 一次设置，此后 git diff、git log -p、git merge 按计划的内容处理\n  workplan git setup --undo          撤去设置",
        "Examples:\n  workplan git setup                 once; then git diff, git log -p and git merge know what a plan is\n  workplan git setup --undo          take it away again",
    ),
)]
pub(in crate::cli) struct GitArgs {
    #[command(subcommand)]
    command: GitCommand,
}

#[derive(Debug, Subcommand)]
enum GitCommand {
    #[command(about = both!("设置本仓库：git 按计划的内容比较、合并", "Set this repository up: git compares and merges plans as plans"))]
    Setup(setup::SetupArgs),
    #[command(about = both!("把计划文件输出为便于比较的文本（由 git diff 调用）", "A plan's file as text to be compared (git diff calls it)"))]
    Textconv(textconv::TextconvArgs),
    #[command(about = both!("合并同一计划文件的两方修改（由 git merge 调用）", "Merge two sides of a plan's file (git merge calls it)"))]
    Merge(merge::MergeArgs),
}

pub(in crate::cli) fn run(desk: &Desk, args: &GitArgs) -> anyhow::Result<ExitCode> {
    refuse_revision(desk)?;
    match &args.command {
        GitCommand::Setup(args) => setup::run(desk, args),
        GitCommand::Textconv(args) => textconv::run(desk, args),
        GitCommand::Merge(args) => merge::run(desk.lang, args),
    }
}
