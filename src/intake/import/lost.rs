//! What cells say that no plan keeps: told once a ledger.

use crate::intake::ledger::{Ledger, Line};
use crate::intake::place::PlacedFault;
use crate::plan::meant::column::Field;
use crate::say;
use crate::words;

use super::rows::Reader;

/// The shares of their time that people give: Lee Wong[50%].
pub(super) fn shares(reader: &Reader<'_>, ledger: &Ledger<'_>, lines: &[Line<'_>]) -> Option<PlacedFault> {
    let column = ledger.header.column(Field::Person)?;
    let said = |line: &Line<'_>| match line {
        Line::Row(row) => row.text(Field::Person).filter(|text| text.contains("%]")),
        Line::Heading(..) | Line::Aside(..) => None,
    };
    let mut found: Vec<String> = Vec::new();
    for text in lines.iter().filter_map(said) {
        let shares = text.split([',', '，', '、', ';', '；']).map(str::trim).filter(|part| part.ends_with("%]"));
        found.extend(
            shares.filter(|share| !found.iter().any(|known| known == share)).map(str::to_owned).collect::<Vec<_>>(),
        );
    }
    (!found.is_empty()).then(|| {
        let found = words::list(reader.lang, found);
        let message = say!(
            reader.lang,
            "责任人的投入比例没有采用：{found}",
            "the shares of people's time are not taken: {found}"
        );
        PlacedFault { place: ledger.place(reader.file, ledger.header.last, column), message }
    })
}
