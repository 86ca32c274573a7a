//! How a field differs, in words.

use super::names;
use crate::paper::{Side, compared};
use crate::plan::Language;
use crate::plan::meant::recurs::recurrence;
use crate::report::diff::{Change, FieldChange, Holding, Moved};
use crate::say;
use crate::view::common::{UNKNOWN, marked};
use crate::words;

/// Texts that share less than this are told one after the other.
const ALIKE: f32 = 0.4;
/// A shorter text that stands between two differences is told with them: 一二字的碎片看不清.
const FRAGMENT: usize = 2;

/// `2020-11-30 改为 2020-12-15（延后 15 天）`.
pub(super) fn change(change: &Change<'_>, lang: Language) -> String {
    let lists = (change.added.as_deref(), change.removed.as_deref());
    if let (Some(added), Some(removed)) = lists {
        let named = |thing: &String| marked(&names::thing(lang, &change.field, thing), change.to_assumed);
        return list(lang, &added.iter().map(named).collect::<Vec<_>>(), removed);
    }
    if let (Holding::Text(from), Holding::Text(to)) = (&change.from, &change.to)
        && names::is_prose(&change.field)
        && let Some(told) = word_diff(from, to)
    {
        return marked(&told, change.to_assumed);
    }
    let held = |held: &Holding, assumed: bool| marked(&value(lang, &change.field, held, &change.unit), assumed);
    let (from, to) = (held(&change.from, change.from_assumed), held(&change.to, change.to_assumed));
    let told = replaced(lang, (&change.from, &from), (&change.to, &to), &change.field);
    told + &by_how_much(change, lang)
}

/// The same of a field of the plan or of an entry.
pub(super) fn plain_change(change: &FieldChange, lang: Language) -> String {
    if let (Some(added), Some(removed)) = (&change.added, &change.removed) {
        return list(lang, added, removed);
    }
    if let (Holding::Text(from), Holding::Text(to)) = (&change.from, &change.to)
        && names::is_prose(&change.field)
        && let Some(told) = word_diff(from, to)
    {
        return told;
    }
    let held = |held: &Holding| value(lang, &change.field, held, "");
    let (from, to) = (held(&change.from), held(&change.to));
    replaced(lang, (&change.from, &from), (&change.to, &to), &change.field)
}

fn replaced(lang: Language, (old, from): (&Holding, &str), (new, to): (&Holding, &str), field: &str) -> String {
    // A deadline that is not stated is one all the same.
    let end = || say!(lang, "计划期末", "the end of the period");
    match (old, new) {
        (Holding::Nothing, _) if field == "deadline" => {
            let end = end();
            say!(lang, "{end} 改为 {to}", "from {end} to {to}")
        }
        (_, Holding::Nothing) if field == "deadline" => {
            let end = end();
            say!(lang, "{from} 改为 {end}", "from {from} to {end}")
        }
        (Holding::Nothing, _) if field == "state" => say!(lang, "改为 {to}", "now {to}"),
        (Holding::Nothing, _) => say!(lang, "现为 {to}（原未写明）", "now {to}"),
        (_, Holding::Nothing) if field == "state" => say!(lang, "不再为 {from}", "no longer {from}"),
        (_, Holding::Nothing) => say!(lang, "删去（原为 {from}）", "no longer {from}"),
        _ => say!(lang, "{from} 改为 {to}", "from {from} to {to}"),
    }
}

fn by_how_much(change: &Change<'_>, lang: Language) -> String {
    let days = |days: i64| words::day_count(lang, days.abs());
    let deadline = change.field == "deadline";
    match (change.moved, change.days) {
        (Some(Moved::Later), Some(by)) if deadline => {
            let days = days(by);
            say!(lang, "（延期 {days}）", " ({days} later)")
        }
        (Some(Moved::Later), Some(by)) => {
            let days = days(by);
            say!(lang, "（推后 {days}）", " ({days} later)")
        }
        (Some(Moved::Earlier), Some(by)) => {
            let days = days(by);
            say!(lang, "（提前 {days}）", " ({days} earlier)")
        }
        (Some(Moved::Raised), _) => say!(lang, "（调高）", " (raised)"),
        (Some(Moved::Lowered), _) => say!(lang, "（调低）", " (lowered)"),
        (Some(Moved::Later | Moved::Earlier) | None, _) => String::new(),
    }
}

