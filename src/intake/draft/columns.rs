//! The heads of a table's columns.

use crate::plan::meant::column::Field;
use crate::plan::meant::units::units;

use super::amounts;
use super::brackets::without_bracket;
use super::fields::{Fields, by_role};
use super::frames::names_days;
use super::listed::{Words, begins, ends, holds, without_end, words};
use super::offices::is_organ;
use super::parts::is_rule;
use super::verbs::{Opening, opening};

/// A longer head does not begin with a verb of work, in characters.
const LONGEST_VERB: usize = 6;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// The number of the row.
    Number,
    /// What is to be done.
    Task,
    /// How, or with what result.
    Content,
    /// The kind of work, over several rows.
    Band,
    /// A field of the task.
    Beside(Field),
    /// Units, and the persons in charge.
    Answering,
    /// How much there is to be, with the unit in the head or in a column beside.
    Amount,
    /// What is to be reached by a day, or in a quarter.
    Step,
    /// The course of the work; its last day, where no other column says that.
    Course,
    /// Anything else.
    Other,
}

/// The longest head of a column, in characters.
const LONGEST_HEAD: usize = 14;
/// The longest that ends as heads do.
const LONGEST_NAMED: usize = 30;
/// How the heads of columns end.
static NOUNS: Words = Words::of(
    "任务 内容 要求 目标 措施 举措 时限 时间 期限 单位 部门 科室 领导 责任人 负责人 安排 进度 情况 事项 项目 备注 说明 分工 标准 程度 指标 依据 节点 类别 \
    成果 成效 计划 人员 来源",
);

/// The columns that the cells of a line head; nothing where it heads none.
pub(super) fn heads(cells: &[&str]) -> Option<Vec<Column>> {
    let mut columns: Vec<Column> = cells.iter().map(|cell| column(cell)).collect();
    // 单位 beside 责任单位 is that of numbers.
    let answering =
        |cell: &&str| ends(without_bracket(cell), words!("责任单位 牵头单位 责任部门 牵头部门 责任处室 责任科室"));
    let yearly = |cell: &&str| amounts::year(cell).is_some() && amounts::is_target(cell);
    let measured = words!("计量单位 指标单位 数量单位");
    let measures = cells.iter().any(|cell| measured.names(cell.trim()) || cell.trim() == "单位");
    let counted = cells.iter().any(answering) || cells.iter().any(yearly);
    for (column, cell) in columns.iter_mut().zip(cells) {
        if measured.names(cell.trim()) || counted && cell.trim() == "单位" {
            *column = Column::Other;
        }
    }
    // 2026年 beside 单位 is how much, alone it is what is to be reached.
    if measures {
        let targets = columns.iter_mut().zip(cells).filter(|(_, cell)| amounts::is_target(cell));
        targets.for_each(|(column, _)| *column = Column::Amount);
    }
    if is_told(cells, &columns) {
        return Some(vec![Column::Other; cells.len()]);
    }
    is_head(cells, &columns).then(|| settled(columns))
}

/// 乡镇, 任务数（亩）, 完成数（亩）, 排名: what was done is no work.
fn is_told(cells: &[&str], columns: &[Column]) -> bool {
    let done = words!("完成数 完成量 完成率 完成情况 已完成 排名 实际 同比");
    cells.iter().any(|cell| holds(cell, done)) && is_shared_out(cells, columns)
}

/// Whether numbers are shared out among the quarters or places of the first column.
fn is_shared_out(cells: &[&str], columns: &[Column]) -> bool {
    let counted = cells.iter().filter(|cell| amounts::unit_of(cell).is_some()).count();
    let at = usize::from(columns.first() == Some(&Column::Number));
    counted > 0
        && cells.get(at).is_some_and(|first| {
            words!("季度 月份 阶段 年度").names(first.trim()) || counted >= 2 && amounts::is_place(first)
        })
}

