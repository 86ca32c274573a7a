//! The status page: the plan, the day, the totals, the groups, and what needs attention.

use super::Medium;
use super::common::{
    UNKNOWN, add_end, as_of, light_cell, light_name, light_tone, light_word, marked, page, percent, unit,
};
use super::fields::{Field, listing};
use super::totals::{known_progress, share_of, totals_line};
use crate::assess::{AlertCode, Light, Severity};
use crate::paper::{Block, Cell, Column, Line, Page, Table, Tone};
use crate::plan::Language;
use crate::report::own::OwnSum;
use crate::report::status::{Group, GroupBy, Reason, Status};
use crate::report::task_line::TaskLine;
use crate::say;
use crate::words::Worded;

/// What of a status is shown.
#[derive(Debug, Clone, Default)]
pub struct StatusLayout {
    /// Whether to list the tasks rather than what needs attention.
    pub tasks: bool,
    /// The columns of the list; none means the usual ones.
    pub columns: Vec<Field>,
}

/// Lays out a status.
pub fn status(report: &Status<'_>, layout: &StatusLayout, lang: Language, medium: Medium) -> Page {
    let mut page = page(&report.header, lang, "");
    page.say(passed_line(report, lang));
    match medium {
        Medium::Paper => {
            page.add(Block::Table(lights_table(report, lang)));
            if !report.groups.is_empty() {
                page.add(Block::Table(groups_table(report, lang)));
            }
        }
        Medium::Chat => page.say(totals_line(report.head, &report.totals, lang)),
    }
    for sum in &report.sums {
        page.say(sum_line(sum, lang));
    }
    if layout.tasks {
        list_tasks(&mut page, report, layout, lang, medium);
    } else {
        attention(&mut page, report, lang, medium);
    }
    add_end(&mut page, &report.header, lang);
    page
}

pub(super) fn passed_line(report: &Status<'_>, lang: Language) -> String {
    let (day, passed) = (as_of(lang, report.header.as_of), report.passed.percent());
    let (basis, issued) = (report.pace.said(lang), report.header.plan.issued);
    say!(
        lang,
        "{day}  时间已过 {passed}（{basis}）  {issued} 印发",
        "{day}  {passed} of the time has passed ({basis})  issued {issued}"
    )
}

/// The lights with their meaning: totals and legend in one.
fn lights_table(report: &Status<'_>, lang: Language) -> Table {
    let totals = &report.totals;
    let columns = vec![
        Column::short(say!(lang, "亮灯", "Light")),
        Column::number(say!(lang, "任务数", "Tasks")),
        Column::number(say!(lang, "占比", "Share")),
        Column::text(say!(lang, "含义", "Meaning")),
    ];
    let mut rows: Vec<Vec<Cell>> = Light::ALL
        .into_iter()
        .map(|light| {
            let count = totals.count(light);
            vec![
                light_cell(report.head, lang, Some(light)),
                Cell::plain(count.to_string()),
                Cell::plain(share_of(count, totals.tasks)),
                Cell::plain(light.meaning(lang)),
            ]
        })
        .collect();
    rows.push(vec![
        Cell::toned(say!(lang, "合计", "Total"), Tone::Strong),
        Cell::toned(totals.tasks.to_string(), Tone::Strong),
        Cell::plain(""),
        Cell::plain(known_progress(totals, lang)),
    ]);
    Table { columns, rows }
}

fn groups_table(report: &Status<'_>, lang: Language) -> Table {
    let by = report.groups.first().map_or(GroupBy::Section, |group| group.by);
    let lights = Light::ALL.into_iter().map(|light| Column::number(light_name(report.head, lang, light)));
    let mut columns = vec![Column::number(say!(lang, "任务", "Tasks"))];
    columns.extend(lights);
    columns.extend([
        Column::number(say!(lang, "平均完成率", "Progress")).dispensable(2),
        Column::short(say!(lang, "最近时限", "Next deadline")).dispensable(1),
    ]);
    columns.extend(report.sums.iter().map(|sum| Column::short(summed(sum, lang))));
    columns.push(Column::text(by.named().map_or_else(String::new, |field| field.heading(lang))));
    Table { columns, rows: report.groups.iter().map(|group| group_row(group, lang)).collect() }
}

