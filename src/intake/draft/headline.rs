//! The title of a document, over the lines in which it stands.

use crate::plan::meant::column::Field;

use super::headings::number;
use super::issue::HEAD_LINES;
use super::issuer::{is_signed, names_issuer, offices};
use super::listed::{Words, begins, ends, words};
use super::masthead::{Masthead, plain};
use super::numbers::is_digit;
use super::period::{period_of, years};

/// The longest line that may be a title, in characters.
const LONGEST_TITLE: usize = 60;
/// A shorter line is the head of a column, in characters.
const SHORTEST_TITLE: usize = 4;

/// Words of the titles of plans, the surest first.
const TITLES: &[&str] = &[
    "工作安排",
    "工作要点",
    "工作计划",
    "工作报告",
    "工作方案",
    "实施方案",
    "行动方案",
    "行动计划",
    "重点工作",
    "任务分解",
    "工作任务",
    "工作思路",
    "工作打算",
    "工作规划",
    "任务清单",
    "责任分解",
    "安排意见",
    "实施意见",
    "责任清单",
    "分工方案",
    "若干措施",
    "若干意见",
    "若干政策",
    "计划",
    "要点",
    "方案",
    "规划",
    "意见",
    "措施",
    "通知",
    "清单",
    "分解表",
    "一览表",
    "台账",
    "责任书",
    "纪要",
];

/// The title that stands first, with the lines that it goes on over.
pub(super) fn first_title(masthead: &Masthead<'_>) -> Option<String> {
    if let Some(title) = &masthead.title {
        return Some(inner(title));
    }
    let lines = &masthead.lines;
    // Behind 序号 stand the other heads of a table.
    let above_table = |line: &&&str| line.trim() != "序号";
    let head = || lines.iter().take(HEAD_LINES).take_while(above_table).enumerate().filter(|(_, line)| fits(line));
    let plan = TITLES.iter().find_map(|word| {
        let named =
            |line: &str| own_words(line).rsplit_once(word).is_some_and(|(_, rest)| rest.chars().count() <= MOST_BEHIND);
        head().find(|(_, line)| named(line)).map(|(at, _)| at)
    });
    let first = || head().next().map(|(at, _)| at).filter(|at| *at == 0);
    let at = plan.or_else(first)?;
    // 会议纪要, 某县人民政府专题会议纪要 above 关于某事的会议纪要 is the kind of paper.
    let own = lines.get(at).map(|line| plain(line)).unwrap_or_default();
    let kind = TITLES.contains(&own.trim_start_matches("会议")).then_some(own.as_str());
    let minutes = (own.ends_with("会议纪要") && !own.contains("关于") && !own.starts_with("研究")).then_some("纪要");
    let named = |line: &str| {
        let told = line.contains("关于") || line.starts_with("研究");
        let fuller = |kind: &str| line.chars().count() > kind.chars().count() && line.ends_with(kind);
        kind.is_some_and(fuller) || minutes.is_some_and(|kind| told && fuller(kind))
    };
    let fuller = head().filter(|(below, _)| *below > at).find(|(_, line)| named(&plain(line))).map(|(below, _)| below);
    Some(inner(&whole(lines, fuller.unwrap_or(at))))
}

/// The title of the paper itself: of that which a letter passes on, where it follows.
pub(super) fn title(masthead: &Masthead<'_>) -> Option<String> {
    let first = first_title(masthead)?;
    Some(passed_on(&first, &masthead.lines).unwrap_or(first))
}

/// 关于印发2026年任务分解表的通知, where a paper of that title follows.
fn passed_on(title: &str, lines: &[&str]) -> Option<String> {
    let (_, own) = title.split_once("关于印发")?;
    let own = own.strip_suffix("的通知").filter(|own| own.chars().count() >= SHORTEST_TITLE)?;
    lines.iter().skip(1).take(MOST_BEFORE).map(|line| plain(line)).find(|line| line == own)
}

/// A paper that a letter passes on begins among so many lines.
const MOST_BEFORE: usize = 60;

/// A line without the papers that it names, unless it passes them on: 《工作报告》 in 分解《工作报告》的通知.
fn own_words(line: &str) -> String {
    let mut words = plain(line);
    while let Some((start, end)) = words.find('《').zip(words.find('》')).filter(|(start, end)| start < end) {
        if words.contains("印发") || end + '》'.len_utf8() == words.len() {
            break;
        }
        words.replace_range(start..end + '》'.len_utf8(), "");
    }
    words
}

/// What may stand behind the word of a title: 工作要点的通知, （2026年）.
const MOST_BEHIND: usize = 16;

