//! The reader's language: settled once, before the first word is needed.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::desk::days::today;
use crate::desk::finding::standing;
use crate::plan::meant::day::{DayWords, read_day};
use crate::plan::{Date, Language, UtcOffset};
use crate::store::{Disk, Shelf, find_plan};

/// The language of help, of usage errors and of whatever goes wrong before a plan is read: `--lang`, else `WORKPLAN_LANG`,
/// else that of the plan that would be read, else Chinese.
pub(crate) fn settle(args: &[OsString]) -> Language {
    let asked = option(args, "--lang").or_else(|| std::env::var_os("WORKPLAN_LANG").filter(|asked| !asked.is_empty()));
    match asked {
        Some(asked) if asked.to_string_lossy().starts_with("en") => Language::English,
        Some(_) => Language::Chinese,
        None => of_plan(args).unwrap_or_default(),
    }
}

/// The value of an option, before anything is known of the command line.
fn option(args: &[OsString], name: &str) -> Option<OsString> {
    let spaced = args.windows(2).find_map(|pair| match pair {
        [option, value] if option == name => Some(value.clone()),
        _ => None,
    });
    let joined = |arg: &OsString| arg.to_str()?.strip_prefix(name)?.strip_prefix('=').map(OsString::from);
    spaced.or_else(|| args.iter().find_map(joined))
}

/// The day that a command line is about, as far as it is known before the plan is: it decides which of several plans is meant.
pub(crate) fn day_in_question(args: &[OsString]) -> Date {
    let today = today(UtcOffset::default());
    let asked = ["--as-of", "--date", "--to", "--on"].into_iter().find_map(|name| option(args, name));
    let words = DayWords { today: Some(today), period: None };
    let read = asked.and_then(|text| read_day(text.to_str()?, words).ok());
    read.map_or(today, |day| day.date)
}

fn of_plan(args: &[OsString]) -> Option<Language> {
    let named = option(args, "--plan").or_else(|| std::env::var_os("WORKPLAN_PLAN")).map(PathBuf::from);
    let folder = find_plan(named.as_deref(), &standing(named.as_deref()).ok()?, day_in_question(args)).ok()?;
    let bytes = Disk::new(&folder).bytes("plan.yaml").ok()?;
    said_by(std::str::from_utf8(&bytes).ok()?)
}

/// The language that a `plan.yaml` names on a line of its own: a glance, since the file may be anything.
fn said_by(text: &str) -> Option<Language> {
    let line = text.lines().find_map(|line| line.strip_prefix("language:"))?;
    let word = line.split('#').next().unwrap_or_default().trim().trim_matches(['"', '\'']);
    match word {
        "zh-CN" | "zh" => Some(Language::Chinese),
        "en" => Some(Language::English),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glance_tells_the_language_of_a_plan() {
        for (text, language) in [
            ("format: workplan/1\nlanguage: en\n", Some(Language::English)),
            ("language: \"en\"  # for the auditors\r\n", Some(Language::English)),
            ("language: zh-CN\n", Some(Language::Chinese)),
            ("language: fr\n", None),
            ("note:\n  language: en\n", None),
            ("", None),
        ] {
            assert_eq!(said_by(text), language, "{text}");
        }
    }
}
