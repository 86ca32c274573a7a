//! What rows say of a task's state, and what becomes of a word that cannot be entered.

use crate::assess::State;
use crate::intake::form::state_named;
use crate::intake::ledger::{Meant, state_meant};
use crate::intake::place::{Place, PlacedFault};
use crate::plan::meant::column::Field;
use crate::plan::{Closing, EntryState, Task};
use crate::say;
use crate::words::Worded;

use super::cells::unread;
use super::group::Group;
use super::said::Listener;
use super::states::{is_same, is_verdict, reported};

impl Listener<'_> {
    /// The state that the rows report, where a unit may report it and nobody knew it.
    pub(super) fn state(&mut self, group: &Group<'_, '_>) -> Option<EntryState> {
        let texts = group.texts(Field::State);
        if let [(_, first), (place, second), ..] = texts.as_slice() {
            let (first, second) = (first.clone(), second.clone());
            self.fault(
                place.clone(),
                say!(
                    self.lang,
                    "同一任务写了两种状态：“{first}”和“{second}”",
                    "two states of one task: `{first}` and `{second}`"
                ),
            );
            return None;
        }
        let (place, text) = texts.into_iter().next()?;
        if group.told_share().is_some() {
            return None;
        }
        if is_verdict(&text) {
            self.remarks.push(PlacedFault {
                place,
                message: say!(
                    self.lang,
                    "“{text}”是对进度的评判，由程序计算，没有作为状态记入",
                    "`{text}` is a verdict, which is computed; it is not entered as a state"
                ),
            });
            return None;
        }
        let known: Vec<State> = self.known.iter().map(|line| line.state).collect();
        let meant = match state_meant(&text, self.closing()) {
            Some(Meant::Open) => return None,
            // 是否销号 asks for a reviewer's word, where there is one.
            Some(Meant::State(State::Done)) if self.closing() == Closing::Reviewed && group.asks_whether_closed() => {
                Some(if State::read(&text).is_some() { State::Done } else { State::Closed })
            }
            Some(Meant::State(meant)) => Some(meant),
            None => None,
        };
        match meant {
            Some(meant) if known.iter().any(|known| is_same(*known, meant)) => return None,
            Some(State::Closed | State::Returned) => {
                let id = &group.task.id;
                self.leave(place, say!(
                    self.lang,
                    "“{text}”由审核人决定，没有记入；请用 workplan close {id} --by 审核人（退回加 --return --reason 原因）",
                    "`{text}` is a reviewer's word and is not entered; use `workplan close {id} --by REVIEWER` (with --return --reason WHY to send it back)"
                ));
                return None;
            }
            Some(State::Done) if group.given_up().is_some() => {
                let (id, why) = (&group.task.id, group.given_up().unwrap_or_default());
                self.leave(place, say!(
                    self.lang,
                    "写着“{why}”，“{text}”不是办结，没有记入；撤销任务用 workplan amend {id} cancel --reason 原因 --approved-by 批准人",
                    "`{why}` stands beside it, so `{text}` is not done, and not entered; to call the task off, use `workplan amend {id} cancel --reason WHY --approved-by NAME`"
                ));
                return None;
            }
            // Where there were nothing but words, the unit may still call it that.
            Some(State::NotStarted) if self.only_words_about(group.task) => return None,
            // Beside a report it is what the ledger said before it was filled in.
            Some(State::NotStarted) if group.reports() => {
                let now = known.first().map_or("", |state| state.word(self.lang));
                let message = say!(
                    self.lang,
                    "任务已是“{now}”，“{text}”没有作为状态记入",
                    "the task is {now} already; `{text}` is not entered as its state"
                );
                self.remarks.push(PlacedFault { place, message });
                return None;
            }
            Some(State::NotStarted) => {
                let now = known.first().map_or("", |state| state.word(self.lang)).to_owned();
                self.leave(
                    place,
                    say!(
                        self.lang,
                        "任务已是“{now}”，不能改回“{text}”",
                        "the task is {now} already and cannot be `{text}` again"
                    ),
                );
                return None;
            }
            Some(_) | None => {}
        }
        let is_reopened = EntryState::read(&text) == Some(EntryState::Reopened);
        let reported = meant.and_then(reported).filter(|_| !is_reopened);
        // A word of another program is refused by the plan's own.
        let word =
            meant.filter(|meant| *meant == State::Cancelled).map_or(text.as_str(), |meant| meant.word(self.lang));
        match reported.map_or_else(|| state_named(word, self.lang), Ok) {
            Ok(state) => {
                let before = known.first().map(|state| state.word(self.lang).to_owned());
                self.tell(Field::State, before, state.word(self.lang).to_owned());
                Some(state)
            }
            Err(message) => {
                let words = meant.is_none().then(|| unread(&Field::State.name(self.lang), &text, self.lang));
                let id = group.task.id.to_string();
                let why =
                    message.replace("amend 编号", &format!("amend {id}")).replace("amend ID", &format!("amend {id}"));
                let message = match &words {
                    _ if self.strict => why,
                    Some(_) => say!(
                        self.lang,
                        "{why}；原话已写入进展情况，待核",
                        "{why}; its words went into the report, to be checked"
                    ),
                    None => say!(self.lang, "“{text}”没有记入；{why}", "`{text}` is not entered; {why}"),
                };
                self.unread.extend(words);
                self.leave(place, message);
                None
            }
        }
    }

    /// Whether reports on the task hold words alone: no state, no value, no checkpoint.
    fn only_words_about(&self, task: &Task) -> bool {
        let of_task = self.opened.journal.counting().filter(|entry| entry.task == task.id);
        let mut shown =
            of_task.map(|entry| entry.state.is_some() || !entry.values.0.is_empty() || !entry.checkpoints.is_empty());
        !shown.any(|shown| shown)
    }

    /// What a state that cannot be entered comes to: it is told, or stops the file.
    fn leave(&mut self, place: Place, message: String) {
        let told = if self.strict { &mut self.faults } else { &mut self.remarks };
        told.push(PlacedFault { place, message });
    }
}
