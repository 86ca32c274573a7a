//! What a number counts, as the words behind it say.

use crate::plan::document::is_mark;

use super::deeds::is_noun;
use super::listed::{Words, begins, ends, without, words};
use super::numbers::is_digit;
use super::words::{ORDERS, UNITS};

/// The longest thing that is counted, in characters.
const LONGEST_THING: usize = 30;
/// What joins the things of a list.
const JOINTS: [char; 4] = ['、', '和', '与', '及'];
/// What is done to the thing counted.
static DONE_TO: Words = Words::of(
    "补短板 主汛期 汛期前 年底 月底 年内 入冬 上半年 下半年 免费 发放 提供 开展 出国 参加 享受 建设 创建 改造 完成 整治 销项 销号 实现 工作 覆盖 制度 达到 开工 竣工 验收 提升 全面 落地 圆满 投入 列入 获批 建成 培训 收入 调运 转移 上线 调配 遴选 排查 清查 进行 采取 各配 各建 各设 迁改 添加 申报 招标 选址 投产 接入",
);
/// The ends of words for people and households.
pub(super) static PEOPLE: Words = Words::of(
    "企业家 专家 科学家 工匠 妇女 儿 青年 老年人 员 者 民 人 分子 师 干部 手 书记 家庭 户 学生 工 才 生 兵 童",
);
/// The ends of names of what is counted by 家.
static FIRMS: Words = Words::of("企业 单位 公司 商户 门店 机构 合作社 农场");
/// The ends of words for what is done about things that are counted.
static ACTIONS: Words = Words::of("清查 评比 评选 遴选 验收 排查 改造 整治 清理 审计 核查 检查 清退 签约 交付");
/// What stands behind digits that belong to a name: 110千伏线路, 10亿级产业集群.
static IN_NAMES: Words = Words::of("千伏 亿级 百亿级 千亿级 亿元级 万吨级 兆瓦级 级 型 G A AA AAA AAAA AAAAA 号线");
/// About a number: 3个以上, 15个左右.
pub(super) static ABOUT: Words =
    Words::of("以上 左右 及以上 以下 余 多 的 国家级以上 省级以上 市级以上 区级以上 县级以上");

/// 志愿者线上接力 as 志愿者: those who are counted, without what they do.
pub(super) fn who(thing: &str) -> String {
    if ends(thing, &PEOPLE) {
        return thing.to_owned();
    }
    let mut from = 0;
    // 甲、乙和专家来访 as 甲、乙和专家.
    for part in thing.split(JOINTS) {
        if let Some(end) = person_in(part).filter(|_| !ends(part, &PEOPLE)) {
            return thing.get(..from + end).unwrap_or(thing).to_owned();
        }
        let mark = thing.get(from + part.len()..).and_then(|rest| rest.chars().next());
        from += part.len() + mark.map_or(0, char::len_utf8);
    }
    thing.to_owned()
}

/// Where the first word for people ends that stands in words.
fn person_in(words: &str) -> Option<usize> {
    let mut places = words.char_indices().map(|(at, c)| at + c.len_utf8());
    places.find(|end| {
        let goes_on = words.get(*end..).is_some_and(|rest| {
            rest.starts_with(['才', '员', '士', '口', '民', '数', '群', '生', '力', '者', '工', '家'])
        });
        words.get(..*end).is_some_and(|name| name.chars().count() >= 2 && ends(name, &PEOPLE)) && !goes_on
    })
}

/// 名具有国内领先水平的后备人才: who is counted stands behind what they are like.
pub(super) fn person(behind: &str) -> String {
    let words = behind.split(|c: char| is_digit(c) || "，。；,;".contains(c)).next().unwrap_or(behind);
    let who = words.rsplit_once('的').map_or("", |(_, who)| who);
    let who = DONE_TO.iter().filter_map(|verb| who.find(verb)).min().and_then(|end| who.get(..end)).unwrap_or(who);
    let fits = (2..=LONGEST_THING).contains(&who.chars().count()) && ends(who, &PEOPLE);
    if fits { who.to_owned() } else { String::new() }
}

/// The thing behind a count: at most a few characters, up to the next mark or verb.
pub(super) fn thing(behind: &str, unit: &str) -> String {
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
        let words = behind.split(|c: char| is_mark(c) && c != '“' && c != '”').next().unwrap_or(behind);
        // 6个品牌专业的遴选: what is done to them stands behind.
        let parts = words.rsplit_once('的');
        // 12个在建项目的合同清查: what is done about them.
        let done = parts.filter(|(front, rest)| ends(rest, &ACTIONS) && front.chars().count() >= 2);
        let noun = parts.map(|(_, rest)| rest).filter(|rest| rest.chars().count() >= 2 && !begins(rest, &ORDERS));
        behind = done.map(|(front, _)| front).or(noun).unwrap_or(behind);
    }
    // 12所师范（教师教育）院校
    let whole_name = behind.split_once(['（', '(']).and_then(|(front, rest)| {
        let (_, rest) = rest.split_once(['）', ')'])?;
        let goes_on = !front.is_empty() && !front.contains(is_mark) && rest.starts_with(char::is_alphabetic);
        goes_on.then(|| format!("{front}{rest}"))
    });
    let mut behind = whole_name.as_deref().unwrap_or(behind);
    // 3座35万千瓦光热电站, but 5处110千伏线路
    let further = behind.trim_start_matches(|c: char| is_digit(c) || c == '.');
    let digits = behind.len() - further.len();
    let aged = || without(further, words!("岁以下 岁以上 岁及以下 岁及以上 周岁以下 周岁以上 周岁及以下 周岁及以上"));
    let level =
        without(further, &IN_NAMES).or_else(aged).filter(|_| digits > 0).map_or(0, |rest| behind.len() - rest.len());
    if digits > 0 && level == 0 {
        behind = without(further, &UNITS).unwrap_or(behind);
    }
    // “一件事”上线运行, but “六星级”党建示范村
    if let Some((quoted, rest)) = behind.strip_prefix('“').and_then(|rest| rest.split_once('”'))
        && (begins(rest, &DONE_TO) || !rest.starts_with(char::is_alphabetic))
    {
        return if quoted.chars().count() <= LONGEST_THING { format!("“{quoted}”") } else { String::new() };
    }
    let words = list(behind, level);
    let words = firms(words).filter(|_| unit == "家").unwrap_or(words);
    if (2..=LONGEST_THING).contains(&words.chars().count()) { words.to_owned() } else { String::new() }
}

