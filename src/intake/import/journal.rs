//! A filled-in ledger as entries of the journal.

use std::collections::{BTreeMap, HashMap};

use crate::assess::{Light, assess};
use crate::intake::form::unit_or_person;
use crate::intake::ledger::{Ledger, Line, squeezed};
use crate::intake::place::{Placed, PlacedFault};
use crate::plan::meant::column::Field;
use crate::plan::meant::day::day;
use crate::plan::{Closing, Date, Entry, Journal, Language};
use crate::report::import::{NewEntries, NewEntry, News};
use crate::report::task_line::TaskLine;
use crate::say;
use crate::store::Opened;
use crate::words::Worded;

use super::changes::{Comparison, changes};
use super::finished::dated;
use super::group::Group;
use super::rows::{Reader, TaskIndex};
use super::said::{Listener, Said};
use super::states::is_done;
use super::terms::Terms;

/// What came of hearing all rows.
#[derive(Default)]
pub(crate) struct Heard {
    pub(crate) entries: Vec<Placed>,
    /// What the entries say that was not known.
    pub(crate) report: NewEntries,
    pub(crate) faults: Vec<PlacedFault>,
    /// Cells that say something else than the plan.
    pub(crate) changes: Vec<PlacedFault>,
    /// What is not entered, and why.
    pub(crate) remarks: Vec<PlacedFault>,
    /// Tasks of which nothing new is said.
    pub(crate) known: usize,
    /// Rows about no task of the plan, in which nothing is filled in.
    pub(crate) passed_over: usize,
    /// Rows that are sections or themes of the plan.
    pub(crate) parts: usize,
}

/// What the ledgers say beyond what is known, for `date` and by whom, where their rows do not say.
///
/// # Errors
/// When the day or the reporter cannot be meant.
pub(crate) fn hear(
    opened: &Opened,
    ledgers: &[Ledger<'_>],
    terms: Terms<'_>,
    (date, by): (Option<&str>, Option<&str>),
) -> Result<Heard, String> {
    let Terms { plan, own, file, today, strict, lang } = terms;
    let by = by.map(|text| unit_or_person(plan, text, lang)).transpose()?;
    let date = date.map(|text| day(&plan.head, text, today, lang)).transpose()?.unwrap_or(today);
    let reader = Reader { plan, own, file, lang, strict, date, by, tasks: TaskIndex::of(plan) };
    let lines: Vec<Vec<Line<'_>>> = ledgers.iter().map(Ledger::lines).collect();
    let pairs: Vec<(&Ledger<'_>, &[Line<'_>])> = ledgers.iter().zip(lines.iter().map(Vec::as_slice)).collect();
    let mut matched = reader.matched(&pairs);
    let drawn_up = ledgers.iter().find_map(|ledger| drawn_up(ledger, &reader));
    let undated = dated(opened, &reader, today, &mut matched.groups);
    let mut heard = hear_all(opened, &reader, matched.groups, drawn_up);
    heard.remarks.extend(undated);
    heard.changes.extend(matched.changes);
    heard.faults.extend(matched.faults);
    heard.passed_over = matched.passed_over;
    heard.parts = matched.parts;
    Ok(heard)
}

/// Hears the rows in the order of their days, so that each is compared with what those before it have said.
fn hear_all<'r>(
    opened: &'r Opened,
    reader: &'r Reader<'r>,
    groups: Vec<Group<'r, '_>>,
    drawn_up: Option<Date>,
) -> Heard {
    let mut by_date: BTreeMap<Date, Vec<Group<'r, '_>>> = BTreeMap::new();
    for group in groups {
        by_date.entry(group.date).or_default().push(group);
    }
    let mut heard = Heard::default();
    // Reports of the ledger's own day may have come in before it was drawn up, or after.
    let then_days: Vec<Date> = drawn_up.into_iter().flat_map(|day| [Some(day), day.plus_days(-1)]).flatten().collect();
    let then: Vec<_> =
        then_days.into_iter().map(|day| (day, assess(reader.plan, &opened.journal, &opened.calendar, day))).collect();
    let then_lines: Vec<_> = then
        .iter()
        .map(|(day, assessment)| {
            let lines = assessment.standings.iter().map(|one| TaskLine::new(&reader.plan.head, one, reader.lang));
            (*day, by_id(lines.collect()))
        })
        .collect();
    for (date, groups) in by_date {
        let journal = with(&opened.journal, heard.entries.iter().map(|placed| &placed.entry));
        let assessment = assess(reader.plan, &journal, &opened.calendar, date);
        let lines =
            by_id(assessment.standings.iter().map(|one| TaskLine::new(&reader.plan.head, one, reader.lang)).collect());
        for group in groups {
            let id = group.task.id.as_str();
            let then = then_lines.iter().filter(|(day, _)| *day <= date).filter_map(|(_, lines)| lines.get(id));
            let known: Vec<&TaskLine<'_>> = lines.get(id).into_iter().chain(then).collect();
            hear_one(opened, reader, &group, &known, &mut heard);
        }
    }
    heard
}

