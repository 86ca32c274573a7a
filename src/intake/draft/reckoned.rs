//! Days that words reckon from the day of issue: 今日18时前, 本周五前, 下月10日前. And words of time that tell none: 周五前, 一周内, 汛期前.

use crate::plan::Date;
use crate::plan::meant::day::{DayWords, read_day};
use crate::plan::meant::is_numeral;

use super::brackets::Depth;
use super::days::Times;
use super::listed::{Words, ends, holds, without, words};
use super::numbers::is_digit;
use super::plan::DraftDeadline;
use super::within::Within;

/// Days beside that of issue. 今天 is also said of our time, so an hour or a 前 must follow.
static DAYS: Words = Words::of("今日 今天 明日 明天 后天");
/// Months beside that of issue.
static MONTHS: Words = Words::of("本月 这个月 下月 下个月 当月 次月");
/// What comes at another time in each year, or in each place.
static EVENTS: Words = Words::of(
    "元旦 元旦节 春节 清明 清明节 五一 劳动节 端午 端午节 中秋 中秋节 国庆 国庆节 节 汛期 入汛 主汛期 雨季 入冬 入夏 开学 高考 中考 暑期 暑假 寒假 春耕 秋收 汛 期末 期中 七一 八一 六一 重阳 重阳节 放假 年关",
);
/// What comes on a day that no calendar of offices tells, also where no 前 follows.
static FESTIVALS: Words = Words::of(
    "元旦 春节 元宵节 妇女节 植树节 清明节 劳动节 青年节 端午节 儿童节 建军节 中秋节 教师节 重阳节 国庆节 丰收节 护士节 暑期 暑假 寒假",
);
/// The same as names.
static NAMED: Words = Words::of("五一 六一 七一 八一 十一 三八 五四 国庆 中秋 端午");
/// The first characters of words of time that are no number.
const BEGIN: &str = "今明后本这下当次月周星礼元春清五劳端中国节汛入主雨开高暑寒秋期重妇植青儿建教丰护放年“";
/// What counts time.
static SPANS: Words = Words::of("个工作日 工作日 个小时 小时 天 日 个星期 周 个月");
/// What says that the words before it are a last day.
static BEFORE: Words = Words::of("前 之前 以前");
/// The same, and what says that it is within them.
static BOUNDS: Words = Words::of("前 之前 以前 内 之内 以内");

/// What a text says of time, with the days that its words reckon from the day of issue. Where they tell no day, they are told.
pub(super) fn with_issue(times: Times, text: &str, issued: Option<Date>, period: Within) -> Times {
    let (soft, found): (Vec<_>, Vec<_>) = reckoned(text).into_iter().partition(|words| words.soft);
    let day = |words: &Reckoned<'_>| {
        if let Some(after) = words.after {
            return issued.and_then(|issued| issued.plus_days(after)).filter(|date| period.contains(*date));
        }
        let known = DayWords { today: issued, ..period.words() };
        let read = words.day.and_then(|day| read_day(day, known).ok());
        read.map(|read| read.date).filter(|date| period.contains(*date))
    };
    let open = times.deadline.is_none() && times.recurs.is_none() && !times.endless;
    let free = times.unsettled.iter().all(|told| found.iter().any(|words| told.contains(words.says)));
    if let Some(first) = found.first().filter(|_| open && free)
        && let Some(date) = day(first)
        && found.iter().all(|other| day(other) == Some(date))
    {
        let deadline = Some(DraftDeadline { date, says: Some(first.says.to_owned()), sure: false });
        return Times { deadline, unsettled: Vec::new(), ..times };
    }
    let mut told = times;
    // A festival is told where nothing surer is said.
    let bare = told.deadline.is_none() && told.recurs.is_none();
    for words in found.into_iter().chain(soft.into_iter().filter(|_| bare)) {
        if !told.unsettled.iter().any(|known| known.contains(words.says)) {
            told.unsettled.push(words.says.to_owned());
        }
    }
    told
}

/// What stands behind a last day at the beginning of a clause: 本周五前完成自查.
pub(super) fn behind_reckoned(clause: &str) -> Option<&str> {
    let says = expression("", clause)?.says;
    clause.get(says.len()..).filter(|_| BEFORE.iter().any(|word| says.ends_with(word)))
}

/// Words of time, and those of them that name a day beside that of issue.
struct Reckoned<'t> {
    says: &'t str,
    day: Option<&'t str>,
    /// So many days behind that of issue: 自印发之日起30日内.
    after: Option<i64>,
    /// Whether they only say around when: 重阳节.
    soft: bool,
}

