//! A row of a checklist that cannot be understood.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::{FaultKind, RowFault};

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
    let FaultKind::ChecklistRow(row) = fault else { return None };
    let lang = reader.lang;
    let (message, hint) = match row {
        RowFault::Header => (
            say!(lang, "清单首行缺少“编号”列或“销号日期”列", "the first row names no `item` or no `closed_on` column"),
            say!(
                lang,
                "首行写列名，用半角逗号分开：“编号,销号日期”",
                "write the columns' names in the first row: `item,closed_on`"
            ),
        ),
        RowFault::Item => (
            say!(lang, "这一行没有编号", "this row names no item"),
            say!(lang, "补上编号，或删去这一行", "add the item's number or name, or delete the row"),
        ),
        RowFault::Cells { found, wanted } => (
            say!(lang, "这一行有 {found} 格，首行有 {wanted} 格", "this row has {found} cells, the first row {wanted}"),
            say!(
                lang,
                "各格用半角逗号分开；格内有逗号的，用双引号括起",
                "part the cells with plain commas; put a cell that holds one in double quotes"
            ),
        ),
        RowFault::Columns(found) => (
            say!(lang, "清单有 {found} 列，太多了", "the list has {found} columns: too many"),
            say!(lang, "只留用得到的列", "keep the columns that are of use"),
        ),
        RowFault::OpenQuote => (
            say!(
                lang,
                "双引号没有收尾，其后各行被并入这一格",
                "a quotation mark is not closed and swallows the rows below"
            ),
            say!(lang, "补上另一半双引号，或删去这一个", "close it, or delete it"),
        ),
        RowFault::Other(words) => (
            say!(lang, "这一行读不懂（{words}）", "this row cannot be read: {words}"),
            say!(lang, "核对引号和逗号", "check its quotes and commas"),
        ),
    };
    Some(Words { message, hint })
}
