//! What a number counts, as far as the words around it tell.

use crate::plan::document::is_mark;

use super::duties;
use super::figures::in_figures;
use super::headings::number;
use super::listed::{Words, begins, ends, without, without_end, words};
use super::measures::is_time;
use super::numbers::is_digit;
use super::things::{ABOUT, PEOPLE, person, thing, who};
use super::verbs::without_adverbs;
use super::words::{ORDERS, UNITS, is_amount};

/// The longest name of a metric, in characters.
const LONGEST: usize = 18;
/// Words that names in a row share: 生猪、家禽出栏.
static SHARED: Words = Words::of(
    "居民收入 居民人均可支配收入 人均可支配收入 年出栏量 出栏量 出栏 存栏 总产量 产量 增加值 总产值 产值 收入 总额 面积 数量 覆盖率 达标率 利用率 入学率 率 销售额 \
    交易额 投资",
);
/// Ends of names that measure, to which no 数 is added.
static MEASURES: Words =
    Words::of("量 额 率 值 面积 规模 人次 度 收入 比 比例 产值 出栏 存栏 投资 里程 面积 能力 占比");
/// Words between a name and its number.
static LINKS: Words = Words::of(
    "降至 降到 下降至 下降到 增至 增加到 增长到 扩大到 年底 到年底 年内 分别 力争 达到 达 为 至 到 超过 超 突破 不低于 不少于 不超过 控制在 提高到 提升到 提升至 提高至 稳定在 保持在 \
    实现 完成 新增 在 约 共 共计 累计 计划 年均 同比 均 低于 高于 不高于 打造 创建 建成 建设 新建 培育 以上 ≥ ≤ ＜ ＞ < > 压降至 压降到 压缩至 压缩到 缩短至 缩短到 不得低于 不得少于 不得超过 保持 稳定 年底前 必须 务必 月底前 月前 汛期前 主汛期前 入汛前 入冬前 春节前 国庆前 节前 前 要 应 需 均要 至少 至少有 至少举办 分别达到 累计达到 至少完成",
);
/// Verbs in front of what is counted.
static DOING: Words = Words::of(
    "负责 迁移 解决 整顿 化解 申请 到位 赶在 安排 投入 拨付 硬化 安装 疏浚 购置 补种 修复 拆除 铺设 种植 疏通 清淤 更换 采购 收储 拓宽 修建 修缮 维修 加装 供应 筹措 招引 提升 处置 盘活 优化 落实 治理 修复 整治 选拔 遴选 资助 鼓励 支持 吸纳 引导 立项 推动 完善 筹建 改扩建 更新 升级 重点 并 内 选聘 招录 培训 募集 打造 创建 建成 建设 新建 再建 改建 扩建 改造 和 及 并 培育 完成 实现 确保 推进 力争 开展 使 新增 实施 认定 发放 引进 举办 组织 \
    争创 申报 创办 筹集 开发 新培育 到 在 年内 计划 全年 年底前 月底前 年底",
);
/// Further ones in front of what is counted, which may belong to the name of a share.
static COUNTED: Words = Words::of(
    "分别 征集 选派 添置 邀请 培养 兑付 增加 发布 淘汰 开通 落地 设置 招聘 评选 修订 制定 出台 印发 编制 编发 编写 编印 组建 排查 出具 举行 召开 成立 设立 配备 走访 慰问 帮扶 \
    办理 回收 出租 协助 选树 收集 抢修 增设 布设 布点 购买 储备 录制 拍摄 撰写 推出 配齐 保证 保障 招引 对口帮扶 清理 \
    发展 挖掘 选育 推广 发掘 承办 承接 开设 开办 创设 张贴 悬挂 印制 制作 派出 组织开展",
);
/// What is measured of something, so that the verb before it belongs to the name.
static BARE: Words = Words::of(
    "面积 规模 总额 数量 里程 能力 时间 时长 长度 比例 资金 投资 材料 标准 成本 周期 人次 人数 次数 收入 任务 指标 费用 补贴 额度 金额 计划",
);
/// Words that only say when.
static WHEN: Words = Words::of(
    "一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 上半年 下半年 全年 年内 年底 今年 学期末 期末 本学期 季度末 月底 到年底 本年度 年末",
);
/// Units that say by themselves who or what is counted.
static SAYING: Words = Words::of("户 人 名 位 人次 次 辆次 台次 户次 家次 件次 架次 艘次 班次 车次 学时 课时");
/// The last thing of a list has at most so many characters, and those before it belong to the name.
const SHORT_ITEM: usize = 3;
/// Those of them that belong to the name of a share: 采购成本, 落实率.
static IN_SHARES: Words = Words::of("采购 种植 治理 整治 修复 落实 培训 更新 化解 处置 安装 发放 供应 维修 拆除 改造");
/// 人次, 人数, 次数: what is counted, as far as the unit tells.
fn counted(unit: &str) -> String {
    match unit.trim_start_matches(['万', '亿', '千', '个']) {
        "名" | "位" => "人数".to_owned(),
        unit if unit.ends_with('次') && unit != "次" => unit.to_owned(),
        unit => format!("{unit}数"),
    }
}

