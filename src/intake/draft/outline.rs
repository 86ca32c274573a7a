//! The paragraphs with their headings, and which parts of the document look back, or only say what is.

use std::collections::HashSet;

use super::annexes::{self, Annex};
use super::duties::subject;
use super::frames::is_timed;
use super::headed::{headings, is_frame_at, is_note, is_preamble};
use super::headings::{Form, Heading, number};
use super::issue;
use super::issuer::is_signed;
use super::labels::{Says, is_problem, label};
use super::letter;
use super::listed::{ends, holds, words};
use super::masthead::plain;
use super::sentences::{Paragraph, Sentence};
use super::verbs::{begins_in_the_past, looks_ahead, looks_back, only_says, speaks_to_hearers};

/// A paragraph in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block<'t> {
    /// What it is the heading of.
    pub(super) heading: Option<Heading>,
    /// Its sentences, without the heading, and the notes among them.
    pub(super) pieces: Vec<Sentence<'t>>,
    /// Whether it says nothing but when, for what is below it.
    pub(super) frame: bool,
    /// Whether it orders no work: it looks back, or belongs to the head of the document, or only says what is.
    pub(super) idle: bool,
}

impl Block<'_> {
    /// Whether it is nothing but notes of what stands before it.
    pub(super) fn is_note(&self) -> bool {
        self.heading.is_none() && is_note(&self.pieces)
    }

    /// Whether it begins with what it says of the item above it.
    pub(super) fn is_labelled(&self) -> bool {
        let first = self.pieces.first().filter(|first| first.is_text() && self.heading.is_none());
        first.is_some_and(|first| label(first.text).is_some())
    }
}

/// A paragraph that speaks to its hearers and says no more has at most so many sentences.
const LONGEST_SPEECH: usize = 4;

/// The paragraphs with the headings among them.
pub(super) fn outline<'t>(paragraphs: Vec<Paragraph<'t>>, title: &str) -> Vec<Block<'t>> {
    let annexes = annexes::annexes(&paragraphs);
    let headings = headings(&paragraphs, title, &annexes);
    let front = letter::front(&paragraphs, &headings, title);
    let body = headings.iter().position(Option::is_some).unwrap_or(front);
    let frames: HashSet<usize> = (0..paragraphs.len()).filter(|at| is_frame_at(&paragraphs, *at)).collect();
    let wrongs = wrongs(&paragraphs, &headings);
    let signatures: HashSet<usize> = (0..paragraphs.len()).filter(|at| signs(&paragraphs, *at)).collect();
    let mut back = Back::default();
    let mut blocks = Vec::new();
    for (place, (paragraph, heading)) in paragraphs.into_iter().zip(headings).enumerate() {
        let annex = annexes.get(&place);
        if let Some(heading) = &heading {
            back.pass(heading, annex);
        }
        let above = place.checked_sub(1).and_then(|above| annexes.get(&above));
        let named = above.is_some_and(|annex| annex.title.contains(&place));
        let addressed = place < body && letter::addresses(&paragraph);
        let past = heading.is_none() && tells_of_the_past(&paragraph);
        let idle = match paragraph.first().map(|first| item_says(first, heading.is_some())) {
            // What is to be done stands below what was wrong, too.
            Some(Some(Says::Work | Says::Aim)) => place < front,
            Some(Some(Says::Fact)) => true,
            _ if signatures.contains(&place) || wrongs.contains(&place) => true,
            Some(None) | None => {
                let preamble = place < body && heading.is_none() && is_preamble(&paragraph);
                back.is_on() || past || place < front || named || addressed || preamble
            }
        };
        let skipped = usize::from(heading.is_some());
        // 请各单位于3月10日前报送方案: the letter itself orders that.
        let asks = heading.is_none() && (place < front || addressed) && paragraph.iter().any(asks_by_a_day);
        let wrong = heading.is_some() && paragraph.first().is_some_and(|first| is_problem(first.text));
        let pieces = paragraph
            .into_iter()
            .skip(skipped)
            .filter(|piece| !(wrong && piece.is_text()) && (!asks || asks_by_a_day(piece)));
        let (pieces, idle) = (pieces.collect(), idle && !asks);
        blocks.push(Block { heading, pieces, frame: frames.contains(&place), idle });
    }
    blocks
}

