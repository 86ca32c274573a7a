//! The words around what a number counts: those that link it to its number, the verbs in front of it, and when it is to be.

use crate::plan::document::is_mark;

use super::brackets::may_cut;
use super::figures::in_figures;
use super::listed::{Words, begins, ends, without, without_end, words};
use super::measures::behind_unit;
use super::numbers::is_digit;
use super::turning::turns;
use super::verbs::without_day;
use super::words::{ADVERBS, ORDERS, UNITS};

/// The longest list of things that is one name, in characters.
const LONGEST: usize = 30;
/// 技术, 活动: what a list is of, in so many characters, says nothing alone.
const SHORT_KIND: usize = 2;
/// 每个街道 has at most so many characters.
const LONGEST_PLACE: usize = 6;
/// Words between a name and its number.
pub(super) static LINKS: Words = Words::of(
    "降至 降到 下降至 下降到 增至 增加到 增长到 扩大到 年底 到年底 年内 分别 力争 达到 达 为 至 到 超过 超 突破 不低于 不少于 不超过 控制在 提高到 提升到 提升至 提高至 稳定在 保持在 \
    实现 完成 新增 在 约 共 共计 累计 计划 年均 同比 均 低于 高于 不高于 打造 创建 建成 建设 新建 培育 以上 ≥ ≤ ＜ ＞ < > 压减至 压减到 减至 减到 减少到 减少至 缩减至 压降至 压降到 压缩至 压缩到 缩短至 缩短到 不得低于 不得少于 不得超过 保持 稳定 年底前 必须 务必 月底前 月前 汛期前 主汛期前 入汛前 入冬前 春节前 国庆前 节前 前 要 应 须 需 均须 均要 至少 至少有 至少举办 分别达到 累计达到 至少完成 每天 每日 每周 每月 每季度 每年 每学期 每人 每户 每室 每床 每生 每亩 各",
);
/// Verbs in front of what is counted.
pub(super) static DOING: Words = Words::of(
    "负责 迁移 解决 整顿 化解 申请 到位 赶在 安排 投入 拨付 硬化 安装 疏浚 购置 补种 修复 拆除 铺设 种植 疏通 清淤 更换 采购 收储 拓宽 修建 修缮 维修 加装 供应 筹措 招引 提升 处置 盘活 优化 落实 治理 修复 整治 选拔 遴选 资助 鼓励 支持 吸纳 引导 立项 推动 完善 筹建 改扩建 更新 升级 重点 并 内 选聘 招录 培训 募集 打造 创建 建成 建设 新建 再建 改建 扩建 改造 和 及 并 形成 培育 完成 实现 确保 推进 力争 开展 使 新增 实施 认定 发放 引进 举办 组织 \
    争创 申报 创办 筹集 开发 新培育 到 在 年内 计划 全年 年底前 月底前 年底",
);
/// Further ones in front of what is counted, which may belong to the name of a share.
pub(super) static COUNTED: Words = Words::of(
    "分别 征集 选派 添置 邀请 培养 兑付 增加 发布 淘汰 开通 落地 设置 招聘 评选 修订 制定 出台 印发 编制 编发 编写 编印 组建 排查 出具 举行 召开 成立 设立 配备 走访 慰问 \
    办理 回收 协助 选树 收集 抢修 增设 布设 布点 购买 录制 拍摄 撰写 推出 配齐 保证 对口帮扶 清理 \
    挖掘 选育 推广 发掘 承办 承接 开设 开办 创设 张贴 悬挂 印制 制作 派出 组织开展 接入 归集 新签约 新拓展",
);
/// What is measured of something, so that the verb before it belongs to the name.
static BARE: Words = Words::of(
    "面积 规模 总额 数量 里程 能力 时间 时长 长度 比例 资金 投资 材料 标准 成本 周期 人次 人数 次数 收入 任务 指标 费用 补贴 额度 金额 计划",
);
/// Words that only say when.
pub(super) static WHEN: Words = Words::of(
    "一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 上半年 下半年 全年 年内 年底 今年 学期末 期末 本学期 季度末 月底 到年底 本年度 年末 每天 每日 每周 每月 每季度 每年 每学期 每学年 每半年",
);
/// Those verbs that belong to the name of a share: 采购成本, 落实率.
static IN_SHARES: Words = Words::of("采购 种植 治理 整治 修复 落实 培训 更新 化解 处置 安装 发放 供应 维修 拆除 改造");

/// Words without those at their end that link them to a number.
pub(super) fn unlinked(words: &str) -> &str {
    let mut words = words.trim_end();
    // 全年 is when, and no link.
    let whole = |words: &str| is_when(words) || ends(words, words!("签约 履约 节约 预约"));
    while let Some(rest) = without_last_day(words).or_else(|| without_end(words, &LINKS)).filter(|_| !whole(words)) {
        words = rest.trim_end();
    }
    words
}

