//! `workplan add`: a task that the document did not order, or that was overlooked.

use std::process::ExitCode;

use clap::Args;

use super::typed::Offering;
use crate::both;
use crate::cli::args::WriteArgs;
use crate::desk::asking::{insisting, on_terminal};
use crate::desk::output::Doubtful;
use crate::desk::writing::{Extent, change, not_edited};
use crate::desk::{Desk, adding};
use crate::intake::assign::Around;
use crate::intake::wanted::{Wanted, namesake};
use crate::plan::{Kind, Task};
use crate::say;
use crate::words;

/// The arguments of `workplan add`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan add                                             在终端逐项询问\n  workplan add --theme 22 --title 青西郊野公园导览牌更新 --lead 规建办 --deadline 2020-12-15\n  workplan add --section 2 --theme 美丽乡村 --title 完成30户庭院整治 --metric 整治户数=30户\n  workplan add --section 5 --title 老街消防整改 --origin '镇长办公会 2020-08-03' --checkpoint 排查=2020-08-31\n  workplan add --theme 22 --title 河长制巡查 --kind 常态 --recurs 每月25日\n\n编号取本专题的下一个空号，并放在本专题各任务之后。原文没有写明的（牵头单位、时限、目标值等）自动记为推定。",
    "Examples:\n  workplan add                                             asks field by field, on a terminal\n  workplan add --theme 22 --title 青西郊野公园导览牌更新 --lead 规建办 --deadline 2020-12-15\n  workplan add --section 2 --theme 美丽乡村 --title 完成30户庭院整治 --metric 整治户数=30户\n  workplan add --section 5 --title 老街消防整改 --origin '镇长办公会 2020-08-03' --checkpoint 排查=2020-08-31\n  workplan add --theme 22 --title 河长制巡查 --kind continuous --recurs month:25\n\nThe id is the next free one of its theme, and the task stands behind the theme's others. What the document does not say (lead, deadline, target) is marked as assumed.",
))]
pub(super) struct AddArgs {
    #[arg(long, value_name = both!("板块", "SECTION"), help = both!("板块的编号或标题中的字；给出专题时可省略", "A section's id or a part of its title; may be left out with --theme"))]
    section: Option<String>,
    #[arg(long, value_name = both!("专题", "THEME"), help = both!("专题的编号或标题中的字；板块没有专题时省略", "A theme's id or a part of its title; none where the section has none"))]
    theme: Option<String>,
    #[arg(long, value_name = both!("名称", "TITLE"), help = both!("任务名称", "The task's title"))]
    title: Option<String>,
    #[arg(long, value_name = both!("原文", "TEXT"), help = both!("原文中的语句，一字不差", "The document's words that order it, exactly"))]
    source: Option<String>,
    #[arg(long, value_name = both!("来源", "ORIGIN"), help = both!("交办来源：原文之外的会议、批示、来文及日期", "What else it comes from, beside the document: a meeting, an instruction, a letter, and its day"))]
    origin: Option<String>,
    #[arg(long, value_name = both!("类型", "KIND"), hide_possible_values = true, value_parser = Offering::terms::<Kind>(), help = both!("类型：milestone、measured、continuous；默认有目标值的为 measured，只有上限的为 continuous，否则为 milestone", "How it is judged: milestone, measured, continuous; by default measured with a target to reach, continuous with bounds alone, else milestone"))]
    kind: Option<String>,
    #[arg(long, value_name = both!("单位", "UNIT"), help = both!("牵头单位，可用简称", "The unit that answers; a short form will do"))]
    lead: Option<String>,
    #[arg(long, value_name = both!("单位", "UNIT"), help = both!("配合单位；可重复", "A unit that helps; may be repeated"))]
    support: Vec<String>,
    #[arg(long, value_name = both!("姓名", "NAME"), help = both!("责任人", "The person in charge"))]
    person: Option<String>,
    #[arg(long, value_name = both!("姓名", "NAME"), help = both!("分管领导", "The leader over it"))]
    leader: Option<String>,
    #[arg(long, value_name = both!("地点", "PLACE"), help = both!("地点；可重复", "A place; may be repeated"))]
    place: Vec<String>,
    #[arg(long, value_name = both!("名称=数值单位", "NAME=TARGET"), help = both!("量化指标，如 整治户数=30户（上限写 步行时间<=15分钟）；可重复", "A metric with its target and unit, as 整治户数=30户 (a bound: 步行时间<=15分钟); may be repeated"))]
    metric: Vec<String>,
    #[arg(long, value_name = both!("日期", "DATE"), help = both!("开始时间；默认计划期首日", "Its first day; the period's first by default"))]
    start: Option<String>,
    #[arg(long, value_name = both!("日期", "DATE"), help = both!("完成时限；默认计划期末日", "Its deadline; the period's last day by default"))]
    deadline: Option<String>,
    #[arg(long, value_name = both!("文字", "TEXT"), requires = "deadline", requires = "source", help = both!("原文中写明时限的字", "The words of the source that set the deadline"))]
    deadline_says: Option<String>,
    #[arg(long, value_name = both!("周期和日期", "WHEN"), help = both!("定期报送，如 每月25日、每周五、每季度末月25日", "A report that is due again and again, as month:25, week:Friday, quarter:25"))]
    recurs: Option<String>,
    #[arg(long, value_name = both!("名称=日期", "NAME=DATE"), help = both!("节点及期限，如 封顶=2020-11-30；可重复", "A checkpoint and its day, as 封顶=2020-11-30; may be repeated"))]
    checkpoint: Vec<String>,
    #[arg(long, value_name = both!("编号", "ID"), help = both!("前置任务；可重复", "A task that it waits for; may be repeated"))]
    depends: Vec<String>,
    #[arg(long, value_name = both!("计划 任务", "PLAN TASK"), help = both!("落实上级哪项任务：计划代号和任务编号，如 'qingpu-2020h2 3-05'；可重复", "Whose order it carries out, by the plan's id and the task's, as 'qingpu-2020h2 3-05'; may be repeated"))]
    serves: Vec<String>,
    #[arg(long, value_name = both!("数字", "NUMBER"), help = both!("权重；默认 1", "How much it counts in a mean of progress; 1 by default"))]
    weight: Option<String>,
    #[arg(long, value_name = both!("标签", "TAG"), help = both!("标签；可重复", "A tag; may be repeated"))]
    tag: Vec<String>,
    #[arg(long, value_name = both!("名称=内容", "NAME=VALUE"), help = both!("自定义字段的内容，如 资金=120；可重复", "A value of a field of the plan's own, as 资金=120; may be repeated"))]
    field: Vec<String>,
    #[arg(long, value_name = both!("文字", "TEXT"), help = both!("备注（内部）", "An internal remark"))]
    note: Option<String>,
    #[arg(long, help = both!("计划中已有同名任务，照增", "Add it although a task of that title is there"))]
    force: bool,
    #[command(flatten)]
    write: WriteArgs,
}

