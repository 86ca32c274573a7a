//! What belongs to no word: marks, and the number in front of a title.

/// Whether a character belongs to no word: white space and punctuation. A sign that belongs to a number is none.
pub fn is_mark(c: char) -> bool {
    let ascii = c.is_ascii_punctuation() && !matches!(c, '%' | '+');
    // 々〆〇 and the old numerals stand among the punctuation.
    let wide = matches!(c, '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{30fb}')
        || matches!(c, '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}');
    let general = matches!(c, '\u{b7}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}');
    c.is_whitespace() || ascii || general || (wide && !matches!(c, '％' | '＋'))
}

/// A title without its `(一)`, `一、`, `1.` or `第一章`.
pub(crate) fn without_number(title: &str) -> &str {
    let is_number = |c: char| c.is_ascii_digit() || "零〇一二三四五六七八九十百".contains(c);
    let opened = title.trim_start().trim_start_matches(['(', '（', '第']);
    let rest = opened.trim_start_matches(|c: char| is_number(c) || ('０'..='９').contains(&c));
    let numbered = rest.len() < opened.len();
    match rest.chars().next() {
        Some(')' | '）' | '、' | '.' | '．' | ' ' | '\u{3000}') if numbered => rest,
        Some('章' | '节' | '条') if numbered && title.trim_start().starts_with('第') => {
            rest.trim_start_matches(['章', '节', '条'])
        }
        _ => title,
    }
}