/// Whether a name tells no more than its unit does.
pub(super) fn says_nothing(name: &str, unit: &str) -> bool {
    matches!(name, "比例" | "数量") || name.starts_with("完成量（") || (name == counted(unit) && !unit.starts_with("个"))
}

/// The name of more of what has that name: 货车数 as 货车数（上半年）.
pub(super) fn again(known: &str, before: &str) -> String {
    let bare = known.split_once('（').map_or(known, |(bare, _)| bare);
    match last_words(before) {
        when if is_when(when) => format!("{bare}（{when}）"),
        _ => known.to_owned(),
    }
}

/// 办结率、面商率均达到: the names of all that one number is said of.
pub(super) fn each(before: &str) -> Vec<String> {
    let clause = before.rsplit(['，', ',', '；', ';', '：', ':']).next().unwrap_or(before);
    let Some((names, rest)) = clause.split_once('均') else { return Vec::new() };
    let (rest, verb) = verb_behind(rest);
    let names = number(names).map_or(names, |(_, rest)| rest);
    let names = stripped(without_adverbs(names), false);
    let parts: Vec<&str> = names.split(['、', '和', '与']).collect();
    let fits = |part: &&str| (2..=LONGEST).contains(&part.chars().count()) && !part.contains(is_digit);
    if rest.is_empty() && parts.len() > 1 && parts.iter().all(fits) {
        parts.iter().map(|part| format!("{part}{verb}")).collect()
    } else {
        Vec::new()
    }
}

/// The words since the last mark, without those that link them to a number.
fn last_words(before: &str) -> &str {
    let words = before.rsplit(is_mark).next().unwrap_or(before);
    let words = words.strip_prefix("其中").unwrap_or(words);
    unlinked(words)
}

/// Words without those at their end that link them to a number.
fn unlinked(words: &str) -> &str {
    let mut words = words.trim_end();
    // 全年 is when, and no link.
    while let Some(rest) = without_end(words, &LINKS).filter(|_| !is_when(words)) {
        words = rest.trim_end();
    }
    words
}

/// 上半年, 9月底前: nothing but when.
fn is_when(words: &str) -> bool {
    let bare = words.trim_end_matches('前');
    WHEN.names(bare) || (!bare.is_empty() && in_figures(bare) == Some(bare.len()))
}

