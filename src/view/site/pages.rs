//! Every file of a site.

use super::drawing::{Drawing, Kept, Proofs};
use super::{alerts, calendar, document, index, overview, parts, table, task, timeline, week};
use crate::paper::Tone;
use crate::paper::palette::{Colours, colours};
use crate::plan::Language;
use crate::report::site::Site;
use crate::threads;
use rayon::prelude::*;
use std::collections::HashMap;

/// A file of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteFile {
    /// Its path from the site's folder, with `/`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Where such a server says which version of the site it has.
pub const VERSION_PATH: &str = "version";

/// Draws every file of a site.
pub fn site(site: &Site<'_>, proofs: &Proofs, lang: Language, kept: Kept) -> Vec<SiteFile> {
    let places: HashMap<&str, usize> = site.tasks.iter().enumerate().map(|(place, task)| (task.id, place)).collect();
    let drawing = &Drawing { site, lang, kept, places: &places, proofs };
    let mut files = assets(kept);
    files.push(SiteFile { path: "assets/tasks.js".to_owned(), bytes: index::script(drawing).into_bytes() });
    files.push(page("index.html", overview::page(drawing)));
    files.push(page("tasks.html", table::page(drawing)));
    files.push(page("calendar.html", calendar::page(drawing)));
    files.push(page("sections.html", parts::sections(drawing)));
    files.extend(site.document.as_ref().map(|own| page("document.html", document::page(drawing, own))));
    if let Some(office) = &site.office {
        files.extend(office.week.as_ref().map(|own| page("week.html", week::page(drawing, own))));
        files.push(page("timeline.html", timeline::page(drawing, office)));
        files.push(page("units.html", parts::units(drawing)));
        files.push(page("alerts.html", alerts::page(drawing, office)));
        files.push(page("score.html", super::score::page(drawing, &office.score)));
    }
    let section = |part| page(&format!("section/{}.html", part_page(part)), parts::section(drawing, part));
    let unit = |part| page(&format!("unit/{}.html", part_page(part)), parts::unit(drawing, part));
    threads::ready();
    files.par_extend(site.sections.par_iter().map(section));
    files.par_extend(site.units.par_iter().map(unit));
    let task = |place: usize| {
        let task = site.task(place)?;
        Some(page(&format!("task/{}.html", task.page), task::page(drawing, place, task)))
    };
    files.par_extend((0..site.tasks.len()).into_par_iter().filter_map(task));
    files
}

fn part_page<'p>(part: &'p crate::report::site::Part<'_>) -> &'p str {
    &part.page
}

fn page(path: &str, text: String) -> SiteFile {
    SiteFile { path: path.to_owned(), bytes: text.into_bytes() }
}

/// The files that pages of every plan share.
pub fn assets(kept: Kept) -> Vec<SiteFile> {
    let asset = |name: &str, text: &str| SiteFile { path: format!("assets/{name}"), bytes: text.as_bytes().to_vec() };
    let mut files = vec![
        asset("site.css", &style()),
        asset("find.js", include_str!("assets/find.js")),
        asset("site.js", include_str!("assets/site.js")),
        asset("icon.svg", include_str!("assets/icon.svg")),
    ];
    match kept {
        Kept::Folder | Kept::Among => {}
        Kept::Served => files.push(asset("reload.js", include_str!("assets/reload.js"))),
    }
    files
}

/// The style sheet, with the colours of the lights.
fn style() -> String {
    let said = |choose: &dyn Fn(Colours) -> Vec<(&'static str, u32)>| {
        let of_tone = |(tone, name): (Tone, &str)| {
            let own = choose(colours(tone)?).into_iter();
            Some(own.map(|(part, colour)| format!("--{name}{part}: #{colour:06x};")).collect::<Vec<_>>().join(" "))
        };
        NAMES.into_iter().filter_map(of_tone).collect::<Vec<_>>().join(" ")
    };
    let areas = |own: Colours| vec![("", own.sheet.solid), ("-on", own.sheet.on_solid)];
    include_str!("assets/site.css")
        .replace("/* lights */", &said(&areas))
        .replace("/* lights by day */", &said(&|own| vec![("-ink", own.drawn.dark)]))
        .replace("/* lights by night */", &said(&|own| vec![("-ink", own.night)]))
}

/// What the style sheet calls the tones.
const NAMES: [(Tone, &str); 7] = [
    (Tone::Blue, "blue"),
    (Tone::Green, "green"),
    (Tone::Yellow, "yellow"),
    (Tone::Red, "red"),
    (Tone::Grey, "grey"),
    (Tone::Magenta, "magenta"),
    (Tone::Cyan, "cyan"),
];
