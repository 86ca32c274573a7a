//! What every page begins with, and how lights, units and dates are written.

use crate::assess::{Basis, Light, Share, moved};
use crate::paper::{Block, Cell, Letter, Line, Page, Properties, Tone};
use crate::plan::{Colour, Date, Head, Language, LightStyle, LightStyles};
use crate::report::header::Header;
use crate::report::notes;
use crate::report::task_name::{TaskName, UnitRef};
use crate::say;
use crate::words;
use crate::words::Worded;

/// What a page is laid out for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// A document or a terminal: tables.
    Paper,
    /// A chat: one thing a line, the unit first.
    Chat,
}

/// Shown for what is not known. Never a zero.
pub(crate) const UNKNOWN: &str = "—";

/// A page that begins with the plan's title and the day.
pub(crate) fn page(header: &Header<'_>, lang: Language, about: &str) -> Page {
    let mut page = Page::default();
    let mut title = Line::plain(header.plan.title);
    if !about.is_empty() {
        title = title.with(say!(lang, "——{about}", " — {about}"), Tone::Plain);
    }
    if header.plan.sample {
        title = title.with(words::sample_tag(lang), Tone::Red);
    }
    if let Some(revision) = &header.revision {
        title = title.with(notes::revision_tag(lang, revision), Tone::Faint);
    }
    page.add(Block::Title(title));
    page
}

/// `截至 2020-11-24（星期二）`.
pub(crate) fn as_of(lang: Language, day: Date) -> String {
    let weekday = day.weekday_word(lang);
    say!(lang, "截至 {day}（{weekday}）", "As of {day} ({weekday})")
}

/// A light's word with its mark: `✗ 红灯`.
pub(crate) fn light_word(head: &Head, lang: Language, light: Option<Light>) -> String {
    word_in(&head.lights, lang, light)
}

/// The same in the words of one of many plans, or in those that they share.
pub(super) fn word_in(styles: &LightStyles, lang: Language, light: Option<Light>) -> String {
    let Some(light) = light else { return crate::assess::State::Cancelled.word(lang).to_owned() };
    format!("{} {}", mark_of(light), name_in(styles, lang, light))
}

/// A light's mark: one column wide also where a terminal draws doubtful characters wide.
pub(crate) const fn mark_of(light: Light) -> char {
    match light {
        Light::Blue => '✓',
        Light::Green => '▸',
        Light::Yellow => '▴',
        Light::Red => '✗',
        Light::Grey => '◌',
    }
}

/// A light's word alone.
pub(crate) fn light_name(head: &Head, lang: Language, light: Light) -> String {
    name_in(&head.lights, lang, light)
}

/// The same in the words of one of many plans, or in those that they share.
pub(super) fn name_in(styles: &LightStyles, lang: Language, light: Light) -> String {
    let word = style(styles, light).and_then(|style| style.word.as_deref());
    word.unwrap_or(light.word(lang)).to_owned()
}

/// A light's colour.
pub(crate) fn light_tone(head: &Head, light: Option<Light>) -> Tone {
    tone_in(&head.lights, light)
}

