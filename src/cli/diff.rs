//! `workplan diff`: what changed in the plan between two revisions.

use std::collections::HashSet;
use std::path::Path;
use std::process::ExitCode;

use clap::Args;

use super::NO;
use super::filters::FilterArgs;
use crate::both;
use crate::cli::args::Reading;
use crate::desk::Desk;
use crate::desk::holding::open_unchanging;
use crate::desk::output::{BrokenPlan, Format, emit_json, emit_page, note};
use crate::desk::reading::{Place, read, said};
use crate::desk::session::Session;
use crate::git::{Commit, Revision, read_revision};
use crate::plan::{Date, Language};
use crate::report::diff::{Comparison, Diff, SCHEMA, SideLine, compare, impact};
use crate::report::filter::Filter;
use crate::report::header::PlanLine;
use crate::report::notes;
use crate::say;
use crate::store::Opened;
use crate::threads;
use crate::view;

/// The arguments of `workplan diff`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan diff                           当前文件相对最近一次提交改了什么\n  workplan diff HEAD~3                    相对三次提交之前\n  workplan diff @{2020-09-01} HEAD        两个版本之间\n  workplan diff main...调整               分支“调整”自分出以来改了什么\n  workplan diff 旧计划 新计划             两个目录之间，不需要 git\n  workplan diff --impact --as-of 11月底   还列出亮灯、预警因此有何变化\n  workplan diff --exit-code --stat        只列数目；有改动时退出码为 1\n\n任务按编号对应；条目的先后、所在文件、注释和引号不算改动。“撤销”指删去或经台账撤销的任务",
    "Examples:\n  workplan diff                           what the files change of the last commit\n  workplan diff HEAD~3                    … of the third before it\n  workplan diff @{2020-09-01} HEAD        between two revisions\n  workplan diff main...topic              what the branch `topic` changed since it began\n  workplan diff old-plan new-plan         between two folders, without git\n  workplan diff --impact --as-of 11月底   and what that does to lights and alerts\n  workplan diff --exit-code --stat        counts only; exit with 1 when anything changed\n\nTasks are matched by id. Order, files, comments and quotes are no change. A task is called off when it is taken out, or cancelled in the journal",
))]
pub(super) struct DiffArgs {
    #[arg(value_name = both!("旧版本", "FROM"), help = both!("旧版本：提交号、分支、标签等；默认 HEAD。也可为目录", "The older revision, HEAD by default; or a folder"))]
    from: Option<String>,
    #[arg(value_name = both!("新版本", "TO"), help = both!("新版本；默认当前文件", "The newer revision, the files on the disk by default; or a folder"))]
    to: Option<String>,
    #[arg(long, help = both!("另列出亮灯和预警因此有何变化（按 --as-of 之日）", "Tell too which lights and alerts differ, on the --as-of day"))]
    impact: bool,
    #[arg(long, help = both!("只列数目", "Counts only"))]
    stat: bool,
    #[arg(long, help = both!("有任何改动时，退出码为 1", "Exit with 1 when anything changed"))]
    exit_code: bool,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    filters: FilterArgs,
}

pub(super) fn run(desk: &Desk, args: &DiffArgs) -> anyhow::Result<ExitCode> {
    let format = args.reading.format(desk, &[Format::Table, Format::Md, Format::Json, Format::Text])?;
    let (old, new) = sides(desk, args)?;
    let lang = new.session.lang;
    let as_of = new.session.day(args.reading.day())?;
    let mut comparison = compare(old.state(), new.state());
    let wanted = wanted(args, &old, &new, as_of, &comparison)?;
    let is_wanted = |id: &str| wanted.as_ref().is_none_or(|wanted| wanted.contains(id));
    comparison.retain(is_wanted);
    let differs = !comparison.is_empty();
    let (head, notes) = (&new.session.plan.head, notes(args, &old, &new, as_of));
    let impact = args.impact.then(|| {
        let (before, now) = (assessed(old.session, as_of), assessed(new.session, as_of));
        impact(&comparison, (&old.session.plan.head, before), (head, now), is_wanted, lang)
    });
    let revision = new.line.revision.clone();
    let (from, to, words, head) = (old.line, new.line, head, PlanLine::new(head));
    let notices = std::mem::take(&mut comparison.notices);
    let report = Diff { schema: SCHEMA, revision, notes, from, to, comparison, impact, head, notices, words };
    match format {
        Format::Json => emit_json(desk, &report)?,
        Format::Table | Format::Md | Format::Csv | Format::Text | Format::Github | Format::Docx => {
            let page =
                if args.stat { view::diff_stat(&report, lang) } else { view::diff(&report, lang, format.medium()) };
            emit_page(desk, format, &page)?;
        }
    }
    Ok(if args.exit_code && differs { ExitCode::from(NO) } else { ExitCode::SUCCESS })
}

