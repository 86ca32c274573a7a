//! What the cells below a header say of its columns, where their names leave it open.

use std::collections::BTreeSet;

use crate::intake::sheet::{Cell, Grid, Value};
use crate::plan::meant::column::Field;
use crate::plan::meant::day::{DayFault, DayWords, read_day};
use crate::plan::meant::endless::is_endless;
use crate::plan::meant::half_width;
use crate::plan::{Closing, Date, Kind};
use crate::words::Worded;

use super::header::Header;
use super::lines::{Line, heads_section, lines};
use super::shares::Shares;
use super::state_words::{share_told, state_meant};
use super::texts::text_of;

impl Header {
    /// Settles what columns hold by what stands in them.
    pub(super) fn settle(&mut self, grid: &Grid) {
        self.keep_numbers();
        self.numbered = self.is_numbered(grid);
        self.asides = self.beside(grid);
        self.regroup(grid);
        self.regroup_content(grid);
        self.regroup_kinds(grid);
        self.pass_over_answers(grid);
        self.pass_over_authors();
        self.find_deadline(grid);
        self.find_unit(grid);
        self.find_outline(grid);
        self.find_progress(grid);
        self.first_leads = self.says_who_leads(grid);
        self.find_times();
        self.find_number(grid);
    }

    /// Columns of which nobody knows more than that they are about a time, and not about how the work has gone by then.
    fn find_times(&mut self) {
        let is_timed = |column: &u32| {
            let name = self.names.get(column).map_or("", String::as_str);
            names_a_time(name) && !REPORTS.iter().any(|word| name.contains(word))
        };
        (self.by_time, self.unknown) = std::mem::take(&mut self.unknown).into_iter().partition(is_timed);
    }

    /// Whether the first of several units is said to lead: by the column's name, or by a note above the header or below the
    /// table.
    fn says_who_leads(&self, grid: &Grid) -> bool {
        let Some(column) = self.column(Field::Responsible) else { return false };
        let mut heads = (self.first..=self.last).filter_map(|row| grid.cell(row, column));
        let above = grid.rows().take_while(|(row, _)| *row < self.first).flat_map(|(_, cells)| cells.values());
        let below = lines(grid, self).into_iter().filter_map(|line| match line {
            Line::Aside(_, text) => Some(text),
            Line::Row(_) | Line::Heading(..) => None,
        });
        heads.any(|cell| cell.value.text().contains("牵头"))
            || above.map(|cell| cell.value.text()).chain(below).any(|text| says_the_first_leads(&text))
    }

    /// 一, then 1, 2, 3; 二, then 4, 5: the Chinese numbers head sections.
    fn is_numbered(&self, grid: &Grid) -> bool {
        let Some(column) = self.column(Field::Id) else { return false };
        let numbers = self.texts(grid, column);
        let counts = |text: &String| text.bytes().all(|byte| byte.is_ascii_digit());
        numbers.first().is_some_and(|first| heads_section(first)) && numbers.iter().any(counts)
    }