fn reckoned(text: &str) -> Vec<Reckoned<'_>> {
    let mut found = Vec::new();
    let mut depth = Depth::default();
    let mut past = 0;
    for (at, c) in text.char_indices() {
        let outside = !depth.is_open();
        depth.pass(c);
        let may_begin = counts(c) || BEGIN.contains(c);
        let named = c == '“' && outside;
        if at < past || depth.is_open() && !named || !may_begin {
            continue;
        }
        let Some((before, rest)) = text.split_at_checked(at) else { continue };
        let one = expression(before, rest);
        // What does not begin with a number as a whole does not begin within it.
        let number = || rest.find(|c| !counts(c)).unwrap_or(rest.len());
        past = at + one.as_ref().map_or_else(number, |one| one.says.len());
        found.extend(one);
    }
    found
}

fn counts(c: char) -> bool {
    is_digit(c) || is_numeral(c)
}

fn expression<'t>(before: &str, rest: &'t str) -> Option<Reckoned<'t>> {
    let (day, behind) = whole_day(before, rest)
        .or_else(|| month(rest))
        .or_else(|| Some((None, event(rest).or_else(|| month_end(before, rest)).or_else(|| span(before, rest))?)))
        .or_else(|| Some((None, festival(rest)?)))?;
    let says = rest.get(..rest.len() - behind.len())?;
    let soft = day.is_none() && event(rest).is_none() && festival(rest) == Some(behind);
    let after = day.is_none().then(|| after_issue(before, says)).flatten();
    Some(Reckoned { says, day, after, soft })
}

/// 本方案印发之日起 before 30日内: so many days later. Working days are not reckoned.
fn after_issue(before: &str, says: &str) -> Option<i64> {
    let since = words!("印发之日起 发布之日起 公布之日起 下发之日起 印发后 印发起 下发后 发布后");
    let own = before.rsplit(['，', '。', '；', ',']).next().unwrap_or(before);
    let named = ends(before, since) && holds(own, words!("本 自印发 自发布 自公布 自下发 方案 通知 措施 意见 要点"));
    let days = says.trim_end_matches(['之', '以', '内']).strip_suffix(['日', '天'])?;
    days.parse().ok().filter(|days| named && (1..=MOST_DAYS).contains(days))
}

/// More days behind the issue are no deadline.
const MOST_DAYS: i64 = 366;

/// 今日18时前, 本周五前: the words of the day, and what stands behind the time.
fn whole_day<'t>(before: &str, rest: &'t str) -> Option<(Option<&'t str>, &'t str)> {
    if before.ends_with(['每', '上', '逐']) {
        return None;
    }
    let beside = without(rest, &DAYS);
    let week = rest.strip_prefix(['本', '这', '下']);
    let behind = beside.or_else(|| weekday(week.unwrap_or(rest)))?;
    let day = rest.get(..rest.len() - behind.len());
    let timed = without_hour(behind);
    let end = without(timed, &BEFORE);
    let told = end.is_some() || timed.len() < behind.len() || (beside.is_none() && week.is_some());
    told.then(|| (day.filter(|_| beside.is_some() || week.is_some()), end.unwrap_or(timed)))
}

/// 周五, 星期五.
fn weekday(text: &str) -> Option<&str> {
    let day = without(text, words!("周 星期 礼拜"))?;
    day.strip_prefix(['一', '二', '三', '四', '五', '六', '日', '天', '末'])
}

/// 上午, 18时, 17:30, 下午5点半.
fn without_hour(text: &str) -> &str {
    let part = without(text, words!("上午 下午 中午 晚上 早上 晚")).unwrap_or(text);
    let digits = part.trim_start_matches(is_digit);
    let hour = digits.strip_prefix(['时', '点', ':', '：']).filter(|_| digits.len() < part.len());
    let Some(hour) = hour else { return part };
    let minutes = hour.trim_start_matches(is_digit);
    minutes.strip_prefix(['分', '半', '整']).unwrap_or(minutes)
}

/// 本月底前, 下月10日前. Which month 次月 is, its sentence says.
fn month(rest: &str) -> Option<(Option<&str>, &str)> {
    let behind = without(rest, &MONTHS)?;
    let digits = behind.trim_start_matches(is_digit);
    let numbered = digits.strip_prefix(['日', '号']).filter(|_| digits.len() < behind.len());
    let within = without(behind, words!("内 之内 以内"));
    let day = numbered.or_else(|| behind.strip_prefix(['底', '末']));
    let named = day.and_then(|day| rest.get(..rest.len() - day.len()));
    let fixed = named.filter(|_| !rest.starts_with(['当', '次']));
    let behind = day.map(|day| without(day, &BEFORE).unwrap_or(day)).or(within)?;
    Some((fixed, behind))
}

