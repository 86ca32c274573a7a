//! The notices that were sent, and how far they have come.

use schemars::JsonSchema;
use serde::Serialize;

use super::line::{NoticeLine, NoticeState, NoticeStatus, lines};
use crate::assess::Assessment;
use crate::plan::Head;
use crate::report::header::Header;

/// `workplan.notice/1`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NoticeList<'s> {
    /// What every document starts with.
    #[serde(flatten)]
    pub header: Header<'s>,
    /// The notices listed, counted; and those issued by the as-of day, oldest first.
    #[serde(flatten)]
    pub list: Notices<'s>,
}

/// Notices, and how many of each kind there are.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Notices<'s> {
    /// All of them, counted.
    pub totals: NoticeTotals,
    /// The notices. In reports about tasks: those on which somebody still has to act, worst first.
    pub notices: Vec<NoticeLine<'s>>,
}

/// Notices by whether they were answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NoticeTotals {
    /// All of them.
    pub issued: usize,
    /// Those that wait for an answer, in time.
    pub open: usize,
    /// Those whose answer is late.
    pub overdue: usize,
    /// Those that were answered.
    pub closed: usize,
    /// Those that are void.
    pub void: usize,
    /// Those that wait for an answer, in time or not, of which the unit has neither said that it has them, nor answered any part.
    pub not_received: usize,
    /// Those of the answered ones for which nothing is left to do.
    pub settled: usize,
}

/// The name of the document.
pub const SCHEMA: &str = "workplan.notice/1";

/// Reports the notices issued by the as-of day that are wanted.
pub fn notice_list<'s>(
    head: &'s Head,
    assessment: &'s Assessment<'s>,
    header: Header<'s>,
    wanted: impl Fn(&NoticeLine<'s>) -> bool,
) -> NoticeList<'s> {
    NoticeList { header, list: Notices::all(head, assessment, wanted) }
}

impl<'s> Notices<'s> {
    /// Every notice issued by the as-of day that is wanted, oldest first.
    pub fn all(
        head: &'s Head,
        assessment: &'s Assessment<'s>,
        wanted: impl Fn(&NoticeLine<'s>) -> bool,
    ) -> Notices<'s> {
        let notices: Vec<NoticeLine<'s>> = lines(head, assessment).filter(wanted).collect();
        Notices { totals: NoticeTotals::of(&notices), notices }
    }

    /// The notices about tasks that are wanted: all counted, and those on which somebody still has to act, worst first.
    pub fn alive(head: &'s Head, assessment: &'s Assessment<'s>, wanted: impl Fn(&str) -> bool) -> Notices<'s> {
        let about = |notice: &NoticeLine<'s>| notice.tasks.iter().any(|task| wanted(task.task));
        let mut all = Notices::all(head, assessment, about);
        all.notices.retain(|notice| notice.state.is_alive());
        all.notices.sort_by_key(|notice| (notice.state, notice.reply_by));
        all
    }

    /// The notices about one task, the latest first; those that are void are none.
    pub fn about(head: &'s Head, assessment: &'s Assessment<'s>, task: &str) -> Vec<NoticeLine<'s>> {
        let mut own: Vec<NoticeLine<'s>> = lines(head, assessment).filter(|notice| notice.is_about(task)).collect();
        own.reverse();
        own
    }
}

impl NoticeTotals {
    fn of(notices: &[NoticeLine<'_>]) -> NoticeTotals {
        let count = |status: NoticeStatus| notices.iter().filter(|notice| notice.status == status).count();
        let waits = |notice: &&NoticeLine<'_>| matches!(notice.status, NoticeStatus::Open | NoticeStatus::Overdue);
        NoticeTotals {
            issued: notices.len(),
            open: count(NoticeStatus::Open),
            overdue: count(NoticeStatus::Overdue),
            closed: count(NoticeStatus::Closed),
            void: count(NoticeStatus::Void),
            not_received: notices.iter().filter(waits).filter(|notice| notice.is_unheard_of()).count(),
            settled: notices.iter().filter(|notice| notice.state == NoticeState::Settled).count(),
        }
    }
}
