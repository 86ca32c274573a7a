//! The numbers in front of headings and items.

use super::listed::without;
use super::named::{digits, named, numerals};
use super::words::{UNITS, is_amount};

/// How a part is numbered, the outermost first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Form {
    /// A line of its own without a number: 2021年工作安排.
    Plain,
    /// 第一章, 第二部分.
    Chapter,
    /// 一、
    Han,
    /// （一）
    HanBracket,
    /// 项目一：, 实事项目3：, 第二步：, 第三条
    Named,
    /// 1.
    Digit,
    /// （1）
    DigitBracket,
    /// ①
    Circle,
    /// ▶, ●: the sign of an item without a number.
    Bullet,
    /// 一是
    Ordinal,
    /// The first words of a paragraph, with a full stop of their own.
    Lead,
}

impl Form {
    /// Whether the number begins a new part even in the midst of a line.
    pub(super) fn divides(self) -> bool {
        match self {
            Form::Chapter | Form::Han | Form::HanBracket | Form::Digit => true,
            Form::Plain
            | Form::Named
            | Form::DigitBracket
            | Form::Circle
            | Form::Bullet
            | Form::Ordinal
            | Form::Lead => false,
        }
    }
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    /// How it is numbered.
    pub(super) form: Form,
    /// Its words, without the number.
    pub(super) title: String,
    /// Whether it begins an annex.
    pub(super) annex: bool,
}

/// The number that a text begins with, and what stands behind it.
pub(super) fn number(text: &str) -> Option<(Form, &str)> {
    let whole = text.trim_start();
    let text = whole.trim_start_matches(|c| "#*-·—".contains(c) || BULLETS.contains(c)).trim_start();
    chapter(text)
        .or_else(|| named(text).map(|rest| (Form::Named, rest)))
        .or_else(|| decimal(text))
        .or_else(|| in_brackets(text))
        .or_else(|| han(text))
        .or_else(|| digit(text))
        .or_else(|| circle(text))
        .or_else(|| ordinal(text))
        .or_else(|| whole.starts_with(|c| BULLETS.contains(c)).then_some((Form::Bullet, text)))
        .map(|(form, rest)| (form, rest.trim_start()))
}

/// Signs of items without a number.
pub(super) const BULLETS: &str = "●○■□◆◇▲△★☆◎▶►▷➤▪•✓√";

/// The name of an article that is a part of the paper is not longer, in characters.
const LONGEST_ARTICLE: usize = 12;

fn chapter(text: &str) -> Option<(Form, &str)> {
    let (_, rest) = numerals(text.strip_prefix('第')?)?;
    // 第三条 is an item; 第三条生产线 is none.
    let item = rest.strip_prefix('条').filter(|rest| rest.starts_with([' ', '\u{3000}', '：', ':']));
    if let Some(rest) = item {
        // 第二条 乙方责任 is the name of a part.
        let name = rest.trim();
        let names =
            name.chars().count() <= LONGEST_ARTICLE && name.chars().all(char::is_alphabetic) && !name.is_empty();
        let form = if names { Form::Chapter } else { Form::Named };
        return Some((form, rest.trim_start_matches([' ', '\u{3000}', '：', ':'])));
    }
    let words = ["部分", "章", "节", "篇"];
    words
        .iter()
        .find_map(|word| rest.strip_prefix(word))
        .map(|rest| (Form::Chapter, rest.trim_start_matches(['：', ':', '、'])))
}

fn in_brackets(text: &str) -> Option<(Form, &str)> {
    let inside = text.strip_prefix(['(', '（'])?;
    let (form, (_, rest)) = match numerals(inside) {
        Some(split) => (Form::HanBracket, split),
        None => (Form::DigitBracket, digits(inside)?),
    };
    rest.strip_prefix([')', '）']).map(|rest| (form, rest.trim_start_matches(['、', '.'])))
}

fn han(text: &str) -> Option<(Form, &str)> {
    let (_, rest) = numerals(text)?;
    let rest = rest.strip_prefix(['、', '．', '.'])?;
    // 一、二、三级医院 is a list.
    let listed = numerals(rest).is_some_and(|(_, after)| after.starts_with('、'));
    (!listed).then_some((Form::Han, rest))
}

fn digit(text: &str) -> Option<(Form, &str)> {
    let (number, rest) = digits(text)?;
    if number.chars().count() > 2 {
        return None;
    }
    if let Some(rest) = rest.strip_prefix([')', '）']) {
        return Some((Form::DigitBracket, rest));
    }
    let rest = rest.strip_prefix(['.', '．', '、', ',', '，'])?;
    // 2.8 is a number, 2.8月底前 is the second item, and so is 2.2026年3月.
    let dated = digits(rest).is_some_and(|(number, after)| match number.chars().count() {
        1 | 2 => after.starts_with('月'),
        4 => after.starts_with(['年', '级', '届']),
        _ => false,
    });
    // 1.0～6岁儿童 and 1.65岁及以上: there is no part 0, and no amount of years with fractions.
    let aged = digits(rest).is_some_and(|(number, after)| {
        after.starts_with('岁') || (number == "0" || number == "０") && after.starts_with(['～', '~', '-', '—', '至'])
    });
    // 1.42处问题: what is counted one by one has no fractions.
    let counted = digits(rest).is_some_and(|(_, after)| {
        !after.starts_with("个百分点")
            && after.starts_with(['个', '处', '家', '项', '名', '座', '件', '起', '户', '所', '条', '宗'])
    });
    (!rest.starts_with(is_digit) || dated || aged || counted).then_some((Form::Digit, rest))
}

