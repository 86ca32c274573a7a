//! `workplan check`: every fault of the plan's files, and what to type instead.

use std::collections::{HashMap, HashSet};
use std::process::ExitCode;

use clap::Args;

use super::{INTERRUPTED, NO, staged};
use crate::both;
use crate::check::{self, Diagnostic, Link};
use crate::cli::args::PlansArgs;
use crate::desk::Desk;
use crate::desk::ending;
use crate::desk::many::{Many, Read, tell_unread, tell_unreadable};
use crate::desk::output::{Format, emit, emit_json, emit_page, screen};
use crate::desk::reading::read;
use crate::desk::session::refuse_own_file;
use crate::plan::TaskId;
use crate::report;
use crate::report::check::{CheckedPlan, Checks};
use crate::report::unreadable::Unreadable;
use crate::store::{Heeding, Opened};
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
        Format::Github => emit(desk, &view::github(&opened, "", &found))?,
        Format::Table | Format::Md | Format::Csv | Format::Text | Format::Docx => {
            let screen = screen(desk);
            let drawn = view::diagnostics(&opened, &found, lang, screen.colour, screen.columns);
            emit(desk, &format!("{drawn}{}\n", view::check_summary(&report, opened.files.len(), lang)))?;
        }
    }
    Ok(if report.errors > 0 { ExitCode::from(NO) } else { ExitCode::SUCCESS })
}

/// One of many plans, checked: what it brings to the report, and to the links between plans.
struct Looked {
    plan: CheckedPlan,
    files: usize,
    drawn: String,
    tasks: Vec<TaskId>,
    /// Its links, each with what is drawn where there is no such plan, no such task, or it leads round in a circle.
    links: Vec<(Link, [String; 3])>,
}

/// Many plans: those with findings, one below the other.
fn of_many(many: &Many, format: Format) -> anyhow::Result<ExitCode> {
    let (desk, lang) = (many.desk(), many.lang());
    let (mut looked, mut unreadable) = (Vec::new(), Vec::new());
    let heeding = Heeding::begin();
    many.each_read(
        |read| look(desk, format, read),
        |outcome| {
            looked.push(outcome.unwrap_or_else(|none: Unreadable| {
                unreadable.push(none.clone());
                Looked { plan: none.into(), files: 0, drawn: String::new(), tasks: Vec::new(), links: Vec::new() }
            }));
            Ok(())
        },
    )?;
    drop(heeding);
    tell_unreadable(lang, &unreadable);
    tell_unread(lang, many.unread());
    if many.unread() == 0 {
        blame_circles(&mut looked);
        blame_links(&mut looked);
        blame_namesakes(many, format, &mut looked);
    }
    let (mut report, mut drawn) = (Checks { unread: many.unread(), ..Checks::default() }, String::new());
    for Looked { plan, files, drawn: own, .. } in looked {
        if !own.is_empty() && format != Format::Github {
            drawn.push_str(&format!("========== {} ==========\n", words::visible(&plan.path)));
        }
        drawn.push_str(&own);
        report.add(plan, files);
    }
    let desk = &many.outlet();
    match format {
        Format::Json => emit_json(desk, &report)?,
        Format::Github => emit(desk, &drawn)?,
        Format::Table | Format::Md | Format::Csv | Format::Text | Format::Docx => {
            emit(desk, &format!("{drawn}{}\n", view::checks_summary(&report, lang)))?;
        }
    }
    Ok(match (many.unread(), report.errors) {
        (0, 0) => ExitCode::SUCCESS,
        (0, _) => ExitCode::from(NO),
        _ => ExitCode::from(INTERRUPTED),
    })
}

