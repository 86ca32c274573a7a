//! A batch of reports out of a file: every row as an entry, and every fault with its row.

use crate::intake::place::{Place, Placed, PlacedFault};
use crate::plan::meant::day::day;
use crate::plan::{Date, Language};
use crate::say;
use crate::store::Opened;
use crate::words;

use super::facts::FactFault;
use super::rows::{RowFault, Rows, columns, header_of, rows};

/// What a file of reports comes to.
pub(crate) struct Batch {
    pub(crate) entries: Vec<Placed>,
    pub(crate) faults: Vec<PlacedFault>,
    /// What is to be known of how it was read.
    pub(crate) notes: Vec<String>,
}

/// Reads a batch; `date` is for rows that name no day.
pub(crate) fn batch(
    opened: &Opened,
    (from, text): (&str, &str),
    date: Option<&str>,
    today: Date,
    lang: Language,
) -> Batch {
    let Rows { mut rows, mut faults, passed_over } = rows(from, text, lang);
    rows.retain(|row| !row.facts.say_nothing());
    for row in &mut rows {
        if let Err(message) = dated(&mut row.facts.date, date, opened, lang) {
            faults.push(RowFault { line: row.line, key: Some("date"), message });
        }
    }
    let mut entries = Vec::new();
    for row in &rows {
        match row.facts.entry(opened, today, lang) {
            Ok(entry) => entries.push(Placed { place: Place::line(from, row.line), entry }),
            Err(wrong) => faults.extend(wrong.into_iter().map(|fault| at_row(row.line, fault))),
        }
    }
    Batch { entries, faults: placed(from, faults, lang), notes: note(passed_over, lang).into_iter().collect() }
}

/// Puts the day that a row means, or that is given for all, in its place; where it means none, nothing, so that this is told
/// once. When the table was written nobody knows: what reckons from today is for the command line.
fn dated(said: &mut String, for_all: Option<&str>, opened: &Opened, lang: Language) -> Result<(), String> {
    let text = std::mem::take(said);
    *said = match (text.trim(), for_all) {
        ("", Some(date)) => date.to_owned(),
        ("", None) => {
            return Err(say!(
                lang,
                "没有日期；请填写，或用 --date 统一指定",
                "no date: write one, or give --date for all"
            ));
        }
        (text, _) => match &opened.plan {
            Some(plan) => day(&plan.head, text, None, lang)?.to_string(),
            None => text.to_owned(),
        },
    };
    Ok(())
}

fn note(passed_over: Vec<String>, lang: Language) -> Option<String> {
    if passed_over.is_empty() {
        return None;
    }
    let columns = words::list(lang, passed_over);
    Some(say!(
        lang,
        "以下各列不是填报项，其中的内容没有采用：{columns}",
        "columns of no known name are passed over: {columns}"
    ))
}

fn at_row(line: usize, fault: FactFault) -> RowFault {
    // Some messages say themselves what they are about.
    let named = matches!(fault.key, "task" | "by" | "checkpoints" | "reply_to");
    RowFault { line, key: (!named).then_some(fault.key), message: fault.message }
}

/// The faults with their file, line and column.
fn placed(from: &str, faults: Vec<RowFault>, lang: Language) -> Vec<PlacedFault> {
    let placed = faults.into_iter().map(|fault| {
        let column = columns().find(|known| Some(known.key) == fault.key);
        let column = column.map(|known| say!(lang, "{}：", "{}: ", header_of(known, lang)));
        let message = format!("{}{}", column.unwrap_or_default(), fault.message);
        PlacedFault { place: Place::line(from, fault.line), message }
    });
    placed.collect()
}
