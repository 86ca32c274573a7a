//! The charts for the public: drawn from `Published`, and from nothing else.

use crate::assess::{Light, LightCounts};
use crate::plan::Date;
use crate::plan::calendar::Calendar;
use crate::report::header::Header;
use crate::report::published::{Published, PublishedTask};

use super::burnup::{Burnup, BurnupPoint};
use super::lights::{LightsByWeek, LightsPoint};
use super::wall::{Wall, WallBy, WallGroup, WallRow, WallTarget};
use super::{Edition, TimeAxis, burnup, lights, wall};

/// The wall chart: sections, titles, deadlines and targets, and lights where they are published. Its days off are
/// the state's, not a calendar of the office's own.
pub fn public_wall<'s>(published: &Published<'s>) -> Wall<'s> {
    let edition = edition(published);
    let groups = published.sections.iter().map(|section| {
        let members = || published.tasks.iter().filter(|task| task.section == section.id);
        WallGroup {
            key: section.id,
            title: section.title.to_owned(),
            assumed: false,
            lights: edition.shows_lights().then(|| LightCounts::of(members().map(|task| task.light))),
            rows: members().map(row).collect(),
        }
    });
    let days = published.tasks.iter().filter_map(|task| task.deadline);
    Wall {
        edition,
        by: WallBy::Section,
        axis: TimeAxis::new(published.head.period, days, &Calendar::china()),
        passed: None,
        pace: None,
        lights: edition.shows_lights().then(|| lights_of(published)),
        week_ago: None,
        groups: groups.collect(),
        header: Header { schema: wall::SCHEMA, ..published.header.clone() },
        head: published.head,
    }
}

fn edition(published: &Published<'_>) -> Edition {
    if published.head.publish_lights { Edition::PublicWithLights } else { Edition::Public }
}

fn row<'s>(task: &PublishedTask<'s>) -> WallRow<'s> {
    WallRow {
        id: task.id,
        title: task.title,
        deadline: task.deadline.filter(|_| task.has_finish),
        deadline_basis: task.has_finish.then_some(task.deadline_basis),
        light: task.light,
        targets: task.metrics.iter().cloned().map(WallTarget::from).collect(),
        brief: !task.has_finish && task.metrics.is_empty() && task.light.is_none_or(|light| light == Light::Grey),
        ..WallRow::default()
    }
}

/// The tasks with a blue light, week by week, each as it was published then; `None` where lights are not published.
pub fn public_burnup<'s>(weeks: &[Published<'s>], now: &Published<'s>) -> Option<Burnup<'s>> {
    let points = counted(weeks)?.into_iter().map(|(date, lights)| BurnupPoint {
        date,
        done: lights.blue,
        tasks: lights.tasks,
        progress: None,
        progress_known: None,
    });
    let header = Header { schema: burnup::SCHEMA, ..now.header.clone() };
    Some(Burnup::new(now.head, &Calendar::china(), header, Edition::PublicWithLights, points.collect(), None))
}

/// The lights, week by week and a week ago, each as they were published then; `None` where lights are not published.
pub fn public_lights<'s>(
    weeks: &[Published<'s>],
    week_ago: Option<&Published<'s>>,
    now: &Published<'s>,
) -> Option<LightsByWeek<'s>> {
    let points = counted(weeks)?.into_iter().map(|(date, lights)| LightsPoint { date, lights });
    let header = Header { schema: lights::SCHEMA, ..now.header.clone() };
    let week_ago = week_ago.map(lights_of);
    Some(LightsByWeek::new(now.head, header, Edition::PublicWithLights, points.collect(), week_ago))
}

fn counted(weeks: &[Published<'_>]) -> Option<Vec<(Date, LightCounts)>> {
    weeks.iter().map(|week| week.totals.as_ref().map(|_| (week.header.as_of, lights_of(week)))).collect()
}

fn lights_of(published: &Published<'_>) -> LightCounts {
    LightCounts::of(published.tasks.iter().map(|task| task.light))
}
