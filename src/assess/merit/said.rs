//! Why something is judged so, in a sentence.

use super::judged::{Because, Judged};
use crate::assess::alert::{due_day, progress_mark, stated};
use crate::assess::in_force::Basis;
use crate::assess::standing::Standing;
use crate::plan::{Date, Language};
use crate::say;

/// The sentence. What is assumed carries its mark.
pub fn judged_because(lang: Language, standing: &Standing<'_>, judged: &Judged<'_>) -> String {
    let day = judged.date;
    match (judged.because, judged.met) {
        (Because::Finished, true) => {
            let deadline = deadline(lang, standing);
            say!(lang, "{day} 办结，时限 {deadline}", "finished on {day}, due {deadline}")
        }
        (Because::Finished, false) => {
            let deadline = deadline(lang, standing);
            say!(lang, "{day} 才办结，时限 {deadline}", "finished only on {day}, due {deadline}")
        }
        (Because::Unfinished, _) => {
            let deadline = deadline(lang, standing);
            say!(lang, "时限 {deadline} 已过，尚未办结", "due {deadline}, and not finished")
        }
        (Because::Pace, _) => pace(lang, standing),
        (Because::Report { every, period, due, on }, met) => {
            report(lang, &every.name(period, lang), due.map(|due| assumed_due(lang, standing, due)), (on, met))
        }
        (Because::Extended { from, to: Some(to) }, _) => {
            say!(lang, "{day} 延期至 {to}，原时限 {from} 已过", "put off on {day} to {to}, when {from} had passed")
        }
        (Because::Extended { from, to: None }, _) => {
            say!(lang, "{day} 取消时限，原时限 {from} 已过", "freed of its deadline on {day}, when {from} had passed")
        }
    }
}

fn deadline(lang: Language, standing: &Standing<'_>) -> String {
    let Some(deadline) = standing.deadline else { return String::new() };
    let day = stated(lang, deadline);
    match deadline.basis {
        Basis::Period => say!(lang, "{}（计划期末）", "{} (the end of the period)", day.trim_end()),
        Basis::Stated | Basis::Assumed | Basis::Confirmed | Basis::None => day.trim_end().to_owned(),
    }
}

fn assumed_due(lang: Language, standing: &Standing<'_>, (due, meant): (Date, Date)) -> String {
    due_day(lang, due, meant, if standing.assumed.contains(&"recurs") { "*" } else { "" })
}

fn pace(lang: Language, standing: &Standing<'_>) -> String {
    let Some(wanted) = standing.deadline.map(|deadline| deadline.expected.percent()) else { return String::new() };
    let day = standing.as_of;
    let done = standing.progress.map(|done| done.percent() + progress_mark(standing)).unwrap_or_default();
    say!(lang, "截至 {day} 完成 {done}，序时进度 {wanted}", "{done} done by {day}, the pace calls for {wanted}")
}

fn report(lang: Language, name: &str, due: Option<String>, (on, met): (Option<Date>, bool)) -> String {
    match (due, on) {
        (None, Some(on)) => say!(lang, "{name}：{on} 报送", "{name}: reported on {on}"),
        (None, None) => say!(lang, "{name}未报送", "{name}: not reported"),
        (Some(due), Some(on)) if met => {
            say!(lang, "{name}报告应于 {due}前报送，{on} 报送", "report for {name}, due {due}: came on {on}")
        }
        (Some(due), Some(on)) => {
            say!(lang, "{name}报告应于 {due}前报送，{on} 才报送", "report for {name}, due {due}: came only on {on}")
        }
        (Some(due), None) => {
            say!(lang, "{name}报告应于 {due}前报送，未报送", "report for {name}, due {due}: did not come")
        }
    }
}
