//! `workplan plan`: the plan's own rules, and the plans that are near.

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::declared::{ListArgs, draw, show};
use crate::both;
use crate::cli::args::WriteArgs;
use crate::desk::Desk;
use crate::desk::asking::{answered, chosen};
use crate::desk::days::as_of;
use crate::desk::finding::{from_here, here};
use crate::desk::reading::refuse_revision;
use crate::desk::session::Session;
use crate::desk::writing::{Draft, Extent, change, not_edited};
use crate::intake::rule::{Value, rule_named, value_of};
use crate::plan::{Language, Rule};
use crate::report::plans::{self, NearPlan, Plans};
use crate::report::rules::{SCHEMA, rules};
use crate::say;
use crate::store::{EditError, Opened, open, plans_near};
use crate::view;
use crate::words;
use crate::words::fields::Changes;

/// The arguments of `workplan plan`.
#[derive(Debug, Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = both!(
        "示例：\n  workplan plan list                          附近的计划\n  workplan plan show                          本计划的设置及规则\n  workplan plan set 临期 5                    临期预警改为剩余 5 个工作日\n  workplan plan set 销号方式 审核后销号",
        "Examples:\n  workplan plan list                          the plans nearby\n  workplan plan show                          the plan's rules\n  workplan plan set due_soon 5                warn when 5 working days are left\n  workplan plan set closing reviewed",
    ),
)]
pub(super) struct PlanArgs {
    #[command(subcommand)]
    command: PlanCommand,
}

#[derive(Debug, Subcommand)]
enum PlanCommand {
    #[command(about = both!("修改设置和规则", "Change a rule"))]
    Set(SetArgs),
    #[command(about = both!("附近的计划：计划期、任务数、亮灯", "The plans nearby: periods, tasks, lights"))]
    List(ListArgs),
    #[command(about = both!("本计划的设置和规则", "The plan's rules"))]
    Show(ListArgs),
}

#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan plan set 临期 5\n  workplan plan set 滞后界限 15%\n  workplan plan set 文号字头 示府督 反馈期限 5       一次改两项\n  workplan plan set 红灯用语 亮红牌\n  workplan plan set 公开属性 --clear\n\n事项写中文名或键（见 workplan plan show），如 临期、alerts.due_soon。",
    "Examples:\n  workplan plan set due_soon 5\n  workplan plan set behind 15%\n  workplan plan set notices.series 示府督 notices.reply_within 5   two at once\n  workplan plan set lights.red.word late\n  workplan plan set disclosure --clear\n\nA rule goes by its key or its name in either language: see `workplan plan show`.",
))]
struct SetArgs {
    #[arg(value_names = [both!("事项", "RULE"), both!("值", "VALUE")], num_args = 0..,
          help = both!("事项和它的新值；可写多对", "A rule and its value; one or several pairs"))]
    pairs: Vec<String>,
    #[arg(long, help = both!("清空该事项，恢复默认", "Clear the rule: what holds where nothing is said"))]
    clear: bool,
    #[command(flatten)]
    write: WriteArgs,
}

pub(super) fn run(desk: &Desk, args: &PlanArgs) -> anyhow::Result<ExitCode> {
    match &args.command {
        PlanCommand::Set(args) => set(desk, args),
        PlanCommand::List(args) => list(desk, args),
        PlanCommand::Show(args) => show(
            desk,
            args,
            |session, assessment| rules(&session.plan.head, session.timeless_header(SCHEMA, assessment)),
            view::rules,
        ),
    }
}

fn list(desk: &Desk, args: &ListArgs) -> anyhow::Result<ExitCode> {
    let format = args.format(desk)?;
    refuse_revision(desk)?;
    let here = here(desk)?;
    let near = plans_near(&here).into_iter().map(|folder| {
        let opened = open(&folder);
        let plan = opened.plan.as_ref();
        let day = plan.map(|plan| as_of(&plan.head, args.day(), desk.lang)).transpose()?;
        Ok(NearPlan::new(from_here(&folder, &here), &opened, day, desk.lang))
    });
    let report = Plans { schema: plans::SCHEMA, plans: near.collect::<anyhow::Result<_>>()? };
    draw(desk, format, &report, &view::plans(&report, desk.lang))
}

fn set(desk: &Desk, args: &SetArgs) -> anyhow::Result<ExitCode> {
    let pairs = pairs(desk, args)?;
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let mut told = Vec::new();
        for (rule, value) in &pairs {
            told.push(set_one(draft, *rule, value.as_deref(), desk.lang)?);
        }
        Ok(told.join(draft.lang.pick("；", "; ")))
    })
}

