//! A notice that was issued, printed again.

use std::process::ExitCode;

use super::args::NoticeArgs;
use super::draw::PaperFormat;
use crate::desk::Desk;
use crate::desk::session::Session;
use crate::paper::Letter;
use crate::plan::meant::notice::notice_number;
use crate::plan::{Journal, Language, Notice};
use crate::report::notice::{PaperFacts, paper};
use crate::say;
use crate::view;
use crate::words;

pub(super) fn run(desk: &Desk, args: &NoticeArgs, number: &str) -> anyhow::Result<ExitCode> {
    let format = PaperFormat::of(desk, args)?;
    let session = Session::open(desk)?;
    let lang = session.lang;
    let notice = notice_named(&session.opened.journal, lang, number)?;
    if let Some(day) = notice.voided {
        anyhow::bail!(say!(
            lang,
            "{} 已于 {day} 作废，不再打印",
            "{} is void since {day}, and not printed again",
            notice.number
        ));
    }
    refuse_carried(session, notice)?;
    let letter = letter_of(session, notice);
    match &args.out_dir {
        Some(folder) => format.write_into(desk, session, folder, vec![(notice.number.to_string(), letter)])?,
        None => format.emit(desk, letter)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// A notice that came along was sent by the plan before: what it said stands there.
fn refuse_carried(session: &Session, notice: &Notice) -> anyhow::Result<()> {
    let about = session.plan.tasks.iter().find(|task| notice.tasks.contains(&task.id));
    let from = about.and_then(|task| task.carried_from.as_deref());
    let Some(from) = from.filter(|_| notice.date < session.plan.head.period.start) else { return Ok(()) };
    let (lang, number, plan) = (session.lang, &notice.number, words::visible(&from.plan));
    anyhow::bail!(say!(
        lang,
        "{number} 是上期计划所发，请到该计划重印：workplan notice --number {number} --plan {plan}",
        "{number} was sent by the plan before; print it there: workplan notice --number {number} --plan {plan}"
    ))
}

/// How many numbers are listed where none was meant.
const LISTED: usize = 5;

pub(super) fn notice_named<'j>(journal: &'j Journal, lang: Language, text: &str) -> anyhow::Result<&'j Notice> {
    let known = &journal.notices;
    let meant = notice_number(text).and_then(|number| known.iter().find(|notice| notice.number == number));
    meant.ok_or_else(|| {
        let last = known.iter().rev().take(LISTED).map(|notice| notice.number.to_string());
        let last = words::list(lang, last);
        anyhow::anyhow!(match last.as_str() {
            "" => say!(
                lang,
                "没有文号为“{text}”的督办单：一份也没有发过",
                "there is no notice `{text}`: none was ever sent"
            ),
            last => say!(
                lang,
                "没有文号为“{text}”的督办单；最近的有：{last}",
                "there is no notice `{text}`; the last ones: {last}"
            ),
        })
    })
}

/// A notice that was issued, as the plan stood on its day.
pub(super) fn letter_of(session: &Session, notice: &Notice) -> Letter {
    let assessment = session.assess_at(notice.date);
    let header = session.header("", &assessment);
    let paper = paper(&session.plan.head, &assessment, header, PaperFacts::of(notice), session.lang);
    view::notice_letter(&paper, session.lang)
}
