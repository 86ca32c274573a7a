//! What a number counts, as far as the words around it tell.

use crate::plan::document::is_mark;

use super::duties;
use super::headings::number;
use super::listed::{Words, begins, ends, without, without_end, words};
use super::numbers::is_digit;
use super::verbs::without_adverbs;
use super::words::{ORDERS, UNITS, is_amount};

/// The longest name of a metric, in characters.
const LONGEST: usize = 18;
/// The longest thing that is counted, in characters.
const LONGEST_THING: usize = 18;
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
    实现 完成 新增 在 约 共 共计 累计 计划 年均 同比 均 低于 高于 不高于 打造 创建 建成 建设 新建 培育 以上 ≥ ≤ ＜ ＞ < > 压缩至 压缩到 缩短至 缩短到 不得低于 不得少于 不得超过 保持 稳定 年底前 必须 务必 月底前 月前 汛期前 主汛期前 入汛前 入冬前 春节前 国庆前 节前 前",
);
/// Verbs in front of what is counted.
static DOING: Words = Words::of(
    "迁移 解决 整顿 化解 申请 到位 赶在 安排 投入 拨付 硬化 安装 疏浚 购置 补种 修复 拆除 铺设 种植 疏通 清淤 更换 采购 收储 拓宽 修建 修缮 维修 加装 供应 筹措 招引 提升 处置 盘活 优化 落实 治理 修复 整治 选拔 遴选 资助 鼓励 支持 吸纳 引导 立项 推动 完善 筹建 改扩建 更新 升级 重点 并 内 选聘 招录 培训 募集 打造 创建 建成 建设 新建 再建 改建 扩建 改造 和 及 并 培育 完成 实现 确保 推进 力争 开展 使 新增 实施 认定 发放 引进 举办 组织 \
    争创 申报 创办 筹集 开发 新培育 到 在 年内 计划 全年 年度 年底前 月底前 年底",
);
/// Those of them that belong to the name of a share: 采购成本, 落实率.
static IN_SHARES: Words = Words::of("采购 种植 治理 整治 修复 落实 培训 更新 化解 处置 安装 发放 供应 维修 拆除 改造");
/// What is done to the thing counted.
static DONE_TO: Words = Words::of(
    "补短板 主汛期 汛期前 年底 月底 年内 入冬 上半年 下半年 免费 发放 提供 开展 出国 参加 享受 建设 创建 改造 完成 整治 销项 销号 实现 工作 覆盖 制度 达到 开工 竣工 验收 提升 全面 落地 圆满 投入 列入 获批 建成 培训 收入 调运 转移",
);
/// The ends of words for people and households.
static PEOPLE: Words = Words::of(
    "企业家 专家 科学家 工匠 妇女 儿 青年 老年人 员 者 民 人 分子 师 干部 手 书记 家庭 户 学生 工 才 生 兵 童",
);
/// About a number: 3个以上, 15个左右.
static ABOUT: Words = Words::of("以上 左右 及以上 以下 余 多 的 国家级以上 省级以上 市级以上 区级以上 县级以上");

/// The words before a share or an amount, the thing behind a count.
pub(super) fn name(before: &str, behind: &str, unit: &str) -> String {
    let share = matches!(unit, "%" | "个百分点");
    let subject = subject(before, behind, share);
    let thing = thing(behind);
    // 户 and 人 say by themselves what is counted, 个村 and 个项目 too.
    let people = matches!(unit, "人" | "万人" | "名" | "万名");
    let thing = if people { who(&thing) } else { thing };
    let counted = match unit.trim_start_matches(['万', '个']) {
        "名" => "人数".to_owned(),
        "人次" => "人次".to_owned(),
        unit => format!("{unit}数"),
    };
    let measured = |words: &str| words.ends_with('数') || ends(words, &MEASURES);
    let of = |words: String| if measured(&words) { words } else { format!("{words}数") };
    match unit {
        "%" | "个百分点" if subject.is_empty() => "比例".to_owned(),
        "%" | "个百分点" => subject,
        "小时" | "个小时" | "工作日" | "个工作日" if subject.is_empty() => "办理时限".to_owned(),
        "小时" | "个小时" | "工作日" | "个工作日" => subject,
        "分钟" if thing.is_empty() => "到达时间".to_owned(),
        "分钟" => format!("{thing}到达时间"),
        unit if is_amount(unit) && subject.is_empty() && !thing.is_empty() => thing,
        unit if is_amount(unit) && subject.is_empty() => format!("完成量（{unit}）"),
        unit if is_amount(unit) => subject,
        _ if people && ends(&thing, &PEOPLE) => of(thing),
        _ if people && !ends(&thing, &PEOPLE) && !person(behind).is_empty() => of(person(behind)),
        "户" | "万户" | "人" | "万人" | "名" | "万名" | "人次" | "万人次" if subject.ends_with('数') => {
            subject
        }
        "户" | "万户" | "人" | "万人" | "名" | "万名" | "人次" | "万人次" => {
            format!("{subject}{counted}")
        }
        unit if unit.starts_with('个') && unit != "个" => counted,
        _ if !thing.is_empty() => of(thing),
        _ if !subject.is_empty() => of(subject),
        "个" | "万个" => "数量".to_owned(),
        _ => counted,
    }
}

