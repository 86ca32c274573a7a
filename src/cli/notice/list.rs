//! The notices that were sent, and which of them were answered.

use std::process::ExitCode;

use super::args::NoticeArgs;
use crate::cli::filters::no_such;
use crate::desk::Desk;
use crate::desk::ending;
use crate::desk::output::{Format, emit_json, emit_page};
use crate::desk::session::Session;
use crate::report::filter::unit_named;
use crate::report::notice::{NoticeLine, NoticeStatus, SCHEMA, notice_list};
use crate::say;
use crate::view;

pub(super) fn run(desk: &Desk, args: &NoticeArgs) -> anyhow::Result<ExitCode> {
    let format = ending::format(desk, args.format, &[Format::Table, Format::Md, Format::Text, Format::Json])?;
    if args.edition.public {
        anyhow::bail!(say!(
            desk.lang,
            "督办单是内部文书，没有公开版",
            "notices are internal: their list has no edition for the public"
        ));
    }
    let session = Session::open(desk)?;
    let lang = session.lang;
    let lead = args.lead.as_deref();
    let lead = lead.map(|lead| unit_named(&session.plan, lead).map_err(|error| no_such(lang, "--lead", lead, &error)));
    let lead = lead.transpose()?;
    let assessment = session.assess(args.as_of.as_deref())?;
    let level = args.level(session.lang)?;
    let wanted = |notice: &NoticeLine<'_>| {
        lead.as_deref().is_none_or(|lead| notice.unit == lead)
            && level.is_none_or(|level| notice.level == level)
            && !(args.open && matches!(notice.status, NoticeStatus::Closed | NoticeStatus::Void))
    };
    let header = session.header(SCHEMA, &assessment);
    let report = notice_list(&session.plan.head, &assessment, header, wanted);
    match format {
        Format::Json => emit_json(desk, &report)?,
        Format::Table | Format::Md | Format::Text | Format::Csv | Format::Github | Format::Docx => {
            emit_page(desk, format, &view::notice_list(&report, lang, format.medium()))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
