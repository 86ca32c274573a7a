//! Which paragraphs are headings, and of what form.

use super::annexes;
use super::brackets::without_bracket;
use super::duties::subject;
use super::frames::{is_frame, names_days, names_stage, set_out, stage};
use super::headings::{Form, Heading, number};
use super::labels::label;
use super::listed::{ends, holds, words};
use super::metrics;
use super::parts::Part;
use super::sentences::{Paragraph, Sentence, title_of};
use super::verbs::{begins_with_day, contains_order, looks_ahead, looks_back, names_an_end, only_says};

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
/// A lead in a line of its own stands over at least so much text.
const LEAST_BELOW_LINE: usize = 40;
/// So many notes may stand behind a paragraph.
const MOST_NOTES: usize = 20;

/// What each paragraph is the heading of.
pub(super) fn headings(paragraphs: &[Paragraph<'_>], title: &str, annexes: &annexes::Annexes) -> Vec<Option<Heading>> {
    let mut headings: Vec<Option<Heading>> = Vec::new();
    // An item beside one that is no heading is none either.
    let mut item: Option<Form> = None;
    // 【创建目标】 stands over 一、 where the first such line does, else below it.
    let first = paragraphs.iter().find_map(|paragraph| {
        let first = paragraph.first()?;
        let han = number(first.text).is_some_and(|(form, _)| form == Form::Han);
        (han || is_set_out(paragraph)).then_some(han)
    });
    let set_out_form = if first == Some(false) { Form::Chapter } else { Form::HanBracket };
    for (at, paragraph) in paragraphs.iter().enumerate() {
        // What stands right below `3月：` is to be done in it.
        let timed = at.checked_sub(1).is_some_and(|above| is_frame_at(paragraphs, above));
        let found = match annexes.get(&at) {
            Some(annex) => Some(Heading { form: Form::Plain, title: annex.words.clone(), annex: true }),
            None if timed && paragraph.first().is_some_and(|first| number(first.text).is_none()) => None,
            None if heads_what_remains(paragraphs, at) => {
                let words = paragraph.first().map_or("", |first| first.text.trim().trim_end_matches(['：', ':']));
                Some(Heading { form: Form::Han, title: words.to_owned(), annex: false })
            }
            None => set_out_heading(paragraphs, at, set_out_form).or_else(|| heading(paragraphs, at, title, item)),
        };
        if !is_note(paragraph) {
            let alone = paragraph.iter().filter(|piece| piece.is_text()).count() == 1;
            let form = paragraph.first().and_then(|first| number(first.text)).map(|(form, _)| form);
            item = form.filter(|form| found.is_none() && (alone || item == Some(*form)));
        }
        headings.push(found);
    }
    headings
}

/// Whether a paragraph says nothing but when: 3月：; 九月, over items.
pub(super) fn is_frame_at(paragraphs: &[Paragraph<'_>], at: usize) -> bool {
    let first = |at: usize| paragraphs.get(at).and_then(|paragraph| paragraph.first()).filter(|first| first.is_text());
    let over = || first(at + 1).and_then(|next| number(next.text)).is_some_and(|(form, _)| form >= Form::Digit);
    first(at).is_some_and(|own| is_frame(own.text) || (names_days(own.text.trim()) && over()))
}

/// What stands below a paragraph.
struct Below<'p, 't> {
    next: Option<&'p Paragraph<'t>>,
    /// Whether a note of its own stands behind it.
    noted: bool,
    /// Whether it says nothing but when.
    frame: bool,
}

impl Below<'_, '_> {
    fn form(&self) -> Option<Form> {
        self.next.and_then(|next| next.first()).and_then(|next| number(next.text)).map(|(form, _)| form)
    }

    fn is_frame(&self) -> bool {
        self.frame
    }

    fn is_labelled(&self) -> bool {
        let next = self.next.and_then(|next| next.first()).filter(|next| next.is_text());
        next.is_some_and(|next| label(next.text).is_some())
    }

    fn is_table(&self) -> bool {
        self.next.and_then(|next| next.first()).is_some_and(|next| !next.is_text())
    }
}

fn below<'p, 't>(paragraphs: &'p [Paragraph<'t>], at: usize) -> Below<'p, 't> {
    let behind = paragraphs.get(at + 1..).unwrap_or_default();
    let notes = behind.iter().take(MOST_NOTES).take_while(|paragraph| is_note(paragraph)).count();
    let own = paragraphs.get(at).is_some_and(|own| own.iter().any(|piece| matches!(piece.part, Part::Note(_))));
    let frame = is_frame_at(paragraphs, at + 1 + notes);
    Below { next: behind.get(notes), noted: notes > 0 || own, frame }
}

fn heading(paragraphs: &[Paragraph<'_>], at: usize, title: &str, item: Option<Form>) -> Option<Heading> {
    let paragraph = paragraphs.get(at)?;
    let (first, rest) = paragraph.split_first()?;
    let text: Vec<&Sentence<'_>> = rest.iter().filter(|piece| piece.is_text() && !is_bracket(piece.text)).collect();
    let below = below(paragraphs, at);
    let found = match (&first.part, number(first.text)) {
        (Part::Band, _) => Some((Form::Lead, number(first.text).map_or(first.text, |(_, words)| words))),
        (Part::Text, Some((form, words))) => {
            let is_heading = match text.as_slice() {
                [] => heads_a_line(form, words, &below, item),
                _ => leads_text(form, words) && (item != Some(form) || !below.noted),
            };
            // 第一阶段（3月—5月）：动员部署: the bracket says when all below it is.
            is_heading.then_some((form, if stage(first.text).is_some() { first.text } else { words }))
        }
        (Part::Text, None) if !is_preamble(paragraph) => {
            without_number(first.text, &text, &below, title).map(|form| (form, first.text))
        }
        (Part::Text | Part::Note(_) | Part::Front(_) | Part::Row(_) | Part::Idle, _) => None,
    };
    let heading = found.map(|(form, words)| Heading { form, title: title_of(words), annex: false });
    heading.filter(|heading| heading.title.chars().any(char::is_alphanumeric))
}

/// 工作要求： in a line of its own, over text without numbers: no item's any more.
fn heads_what_remains(paragraphs: &[Paragraph<'_>], at: usize) -> bool {
    let only = |at: usize| paragraphs.get(at).filter(|paragraph| paragraph.len() == 1).and_then(|one| one.first());
    let names = words!("工作要求 有关要求 几点要求 相关要求 保障措施 组织保障 总体要求");
    let named =
        only(at).is_some_and(|line| line.is_text() && names.names(line.text.trim().trim_end_matches(['：', ':'])));
    let next = paragraphs.get(at + 1).and_then(|next| next.first()).filter(|next| next.is_text());
    named && next.is_some_and(|next| number(next.text).is_none() && label(next.text).is_none())
}

/// 【创建目标】 in a line of its own.
fn set_out_heading(paragraphs: &[Paragraph<'_>], at: usize, form: Form) -> Option<Heading> {
    let paragraph = paragraphs.get(at).filter(|paragraph| is_set_out(paragraph) && at + 1 < paragraphs.len())?;
    let title = paragraph.first().and_then(|only| set_out(only.text.trim()))?;
    Some(Heading { form, title: title.to_owned(), annex: false })
}

fn is_set_out(paragraph: &Paragraph<'_>) -> bool {
    let [only] = paragraph.as_slice() else { return false };
    only.is_text()
        && only.text.trim().starts_with('【')
        && !is_frame(only.text)
        && set_out(only.text.trim()).is_some_and(is_short_line)
}

/// （团委）: nothing but a bracket behind a sentence.
fn is_bracket(text: &str) -> bool {
    let bare = text.trim().trim_end_matches('。');
    bare.starts_with(['（', '(']) && bare.ends_with(['）', ')']) && bare.chars().count() <= LONGEST_LEAD
}

/// Whether a numbered line stands over what is below it. One sentence with a note is an order.
fn heads_a_line(form: Form, words: &str, below: &Below<'_, '_>, item: Option<Form>) -> bool {
    let deeper = below.form().is_some_and(|next| next > form);
    // （一）净化周边环境。（甲局牵头） over a paragraph without a number: the note is about all of it.
    let leads =
        form <= Form::Digit && is_lead(words) && below.next.is_some_and(|next| !is_note(next)) && !below.is_table();
    // 第二件：改造户厕1.2万户 is work, whatever is said of it below.
    if form == Form::Named && !deeper && metrics::targets(words).count() > 0 {
        return false;
    }
    let over = match below.next {
        None => false,
        Some(_) if below.noted && below.form().is_none() && leads => true,
        // 问题一、…。 with its fields, over 整改措施：….
        Some(_) if form == Form::Named && below.is_labelled() => true,
        Some(_) if below.noted || item == Some(form) => deeper,
        Some(_) if below.is_frame() => form <= Form::HanBracket,
        Some(_) => deeper || below.is_table() || below.form().is_none(),
    };
    // （二）县卫健局负责开展义诊20场。 orders, whatever stands below it.
    let ordered = words.ends_with('。') && subject(words).is_some();
    over && !ordered && has_own_line(form, words)
}

/// How a paragraph without a number heads what follows.
fn without_number(first: &str, text: &[&Sentence<'_>], below: &Below<'_, '_>, title: &str) -> Option<Form> {
    if names_stage(first) && (!text.is_empty() || below.next.is_some() && below.form() != Some(Form::Han)) {
        return Some(Form::Named);
    }
    if !text.is_empty() {
        return (is_lead(first) && length(text.iter().copied()) >= LEAST_BELOW_LEAD).then_some(Form::Lead);
    }
    // 目标任务：… says more of the item above it.
    if label(first).is_some() {
        return None;
    }
    let words = title_of(first);
    let dated = below.is_frame() && is_short_line(first) && !is_frame(first);
    let plain = !title_of(title).ends_with(&words) && is_plain_heading(first) && below.next.is_some();
    if (plain || dated) && !below.noted {
        return Some(Form::Plain);
    }
    // A short sentence in a line of its own, over a paragraph without a number.
    let next = below.next.filter(|next| next.first().is_some_and(|first| number(first.text).is_none()));
    let over = next.is_some_and(|next| length(next.iter()) >= LEAST_BELOW_LINE) && is_lead(first) && !below.noted;
    over.then_some(Form::Lead)
}

/// How much text that is, in characters.
fn length<'s, 't: 's>(sentences: impl Iterator<Item = &'s Sentence<'t>>) -> usize {
    sentences.map(|sentence| sentence.text.chars().count()).sum()
}

fn has_own_line(form: Form, words: &str) -> bool {
    let open = !words.ends_with(['；', ';', '，', ',', '。']);
    let outer = form <= Form::Named;
    words.chars().count() <= LONGEST_LINE && (open || (outer && words.ends_with('。') && leads_text(form, words)))
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
        | Form::Named
        | Form::Digit
        | Form::DigitBracket
        | Form::Circle
        | Form::Bullet => LONGEST_BEFORE_TEXT,
    };
    let clauses = words.matches(['，', ',']).count();
    let counted = words.contains(['；', ';']) || metrics::targets(words).count() > 0;
    // 2.2026年1月1日至11月30日开展…: what has its day is work.
    // 细化方案（2月底前）。: the bracket says when all of it is.
    let plain = without_bracket(words.trim_end_matches('。'));
    let due = begins_with_day(words) || holds(plain, words!("年内 年底前 月底前 日前 不超过 不少于 不低于"));
    let dated = due && contains_order(words) && !looks_ahead(words);
    // 统计站要核对数据。 says who is to do what.
    let ordered = subject(words).is_some();
    words.chars().count() <= longest && clauses <= 2 && !counted && !dated && !ordered
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

fn is_short_line(words: &str) -> bool {
    let ended = words.ends_with(['。', '；', '，', '：', ':', ',', ';', '！', '!', '、']);
    words.chars().count() <= 30 && !words.contains(['《', '〔', '|', '\t']) && !ended
}

fn is_plain_heading(text: &str) -> bool {
    let marked = text.starts_with('#');
    let words = text.trim_start_matches('#').trim();
    is_short_line(words) && (marked || looks_back(words) || looks_ahead(words) || only_says(words))
}

/// 就业是最大的民生。…。为此，提出以下意见：
pub(super) fn is_preamble(paragraph: &Paragraph<'_>) -> bool {
    let last = paragraph.iter().rev().find(|piece| piece.is_text()).map(|piece| piece.text.trim());
    last.is_some_and(|last| {
        let bare = last.trim_end_matches(['。', '：', ':']);
        let own = words!("制定本方案 制定本计划 制定本意见 制定本措施 制定本行动计划 制定本实施方案 制定本工作方案 制定本要点 制定如下方案");
        let clause = bare.rsplit(['，', ',']).next().unwrap_or(bare);
        ends(clause, own) || ends(clause, words!("如下意见 以下意见 以下措施 如下措施 通知如下 方案如下 安排如下 措施如下 意见如下"))
    })
}

/// Whether a paragraph is nothing but notes of what stands before it.
pub(super) fn is_note(pieces: &[Sentence<'_>]) -> bool {
    !pieces.is_empty() && pieces.iter().all(|piece| matches!(piece.part, Part::Note(_)))
}
