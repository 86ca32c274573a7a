//! `６１`, `61户`, `66%`, `1,447`, `六十一`: numbers that are not plain digits.

use crate::plan::{Language, Quantity};
use crate::say;

use super::{chinese_numeral, half_width};

/// A number out of a text that is not one.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Number {
    /// The number.
    pub(crate) value: Quantity,
    /// What stood behind it: 户, %.
    pub(crate) unit: String,
}

/// The number that a text means, if it can mean only one.
pub(crate) fn number(text: &str) -> Option<Number> {
    let text = half_width(text);
    let text = text.trim_start_matches(['约', '近', '共', '计']);
    in_digits(text).or_else(|| in_numerals(text))
}

/// What to type in the place of a metric's number.
pub(crate) fn hint(text: &str, lang: Language) -> String {
    match number(text) {
        None => {
            say!(
                lang,
                "只写数字，如 61 或 66.5；不写单位和逗号",
                "type digits only, like 61 or 66.5: no unit, no commas"
            )
        }
        Some(Number { value, unit }) if unit.is_empty() => say!(lang, "改为 {value}", "type {value}"),
        Some(Number { value, unit }) => {
            say!(
                lang,
                "只写 {value}；“{unit}”写在指标的 unit 里",
                "type {value}; `{unit}` goes under the metric's `unit`"
            )
        }
    }
}

fn in_digits(text: &str) -> Option<Number> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-'))).unwrap_or(text.len());
    let (digits, unit) = text.split_at_checked(end)?;
    let plain = if digits.contains(',') { without_commas(digits)? } else { digits.to_owned() };
    let value: Quantity = plain.parse().ok()?;
    if unit.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    match unit.chars().next() {
        Some('万') => {
            let rest = unit.trim_start_matches('万').to_owned();
            Some(Number { value: value.tenfold().tenfold().tenfold().tenfold(), unit: rest })
        }
        Some('/' | '~' | '+' | '亿') => None,
        _ => Some(Number { value, unit: unit.to_owned() }),
    }
}

/// Commas part thousands, or the number is none.
fn without_commas(digits: &str) -> Option<String> {
    let whole = digits.split('.').next().unwrap_or("");
    let groups: Vec<&str> = whole.trim_start_matches('-').split(',').collect();
    let (first, others) = groups.split_first()?;
    let parted = (1..=3).contains(&first.len()) && others.iter().all(|group| group.len() == 3);
    parted.then(|| digits.replace(',', ""))
}

fn in_numerals(text: &str) -> Option<Number> {
    let is_numeral = |c: char| "零〇○一二三四五六七八九十百千万两".contains(c);
    let end = text.find(|c| !is_numeral(c)).unwrap_or(text.len());
    let (numerals, unit) = text.split_at_checked(end)?;
    let value = chinese_numeral(numerals)?.to_string().parse().ok()?;
    (unit.chars().count() <= 3).then(|| Number { value, unit: unit.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_meant() {
        for (text, meant) in [
            ("６１", Some(("61", ""))),
            ("61户", Some(("61", "户"))),
            ("61 户", Some(("61", "户"))),
            ("66%", Some(("66", "%"))),
            ("66．5％", Some(("66.5", "%"))),
            ("1,447", Some(("1447", ""))),
            ("1，447个点位", Some(("1447", "个点位"))),
            ("六十一户", Some(("61", "户"))),
            ("约60户", Some(("60", "户"))),
            ("1.2万", Some(("12000", ""))),
            ("1,44", None),
            ("2/3", None),
            ("60-70", None),
            ("1e3", None),
            ("不少于六十一户", None),
            ("", None),
        ] {
            let found = number(text);
            assert_eq!(
                found.as_ref().map(|n| (n.value.to_string(), n.unit.as_str())),
                meant.map(|(v, u)| (v.into(), u)),
                "{text}"
            );
        }
    }
}
