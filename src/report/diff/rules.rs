//! What `plan.yaml` says: the document and the rules of the plan.

use super::holding::{FieldChange, Holding, day, list, text, words};
use crate::plan::{Format, Head, LightStyle, Merit, OwnField, Section, Unit};
use crate::words::Worded;

/// What differs between two heads of a plan. Units, sections and themes are the same by name and id.
pub(super) fn changes(from: &Head, to: &Head) -> Vec<FieldChange> {
    let plain = fields(from).into_iter().zip(fields(to));
    let plain = plain.filter_map(|((field, old), (_, new))| FieldChange::between(field, old, new));
    // A unit under another name is the same one.
    let now = |unit: &Unit| to.unit_now(&unit.name).to_string();
    let units = shared(&from.units, &to.units, now, unit_fields);
    let sections = shared(&from.sections, &to.sections, |section| section.id.clone(), section_fields);
    let themes = shared(
        &themes_of(from),
        &themes_of(to),
        |theme| theme.id.clone(),
        |theme| vec![(format!("themes.{}.title", theme.id), text(&theme.title))],
    );
    let own = shared(&from.fields, &to.fields, |field| field.key.clone(), own_fields);
    plain.chain(units).chain(own).chain(sections).chain(themes).collect()
}

fn fields(head: &Head) -> Vec<(String, Holding)> {
    let (rules, notices) = (head.alerts, head.notices.as_ref());
    let count = |number: u16| Holding::Number(crate::plan::Quantity::count(usize::from(number)));
    let fields = [
        ("format", text(format_name(head.format))),
        ("id", text(&head.id)),
        ("title", text(&head.title)),
        ("issuer", text(&head.issuer)),
        ("number", words(head.number.as_ref())),
        ("disclosure", words(head.disclosure.as_ref())),
        ("issued", Holding::Day(head.issued)),
        ("period.start", Holding::Day(head.period.start)),
        ("period.end", Holding::Day(head.period.end)),
        ("utc_offset", text(&head.utc_offset.0.to_string())),
        ("language", text(head.language.key())),
        ("calendar", text(&head.calendar)),
        ("on_day_off", text(head.on_day_off.key())),
        ("source", words(head.source.as_ref())),
        ("pace", text(head.pace.key())),
        ("closing", text(head.closing.key())),
        ("coverage", text(head.coverage.key())),
        ("reporting", text(head.reporting.key())),
        ("alerts.due_soon", count(rules.due_soon)),
        ("alerts.urge_after", count(rules.urge_after)),
        ("alerts.supervise_after", count(rules.supervise_after)),
        ("alerts.circulate_after", count(rules.circulate_after)),
        ("alerts.behind", Holding::Number(rules.behind)),
        ("alerts.far_behind", Holding::Number(rules.far_behind)),
        ("units", list(head.units.iter().map(|unit| &unit.name))),
        ("places", list(head.places.iter().map(|place| &place.name))),
        ("fields", list(head.fields.iter().map(|field| &field.key))),
        ("sections", list(head.sections.iter().map(|section| &section.id))),
        ("context", list(&head.context)),
        ("columns", list(&head.columns)),
        ("assumptions", words(head.assumptions.as_ref())),
        ("sample", Holding::Flag(head.sample)),
        ("publish_lights", Holding::Flag(head.publish_lights)),
        ("notices.series", words(notices.map(|rules| rules.series.as_str()))),
        ("notices.reply_within", notices.map_or(Holding::Nothing, |rules| count(rules.reply_within))),
        ("notices.after", words(notices.and_then(|rules| rules.after.as_ref()).map(ToString::to_string).as_ref())),
        ("notices.office", words(notices.and_then(|rules| rules.office.as_ref()).map(|office| office.as_str()))),
    ];
    let fields = fields.into_iter().map(|(field, held)| (field.to_owned(), held));
    fields.chain(scoring(head)).chain(lights(head)).collect()
}

