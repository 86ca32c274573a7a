//! Numbers that may be targets. One too few is better than a wrong one.

use crate::plan::document::is_mark;
use crate::plan::meant::approximate::guessing_words;
use crate::plan::{Direction, Quantity};

use super::clauses::clauses;
use super::headings::number;
use super::listed::{Words, begins, ends, holds, without, without_end, words};
use super::names::name;
use super::numbers::{Number, half_width, is_digit, numbers};
use super::plan::DraftMetric;
use super::sentences::one_line;
use super::vague::{Vague, vague};
use super::verbs::{Opening, opening};
use super::words::{ORDERS, UNITS, is_amount};

/// Things that follow 个 and belong to the unit.
static THINGS: Words = Words::of(
    "县（市、区） 县（市） 县区 市县 点位 村居 行政村 自然村 村 社区 居委 小区 项目 镇 街道 床位 车位 停车位 泊位",
);
/// Words right before an amount that describes a thing.
static DESCRIBING: Words = Words::of(
    "占地 总投资 投资额 建筑面积 总面积 占地面积 用地面积 规划面积 全长 总长 长 宽 高 深 年产 日产 产能 容量 约 近 不足 每 注册资本 估值 原 现有 已 已有",
);
/// Words near an amount that make it a target.
static REACHING: Words = Words::of(
    "完成 实现 达 达到 突破 力争 确保 超 超过 增长 新增 不少于 不低于 争取 改造 新建 再建 续建 栽植 硬化 拓宽 修建 建成 种植 整治 疏浚 \
    铺设 减量 提高 提升 增加 盘活 腾出 腾退 出让 收储 募集 引进 到位 治理 改建 修复 建设 落实 拆除 发放",
);
static AT_MOST: Words = Words::of(
    "不超过 不高于 不得超过 低于 控制在 不大于 小于 少于 降至 降到 下降至 下降到 压减至 压减到 压缩至 压缩到 缩短至 缩短到 ≤ ＜ <",
);
static AT_LEAST: Words = Words::of("不低于 不少于 不得低于 不得少于 ≥ ＞ >");
/// Words that say what people may be given, rather than what is to be reached.
static GIVEN: Words = Words::of(
    "奖励 可申请 可返还 可按 可给予 最高 给予 返还 每人 每户 补贴标准 补助标准 奖励标准 保障标准 标准分别 标准从 一次性 年满",
);
/// Words that compare with the year before.
static COMPARED: Words = Words::of("比上年 比去年 较上年 较去年 比上一年 较上一年 去年 上年");
/// Words behind a share or an amount that people are given.
static PAID: Words = Words::of("补助 补贴 奖励 给予 资助 返还 奖补");
/// Units of time: how long something may take is a bound.
static TIMES: Words = Words::of("分钟 小时 个小时 个工作日 工作日");
/// Names that say of what stands before them how it changes.
const CHANGES: [&str; 6] = ["增长", "下降", "提高", "增速", "占比", "增幅"];
/// Words right before a number that counts what there is.
static COUNTED_BEFORE: Words = Words::of("这 其 上述 以上 前 后 首 同比增长 同比下降 已完成 现有 原有 共有 以来 去年");
/// What 个 counts in a way of talking, or in time.
static TALK: Words = Words::of("月 方面 维护 层面 环节 意识 自信 坚持 确保 小时 工作日 季度 不 一");

/// No task has more targets; what has is a table.
const MOST: usize = 20;
/// So many characters in front of a number say what it is.
const WIDEST_BEFORE: usize = 80;

/// What the numbers of a quote say of targets.
#[derive(Debug, Default)]
pub(super) struct Targets {
    /// The numbers that may be targets, each under a name of its own.
    pub(super) metrics: Vec<DraftMetric>,
    /// Words that would set one, and only say about how many: 约80户.
    pub(super) guesses: Vec<String>,
}

impl Targets {
    /// How many numbers set a target, or would.
    pub(super) fn count(&self) -> usize {
        self.metrics.len() + self.guesses.len()
    }
}

