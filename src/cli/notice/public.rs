//! The same tasks for everybody: no number, no unit, nothing kept.

use std::process::ExitCode;

use super::args::NoticeArgs;
use super::draw::PaperFormat;
use crate::cli::filters::no_such;
use crate::desk::Desk;
use crate::desk::edition::for_the_public;
use crate::desk::session::Session;
use crate::report::filter::{Filter, task_named};
use crate::view;

pub(super) fn run(desk: &Desk, args: &NoticeArgs) -> anyhow::Result<ExitCode> {
    if args.number.is_some()
        || args.all
        || args.signed_by.is_some()
        || args.lead.is_some()
        || args.level.is_some()
        || args.reply_by.is_some()
        || args.unreported
        || args.force
    {
        anyhow::bail!(desk.lang.pick("公开版只列任务的原文、时限和指标，不编号、不分级、不写单位：--public 只与任务编号同用", "an edition for the public lists the tasks' words, deadlines and metrics, without number, level or unit: --public goes with task ids only"));
    }
    if args.tasks.is_empty() {
        anyhow::bail!(desk.lang.pick("请写任务编号", "give task ids"));
    }
    let format = PaperFormat::of(desk, args)?;
    let session = Session::open(desk)?;
    let (plan, lang) = (&session.plan, session.lang);
    let assessment = session.assess(args.as_of.as_deref())?;
    let named = |given: &String| {
        task_named(plan, given)
            .map(|task| task.id.as_str())
            .map_err(|error| no_such(lang, desk.lang.pick("任务", "task"), given, &error))
    };
    let ids = args.tasks.iter().map(named).collect::<anyhow::Result<Vec<_>>>()?;
    let mut published = for_the_public(session, &assessment, &Filter::default())?;
    published.tasks.retain(|task| ids.contains(&task.id));
    let letter = view::public_letter(view::public_tasks(&published, lang), &published, lang);
    match &args.out_dir {
        Some(folder) => {
            format.write_into(desk, session, folder, vec![(desk.lang.pick("任务公开", "tasks").to_owned(), letter)])?
        }
        None => format.emit(desk, letter)?,
    }
    Ok(ExitCode::SUCCESS)
}
