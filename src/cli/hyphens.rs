//! Values that begin with a hyphen: `--note '- 甲'`, `--value -5`, `--issue ---`.

use std::cell::LazyCell;
use std::collections::HashSet;
use std::ffi::OsString;

/// The arguments, with such a value joined to its option, as `--note=- 甲`. What looks like an option stays one, so that a
/// forgotten value is still found.
pub(super) fn joined(line: &clap::Command, args: Vec<OsString>) -> Vec<OsString> {
    // Every option of every command is looked at: not where no argument asks for it.
    let taking = LazyCell::new(|| taking_values(line));
    let mut out: Vec<OsString> = Vec::with_capacity(args.len());
    let mut literal = false;
    for arg in args {
        let text = arg.to_str();
        let is_value = text.is_some_and(|text| text.starts_with('-') && !is_option(text)) && !literal;
        let option = out.last().filter(|_| is_value).and_then(|last| last.to_str()?.strip_prefix("--"));
        if option.is_some_and(|name| taking.contains(name))
            && let (Some(last), Some(text)) = (out.last_mut(), text)
        {
            last.push("=");
            last.push(text);
            continue;
        }
        literal |= text == Some("--");
        out.push(arg);
    }
    out
}

/// The long options of any command that take a value.
fn taking_values(line: &clap::Command) -> HashSet<&str> {
    let own = line.get_arguments().filter(|arg| arg.get_action().takes_values()).filter_map(|arg| arg.get_long());
    own.chain(line.get_subcommands().flat_map(taking_values)).collect()
}

/// Whether a word has the form of an option: `--note`, `--note=…`, `-h`; `--` and `-` have meanings of their own.
fn is_option(text: &str) -> bool {
    let name = text.split('=').next().unwrap_or(text);
    match name.strip_prefix("--") {
        Some("") => text == "--",
        Some(name) => {
            name.starts_with(|c: char| c.is_ascii_lowercase())
                && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        }
        None => matches!(text, "-" | "-h" | "-V"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::line::command;
    use crate::plan::Language;

    #[test]
    fn a_value_may_begin_with_a_hyphen() {
        for (line, expected) in [
            ("record 1 --note|- 甲", "record 1 --note=- 甲"),
            ("record 1 --value|-5", "record 1 --value=-5"),
            ("record 1 --issue|---", "record 1 --issue=---"),
            ("record 1 --issue|-x", "record 1 --issue=-x"),
            ("record 1 --note|--issue", "record 1 --note --issue"),
            ("record 1 --note|-h", "record 1 --note -h"),
            ("record --from|-", "record --from -"),
            ("record 1 --force|-5", "record 1 --force -5"),
            ("record 1 -- --note|-5", "record 1 -- --note -5"),
        ] {
            let words = |text: &str| -> Vec<OsString> { vec![text.into()] };
            let (before, value) = line.split_once('|').unwrap();
            let args: Vec<OsString> = before.split(' ').map(OsString::from).chain(words(value)).collect();
            let joined = joined(&command(Language::Chinese), args);
            let joined: Vec<&str> = joined.iter().map(|arg| arg.to_str().unwrap()).collect();
            assert_eq!(joined.join(" "), expected);
        }
    }
}
