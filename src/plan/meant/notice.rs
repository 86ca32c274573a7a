//! A notice's number as people type it: `金府督[2020]1号`, `金府督（2020）第１号`.

use super::half_width;
use crate::plan::NoticeNumber;

/// The number that a text can only mean.
pub(crate) fn notice_number(text: &str) -> Option<NoticeNumber> {
    let text = half_width(text);
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        plain.push(match c {
            '[' | '(' | '【' | '〈' | '﹝' | '{' => '〔',
            ']' | ')' | '】' | '〉' | '﹞' | '}' => '〕',
            c => c,
        });
    }
    let (series, number) = plain.rsplit_once('〕')?;
    let number = number.trim_start_matches('第').trim_end_matches('号').trim_start_matches('0');
    NoticeNumber::new(&format!("{series}〕{number}号"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_understood_however_its_brackets_are_typed() {
        for text in [
            "金府督〔2020〕1号",
            "金府督[2020]1号",
            "金府督（2020）第１号",
            "金府督【2020】01 号",
            "金府督(2020)1",
            "金府督［２０２０］1号",
            " 金府督﹝2020﹞ 1号 ",
        ] {
            assert_eq!(
                notice_number(text).map(|number| number.to_string()).as_deref(),
                Some("金府督〔2020〕1号"),
                "{text}"
            );
        }
        for text in
            ["1号", "金府督2020年1号", "[2020]1号", "金府督[20]1号", "金府督〔2020〕号", "金府督〔2020〕1号2", ""]
        {
            assert_eq!(notice_number(text), None, "{text}");
        }
    }
}