/// The same in the colours of one of many plans, or in those that they share.
pub(super) fn tone_in(styles: &LightStyles, light: Option<Light>) -> Tone {
    let Some(light) = light else { return Tone::Faint };
    match style(styles, light).and_then(|style| style.colour) {
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
pub(crate) fn light_cell(head: &Head, lang: Language, light: Option<Light>) -> Cell {
    Cell::toned(light_word(head, lang, light), light_tone(head, light))
}

fn style(styles: &LightStyles, light: Light) -> Option<&LightStyle> {
    match light {
        Light::Blue => styles.blue.as_ref(),
        Light::Green => styles.green.as_ref(),
        Light::Yellow => styles.yellow.as_ref(),
        Light::Red => styles.red.as_ref(),
        Light::Grey => styles.grey.as_ref(),
    }
}

/// A text with the mark of an assumption where it is one.
pub(crate) fn marked(text: &str, assumed: bool) -> String {
    if assumed { format!("{text}*") } else { text.to_owned() }
}

/// A task's deadline as a table shows it: the day with what is to be known of it, or that the work goes on.
pub(crate) fn due(lang: Language, deadline: Option<Date>, basis: Basis) -> String {
    match (deadline, basis) {
        (None, _) => lang.pick("持续推进", "ongoing").to_owned(),
        (Some(day), Basis::Assumed) => format!("{day}*"),
        (Some(day), Basis::Period) => format!("{day}{}", period_mark(lang)),
        (Some(day), Basis::Stated | Basis::Confirmed | Basis::None) => day.to_string(),
    }
}

/// A task's deadline as data: the day alone, or that the work goes on.
pub(crate) fn bare_due(lang: Language, deadline: Option<Date>) -> String {
    deadline.map_or_else(|| due(lang, None, Basis::None), |day| day.to_string())
}

/// What stands behind a day that nothing but the end of the plan's period sets.
pub(crate) const fn period_mark(lang: Language) -> &'static str {
    lang.pick(" 期末", " (end)")
}

/// A day by which something is due with its mark, and the day that it means where that is another.
pub(crate) fn due_day(lang: Language, (stated, meant): (Date, Date), assumed: bool) -> String {
    let day = marked(&stated.to_string(), assumed);
    match moved(lang, stated, meant) {
        Some(moved) => say!(lang, "{day}（{moved}）", "{day} ({moved})"),
        None => day,
    }
}

/// Names in a row, each with the mark of an assumption where they are assumed.
pub(crate) fn marked_list(lang: Language, names: &[&str], assumed: bool) -> String {
    words::list(lang, names.iter().map(|name| marked(name, assumed)))
}

/// The unit that answers, short where the plan has a short form, marked where it is assumed.
pub(crate) fn unit(lang: Language, lead: Option<&str>, short: Option<&str>, assumed: bool) -> String {
    match short.or(lead) {
        Some(name) => marked(name, assumed),
        None => say!(lang, "（未定）", "(none)"),
    }
}

/// The same, of a unit that a report names.
pub(crate) fn unit_of(lang: Language, of: UnitRef<'_>) -> String {
    unit(lang, of.lead, of.short, of.assumed)
}

/// `22-07 龚都村92户农(渔)民相对集中居住`.
pub(crate) fn named(task: &TaskName<'_>) -> String {
    format!("{} {}", task.id, marked(task.title, task.title_assumed))
}

/// A share in percent, or the mark of the unknown.
pub(crate) fn percent(share: Option<Share>) -> String {
    share.map_or_else(|| UNKNOWN.to_owned(), Share::percent)
}

/// How a count differs from what it was: `+2`, `-1`, `0`.
pub(crate) fn change(now: usize, before: usize) -> String {
    match now.cmp(&before) {
        std::cmp::Ordering::Greater => format!("+{}", now - before),
        std::cmp::Ordering::Less => format!("-{}", before - now),
        std::cmp::Ordering::Equal => "0".to_owned(),
    }
}

/// A page as a letter that goes to nobody by name: its days written out, signed by who issues the plan.
pub(super) fn in_letter(page: Page, header: &Header<'_>, lang: Language) -> Letter {
    let titles = page.blocks.iter().filter_map(|block| match block {
        Block::Title(line) => Some(line.text()),
        _ => None,
    });
    let properties = Properties {
        title: titles.collect(),
        creator: Line::plain(header.plan.issuer).text(),
        day: header.as_of.to_string(),
    };
    let signature = vec![Line::plain(header.plan.issuer), Line::plain(header.as_of.long(lang))];
    let page = page.rewritten(&|text| on_paper(text, lang));
    Letter { page, signature, properties, ..Letter::default() }
}

/// A text as official papers write it: `2020年11月24日` for `2020-11-24`, and no spaces around numbers. What is part of a
/// longer word, such as a file's name, is left alone. English stays as it is.
pub(super) fn on_paper(text: &str, lang: Language) -> String {
    match lang {
        Language::Chinese => closed_up(&long_dates(text, lang)),
        Language::English => text.to_owned(),
    }
}

fn long_dates(text: &str, lang: Language) -> String {
    const LENGTH: usize = 10;
    let in_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '_' | '.');
    let (mut out, mut rest, mut before) = (String::with_capacity(text.len()), text, None);
    while let Some(first) = rest.chars().next() {
        let day = rest.get(..LENGTH).and_then(|day| day.parse::<Date>().ok());
        let behind = rest.get(LENGTH..).and_then(|behind| behind.chars().next());
        match day.filter(|_| !before.is_some_and(in_word) && !behind.is_some_and(in_word)) {
            Some(day) => {
                out.truncate(out.strip_suffix(' ').unwrap_or(&out).len());
                out.push_str(&day.long(lang));
                rest = rest.get(LENGTH..).unwrap_or("");
                if let Some(marked) = rest.strip_prefix('*') {
                    out.push('*');
                    rest = marked;
                }
                rest = rest.strip_prefix(' ').unwrap_or(rest);
                before = Some('日');
            }
            None => {
                out.push(first);
                rest = rest.get(first.len_utf8()..).unwrap_or("");
                before = Some(first);
            }
        }
    }
    out
}

