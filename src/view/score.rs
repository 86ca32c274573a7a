//! The ranking of units or leaders, and each point that was gained or lost.

use super::Medium;
use super::common::{UNKNOWN, add_end, as_of, named, page, unit_of};
use super::fields::unmarked;
use crate::paper::{Block, Cell, Column, Line, Page, Table, Tone};
use crate::plan::{Language, Merit, Quantity, Ranking};
use crate::report::score::{MeritCount, RuleLine, Score, ScoreItem, ScoreLine};
use crate::say;
use crate::words;
use crate::words::Worded;
use crate::words::fields::Field;

/// Lays out a score; with every point, where they are wanted.
pub fn score(report: &Score<'_>, explained: bool, lang: Language, medium: Medium) -> Page {
    let mut page = page(&report.header, lang, &say!(lang, "考评", "score"));
    page.say(headline(report, lang));
    match medium {
        _ if ranked(report).next().is_none() => {}
        Medium::Paper => page.add(Block::Table(ranking(report, lang))),
        Medium::Chat => page.add(Block::Items(ranked(report).map(|line| chat_line(line, lang)).collect())),
    }
    page.say(rule_line(&report.rule, lang));
    unknown_lines(report, lang).into_iter().for_each(|line| page.say(line));
    let lines = ranked(report).filter(|_| explained);
    match medium {
        Medium::Paper => {
            let tables: Vec<(Line, Table)> =
                lines.map(|line| (Line::plain(title(line, lang)), items(line, lang))).collect();
            if !tables.is_empty() {
                page.heading(say!(lang, "逐项得分", "Point by point"));
                page.add(Block::Tables(tables));
            }
        }
        Medium::Chat => lines.for_each(|line| {
            page.heading(title(line, lang));
            page.add(Block::Items(line.items.iter().map(|item| chat_item(item, lang)).collect()));
        }),
    }
    add_end(&mut page, &report.header, lang);
    page
}

/// What is ranked: `牵头单位`, `分管领导`.
pub(super) fn whom(report: &Score<'_>, lang: Language) -> String {
    report.by.named().map_or_else(String::new, |field: &Field| field.heading(lang))
}

/// `截至 2020-11-24（星期二）  12 个参加排名：最高 规建办 92.3%，最低 社发办 40.0%；3 个无可计分事项`.
pub(super) fn headline(report: &Score<'_>, lang: Language) -> String {
    let (day, totals) = (as_of(lang, report.header.as_of), report.totals);
    let (count, unranked) = (totals.ranked, totals.unranked);
    let whom = report.by.named().map_or("", |field| field.name(lang));
    if count == 0 {
        return say!(lang, "{day}  没有可计分的事项，不作排名", "{day}: nothing is known by which to rank anybody");
    }
    let mut said = say!(lang, "{day}  参加排名的{whom} {count} 个", "{day}: ranked, by {whom}: {count}");
    let (first, last) = (ranked(report).next(), ranked(report).last());
    if let Some((first, last)) = first.zip(last).filter(|(first, last)| first.name != last.name) {
        let told = |line: &ScoreLine<'_>| format!("{} {}", unit_of(lang, line.who), judged(report, line, lang));
        let (first, last) = (told(first), told(last));
        said += &say!(lang, "：最高 {first}，最低 {last}", "; the best {first}, the last {last}");
    }
    if unranked > 0 {
        said += &say!(lang, "；另有 {unranked} 个没有可计分的事项", "; {unranked} with nothing to go by");
    }
    said
}

/// What one is ranked by.
fn judged(report: &Score<'_>, line: &ScoreLine<'_>, lang: Language) -> String {
    match (report.rule.rules.rank_by, line.rate) {
        (Ranking::Rate, Some(rate)) => rate.percent(),
        (Ranking::Rate, None) | (Ranking::Points, _) => {
            let points = line.points;
            say!(lang, "{points} 分", "{points} points")
        }
    }
}

/// The share of the points, or the mark of the unknown.
pub(super) fn rate(line: &ScoreLine<'_>) -> String {
    line.rate.map_or_else(|| UNKNOWN.to_owned(), |rate| rate.percent())
}

/// The place in the ranking, or the mark of the unknown.
pub(super) fn place(line: &ScoreLine<'_>) -> String {
    line.rank.map_or_else(|| UNKNOWN.to_owned(), |rank| rank.to_string())
}