    /// The rows that are no part of the ledger: what a total or a note says tells nothing of its columns.
    fn beside(&self, grid: &Grid) -> BTreeSet<u32> {
        let aside = |line: Line<'_>| match line {
            Line::Aside(row, _) => Some(row),
            Line::Row(_) | Line::Heading(..) => None,
        };
        lines(grid, self).into_iter().filter_map(aside).collect()
    }

    /// What stands below a column's name, of merged cells in each row.
    fn texts(&self, grid: &Grid, column: u32) -> Vec<String> {
        let rows = grid.rows().map(|(row, _)| row).filter(|row| *row > self.last && !self.asides.contains(row));
        rows.filter_map(|row| grid.cell(row, column)).filter_map(said_in).collect()
    }

    fn distinct(&self, grid: &Grid, column: u32) -> usize {
        self.texts(grid, column).into_iter().collect::<BTreeSet<String>>().len()
    }

    /// The first of the columns of sections and themes that the ledger has not got; headings over rows are sections.
    fn free(&self, grid: &Grid) -> Option<Field> {
        let is_headed = lines(grid, self).iter().any(|line| matches!(line, Line::Heading(..)));
        let sections = if is_headed { None } else { Some(Field::Section) };
        sections.into_iter().chain([Field::Theme]).find(|field| !self.fields.contains_key(field))
    }

    /// Of columns that say the same, the first has come to say something else: the second stands.
    fn next_of(&mut self, field: Field) {
        let Some(at) = self.twice.iter().position(|(twice, ..)| *twice == field) else { return };
        let (_, _, second) = self.twice.remove(at);
        self.fields.insert(field, second);
    }

    fn pass_over(&mut self, column: u32) {
        self.unknown.push(column);
        self.unknown.sort_unstable();
    }

    /// Of two columns of tasks, 重点任务 and 具体事项, the one whose texts stand for several rows is what the others belong to.
    fn regroup(&mut self, grid: &Grid) {
        let Some(at) = self.twice.iter().position(|(field, ..)| *field == Field::Title) else { return };
        let Some((_, first, second)) = self.twice.get(at).copied() else { return };
        let (in_first, in_second) = (self.distinct(grid, first), self.distinct(grid, second));
        let (wide, narrow) = if in_first < in_second { (first, second) } else { (second, first) };
        if in_first != in_second
            && let Some(field) = self.free(grid)
        {
            self.twice.remove(at);
            self.group((wide, field), narrow);
        }
    }

    fn group(&mut self, (wide, field): (u32, Field), narrow: u32) {
        self.fields.insert(Field::Title, narrow);
        self.fields.insert(field, wide);
        self.grouped = Some(field);
    }

    /// What tasks are in detail is what they are called where nothing else names them; and where one name stands for several
    /// of them, it is what they belong to: 工作任务 over 具体举措.
    fn regroup_content(&mut self, grid: &Grid) {
        let Some(content) = self.column(Field::Content) else { return };
        let Some(title) = self.column(Field::Title) else {
            self.fields.remove(&Field::Content);
            self.fields.insert(Field::Title, content);
            return;
        };
        if self.distinct(grid, title) < self.distinct(grid, content)
            && let Some(field) = self.free(grid)
        {
            self.fields.remove(&Field::Content);
            self.group((title, field), content);
        }
    }

    /// A column of kinds in which no kind stands is one of sections: 类别 with 省级 and 市级.
    fn regroup_kinds(&mut self, grid: &Grid) {
        let Some(column) = self.column(Field::Kind) else { return };
        let texts = self.texts(grid, column);
        let has_none = !texts.is_empty() && !texts.iter().any(|text| Kind::read(text).is_some());
        if let Some(field) = self.free(grid).filter(|_| has_none) {
            self.fields.remove(&Field::Kind);
            self.fields.insert(field, column);
        }
    }

    /// A column in which nothing but yes and no stands names no section: Milestone in a plan of MS Project.
    fn pass_over_answers(&mut self, grid: &Grid) {
        let is_answer =
            |text: &String| ["yes", "no", "true", "false", "是", "否"].contains(&text.to_lowercase().as_str());
        for field in [Field::Section, Field::Theme] {
            let Some(column) = self.column(field) else { continue };
            let texts = self.texts(grid, column);
            if !texts.is_empty() && texts.iter().all(is_answer) {
                self.fields.remove(&field);
                self.pass_over(column);
            }
        }
        // Completed may hold a yes instead of a day.
        let Some(column) = self.column(Field::FinishedOn) else { return };
        let texts = self.texts(grid, column);
        if !texts.is_empty() && texts.iter().all(is_answer) {
            self.fields.remove(&Field::FinishedOn);
            match self.fields.contains_key(&Field::State) {
                true => self.pass_over(column),
                false => drop(self.fields.insert(Field::State, column)),
            }
        }
    }

    /// 办结时间 is when a task is to be finished, where its cells say so (9月底前) and no other column does.
    fn find_deadline(&mut self, grid: &Grid) {
        if self.column(Field::Deadline).is_some() {
            return;
        }
        if let Some(column) = self.fields.remove(&Field::Span) {
            self.fields.insert(Field::Deadline, column);
            return;
        }
        // 节点 holds days where nothing else says when.
        let is_day = |text: &String| {
            let read = read_day(text, DayWords { today: None, period: None });
            is_endless(text) || matches!(read, Ok(_) | Err(DayFault::Ambiguous))
        };
        let days = |column: &u32| Some(self.texts(grid, *column)).filter(|texts| !texts.is_empty());
        let steps = self.column(Field::Checkpoints);
        if let Some(column) = steps.filter(|column| days(column).is_some_and(|texts| texts.iter().all(is_day))) {
            self.fields.remove(&Field::Checkpoints);
            self.fields.insert(Field::Deadline, column);
            return;
        }
        let Some(column) = self.column(Field::FinishedOn) else { return };
        if self.texts(grid, column).iter().any(|text| text.ends_with(['前', '底', '末', '旬'])) {
            self.fields.remove(&Field::FinishedOn);
            self.fields.insert(Field::Deadline, column);
        }
    }

    /// 单位 beside a target says what is counted, 户 or 亩, and not who reports.
    fn find_unit(&mut self, grid: &Grid) {
        const LONGEST: usize = 4;
        const OFFICES: [char; 16] =
            ['办', '局', '所', '站', '委', '部', '科', '室', '会', '院', '校', '村', '镇', '队', '股', '司'];
        let Some(column) = self.column(Field::By).filter(|column| self.name(*column) == "单位") else { return };
        let counts = self.has_any(&[Field::Target, Field::Value, Field::Metrics]);
        let is_unit = |text: &String| text.chars().count() <= LONGEST && !text.ends_with(OFFICES);
        if counts && self.texts(grid, column).iter().all(is_unit) {
            self.fields.remove(&Field::By);
            self.fields.insert(Field::Unit, column);
        }
    }

    /// 1, 1.1, 1.2: numbers that say what stands under what.
    fn find_outline(&mut self, grid: &Grid) {
        let Some(column) = self.column(Field::Id).filter(|_| self.column(Field::Outline).is_none()) else { return };
        let numbers: BTreeSet<String> = self.texts(grid, column).into_iter().collect();
        let is_number =
            |text: &str| text.split('.').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
        let is_under = |text: &String| text.rsplit_once('.').is_some_and(|(above, _)| numbers.contains(above));
        if numbers.iter().all(|number| is_number(number)) && numbers.iter().any(is_under) {
            self.fields.insert(Field::Outline, column);
        }
    }

    /// Where a ledger says to whom a task is assigned, its reporter is who wrote it down, not who reports on it.
    fn pass_over_authors(&mut self) {
        let is_author = |column: &u32| self.name(*column).eq_ignore_ascii_case("reporter");
        let author =
            self.column(Field::By).filter(|column| is_author(column) && self.fields.contains_key(&Field::Person));
        if let Some(column) = author {
            self.fields.remove(&Field::By);
            self.pass_over(column);
        }
    }

    /// 进度 may hold a state, words, or how far the work has come: where nothing is counted, that is the unit's own estimate.
    fn find_progress(&mut self, grid: &Grid) {
        for field in [Field::Progress, Field::Note] {
            let Some(column) = self.column(field) else { continue };
            let texts = self.texts(grid, column);
            let meant = match () {
                () if texts.is_empty() => None,
                () if are_states(&texts) => Some(Field::State),
                () if field == Field::Note => None,
                () if texts.iter().all(|text| share(text).is_some()) => {
                    self.column(Field::Value).is_none().then_some(Field::Percent)
                }
                () => Some(Field::Note),
            };
            if let Some(meant) = meant.filter(|meant| !self.fields.contains_key(meant)) {
                self.fields.remove(&field);
                self.fields.insert(meant, column);
                self.next_of(field);
            }
        }
        self.find_second_state(grid);
        let column = self.column(Field::Percent);
        let texts = column.map(|column| self.texts(grid, column)).unwrap_or_default();
        self.shares = Shares::of(&texts, column.map_or("", |column| self.name(column)));
    }

    /// 完成情况 beside 进展情况 holds the state, where nothing but states stands in it.
    fn find_second_state(&mut self, grid: &Grid) {
        let holds_states = |column: u32| {
            let texts = self.texts(grid, column);
            !texts.is_empty() && are_states(&texts)
        };
        let second = self.twice.iter().position(|(field, _, second)| *field == Field::Note && holds_states(*second));
        let second = second.filter(|_| !self.fields.contains_key(&Field::State));
        if let Some((.., column)) = second.map(|at| self.twice.remove(at)) {
            self.fields.insert(Field::State, column);
        }
    }
}

