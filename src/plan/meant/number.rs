//! Numbers as people write them: `６１`, `61户`, `66%`, `1,447`, `1.2万`, 六十一. About how many is no number.

use crate::plan::{Language, Quantity};
use crate::say;
use crate::words::plain_sign;

use super::approximate::is_about;
use super::numeral::NumeralFault;
use super::{half_width, is_numeral, numeral};

/// A number out of a text that is not one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Number {
    /// The number.
    pub(crate) value: Quantity,
    /// What stood behind it: 户, %.
    pub(crate) unit: String,
    /// Whether it was written in 百, 千, 万 or 亿: with a unit such as 万元 that could mean two things.
    scaled: bool,
}

/// Why a text is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NumberFault {
    /// It says about how many, or from how many on: 约80, 80余户, 七八十, 80以上, 70-80.
    #[error("an approximation")]
    Approximate,
    /// It counts in something else than what is asked for.
    #[error("another unit")]
    OtherUnit,
    /// It is no number.
    #[error("not a number")]
    NotANumber,
}

/// The number that a text means, if it can mean only one.
///
/// # Errors
/// When the text is no number, or only says about how many.
pub(crate) fn number(text: &str) -> Result<Number, NumberFault> {
    if digits_apart(text) {
        return Err(NumberFault::NotANumber);
    }
    let text = half_width(text);
    let text = text.trim_start_matches(['共', '计']);
    if is_about(text) {
        return Err(NumberFault::Approximate);
    }
    if let Some(rest) = text.strip_prefix("百分之") {
        let share = number(rest).ok().filter(|share| share.unit.is_empty() && !share.scaled);
        return share.map(|share| Number { unit: "%".to_owned(), ..share }).ok_or(NumberFault::NotANumber);
    }
    in_digits(text).map_or_else(|| in_numerals(text), Ok)
}

/// A number with the unit in which it is written: 1200万元 is 1200 of 万元, so that a report of 300 is not one of 300 元. Nothing
/// where no larger unit stands behind plain digits.
pub(crate) fn in_its_unit(text: &str) -> Option<Number> {
    let plain = half_width(text.trim());
    let unit = plain.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let counted = unit.trim_start_matches(['万', '亿', '千', '百']);
    let large = counted.len() < unit.len() && counted.starts_with(char::is_alphabetic);
    let value = plain.strip_suffix(unit).filter(|_| large).and_then(in_figures)?;
    Some(Number { value, unit: unit.to_owned(), scaled: false })
}

/// The number that a text means where it counts in a unit: with that unit behind it, or none.
///
/// # Errors
/// When the text is no number, only says about how many, or counts in something else.
pub(crate) fn number_in(text: &str, unit: &str) -> Result<Quantity, NumberFault> {
    let (plain, unit) = (half_width(text), half_width(unit));
    let bare = plain.strip_suffix(unit.as_str()).filter(|bare| !unit.is_empty() && !bare.is_empty());
    if let Some(Ok(found)) = bare.map(number)
        && found.unit.is_empty()
    {
        return Ok(found.value);
    }
    let found = number(text)?;
    let (zeros, base) = scale(&unit);
    let twofold = found.scaled && zeros > 0;
    if found.unit == unit || (found.unit.is_empty() && !twofold) {
        return Ok(found.value);
    }
    // 1.2亿元 are 12000 of 万元.
    let of_larger = Some(found.value).filter(|_| twofold && !base.is_empty() && found.unit == base);
    of_larger.and_then(|value| (0..zeros).try_fold(value, |value, _| value.tenth())).ok_or(NumberFault::OtherUnit)
}

/// Whether two units count the same in other numbers: 万元 and 元.
pub(crate) fn is_multiple(one: &str, other: &str) -> bool {
    let (one, other) = (half_width(one), half_width(other));
    let ((zeros, base), (others, other)) = (scale(&one), scale(&other));
    !base.is_empty() && base == other && zeros != others
}

