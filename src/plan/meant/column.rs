//! What the columns of a ledger are called: the one table of their names.

use crate::plan::Language;

use super::half_width;

/// What a column of a ledger holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    Id,
    Title,
    Section,
    Theme,
    Source,
    Kind,
    Metrics,
    Target,
    Value,
    Progress,
    Lead,
    /// The units in charge; the first of them leads.
    Responsible,
    Support,
    Person,
    Leader,
    Start,
    Deadline,
    Places,
    Date,
    By,
    State,
    Checkpoints,
    Note,
    Issue,
    Next,
    Evidence,
    ReplyTo,
    FinishedOn,
    Remark,
    /// Computed from the rest: read by nobody.
    Computed,
}

/// The columns with their names: in Chinese, in English, and whatever else they are called.
const NAMES: &[(Field, &str, &str, &[&str])] = &[
    (Field::Id, "编号", "ID", &["序号", "任务编号", "任务序号", "事项编号", "项目编号", "id", "task", "No.", "No"]),
    (
        Field::Title,
        "工作任务",
        "Task",
        &[
            "任务名称",
            "任务",
            "标题",
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
            "title",
        ],
    ),
    (Field::Section, "板块", "Section", &["工作板块", "所属板块", "领域", "分类"]),
    (Field::Theme, "专题", "Theme", &["所属专题", "专项"]),
    (Field::Source, "原文", "Source", &["原文依据", "来源", "任务来源", "依据", "任务依据", "source"]),
    (Field::Kind, "类型", "Kind", &["任务类型", "类别", "任务类别", "kind"]),
    (Field::Metrics, "量化指标", "Metrics", &["指标", "指标名称", "考核指标", "metrics"]),
    (
        Field::Target,
        "目标值",
        "Target",
        &["目标", "目标数", "目标数量", "量化目标", "年度目标", "全年目标", "计划数", "任务数", "target"],
    ),
    (
        Field::Value,
        "当前值",
        "Value",
        &[
            "目前值",
            "现值",
            "完成值",
            "完成数",
            "完成量",
            "完成数量",
            "已完成数",
            "累计完成",
            "累计完成数",
            "实际完成",
            "实际完成数",
            "数值",
            "value",
            "values",
        ],
    ),
    (Field::Progress, "完成率", "Progress", &["完成比例", "完成百分比", "完成进度", "进度"]),
    (Field::Lead, "牵头单位", "Lead", &["牵头", "牵头部门", "主办单位", "主责单位", "承办单位", "lead"]),
    (
        Field::Responsible,
        "责任单位",
        "Responsible",
        &["责任部门", "责任科室", "责任单位(部门)", "落实单位", "实施单位"],
    ),
    (
        Field::Support,
        "配合单位",
        "Support",
        &["配合", "配合部门", "协办单位", "协办", "协同单位", "参与单位", "support"],
    ),
    (Field::Person, "责任人", "Person", &["负责人", "具体责任人", "经办人", "person"]),
    (Field::Leader, "分管领导", "Leader", &["责任领导", "牵头领导", "包案领导", "leader"]),
    (Field::Start, "开始时间", "Start", &["启动时间", "开始日期", "起始时间", "start"]),
    (
        Field::Deadline,
        "完成时限",
        "Deadline",
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
            "deadline",
        ],
    ),
    (Field::Places, "地点", "Places", &["村居", "涉及村居", "places"]),
    (Field::Date, "填报日期", "Date", &["日期", "报送日期", "填报时间", "报送时间", "更新日期", "截至日期", "date"]),
    (Field::By, "填报单位", "By", &["报送单位", "上报单位", "by"]),
    (Field::State, "状态", "State", &["任务状态", "完成状态", "办理状态", "进展状态", "state"]),
    (Field::Checkpoints, "节点", "Checkpoints", &["已到达节点", "已完成节点", "checkpoint", "checkpoints"]),
    (
        Field::Note,
        "进展情况",
        "Report",
        &[
            "进展",
            "工作进展",
            "工作进展情况",
            "进度情况",
            "推进情况",
            "完成情况",
            "落实情况",
            "办理情况",
            "目前进展",
            "最新进展",
            "note",
        ],
    ),
    (
        Field::Issue,
        "存在问题",
        "Issue",
        &["问题", "存在的问题", "困难问题", "困难", "存在困难", "存在问题及困难", "存在困难和问题", "issue"],
    ),
    (
        Field::Next,
        "下一步措施",
        "Next",
        &[
            "下一步",
            "下一步计划",
            "下一步工作",
            "下一步打算",
            "下一步工作计划",
            "下一步工作安排",
            "下步措施",
            "下步计划",
            "下阶段计划",
            "next",
        ],
    ),
    (Field::Evidence, "佐证材料", "Evidence", &["佐证", "附件", "证明材料", "印证材料", "evidence"]),
    (Field::ReplyTo, "回复文号", "Answers", &["反馈文号", "督办编号", "督办文号", "reply_to"]),
    (Field::FinishedOn, "销号日期", "Closed on", &["销号时间", "办结日期", "办结时间", "完成日期", "实际完成时间"]),
    (Field::Remark, "备注", "Remark", &["说明", "remark"]),
    (
        Field::Computed,
        "亮灯",
        "Light",
        &[
            "灯号",
            "亮灯情况",
            "序时进度",
            "Pace",
            "剩余天数",
            "Days left",
            "剩余工作日",
            "Working days left",
            "最近报送",
            "Last report",
            "预警",
            "Alerts",
        ],
    ),
];

