//! What makes one look twice at a report before it is written down. Nothing here is wrong for certain.

use crate::plan::{Date, Entry, EntryState, Language, Measure, Metric, Quantity, Reading, Scalar, Task};
use crate::say;
use crate::words::Worded;

use super::state::State;

/// Why a report should be looked at twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// The same was reported before, word for word.
    Repeated,
    /// The day has not come yet.
    Future(Date),
    /// The task is finished or called off, and the report does not take it up again.
    Over(State),
    /// A value lies below the last one, though values are cumulative.
    FallsBack {
        /// The metric.
        metric: String,
        /// The last value and its day.
        last: (Scalar, Date),
        /// The new value.
        value: Scalar,
    },
    /// A value lies above the target.
    Overshoots {
        /// The metric.
        metric: String,
        /// The target.
        target: Scalar,
        /// The new value.
        value: Scalar,
    },
    /// A value of a metric in percent is a fraction of one: 0.96 where 96 may be meant.
    Fraction {
        /// The metric.
        metric: String,
        /// The value.
        value: Scalar,
        /// What it is in percent.
        percent: Quantity,
    },
    /// A value is more than three times the last one, and more than half of the whole way is said to have been
    /// made since then: a digit too many, or an increment that was added up twice.
    Jumps {
        /// The metric.
        metric: String,
        /// The last value and its day.
        last: (Scalar, Date),
        /// The new value.
        value: Scalar,
    },
    /// The task is said to be done, and the metric's target is not reached, or unknown.
    Unmet {
        /// The metric.
        metric: String,
        /// The target.
        target: Scalar,
        /// The last value; `None` where nothing was reported.
        value: Option<Scalar>,
    },
}

