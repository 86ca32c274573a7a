//! What of a ledger is filled in: which cells, what they take, and what is said to whoever fills them in.

use crate::assess::State;
use crate::paper::Line;
use crate::paper::book::{Blank, Cell, Column, Seen, Takes};
use crate::plan::{EntryState, Head, Language, Scalar};
use crate::report::task_line::{MetricLine, TaskLine};
use crate::say;
use crate::words;
use crate::words::fields::{self, Place};
use crate::words::{Worded, visible};

use super::super::fields::Field;

/// The columns that units fill in.
const FILLED_IN: [Field; 6] = [Field::Value, Field::State, Field::Report, Field::Issue, Field::Next, Field::Evidence];

/// Whether units fill in the column.
pub(super) fn is_filled_in(field: Field) -> bool {
    FILLED_IN.contains(&field)
}

/// How to fill in the sheet, in a line above it.
pub(super) fn how_to(lang: Language) -> Line {
    Line::plain(say!(
        lang,
        "填报：只填浅黄色各格，光标停在格中即有说明；没有变化的保持原样，不必重填。其余各格已锁定，不设密码",
        "To fill in: the pale yellow cells; each says what it takes. Leave as it is what has not changed. All other cells are locked, without a password"
    ))
}

/// What a task's cell in a column takes; nothing where there is nothing more to report, or where others fill it in.
pub(super) fn blank(field: Field, task: &TaskLine<'_>, lang: Language) -> Option<Blank> {
    if matches!(task.state, State::Closed | State::Cancelled) {
        return None;
    }
    if field == Field::Value {
        return value(task, lang);
    }
    if field == Field::State {
        return Some(state(lang));
    }
    let prompt = WORDS.into_iter().find(|(of, ..)| *of == field);
    prompt.map(|(_, zh, en)| Blank { prompt: lang.pick(zh, en).to_owned(), takes: Takes::Words })
}

/// The columns that take words, and what is said of each.
const WORDS: [(Field, &str, &str); 4] = [
    (
        Field::Report,
        "写本期做了什么、做到什么程度；没有新进展的不改",
        "What was done, and how far it has come; leave it where there is nothing new",
    ),
    (
        Field::Issue,
        "写目前的困难和需要协调的事；已解决的删去，并在“进展情况”中写明",
        "What stands in the way; delete what is solved, and say so under Report",
    ),
    (Field::Next, "写下一步做什么、何时完成", "What will be done next, and by when"),
    (
        Field::Evidence,
        "写佐证文件，一行一个，如 evidence/22-07.pdf；文件另附",
        "The files that prove it, a line each, as evidence/22-07.pdf; send them along",
    ),
];

fn state(lang: Language) -> Blank {
    let reported = EntryState::ALL.into_iter().filter(|state| !state.is_decision());
    let words: Vec<String> = reported.map(|state| state.word(lang).to_owned()).collect();
    let listed = words::list(lang, &words);
    let prompt = say!(
        lang,
        "从列表中选：{listed}。销号、退回由审核人办理，撤销须经批准",
        "Choose one of: {listed}. To close a task or send it back is the reviewer's; to call it off wants an approval"
    );
    Blank { prompt, takes: Takes::OneOf(words) }
}

fn value(task: &TaskLine<'_>, lang: Language) -> Option<Blank> {
    match task.metrics.as_slice() {
        metrics if metrics.iter().all(|metric| metric.by_list) => None,
        [metric] => Some(one_value(metric, lang)),
        several => {
            let names = several.iter().map(|metric| match metric.unit {
                "" => visible(metric.name).into_owned(),
                unit => say!(lang, "{}（{}）", "{} ({})", visible(metric.name), visible(unit)),
            });
            let names = names.collect::<Vec<_>>().join(lang.pick("、", ", "));
            let prompt = say!(
                lang,
                "一行一个数，按“量化指标”的次序：{names}；没有数据的写 —",
                "A value a line, in the order of Metrics: {names}; — where there is none"
            );
            Some(Blank { prompt, takes: Takes::Words })
        }
    }
}

fn one_value(metric: &MetricLine<'_>, lang: Language) -> Blank {
    let (name, asked) = (visible(metric.name), metric.asked(lang));
    let asked = visible(&asked);
    if let Some(grades) = &metric.grades {
        let words = grades.iter().map(|grade| visible(&format!("{grade}{}", metric.unit)).into_owned()).collect();
        let prompt =
            say!(lang, "{name}：从列表中选；目标 {asked}", "{name}: choose from the list; the target is {asked}");
        return Blank { prompt, takes: Takes::OneOf(words) };
    }
    let below_zero = |scalar: &Scalar| scalar.to_string().starts_with('-');
    let negative = [Some(&metric.target), metric.baseline.as_ref(), metric.value.as_ref()];
    let negative = negative.into_iter().flatten().any(below_zero);
    let prompt = match metric.unit {
        "" => say!(
            lang,
            "{name}：填累计数，只填数字；目标 {asked}",
            "{name} to date: the number alone; the target is {asked}"
        ),
        unit => {
            let unit = visible(unit);
            say!(
                lang,
                "{name}：填累计数，只填数字，不写单位（{unit}）；目标 {asked}",
                "{name} to date: the number alone, without {unit}; the target is {asked}"
            )
        }
    };
    Blank { prompt, takes: Takes::Number { negative } }
}

/// The columns in which it is said of when and from whom a report is.
pub(super) fn reporting_columns(lang: Language) -> [Column; 2] {
    let head = |header: String, width: u16| Column { seen: Seen::OnScreen, open: true, ..Column::short(header, width) };
    let by = fields::heading(lang, Place::Entry, "by");
    [head(say!(lang, "填报日期", "Date"), 92), head(by, 120)]
}

/// A task's cells in those columns; the reporter is named where the sheet is one unit's.
pub(super) fn reporting_cells(head: &Head, task: &TaskLine<'_>, reporter: Option<&str>, lang: Language) -> [Cell; 2] {
    let filled_in = FILLED_IN.into_iter().any(|field| blank(field, task, lang).is_some());
    let open = |prompt: String, takes: Takes| filled_in.then_some(Blank { prompt, takes });
    let first = head.period.start.0.min(head.issued.0);
    let last = head.period.end.0.checked_add_months(LATE).unwrap_or(head.period.end.0);
    let day = say!(
        lang,
        "情况属实之日，如 {}；不填的，按收回时所写的日期",
        "The day that the report is true for, as {}; where it is left out, whoever takes it in says the day",
        head.period.end
    );
    let by = say!(
        lang,
        "填报单位的全称或简称；不填的，按收回时所写的单位",
        "Who reports, in full or in short; where it is left out, whoever takes it in says it"
    );
    let reporter = reporter.filter(|_| filled_in);
    [
        Cell::day(None).blank(open(day, Takes::Day(first, last))),
        Cell::text(visible(reporter.unwrap_or(""))).blank(open(by, Takes::Words)),
    ]
}

/// How long after the period's end reports still come in.
const LATE: chrono::Months = chrono::Months::new(12);