fn group_row(group: &Group<'_>, lang: Language) -> Vec<Cell> {
    let totals = &group.totals;
    let mut row = vec![Cell::plain(totals.tasks.to_string())];
    row.extend(Light::ALL.into_iter().map(|light| Cell::plain(totals.count(light).to_string())));
    row.push(Cell::plain(percent(totals.progress)));
    row.push(Cell::plain(match group.next_deadline {
        Some(day) => marked(&day.to_string(), group.next_deadline_assumed),
        None => UNKNOWN.to_owned(),
    }));
    row.extend(group.sums.iter().map(|sum| Cell::plain(sum_of(sum, lang))));
    row.push(Cell::plain(group_title(group)));
    row
}

/// `资金合计（万元）`.
fn summed(sum: &OwnSum<'_>, lang: Language) -> String {
    let name = sum.own.name();
    match sum.own.unit() {
        "" => say!(lang, "{name}合计", "{name}, total"),
        unit => say!(lang, "{name}合计（{unit}）", "{name}, total ({unit})"),
    }
}

/// `340（5 项中 3 项填有）`: a sum over tasks of which some say nothing must not look whole.
fn sum_of(sum: &OwnSum<'_>, lang: Language) -> String {
    let OwnSum { tasks, of, .. } = sum;
    match sum.sum {
        None => UNKNOWN.to_owned(),
        Some(total) if tasks == of => total.to_string(),
        Some(total) => say!(lang, "{total}（{of} 项中 {tasks} 项填有）", "{total} (from {tasks} of {of} tasks)"),
    }
}

fn sum_line(sum: &OwnSum<'_>, lang: Language) -> String {
    let (name, total) = (summed(sum, lang), sum_of(sum, lang));
    say!(lang, "{name}：{total}", "{name}: {total}")
}

pub(super) fn group_title(group: &Group<'_>) -> String {
    match group.by {
        GroupBy::Section | GroupBy::Theme => format!("{} {}", group.key, group.title),
        GroupBy::Lead | GroupBy::Leader | GroupBy::Person | GroupBy::Place | GroupBy::Kind | GroupBy::Origin => {
            marked(&group.title, group.assumed && !group.key.is_empty())
        }
    }
}

/// What needs attention, worst first; and below it whose continuous tasks were not heard of.
fn attention(page: &mut Page, report: &Status<'_>, lang: Language, medium: Medium) {
    let attention = &report.attention;
    let silent: usize = attention.silent.iter().map(|unit| unit.tasks).sum();
    let (pressing, shown) = (attention.pressing.len(), attention.shown.as_slice());
    let count = pressing + silent;
    if count == 0 {
        page.heading(say!(lang, "需要关注：无", "Needs attention: nothing"));
        return;
    }
    let reasons = reasons(&attention.reasons, silent, lang);
    page.heading(say!(lang, "需要关注 {count} 项：{reasons}", "Needs attention: {count} ({reasons})"));
    match medium {
        _ if shown.is_empty() => {}
        Medium::Paper => page.add(Block::Table(attention_table(report, shown, lang))),
        Medium::Chat => page.add(Block::Items(shown.iter().map(|task| chat_line(task, lang)).collect())),
    }
    let hidden = pressing - shown.len();
    if hidden > 0 {
        page.say(say!(
            lang,
            "另有 {hidden} 项未列出，全部列出请用 --top 0，或 workplan alerts",
            "{hidden} more: `--top 0` shows all, `workplan alerts` says why"
        ));
    }
    if silent > 0 {
        page.heading(say!(
            lang,
            "常态类任务未报送 {silent} 项，按牵头单位：",
            "Continuous tasks not reported: {silent}, by unit"
        ));
        let each = attention.silent.iter().map(|silent| {
            format!("{} {}", unit(lang, silent.lead, silent.lead_short, silent.lead_assumed), silent.tasks)
        });
        page.add(Block::Words(each.map(Line::plain).collect()));
    }
}

