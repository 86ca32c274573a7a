//! Which sentences of the source document the tasks cover: the rule behind `trace` and the check of coverage.
//!
//! A sentence ends at `。` or at the end of its line. A task's quote covers a sentence when it lies in it, or
//! the sentence lies in the quote; `context` of `plan.yaml` likewise. The head of the document (the lines
//! before the first `。`, and before what the first task quotes) and the titles of sections and themes are context of themselves.

use std::collections::HashSet;
use std::ops::Range;

use super::marks::{is_mark, without_number};
use super::places::Places;
use crate::plan::Plan;

/// A quote that stands everywhere says nothing; so many of its places are looked at.
const MOST_PLACES: usize = 100;

/// A sentence of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence<'t> {
    /// Its line, from 1.
    pub line: usize,
    /// Its bytes, without white space around it.
    pub span: Range<usize>,
    /// Its words, its full stop included.
    pub text: &'t str,
}

/// A sentence, and what refers to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered<'t> {
    /// The sentence.
    pub sentence: Sentence<'t>,
    /// The tasks that quote it, as their places in the plan, in the plan's order.
    pub tasks: Vec<usize>,
    /// Whether it orders no work: named so by the plan, or a title.
    pub context: bool,
    /// The bytes of the document within the sentence that stand in no quote, without punctuation around them.
    /// Nothing is left out of a title.
    pub left_out: Vec<Range<usize>>,
}

impl Covered<'_> {
    /// Whether neither a task nor the context accounts for the sentence.
    pub fn is_uncovered(&self) -> bool {
        self.tasks.is_empty() && !self.context
    }
}

/// The document's sentences. What holds nothing but punctuation is none.
pub fn sentences(text: &str) -> Vec<Sentence<'_>> {
    lines(text).flat_map(|(number, start, line)| in_line(number, start, line)).collect()
}

/// The sentences that a quote covers.
pub fn quoted<'t>(quote: &str, text: &'t str) -> Vec<Sentence<'t>> {
    let sentences = sentences(text);
    let mut covering: Vec<Covering> = sentences.iter().map(|_| Covering::default()).collect();
    cover_by(quote.trim(), None, &Places::new(text), &sentences, &mut covering);
    let covered = sentences.into_iter().zip(covering).filter(|(_, covering)| covering.context);
    covered.map(|(sentence, _)| sentence).collect()
}

/// What covers every sentence of the document.
pub fn cover<'t>(plan: &Plan, text: &'t str) -> Vec<Covered<'t>> {
    let context = plan.head.context.iter().map(|quote| (quote.as_str(), None));
    let tasks = plan.tasks.iter().enumerate().filter_map(|(at, task)| Some((task.source.as_deref()?, Some(at))));
    let sections = &plan.head.sections;
    let themes = sections.iter().flat_map(|section| &section.themes).map(|theme| (&theme.title, &theme.formerly));
    // The document goes on calling a section what it was called then.
    let titles = sections.iter().map(|section| (&section.title, &section.formerly)).chain(themes);
    let titles = titles.flat_map(|(title, formerly)| std::iter::once(title).chain(formerly)).map(String::as_str);
    cover_by_words(context.chain(tasks), titles, text)
}

/// What covers every sentence of the document: quotes, each with the place of the task whose quote it is
/// (of none: context), and the titles of sections and themes.
pub(crate) fn cover_by_words<'t, 'w>(
    quotes: impl Iterator<Item = (&'w str, Option<usize>)>,
    titles: impl Iterator<Item = &'w str>,
    text: &'t str,
) -> Vec<Covered<'t>> {
    let mut covering = Coverings::new(text, titles);
    quotes.for_each(|(quote, task)| covering.add(quote, task));
    covering.covered()
}

/// The sentences of a document, and what covers them so far.
pub(crate) struct Coverings<'t> {
    text: &'t str,
    sentences: Vec<Sentence<'t>>,
    /// Whether each of them is a title.
    titles: Vec<bool>,
    /// Where the head of the document ends.
    head: usize,
    covering: Vec<Covering>,
    places: Places<'t>,
}

