//! A workbook as the archive that it is: whether it may be unpacked, and which columns and rows of its sheets are not
//! shown, which the reader of its cells does not tell.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::comments::Remarks;
use super::fault::SheetError;
use super::limits::MAX_FILE_BYTES;
use super::tags::{attribute, tags};

/// The most that a workbook may hold when it is unpacked: an archive of a few bytes can stand for any size.
const MAX_UNPACKED: u64 = 8 * MAX_FILE_BYTES;
/// The most files that a workbook may be made of.
const MAX_PARTS: usize = 10_000;
/// The most columns that a sheet has.
const COLUMNS: u32 = 16_384;

/// What of a sheet is not shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Unshown {
    /// The columns, counted from 0.
    pub(super) columns: BTreeSet<u32>,
    /// The rows, counted from 0.
    pub(super) rows: BTreeSet<u32>,
    /// What people have written about cells, by the cells' names.
    pub(super) comments: Vec<(String, String)>,
}

/// What of each sheet is not shown, in the order of the sheets; refused is an archive that is damaged or too large. Every
/// part is really unpacked once, for what an archive says of its sizes need not be true.
pub(super) fn unpackable(bytes: &[u8]) -> Result<Vec<Unshown>, SheetError> {
    let damaged = |error: zip::result::ZipError| SheetError::Damaged(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > MAX_PARTS {
        return Err(SheetError::TooLarge(MAX_UNPACKED));
    }
    let (mut left, mut parts, mut book, mut ties) = (MAX_UNPACKED, BTreeMap::new(), String::new(), String::new());
    let (mut kinds, mut remarks) = (BTreeSet::new(), Remarks::default());
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(damaged)?;
        let name = part.name().map_err(damaged)?.trim_start_matches('/').to_owned();
        let mut content = Vec::new();
        part.take(left + 1).read_to_end(&mut content).map_err(|error| SheetError::Damaged(error.to_string()))?;
        let size = u64::try_from(content.len()).unwrap_or(u64::MAX);
        left = left.checked_sub(size).ok_or(SheetError::TooLarge(MAX_UNPACKED))?;
        let text = || String::from_utf8_lossy(&content);
        match name.as_str() {
            "xl/workbook.xml" => book = text().into_owned(),
            "xl/_rels/workbook.xml.rels" => ties = text().into_owned(),
            part if remarks.take(part, &content) => {}
            sheet if sheet.starts_with("xl/worksheets/") => {
                let text = text();
                if let Some(wild) = wild_reference(&text) {
                    return Err(SheetError::Damaged(wild.chars().take(LONGEST_REFERENCE).collect()));
                }
                parts.insert(name.clone(), unshown(&text));
            }
            _ => {}
        }
        kinds.insert(name);
    }
    if let Some(kind) = other_kind(&kinds) {
        return Err(SheetError::OtherKind(kind));
    }
    for (name, unshown) in &mut parts {
        unshown.comments = remarks.of(name);
    }
    Ok(in_order(&book, &ties, &parts))
}

/// The ending of what is an archive as well, and no workbook that can be read here.
fn other_kind(parts: &BTreeSet<String>) -> Option<&'static str> {
    [("xl/workbook.bin", ".xlsb"), ("word/document.xml", ".docx"), ("content.xml", ".ods")]
        .into_iter()
        .find_map(|(part, kind)| parts.contains(part).then_some(kind))
}

/// The sheets in the order in which the workbook lists them.
fn in_order(book: &str, ties: &str, parts: &BTreeMap<String, Unshown>) -> Vec<Unshown> {
    let target = |id: &str| tags(ties, "<Relationship ").find(|tag| attribute(tag, "Id") == Some(id));
    let of_sheet = |tag: &str| {
        let path = attribute(target(attribute(tag, "r:id")?)?, "Target")?;
        parts.get(path.strip_prefix('/').map_or(format!("xl/{path}"), str::to_owned).as_str()).cloned()
    };
    tags(book, "<sheet ").map(|tag| of_sheet(tag).unwrap_or_default()).collect()
}

/// No cell of a spreadsheet lies farther out than XFD1048576.
const LONGEST_REFERENCE: usize = 10;

/// A reference to a cell or an area that no spreadsheet could have written: the reader of the cells reckons with them.
fn wild_reference(xml: &str) -> Option<&str> {
    let after = |name: &'static str| xml.split(name).skip(1);
    let quoted = [" r=\"", " ref=\"", " r='", " ref='"].into_iter().flat_map(after);
    let mut references = quoted.filter_map(|rest| rest.split(['"', '\'', '<', '>']).next());
    references.find(|reference| {
        let mut areas = reference.split(' ').map(|area| area.split_once(':').unwrap_or((area, area)));
        areas.any(|(first, last)| match (position(first), position(last)) {
            (Some(first), Some(last)) => first.0 > last.0 || first.1 > last.1,
            _ => true,
        })
    })
}