/// The rules with their values; what is missing is asked.
fn pairs(desk: &Desk, args: &SetArgs) -> anyhow::Result<Vec<(Rule, Option<String>)>> {
    let lang = desk.lang;
    let missing =
        lang.pick("请写明事项和值：workplan plan set 事项 值", "say what, and its value: workplan plan set RULE VALUE");
    let named = |text: &String| rule_named(text, lang).map_err(anyhow::Error::msg);
    if args.clear {
        return args.pairs.iter().map(|text| Ok((named(text)?, None))).collect();
    }
    if args.pairs.is_empty() {
        let settable = || Rule::all().filter(|rule| rule.field.changes != Changes::Never);
        let name = chosen(lang, lang.pick("改哪一项", "Which rule"), missing, || {
            let head = &Session::open(desk)?.plan.head;
            let line = |rule: Rule| format!("{} {}", rule.key(), now(lang, rule, rule.of(head)));
            Ok(settable().map(line).collect())
        })?;
        let rule = settable().find(|rule| name.split(' ').next() == Some(rule.key().as_str()));
        let rule = rule.ok_or_else(|| anyhow::anyhow!(missing))?;
        let value = answered(lang, &say!(lang, "{}改成", "{}", rule.name(lang)), missing)?;
        return Ok(vec![(rule, Some(value))]);
    }
    let pairs = args.pairs.chunks(2).map(|pair| match pair {
        [rule, value] => Ok((named(rule)?, Some(value.clone()))),
        [rule] => {
            let rule = named(rule)?;
            let value = answered(lang, &say!(lang, "{}改成", "{}", rule.name(lang)), missing)?;
            Ok((rule, Some(value)))
        }
        _ => Err(anyhow::anyhow!(missing)),
    });
    pairs.collect()
}

fn now(lang: Language, rule: Rule, value: Option<String>) -> String {
    let name = rule.name(lang);
    let value = value.map_or_else(|| "—".to_owned(), |value| rule.said(lang, &value));
    say!(lang, "{name}：{value}", "{name}: {value}")
}

fn set_one(draft: &mut Draft, rule: Rule, given: Option<&str>, reader: Language) -> anyhow::Result<String> {
    let (lang, today) = (draft.lang, draft.today);
    let plan = draft.plan(reader)?;
    let before = rule.of(&plan.head);
    let value = given.map(|given| value_of(plan, rule, given, today, lang)).transpose().map_err(anyhow::Error::msg)?;
    let text = value.as_ref().map(|value| value.text.as_str());
    let name = rule.name(lang);
    if text.is_some_and(str::is_empty) {
        anyhow::bail!(say!(lang, "{name}是空的；要清空请加 --clear", "{name} is empty; to clear it, add --clear"));
    }
    if let Some(file) = text.filter(|_| matches!(rule.field.key, "source" | "calendar")) {
        refuse_missing(draft.rewrite.opened(), file, lang)?;
    }
    let yaml = value.as_ref().map(|Value { yaml, .. }| yaml.as_str());
    draft.rewrite.set_rule(rule, yaml, text).map_err(|error| refused(reader, rule, &error))?;
    let after = rule.of(&draft.plan(reader)?.head);
    let said = |value: Option<String>| {
        value.map_or_else(|| lang.pick("未写", "nothing").to_owned(), |value| rule.said(lang, &value))
    };
    let (before, after) = (said(before), said(after));
    Ok(say!(lang, "{name}由 {before} 改为 {after}", "{name} from {before} to {after}"))
}

fn refused(lang: Language, rule: Rule, error: &EditError) -> anyhow::Error {
    let name = rule.name(lang);
    match error {
        EditError::Misread(_) if rule.part == Some("notices") => anyhow::anyhow!(say!(
            lang,
            "督办编号须有文号字头；先设置：workplan plan set 文号字头 示府督",
            "notices need a series; set it first: workplan plan set notices.series 示府督"
        )),
        EditError::Misread(_) => {
            anyhow::anyhow!(say!(lang, "{name}不能这样写，或不能清空", "{name} cannot be so, or cannot be cleared"))
        }
        error => not_edited(lang, error),
    }
}

/// The source and the calendar are files, from the plan's folder.
fn refuse_missing(opened: &Opened, file: &str, lang: Language) -> anyhow::Result<()> {
    let there = opened.shelf.folder().is_some_and(|folder| folder.join(file).is_file());
    if there || file == "CN" {
        return Ok(());
    }
    let file = words::visible(file);
    anyhow::bail!(say!(
        lang,
        "计划目录中没有文件 {file}（路径从计划目录写起）",
        "there is no file {file} in the plan's folder (paths begin there)"
    ))
}
