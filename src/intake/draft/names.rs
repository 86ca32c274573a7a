//! What a number counts, as far as the words around it tell.

use crate::plan::document::is_mark;

use super::brackets::may_cut;
use super::deeds::{deed, done_for, done_to, in_places};
use super::described::is_limit;
use super::duties;
use super::headings::number;
use super::listed::{Words, begins, ends, without, without_end, words};
use super::measures::{is_time, unit_and_thing};
use super::numbers::is_digit;
use super::phrases::{
    DOING, WHEN, begins_in_name, is_in_name, is_when, object, since_each, since_mark, stripped, unlinked, without_days,
    without_manner,
};
use super::rows::{in_a_row, verb_behind};
use super::shorter::without_remarks;
use super::things::{PEOPLE, person, thing, who};
use super::words::{ORDERS, UNITS, is_amount};

/// The longest name of a metric, in characters.
const LONGEST: usize = 30;
/// The longest that the clause before gives, in characters.
const LONGEST_ABOVE: usize = 10;
/// Ends of names that measure, to which no 数 is added.
static MEASURES: Words =
    Words::of("量 额 率 值 面积 规模 人次 度 收入 比 比例 产值 出栏 存栏 投资 里程 面积 能力 占比");
/// Units that say by themselves who or what is counted.
static SAYING: Words = Words::of("户 人 名 位 人次 次 辆次 台次 户次 家次 件次 架次 艘次 班次 车次 学时 课时 节");
/// 人次, 人数, 次数: what is counted, as far as the unit tells.
fn counted(unit: &str) -> String {
    match unit.trim_start_matches(['万', '亿', '千', '个']) {
        "名" | "位" => "人数".to_owned(),
        unit if unit.ends_with('次') && unit != "次" => unit.to_owned(),
        unit => format!("{unit}数"),
    }
}

/// 开展专题讲座 as 专题讲座次数: what is counted in a clause that names nothing, by the clause before it.
pub(super) fn of_clause(above: &str, before: &str, unit: &str) -> Option<String> {
    let words = without_verbs(without_doers(number(above).map_or(above, |(_, rest)| rest)), false);
    let plain = |c: char| c.is_alphabetic() && !is_digit(c) && c != '的';
    let fits =
        words.len() < above.len() && (2..=LONGEST_ABOVE).contains(&words.chars().count()) && words.chars().all(plain);
    fits.then(|| again(&format!("{words}{}", counted(unit)), before))
}

/// Whether a name tells no more than its unit does.
pub(super) fn says_nothing(name: &str, unit: &str) -> bool {
    matches!(name, "比例" | "数量")
        || name.starts_with("完成量（")
        || (name == counted(unit) && !unit.starts_with("个"))
}

/// 2025年、2026年分别建成3家、4家: the year that a number of a row is of.
pub(super) fn year_of(before: &str) -> Option<&str> {
    let (front, since) = before.rsplit_once("分别")?;
    let year = |part: &&str| {
        part.strip_suffix('年').is_some_and(|digits| digits.chars().count() == 4 && digits.chars().all(is_digit))
    };
    let parts: Vec<&str> =
        front.rsplit(['、', '和']).map(|part| part.trim_start_matches("其中")).take_while(year).collect();
    let place = since.split(['、', '和']).count();
    parts.len().checked_sub(place).and_then(|at| parts.get(at)).filter(|_| parts.len() > 1).copied()
}

/// The name of more of what has that name: 货车数 as 货车数（上半年）.
pub(super) fn again(known: &str, before: &str) -> String {
    let bare = known.split_once('（').map_or(known, |(bare, _)| bare);
    let bare = without(bare, words!("每天 每日 每周 每月 每季度 每年")).unwrap_or(bare);
    match last_words(before) {
        when if is_when(when) => format!("{bare}（{when}）"),
        _ => known.to_owned(),
    }
}

/// The words since the last mark, without those that link them to a number.
fn last_words(before: &str) -> &str {
    let words = before.rsplit(is_mark).next().unwrap_or(before);
    let words = words.strip_prefix("其中").unwrap_or(words);
    unlinked(words)
}