/// Words without the verbs in front of them.
fn stripped(words: &str, share: bool) -> &str {
    let mut words = words;
    while let Some(rest) = without(words, &DOING)
        .or_else(|| without(words, &COUNTED).filter(|_| !share))
        .filter(|rest| rest.chars().count() >= 2 && !belongs(words, rest, share))
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

/// The words before a share or an amount, the thing behind a count.
pub(super) fn name(before: &str, behind: &str, unit: &str) -> String {
    let share = matches!(unit, "%" | "个百分点");
    let subject = subject(before, behind, share);
    let thing = thing(behind, unit);
    // 户 and 人 say by themselves what is counted, 个村 and 个项目 too.
    let people = matches!(unit, "人" | "万人" | "名" | "万名");
    let thing = if people { who(&thing) } else { thing };
    let counted = counted(unit);
    let measured = |words: &str| words.ends_with('数') || ends(words, &MEASURES);
    let of = |words: String| if measured(&words) { words } else { format!("{words}数") };
    match unit {
        "%" | "个百分点" if subject.is_empty() => "比例".to_owned(),
        "%" | "个百分点" => subject,
        unit if is_time(unit) && !subject.is_empty() && (unit != "分钟" || ends(&subject, &MEASURES)) => subject,
        "小时" | "个小时" | "工作日" | "个工作日" | "天" => "办理时限".to_owned(),
        "分钟" if thing.is_empty() => "到达时间".to_owned(),
        "分钟" => format!("{thing}到达时间"),
        unit if is_amount(unit) && subject.is_empty() && !thing.is_empty() => thing,
        unit if is_amount(unit) && subject.is_empty() => format!("完成量（{unit}）"),
        unit if is_amount(unit) => subject,
        _ if people && ends(&thing, &PEOPLE) => of(thing),
        _ if people && !ends(&thing, &PEOPLE) && !person(behind).is_empty() => of(person(behind)),
        _ if SAYING.names(unit.trim_start_matches(['万', '亿', '千'])) && subject.ends_with('数') => subject,
        _ if SAYING.names(unit.trim_start_matches(['万', '亿', '千'])) => format!("{subject}{counted}"),
        unit if unit.starts_with('个') && unit != "个" => counted,
        _ if !thing.is_empty() => of(thing),
        _ if !subject.is_empty() => of(subject),
        "个" | "万个" => "数量".to_owned(),
        _ => counted,
    }
}

/// 生猪、家禽出栏30万头、500万只: each number of a row has the name in its place, with what the last says of all.
fn in_a_row(before: &str, behind: &str) -> Option<String> {
    let (names, numbers) = before.split_at_checked(before.find(is_digit).unwrap_or(before.len()))?;
    // Only numbers, units and the marks between them stand since the names.
    let earlier: Vec<&str> = numbers.split(ROW).collect();
    let place = earlier.len() - 1;
    let further =
        behind.strip_prefix(ROW).map_or(0, |rest| rest.split(ROW).take_while(|part| is_number(part)).count());
    let row = earlier.iter().take(place).all(|part| is_number(part)) && earlier.last() == Some(&"");
    row.then(|| of_row(names, place, place + 1 + further))?
}

/// What parts the names and the numbers of a row.
const ROW: [char; 4] = ['、', '和', '与', '及'];

/// 30万头, 4%以上: a number with its unit, and no more.
fn is_number(part: &str) -> bool {
    let rest = part.trim_start_matches(|c: char| is_digit(c) || c == '.');
    let unit = || without(rest, &UNITS).unwrap_or(rest);
    let bare = rest.is_empty() || unit().is_empty() || ABOUT.names(unit());
    rest.len() < part.len() && (bare || unit().starts_with(is_mark))
}

/// The name in a place of a row of so many, with the verb behind the names.
fn of_row(names: &str, place: usize, of: usize) -> Option<String> {
    let (names, verb) = verb_behind(names);
    let names = names.rsplit(['，', ',', '；', ';', '：', ':']).next().unwrap_or(names);
    let names = number(names).map_or(names, |(_, rest)| rest);
    let mut names = without_adverbs(names);
    while let Some(rest) = without(names, &DOING).filter(|rest| rest.chars().count() >= 2) {
        names = rest;
    }
    let mut all: Vec<&str> = names.split('、').collect();
    if all.len() != of {
        all = names.split(ROW).collect();
    }
    let name = all.get(place).copied().filter(|_| all.len() > 1 && all.len() == of)?;
    let last = all.last().copied().unwrap_or("");
    let shared = SHARED.iter().filter(|word| last.ends_with(word)).max_by_key(|word| word.len()).unwrap_or("");
    let shared = if name == last || ends(name, &SHARED) { "" } else { shared };
    let whole = format!("{name}{shared}{verb}");
    ((2..=LONGEST).contains(&whole.chars().count())).then_some(whole)
}

/// 甲、乙分别增长 as the names and 增长; 达到 is no part of a name.
fn verb_behind(names: &str) -> (&str, &str) {
    let mut words = names;
    let verb =
        ["增长", "提高", "下降", "降低", "增加", "提升"].into_iter().find(|verb| words.ends_with(verb)).unwrap_or("");
    words = words.strip_suffix(verb).unwrap_or(words);
    while let Some(rest) = without_end(words, &LINKS) {
        words = rest;
    }
    (words, verb)
}

/// The words right before a number that name what it measures.
fn subject(before: &str, behind: &str, share: bool) -> String {
    if let Some(name) = in_a_row(before, behind) {
        return name;
    }
    // 甲、乙分别增长4%、5%: the words are one name for all the numbers.
    let shared = ["分别", "均"].iter().find_map(|word| before.split_once(word));
    if let Some((names, rest)) =
        shared.filter(|(_, rest)| without(rest, words!("增长 提高 达到 达 下降 降低 增加 超过 提升")).is_some())
    {
        let verb: String = rest.chars().take_while(|c| !is_digit(*c) && !is_mark(*c)).collect();
        let names = number(names).map_or(names, |(_, rest)| rest);
        let names = stripped(without_adverbs(names), share);
        let verb = verb_behind(&verb).1;
        return if names.chars().count() <= 2 * LONGEST { format!("{names}{verb}") } else { String::new() };
    }
    let mut words = before.trim_end().trim_end_matches('的');
    // 抽检的工程不少于在建项目的30%: the first is measured.
    let least = || ["不少于", "不低于", "不超过", "不高于"].iter().find_map(|word| words.split_once(word));
    if share && let Some((name, _)) = least() {
        words = name;
    }
    // 县中帮扶从15个扩大到57个: what stands before the first number.
    if let Some((name, since)) = words.rsplit_once(['从', '由'])
        && since.ends_with(['到', '至'])
        && since.contains(is_digit)
    {
        words = name.trim_end_matches(['，', '、']);
    }
    // 甲达到乙的70%: 甲 is measured.
    let measured = words
        .split_once("达到")
        .or_else(|| words.split_once('占').filter(|(_, rest)| !rest.starts_with('比')))
        .map(|(name, _)| name);
    if let Some(name) = measured.filter(|name| name.chars().count() >= 2) {
        words = name;
    }
    // 研发投入：不少于1500万元
    let words = unlinked(unlinked(words).trim_end_matches(['：', ':']));
    let words = since_mark(words, share);
    let words = if words.matches('“').count() == words.matches('”').count() {
        words
    } else {
        words.rsplit(['“', '”']).next().unwrap_or("")
    };
    let words = number(words).map_or(words, |(_, rest)| rest);
    // 新增3个村集体收入: what stands before another number names that one.
    let words = words.strip_prefix("其中").map_or(words, |rest| rest.trim_start_matches('在'));
    let words =
        words.rsplit_once("提供").map_or(words, |(_, rest)| if rest.chars().count() >= 2 { rest } else { words });
    let words = match words.rsplit_once(is_digit).filter(|(front, rest)| !is_in_name(front) && !begins_in_name(rest)) {
        Some((_, rest)) => without(rest, &UNITS)
            .or_else(|| rest.strip_prefix("千伏"))
            .unwrap_or(rest)
            .trim_start_matches(['年', '月', '日', '号', '初', '末', '份', '底', '前', '内']),
        None => words,
    };
    // 重点建设 is how, 重点人群 is whom.
    let words = words.strip_prefix('由').and_then(|words| words.strip_suffix("负责")).unwrap_or(words);
    let words = duties::behind_appointed(words).unwrap_or(words);
    let does = duties::subject(words).map(|found| found.does);
    let words = does.filter(|does| does.chars().count() >= 2).unwrap_or(words);
    if is_when(words) {
        return String::new();
    }
    let bare = without_adverbs(words);
    let words = if without(bare, &DOING).is_some() || !words.starts_with("重点") { bare } else { words };
    let words = without(words, &WHEN).filter(|rest| rest.chars().count() >= 2).unwrap_or(words);
    let words = without(words, words!("全县 全市 全区 全镇 全乡 全省 全州 全校 全院")).filter(|rest| rest.chars().count() >= 2).unwrap_or(words);
    let words = object(stripped(words, share), share);
    let words = if share { words } else { since_each(words) };
    let words = words.strip_prefix('为').filter(|rest| rest.chars().count() >= 2 && !rest.starts_with("企业")).unwrap_or(words);
    let mut words = words;
    if words.chars().count() > LONGEST {
        words = words.rsplit('的').next().unwrap_or(words);
    }
    // A sentence is no name.
    if (2..=LONGEST).contains(&words.chars().count()) { words.to_owned() } else { String::new() }
}

/// What stands behind the last mark; a list of things is one name: 写字楼、商铺.
fn since_mark(words: &str, share: bool) -> &str {
    let parts = |c: char| is_mark(c) && !matches!(c, ')' | '）' | '“' | '”' | '—' | '.' | '&' | '/' | '+');
    let last = words.rsplit(parts).next().unwrap_or("");
    let list = words.rsplit(|c: char| parts(c) && c != '、').next().unwrap_or("");
    let short = !share && last.chars().count() <= SHORT_ITEM && !list.contains(is_digit) && !list.contains('等');
    let last = last.rsplit_once('等').map_or(last, |(_, rest)| if rest.chars().count() >= 2 { rest } else { last });
    if short && list.chars().count() <= LONGEST && !last.is_empty() { list } else { last }
}

/// 每周集体备课: what is counted each time, from 每 on.
fn since_each(words: &str) -> &str {
    let since = words.rfind('每').and_then(|at| words.get(at..));
    since.filter(|since| since.chars().count() >= 4).unwrap_or(words)
}

/// 将编织袋…, 甲村完成群众转移…, 大厅增设自助机…: who does it, where, and by when, stands in front.
fn object(words: &str, share: bool) -> &str {
    let mut words = words;
    for verb in ["将", "完成"] {
        words = behind(words, verb).unwrap_or(words);
    }
    for verb in ["增设", "设置", "举办", "安装", "实施", "开展", "配备", "选派", "期间组织"] {
        words = behind(words, verb).filter(|object| !share && !BARE.names(object)).unwrap_or(words);
    }
    words
}

fn behind<'t>(words: &'t str, verb: &str) -> Option<&'t str> {
    words.rsplit_once(verb).map(|(_, object)| object).filter(|object| object.chars().count() >= 2)
}

