//! The sections, themes and tasks of a document's outline.

use super::around::Around;
use super::entry::{Entry, Step, inherit, share};
use super::fields::{Fields, answers_below};
use super::fronts;
use super::head::{Basis, DraftHead};
use super::headings::{Form, Heading, number};
use super::indicators::counts;
use super::labels::{Says, is_bare, is_problem, label};
use super::levels::Levels;
use super::listed::{holds, words};
use super::metrics::{Targets, targets};
use super::numbering::{Numberless, numbered};
use super::outline::Block;
use super::parties::{Below, Parties};
use super::parts::{Part, Row};
use super::past::Past;
use super::pending::{Pending, assign};
use super::plan::DraftSection;
use super::sentences::Sentence;
use super::tasks::{forced, of_row, ordered, tasks, whole};
use super::verbs::contains_order;
use super::within::Within;

/// The sections that hold tasks.
pub(super) fn sections(blocks: &[Block<'_>], text: &str, head: &DraftHead, parties: Parties) -> Vec<DraftSection> {
    let levels = Levels::of(blocks);
    let mut reader = Reader {
        levels: &levels,
        parts: vec![Numberless::default()],
        open: Vec::new(),
        paragraph: 0,
        entry: Entry::default(),
        said: None,
        noted: false,
        answering: None,
        item: None,
        timed: false,
        timed_items: None,
        above: Vec::new(),
        headed: Vec::new(),
        aims: Vec::new(),
        parties,
        party: None,
        around: Around {
            text,
            period: Within::of(head),
            issued: (head.issued.basis != Basis::Assumed).then_some(head.issued.value),
            frames: Vec::new(),
            last: None,
        },
    };
    for (at, block) in blocks.iter().enumerate() {
        let noted_below = blocks.get(at + 1).is_some_and(Block::is_note);
        let labelled_below = blocks.get(at + 1).is_some_and(Block::is_labelled);
        reader.read(block, noted_below, labelled_below);
    }
    reader.close();
    numbered(reader.parts, !levels.sections.is_empty())
}

/// A note that was read, and not yet given to the tasks that it is about.
struct Said {
    fields: Fields,
    /// Where it ends in the document.
    end: usize,
    /// Whether it stands in a line of its own.
    own_line: bool,
}

/// The reading of a document, block by block.
struct Reader<'r, 't> {
    levels: &'r Levels,
    parts: Vec<Numberless>,
    /// The tasks since the last heading.
    open: Vec<Pending>,
    /// Where those of the last paragraph begin.
    paragraph: usize,
    /// The item that stands there, with the lines below it that go on with it.
    entry: Entry,
    said: Option<Said>,
    /// Who answers for all that follows, as a note has said.
    answering: Option<String>,
    /// Whether a note was given to tasks since the last heading.
    noted: bool,
    /// The number of the last item for which a note stands: its neighbours are orders too.
    item: Option<Form>,
    /// Whether the line above says nothing but when: what stands below it is to be done.
    timed: bool,
    /// How the items below that line are numbered: all of them are to be done.
    timed_items: Option<Form>,
    /// What headings say of all that stands below them.
    above: Vec<(Form, Fields)>,
    /// The numbers of headings that no task has been told of.
    headed: Vec<(Form, String)>,
    /// The headings over what is to be reached: a number below one of them is work without a verb.
    aims: Vec<Form>,
    parties: Parties,
    /// Whose work an undertaking says stands below its headings.
    party: Option<(Form, Below)>,
    around: Around<'t>,
}

impl Reader<'_, '_> {
    /// `noted_below`: notes in lines of their own follow; `labelled_below`: a line with a label does.
    fn read(&mut self, block: &Block<'_>, noted_below: bool, labelled_below: bool) {
        let note = block.is_note();
        let form = block.pieces.first().and_then(|first| number(first.text)).map(|(form, _)| form);
        let step = if note { Step::Line } else { self.step(block, form) };
        if let Some(heading) = &block.heading {
            self.head(heading);
            self.remember_numbers(heading, block.idle);
        } else if let [only] = block.pieces.as_slice()
            && block.frame
            && self.around.enter_frame(only)
        {
            (self.timed, self.timed_items) = (true, None);
            return;
        }
        let first = block.pieces.first().filter(|first| first.is_text());
        let says = first.filter(|_| block.heading.is_none()).and_then(|first| label(first.text)).map(|(says, _)| says);
        let within = first.is_some_and(|first| self.begin(first, block.idle));
        let own_note = noted_below || block.pieces.iter().any(|piece| matches!(piece.part, Part::Note(_)));
        let below_frame = std::mem::take(&mut self.timed);
        self.timed_items = if below_frame { form } else { self.timed_items };
        let timed = below_frame || within || form.is_some() && form == self.timed_items;
        // 县公安局：按季度报送进展。 orders, whatever its words begin with.
        let fronted = block.pieces.iter().any(|piece| matches!(piece.part, Part::Front(_)));
        let told = fronted && block.pieces.iter().any(|piece| piece.is_text() && contains_order(piece.text));
        let beside = form.is_some() && form == self.item && !labelled_below;
        let noted = own_note || told || timed || beside;
        self.item = form.filter(|_| own_note).or(self.item);
        let aimed = !self.aims.is_empty();
        let ordered = |piece: &Sentence<'_>| ordered(piece, noted) || (aimed && counts(piece.text));
        let texts = || block.pieces.iter().filter(|piece| piece.is_text());
        let orders = texts().any(ordered);
        let mut past = Past::default();
        let mut front: Option<&Fields> = None;
        for piece in &block.pieces {
            if piece.is_text() && past.tells(piece.text, self.around.period.first_year()) {
                continue;
            }
            match &piece.part {
                Part::Note(fields) => self.note(fields, piece, note),
                Part::Front(fields) => {
                    self.settle();
                    front = Some(fields);
                }
                Part::Text if !block.idle && !is_bare(piece.text) => {
                    if step == Step::New || self.said.as_ref().is_some_and(|said| !said.own_line) {
                        self.settle();
                    }
                    let listed = says == Some(Says::Work);
                    let mut found = match (ordered(piece), (orders || !noted) && !listed) {
                        (true, _) => tasks(piece, &self.around),
                        (false, true) => Vec::new(),
                        (false, false) => forced(piece, &self.around),
                    };
                    if let Some(front) = front {
                        found.iter_mut().for_each(|pending| pending.lead_by(front));
                    }
                    self.open(found, says == Some(Says::Aim));
                }
                Part::Row(rows) if !block.idle => rows.iter().for_each(|row| self.row(row)),
                Part::Text | Part::Row(_) | Part::Idle | Part::Band => {}
            }
        }
        if within {
            self.around.leave_lead();
        }
    }

    /// Takes note of what a paragraph begins with: a stage, a problem, a day. Whether a day holds for all of it.
    fn begin(&mut self, first: &Sentence<'_>, idle: bool) -> bool {
        self.around.enter_stage(first.text);
        if idle && is_problem(first.text) {
            self.entry.spare.push(whole(first, &self.around));
        }
        self.around.enter_lead(first.text)
    }

    /// Opens tasks. What is to be reached is work where it counts, or where nothing else is said.
    fn open(&mut self, found: Vec<Pending>, aim: bool) {
        let (work, spare): (Vec<_>, Vec<_>) = found.into_iter().partition(|task| !aim || task.counts());
        self.open.extend(work);
        self.entry.spare.extend(spare);
    }

    /// How a paragraph that is no note stands to the item above it, which it may end.
    fn step(&mut self, block: &Block<'_>, form: Option<Form>) -> Step {
        let step = self.entry.step(block);
        match step {
            Step::New => {
                self.close_entry();
                // What a paragraph without a number says below a heading belongs to the heading's matter.
                let matter = self.open.is_empty().then(|| self.above.last().map(|(form, _)| *form)).flatten();
                self.entry = Entry::new(self.open.len(), form.or(matter), block.is_labelled());
            }
            Step::Part if self.entry.whole => {
                if self.entry.parts {
                    self.entry.noted_parts |= self.said.is_some();
                    self.settle();
                } else if let Some(said) = self.said.take() {
                    self.entry.hold(said.fields);
                }
                self.entry.parts = true;
            }
            Step::Part => self.settle(),
            Step::Line => {}
        }
        self.paragraph = self.open.len();
        step
    }

    fn close_entry(&mut self) {
        self.settle();
        self.entry.close(&mut self.open, &self.around);
    }

    /// Remembers what a note says, until it is seen what it is about.
    fn note(&mut self, fields: &Fields, piece: &Sentence<'_>, own_line: bool) {
        let said = self.said.get_or_insert_with(|| Said { fields: Fields::default(), end: 0, own_line });
        said.fields.add(fields.clone());
        said.end = piece.span.end;
        self.answering = answers_below(piece.text).or(self.answering.take());
        // Those who guide leave the work to whoever answers for all of it.
        if said.fields.lead.is_none() && said.fields.names_units() {
            said.fields.lead.clone_from(&self.answering);
        }
    }

    /// Gives a note to the tasks that it is about: those before it in its paragraph. A note in a line of its own is about all
    /// since the heading, where none of them has had one; one right behind a heading about all that follows.
    fn settle(&mut self) {
        let Some(said) = self.said.take() else { return };
        let from = match said.own_line {
            true if self.entry.whole && !self.entry.noted_parts => self.entry.start,
            true if !self.noted && !self.entry.whole => 0,
            true | false => self.paragraph,
        };
        let about: Vec<&mut Pending> = self.open.iter_mut().skip(from).filter(|task| !task.noted).collect();
        if about.is_empty() && self.entry.whole {
            self.entry.hold(said.fields);
            return;
        }
        if about.is_empty() {
            let last = self.above.last_mut();
            if let Some((_, fields)) = last.filter(|_| self.open.is_empty()) {
                fields.add(said.fields);
            }
            return;
        }
        self.noted = true;
        if self.entry.whole {
            let end = if self.entry.labelled { 0 } else { said.end };
            share(about, &said.fields, end, &self.around);
        } else {
            assign(about, &said.fields, said.end, &self.around);
        }
    }

    fn head(&mut self, heading: &Heading) {
        self.flush();
        self.entry = Entry::new(0, Some(heading.form), false);
        (self.item, self.timed_items) = (None, None);
        self.above.retain(|(form, _)| *form < heading.form && !heading.annex);
        self.above.push((heading.form, fronts::of_heading(&heading.title).unwrap_or_default()));
        self.aims.retain(|form| *form < heading.form && !heading.annex);
        self.aims.extend(holds(&heading.title, words!("目标 指标")).then_some(heading.form));
        self.around.head(heading);
        self.undertakes(heading);
        let title = heading.title.clone();
        let outer = self.levels.sections.first().is_some_and(|section| heading.form < *section);
        if self.levels.sections.contains(&heading.form) || outer || heading.annex {
            self.parts.push(Numberless { title: Some(title), ..Numberless::default() });
        } else if self.heads_theme(heading.form)
            && let Some(part) = self.parts.last_mut().filter(|part| part.title.is_some())
        {
            part.themes.push((title, Vec::new()));
        }
    }

    /// Takes note of the party that a heading names, for as long as no other heading of its form stands, whatever stands below it:
    /// 第二条 乙方责任 over （一）.
    fn undertakes(&mut self, heading: &Heading) {
        let beside = self.party.as_ref().is_some_and(|(form, _)| *form == heading.form || heading.annex);
        let below = self.parties.below(&heading.title);
        let sure = self.party.as_ref().is_some_and(|(_, known)| known.sure);
        match below.filter(|below| below.sure || beside || !sure) {
            Some(below) => self.party = Some((heading.form, below)),
            None if beside => self.party = None,
            None => {}
        }
    }

    /// Whether a heading of that form makes a theme: also 项目一：, where no other theme stands over it.
    fn heads_theme(&self, form: Form) -> bool {
        let theme = self.levels.theme;
        let over = self.above.iter().any(|(above, _)| *above < form && theme == Some(*above));
        theme == Some(form) || (form == Form::Named && self.levels.named && !over && !self.levels.sections.is_empty())
    }

    /// A number of a heading is told with the first task below it: 新改建农村公路30公里.
    fn remember_numbers(&mut self, heading: &Heading, idle: bool) {
        self.headed.retain(|(form, _)| *form < heading.form && !heading.annex);
        if !idle {
            let Targets { metrics, guesses } = targets(&heading.title);
            let said = metrics.into_iter().map(|metric| metric.says).chain(guesses);
            self.headed.extend(said.map(|says| (heading.form, says)));
        }
    }

    fn row(&mut self, row: &Row) {
        self.settle();
        if let Some(band) = &row.band {
            self.band(band);
        }
        self.open.extend(of_row(row, &self.around));
    }

    /// A kind of work in a table is a theme of the section, or a section where the document has none.
    fn band(&mut self, band: &str) {
        let Some(part) = self.parts.last() else { return };
        let known = match part.title {
            Some(_) => part.themes.last().map(|(title, _)| title.as_str()),
            None => None,
        };
        if known == Some(band) || part.title.as_deref() == Some(band) && part.themes.is_empty() {
            return;
        }
        self.flush();
        match self.parts.last_mut() {
            Some(part) if part.title.is_some() && !self.levels.sections.is_empty() => {
                part.themes.push((band.to_owned(), Vec::new()));
            }
            _ => self.parts.push(Numberless { title: Some(band.to_owned()), ..Numberless::default() }),
        }
    }

    fn flush(&mut self) {
        self.close_entry();
        let above = self.above.iter().rev().map(|(_, fields)| fields);
        let inherited = above.clone().find(|fields| fields.names_units()).cloned();
        if let Some(fields) = &inherited {
            inherit(self.open.iter_mut().filter(|task| !task.noted).collect(), fields, &self.around);
        }
        self.open.iter_mut().for_each(|pending| pending.settle_units(inherited.as_ref()));
        let below = self.party.as_ref().map(|(_, below)| below);
        self.open.iter_mut().for_each(|pending| pending.undertaken(&self.parties, below));
        if let Some(first) = self.open.first_mut() {
            first.task.headed = self.headed.drain(..).map(|(_, says)| says).collect();
        }
        let done = std::mem::take(&mut self.open).into_iter().map(|pending| pending.task);
        (self.paragraph, self.noted) = (0, false);
        self.entry = Entry::default();
        let Some(part) = self.parts.last_mut() else { return };
        match part.themes.last_mut() {
            Some((_, tasks)) => tasks.extend(done),
            None => part.tasks.extend(done),
        }
    }

    fn close(&mut self) {
        self.flush();
    }
}
