//! A plan as a site of linked pages: everything that they say, for the office or for the public.

mod document;
mod month;
mod office;
mod page_name;
mod public;
mod task;

use serde::Serialize;

use crate::assess::{Share, Totals};
use crate::plan::{Date, Head};

use super::alerts::Alerts;
use super::chart::{Burnup, LightsByWeek};
use super::header::Header;
use super::status::Attention;

pub use document::{Counts, DocLine, DocSentence, Document, Piece, Role};
pub use month::{Day, Due, DueOf, Month, OfficeDay};
pub use office::{Sources, office};
pub use public::public;
pub use task::{Inside, SiteTask};

/// A plan as a site of linked pages. The public one is made of [`Published`](super::published::Published) alone.
#[derive(Debug, Serialize)]
pub struct Site<'s> {
    /// What every document starts with.
    #[serde(flatten)]
    pub header: Header<'s>,
    /// The tasks by light; `null` where lights are not shown.
    pub totals: Option<Totals>,
    /// Every task, in the plan's order. Other parts name tasks by their places in this list.
    pub tasks: Vec<SiteTask<'s>>,
    /// The document's numbered parts of which tasks are listed.
    pub sections: Vec<Part<'s>>,
    /// The units that lead or help; none for the public.
    pub units: Vec<Part<'s>>,
    /// The months in which something is due.
    pub months: Vec<Month<'s>>,
    /// The nearest days on which something is due, as places of months and of days in them.
    pub upcoming: Vec<(usize, usize)>,
    /// The document; `null` where the plan names none.
    pub document: Option<Document>,
    /// What only the office sees.
    pub office: Option<Office<'s>>,
    /// The plan's own words.
    #[serde(skip)]
    pub head: &'s Head,
}

/// Tasks that belong together: a section's, or a unit's.
#[derive(Debug, Serialize)]
pub struct Part<'s> {
    /// The name of its page's file, without its ending.
    pub page: String,
    /// A section's id, a unit's full name; empty for tasks that name none.
    pub key: &'s str,
    /// Its title.
    pub title: String,
    /// A unit's short name.
    pub short: Option<&'s str>,
    /// Whether an assumption puts any of the tasks into it.
    pub assumed: bool,
    /// Its tasks.
    pub tasks: Vec<usize>,
    /// The tasks that a unit helps with.
    pub helps: Vec<usize>,
    /// The tasks by light; `null` where lights are not shown.
    pub totals: Option<Totals>,
    /// The nearest deadline, not before the as-of day, of those still open.
    pub next_deadline: Option<Date>,
    /// Whether only an assumption sets it.
    pub next_deadline_assumed: bool,
}

/// What only the office sees of the plan as a whole.
#[derive(Debug, Serialize)]
pub struct Office<'s> {
    /// The share of the plan's period that has passed.
    pub passed: Option<Share>,
    /// What needs attention.
    pub attention: Attention<'s>,
    /// Every alert, worst first.
    pub alerts: Alerts<'s>,
    /// The tasks finished over time, beside the pace.
    pub burnup: Burnup<'s>,
    /// The lights week by week.
    pub by_week: LightsByWeek<'s>,
}

impl<'s> Site<'s> {
    /// Whether the site is for everybody.
    pub fn is_public(&self) -> bool {
        self.office.is_none()
    }

    /// The nearest days on which something is due.
    pub fn upcoming_days(&self) -> impl Iterator<Item = &Day<'s>> {
        self.upcoming.iter().filter_map(|(month, day)| self.months.get(*month)?.days.get(*day))
    }

    /// The task at a place.
    pub fn task(&self, place: usize) -> Option<&SiteTask<'s>> {
        self.tasks.get(place)
    }
}
