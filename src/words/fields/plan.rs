//! `plan.yaml`, and a calendar of the user's own.

use super::field::{Field, Holds, Place, row};
use crate::words::terms::{
    CLOSINGS, COLOURS, COVERAGES, DAYS_OFF, LANGUAGES, OWN_KINDS, PACES, RANKINGS, REPORTINGS, YES_NO,
};

pub(super) const PLAN: &[Field] = &[
    row(Place::Plan, ("format", "文件格式", "format"), &["格式"], Holds::Text).never(),
    row(Place::Plan, ("id", "计划代号", "ID"), &["编号", "代号"], Holds::Text).never(),
    row(Place::Plan, ("title", "文件标题", "title"), &["标题", "文件名称", "名称"], Holds::Prose).public(),
    row(Place::Plan, ("issuer", "发文机关", "issuer"), &["发文单位", "印发单位", "印发机关"], Holds::Text).public(),
    row(Place::Plan, ("number", "发文字号", "document number"), &["文号", "发文文号", "公文文号"], Holds::Text),
    row(Place::Plan, ("disclosure", "公开属性", "disclosure"), &["公开方式"], Holds::Text),
    row(Place::Plan, ("issued", "印发日期", "day of issue"), &["发文日期", "成文日期", "印发时间"], Holds::Day)
        .public(),
    row(Place::Plan, ("period", "计划期", "period"), &["计划期间"], Holds::Parts(Place::Period)).public(),
    row(Place::Plan, ("utc_offset", "时区", "UTC offset"), &["time zone", "timezone"], Holds::Text),
    row(Place::Plan, ("language", "语言", "language"), &[], Holds::OneOf(LANGUAGES)),
    row(Place::Plan, ("calendar", "工作日历", "calendar"), &["日历"], Holds::Text),
    row(
        Place::Plan,
        ("on_day_off", "时限逢休息日", "on a day off"),
        &["逢休息日", "休息日顺延", "节假日顺延", "逢节假日"],
        Holds::OneOf(DAYS_OFF),
    ),
    row(Place::Plan, ("source", "原文文件", "source document"), &["原文", "来源"], Holds::Text),
    row(Place::Plan, ("pace", "序时进度算法", "pace"), &["序时口径", "序时进度"], Holds::OneOf(PACES)),
    row(Place::Plan, ("closing", "销号方式", "closing"), &["销号"], Holds::OneOf(CLOSINGS)),
    row(Place::Plan, ("coverage", "原文覆盖要求", "coverage"), &["原文覆盖"], Holds::OneOf(COVERAGES)),
    row(Place::Plan, ("reporting", "报送频次", "reporting"), &["报送周期"], Holds::OneOf(REPORTINGS)),
    row(Place::Plan, ("alerts", "预警规则", "alert limits"), &["预警"], Holds::Parts(Place::Alerts)),
    row(Place::Plan, ("lights", "亮灯用语", "lights"), &["亮灯"], Holds::Parts(Place::Light)),
    row(Place::Plan, ("places", "地点", "places"), &["村居", "place"], Holds::Parts(Place::NamedPlace)),
    row(Place::Plan, ("units", "单位", "units"), &["unit"], Holds::Parts(Place::Unit)),
    row(
        Place::Plan,
        ("fields", "自定义字段", "own fields"),
        &["自设字段", "自定义栏目"],
        Holds::Parts(Place::OwnField),
    ),
    row(Place::Plan, ("sections", "板块", "sections"), &["工作板块", "section"], Holds::Parts(Place::Section)).public(),
    row(
        Place::Plan,
        ("context", "不部署任务的句子", "context"),
        &["不分解的原文", "sentences without work"],
        Holds::Prose,
    ),
    row(Place::Plan, ("columns", "台账列名", "ledger columns"), &["列名对应"], Holds::Prose),
    row(Place::Plan, ("assumptions", "推定说明", "assumptions"), &["推定"], Holds::Prose),
    row(Place::Plan, ("sample", "示例数据", "sample"), &["示例"], Holds::OneOf(YES_NO)).public(),
    row(Place::Plan, ("publish_lights", "公开亮灯", "lights published"), &[], Holds::OneOf(YES_NO)),
    row(Place::Plan, ("notices", "督办编号", "notices"), &["督办"], Holds::Parts(Place::Notices)),
    row(
        Place::Plan,
        ("scoring", "计分办法", "scoring"),
        &["考评", "考评办法", "评分办法"],
        Holds::Parts(Place::Scoring),
    ),
];

pub(super) const PERIOD: &[Field] = &[
    row(Place::Period, ("start", "起始日", "first day"), &["开始", "开始时间", "开始日期", "起始"], Holds::Day)
        .public(),
    row(Place::Period, ("end", "截止日", "last day"), &["结束", "结束时间", "结束日期", "期末", "截止"], Holds::Day)
        .public(),
];

pub(super) const ALERTS: &[Field] = &[
    row(Place::Alerts, ("due_soon", "临期（剩余工作日）", "due soon (working days left)"), &["临期预警"], Holds::Text),
    row(Place::Alerts, ("urge_after", "催办（逾期工作日）", "urge after (working days late)"), &[], Holds::Text),
    row(
        Place::Alerts,
        ("supervise_after", "督办（逾期工作日）", "supervise after (working days late)"),
        &[],
        Holds::Text,
    ),
    row(
        Place::Alerts,
        ("circulate_after", "通报（逾期工作日）", "circulate after (working days late)"),
        &[],
        Holds::Text,
    ),
    row(Place::Alerts, ("behind", "滞后界限", "behind"), &["滞后"], Holds::Text),
    row(Place::Alerts, ("far_behind", "严重滞后界限", "far behind"), &["严重滞后"], Holds::Text),
];

