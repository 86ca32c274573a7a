//! How a list file is written, so that new text in it looks like the rest.

/// How a list file is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Style {
    /// How its lines end.
    pub(super) line_end: &'static str,
    /// What stands before the dash of an item.
    pub(super) indent: String,
    /// How many spaces stand between the dash and the first key.
    pub(super) gap: usize,
    /// Whether an empty line stands between items.
    pub(super) spaced: bool,
}

impl Style {
    /// The style of a text; that of design where it shows none.
    pub(super) fn of(text: &str) -> Style {
        let line_end = line_end(text);
        let lines: Vec<&str> = text.lines().collect();
        let first = lines.iter().find_map(|line| {
            let item = line.trim_start_matches(' ');
            let key = item.strip_prefix('-')?.trim_start_matches(' ');
            let gap = item.len() - 1 - key.len();
            (gap > 0).then(|| (line.len() - item.len(), gap))
        });
        let (indent, gap) = first.unwrap_or((0, 1));
        let dash = format!("{}- ", " ".repeat(indent));
        let (mut between, mut empty) = (0, 0);
        for (before, line) in lines.iter().zip(lines.iter().skip(1)) {
            if line.starts_with(&dash) && !before.trim_start().starts_with('#') {
                between += 1;
                empty += usize::from(before.trim().is_empty());
            }
        }
        Style { line_end, indent: " ".repeat(indent), gap, spaced: empty * 2 > between }
    }

    /// An item's lines with the dash and the indentation, each with its end.
    pub(super) fn item(&self, lines: &[String]) -> String {
        let mut text = String::new();
        for (at, line) in lines.iter().enumerate() {
            let lead = if at == 0 { "-" } else { " " };
            text.push_str(&format!("{}{lead}{}{line}{}", self.indent, " ".repeat(self.gap), self.line_end));
        }
        text
    }
}

/// How the text's lines end: as the first of them does.
pub(super) fn line_end(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text.get(..at).is_some_and(|line| line.ends_with('\r')) => "\r\n",
        _ => "\n",
    }
}