/// Those who have a place.
pub(super) fn ranked<'r, 's>(report: &'r Score<'s>) -> impl Iterator<Item = &'r ScoreLine<'s>> {
    report.ranking.iter().filter(|line| line.rank.is_some())
}

/// Whether anything is taken off anybody.
pub(super) fn takes_off(report: &Score<'_>) -> bool {
    ranked(report).any(|line| line.items.iter().any(|item| item.points < Quantity::ZERO))
}

fn ranking(report: &Score<'_>, lang: Language) -> Table {
    let mut columns = vec![
        Column::number(lang.pick("名次", "Place")),
        Column::short(whom(report, lang)),
        Column::number(lang.pick("得分率", "Share")),
        Column::number(lang.pick("得分/应得", "Points")).dispensable(1),
    ];
    let gained = (2..).zip(Merit::GAINS);
    columns.extend(gained.map(|(last, merit)| Column::number(heading(merit, lang)).dispensable(last)));
    let takes_off = takes_off(report);
    columns.extend(takes_off.then(|| Column::text(lang.pick("扣分", "Taken off"))));
    let rows = ranked(report).map(|line| {
        let mut row = vec![
            Cell::plain(place(line)),
            Cell::plain(unit_of(lang, line.who)),
            Cell::toned(rate(line), Tone::Strong),
            Cell::plain(of(line)),
        ];
        row.extend(gains(line).map(|count| Cell::plain(times(count))));
        row.extend(takes_off.then(|| Cell::toned(costs(line, lang), Tone::Red)));
        row
    });
    Table { columns, rows: rows.collect() }
}

