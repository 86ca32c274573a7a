//! The status page: the plan, the day, the totals, the groups, and what needs attention.

use super::Medium;
use super::common::{
    UNKNOWN, add_end, as_of, change, due, light_cell, light_name, light_tone, light_word, mark_of, marked, page,
    percent, tone_in, unit, word_in,
};
use super::fields::{Field, listing};
use super::notices;
use super::silence::add_silent;
use super::totals::{known_progress, totals_line};
use crate::assess::{Light, Severity, Totals};
use crate::paper::{Block, Cell, Column, Line, Page, Table, Tone};
use crate::plan::{Language, LightStyles};
use crate::report::own::OwnSum;
use crate::report::since::Since;
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

/// Lays out a status: the worst first, then what has changed, then the counts.
pub fn status(report: &Status<'_>, layout: &StatusLayout, lang: Language, medium: Medium) -> Page {
    let mut page = page(&report.header, lang, "");
    add_headline(&mut page, report, lang);
    if !layout.tasks {
        attention(&mut page, report, lang, medium);
        notices::section(&mut page, say!(lang, "通知单办理", "Notices"), &report.notices, lang, medium);
    }
    match medium {
        Medium::Paper if report.groups.is_empty() => {}
        Medium::Paper => page.add(Block::Table(groups_table(report, lang))),
        Medium::Chat => page.say(totals_line(report.head, &report.totals, lang)),
    }
    for sum in &report.sums {
        page.say(sum_line(sum, lang));
    }
    if layout.tasks {
        list_tasks(&mut page, report, layout, lang, medium);
    }
    if medium == Medium::Paper {
        page.add(Block::Paragraph(legend(&report.head.lights, lang)));
    }
    add_end(&mut page, &report.header, lang);
    page
}

/// The day, the plan in a sentence, and what has changed since a week ago.
pub(super) fn add_headline(page: &mut Page, report: &Status<'_>, lang: Language) {
    page.say(passed_line(report, lang));
    page.add(Block::Paragraph(Line::default().with(headline(report, lang), Tone::Strong)));
    if let Some(since) = &report.week_ago {
        page.say(changed_line(report, since, lang));
    }
}

/// `共 195 项任务：红灯 1 项（逾期 1），黄灯 1 项（临期 1）；193 项尚无报送，涉及 14 个单位；平均完成率……`: the plan in a sentence.
fn headline(report: &Status<'_>, lang: Language) -> String {
    let totals = &report.totals;
    let lit = [Light::Red, Light::Yellow, Light::Blue, Light::Green, Light::Grey].into_iter();
    let lit = lit.map(|light| (light_name(report.head, lang, light), light, totals.count(light)));
    let each = lit.filter(|(.., count)| *count > 0).map(|(word, light, count)| {
        let meaning = match light {
            Light::Blue | Light::Green | Light::Grey => light.meaning(lang).to_owned(),
            Light::Red | Light::Yellow => reasons(&report.attention.reasons_of(light), lang),
        };
        match meaning.as_str() {
            "" => say!(lang, "{word} {count} 项", "{word} {count}"),
            meaning => say!(lang, "{word} {count} 项（{meaning}）", "{word} {count} ({meaning})"),
        }
    });
    let each: Vec<String> = each.collect();
    let (tasks, each) = (totals.tasks, each.join(&say!(lang, "，", ", ")));
    match each.as_str() {
        "" => say!(lang, "共 {tasks} 项任务。", "Tasks: {tasks}."),
        each => {
            say!(lang, "共 {tasks} 项任务：{each}；{}。", "{tasks} tasks: {each}; {}.", known_progress(totals, lang))
        }
    }
}

/// So many tasks whose light has changed are named.
const NAMED_CHANGES: usize = 6;

