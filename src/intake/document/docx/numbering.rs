//! The numbers that Word makes itself: `一、`, `（一）`, `1.`, as they are shown.

use std::collections::{HashMap, HashSet};

use super::styles::Styles;
use crate::intake::document::tree::Element;

/// So many levels a list has.
const LEVELS: usize = 9;

/// The lists of a document, and how far each was counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Which form a list has, and where it begins anew.
    lists: HashMap<String, List>,
    forms: HashMap<String, Vec<Level>>,
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    begun: HashSet<(String, usize)>,
}

#[derive(Debug, Default)]
struct List {
    form: String,
    starts: HashMap<usize, u32>,
}

#[derive(Debug, Default, Clone)]
struct Level {
    start: u32,
    sign: String,
    text: String,
    /// The level whose next number makes this one begin anew; 0: none does.
    restart: Option<usize>,
    plain: bool,
    /// The style whose paragraphs stand on this level.
    style: Option<String>,
}

impl Numbering {
    pub(super) fn of(part: Option<&Element>, styles: &Styles) -> Numbering {
        let mut numbering = Numbering::default();
        let Some(all) = part.and_then(|part| part.find("numbering")) else { return numbering };
        let mut links = Vec::new();
        for form in all.elements().filter(|element| element.name == "abstractNum") {
            let Some(id) = form.attribute("abstractNumId") else { continue };
            if let Some(style) = form.child("numStyleLink").and_then(|link| link.attribute("val")) {
                links.push((id.to_owned(), style.to_owned()));
            }
            let mut levels = vec![Level::default(); LEVELS];
            form.elements().filter(|element| element.name == "lvl").for_each(|level| put(&mut levels, level));
            numbering.forms.insert(id.to_owned(), levels);
        }
        for list in all.elements().filter(|element| element.name == "num") {
            numbering.list(list);
        }
        for (form, style) in links {
            let target = styles.list(Some(&style)).and_then(|(list, _)| numbering.lists.get(&list));
            let levels = target.and_then(|list| numbering.forms.get(&list.form)).cloned();
            numbering.forms.extend(levels.map(|levels| (form, levels)));
        }
        numbering
    }

    fn list(&mut self, list: &Element) {
        let Some(id) = list.attribute("numId") else { return };
        let form = list.child("abstractNumId").and_then(|form| form.attribute("val")).unwrap_or("");
        let mut read = List { form: form.to_owned(), starts: HashMap::new() };
        for change in list.elements().filter(|element| element.name == "lvlOverride") {
            let Some(at) = change.attribute("ilvl").and_then(|at| at.parse::<usize>().ok()) else { continue };
            let start = change.child("startOverride").and_then(|start| start.attribute("val")?.parse().ok());
            read.starts.extend(start.map(|start| (at, start)));
            if let Some(level) = change.child("lvl") {
                // A list with a level of its own has a form of its own.
                let mut levels = self.forms.get(&read.form).cloned().unwrap_or_else(|| vec![Level::default(); LEVELS]);
                put(&mut levels, level);
                read.form = format!("{}/{id}", read.form);
                self.forms.insert(read.form.clone(), levels);
            }
        }
        self.lists.insert(id.to_owned(), read);
    }

    /// The level on which paragraphs of a style stand in a list.
    pub(super) fn level_of(&self, list: &str, style: Option<&str>) -> Option<usize> {
        let levels = self.forms.get(&self.lists.get(list)?.form)?;
        levels.iter().position(|level| level.style.is_some() && level.style.as_deref() == style)
    }

    /// The next number of a list on a level, as it is shown; empty for a bullet.
    pub(super) fn next(&mut self, list: &str, at: usize) -> Option<String> {
        let at = at.min(LEVELS - 1);
        let read = self.lists.get(list)?;
        let levels = self.forms.get(&read.form)?;
        let level = levels.get(at)?;
        let counts = self.counts.entry(read.form.clone()).or_default();
        let anew = read.starts.get(&at).copied().filter(|_| self.begun.insert((list.to_owned(), at)));
        let count = counts.get_mut(at)?;
        *count = Some(match (anew, *count) {
            (Some(start), _) => start,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => read.starts.get(&at).copied().unwrap_or(level.start),
        });
        for (below, level) in levels.iter().enumerate().skip(at + 1) {
            let stays = level.restart.is_some_and(|restart| restart == 0 || at + 1 > restart);
            if !stays && let Some(count) = counts.get_mut(below) {
                *count = None;
            }
        }
        Some(shown(level, levels, counts))
    }
}

fn put(levels: &mut [Level], read: &Element) {
    let value = |name: &str| read.child(name).and_then(|child| child.attribute("val"));
    let number = |name: &str| value(name).and_then(|value| value.parse::<u32>().ok());
    let Some(at) = read.attribute("ilvl").and_then(|at| at.parse::<usize>().ok()) else { return };
    if let Some(level) = levels.get_mut(at) {
        let sign = read.child("numFmt").or_else(|| read.find("numFmt")).and_then(|sign| sign.attribute("val"));
        *level = Level {
            start: number("start").unwrap_or(1),
            sign: sign.unwrap_or("decimal").to_owned(),
            text: value("lvlText").unwrap_or("").to_owned(),
            restart: number("lvlRestart").and_then(|level| usize::try_from(level).ok()),
            plain: read.child("isLgl").is_some(),
            style: value("pStyle").map(str::to_owned),
        };
    }
}

