//! Many plans in one report: what `status` and `alerts` do with `--plans`.

use std::process::ExitCode;

use super::filters::{FilterArgs, Unknown};
use super::typed::{choice, named, refused};
use super::{INTERRUPTED, NO};
use crate::assess::{AlertCode, Assessment};
use crate::desk::many::{Many, tell_unread, tell_unreadable};
use crate::desk::output::{Format, note};
use crate::desk::session::Session;
use crate::plan::Language;
use crate::report::rollup::{self, RolledDays, Rollup, RollupBy, RollupQuery, RollupSort, Whole, of_plan};
use crate::report::week::{WeekFacts, WeekQuery, week};
use crate::store::{Heeding, Opened};
use crate::words::Worded;
use crate::words::terms::ORDERS;

/// The report on all the plans, at the day asked for, to be written in that format.
pub(super) fn gather(
    many: &Many,
    asked: (Option<&str>, &FilterArgs, &RollupQuery),
    format: Format,
) -> anyhow::Result<Rollup> {
    let heeding = Heeding::begin();
    let report = gather_with(many, asked, |_, _| Ok(()), |()| Ok(()))?;
    drop(heeding);
    // What goes into a file is not seen, and CSV has no place for it: whoever waits at the screen is told what is missing.
    if many.desk().out.is_some() || format == Format::Csv {
        tell_unreadable(many.lang(), &report.unreadable);
    }
    if format == Format::Csv {
        report.closing_notes.iter().for_each(|text| note(many.lang(), text));
    }
    Ok(report)
}

/// The exit status of a report on many plans: broken off, a no where a plan could not be read or `failed` says so, or a yes.
pub(super) fn status_of(report: &Rollup, failed: bool) -> ExitCode {
    match report {
        Rollup { unread: 1.., .. } => ExitCode::from(INTERRUPTED),
        Rollup { unreadable, .. } if failed || !unreadable.is_empty() => ExitCode::from(NO),
        Rollup { .. } => ExitCode::SUCCESS,
    }
}

/// The same, where something else is wanted of each plan too, and taken in the order of their paths.
pub(super) fn gather_with<T: Send>(
    many: &Many,
    (day, filters, query): (Option<&str>, &FilterArgs, &RollupQuery),
    also: impl Fn(&str, &Session) -> anyhow::Result<T> + Sync,
    mut take: impl FnMut(T) -> anyhow::Result<()>,
) -> anyhow::Result<Rollup> {
    let lang = many.lang();
    let (mut whole, mut unknown) = (Whole::new(query.clone()), Unknown::default());
    let unreadable = many.each(
        |path, session| {
            let (assessment, before) = compared(session, day, query.days)?;
            let known = filters.where_known(&session.plan, assessment.as_of, lang)?;
            let header = session.quiet_header(rollup::SCHEMA, &assessment);
            let stands = (&assessment, before.as_ref().filter(|before| before.as_of >= session.plan.head.period.start));
            let mut of = of_plan(path, &session.plan, stands, header.clone(), (query, known.filter.as_ref()), lang);
            if let (Some(days), Some(before), Some(filter)) = (query.days, &before, &known.filter) {
                let (plan, Opened { journal, calendar, .. }) = (&session.plan, &session.opened);
                let facts = WeekFacts { plan, journal, calendar, before, now: &assessment };
                let asked = WeekQuery { span: days.span, filter: filter.clone(), top: Some(0), issue: days.issue };
                of = of.with_week(&week(facts, header, &asked, lang));
            }
            Ok((of, known, also(path, session)?))
        },
        |(of, known, own)| {
            take(own)?;
            whole.add(of);
            unknown.add(known);
            Ok(())
        },
    )?;
    if many.unread() == 0 {
        unknown.refuse(lang)?;
    }
    for path in whole.upper_plans() {
        many.again(&path, |session| {
            let (assessment, _) = compared(session, day, query.days)?;
            whole.know(&path, &session.plan, &assessment);
            Ok(())
        })?;
    }
    let report = whole.report((unreadable, many.unread()), many.desk().day, lang);
    let at_once = report.notes.iter().filter(|text| !report.closing_notes.contains(text));
    at_once.for_each(|text| note(lang, text));
    tell_unread(lang, report.unread);
    Ok(report)
}

/// A plan as it stands, and as it stood with which it is compared: a week ago, or on the day before the days of a paper.
fn compared<'s>(
    session: &'s Session,
    day: Option<&str>,
    days: Option<RolledDays>,
) -> anyhow::Result<(Assessment<'s>, Option<Assessment<'s>>)> {
    let Some(RolledDays { span, .. }) = days else {
        let now = session.assess(day)?;
        let before = session.week_before(&now);
        return Ok((now, before));
    };
    let now = session.assess_at(span.end.min(session.day(day)?));
    let before = span.start.plus_days(-1).map(|day| session.assess_at(day));
    Ok((now, before))
}

/// What the plans are put together by; each for itself where nothing is said.
pub(super) fn grouped_by(text: Option<&str>, lang: Language) -> anyhow::Result<RollupBy> {
    let Some(text) = text.filter(|text| !is_plan_order(text)) else { return Ok(RollupBy::Plan) };
    choice(text, &RollupBy::BY_FIELD).ok_or_else(|| {
        let known = named(&RollupBy::BY_FIELD).map(|(_, field)| field.typed(lang));
        refused("--by", text, std::iter::once(lang.pick("计划", "plan").to_owned()).chain(known), lang)
    })
}

/// The order that is asked for.
pub(super) fn sorted_by(text: &str, lang: Language) -> anyhow::Result<RollupSort> {
    let by_alert = [(RollupSort::Overdue, AlertCode::OVERDUE), (RollupSort::Unreported, AlertCode::UNREPORTED)];
    let by_plan = is_plan_order(text).then_some(RollupSort::Plan);
    let of_alert = || {
        let code = AlertCode::read(text)?;
        by_alert.iter().find(|(_, known)| *known == code).map(|(sort, _)| *sort)
    };
    by_plan.or_else(|| choice(text, &RollupSort::BY_FIELD)).or_else(of_alert).ok_or_else(|| {
        let fields = named(&RollupSort::BY_FIELD).map(|(_, field)| field.typed(lang));
        let codes = by_alert.iter().map(|(_, code)| lang.pick(code.word(lang), code.key()).to_owned());
        refused(
            "--sort",
            text,
            ORDERS.iter().map(|order| order.typed(lang).to_owned()).chain(fields).chain(codes),
            lang,
        )
    })
}

/// Whether a word means the plans themselves.
pub(super) fn is_plan_order(text: &str) -> bool {
    ORDERS.iter().any(|order| order.is_called(text))
}