/// Whether texts tell a state each, some perhaps by how far the work has come: 未完成, √, 完成80%.
fn are_states(texts: &[String]) -> bool {
    let is_state = |text: &String| state_meant(text, Closing::Direct).is_some();
    texts.iter().any(is_state) && texts.iter().all(|text| is_state(text) || share_told(text).is_some())
}

/// What the name of a column has that tells how the work has gone.
const REPORTS: [&str; 10] = ["进展", "进度", "情况", "已完成", "完成数", "完成值", "完成率", "推进", "实际", "小结"];

/// Whether the name of a column names a month, a quarter, a year or the like.
fn names_a_time(name: &str) -> bool {
    const TIMES: [&str; 9] = ["季度", "半年", "年底", "年末", "年中", "上旬", "中旬", "下旬", "月底"];
    let is_numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let name = half_width(name);
    let numbered = |word: &str| {
        name.match_indices(word).any(|(at, _)| name.get(..at).is_some_and(|before| before.ends_with(is_numeral)))
    };
    let quarter = name.to_ascii_uppercase();
    let quarter = ["Q1", "Q2", "Q3", "Q4"].iter().any(|one| quarter.starts_with(one) || quarter.ends_with(one));
    quarter
        || numbered("月")
        || numbered("年")
        || TIMES.iter().any(|word| name.contains(word))
        || name.parse::<Date>().is_ok()
}

/// 责任单位中第一个为牵头单位.
fn says_the_first_leads(text: &str) -> bool {
    const FIRST: [&str; 8] = ["第一", "首位", "首个", "居首", "列首", "排首", "在前", "列前"];
    text.contains("牵头") && FIRST.iter().any(|word| text.contains(word))
}

/// The text of a cell, of a number with too many decimals as well: what kind of column it is, that tells like any other.
fn said_in(cell: &Cell) -> Option<String> {
    let fine = if let Value::TooFine(text) = &cell.value { Some(text.clone()) } else { None };
    fine.or_else(|| text_of(cell))
}

/// The number of `35%` and `35`.
fn share(text: &str) -> Option<f64> {
    text.trim_end_matches(['%', '％']).trim().parse().ok()
}
