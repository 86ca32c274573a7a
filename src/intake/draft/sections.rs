//! The sections, themes and tasks of a document's outline.

use std::ops::Range;

use crate::plan::Period;

use super::clauses::clauses;
use super::days::{Times, times};
use super::headings::{Form, number};
use super::outline::Piece;
use super::plan::{DraftSection, DraftTask, DraftTheme};
use super::responsible::{self, Responsible, responsible};
use super::sentences::{Sentence, is_row, is_rule, one_line};
use super::verbs::{Opening, contains_order, kind, opening, orders_work};
use super::{groups, metrics, titles};

/// The title of what stands before the first heading.
const OPENING: &str = "开篇部署";
/// The title of the only section of a document without headings.
const ALL: &str = "各项任务";

/// The sections that hold tasks.
pub(super) fn sections(pieces: &[Piece<'_>], text: &str, period: Period) -> Vec<DraftSection> {
    let levels = Levels::of(pieces);
    let mut parts = vec![Part { title: None, themes: Vec::new(), tasks: Vec::new() }];
    let mut paragraph: Vec<DraftTask> = Vec::new();
    for piece in pieces {
        if piece.leads && !responsible::is_note(piece.sentence.text) {
            flush(&mut parts, &mut paragraph);
        }
        if let Some(heading) = &piece.heading {
            if levels.sections.contains(&heading.form) {
                parts.push(Part { title: Some(heading.title.clone()), themes: Vec::new(), tasks: Vec::new() });
            } else if levels.theme == Some(heading.form) {
                if let Some(part) = parts.last_mut().filter(|part| part.title.is_some()) {
                    part.themes.push((heading.title.clone(), Vec::new()));
                }
            } else if levels.sections.first().is_some_and(|section| heading.form < *section) {
                parts.push(Part { title: Some(heading.title.clone()), themes: Vec::new(), tasks: Vec::new() });
            }
            continue;
        }
        if let Some(named) = responsible(piece.sentence.text) {
            assign(&mut paragraph, &named);
        }
        if !piece.past
            && !piece.front
            && !responsible::is_note(piece.sentence.text)
            && orders_work(&one_line(piece.sentence.text))
        {
            paragraph.extend(tasks(&piece.sentence, text, period));
        }
    }
    flush(&mut parts, &mut paragraph);
    numbered(parts, !levels.sections.is_empty())
}

/// A note of responsibility names the units of what stands before it in its paragraph, and of its own sentence.
fn assign(tasks: &mut [DraftTask], named: &Responsible) {
    for task in tasks.iter_mut().filter(|task| task.lead.is_none()) {
        task.lead.clone_from(&named.lead);
        task.support.clone_from(&named.support);
    }
}

fn flush(parts: &mut [Part], paragraph: &mut Vec<DraftTask>) {
    let Some(part) = parts.last_mut() else { return };
    match part.themes.last_mut() {
        Some((_, tasks)) => tasks.append(paragraph),
        None => part.tasks.append(paragraph),
    }
}

/// The tasks of a sentence. Where the sentence is broken over lines, each line must stand in a quote or hold one.
fn tasks(sentence: &Sentence<'_>, text: &str, period: Period) -> Vec<DraftTask> {
    let Some(part) = cell(sentence.text) else { return Vec::new() };
    let within = sentence.text.get(part.clone()).unwrap_or("");
    let groups: Vec<_> =
        groups::groups(within).into_iter().map(|group| part.start + group.start..part.start + group.end).collect();
    let spans: Vec<_> =
        groups.iter().map(|group| sentence.span.start + group.start..sentence.span.start + group.end).collect();
    let accounted = sentence.parts.iter().all(|line| {
        let core = super::sentences::core(line, text);
        spans.iter().any(|span| {
            (line.start <= span.start && span.end <= line.end) || (span.start <= core.start && core.end <= span.end)
        })
    });
    let own = responsible(sentence.text);
    let quotes = if accounted {
        groups
    } else {
        groups.first().zip(groups.last()).map(|(first, last)| first.start..last.end).into_iter().collect()
    };
    let mut tasks: Vec<DraftTask> = Vec::new();
    let mut waiting: Option<usize> = None;
    for (at, group) in quotes.iter().enumerate() {
        // A group that orders nothing goes with the next one that does.
        let words = sentence.text.get(group.clone()).unwrap_or("");
        let last = at + 1 == quotes.len();
        if !last && number(words).is_none() && !orders_something(words) {
            waiting.get_or_insert(group.start);
            continue;
        }
        let start = waiting.take().unwrap_or(group.start);
        let quote = without_number(sentence.text.get(start..group.end).unwrap_or("").trim());
        tasks.push(task(quote, period));
    }
    if let Some(named) = own {
        assign(&mut tasks, &named);
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

/// The number of an item is no part of what it orders; 一是 is left to stand.
fn without_number(quote: &str) -> &str {
    match number(quote) {
        Some((Form::Ordinal | Form::Plain | Form::Lead, _)) | None => quote,
        Some((
            Form::Chapter | Form::Han | Form::HanBracket | Form::Digit | Form::DigitBracket | Form::Circle,
            rest,
        )) => rest,
    }
}

fn task(quote: &str, period: Period) -> DraftTask {
    let metrics::Targets { metrics, guesses } = metrics::targets(quote);
    let Times { deadline, unsettled } = times(quote, period);
    let title = titles::title(quote);
    let counts = metrics.iter().any(|metric| !metric.bound);
    let kind = kind(&title, counts, deadline.is_some());
    DraftTask {
        id: String::new(),
        title,
        source: quote.to_owned(),
        kind,
        lead: None,
        support: Vec::new(),
        metrics,
        deadline,
        guesses,
        unsettled,
    }
}

/// Which forms of headings make sections and themes.
struct Levels {
    sections: Vec<Form>,
    theme: Option<Form>,
}

impl Levels {
    fn of(pieces: &[Piece<'_>]) -> Levels {
        let forms: Vec<Form> = pieces
            .iter()
            .filter(|piece| !piece.past)
            .filter_map(|piece| piece.heading.as_ref())
            .map(|heading| heading.form)
            .collect();
        let count = |form: Form| forms.iter().filter(|other| **other == form).count();
        let mut numbered: Vec<Form> =
            forms.iter().copied().filter(|form| !matches!(form, Form::Ordinal | Form::Lead)).collect();
        numbered.sort_unstable();
        numbered.dedup();
        // One heading over everything else is no division.
        while numbered.len() > 1 && numbered.first().is_some_and(|first| count(*first) == 1) {
            numbered.remove(0);
        }
        let loose = [Form::Lead, Form::Ordinal].into_iter().find(|form| count(*form) >= 2);
        match numbered.as_slice() {
            [] => Levels { sections: loose.into_iter().collect(), theme: None },
            [only] => Levels { sections: vec![*only], theme: loose },
            [first, second, rest @ ..] if is_under_one(&forms, *first, *second) => {
                Levels { sections: vec![*first, *second], theme: rest.first().copied().or(loose) }
            }
            [first, second, ..] => Levels { sections: vec![*first], theme: Some(*second) },
        }
    }
}

/// Whether nearly all parts of the second form stand under one part of the first: 二、重点任务 beside 一、总体要求.
fn is_under_one(forms: &[Form], first: Form, second: Form) -> bool {
    let below: Vec<usize> = forms
        .split(|form| *form == first)
        .skip(1)
        .map(|part| part.iter().filter(|form| **form == second).count())
        .collect();
    below.iter().filter(|count| **count >= 2).count() == 1 && below.iter().all(|count| *count != 1 || below.len() <= 4)
}

/// A section before it is numbered.
struct Part {
    title: Option<String>,
    themes: Vec<(String, Vec<DraftTask>)>,
    tasks: Vec<DraftTask>,
}

impl Part {
    fn is_empty(&self) -> bool {
        self.tasks.is_empty() && self.themes.iter().all(|(_, tasks)| tasks.is_empty())
    }
}

/// Gives ids: sections 1, 2, 3 (0 stands before the first heading), themes 11, 12 or, where there are ten, 1.1, 1.2.
fn numbered(parts: Vec<Part>, divided: bool) -> Vec<DraftSection> {
    let parts: Vec<Part> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let titled = parts.iter().filter(|part| part.title.is_some()).count();
    let themes = parts.iter().map(|part| part.themes.len() + 1).max().unwrap_or(0);
    let point = if titled > 9 || themes > 9 { "." } else { "" };
    let mut sections: Vec<DraftSection> = Vec::new();
    for part in parts {
        match (part.title, sections.iter_mut().find(|section| section.assumed)) {
            (Some(title), _) => {
                let id = next_id(&sections);
                sections.push(section(id, title, false, part.themes, part.tasks, point));
            }
            (None, Some(first)) => {
                first.tasks.extend(part.tasks);
                number_tasks(&mut first.tasks, &first.id);
            }
            (None, None) => {
                let (id, title) = if divided { ("0", OPENING) } else { ("1", ALL) };
                sections.push(section(id.to_owned(), title.to_owned(), true, Vec::new(), part.tasks, point));
            }
        }
    }
    sections
}

fn next_id(sections: &[DraftSection]) -> String {
    (sections.iter().filter(|section| section.id != "0").count() + 1).to_string()
}

fn section(
    id: String,
    title: String,
    assumed: bool,
    themes: Vec<(String, Vec<DraftTask>)>,
    mut tasks: Vec<DraftTask>,
    point: &str,
) -> DraftSection {
    let mut themes: Vec<(String, Vec<DraftTask>)> = themes.into_iter().filter(|(_, tasks)| !tasks.is_empty()).collect();
    // A section is divided throughout or not at all.
    if !themes.is_empty() && !tasks.is_empty() {
        themes.insert(0, (title.clone(), std::mem::take(&mut tasks)));
    }
    number_tasks(&mut tasks, &id);
    let themes = themes
        .into_iter()
        .zip(1..)
        .map(|((title, mut tasks), number)| {
            let id = format!("{id}{point}{number}");
            number_tasks(&mut tasks, &id);
            DraftTheme { id, title, tasks }
        })
        .collect();
    DraftSection { id, title, assumed, themes, tasks }
}

fn number_tasks(tasks: &mut [DraftTask], theme: &str) {
    let width = tasks.len().to_string().len().max(2);
    for (task, number) in tasks.iter_mut().zip(1..) {
        task.id = format!("{theme}-{number:0width$}");
    }
}
