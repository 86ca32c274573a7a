//! Numbers that may be targets. One too few is better than a wrong one.

use crate::plan::document::is_mark;
use crate::plan::meant::approximate::guessing_words;
use crate::plan::{Direction, Quantity};

use super::clauses::clauses;
use super::deeds::deed_of;
use super::described::{JOINTS, REACHING, ending, is_bound, is_limit, is_no_target, is_told, tail};
use super::listed::{Words, begins, holds, without_end, words};
use super::measures::unit_and_thing;
use super::names::{self, name};
use super::numbers::{Number, is_digit, numbers};
use super::plan::{DraftMetric, unlike};
use super::rows;
use super::sentences::one_line;
use super::vague::{Vague, vague};
use super::words::{UNITS, is_amount};

/// Words behind a share or an amount that people are given.
static PAID: Words = Words::of("补助 补贴 奖励 给予 资助 返还 奖补");
/// Names that say of what stands before them how it changes.
const CHANGES: [&str; 6] = ["增长", "下降", "提高", "增速", "占比", "增幅"];
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

    /// Takes a metric under a name of its own; those of its clause begin with `begun`.
    fn take(&mut self, mut metric: DraftMetric, around: &Around<'_>) {
        let Around { before, behind, above, begun } = *around;
        // 办结率、面商率均达到100%: each of them.
        let each = rows::each(before, behind);
        if each.len() > 1 {
            let metrics = each.into_iter().map(|name| DraftMetric { name, ..metric.clone() });
            self.metrics.extend(metrics);
            return;
        }
        // 文旅产业收入突破1万亿元、增长8%.
        metric.name = metric.name.strip_prefix("同比").unwrap_or(&metric.name).to_owned();
        let first = self.metrics.get(begun..).and_then(<[_]>::last).or_else(|| self.metrics.last());
        // 粮食种植面积300万亩、产量120万吨: 产量 is that of 粮食.
        let of = self
            .metrics
            .get(begun..)
            .and_then(<[_]>::last)
            .and_then(|first| names::of_the_same(&first.name, &metric.name));
        metric.name = of.unwrap_or(metric.name);
        if let Some(first) = first.filter(|_| CHANGES.contains(&metric.name.as_str())) {
            metric.name = first.name.clone() + &metric.name;
        }
        // 淘汰货车630辆，其中上半年350辆: what has no name of its own is more of the same.
        let ends = behind.is_empty() || behind.starts_with(is_mark) || begins(behind, words!("以上 以内 以下"));
        if ends && names::says_nothing(&metric.name, &metric.unit) {
            let same = self.metrics.iter().rev().find(|known| known.unit == metric.unit);
            let known = same.map(|known| names::again(&known.name, before));
            let name = known.or_else(|| names::of_clause(above, before, &metric.unit));
            metric.name = name.unwrap_or(metric.name);
        }
        // 新建绿道100公里、绿地500公顷: the verb in front is that of both.
        let same = self
            .metrics
            .get(begun..)
            .and_then(<[_]>::last)
            .filter(|_| names::goes_on_with_things(before, &metric.unit));
        let deed = same
            .map(|first| deed_of(&first.name))
            .filter(|_| !names::is_measure(&metric.name) && deed_of(&metric.name).is_empty());
        metric.name = format!("{}{}", deed.unwrap_or(""), metric.name);
        if let Some(year) = names::year_of(before) {
            let bare = metric.name.split_once('（').map_or(metric.name.as_str(), |(bare, _)| bare);
            metric.name = format!("{bare}（{year}）");
        }
        metric.name = unlike(metric.name, &self.metrics);
        self.metrics.push(metric);
    }
}

/// The numbers of a quote that may be targets, and the guesses.
pub(super) fn targets(quote: &str) -> Targets {
    let mut found = Targets::default();
    let quote = &unquoted(quote);
    let clauses = clauses(quote);
    for (at, clause) in clauses.iter().enumerate() {
        if found.metrics.len() >= MOST {
            break;
        }
        let begun = found.metrics.len();
        let above =
            clauses.get(..at).and_then(<[_]>::last).and_then(|above| quote.get(above.span.clone())).unwrap_or("");
        let text = quote.get(clause.span.clone()).unwrap_or("");
        // What is said of those to whom something applies sets no target: 达到25%的，可申请….
        if text.ends_with('的') {
            continue;
        }
        for number in numbers(text).iter().take(MOST) {
            match target(text, number) {
                Some(Target::Exact(metric, behind)) => {
                    let before = text.get(..number.span.start).unwrap_or("");
                    found.take(metric, &Around { before, behind, above, begun });
                }
                Some(Target::Guess(words)) => found.guesses.push(words),
                None => {}
            }
        }
        found.guesses.extend(vague(text).iter().filter_map(|words| vaguely(text, words)));
        found.guesses.truncate(MOST);
    }
    found
}

/// 实现“甲达到2000名，乙达到40%”的目标, the marks as commas: such a quote says what is to be reached.
fn unquoted(quote: &str) -> String {
    let mut words = quote.to_owned();
    let aims = quote.match_indices('“').filter_map(|(at, open)| {
        let (inside, rest) = quote.get(at + open.len()..)?.split_once('”')?;
        let aim = rest.split(is_mark).next().is_some_and(|rest| rest.starts_with('的') && rest.ends_with("目标"));
        (aim && inside.contains("达到") && inside.contains(is_digit)).then_some((at, at + open.len() + inside.len()))
    });
    for (open, close) in aims {
        // All of these marks are of one length.
        words.replace_range(close..close + '”'.len_utf8(), "，");
        words.replace_range(open..open + '“'.len_utf8(), "，");
    }
    words
}