/// The columns where a second line heads some of them more closely: 责任单位 over 牵头单位 and 配合单位.
pub(super) fn closer(columns: &[Column], cells: &[&str]) -> Option<Vec<Column>> {
    let own: Vec<Column> = cells.iter().map(|cell| column(cell)).collect();
    let filled = || cells.iter().zip(&own).filter(|(cell, _)| !cell.trim().is_empty());
    let known = |column: &Column| *column != Column::Other;
    let all_known = filled().all(|(cell, column)| known(column) && is_short(cell));
    // A head over two rows whose outer cells reach down heads all columns again.
    if filled().count() == 0 || !(all_known || is_head(cells, &own)) {
        return None;
    }
    let wide = columns.len().max(own.len());
    let at = |columns: &[Column], place: usize| columns.get(place).copied().filter(known);
    Some(settled((0..wide).map(|place| at(&own, place).or(at(columns, place)).unwrap_or(Column::Other)).collect()))
}

fn is_short(cell: &str) -> bool {
    let name = without_bracket(cell);
    let length = name.chars().count();
    // 主要内容：新建管网。 says more than a head does.
    let plain = !name.contains(|c| "。；：:".contains(c));
    let named = ends(name, &NOUNS) && !name.contains(|c| "，,".contains(c) || is_rule(c));
    plain && (length <= LONGEST_HEAD || length <= LONGEST_NAMED && named)
}

fn is_head(cells: &[&str], columns: &[Column]) -> bool {
    let filled: Vec<&&str> = cells.iter().filter(|cell| !cell.trim().is_empty()).collect();
    let has = |wanted: fn(&Column) -> bool| columns.iter().any(wanted);
    let works = has(|column| matches!(column, Column::Task | Column::Content));
    let others = has(|column| matches!(column, Column::Number | Column::Band | Column::Beside(_) | Column::Answering));
    let timed = is_shared_out(cells, columns);
    let both = timed || columns.iter().filter(|column| matches!(column, Column::Task | Column::Content)).count() >= 2;
    filled.len() >= 2 && filled.iter().all(|cell| is_short(cell)) && (works || timed) && (others || both)
}

/// One column says what is to be done: where none is headed so, the first that tells of it does.
fn settled(mut columns: Vec<Column>) -> Vec<Column> {
    let dated = columns.contains(&Column::Beside(Field::Deadline));
    for column in columns.iter_mut().filter(|column| **column == Column::Course) {
        *column = if dated { Column::Step } else { Column::Beside(Field::Deadline) };
    }
    let steps = columns.iter().filter(|column| **column == Column::Step).count();
    let told = columns.iter().any(|column| matches!(column, Column::Task | Column::Content));
    for column in columns.iter_mut().filter(|column| **column == Column::Step && steps == 1 && !told) {
        *column = Column::Content;
    }
    if !columns.contains(&Column::Task)
        && let Some(first) = columns.iter_mut().find(|column| **column == Column::Content)
    {
        *first = Column::Task;
    }
    if !columns.contains(&Column::Task)
        && columns.contains(&Column::Amount)
        && let Some(first) = columns.iter_mut().find(|column| **column != Column::Number)
    {
        *first = Column::Task;
    }
    let mut found = false;
    for column in columns.iter_mut().filter(|column| **column == Column::Task) {
        if found {
            *column = Column::Content;
        }
        found = true;
    }
    columns
}

/// What the head of a column names: a field by its spellings, else what its words tell.
fn column(cell: &str) -> Column {
    let name = cell.trim();
    if name.is_empty() || !is_short(name) {
        return Column::Other;
    }
    if is_step(name) {
        return Column::Step;
    }
    let bare = without_bracket(name);
    if amounts::unit_of(name).is_some() && Field::named(bare).is_none() {
        return Column::Amount;
    }
    let Some(field) = Field::named(name).or_else(|| Field::named(bare)).or_else(|| by_role(bare)) else {
        return by_words(bare);
    };
    let found = FIELDS.iter().find(|(known, _)| *known == field).map(|(_, column)| *column);
    found.unwrap_or_else(|| by_words(bare))
}

/// 一季度, 6月底, 上半年目标; 全年目标 is that of the task.
fn is_step(name: &str) -> bool {
    let bare = without_end(
        name,
        words!(
            "目标 目标值 指标 指标值 任务数 计划数 完成比例 工作目标 目标任务 任务 工作任务 进度 进度目标 形象进度 计划 工作计划 进度安排 工作安排 安排 节点 完成目标 前 前完成 末"
        ),
    );
    let bare = bare.unwrap_or(name);
    names_days(bare) && bare != "全年"
}