/// The numbers of a quote that may be targets, and the guesses.
pub(super) fn targets(quote: &str) -> Targets {
    let mut found = Targets::default();
    for clause in clauses(quote) {
        if found.metrics.len() >= MOST {
            break;
        }
        let begun = found.metrics.len();
        let text = quote.get(clause.span).unwrap_or("");
        // What is said of those to whom something applies sets no target: 达到25%的，可申请….
        if text.ends_with('的') {
            continue;
        }
        for target in numbers(text).iter().filter_map(|found| target(text, found)).take(MOST) {
            match target {
                Target::Exact(mut metric) => {
                    // 文旅产业收入突破1万亿元、增长8%.
                    let before = found.metrics.get(begun..).and_then(<[_]>::last);
                    if let Some(before) = before.filter(|_| CHANGES.contains(&metric.name.as_str())) {
                        metric.name = before.name.clone() + &metric.name;
                    }
                    metric.name = unlike(metric.name, &found.metrics);
                    found.metrics.push(metric);
                }
                Target::Guess(words) => found.guesses.push(words),
            }
        }
        found.guesses.extend(vague(text).iter().filter_map(|words| vaguely(text, words)));
        found.guesses.truncate(MOST);
    }
    found
}

/// A number that sets a target, or would.
enum Target {
    Exact(DraftMetric),
    Guess(String),
}

/// 三四家: words that would set a target, with their unit.
fn vaguely(clause: &str, words: &Vague) -> Option<String> {
    let before = ending(clause.get(..words.start)?, WIDEST_BEFORE);
    let after = clause.get(words.end..)?;
    let behind = unit_and_thing(after)?;
    let unit = after.strip_suffix(behind)?;
    let says = clause.get(words.start..clause.len() - behind.len())?;
    (!is_no_target(before, behind, unit, false) && !is_told(before, unit)).then(|| says.to_owned())
}

/// A name that no metric has yet.
fn unlike(name: String, metrics: &[DraftMetric]) -> String {
    let taken = |name: &str| metrics.iter().any(|known| known.name == name);
    if !taken(&name) {
        return name;
    }
    (2..=metrics.len() + 2).map(|number| format!("{name}{number}")).find(|other| !taken(other)).unwrap_or(name)
}

fn target(clause: &str, number: &Number) -> Option<Target> {
    let before = ending(clause.get(..number.span.start)?, WIDEST_BEFORE);
    let written = clause.get(number.span.end..)?;
    let after = written.trim_start_matches(' ');
    // A number that a line break parts is not to be read.
    let parted = before.ends_with(['\n', '\r']) && before.trim_end().ends_with(is_digit);
    if parted {
        return None;
    }
    let counted = after.strip_prefix(['余', '多', '来']).unwrap_or(after);
    let behind = if number.percent { after } else { unit_and_thing(counted)? };
    let unit = if number.percent { "%" } else { counted.strip_suffix(behind)? };
    let bound = is_bound(before, behind, unit)?;
    // 5%—6%: from so many to so many is no exact number.
    if let Some(front) = before_range(before).filter(|front| !is_no_target(front, behind, unit, bound)) {
        return Some(Target::Guess(
            clause.get(front.len() + number.span.start - before.len()..clause.len() - behind.len())?.to_owned(),
        ));
    }
    let given = (is_amount(unit) || unit == "%") && holds(&head(behind, 12), &PAID) && !holds(before, &REACHING);
    if number.value == Quantity::ZERO || is_no_target(before, behind, unit, bound) || is_told(before, unit) || given {
        return None;
    }
    let says = clause.get(number.span.start..clause.len() - behind.len())?.to_owned();
    if let Some((first, last)) = guessing_words(before, behind) {
        return Some(Target::Guess(format!("{first}{says}{last}")));
    }
    if counted.len() < after.len() {
        return Some(Target::Guess(says));
    }
    let unit = if unit == "％" { "%" } else { unit };
    Some(Target::Exact(DraftMetric {
        name: one_line(&name(before, behind, unit)),
        unit: unit.to_owned(),
        target: number.value,
        direction: match bound {
            true => Direction::AtMost,
            false if holds(before, words!("保有量 保持在 稳定在")) => Direction::Hold,
            false => Direction::AtLeast,
        },
        says,
    }))
}

