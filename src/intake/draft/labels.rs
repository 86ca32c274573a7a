//! Lines of an item that begin with what they say of it: 整改目标：…, 建设内容：…, 投资估算：….

use super::headings::{Form, number};
use super::listed::{Words, begins, holds, words};

/// What a line says of its item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// What is to be done.
    Work,
    /// What is to be reached by it.
    Aim,
    /// What is, what was, where, or with what.
    Fact,
}

static WORK: Words = Words::of(
    "整改措施 整改任务 整改要求 工作措施 主要措施 具体措施 推进措施 落实措施 改进措施 工作举措 主要举措 具体举措 建设内容 建设内容及规模 主要建设内容 \
    项目内容 主要内容 工作内容 任务内容 实施内容 具体内容 重点内容 实施任务 主要任务 具体任务 工作任务 目标任务 年度任务 年度计划 年度建设内容 \
    措施 举措 内容 任务 进度安排 序时进度 时间安排 时间进度 推进计划 节点安排 进度计划 工作安排 实施步骤 工作要求",
);
static AIM: Words = Words::of(
    "年度投资 年度计划投资 计划投资 投资计划 年度投资计划 整改目标 工作目标 年度目标 目标 任务目标 目标要求 预期目标 预期成效 绩效目标 总体目标 整改成效要求",
);
static FACT: Words = Words::of(
    "问题 具体问题 问题表现 具体表现 主要表现 表现 存在问题 存在的问题 主要问题 反馈问题 问题描述 问题清单 问题概述 问题内容 原因 原因分析 问题原因 \
    进展 进展情况 整改情况 整改进展 完成情况 目前进展 当前进展 现状 背景 建设地点 项目地点 实施地点 地点 建设规模 建设性质 总投资 投资 投资估算 \
    工程概况 项目概况 基本情况 前期经费 投资规模 估算投资 概算投资 资金来源 经费来源 备注 说明 注 合计 总计 小计 指导思想 基本原则 总体要求 联系人 联系电话 电话 受益对象 服务对象 实施范围 建设周期 建设工期 项目名称 \
    公开属性 信息来源",
);
/// The longest label, in characters.
const LONGEST: usize = 10;

/// What a line begins with, and what stands behind its colon.
pub(super) fn label(text: &str) -> Option<(Says, &str)> {
    let bare = number(text).map_or(text, |(_, rest)| rest).trim_start();
    let (name, rest) = bare.trim_start_matches(['【', '[']).split_once(['：', ':'])?;
    let name = name.trim().trim_end_matches(['】', ']']);
    // 2026年目标, 年度目标
    let year = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let name = year.strip_prefix('年').filter(|_| year.len() < name.len()).unwrap_or(year);
    if name.chars().count() > LONGEST {
        return None;
    }
    let kinds = [(&WORK, Says::Work), (&AIM, Says::Aim), (&FACT, Says::Fact)];
    kinds.iter().find(|(words, _)| words.names(name)).map(|(_, says)| (*says, rest.trim_start()))
}

/// Whether a line says what is wrong: 问题1：…, 存在问题：….
pub(super) fn is_problem(text: &str) -> bool {
    let named = number(text.trim()).is_some_and(|(form, words)| {
        form == Form::Named && text.trim().strip_suffix(words).is_some_and(|name| name.contains("问题"))
    });
    named
        || label(text).is_some_and(|(says, _)| says == Says::Fact)
            && holds(text.split(['：', ':']).next().unwrap_or(""), words!("问题 表现"))
}

/// A text without the label that it begins with, and the number behind that.
pub(super) fn without_label(text: &str) -> &str {
    let rest = label(text).map(|(_, rest)| rest).filter(|rest| rest.contains(char::is_alphanumeric));
    rest.map_or(text, |rest| number(rest).map_or(rest, |(_, rest)| rest))
}

/// Whether a line heads what is said of an item below it: 整改措施：.
pub(super) fn is_bare(text: &str) -> bool {
    label(text).is_some_and(|(_, rest)| !rest.contains(char::is_alphanumeric)) && !begins(text, words!("附件 附表"))
}
