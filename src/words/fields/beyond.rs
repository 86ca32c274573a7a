//! Columns of ledgers that no plan has.

use super::field::{Field, Holds, Place, row};
use super::table::field;

/// Columns that no plan has, and that tell where a task belongs, or what it waits for.
pub const BEYOND: &[Field] = &[
    row(
        Place::Ledger,
        ("parent", "上级任务", "parent task"),
        &[
            "父任务",
            "主任务",
            "所属任务",
            "parent",
            "parent item",
            "parent summary",
            "parent key",
            "parent id",
            "parent issue",
            "epic link",
            "epic name",
            "epic",
        ],
        Holds::Text,
    ),
    row(Place::Ledger, ("span", "起止时间", "timeline"), &["起止日期", "时间线", "起止时限"], Holds::Text),
    row(Place::Ledger, ("level", "大纲级别", "outline level"), &["级次", "层级", "level"], Holds::Text),
    row(Place::Ledger, ("outline", "大纲编号", "outline number"), &["wbs", "wbs code", "bsi"], Holds::Text),
    row(
        Place::Ledger,
        ("content", "具体内容", "details of the task"),
        &[
            "内容",
            "主要内容",
            "建设内容",
            "建设内容及规模",
            "建设规模及内容",
            "建设规模",
            "任务描述",
            "具体举措",
            "工作举措",
            "主要举措",
            "具体措施",
            "工作措施",
            "主要措施",
            "推进措施",
            "落实措施",
            "整改措施",
            "工作任务及措施",
            "督办内容",
            "督查内容",
        ],
        Holds::Prose,
    ),
    row(
        Place::Ledger,
        ("priority", "优先级", "priority"),
        &["优先程度", "重要程度", "紧急程度", "重要紧急程度"],
        Holds::Text,
    ),
    row(
        Place::Ledger,
        ("key", "其他编号", "other ID"),
        &["issue id", "unique id", "唯一标识号", "uuid", "card id", "任务 ID"],
        Holds::Text,
    ),
];

/// The field of a column, whether a plan has it or not.
pub fn of_column(place: Place, key: &str) -> Option<&'static Field> {
    field(place, key).or_else(|| BEYOND.iter().find(|field| (field.place, field.key) == (place, key)))
}
