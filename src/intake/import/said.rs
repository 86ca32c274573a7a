//! What rows say of a task beyond what is known of it.

use crate::assess::State;
use crate::intake::form::{checkpoint_named, evidence_path, notice_named, percent_in};
use crate::intake::ledger::{parts, squeezed};
use crate::intake::place::{Place, PlacedFault};
use crate::plan::meant::column::Field;
use crate::plan::{Closing, Entry, EntryState, Language, NoticeNumber, Scalar, Values};
use crate::report::import::News;
use crate::report::task_line::TaskLine;
use crate::say;
use crate::store::Opened;
use crate::words;
use crate::words::{Worded, visible};

use super::cells::{by_metric, unread, value};
use super::group::Group;
use super::states::{finishes, is_same};
use super::target::in_unit_of_ledger;

/// An entry that rows make, and what in it is new.
pub(super) struct Said {
    pub(super) entry: Entry,
    pub(super) news: Vec<News>,
}

/// How the rows of a task are read.
pub(super) struct Listener<'l> {
    pub(super) opened: &'l Opened,
    pub(super) lang: Language,
    /// The task as it is known: on the day for which the rows speak, and on the day of which the ledger was drawn up.
    /// What stands in the ledger as it was then has been left as it was.
    pub(super) known: Vec<&'l TaskLine<'l>>,
    pub(super) faults: Vec<PlacedFault>,
    /// What is not entered, and why.
    pub(super) remarks: Vec<PlacedFault>,
    /// Whether a state that cannot be entered stops the file.
    pub(super) strict: bool,
    /// The cells, marked, of which nobody can tell what they mean: a state, a value of what is not counted.
    pub(super) unread: Vec<String>,
    news: Vec<News>,
}

