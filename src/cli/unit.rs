//! `workplan unit`: the units that tasks may name.

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::declared::{ListArgs, refuse_empty, refuse_taken, show, with_short};
use super::filters::no_such;
use crate::both;
use crate::cli::args::WriteArgs;
use crate::desk::Desk;
use crate::desk::asking::{answered, chosen};
use crate::desk::session::Session;
use crate::desk::writing::{Draft, Extent, change, not_edited};
use crate::plan::{Language, Plan, Unit};
use crate::report::declared::{UNITS, units};
use crate::report::filter::unit_named;
use crate::say;
use crate::view;
use crate::words;

/// The arguments of `workplan unit`.
#[derive(Debug, Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = both!(
        "示例：\n  workplan unit add 教务处=教务 总务处=总务          登记单位及简称\n  workplan unit rename 教务处 教学管理处             改名，任务和规则一并改；台账照旧\n  workplan unit retire 总务处 --date 2020-10-01      停用，不再承担新任务\n  workplan unit list                                 单位名单及任务数",
        "Examples:\n  workplan unit add Teaching=TE Premises=PR          declare units, each with a short form\n  workplan unit rename Teaching Studies              another name, in tasks and rules too; the journal stays\n  workplan unit retire Premises --date 2020-10-01    it takes no new work\n  workplan unit list                                 the units, with their tasks",
    ),
)]
pub(super) struct UnitArgs {
    #[command(subcommand)]
    command: UnitCommand,
}

#[derive(Debug, Subcommand)]
enum UnitCommand {
    #[command(about = both!("登记单位", "Declare units"))]
    Add(AddArgs),
    #[command(about = both!("单位改名：任务、规则一并改，旧名仍能看懂", "Another name: in tasks and rules at once; the old one stays understood"))]
    Rename(RenameArgs),
    #[command(about = both!("停用单位：可留在旧记录中，不再承担新任务", "A unit is no more: it may stand in old entries, and takes no new work"))]
    Retire(RetireArgs),
    #[command(about = both!("单位名单", "The units"))]
    List(ListArgs),
}

#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan unit add 教务处=教务 总务处=总务\n  workplan unit add 规划建设和生态环境办公室 --short 规建办 --note 含环保站",
    "Examples:\n  workplan unit add Teaching=TE Premises=PR\n  workplan unit add 规划建设和生态环境办公室 --short 规建办 --note 含环保站",
))]
struct AddArgs {
    #[arg(value_name = both!("名称=简称", "NAME=SHORT"), help = both!("单位全称，可在等号后写简称；可写多个", "The full name, with a short form behind an equals sign if wanted; one or several"))]
    names: Vec<String>,
    #[arg(long, value_name = both!("简称", "SHORT"), help = both!("表格中用的简称；只登记一个单位时用", "A short form for tables; of a single unit"))]
    short: Option<String>,
    #[arg(long, value_name = both!("文字", "TEXT"), help = both!("备注；只登记一个单位时用", "A remark; of a single unit"))]
    note: Option<String>,
    #[command(flatten)]
    write: WriteArgs,
}

#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan unit rename 规建办 规划建设办公室\n  workplan unit rename 教务处 教学管理处=教管        同时改简称\n\n台账和已发督办单中的旧名不改，记入该单位的曾用名（formerly），今后照样认得。",
    "Examples:\n  workplan unit rename 规建办 规划建设办公室\n  workplan unit rename Teaching Studies=ST            another short form as well\n\nThe journal and the notices that were sent keep the old name; it is written down under `formerly`, and still means the unit.",
))]
struct RenameArgs {
    #[arg(value_name = both!("原名", "OLD"), help = both!("现在的名称，可用简称", "Its name now; a short form will do"))]
    old: Option<String>,
    #[arg(value_name = both!("新名=简称", "NEW=SHORT"), help = both!("新的全称，可在等号后写新简称", "Its new full name, with a new short form behind an equals sign if wanted"))]
    new: Option<String>,
    #[arg(long, value_name = both!("简称", "SHORT"), help = both!("新的简称；不写则沿用", "Its new short form; the old one stays where nothing is said"))]
    short: Option<String>,
    #[command(flatten)]
    write: WriteArgs,
}

#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan unit retire 总务处 --date 2020-10-01\n  workplan amend 2-01 lead 后勤中心 --reason 机构改革 --approved-by 校长办公会   未完成的任务换牵头单位",
    "Examples:\n  workplan unit retire Premises --date 2020-10-01\n  workplan amend 2-01 lead Services --reason merged --approved-by board   its open tasks want another lead",
))]
struct RetireArgs {
    #[arg(value_name = both!("单位", "UNIT"), help = both!("单位名称，可用简称", "The unit; a short form will do"))]
    unit: Option<String>,
    #[arg(long, value_name = both!("日期", "DATE"), help = both!("自哪一天起停用；默认今天", "The day from which it is no more; today by default"))]
    date: Option<String>,
    #[command(flatten)]
    write: WriteArgs,
}

pub(super) fn run(desk: &Desk, args: &UnitArgs) -> anyhow::Result<ExitCode> {
    match &args.command {
        UnitCommand::Add(args) => add(desk, args),
        UnitCommand::Rename(args) => rename(desk, args),
        UnitCommand::Retire(args) => retire(desk, args),
        UnitCommand::List(args) => show(
            desk,
            args,
            |session, assessment| units(&session.plan, assessment, session.header(UNITS, assessment)),
            view::units,
        ),
    }
}

