//! Why a report should be looked at twice, in words.

use super::{Language, state};
use crate::assess::Doubt;
use crate::say;

/// Nothing was written for these doubts, and how to write it all the same.
pub fn not_insisted(lang: Language, doubts: &[String]) -> String {
    let doubts = doubts.join("\n");
    say!(
        lang,
        "{doubts}\n没有写入；核实无误的，加 --force 再写",
        "{doubts}\nnothing was written; if it is right all the same, add --force"
    )
}

/// A doubt as it is put to whoever records.
pub fn doubt(lang: Language, doubt: &Doubt) -> String {
    match doubt {
        Doubt::Repeated => {
            say!(lang, "已有完全相同的记录", "the same entry is there already, word for word")
        }
        Doubt::Future(date) => say!(lang, "日期 {date} 还没有到", "{date} has not come yet"),
        Doubt::Over(over) => {
            let word = state(lang, *over);
            say!(
                lang,
                "任务{word}；如要重新启动，请写明状态“重新启动”（--state reopened）",
                "the task is {word}; to take it up again, say so with --state reopened"
            )
        }
        Doubt::FallsBack { metric, last: (last, day), value } => say!(
            lang,
            "“{metric}”由 {day} 的 {last} 降为 {value}；应填累计数，不是新增数",
            "{metric} falls from {last} (on {day}) to {value}; values are cumulative, not what was added"
        ),
        Doubt::Overshoots { metric, target, value } => {
            say!(lang, "“{metric}”{value} 超过目标值 {target}", "{metric} is {value}, above its target of {target}")
        }
        Doubt::Jumps { metric, last: (last, day), value } => say!(
            lang,
            "“{metric}”由 {day} 的 {last} 猛增到 {value}",
            "{metric} leaps from {last} (on {day}) to {value}"
        ),
        Doubt::Unmet { metric, target, value: Some(value) } => say!(
            lang,
            "报“已完成”，但“{metric}”为 {value}，未达目标值 {target}",
            "it is said to be done, but {metric} is {value} and its target is {target}"
        ),
        Doubt::Unmet { metric, target, value: None } => say!(
            lang,
            "报“已完成”，但“{metric}”（目标值 {target}）从未报过数",
            "it is said to be done, but no value of {metric} (target {target}) was ever reported"
        ),
    }
}