/// 1 总则, 1.1 编制依据, 4.2.1 蓝色预警; 1.5万亩 and 3 个 are amounts.
fn decimal(text: &str) -> Option<(Form, &str)> {
    let (_, mut rest) = digits(text).filter(|(number, _)| number.chars().count() <= 2)?;
    let mut depth = 1;
    while let Some((number, behind)) = rest.strip_prefix(['.', '．']).and_then(digits) {
        if number.chars().count() > 2 {
            return None;
        }
        depth += 1;
        rest = behind;
    }
    let words = rest.strip_prefix(['.', '．', '、']).filter(|_| depth > 1).unwrap_or(rest);
    let words = words.trim_start_matches([' ', '\u{3000}']);
    let set_off = words.len() < rest.len();
    let dated = digits(words).is_some_and(|(_, behind)| behind.starts_with(['月', '年', '日']));
    let named =
        words.starts_with(|c: char| c.is_alphabetic() || "“《（(".contains(c)) || (depth > 1 && set_off && dated);
    // 6.1 本方案 is no amount of copies.
    let unit = without(words, &UNITS).map_or("", |rest| words.strip_suffix(rest).unwrap_or(""));
    let counts = (!unit.is_empty() && (depth == 2 || !set_off) && is_amount(unit))
        || (!unit.is_empty() && !(set_off && (depth > 1 || matches!(unit, "本" | "对" | "部" | "期"))))
        || words
            .starts_with(['年', '月', '日', '号', '时', '倍', '级', '型', '版', '万', '亿', '折', '天', '周', '岁']);
    if !named || counts || (depth == 1 && !set_off) || depth > 4 {
        return None;
    }
    let form = match depth {
        1 => Form::Digit,
        2 => Form::DigitBracket,
        _ => Form::Circle,
    };
    Some((form, words))
}

fn circle(text: &str) -> Option<(Form, &str)> {
    let rest = text.strip_prefix(|c: char| ('①'..='⑳').contains(&c))?;
    Some((Form::Circle, rest))
}

/// 一是, 二要. `一是` alone is a word of many sentences, but not at their beginning.
fn ordinal(text: &str) -> Option<(Form, &str)> {
    let (_, rest) = numerals(text)?;
    let rest = rest.strip_prefix("是要").or_else(|| rest.strip_prefix(['是', '要']))?;
    Some((Form::Ordinal, rest.trim_start_matches(['，', ',', '：', ':'])))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_form_are_read() {
        for (text, form, rest) in [
            ("第一章 总则", Form::Chapter, "总则"),
            ("第二部分：任务", Form::Chapter, "任务"),
            ("一、总体要求", Form::Han, "总体要求"),
            ("十二、保障", Form::Han, "保障"),
            ("(一)抓好经济", Form::HanBracket, "抓好经济"),
            ("（十一）抓好", Form::HanBracket, "抓好"),
            ("1.完成甲", Form::Digit, "完成甲"),
            ("１．完成甲", Form::Digit, "完成甲"),
            ("12、完成甲", Form::Digit, "完成甲"),
            ("２．８月底前", Form::Digit, "８月底前"),
            ("1.2026年3月15日前完成选址", Form::Digit, "2026年3月15日前完成选址"),
            ("（1）完成", Form::DigitBracket, "完成"),
            ("2）完成", Form::DigitBracket, "完成"),
            ("③完成", Form::Circle, "完成"),
            ("▶ 完成", Form::Bullet, "完成"),
            ("● 1.完成", Form::Digit, "完成"),
            ("一是加快", Form::Ordinal, "加快"),
            ("二要加快", Form::Ordinal, "加快"),
            ("三是要加快", Form::Ordinal, "加快"),
            ("1,开展评比", Form::Digit, "开展评比"),
            ("2,3月5日前完成", Form::Digit, "3月5日前完成"),
            ("## 一、总体要求", Form::Han, "总体要求"),
            ("1.0～6岁儿童健康管理", Form::Digit, "0～6岁儿童健康管理"),
            ("1.42处问题立行立改", Form::Digit, "42处问题立行立改"),
            ("1.65岁及以上老年人", Form::Digit, "65岁及以上老年人"),
            ("1 总则", Form::Digit, "总则"),
            ("第三条　完善台账。", Form::Named, "完善台账。"),
            ("1.1 编制依据", Form::DigitBracket, "编制依据"),
            ("3.2物资储备。", Form::DigitBracket, "物资储备。"),
            ("4.2.1　蓝色预警", Form::Circle, "蓝色预警"),
        ] {
            assert_eq!(number(text), Some((form, rest)), "{text}");
        }
        for text in [
            "一网通办",
            "2020.07.17",
            "2020年",
            "15分钟圈",
            "1.5万亩",
            "1.5 万亩",
            "1.5个百分点",
            "3 个项目",
            "第三条生产线",
            "2020.07.17",
            "4.6亿元",
            "10总则",
            "1,500亩",
            "第三届进博会",
            "一、二、三级医院",
            "三区三线",
            "(2019-2021)",
            "",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