/// `增加 甲、乙；减少 丙`.
pub(super) fn list(lang: Language, added: &[String], removed: &[String]) -> String {
    // 引号前不空格。
    let spaced = |list: String| if list.starts_with('“') { list } else { format!(" {list}") };
    let (more, less) = (spaced(words::list(lang, added)), spaced(words::list(lang, removed)));
    let parts = [
        (added.is_empty(), say!(lang, "增加{more}", "added{more}")),
        (removed.is_empty(), say!(lang, "减少{less}", "removed{less}")),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|(none, _)| !none).map(|(_, part)| part).collect();
    parts.join(lang.pick("；", "; "))
}

/// What a field holds.
pub(super) fn value(lang: Language, field: &str, held: &Holding, unit: &str) -> String {
    match held {
        Holding::Nothing => UNKNOWN.to_owned(),
        Holding::Flag(true) => say!(lang, "是", "yes"),
        Holding::Flag(false) => say!(lang, "否", "no"),
        Holding::Number(number) => format!("{number}{unit}"),
        Holding::Day(day) => day.to_string(),
        Holding::Text(text) if text.is_empty() => say!(lang, "（空）", "(empty)"),
        Holding::Text(text) if field == "recurs" => {
            recurrence(text).map_or_else(|| text.clone(), |duty| duty.said(lang))
        }
        Holding::Text(text) => format!("{}{unit}", names::word(lang, field, text)),
        Holding::List(things) | Holding::Order(things) => words::list(lang, things),
    }
}

/// `迎接[-11月份-]{+12月份+}市级创建评审`; nothing where the two have little in common.
fn word_diff(from: &str, to: &str) -> Option<String> {
    let (old, new) = (pieces(from), pieces(to));
    let pieces = compared(&old, &new);
    let shared = pieces.iter().filter(|(side, _)| *side == Side::Both).count();
    if ((2 * shared) as f32) < ALIKE * (old.len() + new.len()) as f32 {
        return None;
    }
    let mut runs: Vec<(Side, String)> = Vec::new();
    for (side, piece) in pieces {
        match runs.last_mut() {
            Some((last, text)) if *last == side => text.push_str(piece),
            _ => runs.push((side, piece.to_owned())),
        }
    }
    let (mut told, mut gone, mut come) = (String::new(), String::new(), String::new());
    let last = runs.len();
    for (place, (side, text)) in runs.into_iter().enumerate() {
        let inside = (!gone.is_empty() || !come.is_empty()) && place + 1 < last;
        match side {
            Side::Old => gone.push_str(&text),
            Side::New => come.push_str(&text),
            Side::Both if inside && text.chars().count() < FRAGMENT => {
                gone.push_str(&text);
                come.push_str(&text);
            }
            Side::Both => {
                tell(&mut told, &mut gone, &mut come);
                told.push_str(&text);
            }
        }
    }
    tell(&mut told, &mut gone, &mut come);
    Some(told)
}

fn tell(told: &mut String, gone: &mut String, come: &mut String) {
    if !gone.is_empty() {
        told.push_str(&format!("[-{gone}-]"));
    }
    if !come.is_empty() {
        told.push_str(&format!("{{+{come}+}}"));
    }
    gone.clear();
    come.clear();
}

/// A text in the pieces that a reader takes as one: a word, a number, a Chinese character.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let whole = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
        let end = match whole(first) {
            true => rest.find(|c| !whole(c)).unwrap_or(rest.len()),
            false => first.len_utf8(),
        };
        let Some((piece, later)) = rest.split_at_checked(end) else { break };
        pieces.push(piece);
        rest = later;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_words_that_differ_are_marked() {
        for (from, to, told) in [
            ("迎接11月份市级评审", "迎接12月份市级评审", "迎接[-11-]{+12+}月份市级评审"),
            ("完成92户居住项目", "完成92户集中居住项目", "完成92户{+集中+}居住项目"),
            ("完成92户集中居住项目", "完成92户居住项目", "完成92户[-集中-]居住项目"),
            ("新建3条道路和2座桥", "新建5条道路和2座桥梁", "新建[-3-]{+5+}条道路和2座桥{+梁+}"),
            ("甲乙丙丁戊己", "甲辰丙巳戊己", "甲[-乙丙丁-]{+辰丙巳+}戊己"),
            ("a red light", "a green light", "a [-red-]{+green+} light"),
        ] {
            assert_eq!(word_diff(from, to).as_deref(), Some(told), "{from} {to}");
        }
        assert_eq!(word_diff("修路", "植树造林"), None, "little in common");
    }
}
