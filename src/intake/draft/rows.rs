//! Names in a row with a number each, 生猪、家禽出栏30万头、500万只, or with one for all: 办结率、面商率均达到100%.

use crate::plan::document::is_mark;

use super::headings::number;
use super::listed::{Words, ends, without_end};
use super::measures::behind_unit;
use super::numbers::is_digit;
use super::phrases::{LINKS, counts, stripped, without_manner};
use super::things::ABOUT;

/// The longest name of a row, in characters.
const LONGEST: usize = 24;
/// Words that names in a row share: 生猪、家禽出栏.
static SHARED: Words = Words::of(
    "居民收入 居民人均可支配收入 人均可支配收入 年出栏量 出栏量 出栏 存栏 总产量 产量 增加值 总产值 产值 收入 总额 面积 数量 覆盖率 达标率 利用率 入学率 减排量 使用率 普及率 合格率 满意率 满意度 参保率 参与率 增长率 完成率 低保标准 保障标准 补助标准 标准 销售额 \
    交易额 投资",
);
/// Ends of names that measure.
static MEASURES: Words = Words::of("量 额 率 值 面积 规模 度 收入 比 比例 产值 投资 里程 能力 占比 标准");

/// 办结率、面商率均达到: the names of all that one number is said of.
pub(super) fn each(before: &str, behind: &str) -> Vec<String> {
    if behind.strip_prefix(ROW).is_some_and(|rest| rest.starts_with(is_digit)) {
        return Vec::new();
    }
    let clause = before.rsplit(['，', ',', '；', ';', '：', ':']).next().unwrap_or(before);
    let Some((names, rest)) = clause.split_once('均').or_else(|| rates(clause)) else { return Vec::new() };
    let (rest, verb) = verb_behind(rest);
    let names = number(names).map_or(names, |(_, rest)| rest);
    let names = names.strip_prefix("其中").unwrap_or(names);
    let names = stripped(without_manner(names), false);
    let parts: Vec<&str> = names.split(['、', '和', '与']).collect();
    let fits = |part: &&str| (2..=LONGEST).contains(&part.chars().count()) && !counts(part);
    // 规章制度、经济合同审核率 is one name.
    let measured = |part: &&str| ends(part, &MEASURES);
    let alike = parts.iter().all(measured) || !parts.last().is_some_and(measured);
    if rest.is_empty() && parts.len() > 1 && alike && parts.iter().all(fits) {
        parts.iter().map(|part| format!("{part}{verb}")).collect()
    } else {
        Vec::new()
    }
}

/// 访视率、管理率达到 without 均: the names, where each of them is a rate.
fn rates(clause: &str) -> Option<(&str, &str)> {
    let (names, verb) = clause.split_at_checked(clause.rfind('率')? + '率'.len_utf8())?;
    let all = names.contains('、') && names.split(['、', '和', '与']).all(|name| name.ends_with('率'));
    (all && !verb.contains("分别")).then_some((names, verb))
}

/// 生猪、家禽出栏30万头、500万只: each number of a row has the name in its place, with what the last says of all.
pub(super) fn in_a_row(before: &str, behind: &str) -> Option<String> {
    let bare = without_start(before);
    let before = bare.as_deref().unwrap_or(before);
    let (names, numbers) = before.split_at_checked(before.find(is_digit).unwrap_or(before.len()))?;
    // Only numbers, units and the marks between them stand since the names.
    let earlier: Vec<&str> = numbers.split(ROW).collect();
    let place = earlier.len() - 1;
    let further = behind.strip_prefix(ROW).map_or(0, |rest| rest.split(ROW).take_while(|part| is_number(part)).count());
    let row = earlier.iter().take(place).all(|part| is_number(part)) && earlier.last() == Some(&"");
    row.then(|| of_row(names, place, place + 1 + further))?
}

/// 标准分别从209元、280元提高到217元 as 标准分别提高到217元.
fn without_start(before: &str) -> Option<String> {
    let (names, since) = before.split_once("分别从").or_else(|| before.split_once("分别由"))?;
    let verb = [
        "提高到",
        "提高至",
        "增加到",
        "增加至",
        "提升到",
        "提升至",
        "扩大到",
        "下降到",
        "下降至",
        "压减至",
        "压缩至",
        "降至",
    ];
    let raised = verb.iter().find_map(|verb| since.find(verb)).and_then(|at| since.get(at..))?;
    Some(format!("{names}分别{raised}"))
}

/// What parts the names and the numbers of a row.
const ROW: [char; 4] = ['、', '和', '与', '及'];

/// 30万头, 4%以上: a number with its unit, and no more.
fn is_number(part: &str) -> bool {
    let rest = part.trim_start_matches(|c: char| is_digit(c) || c == '.');
    let unit = || behind_unit(rest).unwrap_or(rest);
    let bare = rest.is_empty() || unit().is_empty() || ABOUT.names(unit());
    rest.len() < part.len() && (bare || unit().starts_with(is_mark))
}

/// The name in a place of a row of so many, with the verb behind the names.
fn of_row(names: &str, place: usize, of: usize) -> Option<String> {
    let (names, verb) = verb_behind(names);
    let names = names.rsplit(['，', ',', '；', ';', '：', ':']).next().unwrap_or(names);
    let names = number(names).map_or(names, |(_, rest)| rest);
    let names = stripped(without_manner(names), false);
    let mut all: Vec<&str> = names.split('、').collect();
    if all.len() != of {
        all = names.split(ROW).collect();
    }
    let name = all.get(place).copied().filter(|_| all.len() > 1 && all.len() == of)?;
    let whole = with_shared(name, all.last().copied().unwrap_or(""))? + verb;
    ((2..=LONGEST).contains(&whole.chars().count())).then_some(whole)
}

/// A name of a row with what the last one says of all: 生猪 of 家禽出栏 is 生猪出栏. Nothing where that is not clear.
fn with_shared(name: &str, last: &str) -> Option<String> {
    // 面向甲、乙举办培训班, 由甲公司、乙公司分别负责管网改造: the object is that of all.
    if let Some((whom, object)) = ["举办", "开展", "分别负责"].iter().find_map(|verb| last.split_once(verb)) {
        let whom = if name == last { whom } else { name };
        return Some(format!(
            "{}{object}",
            whom.trim_start_matches(['对', '为', '向', '由']).trim_start_matches("面向")
        ));
    }
    if name == last || ends(name, &SHARED) {
        return Some(name.to_owned());
    }
    if let Some(whole) = of_letters(name, last) {
        return Some(whole);
    }
    let shared = SHARED.iter().filter(|word| last.ends_with(word)).max_by_key(|word| word.len()).unwrap_or("");
    // What only measures the last is not shared for sure.
    let unclear = shared.is_empty() && ends(last, &MEASURES) && !ends(name, &MEASURES);
    (!unclear).then(|| format!("{name}{shared}"))
}

/// CT、MRI开机使用率: letters of both are followed by the same words.
fn of_letters(name: &str, last: &str) -> Option<String> {
    let bare = last.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    let letters = bare.len() < last.len() && !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric());
    letters.then(|| format!("{name}{bare}"))
}

/// 甲、乙分别增长 as the names and 增长; 达到 is no part of a name.
pub(super) fn verb_behind(names: &str) -> (&str, &str) {
    let mut words = names;
    let verb =
        ["增长", "提高", "下降", "降低", "增加", "提升"].into_iter().find(|verb| words.ends_with(verb)).unwrap_or("");
    words = words.strip_suffix(verb).unwrap_or(words);
    while let Some(rest) = without_end(words, &LINKS) {
        words = rest;
    }
    (words, verb)
}