/// What stands around a number that sets a target.
struct Around<'t> {
    /// Before it in its clause.
    before: &'t str,
    /// Behind its unit.
    behind: &'t str,
    /// The clause before.
    above: &'t str,
    /// How many metrics the quote had before the clause.
    begun: usize,
}

/// A number that sets a target, or would.
enum Target<'t> {
    /// With what stands behind its unit.
    Exact(DraftMetric, &'t str),
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

fn target<'t>(clause: &'t str, number: &Number) -> Option<Target<'t>> {
    let before = ending(clause.get(..number.span.start)?, WIDEST_BEFORE);
    let written = clause.get(number.span.end..)?;
    let after = written.trim_start_matches(' ');
    // A number that a line break parts is not to be read.
    let parted = before.ends_with(['\n', '\r']) && before.trim_end().ends_with(is_digit);
    if parted {
        return None;
    }
    let counted = after.strip_prefix(['余', '多', '来']).unwrap_or(after);
    // 3日内
    let within = || {
        let rest = counted.strip_prefix('日').filter(|_| !before.ends_with(['月', '至', '到']));
        rest.filter(|rest| is_limit(before, rest, "日"))
    };
    let behind = if number.percent { after } else { unit_and_thing(counted).or_else(within)? };
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
    let unit = if unit == "％" { "%" } else { shared_unit(behind, unit).unwrap_or(unit) };
    let metric = DraftMetric {
        name: one_line(&name(before, behind, unit)),
        unit: unit.to_owned(),
        target: number.value,
        direction: match bound {
            true => Direction::AtMost,
            false if is_held(before) && !is_raised(before) => Direction::Hold,
            false => Direction::AtLeast,
        },
        says,
    };
    Some(Target::Exact(metric, behind))
}

/// 3个和4个工作日: the unit that only the last of two numbers has whole.
fn shared_unit<'t>(behind: &'t str, unit: &str) -> Option<&'t str> {
    let next = behind.strip_prefix(['、', '和', '与', '及'])?;
    let whole = next.trim_start_matches(|c: char| is_digit(c) || c == '.');
    let longer = whole.strip_suffix(unit_and_thing(whole)?)?;
    (unit == "个" && whole.len() < next.len() && longer.starts_with(unit) && longer != unit).then_some(longer)
}

/// What stands before the first number of a range whose last one follows: 新增 before 3%-.
fn before_range(before: &str) -> Option<&str> {
    let first = before.strip_suffix(JOINTS)?;
    let bare = without_end(first, &UNITS).unwrap_or(first);
    let front = bare.trim_end_matches(|c: char| is_digit(c) || c == '.');
    (front.len() < bare.len() && !front.ends_with(|c: char| c.is_ascii_alphabetic())).then_some(front)
}

/// Whether a number is a least or a most of what is to be done again and again: 每周集体备课不少于1次.
fn is_held(before: &str) -> bool {
    holds(before, words!("保有量 保持在 稳定在")) || tail(before, 16).contains('每')
}

/// 提高到每月217元 is to be reached, whatever each month is.
fn is_raised(before: &str) -> bool {
    let since = before.rsplit(['，', ',', '；']).next().unwrap_or(before);
    holds(since, words!("提高到 提高至 提升到 提升至 增加到 增加至 扩大到 扩大至"))
}

/// The beginning of a text, so many characters long, up to where its clause ends.
fn head(text: &str, characters: usize) -> String {
    text.chars().take(characters).take_while(|c| !"，。；,;".contains(*c)).collect()
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
            ("每季度至少面对面随访1次", &["1次 ≤1 次"]),
            ("接到报修2小时内到场", &["2小时 ≤2 小时"]),
            ("新上岗人员3日内完成培训", &["3日 ≤3 日"]),
            ("6月3日内部整改", &[]),
            ("自本意见印发之日起30日内制定", &[]),
            ("禁止使用厚度低于0.01毫米的地膜", &[]),
            ("从业人员持证率100%", &["100% ≥100 %"]),
            ("报装分别不超过3个和4个工作日", &["3个 ≤3 个工作日", "4个工作日 ≤4 个工作日"]),
            ("会议每月不超过2次", &["2次 ≤2 次"]),
            ("推出主题服务15项", &["15项 ≥15 项"]),
            ("选派教师60名到6所学校支教", &["60名 ≥60 名"]),
            ("新增装机容量36兆瓦", &["36兆瓦 ≥36 兆瓦"]),
            ("组建20人扑火队1支", &["1支 ≥1 支"]),
            ("产值增长10%以上的再奖励10万元", &[]),
            ("自本通知印发之日起5个工作日内报送方案", &[]),
            ("从预备费中安排应急资金1500万元", &["1500万元 ≥1500 万元"]),
            ("预算安排防汛经费480万元、抗旱经费220万元", &["480万元 ≥480 万元", "220万元 ≥220 万元"]),
            ("补助标准不低于99元", &["99元 ≥99 元"]),
            ("盘活闲置厂房3万平方米用于中试", &["3万平方米 ≥3 万平方米"]),
            ("评价得分低于80分的扣减资金", &[]),
            ("下泄流量超过200立方米时须通知下游", &[]),
            ("对全县108座水库、63处隐患点再开展排查", &[]),
            ("向7家医院派驻医师不少于21名", &["21名 ≥21 名"]),
            ("6月底前对42家企业完成一轮检查", &[]),
            ("在甲、乙、丙3个乡镇新建贮存池60口", &["60口 ≥60 口"]),
            ("作业完成后48小时内上传照片", &["48小时 ≤48 小时"]),
            ("督促3家企业于8月10日前清运", &[]),
            ("单次金额50万元以上的采购项目进入平台", &[]),
            ("涉及居民1860户", &[]),
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