/// One side, as it was named.
enum Side<'a> {
    /// A folder.
    Folder(&'a str),
    /// The plan's files on the disk.
    Disk,
    /// A revision, and how it was asked for.
    Revision(&'a Place, String),
}

/// One side, read and found usable.
struct UsableSide {
    session: &'static Session,
    line: SideLine,
}

impl UsableSide {
    fn state(&self) -> (&'static crate::plan::Plan, &'static crate::plan::Journal) {
        (&self.session.plan, &self.session.opened.journal)
    }
}

/// Reads both sides: two folders, a revision and the files, or two revisions.
fn sides(desk: &Desk, args: &DiffArgs) -> anyhow::Result<(UsableSide, UsableSide)> {
    if desk.rev.is_some() || desk.rev_date.is_some() {
        anyhow::bail!(desk.lang.pick(
            "请把版本直接写在 diff 之后，如 workplan diff HEAD~3 HEAD；--rev、--rev-date 不适用",
            "name the revisions after `diff`, as in workplan diff HEAD~3 HEAD; --rev and --rev-date make no sense here"
        ));
    }
    if let (Some(from), Some(to)) = (&args.from, &args.to)
        && is_plan(from)
        && is_plan(to)
    {
        return both(desk, Side::Folder(from), Side::Folder(to));
    }
    let place = Place::of(desk)?;
    let (from, to) = revisions(desk.lang, &place, args)?;
    if to.is_none() && place.repository.bare {
        anyhow::bail!(say!(
            desk.lang,
            "裸仓库中没有文件可比，请写明两个版本，如 workplan diff {from}~1 {from}",
            "a bare repository has no files to compare with: name two revisions, as in workplan diff {from}~1 {from}"
        ));
    }
    let to = to.map_or(Side::Disk, |to| Side::Revision(&place, to));
    both(desk, Side::Revision(&place, from), to)
}

/// The revisions that are meant: `FROM TO`, `FROM..TO`, or `FROM...TO` since the two parted.
fn revisions(lang: Language, place: &Place, args: &DiffArgs) -> anyhow::Result<(String, Option<String>)> {
    let named = |name: &str| if name.is_empty() { "HEAD".to_owned() } else { name.to_owned() };
    let from = args.from.as_deref().unwrap_or("");
    if args.to.is_some() {
        return Ok((named(from), args.to.clone()));
    }
    if let Some((from, to)) = from.split_once("...") {
        let (from, to) = (place.commit(lang, Some(&named(from)), None)?, named(to));
        let other = place.commit(lang, Some(&to), None)?;
        let base = place.repository.ask(&["merge-base", &from.id, &other.id]).map_err(|error| said(lang, error))?;
        return Ok((String::from_utf8_lossy(&base).trim().to_owned(), Some(to)));
    }
    Ok(match from.split_once("..") {
        Some((from, to)) => (named(from), Some(named(to))),
        None => (named(from), None),
    })
}

fn is_plan(folder: &str) -> bool {
    Path::new(folder).join("plan.yaml").is_file()
}

/// Reads both sides at once, and finds them usable. Where neither is, what is wrong with both is said.
fn both(desk: &Desk, from: Side<'_>, to: Side<'_>) -> anyhow::Result<(UsableSide, UsableSide)> {
    threads::ready();
    match rayon::join(|| from.usable(desk), || to.usable(desk)) {
        (Ok(from), Ok(to)) => Ok((from, to)),
        (Err(from), Err(to)) => match (from.downcast_ref::<BrokenPlan>(), to.downcast_ref::<BrokenPlan>()) {
            (Some(BrokenPlan(old)), Some(BrokenPlan(new))) => Err(BrokenPlan(format!("{old}\n\n{new}")).into()),
            _ => Err(from),
        },
        (Err(error), Ok(_)) | (Ok(_), Err(error)) => Err(error),
    }
}

impl Side<'_> {
    fn usable(self, desk: &Desk) -> anyhow::Result<UsableSide> {
        let (opened, commit, folder) = self.read(desk)?;
        let tail = |lang| {
            let called = self.called(desk.lang);
            say!(
                lang,
                "{called} 的计划文件有误，无法比对",
                "the plan has errors in {called}, so there is nothing to compare"
            )
        };
        // The day where the plan is, as in a history.
        let offset = opened.plan.as_ref().map(|plan| plan.head.utc_offset).unwrap_or_default();
        let line = SideLine {
            revision: commit.as_ref().map(|commit| commit.id.clone()),
            date: commit.as_ref().map(|commit| Date(commit.when.with_timezone(&offset.0).date_naive())),
            folder,
        };
        Ok(UsableSide { session: Session::of(desk, opened, commit, &[], tail)?, line })
    }

    fn read(&self, desk: &Desk) -> anyhow::Result<(Opened, Option<Commit>, Option<String>)> {
        match self {
            Side::Folder(named) => {
                let folder = Path::new(named);
                Ok((open_unchanging(desk, folder), None, Some((*named).to_owned())))
            }
            Side::Disk => read(desk).map(|(opened, commit)| (opened, commit, None)),
            Side::Revision(place, asked) => {
                let commit = place.commit(desk.lang, Some(asked), None).map_err(|error| match is_plan(asked) {
                    true => anyhow::anyhow!(desk.lang.pick(
                        "比对目录须写明两个计划目录，如 workplan diff 旧计划 新计划",
                        "of folders two must be named, and both must hold a plan: workplan diff old-plan new-plan"
                    )),
                    false => error,
                })?;
                let (repository, id) = (&place.repository, place.id.as_deref());
                let revision = Revision::of(repository, commit, &place.folder, id, asked)
                    .map_err(|error| said(desk.lang, error))?;
                let opened = read_revision(&revision);
                Ok((opened, Some(revision.commit), None))
            }
        }
    }

    /// As it is called when something in it is wrong.
    fn called(&self, lang: Language) -> String {
        match self {
            Side::Folder(named) => (*named).to_owned(),
            Side::Disk => lang.pick("当前文件", "the files on the disk").to_owned(),
            Side::Revision(_, asked) => asked.clone(),
        }
    }
}

