//! The heads of a table's columns.

use crate::plan::meant::column::Field;

use super::fields::Fields;
use super::listed::{holds, words};

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
    /// Anything else.
    Other,
}

/// The longest head of a column, in characters.
const LONGEST_HEAD: usize = 14;

/// The columns that the cells of a line head; nothing where it heads none.
pub(super) fn heads(cells: &[&str]) -> Option<Vec<Column>> {
    let columns: Vec<Column> = cells.iter().map(|cell| column(cell)).collect();
    is_head(cells, &columns).then(|| settled(columns))
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
    cell.trim().chars().count() <= LONGEST_HEAD
}

fn is_head(cells: &[&str], columns: &[Column]) -> bool {
    let filled: Vec<&&str> = cells.iter().filter(|cell| !cell.trim().is_empty()).collect();
    let has = |wanted: fn(&Column) -> bool| columns.iter().any(wanted);
    let works = has(|column| matches!(column, Column::Task | Column::Content));
    let others = has(|column| matches!(column, Column::Number | Column::Band | Column::Beside(_)));
    let both = columns.iter().filter(|column| matches!(column, Column::Task | Column::Content)).count() >= 2;
    filled.len() >= 2 && filled.iter().all(|cell| is_short(cell)) && works && (others || both)
}

/// One column says what is to be done: where none is headed so, the first that tells of it does.
fn settled(mut columns: Vec<Column>) -> Vec<Column> {
    if !columns.contains(&Column::Task)
        && let Some(first) = columns.iter_mut().find(|column| **column == Column::Content)
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
    let Some(field) = Field::named(name) else { return by_words(name) };
    let found = FIELDS.iter().find(|(known, _)| *known == field).map(|(_, column)| *column);
    found.unwrap_or_else(|| by_words(name))
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

fn by_words(name: &str) -> Column {
    // When a matter was taken up is no day of its work.
    if holds(name, words!("立项 交办 批示 登记 下达 来文 填报 更新")) {
        return Column::Other;
    }
    let beside = [
        (words!("配合 协办 协助"), Field::Support),
        (words!("单位 部门 科室"), Field::Responsible),
        (words!("领导"), Field::Leader),
        (words!("责任人 负责人"), Field::Person),
        (words!("启动 开工 开始 起始"), Field::Start),
        (words!("时限 期限 完成时间 时间"), Field::Deadline),
    ];
    if let Some((_, field)) = beside.iter().find(|(words, _)| holds(name, words)) {
        return Column::Beside(*field);
    }
    if holds(name, words!("类别 分类 领域 板块 方面")) {
        return Column::Band;
    }
    let tells = holds(name, words!("任务 内容 要点 措施 举措 目标 事项 项目 做法 成果"));
    if tells { Column::Content } else { Column::Other }
}

/// Takes what a cell says of its task.
pub(super) fn take(fields: &mut Fields, column: Column, cell: &str) {
    if let Column::Beside(field) = column {
        fields.take(field, cell);
    }
}
