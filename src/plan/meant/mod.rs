//! What a clerk meant by a number, a day or a word that the files write in another way.

pub(crate) mod column;
pub(crate) mod date;
pub(crate) mod day;
pub(crate) mod notice;
pub(crate) mod number;
pub(crate) mod word;

pub(crate) use crate::plan::calendar::half_width;

/// The number that Chinese numerals write: 六十一, 二〇二〇, 两千三百.
pub(crate) fn chinese_numeral(text: &str) -> Option<u64> {
    let by_place = text.contains(['十', '百', '千', '万']);
    let (mut total, mut section, mut digit) = (0_u64, 0_u64, None);
    for c in text.chars() {
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '万' => {
                total = (section + digit.take().unwrap_or(0)).max(1).checked_mul(10_000)?;
                section = 0;
                continue;
            }
            c => {
                let value = digit_of(c)?;
                digit = Some(if by_place { value } else { digit.unwrap_or(0).checked_mul(10)?.checked_add(value)? });
                continue;
            }
        };
        section += digit.take().unwrap_or(1).max(1) * unit;
    }
    (!text.is_empty()).then(|| total + section + digit.unwrap_or(0))
}

fn digit_of(c: char) -> Option<u64> {
    if c == '两' {
        return Some(2);
    }
    let place =
        ["零〇○", "一", "二", "三", "四", "五", "六", "七", "八", "九"].iter().position(|same| same.contains(c))?;
    u64::try_from(place).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numerals_are_read() {
        for (text, number) in [
            ("六十一", Some(61)),
            ("十二", Some(12)),
            ("二十", Some(20)),
            ("一百零五", Some(105)),
            ("两千三百", Some(2300)),
            ("一万二千", Some(12_000)),
            ("二〇二〇", Some(2020)),
            ("", None),
            ("十户", None),
        ] {
            assert_eq!(chinese_numeral(text), number, "{text}");
        }
        assert_eq!(chinese_numeral(&"九".repeat(100)), None);
    }
}