impl Doubt {
    /// A doubt as it is put to whoever records.
    pub fn said(&self, lang: Language) -> String {
        match self {
            Doubt::Repeated => {
                say!(lang, "已有完全相同的记录", "the same entry is there already, word for word")
            }
            Doubt::Future(date) => say!(lang, "日期 {date} 还没有到", "{date} has not come yet"),
            Doubt::Over(over) => {
                let word = over.word(lang);
                say!(
                    lang,
                    "任务{word}；要重新启动的，加 --state 重新启动；误销号、误报的，用 workplan withdraw 作废",
                    "the task is {word}; to take it up again, add --state reopened; where that was wrong, use `workplan withdraw`"
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
            Doubt::Fraction { metric, value, percent } => say!(
                lang,
                "“{metric}”以 % 计，{value} 即 {value}%；如为 {percent}%，请填 {percent}",
                "{metric} is in %: {value} means {value} %; for {percent} % write {percent}"
            ),
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
}

/// What makes one look twice at an entry, given all entries of its task up to its day, oldest first, and the day
/// on which it is written down. A metric that a checklist counts has no reported values.
pub fn doubts(task: &Task, earlier: &[&Entry], entry: &Entry, today: Date) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    if earlier.contains(&entry) {
        doubts.push(Doubt::Repeated);
    }
    if entry.date > today {
        doubts.push(Doubt::Future(entry.date));
    }
    doubts.extend(over(task, earlier, entry));
    for metric in &task.metrics {
        let last = earlier.iter().rev().find_map(|entry| Some((read(metric, entry)?, entry.date)));
        if let Some(value) = read(metric, entry) {
            doubts.extend(about_value(metric, last, value));
        }
        let now = read(metric, entry).or(last.map(|(value, _)| value));
        if entry.state == Some(EntryState::Done) && metric.checklist.is_none() {
            doubts.extend(unmet(metric, now));
        }
    }
    doubts
}

fn over(task: &Task, earlier: &[&Entry], entry: &Entry) -> Option<Doubt> {
    let state = State::after(earlier, false, task.carried_from.as_deref());
    let ended = matches!(state, State::Done | State::Closed | State::Cancelled);
    let goes_on = match entry.state {
        Some(EntryState::Reopened | EntryState::Returned | EntryState::Closed) => true,
        // To say again that it is done says nothing new, and is no slip.
        Some(EntryState::Done) => state == State::Done,
        Some(EntryState::InProgress | EntryState::Blocked | EntryState::Cancelled) => false,
        None => entry.amendment.is_some() || state == State::Done,
    };
    (ended && !goes_on).then_some(Doubt::Over(state))
}

fn read(metric: &Metric, entry: &Entry) -> Option<Reading> {
    metric.read(entry.values.get(&metric.name)?).ok()
}

fn about_value(metric: &Metric, last: Option<(Reading, Date)>, value: Reading) -> Option<Doubt> {
    let name = || metric.name.clone();
    let shown = metric.show(value);
    let counts_up = matches!(metric.measure, Measure::Count { .. } | Measure::Grade { .. });
    if let Some(percent) = percent_meant(metric, last.map(|(before, _)| before), value) {
        return Some(Doubt::Fraction { metric: name(), value: shown, percent });
    }
    if let Some((before, day)) = last.filter(|(before, _)| counts_up && value < *before) {
        return Some(Doubt::FallsBack { metric: name(), last: (metric.show(before), day), value: shown });
    }
    let Measure::Count { baseline, target } = metric.measure else { return None };
    let Reading::Number(number) = value else { return None };
    if number > target {
        return Some(Doubt::Overshoots { metric: name(), target: metric.target(), value: shown });
    }
    match last {
        Some((Reading::Number(before), day)) if leaps(before, number, target, baseline) => {
            Some(Doubt::Jumps { metric: name(), last: (metric.show(Reading::Number(before)), day), value: shown })
        }
        Some(_) | None => None,
    }
}

/// What a fraction of one would be in percent, of a metric that counts up in percent, unless the last value was one too.
fn percent_meant(metric: &Metric, last: Option<Reading>, value: Reading) -> Option<Quantity> {
    let is_fraction = |number: Quantity| number.ratio() > 0.into() && number.ratio() <= 1.into();
    let in_percent = matches!(metric.unit.trim(), "%" | "％" | "percent" | "百分比");
    let Measure::Count { target, .. } = metric.measure else { return None };
    let (Reading::Number(number), false) = (value, is_fraction(target)) else { return None };
    let was_fraction = matches!(last, Some(Reading::Number(before)) if is_fraction(before));
    (in_percent && is_fraction(number) && !was_fraction).then(|| number.tenfold().tenfold())
}

fn leaps(before: Quantity, now: Quantity, target: Quantity, baseline: Quantity) -> bool {
    let (before, now, way) = (before.ratio(), now.ratio(), target.ratio() - baseline.ratio());
    before > 0.into() && now > before * 3 && (now - before) * 2 > way
}

fn unmet(metric: &Metric, value: Option<Reading>) -> Option<Doubt> {
    let reached = match (&metric.measure, value) {
        (Measure::Count { target, .. }, Some(Reading::Number(value))) => value >= *target,
        (Measure::Grade { target, .. }, Some(Reading::Grade(step))) => step >= *target,
        (Measure::Bound { .. } | Measure::GradeBound { .. }, _) => true,
        (Measure::Count { .. } | Measure::Grade { .. }, _) => false,
    };
    let value = value.map(|value| metric.show(value));
    (!reached).then(|| Doubt::Unmet { metric: metric.name.clone(), target: metric.target(), value })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(rest: &str) -> Entry {
        serde_yaml::from_str(&format!("{{ task: 22-07, {rest} }}")).unwrap()
    }

    const TASK: &str = "{ id: 22-07, title: t, kind: measured, metrics: [{ name: 户数, target: 92 }, { name: 水质, target: Ⅲ, grades: [Ⅴ, Ⅳ, Ⅲ, Ⅱ] }, { name: 分钟, target: 15, direction: at_most }] }";

    /// The kinds of doubt about an entry after others, written down on 2020-11-24.
    fn found(earlier: &[&str], new: &str) -> Vec<&'static str> {
        found_of(TASK, earlier, new)
    }

    fn found_of(task: &str, earlier: &[&str], new: &str) -> Vec<&'static str> {
        let task: Task = serde_yaml::from_str(task).unwrap();
        let earlier: Vec<Entry> = earlier.iter().map(|rest| entry(rest)).collect();
        let earlier: Vec<&Entry> = earlier.iter().collect();
        let doubts = doubts(&task, &earlier, &entry(new), "2020-11-24".parse().unwrap());
        let name = |doubt: &Doubt| match doubt {
            Doubt::Repeated => "repeated",
            Doubt::Future(_) => "future",
            Doubt::Over(_) => "over",
            Doubt::FallsBack { .. } => "falls back",
            Doubt::Overshoots { .. } => "overshoots",
            Doubt::Jumps { .. } => "jumps",
            Doubt::Fraction { .. } => "fraction",
            Doubt::Unmet { .. } => "unmet",
        };
        doubts.iter().map(name).collect()
    }

    #[test]
    fn a_report_is_doubted_on_one_side_of_each_boundary() {
        let at = |value: &str| format!("date: 2020-11-02, values: {{ 户数: {value} }}");
        let new = |value: &str| format!("date: 2020-11-20, values: {{ 户数: {value} }}");
        let none: [&str; 0] = [];
        for (before, value, doubt) in [
            (Some("61"), "61", None),
            (Some("61"), "60", Some("falls back")),
            (Some("61"), "92", None),
            (Some("61"), "93", Some("overshoots")),
            (None, "93", Some("overshoots")),
            (None, "92", None),
            (Some("20"), "60", None),
            (Some("20"), "66", None),
            (Some("20"), "67", Some("jumps")),
            (Some("2"), "48", None),
            (Some("2"), "49", Some("jumps")),
            (Some("0"), "92", None),
        ] {
            let earlier: Vec<String> = before.into_iter().map(at).collect();
            let earlier: Vec<&str> = earlier.iter().map(String::as_str).collect();
            assert_eq!(found(&earlier, &new(value)), Vec::from_iter(doubt), "{before:?} {value}");
        }
        assert_eq!(
            found(&["date: 2020-11-02, values: { 水质: Ⅲ }"], "date: 2020-11-20, values: { 水质: Ⅳ }"),
            ["falls back"]
        );
        assert_eq!(found(&["date: 2020-11-02, values: { 水质: Ⅳ }"], "date: 2020-11-20, values: { 水质: Ⅱ }"), none);
        assert_eq!(found(&["date: 2020-11-02, values: { 分钟: 14 }"], "date: 2020-11-20, values: { 分钟: 99 }"), none);
        for (before, value, doubt) in [
            (None, "0.96", Some("fraction")),
            (Some("90"), "0.96", Some("fraction")),
            (Some("90"), "1", Some("fraction")),
            (None, "1.01", None),
            (None, "0", None),
            (Some("0.5"), "0.96", None),
            (Some("90"), "96", None),
        ] {
            let earlier = before.map(|value: &str| format!("date: 2020-11-02, values: {{ 办结率: {value} }}"));
            let earlier: Vec<&str> = earlier.iter().map(String::as_str).collect();
            let new = format!("date: 2020-11-20, values: {{ 办结率: {value} }}");
            let task = "{ id: 22-07, title: t, kind: measured, metrics: [{ name: 办结率, unit: '%', target: 98 }] }";
            assert_eq!(found_of(task, &earlier, &new), Vec::from_iter(doubt), "{before:?} {value}");
        }
        assert_eq!(found(&[], "date: 2020-11-24, note: n"), none);
        assert_eq!(found(&[], "date: 2020-11-25, note: n"), ["future"]);
        assert_eq!(found(&["date: 2020-11-24, note: n"], "date: 2020-11-24, note: n"), ["repeated"]);
        assert_eq!(found(&[], "date: 2020-11-24, state: done"), ["unmet", "unmet"]);
        let all = "date: 2020-11-24, state: done, values: { 户数: 92, 水质: Ⅱ }";
        assert_eq!(found(&[], all), none);
        assert_eq!(found(&[all], "date: 2020-11-24, note: 补充材料"), none);
        assert_eq!(found(&[all], "date: 2020-11-24, state: in_progress"), ["over"]);
        assert_eq!(found(&[all], "date: 2020-11-24, state: reopened"), none);
        assert_eq!(found(&["date: 2020-11-24, state: closed"], "date: 2020-11-24, note: n"), ["over"]);
        assert_eq!(found(&["date: 2020-11-24, state: cancelled"], "date: 2020-11-24, note: n"), ["over"]);
    }
}
