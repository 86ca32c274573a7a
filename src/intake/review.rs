//! A draft beside its document, to be judged.

use std::collections::HashSet;
use std::ops::Range;

use memchr::memmem;

use crate::intake::draft::{Draft, DraftMetric, DraftTask, Reasons, left_open_in};
use crate::plan::document::{Covered, cover_by_words, is_mark, without_number};
use crate::plan::{Direction, Language};
use crate::report::review::{Review, ReviewCounts, ReviewLine, ReviewPiece, ReviewRole, ReviewTask, ReviewWhy};

/// What became of each word of the document `text`, which was handed in as `file`.
pub(crate) fn review(draft: &Draft, text: &str, file: &str, lang: Language) -> Review {
    let tasks: Vec<&DraftTask> = draft.tasks().collect();
    let places = places(&tasks, text);
    let covered = covered(draft, &tasks, text);
    let marks = marks((&tasks, &places), &covered, &draft.why, text);
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
        let why = if pieces.iter().any(|piece| piece.role == ReviewRole::Order) {
            Vec::new()
        } else {
            reasons(&draft.why, line, &span, &pieces)
        };
        lines.push(ReviewLine { heads, pieces, tasks: of_line.map(|task| shown(task)).collect(), why });
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

/// A longer line says more than who and by when.
const LONGEST_BESIDE: usize = 30;

/// Why a line orders no work.
fn reasons(known: &Reasons, line: &str, span: &Range<usize>, pieces: &[ReviewPiece]) -> Vec<ReviewWhy> {
    // 4月： or a unit's cell of a table that has come apart.
    let is_short = line.chars().count() <= LONGEST_BESIDE;
    if is_short && pieces.iter().any(|piece| matches!(piece.role, ReviewRole::Unit | ReviewRole::Day)) {
        return vec![ReviewWhy::Beside];
    }
    if known.headings.iter().any(|title| bare(title) == bare(line)) {
        return vec![ReviewWhy::Heading];
    }
    let from = known.sentences.partition_point(|(sentence, _)| sentence.end <= span.start);
    let behind = known.sentences.get(from..).unwrap_or_default();
    let here = behind.iter().take_while(|(sentence, _)| sentence.start < span.end);
    let mut found: Vec<ReviewWhy> = Vec::new();
    for (_, why) in here {
        if !found.contains(why) {
            found.push(*why);
        }
    }
    found
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
fn marks(
    (tasks, places): (&[&DraftTask], &[(usize, Range<usize>)]),
    covered: &[Covered<'_>],
    known: &Reasons,
    text: &str,
) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for one in covered {
        let role = if one.is_uncovered() { ReviewRole::Uncovered } else { ReviewRole::Context };
        marks.push(Mark { span: one.sentence.span.clone(), rank: 0, role });
    }
    marks.extend(places.iter().map(|(_, place)| Mark { span: place.clone(), rank: 1, role: ReviewRole::Order }));
    for (at, place) in places {
        let Some(task) = tasks.get(*at) else { continue };
        let around = Around::of(place, places, known, text);
        let mut mark = |words: &str, span: Option<Range<usize>>, role: ReviewRole| {
            marks.extend(span.filter(|_| !words.is_empty()).map(|span| Mark { span, rank: 2, role }));
        };
        for unit in task.lead.iter().chain(&task.support) {
            mark(unit, around.find(unit), ReviewRole::Unit);
        }
        for metric in &task.metrics {
            mark(&metric.says, find(&metric.says, place, text), ReviewRole::Number);
        }
        for says in task.deadline.iter().filter_map(|deadline| deadline.says.as_deref()) {
            mark(says, find(says, &around.line, text), ReviewRole::Day);
        }
        if let Some(says) = &task.dated_by {
            mark(says, around.find(says), ReviewRole::Day);
        }
        for words in task.guesses.iter().chain(&task.unsettled).chain(&task.headed) {
            mark(words, find(words, &around.line, text).or_else(|| around.find(words)), ReviewRole::Unsure);
        }
    }
    marks.sort_by_key(|mark| (mark.span.start, mark.span.end));
    marks
}

/// The words around a quote in which its units and its day may stand.
struct Around<'t> {
    /// The quote, and what stands behind it in its line.
    line: Range<usize>,
    /// The notes behind the quote, in its line and below it.
    notes: Vec<Range<usize>>,
    /// What follows its line, up to the next task.
    behind: Range<usize>,
    /// What stands before the quote.
    before: Range<usize>,
    text: &'t str,
}

/// A note about a task stands at most so many lines below it, and at most so many bytes before it.
const MOST_LINES_BELOW: usize = 8;
const MOST_BEFORE: usize = 20_000;

impl<'t> Around<'t> {
    fn of(place: &Range<usize>, places: &[(usize, Range<usize>)], known: &Reasons, text: &'t str) -> Around<'t> {
        let rest = text.get(place.end..).unwrap_or("");
        let end = place.end + rest.find('\n').unwrap_or(rest.len());
        let lines = text.get(end..).unwrap_or("").match_indices('\n').map(|(at, _)| end + at);
        let last = lines.take(MOST_LINES_BELOW + 1).last().unwrap_or(text.len());
        let next = places.iter().map(|(_, other)| other.start).filter(|start| *start > end).min().unwrap_or(text.len());
        let before = text.floor_char_boundary(place.start.saturating_sub(MOST_BEFORE))..place.start;
        let behind = end..last.min(next).max(end);
        let from = known.sentences.partition_point(|(sentence, _)| sentence.end <= place.start);
        let notes = known.sentences.get(from..).unwrap_or_default().iter();
        let notes = notes.take_while(|(note, _)| note.start < behind.end);
        let notes = notes.filter(|(_, why)| *why == ReviewWhy::Beside).map(|(note, _)| note.clone()).collect();
        Around { line: place.start..end, notes, behind, before, text }
    }

    /// Where words stand: in a note behind the quote, in its line, in the lines below it, else the last time before it.
    fn find(&self, words: &str) -> Option<Range<usize>> {
        let before = || {
            let start = self.before.start + self.text.get(self.before.clone())?.rfind(words)?;
            Some(start..start + words.len())
        };
        let noted = self.notes.iter().find_map(|note| find(words, note, self.text));
        noted
            .or_else(|| find(words, &self.line, self.text))
            .or_else(|| find(words, &self.behind, self.text))
            .or_else(before)
    }
}

fn find(words: &str, within: &Range<usize>, text: &str) -> Option<Range<usize>> {
    let start = within.start + text.get(within.clone())?.find(words)?;
    Some(start..start + words.len())
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
        units_guessed: task.inherited,
        support: task.support.clone(),
        person: task.person.clone(),
        leader: task.leader.clone(),
        metrics: task.metrics.iter().map(metric).collect(),
        start: task.start,
        recurs: task.recurs,
        deadline: task.deadline.as_ref().map(|deadline| deadline.date),
        day_guessed: task.deadline.as_ref().is_some_and(|deadline| !deadline.sure || deadline.says.is_none()),
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