/// What a column of such things is called.
pub(super) fn heading(merit: Merit, lang: Language) -> String {
    let word = merit.word(lang);
    let mut rest = word.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// `48/52`; the points alone where none could be had.
pub(super) fn of(line: &ScoreLine<'_>) -> String {
    let ScoreLine { points, attainable, .. } = line;
    if line.rate.is_some() { format!("{points}/{attainable}") } else { points.to_string() }
}

/// What was gained, thing by thing.
pub(super) fn gains<'l>(line: &'l ScoreLine<'_>) -> impl Iterator<Item = &'l MeritCount> {
    line.merits.iter().filter(|count| count.of.is_some())
}

/// `5/6`; nothing where none was to be had.
pub(super) fn times(count: &MeritCount) -> String {
    count.of.filter(|of| *of > 0).map_or_else(String::new, |of| format!("{}/{of}", count.times))
}

/// `督办 1 次（-2）；逾期延期 1 次（-2）`.
pub(super) fn costs(line: &ScoreLine<'_>, lang: Language) -> String {
    let costs = line.merits.iter().filter(|count| count.of.is_none() && count.times > 0);
    let said = costs.map(|count| {
        let (word, times, points) = (count.merit.word(lang), count.times, count.points);
        say!(lang, "{word} {times} 次（{points}）", "{word} {times} ({points})")
    });
    said.collect::<Vec<_>>().join(lang.pick("；", "; "))
}

/// The rule in a line.
pub(super) fn rule_line(rule: &RuleLine, lang: Language) -> String {
    let gains = Merit::GAINS.map(|merit| priced(rule, merit, "+", lang));
    let costs = Merit::COSTS.map(|merit| priced(rule, merit, "-", lang));
    let priced = |all: &[Option<String>]| all.iter().flatten().cloned().collect::<Vec<_>>().join(lang.pick("，", ", "));
    let origin = match rule.stated {
        true => lang.pick("按计划的规定", "as the plan states it"),
        false => lang.pick("计划未作规定，按默认", "the usual one, as the plan states none"),
    };
    let ranked = match rule.rules.rank_by {
        Ranking::Rate => {
            lang.pick("按得分率（得分除以应得分）排名", "ranked by the share of the points that could be had")
        }
        Ranking::Points => lang.pick("按得分排名", "ranked by points"),
    };
    let unknown = lang.pick("从未报送的任务不计分", "tasks that were never reported on do not count");
    let costs = Some(priced(&costs)).filter(|costs| !costs.is_empty());
    let costs = costs.map(|costs| say!(lang, "{costs}", "taken off each time: {costs}")).unwrap_or_default();
    let parts = [priced(&gains), costs, ranked.to_owned(), unknown.to_owned()];
    let said = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(lang.pick("；", "; "));
    say!(lang, "计分办法（{origin}）：{said}", "The rule ({origin}): {said}")
}

/// `按时报送每期 +1`; `None` of what does not count.
fn priced(rule: &RuleLine, merit: Merit, sign: &str, lang: Language) -> Option<String> {
    let (word, points) = (merit.word(lang), rule.rules.points(merit));
    let each = match merit {
        Merit::FinishedInTime | Merit::OnPace => lang.pick("每项", "a task"),
        Merit::ReportedInTime => lang.pick("每期", "a period"),
        Merit::Urged | Merit::Supervised | Merit::Circulated | Merit::ExtendedLate => lang.pick("每次", ""),
    };
    let said = say!(lang, "{word}{each} {sign}{points}", "{word} {sign}{points} {each}");
    (points != Quantity::ZERO).then(|| said.trim_end().to_owned())
}

/// Of whom how many tasks nothing is known; and how many tasks name nobody.
pub(super) fn unknown_lines(report: &Score<'_>, lang: Language) -> Vec<String> {
    let unknown = report.ranking.iter().filter(|line| !line.unknown.is_empty()).map(|line| {
        let (unit, tasks) = (unit_of(lang, line.who), line.unknown.len());
        say!(lang, "{unit} {tasks} 项", "{unit} {tasks}")
    });
    let unknown: Vec<String> = unknown.collect();
    let told = words::list(lang, &unknown);
    let unknown = (!unknown.is_empty())
        .then(|| say!(lang, "从未报送、未计分的任务：{told}", "Tasks never reported on, and not counted: {told}"));
    let whom = report.by.named().map_or("", |field| field.name(lang));
    let nameless = report.totals.nameless;
    let nameless = (nameless > 0).then(|| {
        say!(
            lang,
            "未写明{whom}、未计入的任务：{nameless} 项",
            "Tasks that name no {whom}, and are not counted: {nameless}"
        )
    });
    unknown.into_iter().chain(nameless).collect()
}

/// `第 1 名 规建办*  92.3%（48/52 分）`.
fn title(line: &ScoreLine<'_>, lang: Language) -> String {
    let (place, unit, rate, of) = (place(line), unit_of(lang, line.who), rate(line), of(line));
    say!(lang, "第 {place} 名 {unit}  {rate}（{of} 分）", "{place}. {unit}  {rate} ({of} points)")
}

fn items(line: &ScoreLine<'_>, lang: Language) -> Table {
    let columns = vec![
        Column::number(lang.pick("得分", "Points")),
        Column::short(lang.pick("事项", "What for")),
        Column::text(lang.pick("任务", "Task")),
        Column::text(lang.pick("依据", "Why")),
    ];
    let rows = line.items.iter().map(|item| {
        vec![
            Cell::toned(points(item), tone(item)),
            Cell::plain(item.merit.word(lang)),
            Cell::plain(about(item, lang)),
            Cell::plain(&item.message),
        ]
    });
    Table { columns, rows: rows.collect() }
}

/// `+5`, `0/5` of what was missed, `-2`.
pub(super) fn points(item: &ScoreItem<'_>) -> String {
    match (item.points < Quantity::ZERO, item.points < item.of) {
        (true, _) => item.points.to_string(),
        (false, true) => format!("{}/{}", item.points, item.of),
        (false, false) => format!("+{}", item.points),
    }
}

/// What was taken off is red, what was missed yellow.
pub(super) fn tone(item: &ScoreItem<'_>) -> Tone {
    match (item.points < Quantity::ZERO, item.points < item.of) {
        (true, _) => Tone::Red,
        (false, true) => Tone::Yellow,
        (false, false) => Tone::Plain,
    }
}

/// The task, or the tasks of a notice.
pub(super) fn about(item: &ScoreItem<'_>, lang: Language) -> String {
    item.name.as_ref().map_or_else(|| words::list(lang, &item.tasks), named)
}

/// `第 1 名 规建办*  92.3%（48/52 分）：按时办结 5/6，……；督办 1 次（-2）`.
fn chat_line(line: &ScoreLine<'_>, lang: Language) -> Line {
    let gained = gains(line).filter(|count| count.of.is_some_and(|of| of > 0)).map(|count| {
        let (word, times) = (count.merit.word(lang), times(count));
        format!("{word} {times}")
    });
    let gained = gained.collect::<Vec<_>>().join(lang.pick("，", ", "));
    let told = [gained, costs(line, lang)].into_iter().filter(|told| !told.is_empty()).collect::<Vec<_>>();
    let (title, told) = (title(line, lang), told.join(lang.pick("；", "; ")));
    Line::plain(say!(lang, "{title}：{told}", "{title}: {told}"))
}

fn chat_item(item: &ScoreItem<'_>, lang: Language) -> Line {
    let (points, word, about, why) = (points(item), item.merit.word(lang), about(item, lang), &item.message);
    Line::plain(say!(lang, "【{word} {points}】{about}：{why}", "[{word} {points}] {about}: {why}"))
}

/// The ranking as data: full names, nothing marked, and what is assumed in a column of its own.
pub fn score_ledger(report: &Score<'_>, lang: Language) -> Table {
    let mut columns = vec![
        Column::number(lang.pick("名次", "Place")),
        Column::short(whom(report, lang)),
        Column::short(lang.pick("是否推定", "Assumed")),
        Column::number(lang.pick("得分率", "Share")),
        Column::number(lang.pick("得分", "Points")),
        Column::number(lang.pick("应得分", "Points to be had")),
        Column::number(lang.pick("任务数", "Tasks")),
        Column::number(lang.pick("从未报送任务数", "Unknown tasks")),
    ];
    // A spreadsheet would take 5/6 for a day.
    for merit in Merit::GAINS {
        let word = heading(merit, lang);
        columns.push(Column::number(&word));
        columns.push(Column::number(say!(lang, "应{word}", "{word} (of)")));
    }
    columns.extend(Merit::COSTS.map(|merit| Column::number(heading(merit, lang))));
    columns.push(Column::text(lang.pick("备注", "Remark")));
    let rows = report.ranking.iter().map(|line| {
        let known = |text: String| if line.rank.is_some() { text } else { String::new() };
        let mut row = vec![
            Cell::plain(line.rank.map(|rank| rank.to_string()).unwrap_or_default()),
            Cell::plain(line.name),
            is_assumed(line, lang),
            Cell::plain(line.rate.map(|rate| rate.rounded(6).to_string()).unwrap_or_default()),
            Cell::plain(known(line.points.to_string())),
            Cell::plain(known(line.attainable.to_string())),
            Cell::plain(line.tasks.to_string()),
            Cell::plain(line.unknown.len().to_string()),
        ];
        let counts = line.merits.iter().flat_map(|count| std::iter::once(count.times).chain(count.of));
        row.extend(counts.map(|count| Cell::plain(count.to_string())));
        row.push(remark(report, lang));
        row
    });
    Table { columns, rows: rows.collect() }
}

/// Every point as data.
pub fn score_items_ledger(report: &Score<'_>, lang: Language) -> Table {
    let columns = vec![
        Column::short(whom(report, lang)),
        Column::short(lang.pick("是否推定", "Assumed")),
        Column::short(lang.pick("事项", "What for")),
        Column::short(lang.pick("日期", "Date")),
        Column::number(lang.pick("得分", "Points")),
        Column::number(lang.pick("应得分", "Points to be had")),
        Column::short(lang.pick("编号", "ID")),
        Column::text(lang.pick("工作任务", "Task")),
        Column::text(lang.pick("依据", "Why")),
        Column::short(lang.pick("督办文号", "Notice")),
        Column::text(lang.pick("备注", "Remark")),
    ];
    let each = report.ranking.iter().flat_map(|line| line.items.iter().map(move |item| (line, item)));
    let rows = each.map(|(line, item)| {
        vec![
            Cell::plain(line.name),
            is_assumed(line, lang),
            Cell::plain(item.merit.word(lang)),
            Cell::plain(item.date.to_string()),
            Cell::plain(item.points.to_string()),
            Cell::plain(item.of.to_string()),
            Cell::plain(words::list(lang, &item.tasks)),
            Cell::plain(item.title.unwrap_or_default()),
            Cell::plain(unmarked(&item.message, item.title.unwrap_or_default())),
            Cell::plain(item.notice.map(ToString::to_string).unwrap_or_default()),
            remark(report, lang),
        ]
    });
    Table { columns, rows: rows.collect() }
}

fn is_assumed(line: &ScoreLine<'_>, lang: Language) -> Cell {
    Cell::plain(if line.assumed { lang.pick("是", "yes") } else { lang.pick("否", "no") })
}

fn remark(report: &Score<'_>, lang: Language) -> Cell {
    Cell::plain(if report.header.plan.sample { words::sample_word(lang) } else { "" })
}
