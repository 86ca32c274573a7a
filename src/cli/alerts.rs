//! `workplan alerts`: what needs chasing, and whom.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::filters::{FilterArgs, Unknown};
use super::typed::{Offering, by_field, each_of, one_of, refused};
use super::{INTERRUPTED, NO, rollup};
use crate::assess::{AlertCode, Severity};
use crate::both;
use crate::cli::args::{PlansArgs, Reading};
use crate::desk::many::{Many, tell_unread, tell_unreadable};
use crate::desk::notify::PlanText;
use crate::desk::output::{Format, emit_csv, emit_json, emit_page, warn};
use crate::desk::session::{Session, refuse_own};
use crate::desk::{Desk, notify};
use crate::paper;
use crate::plan::Language;
use crate::report::alerts::Wanted;
use crate::report::rollup::RollupQuery;
use crate::report::whom::Whom;
use crate::report::{alerts, chasing};
use crate::store::Heeding;
use crate::view::{self, Medium};

/// The arguments of `workplan alerts`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan alerts                                  全部预警\n  workplan alerts --lead 规建办 --format text      某单位的预警，可贴入聊天群\n  workplan alerts --fail-on critical               有严重预警时退出码为 1\n  workplan alerts --notify-by lead --out-dir 通知  按单位各写一个文件，可直接发送\n  workplan alerts --notify-by leader               按分管领导分别列出\n  workplan alerts --plans 全区 --notify-by plan --out-dir 通知\n                                                   目录下的每个计划各一份",
    "Examples:\n  workplan alerts                                  every alert\n  workplan alerts --lead 规建办 --format text      one unit's alerts, for a chat\n  workplan alerts --fail-on critical               exit with 1 when anything is critical\n  workplan alerts --notify-by lead --out-dir out   a text file for each unit, ready to be sent\n  workplan alerts --notify-by leader               the same, leader by leader\n  workplan alerts --plans district --notify-by plan --out-dir out\n                                                   a text for each plan below a folder",
))]
pub(super) struct AlertsArgs {
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    plans: PlansArgs,
    #[arg(long, value_name = both!("级别", "LEVEL"), hide_possible_values = true, value_parser = Offering::terms::<Severity>(),
          help = both!("有此级别（严重、警示、提示）或更严重的预警时，退出码为 1", "Exit with 1 when an alert is as bad as that (critical, warning, info), or worse"))]
    fail_on: Option<String>,
    #[arg(long, value_name = both!("级别", "LEVEL"), hide_possible_values = true, value_parser = Offering::terms::<Severity>(), conflicts_with = "notify_by",
          help = both!("只列这一级别（严重、警示、提示）及更严重的", "Only those that are as bad as that (critical, warning, info), or worse"))]
    severity: Option<String>,
    #[arg(long, value_name = both!("预警", "CODE"), hide_possible_values = true, value_parser = Offering::terms::<AlertCode>(), conflicts_with = "notify_by",
          help = both!("只列这些预警，如 逾期、滞后；可用逗号或顿号分隔", "Only those of these rules, as overdue,behind; may be repeated"))]
    code: Vec<String>,
    #[arg(long, value_name = both!("条数", "N"), value_parser = super::usage::whole_number, conflicts_with = "notify_by",
          help = both!("最多列出多少条；默认全部", "How many to list at most; all by default"))]
    top: Option<usize>,
    #[arg(long, value_name = "lead|leader|person", hide_possible_values = true, value_parser = Offering::words(Whom::ALL.map(|(.., key)| key)),
          help = both!("按牵头单位、分管领导或责任人分别生成可直接发送的文字；\n用 --plans 时写 plan，每个计划一份", "Make a text for each unit that answers, each leader, or each person in charge, ready to be sent; with --plans: plan, a text for each plan"))]
    notify_by: Option<String>,
    #[arg(long, value_name = both!("目录", "DIR"), requires = "notify_by",
          help = both!("与 --notify-by 同用：每个单位（人）写一个文件，并列出所写的文件；\n不删除目录中原有的文件", "With --notify-by: write a file a unit or person, and print the path of each; what else is in the folder stays"))]
    out_dir: Option<PathBuf>,
    #[command(flatten)]
    filters: FilterArgs,
}

impl AlertsArgs {
    /// Which alerts are wanted.
    fn wanted(&self, lang: Language) -> anyhow::Result<Wanted> {
        Ok(Wanted {
            severity: self.severity.as_deref().map(|text| one_of("--severity", text, lang)).transpose()?,
            codes: each_of("--code", &self.code, lang)?,
            top: self.top.filter(|top| *top > 0),
        })
    }
}