/// 甲、乙和丙设施: the things of a list, as far as no other number or verb begins.
fn list(behind: &str, level: usize) -> &str {
    let (mut end, further) = one(behind, level);
    let mut goes_on = further && behind.get(..end).is_some_and(|words| words.chars().count() >= 2);
    while goes_on
        && let Some(rest) = behind
            .get(end..)
            .filter(|rest| rest.starts_with(JOINTS) || rest.starts_with("以及") || rest.starts_with('等'))
    {
        let next = rest.trim_start_matches("以及").trim_start_matches(JOINTS).trim_start_matches('等');
        let (length, further) = one(next, 0);
        let verb = begins(next, &ORDERS) || begins(next, &DONE_TO);
        let named = next.get(..length).is_some_and(|words| words.chars().count() >= 2);
        // 煤矿、产能1400万吨: the next thing has a number of its own.
        let own = next.get(length..).is_some_and(|rest| rest.starts_with(is_digit));
        if verb || own || next.starts_with(is_digit) || !named {
            break;
        }
        end += rest.len() - next.len() + length;
        goes_on = further;
    }
    behind.get(..end).unwrap_or("")
}

/// How long the thing is with which words begin, and whether a list may go on behind it.
fn one(behind: &str, level: usize) -> (usize, bool) {
    let mut quoted = false;
    let mut ends = behind.char_indices().skip_while(|(at, _)| *at < level).filter(|(at, c)| {
        quoted = (quoted || *c == '“') && *c != '”';
        let stop = is_mark(*c) || is_digit(*c) || "的和与及或为在到至等以相逐全".contains(*c);
        !quoted && *c != '”' && stop && !is_within_word(behind, *at)
    });
    let end = ends.next().map_or(behind.len(), |(at, _)| at);
    let words = behind.get(..end).unwrap_or("");
    let closed = behind.get(end..).is_none_or(|rest| rest.is_empty() || rest.starts_with(is_mark));
    let toward = words.char_indices().skip(2).find(|(_, c)| *c == '对').map(|(at, _)| at);
    // 消防站并投入执勤, but 合并 and 归并.
    let and = words
        .char_indices()
        .skip(2)
        .find(|(at, c)| *c == '并' && !words.get(..*at).is_some_and(|front| front.ends_with(['合', '归', '兼', '撤'])));
    let further = toward.into_iter().chain(and.map(|(at, _)| at));
    let cut = DONE_TO.iter().filter_map(|verb| done(words, verb, closed)).chain(further).min();
    (cut.unwrap_or(words.len()), cut.is_none())
}

/// Words in which characters stand that part things elsewhere.
static WHOLE: Words = Words::of(
    "安全 健全 在线 在校 在建 在岗 在册 在职 在读 在编 和美 和谐 和平 行为 普及 参与 等级 全民 全域 全科 全日制 全流程 全自动 全季节 高等 中等 初等 以工代赈 相关",
);

/// 和美, 安全: whether a character is part of a word with its neighbour.
fn is_within_word(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|front| front.char_indices().next_back()).map_or(at, |(at, _)| at);
    [at, before].iter().any(|at| text.get(*at..).is_some_and(|rest| begins(rest, &WHOLE)))
}

/// Where a verb of what is done stands, unless it belongs to the thing: 工作站, 建设方案, 污染整治.
fn done(words: &str, verb: &str, closed: bool) -> Option<usize> {
    let at = words.find(verb)?;
    let rest = words.get(at + verb.len()..)?;
    let place = verb == "工作" && rest.starts_with(['室', '站', '者', '队', '点']);
    let thing = words!("方案 规划 项目 工程 计划 标准 基地 中心 平台 指南 课程 班 任务书 示范点 示范村 示范区");
    let named = at > 0 && (thing.names(rest) || rest.is_empty() && closed && is_noun(verb));
    (!place && !named).then_some(at)
}

/// 铸造企业超低排放 as 铸造企业; 企业研发中心 is one thing.
fn firms(words: &str) -> Option<&str> {
    if ends(words, words!("中心 基地 平台 车间 工厂 实验室 协会 工作站 联盟 食堂 品牌")) {
        return None;
    }
    let ends = FIRMS.iter().filter_map(|word| words.find(word).map(|at| at + word.len()));
    ends.min().and_then(|end| words.get(..end))
}
