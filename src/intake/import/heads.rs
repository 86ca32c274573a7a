//! Columns whose names nobody knows: what they may be, and what to type.

use crate::intake::ledger::{Headless, Ledger, Mapping, Naming, number_named, says_nothing, squeezed};
use crate::intake::sheet::{Book, Sheet, Value};
use crate::plan::meant::column::Field;
use crate::plan::meant::half_width;
use crate::plan::meant::number::number;
use crate::plan::{Language, OwnField, OwnKind};
use crate::say;
use crate::words;
use crate::words::fields::{self, Place};

use super::numbered::is_for_numbers;
use super::terms::Wanted;

/// Why no ledger was found, and the names that nobody knows, of which a person may say what they mean.
#[derive(Debug)]
pub(crate) struct Unheaded {
    pub(crate) message: String,
    pub(crate) unknown: Vec<UnknownColumn>,
}

/// A column that nobody knows.
#[derive(Debug)]
pub(crate) struct UnknownColumn {
    pub(crate) name: String,
    /// The field that it may be.
    pub(crate) nearest: Option<String>,
}

impl Unheaded {
    /// A refusal that no name would help.
    pub(super) fn plain(message: String) -> Unheaded {
        Unheaded { message, unknown: Vec::new() }
    }
}

/// Why none of the sheets is a ledger: what is missing, and of the row that looks like a header each name that is not known,
/// with the nearest field.
pub(super) fn headless(
    (what, sheets): (&str, &[&Sheet]),
    naming: Naming<'_>,
    wanted: Wanted,
    lang: Language,
) -> Unheaded {
    let needed = match wanted {
        Wanted::Progress => say!(
            lang,
            "{what} 中没有找到表头：须有“编号”（序号）或“工作任务”一列，和“当前值”“状态”“进展情况”“存在问题”“下一步措施”等任意一列；列名不同的用 --map 指明，如 --map 推进说明=进展情况",
            "{what} has no header: a column ID or Task is needed, and one of Value, State, Report, Issue, Next, Evidence; name columns of other names with --map, as --map 'Work done=Report'"
        ),
        Wanted::Tasks => say!(
            lang,
            "{what} 中没有找到表头：须有“工作任务”一列，和“编号”“牵头单位”“完成时限”等任意一列；列名不同的用 --map 指明，如 --map 推进事宜=工作任务",
            "{what} has no header: a column Task is needed, and one of ID, Lead, Deadline and the like; name columns of other names with --map, as --map 'Work item=Task'"
        ),
    };
    let Some((sheet, found)) = sheets.iter().find_map(|sheet| Some((sheet, Headless::find(&sheet.grid, naming)?)))
    else {
        return Unheaded::plain(needed);
    };
    let row = sheet.grid.row_name(found.row);
    let mut message = needed;
    if wanted == Wanted::Progress && found.known.iter().any(|field| matches!(field, Field::Id | Field::Title)) {
        message = say!(
            lang,
            "{what} 第 {row} 行是表头，但没有“当前值”“状态”“进展情况”“存在问题”“下一步措施”等任意一列，没有可记入的进展",
            "row {row} of {what} is a header, but none of its columns is Value, State, Report, Issue, Next or Evidence: there is no progress to enter"
        );
    }
    if !found.unknown.is_empty() {
        message += &say!(
            lang,
            "\n第 {row} 行像是表头，其中不认识的列：",
            "\nRow {row} looks like one; its names that are not known:"
        );
    }
    // What one column may be, no other is.
    let mut known = found.known;
    let mut unknown: Vec<UnknownColumn> = Vec::new();
    let is_longest = |name: &String| found.longest.as_ref() == Some(name);
    for name in found
        .unknown
        .iter()
        .filter(|name| is_longest(name))
        .chain(found.unknown.iter().filter(|name| !is_longest(name)))
    {
        let nearest = nearest(name, is_longest(name), (wanted, &known), lang);
        known.extend(nearest.as_deref().and_then(Field::named));
        unknown.push(UnknownColumn { name: name.clone(), nearest });
    }
    unknown.sort_by_key(|column| found.unknown.iter().position(|name| *name == column.name));
    for UnknownColumn { name, nearest } in &unknown {
        let line = nearest.as_ref().map_or_else(
            || say!(lang, "\n  {name}", "\n  {name}"),
            |field| {
                let typed = words::shell_word(&format!("{name}={field}"));
                say!(
                    lang,
                    "\n  {name}：可能是“{field}”，如是，加 --map {typed}",
                    "\n  {name}: {field}? If so, add --map {typed}"
                )
            },
        );
        message += &line;
    }
    Unheaded { message, unknown }
}

