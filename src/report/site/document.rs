//! The document, with every sentence linked to the tasks that it orders.

use std::collections::HashMap;

use serde::Serialize;

use crate::plan::Head;
use crate::plan::document::{is_mark, without_number};
use crate::report::trace::{SentenceLine, Trace};

use super::Part;
use super::task::SiteTask;

/// The document.
#[derive(Debug, Serialize)]
pub struct Document {
    /// Where it is kept, from the repository's top; `null` for the public.
    pub path: Option<String>,
    /// How many sentences order work, and how many order none; `null` where not all of them are shown.
    pub counts: Option<Counts>,
    /// Its lines.
    pub lines: Vec<DocLine>,
}

/// Sentences, counted.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Counts {
    /// All of them.
    pub total: usize,
    /// Those that order work.
    pub ordered: usize,
    /// Those that order none.
    pub context: usize,
    /// Those that are neither a task's nor context.
    pub uncovered: usize,
}

/// A line of the document.
#[derive(Debug, Serialize)]
pub struct DocLine {
    /// What part of the document it is.
    pub role: Role,
    /// Its sentences.
    pub sentences: Vec<DocSentence>,
}

/// What part of the document a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The document's title.
    Title,
    /// A section's heading.
    Section,
    /// Anything else.
    Text,
}

/// A sentence of the document.
#[derive(Debug, Serialize)]
pub struct DocSentence {
    /// Its number in the document, from 1.
    pub number: usize,
    /// Whether it is a theme's heading.
    pub heads: bool,
    /// Its words, one piece after the other.
    pub pieces: Vec<Piece>,
    /// The tasks whose words stand in it.
    pub tasks: Vec<usize>,
    /// Whether neither a task nor the context accounts for it.
    pub uncovered: bool,
}

/// Some words of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// The task whose words they are.
    pub task: Option<usize>,
}

/// The whole document; every task is told in which sentences its words stand.
pub(super) fn document(head: &Head, trace: &Trace<'_>, tasks: &mut [SiteTask<'_>]) -> Option<Document> {
    let path = trace.source.clone()?;
    let titles = Titles::new(head);
    let places: HashMap<&str, usize> = tasks.iter().enumerate().map(|(place, task)| (task.id, place)).collect();
    let mut lines: Vec<DocLine> = Vec::new();
    let mut line_before = 0;
    for (number, sentence) in (1..).zip(&trace.sentences) {
        let own: Vec<usize> = sentence.covered_by.iter().filter_map(|id| places.get(id).copied()).collect();
        let leads = sentence.line != line_before;
        line_before = sentence.line;
        if leads {
            lines.push(DocLine { role: titles.role(sentence, number), sentences: Vec::new() });
        }
        let said = DocSentence {
            number,
            heads: leads && titles.is_theme(sentence),
            pieces: pieces(&sentence.text, &own, tasks),
            tasks: own.clone(),
            uncovered: own.is_empty() && !sentence.context,
        };
        for place in own {
            if let Some(task) = tasks.get_mut(place) {
                task.sentences.push(number);
            }
        }
        if let Some(line) = lines.last_mut() {
            line.sentences.push(said);
        }
    }
    let counts =
        Counts { total: trace.total, ordered: trace.ordered, context: trace.context, uncovered: trace.uncovered };
    Some(Document { path: Some(path), counts: Some(counts), lines })
}

/// As much of the document as tasks quote, under the headings of their sections and themes.
pub(super) fn quotes<'s>(title: &'s str, sections: &[Part<'s>], tasks: &mut [SiteTask<'s>]) -> Document {
    let mut lines = Vec::new();
    let mut number = 0;
    let mut heading = |role: Role, heads: bool, text: &str, lines: &mut Vec<DocLine>| {
        number += 1;
        let pieces = vec![Piece { text: text.to_owned(), task: None }];
        let sentence = DocSentence { number, heads, pieces, tasks: Vec::new(), uncovered: false };
        lines.push(DocLine { role, sentences: vec![sentence] });
        number
    };
    heading(Role::Title, false, title, &mut lines);
    for section in sections {
        heading(Role::Section, false, &section.title, &mut lines);
        let mut theme = None;
        let mut quoted: HashMap<&'s str, usize> = HashMap::new();
        for place in section.tasks.iter().copied() {
            let Some(task) = tasks.get_mut(place) else { continue };
            if task.theme != theme {
                theme = task.theme;
                if let Some(title) = task.theme_title {
                    heading(Role::Text, true, title, &mut lines);
                }
            }
            let Some(source) = task.source else { continue };
            // Several tasks may quote the same words.
            let known =
                quoted.get(source).and_then(|line| lines.get_mut(*line)).and_then(|line| line.sentences.first_mut());
            if let Some(sentence) = known {
                sentence.tasks.push(place);
                task.sentences.push(sentence.number);
                continue;
            }
            let own = heading(Role::Text, false, source, &mut lines);
            quoted.insert(source, lines.len().saturating_sub(1));
            task.sentences.push(own);
            if let Some(sentence) = lines.last_mut().and_then(|line| line.sentences.first_mut()) {
                sentence.tasks.push(place);
                sentence.pieces.iter_mut().for_each(|piece| piece.task = Some(place));
            }
        }
    }
    Document { path: None, counts: None, lines }
}

/// The headings of a plan, without their numbers.
struct Titles<'h> {
    sections: Vec<&'h str>,
    themes: Vec<&'h str>,
}

impl<'h> Titles<'h> {
    fn new(head: &'h Head) -> Titles<'h> {
        let sections = head.sections.iter();
        Titles {
            sections: sections.clone().map(|section| core(&section.title)).collect(),
            themes: sections.flat_map(|section| &section.themes).map(|theme| core(&theme.title)).collect(),
        }
    }

    fn role(&self, sentence: &SentenceLine<'_>, number: usize) -> Role {
        match core(&sentence.text) {
            words if sentence.context && self.sections.contains(&words) => Role::Section,
            _ if sentence.context && number == 1 => Role::Title,
            _ => Role::Text,
        }
    }

    fn is_theme(&self, sentence: &SentenceLine<'_>) -> bool {
        self.themes.contains(&core(&sentence.text))
    }
}

fn core(title: &str) -> &str {
    without_number(title).trim_matches(is_mark)
}

/// A sentence, cut where tasks' words begin and end. Of words that several tasks quote, the first has them.
fn pieces(text: &str, own: &[usize], tasks: &[SiteTask<'_>]) -> Vec<Piece> {
    let quoted = |place: &usize| {
        let quote = tasks.get(*place)?.source?.trim();
        let span = match text.find(quote) {
            Some(start) if !quote.is_empty() => start..start + quote.len(),
            // The sentence lies in the quote.
            _ => 0..text.len(),
        };
        Some((span.start, span.end, *place))
    };
    let mut spans: Vec<(usize, usize, usize)> = own.iter().filter_map(quoted).collect();
    spans.sort_unstable();
    let mut pieces = Vec::new();
    let mut at = 0;
    for (start, end, task) in spans {
        if start < at {
            continue;
        }
        pieces.extend(piece(text, at, start, None));
        pieces.extend(piece(text, start, end, Some(task)));
        at = end;
    }
    pieces.extend(piece(text, at, text.len(), None));
    pieces
}

fn piece(text: &str, start: usize, end: usize, task: Option<usize>) -> Option<Piece> {
    let words = text.get(start..end).filter(|words| !words.is_empty())?;
    Some(Piece { text: words.to_owned(), task })
}
