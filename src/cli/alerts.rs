//! `workplan alerts`: what needs chasing, and whom.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::filters::FilterArgs;
use super::output::{Format, emit_csv, emit_json, emit_page};
use super::session::{Reading, Session};
use super::{Global, NO, tr};
use crate::assess::Severity;
use crate::render::view;
use crate::report::alerts;

/// The arguments of `workplan alerts`.
#[derive(Debug, Args)]
#[command(after_help = tr(
    "示例：\n  workplan alerts                                  全部预警\n  workplan alerts --lead 规建办 --format text      某单位的预警，可贴入聊天群\n  workplan alerts --fail-on critical               有严重预警时退出码为 1",
    "Examples:\n  workplan alerts                                  every alert\n  workplan alerts --lead 规建办 --format text      one unit's alerts, for a chat\n  workplan alerts --fail-on critical               exit with 1 when anything is critical",
))]
pub(super) struct AlertsArgs {
    #[command(flatten)]
    reading: Reading,
    #[arg(long, value_name = "critical|warning|info",
          help = tr("有此级别或更严重的预警时，退出码为 1", "Exit with 1 when an alert is as bad as that, or worse"))]
    fail_on: Option<SeverityName>,
    #[command(flatten)]
    filters: FilterArgs,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum SeverityName {
    Critical,
    Warning,
    Info,
}

pub(super) fn run(global: &Global, args: &AlertsArgs) -> anyhow::Result<ExitCode> {
    let format = args.reading.format.among(&[Format::Table, Format::Md, Format::Csv, Format::Json, Format::Text])?;
    let session = Session::open(global)?;
    let assessment = session.assess(&args.reading)?;
    let filter = args.filters.filter(session, assessment.as_of)?;
    let header = session.header(alerts::SCHEMA, &assessment);
    let report = alerts::alerts(&session.plan, &assessment, header, &filter, session.lang);
    match format {
        Format::Json => emit_json(global, &report)?,
        Format::Csv => emit_csv(global, &view::alerts_ledger(&report, session.lang))?,
        Format::Table | Format::Md | Format::Text | Format::Github => {
            emit_page(global, format, &view::alerts(&report, session.lang, format.medium()))?;
        }
    }
    let failed = args.fail_on.is_some_and(|severity| report.reach(severity.into()));
    Ok(if failed { ExitCode::from(NO) } else { ExitCode::SUCCESS })
}

impl From<SeverityName> for Severity {
    fn from(name: SeverityName) -> Severity {
        match name {
            SeverityName::Critical => Severity::Critical,
            SeverityName::Warning => Severity::Warning,
            SeverityName::Info => Severity::Info,
        }
    }
}
