//! A draft beside its document, to be judged.

use std::collections::HashSet;
use std::ops::Range;

use memchr::memmem;

use crate::intake::draft::{Draft, DraftMetric, DraftTask, left_open_in};
use crate::plan::document::{Covered, cover_by_words, is_mark, without_number};
use crate::plan::{Direction, Language};
use crate::report::review::{Review, ReviewCounts, ReviewLine, ReviewPiece, ReviewRole, ReviewTask};

/// What became of each word of the document `text`, which was handed in as `file`.
pub(crate) fn review(draft: &Draft, text: &str, file: &str, lang: Language) -> Review {
    let tasks: Vec<&DraftTask> = draft.tasks().collect();
    let places = places(&tasks, text);
    let covered = covered(draft, &tasks, text);
    let marks = marks(&tasks, &places, &covered, text);
    let headings: HashSet<&str> = headings(draft).into_iter().map(bare).collect();
    let mut lines = Vec::new();
    let (mut start, mut first) = (0, 0);
    for line in text.split('\n') {
        let span = start..start + line.len();
        // What ends before this line is not looked at again.
        first += marks.iter().skip(first).take_while(|mark| mark.span.end <= span.start).count();
        let here = marks.iter().skip(first).take_while(|mark| mark.span.start < span.end.max(span.start + 1));
        let begins = |place: &&(usize, Range<usize>)| span.start <= place.1.start && place.1.start <= span.end;
        let pieces = pieces(here.collect(), &span, text);
        let of_line = places.iter().filter(begins).filter_map(|(at, _)| tasks.get(*at));
        let heads = headings.contains(bare(line));
        lines.push(ReviewLine { heads, pieces, tasks: of_line.map(|task| shown(task)).collect() });
        start = span.end + 1;
    }
    lines.retain(|line| !line.pieces.is_empty() || !line.tasks.is_empty());
    Review {
        title: draft.head.title.value.clone(),
        file: file.to_owned(),
        counts: counts(draft, &tasks, &covered),
        open: left_open_in(&draft.head, lang),
        lines,
    }
}

/// Where the words of each task stand, in the order of the tasks.
fn places(tasks: &[&DraftTask], text: &str) -> Vec<(usize, Range<usize>)> {
    let mut from = 0;
    let mut places = Vec::new();
    for (at, task) in tasks.iter().enumerate() {
        let next = text.get(from..).and_then(|rest| memmem::find(rest.as_bytes(), task.source.as_bytes()));
        let found = next.map(|found| from + found).or_else(|| memmem::find(text.as_bytes(), task.source.as_bytes()));
        if let Some(start) = found {
            places.push((at, start..start + task.source.len()));
            from = start;
        }
    }
    places
}

fn covered<'t>(draft: &Draft, tasks: &[&DraftTask], text: &'t str) -> Vec<Covered<'t>> {
    let context = draft.context.iter().map(|quote| (quote.as_str(), None));
    let quotes = tasks.iter().enumerate().map(|(at, task)| (task.source.as_str(), Some(at)));
    cover_by_words(context.chain(quotes), headings(draft).into_iter(), text)
}

fn headings(draft: &Draft) -> Vec<&str> {
    let sections = draft.sections.iter();
    let titles = sections
        .flat_map(|section| std::iter::once(&section.title).chain(section.themes.iter().map(|theme| &theme.title)));
    titles.map(String::as_str).collect()
}

/// Words of the document and what they became.
struct Mark {
    span: Range<usize>,
    /// Of marks that lie over each other the one of the highest rank counts.
    rank: usize,
    role: ReviewRole,
}

