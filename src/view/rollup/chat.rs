//! The weekly paper about many plans for a chat: a dozen lines.

use crate::assess::Light;
use crate::paper::Page;
use crate::plan::Language;
use crate::report::rollup::{RolledPlan, RolledWeek, Rollup};
use crate::say;
use crate::view::Medium;
use crate::view::common::{name_in, percent};
use crate::view::span::these_days;
use crate::words;

use super::alerts::add_alerts;
use super::changed::{LISTED, add_whole, plan_of, units_by_plan};

/// So many plans are told at each end of a ranking.
const ENDS: usize = 3;

pub(super) fn chat(page: &mut Page, report: &Rollup, week: &RolledWeek, lang: Language) {
    add_whole(page, report, week, lang);
    page.say(say!(lang, "【排名】{}", "[Ranking] {}", ranks(report, lang)));
    if report.worst.is_empty() {
        page.say(say!(lang, "【逾期及预警】无", "[Overdue and warnings] none"));
    } else {
        let (critical, warning) = (report.alerts.critical, report.alerts.warning);
        page.say(say!(
            lang,
            "【逾期及预警】严重 {critical} 条，警示 {warning} 条：",
            "[Overdue and warnings] {critical} critical, {warning} warnings:"
        ));
        add_alerts(page, report, lang, Medium::Chat);
    }
    let red = week.became(Light::Red).map(|of| format!("{} {}", plan_of(report, of), of.of.task));
    let red: Vec<String> = red.collect();
    if !red.is_empty() {
        let (count, word, tasks) = (red.len(), name_in(&report.lights, lang, Light::Red), some(&red, lang));
        page.say(say!(lang, "【新增{word}】{count} 项：{tasks}", "[New: {word}] {count}: {tasks}"));
    }
    let (silent, days): (Vec<String>, _) =
        (report.silent_plans().iter().map(|row| row.name.clone()).collect(), these_days(week.span, lang));
    let (count, units) =
        (silent.len(), units_by_plan(report, week).iter().map(|(_, units)| units.len()).sum::<usize>());
    page.say(match count {
        0 => say!(
            lang,
            "【未报送】各计划{days}均有报送；未报送的单位 {units} 个",
            "[Unreported] every plan was heard of {days}; silent units: {units}"
        ),
        _ => {
            let plans = some(&silent, lang);
            say!(
                lang,
                "【未报送】{days}没有任何报送的计划 {count} 个：{plans}；其余计划中未报送的单位 {units} 个",
                "[Unreported] plans of which nothing was heard {days}: {count}: {plans}; silent units in the others: {units}"
            )
        }
    });
}

/// `1 青山镇人民政府（100%）、2 东滩乡人民政府（50.0%）`; of many the first and the last.
fn ranks(report: &Rollup, lang: Language) -> String {
    let of = |row: &RolledPlan| {
        let week = row.week.as_ref()?;
        let (rank, share, name) = (week.rank?, percent(week.on_track), &row.name);
        Some(say!(lang, "{rank} {name}（{share}）", "{rank} {name} ({share})"))
    };
    let ranks: Vec<String> = report.plans.iter().filter_map(of).collect();
    let (first, rest) = ranks.split_at(ENDS.min(ranks.len()));
    let last = rest.get(rest.len().saturating_sub(ENDS)..).unwrap_or_default();
    let (first_said, last_said) = (words::list(lang, first), words::list(lang, last));
    match rest.len() {
        0 => first_said,
        few if few <= ENDS => words::list(lang, &ranks),
        _ => say!(lang, "{first_said}……{last_said}", "{first_said} … {last_said}"),
    }
}

/// The first of some names.
fn some(names: &[String], lang: Language) -> String {
    let shown = names.get(..LISTED).unwrap_or(names);
    let said = words::list(lang, shown);
    if shown.len() == names.len() { said } else { said + lang.pick("等", " …") }
}
