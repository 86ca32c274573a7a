//! A task and its parts.

use super::field::{Field, Holds, Place, row};
use crate::words::terms::{DIRECTIONS, EVERIES, KINDS};

/// In the order in which a task is written.
pub(super) const TASK: &[Field] = &[
    row(
        Place::Task,
        ("id", "编号", "ID"),
        &["序号", "任务编号", "任务序号", "事项编号", "项目编号", "No."],
        Holds::Text,
    )
    .never()
    .public(),
    row(Place::Task, ("under", "移入板块", "moved to"), &["现属板块", "所在板块"], Holds::Text).never(),
    row(
        Place::Task,
        ("title", "工作任务", "title"),
        &[
            "任务名称",
            "任务",
            "标题",
            "名称",
            "工作内容",
            "任务内容",
            "工作事项",
            "事项",
            "重点工作",
            "重点任务",
            "主要任务",
            "目标任务",
            "具体任务",
            "任务事项",
            "Task",
        ],
        Holds::Prose,
    )
    .amended()
    .public(),
    row(Place::Task, ("source", "原文", "source"), &["原文依据", "依据", "任务依据"], Holds::Prose).public(),
    row(
        Place::Task,
        ("origin", "交办来源", "origin"),
        &["来源", "任务来源", "事项来源", "督办来源", "交办依据", "交办", "批示", "会议", "来文"],
        Holds::Text,
    ),
    row(Place::Task, ("kind", "类型", "kind"), &["任务类型", "类别", "任务类别", "type"], Holds::OneOf(KINDS))
        .amended(),
    row(
        Place::Task,
        ("lead", "牵头单位", "lead"),
        &[
            "牵头",
            "牵头部门",
            "牵头责任单位",
            "牵头科室",
            "主办",
            "主办单位",
            "主办部门",
            "主办科室",
            "承办科室",
            "承办部门",
            "牵头股室",
            "主责单位",
            "承办单位",
            "责任单位",
        ],
        Holds::Text,
    )
    .amended(),
    row(
        Place::Task,
        ("support", "配合单位", "support"),
        &[
            "配合",
            "配合部门",
            "配合科室",
            "配合股室",
            "协办科室",
            "配合责任单位",
            "协办单位",
            "协办部门",
            "协办",
            "协同单位",
            "协助单位",
            "参与单位",
            "参与部门",
            "参加单位",
            "指导单位",
            "指导部门",
        ],
        Holds::Text,
    )
    .amended(),
    row(Place::Task, ("person", "责任人", "person"), &["负责人", "具体责任人", "直接责任人", "经办人"], Holds::Text),
    row(
        Place::Task,
        ("leader", "分管领导", "leader"),
        &["责任领导", "牵头领导", "包案领导", "分管负责人", "包保领导", "挂钩领导"],
        Holds::Text,
    ),
    row(Place::Task, ("places", "地点", "places"), &["村居", "涉及村居", "place"], Holds::Text).amended(),
    row(
        Place::Task,
        ("metrics", "量化指标", "metrics"),
        &["指标", "指标名称", "考核指标", "metric"],
        Holds::Parts(Place::Metric),
    )
    .public(),
    row(Place::Task, ("start", "开始时间", "start"), &["开始", "启动时间", "开始日期", "起始时间"], Holds::Day)
        .amended(),
    row(
        Place::Task,
        ("deadline", "完成时限", "deadline"),
        &[
            "完成时间",
            "时限",
            "完成期限",
            "办理时限",
            "办结时限",
            "截止日期",
            "截止时间",
            "时间要求",
            "计划完成时间",
            "要求完成时间",
            "due",
        ],
        Holds::Day,
    )
    .amended()
    .public(),
    row(
        Place::Task,
        ("deadline_says", "时限原文", "words that set the deadline"),
        &["时限所依原文", "deadline says"],
        Holds::Prose,
    )
    .public(),
    row(
        Place::Task,
        ("recurs", "定期报送", "recurring report"),
        &["定期报告", "报送时限", "recurs"],
        Holds::Parts(Place::Recurrence),
    ),
    row(
        Place::Task,
        ("checkpoints", "节点", "checkpoints"),
        &["时间节点", "checkpoint"],
        Holds::Parts(Place::Checkpoint),
    ),
    row(
        Place::Task,
        ("depends", "前置任务", "depends on"),
        &["前置", "依赖", "前置事项", "dependencies", "waits for"],
        Holds::Text,
    ),
    row(Place::Task, ("serves", "落实上级任务", "serves"), &["落实任务", "上级任务", "carries out"], Holds::Text),
    row(Place::Task, ("weight", "权重", "weight"), &[], Holds::Text),
    row(Place::Task, ("tags", "标签", "tags"), &["tag"], Holds::Text),
    row(Place::Task, ("fields", "自定义字段", "own fields"), &["自设字段"], Holds::Own),
    row(Place::Task, ("note", "备注", "remark"), &["说明"], Holds::Prose),
    row(Place::Task, ("assumed", "推定事项", "assumed"), &["推定", "what is assumed"], Holds::Fields),
    row(Place::Task, ("confirmed", "核定事项", "confirmed"), &["核定", "what is confirmed"], Holds::Fields),
    row(
        Place::Task,
        ("carried_from", "结转来源", "carried from"),
        &["结转自", "结转", "上期编号", "carried over"],
        Holds::Text,
    )
    .never(),
];

pub(super) const METRIC: &[Field] = &[
    row(Place::Metric, ("name", "指标名称", "name"), &["名称", "指标", "量化指标", "metric"], Holds::Text)
        .never()
        .public(),
    row(Place::Metric, ("unit", "计量单位", "unit"), &["单位"], Holds::Text).public(),
    row(Place::Metric, ("direction", "考核方向", "direction"), &["方向"], Holds::OneOf(DIRECTIONS)).public(),
    row(Place::Metric, ("baseline", "基数", "baseline"), &[], Holds::Text),
    row(
        Place::Metric,
        ("target", "目标值", "target"),
        &["目标", "目标数", "目标数量", "量化目标", "年度目标", "全年目标", "计划数", "任务数"],
        Holds::Text,
    )
    .amended()
    .public(),
    row(Place::Metric, ("grades", "等级", "grades"), &["grade"], Holds::Parts(Place::Grade)),
    row(Place::Metric, ("says", "所依原文", "source says"), &["原文说", "原文", "words of the document"], Holds::Prose)
        .public(),
    row(Place::Metric, ("checklist", "清单", "checklist"), &[], Holds::Text),
    row(Place::Metric, ("weight", "权重", "weight"), &[], Holds::Text),
];

pub(super) const GRADE: &[Field] = &[
    row(Place::Grade, ("name", "等级名称", "name"), &["名称", "等级"], Holds::Text).never(),
    row(Place::Grade, ("aliases", "别名", "aliases"), &["别称"], Holds::Text),
];

pub(super) const RECURRENCE: &[Field] = &[
    row(Place::Recurrence, ("every", "周期", "every"), &["频次"], Holds::OneOf(EVERIES)),
    row(Place::Recurrence, ("by", "报送日", "by"), &["日期", "期限"], Holds::Text),
];

pub(super) const CHECKPOINT: &[Field] = &[
    row(Place::Checkpoint, ("id", "编号", "ID"), &["序号"], Holds::Text).never(),
    row(Place::Checkpoint, ("title", "名称", "title"), &["标题", "节点", "节点名称", "checkpoint"], Holds::Prose),
    row(
        Place::Checkpoint,
        ("due", "期限", "due date"),
        &["时限", "应完成", "完成时限", "完成时间", "deadline"],
        Holds::Day,
    ),
];