fn by_id(lines: Vec<TaskLine<'_>>) -> HashMap<&str, TaskLine<'_>> {
    lines.into_iter().map(|line| (line.id, line)).collect()
}

fn hear_one<'k>(
    opened: &'k Opened,
    reader: &Reader<'_>,
    group: &Group<'_, '_>,
    known: &[&'k TaskLine<'k>],
    heard: &mut Heard,
) {
    heard.changes.extend(changes(&Comparison { reader, known }, group));
    heard.remarks.extend(computed(group, known, (reader.plan.head.closing, reader.lang)));
    let mut listener = Listener::new(opened, reader.lang, reader.strict, known.to_vec());
    match listener.hear(group) {
        Some(Said { entry, news }) => {
            let placed = Placed { place: group.row_place(), entry };
            heard.report.entries.push(shown(group, &placed, news));
            heard.entries.push(placed);
        }
        None => heard.known += 1,
    }
    heard.faults.append(&mut listener.faults);
    heard.remarks.append(&mut listener.remarks);
}

/// A journal with some entries more.
fn with<'e>(journal: &Journal, new: impl Iterator<Item = &'e Entry>) -> Journal {
    let mut journal = journal.clone();
    journal.entries.extend(new.cloned());
    journal.entries.sort_by_key(|entry| entry.date);
    journal
}

/// What was written over what is computed: it is said that this changes nothing.
fn computed(group: &Group<'_, '_>, known: &[&TaskLine<'_>], (closing, lang): (Closing, Language)) -> Vec<PlacedFault> {
    let mut remarks = Vec::new();
    let percent = |line: &&TaskLine<'_>, text: &str| {
        let parts = text.split(['\n', '；', ';']).map(str::trim).collect::<Vec<_>>();
        let metrics: Vec<String> = line
            .metrics
            .iter()
            .map(|metric| metric.progress.map_or_else(|| "—".to_owned(), |share| share.percent()))
            .collect();
        let own = line.progress.map_or_else(String::new, |share| share.percent());
        parts == metrics || same_percent(text, &own)
    };
    if let Some(text) = group.whole(Field::Progress).filter(|text| !known.iter().any(|line| percent(line, text))) {
        remarks.push((
            Field::Progress,
            say!(
                lang,
                "完成率由指标算出，“{text}”没有记入；请填“当前值”",
                "progress is computed from the metrics, so `{text}` is not entered; write the value"
            ),
        ));
    }
    // What says nothing of a light is no light: a ledger's own column may be headed so.
    let light = group.whole(Field::Light).and_then(|text| Some((Light::read(&text)?, text)));
    if let Some((_, text)) = light.filter(|(light, _)| !known.iter().any(|line| line.light == Some(*light))) {
        remarks.push((
            Field::Light,
            say!(
                lang,
                "亮灯由程序判定，“{text}”没有采用；请填“当前值”“状态”",
                "lights are computed, so `{text}` is not taken; write the value and the state"
            ),
        ));
    }
    let closed = |line: &&TaskLine<'_>, text: &str| line.finished_on.is_some_and(|day| day.to_string() == text);
    let finished = group.whole(Field::FinishedOn).filter(|_| !is_done(group, closing) && group.given_up().is_none());
    if let Some(text) = finished.filter(|text| !known.iter().any(|line| closed(line, text))) {
        let id = &group.task.id;
        remarks.push((
            Field::FinishedOn,
            say!(
                lang,
                "销号日期“{text}”没有记入；销号请用 workplan close {id} --by 审核人",
                "`{text}` is not entered; to close the task, use `workplan close {id} --by REVIEWER`"
            ),
        ));
    }
    remarks.into_iter().map(|(field, message)| PlacedFault { place: group.place(field), message }).collect()
}

/// Whether two shares are the same to a tenth of a hundredth.
fn same_percent(one: &str, other: &str) -> bool {
    let number = |text: &str| text.trim_end_matches('%').trim().parse::<f64>().ok();
    match (number(one), number(other)) {
        (Some(one), Some(other)) => (one - other).abs() < 0.051,
        _ => squeezed(one) == squeezed(other),
    }
}

/// The day of which a ledger says that it shows the state: 截至 2020-11-24.
fn drawn_up(ledger: &Ledger<'_>, reader: &Reader<'_>) -> Option<Date> {
    ledger.title_texts().find_map(|text| {
        let rest = ["截至", "截止", "As of"].iter().find_map(|word| text.split_once(word))?.1.trim_start();
        let text: String = rest.chars().take_while(|c| c.is_ascii_digit() || "-./年月日".contains(*c)).collect();
        day(&reader.plan.head, &text, None, reader.lang).ok()
    })
}

fn shown(group: &Group<'_, '_>, placed: &Placed, news: Vec<News>) -> NewEntry {
    let entry = &placed.entry;
    NewEntry {
        place: placed.place.to_string(),
        task: entry.task.to_string(),
        title: group.task.title.clone(),
        date: entry.date.to_string(),
        by: entry.by.clone(),
        says: news,
    }
}