impl<'l> Listener<'l> {
    pub(super) fn new(opened: &'l Opened, lang: Language, strict: bool, known: Vec<&'l TaskLine<'l>>) -> Listener<'l> {
        let (faults, remarks, news) = (Vec::new(), Vec::new(), Vec::new());
        Listener { opened, lang, known, faults, remarks, strict, unread: Vec::new(), news }
    }

    /// The entry that the rows make; `None` where they say nothing new.
    pub(super) fn hear(&mut self, group: &Group<'_, '_>) -> Option<Said> {
        let values = self.values(group);
        let state = self.state(group);
        let checkpoints = self.checkpoints(group);
        let percent = self.percent(group);
        let state = state.or_else(|| self.is_finished(group, percent).then_some(EntryState::Done));
        let note = self.text(Field::Note, self.noted(group), |latest| latest.note);
        let issue = group.whole(Field::Issue).filter(|text| !words::says_none(text));
        let issue = self.text(Field::Issue, issue, |latest| latest.issue);
        let next = self.text(Field::Next, group.whole(Field::Next), |latest| latest.next);
        let evidence = self.evidence(group);
        let says_more =
            !values.0.is_empty() || state.is_some() || note.is_some() || next.is_some() || percent.is_some();
        let says_anything = says_more || issue.is_some() || !checkpoints.is_empty() || !evidence.is_empty();
        if !says_anything {
            self.cleared_issue(group);
            return None;
        }
        // A report that names no issue says that there is none any more: one that stands on must be said again.
        let issue = issue.or_else(|| self.standing_issue(group));
        let entry = Entry {
            date: group.date,
            task: group.task.id.clone(),
            by: group.by.clone(),
            values,
            state,
            checkpoints,
            note,
            issue,
            next,
            evidence,
            reply_to: self.reply_to(group),
            amendment: None,
            percent,
            withdraws: None,
        };
        Some(Said { entry, news: std::mem::take(&mut self.news) })
    }

    pub(super) fn fault(&mut self, place: Place, message: String) {
        self.faults.push(PlacedFault { place, message });
    }

    pub(super) fn tell(&mut self, field: Field, before: Option<String>, now: String) {
        self.news.push(News { field: field.name(self.lang).to_owned(), before, now });
    }

    fn values(&mut self, group: &Group<'_, '_>) -> Values {
        let mut values: Vec<(String, Scalar)> = Vec::new();
        for (ledger, row) in &group.rows {
            let Some(cell) = row.text(Field::Value) else { continue };
            let place = ledger.place_of(group.file, row, Field::Value);
            if group.task.metrics.is_empty() && !self.strict {
                self.uncounted(group, place, &cell);
                continue;
            }
            let said = by_metric(group.task, row.text(Field::Metrics).as_deref(), &cell, self.lang);
            let said = said.unwrap_or_else(|message| {
                self.fault(place.clone(), message);
                Vec::new()
            });
            for (metric, text) in said {
                let text = in_unit_of_ledger(ledger, row, &text, &metric.unit);
                let value = match value(metric, &text, self.lang) {
                    Ok(value) => value,
                    Err(message) => {
                        self.fault(place.clone(), message);
                        continue;
                    }
                };
                let known =
                    |line: &&TaskLine<'_>| line.metrics.iter().find(|known| known.name == metric.name)?.value.clone();
                let same = |known: Scalar| metric.read(&known).ok() == metric.read(&value).ok();
                if self.known.iter().filter_map(known).any(same) {
                    continue;
                }
                if metric.checklist.is_some() {
                    let (name, id) = (&metric.name, &group.task.id);
                    self.fault(place.clone(), say!(
                        self.lang,
                        "“{name}”由清单计数，不能直接填数，请用 workplan checklist {id} close 销项",
                        "{name} is counted by its checklist, so no value is entered: use `workplan checklist {id} close`"
                    ));
                    continue;
                }
                match values.iter().find(|(name, _)| *name == metric.name).map(|(_, other)| other.clone()) {
                    Some(other) if other == value => {}
                    Some(other) => self.fault(
                        place.clone(),
                        say!(
                            self.lang,
                            "“{}”写了两个数：{other} 和 {value}",
                            "{} is given twice: {other} and {value}",
                            metric.name
                        ),
                    ),
                    None => {
                        let before = self.known.first().and_then(known).map(|value| value.to_string());
                        let now = format!("{value}{}", metric.unit);
                        self.news.push(News { field: metric.name.clone(), before, now });
                        values.push((metric.name.clone(), value));
                    }
                }
            }
        }
        Values(values)
    }

    /// A number of a task of which nothing is counted goes into the report.
    fn uncounted(&mut self, group: &Group<'_, '_>, place: Place, text: &str) {
        let id = &group.task.id;
        let message = say!(
            self.lang,
            "任务 {id} 没有量化指标，“{text}”写入进展情况，待核",
            "task {id} has no metric, so `{text}` goes into the report, to be checked"
        );
        self.remarks.push(PlacedFault { place, message });
        self.unread.push(unread(&Field::Value.name(self.lang), text, self.lang));
    }

    /// Whether a ledger that has no column of states says that the task is finished: it is whole, or has a day on which it was.
    fn is_finished(&mut self, group: &Group<'_, '_>, percent: Option<u8>) -> bool {
        let known = self.known.iter().any(|line| is_same(line.state, State::Done));
        let says = percent == Some(100) || finishes(group, self.closing());
        let is_asked = group.asks_for(Field::State) && group.told_share().is_none();
        let is_news = says && !known && !is_asked && group.given_up().is_none();
        if is_news {
            self.tell(Field::State, None, EntryState::Done.word(self.lang).to_owned());
        }
        is_news
    }

    pub(super) fn closing(&self) -> Closing {
        self.opened.plan.as_ref().map_or(Closing::Direct, |plan| plan.head.closing)
    }

    /// How far it has come by the ledger's own estimate, where nothing of the task can be counted.
    fn percent(&mut self, group: &Group<'_, '_>) -> Option<u8> {
        let said = group.share()?;
        let place = group.place(if group.asks_for(Field::Percent) { Field::Percent } else { Field::State });
        let Some(text) = group.shares().hundredths(&said) else {
            let message = say!(
                self.lang,
                "这一列有的写成小数，有的写成百分数，看不出“{said}”是哪一种，没有记入；请写上 %",
                "the column has parts of one and hundredths, so `{said}` could be either; it is not entered: write it with %"
            );
            self.remarks.push(PlacedFault { place, message });
            return None;
        };
        let message = match percent_in(group.task, &text, self.lang) {
            Ok(percent) => {
                let known =
                    |line: &&TaskLine<'_>| line.percent.unwrap_or(0) == percent || is_same(line.state, State::Done);
                if self.known.iter().any(known) {
                    return None;
                }
                let before = self.known.first().and_then(|line| line.percent).map(|before| format!("{before}%"));
                self.tell(Field::Percent, before, format!("{percent}%"));
                return Some(percent);
            }
            Err(message) => message,
        };
        self.remarks.push(PlacedFault { place, message });
        None
    }

    fn checkpoints(&mut self, group: &Group<'_, '_>) -> Vec<String> {
        let mut reached = Vec::new();
        for (place, text) in group.texts(Field::Checkpoints) {
            for part in text.split(['\n', '；', ';', '、']).map(str::trim).filter(|part| !part.is_empty()) {
                match checkpoint_named(group.task, part, self.lang) {
                    Ok(id) => reached.push(id),
                    Err(message) => self.fault(place.clone(), message),
                }
            }
        }
        let known = |id: &str| {
            self.known.iter().any(|line| line.checkpoints.iter().any(|step| step.id == id && step.reached_on.is_some()))
        };
        reached.retain(|id| !known(id));
        reached.dedup();
        if !reached.is_empty() {
            self.tell(Field::Checkpoints, None, words::list(self.lang, &reached));
        }
        reached
    }

    /// What is reported in words, and the state that nobody can read.
    fn noted(&self, group: &Group<'_, '_>) -> Option<String> {
        let parts: Vec<String> = group.whole(Field::Note).into_iter().chain(self.unread.clone()).collect();
        (!parts.is_empty()).then(|| parts.join(self.lang.pick("；", "; ")))
    }

    fn text(
        &mut self,
        field: Field,
        text: Option<String>,
        of: impl Fn(&crate::report::task_line::Latest<'l>) -> Option<&'l str>,
    ) -> Option<String> {
        let text = text?;
        let known = |line: &&TaskLine<'l>| of(&line.latest);
        if self.known.iter().filter_map(known).any(|known| is_same_text(&text, known)) {
            return None;
        }
        self.tell(field, None, text.clone());
        Some(text)
    }

    /// The issue that the ledger repeats. What becomes of the one that is known is shown, whichever way it goes.
    fn standing_issue(&mut self, group: &Group<'_, '_>) -> Option<String> {
        let known = self.known.first().and_then(|line| line.latest.issue);
        // A ledger that has no column for it ends no problem.
        if !group.asks_for(Field::Issue) {
            return known.map(str::to_owned);
        }
        let standing = group.whole(Field::Issue).filter(|text| !words::says_none(text));
        match (&standing, known) {
            (Some(text), _) => self.tell(Field::Issue, None, say!(self.lang, "{text}（未变）", "{text} (still so)")),
            (None, Some(known)) => {
                self.tell(Field::Issue, Some(known.to_owned()), self.lang.pick("无", "none").to_owned());
            }
            (None, None) => {}
        }
        standing
    }

    fn evidence(&mut self, group: &Group<'_, '_>) -> Vec<String> {
        let texts = group.texts(Field::Evidence);
        let mut files = Vec::new();
        for file in texts.iter().flat_map(|(_, text)| parts(text)) {
            match evidence_path(self.opened, file, self.lang) {
                Ok(file) => files.push(file),
                Err(message) => self.fault(group.place(Field::Evidence), message),
            }
        }
        let known = |file: &str| {
            self.known.iter().flat_map(|line| &line.latest.evidence).any(|known| is_same_text(file, known))
        };
        files.retain(|file| !known(file));
        files.dedup();
        if !files.is_empty() {
            self.tell(Field::Evidence, None, words::list(self.lang, &files));
        }
        files
    }

    /// The notice that the report answers. A number alone is no answer: it goes with what is reported.
    fn reply_to(&mut self, group: &Group<'_, '_>) -> Option<NoticeNumber> {
        let text = group.whole(Field::ReplyTo)?;
        match notice_named(self.opened, group.task, &text, self.lang) {
            Ok(number) => {
                self.tell(Field::ReplyTo, None, number.to_string());
                Some(number)
            }
            Err(message) => {
                self.fault(group.place(Field::ReplyTo), message);
                None
            }
        }
    }

    /// That an issue is gone is no report by itself: it wants words.
    fn cleared_issue(&mut self, group: &Group<'_, '_>) {
        let all_know_one = self.known.iter().all(|line| line.latest.issue.is_some());
        let none = group.whole(Field::Issue).is_some_and(|text| words::says_none(&text));
        if all_know_one && (none || group.leaves_empty(Field::Issue)) {
            let message = say!(
                self.lang,
                "“存在问题”已清空，但没有其他进展，没有记入；问题解决了的，请在“进展情况”里写明",
                "the issue was emptied and nothing else was said, so nothing is entered; where it is solved, say so under Report"
            );
            self.remarks.push(PlacedFault { place: group.place(Field::Issue), message });
        }
    }
}

/// A text as it was known, whatever a spreadsheet has made of its line breaks.
fn is_same_text(text: &str, known: &str) -> bool {
    squeezed(text) == squeezed(known) || squeezed(text) == squeezed(&visible(known))
}
