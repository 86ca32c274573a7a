//! The numbers of a table that stand in columns of their own: 改造面积（亩） over 11000, 2026年 over 36 beside the unit 亿元.

use std::ops::Range;

use crate::plan::meant::number::in_figures;
use crate::plan::{Date, Direction, Quantity};

use super::brackets::without_bracket;
use super::listed::{ends, holds, without, without_end, words};
use super::numbers::{half_width, is_digit};
use super::period::{day, years};
use super::plan::DraftMetric;
use super::words::UNITS;

/// The unit of number that the bracket of a head names: 到位资金（亿元）.
pub(super) fn unit_of(head: &str) -> Option<&str> {
    let name = without_bracket(head);
    let inside = head.trim().get(name.len()..)?.trim_matches(|c: char| c.is_whitespace() || "（）()".contains(c));
    let inside = inside.strip_prefix("单位：").unwrap_or(inside);
    (!inside.is_empty() && is_unit(inside)).then_some(inside)
}

/// Whether a word is a unit of number.
pub(super) fn is_unit(word: &str) -> bool {
    let small = word.trim_start_matches(['万', '亿', '千', '百']);
    UNITS.names(word)
        || UNITS.names(small)
        || word.split('/').next().is_some_and(|of| word.contains('/') && UNITS.names(of))
}

/// Whether a head stands over what is to be reached: 2026年, 目标值, 全年任务数; but not 2025年（基期）.
pub(super) fn is_target(head: &str) -> bool {
    let past = words!("基期 现状 基数 完成 实际 上年 去年 权重 分值 得分 占比 累计投入");
    !holds(head, past)
        && (year(head).is_some()
            || ends(without_bracket(head), words!("目标 目标值 任务数 计划数 指标值 目标数 任务量")))
}

/// 2026年, 2026年目标: the year that a head names.
pub(super) fn year(head: &str) -> Option<i32> {
    let plain: String = head.trim().chars().map(half_width).collect();
    let (at, year, length) = years(&plain).next().filter(|(at, ..)| *at == 0)?;
    let behind = plain.get(at + length..)?;
    let rest = behind.strip_prefix('年').or_else(|| Some(behind).filter(|rest| rest.is_empty()))?;
    let target = words!("目标 目标值 计划 任务 任务数 计划数 指标 指标值 度 度目标");
    (rest.is_empty() || target.names(without_bracket(rest))).then_some(year)
}

/// 乡镇, 县（市、区）: a head over the names of those among whom the numbers are shared out.
pub(super) fn is_place(head: &str) -> bool {
    let places = words!(
        "乡镇 镇街 镇村 乡镇（街道） 镇（街道） 镇乡街 街镇 县区 区县 县市区 县（市、区） 县（区） 区（县） 市县 地区 市州 市（州） 区域 片区 园区 街道 社区 村 村（社区） 村居 单位 \
        单位名称 责任主体 学校 学校名称 部门 科室"
    );
    places.names(head.trim())
}

/// The cells of one row with what stands over them.
pub(super) struct Amounts<'t> {
    pub(super) text: &'t str,
    pub(super) cells: &'t [Range<usize>],
    pub(super) heads: &'t [String],
    /// What the row calls its task.
    pub(super) name: &'t str,
}

