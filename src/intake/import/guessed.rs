//! Leads that are guesses: the first of several units.

use crate::intake::ledger::Ledger;
use crate::intake::place::PlacedFault;
use crate::plan::meant::column::Field;
use crate::say;
use crate::words;

use super::rows::Reader;
use super::task::Written;

/// Which tasks of a ledger are led by the first of several units, none of which is said to lead.
pub(super) fn told<'w>(
    reader: &Reader<'_>,
    ledger: &Ledger<'_>,
    tasks: impl Iterator<Item = &'w Written>,
) -> Option<PlacedFault> {
    let column = ledger.header.column(Field::Responsible)?;
    let ids: Vec<&str> = tasks.filter(|written| written.guessed_lead).map(|written| written.task.id.as_str()).collect();
    let first = ids.first()?;
    let all = words::list(reader.lang, &ids);
    let message = say!(
        reader.lang,
        "写有几个单位、没有写明谁牵头的，第一个作为牵头单位，标为推定：{all}；核实后用 workplan confirm {first} 牵头单位 --by 姓名",
        "of several units none of which is said to lead, the first is taken for the lead, as an assumption: {all}; once it is known, use workplan confirm {first} lead --by WHO"
    );
    Some(PlacedFault { place: ledger.place(reader.file, ledger.header.last, column), message })
}