pub(super) fn run(desk: &Desk, args: &AddArgs) -> anyhow::Result<ExitCode> {
    let wanted = match args.wanted() {
        wanted if adding::lacks(&wanted) && on_terminal() => adding::fill(desk, wanted)?,
        wanted => wanted,
    };
    insisting(desk.lang, args.force, &|force| add(desk, args, &wanted, force))
}

fn add(desk: &Desk, args: &AddArgs, wanted: &Wanted, force: bool) -> anyhow::Result<ExitCode> {
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let lang = draft.lang;
        let plan = draft.plan(lang)?;
        let around = Around { plan, today: draft.today, lang, fresh: false };
        let task = wanted.task(draft.rewrite.opened(), around).map_err(anyhow::Error::msg)?;
        if let Some(Task { id, title, .. }) = namesake(plan, &task.title).filter(|_| !force) {
            let doubt =
                say!(lang, "计划中已有同名任务 {id} {title}", "there is a task of that title already: {id} {title}");
            return Err(Doubtful(vec![doubt]).into());
        }
        let marked = words::list(lang, task.assumed.iter().map(|field| words::field_name(lang, field)));
        let what = match task.assumed.as_slice() {
            [] => say!(lang, "新增任务 {} {}", "new task {} {}", task.id, task.title),
            _ => say!(
                lang,
                "新增任务 {} {}（记为推定：{marked}）",
                "new task {} {} (marked as assumed: {marked})",
                task.id,
                task.title
            ),
        };
        draft.rewrite.add(vec![task]).map_err(|error| not_edited(desk.lang, &error))?;
        Ok(what)
    })
}

impl AddArgs {
    fn wanted(&self) -> Wanted {
        Wanted {
            section: self.section.clone(),
            theme: self.theme.clone(),
            title: self.title.clone(),
            source: self.source.clone(),
            origin: self.origin.clone(),
            kind: self.kind.clone(),
            lead: self.lead.clone(),
            support: self.support.clone(),
            person: self.person.clone(),
            leader: self.leader.clone(),
            places: self.place.clone(),
            metrics: self.metric.clone(),
            start: self.start.clone(),
            deadline: self.deadline.clone(),
            deadline_says: self.deadline_says.clone(),
            recurs: self.recurs.clone(),
            checkpoints: self.checkpoint.clone(),
            depends: self.depends.clone(),
            serves: self.serves.clone(),
            weight: self.weight.clone(),
            tags: self.tag.clone(),
            fields: self.field.clone(),
            note: self.note.clone(),
        }
    }
}
