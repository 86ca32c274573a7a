//! The small charts, over weeks.

use super::args::{ChartArgs, ChartFormat, ChartKind};
use super::write::write;
use crate::assess::Assessment;
use crate::desk::Desk;
use crate::desk::drawing::Drawn;
use crate::desk::edition::for_the_public;
use crate::desk::output::emit_json;
use crate::desk::session::Session;
use crate::plan::Language;
use crate::report::chart::{
    Burnup, ChartFacts, LightsByWeek, burnup, lights_by_week, public_burnup, public_lights, told_days, week_ago, weeks,
};
use crate::report::filter::Filter;
use crate::say;
use crate::view::chart::{FIGURE_MM, burnup_drawing, lights_drawing};

pub(super) fn run(
    desk: &Desk,
    args: &ChartArgs,
    session: &Session,
    assessment: &Assessment<'_>,
    filter: &Filter,
) -> anyhow::Result<()> {
    let (plan, lang) = (&session.plan, session.lang);
    if args.edition.public {
        return public(desk, args, session, assessment, filter);
    }
    let header = session.header("", assessment);
    session.say_closing(&header);
    let (journal, calendar) = (&session.opened.journal, &session.opened.calendar);
    let facts = ChartFacts { plan, journal, calendar };
    let weeks = weeks(facts, assessment, filter);
    match args.chart {
        ChartKind::Lights => {
            let report = lights_by_week(&plan.head, header, &weeks, week_ago(facts, assessment, filter));
            drawn(desk, args, session, &Report::Lights(report), lang)
        }
        ChartKind::Burnup | ChartKind::Wall => {
            let report = burnup(&plan.head, calendar, header, &weeks);
            drawn(desk, args, session, &Report::Burnup(report), lang)
        }
    }
}

/// Drawn from what was published of each week, and from nothing else.
fn public(
    desk: &Desk,
    args: &ChartArgs,
    session: &Session,
    assessment: &Assessment<'_>,
    filter: &Filter,
) -> anyhow::Result<()> {
    let lang = session.lang;
    let now = for_the_public(session, assessment, filter)?;
    let days = told_days(now.header.plan.period, now.header.as_of);
    let assessments: Vec<Assessment<'_>> = days.into_iter().map(|day| session.assess_at(day)).collect();
    let weeks = assessments.iter().map(|then| for_the_public(session, then, filter)).collect::<Result<Vec<_>, _>>()?;
    let then = if args.chart == ChartKind::Lights { session.week_before(assessment) } else { None };
    let then = then.as_ref().map(|then| for_the_public(session, then, filter)).transpose()?;
    let report = match args.chart {
        ChartKind::Lights => public_lights(&weeks, then.as_ref(), &now).map(Report::Lights),
        ChartKind::Burnup | ChartKind::Wall => public_burnup(&weeks, &now).map(Report::Burnup),
    };
    let report = report.filter(|_| now.totals.is_some()).ok_or_else(|| {
        anyhow::anyhow!(say!(
            lang,
            "本计划不公开亮灯，此图没有公开版；可公开的，先运行 workplan plan set 公开亮灯 是",
            "the plan does not publish its lights, so this chart has no edition for the public; where it may, workplan plan set publish_lights true"
        ))
    })?;
    drawn(desk, args, session, &report, lang)
}

enum Report<'s> {
    Burnup(Burnup<'s>),
    Lights(LightsByWeek<'s>),
}

fn drawn(desk: &Desk, args: &ChartArgs, session: &Session, report: &Report<'_>, lang: Language) -> anyhow::Result<()> {
    let format = args.format(desk)?;
    let (header, what) = match report {
        Report::Burnup(report) => (&report.header, say!(lang, "完成进度", "burn-up")),
        Report::Lights(report) => (&report.header, say!(lang, "逐周亮灯情况", "lights by week")),
    };
    let drawing = match (format, report) {
        (ChartFormat::Json, Report::Burnup(report)) => return emit_json(desk, report),
        (ChartFormat::Json, Report::Lights(report)) => return emit_json(desk, report),
        (ChartFormat::Svg | ChartFormat::Html | ChartFormat::Pdf, Report::Burnup(report)) => {
            burnup_drawing(report, lang)
        }
        (ChartFormat::Svg | ChartFormat::Html | ChartFormat::Pdf, Report::Lights(report)) => {
            lights_drawing(report, lang)
        }
    };
    let title = header.plan.title;
    let title = say!(lang, "{title}{what}", "{title}: {what}");
    let drawn = Drawn { title, drawings: vec![drawing], millimetres: FIGURE_MM, as_of: header.as_of };
    write(desk, args, session, format, &drawn)
}
