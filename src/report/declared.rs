//! What the plan declares for tasks to name, with the tasks that name it: units, sections, places.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Assessment, Standing};
use crate::plan::{Date, OwnField, OwnKind, Plan, Section, Theme, Unit};
use crate::report::header::Header;

/// `workplan.units/1`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Units<'s> {
    /// What every document starts with.
    #[serde(flatten)]
    pub header: Header<'s>,
    /// The units, as the plan declares them.
    pub units: Vec<UnitLine<'s>>,
}

/// A unit and what it has to do.
#[derive(Debug, Serialize, JsonSchema)]
pub struct UnitLine<'s> {
    /// Its full name.
    pub name: &'s str,
    /// Its short form.
    pub short: Option<&'s str>,
    /// A remark.
    pub note: Option<&'s str>,
    /// Names that it had before.
    pub formerly: &'s [String],
    /// The day from which it is no more.
    pub retired: Option<Date>,
    /// The tasks that it leads.
    pub leads: Counted,
    /// The tasks that it supports.
    pub supports: Counted,
}

/// `workplan.sections/1`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Sections<'s> {
    /// What every document starts with.
    #[serde(flatten)]
    pub header: Header<'s>,
    /// The sections, in the plan's order.
    pub sections: Vec<SectionLine<'s>>,
}

/// A section and its tasks.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SectionLine<'s> {
    /// Its id.
    pub id: &'s str,
    /// Its heading.
    pub title: &'s str,
    /// Headings that it had before.
    pub formerly: &'s [String],
    /// Its tasks, those of its themes too.
    pub tasks: Counted,
    /// Its themes.
    pub themes: Vec<ThemeLine<'s>>,
}

/// A theme and its tasks.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ThemeLine<'s> {
    /// Its id.
    pub id: &'s str,
    /// Its heading.
    pub title: &'s str,
    /// Headings that it had before.
    pub formerly: &'s [String],
    /// Its tasks.
    pub tasks: Counted,
}

/// `workplan.places/1`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Places<'s> {
    /// What every document starts with.
    #[serde(flatten)]
    pub header: Header<'s>,
    /// The places that the plan declares, then those that only tasks name.
    pub places: Vec<PlaceLine<'s>>,
}

/// A place and its tasks.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PlaceLine<'s> {
    /// Its full name.
    pub name: &'s str,
    /// Names that it had before.
    pub formerly: &'s [String],
    /// Whether the plan declares it.
    pub declared: bool,
    /// Its tasks.
    pub tasks: Counted,
}

/// `workplan.fields/1`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OwnFields<'s> {
    /// What every document starts with.
    #[serde(flatten)]
    pub header: Header<'s>,
    /// The plan's own fields, as it declares them.
    pub fields: Vec<OwnFieldLine<'s>>,
}

/// A field of the plan's own, and the tasks that carry it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OwnFieldLine<'s> {
    /// The key under which tasks carry it.
    pub key: &'s str,
    /// What readers are shown.
    pub title: &'s str,
    /// What its numbers count.
    pub unit: Option<&'s str>,
    /// What it holds.
    pub kind: OwnKind,
    /// Whether an edition for the public shows it.
    pub public: bool,
    /// The tasks that say something under it.
    pub tasks: Counted,
}

/// Tasks that were not called off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Counted {
    /// All of them.
    pub all: usize,
    /// Those that are not finished.
    pub open: usize,
}

/// The name of the document about units.
pub const UNITS: &str = "workplan.units/1";
/// The name of the document about sections.
pub const SECTIONS: &str = "workplan.sections/1";
/// The name of the document about places.
pub const PLACES: &str = "workplan.places/1";

/// The name of the document about the plan's own fields.
pub const FIELDS: &str = "workplan.fields/1";

/// The plan's own fields.
pub fn own_fields<'s>(plan: &'s Plan, assessment: &Assessment<'_>, header: Header<'s>) -> OwnFields<'s> {
    let line = |field: &'s OwnField| OwnFieldLine {
        key: &field.key,
        title: field.name(),
        unit: field.unit.as_deref(),
        kind: field.kind,
        public: field.public,
        tasks: count(assessment, |one| one.task.fields.get(&field.key).is_some()),
    };
    OwnFields { header, fields: plan.head.fields.iter().map(line).collect() }
}

/// The plan's units.
pub fn units<'s>(plan: &'s Plan, assessment: &Assessment<'_>, header: Header<'s>) -> Units<'s> {
    let line = |unit: &'s Unit| UnitLine {
        name: unit.name.as_str(),
        short: unit.short.as_deref(),
        note: unit.note.as_deref(),
        formerly: &unit.formerly,
        retired: unit.retired,
        leads: count(assessment, |one| one.task.lead.as_ref() == Some(&unit.name)),
        supports: count(assessment, |one| one.task.support.contains(&unit.name)),
    };
    Units { header, units: plan.head.units.iter().map(line).collect() }
}

/// The plan's sections with their themes.
pub fn sections<'s>(plan: &'s Plan, assessment: &Assessment<'_>, header: Header<'s>) -> Sections<'s> {
    let of = |id: &str| count(assessment, |one| one.task.theme() == id);
    let theme = |theme: &'s Theme| ThemeLine {
        id: &theme.id,
        title: &theme.title,
        formerly: &theme.formerly,
        tasks: of(&theme.id),
    };
    let line = |section: &'s Section| {
        let themes: Vec<ThemeLine<'s>> = section.themes.iter().map(theme).collect();
        let tasks = match themes.as_slice() {
            [] => of(&section.id),
            themes => Counted {
                all: themes.iter().map(|theme| theme.tasks.all).sum(),
                open: themes.iter().map(|theme| theme.tasks.open).sum(),
            },
        };
        SectionLine { id: &section.id, title: &section.title, formerly: &section.formerly, tasks, themes }
    };
    Sections { header, sections: plan.head.sections.iter().map(line).collect() }
}

/// The places that the plan declares, then those that only its tasks name.
pub fn places<'s>(plan: &'s Plan, assessment: &Assessment<'_>, header: Header<'s>) -> Places<'s> {
    let of = |name: &str| count(assessment, |one| one.task.places.iter().any(|place| place == name));
    let known = &plan.head.places;
    let declared = known.iter().map(|place| (place.name.as_str(), place.formerly.as_slice(), true)).collect::<Vec<_>>();
    let mut all = declared;
    for place in plan.tasks.iter().flat_map(|task| &task.places) {
        if !all.iter().any(|(name, ..)| name == place) {
            all.push((place, &[], false));
        }
    }
    let line = |(name, formerly, declared)| PlaceLine { name, formerly, declared, tasks: of(name) };
    Places { header, places: all.into_iter().map(line).collect() }
}

fn count(assessment: &Assessment<'_>, is_meant: impl Fn(&Standing<'_>) -> bool) -> Counted {
    let meant = assessment.standings.iter().filter(|one| one.light.is_some() && is_meant(one));
    let (all, open) = meant.fold((0, 0), |(all, open), one| (all + 1, open + usize::from(one.is_open())));
    Counted { all, open }
}
