//! What is computed, and what ledgers alone bear.

use super::field::{Field, Holds, Place, row};
use crate::words::terms::LIGHTS;

pub(super) const STANDING: &[Field] = &[
    row(Place::Standing, ("light", "亮灯", "light"), &["灯号", "亮灯情况"], Holds::OneOf(LIGHTS)).never().public(),
    row(Place::Standing, ("section", "板块", "section"), &["工作板块", "所属板块", "领域", "分类"], Holds::Text)
        .never()
        .public(),
    row(Place::Standing, ("theme", "专题", "theme"), &["所属专题", "专项"], Holds::Text).never().public(),
    row(Place::Standing, ("progress", "完成率", "progress"), &["完成比例", "完成进度", "进度"], Holds::Text).never(),
    row(Place::Standing, ("expected", "序时进度", "pace"), &[], Holds::Text).never(),
    row(Place::Standing, ("span", "起止时间", "from, to"), &[], Holds::Text).never(),
    row(Place::Standing, ("left", "剩余", "left"), &[], Holds::Text).never(),
    row(Place::Standing, ("days_left", "剩余天数", "days left"), &[], Holds::Text).never(),
    row(Place::Standing, ("working_days_left", "剩余工作日", "working days left"), &[], Holds::Text).never(),
    row(Place::Standing, ("last_report", "最近报送", "last report"), &["上次报送"], Holds::Day).never(),
    row(Place::Standing, ("reported_on", "报送日期", "reported on"), &[], Holds::Day).never(),
    row(Place::Standing, ("reached_on", "实际完成", "reached"), &[], Holds::Day).never(),
    row(
        Place::Standing,
        ("finished_on", "销号日期", "closed on"),
        &["销号时间", "办结日期", "办结时间", "完成日期", "实际完成时间"],
        Holds::Day,
    )
    .never(),
    row(Place::Standing, ("alerts", "预警", "alerts"), &["预警情况", "alert"], Holds::Text).never(),
];

pub(super) const LEDGER: &[Field] = &[row(
    Place::Ledger,
    ("responsible", "责任单位", "responsible"),
    &["责任部门", "责任科室", "责任单位(部门)", "责任主体", "负责部门", "负责单位", "落实单位", "实施单位"],
    Holds::Text,
)];
