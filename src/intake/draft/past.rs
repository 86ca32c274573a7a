//! Sentences of a paragraph that tell of the year before: 2025年，全县完成投资12亿元。

use super::duties::subject;
use super::headings::number;
use super::listed::{begins, holds, words};
use super::period::years;

/// What the sentences of a paragraph tell of, one by one.
#[derive(Default)]
pub(super) struct Past {
    on: bool,
}

impl Past {
    /// Whether the next sentence tells of a year before that one.
    pub(super) fn tells(&mut self, sentence: &str, first_year: i32) -> bool {
        let words = number(sentence).map_or(sentence, |(_, rest)| rest).trim();
        let year = years(words).next().filter(|(at, ..)| *at == 0);
        let behind = year.and_then(|(_, _, length)| words.get(length..)?.strip_prefix('年'));
        let before = year.is_some_and(|(_, year, _)| year < first_year);
        match behind {
            Some(rest) if before => self.on = begins(rest, words!("， ,")) || is_done(rest),
            Some(_) => self.on = false,
            None => self.on &= !looks_on(words),
        }
        self.on
    }
}

fn is_done(words: &str) -> bool {
    let first = words.split(['，', ',', '。']).next().unwrap_or(words);
    holds(first, words!("全部完成 圆满完成 顺利完成 已 累计 达到 实现 增长 位居 荣获"))
        && !holds(words, words!("继续 结转 续建 确保 力争"))
}

fn looks_on(words: &str) -> bool {
    let due = holds(words, words!("月底前 日前 年底前 月末前 不少于 不低于 不超过 控制在"));
    let ordered = || subject(words).is_some_and(|found| !found.names.is_empty());
    due || holds(words, words!("今年 本年 本年度 下一步 接下来 力争 确保 必须"))
        || begins(words, words!("要 将 为此"))
        || ordered()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_before_is_told_of_until_this_one_is() {
        let mut past = Past::default();
        for (sentence, told) in [
            ("2025年，全县完成投资12亿元。", true),
            ("新建公园5个，居全市第二位。", true),
            ("今年要新建公园3个。", false),
            ("新建学校2所。", false),
            ("2025年民生实事全部完成，新增车位300个。", true),
            ("2026年，完成投资15亿元。", false),
            ("2025年结转项目继续推进。", false),
            ("2025年底前建成。", false),
            ("2025年，水质稳定达标。", true),
            ("镇级河长每月巡河不少于2次。", false),
            ("2025年，水质稳定达标。", true),
            ("县水利局要抓好巡查。", false),
        ] {
            assert_eq!(past.tells(sentence, 2026), told, "{sentence}");
        }
    }
}
