//! In which order a wall chart tells its tasks: what is red first, whatever its section; then section by section, the worst
//! first; last the ongoing work that nobody ever reported on.

use std::cmp::Reverse;

use crate::assess::{Light, LightCounts};
use crate::plan::Language;
use crate::report::chart::{Wall, WallBy, WallGroup, WallRow};
use crate::say;
use crate::view::common::{light_name, marked};

use super::words;

/// Rows under a heading.
pub(super) struct Part<'p, 's> {
    pub(super) heading: Heading,
    pub(super) rows: Vec<&'p WallRow<'s>>,
}

/// What stands over some rows.
#[derive(Clone)]
pub(super) struct Heading {
    pub(super) title: String,
    /// The light whose tasks they all are.
    pub(super) light: Option<Light>,
    /// How many they are.
    pub(super) count: String,
    /// All tasks of the section or unit by light.
    pub(super) lights: Option<LightCounts>,
}

/// The tasks that are drawn along the days.
pub(super) fn parts<'p, 's>(wall: &'p Wall<'s>, lang: Language) -> Vec<Part<'p, 's>> {
    let groups = wall.groups.iter().map(|group| section(wall, group, lang));
    red(wall, lang).into_iter().chain(groups).filter(|part| !part.rows.is_empty()).collect()
}

fn red<'p, 's>(wall: &'p Wall<'s>, lang: Language) -> Option<Part<'p, 's>> {
    let all = wall.groups.iter().flat_map(|group| &group.rows);
    let mut rows: Vec<&WallRow<'_>> = all.filter(|row| is_red(row)).collect();
    rows.sort_by_key(|row| Reverse(row.days_late));
    let longest = rows.first()?.days_late.map(|days| {
        let late = words::late(days, lang);
        say!(lang, "，最长{late}", "; the longest is {late}")
    });
    let count = words::task_count(lang, rows.len()) + &longest.unwrap_or_default();
    let (word, meaning) = (light_name(wall.head, lang, Light::Red), Light::Red.meaning(lang));
    let title = say!(lang, "{word}：{meaning}", "{word}: {meaning}");
    Some(Part { heading: Heading { title, light: Some(Light::Red), count, lights: None }, rows })
}

fn section<'p, 's>(wall: &'p Wall<'s>, group: &'p WallGroup<'s>, lang: Language) -> Part<'p, 's> {
    let mut rows: Vec<&WallRow<'_>> = group.rows.iter().filter(|row| !is_red(row) && !row.brief).collect();
    rows.sort_by_key(|row| (Light::badness(row.light), row.continuous == Some(true)));
    let (listed, all) = (rows.len(), words::task_count(lang, group.rows.len()));
    let count = if listed == group.rows.len() {
        all
    } else {
        say!(lang, "共 {all}，此处 {listed} 项", "{all}, {listed} here")
    };
    let heading =
        Heading { title: marked(&named(wall, group), group.assumed), light: None, count, lights: group.lights };
    Part { heading, rows }
}

fn named(wall: &Wall<'_>, group: &WallGroup<'_>) -> String {
    match wall.by {
        WallBy::Section => format!("{} {}", group.key, group.title),
        WallBy::Lead => group.title.clone(),
    }
}

fn is_red(row: &WallRow<'_>) -> bool {
    row.light == Some(Light::Red)
}

/// The tasks that are only named: under the unit that owes a report, the one that owes most first; for the public, who are
/// not told of units, under their section.
pub(super) fn brief<'p, 's>(wall: &'p Wall<'s>, lang: Language) -> Vec<(String, Vec<&'p WallRow<'s>>)> {
    let mut owing: Vec<(String, Vec<&WallRow<'_>>)> = Vec::new();
    for group in &wall.groups {
        for row in group.rows.iter().filter(|row| row.brief && !is_red(row)) {
            let name = if wall.edition.shows_standing() { words::lead(row, lang) } else { named(wall, group) };
            match owing.iter_mut().find(|(owner, _)| *owner == name) {
                Some((_, rows)) => rows.push(row),
                None => owing.push((name, vec![row])),
            }
        }
    }
    owing.sort_by_key(|(_, rows)| Reverse(rows.len()));
    owing
}

/// The heading over the tasks that are only named.
pub(super) fn brief_heading(wall: &Wall<'_>, count: usize, lang: Language) -> Heading {
    let title = if wall.edition.shows_standing() {
        say!(lang, "持续推进，尚无报送", "Ongoing work, never reported on")
    } else {
        say!(lang, "持续推进", "Ongoing work")
    };
    Heading { title, light: None, count: words::task_count(lang, count), lights: None }
}
