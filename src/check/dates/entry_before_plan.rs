//! An entry from before the plan began.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;

use super::entry_outside_month::{is_elsewhere, month_of};
use super::span::sound_period;

pub(super) const CHECK: Check = Check {
    code: "W309",
    name: "entry-before-plan",
    zh: "记录早于本期首日",
    en: "an entry from before the plan began",
    wrong: "- date: 2019-11-20",
    right: "- date: 2020-11-20",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let Some(period) = sound_period(inspection) else { return };
    let lang = inspection.lang;
    let opened = inspection.opened;
    // Entries stand in the order of their days.
    let early =
        opened.journal.entries.iter().zip(&opened.origins.entries).take_while(|(entry, _)| entry.date < period.start);
    for (index, (entry, origin)) in early.enumerate() {
        // In another month's file, the slip is already said.
        let path = opened.files.get(origin.file).map_or("", |file| file.path.as_str());
        if month_of(path).is_some_and(|month| is_elsewhere(entry.date, month)) {
            continue;
        }
        inspection.find(
            inspection.at_entry(index).key("date"),
            say!(
                lang,
                "记录日期 {} 早于本期首日 {}",
                "the entry of {} lies before the period's first day {}",
                entry.date,
                period.start
            ),
            say!(lang, "核对年份和月份", "check the year and the month"),
        );
    }
}
