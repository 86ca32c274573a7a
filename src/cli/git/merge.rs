//! `workplan git merge`: git's merge driver for the files of a plan.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::both;
use crate::cli::NO;
use crate::desk::output::{note, write_bytes};
use crate::desk::reading::said;
use crate::git::{self, Asked, Ids, Merged, Moved, Renumbering, Stuck};
use crate::plan::Language;
use crate::say;
use crate::words;
use crate::words::visible;

/// The arguments of `workplan git merge`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan git merge %O %A %B %P     workplan git setup 写入的 merge.workplan.driver\n\n按任务、字段合并，结果写入 OURS；两方新记的台账都保留，\n一方删去、另一方未动的随之删去。两方把同一字段改得不同的，\n只在该字段处留下冲突标记，退出码为 1。文件无法读取或写法有疑义的，改由 git 按行合并",
    "Examples:\n  workplan git merge %O %A %B %P     what workplan git setup writes as merge.workplan.driver\n\nMerges by task and field, into OURS; of a journal, the new entries of both sides are kept, and\nwhat one has removed and the other left alone is gone. A field that both sides want differently is\nleft between conflict markers, with exit status 1. Files that cannot be read, or are written in a\nway that leaves doubt, are merged by git, line by line",
))]
pub(super) struct MergeArgs {
    #[arg(value_name = "BASE", display_order = 1, help = both!("共同的起点（git 的 %O）", "What both sides began with (git's %O)"))]
    base: PathBuf,
    #[arg(value_name = "OURS", display_order = 2, help = both!("我方（%A），合并结果写入此文件", "Our side (%A); the result is written into it"))]
    ours: PathBuf,
    #[arg(value_name = "THEIRS", display_order = 3, help = both!("对方（%B）", "Their side (%B)"))]
    theirs: PathBuf,
    #[arg(value_name = both!("路径", "PATH"), display_order = 4, help = both!("文件在仓库中的路径（%P）", "The file's path in the repository (%P)"))]
    path: Option<OsString>,
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
        std::fs::read(path).map_err(|error| {
            let (path, why) = (words::shown_path(path), words::io_failure(lang, &error));
            anyhow::anyhow!(say!(lang, "无法读取 {path}：{why}", "cannot read {path}: {why}"))
        })
    };
    let files = (read(&args.base)?, read(&args.ours)?, read(&args.theirs)?);
    let path = args.path.as_deref().unwrap_or(args.ours.as_os_str()).to_string_lossy();
    let name = |name: &Option<String>| name.clone().unwrap_or_default();
    let (base_name, their_name) = (name(&args.base_name), name(&args.their_name));
    let renumbering = git::renumbering(&Asked {
        path: &path,
        base_name: &base_name,
        their_name: &their_name,
        files: [&files.0, &files.1, &files.2],
    });
    let (base, ours, theirs) = renumbered(lang, &renumbering, files, &path);
    let (text, conflicted) = match git::merge(&base, &ours, &theirs, &path, usize::from(args.marker)) {
        Some(Merged::Clean(text)) => (text.into_bytes(), false),
        Some(Merged::Conflicted(text)) => (text.into_bytes(), true),
        None => {
            // Git merges files: they are to hold what was renumbered.
            if !renumbering.is_nothing() {
                for (path, bytes) in [(&args.base, &base), (&args.ours, &ours), (&args.theirs, &theirs)] {
                    write_bytes(lang, path, bytes)?;
                }
            }
            by_lines(lang, args, &path)?
        }
    };
    write_bytes(lang, &args.ours, &text)?;
    if conflicted && renumbering.stuck.is_empty() {
        git::two_tasks([&base, &ours, &theirs]).iter().for_each(|two| note(lang, &told_stuck(lang, two)));
    }
    Ok(if conflicted { ExitCode::from(NO) } else { ExitCode::SUCCESS })
}

type Files = (Vec<u8>, Vec<u8>, Vec<u8>);

/// The files with the ids that tasks get where two branches have given one id to two; and says so.
fn renumbered(lang: Language, renumbering: &Renumbering, files: Files, path: &str) -> Files {
    let (base, ours, theirs) = files;
    let mut changed = 0;
    let mut with = |bytes: Vec<u8>, ids: &Ids, counts: bool| match git::with_ids(&bytes, ids) {
        Some((renumbered, items)) if !ids.is_empty() => {
            changed += if counts { items } else { 0 };
            renumbered
        }
        Some(_) | None => bytes,
    };
    let files = (
        with(base, &renumbering.base, false),
        with(ours, &renumbering.ours, true),
        with(theirs, &renumbering.theirs, true),
    );
    let path = visible(path);
    if path.contains("tasks/") {
        renumbering.moved.iter().for_each(|moved| note(lang, &told_moved(lang, moved)));
        renumbering.stuck.iter().for_each(|stuck| note(lang, &told_stuck(lang, stuck)));
    } else if changed > 0 {
        let ids = renumbering.ours.iter().chain(&renumbering.theirs).map(|(old, new)| format!("{old} → {new}"));
        let ids = words::list(lang, ids);
        note(
            lang,
            &say!(
                lang,
                "{path}：{changed} 条随任务改了编号（{ids}）",
                "{path}: {changed} moved with their task to its new id ({ids})"
            ),
        );
    }
    files
}

fn told_moved(lang: Language, moved: &Moved) -> String {
    let Moved { id, new, title, other, is_ours } = moved;
    let whose = if *is_ours { lang.pick("我方", "ours") } else { lang.pick("对方", "theirs") };
    say!(
        lang,
        "两方各新增了一项 {id}，不是同一任务：“{other}”沿用 {id}，{whose}的“{title}”改为 {new}，其台账记录一并改；请告知有关人员今后用 {new}，该分支续用前先合并本次结果",
        "both sides have added a task {id}: `{other}` keeps it, and `{title}` ({whose}) is now {new}, in its entries too; tell those who work on it, and merge the result into that branch before it is used again"
    )
}

fn told_stuck(lang: Language, stuck: &Stuck) -> String {
    let Stuck { id, ours, theirs, free, our_files, their_files, goes_on } = stuck;
    let spoken_of = |whose: &str, files: &[String]| {
        let list = words::list(lang, files);
        (!files.is_empty()).then(|| {
            say!(
                lang,
                "；{whose}的另记在 {list}（由 git 整个取入）",
                "; {whose} is spoken of in {list}, which git takes over whole"
            )
        })
    };
    let files = [spoken_of(lang.pick("我方", "ours"), our_files), spoken_of(lang.pick("对方", "theirs"), their_files)];
    let files: String = files.into_iter().flatten().collect();
    let then = match goes_on {
        true => lang.pick(
            "；其后的提交也写的是这个编号，宜放弃本次变基或拣选，改用 git merge",
            "; commits still to come speak of it too: better abort this, and use git merge",
        ),
        false => "",
    };
    say!(
        lang,
        "两方各新增了一项 {id}：我方“{ours}”、对方“{theirs}”，不是同一任务，两项都要保留，但无法自动改号{files}。请在冲突处保留两项，给其中一项换成 {free}，它的台账记录中的 task 一并改为 {free}{then}",
        "both sides have added a task {id}: `{ours}` (ours) and `{theirs}` (theirs) are two tasks, and both are to be kept, but neither can be renumbered here{files}. Keep both at the conflict, give one of them the id {free}, and put {free} for `task` in its entries{then}"
    )
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
