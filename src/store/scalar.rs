//! New text as YAML: plain where every YAML reads it back as the same text, else in quotes.

use crate::words::is_obeyed;

/// A text as the value of a key: `key: ` stands before it. Always one line.
pub(crate) fn block_scalar(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

/// A text as a part of `[a, b]` or `{ k: v }`. Always one line.
pub(crate) fn flow_scalar(text: &str) -> String {
    let plain = is_plain(text) && !text.contains(['[', ']', '{', '}', ',', ':', '?']);
    if plain { text.to_owned() } else { quoted(text) }
}

/// A text in the quotes that need the fewest escapes.
pub(crate) fn quoted(text: &str) -> String {
    if text.chars().all(is_printable) {
        return format!("'{}'", text.replace('\'', "''"));
    }
    double_quoted(text)
}

/// A text in double quotes.
pub(crate) fn double_quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if is_printable(c) => out.push(c),
            c => out.push_str(&format!("\\U{:08X}", u32::from(c))),
        }
    }
    out.push('"');
    out
}

/// Whether a character stands for itself, in sight, in every scalar.
fn is_printable(c: char) -> bool {
    !is_obeyed(c)
}

/// Whether the text may stand without quotes. The emitter of the YAML library says where the grammar or the
/// core schema wants quotes; what YAML 1.1 took for something else than text (`11:30`, `2020-11-30`, `1_000`)
/// is quoted as well, for other programs' sake.
fn is_plain(text: &str) -> bool {
    let emitted = serde_yaml::to_string(text).unwrap_or_default();
    let as_it_is = emitted.strip_suffix('\n').is_some_and(|emitted| emitted == text);
    let other = BOOLEANS.iter().any(|word| text.eq_ignore_ascii_case(word)) || looks_like_a_number(text);
    as_it_is && !other && text.chars().all(is_printable) && !text.contains(['：', ':', '\u{3000}'])
}

/// What YAML 1.1 takes for true or false, and 1.2 for text.
const BOOLEANS: &[&str] = &["y", "n", "yes", "no", "on", "off"];

/// Digits and the signs that numbers, times and dates are written with, and no more.
fn looks_like_a_number(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '+' | '-' | '.'))
        && text
            .chars()
            .all(|c| c.is_ascii_hexdigit() || matches!(c, '+' | '-' | '.' | '_' | ':' | 'x' | 'o' | 'T' | 'Z'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn text_is_quoted_where_yaml_needs_it_and_only_there() {
        for (text, written) in [
            ("第二批签约完成", "第二批签约完成"),
            ("12 月上旬完成", "12 月上旬完成"),
            ("否", "否"),
            ("规建办、社区办（共3户）", "规建办、社区办（共3户）"),
            ("no", "'no'"),
            ("true", "'true'"),
            ("~", "'~'"),
            ("null", "'null'"),
            ("", "''"),
            ("11:30", "'11:30'"),
            ("1e3", "'1e3'"),
            ("61", "'61'"),
            ("2020-11-30", "'2020-11-30'"),
            ("*重点", "'*重点'"),
            ("&锚", "'&锚'"),
            ("- 项", "'- 项'"),
            ("@某人", "'@某人'"),
            ("%", "'%'"),
            ("甲: 乙", "'甲: 乙'"),
            ("甲 # 乙", "'甲 # 乙'"),
            ("尾空格 ", "'尾空格 '"),
            (" 首空格", "' 首空格'"),
            ("it's", "it's"),
            ("'引'", "'''引'''"),
            ("一\n二", "\"一\\n二\""),
            ("铃\u{7}", "\"铃\\U00000007\""),
        ] {
            assert_eq!(block_scalar(text), written);
        }
        assert_eq!(flow_scalar("甲, 乙"), "'甲, 乙'");
        assert_eq!(flow_scalar("[甲]"), "'[甲]'");
        assert_eq!(flow_scalar("规建办"), "规建办");
    }

    proptest! {
        /// Any text, in any place, is read back as it was.
        #[test]
        fn any_text_reads_back(text in any::<String>()) {
            let block = format!("- k: {}\n  l: 1\n", block_scalar(&text));
            let flow = format!("- {{ k: {}, l: [{}] }}\n", flow_scalar(&text), flow_scalar(&text));
            let (block, flow): (serde_yaml::Value, serde_yaml::Value) =
                (serde_yaml::from_str(&block).unwrap(), serde_yaml::from_str(&flow).unwrap());
            prop_assert_eq!(block[0]["k"].as_str(), Some(text.as_str()));
            prop_assert_eq!(flow[0]["k"].as_str(), Some(text.as_str()));
            prop_assert_eq!(flow[0]["l"][0].as_str(), Some(text.as_str()));
        }

        #[test]
        fn text_made_of_signs_reads_back(text in "[-:,#\\[\\]{}&*!|>'\"%@`~?=<.0-9a-e 甲：\n\t]{0,12}") {
            let block = format!("- k: {}\n  l: 1\n", block_scalar(&text));
            let flow = format!("- {{ k: {}, l: [{}] }}\n", flow_scalar(&text), flow_scalar(&text));
            let (block, flow): (serde_yaml::Value, serde_yaml::Value) =
                (serde_yaml::from_str(&block).unwrap(), serde_yaml::from_str(&flow).unwrap());
            prop_assert_eq!(block[0]["k"].as_str(), Some(text.as_str()));
            prop_assert_eq!(flow[0]["l"][0].as_str(), Some(text.as_str()));
        }
    }
}
