//! `workplan git merge`: git's merge driver for the files of a plan.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;

use crate::both;
use crate::cli::NO;
use crate::desk::output::{note, write_bytes};
use crate::desk::reading::said;
use crate::git::{self, Merged};
use crate::plan::Language;
use crate::say;
use crate::words;
use crate::words::visible;

/// The arguments of `workplan git merge`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan git merge %O %A %B %P     workplan git setup 写入的 merge.workplan.driver\n\n按任务、字段合并，结果写入 OURS；两方新记的台账都保留，一方删去、另一方未动的随之删去。两方把同一字段改得不同的，\n只在该字段处留下冲突标记，退出码为 1。文件无法读取或写法有疑义的，改由 git 按行合并",
    "Examples:\n  workplan git merge %O %A %B %P     what workplan git setup writes as merge.workplan.driver\n\nMerges by task and field, into OURS; of a journal, the new entries of both sides are kept, and what one has\nremoved and the other left alone is gone. A field that both sides want differently is left between\nconflict markers, with exit status 1. Files that cannot be read, or\nare written in a way that leaves doubt, are merged by git, line by line",
))]
pub(super) struct MergeArgs {
    #[arg(value_name = "BASE", display_order = 1, help = both!("共同的起点（git 的 %O）", "What both sides began with (git's %O)"))]
    base: PathBuf,
    #[arg(value_name = "OURS", display_order = 2, help = both!("我方（%A），合并结果写入此文件", "Our side (%A); the result is written into it"))]
    ours: PathBuf,
    #[arg(value_name = "THEIRS", display_order = 3, help = both!("对方（%B）", "Their side (%B)"))]
    theirs: PathBuf,
    #[arg(value_name = both!("路径", "PATH"), display_order = 4, help = both!("文件在仓库中的路径（%P）", "The file's path in the repository (%P)"))]
    path: Option<String>,
    #[arg(value_name = both!("长度", "LENGTH"), display_order = 5, default_value_t = 7, value_parser = clap::value_parser!(u8).range(1..),
          hide_default_value = true, help = both!("冲突标记的长度（%L），默认 7", "How long conflict markers are (%L); 7 by default"))]
    marker: u8,
    #[arg(value_name = "BASE-NAME", display_order = 6, help = both!("起点的名称（%S）", "What git calls the base (%S)"))]
    base_name: Option<String>,
    #[arg(value_name = "THEIR-NAME", display_order = 7, help = both!("对方的名称（%Y）", "What git calls their side (%Y)"))]
    their_name: Option<String>,
}

pub(super) fn run(lang: Language, args: &MergeArgs) -> anyhow::Result<ExitCode> {
    let read = |path: &PathBuf| {
        std::fs::read(path).with_context(|| {
            let path = path.display();
            say!(lang, "无法读取 {path}", "cannot read {path}")
        })
    };
    let (base, ours, theirs) = (read(&args.base)?, read(&args.ours)?, read(&args.theirs)?);
    let path = args.path.clone().unwrap_or_else(|| args.ours.display().to_string());
    let (text, conflicted) = match git::merge(&base, &ours, &theirs, &path, usize::from(args.marker)) {
        Some(Merged::Clean(text)) => (text.into_bytes(), false),
        Some(Merged::Conflicted(text)) => (text.into_bytes(), true),
        None => by_lines(lang, args, &path)?,
    };
    write_bytes(lang, &args.ours, &text)?;
    Ok(if conflicted { ExitCode::from(NO) } else { ExitCode::SUCCESS })
}

/// What git makes of the files by itself, and whether it is left with conflicts.
fn by_lines(lang: Language, args: &MergeArgs, path: &str) -> anyhow::Result<(Vec<u8>, bool)> {
    let path = visible(path);
    note(
        lang,
        &say!(lang, "{path} 无法按任务合并，已改为按行合并", "{path} cannot be merged by task; it was merged by lines"),
    );
    let merged = git::merge_lines([&args.base, &args.ours, &args.theirs].map(PathBuf::as_path), args.marker)
        .map_err(|error| said(lang, error))?;
    // What is no text, git cannot merge either: ours stays, and a person decides.
    match merged {
        Some((text, conflicted)) => Ok((text, conflicted)),
        None => {
            Ok((std::fs::read(&args.ours).map_err(|error| anyhow::anyhow!(words::io_failure(lang, &error)))?, true))
        }
    }
}
