//! A row of a checklist that cannot be understood.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E111",
    name: "checklist-row",
    zh: "清单中读不懂的行",
    en: "a row of a checklist that cannot be understood",
    wrong: "编号,销号日期\n,2020-08-05",
    right: "编号,销号日期\n金泽-001,2020-08-05",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::ChecklistRow(words) = fault else { return None };
    let lang = reader.lang;
    let (message, hint) = match words.as_str() {
        "header" => (
            say!(lang, "清单首行缺少“编号”列或“销号日期”列", "the first row names no `item` or no `closed_on` column"),
            say!(lang, "首行写列名：“编号,销号日期”", "write the columns' names in the first row: `item,closed_on`"),
        ),
        "item" => (
            say!(lang, "这一行没有编号", "this row names no item"),
            say!(lang, "补上编号；空行删去", "add the item's number or name; delete an empty row"),
        ),
        words => (
            say!(lang, "这一行读不懂（{words}）", "this row cannot be read: {words}"),
            say!(
                lang,
                "核对引号是否成对，列数是否与首行相同",
                "check that quotes are closed and the columns are those of the first row"
            ),
        ),
    };
    Some(Words { message, hint })
}