/// 月底前: of a month that its sentence may name, or nobody.
fn month_end<'t>(before: &str, rest: &'t str) -> Option<&'t str> {
    let named = before.ends_with(|c: char| counts(c) || "每本当次下个这上该".contains(c));
    without(without(rest, words!("月底 月末")).filter(|_| !named)?, &BEFORE)
}

/// 重阳节, “六一”.
fn festival(rest: &str) -> Option<&str> {
    without(rest, &FESTIVALS).or_else(|| named(rest))
}

/// Whether words name a festival or a holiday, and nothing else.
pub(super) fn is_festival(words: &str) -> bool {
    festival(words).is_some_and(str::is_empty)
}

/// “六一”, and what stands behind it.
fn named(rest: &str) -> Option<&str> {
    without(rest.strip_prefix('“')?, &NAMED)?.strip_prefix('”')
}

/// 汛期前, 国庆节前, “七一”前.
fn event(rest: &str) -> Option<&str> {
    without(without(rest, &EVENTS).or_else(|| named(rest))?, &BEFORE)
        .filter(|behind| !behind.starts_with(['后', '夕', '期']))
}

/// 一周内, 会后10个工作日内: but 压缩至3天以内 is what is to be reached.
fn span<'t>(before: &str, rest: &'t str) -> Option<&'t str> {
    let begins = !before.ends_with(|c: char| "至到为过第每约近月年.-—～~".contains(c)) && !before.ends_with("控制在");
    let unit = rest.trim_start_matches(counts);
    let behind = without(unit, &SPANS).filter(|_| begins && unit.len() < rest.len())?;
    let end = without(behind, &BOUNDS)?;
    behind.starts_with(['内', '之', '以']).then_some(end)
}

#[cfg(test)]
mod tests {
    use crate::plan::Period;

    use super::super::days::times;
    use super::*;

    #[test]
    fn days_are_reckoned_from_the_day_of_issue_where_that_is_known() {
        let period = Period { start: "2026-01-01".parse().unwrap(), end: "2026-12-31".parse().unwrap() };
        let period = Within::from(period);
        // A Monday.
        let issued = Some("2026-03-02".parse().unwrap());
        for (text, day, open) in [
            ("今日18时前报送值班表", Some("2026-03-02"), &[][..]),
            ("明天17:30前报送", Some("2026-03-03"), &[]),
            ("本周五前完成自查", Some("2026-03-06"), &[]),
            ("下周一前上报名单", Some("2026-03-09"), &[]),
            ("本月底前销号", Some("2026-03-31"), &[]),
            ("下月10日前通报", Some("2026-04-10"), &[]),
            ("周五前完成自查", None, &["周五前"]),
            ("月底前全面整改", None, &["月底前"]),
            ("次月5日前通报结果", None, &["次月5日前"]),
            ("会后一周内完成整改", None, &["一周内"]),
            ("10个工作日内办结", None, &["10个工作日内"]),
            ("汛期前完成清淤，国庆节前开放", None, &["汛期前", "国庆节前"]),
            ("“七一”前讲党课1次", None, &["“七一”前"]),
            ("重阳节搞一次敬老活动", None, &["重阳节"]),
            ("6月1日庆祝“六一”", Some("2026-06-01"), &[]),
            ("重大隐患原则上30日内整改到位", None, &["30日内"]),
            ("办电时间压缩至10个工作日内", None, &[]),
            ("今天的成绩来之不易", None, &[]),
            ("每周五前报送", None, &[]),
            ("3月底前完成，每月底前报送", Some("2026-03-31"), &[]),
            ("自本方案印发之日起30日内制定细则", Some("2026-04-01"), &[]),
            ("应当于本措施印发之日起10日内制定细则", Some("2026-03-12"), &[]),
            ("自立案之日起60日内办结", None, &["60日内"]),
            ("本周五前自查，下周五前整改", None, &["本周五前", "下周五前"]),
            ("3月15日前建账，本周五前上报", Some("2026-03-15"), &["本周五前"]),
        ] {
            let found = with_issue(times(text, period), text, issued, period);
            assert_eq!(found.deadline.map(|one| one.date.to_string()).as_deref(), day, "{text}");
            assert_eq!(found.unsettled, open, "{text}");
        }
        let open = with_issue(times("本周五前完成", period), "本周五前完成", None, period);
        assert_eq!(
            (open.deadline, open.unsettled),
            (None, vec!["本周五前".to_owned()]),
            "nobody knows the day of issue"
        );
        assert_eq!(behind_reckoned("本周五前完成自查"), Some("完成自查"));
        assert_eq!(behind_reckoned("一周内完成"), None);
    }
}