/// The words before a share or an amount, the thing behind a count.
pub(super) fn name(before: &str, behind: &str, unit: &str) -> String {
    let share = matches!(unit, "%" | "个百分点" | "倍");
    let compared = without_comparison(before);
    let subject = subject(compared.as_deref().unwrap_or(before), behind, share);
    if is_limit(before, behind, unit) {
        return limited(&subject, behind);
    }
    let thing = thing(behind, unit);
    // 户 and 人 say by themselves what is counted, 个村 and 个项目 too.
    let people = matches!(unit, "人" | "万人" | "名" | "万名" | "位");
    let thing = if people { who(&thing) } else { thing };
    if let Some(done) = done_to(before, behind, &thing) {
        let who = if people { "人数" } else { "数" };
        return format!("{thing}{done}{who}");
    }
    let thing = match done_for(before, behind, &thing) {
        _ if thing.is_empty() => thing,
        Some(done) => format!("{done}的{thing}"),
        None => format!("{}{thing}", deed(before)),
    };
    let counted = counted(unit);
    let right_behind_verb = || ends_in_verb(before) && !thing.is_empty();
    let measured = |words: &str| words.ends_with('数') || ends(words, &MEASURES);
    let of = |words: String| if measured(&words) { words } else { format!("{words}数") };
    match unit {
        "%" | "个百分点" | "倍" if subject.is_empty() => "比例".to_owned(),
        "%" | "个百分点" | "倍" => subject,
        unit if is_time(unit) && !subject.is_empty() && (unit != "分钟" || ends(&subject, &MEASURES)) => subject,
        "小时" | "个小时" | "工作日" | "个工作日" | "天" => "办理时限".to_owned(),
        "分钟" if thing.is_empty() => "到达时间".to_owned(),
        "分钟" => format!("{thing}到达时间"),
        unit if is_amount(unit) && (subject.is_empty() || right_behind_verb()) && !thing.is_empty() => thing,
        unit if is_amount(unit) && subject.is_empty() => format!("完成量（{unit}）"),
        unit if is_amount(unit) => subject,
        _ if people && ends(&thing, &PEOPLE) => of(thing),
        _ if people && !ends(&thing, &PEOPLE) && !person(behind).is_empty() => of(person(behind)),
        _ if SAYING.names(unit.trim_start_matches(['万', '亿', '千']))
            && ends(&subject, words!("数 数量 规模 人次 总量 频次")) =>
        {
            subject
        }
        _ if SAYING.names(unit.trim_start_matches(['万', '亿', '千'])) => format!("{subject}{counted}"),
        unit if unit.starts_with('个') && unit != "个" => match in_places(behind) {
            Some(done) => format!("{done}{}数", unit.trim_start_matches('个')),
            // 帮扶从15个县扩大到57个县
            None if ends(before, words!("扩大到 扩大至 增加到 增加至 扩展到")) => {
                format!("{subject}{}数", unit.trim_start_matches('个'))
            }
            None => format!("{}{}数", deed(before), unit.trim_start_matches('个')),
        },
        _ if !thing.is_empty() => of(thing),
        _ if !subject.is_empty() => of(subject),
        "个" | "万个" => "数量".to_owned(),
        _ => counted,
    }
}

/// 报修2小时内到场 as 到场时限: what is limited stands behind.
fn limited(subject: &str, behind: &str) -> String {
    let words = behind.trim_start_matches(['之', '以', '内']);
    let words = without(words, words!("完成 予以 须 应 要 必须 全部 依法 及时")).unwrap_or(words);
    let ends = |c: char| is_mark(c) || is_digit(c) || "并至到给向将把".contains(c);
    let done = words.split(ends).next().unwrap_or(words);
    let done = done.split(|c: char| "县市区镇".contains(c)).next().filter(is_long).unwrap_or(done);
    let fits = |words: &str| (2..=LONGEST_LIMITED).contains(&words.chars().count());
    // 审查意见自受理之日起
    let subject =
        subject.split_once('自').filter(|(_, since)| since.ends_with('起')).map_or(subject, |(front, _)| front);
    let of = Some(subject).filter(|of| {
        fits(of)
            && !(of.starts_with(['对', '在', '每', '各', '须', '应', '要', '由', '限'])
                || of.ends_with(['后', '起', '时', '须', '应', '要']))
    });
    match of.map(|of| format!("{of}{done}")).filter(|whole| fits(whole)) {
        Some(whole) if whole.ends_with("时限") || whole.ends_with("时间") => whole,
        Some(whole) => format!("{whole}时限"),
        None if fits(done) => format!("{done}时限"),
        None => "办理时限".to_owned(),
    }
}

/// The longest name of what is limited, in characters.
const LONGEST_LIMITED: usize = 12;

/// 碳排放较2025年下降 as 碳排放下降.
fn without_comparison(before: &str) -> Option<String> {
    let (front, rest) = before.rsplit_once(['较', '比'])?;
    let (year, rest) = rest.split_once('年')?;
    let compared = !front.is_empty() && year.chars().count() == 4 && year.chars().all(is_digit);
    compared.then(|| format!("{front}{rest}"))
}

