//! A unit, section, theme, place or field that `plan.yaml` declares twice.

use std::collections::HashMap;

use crate::check::finding::At;
use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E203",
    name: "duplicate-declaration",
    zh: "plan.yaml 中重复登记",
    en: "a name that plan.yaml declares twice",
    wrong: "units:\n  - { name: 党政办公室, short: 党政办 }\n  - { name: 党群工作办公室, short: 党政办 }",
    right: "units:\n  - { name: 党政办公室, short: 党政办 }\n  - { name: 党群工作办公室, short: 党群办 }",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let head = &inspection.plan.head;
    let unit = |place: usize, key: &str| inspection.at_head().key("units").item(place).key(key);
    // Names, short forms and names of before share one space: a report may show any of them.
    let units = head.units.iter().enumerate().flat_map(|(place, declared)| {
        let short = declared.short.as_deref().filter(|short| *short != declared.name.as_str());
        let name = (declared.name.as_str(), unit(place, "name"));
        let before = declared.formerly.iter().enumerate();
        let before = before.map(move |(item, old)| (old.as_str(), unit(place, "formerly").item(item)));
        std::iter::once(name).chain(short.map(|short| (short, unit(place, "short")))).chain(before)
    });
    let section = |place: usize| inspection.at_head().key("sections").item(place);
    let sections = head.sections.iter().enumerate().map(|(place, known)| (known.id.as_str(), section(place).key("id")));
    // Tasks name themes, and sections that have none.
    let themes = head.sections.iter().enumerate().flat_map(|(place, known)| {
        let flat = known.themes.is_empty().then(|| (known.id.as_str(), section(place).key("id")));
        let themes = known.themes.iter().enumerate();
        flat.into_iter().chain(
            themes.map(move |(inner, theme)| (theme.id.as_str(), section(place).key("themes").item(inner).key("id"))),
        )
    });
    let places = head
        .places
        .iter()
        .enumerate()
        .map(|(place, name)| (name.name.as_str(), inspection.at_head().key("places").item(place)));
    // Whoever types one name means one field.
    let field = |place: usize, key: &str| inspection.at_head().key("fields").item(place).key(key);
    let own = head.fields.iter().enumerate().flat_map(|(place, known)| {
        let title = known.title.as_deref().filter(|title| *title != known.key);
        std::iter::once((known.key.as_str(), field(place, "key")))
            .chain(title.map(|title| (title, field(place, "title"))))
    });
    let repeated: Vec<(&str, At, At)> =
        [repeated(units), repeated(sections), repeated(themes), repeated(places), repeated(own)]
            .into_iter()
            .flatten()
            .collect();
    let lang = inspection.lang;
    for (name, first, again) in repeated {
        let there = inspection.name_place(&first);
        inspection.find(
            again,
            say!(lang, "“{name}”重复登记，已见于 {there}", "`{name}` is declared twice: see {there}"),
            say!(lang, "留一处，另一处删去或改名", "keep one of them; delete or rename the other"),
        );
    }
}

/// The names that are there again, each with its first place and its other one.
fn repeated<'o>(names: impl Iterator<Item = (&'o str, At)>) -> Vec<(&'o str, At, At)> {
    let mut first: HashMap<&str, At> = HashMap::new();
    let mut repeated = Vec::new();
    for (name, at) in names {
        match first.get(name) {
            Some(known) => repeated.push((name, known.clone(), at)),
            None => {
                first.insert(name, at);
            }
        }
    }
    repeated
}
