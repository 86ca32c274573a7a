//! A notice that was sent by mistake.

use std::process::ExitCode;

use super::args::NoticeArgs;
use super::reprint::notice_named;
use crate::desk::Desk;
use crate::desk::writing::{Extent, change, not_edited};
use crate::say;

pub(super) fn run(desk: &Desk, args: &NoticeArgs, number: &str) -> anyhow::Result<ExitCode> {
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let lang = draft.lang;
        let notice = notice_named(&draft.rewrite.opened().journal, lang, number)?.clone();
        let number = &notice.number;
        if let Some(day) = notice.voided {
            anyhow::bail!(say!(lang, "{number} 已于 {day} 作废", "{number} is void since {day} already"));
        }
        let day = draft.day(desk.lang, args.as_of.as_deref())?.unwrap_or(draft.today);
        if day < notice.date {
            let date = notice.date;
            anyhow::bail!(say!(
                lang,
                "{number} 于 {date} 发出，不能在此之前作废",
                "{number} was sent on {date}, and cannot be void before"
            ));
        }
        let reason = args.reason.as_deref().map(str::trim).unwrap_or_default();
        if reason.is_empty() {
            anyhow::bail!(say!(lang, "请用 --reason 写明为何作废", "say why with --reason"));
        }
        draft.rewrite.void_notice(number, day, reason).map_err(|error| not_edited(lang, &error))?;
        Ok(say!(
            lang,
            "{number} 作废（{reason}）；已发出的请另行告知收文单位",
            "{number} is void ({reason}); tell the unit that has it"
        ))
    })
}