impl<'t> Coverings<'t> {
    /// A document of which nothing is covered but its head, and the titles of sections and themes.
    pub(crate) fn new<'w>(text: &'t str, titles: impl Iterator<Item = &'w str>) -> Coverings<'t> {
        let sentences = sentences(text);
        let named: HashSet<&str> = titles.map(|title| core(without_number(title))).collect();
        let head = head_of(text);
        let mut line_before = 0;
        let mut is_title = |sentence: &Sentence<'_>| {
            let leads = sentence.line != line_before;
            line_before = sentence.line;
            leads && named.contains(core(without_number(sentence.text)))
        };
        let titles = sentences.iter().map(&mut is_title).collect();
        let covering = sentences.iter().map(|_| Covering::default()).collect();
        Coverings { text, sentences, titles, head, covering, places: Places::new(text) }
    }

    /// Adds a quote, of a task or of the context.
    pub(crate) fn add(&mut self, quote: &str, task: Option<usize>) {
        let quote = quote.trim();
        let last = cover_by(quote, task, &self.places, &self.sentences, &mut self.covering);
        // What stands in the title too is quoted from below it.
        self.head = self.head.min(last.filter(|_| task.is_some()).unwrap_or(self.head));
    }

    /// The sentences for which nothing accounts.
    pub(crate) fn uncovered(&self) -> Vec<Range<usize>> {
        let each = self.sentences.iter().zip(&self.titles).zip(&self.covering);
        let open = each.filter(|((sentence, title), covering)| {
            !*title && sentence.span.end > self.head && !covering.context && covering.tasks.is_empty()
        });
        open.map(|((sentence, _), _)| sentence.span.clone()).collect()
    }

    fn covered(self) -> Vec<Covered<'t>> {
        let Coverings { text, sentences, titles, head, covering, places: _ } = self;
        let mut line_before = 0;
        let each = sentences.into_iter().zip(titles).zip(covering);
        each.map(|((sentence, is_title), covering)| {
            let leads = sentence.line != line_before;
            line_before = sentence.line;
            let is_title = is_title || sentence.span.end <= head;
            // A number in front of the words is no part of them.
            let number = if leads { sentence.text.len() - without_number(sentence.text).len() } else { 0 };
            let left_out = if is_title { Vec::new() } else { left_out(&sentence, number, text, covering.spans) };
            Covered { sentence, tasks: covering.tasks, context: covering.context || is_title, left_out }
        })
        .collect()
    }
}

/// What covers one sentence.
#[derive(Default)]
struct Covering {
    tasks: Vec<usize>,
    context: bool,
    spans: Vec<Range<usize>>,
}

/// Notes what a quote covers, and says where it stands last.
fn cover_by(
    quote: &str,
    task: Option<usize>,
    places: &Places<'_>,
    sentences: &[Sentence<'_>],
    covering: &mut [Covering],
) -> Option<usize> {
    if quote.is_empty() {
        return None;
    }
    let mut last = None;
    for start in places.of(quote).take(MOST_PLACES) {
        last = Some(start);
        let quoted = start..start + quote.len();
        let first = sentences.partition_point(|sentence| sentence.span.end <= quoted.start);
        // Two slices, for a pair of iterators would count up to there.
        let behind = sentences.get(first..).unwrap_or_default();
        let touched = behind.iter().zip(covering.get_mut(first..).unwrap_or_default());
        for (sentence, covering) in touched.take_while(|(sentence, _)| sentence.span.start < quoted.end) {
            let words = core_span(sentence);
            let quote_within = sentence.span.start <= quoted.start && quoted.end <= sentence.span.end;
            let within_quote = quoted.start <= words.start && words.end <= quoted.end;
            if !quote_within && !within_quote {
                continue;
            }
            match task {
                Some(task) if covering.tasks.last() != Some(&task) => covering.tasks.push(task),
                Some(_) => {}
                None => covering.context = true,
            }
            covering.spans.push(quoted.clone());
        }
    }
    last
}

/// The pieces of a sentence between the quotes.
fn left_out(sentence: &Sentence<'_>, number: usize, text: &str, mut quoted: Vec<Range<usize>>) -> Vec<Range<usize>> {
    quoted.sort_by_key(|span| (span.start, span.end));
    let mut pieces = Vec::new();
    let mut at = sentence.span.start + number;
    for span in quoted {
        pieces.push(at..span.start.clamp(at, sentence.span.end));
        at = at.max(span.end).min(sentence.span.end);
    }
    pieces.push(at.min(sentence.span.end)..sentence.span.end);
    pieces.into_iter().map(|piece| trimmed(text, piece)).filter(|piece| !piece.is_empty()).collect()
}

fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let whole = text.get(span.clone()).unwrap_or("");
    let front = whole.len() - whole.trim_start_matches(is_mark).len();
    let words = whole.trim_matches(is_mark);
    let (start, end) = (span.start + front, span.start + front + words.len());
    // A mark belongs to the words when its other half does: “…” or （…）.
    let before = text.get(span.start..start).and_then(|marks| marks.chars().next_back());
    let after = text.get(end..span.end).and_then(|marks| marks.chars().next());
    let more = |one: char, other: char| words.matches(one).count() > words.matches(other).count();
    let opens = before.filter(|before| PAIRS.iter().any(|(open, close)| open == before && more(*close, *open)));
    let closes = after.filter(|after| PAIRS.iter().any(|(open, close)| close == after && more(*open, *close)));
    start - opens.map_or(0, char::len_utf8)..end + closes.map_or(0, char::len_utf8)
}