/// What a column may be that nobody knows: the field of the nearest name; of tasks, the one with the longest texts may be what
/// they are called.
fn nearest(name: &str, is_longest: bool, (wanted, known): (Wanted, &[Field]), lang: Language) -> Option<String> {
    let may_be = |field: Field| !known.contains(&field);
    let longest = (is_longest && wanted == Wanted::Tasks && may_be(Field::Title)).then_some(Field::Title);
    longest
        .or_else(|| Field::nearest(name, |field| field != Field::Title && may_be(field)))
        .map(|field| field.name(lang))
}

/// What is said of columns that nobody knows: how to say what they hold, and how one is kept that the plan has no field for.
pub(crate) fn offers(names: &[&str], wanted: Wanted, lang: Language) -> String {
    let columns = words::list(lang, names);
    let example = lang.pick("列名=进展情况", "COLUMN=Report");
    let first = names.first().map_or("", |name| *name);
    let own = words::shell_word(&format!("{first}={}", lang.pick("自定义字段", "own fields")));
    match wanted {
        Wanted::Progress => say!(
            lang,
            "以下各列没有采用：{columns}；需要采用的，用 --map 指明，如 --map {example}",
            "columns of no known name are passed over: {columns}; say what they hold with --map, as --map {example}"
        ),
        Wanted::Tasks => say!(
            lang,
            "以下各列没有采用：{columns}；需要采用的，用 --map 指明，如 --map {example}；要作为自定义字段保留的，如 --map {own}",
            "columns of no known name are passed over: {columns}; say what they hold with --map, as --map {example}; to keep one as a field of the plan's own, --map {own}"
        ),
    }
}

/// Whether a word asks for a new field of the plan's own.
pub(crate) fn asks_for_own(word: &str) -> bool {
    fields::called(Place::Task, word).is_some_and(|field| field.key == "fields")
}

/// A field of the plan's own for a column: 资金（万元） holds numbers in 万元 where nothing else stands in it.
fn own_field(book: &Book, header: &str) -> Option<OwnField> {
    let (title, unit) = header.split_once(['（', '(']).unwrap_or((header, ""));
    let (title, unit) = (title.trim(), half_width(unit.trim_end_matches(['）', ')'])));
    let unit = unit.trim_start_matches("单位:");
    let key = OwnField::key_of(title)?;
    let cells: Vec<Value> =
        book.sheets.iter().filter(|sheet| !sheet.hidden).flat_map(|sheet| below(sheet, header)).collect();
    // What a cell or two say otherwise goes into the remark.
    let is = |fits: &dyn Fn(&Value) -> bool| cells.iter().filter(|value| fits(value)).count() * 2 > cells.len();
    let is_number = |value: &Value| number(&value.text()).is_ok_and(|read| read.unit.is_empty() || read.unit == unit);
    let is_day = |value: &Value| matches!(value, Value::Day(_)) || value.text().parse::<crate::plan::Date>().is_ok();
    let kind = match () {
        () if is(&is_day) => OwnKind::Date,
        () if is(&is_number) => OwnKind::Number,
        () => OwnKind::Text,
    };
    let unit = Some(unit.to_owned()).filter(|unit| !unit.is_empty() && kind == OwnKind::Number);
    let title = Some(title.to_owned()).filter(|title| *title != key);
    Some(OwnField { title, unit, kind, ..OwnField::new(&key) })
}

