//! Verbs without which a number would count something else: 改造, 淘汰, 新增.

use super::listed::{Words, begins};

/// Verbs that turn the meaning: 180 bridges that are rebuilt are no number of bridges.
pub(super) static TURNING: Words = Words::of(
    "改造 改造提升 提升改造 治理 整治 盘活 盘活处置 压减 淘汰 新增 新建 新建设 新建成 新改扩建 改扩建 改建 扩建 改(扩)建 新(改)建 新（改）建 新（改、扩）建 续建 再建 重建 复建 新开工 新开工改造 新开 新开通 新认定 新发展 新引进 净增 拆除 清理 清退 取缔 关停 修复 修缮 维修 更新 \
    更换 加装 安装 腾退 化解 迁移 疏浚 消除 恢复 收储 收回 回收 补种 打通 处置 整改 整顿 恢复补充 加密建设 除险加固 撤并 注销 退出",
);
/// Whether words begin with a verb that turns the meaning.
pub(super) fn turns(words: &str) -> bool {
    begins(words, &TURNING)
}
