//! What is to be known of how a sheet was read: nothing is passed over without a word.

use std::collections::BTreeSet;

use crate::intake::ledger::{Ledger, Line, says_nothing};
use crate::intake::sheet::{Book, Cell, Grid, Sheet};
use crate::plan::Language;
use crate::say;
use crate::words;

use super::heads::offers;
use super::kept::Kept;
use super::terms::Wanted;

/// What is to be known of how a sheet was read. A workbook of our own hides columns itself, and its rows beside the tasks are
/// its own.
pub(crate) fn notes(ledger: &Ledger<'_>, is_own: bool, wanted: Wanted, lang: Language) -> Vec<String> {
    let header = &ledger.header;
    // What nothing stands under is not missed, and one name is enough of several that are the same.
    let is_filled = |column: &u32| {
        let mut below = ledger.sheet.grid.rows().filter(|(row, _)| *row > header.last);
        below.any(|(_, cells)| cells.get(column).is_some_and(|cell| !says_nothing(&cell.value.text())))
    };
    let named = |columns: &[u32]| -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for name in columns.iter().filter(|column| is_filled(column)).map(|column| header.name(*column)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    };
    let (mut unknown, by_time) = (named(&header.unknown), named(&header.by_time));
    let mut notes = Vec::new();
    if wanted == Wanted::Progress {
        unknown.extend(by_time);
    } else if !by_time.is_empty() {
        notes.push(in_remark(&by_time, lang));
    }
    notes.extend((!unknown.is_empty()).then(|| offers(&unknown, wanted, lang)));
    if !is_own {
        notes.extend(hidden(ledger.sheet, lang));
        notes.extend(struck(&ledger.sheet.grid, lang));
        // Of a return, the task is told.
        notes.extend(given_up(ledger, lang).filter(|_| wanted == Wanted::Tasks));
        notes.extend(asides(ledger, lang));
        notes.extend(headings(ledger, lang));
        notes.extend(comments(&ledger.sheet.grid, lang));
    }
    notes
}

/// What is planned for a month or a quarter is neither a deadline nor a target of the whole task.
fn in_remark(names: &[&str], lang: Language) -> String {
    let columns = words::list(lang, names);
    let own = words::shell_word(&format!("{}={}", names.first().unwrap_or(&""), lang.pick("自定义字段", "own fields")));
    say!(
        lang,
        "按时间分列的，写入备注，不作为完成时限：{columns}；要作为自定义字段保留的，如 --map {own}",
        "columns headed by a time go into the remark and set no deadline: {columns}; to keep one as a field of the plan's own, --map {own}"
    )
}

fn hidden(Sheet { grid, .. }: &Sheet, lang: Language) -> Option<String> {
    let used: BTreeSet<u32> = grid.rows().flat_map(|(_, row)| row.keys().copied()).collect();
    let columns: Vec<String> =
        grid.hidden_columns.intersection(&used).map(|column| grid.column_name(*column)).collect();
    let rows = filled(grid, &grid.hidden_rows);
    let columns = (!columns.is_empty()).then(|| {
        let columns = words::list(lang, columns);
        say!(lang, "{columns} 列", "columns {columns}")
    });
    let rows = (!rows.is_empty()).then(|| {
        let rows = words::list(lang, rows);
        say!(lang, "第 {rows} 行", "rows {rows}")
    });
    let hidden: Vec<String> = columns.into_iter().chain(rows).collect();
    (!hidden.is_empty()).then(|| {
        let hidden = words::list(lang, hidden);
        say!(lang, "隐藏的内容也已读取：{hidden}", "what is hidden is read as well: {hidden}")
    })
}

fn struck(grid: &Grid, lang: Language) -> Option<String> {
    let rows = filled(grid, &grid.struck_rows);
    (!rows.is_empty()).then(|| {
        let rows = words::list(lang, rows);
        say!(
            lang,
            "第 {rows} 行有删除线，也已读取；不要的请先删去该行",
            "rows {rows} are struck through, and read as well; delete those that are not wanted"
        )
    })
}

fn given_up(ledger: &Ledger<'_>, lang: Language) -> Option<String> {
    let shown = |line: Line<'_>| match line {
        Line::Row(row) => {
            let (at, why) = (ledger.sheet.grid.row_name(row.at), ledger.given_up(row.at)?);
            Some(say!(lang, "第 {at} 行（{why}）", "row {at} ({why})"))
        }
        Line::Heading(..) | Line::Aside(..) => None,
    };
    let rows: Vec<String> = ledger.lines().into_iter().filter_map(shown).collect();
    (!rows.is_empty()).then(|| {
        let rows = words::list(lang, rows);
        say!(
            lang,
            "不再办理或已归档的，也已读取，不作为办结：{rows}；不要的请先删去该行",
            "given up or archived, and read as well, but not as done: {rows}; delete those that are not wanted"
        )
    })
}

