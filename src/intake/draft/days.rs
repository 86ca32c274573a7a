//! Words of a quote that set a day, where they can be read in one way.

use crate::plan::meant::day::read_day;
use crate::plan::meant::endless::is_endless;
use crate::plan::meant::is_numeral;
use crate::plan::meant::recurs::recurrence;
use crate::plan::{Date, Recurrence};

use super::brackets::Depth;
use super::figures::{JOINTS, WORDS, expression, in_figures, only_day, several, untaken};
use super::frequent::{again, frequency, of_next_month};
use super::listed::{begins, ends, without_end, words};
use super::numbers::is_digit;
use super::plan::DraftDeadline;
use super::stages::{Found, is_partial, last_of};
use super::within::Within;
use super::yearly::{by_year, plan_end, within_years, yearly};

/// What the words of a quote say of time.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Times {
    /// The only day that they set, in the period.
    pub(super) deadline: Option<DraftDeadline>,
    /// The first day, where they name a span.
    pub(super) start: Option<Date>,
    /// The duty that comes round again.
    pub(super) recurs: Option<Recurrence>,
    /// Whether they say that the work has no finish.
    pub(super) endless: bool,
    /// The words, where they set several days, or one outside the period.
    pub(super) unsettled: Vec<String>,
}

/// The deadline that a quote's words set: there must be one, and it must lie in the period. What sets none is told.
pub(super) fn times(quote: &str, period: Within) -> Times {
    let mut read = Read::default();
    let mut depth = Depth::default();
    let mut past = 0;
    for (at, c) in quote.char_indices() {
        let outside = !depth.is_open();
        if outside && let Some(one) = quote.get(at..).and_then(|rest| plan_end(rest, period)) {
            past = at + one.says.len();
            read.found.push(one);
        }
        depth.pass(c);
        let Some((before, rest)) = quote.split_at_checked(at).filter(|_| at >= past && outside) else { continue };
        if !depth.is_open() {
            past = at + read.take(before, rest, period);
        } else if let Some((inside, _)) = rest.strip_prefix(['（', '(']).and_then(|rest| rest.split_once(['）', ')']))
        {
            read.aside(quote.get(..at).unwrap_or(""), inside, period);
        }
    }
    read.settled(quote, period)
}

/// What was read of a quote.
#[derive(Default)]
struct Read<'t> {
    found: Vec<Found<'t>>,
    /// What stands in brackets and says nothing but when.
    asides: Vec<Found<'t>>,
    recurs: Option<Recurrence>,
    /// Words of time that set no day.
    untaken: Vec<&'t str>,
}

impl<'t> Read<'t> {
    /// Takes the expression of time that a text begins with, and says how long it is.
    fn take(&mut self, before: &'t str, rest: &'t str, period: Within) -> usize {
        if rest.starts_with('每') {
            let (says, duty) = again(rest);
            match (duty, frequency(rest)) {
                (Some(_), _) if self.recurs.is_none() => self.recurs = duty,
                (_, _) if says.len() > '每'.len_utf8() => self.found.push(yearly(says, period)),
                (_, Some(often)) => {
                    self.untaken.push(often);
                    return often.len();
                }
                (_, None) => {}
            }
            return says.len();
        }
        if let Some((says, duty)) = of_next_month(before, rest) {
            self.recurs = self.recurs.or(Some(duty));
            return says.len();
        }
        if let Some(one) = found(before, rest, period) {
            let length = one.says.len();
            // 次年1月20日前: a day of another year.
            let other = ends(before, words!("次年 翌年 明年 来年 下年 下一年 次年度 上年 去年 上一年"));
            let one = if other { Found { end: None, start: None, ..one } } else { one };
            self.found.push(one);
            return length;
        }
        let left = untaken(before, rest);
        self.untaken.extend(left);
        left.map_or(0, str::len)
    }

