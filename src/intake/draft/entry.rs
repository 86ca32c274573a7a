//! An item with the lines below it that go on with it: its fields, 整改措施：…, and its numbered parts.

use super::agents::agents;
use super::around::Around;
use super::fields::Fields;
use super::frames::lead;
use super::headings::{Form, number};
use super::labels::{is_bare, is_problem, label};
use super::outline::Block;
use super::pending::{Pending, assign, keeps_its_days};

/// How a paragraph stands to the item above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// It begins another one.
    New,
    /// It is a part of it, with a number.
    Part,
    /// It says more of it.
    Line,
}

/// The item that is being read.
#[derive(Default)]
pub(super) struct Entry {
    /// Where its tasks begin among those since the heading.
    pub(super) start: usize,
    /// How it is numbered.
    form: Option<Form>,
    /// Whether notes in lines of their own are about it and nothing else: it is named by a word and a number, or has labelled lines.
    pub(super) whole: bool,
    /// Whether lines with labels stand between the work and its fields: no quote holds both.
    pub(super) labelled: bool,
    /// Whether numbered parts of it have begun.
    pub(super) parts: bool,
    /// Whether one of them had a note of its own.
    pub(super) noted_parts: bool,
    /// Whether the lines that follow are listed under a label: 整改措施：.
    listing: bool,
    /// What was said of it before what is to be done.
    held: Fields,
    /// What is wrong, or to be reached: work where nothing else is.
    pub(super) spare: Vec<Pending>,
}

impl Entry {
    /// What begins behind so many tasks; `labelled`: with a label of its own.
    pub(super) fn new(start: usize, form: Option<Form>, labelled: bool) -> Entry {
        Entry { start, form, whole: form == Some(Form::Named) || labelled, labelled, ..Entry::default() }
    }

    /// How a paragraph that is no note goes on.
    pub(super) fn step(&mut self, block: &Block<'_>) -> Step {
        let Some(first) = block.pieces.first().filter(|first| first.is_text() && block.heading.is_none()) else {
            return Step::New;
        };
        let form = number(first.text).map(|(form, _)| form);
        let deeper = form.is_none_or(|form| self.form.is_some_and(|outer| outer < form));
        if label(first.text).is_some() && deeper && !(form.is_some() && is_problem(first.text)) {
            (self.whole, self.labelled) = (true, true);
            self.listing = is_bare(first.text);
            return Step::Line;
        }
        match form {
            Some(_) if deeper && !is_problem(first.text) => Step::Part,
            None if self.whole && (self.listing || lead(first.text).is_some()) => Step::Line,
            Some(_) | None => Step::New,
        }
    }

    /// Keeps what a note says for the tasks that follow.
    pub(super) fn hold(&mut self, fields: Fields) {
        self.held.add(fields);
    }

    /// The item ends: what was kept is said of its tasks.
    pub(super) fn close(&mut self, open: &mut Vec<Pending>, around: &Around<'_>) {
        let held = std::mem::take(&mut self.held);
        if held == Fields::default() {
            return;
        }
        if open.len() <= self.start {
            open.append(&mut self.spare);
        }
        let about = open.iter_mut().skip(self.start).filter(|task| !task.noted).collect();
        share(about, &held, 0, around);
    }
}

/// Gives the tasks of an item what a note says of them. Those whose own words say who is to do them keep to that, and to their days.
pub(super) fn share(about: Vec<&mut Pending>, fields: &Fields, end: usize, around: &Around<'_>) {
    if about.len() < 2 {
        return assign(about, fields, end, around);
    }
    about.into_iter().for_each(|pending| share_one(pending, fields, around));
}

fn share_one(pending: &mut Pending, fields: &Fields, around: &Around<'_>) {
    let deadline = fields.deadline.clone().filter(|_| !keeps_its_days(&pending.task));
    let mut said = Fields { deadline, ..fields.clone() };
    if let Some(Fields { lead, support, .. }) = doer(pending, fields) {
        (said.lead, said.support) = (lead, support);
    }
    assign(vec![pending], &said, 0, around);
}

/// Gives tasks below a heading what is said of all that stands there. Where a sentence itself names one of those units, that one
/// does what it says.
pub(super) fn inherit(about: Vec<&mut Pending>, fields: &Fields, around: &Around<'_>) {
    let among = |unit: &String| fields.lead.as_ref() == Some(unit) || fields.support.contains(unit);
    let leads = |pending: &&mut Pending| doer(pending, fields).and_then(|own| own.lead).as_ref().is_some_and(among);
    let (own, others): (Vec<_>, Vec<_>) = about.into_iter().partition(leads);
    own.into_iter().for_each(|pending| share_one(pending, fields, around));
    assign(others, fields, 0, around);
}

/// Whom the words of a task themselves name.
fn doer(pending: &Pending, fields: &Fields) -> Option<Fields> {
    let named = || begins_with_one(&pending.task.source, fields);
    pending.prose.clone().or_else(|| agents(&pending.task.source)).or_else(named)
}

/// 县财政局于6月底前拨付资金: one of the units that the note names begins the sentence.
fn begins_with_one(sentence: &str, fields: &Fields) -> Option<Fields> {
    let mut units = fields.lead.iter().chain(&fields.support);
    let lead = units.find(|unit| sentence.starts_with(unit.as_str()))?;
    let goes_on = sentence.get(lead.len()..).is_some_and(|rest| !rest.starts_with(['、', '，', '和', '及']));
    goes_on.then(|| Fields { lead: Some(lead.clone()), ..Fields::default() })
}
