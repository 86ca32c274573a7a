//! What the plan declares for tasks to name: units, sections, places.

use super::common::{UNKNOWN, as_of, page};
use crate::paper::{Block, Cell, Column, Page, Table};
use crate::plan::Language;
use crate::report::declared::{Counted, OwnFields, Places, Sections, Units};
use crate::report::header::Header;
use crate::say;
use crate::words;
use crate::words::Worded;
use crate::words::fields::{self, Place};

/// Lays out the units.
pub fn units(report: &Units<'_>, lang: Language) -> Page {
    let none =
        say!(lang, "还没有登记单位；登记：workplan unit add 名称=简称", "no unit yet: workplan unit add NAME=SHORT");
    let columns = vec![
        Column::text(say!(lang, "单位", "Unit")),
        Column::short(fields::heading(lang, Place::Unit, "short")),
        Column::short(say!(lang, "牵头任务", "Leads")),
        Column::short(say!(lang, "配合任务", "Supports")).dispensable(1),
        Column::text(say!(lang, "备注", "Remark")),
    ];
    let rows = report.units.iter().map(|unit| {
        let note = [
            unit.retired.map(|since| say!(lang, "自 {since} 起停用", "no more since {since}")),
            formerly(unit.formerly, lang),
            unit.note.map(str::to_owned),
        ];
        vec![
            Cell::plain(unit.name),
            Cell::plain(unit.short.unwrap_or(UNKNOWN)),
            Cell::plain(tasks(unit.leads, lang)),
            Cell::plain(tasks(unit.supports, lang)),
            Cell::plain(joined(note, lang)),
        ]
    });
    listed(&report.header, lang, &say!(lang, "单位", "units"), (columns, rows.collect()), none)
}

/// Lays out the plan's own fields.
pub fn own_fields(report: &OwnFields<'_>, lang: Language) -> Page {
    let none = say!(
        lang,
        "还没有自定义字段；登记：workplan field add 名称",
        "no field of the plan's own yet: workplan field add NAME"
    );
    let columns = vec![
        Column::text(say!(lang, "字段", "Field")),
        Column::short(say!(lang, "类型", "Kind")),
        Column::short(fields::heading(lang, Place::OwnField, "unit")),
        Column::short(say!(lang, "已填任务", "Tasks that say it")),
        Column::text(say!(lang, "备注", "Remark")),
    ];
    let rows = report.fields.iter().map(|field| {
        let key = field.key;
        let note = [
            (key != field.title).then(|| say!(lang, "代号 {key}", "key {key}")),
            field.public.then(|| say!(lang, "对外公开", "public")),
        ];
        vec![
            Cell::plain(field.title),
            Cell::plain(field.kind.word(lang)),
            Cell::plain(field.unit.unwrap_or(UNKNOWN)),
            Cell::plain(tasks(field.tasks, lang)),
            Cell::plain(joined(note, lang)),
        ]
    });
    listed(&report.header, lang, &say!(lang, "自定义字段", "own fields"), (columns, rows.collect()), none)
}

/// Lays out the sections with their themes.
pub fn sections(report: &Sections<'_>, lang: Language) -> Page {
    let none = say!(lang, "还没有板块；新增：workplan section add 标题", "no section yet: workplan section add TITLE");
    let columns = vec![
        Column::short(say!(lang, "编号", "ID")),
        Column::text(say!(lang, "板块、专题", "Section, theme")),
        Column::short(say!(lang, "任务", "Tasks")),
        Column::text(say!(lang, "备注", "Remark")),
    ];
    let row = |id: &str, title: String, counted: Counted, old: &[String]| {
        vec![
            Cell::plain(id),
            Cell::plain(title),
            Cell::plain(tasks(counted, lang)),
            Cell::plain(joined([formerly(old, lang)], lang)),
        ]
    };
    let rows = report.sections.iter().flat_map(|section| {
        let own = row(section.id, section.title.to_owned(), section.tasks, section.formerly);
        let themes =
            section.themes.iter().map(|theme| row(theme.id, format!("└ {}", theme.title), theme.tasks, theme.formerly));
        std::iter::once(own).chain(themes).collect::<Vec<_>>()
    });
    listed(&report.header, lang, &say!(lang, "板块和专题", "sections and themes"), (columns, rows.collect()), none)
}

/// Lays out the places.
pub fn places(report: &Places<'_>, lang: Language) -> Page {
    let none = say!(
        lang,
        "还没有登记地点，任务可写任何地点；登记：workplan place add 名称",
        "no place yet, so that tasks may name any: workplan place add NAME"
    );
    let columns = vec![
        Column::text(say!(lang, "地点", "Place")),
        Column::short(say!(lang, "任务", "Tasks")),
        Column::text(say!(lang, "备注", "Remark")),
    ];
    let rows = report.places.iter().map(|place| {
        let undeclared = (!place.declared).then(|| say!(lang, "未登记", "not declared"));
        vec![
            Cell::plain(place.name),
            Cell::plain(tasks(place.tasks, lang)),
            Cell::plain(joined([undeclared, formerly(place.formerly, lang)], lang)),
        ]
    });
    listed(&report.header, lang, &say!(lang, "地点", "places"), (columns, rows.collect()), none)
}

fn listed(
    header: &Header<'_>,
    lang: Language,
    about: &str,
    (columns, rows): (Vec<Column>, Vec<Vec<Cell>>),
    none: String,
) -> Page {
    let mut page = page(header, lang, about);
    if rows.is_empty() {
        page.say(none);
        return page;
    }
    let day = as_of(lang, header.as_of);
    page.say(say!(lang, "{day}；任务数含已完成的，不含已撤销的。", "{day}. Tasks: all but those called off."));
    page.add(Block::Table(Table { columns, rows }));
    page
}

/// `3 项（未完成 2）`; nothing where there is none.
fn tasks(counted: Counted, lang: Language) -> String {
    match counted {
        Counted { all: 0, .. } => UNKNOWN.to_owned(),
        Counted { all, open } => say!(lang, "{all} 项（未完成 {open}）", "{all} ({open} open)"),
    }
}

fn formerly(names: &[String], lang: Language) -> Option<String> {
    let old = (!names.is_empty()).then(|| words::list(lang, names))?;
    Some(say!(lang, "原名：{old}", "formerly: {old}"))
}

fn joined<const N: usize>(parts: [Option<String>; N], lang: Language) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(lang.pick("；", "; "))
}
