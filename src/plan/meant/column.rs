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
    (Field::Light, Place::Standing, "light"),
    (Field::Computed, Place::Standing, "expected"),
    (Field::Computed, Place::Standing, "days_left"),
    (Field::Computed, Place::Standing, "working_days_left"),
    (Field::Computed, Place::Standing, "last_report"),
    (Field::Computed, Place::Standing, "alerts"),
    (Field::Computed, Place::Task, "tags"),
    (Field::Computed, Place::Task, "weight"),
];

/// What every column may be called, as it is looked up: exactly as it is spelled, and folded.
static NAMES: LazyLock<Names> = LazyLock::new(Names::new);

struct Names {
    exact: HashMap<&'static str, Field>,
    squeezed: HashMap<String, Field>,
}

impl Names {
    fn new() -> Names {
        let mut names = Names { exact: HashMap::new(), squeezed: HashMap::new() };
        for (column, place, key) in COLUMNS {
            for name in fields::field(*place, key).into_iter().flat_map(fields::Field::spellings) {
                names.exact.entry(name).or_insert(*column);
                names.squeezed.entry(squeezed(name)).or_insert(*column);
            }
        }
        names
    }
}

impl Field {
    /// The field that a header names. Spaces, line breaks, full-width signs, case, and a unit in brackets behind the name
    /// make no difference.
    pub(crate) fn named(header: &str) -> Option<Field> {
        if let Some(field) = NAMES.exact.get(header.trim()) {
            return Some(*field);
        }
        let whole = squeezed(header);
        let bare = whole.split_once('(').map_or(whole.as_str(), |(name, _)| name);
        NAMES.squeezed.get(&whole).or_else(|| NAMES.squeezed.get(bare)).copied()
    }

    /// The same, where the plan has fields of its own: they are looked for after those that every ledger may have.
    pub(crate) fn named_with(own: &[OwnField], header: &str) -> Option<Field> {
        Field::named(header).or_else(|| OwnField::place_in(own, header).map(Field::Own))
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
        let column = COLUMNS.iter().find(|(field, ..)| *field == self);
        column.map_or_else(String::new, |(_, place, key)| fields::heading(lang, *place, key))
    }
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
        for (column, place, key) in COLUMNS {
            let field = fields::field(*place, key).unwrap();
            for lang in [Language::Chinese, Language::English] {
                assert!(Field::named(&field.heading(lang)).is_some(), "{column:?}");
                assert_eq!(Field::named(&column.name(lang)), Some(*column), "{column:?}");
            }
        }
    }
}
