//! The rows of a ledger, each with the section and the theme that the ledger gives it: by columns, by headings, by an outline.

use std::collections::HashSet;

use crate::intake::ledger::{Ledger, Line, Row, name_key};
use crate::plan::Language;
use crate::plan::meant::column::Field;

use super::outline::{Spot, spots};
use super::places::{Heading, Under};

/// A row, and where it belongs.
pub(super) struct PlacedRow<'l, 's> {
    pub(super) row: &'l Row<'s>,
    pub(super) under: Under,
    /// Whether it is no task, but what others stand under.
    pub(super) is_theme: bool,
}

/// The rows of a ledger. Rows of which it does not say where they belong go under `given`, and where there is none under a
/// section named after the sheet, unless the plan has but one.
pub(super) fn placed<'l, 's>(
    ledger: &Ledger<'s>,
    lines: &'l [Line<'s>],
    (given, lang): (Option<&str>, Language),
    sheet: &str,
) -> Vec<PlacedRow<'l, 's>> {
    let rows: Vec<&Row<'_>> = lines.iter().filter_map(row_of).collect();
    let mut spots = spots(&rows).into_iter();
    let deepest = spots.as_slice().iter().map(|spot| spot.above.len()).max().unwrap_or(0);
    let (mut heading, mut group) = (Under::default(), None);
    let mut placed = Vec::new();
    for line in lines {
        match line {
            Line::Heading(_, text) => heading.next(text),
            Line::Aside(..) => {}
            Line::Row(row) => {
                let spot = spots.next().unwrap_or_default();
                let Spot { above, is_theme, section } = spot;
                let mut under = own(ledger, row, &heading, &mut group);
                if let Some(section) = section.filter(|_| row.text(Field::Section).is_none()) {
                    under.section = Some(Heading::new(&section));
                }
                outlined(&mut under, above, deepest);
                under.section = under.section.or_else(|| given.map(Heading::new));
                under.sheet = Some(Heading::new(sheet));
                placed.push(PlacedRow { row, under, is_theme });
            }
        }
    }
    fill_themes(&mut placed, lang);
    placed
}

fn row_of<'l, 's>(line: &'l Line<'s>) -> Option<&'l Row<'s>> {
    match line {
        Line::Row(row) => Some(row),
        Line::Heading(..) | Line::Aside(..) => None,
    }
}

/// What the row's own columns say, else the heading above it. `group` is what a column of sections said last.
fn own(ledger: &Ledger<'_>, row: &Row<'_>, heading: &Under, group: &mut Option<Heading>) -> Under {
    let mut said = |field: Field| {
        let own = row.text(field).map(|text| Heading::new(&text.lines().map(str::trim).collect::<String>()));
        if ledger.header.grouped != Some(field) {
            return own;
        }
        // An empty cell there means what stands above it, as if they were merged.
        *group = own.or_else(|| group.clone());
        group.clone()
    };
    let (section, theme) = (said(Field::Section), said(Field::Theme));
    let theme = theme.or_else(|| heading.theme.clone().filter(|_| section.is_none()));
    Under { section: section.or_else(|| heading.section.clone()), theme, sheet: None }
}

/// What stands above a row in an outline: a theme; of an outline of several levels, the first is the section where nothing
/// else is.
fn outlined(under: &mut Under, above: Vec<String>, deepest: usize) {
    if under.theme.is_some() || above.is_empty() {
        return;
    }
    let mut above = above.into_iter();
    if under.section.is_none() && deepest > 1 {
        under.section = above.next().map(|title| Heading::new(&title));
    }
    let rest: Vec<String> = above.map(|title| Heading::new(&title).title).collect();
    under.theme = (!rest.is_empty()).then(|| Heading::plain(&rest.join(" / ")));
}

/// Where some of a section's rows have a theme, the others are put under one for the rest: a section is divided throughout or
/// not at all.
fn fill_themes(placed: &mut [PlacedRow<'_, '_>], lang: Language) {
    let key = |under: &Under| under.section.as_ref().or(under.sheet.as_ref()).map(|section| name_key(&section.title));
    let tasks = || placed.iter().filter(|one| !one.is_theme);
    let divided: HashSet<Option<String>> =
        tasks().filter(|one| one.under.theme.is_some()).map(|one| key(&one.under)).collect();
    for one in placed.iter_mut().filter(|one| one.under.theme.is_none()) {
        if divided.contains(&key(&one.under)) {
            one.under.theme = Some(Heading::plain(lang.pick("其他", "Other")));
        }
    }
}
