//! The columns of a ledger, known by the names of their fields.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::plan::{Language, OwnField};
use crate::words::fields::{self, Place};
use crate::words::squeezed;

/// What a column of a ledger holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    Id,
    Title,
    Section,
    Theme,
    Source,
    Kind,
    Metrics,
    Target,
    Value,
    Progress,
    Lead,
    /// The units in charge; the first of them leads.
    Responsible,
    Support,
    Person,
    Leader,
    Start,
    Deadline,
    /// When it begins and ends, in one cell.
    Span,
    Places,
    Date,
    By,
    State,
    Checkpoints,
    Note,
    Issue,
    Next,
    Evidence,
    ReplyTo,
    FinishedOn,
    Remark,
    /// The tasks that a row waits for, in the ledger's own words.
    Depends,
    Tags,
    /// How urgent it is: a tag of the task.
    Priority,
    /// How far it has come by the unit's own estimate.
    Percent,
    /// The row above it in an outline.
    Parent,
    /// How deep in an outline a row stands: 1, 2, 3.
    Level,
    /// Where in an outline a row stands: 1.2.1.
    Outline,
    /// What else the ledger calls a row by.
    Key,
    /// What a task is in detail: its own words where it has a name as well, else the task itself.
    Content,
    /// What a target and a value count.
    Unit,
    /// Who has handed it down.
    Origin,
    /// Computed from the rest, and told where somebody has written something else.
    Light,
    /// Computed from the rest: read by nobody.
    Computed,
    /// A field of the plan's own, by its place among those that are known.
    Own(usize),
}

/// The columns and the fields whose names they bear. Of a name that two of them have, the first is meant: a ledger's
/// 责任单位 are all who answer, its 备注 is the task's.
const COLUMNS: &[(Field, Place, &str)] = &[
    (Field::Responsible, Place::Ledger, "responsible"),
    (Field::Id, Place::Task, "id"),
    (Field::Title, Place::Task, "title"),
    (Field::Source, Place::Task, "source"),
    (Field::Origin, Place::Task, "origin"),
    (Field::Kind, Place::Task, "kind"),
    (Field::Lead, Place::Task, "lead"),
    (Field::Support, Place::Task, "support"),
    (Field::Person, Place::Task, "person"),
    (Field::Leader, Place::Task, "leader"),
    (Field::Places, Place::Task, "places"),
    (Field::Metrics, Place::Task, "metrics"),
    (Field::Start, Place::Task, "start"),
    (Field::Deadline, Place::Task, "deadline"),
    (Field::Remark, Place::Task, "note"),
    (Field::Target, Place::Metric, "target"),
    (Field::Section, Place::Standing, "section"),
    (Field::Theme, Place::Standing, "theme"),
    (Field::Progress, Place::Standing, "progress"),
    (Field::FinishedOn, Place::Standing, "finished_on"),
    (Field::Id, Place::Entry, "task"),
    (Field::Date, Place::Entry, "date"),
    (Field::By, Place::Entry, "by"),
    (Field::Value, Place::Entry, "values"),
    (Field::State, Place::Entry, "state"),
    (Field::Checkpoints, Place::Entry, "checkpoints"),
    (Field::Note, Place::Entry, "note"),
    (Field::Issue, Place::Entry, "issue"),
    (Field::Next, Place::Entry, "next"),
    (Field::Evidence, Place::Entry, "evidence"),
    (Field::ReplyTo, Place::Entry, "reply_to"),
    (Field::Unit, Place::Metric, "unit"),
    (Field::Light, Place::Standing, "light"),
    (Field::Computed, Place::Standing, "expected"),
    (Field::Computed, Place::Standing, "days_left"),
    (Field::Computed, Place::Standing, "working_days_left"),
    (Field::Computed, Place::Standing, "last_report"),
    (Field::Computed, Place::Standing, "alerts"),
    (Field::Computed, Place::Task, "weight"),
    (Field::Depends, Place::Task, "depends"),
    (Field::Tags, Place::Task, "tags"),
    (Field::Percent, Place::Entry, "percent"),
];