/// What was said of columns, where a new field of the plan's own is asked for with that field's key, which is added to `own`.
///
/// # Errors
/// When a field that every plan has is called so.
pub(crate) fn with_own(
    book: &Book,
    said: &[Mapping],
    own: &mut Vec<OwnField>,
    lang: Language,
) -> Result<Vec<Mapping>, String> {
    let one = |mapping: &Mapping| {
        let asks = mapping.field.as_deref().is_some_and(asks_for_own);
        let Some(field) = own_field(book, &mapping.header).filter(|_| asks) else { return Ok(mapping.clone()) };
        let to = |key: String| Mapping { header: mapping.header.clone(), field: Some(key) };
        let is_taken = [field.key.as_str(), field.name()].into_iter().any(|name| fields::taken(name).is_some());
        if is_taken && number_named(field.name()).is_some() {
            let kept = own.iter().find(|field| is_for_numbers(field));
            return Ok(kept.map_or_else(|| mapping.clone(), |field| to(field.key.clone())));
        }
        if is_taken {
            let name = &mapping.header;
            return Err(say!(
                lang,
                "--map：“{name}”与已有字段重名，不能登记为自定义字段；请先用 workplan field add 登记另一个名称，再写 --map {name}=该名称",
                "--map: `{name}` is the name of a field that every plan has; declare one of another name with `workplan field add`, and say --map {name}=THAT"
            ));
        }
        let key = field.key.clone();
        if !own.iter().any(|known| known.key == key) {
            own.push(field);
        }
        Ok(to(key))
    };
    said.iter().map(one).collect()
}

/// The columns of ledgers that nobody knows.
pub(crate) fn unknown(ledgers: &[Ledger<'_>], wanted: Wanted, lang: Language) -> Vec<UnknownColumn> {
    let mut found: Vec<UnknownColumn> = Vec::new();
    for header in ledgers.iter().map(|ledger| &ledger.header) {
        let mut known: Vec<Field> = header.known().collect();
        for name in header.unknown.iter().map(|column| header.name(*column)) {
            if !found.iter().any(|column| column.name == name) {
                let nearest = nearest(name, false, (wanted, &known), lang);
                known.extend(nearest.as_deref().and_then(Field::named));
                found.push(UnknownColumn { name: name.to_owned(), nearest });
            }
        }
    }
    found
}

/// What a column may be said to hold, with the word for it: the nearest field first.
pub(crate) fn choices(nearest: Option<&str>, lang: Language) -> Vec<(String, Option<String>)> {
    const ASKED: [Field; 19] = [
        Field::Title,
        Field::Lead,
        Field::Responsible,
        Field::Support,
        Field::Person,
        Field::Leader,
        Field::Start,
        Field::Deadline,
        Field::Section,
        Field::Theme,
        Field::Metrics,
        Field::Target,
        Field::Value,
        Field::State,
        Field::Note,
        Field::Issue,
        Field::Next,
        Field::Tags,
        Field::Remark,
    ];
    let named = |field: String| (field.clone(), Some(field));
    let none = (lang.pick("不采用这一列", "nothing: pass it over").to_owned(), None);
    let own = lang.pick("自定义字段", "own fields").to_owned();
    let own = (say!(lang, "登记为自定义字段", "a field of the plan's own"), Some(own));
    let others = ASKED.iter().map(|field| field.name(lang)).filter(|field| nearest != Some(field)).map(named);
    nearest.map(str::to_owned).map(named).into_iter().chain([own, none]).chain(others).collect()
}

/// What stands below a column's name.
fn below(sheet: &Sheet, header: &str) -> Vec<Value> {
    let wanted = squeezed(header);
    let place = sheet.grid.rows().find_map(|(row, cells)| {
        let column = cells.iter().find(|(_, cell)| squeezed(&cell.value.text()) == wanted)?;
        Some((row, *column.0))
    });
    let Some((row, column)) = place else { return Vec::new() };
    let cells = sheet.grid.rows().filter(|(at, _)| *at > row);
    let own = cells.filter_map(|(at, _)| sheet.grid.cell(at, column).filter(|cell| cell.origin == (at, column)));
    own.filter(|cell| !says_nothing(&cell.value.text())).map(|cell| cell.value.clone()).collect()
}
