//! `workplan score`: units and leaders ranked by what they have achieved.

use std::process::ExitCode;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use super::filters::FilterArgs;
use super::typed::{ByField, Offering, by_field};
use crate::both;
use crate::desk::Desk;
use crate::desk::ending::{self, Formatted};
use crate::desk::output::{Format, emit_csv, emit_json, emit_page, refuse_terminal};
use crate::desk::session::Session;
use crate::plan::Language;
use crate::report::score::{self, Score, ScoreFacts};
use crate::report::whom::Whom;
use crate::view;
use crate::words::fields::Place;

/// The arguments of `workplan score`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan score                            各牵头单位排名\n  workplan score --lead 规建办 --explain    某单位每一分的依据；名次仍在全体中排\n  workplan score --by leader                按分管领导\n  workplan score --out 考评.xlsx            工作簿：排名、逐项得分\n  workplan plan set 督办扣分 3              修改计分办法（各项见 workplan plan show）",
    "Examples:\n  workplan score                            the units, ranked\n  workplan score --lead 规建办 --explain    where each point of a unit comes from; its place is that among all\n  workplan score --by leader                by leader\n  workplan score --out score.xlsx           a workbook: the ranking, and every point\n  workplan plan set scoring.supervised 3    change the rule (see workplan plan show)",
))]
pub(super) struct ScoreArgs {
    #[arg(long, value_name = both!("日期", "DATE"),
          help = both!("截至日期，如 2020-11-24、2020-11、11月底、上周五；默认今天", "The day to report for: 2020-11-24, 2020-11 (its last day), 上周五; today by default"))]
    as_of: Option<String>,
    #[arg(long, value_name = both!("格式", "FORMAT"),
          help = both!("格式：table（默认）、md、text（贴入聊天群）、csv、json、xlsx", "The format: table (default), md, text (plain lines for a chat), csv, json, xlsx"))]
    format: Option<ScoreFormat>,
    #[arg(long, value_name = "lead|leader", hide_possible_values = true, value_parser = Offering::words(WHOM.map(|(.., key)| key)),
          help = both!("排谁：牵头单位（默认）或分管领导", "Who is ranked: the units that answer (default), or the leaders over them"))]
    by: Option<String>,
    #[arg(long, help = both!("逐项列出每一分的依据：哪一天、哪条记录、哪份文书", "List every point with its day, and the entry or notice that gave or cost it"))]
    explain: bool,
    #[command(flatten)]
    filters: FilterArgs,
}

/// Who may be ranked.
const WHOM: [ByField<Whom>; 2] = [(Whom::Lead, Place::Task, "lead"), (Whom::Leader, Place::Task, "leader")];

/// What an example calls the file.
const EXAMPLE: &str = "考评.xlsx";

/// A format of the reports, or a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ScoreFormat {
    Report(Format),
    Xlsx,
}

impl Formatted for ScoreFormat {
    fn name(self) -> &'static str {
        match self {
            ScoreFormat::Report(format) => format.name(),
            ScoreFormat::Xlsx => "xlsx",
        }
    }

    fn endings(self) -> &'static [&'static str] {
        match self {
            ScoreFormat::Report(format) => format.endings(),
            ScoreFormat::Xlsx => &["xlsx"],
        }
    }
}

impl ValueEnum for ScoreFormat {
    fn value_variants<'a>() -> &'a [ScoreFormat] {
        &[
            ScoreFormat::Report(Format::Table),
            ScoreFormat::Report(Format::Md),
            ScoreFormat::Report(Format::Text),
            ScoreFormat::Report(Format::Csv),
            ScoreFormat::Report(Format::Json),
            ScoreFormat::Xlsx,
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

pub(super) fn run(desk: &Desk, args: &ScoreArgs) -> anyhow::Result<ExitCode> {
    let whom = args.by.as_deref().map(|text| by_field("--by", text, &WHOM, desk.lang)).transpose()?;
    let format = ending::format(desk, args.format, ScoreFormat::value_variants())?;
    if format == ScoreFormat::Xlsx {
        refuse_terminal(desk, EXAMPLE)?;
    }
    let session = Session::open(desk)?;
    let lang = session.lang;
    let assessment = session.assess(args.as_of.as_deref())?;
    let filter = args.filters.filter(session, assessment.as_of)?;
    let facts = ScoreFacts {
        plan: &session.plan,
        journal: &session.opened.journal,
        calendar: &session.opened.calendar,
        assessment: &assessment,
    };
    let header = session.header(score::SCHEMA, &assessment);
    let report = score::score(facts, header, (&filter, whom.unwrap_or(Whom::Lead)), lang);
    match format {
        ScoreFormat::Xlsx => write_workbook(desk, &report, lang)?,
        ScoreFormat::Report(Format::Json) => emit_json(desk, &report)?,
        ScoreFormat::Report(Format::Csv) => {
            session.say_closing(&report.header);
            let ledger = if args.explain { view::score_items_ledger } else { view::score_ledger };
            emit_csv(desk, &ledger(&report, lang))?;
        }
        ScoreFormat::Report(format @ (Format::Table | Format::Md | Format::Text | Format::Github | Format::Docx)) => {
            emit_page(desk, format, &view::score(&report, args.explain, lang, format.medium()))?
        }
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(feature = "xlsx")]
fn write_workbook(desk: &Desk, report: &Score<'_>, lang: Language) -> anyhow::Result<()> {
    use crate::desk::output::emit_binary;
    use crate::paper::xlsx;
    use crate::say;

    let bytes = xlsx(&view::score_workbook(report, lang))
        .map_err(|why| anyhow::anyhow!(say!(lang, "无法生成工作簿：{why}", "the workbook cannot be made: {why}")))?;
    emit_binary(desk, &bytes, EXAMPLE)
}

#[cfg(not(feature = "xlsx"))]
fn write_workbook(_: &Desk, _: &Score<'_>, lang: Language) -> anyhow::Result<()> {
    anyhow::bail!(
        lang.pick(
            "本程序编译时未包含 xlsx 格式，请改用 --format csv",
            "this build has no format xlsx; use --format csv"
        )
    )
}