/// What holds where nothing is said is no change.
fn scoring(head: &Head) -> Vec<(String, Holding)> {
    let rules = head.scoring.unwrap_or_default();
    let points = Merit::all().iter().map(|merit| (merit.key(), Holding::Number(rules.points(*merit))));
    let held = std::iter::once(("rank_by", text(rules.rank_by.key()))).chain(points);
    held.map(|(key, held)| (format!("scoring.{key}"), held)).collect()
}

fn lights(head: &Head) -> Vec<(String, Holding)> {
    let styles = &head.lights;
    let lights = [
        ("blue", &styles.blue),
        ("green", &styles.green),
        ("yellow", &styles.yellow),
        ("red", &styles.red),
        ("grey", &styles.grey),
    ];
    let held = |(light, style): (&str, &Option<LightStyle>)| {
        let style = style.as_ref();
        let tone = style.and_then(|style| style.colour).map(Worded::key);
        [
            (format!("lights.{light}.word"), words(style.and_then(|style| style.word.as_ref()))),
            (format!("lights.{light}.colour"), words(tone)),
        ]
    };
    lights.into_iter().flat_map(held).collect()
}

fn unit_fields(unit: &Unit) -> Vec<(String, Holding)> {
    let name = &unit.name;
    vec![
        (format!("units.{name}.short"), words(unit.short.as_ref())),
        (format!("units.{name}.note"), words(unit.note.as_ref())),
        (format!("units.{name}.formerly"), list(&unit.formerly)),
        (format!("units.{name}.retired"), day(unit.retired)),
    ]
}

fn own_fields(field: &OwnField) -> Vec<(String, Holding)> {
    let key = &field.key;
    vec![
        (format!("fields.{key}.title"), words(field.title.as_ref())),
        (format!("fields.{key}.unit"), words(field.unit.as_ref())),
        (format!("fields.{key}.kind"), text(field.kind.key())),
        // That a field is not public goes without saying.
        (format!("fields.{key}.public"), if field.public { Holding::Flag(true) } else { Holding::Nothing }),
    ]
}

fn section_fields(section: &Section) -> Vec<(String, Holding)> {
    let id = &section.id;
    vec![
        (format!("sections.{id}.title"), text(&section.title)),
        (format!("sections.{id}.themes"), list(section.themes.iter().map(|theme| &theme.id))),
    ]
}

fn themes_of(head: &Head) -> Vec<crate::plan::Theme> {
    head.sections.iter().flat_map(|section| section.themes.clone()).collect()
}

/// The changes of parts of the same name. Of one that is new, or gone, what it holds.
fn shared<T>(
    from: &[T],
    to: &[T],
    key: impl Fn(&T) -> String,
    fields: impl Fn(&T) -> Vec<(String, Holding)>,
) -> Vec<FieldChange> {
    let find = |list: &[T], wanted: &T| list.iter().position(|part| key(part) == key(wanted));
    let mut changes = Vec::new();
    for new in to {
        let old = find(from, new).and_then(|place| from.get(place)).map(&fields);
        let old = old.into_iter().flatten().map(|(_, held)| held).chain(std::iter::repeat(Holding::Nothing));
        let both = fields(new).into_iter().zip(old);
        changes.extend(both.filter_map(|((field, new), old)| changed(field, old, new)));
    }
    for old in from.iter().filter(|old| find(to, old).is_none()) {
        changes.extend(fields(old).into_iter().filter_map(|(field, held)| changed(field, held, Holding::Nothing)));
    }
    changes
}

fn changed(field: String, old: Holding, new: Holding) -> Option<FieldChange> {
    let said = |held: Holding| if held == Holding::List(Vec::new()) { Holding::Nothing } else { held };
    match (old, new) {
        (Holding::Nothing, new) => FieldChange::between(field, Holding::Nothing, said(new)),
        (old, Holding::Nothing) => FieldChange::between(field, said(old), Holding::Nothing),
        (old, new) => FieldChange::between(field, old, new),
    }
}

fn format_name(format: Format) -> &'static str {
    match format {
        Format::V1 => "workplan/1",
    }
}