fn add(desk: &Desk, args: &AddArgs) -> anyhow::Result<ExitCode> {
    let lang = desk.lang;
    let names = match args.names.as_slice() {
        [] => vec![answered(
            lang,
            lang.pick("单位名称（可写 全称=简称）", "The unit (NAME, or NAME=SHORT)"),
            lang.pick("请写明单位名称：workplan unit add 名称=简称", "say which unit: workplan unit add NAME=SHORT"),
        )?],
        names => names.to_vec(),
    };
    if names.len() > 1 && (args.short.is_some() || args.note.is_some()) {
        anyhow::bail!(lang.pick(
            "--short、--note 只用于一个单位；多个单位的简称写作“全称=简称”",
            "--short and --note are for a single unit; write several as NAME=SHORT"
        ));
    }
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let mut new = Vec::new();
        for text in &names {
            let (name, short) = with_short(text);
            let short = args.short.as_deref().or(short).filter(|short| *short != name);
            for name in std::iter::once(name).chain(short) {
                refuse_taken(&draft.plan(lang)?.head, name, None, lang)?;
            }
            let unit = Unit { short: short.map(str::to_owned), note: args.note.clone(), ..Unit::new(name) };
            draft.rewrite.declare_unit(unit).map_err(|error| not_edited(lang, &error))?;
            new.push(
                short.map_or_else(|| name.to_owned(), |short| say!(lang, "{name}（{short}）", "{name} ({short})")),
            );
        }
        let new = words::list(draft.lang, new);
        Ok(say!(draft.lang, "登记单位 {new}", "new unit {new}"))
    })
}

fn rename(desk: &Desk, args: &RenameArgs) -> anyhow::Result<ExitCode> {
    let lang = desk.lang;
    let missing =
        lang.pick("请写明原名和新名：workplan unit rename 原名 新名", "say both names: workplan unit rename OLD NEW");
    let old = unit_or_chosen(desk, args.old.as_deref(), lang.pick("给哪个单位改名", "Which unit"), missing)?;
    let new = match &args.new {
        Some(new) => new.clone(),
        None => answered(lang, lang.pick("新的名称", "Its new name"), missing)?,
    };
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let plan = draft.plan(lang)?;
        let old = named(plan, &old, lang)?;
        let (name, short) = with_short(&new);
        let short = args.short.as_deref().or(short);
        refuse_empty(name, lang)?;
        for name in std::iter::once(name).chain(short) {
            refuse_taken(&plan.head, name, Some(&old), lang)?;
        }
        let same_short = plan.head.units.iter().any(|unit| unit.name.as_str() == old && unit.short.as_deref() == short);
        if name == old && (short.is_none() || same_short) {
            anyhow::bail!(say!(lang, "单位已经叫“{old}”", "the unit is called `{old}` already"));
        }
        let tasks = bearing(plan, &old);
        draft.rewrite.rename_unit(&old, name, short).map_err(|error| not_edited(lang, &error))?;
        let lang = draft.lang;
        let count = words::task_count(lang, tasks);
        Ok(say!(lang, "单位“{old}”改名为“{name}”，涉及 {count}", "unit `{old}` is called `{name}` now, in {count}"))
    })
}

fn retire(desk: &Desk, args: &RetireArgs) -> anyhow::Result<ExitCode> {
    let lang = desk.lang;
    let missing = lang.pick("请写明单位：workplan unit retire 单位", "say which unit: workplan unit retire UNIT");
    let given = unit_or_chosen(desk, args.unit.as_deref(), lang.pick("停用哪个单位", "Which unit"), missing)?;
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let name = named(draft.plan(lang)?, &given, lang)?;
        let since = draft.day(lang, args.date.as_deref())?.unwrap_or(draft.today);
        draft.rewrite.retire_unit(&name, since).map_err(|error| not_edited(lang, &error))?;
        refuse_office(draft, &name, lang)?;
        Ok(say!(draft.lang, "单位“{name}”自 {since} 起停用", "unit `{name}` is no more since {since}"))
    })
}

/// Who takes the answers to notices must be there to take them.
fn refuse_office(draft: &Draft, name: &str, lang: Language) -> anyhow::Result<()> {
    let office = draft.plan(lang)?.head.notices.as_ref().and_then(|rules| rules.office.as_ref());
    if office.is_some_and(|office| office.as_str() == name) {
        anyhow::bail!(say!(
            lang,
            "“{name}”是受理督办反馈的单位；请先换一个：workplan plan set 受理反馈的单位 单位",
            "`{name}` takes the answers to notices; name another one first: workplan plan set notices.office UNIT"
        ));
    }
    Ok(())
}

/// The unit that was given, or that somebody at the terminal chooses.
fn unit_or_chosen(desk: &Desk, given: Option<&str>, question: &str, missing: &str) -> anyhow::Result<String> {
    match given {
        Some(given) => Ok(given.to_owned()),
        None => chosen(desk.lang, question, missing, || {
            let units = &Session::open(desk)?.plan.head.units;
            Ok(units.iter().map(|unit| unit.name.to_string()).collect())
        }),
    }
}

fn named(plan: &Plan, given: &str, lang: Language) -> anyhow::Result<String> {
    unit_named(plan, given).map_err(|error| no_such(lang, lang.pick("单位", "unit"), given, &error))
}

/// How many tasks name the unit.
fn bearing(plan: &Plan, name: &str) -> usize {
    let bears = |unit: &crate::plan::UnitName| unit.as_str() == name;
    plan.tasks.iter().filter(|task| task.lead.iter().chain(&task.support).any(bears)).count()
}