/// Marks that stand in pairs.
const PAIRS: [(char, char); 6] = [('“', '”'), ('‘', '’'), ('（', '）'), ('(', ')'), ('《', '》'), ('【', '】')];

fn core(text: &str) -> &str {
    text.trim_matches(is_mark)
}

fn core_span(sentence: &Sentence<'_>) -> Range<usize> {
    let front = sentence.text.len() - sentence.text.trim_start_matches(is_mark).len();
    let start = sentence.span.start + front;
    start..start + core(sentence.text).len()
}

/// Where the head of the document ends: at the first line that holds a full stop. A document without any has none.
fn head_of(text: &str) -> usize {
    text.find('。').map_or(0, |stop| text.get(..stop).and_then(|before| before.rfind('\n')).unwrap_or(0))
}

fn lines(text: &str) -> impl Iterator<Item = (usize, usize, &str)> {
    let mut at = 0;
    text.split('\n').zip(1..).map(move |(line, number)| {
        let start = at;
        at += line.len() + 1;
        (number, start, line)
    })
}

fn in_line(number: usize, start: usize, line: &str) -> Vec<Sentence<'_>> {
    let mut sentences = Vec::new();
    let mut at = 0;
    while let Some(rest) = line.get(at..).filter(|rest| !rest.is_empty()) {
        let length = rest.find('。').map_or(rest.len(), |stop| {
            let after = rest.get(stop + '。'.len_utf8()..).unwrap_or("");
            // A closing quote belongs to the sentence that it ends.
            let closing = after.len() - after.trim_start_matches(['”', '’', '」', '』', '）', ')', '》']).len();
            stop + '。'.len_utf8() + closing
        });
        let whole = rest.get(..length).unwrap_or(rest);
        let text = whole.trim();
        let begin = start + at + (whole.len() - whole.trim_start().len());
        if !core(text).is_empty() {
            sentences.push(Sentence { line: number, span: begin..begin + text.len(), text });
        }
        at += whole.len();
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOCUMENT: &str = "工作安排\n2020.07.17\n当前,形势向好。一方面,要抓好防控。\n(一)抓好经济\n加快招商。引进企业,做大产业,培育人才。\n完善“一网通办。”\n";

    fn plan(context: &[&str], quotes: &[&str]) -> Plan {
        let head = serde_yaml::from_str(&format!(
            "{{ format: workplan/1, id: p, title: t, issuer: i, issued: 2020-07-17, \
             period: {{ start: 2020-07-01, end: 2020-12-31 }}, context: {context:?}, \
             sections: [{{ id: '1', title: 抓好经济, themes: [{{ id: '11', title: 加快招商 }}] }}] }}"
        ));
        let task = |(number, quote): (usize, &&str)| {
            serde_yaml::from_str(&format!("{{ id: 11-{number}, title: t, kind: milestone, source: '{quote}' }}"))
                .unwrap()
        };
        Plan { head: head.unwrap(), tasks: quotes.iter().enumerate().map(task).collect() }
    }

    #[test]
    fn a_sentence_ends_at_its_stop_or_with_its_line() {
        let found = sentences(DOCUMENT);
        let texts: Vec<_> = found.iter().map(|sentence| (sentence.line, sentence.text)).collect();
        assert_eq!(
            texts,
            [
                (1, "工作安排"),
                (2, "2020.07.17"),
                (3, "当前,形势向好。"),
                (3, "一方面,要抓好防控。"),
                (4, "(一)抓好经济"),
                (5, "加快招商。"),
                (5, "引进企业,做大产业,培育人才。"),
                (6, "完善“一网通办。”"),
            ]
        );
        assert!(found.iter().all(|sentence| DOCUMENT.get(sentence.span.clone()) == Some(sentence.text)));
        assert_eq!(sentences(" \n。\n").len(), 0);
        assert_eq!(sentences("\u{3000}甲。\r\n乙").iter().map(|s| s.text).collect::<Vec<_>>(), ["甲。", "乙"]);
    }

    #[test]
    fn quotes_and_context_cover_and_titles_cover_themselves() {
        let plan = plan(&["当前,形势向好。"], &["引进企业", "培育人才", "一方面,要抓好防控。\n(一)抓好经济", "形势"]);
        let covered = cover(&plan, DOCUMENT);
        let shown: Vec<_> = covered
            .iter()
            .map(|one| {
                let left: Vec<_> = one.left_out.iter().map(|span| &DOCUMENT[span.clone()]).collect();
                (one.tasks.as_slice(), one.context, left.join("|"))
            })
            .collect();
        let none: &[usize] = &[];
        assert_eq!(
            shown,
            [
                (none, true, String::new()),
                (none, true, String::new()),
                (&[3][..], true, String::new()),
                (none, false, "一方面,要抓好防控".into()),
                (none, true, String::new()),
                (none, true, String::new()),
                (&[0, 1][..], false, "做大产业".into()),
                (none, false, "完善“一网通办".into()),
            ]
        );
    }

    #[test]
    fn a_renamed_section_still_covers_its_heading() {
        let mut plan = plan(&[], &[]);
        let by = |plan: &Plan| cover(plan, DOCUMENT).iter().filter(|one| one.context).count();
        let before = by(&plan);
        let section = &mut plan.head.sections[0];
        section.formerly = vec![std::mem::replace(&mut section.title, "经济".to_owned())];
        let theme = &mut section.themes[0];
        theme.formerly = vec![std::mem::replace(&mut theme.title, "招商".to_owned())];
        assert_eq!(by(&plan), before);
    }

    #[test]
    fn a_quote_of_several_sentences_covers_each() {
        let plan = plan(&[], &["加快招商。引进企业,做大产业,培育人才"]);
        let covered = cover(&plan, DOCUMENT);
        assert_eq!(covered[5].tasks, [0]);
        assert_eq!((covered[6].tasks.as_slice(), covered[6].left_out.len()), (&[0][..], 0));
    }

    #[test]
    fn quotes_that_go_beyond_a_sentence_overlap_others() {
        let plan = plan(&[], &["加快招商。引进企业,做大产业,培育人才", "加快招商", "引进企业"]);
        let covered = cover(&plan, DOCUMENT);
        assert_eq!(covered[5].tasks, [0, 1]);
        assert_eq!((covered[6].tasks.as_slice(), covered[6].left_out.len()), (&[0, 2][..], 0));
    }

    #[test]
    fn the_number_of_an_item_is_not_left_out() {
        let text = "安排。\n1.完成甲项目建设。\n（2）完成乙，完成丙。\n";
        let covered = cover(&plan(&["安排"], &["完成甲项目建设", "完成丙"]), text);
        let left = |at: usize| covered[at].left_out.iter().map(|span| &text[span.clone()]).collect::<Vec<_>>();
        assert_eq!((left(1), left(2)), (vec![], vec!["完成乙"]));
    }

    #[test]
    fn titles_lose_their_numbers() {
        for (numbered, title) in [
            ("(一)抓好", "抓好"),
            ("（十一）抓好", "抓好"),
            ("一、抓好", "抓好"),
            ("1.抓好", "抓好"),
            ("12、抓好", "抓好"),
            ("第一章 抓好", "抓好"),
            ("一网通办", "一网通办"),
            ("15分钟圈", "15分钟圈"),
            ("第三届进博会", "第三届进博会"),
        ] {
            assert_eq!(core(without_number(numbered)), title, "{numbered}");
        }
    }

    #[test]
    fn a_document_without_stops_has_no_head() {
        let plan = plan(&[], &["完成甲"]);
        let covered = cover(&plan, "完成甲\n完成乙");
        assert_eq!(covered.iter().map(Covered::is_uncovered).collect::<Vec<_>>(), [false, true]);
    }
}