/// 覆盖率3月底前 as 覆盖率.
fn without_last_day(words: &str) -> Option<&str> {
    if !words.ends_with(['前', '底', '末', '日']) {
        return None;
    }
    let places = words.char_indices().rev().take(LONGEST_DAY).filter(|(_, c)| is_digit(*c)).map(|(at, _)| at);
    let front = places.filter(|at| words.get(*at..).is_some_and(is_when)).last().and_then(|at| words.get(..at))?;
    (front.chars().count() >= 2 && !front.ends_with(is_digit)).then_some(front)
}

/// 欠款6月底前清偿 as 欠款清偿.
pub(super) fn without_days(words: &str) -> String {
    let days = words
        .char_indices()
        .filter(|(at, c)| is_digit(*c) && !words.get(..*at).is_some_and(|front| front.ends_with(is_digit)));
    let by = |at: usize| {
        let rest = words.get(at..)?;
        let behind = match rest.strip_prefix("年底前") {
            Some(behind) => behind,
            None => rest.get(in_figures(rest)?..)?.strip_prefix('前')?,
        };
        let named =
            |front: &&str| front.ends_with(char::is_alphabetic) && !front.ends_with(['于', '在', '到', '至', '限']);
        let front = words.get(..at).filter(named)?;
        behind.starts_with(char::is_alphabetic).then(|| format!("{front}{behind}"))
    };
    days.map(|(at, _)| at).chain(words.find("年底前")).find_map(by).unwrap_or_else(|| words.to_owned())
}

/// 2026年12月31日前 is not longer, in characters.
const LONGEST_DAY: usize = 12;

/// 上半年, 9月底前: nothing but when.
pub(super) fn is_when(words: &str) -> bool {
    let bare = words.trim_end_matches('前');
    // 每个街道: in each place.
    let place = words.starts_with('每')
        && words.chars().count() <= LONGEST_PLACE
        && begins(words, words!("每个 每家 每所 每村"));
    place || WHEN.names(bare) || (!bare.is_empty() && in_figures(bare) == Some(bare.len()))
}

/// Words without the verbs in front of them.
pub(super) fn stripped(words: &str, share: bool) -> &str {
    let mut words = words;
    while let Some(rest) = without(words, &DOING)
        .or_else(|| without(words, &COUNTED).filter(|_| !share))
        .filter(|rest| rest.chars().count() >= 2 && !belongs(words, rest, share) && !turns(words))
    {
        words = rest;
    }
    words.trim_start_matches('的')
}

/// Whether the verb in front of a name belongs to it: 采购成本下降3%, 在建工程, 重点项目, 修复面积.
fn belongs(words: &str, rest: &str, share: bool) -> bool {
    let how = words.starts_with("重点") && !begins(rest, &ORDERS) && !begins(rest, &COUNTED);
    let named = begins(words, words!("在建 和美 和谐 到位资金 申请材料 重点部位 重点人群 重点领域 重点行业 重点区域"));
    how || named || BARE.names(rest) || (share && begins(words, &IN_SHARES))
}

/// What stands behind the last mark; a list of things is one name: 写字楼、商铺.
pub(super) fn since_mark(words: &str, share: bool) -> &str {
    let parts = |c: char| is_mark(c) && !matches!(c, '“' | '”' | '—' | '.' | '&' | '/' | '+');
    let last = behind_last(words, parts);
    let whole = behind_last(words, |c| parts(c) && c != '、');
    let etc = last.rsplit_once('等').filter(|_| whole.contains('、')).map(|(_, rest)| rest);
    let last = etc.filter(|rest| rest.chars().count() >= 2 && !rest.starts_with('级')).unwrap_or(last);
    let list = since_verb(whole);
    // 甲、乙、丙等技术 says no more as 技术.
    let short = etc.is_some_and(|rest| rest.chars().count() <= SHORT_KIND);
    let broken = counts(list) || !short && whole.contains('等') || share && measures_apart(list);
    if !broken && list.chars().count() <= LONGEST && !last.is_empty() { list } else { last }
}

/// What stands behind the last of such marks outside of quotes and brackets.
fn behind_last(words: &str, mark: impl Fn(char) -> bool) -> &str {
    let closed = |at: usize, c: char| may_cut(words, at) && may_cut(words, at + c.len_utf8());
    let last = words.char_indices().rev().find(|(at, c)| mark(*c) && closed(*at, *c));
    last.and_then(|(at, c)| words.get(at + c.len_utf8()..)).unwrap_or(words)
}

