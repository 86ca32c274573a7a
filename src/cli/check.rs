//! `workplan check`: every fault of the plan's files, and what to type instead.

use std::process::ExitCode;

use clap::Args;

use super::{NO, staged};
use crate::both;
use crate::check;
use crate::cli::args::PlansArgs;
use crate::desk::Desk;
use crate::desk::ending;
use crate::desk::many::{Many, Read, tell_unreadable};
use crate::desk::output::{Format, emit, emit_json, emit_page, screen};
use crate::desk::reading::read;
use crate::desk::session::refuse_own_file;
use crate::report;
use crate::report::check::{CheckedPlan, Checks};
use crate::view;
use crate::words;

/// The arguments of `workplan check`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan check                     检查计划\n  workplan check --format github     在 GitHub Actions 中标注\n  workplan check --list              列出全部检查\n  workplan check --staged            提交前检查暂存区，可作 pre-commit 钩子\n  workplan check --plans 全区        检查目录下的全部计划\n\n有错误时退出码为 1；只有警告时为 0。\n--staged 另外要求：台账只增不改，编号不变，时限等的改动附有调整记录（E601 至 E605）",
    "Examples:\n  workplan check                     check the plan\n  workplan check --format github     annotate in GitHub Actions\n  workplan check --list              list every check\n  workplan check --staged            before a commit: what is staged; for a pre-commit hook\n  workplan check --plans district    every plan below a folder\n\nExits with 1 on errors; with 0 on warnings alone.\n--staged also refuses an entry rewritten, an id changed, a deadline moved without an amendment (E601 to E605)",
))]
pub(super) struct CheckArgs {
    #[arg(long, value_name = "table|json|github|md", help = both!("输出格式，默认 table；md 仅用于 --list", "The format, table by default; md is for --list only"))]
    format: Option<Format>,
    #[arg(long, help = both!("列出全部检查及其代码", "List every check with its code"))]
    list: bool,
    #[arg(long, conflicts_with = "list", help = both!("检查暂存区，并与上次提交对照", "Check what is staged, and compare it with the last commit"))]
    staged: bool,
    #[command(flatten)]
    plans: PlansArgs,
}

pub(super) fn run(desk: &Desk, args: &CheckArgs) -> anyhow::Result<ExitCode> {
    if args.list {
        return list(desk, args);
    }
    let format = ending::format(desk, args.format, &[Format::Table, Format::Json, Format::Github])?;
    if let Some(many) = args.plans.many(desk)? {
        if args.staged {
            anyhow::bail!(desk.lang.pick(
                "--staged 只检查一个计划，不能与 --plans 同用",
                "--staged is about one plan: --plans makes no sense with it"
            ));
        }
        return of_many(&many, format);
    }
    if args.staged {
        return staged::run(desk, format);
    }
    let (opened, _) = read(desk)?;
    refuse_own_file(desk, &opened)?;
    let lang = desk.language_of(opened.plan.as_ref());
    let found = check::run(&opened, lang);
    let report = report::check::check(opened.plan.as_ref(), &found);
    match format {
        Format::Json => emit_json(desk, &report)?,
        Format::Github => emit(desk, &view::github(&opened, &found))?,
        Format::Table | Format::Md | Format::Csv | Format::Text | Format::Docx => {
            let screen = screen(desk);
            let drawn = view::diagnostics(&opened, &found, lang, screen.colour, screen.columns);
            emit(desk, &format!("{drawn}{}\n", view::check_summary(&report, opened.files.len(), lang)))?;
        }
    }
    Ok(if report.errors > 0 { ExitCode::from(NO) } else { ExitCode::SUCCESS })
}

/// Many plans: those with findings, one below the other.
fn of_many(many: &Many, format: Format) -> anyhow::Result<ExitCode> {
    let (desk, lang, screen) = (many.desk(), many.lang(), screen(many.desk()));
    let look = |read: Read| {
        refuse_own_file(desk, &read.opened)?;
        let Read { path, opened, revision } = read;
        let found = check::run(&opened, lang);
        let checked = CheckedPlan::new(&path, opened.plan.as_ref(), revision.map(|commit| commit.id), &found);
        let drawn = match format {
            _ if found.is_empty() => String::new(),
            Format::Github => view::github(&opened, &found),
            Format::Table | Format::Md | Format::Csv | Format::Text | Format::Docx => {
                let drawn = view::diagnostics(&opened, &found, lang, screen.colour, screen.columns);
                format!("========== {} ==========\n{drawn}", words::visible(&path))
            }
            Format::Json => String::new(),
        };
        Ok((checked, opened.files.len(), drawn))
    };
    let (mut report, mut drawn) = (Checks::default(), String::new());
    many.each_read(look, |outcome| {
        match outcome {
            Ok((checked, files, text)) => {
                report.add(checked, files);
                drawn.push_str(&text);
            }
            Err(unreadable) => {
                tell_unreadable(lang, std::slice::from_ref(&unreadable));
                report.add(unreadable.into(), 0);
            }
        }
        Ok(())
    })?;
    match format {
        Format::Json => emit_json(desk, &report)?,
        Format::Github => emit(desk, &drawn)?,
        Format::Table | Format::Md | Format::Csv | Format::Text | Format::Docx => {
            emit(desk, &format!("{drawn}{}\n", view::checks_summary(&report, lang)))?;
        }
    }
    Ok(if report.errors > 0 { ExitCode::from(NO) } else { ExitCode::SUCCESS })
}

fn list(desk: &Desk, args: &CheckArgs) -> anyhow::Result<ExitCode> {
    let format = ending::format(desk, args.format, &[Format::Table, Format::Md])?;
    let lang = desk.lang;
    let checks: Vec<_> = check::checks().collect();
    match format {
        Format::Md => emit(desk, &view::check_pages(&checks))?,
        Format::Table | Format::Csv | Format::Json | Format::Text | Format::Github | Format::Docx => {
            emit_page(desk, format, &view::check_list(&checks, lang))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