/// The column and the row of a reference, 0 where it names none; `None` where no sheet has them.
fn position(cell: &str) -> Option<(u32, u32)> {
    const ROWS: u32 = 1_048_576;
    let digits = cell.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '$');
    let letters = cell.strip_suffix(digits)?.chars().filter(|c| *c != '$');
    let column =
        letters.map(|c| u32::from(c.to_ascii_uppercase()) - u32::from('@')).try_fold(0_u32, |column, letter| {
            column.checked_mul(26)?.checked_add(letter).filter(|column| *column <= COLUMNS)
        })?;
    let row = if digits.is_empty() { 0 } else { digits.replace('$', "").parse().ok().filter(|row| *row <= ROWS)? };
    Some((column, row))
}

fn unshown(xml: &str) -> Unshown {
    let (head, cells) = xml.split_once("<sheetData").unwrap_or((xml, ""));
    let spans = tags(head, "<col ").filter(|tag| is_hidden(tag)).filter_map(|tag| {
        let number = |name: &str| attribute(tag, name)?.parse::<u32>().ok()?.checked_sub(1);
        Some((number("min")?, number("max")?.min(COLUMNS)))
    });
    // Spans of a made-up file may lie over each other: each column is looked at once.
    let mut spans: Vec<(u32, u32)> = spans.collect();
    spans.sort_unstable();
    let mut columns = BTreeSet::new();
    let mut next = 0;
    for (first, last) in spans {
        columns.extend(first.max(next)..=last);
        next = next.max(last.saturating_add(1));
    }
    let rows = tags(cells, "<row ").filter(|tag| is_hidden(tag));
    let rows = rows.filter_map(|tag| attribute(tag, "r")?.parse::<u32>().ok()?.checked_sub(1)).collect();
    Unshown { columns, rows, comments: Vec::new() }
}

fn is_hidden(tag: &str) -> bool {
    matches!(attribute(tag, "hidden"), Some("1" | "true"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_columns_and_rows_are_found() {
        let xml = r#"<cols><col min="1" max="1" width="9"/><col min="3" max="4" hidden="1"/><col hidden="0" min="6" max="6"/></cols><sheetData><row r="1"><c r="A1"/></row><row r="2" hidden="1"/><row hidden="true" r="3"/></sheetData>"#;
        assert_eq!(
            unshown(xml),
            Unshown { columns: BTreeSet::from([2, 3]), rows: BTreeSet::from([1, 2]), comments: Vec::new() }
        );
        assert_eq!(unshown("<sheetData/>"), Unshown::default());
        let everything = r#"<col min="1" max="16384" hidden="1"/>"#.repeat(100_000);
        assert_eq!(unshown(&everything).columns.len(), 16_384);
        assert_eq!(unshown(r#"<col min="0" max="4294967295" hidden="1"/>"#).columns, BTreeSet::new());
    }

    #[test]
    fn cells_far_outside_of_any_sheet_are_noticed() {
        for (xml, wild) in [
            ("<row r=\"1048576\"><c r=\"XFD1048576\"/></row>", None),
            ("<mergeCell ref=\"$A$1:$XFD$1048576\"/>", None),
            ("<row r=\"99999999\"/>", Some("99999999")),
            ("<c r='ABCDEF1'/>", Some("ABCDEF1")),
            ("<mergeCell ref=\"A1:A99999999999\"/>", Some("A1:A99999999999")),
            ("<mergeCell ref=\"B2:A1\"/>", Some("B2:A1")),
            ("<mergeCell ref=\"?\"/>", Some("?")),
            ("<sqref ref=\"A1:B2 C1:D2\"/>", None),
        ] {
            assert_eq!(wild_reference(xml), wild, "{xml}");
        }
    }

    #[test]
    fn sheets_are_found_by_their_ties() {
        let book =
            r#"<sheets><sheet name="甲" sheetId="2" r:id="rId7"/><sheet name="乙" sheetId="1" r:id="rId1"/></sheets>"#;
        let ties = r#"<Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Target="/xl/worksheets/sheet2.xml" Id="rId7"/>"#;
        let part = |row| Unshown { columns: BTreeSet::new(), rows: BTreeSet::from([row]), comments: Vec::new() };
        let parts = BTreeMap::from([
            ("xl/worksheets/sheet1.xml".to_owned(), part(1)),
            ("xl/worksheets/sheet2.xml".to_owned(), part(2)),
        ]);
        assert_eq!(in_order(book, ties, &parts), [part(2), part(1)]);
    }
}