/// For which reasons, and how many: `逾期 1，临期 1，未报送 160`.
pub(crate) fn reasons(reasons: &[Reason], silent: usize, lang: Language) -> String {
    let count = |code: AlertCode| {
        let among_pressing = reasons.iter().find(|reason| reason.code == code).map_or(0, |reason| reason.tasks);
        among_pressing + if code == AlertCode::UNREPORTED { silent } else { 0 }
    };
    let each = AlertCode::ALL.iter().copied().map(|code| (code, count(code))).filter(|(_, count)| *count > 0);
    let each: Vec<String> = each.map(|(code, count)| format!("{} {count}", code.word(lang))).collect();
    each.join(&say!(lang, "，", ", "))
}

fn attention_table(report: &Status<'_>, tasks: &[TaskLine<'_>], lang: Language) -> Table {
    let columns = vec![
        Column::short(say!(lang, "亮灯", "Light")),
        Column::short(say!(lang, "处置", "Action")).dispensable(1),
        Column::short(say!(lang, "编号", "ID")),
        Column::short(say!(lang, "牵头单位", "Lead")),
        Column::text(say!(lang, "工作任务", "Task")),
        Column::text(say!(lang, "情况", "Why")),
    ];
    let rows = tasks.iter().map(|task| {
        let action = task.worst_alert().and_then(|alert| alert.escalation);
        vec![
            light_cell(report.head, lang, task.light),
            Cell::plain(action.map_or("", |action| action.word(lang))),
            Cell::plain(task.id),
            Cell::plain(unit(lang, task.lead, task.lead_short, task.assumes("lead"))),
            Cell::plain(marked(task.title, task.assumes("title"))),
            Cell::plain(why(task, lang)),
        ]
    });
    Table { columns, rows: rows.collect() }
}

/// What is wrong with a task, worst first.
pub(crate) fn why(task: &TaskLine<'_>, lang: Language) -> String {
    let mut alerts: Vec<_> = task.alerts.iter().filter(|alert| alert.severity != Severity::Info).collect();
    alerts.sort_by_key(|alert| alert.rank());
    let messages: Vec<&str> = alerts.iter().map(|alert| alert.message.as_str()).collect();
    messages.join(&say!(lang, "；", "; "))
}

/// `规建办*【逾期】42-07 确保第三届进博会安保工作万无一失：应于 … 完成`.
fn chat_line(task: &TaskLine<'_>, lang: Language) -> Line {
    let tag = task.worst_alert().map_or("", |alert| alert.code.word(lang));
    let unit = unit(lang, task.lead, task.lead_short, task.assumes("lead"));
    let (id, title, why) = (task.id, marked(task.title, task.assumes("title")), why(task, lang));
    Line::plain(say!(lang, "{unit}【{tag}】{id} {title}：{why}", "{unit} [{tag}] {id} {title}: {why}"))
}

fn list_tasks(page: &mut Page, report: &Status<'_>, layout: &StatusLayout, lang: Language, medium: Medium) {
    let groups = report
        .groups
        .iter()
        .zip(&report.listing)
        .map(|(group, places)| (group_title(group), places.iter().filter_map(|place| report.tasks.get(*place))));
    match medium {
        Medium::Paper => page.add(Block::Tables(
            groups
                .map(|(title, tasks)| (Line::plain(title), listing(report.head, tasks, &layout.columns, lang)))
                .collect(),
        )),
        Medium::Chat => groups.for_each(|(title, tasks)| {
            page.heading(title);
            page.add(Block::Items(tasks.map(|task| task_line(report, task, lang)).collect()));
        }),
    }
}

/// `规建办* 22-07 龚都村92户…：▸ 绿灯，完成率 66.3%`.
fn task_line(report: &Status<'_>, task: &TaskLine<'_>, lang: Language) -> Line {
    let unit = unit(lang, task.lead, task.lead_short, task.assumes("lead"));
    let (id, title, progress) = (task.id, task.title, percent(task.progress));
    let line = Line::plain(say!(lang, "{unit} {id} {title}：", "{unit} {id} {title}: "));
    let line = line.with(light_word(report.head, lang, task.light), light_tone(report.head, task.light));
    line.with(say!(lang, "，完成率 {progress}", ", {progress} done"), Tone::Plain)
}
