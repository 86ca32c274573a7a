//! What goes out as a ledger and comes back is what was edited in it, and nothing else.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use workplan::plan::{Entry, EntryState, Scalar};
use workplan::store::read_entries;

use super::Desk;

/// Edits of a task's row; `None` leaves the cell alone.
#[derive(Debug, Clone, Default)]
struct Edits {
    value: Option<u32>,
    grade: Option<&'static str>,
    state: Option<(&'static str, EntryState)>,
    note: Option<String>,
    issue: Option<String>,
    next: Option<String>,
}

const KNOWN: &str = "\
- date: 2020-11-02
  task: 11-01
  values: { 集中居住户数: 61 }
  note: 第一批签约
  issue: 3户未达成协议
  next: 继续走访
- date: 2020-11-03
  task: 2-02
  note: \"发放折页\\n二百份\"
  issue: '=人手不足'
";
const TASKS: [&str; 4] = ["11-01", "12-03", "2-01", "2-02"];

fn text() -> impl Strategy<Value = Option<String>> {
    let words = "[=+@'\"甲乙，。；:#&<>x0-9-]{0,6}[甲乙丙](\n[甲乙=]{1,3})?";
    // In CSV an apostrophe before such a sign is the one that keeps the text from being a formula.
    let words = words.prop_filter("an apostrophe is a guard", |text| !text.starts_with('\''));
    prop_oneof![2 => Just(None), 1 => words.prop_map(Some)]
}

fn edits() -> impl Strategy<Value = Vec<Edits>> {
    let states = [("受阻", EntryState::Blocked), ("已完成", EntryState::Done)];
    let one = (
        prop::option::weighted(0.4, 62_u32..92),
        prop::option::weighted(0.4, prop::sample::select(vec!["Ⅳ", "Ⅱ"])),
        prop::option::weighted(0.3, prop::sample::select(states.to_vec())),
        text(),
        text(),
        text(),
    );
    let one = one.prop_map(|(value, grade, state, note, issue, next)| Edits { value, grade, state, note, issue, next });
    prop::collection::vec(one, TASKS.len())
}

impl Edits {
    /// The entry that the edits of a task make.
    fn entry(&self, task: &str) -> Option<Entry> {
        let known = |at: usize| match (task, at) {
            ("11-01", 0) => Some("第一批签约"),
            ("11-01", 1) => Some("3户未达成协议"),
            ("11-01", 2) => Some("继续走访"),
            ("2-02", 0) => Some("发放折页\n二百份"),
            ("2-02", 1) => Some("=人手不足"),
            _ => None,
        };
        let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let new = |text: &Option<String>, at: usize| {
            text.clone().filter(|text| known(at).is_none_or(|known| squeezed(known) != squeezed(text)))
        };
        let mut entry: Entry = serde_yaml::from_str(&format!("{{ date: 2020-11-20, task: {task} }}")).unwrap();
        match task {
            "11-01" => entry
                .values
                .0
                .extend(self.value.map(|value| ("集中居住户数".to_owned(), Scalar::new(&value.to_string())))),
            "2-01" => entry.values.0.extend(self.grade.map(|grade| ("水质".to_owned(), Scalar::new(grade)))),
            _ => {}
        }
        entry.state = self.state.map(|(_, state)| state);
        (entry.note, entry.issue, entry.next) = (new(&self.note, 0), new(&self.issue, 1), new(&self.next, 2));
        let says = entry.is_report();
        // An issue that stands on is said again, or it would be taken for solved.
        entry.issue = self.issue.clone().or_else(|| known(1).map(str::to_owned));
        says.then_some(entry)
    }

