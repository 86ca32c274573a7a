//! The next plan out of the one before: reading that one, asking what nobody has said, and putting its files together.

use std::path::Path;

use crate::assess::Assessment;
use crate::desk::Desk;
use crate::desk::asking::{answered_so, ask_one, on_terminal};
use crate::desk::beginning::said_period;
use crate::desk::finding::folder;
use crate::desk::holding::hold_for_reading;
use crate::desk::session::Session;
use crate::desk::writing::not_edited;
use crate::intake::carry::{Carried, CarryValues, NextKnown, next_period, next_plan, notes, told, values_so_far};
use crate::intake::draft::{Given, NewFile, NewPlan, Said, period_said};
use crate::plan::{Head, Language, Task};
use crate::say;
use crate::store::{FileKind, NextHead, Opened, PlanFile, Rewrite, open};
use crate::words::{self, Worded};

/// What was said of the carrying over.
pub(crate) struct Carrying<'a> {
    /// The old plan: its folder or its id.
    pub(crate) old: &'a Path,
    /// The day on which it is judged.
    pub(crate) as_of: Option<&'a str>,
    /// What becomes of values so far.
    pub(crate) values: Option<CarryValues>,
    /// How a command names the new plan: ` --plan DIR`.
    pub(crate) named: &'a str,
}

/// The next plan's files, what is to be told of it, and what to type for it next.
pub(crate) fn carry_over(desk: &Desk, asked: &Carrying<'_>, given: Given) -> anyhow::Result<(NewPlan, String)> {
    let of_old = Desk { plan: Some(asked.old.to_owned()), rev: None, rev_date: None, out: None, ..desk.clone() };
    let folder = folder(&of_old)?;
    // Both readings are of one state.
    let _held = hold_for_reading(desk, &folder);
    let session = Session::open(&of_old)?;
    let (head, lang) = (&session.plan.head, session.lang);
    if given.id == head.id {
        let id = words::visible(&head.id);
        anyhow::bail!(say!(
            lang,
            "新计划的目录名与原计划的代号相同（{id}）；目录名即新计划的代号，请另取一个",
            "the new folder's name is the old plan's id ({id}), and it becomes the new one's: take another"
        ));
    }
    let assessment = session.assess(asked.as_of)?;
    let given = if on_terminal() { completed(lang, head, given)? } else { given };
    let known = NextKnown::new(head, &given, assessment.as_of);
    let values = values(lang, &assessment, asked.values)?;
    let carried = next_plan(&session.plan, &session.opened.journal, &assessment, known.period.value, values);
    let files = files(lang, open(&folder), &carried, &next_head(head, &known, &carried, &assessment))?;
    let mut said = notes(&carried, known.period.value, asked.named, lang);
    said.splice(0..0, known.note(lang));
    said.extend(later(session, &assessment, lang));
    let said = Said { told: told(&carried, head, lang), notes: said };
    Ok((NewPlan { files, said, review: None }, then(lang, head, asked.named)))
}

/// What to type next: to look at what came along, and to add what is new.
fn then(lang: Language, head: &Head, plan: &str) -> String {
    let part = head.sections.first().map(|first| match first.themes.first() {
        Some(theme) => format!("--theme {}", theme.id),
        None => format!("--section {}", first.id),
    });
    let part = part.unwrap_or_else(|| "--section 1".to_owned());
    say!(
        lang,
        "查看结转情况：workplan status --tasks{plan}\n本期新增任务：workplan add {part} --title 任务名称{plan}，或 workplan import 台账.xlsx --as tasks{plan}\n",
        "look at what came along: workplan status --tasks{plan}\nadd what is new: workplan add {part} --title TITLE{plan}, or workplan import LEDGER.xlsx --as tasks{plan}\n"
    )
}

/// What was given, and what whoever sits at the terminal adds.
fn completed(lang: Language, old: &Head, mut given: Given) -> anyhow::Result<Given> {
    let any = lang.pick("不能为空", "something must stand here");
    if given.period.is_none() && given.title.as_deref().and_then(period_said).is_none() {
        given.period = said_period(lang, next_period(old.period))?;
    }
    if given.title.is_none() {
        let usual = NextKnown::new(old, &given, old.issued).title.value;
        let question = lang.pick("标题", "Its title");
        given.title = Some(answered_so(lang, question, Some(&usual), any, |text| !text.is_empty())?);
    }
    Ok(given)
}

