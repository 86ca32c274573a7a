//! Many plans in one report: what `status` and `alerts` do with `--plans`.

use super::filters::{FilterArgs, Unknown};
use super::typed::{choice, named, refused};
use crate::assess::AlertCode;
use crate::desk::many::Many;
use crate::desk::output::note;
use crate::plan::Language;
use crate::report::rollup::{self, Rollup, RollupBy, RollupQuery, RollupSort, Whole, of_plan};
use crate::words::Worded;
use crate::words::terms::ORDERS;

/// The report on all the plans, at the day asked for.
pub(super) fn gather(
    many: &Many,
    day: Option<&str>,
    filters: &FilterArgs,
    query: &RollupQuery,
) -> anyhow::Result<Rollup> {
    let lang = many.lang();
    let (mut whole, mut unknown) = (Whole::new(query.clone()), Unknown::default());
    let unreadable = many.each(
        |path, session| {
            let assessment = session.assess(day)?;
            let before = session.week_before(&assessment);
            let known = filters.where_known(&session.plan, assessment.as_of, lang)?;
            let header = session.quiet_header(rollup::SCHEMA, &assessment);
            let stands = (&assessment, before.as_ref());
            Ok((of_plan(path, &session.plan, stands, header, (query, known.filter.as_ref()), lang), known))
        },
        |(of, known)| {
            whole.add(of);
            unknown.add(known);
            Ok(())
        },
    )?;
    unknown.refuse(lang)?;
    let report = whole.report(unreadable, many.desk().day, lang);
    let at_once = report.notes.iter().filter(|text| !report.closing_notes.contains(text));
    at_once.for_each(|text| note(lang, text));
    Ok(report)
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