/// 优化布局、新建厕所、浴室 as 新建厕所、浴室: a list from its last verb of work on.
fn since_verb(list: &str) -> &str {
    let mut parts = list.match_indices('、').filter_map(|(at, mark)| list.get(at + mark.len()..));
    let verb = |part: &&str| begins(part, &DOING) || begins(part, &COUNTED) || begins(part, &ORDERS) || turns(part);
    parts.rfind(verb).unwrap_or(list)
}

/// Whether a number with its unit stands in the words.
pub(super) fn counts(words: &str) -> bool {
    let digits = words.char_indices().filter(|(_, c)| is_digit(*c));
    digits.filter_map(|(at, _)| words.get(at..)).any(|rest| {
        let bare = rest.trim_start_matches(|c: char| is_digit(c) || c == '.');
        behind_unit(bare).is_some() && !begins_in_name(bare)
    })
}

/// 办结率、满意率: each name of a list measures for itself.
fn measures_apart(list: &str) -> bool {
    list.contains('、') && list.split('、').all(|part| ends(part, words!("率 度 占比 比例 比重 增幅 增速")))
}

/// Words without those of how in front of a verb: 集中供养标准 and 重点产业收入 begin with none.
pub(super) fn without_manner(words: &str) -> &str {
    let mut words = without_day(words.trim_start());
    while let Some(rest) = without(words, &ADVERBS).filter(|rest| rest.chars().count() > 2) {
        let verb = begins(rest, &DOING)
            || begins(rest, &COUNTED)
            || begins(rest, &ORDERS)
            || begins(rest, &ADVERBS)
            || turns(rest);
        // 按期整改率, 集中采购率
        let rate = rest.ends_with('率') && rest.chars().count() <= SHORT_RATE && begins(words, &OF_RATES);
        if rate || begins(words, &OF_THINGS) && !verb || rest.chars().count() < 4 && !verb {
            break;
        }
        words = rest;
    }
    words
}

/// A rate of so many characters says no more without how.
const SHORT_RATE: usize = 4;
/// Words of how that belong to a rate.
static OF_RATES: Words = Words::of("集中 按期 按时 如期 及时 定期 全程 全面 优先 协同 依法 主动 精准 率先");
/// Words of how that may as well describe a thing.
static OF_THINGS: Words = Words::of(
    "重点 集中 科学 分类 协同 优先 有效 全程 全域 滚动 统筹 合理 主动 深度 精准 定期 加快 高标准 高质量 高水平 全面 同步 常态化 一体 广泛 积极 提前 逐步 依法 再 还 拟 并 要 将 须 应",
);

/// 每周集体备课: what is counted each time, from 每 on.
pub(super) fn since_each(words: &str) -> Option<&str> {
    let since = words.rfind('每').and_then(|at| words.get(at..));
    since.filter(|since| since.chars().count() >= 4)
}

/// 将编织袋…, 甲村完成群众转移…, 大厅增设自助机…: who does it, where, and by when, stands in front.
pub(super) fn object(words: &str, share: bool) -> &str {
    let mut words = words;
    for verb in ["将", "完成"] {
        words = behind(words, verb).unwrap_or(words);
    }
    // 甲村新建厕所: what is done to it stays with it.
    for verb in ["新建", "安装"] {
        let from = words.rfind(verb).and_then(|at| words.get(at..));
        let object = from.filter(|rest| !share && !turns(words) && rest.chars().count() >= 4);
        words = object.unwrap_or(words);
    }
    for verb in ["增设", "设置", "举办", "实施", "开展", "配备", "选派", "期间组织"] {
        words = behind(words, verb).filter(|object| !share && !BARE.names(object)).unwrap_or(words);
    }
    words
}

fn behind<'t>(words: &'t str, verb: &str) -> Option<&'t str> {
    words.rsplit_once(verb).map(|(_, object)| object).filter(|object| object.chars().count() >= 2)
}

/// PM2.5, G60: whether the digits that a text ends in belong to a name.
pub(super) fn is_in_name(front: &str) -> bool {
    front.trim_end_matches(|c: char| is_digit(c) || c == '.').ends_with(|c: char| c.is_ascii_alphabetic())
}

/// 65岁及以上老年人, 2型糖尿病: whether the words behind digits make a name of them.
pub(super) fn begins_in_name(rest: &str) -> bool {
    let sized = without(rest, &UNITS).is_some_and(|rest| {
        let rest = rest.trim_start_matches("/小时").trim_start_matches("/日");
        let thing = without(rest, words!("以上 及以上 以下 及以下"));
        thing.is_some_and(|thing| thing.starts_with(char::is_alphabetic) && thing.chars().count() >= 2)
    });
    let named = words!("岁 型 类 级 年级 小时 周岁 千伏 号线 亿级 万吨级");
    sized || begins(rest, named) || rest.starts_with(|c: char| c.is_ascii_alphabetic())
}
