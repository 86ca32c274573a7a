//! Changed files as a unified diff, which `patch -p1` understands.

use similar::{ChangeTag, TextDiff};

use crate::paper::visible;
use crate::store::Change;

const GREEN: anstyle::Style = anstyle::AnsiColor::Green.on_default();
const RED: anstyle::Style = anstyle::AnsiColor::Red.on_default();
const CYAN: anstyle::Style = anstyle::AnsiColor::Cyan.on_default();

/// The changes, file by file. Characters that a terminal would obey are shown instead.
pub fn changes(changes: &[Change], colour: bool) -> String {
    let mut out = String::new();
    for change in changes {
        one(&mut out, change, colour);
    }
    out
}

fn one(out: &mut String, change: &Change, colour: bool) {
    let mut line = |style: anstyle::Style, text: &str| {
        let text = visible(text);
        match colour {
            true => out.push_str(&format!("{style}{text}{style:#}\n")),
            false => out.push_str(&format!("{text}\n")),
        }
    };
    let plain = anstyle::Style::new();
    let path = &change.path;
    line(plain, &change.before.as_ref().map_or_else(|| "--- /dev/null".to_owned(), |_| format!("--- a/{path}")));
    line(plain, &format!("+++ b/{path}"));
    let diff = TextDiff::from_lines(change.before.as_deref().unwrap_or(""), &change.after);
    for hunk in diff.unified_diff().context_radius(3).iter_hunks() {
        line(CYAN, hunk.header().to_string().trim_end());
        for part in hunk.iter_changes() {
            let (sign, style) = match part.tag() {
                ChangeTag::Equal => (' ', plain),
                ChangeTag::Delete => ('-', RED),
                ChangeTag::Insert => ('+', GREEN),
            };
            let text = part.value();
            let text = text.strip_suffix('\n').unwrap_or(text);
            line(style, &format!("{sign}{}", text.strip_suffix('\r').unwrap_or(text)));
            if part.missing_newline() {
                line(plain, "\\ No newline at end of file");
            }
        }
    }
}