    /// Takes what stands in a bracket: （4月22日—23日）, （2月底上交）.
    fn aside(&mut self, before: &str, inside: &'t str, period: Within) {
        let mut read = Read::default();
        let mut past = 0;
        for (at, _) in inside.char_indices() {
            if let Some((before, rest)) = inside.split_at_checked(at).filter(|_| at >= past) {
                past = at + read.take(before, rest, period);
            }
        }
        let bare = without_end(inside, words!("上交 上报 报送 开展 进行 举行 前完成 完成")).unwrap_or(inside);
        // 汛期（4月1日至9月30日）: when a season is.
        let season = ends(
            before,
            words!("汛期 防汛期 旺季 淡季 雨季 期间 时段 假期 寒假 暑假 采暖季 供暖季 禁渔期 防火期 高发期"),
        );
        if !season && says_when(bare) && read.found.iter().all(|one| one.end.is_some()) {
            self.asides.extend(read.found.into_iter().map(|one| Found { sure: false, ..one }));
        } else {
            self.untaken.extend(read.found.iter().map(|one| one.says));
        }
        self.untaken.extend(read.untaken);
    }

    fn settled(mut self, quote: &str, period: Within) -> Times {
        if self.found.is_empty() {
            self.found.append(&mut self.asides);
        }
        // 10月底前完成全年工作总结: whose summary it is.
        if let [first, Found { says: "全年", .. }] = self.found.as_slice()
            && quote
                .split_once(first.says)
                .is_some_and(|(_, rest)| rest.split('，').next().is_some_and(|clause| clause.contains("全年")))
        {
            self.found.truncate(1);
        }
        let alone = self.found.len() == 1;
        let partial = self.found.extract_if(.., |one| is_partial(one, alone, quote)).map(|one| one.says);
        self.untaken.extend(partial);
        // 每月检查不少于1次，全年演练2次: how often goes before all of the year.
        if self.recurs.is_some() || self.untaken.iter().any(|words| words.starts_with('每')) {
            self.found.retain(|one| one.says != "全年");
        }
        let mut times = settled(&self.found, quote, period);
        let left = self.asides.iter().map(|one| one.says).chain(self.untaken);
        for says in left {
            if !times.unsettled.iter().any(|told| told == says) {
                times.unsettled.push(says.to_owned());
            }
        }
        Times { recurs: self.recurs, ..times }
    }
}

/// The day or the days that a text begins with.
fn found<'t>(before: &str, rest: &'t str, period: Within) -> Option<Found<'t>> {
    let many = || {
        let within = before.ends_with(is_digit) || before.ends_with(is_numeral) || before.ends_with(['第', '截']);
        let says = several(rest).filter(|_| !within)?;
        // 分别于5月底、11月底前完成: all of it by the last.
        // 5月、9月分别组织排查
        let each = before.rsplit(['，', '；', '。']).next().is_some_and(|clause| clause.contains("分别"))
            || rest.get(says.len()..).is_some_and(|behind| begins(behind, words!("分别 前分别 各组织 各开展 各举办")));
        let last =
            says.rsplit(['、', '和', '及', '与']).next().filter(|last| each && last.contains(['月', '季', '年']));
        let end = last.and_then(|last| Found::of(last, rest.get(says.len() - last.len()..).unwrap_or(""), period).end);
        Some(Found { says, end, start: None, sure: false })
    };
    many()
        .or_else(|| span(before, rest, period))
        .or_else(|| by_year(before, rest, period))
        .or_else(|| within_years(before, rest, period))
        .or_else(|| expression(before, rest).map(|says| Found::of(says, rest, period)))
}