/// What stands before the first number of a range whose last one follows: 新增 before 3%-.
fn before_range(before: &str) -> Option<&str> {
    let first = before.strip_suffix(JOINTS)?;
    let bare = without_end(first, &UNITS).unwrap_or(first);
    let front = bare.trim_end_matches(|c: char| is_digit(c) || c == '.');
    (front.len() < bare.len() && !front.ends_with(|c: char| c.is_ascii_alphabetic())).then_some(front)
}

/// What stands between the numbers of a range.
const JOINTS: [char; 8] = ['-', '—', '～', '~', '－', '–', '至', '到'];

/// What stands behind a unit, and behind the thing that belongs to it: 个点位.
fn unit_and_thing(after: &str) -> Option<&str> {
    let behind = without(after, &UNITS)?;
    let counted = after.strip_suffix(behind).is_some_and(|unit| unit.ends_with('个'));
    if counted { without(behind, &THINGS).or(Some(behind)) } else { Some(behind) }
}

/// Whether the number is the most that is allowed; nothing where it is neither a bound nor a target.
fn is_bound(before: &str, behind: &str, unit: &str) -> Option<bool> {
    let near = tail(before, 6);
    // How often is a target where it is a least for the whole period: 学习不少于12次, but not 每月1次.
    if unit == "次" && (!holds(&near, &AT_LEAST) || tail(before, 16).contains('每')) {
        return None;
    }
    if holds(&near, &AT_LEAST) {
        return Some(false);
    }
    let circle = unit == "分钟" && behind.chars().take(8).any(|c| c == '圈');
    let most = holds(&near, &AT_MOST) || begins(behind, words!("以内 以下 之内"));
    if TIMES.names(unit) && !circle && !most {
        return None;
    }
    Some((circle || most) && !begins(behind, words!("以上 及以上")))
}

/// Whether a number tells where something starts, what people are given, or how it was a year before.
fn is_told(before: &str, unit: &str) -> bool {
    // 从77%提高到80%, 由77%提高到80%: the first is where it starts.
    let since = |word: char, most: usize| {
        let since = before.rsplit_once(word).map(|(_, since)| since);
        since.is_some_and(|since| !since.contains(['到', '至']) && since.chars().count() <= most)
    };
    let starts = since('从', 24) || since('由', 4);
    let money = is_amount(unit) || unit == "%" || unit == "个百分点";
    starts || holds(&tail(before, 12), &COMPARED) || (money && holds(&tail(before, 24), &GIVEN))
}