/// The number that plain digits write, whole thousands perhaps parted by commas.
pub(crate) fn in_figures(digits: &str) -> Option<Quantity> {
    let whole = digits.split('.').next().unwrap_or("");
    let groups: Vec<&str> = whole.trim_start_matches('-').split(',').collect();
    let (first, others) = groups.split_first()?;
    let parted = others.is_empty() || ((1..=3).contains(&first.len()) && others.iter().all(|group| group.len() == 3));
    let plain = if parted { digits.replace(',', "") } else { return None };
    plain.parse().ok()
}

/// What to type in the place of a metric's number.
pub(crate) fn hint(text: &str, lang: Language) -> String {
    match number(text) {
        Err(NumberFault::Approximate) => approximate_hint(lang),
        Err(NumberFault::NotANumber | NumberFault::OtherUnit) => {
            say!(
                lang,
                "只写数字，如 61 或 66.5；不写单位和逗号",
                "type digits only, like 61 or 66.5: no unit, no commas"
            )
        }
        Ok(Number { value, unit, .. }) if unit.is_empty() => say!(lang, "改为 {value}", "type {value}"),
        Ok(Number { value, unit, .. }) => {
            say!(
                lang,
                "只写 {value}；“{unit}”写在指标的 unit 里",
                "type {value}; `{unit}` goes under the metric's `unit`"
            )
        }
    }
}

/// What to do where a text only says about how many.
pub(crate) fn approximate_hint(lang: Language) -> String {
    say!(
        lang,
        "这是约数或范围，不是准确数字；请核实后填写准确数字，约数可写在文字说明里",
        "this is an approximation or a range: find the exact number and type it; what is known only roughly can be said in words"
    )
}

/// `70 80`: without its space it would be another number.
fn digits_apart(text: &str) -> bool {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let digit = |c: Option<char>| c.is_some_and(|c| plain_sign(c).is_ascii_digit());
    parts.iter().zip(parts.iter().skip(1)).any(|(one, next)| digit(one.chars().last()) && digit(next.chars().next()))
}

fn in_digits(text: &str) -> Option<Number> {
    let minus = text.len() - text.strip_prefix('-').unwrap_or(text).len();
    let figures = text.get(minus..)?;
    let length = figures.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(figures.len());
    let (digits, unit) = text.split_at_checked(minus + length)?;
    let value = in_figures(digits)?;
    if unit.contains(|c: char| c.is_ascii_digit()) || unit.starts_with(['/', '~', '+', '-']) {
        return None;
    }
    let (zeros, unit) = scale(unit);
    let value = match zeros {
        0 => value,
        zeros => scaled(value, zeros)?,
    };
    Some(Number { value, unit: unit.to_owned(), scaled: zeros > 0 })
}

/// How many zeros the places behind digits stand for, and the unit behind them: 1.2万户. 千米 and 百分点 are units.
fn scale(mut unit: &str) -> (u32, &str) {
    const UNITS: [&str; 9] = ["千克", "千米", "千瓦", "千伏", "千卡", "千赫", "千帕", "千字节", "百分"];
    let mut zeros = 0;
    while !UNITS.iter().any(|known| unit.starts_with(known)) {
        let places = [('百', 2), ('千', 3), ('万', 4), ('亿', 8)];
        let Some((rest, more)) = places.iter().find_map(|(c, zeros)| Some((unit.strip_prefix(*c)?, *zeros))) else {
            break;
        };
        (unit, zeros) = (rest, zeros + more);
    }
    (zeros, unit)
}

/// A number with that many zeros more; `None` where it is too large.
fn scaled(value: Quantity, zeros: u32) -> Option<Quantity> {
    // Checked at each step, so that no number of places leaves what a quantity holds.
    (0..zeros).try_fold(value, |value, _| value.tenfold().to_string().parse().ok())
}

