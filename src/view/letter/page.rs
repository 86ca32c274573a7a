//! The letter as a whole: which of its shapes it has, and what stands in it.

use super::matter::{self, named};
use super::notes::{notes, signed};
use super::words::{ANNEX_FROM, addressee, answer, ending, matters, number, opening, request, title};
use super::{annex, form};
use crate::paper::{Block, Letter, Line, Page, Properties, Tone};
use crate::plan::{Escalation, Language, NoticePurpose};
use crate::report::notice::{Paper, PaperTask};
use crate::say;
use crate::view::common::on_paper;
use crate::words;

/// Lays out a notice.
pub fn notice_letter(paper: &Paper<'_>, lang: Language) -> Letter {
    let letter = match (paper.tasks.as_slice(), paper.purpose, paper.level) {
        ([only], NoticePurpose::Work, Escalation::Remind | Escalation::Urge | Escalation::Supervise) => {
            of_one(paper, only, lang)
        }
        (tasks, ..) if tasks.len() >= ANNEX_FROM => of_many(paper, lang),
        (_, NoticePurpose::Work, _) => of_some(paper, lang),
        (_, NoticePurpose::Report, _) => of_unheard(paper, lang),
    };
    let sample = if paper.header.plan.sample { words::sample_tag(lang) } else { "" };
    let properties = Properties {
        title: format!("{}{sample}", title(paper, lang)),
        creator: Line::plain(paper.header.plan.issuer).text(),
        day: paper.date.to_string(),
    };
    Letter { properties, ..letter }
}

/// One matter: a form, which bears number and day.
fn of_one(paper: &Paper<'_>, only: &PaperTask<'_>, lang: Language) -> Letter {
    let mut page = Page::default();
    page.add(titled(paper, &form::title(paper, lang), lang));
    let form = form::form(paper, only, lang);
    with_notes(paper, Letter { page, form: Some(form), ..Letter::default() }, lang)
}

/// Many matters: a letter of one page, and a table behind it, under which the notes stand.
fn of_many(paper: &Paper<'_>, lang: Language) -> Letter {
    let page = letter_page(paper, [opening, request, answer, annex::named].map(|said| said(paper, lang)), lang);
    let mut table = annex::annex(paper, lang);
    notes(paper, table.has_marks(), lang).into_iter().for_each(|note| table.add(Block::Paragraph(note)));
    let table = table.rewritten(&|text| on_paper(text, lang));
    let letter = around(paper, page, lang);
    Letter { annex: Some((Line::plain(lang.pick("附件", "Annex")), table)), notes: signed(paper, lang), ..letter }
}

/// Some matters, told one after the other.
fn of_some(paper: &Paper<'_>, lang: Language) -> Letter {
    let mut page = letter_page(paper, [opening(paper, lang)], lang);
    page.heading(say!(lang, "一、{}", "1. {}", matters(paper, lang)));
    told(&mut page, paper, lang);
    page.heading(say!(lang, "二、办理要求", "2. What is asked"));
    page.say(request(paper, lang));
    page.heading(say!(lang, "三、反馈要求", "3. Your answer"));
    page.say(answer(paper, lang));
    page.say(ending(paper.level, lang));
    with_notes(paper, around(paper, page.rewritten(&|text| on_paper(text, lang)), lang), lang)
}

/// Some matters of which nothing was heard: a list.
fn of_unheard(paper: &Paper<'_>, lang: Language) -> Letter {
    let mut page = letter_page(paper, [opening(paper, lang)], lang);
    page.add(Block::Items(paper.tasks.iter().map(|task| unheard(task, lang)).collect()));
    [request(paper, lang), answer(paper, lang)].into_iter().for_each(|text| page.say(text));
    with_notes(paper, around(paper, page.rewritten(&|text| on_paper(text, lang)), lang), lang)
}

/// A page with its title and its first paragraphs.
fn letter_page(paper: &Paper<'_>, said: impl IntoIterator<Item = String>, lang: Language) -> Page {
    let mut page = Page::default();
    page.add(titled(paper, &title(paper, lang), lang));
    said.into_iter().for_each(|text| page.say(on_paper(&text, lang)));
    page
}

/// A page with its number, its addressee and its signature.
fn around(paper: &Paper<'_>, page: Page, lang: Language) -> Letter {
    Letter {
        number: Some(Line::plain(number(paper.number))),
        addressee: Some(Line::plain(addressee(paper, lang))),
        page,
        signature: vec![Line::plain(paper.header.plan.issuer), Line::plain(paper.date.long(lang))],
        ..Letter::default()
    }
}

fn with_notes(paper: &Paper<'_>, letter: Letter, lang: Language) -> Letter {
    Letter { notes: signed(paper, lang).into_iter().chain(notes(paper, letter.has_marks(), lang)).collect(), ..letter }
}

fn titled(paper: &Paper<'_>, title: &str, lang: Language) -> Block {
    let title = Line::plain(title);
    Block::Title(match paper.header.plan.sample {
        true => title.with(words::sample_tag(lang), Tone::Red),
        false => title,
    })
}

/// Each matter under a title of its own; who answers for all of them once, above.
fn told(page: &mut Page, paper: &Paper<'_>, lang: Language) {
    let known = paper.people.filter(|(person, leader)| person.is_some() || leader.is_some());
    if let ([first, _, ..], Some(people)) = (paper.tasks.as_slice(), known) {
        let people = matter::people(people, first, lang);
        page.say(say!(lang, "以下事项责任人均为：{people}。", "In charge of all of them: {people}."));
    }
    for (task, number) in paper.tasks.iter().zip(1..) {
        let title = match paper.tasks.len() {
            1 => named(task),
            _ => say!(lang, "（{}）{}", "({}) {}", words::ordinal(lang, number), named(task)),
        };
        page.add(Block::Subheading(Line::plain(title)));
        page.add(Block::Fields(matter::fields(paper, task, lang)));
    }
}

/// `22-07 龚都村92户…（从未报送）`.
fn unheard(task: &PaperTask<'_>, lang: Language) -> Line {
    let (named, last) = (named(task), matter::heard(&task.line, lang));
    Line::plain(say!(lang, "{named}（{last}）", "{named} ({last})"))
}
