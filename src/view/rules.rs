//! The rules of a plan.

use super::common::{UNKNOWN, page};
use crate::paper::{Block, Cell, Column, Page, Table};
use crate::plan::Language;
use crate::report::rules::Rules;
use crate::say;
use crate::words::fields::Place;

/// Lays out the rules. A light of which nothing is said is left out.
pub fn rules(report: &Rules<'_>, lang: Language) -> Page {
    let mut page = page(&report.header, lang, &say!(lang, "计划设置及规则", "the plan and its rules"));
    let columns = vec![
        Column::text(say!(lang, "事项", "Rule")),
        Column::text(say!(lang, "现为", "Value")),
        Column::short(say!(lang, "键", "Key")),
    ];
    let shown = report.rules.iter().filter(|line| line.rule.field.place != Place::Light || line.value.is_some());
    let rows = shown.map(|line| {
        let value = line.value.as_deref().map(|value| line.rule.said(lang, value));
        vec![
            Cell::plain(line.rule.name(lang)),
            Cell::plain(value.unwrap_or_else(|| UNKNOWN.to_owned())),
            Cell::plain(&line.key),
        ]
    });
    page.add(Block::Table(Table { columns, rows: rows.collect() }));
    page.say(say!(
        lang,
        "修改：workplan plan set 事项 值；单位、板块、地点另见 workplan unit、section、place",
        "Change one with `workplan plan set RULE VALUE`; for units, sections and places see `workplan unit`, `section`, `place`"
    ));
    page
}
