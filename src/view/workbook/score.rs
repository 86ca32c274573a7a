//! The workbook of a score: the ranking, and every point.

use super::super::score::{about, gains, heading, headline, rule_line, times, tone, unknown_lines, whom};
use super::frame::frame;
use super::names::SheetNames;
use super::office::book;
use crate::paper::Line;
use crate::paper::book::{Body, Book, Cell, Column, List, Sheet, Value};
use crate::plan::{Language, Merit, Quantity};
use crate::report::score::{MeritCount, Score, ScoreItem, ScoreLine};
use crate::words::{Worded, visible};

/// The ranking, and every point on a sheet of its own.
pub fn score_workbook(report: &Score<'_>, lang: Language) -> Book {
    let mut names = SheetNames::default();
    let lines = [headline(report, lang), rule_line(&report.rule, lang)];
    let lines = lines.into_iter().chain(unknown_lines(report, lang)).map(Line::plain).collect();
    let (place, name) = (lang.pick("考评", "Score"), lang.pick("考评排名", "score"));
    let ranking = sheet(report, names.name(place), (name, lines), ranking(report, lang), lang);
    let items = lang.pick("逐项得分", "Point by point");
    let rule = vec![Line::plain(rule_line(&report.rule, lang))];
    let explained = sheet(report, names.name(items), (items, rule), explained(report, lang), lang);
    book(&report.header, vec![ranking, explained])
}

fn sheet(report: &Score<'_>, name: String, (about, lines): (&str, Vec<Line>), list: List, lang: Language) -> Sheet {
    let body = Body::List(list);
    Sheet { name, frame: frame(&report.header, about, lines, &body, lang), body }
}

fn ranking(report: &Score<'_>, lang: Language) -> List {
    let mut columns = vec![
        Column::short(lang.pick("名次", "Place"), 60),
        Column::prose(whom(report, lang), 260),
        Column::short(lang.pick("得分率", "Share"), 84),
        Column::short(lang.pick("得分", "Points"), 74),
        Column::short(lang.pick("应得分", "Points to be had"), 74),
        Column::short(lang.pick("任务数", "Tasks"), 74),
        Column::short(lang.pick("从未报送", "Unknown"), 84),
    ];
    columns.extend(Merit::all().iter().map(|merit| Column::short(heading(*merit, lang), 96)));
    List {
        columns,
        fixed: 2,
        rows: report.ranking.iter().map(row).collect(),
        nothing: lang.pick("没有可排名的单位", "Nobody to be ranked").to_owned(),
        bands: Vec::new(),
    }
}

fn row(line: &ScoreLine<'_>) -> Vec<Cell> {
    let known = |value: Cell| if line.rank.is_some() { value } else { Cell::default() };
    let mut row = vec![
        line.rank.map_or_else(Cell::default, Cell::count),
        Cell::text(visible(line.name)).marked(line.assumed),
        Cell::of(Value::Share(line.rate.map(|rate| rate.rounded(3)))),
        known(number(line.points)),
        known(number(line.attainable)),
        Cell::count(line.tasks),
        Cell::count(line.unknown.len()),
    ];
    row.extend(gains(line).map(|count| Cell::text(times(count))));
    row.extend(line.merits.iter().filter(|count| count.of.is_none()).map(cost));
    row
}

fn cost(count: &MeritCount) -> Cell {
    if count.times == 0 { Cell::default() } else { Cell::count(count.times) }
}

fn explained(report: &Score<'_>, lang: Language) -> List {
    let each = report.ranking.iter().flat_map(|line| line.items.iter().map(move |item| (line, item)));
    List {
        columns: vec![
            Column::short(lang.pick("名次", "Place"), 60),
            Column::prose(whom(report, lang), 200),
            Column::short(lang.pick("事项", "What for"), 110),
            Column::short(lang.pick("日期", "Date"), 100),
            Column::short(lang.pick("得分", "Points"), 70),
            Column::short(lang.pick("应得分", "Points to be had"), 70),
            Column::prose(lang.pick("任务", "Task"), 330),
            Column::prose(lang.pick("依据", "Why"), 420),
        ],
        fixed: 2,
        rows: each.map(|(line, item)| item_row(line, item, lang)).collect(),
        nothing: lang.pick("没有可计分的事项", "Nothing to go by").to_owned(),
        bands: Vec::new(),
    }
}

fn item_row(line: &ScoreLine<'_>, item: &ScoreItem<'_>, lang: Language) -> Vec<Cell> {
    vec![
        line.rank.map_or_else(Cell::default, Cell::count),
        Cell::text(visible(line.name)).marked(line.assumed),
        Cell::text(item.merit.word(lang)),
        Cell::day(Some(item.date.0)),
        number(item.points).toned(tone(item)),
        number(item.of),
        Cell::text(visible(&about(item, lang))),
        Cell::text(visible(&item.message)),
    ]
}

fn number(points: Quantity) -> Cell {
    let number = points.to_string().parse().ok();
    Cell::of(Value::Number { number, before: String::new(), after: String::new() })
}
