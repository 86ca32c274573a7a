//! A task as its page tells it.

use serde::Serialize;

use crate::assess::{Basis, Course, Light};
use crate::plan::Date;
use crate::report::own::OwnLine;
use crate::report::published::PublishedTask;
use crate::report::show::EntryLine;
use crate::report::target::Target;
use crate::report::task_line::TaskLine;

/// A task as its page tells it.
#[derive(Debug, Serialize)]
pub struct SiteTask<'s> {
    /// The name of its page's file, without its ending.
    pub page: String,
    /// The permanent id.
    pub id: &'s str,
    /// The short name.
    pub title: &'s str,
    /// Whether the title is an assumption.
    pub title_assumed: bool,
    /// The place of its section among those of the site.
    pub section: Option<usize>,
    /// The theme's id.
    pub theme: Option<&'s str>,
    /// The theme's title.
    pub theme_title: Option<&'s str>,
    /// The document's words.
    pub source: Option<&'s str>,
    /// The numbers of the document's sentences in which the words stand.
    pub sentences: Vec<usize>,
    /// The last day on which it is in time; `null` of ongoing work that no day ends.
    pub deadline: Option<Date>,
    /// How the deadline is known.
    pub deadline_basis: Basis,
    /// Whether time can run out for it.
    pub has_finish: bool,
    /// The words that set it.
    pub deadline_says: Option<&'s str>,
    /// What is to be reached or kept.
    pub targets: Vec<Target<'s>>,
    /// What it says under the plan's own fields; to the public, under those that are public.
    pub fields: OwnLine<'s>,
    /// The verdict; `null` of a cancelled task, and where lights are not shown.
    pub light: Option<Light>,
    /// What only the office sees.
    pub inside: Option<Inside<'s>>,
}

/// What only the office sees of a task.
#[derive(Debug, Serialize)]
pub struct Inside<'s> {
    /// The task, as other reports give it.
    pub line: TaskLine<'s>,
    /// Its entries up to the as-of day, oldest first.
    pub entries: Vec<EntryLine<'s>>,
    /// How its metrics went.
    pub courses: Vec<Course>,
    /// The place of the unit that leads, among those of the site.
    pub unit: Option<usize>,
    /// The places of the notices about it that are not void, among those of the site, the latest first.
    pub notices: Vec<usize>,
}

impl<'s> SiteTask<'s> {
    /// A task as the office sees it.
    pub(super) fn inside(page: String, section: Option<usize>, inside: Inside<'s>) -> SiteTask<'s> {
        let line = &inside.line;
        SiteTask {
            page,
            id: line.id,
            title: line.title,
            title_assumed: line.assumes("title"),
            section,
            theme: line.theme,
            theme_title: line.theme_title,
            source: line.source,
            sentences: Vec::new(),
            deadline: line.deadline,
            deadline_basis: line.deadline_basis,
            has_finish: line.deadline_basis.binds(line.kind),
            deadline_says: line.deadline_says,
            targets: line.metrics.iter().map(Target::from).collect(),
            fields: line.fields.clone(),
            light: line.light,
            inside: Some(inside),
        }
    }

    /// A task as everybody may see it.
    pub(super) fn published(page: String, section: Option<usize>, task: &PublishedTask<'s>) -> SiteTask<'s> {
        SiteTask {
            page,
            id: task.id,
            title: task.title,
            title_assumed: false,
            section,
            theme: task.theme,
            theme_title: task.theme_title,
            source: task.source,
            sentences: Vec::new(),
            deadline: task.deadline,
            deadline_basis: task.deadline_basis,
            has_finish: task.has_finish,
            deadline_says: task.deadline_says,
            targets: task.metrics.clone(),
            fields: task.fields.clone(),
            light: task.light,
            inside: None,
        }
    }

    /// What puts the worst task first: its light, then the nearest deadline.
    pub fn rank(&self) -> (usize, bool, Option<Date>) {
        (Light::badness(self.light), self.deadline.is_none(), self.deadline)
    }

    /// Whether nothing but an assumption sets the deadline.
    pub fn deadline_assumed(&self) -> bool {
        self.deadline_basis == Basis::Assumed
    }
}