/// The part of the document that orders no work, as long as it lasts.
#[derive(Default)]
struct Back {
    under: Option<Form>,
    annex: bool,
}

impl Back {
    fn pass(&mut self, heading: &Heading, annex: Option<&Annex>) {
        if let Some(annex) = annex {
            *self = Back { under: annex.explains.then_some(heading.form), annex: annex.explains };
            return;
        }
        if self.annex {
            return;
        }
        if self.under.is_none_or(|form| heading.form <= form) {
            let told = ends(&heading.title, words!("执行情况 完成情况 落实情况 工作情况 开展情况 进展情况 回顾"));
            let mended = looks_ahead(&heading.title) || holds(&heading.title, words!("整改 解决"));
            // 第三阶段（10月—11月）：总结验收 is work.
            let timed = heading.form == Form::Named || is_timed(&heading.title);
            let looks = looks_back(&heading.title) && (told || !mended) && !timed;
            self.under = (looks || only_says(&heading.title)).then_some(heading.form);
        }
    }

    fn is_on(&self) -> bool {
        self.under.is_some()
    }
}

/// Whether a sentence says who is to do something by which day.
fn asks_by_a_day(piece: &Sentence<'_>) -> bool {
    let words = piece.text.trim();
    let dated = holds(words, words!("日前 月底前 日之前 月末前")) && !letter::passes_on(words);
    piece.is_text() && dated && (words.starts_with(['请', '各']) || subject(words).is_some())
}

/// What a line says of the item it belongs to: 整改措施：…; 问题1：… says what is wrong.
fn item_says(first: &Sentence<'_>, heads: bool) -> Option<Says> {
    let text = Some(first.text.trim()).filter(|_| first.is_text() && !heads)?;
    if is_problem(text) { Some(Says::Fact) } else { label(text).map(|(says, _)| says) }
}

/// The paragraphs that say what is wrong: those between a heading and 整改目标：, 整改措施： and the units below it.
fn wrongs(paragraphs: &[Paragraph<'_>], headings: &[Option<Heading>]) -> HashSet<usize> {
    let mut found = HashSet::new();
    let mut plain: Option<Vec<usize>> = None;
    for (place, (paragraph, heading)) in paragraphs.iter().zip(headings).enumerate() {
        let first = paragraph.first().filter(|first| first.is_text());
        let mends = first.is_some_and(|first| label(first.text).is_some() && first.text.trim().starts_with("整改"));
        if heading.is_some() {
            plain = Some(Vec::new());
        } else if mends {
            found.extend(plain.take().unwrap_or_default());
        } else if first.is_some_and(|first| number(first.text).is_none() && label(first.text).is_none()) {
            plain.iter_mut().for_each(|plain| plain.push(place));
        } else if first.is_some() {
            plain = None;
        }
    }
    found
}

fn tells_of_the_past(paragraph: &Paragraph<'_>) -> bool {
    paragraph.first().is_some_and(|first| {
        first.is_text()
            && (begins_in_the_past(first.text)
                || (paragraph.len() <= LONGEST_SPEECH
                    && speaks_to_hearers(first.text)
                    && !paragraph.iter().any(asks_by_a_day)))
    })
}

/// Whether a paragraph is the name of whoever signs the document, above its day.
fn signs(paragraphs: &[Paragraph<'_>], at: usize) -> bool {
    let only = |at: usize| paragraphs.get(at).filter(|paragraph| paragraph.len() == 1).and_then(|one| one.first());
    let dated = only(at + 1).is_some_and(|day| issue::alone(day.text).is_some());
    dated && only(at).is_some_and(|name| name.is_text() && is_signed(&plain(name.text)))
}
