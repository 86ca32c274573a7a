//! The day on which a task was finished, by the ledger: that is the day for which the report is true that it is done.

use crate::intake::ledger::text_of;
use crate::intake::place::PlacedFault;
use crate::plan::meant::column::Field;
use crate::plan::{Date, Entry, EntryState};
use crate::say;
use crate::store::Opened;

use super::group::Group;
use super::rows::Reader;
use super::states::is_done;

/// Dates the rows that say that their task is done, and when. What is said of days that cannot be taken comes back.
pub(super) fn dated(
    opened: &Opened,
    reader: &Reader<'_>,
    today: Date,
    groups: &mut [Group<'_, '_>],
) -> Vec<PlacedFault> {
    let mut remarks = Vec::new();
    for group in groups {
        if !is_done(group, reader.plan.head.closing) || is_known(opened, group) {
            continue;
        }
        match finished_on(opened, reader, today, group) {
            Some(Ok(day)) => group.date = day,
            Some(Err(message)) => {
                let (lang, date) = (reader.lang, group.date);
                let message =
                    say!(lang, "{message}；“已完成”按 {date} 记入", "{message}; that it is done is entered for {date}");
                remarks.push(PlacedFault { place: group.place(Field::FinishedOn), message });
            }
            None => {}
        }
    }
    remarks
}

/// The day that the rows give; none where they give none.
fn finished_on(
    opened: &Opened,
    reader: &Reader<'_>,
    today: Date,
    group: &Group<'_, '_>,
) -> Option<Result<Date, String>> {
    let (lang, first) = (reader.lang, reader.plan.head.period.start);
    let cell =
        group.rows.iter().filter_map(|(_, row)| row.cell(Field::FinishedOn)).find(|cell| text_of(cell).is_some())?;
    let day = match reader.day_in(cell) {
        Ok(day) => day,
        Err(why) => return Some(Err(why)),
    };
    let goes_on = |entry: &&Entry| entry.date > day && entry.state.is_some_and(|state| state != EntryState::Done);
    Some(match of_task(opened, group).find(goes_on) {
        _ if day > today => {
            Err(say!(lang, "完成日期 {day} 还没有到", "the day on which it was finished, {day}, is yet to come"))
        }
        _ if day < first => Err(say!(
            lang,
            "完成日期 {day} 早于本期首日 {first}",
            "the day on which it was finished, {day}, lies before the plan's first, {first}"
        )),
        Some(later) => {
            let later = later.date;
            Err(say!(
                lang,
                "完成日期 {day} 之后，{later} 报的还是别的状态",
                "it was finished on {day}, and reported in another state on {later}"
            ))
        }
        None => Ok(day),
    })
}

/// Whether the task is known to be done.
fn is_known(opened: &Opened, group: &Group<'_, '_>) -> bool {
    let stated = of_task(opened, group).filter(|entry| entry.date <= group.date).filter(|entry| entry.state.is_some());
    let last = stated.max_by_key(|entry| entry.date).and_then(|entry| entry.state);
    matches!(last, Some(EntryState::Done | EntryState::Closed))
}

fn of_task<'o>(opened: &'o Opened, group: &Group<'_, '_>) -> impl Iterator<Item = &'o Entry> {
    let id = group.task.id.clone();
    opened.journal.counting().filter(move |entry| entry.task == id)
}
