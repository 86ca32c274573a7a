//! Everything that the pages say.

use super::document::Document;
use super::month::{Day, Month};
use super::part::Part;
use super::task::SiteTask;
use crate::assess::{Share, Totals};
use crate::plan::Head;
use crate::report::alerts::Alerts;
use crate::report::chart::{Burnup, LightsByWeek, TimeAxis};
use crate::report::header::Header;
use crate::report::notice::Notices;
use crate::report::score::Score;
use crate::report::since::Since;
use crate::report::status::Attention;
use crate::report::week::Week;
use serde::Serialize;

/// A plan as a site of linked pages. The public one is made of [`Published`](crate::report::published::Published) alone.
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

/// What only the office sees of the plan as a whole.
#[derive(Debug, Serialize)]
pub struct Office<'s> {
    /// The share of the plan's period that has passed.
    pub passed: Option<Share>,
    /// What needs attention.
    pub attention: Attention<'s>,
    /// Every alert, worst first.
    pub alerts: Alerts<'s>,
    /// The units, ranked.
    pub score: Score<'s>,
    /// The tasks finished over time, beside the pace.
    pub burnup: Burnup<'s>,
    /// The lights week by week.
    pub by_week: LightsByWeek<'s>,
    /// What is otherwise than a week ago; `null` where the plan had not begun then.
    pub since: Option<Since<'s>>,
    /// The week in which the as-of day lies; `null` at the ends of the calendar.
    pub week: Option<Week<'s>>,
    /// The days along which the tasks are drawn.
    pub axis: TimeAxis,
    /// Every notice issued by the as-of day, the latest first. Tasks name them by their places in this list.
    pub notices: Notices<'s>,
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
