//! The tasks that a sentence, or the row of a table, orders.

use std::ops::Range;

use crate::plan::{Direction, Kind};

use super::agents::agents;
use super::around::Around;
use super::clauses::clauses;
use super::days::{Times, times};
use super::duties::duties;
use super::fields::Fields;
use super::frames::stage;
use super::headings::{Form, number};
use super::letter::is_published;
use super::parts::{Row, is_row, is_rule};
use super::pending::{Pending, assign, date};
use super::plan::{DraftDeadline, DraftTask};
use super::reckoned::with_issue;
use super::sentences::{Sentence, one_line};
use super::verbs::{Opening, announces, contains_order, depends, kind, may_or_must, only_tells, opening, orders_work};
use super::{groups, indicators, metrics, titles};

/// Whether a sentence orders work. Behind a sentence with a note, what may or must be done is ordered too.
pub(super) fn ordered(sentence: &Sentence<'_>, noted: bool) -> bool {
    let words = one_line(sentence.text);
    // 第一阶段（3月—5月）制定方案: the days stand before what is ordered.
    let words = stage(&words).map_or(words.as_str(), |(_, rest)| rest);
    let rules = noted && may_or_must(words) && !depends(words) && !only_tells(words);
    !is_published(words) && (orders_work(words) || indicators::sets_target(words) || rules)
}

/// A sentence of which a note says whose work it is, whatever its words.
pub(super) fn forced(sentence: &Sentence<'_>, around: &Around<'_>) -> Vec<Pending> {
    let words = one_line(sentence.text);
    let bare = number(&words).map_or(words.as_str(), |(_, rest)| rest);
    let says = bare.contains(|c: char| c.is_alphabetic());
    if !says || is_published(&words) || depends(&words) || only_tells(&words) {
        return Vec::new();
    }
    vec![task(sentence, 0..sentence.text.len(), around)]
}

/// The tasks of a sentence. Where the sentence is broken over lines, each line must stand in a quote or hold one.
pub(super) fn tasks(sentence: &Sentence<'_>, around: &Around<'_>) -> Vec<Pending> {
    let Some(part) = cell(sentence.text) else { return Vec::new() };
    let within = sentence.text.get(part.clone()).unwrap_or("");
    let groups: Vec<_> =
        groups::groups(within).into_iter().map(|group| part.start + group.start..part.start + group.end).collect();
    let spans: Vec<_> =
        groups.iter().map(|group| sentence.span.start + group.start..sentence.span.start + group.end).collect();
    let accounted = sentence.parts.iter().all(|line| {
        let core = super::sentences::core(line, around.text);
        spans.iter().any(|span| {
            (line.start <= span.start && span.end <= line.end) || (span.start <= core.start && core.end <= span.end)
        })
    });
    let quotes = if accounted {
        groups
    } else {
        groups.first().zip(groups.last()).map(|(first, last)| first.start..last.end).into_iter().collect()
    };
    let mut tasks: Vec<Pending> = Vec::new();
    let mut waiting: Option<usize> = None;
    let many = quotes.len() > 1;
    for (at, group) in quotes.iter().enumerate() {
        // A group that orders nothing goes with the next one that does.
        let words = sentence.text.get(group.clone()).unwrap_or("");
        let last = at + 1 == quotes.len();
        if !last && number(words).is_none() && !orders_something(words) {
            waiting.get_or_insert(group.start);
            continue;
        }
        // 重点做好以下工作： orders what follows it.
        if many && last && accounted && announces(sentence.text.get(group.start..).unwrap_or(words)) {
            continue;
        }
        tasks.push(task(sentence, waiting.take().unwrap_or(group.start)..group.end, around));
    }
    let whole = duties(sentence.text);
    // Who is named goes on to do what follows, until somebody else is named.
    let mut going_on: Option<Fields> = None;
    for pending in &mut tasks {
        going_on = agents(&pending.task.source).or(going_on);
        pending.prose = whole.clone().or_else(|| going_on.clone());
    }
    tasks
}

