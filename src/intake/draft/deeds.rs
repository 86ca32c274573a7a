//! What is done to what a number counts, where its name would say something else without: 改造老旧小区, 淘汰货车, 污染整治.

use crate::plan::document::is_mark;

use super::listed::{Words, ends, without, without_end, words};
use super::numbers::is_digit;
use super::phrases::{COUNTED, DOING};
use super::turning::{TURNING, turns};

/// What may stand between such verbs.
static BETWEEN: Words = Words::of("和 与 及 、 并 或 加密 提升");
/// Words between a verb and its number.
static MUCH: Words = Words::of("超过 超 共 共计 累计 不少于 不低于 至少 总计 约 达到 达");
/// Nouns of work at the end of what is counted: 完成15个县区污染整治.
static NOUNS: Words = Words::of(
    "改造 整治 治理 修复 处置 清淤 加固 迁改 补短板 更新 拆除 绿化 提升 清欠 回收 检修 维护 续建 改建 扩建 新建 更换 安装 加装 盘活 整改 淘汰",
);
/// The same of what is done in places.
static IN_PLACES: Words = Words::of("建设 创建 试点 养护 保洁 试验 示范 覆盖 供水 排查");

/// 新开工改造 before 600个老旧小区, 新增 before 超5家: the verbs right before a number that turn its meaning.
pub(super) fn deed(before: &str) -> &str {
    let mut words = before.trim_end();
    while let Some(front) = without_end(words, &MUCH).filter(|front| !front.is_empty()) {
        words = front;
    }
    let clause = words.rsplit(|c: char| is_mark(c) && !"、（）()".contains(c)).next().unwrap_or(words);
    let mut places = clause.char_indices().filter_map(|(at, _)| clause.get(at..));
    places.find(|rest| turns(rest) && are_verbs(rest)).unwrap_or("")
}

/// 新建和改造 of 新建和改造高标准农田: the verbs with which a name begins.
pub(super) fn deed_of(name: &str) -> &str {
    let mut rest = name;
    while let Some(behind) = without(rest, &TURNING).or_else(|| without(rest, &BETWEEN)).filter(|_| turns(name)) {
        rest = behind;
    }
    name.get(..name.len() - rest.len()).unwrap_or("")
}

/// Whether words are verbs of what is done, and no more.
fn are_verbs(words: &str) -> bool {
    let mut words = words;
    while let Some(rest) = without(words, &TURNING)
        .or_else(|| without(words, &BETWEEN))
        .or_else(|| without(words, &DOING))
        .or_else(|| without(words, &COUNTED))
    {
        words = rest;
    }
    words.is_empty()
}

/// Whether a name ends in what is done.
pub(super) fn is_noun(words: &str) -> bool {
    NOUNS.names(words)
}

/// 农用地污染整治 behind 15个县区: what is done in the places that are counted.
pub(super) fn in_places(behind: &str) -> Option<&str> {
    let words = behind.split(is_mark).next()?;
    let words = without(words, words!("开展 完成 实施 推进 启动")).unwrap_or(words);
    let words = without_end(words, words!("工作 任务")).unwrap_or(words);
    let named =
        (3..=LONGEST).contains(&words.chars().count()) && words.chars().all(|c| c.is_alphabetic() && !is_digit(c));
    (named && (ends(words, &NOUNS) || ends(words, &IN_PLACES))).then_some(words)
}

/// 开展232所高中对县中的结对帮扶: what those who are counted do for others.
pub(super) fn done_for<'t>(before: &str, behind: &'t str, thing: &str) -> Option<&'t str> {
    let clause = behind.split(is_mark).next()?;
    let (_, done) = clause.strip_prefix(thing)?.strip_prefix('对')?.rsplit_once('的')?;
    let named =
        (2..=6).contains(&done.chars().count()) && ends(done, words!("帮扶 指导 支援 培训 检查 评估 服务 联系"));
    (named && ends(before, words!("开展 实施 推进 落实 完成"))).then_some(done)
}

/// 康复救助 of 为400名残疾儿童提供康复救助: what those who are counted get.
pub(super) fn done_to(before: &str, behind: &str, thing: &str) -> Option<String> {
    let front = without_end(before, &MUCH).unwrap_or(before);
    let whom = front.ends_with(['为', '给', '对', '向']) && !ends(front, words!("成为 作为 以为 认为 视为 面对 针对"));
    let clause = behind.split(is_mark_but_quotes).next()?;
    let done = clause.strip_prefix(thing).filter(|_| whom && !thing.is_empty())?;
    let done = without(done, words!("免费 全部 统一 集中 定期 逐一 分别")).unwrap_or(done);
    let plain = without(done, words!("提供 开展 实施 进行 落实"));
    let gets = plain.is_some() || without(done, words!("安装 配备 适配 发放 建立 办理 购买 改造 更换")).is_some();
    let words = plain.unwrap_or(done);
    let fits = (2..=LONGEST).contains(&words.chars().count()) && !words.chars().any(is_digit);
    (gets && fits && !words.starts_with(['了', '的'])).then(|| words.to_owned())
}

/// A mark that ends a clause; “两癌” is a part of one.
fn is_mark_but_quotes(c: char) -> bool {
    is_mark(c) && !"“”".contains(c)
}

/// The longest name of what is done in places, in characters.
const LONGEST: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_that_turn_the_meaning_are_part_of_a_name() {
        for (before, found) in [
            ("新开工改造", "新开工改造"),
            ("全年新增", "新增"),
            ("新建超", "新建"),
            ("新建和加密建设、改造提升", "新建和加密建设、改造提升"),
            ("完成", ""),
            ("改造老旧小区", ""),
        ] {
            assert_eq!(deed(before), found, "{before}");
        }
        assert_eq!((deed_of("新建和改造高标准农田"), deed_of("绿地")), ("新建和改造", ""));
        assert_eq!(in_places("农用地污染溯源整治"), Some("农用地污染溯源整治"));
        assert_eq!(in_places("逐一销项"), None);
        let gets = |before, behind, thing| done_to(before, behind, thing);
        assert_eq!(gets("为超", "残疾儿童免费提供康复救助，", "残疾儿童").as_deref(), Some("康复救助"));
        assert_eq!(gets("为", "适龄妇女开展“两癌”筛查", "适龄妇女").as_deref(), Some("“两癌”筛查"));
        assert_eq!(gets("为", "独居老人安装呼叫设备", "独居老人").as_deref(), Some("安装呼叫设备"));
        assert_eq!(gets("培训", "教师开展活动", "教师"), None);
    }
}
