//! Rows that stand under others: by what a row says of its parent, by its level, or by its number in an outline.

use std::collections::HashMap;

use crate::intake::ledger::{Row, name_key};
use crate::plan::meant::column::Field;

/// Where a row stands among the others.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    /// The titles above it, the topmost first.
    pub(super) above: Vec<String>,
    /// Whether others stand under it, so that it is a theme and no task.
    pub(super) is_theme: bool,
    /// The section of what it stands under, where it names none: subtasks of Asana.
    pub(super) section: Option<String>,
}

/// What a row stands under.
enum Parent {
    Row(usize),
    /// A title that is no row of the ledger.
    Named(String),
}

/// Where each of the rows stands.
pub(super) fn spots(rows: &[&Row<'_>]) -> Vec<Spot> {
    let parents = parents(rows);
    let mut has_more = vec![false; rows.len()];
    for parent in &parents {
        if let Some(Parent::Row(at)) = parent {
            has_more.iter_mut().skip(*at).take(1).for_each(|more| *more = true);
        }
    }
    let of = |at: usize| {
        let is_parent = has_more.get(at).copied().unwrap_or(false);
        let answers = rows.get(at).is_some_and(|row| answers(row));
        let mut above = above(rows, &parents, at);
        if is_parent && answers {
            above.extend(rows.get(at).and_then(|row| row.text(Field::Title)));
        }
        Spot { above, is_theme: is_parent && !answers, section: section(rows, &parents, at) }
    };
    (0..rows.len()).map(of).collect()
}

/// Whether a row with others under it is work of its own: somebody answers for it, or it has a state, by a day. Of an outline
/// the days are only what the rows below come to.
fn answers(row: &Row<'_>) -> bool {
    let says = |field: Field| row.text(field).is_some();
    let in_outline = says(Field::Level) || says(Field::Outline);
    let somebody = says(Field::Person) || says(Field::Lead) || says(Field::Responsible);
    !in_outline && (somebody || says(Field::State)) && says(Field::Deadline)
}

fn above(rows: &[&Row<'_>], parents: &[Option<Parent>], at: usize) -> Vec<String> {
    let (mut titles, mut next) = (Vec::new(), at);
    // Rows that stand under each other in a ring end somewhere.
    for _ in 0..DEEPEST {
        match parents.get(next) {
            Some(Some(Parent::Row(parent))) => {
                titles.extend(rows.get(*parent).and_then(|row| row.text(Field::Title)));
                next = *parent;
            }
            Some(Some(Parent::Named(title))) => {
                titles.push(title.clone());
                break;
            }
            Some(None) | None => break,
        }
    }
    titles.reverse();
    titles
}

/// The section that the nearest row above it names, where it names none itself.
fn section(rows: &[&Row<'_>], parents: &[Option<Parent>], at: usize) -> Option<String> {
    let mut next = at;
    for _ in 0..DEEPEST {
        let Some(Some(Parent::Row(parent))) = parents.get(next) else { return None };
        let said = rows.get(*parent).and_then(|row| row.text(Field::Section));
        if said.is_some() {
            return said;
        }
        next = *parent;
    }
    None
}

/// No outline is deeper.
const DEEPEST: usize = 20;

fn parents(rows: &[&Row<'_>]) -> Vec<Option<Parent>> {
    let by = |field: Field| -> HashMap<String, usize> {
        let named = rows.iter().enumerate().rev();
        named.filter_map(|(at, row)| Some((name_key(&row.text(field)?), at))).collect()
    };
    let names = [Field::Id, Field::Key, Field::Title].map(by);
    let numbers = by(Field::Outline);
    let mut open: Vec<(u32, usize)> = Vec::new();
    let one = |(at, row): (usize, &&Row<'_>)| {
        if let Some(level) = row.text(Field::Level).and_then(|text| text.parse::<u32>().ok()) {
            open.retain(|(above, _)| *above < level);
            let parent = open.last().map(|(_, parent)| Parent::Row(*parent));
            open.push((level, at));
            return parent;
        }
        if let Some(number) = row.text(Field::Outline) {
            let above = number.trim_end_matches('.').rsplit_once('.').map(|(above, _)| name_key(above));
            return above.and_then(|above| numbers.get(&above).copied()).map(Parent::Row);
        }
        let texts = row.texts(Field::Parent);
        let known = texts.iter().find_map(|text| names.iter().find_map(|names| names.get(&name_key(text)).copied()));
        let named = || texts.iter().rfind(|text| !text.chars().all(|c| c.is_ascii_digit())).cloned().map(Parent::Named);
        known.filter(|parent| *parent != at).map(Parent::Row).or_else(named)
    };
    rows.iter().enumerate().map(one).collect()
}
