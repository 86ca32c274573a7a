//! The same tasks for everybody: no number, no unit, nothing kept.

use std::process::ExitCode;

use super::NoticeArgs;
use super::draw::PaperFormat;
use crate::cli::edition::for_the_public;
use crate::cli::filters::no_such;
use crate::cli::session::{Reading, Session};
use crate::cli::{Global, tr};
use crate::render::view;
use crate::report::filter::{Filter, task_named, unit_named};

pub(super) fn run(global: &Global, args: &NoticeArgs) -> anyhow::Result<ExitCode> {
    if args.number.is_some() || args.all || args.signed_by.is_some() || args.level.is_some() || args.reply_by.is_some()
    {
        anyhow::bail!(tr(
            "公开版只列任务的原文、时限和指标，不编号、不分级、不写单位：--public 只与任务编号或 --lead 同用",
            "an edition for the public lists the tasks' words, deadlines and metrics, without number, level or unit: --public goes with task ids or --lead only"
        ));
    }
    if args.tasks.is_empty() && args.lead.is_none() {
        anyhow::bail!(tr("请写任务编号，或 --lead 单位", "give task ids, or --lead UNIT"));
    }
    let format = PaperFormat::of(global, args)?;
    let session = Session::open(global)?;
    let (plan, lang) = (&session.plan, session.lang);
    let assessment = session.assess(&Reading { as_of: args.as_of.clone(), ..Reading::today() })?;
    let lead =
        args.lead.as_deref().map(|lead| unit_named(plan, lead).map_err(|error| no_such(lang, "--lead", lead, &error)));
    let named =
        |given: &String| task_named(plan, given).map_err(|error| no_such(lang, tr("任务", "task"), given, &error));
    let ids = args.tasks.iter().map(named).collect::<anyhow::Result<Vec<_>>>()?;
    let filter = Filter { leads: lead.transpose()?.into_iter().collect(), ..Filter::default() };
    let mut published = for_the_public(session, &assessment, &filter)?;
    published.tasks.retain(|task| ids.is_empty() || ids.iter().any(|id| id == task.id));
    let letter = view::public_letter(view::public_tasks(&published, lang), &published, lang);
    match &args.out_dir {
        Some(folder) => {
            format.write_into(global, session, folder, vec![(tr("任务公开", "tasks").to_owned(), letter)])?
        }
        None => format.emit(global, letter)?,
    }
    Ok(ExitCode::SUCCESS)
}