fn in_numerals(text: &str) -> Result<Number, NumberFault> {
    let end = text.find(|c| !is_numeral(c)).unwrap_or(text.len());
    let (numerals, unit) = text.split_at_checked(end).ok_or(NumberFault::NotANumber)?;
    let value = numeral(numerals).map_err(|fault| match fault {
        NumeralFault::Approximate => NumberFault::Approximate,
        NumeralFault::NotANumber => NumberFault::NotANumber,
    })?;
    let value = value.to_string().parse().map_err(|_| NumberFault::NotANumber)?;
    // Behind more words the numeral is a part of a name: 一体化推进.
    let counts = unit.chars().count() <= 3;
    if counts {
        Ok(Number { value, unit: unit.to_owned(), scaled: numerals.contains(['万', '亿']) })
    } else {
        Err(NumberFault::NotANumber)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_meant() {
        for (text, value, unit) in [
            ("６１", "61", ""),
            ("61户", "61", "户"),
            ("61 户", "61", "户"),
            ("共61户", "61", "户"),
            ("-5", "-5", ""),
            ("66%", "66", "%"),
            ("66．5％", "66.5", "%"),
            ("百分之九十五", "95", "%"),
            ("1,447", "1447", ""),
            ("1，447个点位", "1447", "个点位"),
            ("六十一户", "61", "户"),
            ("一百五", "150", ""),
            ("两万五", "25000", ""),
            ("二〇二〇", "2020", ""),
            ("1.2万", "12000", ""),
            ("1.2万户", "12000", "户"),
            ("3千户", "3000", "户"),
            ("2百万", "2000000", ""),
            ("1.2亿元", "120000000", "元"),
            ("12千米", "12", "千米"),
            ("3百分点", "3", "百分点"),
        ] {
            let found = number(text).map(|found| (found.value.to_string(), found.unit));
            assert_eq!(found, Ok((value.to_owned(), unit.to_owned())), "{text}");
        }
    }

    #[test]
    fn about_how_many_is_no_number() {
        for text in [
            "约80",
            "约60户",
            "近80",
            "将近80户",
            "80左右",
            "80户左右",
            "80多",
            "80多户",
            "80余",
            "80余户",
            "十来户",
            "八十余户",
            "上百",
            "上百户",
            "几十",
            "十几户",
            "数百",
            "若干",
            "80以上",
            "80户以上",
            "八十以上",
            "80以内",
            "超80",
            "超过80户",
            "不足80",
            "不少于六十一户",
            "70-80",
            "70—80户",
            "70~80",
            "70%-80%",
            "七十至八十",
            "70到80",
            "七八十",
            "七、八十",
            "五六户",
            "80+",
            "≥80",
            "1.2万余",
            "about 80",
            "approx. 80",
            "80 or so",
            "more than 80",
            "80（约）",
        ] {
            assert_eq!(number(text), Err(NumberFault::Approximate), "{text}");
        }
        for text in [
            "",
            "1,44",
            "2/3",
            "1e3",
            "2020-11-30",
            "七五",
            "很多",
            "未完成",
            "70 80",
            "1万2千",
            "99999999999999亿",
            "一体化推进",
        ] {
            assert_eq!(number(text), Err(NumberFault::NotANumber), "{text}");
        }
    }

    #[test]
    fn a_number_counts_in_the_unit_that_is_asked_for() {
        for (text, unit, meant) in [
            ("61", "户", Ok("61")),
            ("61户", "户", Ok("61")),
            ("61人", "户", Err(NumberFault::OtherUnit)),
            ("66％", "%", Ok("66")),
            ("百分之六十六", "%", Ok("66")),
            ("1.2万元", "万元", Ok("1.2")),
            ("1.2", "万元", Ok("1.2")),
            ("1.2万", "万元", Err(NumberFault::OtherUnit)),
            ("1.2亿元", "万元", Ok("12000")),
            ("12000万元", "亿元", Ok("1.2")),
            ("12000元", "万元", Err(NumberFault::OtherUnit)),
            ("1.2亿户", "万元", Err(NumberFault::OtherUnit)),
            ("0.001元", "万元", Err(NumberFault::OtherUnit)),
            ("1.2万", "户", Ok("12000")),
            ("约80户", "户", Err(NumberFault::Approximate)),
            ("80户左右", "户", Err(NumberFault::Approximate)),
            ("很多户", "户", Err(NumberFault::NotANumber)),
        ] {
            let found = number_in(text, unit).map(|value| value.to_string());
            assert_eq!(found, meant.map(str::to_owned), "{text} in {unit}");
        }
    }
}
