//! Changed files as a unified diff, which `patch -p1` understands.

use crate::paper::{Side, compared_lines, hunks};
use crate::store::Change;
use crate::words::visible;

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
    line(plain, &change.after.as_ref().map_or_else(|| "+++ /dev/null".to_owned(), |_| format!("+++ b/{path}")));
    let pieces = compared_lines(change.before.as_deref().unwrap_or(""), change.after.as_deref().unwrap_or(""));
    for hunk in hunks(&pieces, 3) {
        line(CYAN, &hunk.header());
        for (side, whole) in hunk.pieces {
            let (sign, style) = match side {
                Side::Both => (' ', plain),
                Side::Old => ('-', RED),
                Side::New => ('+', GREEN),
            };
            let text = whole.strip_suffix('\n').unwrap_or(whole);
            line(style, &format!("{sign}{}", text.strip_suffix('\r').unwrap_or(text)));
            if !whole.ends_with('\n') {
                line(plain, "\\ No newline at end of file");
            }
        }
    }
}
