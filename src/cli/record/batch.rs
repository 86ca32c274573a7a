//! A batch of reports out of a file: every fault with its row, and all of it or nothing.

use std::process::ExitCode;

use crate::cli::Global;
use crate::cli::facts::FactFault;
use crate::cli::input::text_of;
use crate::cli::session::day;
use crate::cli::together::{Placed, PlacedFault, append, refuse};
use crate::cli::writing::{Extent, change};
use crate::lang;
use crate::ledger::Place;
use crate::plan::Language;
use crate::say;

use super::RecordArgs;
use super::rows::{COLUMNS, RowFault, rows};

/// Enters a batch.
pub(super) fn record(global: &Global, args: &RecordArgs, from: &str, force: bool) -> anyhow::Result<ExitCode> {
    let text = text_of(from)?;
    change(global, &args.write, &Extent::Whole, &|draft| {
        let lang = draft.lang;
        let (mut rows, mut faults) = rows(from, &text, lang);
        rows.retain(|row| !row.facts.say_nothing());
        let head = &draft.plan()?.head;
        for row in &mut rows {
            match (row.facts.date.trim(), &args.date) {
                ("", Some(date)) => row.facts.date.clone_from(date),
                ("", None) => faults.push(RowFault { line: row.line, key: Some("date"), message: no_date(lang) }),
                (text, _) => match day(head, text, None, lang) {
                    Ok(date) => row.facts.date = date.to_string(),
                    Err(why) => {
                        faults.push(RowFault { line: row.line, key: Some("date"), message: why.to_string() });
                        // Told once.
                        row.facts.date.clear();
                    }
                },
            }
        }
        let mut entries = Vec::new();
        for row in &rows {
            match row.facts.entry(draft.rewrite.opened(), draft.today, lang) {
                Ok(entry) => entries.push(Placed { place: Place::line(from, row.line), entry }),
                Err(wrong) => faults.extend(wrong.into_iter().map(|fault| at_row(row.line, fault))),
            }
        }
        refuse(&placed(from, faults, lang), lang)?;
        append(draft, entries, force)
    })
}

fn no_date(lang: Language) -> String {
    say!(lang, "没有日期；请填写，或用 --date 统一指定", "no date: write one, or give --date for all")
}

fn at_row(line: usize, fault: FactFault) -> RowFault {
    // Some messages say themselves what they are about.
    let named = matches!(fault.key, "task" | "by" | "checkpoints" | "reply_to");
    RowFault { line, key: (!named).then_some(fault.key), message: fault.message }
}

/// The faults with their file, line and column.
fn placed(from: &str, faults: Vec<RowFault>, lang: Language) -> Vec<PlacedFault> {
    let placed = faults.into_iter().map(|fault| {
        let column = COLUMNS.iter().find(|known| Some(known.key) == fault.key);
        let column = column.map(|known| say!(lang, "{}：", "{}: ", lang::pick(lang, known.zh, known.key)));
        let message = format!("{}{}", column.unwrap_or_default(), fault.message);
        PlacedFault { place: Place::line(from, fault.line), message }
    });
    placed.collect()
}