/// PM2.5, G60: whether the digits that a text ends in belong to a name.
fn is_in_name(front: &str) -> bool {
    front.trim_end_matches(|c: char| is_digit(c) || c == '.').ends_with(|c: char| c.is_ascii_alphabetic())
}

/// 65岁及以上老年人, 2型糖尿病: whether the words behind digits make a name of them.
fn begins_in_name(rest: &str) -> bool {
    let sized = without(rest, &UNITS).is_some_and(|rest| {
        let rest = rest.trim_start_matches("/小时").trim_start_matches("/日");
        let thing = without(rest, words!("以上 及以上 以下 及以下"));
        thing.is_some_and(|thing| thing.chars().count() >= 2)
    });
    let named = words!("岁 型 类 级 年级 小时 周岁 千伏 号线 亿级 万吨级");
    sized || begins(rest, named) || rest.starts_with(|c: char| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_metric_is_named_by_the_words_around_its_number() {
        for (before, behind, unit, expected) in [
            ("完成龚都村", "农(渔)民相对集中居住项目", "户", "龚都村户数"),
            ("集中公推", "入党积极分子", "名", "入党积极分子数"),
            ("城镇新增就业", "", "万人", "城镇新增就业人数"),
            ("力争游客人次、旅游花费均增长", "以上", "%", "游客人次、旅游花费增长"),
            ("新能源装机规模占比突破", "", "%", "新能源装机规模占比"),
            ("“一镇一清单”涉及", "逐一销项", "个点位", "点位数"),
            ("创建三级卫生室", "", "家", "三级卫生室数"),
            ("完善", "中医家庭医生工作室制度建设", "家", "中医家庭医生工作室数"),
            ("培育", "以上省级先进制造业集群", "个", "省级先进制造业集群数"),
            ("计划申报并打造", "以上的“六星级”党建示范村", "个", "党建示范村数"),
            ("实施省大中型项目", "", "个", "省大中型项目数"),
            ("新建和改造高标准农田", "", "万亩", "高标准农田"),
            ("地区生产总值增长", "以上", "%", "地区生产总值增长"),
            ("城镇、农村居民收入分别增长", "、5.5%", "%", "城镇居民收入增长"),
            ("培养", "产业急需青年技能人才", "名", "产业急需青年技能人才数"),
            ("动员", "志愿者线上线下接力", "名", "志愿者数"),
            ("组织", "院级品牌专业的遴选", "个", "院级品牌专业数"),
            ("全省", "承包或委托经营的中小学食堂", "家", "中小学食堂数"),
            ("强化", "师范（教师教育）院校的帮扶", "所", "师范院校数"),
            ("65岁及以上老年人服务率达到", "以上", "%", "65岁及以上老年人服务率"),
            ("推动县中帮扶从15个扩大到", "", "个", "县中帮扶数"),
            ("PM2.5年均浓度累计下降", "", "%", "PM2.5年均浓度累计下降"),
            ("建设", "高标准农田", "万亩", "高标准农田"),
            ("5年内重点引进", "市管企业经营管理人才", "名", "市管企业经营管理人才数"),
            ("培养", "具有领先水平的后备人才", "名", "后备人才数"),
            ("新增国家级“小巨人”企业", "以上", "家", "国家级“小巨人”企业数"),
            ("家禽年出栏量", "", "万只", "家禽年出栏量"),
            ("年底前实现随机抽查事项达到本部门执法事项的", "以上", "%", "随机抽查事项"),
            ("新增3个村集体收入超过", "", "万元", "村集体收入"),
            ("打造", "养老服务圈", "分钟", "养老服务圈到达时间"),
            ("完成", "", "个", "数量"),
            ("打造", "和美乡村", "个", "和美乡村数"),
            ("加快格尔木、德令哈", "35万千瓦光热电站建设", "座", "光热电站数"),
        ] {
            assert_eq!(name(before, behind, unit), expected, "{before}|{behind}");
        }
    }
}
