//! A notice that the unit has taken over.

use std::process::ExitCode;

use super::args::NoticeArgs;
use super::reprint::notice_named;
use crate::desk::Desk;
use crate::desk::writing::{Extent, change, not_edited};
use crate::plan::{Date, Language, Notice};
use crate::say;

pub(super) fn run(desk: &Desk, args: &NoticeArgs, number: &str) -> anyhow::Result<ExitCode> {
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let lang = draft.lang;
        let notice = notice_named(&draft.rewrite.opened().journal, lang, number)?.clone();
        let day = draft.day(desk.lang, args.on.as_deref())?.unwrap_or(draft.today);
        refuse(&notice, day, draft.today, lang)?;
        let by = args.by.as_deref().map(str::trim).filter(|by| !by.is_empty());
        draft.rewrite.receive_notice(&notice.number, day, by).map_err(|error| not_edited(lang, &error))?;
        let (number, unit, reply_by) = (&notice.number, &notice.unit, notice.reply_by);
        Ok(say!(
            lang,
            "{number} 已由{unit}于 {day} 签收，反馈期限 {reply_by}",
            "{number}: taken over by {unit} on {day}; the answer is due by {reply_by}"
        ))
    })
}

/// What cannot have been taken over on that day, or once more.
fn refuse(notice: &Notice, day: Date, today: Date, lang: Language) -> anyhow::Result<()> {
    let (number, date) = (&notice.number, notice.date);
    if let Some(since) = notice.voided {
        anyhow::bail!(say!(lang, "{number} 已于 {since} 作废", "{number} is void since {since}"));
    }
    if let Some(before) = notice.received {
        anyhow::bail!(say!(
            lang,
            "{number} 已登记于 {before} 签收；登记错了用 workplan undo 撤回",
            "{number} was taken over on {before} already; if that is wrong: workplan undo"
        ));
    }
    if day < date {
        anyhow::bail!(say!(
            lang,
            "{number} 于 {date} 发出，不能在此之前签收",
            "{number} was sent on {date}, and cannot be taken over before"
        ));
    }
    if day > today {
        anyhow::bail!(say!(
            lang,
            "签收日期 {day} 还没有到（今天为 {today}）",
            "{day} has not come yet (today is {today})"
        ));
    }
    Ok(())
}
