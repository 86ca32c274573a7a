//! 未报送, told by unit: one line for all the tasks of which nothing was heard.

use super::common::unit;
use crate::paper::{Block, Line, Page};
use crate::plan::Language;
use crate::report::silence::SilentUnit;
use crate::say;

/// The units that were not heard of, with how many of their tasks; nothing where all were.
pub(super) fn add_silent(page: &mut Page, units: &[SilentUnit<'_>], lang: Language) {
    if units.is_empty() {
        return;
    }
    let (tasks, never) = units.iter().fold((0, 0), |(tasks, never), unit| (tasks + unit.tasks, never + unit.never));
    let count = units.iter().filter(|unit| unit.lead.is_some()).count();
    // Tasks of which something worse is known stand above, whether they were reported on or not.
    page.heading(match tasks == never {
        true => say!(
            lang,
            "另有 {tasks} 项从未报送，涉及 {count} 个单位，请催报：",
            "Never reported on besides, to be asked for (tasks: {tasks}, units: {count}):"
        ),
        false => say!(
            lang,
            "另有 {tasks} 项未报送（其中从未报送 {never} 项），涉及 {count} 个单位，请催报：",
            "Not reported on besides, to be asked for (tasks: {tasks}, of them never: {never}, units: {count}):"
        ),
    });
    page.add(Block::Words(units.iter().map(|silent| Line::plain(word(silent, lang))).collect()));
}

/// `规建办* 44`.
fn word(silent: &SilentUnit<'_>, lang: Language) -> String {
    format!("{} {}", unit(lang, silent.lead, silent.lead_short, silent.lead_assumed), silent.tasks)
}
