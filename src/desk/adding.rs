//! Asking for a new task field by field, on a terminal.

use inquire::Text;

use crate::desk::Desk;
use crate::desk::asking::{ask_if_any, ask_one, ask_text, blank_or, confirm, given_up};
use crate::desk::session::Session;
use crate::intake::assign::{Around, checkpoint_of};
use crate::intake::new_task::metric_of;
use crate::intake::wanted::Wanted;
use crate::plan::Language;
use crate::plan::meant::day::day;
use crate::words::fields::{Place, heading};
use crate::words::visible;

/// Whether something is missing without which there is no task.
pub(crate) fn lacks(wanted: &Wanted) -> bool {
    wanted.title.is_none() || (wanted.section.is_none() && wanted.theme.is_none())
}

/// Asks for everything that a new task is usually given, and that was not.
pub(crate) fn fill(desk: &Desk, mut wanted: Wanted) -> anyhow::Result<Wanted> {
    let session = Session::open(desk)?;
    let lang = session.lang;
    let around = Around { plan: &session.plan, today: session.day(None)?, lang, fresh: false };
    let name = |key: &str| heading(lang, Place::Task, key);
    if wanted.title.is_none() {
        wanted.title = Some(ask_text(lang, &name("title"))?);
    }
    if wanted.theme_in(&session.plan, lang).is_err() {
        wanted.theme = None;
        place(session, &mut wanted)?;
    }
    if wanted.lead.is_none() {
        wanted.lead = lead(session)?;
    }
    if wanted.deadline.is_none() {
        let help = lang.pick("直接回车为计划期末", "enter for the end of the period");
        let is_day = |text: &str| day(&around.plan.head, text, around.today, lang).map(drop);
        wanted.deadline = checked(lang, &name("deadline"), help, is_day)?;
    }
    let more = lang.pick("没有（或没有更多）就直接回车", "enter for none, or no more");
    if wanted.metrics.is_empty() {
        let example = lang.pick("量化指标，如 整治户数=30户", "A metric, like 整治户数=30户");
        let source = wanted.source.clone();
        let is_metric = |text: &str| metric_of(text, source.as_deref(), lang).map(drop);
        while let Some(metric) = checked(lang, example, more, is_metric)? {
            wanted.metrics.push(metric);
        }
    }
    if wanted.checkpoints.is_empty() {
        let example = lang.pick("节点，如 封顶=2020-11-30", "A checkpoint, like 封顶=2020-11-30");
        let is_step = |text: &str| checkpoint_of(text, around).map(drop);
        while let Some(step) = checked(lang, example, more, is_step)? {
            wanted.checkpoints.push(step);
        }
    }
    for (key, held) in [("person", &mut wanted.person), ("leader", &mut wanted.leader), ("origin", &mut wanted.origin)]
    {
        if held.is_none() {
            *held = ask_if_any(lang, &name(key))?;
        }
    }
    if confirm(lang, lang.pick("增加这项任务？", "Add this task?"), true)? {
        return Ok(wanted);
    }
    anyhow::bail!(lang.pick("已取消，没有写入", "cancelled; nothing was written"))
}

/// Where the task belongs: a theme, or a section that has none.
pub(crate) fn place(session: &Session, wanted: &mut Wanted) -> anyhow::Result<()> {
    let lang = session.lang;
    let head = &session.plan.head;
    let titles = head.themes().map(|(id, _)| {
        let (section, theme) = head.section_of(id).map_or(("", ""), |(section, theme)| {
            (section.title.as_str(), theme.map_or("", |theme| theme.title.as_str()))
        });
        (id.to_owned(), format!("{id} {} {}", visible(section), visible(theme)).trim_end().to_owned())
    });
    let places: Vec<(String, String)> = titles.collect();
    let question = lang.pick("放在哪个板块、专题", "In which section or theme");
    let chosen = ask_one(lang, question, places.iter().map(|(_, title)| title.clone()))?;
    let Some((id, _)) = places.into_iter().nth(chosen) else { return Ok(()) };
    let is_section = head.sections.iter().any(|section| section.id == id && section.themes.is_empty());
    (wanted.section, wanted.theme) = if is_section { (Some(id), None) } else { (None, Some(id)) };
    Ok(())
}

fn lead(session: &Session) -> anyhow::Result<Option<String>> {
    let lang = session.lang;
    let units = session.plan.head.units.iter().map(|unit| unit.name.to_string());
    let units: Vec<String> = std::iter::once(lang.pick("（未定）", "(none yet)").to_owned()).chain(units).collect();
    if units.len() < 2 {
        return Ok(None);
    }
    let chosen = ask_one(lang, &heading(lang, Place::Task, "lead"), units.iter().cloned())?;
    Ok(units.into_iter().nth(chosen).filter(|_| chosen > 0))
}

/// Asks for a text that may be left out, and is looked at as it is given.
fn checked(
    lang: Language,
    question: &str,
    help: &str,
    look: impl Fn(&str) -> Result<(), String> + Clone,
) -> anyhow::Result<Option<String>> {
    let text = Text::new(question).with_help_message(help).with_validator(blank_or(look)).prompt();
    let text = text.map_err(|error| given_up(lang, error))?;
    Ok(Some(text.trim().to_owned()).filter(|text| !text.is_empty()))
}
