//! What every page begins with, and how lights, units and dates are written.

use crate::assess::{Light, Share};
use crate::lang;
use crate::plan::{Colour, Date, Head, Language, LightStyle};
use crate::render::{Block, Cell, Line, Page, Tone};
use crate::report::header::Header;
use crate::report::task_name::{TaskName, UnitRef};
use crate::say;

/// Shown for what is not known. Never a zero.
pub(in crate::render) const UNKNOWN: &str = "—";

/// A page that begins with the plan's title and the day.
pub(in crate::render) fn page(header: &Header<'_>, lang: Language, about: &str) -> Page {
    let mut page = Page::default();
    let mut title = Line::plain(header.plan.title);
    if !about.is_empty() {
        title = title.with(say!(lang, "——{about}", " — {about}"), Tone::Plain);
    }
    if header.plan.sample {
        title = title.with(lang::sample_tag(lang), Tone::Red);
    }
    if let Some(revision) = &header.revision {
        title = title.with(lang::revision_tag(lang, revision), Tone::Faint);
    }
    page.add(Block::Title(title));
    page
}

/// `截至 2020-11-24（星期二）`.
pub(in crate::render) fn as_of(lang: Language, day: Date) -> String {
    let weekday = lang::weekday(lang, day);
    say!(lang, "截至 {day}（{weekday}）", "As of {day} ({weekday})")
}

/// A light's word with its mark: `✗ 红灯`.
pub(in crate::render) fn light_word(head: &Head, lang: Language, light: Option<Light>) -> String {
    let Some(light) = light else { return lang::state(lang, crate::assess::State::Cancelled).to_owned() };
    let mark = match light {
        Light::Blue => '✓',
        Light::Green => '▸',
        Light::Yellow => '▴',
        Light::Red => '✗',
        Light::Grey => '◌',
    };
    let word = style(head, light).and_then(|style| style.word.as_deref());
    format!("{mark} {}", word.unwrap_or(lang::light(lang, light)))
}

/// A light's word alone.
pub(in crate::render) fn light_name(head: &Head, lang: Language, light: Light) -> String {
    let word = style(head, light).and_then(|style| style.word.as_deref());
    word.unwrap_or(lang::light(lang, light)).to_owned()
}

/// A light's colour.
pub(in crate::render) fn light_tone(head: &Head, light: Option<Light>) -> Tone {
    let Some(light) = light else { return Tone::Faint };
    match style(head, light).and_then(|style| style.colour) {
        Some(Colour::Blue) => Tone::Blue,
        Some(Colour::Green) => Tone::Green,
        Some(Colour::Yellow) => Tone::Yellow,
        Some(Colour::Red) => Tone::Red,
        Some(Colour::Grey) => Tone::Grey,
        Some(Colour::Magenta) => Tone::Magenta,
        Some(Colour::Cyan) => Tone::Cyan,
        None => match light {
            Light::Blue => Tone::Blue,
            Light::Green => Tone::Green,
            Light::Yellow => Tone::Yellow,
            Light::Red => Tone::Red,
            Light::Grey => Tone::Grey,
        },
    }
}

/// A light in a table.
pub(in crate::render) fn light_cell(head: &Head, lang: Language, light: Option<Light>) -> Cell {
    Cell::toned(light_word(head, lang, light), light_tone(head, light))
}

fn style(head: &Head, light: Light) -> Option<&LightStyle> {
    match light {
        Light::Blue => head.lights.blue.as_ref(),
        Light::Green => head.lights.green.as_ref(),
        Light::Yellow => head.lights.yellow.as_ref(),
        Light::Red => head.lights.red.as_ref(),
        Light::Grey => head.lights.grey.as_ref(),
    }
}

/// A text with the mark of an assumption where it is one.
pub(in crate::render) fn marked(text: &str, assumed: bool) -> String {
    if assumed { format!("{text}*") } else { text.to_owned() }
}

/// Names in a row, each with the mark of an assumption where they are assumed.
pub(in crate::render) fn marked_list(lang: Language, names: &[&str], assumed: bool) -> String {
    lang::list(lang, names.iter().map(|name| marked(name, assumed)))
}

/// The unit that answers, short where the plan has a short form, marked where it is assumed.
pub(in crate::render) fn unit(lang: Language, lead: Option<&str>, short: Option<&str>, assumed: bool) -> String {
    match short.or(lead) {
        Some(name) => marked(name, assumed),
        None => say!(lang, "（未定）", "(none)"),
    }
}

/// The same, of a unit that a report names.
pub(in crate::render) fn unit_of(lang: Language, of: UnitRef<'_>) -> String {
    unit(lang, of.lead, of.short, of.assumed)
}

/// `22-07 龚都村92户农(渔)民相对集中居住`.
pub(in crate::render) fn named(task: &TaskName<'_>) -> String {
    format!("{} {}", task.id, marked(task.title, task.title_assumed))
}

/// A share in percent, or the mark of the unknown.
pub(in crate::render) fn percent(share: Option<Share>) -> String {
    share.map_or_else(|| UNKNOWN.to_owned(), Share::percent)
}

/// Says what the mark of an assumption means, where one is shown.
pub(in crate::render) fn add_legend(page: &mut Page, lang: Language) {
    if page.has_marks() {
        page.say(say!(lang, "* 原文未载明，为推定", "* not in the document: assumed"));
    }
}