/// Columns that no plan has.
const BEYOND: &[(Field, Place, &str)] = &[
    (Field::Parent, Place::Ledger, "parent"),
    (Field::Span, Place::Ledger, "span"),
    (Field::Level, Place::Ledger, "level"),
    (Field::Outline, Place::Ledger, "outline"),
    (Field::Priority, Place::Ledger, "priority"),
    (Field::Key, Place::Ledger, "key"),
    (Field::Content, Place::Ledger, "content"),
];

/// What every column may be called, as it is looked up: exactly as it is spelled, and folded.
static NAMES: LazyLock<Names> = LazyLock::new(|| Names::new(COLUMNS.iter().map(spelled)));

/// What columns are called elsewhere.
static FOREIGN: LazyLock<Names> = LazyLock::new(|| {
    let known = |place: Place, key: &str| COLUMNS.iter().find(|(_, at, own)| (*at, *own) == (place, key));
    let foreign =
        fields::FOREIGN.iter().filter_map(|(place, key, names)| Some((known(*place, key)?.0, names.to_vec())));
    Names::new(BEYOND.iter().map(spelled).chain(foreign))
});

fn spelled((column, place, key): &(Field, Place, &str)) -> (Field, Vec<&'static str>) {
    (*column, fields::of_column(*place, key).into_iter().flat_map(fields::Field::spellings).collect())
}

struct Names {
    exact: HashMap<&'static str, Field>,
    squeezed: HashMap<String, Field>,
}

impl Names {
    fn new(columns: impl Iterator<Item = (Field, Vec<&'static str>)>) -> Names {
        let mut names = Names { exact: HashMap::new(), squeezed: HashMap::new() };
        for (column, spellings) in columns {
            for name in spellings {
                names.exact.entry(name).or_insert(column);
                names.squeezed.entry(squeezed(name)).or_insert(column);
            }
        }
        names
    }

    /// Spaces, line breaks, full-width signs, case, and a unit in brackets behind the name make no difference.
    fn named(&self, header: &str) -> Option<Field> {
        if let Some(field) = self.exact.get(header.trim()) {
            return Some(*field);
        }
        let whole = squeezed(header);
        let bare = whole.split_once('(').map_or(whole.as_str(), |(name, _)| name);
        self.squeezed.get(&whole).or_else(|| self.squeezed.get(bare)).copied()
    }
}

impl Field {
    /// The field that a header names.
    pub(crate) fn named(header: &str) -> Option<Field> {
        NAMES.named(header)
    }

    /// The field that a header names elsewhere.
    pub(crate) fn named_elsewhere(header: &str) -> Option<Field> {
        FOREIGN.named(header)
    }

    /// The same, where the plan has fields of its own: they are looked for after those that every ledger may have, and before
    /// what columns are called elsewhere.
    pub(crate) fn named_with(own: &[OwnField], header: &str) -> Option<Field> {
        let own = || OwnField::place_in(own, header).map(Field::Own);
        let elsewhere = || Field::named_elsewhere(header).or_else(|| Field::named_elsewhere(of_jira(header)?));
        Field::named(header).or_else(own).or_else(elsewhere)
    }

    /// The field whose name is the most like a word that names none, of those that may be meant: 推进说明 is like 推进情况.
    pub(crate) fn nearest(header: &str, may_be: impl Fn(Field) -> bool) -> Option<Field> {
        let wanted = squeezed(header);
        let bare = telling(wanted.split_once('(').map_or(wanted.as_str(), |(name, _)| name));
        let names =
            NAMES.exact.iter().chain(&FOREIGN.exact).filter(|(_, field)| **field != Field::Computed && may_be(**field));
        let scored = names.map(|(name, field)| (likeness(&bare, &telling(&squeezed(name))), *field, *name));
        let best = scored.max_by_key(|(score, field, name)| (*score, std::cmp::Reverse((*field, *name))))?;
        (best.0 >= LIKE_ENOUGH).then_some(best.1)
    }

    /// What the column is called.
    pub(crate) fn name_with(self, own: &[OwnField], lang: Language) -> String {
        match self {
            Field::Own(at) => own.get(at).map_or_else(String::new, |field| field.name().to_owned()),
            field => field.name(lang),
        }
    }