impl Amounts<'_> {
    fn said(&self) -> impl Iterator<Item = (&str, &str)> {
        let cell = |cell: &Range<usize>| self.text.get(cell.clone()).unwrap_or("").trim();
        self.heads.iter().zip(self.cells).map(move |(head, span)| (head.trim(), cell(span)))
    }

    /// The unit that a column of the row names for all its numbers.
    fn unit(&self) -> Option<&str> {
        let named = |head: &str| words!("单位 计量单位 指标单位 数量单位").names(head);
        self.said().find(|(head, cell)| named(head) && is_unit(cell)).map(|(_, cell)| cell)
    }

    /// The numbers that are to be reached, each with the year that its head names.
    pub(super) fn all(&self) -> Vec<Amount> {
        let mut found: Vec<Amount> = Vec::new();
        let (of_all, before) = (self.unit(), self.before());
        for (head, cell) in self.said() {
            let year = year(head).filter(|_| is_target(head));
            let (name, unit) = match (unit_of(head), of_all) {
                (Some(unit), _) if self.is_over(head) => (without_bracket(head).to_owned(), unit),
                (_, Some(unit)) if is_target(head) => match year {
                    Some(year) => (format!("{}（{year}年）", self.name), unit),
                    None => (self.name.to_owned(), unit),
                },
                _ => continue,
            };
            let says = format!("{}：{cell}", without_bracket(head));
            // Nothing is no target, unless as the most that there may be.
            let read = number_of(cell, unit);
            let some = |(target, bound): &(Quantity, Option<Direction>)| {
                *target != Quantity::ZERO || *bound == Some(Direction::AtMost)
            };
            let Some((target, bound)) = read.filter(some) else {
                found.extend(cell.contains(is_digit).then_some(Amount { says, metric: None, year }));
                continue;
            };
            // 2025年（基期）38 above 36: it is to fall.
            let falls = before.is_some_and(|before| before > target);
            let direction = match bound {
                Some(direction) => direction,
                None if falls => Direction::AtMost,
                None => Direction::AtLeast,
            };
            let metric = DraftMetric { name, unit: unit.to_owned(), target, direction, says: cell.to_owned() };
            found.push(Amount { says, metric: Some(metric), year });
        }
        found
    }

    /// How much there was before: 2025年（基期）, 上年实绩.
    fn before(&self) -> Option<Quantity> {
        let past = words!("基期 现状 基数 上年 去年 实绩 完成");
        let known = |head: &str| holds(head, past) && !holds(head, words!("完成时限 完成时间 完成情况"));
        let (_, cell) = self.said().find(|(head, _)| known(head))?;
        in_figures(&cell.chars().map(half_width).collect::<String>())
    }

    fn is_over(&self, head: &str) -> bool {
        !holds(head, words!("基期 现状 基数 实际 上年 去年 权重 分值 得分 已完成 完成情况"))
    }
}

/// A number of a row that has a column of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Amount {
    /// What stands there, with its head.
    pub(super) says: String,
    /// The target that it sets; nothing where it is no plain number.
    pub(super) metric: Option<DraftMetric>,
    /// The year that its head names.
    pub(super) year: Option<i32>,
}

impl Amount {
    /// The last day of its year.
    pub(super) fn last_day(&self) -> Option<Date> {
        self.year.map(|year| day(year, 12, 31))
    }
}

/// 55, ≤55, 不高于55, 55以内, 3家: the number of a cell, and whether it is a most or a least.
fn number_of(cell: &str, unit: &str) -> Option<(Quantity, Option<Direction>)> {
    let plain: String = cell.trim().chars().map(half_width).collect();
    let most = words!("≤ < ＜ 不高于 不超过 不大于 低于 控制在 降至 降到");
    let least = words!("≥ > ＞ 不低于 不少于 不小于 达到 高于");
    let (bare, front) = match (without(&plain, most), without(&plain, least)) {
        (Some(rest), _) => (rest, Some(Direction::AtMost)),
        (None, Some(rest)) => (rest, Some(Direction::AtLeast)),
        (None, None) => (plain.as_str(), None),
    };
    let (bare, back) = match (without_end(bare, words!("以内 以下")), without_end(bare, words!("以上"))) {
        (Some(rest), _) => (rest, Some(Direction::AtMost)),
        (None, Some(rest)) => (rest, Some(Direction::AtLeast)),
        (None, None) => (bare, None),
    };
    let digits = bare.trim().strip_suffix(unit).unwrap_or(bare).trim().trim_end_matches(['%', '％']);
    let value = Some(digits).filter(|digits| digits.starts_with(is_digit)).and_then(in_figures)?;
    Some((value, front.or(back)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_name_the_units_and_years_of_their_numbers() {
        for (head, unit) in [
            ("改造面积（亩）", Some("亩")),
            ("到位资金(亿元)", Some("亿元")),
            ("产量（公斤/亩）", Some("公斤/亩")),
            ("重点任务（一季度）", None),
            ("工作内容", None),
        ] {
            assert_eq!(unit_of(head), unit, "{head}");
        }
        for (head, year_of) in
            [("2026年", Some(2026)), ("2026年目标", Some(2026)), ("2025年（基期）", None), ("2026年工作安排", None)]
        {
            assert_eq!(year(head).filter(|_| is_target(head)), year_of, "{head}");
        }
        for (cell, found) in [
            ("55", Some((55, None))),
            ("≤55", Some((55, Some(Direction::AtMost)))),
            ("不高于55", Some((55, Some(Direction::AtMost)))),
            ("55以内", Some((55, Some(Direction::AtMost)))),
            ("≥88%", Some((88, Some(Direction::AtLeast)))),
            ("3家", Some((3, None))),
            ("约3", None),
            ("—", None),
        ] {
            let found = found.map(|(value, bound): (u32, _)| (value.to_string().parse().unwrap(), bound));
            assert_eq!(number_of(cell, "家"), found, "{cell}");
        }
        assert!(is_target("目标值") && !is_target("权重"));
    }
}