/// What the columns hold that are known by the spellings of a field.
const FIELDS: &[(Field, Column)] = &[
    (Field::Id, Column::Number),
    (Field::Title, Column::Task),
    (Field::Section, Column::Band),
    (Field::Theme, Column::Band),
    (Field::Kind, Column::Band),
    (Field::Checkpoints, Column::Beside(Field::Deadline)),
    (Field::Lead, Column::Beside(Field::Lead)),
    (Field::Responsible, Column::Beside(Field::Responsible)),
    (Field::Support, Column::Beside(Field::Support)),
    (Field::Person, Column::Beside(Field::Person)),
    (Field::Leader, Column::Beside(Field::Leader)),
    (Field::Deadline, Column::Beside(Field::Deadline)),
    (Field::Start, Column::Beside(Field::Start)),
    (Field::Target, Column::Content),
    (Field::Metrics, Column::Content),
    (Field::Source, Column::Content),
];

/// 加强项目建设: but 整改措施 is a head.
pub(super) fn begins_with_work(cell: &str) -> bool {
    let short = cell.chars().count() <= LONGEST_VERB && ends(cell, words!("要点 措施 任务 目标 内容 事项 项目"));
    opening(cell) == Opening::Order && !short && !ends(cell, &NOUNS)
}

fn by_words(name: &str) -> Column {
    // 加强项目建设, 各有关单位 are cells of a row.
    if begins_with_work(name) || begins(name, words!("各 有关 相关 全体")) {
        return Column::Other;
    }
    // When a matter was taken up is no day of its work.
    if holds(name, words!("立项 交办 批示 登记 下达 来文 填报 更新")) {
        return Column::Other;
    }
    // Who looks at the work does not do it: 数据来源科室, 考核部门.
    if holds(name, words!("来源 考核部门 考核单位 考核科室 评价部门 评价单位 评分 验收单位 验收部门 数据提供"))
    {
        return Column::Other;
    }
    let units = holds(name, words!("单位 部门 科室"));
    if units && holds(name, words!("责任人 负责人 联系人")) {
        return Column::Answering;
    }
    if units && holds(name, words!("牵头 责任 主办")) {
        return Column::Beside(Field::Responsible);
    }
    let beside = [
        (words!("配合 协办 协助 协同 参与"), Field::Support),
        (words!("单位 部门 科室"), Field::Responsible),
        (words!("领导"), Field::Leader),
        (words!("责任人 负责人"), Field::Person),
        (words!("启动 开工 开始 起始"), Field::Start),
        (words!("时限 期限 完成时间 时间 月份"), Field::Deadline),
    ];
    if let Some((_, field)) = beside.iter().find(|(words, _)| holds(name, words)) {
        return Column::Beside(*field);
    }
    if holds(
        name,
        words!("进度安排 进度计划 进度要求 工作进度 推进计划 推进安排 序时 节点 阶段性 阶段目标 实施步骤 工作步骤"),
    ) {
        return Column::Course;
    }
    if holds(name, words!("类别 分类 领域 板块 方面")) {
        return Column::Band;
    }
    let tells = holds(name, words!("任务 内容 要点 措施 举措 目标 指标 事项 项目 做法 成果"));
    if tells || ends(name, words!("工作 活动 工作重点")) { Column::Content } else { Column::Other }
}

/// Takes what a cell says of its task.
pub(super) fn take(fields: &mut Fields, column: Column, cell: &str) {
    match column {
        Column::Beside(field) => fields.take(field, cell),
        Column::Answering => {
            let named = units(cell).into_iter().map(|(name, _)| name);
            let (offices, persons): (Vec<_>, Vec<_>) = named.partition(|name| is_organ(name));
            fields.take(Field::Responsible, &offices.join("、"));
            fields.take(Field::Person, &persons.join("、"));
        }
        Column::Number | Column::Task | Column::Content | Column::Band => {}
        Column::Amount | Column::Step | Column::Course | Column::Other => {}
    }
}
