//! Every fault that reading can find is explained, by one check, in both languages; every check is well described.

use std::collections::HashSet;

use super::*;
use crate::plan::{Language, MetricFault};
use crate::store::{FaultKind, RowFault, Shape};
use crate::words::Refusal;
use crate::words::fields::Place;

/// A fault of every kind. The match has no `_`: a new variant does not compile until it stands here.
fn every_fault() -> Vec<FaultKind> {
    let text = || "x".to_owned();
    let one_of_each = |kind: FaultKind| match kind {
        FaultKind::Unreadable(_)
        | FaultKind::FileName(_)
        | FaultKind::CalendarDay(_)
        | FaultKind::NotAFile
        | FaultKind::OutsideRepository(_)
        | FaultKind::NoSuchFile(_)
        | FaultKind::TooLarge(_)
        | FaultKind::Encoding(_)
        | FaultKind::ByteOrderMark
        | FaultKind::ControlCharacter(_)
        | FaultKind::Syntax(_)
        | FaultKind::Misaligned
        | FaultKind::EmptyItem
        | FaultKind::Conflict
        | FaultKind::TooDeep
        | FaultKind::SeveralDocuments
        | FaultKind::Tab
        | FaultKind::WideSpace
        | FaultKind::WideColon { .. }
        | FaultKind::NoSpace { .. }
        | FaultKind::WrongType(_)
        | FaultKind::UnknownKey { .. }
        | FaultKind::MissingKey(_)
        | FaultKind::DuplicateKey(_)
        | FaultKind::UnknownWord { .. }
        | FaultKind::DateForm(_)
        | FaultKind::NoSuchDay(_)
        | FaultKind::NoticeNumber(_)
        | FaultKind::NumberForm(_)
        | FaultKind::IdForm(_)
        | FaultKind::OffsetForm(_)
        | FaultKind::AmendedField(_)
        | FaultKind::Metric { .. }
        | FaultKind::ChecklistRow(_)
        | FaultKind::RepeatedItem { .. } => kind,
    };
    let shapes = [Shape::Text, Shape::Number, Shape::WholeNumber, Shape::YesNo, Shape::List, Shape::Map];
    let metrics = MetricFault::ALL.map(|fault| FaultKind::Metric { fault, written: text() });
    let dates = ["", "2020年11月", "11月底", "年底", "2020.11.30", "44165", "2020/11/31", "尽快"];
    let numbers = ["６１", "61户", "66%", "1,447", "六十一", "0", "很多"];
    [
        FaultKind::Unreadable(Refusal::Git),
        FaultKind::FileName(text()),
        FaultKind::CalendarDay(text()),
        FaultKind::NotAFile,
        FaultKind::OutsideRepository(text()),
        FaultKind::NoSuchFile(text()),
        FaultKind::TooLarge(u64::MAX),
        FaultKind::Encoding("GBK"),
        FaultKind::Encoding("UTF-16"),
        FaultKind::Encoding("?"),
        FaultKind::ByteOrderMark,
        FaultKind::ControlCharacter('\0'),
        FaultKind::Syntax(text()),
        FaultKind::Syntax(String::new()),
        FaultKind::Misaligned,
        FaultKind::EmptyItem,
        FaultKind::Conflict,
        FaultKind::TooDeep,
        FaultKind::SeveralDocuments,
        FaultKind::Tab,
        FaultKind::WideSpace,
        FaultKind::WideColon { key: text() },
        FaultKind::NoSpace { key: text() },
        FaultKind::UnknownKey { key: text(), near: None, elsewhere: None },
        FaultKind::UnknownKey { key: text(), near: None, elsewhere: Some((Place::Metric, "target")) },
        FaultKind::UnknownKey { key: text(), near: Some(text()), elsewhere: None },
        FaultKind::MissingKey("kind".to_owned()),
        FaultKind::MissingKey(text()),
        FaultKind::DuplicateKey(text()),
        FaultKind::UnknownWord { word: text(), known: vec![text(), "y".to_owned()] },
        FaultKind::UnknownWord { word: String::new(), known: Vec::new() },
        FaultKind::NoSuchDay("2020-11-31".to_owned()),
        FaultKind::NoSuchDay("2020-13-01".to_owned()),
        FaultKind::NoSuchDay(text()),
        FaultKind::NoticeNumber("金府督[2020]1号".to_owned()),
        FaultKind::NoticeNumber("金府 督".to_owned()),
        FaultKind::NoticeNumber("1号".to_owned()),
        FaultKind::IdForm("22_07".to_owned()),
        FaultKind::IdForm(text()),
        FaultKind::OffsetForm(text()),
        FaultKind::AmendedField(text()),
        FaultKind::AmendedField("时限".to_owned()),
        FaultKind::ChecklistRow(RowFault::Header),
        FaultKind::ChecklistRow(RowFault::Item),
        FaultKind::ChecklistRow(RowFault::Cells { found: 3, wanted: 5 }),
        FaultKind::ChecklistRow(RowFault::Columns(1001)),
        FaultKind::ChecklistRow(RowFault::OpenQuote),
        FaultKind::ChecklistRow(RowFault::Other(text())),
        FaultKind::RepeatedItem { item: text(), line: 2 },
    ]
    .into_iter()
    .chain(shapes.map(FaultKind::WrongType))
    .chain(metrics)
    .chain(dates.map(|date| FaultKind::DateForm(date.to_owned())))
    .chain(numbers.map(|number| FaultKind::NumberForm(number.to_owned())))
    .map(one_of_each)
    .collect()
}

#[test]
fn every_fault_is_explained_by_one_check() {
    for kind in every_fault() {
        for lang in [Language::Chinese, Language::English] {
            let reader = Reader { lang, period: None };
            let explained: Vec<(&str, Words)> = checks()
                .filter_map(|check| match check.finds {
                    Finds::Fault(explain) | Finds::Both(explain, _) => Some((check.code, explain(&kind, &reader)?)),
                    Finds::Plan(_) | Finds::Commit(_) | Finds::Links => None,
                })
                .collect();
            let codes: Vec<&str> = explained.iter().map(|(code, _)| *code).collect();
            assert_eq!(codes.len(), 1, "{kind:?} is explained by {codes:?}");
            let (_, words) = &explained[0];
            assert!(!words.message.is_empty() && !words.hint.is_empty(), "{kind:?}");
            let has_chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            assert_eq!(
                has_chinese(&words.message),
                lang == Language::Chinese || format!("{kind:?}").contains(has_chinese_char),
                "{kind:?}: {}",
                words.message
            );
        }
    }
}

fn has_chinese_char(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

#[test]
fn codes_are_unique_ordered_and_described() {
    let numbers: Vec<&str> = checks().map(|check| &check.code[1..]).collect();
    assert!(numbers.is_sorted(), "{numbers:?}");
    assert_eq!(numbers.iter().collect::<HashSet<_>>().len(), numbers.len(), "{numbers:?}");
    let names: HashSet<&str> = checks().map(|check| check.name).collect();
    assert_eq!(names.len(), numbers.len());
    for check in checks() {
        assert!(check.code.len() == 4 && check.code.starts_with(['E', 'W']), "{}", check.code);
        assert!(!check.zh.is_empty() && !check.en.is_empty() && check.wrong != check.right, "{}", check.code);
    }
}