/// Checks one of many plans.
fn look(desk: &Desk, format: Format, read: Read) -> anyhow::Result<Looked> {
    refuse_own_file(desk, &read.opened)?;
    let Read { path, opened, revision } = read;
    let lang = desk.lang;
    let draw = |found: &[Diagnostic]| drawn(desk, format, (&path, &opened), found);
    let found = check::run(&opened, lang);
    let links = check::links(&opened, lang).into_iter().map(|link| {
        let drawn = [draw(&link.no_plan), draw(&link.no_task), draw(&link.circle)];
        (link, drawn)
    });
    let links = links.collect();
    let plan = CheckedPlan::new(&path, opened.plan.as_ref(), revision.map(|commit| commit.id), &found);
    let tasks = opened.plan.iter().flat_map(|plan| &plan.tasks).map(|task| task.id.clone()).collect();
    Ok(Looked { plan, files: opened.files.len(), drawn: draw(&found), tasks, links })
}

/// What is found in a plan, as it is shown: the path of one that is its own top is told from where the program runs.
fn drawn(desk: &Desk, format: Format, (path, opened): (&str, &Opened), found: &[Diagnostic]) -> String {
    match format {
        Format::Json => String::new(),
        Format::Github => view::github(opened, path, found),
        Format::Table | Format::Md | Format::Csv | Format::Text | Format::Docx => {
            let screen = screen(desk);
            view::diagnostics(opened, found, desk.lang, screen.colour, screen.columns)
        }
    }
}

/// Finds the links that lead back to where they begin.
fn blame_circles(looked: &mut [Looked]) {
    let links = looked.iter().flat_map(|of| &of.links);
    let circling = check::circling(links.map(|(link, _)| (&link.from, &link.serves)));
    let mut circling = circling.into_iter();
    for Looked { plan, drawn, links, .. } in looked {
        for (link, [.., circle]) in links.iter().filter(|_| circling.next().unwrap_or_default()) {
            plan.blame(link.circle.clone());
            drawn.push_str(circle);
        }
    }
}

/// Finds the plans that have one id.
fn blame_namesakes(many: &Many, format: Format, looked: &mut [Looked]) {
    let mut paths: HashMap<&'static str, Vec<String>> = HashMap::new();
    for Looked { plan, .. } in looked.iter() {
        plan.plan.iter().for_each(|head| paths.entry(head.id).or_default().push(plan.path.clone()));
    }
    for Looked { plan, drawn: shown, .. } in looked {
        let alike = plan.plan.as_ref().and_then(|head| paths.get(head.id)).filter(|paths| paths.len() > 1);
        let Some((paths, read)) = alike.and_then(|paths| Some((paths, many.reread(&plan.path)?))) else { continue };
        let others: Vec<&str> = paths.iter().map(String::as_str).filter(|path| *path != plan.path).collect();
        let found = check::of_one_id(&read.opened, &others, many.lang());
        shown.push_str(&drawn(many.desk(), format, (&plan.path, &read.opened), &found));
        plan.blame(found);
    }
}

/// Finds the links that lead to no plan, or to no task, among those that were looked at. Of a plan that could not be read
/// nothing is known.
fn blame_links(looked: &mut [Looked]) {
    let mut known: HashMap<&'static str, HashSet<TaskId>> = HashMap::new();
    let (mut lost, mut maimed) = (false, HashSet::new());
    for Looked { plan, tasks, .. } in looked.iter() {
        let Some(head) = &plan.plan else {
            lost = true;
            continue;
        };
        if plan.errors > 0 {
            maimed.insert(head.id);
        }
        known.entry(head.id).or_default().extend(tasks.iter().cloned());
    }
    for of in looked.iter_mut() {
        for (Link { serves, no_plan, no_task, .. }, [undrawn_plan, undrawn_task, _]) in std::mem::take(&mut of.links) {
            let above = serves.plan.as_str();
            let (found, drawn) = match known.get(above) {
                None if !lost => (no_plan, undrawn_plan),
                Some(tasks) if !tasks.contains(&serves.task) && !maimed.contains(above) => (no_task, undrawn_task),
                None | Some(_) => continue,
            };
            of.plan.blame(found);
            of.drawn.push_str(&drawn);
        }
    }
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