/// Whether a line may be a title: no heading of a part, of a column, or a sentence.
fn fits(line: &str) -> bool {
    let length = line.chars().count();
    (SHORTEST_TITLE..=LONGEST_TITLE).contains(&length)
        && !line.ends_with(['。', '：', ':', '；', '，'])
        && !line.contains(['。', '\t', '/', '|'])
        && !ends_in_number(line)
        && number(line).is_none()
        && Field::named(line).is_none()
        && !begins(line, words!("附件 考核 各"))
        && line.chars().any(char::is_alphabetic)
}

/// A title with the lines that it goes on over, and who issued it.
fn whole(lines: &[&str], at: usize) -> String {
    let line = |at: usize| lines.get(at).map_or_else(String::new, |line| plain(line));
    let mut title = line(at);
    let mut top = at;
    while let Some(above) = top.checked_sub(1).filter(|above| at - above <= MOST_LINES) {
        let raw = lines.get(above).copied().unwrap_or("");
        let words = offices(raw).unwrap_or_else(|| plain(raw));
        let above_place = top < at && is_place(&words);
        if !above_place && !goes_on(&words, &title) {
            break;
        }
        title = words + &title;
        top = above;
    }
    // A title of two lines of which the first names the kind of paper.
    if is_open(&title) {
        title += &line(at + 1);
    }
    let years = line(at + 1);
    let bare = years.strip_prefix(['（', '(']).and_then(|inside| inside.strip_suffix(['）', ')']));
    let spanned = bare.is_some_and(|inside| inside.chars().all(|c| is_digit(c) || "年度至到—-－～~上下半".contains(c)));
    let spanned = spanned && period_of(&years).is_some();
    if spanned { title + &years } else { title }
}

/// A title stands in so many lines above its last.
const MOST_LINES: usize = 4;

fn is_open(text: &str) -> bool {
    text.matches('《').count() > text.matches('》').count()
}

/// Whether a title begins in the line above.
fn goes_on(above: &str, title: &str) -> bool {
    let ends_as_title = |text: &str| TITLES.iter().any(|word| text.ends_with(word));
    let dated = title.starts_with("关于") || years(title).next().is_some_and(|(at, ..)| at == 0);
    if above.is_empty() || above.contains(title) || above.chars().count() > LONGEST_TITLE {
        return false;
    }
    // Who issues it, or for which place: a name of its own where the title has none.
    let signs = (is_signed(above) || names_issuer(above)) && !title.contains("人民政府") && !title.contains(above);
    let place = is_place(above) && dated;
    let about = above.contains("关于") && !title.contains("关于") && ends_as_title(title) && !ends_as_title(above);
    let bare = title.chars().count() <= LONGEST_BARE && ends_as_title(title) && years(title).next().is_none();
    let alone = bare && above.chars().count() >= LEAST_ABOVE && above.chars().all(is_han);
    let told = alone || above.contains("关于") || years(above).next().is_some() || above.ends_with('的');
    let parted = begins(title, words!("的 和 及 与 暨 工作的")) || bare || ends(above, words!("的 年度 及 和 与"));
    is_open(above)
        || (signs && above.chars().count() <= LONGEST_NAME)
        || place
        || about
        || (parted && told && fits(above) && !ends_as_title(above))
}

fn is_place(line: &str) -> bool {
    line.chars().count() <= LONGEST_PLACE && ends(line, &PLACES)
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// What such a title is of has so many characters.
const LEAST_ABOVE: usize = 6;
/// The name of whoever issues a document is not longer, in characters.
const LONGEST_NAME: usize = 40;
/// Nor is that of a place.
const LONGEST_PLACE: usize = 8;
/// A title of so few characters says of nothing what it is.
const LONGEST_BARE: usize = 8;
/// The ends of the names of places.
static PLACES: Words = Words::of("省 市 县 区 州 旗 盟 镇 乡 街道");

/// 关于印发《2023年工作要点》的通知 passes on a plan of that title; 关于印发《政府工作报告》分工方案的通知 one of another.
fn inner(words: &str) -> String {
    let parts = words.split_once('《').and_then(|(before, rest)| Some((before, rest.split_once('》')?)));
    match parts {
        Some((before, (inner, behind)))
            if before.ends_with("印发")
                && begins_as_letter(behind)
                && TITLES.iter().any(|word| inner.contains(word)) =>
        {
            inner.to_owned()
        }
        Some(_) | None => words.to_owned(),
    }
}

/// What stands behind the title of a paper that a letter passes on: nothing, or 的通知.
fn begins_as_letter(behind: &str) -> bool {
    behind.is_empty() || begins(behind, words!("的 通知 （ ("))
}

/// A line at whose end the number of a document stands is no title.
fn ends_in_number(line: &str) -> bool {
    line.contains(['〔', '﹝', '[']) && line.trim_end().ends_with('号')
}
