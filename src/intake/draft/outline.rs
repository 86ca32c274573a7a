//! Which sentences are headings, and which parts of the document look back.

use super::headings::{Form, number};
use super::metrics;
use super::sentences::{Paragraph, Sentence, is_row};
use super::verbs::{looks_ahead, looks_back, names_an_end};

/// A sentence in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece<'t> {
    /// The sentence.
    pub(super) sentence: Sentence<'t>,
    /// What it is the heading of.
    pub(super) heading: Option<Heading>,
    /// Whether the part it stands in, or its paragraph, tells what has been done.
    pub(super) past: bool,
    /// Whether it begins a paragraph.
    pub(super) leads: bool,
    /// Whether it belongs to the head of the document: title, day, disclosure.
    pub(super) front: bool,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    /// How it is numbered.
    pub(super) form: Form,
    /// Its words, without the number.
    pub(super) title: String,
}

/// The longest heading that has a line of its own, in characters.
const LONGEST_LINE: usize = 50;
/// The longest heading that text follows in its line.
const LONGEST_BEFORE_TEXT: usize = 50;
/// The longest first sentence of a paragraph that is a heading without a number.
const LONGEST_LEAD: usize = 20;
/// The longest `一是…。` that is a heading.
const LONGEST_ORDINAL: usize = 36;
/// A lead stands before at least so much text, in characters.
const LEAST_BELOW_LEAD: usize = 24;

/// A paragraph that speaks to its hearers and says no more has at most so many sentences.
const LONGEST_SPEECH: usize = 4;

/// A lead in a line of its own stands over at least so much text.
const LEAST_BELOW_LINE: usize = 40;

/// The sentences with the headings among them.
pub(super) fn outline<'t>(paragraphs: Vec<Paragraph<'t>>, title: &str) -> Vec<Piece<'t>> {
    let headings: Vec<Option<Heading>> = (0..paragraphs.len()).map(|at| heading(&paragraphs, at, title)).collect();
    let front = front(&paragraphs, &headings, title);
    let mut back: Option<Form> = None;
    let mut pieces = Vec::new();
    for (place, (paragraph, heading)) in paragraphs.into_iter().zip(headings).enumerate() {
        if let Some(heading) = &heading {
            if back.is_none_or(|form| heading.form <= form) {
                back = None;
            }
            if back.is_none() && looks_back(&heading.title) && !looks_ahead(&heading.title) {
                back = Some(heading.form);
            }
        }
        let past = back.is_some() || (heading.is_none() && begins_in_the_past(&paragraph));
        let mut heading = heading;
        for (at, sentence) in paragraph.into_iter().enumerate() {
            pieces.push(Piece { sentence, heading: heading.take(), past, leads: at == 0, front: place < front });
        }
    }
    pieces
}

/// How many paragraphs are the head of the document: the lines up to its title, and those without a full stop
/// or a number that follow.
fn front(paragraphs: &[Paragraph<'_>], headings: &[Option<Heading>], title: &str) -> usize {
    let stopped = |paragraph: &Paragraph<'_>| {
        let first = paragraph.first().map_or("", |first| first.text);
        paragraph.len() > 1 || is_row(first) || first.contains(['。', '；', '，', ',']) || number(first).is_some()
    };
    let titled = paragraphs.iter().position(|paragraph| {
        paragraph
            .first()
            .is_some_and(|first| !title_of(first.text).is_empty() && title_of(title).ends_with(&title_of(first.text)))
    });
    let from = titled.map_or(0, |at| at + 1);
    let body = paragraphs
        .iter()
        .zip(headings)
        .skip(from)
        .position(|(paragraph, heading)| heading.is_some() || stopped(paragraph));
    // A document without a full stop anywhere is a list: its head is its title and what can be no work.
    body.map_or_else(
        || {
            from + paragraphs
                .iter()
                .skip(from)
                .take_while(|paragraph| {
                    paragraph.first().is_some_and(|first| {
                        first.text.chars().count() < 6 || first.text.starts_with(|c: char| c.is_ascii_digit())
                    })
                })
                .count()
        },
        |body| from + body,
    )
}

