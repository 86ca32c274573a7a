//! Counts of lights in words.

use super::common::{light_name, percent};
use crate::assess::{Light, Share, Totals};
use crate::plan::{Head, Language};
use crate::say;

/// The share of a count, never rounded to all or nothing.
pub(crate) fn share_of(count: usize, all: usize) -> String {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    percent(Share::of_counts(number(count), number(all)))
}

/// The mean of the progress that is known, of how many tasks, and how many were called off.
pub(crate) fn known_progress(totals: &Totals, lang: Language) -> String {
    let (known, cancelled) = (totals.progress_known, totals.cancelled);
    let progress = match totals.progress {
        Some(progress) => {
            let progress = progress.percent();
            say!(
                lang,
                "平均完成率 {progress}（{known} 项有数据）",
                "mean progress {progress} (of the {known} tasks where it is known)"
            )
        }
        None => say!(lang, "完成率未知（尚无数据）", "progress unknown (nothing reported)"),
    };
    let called_off = say!(lang, "；另有已撤销 {cancelled} 项", "; {cancelled} cancelled besides");
    if cancelled > 0 { progress + &called_off } else { progress }
}

/// Every count in one line, for a chat.
pub(crate) fn totals_line(head: &Head, totals: &Totals, lang: Language) -> String {
    let (lights, known) = (counted(head, totals, lang), known_progress(totals, lang));
    say!(lang, "{lights}。{known}。", "{lights}; {known}.")
}

/// The counts of the lights alone.
pub(super) fn lights_line(head: &Head, totals: &Totals, lang: Language) -> String {
    let lights = counted(head, totals, lang);
    say!(lang, "{lights}。", "{lights}.")
}

fn counted(head: &Head, totals: &Totals, lang: Language) -> String {
    let lights: Vec<String> = Light::ALL
        .into_iter()
        .map(|light| {
            let (word, count) = (light_name(head, lang, light), totals.count(light));
            let share = share_of(count, totals.tasks);
            say!(lang, "{word} {count} 项（{share}）", "{word} {count} ({share})")
        })
        .collect();
    let (tasks, lights) = (totals.tasks, lights.join(&say!(lang, "，", ", ")));
    say!(lang, "共 {tasks} 项任务：{lights}", "{tasks} tasks: {lights}")
}