/// The words right before a number that name what it measures.
fn subject(before: &str, behind: &str, share: bool) -> String {
    let bare = without_remarks(before);
    let before = &if share { without_days(&bare) } else { bare };
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
        let names = stripped(without_manner(names), share);
        let verb = verb_behind(&verb).1;
        return if names.chars().count() <= 2 * LONGEST { format!("{names}{verb}") } else { String::new() };
    }
    let words = unlinked(measured(before.trim_end().trim_end_matches('的'), share));
    // 散居孤儿（含困境儿童）从1536元提高到1567元
    let bare =
        words.strip_suffix(['）', ')']).and_then(|inside| inside.rsplit_once(['（', '('])).map(|(front, _)| front);
    let words = bare.filter(is_long).unwrap_or(words);
    // 研发投入：不少于1500万元
    let words = since_mark(unlinked(words.trim_end_matches(['：', ':'])), share);
    let words = if words.matches('“').count() == words.matches('”').count() {
        words
    } else {
        words.rsplit(['“', '”']).next().unwrap_or("")
    };
    let words = number(words).map_or(words, |(_, rest)| rest);
    // 新增3个村集体收入: what stands before another number names that one.
    let words = words.strip_prefix("其中").map_or(words, |rest| rest.trim_start_matches('在'));
    let words = words.rsplit_once("提供").map(|(_, rest)| rest).filter(is_long).unwrap_or(words);
    let digit = words.char_indices().rev().find(|(at, c)| is_digit(*c) && may_cut(words, *at));
    let parted = digit.and_then(|(at, c)| Some((words.get(..at)?, words.get(at + c.len_utf8()..)?)));
    let words =
        match parted.filter(|(front, rest)| !is_in_name(front) && !begins_in_name(rest) && !rest.starts_with('的')) {
            Some((_, rest)) => unit_and_thing(rest)
                .and_then(|rest| rest.strip_prefix('各'))
                .or_else(|| without(rest, &UNITS))
                .or_else(|| rest.strip_prefix("千伏"))
                .unwrap_or(rest)
                .trim_start_matches(['年', '月', '日', '号', '初', '末', '份', '底', '前', '内']),
            None => words,
        };
    let words = without_doers(words);
    if is_when(words) {
        return String::new();
    }
    let words = since_each(words).filter(|_| !share).unwrap_or_else(|| without_verbs(words, share));
    let words = words.trim_start_matches('、');
    let words = if words.chars().count() > LONGEST { words.rsplit('的').next().unwrap_or(words) } else { words };
    // A sentence is no name.
    if (2..=LONGEST).contains(&words.chars().count()) { words.to_owned() } else { String::new() }
}

/// The words of what is measured, where others are compared with it.
fn measured(words: &str, share: bool) -> &str {
    // 抽检的工程不少于在建项目的30%: the first is measured.
    let least = || ["不少于", "不低于", "不超过", "不高于"].iter().find_map(|word| words.split_once(word));
    let words = least().filter(|_| share).map_or(words, |(name, _)| name);
    // 县中帮扶从15个扩大到57个: what stands before the first number.
    let first =
        words.rsplit_once(['从', '由']).filter(|(_, since)| since.ends_with(['到', '至']) && since.contains(is_digit));
    let words = first.map_or(words, |(name, _)| name.trim_end_matches(['，', '、']));
    // 甲达到乙的70%: 甲 is measured.
    // Of 甲达到95%、乙 the second is named.
    let reached = words.split_once("达到").filter(|(_, rest)| !rest.contains(is_digit));
    // 甲占乙的比例 is one name.
    let of = words
        .split_once('占')
        .filter(|(_, rest)| !rest.starts_with('比') && !ends(unlinked(rest), words!("比例 比重 百分比")));
    let measured = reached.or(of);
    measured.map(|(name, _)| name).filter(is_long).unwrap_or(words)
}

/// 由甲局组建法律服务团 as 组建法律服务团.
fn without_doers(words: &str) -> &str {
    let words = words.trim_start_matches('由');
    let words = without_end(words, words!("负责 分别负责 具体负责")).filter(is_long).unwrap_or(words);
    let does = duties::subject(words).map(|found| found.does);
    does.filter(is_long).unwrap_or(words)
}