/// One day, or what was said of several.
fn settled(found: &[Found<'_>], quote: &str, period: Within) -> Times {
    let deadline = |one: &Found<'_>, date: Date, sure: bool| {
        let sure = sure && period.knows_year(one.says);
        Some(DraftDeadline { date, says: Some(one.says.to_owned()), sure })
    };
    if let Some(last) = last_of(found, quote)
        && let Some(date) = last.end
    {
        let others = found.iter().map(|one| one.says).filter(|says| *says != last.says);
        let unsettled = others.map(str::to_owned).collect();
        return Times { deadline: deadline(last, date, false), unsettled, ..Times::default() };
    }
    let named = found.iter().find(|one| one.says != "全年").or(found.first());
    match named {
        Some(one @ Found { end: Some(date), start, sure, .. }) if found.iter().all(|one| one.end == Some(*date)) => {
            let start = start.filter(|start| period.contains(*start));
            Times { deadline: deadline(one, *date, *sure), start, ..Times::default() }
        }
        Some(_) | None => {
            Times { unsettled: found.iter().map(|one| one.says.to_owned()).collect(), ..Times::default() }
        }
    }
}

/// Whether words say nothing but when: 9月底前完成, 全年实施, 每月25日前.
pub(super) fn says_when(words: &str) -> bool {
    let mut bare = words.trim().trim_start_matches('于');
    while let Some(rest) = without_end(
        bare,
        words!("完成 办结 实施 落实 到位 建成 投用 见效 兑现 报送 上报 上线 开工 竣工 验收 交付 前 之前 以前"),
    ) {
        bare = rest.trim_end();
    }
    let spoken = is_endless(words.trim()) || is_endless(bare) || WORDS.contains(&bare) || recurrence(bare).is_some();
    let mut days = bare.split(|c| JOINTS.iter().any(|joint| joint.contains(c)));
    spoken || days.all(|day| in_figures(day) == Some(day.len()) || only_day(day) == Some(day.len()))
}

/// What the words of a field of the task say of time: 完成时限：3月底前.
pub(super) fn of_field(words: &str, period: Within) -> Times {
    if is_endless(words) {
        return Times { endless: true, ..Times::default() };
    }
    if let Some(recurs) = recurrence(words) {
        return Times { recurs: Some(recurs), ..Times::default() };
    }
    let says = || words.to_owned();
    match spoken(words, period) {
        Some((start, date)) if period.contains(date) => Times {
            deadline: Some(DraftDeadline { date, says: Some(says()), sure: period.knows_year(words) }),
            start: start.filter(|start| period.contains(*start)),
            ..Times::default()
        },
        Some(_) | None => {
            let within = times(words, period);
            if within.deadline.is_some() { within } else { Times { unsettled: vec![says()], ..Times::default() } }
        }
    }
}

/// The first and the last day of a text that is wholly an expression of time.
pub(super) fn spoken(words: &str, period: Within) -> Option<(Option<Date>, Date)> {
    if let Some(found) = span("", words, period).filter(|found| found.says.len() == words.len()) {
        return found.end.map(|end| (found.start, end));
    }
    let known = period.words();
    read_day(words, known).ok().map(|read| (None, read.date))
}

/// 2019年1月1日至2020年12月31日, 3月—5月, 3月1日至15日.
fn span<'t>(before: &str, rest: &'t str, period: Within) -> Option<Found<'t>> {
    if before.ends_with(is_digit) || before.ends_with(is_numeral) || before.ends_with('第') {
        return None;
    }
    let first = rest.get(..in_figures(rest)?)?;
    let behind = rest.get(first.len()..)?;
    let (joint, last) = JOINTS.iter().find_map(|joint| Some((joint.len(), behind.strip_prefix(joint)?)))?;
    let last = last.get(..in_figures(last).or_else(|| only_day(last))?)?;
    let says = rest.get(..first.len() + joint + last.len())?;
    let known = period.words();
    let year = first.split_once('年').map_or("", |(year, _)| year);
    let month = first.rsplit_once('月').map_or("", |(month, _)| month);
    let whole = match (last.contains('年'), last.contains('月')) {
        (true, _) => last.to_owned(),
        (false, true) if !year.is_empty() => format!("{year}年{last}"),
        (false, true) => last.to_owned(),
        (false, false) if last.contains('日') && !month.is_empty() => format!("{month}月{last}"),
        (false, false) => last.to_owned(),
    };
    let end = read_day(&whole, known).ok().map(|read| read.date).filter(|end| period.contains(*end));
    let start =
        read_day(first, known).ok().map(|read| if first.contains('日') { read.date } else { read.date.month_start() });
    Some(Found { says, end, start: start.filter(|start| end.is_none_or(|end| *start <= end)), sure: true })
}

