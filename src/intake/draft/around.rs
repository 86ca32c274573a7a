//! What stands around a task in its document: the period, and the days that lines and headings above it name.

use crate::plan::Date;

use super::frames::{frame, heading_days, lead, stage};
use super::headings::{Form, Heading, number};
use super::sentences::Sentence;
use super::within::Within;

/// What stands around a task in its document.
pub(super) struct Around<'t> {
    /// The document.
    pub(super) text: &'t str,
    /// The days over which the plan runs.
    pub(super) period: Within,
    /// The day of issue, where it is known.
    pub(super) issued: Option<Date>,
    /// The days that lines and headings above it name, the innermost last.
    pub(super) frames: Vec<Frame>,
    /// The last day that such a line has named.
    pub(super) last: Option<Date>,
}

/// So many first months of a year follow its last ones in a list.
const EARLY: i64 = 2;

/// Days that hold for what is below them.
pub(super) struct Frame {
    form: Form,
    /// The words that name them.
    pub(super) words: String,
    /// None where they would go back behind those before: 1月 below 12月 is of another year.
    pub(super) days: Option<(Option<Date>, Date)>,
}

impl Around<'_> {
    /// Takes note of a line that says nothing but when.
    pub(super) fn enter_frame(&mut self, line: &Sentence<'_>) -> bool {
        if !line.is_text() {
            return false;
        }
        self.enter_stage(line.text);
        if stage(line.text).is_none() {
            self.enter(line.text.trim().trim_end_matches(['：', ':']));
        }
        true
    }

    /// Takes note of the days that a stage names at its beginning: 第一阶段（3月—5月）完成….
    pub(super) fn enter_stage(&mut self, text: &str) {
        let text = number(text).filter(|(_, rest)| stage(rest).is_some()).map_or(text, |(_, rest)| rest);
        if let Some((words, _)) = stage(text) {
            self.last = None;
            self.frames.retain(|frame| frame.form < Form::Lead);
            self.enter(words);
        }
    }

    /// Takes note of the days with which a line begins, for as long as the line goes on: 一季度：完成招标.
    pub(super) fn enter_lead(&mut self, text: &str) -> bool {
        let text = number(text).map_or(text, |(_, rest)| rest);
        let Some((words, _)) = lead(text) else { return false };
        self.enter(words);
        true
    }

    /// Leaves them.
    pub(super) fn leave_lead(&mut self) {
        self.frames.retain(|frame| frame.form < Form::Lead);
    }

    fn enter(&mut self, words: &str) {
        let within = self.frames.last().is_some_and(|frame| frame.form == Form::Lead);
        let undated = self.frames.last().is_some_and(|frame| frame.form == Form::Lead && frame.days.is_none());
        self.frames.retain(|frame| frame.form < Form::Lead);
        // 1月 below 12月 is of another year; 3月 below a new heading is not.
        let back =
            |end: &Date| self.last.is_some_and(|last| *end < last) && (within || end.month_number() % 12 < EARLY);
        let days = frame(words, self.period).filter(|(_, end)| !back(end) && !undated);
        self.last = days.map(|(_, end)| end).or(self.last);
        self.frames.push(Frame { form: Form::Lead, words: words.to_owned(), days });
    }

    /// Leaves the days of headings beside or within a new one, and enters its own: 第一阶段（3月—5月）.
    pub(super) fn head(&mut self, heading: &Heading) {
        self.frames.retain(|frame| frame.form < heading.form);
        if let Some((words, days)) = heading_days(&heading.title, self.period) {
            self.frames.push(Frame { form: heading.form, words: words.to_owned(), days: Some(days) });
        }
    }
}
