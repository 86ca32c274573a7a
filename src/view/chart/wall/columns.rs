//! The columns of the table: which ones this edition has, and how wide they are.

use crate::assess::Light;
use crate::paper::svg::{Area, fit_line, width};
use crate::plan::Language;
use crate::report::chart::Wall;
use crate::view::common::{light_name, marked};
use crate::words::Worded;

use super::words;

/// The size of the texts in rows.
pub(super) const TEXT: i32 = 34;
/// What stays free on each side of a text in its column.
pub(super) const PAD: i32 = 10;
/// A title, or what is to be reached, is set in two lines rather than wider.
const TITLE: i32 = 760;
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
    pub(super) fn new(wall: &Wall<'_>, inner: Area, lang: Language) -> Columns {
        let office = wall.edition.shows_standing();
        let heads = words::heads(lang);
        let rows = || wall.groups.iter().flat_map(|group| &group.rows);
        let widest = |head: &str, texts: &mut dyn Iterator<Item = String>, most: i32| {
            let texts = texts.map(|text| width(&text, TEXT)).max().unwrap_or(0);
            texts.min(most).max(width(head, TEXT)) + 2 * PAD
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
        let drawn = || rows().filter(|row| !row.brief);
        let titles = drawn().map(|row| marked(row.title, row.title_assumed));
        let title = next(widest(heads.title, &mut titles.into_iter(), TITLE));
        let targets = drawn().map(|row| words::targets(row, lang));
        let targets = (!office).then(|| next(widest(heads.targets, &mut targets.into_iter(), TITLE)));
        let lead = office.then(|| next(widest(heads.lead, &mut rows().map(|row| words::lead(row, lang)), 300)));
        let progress = office.then(|| next(widest(heads.progress, &mut ["66.6%".to_owned()].into_iter(), 200)));
        let deadlines = rows().flat_map(|row| words::deadline(row, wall, lang));
        let deadline = next(widest(heads.deadline, &mut deadlines.into_iter(), 240));
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
