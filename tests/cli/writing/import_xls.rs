//! `workplan import`: workbooks of Excel 97 to 2003 and of WPS. Those in `ledgers/` were written once with Python's `xlwt`.

use proptest::prelude::*;
use workplan::intake::sheet::{self, Book, SheetError, Value};

use super::Desk;
use super::import::filled_in;
use super::ledgers::{of_an_office, there_and_back};
use crate::program::top;

fn ledger(name: &str) -> Vec<u8> {
    std::fs::read(top().join("tests/cli/writing/ledgers").join(name)).unwrap()
}

/// A record.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

fn begin(version: u16) -> Vec<u8> {
    record(0x0809, &[&version.to_le_bytes()[..], &[0; 14]].concat())
}

const END: [u8; 4] = [0x0a, 0, 0, 0];

/// Texts that a workbook shares among its cells, in one record and those that go on with it.
fn shared(pieces: &[&[u8]]) -> Vec<u8> {
    let more = pieces[1..].iter().flat_map(|piece| record(0x3c, piece));
    record(0xfc, pieces[0]).into_iter().chain(more).collect()
}

/// A workbook with sheets of such records, without a compound file around it.
fn stream(before: &[u8], sheets: &[Vec<u8>]) -> Vec<u8> {
    let listed = |start: usize, number: usize| {
        let name = format!("S{number}");
        let head = [&u32::try_from(start).unwrap().to_le_bytes()[..], &[0, 0], &[u8::try_from(name.len()).unwrap(), 0]];
        record(0x85, &[&head.concat()[..], name.as_bytes()].concat())
    };
    let list = |starts: &[usize]| -> Vec<u8> {
        starts.iter().zip(0..).flat_map(|(start, number)| listed(*start, number)).collect()
    };
    let parts: Vec<Vec<u8>> = sheets.iter().map(|cells| [begin(0x600), cells.clone(), END.to_vec()].concat()).collect();
    let head = [begin(0x600), before.to_vec()].concat();
    let length = head.len() + list(&vec![0; sheets.len()]).len() + END.len();
    let starts: Vec<usize> =
        parts.iter().scan(length, |next, part| Some(std::mem::replace(next, *next + part.len()))).collect();
    [head, list(&starts), END.to_vec(), parts.concat()].concat()
}

fn cell(row: u16, column: u16, rest: &[u8]) -> Vec<u8> {
    [&row.to_le_bytes()[..], &column.to_le_bytes(), &[0, 0], rest].concat()
}

fn texts(book: &Book) -> Vec<(u32, u32, String)> {
    let rows = book.sheets[0].grid.rows();
    rows.flat_map(|(row, cells)| cells.iter().map(move |(column, cell)| (row, *column, cell.value.text()))).collect()
}

#[test]
fn an_older_workbook_holds_what_the_newer_one_does() {
    for (name, newer) in [("责任分解.xls", of_an_office()), ("规建办.xls", filled_in())] {
        let shown = |bytes: Vec<u8>| format!("{:#?}", sheet::from_bytes(bytes).unwrap().sheets);
        assert_eq!(shown(ledger(name)), shown(newer), "{name}");
    }
}

#[test]
fn an_older_workbook_is_imported_as_the_newer_one() {
    let newer = there_and_back("责任分解.xlsx", &of_an_office(), "zh");
    for name in ["责任分解.xls", "责任分解.et"] {
        assert_eq!(there_and_back(name, &ledger("责任分解.xls"), "zh").replace(name, "责任分解.xlsx"), newer);
    }
    let entered = |name: &str, bytes: Vec<u8>| {
        let mut desk = Desk::new("zh");
        desk.puts(name, bytes);
        let ran = desk.does(&format!("import {name} --by 规建办"));
        assert_eq!(ran.status, 0, "{ran}");
        desk.holds("progress/2020-11.yaml")
    };
    assert_eq!(entered("规建办.et", ledger("规建办.xls")), entered("规建办.xlsx", filled_in()));
}