/// The ids, on either side, of the tasks that the filters mean; nothing where there are none.
fn wanted(
    args: &DiffArgs,
    old: &UsableSide,
    new: &UsableSide,
    as_of: Date,
    comparison: &Comparison<'_>,
) -> anyhow::Result<Option<HashSet<String>>> {
    // A unit or a section may be gone; then the older side knows it.
    let filter = args.filters.filter(new.session, as_of);
    let filter = filter.or_else(|error| args.filters.filter(old.session, as_of).map_err(|_| error))?;
    if filter == Filter::default() {
        return Ok(None);
    }
    let mut wanted = HashSet::new();
    for session in [old.session, new.session] {
        let assessment = session.assess_at(as_of);
        let passes = filter.chosen(&session.plan.head, &assessment.standings);
        wanted.extend(passes.map(|standing| standing.task.id.to_string()));
    }
    for task in &comparison.renumbered {
        if wanted.contains(task.from) || wanted.contains(task.to) {
            wanted.extend([task.from.to_owned(), task.to.to_owned()]);
        }
    }
    Ok(Some(wanted))
}

/// A plan at a day, for as long as the program runs.
fn assessed(session: &'static Session, day: Date) -> &'static crate::assess::Assessment<'static> {
    Box::leak(Box::new(session.assess_at(day)))
}

fn notes(args: &DiffArgs, old: &UsableSide, new: &UsableSide, as_of: Date) -> Vec<String> {
    let session = new.session;
    let mut notes = match args.impact {
        true => {
            let assessment = session.assess_at(as_of);
            let header = session.header(SCHEMA, &assessment);
            session.say_closing(&header);
            header.notes
        }
        false => session.notes(),
    };
    if old.session.plan.head.sample && !session.plan.head.sample {
        let sample = notes::note_sample(session.lang);
        note(session.lang, &sample);
        notes.push(sample);
    }
    notes
}
