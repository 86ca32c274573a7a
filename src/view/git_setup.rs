//! What is to be changed so that git knows of a plan.

use crate::git::{ConfigChange, Setup};
use crate::paper::{Side, compared_lines};
use crate::plan::Language;
use crate::say;
use crate::words::{shown_path, visible};

/// What changes, file by file and key by key.
pub(crate) fn git_setup(setup: &Setup, lang: Language) -> String {
    if setup.is_nothing() {
        return say!(lang, "无需改动\n", "nothing to change\n");
    }
    let mut out = say!(lang, "将作以下改动：\n", "this is what changes:\n");
    for file in &setup.files {
        let before = file.before.as_deref().unwrap_or("");
        let path = shown_path(file.path.strip_prefix(&setup.top).unwrap_or(&file.path));
        out.push_str(&format!("{}\n", visible(&path)));
        for (side, line) in compared_lines(before, &file.after) {
            let sign = match side {
                Side::Old => '-',
                Side::New => '+',
                Side::Both => continue,
            };
            out.push_str(&format!("  {sign} {}\n", visible(line.trim_end_matches(['\n', '\r']))));
        }
    }
    if !setup.config.is_empty() {
        out.push_str(&say!(lang, "git config（仅本仓库）\n", "git config (of this clone)\n"));
    }
    for ConfigChange { key, before, after } in &setup.config {
        let line = |sign: char, value: &str| format!("  {sign} {key} = {}\n", visible(value));
        out.extend(before.iter().map(|value| line('-', value)));
        out.extend(after.iter().map(|value| line('+', value)));
    }
    out
}