pub(super) fn run(desk: &Desk, args: &AlertsArgs) -> anyhow::Result<ExitCode> {
    if let Some(many) = args.plans.many(desk)? {
        return of_many(&many, args);
    }
    let whom =
        args.notify_by.as_deref().map(|text| by_field("--notify-by", text, &Whom::ALL, desk.lang)).transpose()?;
    let format = args.reading.format(
        desk,
        match whom {
            // A notice is plain text, whichever of the two is asked for.
            Some(_) => &[Format::Text, Format::Table],
            None => &[Format::Table, Format::Md, Format::Csv, Format::Json, Format::Text],
        },
    )?;
    let session = Session::open(desk)?;
    let limit = args.fail_on.as_deref().map(|text| one_of::<Severity>("--fail-on", text, session.lang)).transpose()?;
    let wanted = args.wanted(session.lang)?;
    let assessment = session.assess(args.reading.day())?;
    let filter = args.filters.filter(session, assessment.as_of)?;
    let header = session.header(alerts::SCHEMA, &assessment);
    let mut report = alerts::alerts(&session.plan, &assessment, header, &filter, session.lang);
    let failed = limit.is_some_and(|severity| report.reach(severity));
    report.keep(&wanted);
    match (format, whom) {
        (Format::Table | Format::Text, Some(whom)) => {
            let header = report.header.clone();
            let chasers = chasing::chasers(&session.plan, &assessment, header, (&filter, whom), session.lang);
            match &args.out_dir {
                Some(folder) => notify::write(desk, session, &chasers, folder)?,
                None => notify::print(desk, session, &chasers)?,
            }
        }
        (Format::Json, _) => emit_json(desk, &report)?,
        (Format::Csv, _) => {
            session.say_closing(&report.header);
            emit_csv(desk, &view::alerts_ledger(&report, session.lang))?;
        }
        (Format::Table | Format::Md | Format::Text | Format::Github | Format::Docx, _) => {
            emit_page(desk, format, &view::alerts(&report, session.lang, format.medium()))?;
        }
    }
    Ok(if failed { ExitCode::from(NO) } else { ExitCode::SUCCESS })
}

/// Many plans: every alert with its plan.
fn of_many(many: &Many, args: &AlertsArgs) -> anyhow::Result<ExitCode> {
    let (desk, lang) = (many.desk(), many.lang());
    let format = args.reading.format(desk, &[Format::Table, Format::Md, Format::Csv, Format::Json, Format::Text])?;
    if let Some(text) = &args.notify_by {
        return notify_plans(many, args, text);
    }
    let limit = args.fail_on.as_deref().map(|text| one_of::<Severity>("--fail-on", text, lang)).transpose()?;
    let query = RollupQuery { wanted: args.wanted(lang)?, ..RollupQuery::default() };
    let report = rollup::gather(many, (args.reading.day(), &args.filters, &query), format)?;
    let desk = &many.outlet();
    match format {
        Format::Json => emit_json(desk, &report)?,
        Format::Csv => emit_csv(desk, &view::rollup_alerts_ledger(&report, lang))?,
        Format::Table | Format::Md | Format::Text | Format::Github | Format::Docx => {
            emit_page(desk, format, &view::rollup_alerts(&report, lang, format.medium()))?;
        }
    }
    Ok(rollup::status_of(&report, limit.is_some_and(|severity| report.reach(severity))))
}

/// A text for each of many plans, ready to be sent to whoever answers for it.
fn notify_plans(many: &Many, args: &AlertsArgs, by: &str) -> anyhow::Result<ExitCode> {
    let lang = many.lang();
    if !rollup::is_plan_order(by) {
        let plan = lang.pick("计划", "plan").to_owned();
        return Err(refused("--notify-by", by, std::iter::once(plan), lang));
    }
    let (mut plans, mut unknown) = (Vec::new(), Unknown::default());
    let heeding = Heeding::begin();
    let unreadable = many.each(
        |path, session| {
            // No plan's own folder takes the texts.
            let place = args.out_dir.as_ref().map(|folder| folder.join("plan.txt"));
            place.map_or(Ok(()), |place| refuse_own(lang, &place, &session.opened))?;
            let assessment = session.assess(args.reading.day())?;
            let known = args.filters.where_known(&session.plan, assessment.as_of, lang)?;
            let header = session.quiet_header(alerts::SCHEMA, &assessment);
            let text = known.filter.as_ref().map(|filter| {
                let report = alerts::alerts(&session.plan, &assessment, header, filter, lang);
                let nothing = report.alerts.is_empty() && report.silent.is_empty();
                (!nothing).then(|| paper::text(&view::alerts(&report, lang, Medium::Chat)))
            });
            let id = session.plan.head.id.clone();
            Ok((PlanText { path: path.to_owned(), id, text: text.flatten() }, known))
        },
        |(plan, known)| {
            plans.push(plan);
            unknown.add(known);
            Ok(())
        },
    )?;
    drop(heeding);
    if many.unread() == 0 {
        unknown.refuse(lang)?;
    }
    tell_unreadable(lang, &unreadable);
    tell_unread(lang, many.unread());
    match &args.out_dir {
        // Whoever sends what is there would miss those that were not read.
        Some(_) if many.unread() > 0 => warn(lang, lang.pick("没有写入任何文件", "no file was written")),
        Some(folder) => notify::write_plans(many.desk(), &plans, folder)?,
        None => notify::print_plans(many.desk(), &plans)?,
    }
    Ok(match (many.unread(), unreadable.is_empty()) {
        (0, true) => ExitCode::SUCCESS,
        (0, false) => ExitCode::from(NO),
        _ => ExitCode::from(INTERRUPTED),
    })
}