/// `较上周（2020-11-17）：黄灯 +1，灰灯 -1；转黄灯 22-02`.
fn changed_line(report: &Status<'_>, since: &Since<'_>, lang: Language) -> String {
    let day = since.as_of;
    let word = |light: Light| light_name(report.head, lang, light);
    let counts = Light::WORST_FIRST.map(|light| (light, report.totals.count(light), since.totals.count(light)));
    let counts = counts.into_iter().filter(|(_, now, before)| now != before);
    let counts = counts.map(|(light, now, before)| format!("{} {}", word(light), change(now, before)));
    let counts: Vec<String> = counts.collect();
    if since.changed.is_empty() {
        return say!(lang, "较上周（{day}）：亮灯没有变化。", "Since {day}, a week ago: no light has changed.");
    }
    let turned = Light::WORST_FIRST.into_iter().filter_map(|light| {
        let ids: Vec<&str> =
            since.changed.iter().filter(|change| change.to == Some(light)).map(|change| change.task).collect();
        let named = ids.get(..NAMED_CHANGES).unwrap_or(&ids).join(lang.pick("、", ", "));
        let (word, count) = (word(light), ids.len());
        match count {
            0 => None,
            _ if count > NAMED_CHANGES => {
                Some(say!(lang, "转{word} {count} 项：{named} 等", "{count} turned {word}: {named}, …"))
            }
            _ => Some(say!(lang, "转{word}：{named}", "turned {word}: {named}")),
        }
    });
    let turned: Vec<String> = turned.collect();
    let turned = turned.join(&say!(lang, "；", "; "));
    match counts.join(&say!(lang, "，", ", ")).as_str() {
        "" => say!(lang, "较上周（{day}）：{turned}。", "Since {day}, a week ago: {turned}."),
        counts => say!(lang, "较上周（{day}）：{counts}；{turned}。", "Since {day}, a week ago: {counts}; {turned}."),
    }
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

/// What the lights mean.
pub(super) fn legend(styles: &LightStyles, lang: Language) -> Line {
    let each = Light::WORST_FIRST.into_iter().enumerate().map(|(place, light)| {
        let between = if place == 0 { lang.pick("亮灯：", "Lights: ") } else { lang.pick("；", "; ") };
        (between, word_in(styles, lang, Some(light)), light)
    });
    each.fold(Line::default(), |line, (between, word, light)| {
        let line = line.with(between, Tone::Plain).with(word, tone_in(styles, Some(light)));
        line.with(format!(" {}", light.meaning(lang)), Tone::Plain)
    })
}

/// How long a bar of lights is.
const BAR: usize = 10;

fn groups_table(report: &Status<'_>, lang: Language) -> Table {
    let by = report.groups.first().map_or(GroupBy::Section, |group| group.by);
    let lights = Light::WORST_FIRST.into_iter().map(|light| Column::number(light_name(report.head, lang, light)));
    let mut columns = vec![
        Column::text(by.named().map_or_else(String::new, |field| field.heading(lang))),
        Column::short(say!(lang, "亮灯分布", "Lights")).dispensable(1),
        Column::number(say!(lang, "任务", "Tasks")),
    ];
    columns.extend(lights);
    columns.extend([
        Column::number(say!(lang, "完成率", "Progress")).dispensable(2),
        Column::short(say!(lang, "最近时限", "Next deadline")).dispensable(3),
    ]);
    columns.extend(report.sums.iter().map(|sum| Column::short(summed(sum, lang))));
    let mut rows: Vec<Vec<Cell>> = report.groups.iter().map(|group| group_row(group, lang)).collect();
    if by == GroupBy::Section {
        rows.push(total_row(report, lang));
    }
    Table { columns, rows }
}

fn group_row(group: &Group<'_>, lang: Language) -> Vec<Cell> {
    let totals = &group.totals;
    let mut row =
        vec![Cell::plain(group_title(group)), Cell::plain(bar(totals)), Cell::plain(totals.tasks.to_string())];
    row.extend(Light::WORST_FIRST.into_iter().map(|light| Cell::plain(totals.count(light).to_string())));
    row.push(Cell::plain(percent(totals.progress)));
    row.push(Cell::plain(match group.next_deadline {
        Some(_) => due(lang, group.next_deadline, group.next_deadline_basis),
        None => UNKNOWN.to_owned(),
    }));
    row.extend(group.sums.iter().map(|sum| Cell::plain(sum_of(sum, lang))));
    row
}

/// All of it, below groups that part the tasks.
fn total_row(report: &Status<'_>, lang: Language) -> Vec<Cell> {
    let totals = &report.totals;
    let strong = |text: String| Cell::toned(text, Tone::Strong);
    let mut row = vec![strong(say!(lang, "合计", "Total")), Cell::plain(bar(totals)), strong(totals.tasks.to_string())];
    row.extend(Light::WORST_FIRST.into_iter().map(|light| strong(totals.count(light).to_string())));
    row.extend([Cell::plain(percent(totals.progress)), Cell::plain("")]);
    row.extend(report.sums.iter().map(|sum| Cell::plain(sum_of(sum, lang))));
    row
}

/// `✗▴◌◌◌◌◌◌◌◌`: the lights in proportion; one that is there at all is seen.
pub(super) fn bar(totals: &Totals) -> String {
    let counts = Light::WORST_FIRST.map(|light| totals.count(light));
    let cells = parted(&counts, BAR);
    Light::WORST_FIRST.into_iter().zip(cells).map(|(light, cells)| mark_of(light).to_string().repeat(cells)).collect()
}

/// So many cells parted in proportion to counts: at least one to each count that is not zero, the rest to whoever is owed most.
fn parted(counts: &[usize], cells: usize) -> Vec<usize> {
    let all: usize = counts.iter().sum();
    let mut shares: Vec<usize> = counts.iter().map(|count| usize::from(*count > 0)).collect();
    while all > 0 && shares.iter().sum::<usize>() < cells {
        let owed = |place: usize| {
            counts.get(place).zip(shares.get(place)).map(|(count, has)| (count * cells) as i128 - (has * all) as i128)
        };
        let Some(next) = (0..counts.len())
            .filter(|place| counts.get(*place) > Some(&0))
            .max_by_key(|place| (owed(*place), std::cmp::Reverse(*place)))
        else {
            break;
        };
        if let Some(share) = shares.get_mut(next) {
            *share += 1;
        }
    }
    shares
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

/// What needs attention, worst first; and below it the units that were not heard of.
fn attention(page: &mut Page, report: &Status<'_>, lang: Language, medium: Medium) {
    let attention = &report.attention;
    let (pressing, shown) = (attention.pressing.len(), attention.shown.as_slice());
    if pressing == 0 {
        page.heading(say!(lang, "需要关注：无", "Needs attention: nothing"));
    } else {
        let reasons = reasons(&attention.reasons, lang);
        page.heading(say!(lang, "需要关注 {pressing} 项：{reasons}", "Needs attention: {pressing} ({reasons})"));
    }
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
    add_silent(page, &attention.silent, lang);
}

/// For which reasons, and how many: `逾期 1，临期 1`.
pub(crate) fn reasons(reasons: &[Reason], lang: Language) -> String {
    let each: Vec<String> =
        reasons.iter().map(|reason| format!("{} {}", reason.code.word(lang), reason.tasks)).collect();
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

/// What is wrong with a task: the worst in a sentence, the rest by its name.
pub(crate) fn why(task: &TaskLine<'_>, lang: Language) -> String {
    let mut alerts: Vec<_> = task.alerts.iter().filter(|alert| alert.severity != Severity::Info).collect();
    alerts.sort_by_key(|alert| alert.rank());
    let Some((worst, others)) = alerts.split_first() else { return String::new() };
    let mut codes: Vec<&str> = others.iter().map(|alert| alert.code.word(lang)).collect();
    codes.dedup();
    let (message, others) = (&worst.message, codes.join(lang.pick("、", ", ")));
    match others.as_str() {
        "" => message.clone(),
        others => say!(lang, "{message}；另：{others}", "{message}; also {others}"),
    }
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