fn is_no_target(before: &str, behind: &str, unit: &str, bound: bool) -> bool {
    let spanned = behind.strip_prefix(JOINTS).is_some_and(|rest| rest.starts_with(is_digit));
    let joined = |c: char| c.is_ascii_alphanumeric() || matches!(c, '第' | '+' | '-' | '×' | '~' | '～' | '—');
    // 1到2个 is a span, 提高到2个 is none.
    let from = before.strip_suffix(['至', '到']).is_some_and(ends_in_number);
    let named = spanned || from || before.ends_with(joined) || behind.starts_with("级");
    let each = tail(before, 5).contains('每') || behind.starts_with('/');
    let counted = ends(before, &COUNTED_BEFORE) || begins(behind, words!("多年 来"));
    let amount = is_amount(unit) && !bound;
    // 47个行政村的土地: they are there.
    let there = unit.chars().count() > 1 && unit.starts_with('个') && behind.starts_with('的');
    // 720兆瓦储能电站 describes; 再建27公里道路 is to be done.
    let around =
        begins(behind, words!("以上 左右 以内 以下 及以上")) || behind.starts_with(is_mark) || behind.is_empty();
    let measures = ends(before, &DESCRIBING) && !ends(before, words!("增长 提高 升高"));
    let described = there || (amount && (measures || !(around || ends(before, &REACHING))));
    // 修缮农村道路15公里: an amount at the end of what a verb orders.
    let ordered = || around && opening(before) == Opening::Order;
    // 利润总额1.2亿元: an indicator is its name and its number.
    let indicates = || around && is_name(before);
    let reaching = || holds(&tail(before, 18), &REACHING) || behind.starts_with("以上") || ordered() || indicates();
    let people = (unit == "人" && behind.starts_with(['居', '大', '民']))
        || (matches!(unit, "人" | "名") && before.ends_with('等'));
    let talked = unit == "个" && begins(behind, &TALK);
    // 5万立方米以上的取水户, 64家10人以上企业: of which size they are.
    let sized = without(behind, words!("以上 及以上 以下 及以下")).is_some_and(|rest| {
        let rest = rest.strip_prefix('的').unwrap_or(rest);
        let goes_on = rest.starts_with(char::is_alphanumeric) && !begins(rest, &ORDERS);
        goes_on && (is_amount(unit) || (unit == "人" && ends_in_count(before)))
    });
    let undone = begins(behind, words!("未 尚未 已 的标准 的补贴 的补助 的奖励 的支持"));
    named || sized || undone || each || counted || described || people || talked || (amount && !reaching())
}

/// Whether the words of a clause before its number are the name of what is measured, and no more.
fn is_name(before: &str) -> bool {
    let words = number(before).map_or(before, |(_, rest)| rest);
    let words = words.rsplit(['：', ':']).next().unwrap_or(words);
    (2..=LONGEST_NAME).contains(&words.chars().count()) && words.chars().all(|c| c.is_alphabetic() || c == '、')
}

/// The longest name of an indicator, in characters.
const LONGEST_NAME: usize = 14;

/// 64家: a number and what it counts.
fn ends_in_count(text: &str) -> bool {
    without_end(text, &UNITS).is_some_and(|front| front.ends_with(is_digit))
}

/// Whether a text ends in a number, with its unit or without.
fn ends_in_number(text: &str) -> bool {
    let bare = without_end(text, &UNITS).unwrap_or(text);
    bare.ends_with(is_digit)
}

/// The beginning of a text, so many characters long, up to where its clause ends.
fn head(text: &str, characters: usize) -> String {
    text.chars().take(characters).take_while(|c| !"，。；,;".contains(*c)).collect()
}

/// The end of a text, so many characters long.
fn ending(text: &str, characters: usize) -> &str {
    let start = text.char_indices().rev().nth(characters - 1).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or(text)
}