/// The marks, in the order of their beginnings.
fn marks(tasks: &[&DraftTask], places: &[(usize, Range<usize>)], covered: &[Covered<'_>], text: &str) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for one in covered {
        let role = if one.is_uncovered() { ReviewRole::Uncovered } else { ReviewRole::Context };
        marks.push(Mark { span: one.sentence.span.clone(), rank: 0, role });
    }
    marks.extend(places.iter().map(|(_, place)| Mark { span: place.clone(), rank: 1, role: ReviewRole::Order }));
    for (at, place) in places {
        let Some(task) = tasks.get(*at) else { continue };
        // Units and days may stand behind the quote, in its line.
        let end = text.get(place.end..).and_then(|rest| rest.find('\n')).map_or(text.len(), |end| place.end + end);
        let mut mark = |words: &str, within: Range<usize>, role: ReviewRole| {
            let found = text.get(within.clone()).filter(|_| !words.is_empty()).and_then(|inside| inside.find(words));
            let span = found.map(|start| within.start + start..within.start + start + words.len());
            marks.extend(span.map(|span| Mark { span, rank: 2, role }));
        };
        let units = task.lead.iter().chain(&task.support);
        units.for_each(|unit| mark(unit, place.start..end, ReviewRole::Unit));
        task.metrics.iter().for_each(|metric| mark(&metric.says, place.clone(), ReviewRole::Number));
        let days = task.deadline.iter().filter_map(|deadline| deadline.says.as_deref());
        days.for_each(|says| mark(says, place.start..end, ReviewRole::Day));
        let unsure = task.guesses.iter().chain(&task.unsettled);
        unsure.for_each(|words| mark(words, place.start..end, ReviewRole::Unsure));
    }
    marks.sort_by_key(|mark| (mark.span.start, mark.span.end));
    marks
}

/// A line cut where marks begin and end.
fn pieces(here: Vec<&Mark>, line: &Range<usize>, text: &str) -> Vec<ReviewPiece> {
    let mut cuts: Vec<usize> = here.iter().flat_map(|mark| [mark.span.start, mark.span.end]).collect();
    cuts.extend([line.start, line.end]);
    cuts.retain(|cut| (line.start..=line.end).contains(cut));
    cuts.sort_unstable();
    cuts.dedup();
    let mut pieces: Vec<ReviewPiece> = Vec::new();
    for pair in cuts.windows(2) {
        let [start, end] = *pair else { continue };
        let Some(words) = text.get(start..end).filter(|words| !words.is_empty()) else { continue };
        let over = here.iter().filter(|mark| mark.span.start <= start && end <= mark.span.end);
        let role = over.max_by_key(|mark| mark.rank).map_or(ReviewRole::Context, |mark| mark.role);
        match pieces.last_mut() {
            Some(last) if last.role == role => last.text.push_str(words),
            _ => pieces.push(ReviewPiece { text: words.to_owned(), role }),
        }
    }
    if pieces.iter().all(|piece| piece.text.trim().is_empty()) {
        pieces.clear();
    }
    pieces
}

/// A title without its number and the marks around it.
fn bare(title: &str) -> &str {
    without_number(title.trim()).trim_matches(is_mark)
}

fn shown(task: &DraftTask) -> ReviewTask {
    let metric = |metric: &DraftMetric| {
        let sign = match metric.direction {
            Direction::AtLeast => "",
            Direction::AtMost => "≤",
            Direction::Hold => "≥",
        };
        format!("{} {sign}{}{}", metric.name, metric.target, metric.unit)
    };
    let own_words = task.source.split(['\n', '\r']).map(str::trim).collect::<String>().contains(&task.title);
    ReviewTask {
        id: task.id.clone(),
        title: task.title.clone(),
        title_guessed: !own_words,
        kind: task.kind,
        lead: task.lead.clone(),
        support: task.support.clone(),
        metrics: task.metrics.iter().map(metric).collect(),
        deadline: task.deadline.as_ref().map(|deadline| deadline.date),
        day_guessed: task.deadline.as_ref().is_some_and(|deadline| !deadline.sure),
        unsure: task.guesses.iter().chain(&task.unsettled).chain(&task.steps).chain(&task.headed).cloned().collect(),
    }
}

fn counts(draft: &Draft, tasks: &[&DraftTask], covered: &[Covered<'_>]) -> ReviewCounts {
    let of_tasks = |count: &dyn Fn(&DraftTask) -> usize| tasks.iter().map(|task| count(task)).sum();
    ReviewCounts {
        tasks: tasks.len(),
        led: of_tasks(&|task| usize::from(task.lead.is_some())),
        units: draft.units().len(),
        numbers: of_tasks(&|task| task.metrics.len()),
        days: of_tasks(&|task| usize::from(task.deadline.is_some())),
        unsure: of_tasks(&|task| task.guesses.len() + task.unsettled.len() + task.steps.len() + task.headed.len()),
        sentences: covered.len(),
        ordered: covered.iter().filter(|one| !one.tasks.is_empty()).count(),
        uncovered: covered.iter().filter(|one| one.is_uncovered()).count(),
    }
}
