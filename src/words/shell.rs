//! Commands that a reader is to type.

/// A word as a shell reads it.
pub fn shell_word(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '_' | '-' | '+' | ':' | ',' | '@');
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_reads_one_word() {
        for (word, written) in [
            ("/usr/bin/workplan", "/usr/bin/workplan"),
            ("C:/Program Files/workplan.exe", "'C:/Program Files/workplan.exe'"),
            ("/家/工作", "/家/工作"),
            ("/it's/$HOME", r"'/it'\''s/$HOME'"),
        ] {
            assert_eq!(shell_word(word), written);
        }
    }
}