fn filled(grid: &Grid, rows: &BTreeSet<u32>) -> Vec<String> {
    grid.rows().map(|(row, _)| row).filter(|row| rows.contains(row)).map(|row| grid.row_name(row)).collect()
}

/// What people have written about cells.
fn comments(grid: &Grid, lang: Language) -> Option<String> {
    let shown: Vec<String> = grid
        .comments
        .iter()
        .map(|(cell, text)| {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            say!(lang, "{cell}“{text}”", "{cell} `{text}`")
        })
        .collect();
    (!shown.is_empty()).then(|| {
        let shown = words::list(lang, shown);
        say!(lang, "批注没有导入：{shown}", "comments on cells are not taken: {shown}")
    })
}

/// What headings say beyond the title of their section: sums, mostly.
fn headings(ledger: &Ledger<'_>, lang: Language) -> Option<String> {
    let grid = &ledger.sheet.grid;
    let beyond = |line: Line<'_>| {
        let Line::Heading(row, title) = line else { return None };
        let others = grid.row(row).filter(|cell| cell.origin.0 == row).map(|cell| cell.value.text());
        let others: BTreeSet<String> = others.filter(|text| !title.contains(text.as_str())).collect();
        let (row, others) = (grid.row_name(row), words::list(lang, &others));
        (!others.is_empty()).then(|| say!(lang, "第 {row} 行 {others}", "row {row} {others}"))
    };
    let rows: Vec<String> = ledger.lines().into_iter().filter_map(beyond).collect();
    (!rows.is_empty()).then(|| {
        let rows = words::list(lang, rows);
        say!(
            lang,
            "板块标题所在行的其他内容没有采用：{rows}",
            "what stands beside the titles of sections is not taken: {rows}"
        )
    })
}

/// Sheets that nobody sees, and that are not read.
pub(crate) fn unread_sheets(book: &Book, ledgers: &[Ledger<'_>], lang: Language) -> Option<String> {
    let is_read = |sheet: &Sheet| ledgers.iter().any(|ledger| std::ptr::eq(ledger.sheet, sheet));
    let hidden = book.sheets.iter().filter(|sheet| sheet.hidden && !is_read(sheet) && !Kept::is_sheet(sheet));
    let names: Vec<&String> =
        hidden.filter(|sheet| sheet.grid.rows().next().is_some()).filter_map(|sheet| sheet.name.as_ref()).collect();
    (!names.is_empty()).then(|| {
        let first = words::shell_word(names.first().map_or("", |name| name.as_str()));
        let names = words::list(lang, &names);
        say!(
            lang,
            "隐藏的工作表没有读取：{names}；要读的用 --sheet 指明，如 --sheet {first}",
            "hidden sheets are not read: {names}; to read one, name it with --sheet, as --sheet {first}"
        )
    })
}

/// Rows that are no tasks: titles above the header, totals and notes, headings under which nothing stands.
fn asides(ledger: &Ledger<'_>, lang: Language) -> Option<String> {
    let grid = &ledger.sheet.grid;
    let shown = |row: u32, text: &str| {
        let (row, text) = (grid.row_name(row), short(text));
        say!(lang, "第 {row} 行“{text}”", "row {row} `{text}`")
    };
    // The upper row of a header of two bears its names as well.
    let is_head = |(column, cell): (&u32, &Cell)| ledger.header.name(*column) == cell.value.text();
    let above = grid.rows().take_while(|(row, _)| *row < ledger.header.first);
    let first = match ledger.lines().first() {
        Some(Line::Heading(row, _)) => Some(*row),
        Some(Line::Row(_) | Line::Aside(..)) | None => None,
    };
    let above = above.filter(|(row, cells)| !cells.iter().any(is_head) && first != Some(*row));
    let mut asides: Vec<String> =
        above.filter_map(|(row, cells)| Some(shown(row, &cells.values().next()?.value.text()))).collect();
    let mut heading: Option<(u32, String)> = None;
    for line in ledger.lines() {
        match line {
            Line::Row(_) => heading = None,
            Line::Aside(row, text) => asides.push(shown(row, &text)),
            // A heading right under another is the theme of that section.
            Line::Heading(row, text) => heading = Some((row, text)),
        }
    }
    asides.extend(heading.map(|(row, text)| shown(row, &text)));
    (!asides.is_empty()).then(|| {
        let asides = words::list(lang, asides);
        say!(lang, "不是任务、已略过的行：{asides}", "rows that are no tasks, passed over: {asides}")
    })
}

/// The beginning of a text, on one line.
fn short(text: &str) -> String {
    const LONGEST: usize = 16;
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}