fn tail(text: &str, characters: usize) -> String {
    ending(text, characters).chars().map(half_width).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_found_and_other_numbers_are_not() {
        for (quote, found) in [
            ("完成龚都村92户农(渔)民相对集中居住项目", &["92户 ≥92 户"][..]),
            ("“一镇一清单”涉及1447个点位逐一销项", &["1447个点位 ≥1447 个点位"]),
            ("全力推进26个村农村地区一体化养护保洁工作", &["26个村 ≥26 个村"]),
            ("创建三级卫生室12家、二级卫生室13家", &["12家 ≥12 家", "13家 ≥13 家"]),
            ("打造15分钟养老服务圈", &["15分钟 ≤15 分钟"]),
            ("地区生产总值增长6.5%以上", &["6.5% ≥6.5 %"]),
            ("地区生产总值增长６．５％以上", &["６．５％ ≥6.5 %"]),
            ("城镇登记失业率控制在4%以内", &["4% ≤4 %"]),
            ("单位能耗不超过0.5吨", &["0.5吨 ≤0.5 吨"]),
            ("完成固定资产投资12.5亿元", &["12.5亿元 ≥12.5 亿元"]),
            ("确保两个项目圆满完成", &["两个项目 ≥2 个项目"]),
            ("群众满意度达到百分之九十五", &["百分之九十五 ≥95 %"]),
            ("加快总投资2亿元的物流园建设", &[]),
            ("占地300亩的工业园二期", &[]),
            ("完善2035总体规划", &[]),
            ("创建2021年区级美丽乡村", &[]),
            ("承办第3届交流赛", &[]),
            ("推进1号线和G50公路", &[]),
            ("落实国发〔2020〕15号文件", &[]),
            ("打造“一站两中心”2.0版", &[]),
            ("每月召开1次例会", &[]),
            ("建设3-5个示范点", &[]),
            ("新建第3-5个车间", &[]),
            ("回应率达到百分之百", &["百分之百 ≥100 %"]),
            ("做到3个方面到位", &[]),
            ("在11月30日前完成", &[]),
            ("覆盖率提高至75%", &["75% ≥75 %"]),
            ("浓度控制在29微克/立方米以内", &["29微克/立方米 ≤29 微克/立方米"]),
            ("最低比例从77%提高到80%以上", &["80% ≥80 %"]),
            ("建设1到2个基地", &[]),
            ("对符合条件的企业给予50%的补贴", &[]),
            ("可申请最高不超过15万元的贷款", &[]),
            ("可返还其上年度实际缴纳保险费的50%", &[]),
            ("按应缴纳费用50%的标准确定", &[]),
            ("接待游客比上年增长10%", &[]),
            ("实现零事故、0起", &[]),
            ("建设4A级景区", &[]),
        ] {
            let metrics = targets(quote).metrics;
            let shown: Vec<String> = metrics
                .iter()
                .map(|one| {
                    format!(
                        "{} {}{} {}",
                        one.says,
                        if one.direction.is_bound() { "≤" } else { "≥" },
                        one.target,
                        one.unit
                    )
                })
                .collect();
            assert_eq!(shown, found, "{quote}");
            assert!(metrics.iter().all(|one| quote.contains(&one.says)));
        }
    }

    #[test]
    fn numbers_in_a_row_have_a_name_each() {
        for (quote, names) in [
            ("生猪、家禽出栏30万头、500万只", &["生猪出栏", "家禽出栏"][..]),
            ("水果、蔬菜、茶叶产量达2050万吨、4200万吨、19万吨", &["水果产量", "蔬菜产量", "茶叶产量"]),
            ("城镇、农村居民收入分别增长4%、5.5%", &["城镇居民收入增长", "农村居民收入增长"]),
            ("力争游客人次、旅游花费分别增长10%、12%", &["游客人次增长", "旅游花费增长"]),
            ("文旅产业收入突破1万亿元、增长8%", &["文旅产业收入", "文旅产业收入增长"]),
            ("创建三级卫生室12家、二级卫生室13家", &["三级卫生室数", "二级卫生室数"]),
        ] {
            let metrics = targets(quote).metrics;
            assert_eq!(metrics.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), names, "{quote}");
        }
    }

    #[test]
    fn about_how_many_is_no_target() {
        for (quote, guesses) in [
            ("新增就业岗位约80个", &["约80个"][..]),
            ("完成农户搬迁近80户", &["近80户"]),
            ("完成农户搬迁80余户", &["80余户"]),
            ("完成农户搬迁80多户", &["80多户"]),
            ("地区生产总值增长5%左右", &["5%左右"]),
            ("居民收入增长5%—6%", &["5%—6%"]),
            ("建设3-5个口袋公园", &["3-5个"]),
            ("新增停车泊位100至150个", &["100至150个"]),
            ("引进企业2到3家", &["2到3家"]),
            ("培训农民200余名", &["200余名"]),
            ("发展农家乐三四家", &["三四家"]),
            ("发展七八个村", &["七八个村"]),
            ("完成农户搬迁80户以上", &[]),
            ("完成农户搬迁80户", &[]),
        ] {
            let found = targets(quote);
            assert_eq!(found.guesses, guesses, "{quote}");
            assert_eq!(found.metrics.is_empty(), !guesses.is_empty(), "{quote}");
        }
    }
}
