//! Numbers in Chinese numerals: 六十一, 两万五, 二〇二〇, 壹佰贰拾, 廿五.

/// Why numerals write no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumeralFault {
    /// They say about how many: 五六, 七八十.
    Approximate,
    /// They are no numerals, or not in an order that writes a number.
    NotANumber,
}

/// The number that Chinese numerals write.
///
/// # Errors
/// When they write none, or only about how many: 七八十.
pub(crate) fn numeral(text: &str) -> Result<u64, NumeralFault> {
    let signs: Option<Vec<(Sign, Option<Sign>)>> = text.chars().map(signs_of).collect();
    let signs = signs.ok_or(NumeralFault::NotANumber)?;
    let signs: Vec<Sign> = signs.into_iter().flat_map(|(one, other)| std::iter::once(one).chain(other)).collect();
    if signs.iter().any(|sign| matches!(sign, Sign::Place(_))) { by_place(&signs) } else { digit_by_digit(&signs) }
}

/// Whether a character is one of those that write numbers.
pub(crate) fn is_numeral(c: char) -> bool {
    signs_of(c).is_some()
}

/// What a character stands for.
#[derive(Debug, Clone, Copy)]
enum Sign {
    Digit(u64),
    Place(u64),
}

const MYRIAD: u64 = 10_000;

/// What a character writes: a digit, a place, or tens, which are both. The formal numerals of money and deeds are read beside the plain ones.
fn signs_of(c: char) -> Option<(Sign, Option<Sign>)> {
    let one = match c {
        '零' | '〇' | '○' => Sign::Digit(0),
        '一' | '壹' => Sign::Digit(1),
        '二' | '贰' | '两' | '兩' => Sign::Digit(2),
        '三' | '叁' => Sign::Digit(3),
        '四' | '肆' => Sign::Digit(4),
        '五' | '伍' => Sign::Digit(5),
        '六' | '陆' => Sign::Digit(6),
        '七' | '柒' => Sign::Digit(7),
        '八' | '捌' => Sign::Digit(8),
        '九' | '玖' => Sign::Digit(9),
        '十' | '拾' => Sign::Place(10),
        '百' | '佰' => Sign::Place(100),
        '千' | '仟' => Sign::Place(1000),
        '万' | '萬' => Sign::Place(MYRIAD),
        '亿' | '億' => Sign::Place(MYRIAD * MYRIAD),
        '廿' => return Some((Sign::Digit(2), Some(Sign::Place(10)))),
        '卅' => return Some((Sign::Digit(3), Some(Sign::Place(10)))),
        '卌' => return Some((Sign::Digit(4), Some(Sign::Place(10)))),
        _ => return None,
    };
    Some((one, None))
}

/// 二〇二〇: as a year or a number of a room is read out.
fn digit_by_digit(signs: &[Sign]) -> Result<u64, NumeralFault> {
    let digits: Vec<u64> =
        signs.iter().filter_map(|sign| if let Sign::Digit(digit) = sign { Some(*digit) } else { None }).collect();
    match digits.as_slice() {
        [] => Err(NumeralFault::NotANumber),
        // Nobody reads out a number of two digits: 五六 is five or six.
        [first, second] if *first != 0 && *second != 0 => Err(side_by_side(*first, *second)),
        digits => {
            let push = |number: u64, digit: &u64| number.checked_mul(10)?.checked_add(*digit);
            digits.iter().try_fold(0, push).ok_or(NumeralFault::NotANumber)
        }
    }
}

/// 一万二千: every digit with its place, the higher places first.
fn by_place(signs: &[Sign]) -> Result<u64, NumeralFault> {
    let mut sum = Sum { total: 0, section: 0, digit: None, zero: false, place: u64::MAX, section_place: u64::MAX };
    for sign in signs {
        match *sign {
            Sign::Digit(0) => sum.zero = true,
            Sign::Digit(digit) => {
                if let Some(before) = sum.digit.replace(digit) {
                    return Err(side_by_side(before, digit));
                }
            }
            Sign::Place(place) => sum.take(place).ok_or(NumeralFault::NotANumber)?,
        }
    }
    sum.whole().ok_or(NumeralFault::NotANumber)
}

/// Two digits of one place: 七八 is about how many, 七五 is nothing.
fn side_by_side(first: u64, second: u64) -> NumeralFault {
    let about = second == first + 1 || (first, second) == (3, 5);
    if about { NumeralFault::Approximate } else { NumeralFault::NotANumber }
}

/// A number as far as its numerals have been read.
struct Sum {
    total: u64,
    /// What stands before the next 万 or 亿.
    section: u64,
    digit: Option<u64>,
    /// Whether 零 stands before the digit: 一百零五 is no 一百五.
    zero: bool,
    /// The place that was read last.
    place: u64,
    /// The 万 or 亿 that was read last.
    section_place: u64,
}

impl Sum {
    fn take(&mut self, place: u64) -> Option<()> {
        let digit = self.digit.take();
        if place >= MYRIAD {
            let section = self.section + digit.unwrap_or(0);
            if section == 0 || place >= self.section_place {
                return None;
            }
            self.total = self.total.checked_add(section.checked_mul(place)?)?;
            (self.section, self.section_place) = (0, place);
        } else {
            // 十 is ten; 百 alone is no number.
            let digit = digit.or((place == 10).then_some(1))?;
            if place >= self.place {
                return None;
            }
            self.section += digit * place;
        }
        (self.place, self.zero) = (place, false);
        Some(())
    }

    /// The number; a last digit without a place is one of the next lower place: 一百五, 两万五.
    fn whole(self) -> Option<u64> {
        let place = if self.zero || self.place < 100 { 1 } else { self.place / 10 };
        let last = self.digit.unwrap_or(0).checked_mul(place)?;
        self.total.checked_add(self.section)?.checked_add(last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_read() {
        for (text, number) in [
            ("六十一", 61),
            ("十", 10),
            ("十二", 12),
            ("二十", 20),
            ("廿", 20),
            ("廿五", 25),
            ("卅", 30),
            ("一百五", 150),
            ("一百五十", 150),
            ("一百零五", 105),
            ("一百一十五", 115),
            ("三千二", 3200),
            ("三千二百", 3200),
            ("三千零二", 3002),
            ("三千零二十", 3020),
            ("两千三百", 2300),
            ("两万五", 25_000),
            ("两万零五", 20_005),
            ("一万二千", 12_000),
            ("一万零五百", 10_500),
            ("十二万三千四百五十六", 123_456),
            ("三亿二", 320_000_000),
            ("一亿零三万", 100_030_000),
            ("二〇二〇", 2020),
            ("二零二六", 2026),
            ("五〇", 50),
            ("一二三四", 1234),
            ("两", 2),
            ("零", 0),
            ("壹佰贰拾叁", 123),
            ("伍萬", 50_000),
        ] {
            assert_eq!(numeral(text), Ok(number), "{text}");
        }
    }

    #[test]
    fn about_how_many_is_no_number() {
        for text in ["五六", "七八十", "二三十", "十五六", "三五百", "两三千", "一百五六", "一两"]
        {
            assert_eq!(numeral(text), Err(NumeralFault::Approximate), "{text}");
        }
        for text in ["", "十户", "七五", "六五", "百", "百十", "十百", "万", "一万万", "甲"] {
            assert_eq!(numeral(text), Err(NumeralFault::NotANumber), "{text}");
        }
        assert_eq!(numeral(&"九".repeat(100)), Err(NumeralFault::NotANumber));
    }
}
