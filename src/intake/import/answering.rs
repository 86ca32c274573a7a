//! Who answers for a row's task, and who helps.

use crate::intake::ledger::{Ledger, Row};
use crate::plan::Plan;
use crate::plan::meant::column::Field;
use crate::plan::meant::half_width;
use crate::plan::meant::units::{Role, units};

/// Who answers for a row's task, and who helps.
#[derive(Debug, Default)]
pub(super) struct Answering {
    /// Who leads, and the column that says so.
    pub(super) lead: Option<(String, Field)>,
    pub(super) support: Vec<String>,
    /// Whether the lead is only the first of several, and nothing says that the first leads.
    pub(super) guessed: bool,
    /// The people that stand in brackets behind units, where the column is headed so: 责任单位（责任人）.
    pub(super) people: Vec<String>,
}

/// Whoever is said to lead; else the first that stands where leaders do. Where several lead, the others help. `meant` tells
/// the unit of a name, or passes it over.
pub(super) fn answering(
    ledger: &Ledger<'_>,
    row: &Row<'_>,
    mut meant: impl FnMut(Field, &str) -> Option<String>,
) -> Answering {
    let mut named: Vec<(String, Field, Option<Role>)> = Vec::new();
    let mut people = Vec::new();
    for field in [Field::Lead, Field::Responsible, Field::Support] {
        let Some(text) = row.text(field) else { continue };
        let header = ledger.header.column(field).map_or("", |column| ledger.header.name(column));
        let names_people = half_width(header).contains('人');
        let text = if names_people { bracketed(&text) } else { text };
        for (name, role) in units(&text) {
            let (name, person) = if names_people { apart(name) } else { (name, None) };
            people.extend(person.map(str::to_owned));
            match meant(field, name) {
                Some(name) if named.iter().any(|(known, ..)| *known == name) => {}
                Some(name) => named.push((name, field, role)),
                None => {}
            }
        }
    }
    let at = |field: Field| named.iter().position(|(_, stands, role)| *stands == field && role.is_none());
    let said = named.iter().position(|(_, field, role)| *field != Field::Support && *role == Some(Role::Lead));
    let lead = said.or_else(|| at(Field::Lead)).or_else(|| at(Field::Responsible));
    let equals = |(_, field, role): &&(String, Field, Option<Role>)| *field == Field::Responsible && role.is_none();
    let is_first = lead.and_then(|at| named.get(at)).is_some_and(|lead| equals(&lead));
    let guessed = is_first && named.iter().filter(equals).count() > 1 && !ledger.header.first_leads;
    let lead = lead.map(|at| named.remove(at)).map(|(name, field, _)| (name, field));
    Answering { lead, support: named.into_iter().map(|(unit, ..)| unit).collect(), guessed, people }
}

/// 城管办 王某 as 城管办（王某）.
fn bracketed(text: &str) -> String {
    let one = |part: &str| match part.split_whitespace().collect::<Vec<&str>>().as_slice() {
        [unit, person] if !part.contains(['（', '(', '：', ':']) => format!("{unit}（{person}）"),
        _ => part.to_owned(),
    };
    text.split_inclusive(['、', '；', ';', '，', ',', '\n'])
        .map(|part| {
            let bare = part.trim_end_matches(['、', '；', ';', '，', ',', '\n']);
            one(bare) + part.get(bare.len()..).unwrap_or("")
        })
        .collect()
}

/// 城管办（王某）: a unit and the person behind it.
fn apart(name: &str) -> (&str, Option<&str>) {
    let inside = name.strip_suffix(['）', ')']).and_then(|name| name.split_once(['（', '(']));
    inside.map_or((name, None), |(unit, person)| (unit.trim(), Some(person.trim())))
}

/// Whether words stand for units that they do not name, 各部门, and the plan has none of that name.
pub(super) fn names_nobody(plan: &Plan, name: &str) -> bool {
    const NOBODY: [&str; 6] = ["部门", "单位", "科室", "股室", "处室", "成员单位"];
    let bare = ["各", "相关", "有关", "责任", "其他"]
        .iter()
        .fold(name.trim(), |name, word| name.strip_prefix(word).unwrap_or(name));
    let bare = ["相关", "有关"].iter().fold(bare, |name, word| name.strip_prefix(word).unwrap_or(name));
    let is_known = plan.head.units.iter().any(|unit| unit.name.as_str() == name);
    !is_known && bare.len() < name.trim().len() && NOBODY.contains(&bare)
}
