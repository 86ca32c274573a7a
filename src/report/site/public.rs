//! The site for everybody: out of what is published, and of nothing else.

use crate::assess::Basis;
use crate::report::published::Published;

use super::document::quotes;
use super::month::{months, upcoming};
use super::page_name::PageNames;
use super::task::SiteTask;
use super::{Part, Site};

/// The site that everybody may see.
pub fn public(published: Published<'_>) -> Site<'_> {
    let Published { header, totals, sections, tasks, head } = published;
    let mut names = PageNames::default();
    let mut parts: Vec<Part<'_>> = sections
        .iter()
        .map(|section| Part {
            page: names.give(section.id),
            key: section.id,
            title: section.title.to_owned(),
            short: None,
            assumed: false,
            tasks: Vec::new(),
            helps: Vec::new(),
            totals: None,
            unheard: 0,
            next_deadline: None,
            next_deadline_basis: Basis::None,
        })
        .collect();
    let mut names = PageNames::default();
    let mut listed: Vec<SiteTask<'_>> = Vec::with_capacity(tasks.len());
    for (place, task) in tasks.iter().enumerate() {
        let section = parts.iter().position(|part| part.key == task.section);
        if let Some(part) = section.and_then(|section| parts.get_mut(section)) {
            part.tasks.push(place);
        }
        listed.push(SiteTask::published(names.give(task.id), section, task));
    }
    let document = quotes(header.plan.title, &parts, &mut listed);
    let months = months(&listed, header.plan.period, None);
    Site {
        totals,
        tasks: listed,
        sections: parts,
        units: Vec::new(),
        upcoming: upcoming(&months, header.as_of),
        months,
        document: Some(document),
        office: None,
        head,
        header,
    }
}
