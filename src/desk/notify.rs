//! `workplan alerts --notify-by lead`: a text to each unit, leader or person, ready to be sent.

use std::collections::HashMap;
use std::path::Path;

use crate::desk::Desk;
use crate::desk::each::{FileNames, tell_of_others, write_allowed, write_each};
use crate::desk::output::{emit, note};
use crate::desk::session::Session;
use crate::paper;
use crate::report::chasing::{Chaser, Chasers};
use crate::report::whom::Whom;
use crate::say;
use crate::view;
use crate::words;

/// Prints every text, one below the other.
pub(crate) fn print(desk: &Desk, session: &Session, report: &Chasers<'_>) -> anyhow::Result<()> {
    tell_nameless(session, report);
    if report.chasers.is_empty() {
        return emit(desk, &(nothing(session) + "\n"));
    }
    let texts = report.chasers.iter().map(|chaser| {
        let (unit, text) = (words::visible(unit_name(chaser)), text(session, report, chaser));
        let mark = if chaser.unit.assumed { "*" } else { "" };
        format!("========== {unit}{mark} ==========\n{text}")
    });
    emit(desk, &texts.collect::<Vec<_>>().join("\n"))
}

/// Writes a file a unit, and prints the path of each. Files that are there already and were not written now are
/// left alone: whoever sends them takes the printed paths.
pub(crate) fn write(desk: &Desk, session: &Session, report: &Chasers<'_>, folder: &Path) -> anyhow::Result<()> {
    tell_nameless(session, report);
    let names = FileNames::new(report.whom.known(&session.plan).into_iter().chain(now(report)), "", "txt");
    let files = report.chasers.iter().map(|chaser| {
        let text = text(session, report, chaser);
        anyhow::Ok((names.of(unit_name(chaser)), text.into_bytes()))
    });
    write_each(desk, session, folder, files)?;
    if report.chasers.is_empty() {
        note(session.lang, &nothing(session));
    }
    tell_of_others(session.lang, report.whom, &names.files_of_others(folder, &now(report).collect::<Vec<_>>()));
    Ok(())
}

/// One of many plans, with what is to be sent to whoever answers for it.
pub(crate) struct PlanText {
    /// Its folder.
    pub(crate) path: String,
    /// Its id.
    pub(crate) id: String,
    /// The text; none where nothing needs chasing.
    pub(crate) text: Option<String>,
}

/// Prints the text of each of many plans, one below the other, each under its folder.
pub(crate) fn print_plans(desk: &Desk, plans: &[PlanText]) -> anyhow::Result<()> {
    let texts = plans.iter().filter_map(|plan| {
        let text = plan.text.as_deref()?;
        Some(format!("========== {} ==========\n{text}", words::visible(&plan.path)))
    });
    emit(desk, &texts.collect::<Vec<_>>().join("\n"))
}

/// Writes a file a plan, and prints the path of each. It is named after the plan's id, whatever the folders are called; where
/// several plans have one, after the folder too.
pub(crate) fn write_plans(desk: &Desk, plans: &[PlanText], folder: &Path) -> anyhow::Result<()> {
    let mut of_id: HashMap<&str, usize> = HashMap::new();
    plans.iter().for_each(|plan| *of_id.entry(&plan.id).or_default() += 1);
    let stem = |plan: &PlanText| match of_id.get(plan.id.as_str()) {
        Some(1) => plan.id.clone(),
        _ => format!("{} {}", plan.id, plan.path),
    };
    let stems: Vec<String> = plans.iter().map(stem).collect();
    let names = FileNames::new(stems.iter().map(String::as_str), "", "txt");
    let files = plans.iter().zip(&stems).filter_map(|(plan, stem)| {
        let text = plan.text.clone()?;
        Some(anyhow::Ok((names.of(stem), text.into_bytes())))
    });
    write_allowed(desk, folder, |_| Ok(()), files)
}

/// Those to whom there is a text now.
fn now<'r>(report: &'r Chasers<'_>) -> impl Iterator<Item = &'r str> {
    report.chasers.iter().map(unit_name)
}

/// Whoever sends the texts is told of tasks that are in none of them.
fn tell_nameless(session: &Session, report: &Chasers<'_>) {
    let (lang, tasks) = (session.lang, report.nameless);
    if tasks > 0 {
        let plural = if tasks == 1 { "" } else { "s" };
        let field = report.whom.group().named().map_or("", |field| field.name(lang));
        let way = match report.whom {
            Whom::Lead => {
                say!(lang, "请先落实单位，如 workplan amend 编号 lead 单位", "name one: workplan amend ID lead UNIT")
            }
            Whom::Leader | Whom::Person => {
                say!(lang, "可用 --notify-by lead 发给牵头单位", "--notify-by lead reaches the unit")
            }
        };
        let text = say!(
            lang,
            "有预警的任务中，{tasks} 项没有写明{field}，不在其中；{way}",
            "{tasks} task{plural} with alerts, naming no {field}, in none of these; {way}"
        );
        note(lang, &text);
    }
}

fn nothing(session: &Session) -> String {
    say!(session.lang, "没有需要提醒的事项", "Nothing needs chasing")
}

fn text(session: &Session, report: &Chasers<'_>, chaser: &Chaser<'_>) -> String {
    paper::text(&view::chaser(&report.header, report.whom, chaser, session.lang))
}

fn unit_name<'n>(chaser: &Chaser<'n>) -> &'n str {
    chaser.unit.lead.unwrap_or_default()
}