pub(super) const NOTICES: &[Field] = &[
    row(Place::Notices, ("series", "文号字头", "series"), &["字头"], Holds::Text),
    row(Place::Notices, ("reply_within", "反馈期限（工作日）", "reply within (working days)"), &[], Holds::Text),
    row(Place::Notices, ("office", "受理反馈的单位", "office"), &["受理单位"], Holds::Text),
    row(Place::Notices, ("after", "此前已用文号", "number used before"), &["已用文号", "上期末号"], Holds::Text),
    row(Place::Notices, ("assumed", "推定项", "assumed"), &["推定"], Holds::Fields),
];

pub(super) const SCORING: &[Field] = &[
    row(Place::Scoring, ("rank_by", "排名依据", "rank by"), &["名次依据", "排名口径"], Holds::OneOf(RANKINGS)),
    row(
        Place::Scoring,
        ("finished_in_time", "按时办结加分", "points for finishing in time"),
        &["按时办结", "按时完成加分"],
        Holds::Text,
    ),
    row(
        Place::Scoring,
        ("on_pace", "达序时进度加分", "points for being on pace"),
        &["达序时进度", "达进度加分"],
        Holds::Text,
    ),
    row(
        Place::Scoring,
        ("reported_in_time", "按时报送加分", "points for a report in time"),
        &["按时报送", "每期报送加分"],
        Holds::Text,
    ),
    row(Place::Scoring, ("urged", "催办扣分", "points off for being urged"), &["被催办扣分"], Holds::Text),
    row(Place::Scoring, ("supervised", "督办扣分", "points off for being supervised"), &["被督办扣分"], Holds::Text),
    row(Place::Scoring, ("circulated", "通报扣分", "points off for a circular"), &["被通报扣分"], Holds::Text),
    row(
        Place::Scoring,
        ("extended_late", "逾期延期扣分", "points off for a late extension"),
        &["逾期后延期扣分", "过期延期扣分"],
        Holds::Text,
    ),
];

pub(super) const LIGHT: &[Field] = &[
    row(Place::Light, ("word", "用语", "word"), &[], Holds::Prose).public(),
    row(Place::Light, ("colour", "颜色", "colour"), &["color"], Holds::OneOf(COLOURS)).public(),
];

pub(super) const UNIT: &[Field] = &[
    row(Place::Unit, ("name", "名称", "name"), &["全称", "单位名称", "单位"], Holds::Text),
    row(Place::Unit, ("short", "简称", "short name"), &[], Holds::Text),
    row(Place::Unit, ("note", "备注", "remark"), &["说明"], Holds::Prose),
    row(Place::Unit, ("formerly", "曾用名", "formerly"), &["原名", "former names"], Holds::Text),
    row(Place::Unit, ("retired", "停用日期", "retired"), &["停用", "撤销日期"], Holds::Day),
];

pub(super) const NAMED_PLACE: &[Field] = &[
    row(Place::NamedPlace, ("name", "名称", "name"), &["全称", "地点"], Holds::Text),
    row(Place::NamedPlace, ("formerly", "曾用名", "formerly"), &["原名", "former names"], Holds::Text),
];

pub(super) const OWN_FIELD: &[Field] = &[
    row(Place::OwnField, ("key", "字段代号", "key"), &[], Holds::Text).never(),
    row(Place::OwnField, ("title", "字段名称", "title"), &[], Holds::Text),
    row(Place::OwnField, ("unit", "计量单位", "unit"), &[], Holds::Text),
    row(Place::OwnField, ("kind", "字段类型", "kind"), &[], Holds::OneOf(OWN_KINDS)),
    row(Place::OwnField, ("public", "对外公开", "public"), &[], Holds::OneOf(YES_NO)),
];

pub(super) const SECTION: &[Field] = &[
    row(Place::Section, ("id", "编号", "ID"), &["序号"], Holds::Text).never().public(),
    row(Place::Section, ("title", "标题", "title"), &["名称", "板块"], Holds::Prose).public(),
    row(Place::Section, ("formerly", "曾用标题", "formerly"), &["原标题", "former titles"], Holds::Text),
    row(Place::Section, ("themes", "所含专题", "themes"), &["专题", "theme"], Holds::Parts(Place::Theme)).public(),
];

pub(super) const THEME: &[Field] = &[
    row(Place::Theme, ("id", "编号", "ID"), &["序号"], Holds::Text).never().public(),
    row(Place::Theme, ("title", "标题", "title"), &["名称", "专题"], Holds::Prose).public(),
    row(Place::Theme, ("formerly", "曾用标题", "formerly"), &["原标题", "former titles"], Holds::Text),
];

pub(super) const CALENDAR: &[Field] = &[
    row(Place::Calendar, ("years", "年份", "years"), &["年度"], Holds::Text),
    row(Place::Calendar, ("off", "放假", "days off"), &["放假日", "holidays"], Holds::Day),
    row(Place::Calendar, ("work", "调休上班", "days of work"), &["调休", "上班", "workdays"], Holds::Day),
];