#[cfg(test)]
mod tests {
    use crate::plan::Period;

    use super::super::figures::{behind_last_day, latest_written};
    use super::*;

    #[test]
    fn a_deadline_is_read_where_it_is_one_day() {
        let period = Period { start: "2020-07-01".parse().unwrap(), end: "2020-12-31".parse().unwrap() };
        let period = Within::from(period);
        for (quote, found) in [
            ("迎接11月份市级创建评审", Some(("2020-11-30", "11月份"))),
            ("西岑安置基地年底实现结构封顶", Some(("2020-12-31", "年底"))),
            ("9月底前完成验收", Some(("2020-09-30", "9月底"))),
            ("２０２０年１０月底前完成", Some(("2020-10-31", "２０２０年１０月底"))),
            ("十月底前完成", Some(("2020-10-31", "十月底"))),
            ("11月15日前完成", Some(("2020-11-15", "11月15日"))),
            ("第三季度完成", Some(("2020-09-30", "第三季度"))),
            ("争取年内形成初步成果", Some(("2020-12-31", "年内"))),
            ("确保全年目标任务完成", Some(("2020-12-31", "全年"))),
            ("到2020年底建成", Some(("2020-12-31", "2020年底"))),
            ("9月底完成招标,11月底开工", None),
            ("到2025年底建成", None),
            ("10月至12月开展", Some(("2020-12-31", "10月至12月"))),
            ("8月1日—15日开展", Some(("2020-08-15", "8月1日—15日"))),
            ("2020年7月1日至2020年9月30日给予补贴", Some(("2020-09-30", "2020年7月1日至2020年9月30日"))),
            ("2019年1月1日至2021年12月31日给予补贴", None),
            ("到2020年全面建成", Some(("2020-12-31", "2020年"))),
            ("到2030年全面建成", None),
            ("每月25日前报送，11月底前完成", Some(("2020-11-30", "11月底"))),
            ("每年10月底前报送", Some(("2020-10-31", "10月底"))),
            ("每月2375元，每月1次，每周一次", None),
            ("10月底前完成全年工作总结", Some(("2020-10-31", "10月底"))),
            ("盯紧全年目标，确保年底突破2亿元", Some(("2020-12-31", "年底"))),
            ("全年运行，10月底前检修", None),
            ("Q3建成", Some(("2020-09-30", "Q3"))),
            ("2020.09.30前建成", Some(("2020-09-30", "2020.09.30"))),
            ("有效期至2021年12月31日", None),
            ("7月底、11月底前报送", None),
            ("组织培训，9月“质量月”期间开展宣传", None),
            ("自即日起至9月20日开展", Some(("2020-09-20", "9月20日"))),
            ("创建2021年区级美丽乡村", None),
            ("三月底前完成", None),
            ("每月底通报", None),
            ("11月31日前完成", None),
            ("“12月行动”", None),
            ("第三季度前完成", None),
            ("11月前完成", None),
            ("11月中旬前完成", None),
            ("尽快开工", None),
            ("分别于9月底、11月底前完成", Some(("2020-11-30", "9月底、11月底"))),
            ("汛期（7月1日至9月30日）落实双岗", None),
            ("8月、11月分别组织排查", Some(("2020-11-30", "8月、11月"))),
            ("次年8月20日前形成结果", None),
            ("到“十三五”末全部建成", Some(("2020-12-31", "“十三五”末"))),
            ("到“十四五”末全部建成", None),
        ] {
            let deadline = times(quote, period).deadline;
            let shown = deadline.as_ref().map(|one| (one.date.to_string(), one.says.as_deref().unwrap_or("")));
            assert_eq!(shown, found.map(|(date, says)| (date.to_owned(), says)), "{quote}");
        }
    }