/// What becomes of values so far; it matters only where there are some.
fn values(lang: Language, assessment: &Assessment<'_>, said: Option<CarryValues>) -> anyhow::Result<CarryValues> {
    let known = values_so_far(assessment);
    match (said, known) {
        (Some(values), _) => Ok(values),
        (None, None) => Ok(CarryValues::Whole),
        (None, Some(_)) if on_terminal() => {
            let question = lang.pick("已报送的累计值怎样结转", "What becomes of the values reported so far");
            let words = [
                lang.pick("作基数：本期只算余下部分", "the baseline: only the rest counts now"),
                lang.pick("整项重计：基数照旧，整个指标重新计", "the whole again: the baseline stays as it was"),
            ];
            let chosen = ask_one(lang, question, words.into_iter().map(str::to_owned))?;
            Ok(CarryValues::all().get(chosen).copied().unwrap_or(CarryValues::Baseline))
        }
        (None, Some((task, metric))) => {
            let words = words::list(lang, CarryValues::TERMS.iter().map(|term| term.typed(lang)));
            anyhow::bail!(say!(
                lang,
                "任务 {task} 的“{metric}”等已报送累计值，请用 --carry-values 写明怎样结转：{words}",
                "a value of {task} `{metric}` is known: say with --carry-values what becomes of such: {words}"
            ))
        }
    }
}

fn next_head(old: &Head, known: &NextKnown, carried: &Carried, assessment: &Assessment<'_>) -> NextHead {
    let lang = old.language;
    let stand_in = || lang.pick("待填：没有写明，暂填", "a stand-in: nobody said it").to_owned();
    let (id, as_of) = (&old.id, assessment.as_of);
    NextHead {
        id: known.id.clone(),
        title: known.title.value.clone(),
        issuer: known.issuer.clone(),
        issued: known.issued.value,
        period: known.period.value,
        calendar: Some(inside(&old.calendar, "")).filter(|path| *path != old.calendar),
        after: carried.after.clone(),
        gone_units: carried.gone_units.clone(),
        remarks: known.left_open().into_iter().map(|key| (key, stand_in())).collect(),
        opening: say!(
            lang,
            "由 {id} 结转（截至 {as_of}）；以上说明原属该计划。",
            "Carried over from {id} as of {as_of}; what is remarked above was said of that plan."
        ),
    }
}

/// The files: those of the old plan, changed where the next one differs, so that remarks and order stay.
fn files(lang: Language, opened: Opened, carried: &Carried, head: &NextHead) -> anyhow::Result<Vec<NewFile>> {
    let mut rewrite = Rewrite::new(opened);
    let next = |task: &Task| carried.tasks.iter().find(|next| next.id == task.id).cloned().map(moved_in);
    let made = rewrite
        .begin_journal(&carried.notices)
        .and_then(|()| rewrite.carry_tasks(&next))
        .and_then(|()| rewrite.carry_head(head));
    made.map_err(|error| not_edited(lang, &error))?;
    let lists: Vec<&str> =
        carried.tasks.iter().flat_map(|task| &task.metrics).filter_map(|metric| metric.checklist.as_deref()).collect();
    let wanted = |file: &&PlanFile| match file.kind {
        FileKind::Head | FileKind::Calendar => true,
        FileKind::Tasks | FileKind::Notices => !file.text.is_empty(),
        FileKind::Checklist => lists.contains(&file.path.as_str()),
        FileKind::Progress | FileKind::Source => false,
    };
    let mut files: Vec<NewFile> = rewrite.opened().files.iter().filter(wanted).map(as_new).collect();
    for folder in ["tasks", "progress"] {
        if !files.iter().any(|(path, _)| path.starts_with(&format!("{folder}/"))) {
            files.push((format!("{folder}/.gitkeep"), Vec::new()));
        }
    }
    files.sort();
    Ok(files)
}

fn as_new(file: &PlanFile) -> NewFile {
    let path = match file.kind {
        FileKind::Checklist => inside(&file.path, "checklists/"),
        FileKind::Calendar => inside(&file.path, ""),
        FileKind::Head | FileKind::Tasks | FileKind::Progress | FileKind::Notices | FileKind::Source => {
            file.path.clone()
        }
    };
    let mark = if file.marked { "\u{feff}" } else { "" };
    (path, format!("{mark}{}", file.text).into_bytes())
}

/// The task with its lists where the new folder has them.
fn moved_in(mut task: Task) -> Task {
    for path in task.metrics.iter_mut().filter_map(|metric| metric.checklist.as_mut()) {
        *path = inside(path, "checklists/");
    }
    task
}

/// Where a file stands in the new folder: as in the old one; what lies outside of that comes in.
fn inside(path: &str, folder: &str) -> String {
    let is_outside = path.split('/').any(|part| part == "..");
    let name = path.rsplit('/').next().unwrap_or(path);
    if is_outside { format!("{folder}{name}") } else { path.to_owned() }
}

/// That something was entered for a later day, which was not looked at.
fn later(session: &Session, assessment: &Assessment<'_>, lang: Language) -> Option<String> {
    let as_of = assessment.as_of;
    let count = session.opened.journal.counting().filter(|entry| entry.date > as_of).count();
    (count > 0).then(|| {
        say!(
            lang,
            "原计划台账在 {as_of} 之后还有 {count} 笔记录，未计入；需计入的，用 --as-of 写明截至日期",
            "entries of the old plan after {as_of} were not looked at: {count}; --as-of says up to which day they are"
        )
    })
}
