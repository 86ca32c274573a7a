//! An entry in another month's file.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::Date;
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "W308",
    name: "entry-outside-month",
    zh: "记录的日期不在该文件的月份",
    en: "an entry in another month's file",
    wrong: "# progress/2020-11.yaml\n- date: 2020-12-01",
    right: "# progress/2020-12.yaml\n- date: 2020-12-01",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let lang = inspection.lang;
    let months: Vec<Option<Date>> = inspection.opened.files.iter().map(|file| month_of(&file.path)).collect();
    let opened = inspection.opened;
    for (index, (entry, origin)) in opened.journal.entries.iter().zip(&opened.origins.entries).enumerate() {
        let Some(month) = months.get(origin.file).copied().flatten() else { continue };
        if is_elsewhere(entry.date, month) {
            let (date, own) = (entry.date, file_of(entry.date));
            inspection.find(
                inspection.at_entry(index).key("date"),
                say!(
                    lang,
                    "{date} 的记录写在了 {} 的文件里",
                    "an entry of {date} in the file of {}",
                    month_name(month)
                ),
                say!(
                    lang,
                    "核对日期；确是这一天的，移到 {own}",
                    "check the date; if it is right, move the entry to {own}"
                ),
            );
        }
    }
}

/// Whether an entry of that day belongs into another file than that month's.
pub(super) fn is_elsewhere(day: Date, month: Date) -> bool {
    day.month_start() != month
}

/// The month of `progress/2020-11.yaml`, as its first day; files of other names hold any month.
pub(super) fn month_of(path: &str) -> Option<Date> {
    let name = path.strip_prefix("progress/")?;
    let month = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml"))?;
    format!("{month}-01").parse().ok()
}

fn month_name(month: Date) -> String {
    month.0.format("%Y-%m").to_string()
}

fn file_of(day: Date) -> String {
    format!("progress/{}.yaml", month_name(day))
}
