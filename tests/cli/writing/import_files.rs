//! `workplan import`: the files that people and others hand in.

use std::io::{Cursor, Read, Write};

use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook};
use workplan::intake::sheet::{self, SheetError, Value};

use super::Desk;
use super::import::rows;

/// A workbook with one sheet.
fn book(cells: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    rows(book.add_worksheet().set_name("进展").unwrap(), 0, cells);
    book.save_to_buffer().unwrap()
}

/// The workbook with its parts changed.
fn patched(bytes: &[u8], change: impl Fn(&str, String) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().to_string();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        writer.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(change(&name, text).as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// What stands in a cell of the first sheet.
fn cell(bytes: Vec<u8>, row: u32, column: u32) -> Option<Value> {
    let book = sheet::from_bytes(bytes).unwrap();
    book.sheets[0].grid.cell(row, column).map(|cell| cell.value.clone())
}

fn imports(name: &str, bytes: &[u8], options: &str) -> String {
    let mut desk = Desk::new("zh");
    desk.puts(name, bytes);
    let ran = desk.does(&format!("import {name} {options}"));
    assert_eq!(ran.status, 0, "{ran}");
    desk.holds("progress/2020-11.yaml")
}

#[test]
fn one_return_in_every_form_makes_the_same_entries() {
    let table = [["编号", "填报日期", "当前值", "进展情况"], ["11-01", "2020.11.20", "７０户", "说“好”"]];
    let csv: String = table.iter().map(|row| row.join(",") + "\r\n").collect();
    let tabs: String = table.iter().map(|row| row.join("\t") + "\r\n").collect();
    let gbk = encoding_rs::GBK.encode(&csv).0.into_owned();
    let wide: Vec<u8> = format!("\u{feff}{tabs}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cells: Vec<&[&str]> = table.iter().map(|row| row.as_slice()).collect();
    let expected = "- date: 2020-11-20\n  task: 11-01\n  values: { 集中居住户数: 70 }\n  note: 说“好”\n";
    for (name, bytes) in [
        ("a.csv", csv.clone().into_bytes()),
        ("b.csv", format!("\u{feff}{csv}").into_bytes()),
        ("c.csv", gbk),
        ("d.txt", wide),
        ("e.xlsx", book(&cells)),
        ("f.csv", book(&cells)),
    ] {
        assert_eq!(imports(name, &bytes, ""), expected, "{name}");
    }
}

#[test]
fn days_are_counted_from_the_workbooks_own_beginning() {
    for (epoch, serial) in [("0", 44_155.0), ("1", 42_693.0)] {
        for format in ["yyyy-mm-dd", "General"] {
            let mut workbook = Workbook::new();
            let sheet = workbook.add_worksheet();
            rows(sheet, 0, &[&["编号", "填报日期", "进展情况"], &["11-01", "", "好"]]);
            sheet.write_number_with_format(1, 1, serial, &Format::new().set_num_format(format)).unwrap();
            let bytes = patched(&workbook.save_to_buffer().unwrap(), |name, text| match name {
                "xl/workbook.xml" => text.replace("<workbookPr", &format!("<workbookPr date1904=\"{epoch}\"")),
                _ => text,
            });
            let written = imports("a.xlsx", &bytes, "");
            assert!(written.starts_with("- date: 2020-11-20\n"), "{epoch} {format}: {written}");
        }
    }
}

#[test]
fn a_share_is_read_as_it_is_shown() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_number_with_format(0, 0, 0.655, &Format::new().set_num_format("0.0%")).unwrap();
    sheet.write_number_with_format(0, 1, 66.0, &Format::new().set_num_format("0\"%\"")).unwrap();
    sheet.write_boolean(0, 2, true).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    assert_eq!(cell(bytes.clone(), 0, 0).unwrap().text(), "65.5%");
    assert_eq!(cell(bytes.clone(), 0, 1).unwrap().text(), "66");
    assert_eq!(cell(bytes, 0, 2).unwrap().text(), "TRUE");
}

#[test]
fn fifty_thousand_blank_rows_are_none() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    rows(sheet, 0, &[&["编号", "进展情况"], &["11-01", "好"]]);
    let grey = Format::new().set_background_color("CCCCCC");
    for row in 2..50_000 {
        sheet.write_blank(row, 0, &grey).unwrap();
    }
    sheet.write_string(1_000_000, 1, "　").unwrap();
    let book = sheet::from_bytes(workbook.save_to_buffer().unwrap()).unwrap();
    assert_eq!(book.sheets[0].grid.rows().count(), 2);
}

#[test]
fn what_a_hostile_file_claims_is_not_believed() {
    let plain = book(&[&["编号", "进展情况"], &["11-01", "好"]]);
    let sheet = |from: &'static str, to: &'static str| {
        patched(&plain, move |name, text| match name {
            "xl/worksheets/sheet1.xml" => {
                assert!(text.contains(from), "{from} is not in {text}");
                text.replacen(from, to, 1)
            }
            _ => text,
        })
    };
    // Read as if nothing were.
    for bytes in [
        sheet("<dimension ref=\"A1:B2\"", "<dimension ref=\"A1:XFD1048576\""),
        sheet("</sheetData>", "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"C1:XFD1048576\"/></mergeCells>"),
        sheet("<sheetData>", "<cols><col min=\"1\" max=\"4294967295\" hidden=\"1\"/></cols><sheetData>"),
    ] {
        assert_eq!(cell(bytes, 1, 1), Some(Value::Text("好".to_owned())));
    }
    // Refused, or read without what cannot be.
    for bytes in [
        sheet("<dimension ref=\"A1:B2\"", "<dimension ref=\"A1:ZZZZZZZZ99999999999\""),
        sheet("r=\"A2\"", "r=\"A99999999999\""),
        sheet("r=\"A2\"", "r=\"ZZZZZZZZ2\""),
        sheet("<v>0</v>", "<v>99999999999999999999</v>"),
        sheet("<v>0</v>", "<v>1e999</v>"),
        sheet("</sheetData>", "</sheetData><mergeCells><mergeCell ref=\"B2:A1\"/></mergeCells>"),
        sheet("</sheetData>", "</sheetData><mergeCells><mergeCell ref=\"?\"/></mergeCells>"),
        sheet("</sheetData>", ""),
    ] {
        let _ = sheet::from_bytes(bytes);
    }
    let wide: Vec<u8> = format!("编号,进展情况\n11-01,{}\n", "好,".repeat(1_000_001)).into_bytes();
    assert!(matches!(sheet::from_bytes(wide), Err(SheetError::TooMany)));
    assert!(matches!(sheet::from_bytes(vec![b','; 17 * 1024 * 1024]), Err(SheetError::TooLarge(_))));
}

#[test]
fn an_archive_that_unpacks_to_far_more_is_refused() {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_level(Some(1));
    writer.start_file("xl/sharedStrings.xml", options).unwrap();
    let block = vec![b' '; 1024 * 1024];
    for _ in 0..150 {
        writer.write_all(&block).unwrap();
    }
    let bomb = writer.finish().unwrap().into_inner();
    assert!(bomb.len() < 2 * 1024 * 1024);
    assert!(matches!(sheet::from_bytes(bomb), Err(SheetError::TooLarge(_))));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Whatever is done to a workbook's bytes or to the XML in it, it is read or refused.
    #[test]
    fn no_damage_is_more_than_a_refusal(
        cut in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), byte in any::<u8>(),
        part in 0_usize..4, junk in "[<>/\"=&;a-zA-Z0-9 ]{0,6}", length in 0_usize..40,
    ) {
        let whole = book(&[&["编号", "当前值", "进展情况"], &["11-01", "70", "好"], &["12-03", "", "行\n行"]]);
        let mut flipped = whole.clone();
        let place = at.index(flipped.len());
        flipped[place] = byte;
        let _ = sheet::from_bytes(flipped);
        let _ = sheet::from_bytes(whole[..cut.index(whole.len())].to_vec());
        let names = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"];
        let spoiled = patched(&whole, |name, text| {
            if name != names[part] {
                return text;
            }
            let mut chars: Vec<char> = text.chars().collect();
            let start = at.index(chars.len());
            let end = (start + length).min(chars.len());
            chars.splice(start..end, junk.chars());
            chars.into_iter().collect()
        });
        let _ = sheet::from_bytes(spoiled);
    }
}