/// 志愿者线上接力 as 志愿者: those who are counted, without what they do.
fn who(thing: &str) -> String {
    if ends(thing, &PEOPLE) {
        return thing.to_owned();
    }
    let places = thing.char_indices().map(|(at, c)| at + c.len_utf8());
    let named = places.filter(|end| {
        let goes_on = thing.get(*end..).is_some_and(|rest| {
            rest.starts_with(['才', '员', '士', '口', '民', '数', '群', '生', '力', '者', '工', '家'])
        });
        thing.get(..*end).is_some_and(|name| name.chars().count() >= 2 && ends(name, &PEOPLE)) && !goes_on
    });
    named.min().and_then(|end| thing.get(..end)).unwrap_or(thing).to_owned()
}

/// 名具有国内领先水平的后备人才: who is counted stands behind what they are like.
fn person(behind: &str) -> String {
    let words = behind.split(|c: char| is_digit(c) || "，。；,;".contains(c)).next().unwrap_or(behind);
    let who = words.rsplit_once('的').map_or("", |(_, who)| who);
    let who = DONE_TO.iter().filter_map(|verb| who.find(verb)).min().and_then(|end| who.get(..end)).unwrap_or(who);
    let fits = (2..=LONGEST_THING).contains(&who.chars().count()) && ends(who, &PEOPLE);
    if fits { who.to_owned() } else { String::new() }
}

/// 生猪、家禽出栏30万头、500万只: each number of a row has the name in its place, with what the last says of all.
fn in_a_row(before: &str, behind: &str) -> Option<String> {
    let (names, numbers) = before.split_at_checked(before.find(is_digit).unwrap_or(before.len()))?;
    // Only numbers, units and the marks between them stand since the names.
    let earlier: Vec<&str> = numbers.split('、').collect();
    let place = earlier.len() - 1;
    let further =
        behind.strip_prefix('、').map_or(0, |rest| rest.split('、').take_while(|part| is_number(part)).count());
    let row = earlier.iter().take(place).all(|part| is_number(part)) && earlier.last() == Some(&"");
    row.then(|| of_row(names, place, place + 1 + further))?
}

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
    let all: Vec<&str> = names.split('、').collect();
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
        let names = without_adverbs(names);
        return if names.chars().count() <= 2 * LONGEST { format!("{names}{verb}") } else { String::new() };
    }
    let mut words = before.trim_end().trim_end_matches('的');
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
    while let Some(rest) = without_end(words, &LINKS) {
        words = rest.trim_end();
    }
    let words =
        words.rsplit(|c: char| is_mark(c) && !matches!(c, ')' | '）' | '“' | '”' | '—' | '.')).next().unwrap_or("");
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
    let words = duties::subject(words).map_or(words, |found| found.does);
    let bare = without_adverbs(words);
    let mut words = if without(bare, &DOING).is_some() || !words.starts_with("重点") { bare } else { words };
    // 采购成本下降3%, 在建工程: the verb belongs to the name.
    let kept = |words: &str| {
        begins(words, words!("在建 和美 和谐 重点部位 重点人群 重点领域 重点行业 重点区域"))
            || (share && begins(words, &IN_SHARES))
    };
    while let Some(rest) = without(words, &DOING).filter(|rest| rest.chars().count() >= 2 && !kept(words)) {
        words = rest;
    }
    // 将编织袋…, 甲村完成群众转移…: who does it, and by when, stands in front.
    for verb in ["将", "完成"] {
        let object = words.rsplit_once(verb).map(|(_, object)| object);
        words = object.filter(|object| object.chars().count() >= 2).unwrap_or(words);
    }
    if words.chars().count() > LONGEST {
        words = words.rsplit('的').next().unwrap_or(words);
    }
    // A sentence is no name.
    if (2..=LONGEST).contains(&words.chars().count()) { words.to_owned() } else { String::new() }
}

