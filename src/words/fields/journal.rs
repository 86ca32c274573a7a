//! What is reported, amended, sent and ticked off.

use super::field::{Field, Holds, Place, row};
use crate::words::terms::{ENTRY_STATES, NOTICE_LEVELS, NOTICE_PURPOSES};

pub(super) const ENTRY: &[Field] = &[
    row(
        Place::Entry,
        ("date", "日期", "date"),
        &["填报日期", "报送日期", "填报时间", "报送时间", "更新日期", "截至日期"],
        Holds::Day,
    )
    .never(),
    row(Place::Entry, ("task", "任务编号", "task"), &["任务", "编号"], Holds::Text).never(),
    row(
        Place::Entry,
        ("by", "填报单位", "reported by"),
        &["报送单位", "上报单位", "责任单位", "单位", "reporter"],
        Holds::Text,
    )
    .never(),
    row(
        Place::Entry,
        ("values", "当前值", "value"),
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
        ],
        Holds::Text,
    )
    .never(),
    row(Place::Entry, ("percent", "自报进度", "percent"), &["自报完成率", "percentage"], Holds::Text).never(),
    row(
        Place::Entry,
        ("state", "状态", "state"),
        &["任务状态", "完成状态", "办理状态", "进展状态"],
        Holds::OneOf(ENTRY_STATES),
    )
    .never(),
    row(
        Place::Entry,
        ("checkpoints", "完成节点", "checkpoints"),
        &["节点", "已到达节点", "已完成节点", "checkpoint", "checkpoints reached"],
        Holds::Text,
    )
    .never(),
    row(
        Place::Entry,
        ("note", "进展情况", "report"),
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
            "备注",
            "what was done",
        ],
        Holds::Prose,
    )
    .never(),
    row(
        Place::Entry,
        ("issue", "存在问题", "issue"),
        &[
            "问题",
            "存在的问题",
            "困难问题",
            "困难",
            "存在困难",
            "存在问题及困难",
            "存在困难和问题",
            "what stands in the way",
        ],
        Holds::Prose,
    )
    .never(),
    row(
        Place::Entry,
        ("next", "下一步措施", "next"),
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
            "what comes next",
        ],
        Holds::Prose,
    )
    .never(),
    row(Place::Entry, ("evidence", "佐证材料", "evidence"), &["佐证", "附件", "证明材料", "印证材料"], Holds::Text)
        .never(),
    row(
        Place::Entry,
        ("reply_to", "回复文号", "reply to"),
        &["反馈文号", "督办编号", "督办文号", "answers"],
        Holds::Text,
    )
    .never(),
    row(Place::Entry, ("amendment", "调整", "amendment"), &["计划调整"], Holds::Parts(Place::Amendment)).never(),
    row(Place::Entry, ("withdraws", "作废", "withdraws"), &["撤回报送"], Holds::Parts(Place::Withdrawal)).never(),
];

pub(super) const WITHDRAWAL: &[Field] = &[
    row(Place::Withdrawal, ("date", "日期", "date"), &["报送日期"], Holds::Day).never(),
    row(Place::Withdrawal, ("entry", "记录标记", "entry mark"), &["标记"], Holds::Text).never(),
    row(Place::Withdrawal, ("reason", "原因", "reason"), &["理由", "作废原因"], Holds::Prose).never(),
];

pub(super) const AMENDMENT: &[Field] = &[
    row(Place::Amendment, ("field", "调整事项", "amended field"), &["字段", "调整内容"], Holds::Fields).never(),
    row(Place::Amendment, ("from", "调整前", "amended from"), &["原为", "原值"], Holds::Amended).never(),
    row(Place::Amendment, ("to", "调整后", "amended to"), &["改为", "新值"], Holds::Amended).never(),
    row(Place::Amendment, ("reason", "原因", "reason"), &["调整理由", "理由", "调整原因"], Holds::Prose).never(),
    row(Place::Amendment, ("approved_by", "批准人", "approved by"), &["批准", "批准单位", "审批人"], Holds::Text)
        .never(),
    row(Place::Amendment, ("duplicate_of", "重复于", "duplicate of"), &["并入", "重复任务"], Holds::Text).never(),
];

pub(super) const NOTICE: &[Field] = &[
    row(Place::Notice, ("number", "文号", "number"), &["督办编号", "督办文号", "编号"], Holds::Text).never(),
    row(Place::Notice, ("date", "日期", "date"), &["发文日期", "印发日期"], Holds::Day).never(),
    row(Place::Notice, ("tasks", "所涉任务", "tasks"), &["任务", "任务编号", "task"], Holds::Text).never(),
    row(Place::Notice, ("unit", "单位", "unit"), &["主送单位", "责任单位"], Holds::Text).never(),
    row(Place::Notice, ("level", "类别", "level"), &["级别", "督办级别"], Holds::OneOf(NOTICE_LEVELS)).never(),
    row(Place::Notice, ("reply_by", "反馈期限", "reply by"), &["回复期限"], Holds::Day).never(),
    row(Place::Notice, ("purpose", "事由", "purpose"), &["催促事项"], Holds::OneOf(NOTICE_PURPOSES)).never(),
    row(Place::Notice, ("signed_by", "签发人", "signed by"), &["签发"], Holds::Text).never(),
    row(Place::Notice, ("received", "签收日期", "received on"), &["签收"], Holds::Day).never(),
    row(Place::Notice, ("received_by", "签收人", "received by"), &[], Holds::Text).never(),
    row(Place::Notice, ("voided", "作废日期", "voided on"), &["作废"], Holds::Day).never(),
    row(Place::Notice, ("void_reason", "作废原因", "reason for voiding"), &["作废理由"], Holds::Prose).never(),
];

pub(super) const CHECKLIST: &[Field] = &[
    row(Place::Checklist, ("item", "事项", "item"), &["编号", "序号", "点位", "名称"], Holds::Text),
    row(
        Place::Checklist,
        ("closed_on", "销项日期", "closed on"),
        &["销号日期", "完成日期", "办结日期", "closed"],
        Holds::Day,
    ),
];
