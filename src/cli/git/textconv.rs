//! `workplan git textconv FILE`: a plan's file as text to be compared.

use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::both;
use crate::desk::Desk;
use crate::desk::output::emit;
use crate::say;
use crate::store::MAX_FILE_BYTES;
use crate::view::readable;
use crate::words;

/// The arguments of `workplan git textconv`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan git textconv plans/示例/tasks/1.yaml\n\n每项任务（每条记录）一段，每个字段一行；书写顺序、引号和注释不影响结果。\n不是计划文件或无法读取的，原样输出。语言取 --lang 或 WORKPLAN_LANG",
    "Examples:\n  workplan git textconv plans/example/tasks/1.yaml\n\nA block a task (or entry), a line a field; order, quotes and comments make no difference.\nWhat is no plan's file, or cannot be read, is printed as it is. The language is --lang's or WORKPLAN_LANG's",
))]
pub(super) struct TextconvArgs {
    #[arg(value_name = both!("文件", "FILE"), help = both!("计划文件（常为 git 的临时文件，按内容识别）", "A plan's file; git gives a copy, so it is known by its content"))]
    file: PathBuf,
}

pub(super) fn run(desk: &Desk, args: &TextconvArgs) -> anyhow::Result<ExitCode> {
    let unread = |error: io::Error| {
        let (shown, why) = (words::shown_path(&args.file), words::io_failure(desk.lang, &error));
        anyhow::anyhow!(say!(desk.lang, "无法读取 {shown}：{why}", "cannot read {shown}: {why}"))
    };
    let mut file = File::open(&args.file).map_err(unread)?;
    let mut bytes = Vec::new();
    file.by_ref().take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(unread)?;
    let is_whole = u64::try_from(bytes.len()).is_ok_and(|length| length <= MAX_FILE_BYTES);
    let text = std::str::from_utf8(&bytes).ok().filter(|_| is_whole).and_then(|text| readable(text, desk.lang));
    match text {
        Some(text) => emit(desk, &text)?,
        // As git would have shown it.
        None => match io::copy(&mut bytes.as_slice().chain(file), &mut io::stdout().lock()) {
            Err(error) if !words::is_closed_pipe(&error) => return Err(error.into()),
            Ok(_) | Err(_) => {}
        },
    }
    Ok(ExitCode::SUCCESS)
}
