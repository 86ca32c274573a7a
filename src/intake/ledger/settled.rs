//! What the cells below a header say of its columns, where their names leave it open.

use std::collections::BTreeSet;

use crate::intake::sheet::Grid;
use crate::plan::meant::column::Field;
use crate::plan::meant::day::{DayFault, DayWords, read_day};
use crate::plan::meant::endless::is_endless;
use crate::plan::{Closing, Kind};
use crate::words::Worded;

use super::header::Header;
use super::lines::{Line, lines};
use super::state_words::state_meant;
use super::texts::text_of;

impl Header {
    /// Settles what columns hold by what stands in them.
    pub(super) fn settle(&mut self, grid: &Grid) {
        self.regroup(grid);
        self.regroup_content(grid);
        self.regroup_kinds(grid);
        self.pass_over_answers(grid);
        self.pass_over_authors();
        self.find_deadline(grid);
        self.find_unit(grid);
        self.find_outline(grid);
        self.find_progress(grid);
    }

    /// What stands below a column's name, of merged cells in each row.
    fn texts(&self, grid: &Grid, column: u32) -> Vec<String> {
        let cells = grid.rows().filter(|(row, _)| *row > self.last).filter_map(|(row, _)| grid.cell(row, column));
        cells.filter_map(text_of).collect()
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
    }

    /// 办结时间 is when a task is to be finished, where its cells say so (9月底前) and no other column does.
    fn find_deadline(&mut self, grid: &Grid) {
        if self.column(Field::Deadline).is_some() {
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
                () if texts.iter().all(|text| state_meant(text, Closing::Direct).is_some()) => Some(Field::State),
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
        let texts = self.column(Field::Percent).map(|column| self.texts(grid, column)).unwrap_or_default();
        let parts: Option<Vec<f64>> = texts.iter().map(|text| text.parse::<f64>().ok()).collect();
        self.in_parts = parts.is_some_and(|parts| {
            parts.iter().all(|part| (0.0..=1.0).contains(part)) && parts.iter().any(|part| part.fract() > 0.0)
        });
    }
}

/// The number of `35%` and `35`.
fn share(text: &str) -> Option<f64> {
    text.trim_end_matches(['%', '％']).trim().parse().ok()
}