    fn write(&self, task: &str, row: &mut BTreeMap<String, String>) {
        let mut put = |column: &str, text: Option<String>| {
            text.into_iter().for_each(|text| drop(row.insert(column.to_owned(), text)));
        };
        match task {
            "11-01" => put("当前值", self.value.map(|value| format!("{value}户"))),
            "2-01" => put("当前值", self.grade.map(|grade| format!("1个\n{grade}"))),
            _ => {}
        }
        put("状态", self.state.map(|(word, _)| word.to_owned()));
        put("进展情况", self.note.clone());
        put("存在问题", self.issue.clone());
        put("下一步措施", self.next.clone());
    }
}

/// The ledger that the program gives, with edits in it, as a workbook or as CSV.
fn edited(desk: &mut Desk, edits: &[Edits], as_csv: bool) -> Vec<u8> {
    let ran = desk.does("status --as-of 2020-11-20 --format csv");
    let mut reader = csv::Reader::from_reader(ran.stdout.as_slice());
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let mut table = vec![header.clone()];
    for record in reader.records().map(Result::unwrap) {
        let mut row: BTreeMap<String, String> =
            header.iter().cloned().zip(record.iter().map(|cell| cell.trim_start_matches('\'').to_owned())).collect();
        let task = row["序号"].clone();
        let at = TASKS.iter().position(|known| *known == task).unwrap();
        edits[at].write(&task, &mut row);
        table.push(header.iter().map(|column| row[column].clone()).collect());
    }
    if as_csv {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        table.iter().for_each(|row| writer.write_record(row).unwrap());
        return writer.into_inner().unwrap();
    }
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "小镇2020年下半年工作安排任务分解表").unwrap();
    sheet.write_string(1, 0, "截至 2020-11-20（星期五）").unwrap();
    for (row, cells) in (3..).zip(&table) {
        for (column, text) in (0..).zip(cells) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn what_comes_back_is_what_was_edited(edits in edits(), as_csv in any::<bool>()) {
        let mut desk = Desk::new("zh");
        desk.puts("progress/2020-11.yaml", KNOWN);
        let name = if as_csv { "ledger.csv" } else { "ledger.xlsx" };
        let bytes = edited(&mut desk, &edits, as_csv);
        desk.puts(name, bytes);
        let ran = desk.does(&format!("import {name} --date 2020-11-20 --force"));
        prop_assert_eq!(ran.status, 0, "{}", ran);
        let written = desk.holds("progress/2020-11.yaml");
        let entries = read_entries(&written).unwrap();
        let mut expected: Vec<Entry> = read_entries(KNOWN).unwrap();
        expected.extend(TASKS.iter().zip(&edits).filter_map(|(task, edits)| edits.entry(task)));
        prop_assert_eq!(entries, expected, "{}", written);
        let again = desk.does(&format!("import {name} --date 2020-11-20 --force"));
        prop_assert_eq!(again.status, 0, "{}", again);
        prop_assert_eq!(desk.holds("progress/2020-11.yaml"), written, "once more adds nothing");
    }
}

/// Two units fill in copies of one ledger on the day of which it was drawn up: the second copy still holds what the first
/// unit has changed since, and takes nothing back.
#[test]
fn two_copies_of_one_ledger_may_come_back_on_its_own_day() {
    let mut desk = Desk::new("zh");
    desk.puts("progress/2020-11.yaml", KNOWN);
    let mut first = vec![Edits::default(); TASKS.len()];
    first[0] = Edits { value: Some(70), note: Some("第二批签约".to_owned()), ..Edits::default() };
    let mut second = vec![Edits::default(); TASKS.len()];
    second[3].note = Some("再发一百份".to_owned());
    let copies = [edited(&mut desk, &first, false), edited(&mut desk, &second, false)];
    for (name, bytes) in ["甲.xlsx", "乙.xlsx"].into_iter().zip(copies) {
        desk.puts(name, bytes);
        let ran = desk.does(&format!("import {name} --date 2020-11-20"));
        assert_eq!(ran.status, 0, "{ran}");
    }
    let entries = read_entries(&desk.holds("progress/2020-11.yaml")).unwrap();
    let new: Vec<_> = entries.iter().skip(2).map(|entry| (entry.task.as_str(), entry.note.as_deref())).collect();
    assert_eq!(new, [("11-01", Some("第二批签约")), ("2-02", Some("再发一百份"))]);
}
