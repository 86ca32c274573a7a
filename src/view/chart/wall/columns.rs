//! The columns of the table: which ones this edition has, and how wide they are.

use crate::assess::Light;
use crate::paper::svg::{Area, fit_line, width};
use crate::plan::Language;
use crate::report::chart::{Wall, WallBy, WallRow};
use crate::view::common::light_name;
use crate::words::Worded;

use super::super::Paper;
use super::words;

/// The size of the texts in rows.
pub(super) const TEXT: i32 = 31;
/// What stays free on each side of a text in its column.
pub(super) const PAD: i32 = 10;
/// The room that a light's mark takes before its word.
pub(super) const MARK: i32 = 40;

/// The columns, from left to right; those that an edition lacks are `None`.
#[derive(Debug)]
pub(super) struct Columns {
    pub(super) light: Option<Area>,
    pub(super) id: Area,
    pub(super) title: Area,
    pub(super) targets: Option<Area>,
    pub(super) lead: Option<Area>,
    pub(super) progress: Option<Area>,
    pub(super) deadline: Area,
    pub(super) chart: Area,
}

impl Columns {
    /// The columns of a chart in so much room.
    pub(super) fn new(wall: &Wall<'_>, inner: Area, paper: Paper, lang: Language) -> Columns {
        let office = wall.edition.shows_standing();
        let heads = words::heads(lang);
        let rows = || wall.groups.iter().flat_map(|group| &group.rows);
        let widest = |head: &str, texts: &mut dyn Iterator<Item = String>, most: i32| {
            let texts = texts.map(|text| width(&text, TEXT)).max().unwrap_or(0);
            texts.max(width(head, TEXT)).min(most) + 2 * PAD
        };
        let (title, targets) = match paper {
            Paper::A3 => (820, 430),
            Paper::A0 => (1040, 600),
        };
        let mut left = inner.x;
        let mut next = |width: i32| {
            let column = Area::new(left, inner.y, width, 0);
            left += width;
            column
        };
        let light = wall.edition.shows_lights().then(|| widest(heads.light, &mut light_words(wall, lang), 170) + MARK);
        let light = light.map(&mut next);
        let id = next(widest(heads.id, &mut rows().map(|row| row.id.to_owned()), 330));
        let title = next(title);
        let targets = (!office).then(|| next(targets));
        let has_lead = office && wall.by == WallBy::Section;
        let lead = has_lead.then(|| next(widest(heads.lead, &mut rows().map(|row| words::lead(row, lang)), 300)));
        let progress = office.then(|| next(widest(heads.progress, &mut ["66.6%".to_owned()].into_iter(), 200)));
        let deadline = next(widest(heads.deadline, &mut rows().map(|row| words::deadline(row, &wall.axis, lang)), 220));
        let chart = Area::new(deadline.right(), inner.y, inner.right() - deadline.right(), 0);
        Columns { light, id, title, targets, lead, progress, deadline, chart }
    }

    /// Where the columns meet.
    pub(super) fn edges(&self) -> impl Iterator<Item = i32> {
        let optional = [self.light, self.targets, self.lead, self.progress];
        optional.into_iter().flatten().chain([self.id, self.title, self.deadline]).map(|column| column.right())
    }
}

fn light_words<'w>(wall: &'w Wall<'_>, lang: Language) -> impl Iterator<Item = String> + 'w {
    let lights = Light::ALL.into_iter().map(move |light| light_name(wall.head, lang, light));
    lights.chain([crate::assess::State::Cancelled.word(lang).to_owned()])
}

/// A text in a column, as much of it as fits.
pub(super) fn fitted(column: Area, text: &str) -> String {
    fit_line(text, TEXT, column.width - 2 * PAD)
}

/// Whether nothing but the title is to be said of a task.
pub(super) fn has_lane(row: &WallRow<'_>) -> bool {
    !row.cancelled && (!row.checkpoints.is_empty() || row.original_deadline.is_some())
}
