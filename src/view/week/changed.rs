//! What is otherwise than before these days, in a line.

use crate::assess::Light;
use crate::plan::Language;
use crate::report::week::Week;
use crate::say;
use crate::view::common::{change, light_name, percent};
use crate::view::span::than_before;
use crate::words;

/// More tasks than that are counted, not named.
const NAMED: usize = 5;

/// `较上周（截至 2020-11-22）：红灯 +1（新增 31-14），黄灯 -2，绿灯 +1。`
pub(super) fn change_line(report: &Week<'_>, lang: Language) -> String {
    let (now, before, day) = (&report.now, &report.before, report.before_on);
    let than = than_before(report.span, lang);
    let lights = Light::WORST_FIRST.into_iter().filter_map(|light| light_change(report, light, lang));
    let cancelled = now.cancelled.checked_sub(before.cancelled).filter(|more| *more > 0);
    let cancelled = cancelled.map(|more| say!(lang, "撤销 {more} 项", "{more} more cancelled"));
    let parts: Vec<String> = lights.chain(cancelled).chain(progress_change(report, lang)).collect();
    let said = match parts.as_slice() {
        [] => say!(lang, "各类亮灯任务数和完成率均无变化", "no count has changed"),
        parts => parts.join(&say!(lang, "，", ", ")),
    };
    let than = match lang {
        Language::Chinese => than.to_owned(),
        Language::English => capitalised(than),
    };
    say!(lang, "{than}（截至 {day}）：{said}。", "{than} ({day}): {said}.")
}

fn light_change(report: &Week<'_>, light: Light, lang: Language) -> Option<String> {
    let (count, was) = (report.now.count(light), report.before.count(light));
    let new: Vec<&str> =
        report.changed.iter().filter(|change| change.now == Some(light)).map(|change| change.task).collect();
    // Which have become so is worth knowing of the lights that ask for something, and of what is done.
    let told = matches!(light, Light::Red | Light::Yellow | Light::Blue) && (1..=NAMED).contains(&new.len());
    let new = told.then(|| words::list(lang, &new)).map(|ids| say!(lang, "（新增 {ids}）", " (new: {ids})"));
    let (word, points, new_tasks) = (light_name(report.head, lang, light), change(count, was), new.unwrap_or_default());
    match (count == was, new_tasks.is_empty()) {
        (true, true) => None,
        (true, false) => Some(say!(lang, "{word}持平{new_tasks}", "{word} unchanged{new_tasks}")),
        (false, _) => Some(say!(lang, "{word} {points}{new_tasks}", "{word} {points}{new_tasks}")),
    }
}

fn progress_change(report: &Week<'_>, lang: Language) -> Option<String> {
    let (now, before) = (&report.now, &report.before);
    let known = |known: usize| say!(lang, "{known} 项有数据", "{known} known");
    let (is, was) = (percent(now.progress), percent(before.progress));
    let (of, of_before) = (known(now.progress_known), known(before.progress_known));
    (now.progress != before.progress).then(|| {
        say!(
            lang,
            "平均完成率由 {was}（{of_before}）变为 {is}（{of}）",
            "mean progress from {was} ({of_before}) to {is} ({of})"
        )
    })
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