/// PM2.5, G60: whether the digits that a text ends in belong to a name.
fn is_in_name(front: &str) -> bool {
    front.trim_end_matches(|c: char| is_digit(c) || c == '.').ends_with(|c: char| c.is_ascii_alphabetic())
}

/// 65岁及以上老年人, 2型糖尿病: whether the words behind digits make a name of them.
fn begins_in_name(rest: &str) -> bool {
    ["岁", "型", "类", "级", "年级", "小时", "周岁"].iter().any(|word| rest.starts_with(word))
}

/// The thing behind a count: at most a few characters, up to the next mark or verb.
fn thing(behind: &str) -> String {
    let mut behind = behind;
    while let Some(rest) = without(behind, &ABOUT) {
        behind = rest;
    }
    // 100条（个）幸福河湖
    if let Some((inside, rest)) = behind.strip_prefix(['（', '(']).and_then(|rest| rest.split_once(['）', ')'])) {
        behind = if inside.chars().count() <= 2 { rest } else { behind };
    }
    // 20个新的消费场景, 320家承包或委托经营的食堂
    let described = behind.find(['的', '或']).filter(|at| !behind.get(..*at).unwrap_or("").contains(is_mark));
    if described.is_some() {
        let words = behind.split(is_mark).next().unwrap_or(behind);
        // 6个品牌专业的遴选: what is done to them stands behind.
        let noun = words.rsplit_once('的').map(|(_, rest)| rest);
        behind = noun.filter(|rest| rest.chars().count() >= 2 && !begins(rest, &ORDERS)).unwrap_or(behind);
    }
    // 12所师范（教师教育）院校
    let whole_name = behind.split_once(['（', '(']).and_then(|(front, rest)| {
        let (_, rest) = rest.split_once(['）', ')'])?;
        let goes_on = !front.is_empty() && !front.contains(is_mark) && rest.starts_with(char::is_alphabetic);
        goes_on.then(|| format!("{front}{rest}"))
    });
    let mut behind = whole_name.as_deref().unwrap_or(behind);
    // 3座35万千瓦光热电站
    let further = behind.trim_start_matches(|c: char| is_digit(c) || c == '.');
    if further.len() < behind.len() {
        behind = without(further, &UNITS).or_else(|| further.strip_prefix("千伏")).unwrap_or(behind);
    }
    // “六星级”党建示范村
    if let Some((_, rest)) = behind.strip_prefix('“').and_then(|rest| rest.split_once('”')) {
        behind = rest;
    }
    let stop = |c: char| is_mark(c) || is_digit(c) || "的和与及或为在到至等以相逐全".contains(c);
    // 和美乡村 is no 和.
    let whole = if behind.starts_with("和美") { "和美".len() } else { 0 };
    let end = behind.get(whole..).and_then(|rest| rest.find(stop)).map_or(behind.len(), |end| whole + end);
    let words = behind.get(..end).unwrap_or("");
    let words =
        words.char_indices().skip(2).find(|(_, c)| *c == '对').and_then(|(at, _)| words.get(..at)).unwrap_or(words);
    let place = |verb: &str| {
        let at = words.find(verb)?;
        let place = verb == "工作"
            && words.get(at + verb.len()..).is_some_and(|rest| rest.starts_with(['室', '站', '者', '队', '点']));
        (!place).then_some(at)
    };
    let cut = DONE_TO.iter().filter_map(place).min().unwrap_or(words.len());
    let words = words.get(..cut).unwrap_or("");
    if (2..=LONGEST_THING).contains(&words.chars().count()) { words.to_owned() } else { String::new() }
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
