//! What is to be written, and in which format.

use std::process::ExitCode;

use crate::cli::NO;
use crate::cli::status::sorted_by;
use crate::cli::typed::{by_field, one_of, refused};
use crate::desk::Desk;
use crate::desk::ending;
use crate::desk::many::Many;
use crate::desk::session::Session;
use crate::plan::Language;
use crate::report::rows::What;
use crate::report::status::GroupBy;
use crate::report::whom::Whom;

use super::FORMATS;
use super::args::ExportArgs;
use super::jsonl;
use super::request::{Format, Request};

/// What many plans can be written as.
const ROWS: &[&Format] = &[&jsonl::FORMAT];

pub(in crate::cli) fn run(desk: &Desk, args: &ExportArgs) -> anyhow::Result<ExitCode> {
    let many = args.many(desk)?.map(Many::streaming);
    let format = format(args, desk, if many.is_some() { ROWS } else { FORMATS })?;
    let by = args.by.as_deref().map(|text| by_field("--by", text, &GroupBy::ALL, desk.lang)).transpose()?;
    let sort = args.sort.as_deref().map(|text| sorted_by(text, desk.lang)).transpose()?.unwrap_or_default();
    let split = args.split_by.as_deref().map(|text| by_field("--split-by", text, &Whom::ALL, desk.lang)).transpose()?;
    let what = args.what.as_deref().map(|text| one_of::<What>("--what", text, desk.lang)).transpose()?;
    refuse_what_makes_no_sense(args, desk.lang, format)?;
    let what = what.unwrap_or_default();
    if let Some(many) = many {
        let all = jsonl::write_many(&many, args, what)?;
        return Ok(if all { ExitCode::SUCCESS } else { ExitCode::from(NO) });
    }
    let session = Session::open(desk)?;
    let assessment = session.assess(args.as_of.as_deref())?;
    let filter = args.filters.filter(session, assessment.as_of)?;
    let public = args.edition.public;
    let folder = args.out_dir.as_deref();
    (format.write)(&Request {
        desk,
        session,
        assessment: &assessment,
        filter: &filter,
        what,
        public,
        by,
        sort,
        split,
        folder,
    })?;
    Ok(ExitCode::SUCCESS)
}

/// The format asked for, else the one that the file's ending names; a workbook where nothing names one.
fn format(args: &ExportArgs, desk: &Desk, known: &[&'static Format]) -> anyhow::Result<&'static Format> {
    let called = |name: &str| FORMATS.iter().copied().find(|format| format.name.eq_ignore_ascii_case(name.trim()));
    let asked = args.format.as_deref().map(|asked| {
        called(asked).ok_or_else(|| refused("--format", asked, FORMATS.iter().map(|format| format.name), desk.lang))
    });
    ending::format(desk, asked.transpose()?, known)
}

fn refuse_what_makes_no_sense(args: &ExportArgs, lang: Language, format: &Format) -> anyhow::Result<()> {
    if args.split_by.is_some() && !format.splits {
        anyhow::bail!(lang.pick("--split-by 只用于 xlsx 格式", "--split-by is for the format xlsx only"));
    }
    let has_rows = format.name == jsonl::FORMAT.name;
    if args.what.is_some() && !has_rows {
        anyhow::bail!(lang.pick("--what 只用于 jsonl 格式", "--what is for the format jsonl only"));
    }
    if has_rows && (args.edition.public || args.by.is_some() || args.sort.is_some()) {
        anyhow::bail!(lang.pick(
            "jsonl 是供本机关自己的程序读取的逐行数据，按原文顺序：没有公开版，也不用 --by、--sort",
            "jsonl is rows for the office's own programs, in the plan's order: no edition for the public, no --by or --sort"
        ));
    }
    if args.edition.public && (args.split_by.is_some() || args.by.is_some() || args.sort.is_some()) {
        anyhow::bail!(lang.pick(
            "公开版按原文顺序排列，且不含单位，不能用 --split-by、--by、--sort",
            "the edition for the public stands in the plan's order and names no units: no --split-by, --by or --sort"
        ));
    }
    Ok(())
}
