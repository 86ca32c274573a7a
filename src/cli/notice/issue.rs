//! A new notice: its number is taken first, then it is written out.

use std::cell::RefCell;
use std::process::ExitCode;

use super::args::NoticeArgs;
use super::draw::PaperFormat;
use super::reprint::letter_of;
use crate::assess::{Assessment, assess};
use crate::cli::filters::no_such;
use crate::desk::days::{self, today};
use crate::desk::output::{Listed, done, note, warn};
use crate::desk::session::{Session, refuse_own_file};
use crate::desk::writing::{Draft, Extent, Proposal, make, not_edited};
use crate::desk::{Desk, reading};
use crate::plan::calendar::{Calendar, UnknownYear};
use crate::plan::{Date, Journal, Language, Notice, NoticePurpose, NoticeRules, Plan};
use crate::report::notice::{
    About, Asked, Choice, ChoiceFault, IssueFault, PaperFacts, PaperNumber, ReplyFault, choices, numbered, paper,
    reply_by, unsent,
};
use crate::say;
use crate::view;
use crate::words;

pub(super) fn run(desk: &Desk, args: &NoticeArgs) -> anyhow::Result<ExitCode> {
    if args.tasks.is_empty() && args.lead.is_none() && !args.all {
        anyhow::bail!(desk.lang.pick("发给谁、催什么？请写任务编号（如 workplan notice 22-07），或 --lead 单位，或 --all --out-dir 目录；已发的见 workplan notice --list", "a notice about what? give task ids (`workplan notice 22-07`), or --lead UNIT, or --all --out-dir DIR; those sent are in `workplan notice --list`"));
    }
    if !args.tasks.is_empty() && args.lead.is_some() {
        anyhow::bail!(
            desk.lang.pick("任务编号与 --lead 只写其一：写编号，或写单位", "give either task ids or --lead, not both")
        );
    }
    let format = PaperFormat::of(desk, args)?;
    if args.write.manner().trial {
        return try_out(desk, args, format);
    }
    reading::refuse_revision(desk)?;
    let issued: RefCell<Vec<Notice>> = RefCell::new(Vec::new());
    let Proposal { what, changes, .. } = make(desk, args.write.manner(), &Extent::Whole, &|draft| {
        refuse_own_file(desk, draft.rewrite.opened())?;
        let notices = notices(draft, args)?;
        draft.rewrite.issue(&notices).map_err(|error| not_edited(desk.lang, &error))?;
        let numbers = words::list(draft.lang, notices.iter().map(|notice| notice.number.to_string()));
        issued.replace(notices);
        Ok(numbers)
    })?;
    let lang = desk.lang;
    let files = words::list(lang, changes.iter().map(|change| change.path.as_str()));
    done(desk, &say!(lang, "已写入 {files}：编号 {what}", "written to {files}: numbered {what}"), true)?;
    write_out(desk, args, format, &issued.into_inner()).inspect_err(|_| {
        warn(
            lang,
            &say!(
                lang,
                "{what} 已登记；文书没有写成，请用 workplan notice --number 文号 再打印",
                "{what}: the number is taken, but the paper was not written; print it with `workplan notice --number NUMBER`"
            ),
        );
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Writes out what was issued, from the plan as it is now on the disk.
fn write_out(desk: &Desk, args: &NoticeArgs, format: PaperFormat, issued: &[Notice]) -> anyhow::Result<()> {
    let session = Session::open(desk)?;
    let mut letters = Vec::new();
    for notice in issued {
        letters.push((notice.number.to_string(), letter_of(session, notice)));
    }
    match &args.out_dir {
        Some(folder) => format.write_into(desk, session, folder, letters),
        None => letters.into_iter().try_for_each(|(_, letter)| format.emit(desk, letter)),
    }
}

/// The notices that are to be issued, each with the next number of the series and the year.
fn notices(draft: &Draft, args: &NoticeArgs) -> anyhow::Result<Vec<Notice>> {
    let (opened, lang) = (draft.rewrite.opened(), draft.lang);
    let plan = draft.plan(draft.lang)?;
    let day = draft.day(draft.lang, args.as_of.as_deref())?.unwrap_or(draft.today);
    refuse_tomorrow(day, draft.today, lang)?;
    let rules = rules(plan, lang)?;
    let assessment = assess(plan, &opened.journal, &opened.calendar, day);
    let reply_by = answer_by(plan, &opened.calendar, args, day, draft.today, lang)?;
    let choices = fresh(chosen(plan, &assessment, args, lang)?, &opened.journal, day, lang)?;
    Ok(numbered(choices, &opened.journal, rules, (day, reply_by), args.signed_by.as_deref()))
}

/// The notices that were not written already on that day.
fn fresh(choices: Vec<Choice>, journal: &Journal, day: Date, lang: Language) -> anyhow::Result<Vec<Choice>> {
    let (fresh, numbers) = unsent(choices, journal, day);
    if numbers.is_empty() {
        return Ok(fresh);
    }
    let numbers = words::list(lang, numbers);
    let already = say!(
        lang,
        "{day} 已就同样的任务、同一级别发过 {numbers}，不再编号；再打印请用 workplan notice --number 文号",
        "{numbers}: written on {day} already, for the same tasks and as loudly, so no further number is taken; print with `workplan notice --number NUMBER`"
    );
    if fresh.is_empty() {
        anyhow::bail!(already);
    }
    note(lang, &already);
    Ok(fresh)
}

fn rules(plan: &Plan, lang: Language) -> anyhow::Result<&NoticeRules> {
    plan.head.notices.as_ref().ok_or_else(|| {
        anyhow::Error::new(Listed(say!(
            lang,
            "plan.yaml 没有写明督办文号的字头，无法编号；请先登记（字头、反馈期限的工作日数按本单位的写）：\n  workplan plan set 文号字头 金府督 反馈期限 3\n只看内容不编号，可用 --dry-run",
            "plan.yaml names no series for the numbers of notices; set them, with your office's own word and working days for an answer:\n  workplan plan set notices.series 金府督 notices.reply_within 3\nTo look at a notice without a number, use --dry-run"
        )))
    })
}

fn refuse_tomorrow(day: Date, today: Date, lang: Language) -> anyhow::Result<()> {
    if day > today {
        anyhow::bail!(say!(
            lang,
            "成文日期 {day} 还没有到（今天为 {today}），不能编号",
            "{day} has not come yet (today is {today}), so no number is taken"
        ));
    }
    Ok(())
}

/// The last day for the answer.
fn answer_by(
    plan: &Plan,
    calendar: &Calendar,
    args: &NoticeArgs,
    day: Date,
    today: Date,
    lang: Language,
) -> anyhow::Result<Date> {
    let given = args.reply_by.as_deref().map(|text| days::day(&plan.head, text, today, lang)).transpose()?;
    reply_by(&plan.head, calendar, given, day).map_err(|fault| {
        anyhow::anyhow!(match fault {
            ReplyFault::Early(given) => say!(
                lang,
                "反馈期限 {given} 早于成文日期 {day}",
                "the answer would be due on {given}, before the notice's day, {day}"
            ),
            ReplyFault::Unknown(UnknownYear(year)) => say!(
                lang,
                "{year} 年的放假调休安排未知，无法推算反馈期限；请用 --reply-by 指明日期",
                "the working days of {year} are unknown, so the day of the answer cannot be reckoned; give it with --reply-by"
            ),
        })
    })
}

fn chosen(plan: &Plan, assessment: &Assessment<'_>, args: &NoticeArgs, lang: Language) -> anyhow::Result<Vec<Choice>> {
    let level = args.level(lang)?;
    let about = match &args.lead {
        _ if args.all => About::All,
        Some(lead) => About::Unit(lead),
        None => About::Tasks(&args.tasks),
    };
    let purpose = if args.unreported { NoticePurpose::Report } else { NoticePurpose::Work };
    let asked = Asked { about, level, purpose, insists: args.force };
    let (choices, others) = choices(plan, assessment, asked).map_err(|fault| not_chosen(&fault, args, lang))?;
    if let (Some(choice), true) = (choices.first(), others > 0) {
        let level = choice.level.as_notice(lang);
        note(
            lang,
            &say!(
                lang,
                "该单位另有 {others} 项任务的预警未达“{level}”这一级，未列入；要列入请用 --level 指定较低的级别",
                "{others} more of the unit's tasks have quieter alerts than `{level}` and are left out; a lower --level takes them in"
            ),
        );
    }
    Ok(choices)
}

fn not_chosen(fault: &IssueFault, args: &NoticeArgs, lang: Language) -> anyhow::Error {
    match fault {
        IssueFault::NoUnit => anyhow::anyhow!(lang.pick(
            "没有哪个单位有需要发文的预警（或没有达到 --level 所写级别的），没有编号",
            "no unit has an alert to write about (or none as loud as --level says); no number was taken"
        )),
        IssueFault::Unit(error) => no_such(lang, "--lead", args.lead.as_deref().unwrap_or_default(), error),
        IssueFault::Task(given, error) => no_such(lang, lang.pick("任务", "task"), given, error),
        IssueFault::Choice(fault) => anyhow::anyhow!(no_choice(fault, args, lang)),
    }
}

fn no_choice(fault: &ChoiceFault, args: &NoticeArgs, lang: Language) -> String {
    match fault {
        ChoiceFault::NoLead(task) => say!(
            lang,
            "任务 {task} 没有牵头单位，无从发出；请先用 workplan amend {task} lead 单位 … 明确",
            "task {task} names no unit to write to; name one with `workplan amend {task} lead UNIT …`"
        ),
        ChoiceFault::CalledOff(task) => {
            say!(lang, "任务 {task} 已撤销，不需督办", "task {task} was called off: nothing is asked of it")
        }
        ChoiceFault::Finished(task) => say!(
            lang,
            "任务 {task} 已办结，不需督办；确需发文的，加 --force",
            "task {task} is finished, and nothing is asked of it; to write about it all the same, add --force"
        ),
        ChoiceFault::SeveralUnits(units) => {
            let units = units.iter().map(|(unit, tasks)| {
                let tasks = words::list(lang, tasks.iter().map(|task| task.as_str()));
                say!(lang, "{unit}（{tasks}）", "{unit} ({tasks})")
            });
            let units = words::list(lang, units);
            say!(
                lang,
                "一份文书只发一个单位，而这些任务分属：{units}；请分开写",
                "a notice goes to one unit, and these tasks are of several: {units}; write one for each"
            )
        }
        ChoiceFault::NoLevel => say!(
            lang,
            "所写任务没有预警，请用 --level 指明级别：remind 提醒函、urge 催办通知、supervise 督办单、circulate 通报",
            "these tasks have no alert, so say how loud: --level remind, urge, supervise or circulate"
        ),
        ChoiceFault::NothingUnreported => {
            let unit = args.lead.as_deref().unwrap_or_default();
            say!(lang, "“{unit}”的任务都已按期报送，不需催报", "`{unit}` has reported on every task on which it had to")
        }
        ChoiceFault::Nothing => {
            let unit = args.lead.as_deref().unwrap_or_default();
            match &args.level {
                Some(_) => say!(
                    lang,
                    "“{unit}”没有达到该级别的预警，不需发文；要就某项任务发文，请写任务编号",
                    "`{unit}` has no alert that loud, so there is nothing to write; for a certain task, give its id"
                ),
                None => say!(
                    lang,
                    "“{unit}”没有需要发文的预警；要就某项任务发文，请写任务编号",
                    "`{unit}` has no alert to write about; for a certain task, give its id"
                ),
            }
        }
    }
}

/// Shows what would be issued: no number is taken.
fn try_out(desk: &Desk, args: &NoticeArgs, format: PaperFormat) -> anyhow::Result<ExitCode> {
    let session = Session::open(desk)?;
    let (plan, lang) = (&session.plan, session.lang);
    let today = today(plan.head.utc_offset);
    let given = args.as_of.as_deref().map(|text| days::day(&plan.head, text, today, lang));
    let day = given.transpose()?.unwrap_or(today);
    let assessment = session.assess_at(day);
    let reply_by = answer_by(plan, &session.opened.calendar, args, day, today, lang)?;
    let choices = chosen(plan, &assessment, args, lang)?;
    let series = plan.head.notices.as_ref().map_or("", |rules| rules.series.as_str());
    let header = session.header("", &assessment);
    note(lang, desk.lang.pick("试排，不编号、不登记", "a trial: no number is taken, and nothing is written down"));
    let mut letters = Vec::new();
    for (choice, place) in choices.iter().zip(1..) {
        let facts = PaperFacts {
            number: PaperNumber::Trial(series, day.year()),
            level: choice.level,
            unit: &choice.unit,
            purpose: choice.purpose,
            tasks: &choice.tasks,
            reply_by,
            signed_by: args.signed_by.as_deref(),
        };
        let paper = paper(&plan.head, &assessment, header.clone(), facts, lang);
        letters.push((format!("试排-{place}-{}", choice.unit), view::notice_letter(&paper, lang)));
    }
    match &args.out_dir {
        Some(folder) => format.write_into(desk, session, folder, letters)?,
        None => letters.into_iter().try_for_each(|(_, letter)| format.emit(desk, letter))?,
    }
    Ok(ExitCode::SUCCESS)
}
