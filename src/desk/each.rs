//! Files in a folder, one for each unit, leader or person.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::desk::Desk;
use crate::desk::output::{emit, note, write_bytes};
use crate::desk::session::{Session, refuse_own};
use crate::plan::Language;
use crate::report::whom::Whom;
use crate::say;
use crate::words;

/// Writes files into a folder, which is made where it is not there, and prints the path of each. Files that are there
/// already and were not written now are left alone: whoever sends them takes the printed paths.
pub(crate) fn write_each(
    desk: &Desk,
    session: &Session,
    folder: &Path,
    files: impl Iterator<Item = anyhow::Result<(impl AsRef<Path>, Vec<u8>)>>,
) -> anyhow::Result<()> {
    write_allowed(desk, folder, |path| refuse_own(desk.lang, path, &session.opened), files)
}

/// The same of files that belong to no one plan; `allow` may refuse a path.
pub(crate) fn write_allowed(
    desk: &Desk,
    folder: &Path,
    allow: impl Fn(&Path) -> anyhow::Result<()>,
    mut files: impl Iterator<Item = anyhow::Result<(impl AsRef<Path>, Vec<u8>)>>,
) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder).map_err(|error| {
        let (shown, why) = (words::shown_path(folder), words::io_failure(desk.lang, &error));
        anyhow::anyhow!(say!(desk.lang, "无法建立目录 {shown}：{why}", "cannot make the folder {shown}: {why}"))
    })?;
    let mut written: Vec<PathBuf> = Vec::new();
    let outcome = files.try_for_each(|file| {
        let (name, bytes) = file?;
        let path = folder.join(name);
        allow(&path)?;
        write_bytes(desk.lang, &path, &bytes)?;
        written.push(path);
        anyhow::Ok(())
    });
    // What was written is said even where the next file could not be.
    let lines: Vec<String> = written.iter().map(|path| format!("{}\n", words::shown_path(path))).collect();
    emit(desk, &lines.concat())?;
    outcome
}

/// Says of files that were written before and not now that they are of no use.
pub(crate) fn tell_of_others(lang: Language, whom: Whom, files: &[PathBuf]) {
    for path in files {
        let shown = words::shown_path(path);
        let whose = match whom {
            Whom::Lead => lang.pick("该单位", "that unit"),
            Whom::Leader | Whom::Person => lang.pick("该人", "that person"),
        };
        note(
            lang,
            &say!(
                lang,
                "{shown} 是以前留下的，本次没有给{whose}的内容，请勿发送",
                "{shown} was there before, and there is nothing for {whose} now: do not send it"
            ),
        );
    }
}

/// A file's name for each unit or person. With all that the plan knows, in its order, before those that are written, a
/// name stays the same from run to run.
pub(crate) struct FileNames<'p> {
    names: Vec<(&'p str, String)>,
}

impl<'p> FileNames<'p> {
    /// A name with that ending for each; who comes twice has one. `nobody` names the file of those without a name.
    pub(crate) fn new(known: impl Iterator<Item = &'p str>, nobody: &str, ending: &str) -> FileNames<'p> {
        let mut names: Vec<(&'p str, String)> = Vec::new();
        // Names that differ only in case are one file on some systems.
        let mut taken: HashSet<String> = HashSet::new();
        for unit in known {
            if names.iter().any(|(known, _)| *known == unit) {
                continue;
            }
            let stem = safe(if unit.is_empty() { nobody } else { unit });
            let numbered = (2..).map(|number| format!("{stem}-{number}"));
            let free = std::iter::once(stem.clone()).chain(numbered).find(|name| taken.insert(name.to_lowercase()));
            names.push((unit, format!("{}.{ending}", free.unwrap_or(stem))));
        }
        FileNames { names }
    }

    /// The name of a unit's file.
    pub(crate) fn of(&self, unit: &str) -> &str {
        self.names.iter().find(|(known, _)| *known == unit).map_or("", |(_, file)| file)
    }

    /// The files that are there of those for whom there is nothing now.
    pub(crate) fn files_of_others(&self, folder: &Path, now: &[&str]) -> Vec<PathBuf> {
        let others = self.names.iter().filter(|(unit, _)| !now.contains(unit)).map(|(_, file)| folder.join(file));
        others.filter(|path| path.is_file()).collect()
    }
}

/// Bytes of a file's name that every system takes, less what `-12.txt` needs.
const LONGEST: usize = 200;

/// A unit's name as the name of a file on any system.
pub(crate) fn safe(unit: &str) -> String {
    let refused = |c: char| c.is_control() || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let mut name: String = words::visible(unit).chars().map(|c| if refused(c) { '_' } else { c }).collect();
    while name.len() > LONGEST {
        name.pop();
    }
    let name = name.trim_end_matches(['.', ' ']).trim_start().to_owned();
    if name.is_empty() || name.starts_with(['.', '-']) || words::is_device(&name) { format!("_{name}") } else { name }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn a_units_name_is_a_files_name_everywhere() {
        for (unit, file) in [
            ("规划建设和生态环境办公室", "规划建设和生态环境办公室"),
            ("党政办公室（应急管理）", "党政办公室（应急管理）"),
            ("../../etc/passwd", "_.._.._etc_passwd"),
            ("a/b\\c:d*e?\"<>|", "a_b_c_d_e_____"),
            ("-rf", "_-rf"),
            ("..", "_"),
            ("", "_"),
            (" 甲 . ", "甲"),
            ("CON", "_CON"),
            ("aux.部", "_aux.部"),
            ("com5", "_com5"),
            ("甲\u{1b}[31m", "甲_u{1b}[31m"),
        ] {
            assert_eq!(safe(unit), file, "{unit:?}");
        }
        assert!(safe(&"办".repeat(300)).len() <= 200);
    }
}