/// The number with its signs: `%1.%2` has those of the levels above.
fn shown(level: &Level, levels: &[Level], counts: &[Option<u32>; LEVELS]) -> String {
    if matches!(level.sign.as_str(), "bullet" | "none") {
        return String::new();
    }
    let mut text = String::new();
    let mut chars = level.text.chars();
    while let Some(c) = chars.next() {
        let Some(at) = (c == '%').then(|| chars.next()?.to_digit(10)?.checked_sub(1)).flatten() else {
            text.push(c);
            continue;
        };
        let at = usize::try_from(at).unwrap_or(0);
        let of = levels.get(at);
        let count = counts.get(at).copied().flatten().or_else(|| of.map(|level| level.start)).unwrap_or(1);
        let sign = if level.plain { "decimal" } else { of.map_or("decimal", |level| level.sign.as_str()) };
        text.push_str(&numeral(count, sign));
    }
    text
}

/// A number in the form of a list.
fn numeral(number: u32, sign: &str) -> String {
    let circled = |first: u32| char::from_u32(first + number.saturating_sub(1)).map(String::from);
    let shown = match sign {
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "koreanCounting" => Some(chinese(number, "零一二三四五六七八九", "十百千万")),
        "chineseLegalSimplified" => Some(chinese(number, "零壹贰叁肆伍陆柒捌玖", "拾佰仟万")),
        "ideographLegalTraditional" => Some(chinese(number, "零壹貳參肆伍陸柒捌玖", "拾佰仟萬")),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => {
            let digits = number.to_string();
            let signs: Vec<char> = "〇一二三四五六七八九".chars().collect();
            let at = |digit: char| signs.get(usize::try_from(digit.to_digit(10)?).ok()?).copied();
            Some(digits.chars().filter_map(at).collect())
        }
        "ideographTraditional" => "甲乙丙丁戊己庚辛壬癸".chars().nth(index(number)).map(String::from),
        "ideographZodiac" => "子丑寅卯辰巳午未申酉戌亥".chars().nth(index(number)).map(String::from),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if (1..=20).contains(&number) => circled(0x2460),
        "decimalEnclosedParen" if (1..=20).contains(&number) => circled(0x2474),
        "decimalEnclosedFullstop" if (1..=20).contains(&number) => circled(0x2488),
        "decimalFullWidth" | "decimalFullWidth2" => {
            let wide = |digit: char| char::from_u32(u32::from(digit) + 0xfee0);
            Some(number.to_string().chars().filter_map(wide).collect())
        }
        "decimalZero" => Some(format!("{number:02}")),
        "upperRoman" => Some(roman(number)),
        "lowerRoman" => Some(roman(number).to_ascii_lowercase()),
        "upperLetter" => Some(letters(number)),
        "lowerLetter" => Some(letters(number).to_ascii_lowercase()),
        _ => None,
    };
    shown.unwrap_or_else(|| number.to_string())
}

fn index(number: u32) -> usize {
    usize::try_from(number.saturating_sub(1)).unwrap_or(usize::MAX)
}

/// Up to 9999 in Chinese: 十一, 一百零五.
fn chinese(number: u32, digits: &str, units: &str) -> String {
    let digits: Vec<char> = digits.chars().collect();
    let units: Vec<char> = units.chars().collect();
    if number > 9_999 || number == 0 {
        return if number == 0 { digits.iter().take(1).collect() } else { number.to_string() };
    }
    let (mut text, mut gap) = (String::new(), false);
    for power in (0..4_usize).rev() {
        let digit = number / 10_u32.pow(u32::try_from(power).unwrap_or(0)) % 10;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text.extend(digits.first());
        }
        gap = false;
        // Ten to nineteen begin with their ten.
        let bare = power == 1 && digit == 1 && text.is_empty();
        text.extend(digits.get(usize::try_from(digit).unwrap_or(0)).filter(|_| !bare));
        text.extend(power.checked_sub(1).and_then(|unit| units.get(unit)));
    }
    text
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 3_999 {
        return number.to_string();
    }
    let (mut text, mut rest) = (String::new(), number);
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

/// A to Z, then AA, BB, as Word counts.
fn letters(number: u32) -> String {
    let at = number.saturating_sub(1);
    let letter = char::from_u32(u32::from('A') + at % 26).unwrap_or('A');
    std::iter::repeat_n(letter, usize::try_from(at / 26 % 40).unwrap_or(0) + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        for (number, sign, shown) in [
            (1, "chineseCountingThousand", "一"),
            (10, "chineseCounting", "十"),
            (12, "japaneseCounting", "十二"),
            (20, "chineseCountingThousand", "二十"),
            (105, "chineseCountingThousand", "一百零五"),
            (110, "chineseCountingThousand", "一百一十"),
            (1001, "chineseCountingThousand", "一千零一"),
            (3, "chineseLegalSimplified", "叁"),
            (20, "ideographDigital", "二〇"),
            (2, "ideographTraditional", "乙"),
            (3, "decimalEnclosedCircleChinese", "③"),
            (21, "decimalEnclosedCircle", "21"),
            (12, "decimalFullWidth", "１２"),
            (7, "decimalZero", "07"),
            (14, "upperRoman", "XIV"),
            (28, "lowerLetter", "bb"),
            (4, "somethingNew", "4"),
        ] {
            assert_eq!(numeral(number, sign), shown, "{number} {sign}");
        }
    }
}