    #[test]
    fn what_sets_no_day_is_told() {
        let period = Within::from(Period { start: "2020-07-01".parse().unwrap(), end: "2020-12-31".parse().unwrap() });
        for (quote, told) in [
            ("力争10月初开工", &["10月初"][..]),
            ("8月10日开始打草，11月底前建成", &["8月10日"]),
            ("每年8月、12月各清理一次", &["每年8月、12月"]),
            ("组织考试（9月25日、26日）", &["9月25日、26日"]),
            ("举办大赛（第3周至第6周）", &["第3周", "第6周"]),
            ("之后每月组织一次检查", &["每月组织一次"]),
            ("截至8月15日有19个", &[]),
        ] {
            assert_eq!(times(quote, period).unsettled, told, "{quote}");
        }
        let both = of_field("三季度启动，年底前完成", period);
        let deadline = both.deadline.unwrap();
        assert_eq!((deadline.date.to_string().as_str(), deadline.sure), ("2020-12-31", false));
        assert_eq!(both.unsettled, ["三季度"]);
        for (quote, day) in [("制定计划（8月底上交）", "2020-08-31"), ("期中检测（10月22日—23日）", "2020-10-23")]
        {
            let deadline = times(quote, period).deadline.unwrap();
            assert_eq!((deadline.date.to_string().as_str(), deadline.sure), (day, false), "{quote}");
        }
        assert_eq!(times("建成公园（其中8月底前2处）", period).deadline, None);
    }

    #[test]
    fn other_words_of_time_are_read_too() {
        let period = Period { start: "2020-07-01".parse().unwrap(), end: "2020-12-31".parse().unwrap() };
        let period = Within::from(period);
        assert_eq!(times("每月25日前报送", period).recurs.map(|one| one.to_string()).as_deref(), Some("month:25"));
        let once = times("每年10月底前报送", period).deadline.unwrap();
        assert_eq!((once.date.to_string().as_str(), once.sure), ("2020-10-31", false), "it comes once in the period");
        let years = Period { start: "2020-07-01".parse().unwrap(), end: "2022-12-31".parse().unwrap() };
        assert_eq!(times("每年10月底前报送", years.into()).unsettled, ["每年10月底前"]);
        for (quote, day) in [
            ("2020年9月底前完成规划，2021年建成载体，2022年入驻企业达到150家", Some("2022-12-31")),
            ("清洁运输比例2021年达到80%", Some("2021-12-31")),
            ("2020年更新公交180辆，2021年、2022年分别更新150辆、120辆", Some("2022-12-31")),
            ("创建2021年区级美丽乡村", None),
            ("较2020年下降9%", None),
        ] {
            let found = times(quote, years.into()).deadline.map(|one| one.date.to_string());
            assert_eq!(found.as_deref(), day, "{quote}");
        }
        for (words, when) in [
            ("9月底前完成", true),
            ("全年实施", true),
            ("2026年3月1日至5月31日", true),
            ("每月25日前", true),
            ("县发展局", false),
            ("尽快完成", false),
        ] {
            assert_eq!(says_when(words), when, "{words}");
        }
        assert_eq!(behind_last_day("4月底前全部搬入新址"), Some("全部搬入新址"));
        assert_eq!(behind_last_day("4月底搬入新址"), None);
        assert!(of_field("长期坚持", period).endless);
        assert_eq!(of_field("9月底前", period).deadline.map(|one| one.date.to_string()).as_deref(), Some("2020-09-30"));
        assert_eq!(of_field("尽快", period).unsettled, ["尽快"]);
        assert!(!times("到2020年建成", period).deadline.unwrap().sure);
        assert_eq!(latest_written("到2030年，2021年3月底前完成，2020年印发").unwrap().to_string(), "2021-03-31");
    }
}