#[test]
fn a_text_goes_on_in_the_next_record_and_a_formula_has_what_it_comes_to() {
    // Two texts: the first of wide letters, cut within; the second with parts that look otherwise, whose list is cut.
    let wide: Vec<u8> = "修桥".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let first = [&[2, 0, 0, 0, 2, 0, 0, 0, 4, 0, 1][..], &wide].concat();
    let second = [&[0][..], b"AB", &[2, 0, 8, 1, 0], b"xy", &[0, 0]].concat();
    let texts_of = shared(&[&first, &second, &[1, 0]]);
    let cells = [
        record(0xfd, &cell(0, 0, &[0, 0, 0, 0])),
        record(0xfd, &cell(0, 1, &[1, 0, 0, 0])),
        record(
            0xbd,
            &[
                &[1, 0, 0, 0][..],
                &[0, 0],
                &(70_u32 << 2 | 2).to_le_bytes(),
                &[0, 0],
                &(325_u32 << 2 | 3).to_le_bytes(),
                &[1, 0],
            ]
            .concat(),
        ),
        record(0x06, &cell(2, 0, &[0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0])),
        record(0x207, &[&[2, 0, 0][..], b"ok"].concat()),
        record(0x06, &cell(2, 1, &[2, 0, 0x17, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0])),
        // A chart with a number of its own.
        [begin(0x600), record(0x203, &cell(9, 9, &1.0_f64.to_le_bytes())), END.to_vec()].concat(),
        record(0x205, &cell(3, 0, &[1, 0])),
    ];
    let book = sheet::from_bytes(stream(&texts_of, &[cells.concat()])).unwrap();
    let expected =
        [(0, 0, "修桥AB"), (0, 1, "xy"), (1, 0, "70"), (1, 1, "3.25"), (2, 0, "ok"), (2, 1, "#REF!"), (3, 0, "TRUE")];
    assert_eq!(texts(&book), expected.map(|(row, column, text)| (row, column, text.to_owned())));
    assert!(matches!(book.sheets[0].grid.cell(2, 1).unwrap().value, Value::Error(_)));
}

#[test]
fn a_few_bytes_do_not_ask_for_all_memory() {
    let number = |row, column| record(0x203, &cell(row, column, &7.0_f64.to_le_bytes()));
    let corners = [number(0, 0), number(u16::MAX, 255)].concat();
    let book = sheet::from_bytes(stream(&[], &vec![corners; 500])).unwrap();
    assert_eq!((book.sheets.len(), texts(&book).len()), (500, 2));
    // A long text that every cell shares.
    let long = [&[1, 0, 0, 0, 1, 0, 0, 0, 0xff, 0x7f, 0][..], &[b'x'; 8_000]].concat();
    let more = [&[0][..], &[b'x'; 8_000]].concat();
    let texts = shared(&[&long, &more, &more, &more, &more]);
    let cells: Vec<u8> = (0..1_500).flat_map(|row| record(0xfd, &cell(row, 0, &[0; 4]))).collect();
    assert!(matches!(sheet::from_bytes(stream(&texts, &vec![cells; 10])), Err(SheetError::TooMany)));
    // Sheets that are one and the same.
    let one = stream(&[], &[number(0, 0)]);
    let list = one.windows(4).position(|bytes| bytes == [0x85, 0, 10, 0]).unwrap();
    let twice = [&one[..list], &one[list..list + 14], &one[list..]].concat();
    assert!(matches!(sheet::from_bytes(twice), Err(SheetError::Damaged(_))));
}

#[test]
fn what_is_locked_or_too_old_is_told_as_that() {
    let mut desk = Desk::new("zh");
    desk.puts("锁.xls", stream(&record(0x2f, &[1, 0, 1, 0]), &[]));
    desk.puts("旧.xls", [begin(0x500), END.to_vec()].concat());
    desk.puts("更旧.xls", b"\x09\x00\x04\x00\x00\x00\x10\x00");
    let mut xml =
        b"<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">".to_vec();
    xml.extend(b"<x y=\"\n");
    desk.puts("网.xls", xml);
    for (name, words) in [
        ("锁.xls", "清除密码"),
        ("旧.xls", "Excel 95 或更早的格式"),
        ("更旧.xls", "另存为 .xlsx"),
        ("网.xls", "另存为 .xlsx"),
    ] {
        let ran = desk.does(&format!("import {name}"));
        assert!(ran.status == 2 && ran.stderr.contains(words), "{name}: {ran}");
    }
    desk.puts("规建办.xls", ledger("规建办.xls"));
    let ran = desk.does("init p --from 规建办.xls");
    assert!(ran.status == 2 && ran.stderr.contains("import 规建办.xls --as tasks"), "{ran}");
}

#[test]
fn a_workbook_that_is_cut_off_is_damaged() {
    let whole = ledger("责任分解.xls");
    let shown = |book: &Book| format!("{:?}", book.sheets);
    let expected = shown(&sheet::from_bytes(whole.clone()).unwrap());
    for end in (8..whole.len()).step_by(97) {
        match sheet::from_bytes(whole[..end].to_vec()) {
            Err(SheetError::Damaged(_)) => {}
            // Behind the end of what is used nothing is lost.
            Ok(book) => assert_eq!(shown(&book), expected, "{end}"),
            Err(other) => panic!("{end}: {other}"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_to_an_older_workbook_is_more_than_a_refusal(
        places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = ledger("规建办.xls");
        for (at, byte) in places {
            let place = at.index(bytes.len());
            bytes[place] = byte;
        }
        let _ = sheet::from_bytes(bytes);
    }
}