/// The words without those in front of what is counted that say how, when, and what is done to it.
fn without_verbs(words: &str, share: bool) -> &str {
    let words = without_manner(words);
    let words = without(words, &WHEN).filter(is_long).unwrap_or(words);
    let everywhere = without(words, words!("全县 全市 全区 全镇 全乡 全省 全州 全校 全院"));
    let words = object(stripped(everywhere.filter(is_long).unwrap_or(words), share), share);
    words.strip_prefix('为').filter(|rest| is_long(rest) && !rest.starts_with("企业")).unwrap_or(words)
}

/// Whether only the name of a thing stands between a number and the one before it in a list: 、绿地.
pub(super) fn goes_on_with_things(before: &str, unit: &str) -> bool {
    // 新建5个甲、10个乙
    if unit != "%" && before.ends_with(['、', '和']) && before.contains(is_digit) {
        return true;
    }
    let listed = before.rsplit_once('、').filter(|(front, _)| {
        let bare = without_end(front, words!("以上 左右 以内")).unwrap_or(front);
        let counted = without_end(bare, &UNITS).unwrap_or(bare);
        counted.trim_end_matches(['万', '亿']).ends_with(is_digit)
    });
    let verb =
        |name: &str| begins(name, &ORDERS) || begins(name, &DOING) || begins(name, words!("其中 惠及 完好 达到"));
    unit != "%" && listed.is_some_and(|(_, name)| is_long(&name) && !verb(name) && !name.contains(is_digit))
}

/// Whether a name ends in a measure, which has no verb of what is done.
pub(super) fn is_measure(name: &str) -> bool {
    ends(name, &MEASURES) || ends(name, words!("税收 资金 营收 产量 标准 时间"))
}

/// Levels that are no name of what is counted.
static LEVELS: Words = Words::of("国家级 省级 市级 县级 区级 镇级 校级 院级");
/// Names that say nothing of what they measure.
static BARE: Words = Words::of("产量 总产量 产值 总产值 投资 面积 销售额 营业收入 收入 税收 就业人数");

/// 省级重点项目数 and 投资 as 省级重点项目投资: what a bare measure behind another is of.
pub(super) fn of_the_same(first: &str, name: &str) -> Option<String> {
    // 省级龙头企业2家、市级6家
    let level = |words: &str| LEVELS.iter().find(|level| words.contains(level));
    if let Some(known) = level(first).filter(|_| name.strip_suffix('数').is_some_and(|bare| LEVELS.names(bare))) {
        return Some(first.replacen(known, name.strip_suffix('数')?, 1));
    }
    let thing = without_end(first, words!("播种面积 种植面积 建设面积 面积 数量 规模 产量 总产量 产值 数"))?;
    (BARE.names(name) && is_long(&thing)).then(|| format!("{thing}{name}"))
}

/// Whether the number stands right behind a verb of work: 试验建设 200公顷.
fn ends_in_verb(before: &str) -> bool {
    let words = before.rsplit(is_mark).next().unwrap_or(before);
    ends(words, &DOING) && !ends(words, words!("投入 投资 和 及 到 在 内 年底 全年"))
}

/// Whether words are long enough for a name.
fn is_long(words: &&str) -> bool {
    words.chars().count() >= 2
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
            ("计划申报并打造", "以上的“六星级”党建示范村", "个", "“六星级”党建示范村数"),
            ("实施省大中型项目", "", "个", "省大中型项目数"),
            ("新建和改造高标准农田", "", "万亩", "新建和改造高标准农田"),
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
            ("新增国家级“小巨人”企业", "以上", "家", "新增国家级“小巨人”企业数"),
            ("家禽年出栏量", "", "万只", "家禽年出栏量"),
            ("年底前实现随机抽查事项达到本部门执法事项的", "以上", "%", "随机抽查事项"),
            ("新增3个村集体收入超过", "", "万元", "村集体收入"),
            ("打造", "养老服务圈", "分钟", "养老服务圈到达时间"),
            ("完成", "", "个", "数量"),
            ("散居孤儿（含困境儿童）从每人每月1536元提高到", "", "元", "散居孤儿"),
            ("突发公共卫生事件信息", "内完成网络直报", "小时", "网络直报时限"),
            ("对企业反映的问题", "内答复", "个工作日", "答复时限"),
            ("体检结果", "内反馈", "个工作日", "体检结果反馈时限"),
            ("暴雨预警信号发布后", "内推送至县防指和乡镇", "分钟", "推送时限"),
            ("单位运输周转量碳排放较2025年下降", "", "%", "单位运输周转量碳排放下降"),
            ("打造", "和美乡村", "个", "和美乡村数"),
            ("加快格尔木、德令哈", "35万千瓦光热电站建设", "座", "光热电站数"),
        ] {
            assert_eq!(name(before, behind, unit), expected, "{before}|{behind}");
        }
    }
}
