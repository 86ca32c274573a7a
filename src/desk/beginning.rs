//! Asking for what a new plan must know, on a terminal.

use std::path::PathBuf;

use crate::desk::asking::{answered, answered_or_not, answered_so};
use crate::intake::draft::{Given, period_said};
use crate::intake::new_part::section_id;
use crate::plan::{Language, Period, Section, Unit};

/// Asks whether there is a document to draft the plan from; its path.
pub(crate) fn document(lang: Language) -> anyhow::Result<Option<PathBuf>> {
    let question = lang
        .pick("工作安排文件（Word、网页、PDF、纯文本）的路径", "A document to draft it from (Word, HTML, PDF, text)");
    let help = lang.pick("没有文件就直接回车，建空计划", "enter if there is none: the plan begins empty");
    // A path that was dragged onto a terminal comes in quotes.
    Ok(answered_or_not(lang, question, help)?.map(|path| PathBuf::from(path.trim_matches(['\'', '"']))))
}

/// Asks for what was not given: title, issuer, period, units, sections.
pub(crate) fn rest(lang: Language, mut given: Given) -> anyhow::Result<Given> {
    let needed = lang.pick("不能为空", "something must stand here");
    if given.title.is_none() {
        let question = lang.pick("标题（如 某某学校2021年上半年工作安排）", "Its title");
        given.title = Some(answered(lang, question, needed)?);
    }
    if given.issuer.is_none() {
        given.issuer = Some(answered(lang, lang.pick("发文单位", "Who issues it"), needed)?);
    }
    if given.period.is_none() {
        given.period = said_period(lang, given.title.as_deref().and_then(period_said))?;
    }
    let one_each = lang.pick("一次写一个，写完直接回车", "one at a time; enter when there are no more");
    if given.units.is_empty() {
        let question = lang.pick("单位（全称=简称）", "A unit (NAME=SHORT)");
        while let Some(text) = answered_or_not(lang, question, one_each)? {
            given.units.push(Unit::read(&text));
        }
    }
    if given.sections.is_empty() {
        let question = lang.pick("板块标题", "A section's title");
        while let Some(title) = answered_or_not(lang, question, one_each)? {
            let id = section_id(&given.sections);
            given.sections.push(Section::new(&id, &title));
        }
    }
    Ok(given)
}

/// Asks for the period; the usual one is taken where nothing is typed.
pub(crate) fn said_period(lang: Language, usual: Option<Period>) -> anyhow::Result<Option<Period>> {
    let usual = usual.map(|period| match lang {
        Language::Chinese => format!("{} 至 {}", period.start, period.end),
        Language::English => format!("{} to {}", period.start, period.end),
    });
    let question = lang.pick("计划期", "Its period");
    let wrong = lang.pick("请写 2021年上半年，或 2021-01-01 至 2021-06-30", "write it as 2021-01-01 to 2021-06-30");
    let answer = answered_so(lang, question, usual.as_deref(), wrong, |text| period_said(text).is_some())?;
    Ok(period_said(&answer))
}
