//! A filled-in ledger as entries of the journal.

use std::collections::{BTreeMap, HashMap};

use crate::assess::assess;
use crate::cli::facts::unit_or_person;
use crate::cli::output::{Listed, note};
use crate::cli::together::{self, Placed, PlacedFault, append};
use crate::cli::writing::Draft;
use crate::ledger::{Ledger, Line, squeezed};
use crate::meant::column::Field;
use crate::plan::{Date, Entry, Journal, Language};
use crate::render::view;
use crate::report::import::{NewEntries, NewEntry, News};
use crate::report::task_line::TaskLine;
use crate::say;
use crate::store::Opened;

use super::ImportArgs;
use super::changes::{Comparison, changes};
use super::rows::{Group, Reader, TaskIndex};
use super::said::{Listener, Said};

/// Enters what the ledgers say beyond what is known.
pub(super) fn import(
    draft: &mut Draft,
    ledgers: &[Ledger<'_>],
    args: &ImportArgs,
    file: &str,
    force: bool,
) -> anyhow::Result<String> {
    let lang = draft.lang;
    let opened = draft.rewrite.opened();
    let plan = draft.plan()?;
    if plan.tasks.is_empty() {
        anyhow::bail!(say!(
            lang,
            "计划中还没有任务；由台账建任务，加 --as tasks",
            "the plan has no tasks yet; to make tasks out of a ledger, add --as tasks"
        ));
    }
    let by = args.by.as_deref().map(|text| unit_or_person(plan, text, lang)).transpose().map_err(anyhow::Error::msg)?;
    let date = draft.day(args.date.as_deref())?.unwrap_or(draft.today);
    let reader = Reader { plan, file, lang, date, by, tasks: TaskIndex::of(plan) };
    let lines: Vec<Vec<Line<'_>>> = ledgers.iter().map(Ledger::lines).collect();
    let pairs: Vec<(&Ledger<'_>, &[Line<'_>])> = ledgers.iter().zip(lines.iter().map(Vec::as_slice)).collect();
    let matched = reader.matched(&pairs);
    let drawn_up = ledgers.iter().find_map(|ledger| drawn_up(ledger, &reader));
    let mut heard = hear(opened, &reader, matched.groups, drawn_up);
    heard.faults.extend(matched.faults);
    let refused = if args.progress_only { 0 } else { heard.changes.len() };
    if args.progress_only {
        heard.remarks.append(&mut heard.changes);
    } else {
        heard.faults.append(&mut heard.changes);
    }
    refuse(&heard.faults, refused, lang)?;
    heard.remarks.iter().for_each(|remark| note(lang, &format!("{}: {}", remark.place, remark.message)));
    if matched.passed_over > 0 {
        let count = matched.passed_over;
        note(
            lang,
            &say!(
                lang,
                "{count} 行不是本计划的任务，也没有填报内容，已略过",
                "{count} rows are about no task of the plan, and nothing is filled in: passed over"
            ),
        );
    }
    let (known, entries) = (heard.known, heard.entries);
    let report = NewEntries { entries: entries.iter().map(|(placed, said)| shown(&reader, placed, said)).collect() };
    draft.shows = Some(view::new_entries(&report, lang));
    let what = append(draft, entries.into_iter().map(|(placed, _)| placed).collect(), force)?;
    Ok(match known {
        0 => what,
        1 => say!(lang, "{what}；1 项任务与台账一致，没有新内容", "{what}; of 1 task nothing new is said"),
        known => {
            say!(lang, "{what}；{known} 项任务与台账一致，没有新内容", "{what}; of {known} tasks nothing new is said")
        }
    })
}

/// What came of hearing all rows.
#[derive(Default)]
struct Heard {
    entries: Vec<(Placed, Vec<News>)>,
    faults: Vec<PlacedFault>,
    changes: Vec<PlacedFault>,
    remarks: Vec<PlacedFault>,
    /// Tasks of which nothing new is said.
    known: usize,
}

/// Hears the rows in the order of their days, so that each is compared with what those before it have said.
fn hear<'r>(opened: &'r Opened, reader: &'r Reader<'r>, groups: Vec<Group<'r, '_>>, drawn_up: Option<Date>) -> Heard {
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
        let journal = with(&opened.journal, heard.entries.iter().map(|(placed, _)| &placed.entry));
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
    heard.remarks.extend(computed(group, known, reader.lang));
    let mut listener = Listener::new(opened, reader.lang, known.to_vec());
    match listener.hear(group) {
        Some(Said { entry, news }) => heard.entries.push((Placed { place: group.row_place(), entry }, news)),
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
fn computed(group: &Group<'_, '_>, known: &[&TaskLine<'_>], lang: Language) -> Vec<PlacedFault> {
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
    let closed = |line: &&TaskLine<'_>, text: &str| line.finished_on.is_some_and(|day| day.to_string() == text);
    if let Some(text) = group.whole(Field::FinishedOn).filter(|text| !known.iter().any(|line| closed(line, text))) {
        let id = &group.task.id;
        remarks.push((
            Field::FinishedOn,
            say!(
                lang,
                "销号日期“{text}”没有记入；销号请用 workplan close {id}",
                "`{text}` is not entered; to close the task, use `workplan close {id}`"
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
        let day: String = rest.chars().take_while(|c| c.is_ascii_digit() || "-./年月日".contains(*c)).collect();
        crate::cli::session::day(&reader.plan.head, &day, None, reader.lang).ok()
    })
}

fn shown(reader: &Reader<'_>, placed: &Placed, news: &[News]) -> NewEntry {
    let entry = &placed.entry;
    let task = reader.tasks.by_id(entry.task.as_str());
    NewEntry {
        place: placed.place.to_string(),
        task: entry.task.to_string(),
        title: task.map_or_else(String::new, |task| task.title.clone()),
        date: entry.date.to_string(),
        by: entry.by.clone(),
        says: news.to_vec(),
    }
}

/// Refuses everything, with every fault in the order of the ledger.
fn refuse(faults: &[PlacedFault], changes: usize, lang: Language) -> anyhow::Result<()> {
    let Err(error) = together::refuse(faults, lang) else { return Ok(()) };
    let (Some(Listed(list)), true) = (error.downcast_ref(), changes > 0) else { return Err(error) };
    let tail = say!(
        lang,
        "只取进展、不取对计划内容的改动的，加 --progress-only",
        "to take the progress alone, and leave changes of the plan, add --progress-only"
    );
    Err(Listed(format!("{list}\n{tail}")).into())
}