fn begins_in_the_past(paragraph: &Paragraph<'_>) -> bool {
    paragraph.first().is_some_and(|first| {
        super::verbs::begins_in_the_past(first.text)
            || (paragraph.len() <= LONGEST_SPEECH && super::verbs::speaks_to_hearers(first.text))
    })
}

fn heading(paragraphs: &[Paragraph<'_>], at: usize, title: &str) -> Option<Heading> {
    let paragraph = paragraphs.get(at)?;
    let (first, below) = paragraph.split_first()?;
    let next = paragraphs.get(at + 1).and_then(|next| next.first());
    let form_below = next.map(|next| number(next.text).map(|(form, _)| form));
    match number(first.text) {
        Some((form, words)) => {
            let is_heading = match below {
                [] => {
                    has_own_line(form, words) && form_below.is_some_and(|below| below.is_none_or(|below| below > form))
                }
                _ => leads_text(form, words),
            };
            is_heading.then(|| Heading { form, title: title_of(words) })
        }
        None if below.is_empty() => {
            let words = title_of(first.text);
            let plain = !title_of(title).ends_with(&words) && is_plain_heading(first.text) && next.is_some();
            // A short sentence in a line of its own, over a paragraph without a number.
            let below =
                paragraphs.get(at + 1).filter(|next| next.first().is_some_and(|first| number(first.text).is_none()));
            let over = below.is_some_and(|below| length(below) >= LEAST_BELOW_LINE) && is_lead(first.text);
            match (plain, over) {
                (true, _) => Some(Heading { form: Form::Plain, title: words }),
                (false, true) => Some(Heading { form: Form::Lead, title: words }),
                (false, false) => None,
            }
        }
        None => {
            let lead = is_lead(first.text) && length(below) >= LEAST_BELOW_LEAD;
            lead.then(|| Heading { form: Form::Lead, title: title_of(first.text) })
        }
    }
    .filter(|heading| heading.title.chars().any(char::is_alphanumeric))
}

/// How much text that is, in characters.
fn length(sentences: &[Sentence<'_>]) -> usize {
    sentences.iter().map(|sentence| sentence.text.chars().count()).sum()
}

fn has_own_line(form: Form, words: &str) -> bool {
    let open = !words.ends_with(['；', ';', '，', ',', '。']);
    let outer = form <= Form::HanBracket;
    words.chars().count() <= LONGEST_LINE && (open || (outer && words.ends_with('。')))
}

/// Whether a numbered first sentence only says what the paragraph is about.
fn leads_text(form: Form, words: &str) -> bool {
    let longest = match form {
        Form::Ordinal => LONGEST_ORDINAL,
        Form::Lead => LONGEST_LEAD,
        Form::Plain
        | Form::Chapter
        | Form::Han
        | Form::HanBracket
        | Form::Digit
        | Form::DigitBracket
        | Form::Circle => LONGEST_BEFORE_TEXT,
    };
    let clauses = words.matches(['，', ',']).count();
    let counted = words.contains(['；', ';']) || metrics::targets(words).count() > 0;
    words.chars().count() <= longest && clauses <= 2 && !counted
}

fn is_lead(text: &str) -> bool {
    let simple = !text.contains(['，', ',', '；', ';', '：', ':', '了', '已', '!', '！', '?', '？']);
    // 完成甲。 is work, 加强甲。 may be what a paragraph is about.
    simple
        && !names_an_end(text)
        && text.ends_with('。')
        && text.chars().count() <= LONGEST_LEAD
        && metrics::targets(text).count() == 0
}

fn is_plain_heading(text: &str) -> bool {
    let marked = text.starts_with('#');
    let words = text.trim_start_matches('#').trim();
    let ended = words.ends_with(['。', '；', '，', '：', ':', ',', ';', '！', '!', '、']);
    let short = words.chars().count() <= 30 && !words.contains(['《', '〔', '|', '\t']);
    short && !ended && (marked || looks_back(words) || looks_ahead(words))
}

/// The words of a heading without the marks around it.
fn title_of(words: &str) -> String {
    let marks = |c: char| c.is_whitespace() || "。：:，,；;*#　".contains(c);
    super::sentences::one_line(words.trim_matches(marks))
}
