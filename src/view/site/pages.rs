//! Every file of a site.

use super::drawing::{Drawing, Kept};
use super::{alerts, calendar, document, index, overview, parts, table, task};
use crate::paper::Tone;
use crate::paper::palette::{Page, colours};
use crate::plan::Language;
use crate::report::site::Site;
use crate::threads;
use crate::view::chart::{burnup_drawing, lights_drawing};
use rayon::prelude::*;

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
pub fn site(site: &Site<'_>, lang: Language, kept: Kept) -> Vec<SiteFile> {
    let drawing = &Drawing { site, lang, kept };
    let mut files = assets(kept);
    files.push(SiteFile { path: "assets/tasks.js".to_owned(), bytes: index::script(drawing).into_bytes() });
    files.push(page("index.html", overview::page(drawing)));
    files.push(page("tasks.html", table::page(drawing)));
    files.push(page("calendar.html", calendar::page(drawing)));
    files.push(page("sections.html", parts::sections(drawing)));
    files.extend(site.document.as_ref().map(|own| page("document.html", document::page(drawing, own))));
    if let Some(office) = &site.office {
        files.push(page("assets/burnup.svg", burnup_drawing(&office.burnup, lang).svg()));
        files.push(page("assets/lights.svg", lights_drawing(&office.by_week, lang).svg()));
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
        asset("site.js", include_str!("assets/site.js")),
        asset("icon.svg", include_str!("assets/icon.svg")),
    ];
    match kept {
        Kept::Folder => {}
        Kept::Served => files.push(asset("reload.js", include_str!("assets/reload.js"))),
    }
    files
}

/// The style sheet, with the colours of the lights.
fn style() -> String {
    let lights = |colour: fn(Page) -> u32| {
        let said = |(tone, name): (Tone, &str)| Some(format!("{name}: #{:06x};", colour(colours(tone)?.page)));
        VARIABLES.into_iter().filter_map(said).collect::<Vec<_>>().join(" ")
    };
    include_str!("assets/site.css")
        .replace("/* lights by day */", &lights(|page| page.day))
        .replace("/* lights by night */", &lights(|page| page.night))
}

/// What the style sheet calls the colours of tones.
const VARIABLES: [(Tone, &str); 7] = [
    (Tone::Blue, "--blue"),
    (Tone::Green, "--green"),
    (Tone::Yellow, "--yellow"),
    (Tone::Red, "--red"),
    (Tone::Grey, "--grey"),
    (Tone::Magenta, "--magenta"),
    (Tone::Cyan, "--cyan"),
];
