//! A key that must be there.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E103",
    name: "missing-key",
    zh: "缺少必须写的键",
    en: "a key that must be there",
    wrong: "- id: 22-07\n  title: 龚都村92户相对集中居住",
    right: "- id: 22-07\n  title: 龚都村92户相对集中居住\n  kind: measured",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::MissingKey(key) = fault else { return None };
    let lang = reader.lang;
    let example = EXAMPLES.iter().find(|(known, _)| known == key).map_or("…", |(_, example)| *example);
    let hint = match key.as_str() {
        "kind" => say!(
            lang,
            "加一行“kind: milestone”（有终点）、“kind: measured”（有指标）或“kind: continuous”（持续推进）",
            "add `kind: milestone` (has a finish), `kind: measured` (has a metric) or `kind: continuous` (goes on)"
        ),
        key => say!(lang, "补上，如“{key}: {example}”", "add it, like `{key}: {example}`"),
    };
    Some(Words { message: say!(lang, "缺少“{key}”", "`{key}` is missing"), hint })
}

/// What the value of a key looks like.
const EXAMPLES: &[(&str, &str)] = &[
    ("id", "22-07"),
    ("date", "2020-11-20"),
    ("task", "22-07"),
    ("due", "2020-11-30"),
    ("format", "workplan/1"),
    ("issued", "2020-07-17"),
    ("period", "{ start: 2020-07-01, end: 2020-12-31 }"),
    ("start", "2020-07-01"),
    ("end", "2020-12-31"),
    ("field", "deadline"),
    ("target", "92"),
];