impl Field {
    /// The field that a header names. Spaces, line breaks, full-width signs, and a unit in brackets behind the name
    /// make no difference.
    pub(crate) fn named(header: &str) -> Option<Field> {
        let header = half_width(header);
        let whole = header.trim_end_matches(['*', ':']);
        let bare = whole.split_once('(').map_or(whole, |(name, _)| name);
        let by_name = |name: &str| {
            let is = |known: &&str| half_width(known) == name;
            NAMES.iter().find(|(_, zh, en, also)| [zh, en].into_iter().chain(*also).any(is)).map(|(field, ..)| *field)
        };
        by_name(whole).or_else(|| by_name(bare))
    }

    /// What the column is called.
    pub(crate) fn name(self, lang: Language) -> &'static str {
        let names = NAMES.iter().find(|(field, ..)| *field == self).map(|(_, zh, en, _)| (*zh, *en));
        names.map_or("", |(zh, en)| lang.pick(zh, en))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_known_by_what_offices_call_it() {
        for (header, field) in [
            ("序号", Some(Field::Id)),
            ("工作任务", Some(Field::Title)),
            ("工作\n任务", Some(Field::Title)),
            ("重点　工作", Some(Field::Title)),
            ("目标值（户）", Some(Field::Target)),
            ("目前值", Some(Field::Value)),
            ("责任单位", Some(Field::Responsible)),
            ("完成时间", Some(Field::Deadline)),
            ("完成时限*", Some(Field::Deadline)),
            ("实际完成时间", Some(Field::FinishedOn)),
            ("进度情况", Some(Field::Note)),
            ("完成率", Some(Field::Progress)),
            ("ＩＤ", Some(Field::Id)),
            ("Closed on", Some(Field::FinishedOn)),
            ("Task", Some(Field::Title)),
            ("task", Some(Field::Id)),
            ("亮灯", Some(Field::Computed)),
            ("金泽镇工作任务分解表", None),
            ("", None),
            ("(户)", None),
        ] {
            assert_eq!(Field::named(header), field, "{header}");
        }
    }

    #[test]
    fn no_name_means_two_columns() {
        let mut names: Vec<String> = NAMES
            .iter()
            .flat_map(|(_, zh, en, also)| [zh, en].into_iter().chain(*also).map(|name| half_width(name)))
            .collect();
        let all = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
