//! What ledgers of other offices and other programs call their columns: Jira, GitHub, MS Project, Asana, TaskJuggler and the like.
//! They are read at the head of a ledger's column alone, and after the office's own fields, which may have such a name.

use super::field::{Field, Holds, Place, row};
use super::table::field;

/// Columns that no plan has, and that tell where a task belongs, or what it waits for.
pub const BEYOND: &[Field] = &[
    row(
        Place::Ledger,
        ("parent", "上级任务", "parent task"),
        &["父任务", "主任务", "所属任务", "parent", "parent summary", "parent key", "epic link", "epic name", "epic"],
        Holds::Text,
    ),
    row(Place::Ledger, ("level", "大纲级别", "outline level"), &["级次", "层级", "level"], Holds::Text),
    row(Place::Ledger, ("outline", "大纲编号", "outline number"), &["wbs", "wbs code", "bsi"], Holds::Text),
    row(Place::Ledger, ("priority", "优先级", "priority"), &["优先程度", "重要程度", "紧急程度"], Holds::Text),
    row(Place::Ledger, ("key", "其他编号", "other ID"), &["issue id", "unique id", "唯一标识号", "uuid"], Holds::Text),
];

/// The fields of a plan, by place and key, and what else they are called.
pub const FOREIGN: &[(Place, &str, &[&str])] = &[
    (
        Place::Task,
        "id",
        &["标识号", "issue key", "issue", "task id", "key", "number", "#", "issue number", "ticket", "wp id", "work item"],
    ),
    (
        Place::Task,
        "title",
        &[
            "name", "summary", "task name", "subject", "issue title", "card name", "to do", "todo", "action item",
            "督查事项", "督办事项", "交办事项", "议定事项", "具体事项", "事项名称", "工作名称", "任务描述", "项目名称",
            "工作项目", "任务分解", "主要工作", "年度任务", "工作安排", "工作要点", "要点", "事项内容", "整改事项",
            "整改任务", "实事项目", "民生实事", "建设项目", "项目",
        ],
    ),
    (
        Place::Ledger,
        "responsible",
        &["owner", "department", "team", "unit", "responsible unit", "accountable", "责任处室", "责任股室", "责任主体"],
    ),
    (
        Place::Task,
        "lead",
        &["主责科室", "主责部门", "主责处室", "承办科室", "承办部门", "牵头科室", "牵头处室", "主办部门", "主办科室", "牵头责任单位", "牵头责任部门", "主要责任单位", "主管单位", "主管部门", "lead unit"],
    ),
    (
        Place::Task,
        "support",
        &["协办部门", "协办科室", "配合科室", "配合处室", "协同部门", "参与部门", "配合责任单位", "supporting unit", "supported by"],
    ),
    (
        Place::Task,
        "person",
        &[
            "assignee", "assignees", "assigned to", "resource names", "resources", "resource", "responsible person",
            "资源名称", "具体负责人", "承办人", "落实人", "责任人员", "负责同志",
        ],
    ),
    (Place::Task, "leader", &["挂点领导", "包保领导", "联系领导", "主管领导", "sponsor"]),
    (
        Place::Task,
        "deadline",
        &[
            "finish", "finish date", "end", "end date", "due date", "due on", "target date", "planned finish", "complete by",
            "办理期限", "计划完成日期", "拟完成时间", "结束时间", "结束日期", "整改时限", "完成节点时间", 
            "预计完成时间", "时间节点", "时间安排", "完成时限要求", "完成日期要求",
        ],
    ),
    (Place::Task, "start", &["start date", "planned start", "begin", "begin date", "scheduled", "计划开始时间", "计划开始日期"]),
    (
        Place::Task,
        "depends",
        &["predecessors", "predecessor", "precursors", "blocked by", "blocked by (dependencies)", "inward issue link (blocks)", "depends", "前置条件任务"],
    ),
    (Place::Task, "tags", &["labels", "label", "components", "component/s", "关键词"]),
    (Place::Task, "note", &["notes", "description", "body", "details", "remarks", "备注说明", "备 注"]),
    (Place::Task, "places", &["location", "实施地点", "涉及村"]),
    (
        Place::Standing,
        "section",
        &["section/column", "project name", "project", "milestone", "category", "group", "bucket", "bucket name", "list name", "大类", "所属领域", "工作类别", "工作领域", "条线", "板块名称"],
    ),
    (
        Place::Entry,
        "note",
        &["推进进度", "目前进度", "当前进展", "本月进展", "本周进展", "整改情况", "落实进展", "latest update", "update", "progress notes"],
    ),
    (Place::Entry, "issue", &["issues", "blockers", "risks", "困难和问题", "问题和困难", "存在的困难"]),
    (Place::Entry, "next", &["next steps", "next step", "下月计划", "下周计划", "下步工作", "下步打算"]),
    (Place::Standing, "finished_on", &["completed at", "completed on", "closed at", "closed_at", "date closed", "实际完成日期"]),
    (Place::Entry, "state", &["status", "task status", "是否办结状态", "当前状态"]),
    (
        Place::Entry,
        "percent",
        &["% complete", "% done", "percent complete", "complete", "completion", "completed %", "done %", "% work complete", "完成百分比"],
    ),
];

/// The field of a column, whether a plan has it or not.
pub fn of_column(place: Place, key: &str) -> Option<&'static Field> {
    field(place, key).or_else(|| BEYOND.iter().find(|field| (field.place, field.key) == (place, key)))
}