    /// What a column is called that is no field of the plan's own.
    pub(crate) fn name(self, lang: Language) -> String {
        let column = COLUMNS.iter().chain(BEYOND).find(|(field, ..)| *field == self);
        let field = column.and_then(|(_, place, key)| fields::of_column(*place, key));
        field.map_or_else(String::new, |field| field.heading(lang))
    }

    /// Whether an exported ledger marks it where it is assumed.
    pub(crate) fn may_be_marked(self) -> bool {
        let units = matches!(self, Field::Lead | Field::Responsible | Field::Support);
        let days = matches!(self, Field::Start | Field::Deadline | Field::Span);
        units || days || matches!(self, Field::Metrics | Field::Target | Field::Value)
    }

    /// Whether several columns of a ledger may say it together.
    pub(crate) fn may_be_repeated(self) -> bool {
        matches!(self, Field::Tags | Field::Depends | Field::Parent | Field::Key | Field::Remark | Field::Content)
    }
}

/// The name of a field that an office has added to Jira: Custom field (Start date).
fn of_jira(header: &str) -> Option<&str> {
    header.trim().strip_prefix("Custom field (")?.strip_suffix(')')
}

/// Of a hundred, how alike two names must be.
const LIKE_ENOUGH: u32 = 50;

/// A name without 工作, which tells nothing: 工作标准 is not like 工作板块.
fn telling(name: &str) -> String {
    let bare = name.replace("工作", "");
    if bare.is_empty() { name.to_owned() } else { bare }
}

/// How alike two names are, of a hundred: Latin ones by their slips, others by the characters that both have in one order.
fn likeness(one: &str, other: &str) -> u32 {
    if one.is_ascii() || other.is_ascii() {
        let is_like = one.is_ascii() && other.is_ascii() && strsim::normalized_damerau_levenshtein(one, other) >= 0.75;
        return if is_like { LIKE_ENOUGH } else { 0 };
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut row = vec![0_u32; other.len() + 1];
    for c in &one {
        let mut diagonal = 0;
        for (at, d) in other.iter().enumerate() {
            let (left, above) = (row.get(at).copied().unwrap_or(0), row.get(at + 1).copied().unwrap_or(0));
            let best = if c == d { diagonal + 1 } else { left.max(above) };
            diagonal = above;
            row.iter_mut().skip(at + 1).take(1).for_each(|cell| *cell = best);
        }
    }
    let (shared, long) =
        (row.last().copied().unwrap_or(0), u32::try_from(one.len().max(other.len())).unwrap_or(u32::MAX));
    if shared < 2 { 0 } else { (shared * 100).checked_div(long).unwrap_or(0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_known_by_what_offices_call_it() {
        for (header, field) in [
            ("序号", Some(Field::Id)),
            ("工作任务", Some(Field::Title)),
            ("工作\n任务", Some(Field::Title)),
            ("重点　工作", Some(Field::Title)),
            ("目标值（户）", Some(Field::Target)),
            ("目前值", Some(Field::Value)),
            ("责任单位", Some(Field::Responsible)),
            ("完成时间", Some(Field::Deadline)),
            ("完成时限*", Some(Field::Deadline)),
            ("实际完成时间", Some(Field::FinishedOn)),
            ("进度情况", Some(Field::Note)),
            ("完成率", Some(Field::Progress)),
            ("ＩＤ", Some(Field::Id)),
            ("Closed on", Some(Field::FinishedOn)),
            ("Task", Some(Field::Title)),
            ("task", Some(Field::Id)),
            ("亮灯", Some(Field::Light)),
            ("金泽镇工作任务分解表", None),
            ("", None),
            ("(户)", None),
        ] {
            assert_eq!(Field::named(header), field, "{header}");
        }
    }

    #[test]
    fn what_a_ledger_of_our_own_is_headed_is_understood() {
        for (column, place, key) in COLUMNS.iter().chain(BEYOND) {
            let field = fields::of_column(*place, key).unwrap();
            for lang in [Language::Chinese, Language::English] {
                assert!(Field::named_with(&[], &field.heading(lang)).is_some(), "{column:?}");
                assert_eq!(Field::named_with(&[], &column.name(lang)), Some(*column), "{column:?}");
            }
        }
    }
}