/// The part of a sentence that may hold tasks: all of it; of a row of a table, the longest cell that orders work.
fn cell(text: &str) -> Option<Range<usize>> {
    if !is_row(text) {
        return Some(0..text.len());
    }
    let mut at = 0;
    let cells = text.split_inclusive(is_rule).map(|cell| {
        at += cell.len();
        at - cell.len()..at
    });
    let cells: Vec<Range<usize>> = cells.collect();
    let words = |cell: &Range<usize>| {
        text.get(cell.clone()).unwrap_or("").trim_matches(|c: char| is_rule(c) || c.is_whitespace())
    };
    let orders = |cell: &Range<usize>| words(cell).chars().count() >= SHORTEST_CELL && contains_order(words(cell));
    let best = cells.into_iter().filter(orders).max_by_key(|cell| words(cell).len())?;
    let whole = text.get(best.clone())?;
    let front = whole.len() - whole.trim_start_matches(|c: char| is_rule(c) || c.is_whitespace()).len();
    let start = best.start + front;
    Some(start..start + words(&best).len())
}

/// A shorter cell is a heading of its column.
const SHORTEST_CELL: usize = 6;

fn orders_something(words: &str) -> bool {
    let clauses = clauses(words);
    clauses.iter().any(|clause| opening(clause.words(words)) != Opening::Other) || contains_order(words)
}

/// The number of an item, or the sign in front of it, is no part of what it orders; 一是 is left to stand.
fn without_number(quote: &str) -> &str {
    let quote = quote.trim_start_matches(|c: char| c.is_whitespace() || "●○■□◆◇▲△★☆◎▶►✓√·•".contains(c));
    match number(quote) {
        Some((Form::Ordinal | Form::Plain | Form::Lead, _)) | None => quote,
        Some((
            Form::Chapter | Form::Han | Form::HanBracket | Form::Digit | Form::DigitBracket | Form::Circle,
            rest,
        )) => rest,
    }
}

/// The task of a piece of a sentence.
fn task(sentence: &Sentence<'_>, span: Range<usize>, around: &Around<'_>) -> Pending {
    let words = sentence.text.get(span.clone()).unwrap_or("");
    let marks = |c: char| c.is_whitespace() || "；;。，,".contains(c);
    let quote = without_number(words.trim_start_matches(marks).trim_end());
    let quote = if quote.trim_matches(marks).is_empty() { words.trim() } else { quote };
    let start = sentence.span.start + span.start + words.rfind(quote).unwrap_or(0);
    let mut task = read(quote, quote, titles::title(quote), around);
    dated_from_above(&mut task, around);
    Pending { noted: false, task, start, prose: None }
}

/// The task of a table's row.
pub(super) fn of_row(row: &Row, around: &Around<'_>) -> Option<Pending> {
    let quote = around.text.get(row.quote.clone()).filter(|quote| quote.chars().any(char::is_alphanumeric))?;
    let words = around.text.get(row.words.clone()).unwrap_or(quote);
    let title = row.title.as_deref().map_or_else(|| titles::title(words), titles::shortened);
    let task = read(quote, words, title, around);
    let mut pending = Pending { task, start: row.quote.start, prose: None, noted: false };
    assign(vec![&mut pending], &row.fields, 0, around);
    pending.task.inherited = row.inherited;
    dated_from_above(&mut pending.task, around);
    Some(pending)
}

/// What the words of a quote say of a task.
fn read(quote: &str, words: &str, title: String, around: &Around<'_>) -> DraftTask {
    let metrics::Targets { mut metrics, guesses } = metrics::targets(words);
    let times = with_issue(times(words, around.period), words, around.issued, around.period);
    let Times { deadline, start, recurs, endless: _, unsettled } = times;
    let counts = metrics.iter().any(|metric| !metric.direction.is_bound());
    let kind = kind(&title, counts, deadline.is_some());
    // What goes on has nothing to reach: its least is held.
    if kind == Kind::Continuous {
        let reached = metrics.iter_mut().filter(|metric| !metric.direction.is_bound());
        reached.for_each(|metric| metric.direction = Direction::Hold);
    }
    DraftTask {
        id: String::new(),
        title,
        source: quote.to_owned(),
        kind,
        lead: None,
        support: Vec::new(),
        person: None,
        leader: None,
        metrics,
        start,
        deadline,
        recurs,
        inherited: false,
        guesses,
        unsettled,
        headed: Vec::new(),
        dated_by: None,
    }
}

/// The days of the line or the heading above, where the task names none.
fn dated_from_above(task: &mut DraftTask, around: &Around<'_>) {
    let Some(frame) = around.frames.last().filter(|_| task.deadline.is_none() && task.unsettled.is_empty()) else {
        return;
    };
    let Some((start, end)) = frame.days else {
        task.unsettled.push(frame.words.clone());
        return;
    };
    let deadline = Some(DraftDeadline { date: end, says: None, sure: true });
    date(task, &frame.words, Times { deadline, start, ..Times::default() });
}