/// The text without the spaces between Chinese words and numbers; an id keeps its space.
fn closed_up(text: &str) -> String {
    let is_latin = |c: char| c.is_ascii() && c != ' ';
    let is_number = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_digit()) && !word.contains(|c: char| c == '-' || c.is_ascii_alphabetic())
    };
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if c == ' ' {
            let (before, after) = (text.get(..at).unwrap_or(""), text.get(at + 1..).unwrap_or(""));
            let start = before.trim_end_matches(is_latin).len();
            let left = before.get(start..).unwrap_or("");
            let end = after.find(|c| !is_latin(c)).unwrap_or(after.len());
            let right = after.get(..end).unwrap_or("");
            let chinese = |c: Option<char>| c.is_some_and(|c| !c.is_ascii());
            let closes = chinese(before.chars().next_back()) && is_number(right)
                || is_number(left) && chinese(after.chars().next());
            if closes {
                continue;
            }
        }
        out.push(c);
    }
    out
}

/// What stands at the end of a page: what its marks mean, and what its figures rest on.
pub(crate) fn add_end(page: &mut Page, header: &Header<'_>, lang: Language) {
    add_legend(page, lang);
    if let Some(note) = &header.closing_note {
        page.say(say!(lang, "注：{note}", "Note: {note}"));
    }
}

/// Says what the mark of an assumption means, where one is shown.
pub(crate) fn add_legend(page: &mut Page, lang: Language) {
    if page.has_marks() {
        page.say(say!(lang, "* 原文未载明，为推定", "* not in the document: assumed"));
    }
    if page.says(period_mark(lang)) {
        let mark = period_mark(lang).trim_start();
        page.say(say!(
            lang,
            "{mark}：未单列时限，以计划期末为准",
            "{mark}: no day is named, so the end of the plan's period counts"
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_numbers_are_written_as_on_paper_and_nothing_else_is_touched() {
        for (text, written) in [
            ("应于 2020-11-30 完成", "应于2020年11月30日完成"),
            ("应于 2020-11-30* 完成", "应于2020年11月30日*完成"),
            ("2020-11-30", "2020年11月30日"),
            ("2020-11-30*，2020-01-02", "2020年11月30日*，2020年1月2日"),
            ("evidence/2020-11-30.pdf", "evidence/2020-11-30.pdf"),
            ("22-07-20201130", "22-07-20201130"),
            ("2020-11-31", "2020-11-31"),
            ("12020-11-30", "12020-11-30"),
            ("", ""),
            ("距时限 37 天（27 个工作日）", "距时限37天（27个工作日）"),
            ("完成 66.3%，落后 12.6 个百分点", "完成66.3%，落后12.6个百分点"),
            ("户数现为 61户", "户数现为61户"),
            ("22-07 龚都村", "22-07 龚都村"),
            ("前置任务 22-01* 已逾期", "前置任务 22-01* 已逾期"),
            ("一 二 a 1 2", "一 二 a 1 2"),
        ] {
            assert_eq!(on_paper(text, Language::Chinese), written);
        }
        assert_eq!(on_paper("due 2020-11-30 至 3", Language::English), "due 2020-11-30 至 3");
    }
}
