//! `workplan place`: the places that tasks may name.

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::declared::{ListArgs, refuse_empty, show};
use super::filters::no_such;
use crate::both;
use crate::cli::args::WriteArgs;
use crate::desk::Desk;
use crate::desk::asking::{answered, chosen};
use crate::desk::session::Session;
use crate::desk::writing::{Extent, change, not_edited};
use crate::plan::{Head, Language};
use crate::report::declared::{PLACES, places};
use crate::report::filter::place_named;
use crate::say;
use crate::view;
use crate::words;

/// The arguments of `workplan place`.
#[derive(Debug, Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = both!(
        "示例：\n  workplan place add 龚都村 岑卜村        登记地点\n  workplan place rename 岑卜 岑卜新村     改名，任务一并改\n  workplan place list                     地点及任务数\n\n没有登记任何地点时，任务可写任何地点；登记之后，只能写登记过的。",
        "Examples:\n  workplan place add 龚都村 岑卜村        declare places\n  workplan place rename 岑卜 岑卜新村     another name, in tasks too\n  workplan place list                     the places, with their tasks\n\nWhere no place is declared, tasks may name any; once one is, only declared ones.",
    ),
)]
pub(super) struct PlaceArgs {
    #[command(subcommand)]
    command: PlaceCommand,
}

#[derive(Debug, Subcommand)]
enum PlaceCommand {
    #[command(about = both!("登记地点", "Declare places"))]
    Add(AddArgs),
    #[command(about = both!("地点改名：任务一并改，旧名仍能看懂", "Another name: in tasks at once; the old one stays understood"))]
    Rename(RenameArgs),
    #[command(about = both!("地点列表", "The places"))]
    List(ListArgs),
}

#[derive(Debug, Args)]
#[command(after_help = both!("示例：\n  workplan place add 龚都村 岑卜村", "Example:\n  workplan place add 龚都村 岑卜村"))]
struct AddArgs {
    #[arg(value_name = both!("名称", "NAME"), help = both!("地点全称；可写多个", "Full names, one or several"))]
    names: Vec<String>,
    #[command(flatten)]
    write: WriteArgs,
}

#[derive(Debug, Args)]
#[command(after_help = both!("示例：\n  workplan place rename 岑卜 岑卜新村", "Example:\n  workplan place rename 岑卜 岑卜新村"))]
struct RenameArgs {
    #[arg(value_name = both!("原名", "OLD"), help = both!("现在的名称，可简写", "Its name now; a short form will do"))]
    old: Option<String>,
    #[arg(value_name = both!("新名", "NEW"), help = both!("新的名称", "Its new name"))]
    new: Option<String>,
    #[command(flatten)]
    write: WriteArgs,
}

pub(super) fn run(desk: &Desk, args: &PlaceArgs) -> anyhow::Result<ExitCode> {
    match &args.command {
        PlaceCommand::Add(args) => add(desk, args),
        PlaceCommand::Rename(args) => rename(desk, args),
        PlaceCommand::List(args) => show(
            desk,
            args,
            |session, assessment| places(&session.plan, assessment, session.header(PLACES, assessment)),
            view::places,
        ),
    }
}

fn add(desk: &Desk, args: &AddArgs) -> anyhow::Result<ExitCode> {
    let lang = desk.lang;
    let names = match args.names.as_slice() {
        [] => vec![answered(
            lang,
            lang.pick("地点名称", "The place"),
            lang.pick("请写明地点：workplan place add 名称", "say which place: workplan place add NAME"),
        )?],
        names => names.iter().map(|name| name.trim().to_owned()).collect(),
    };
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let mut new = Vec::new();
        // Once one place is declared, all that tasks name must be.
        if draft.plan(lang)?.head.places.is_empty() {
            let named = draft.plan(lang)?.tasks.iter().flat_map(|task| &task.places);
            named.for_each(|place| {
                if !new.contains(place) {
                    new.push(place.clone())
                }
            });
            new.retain(|place| !names.contains(place));
        }
        let before = new.len();
        for name in &names {
            refuse_taken(&draft.plan(lang)?.head, name, None, lang)?;
            new.push(name.clone());
        }
        for name in &new {
            refuse_empty(name, lang)?;
            draft.rewrite.declare_place(name).map_err(|error| not_edited(lang, &error))?;
        }
        let lang = draft.lang;
        let list = words::list(lang, &names);
        Ok(match before {
            0 => say!(lang, "登记地点 {list}", "new place {list}"),
            before => say!(
                lang,
                "登记地点 {list}，并登记任务中已写的 {before} 个地点",
                "new place {list}, and the {before} that tasks name already"
            ),
        })
    })
}

fn rename(desk: &Desk, args: &RenameArgs) -> anyhow::Result<ExitCode> {
    let lang = desk.lang;
    let missing =
        lang.pick("请写明原名和新名：workplan place rename 原名 新名", "say both names: workplan place rename OLD NEW");
    let old = match &args.old {
        Some(old) => old.clone(),
        None => chosen(lang, lang.pick("给哪个地点改名", "Which place"), missing, || {
            Ok(Session::open(desk)?.plan.head.places.iter().map(|place| place.name.clone()).collect())
        })?,
    };
    let new = match &args.new {
        Some(new) => new.trim().to_owned(),
        None => answered(lang, lang.pick("新的名称", "Its new name"), missing)?,
    };
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let plan = draft.plan(lang)?;
        let old = place_named(plan, &old).map_err(|error| no_such(lang, lang.pick("地点", "place"), &old, &error))?;
        refuse_empty(&new, lang)?;
        if new == old {
            anyhow::bail!(say!(lang, "地点已经叫“{old}”", "the place is called `{old}` already"));
        }
        refuse_taken(&plan.head, &new, Some(&old), lang)?;
        let tasks = plan.tasks.iter().filter(|task| task.places.contains(&old)).count();
        draft.rewrite.rename_place(&old, &new).map_err(|error| not_edited(lang, &error))?;
        let count = words::task_count(draft.lang, tasks);
        Ok(say!(
            draft.lang,
            "地点“{old}”改名为“{new}”，涉及 {count}",
            "place `{old}` is called `{new}` now, in {count}"
        ))
    })
}

/// Refuses a name that means another place, or did.
fn refuse_taken(head: &Head, name: &str, own: Option<&str>, lang: Language) -> anyhow::Result<()> {
    let others = || head.places.iter().filter(|place| own != Some(place.name.as_str()));
    if others().any(|place| place.name == name) {
        anyhow::bail!(say!(lang, "地点“{name}”已登记", "there is a place `{name}` already"));
    }
    if let Some(place) = others().find(|place| place.formerly.iter().any(|old| old == name)) {
        let now = &place.name;
        anyhow::bail!(say!(
            lang,
            "“{name}”是“{now}”的曾用名，不能另作他用",
            "`{name}` is what `{now}` was called: it cannot be another place's"
        ));
    }
    Ok(())
}
