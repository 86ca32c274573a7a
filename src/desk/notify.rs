//! `workplan alerts --notify-by lead`: a text to each unit, leader or person, ready to be sent.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::desk::Desk;
use crate::desk::output::{emit, note, write_bytes};
use crate::desk::session::{Session, refuse_own};
use crate::paper;
use crate::report::chasing::{Chaser, Chasers};
use crate::report::whom::Whom;
use crate::say;
use crate::view;
use crate::words;

/// Prints every text, one below the other.
pub(crate) fn print(desk: &Desk, session: &Session, report: &Chasers<'_>) -> anyhow::Result<()> {
    tell_nameless(session, report);
    if report.chasers.is_empty() {
        return emit(desk, &(nothing(session) + "\n"));
    }
    let texts = report.chasers.iter().map(|chaser| {
        let (unit, text) = (words::visible(unit_name(chaser)), text(session, report, chaser));
        let mark = if chaser.unit.assumed { "*" } else { "" };
        format!("========== {unit}{mark} ==========\n{text}")
    });
    emit(desk, &texts.collect::<Vec<_>>().join("\n"))
}

/// Writes a file a unit, and prints the path of each. Files that are there already and were not written now are
/// left alone: whoever sends them takes the printed paths.
pub(crate) fn write(desk: &Desk, session: &Session, report: &Chasers<'_>, folder: &Path) -> anyhow::Result<()> {
    tell_nameless(session, report);
    std::fs::create_dir_all(folder).map_err(|error| {
        let (shown, why) = (folder.display(), words::io_failure(desk.lang, &error));
        anyhow::anyhow!(say!(desk.lang, "无法建立目录 {shown}：{why}", "cannot make the folder {shown}: {why}"))
    })?;
    let names = FileNames::new(session, report);
    let mut written: Vec<PathBuf> = Vec::new();
    let outcome = report.chasers.iter().try_for_each(|chaser| {
        let path = folder.join(names.of(unit_name(chaser)));
        refuse_own(desk.lang, &path, &session.opened)?;
        write_bytes(desk.lang, &path, text(session, report, chaser).as_bytes())?;
        written.push(path);
        anyhow::Ok(())
    });
    // What was written is said even where the next file could not be.
    let lines: Vec<String> = written.iter().map(|path| format!("{}\n", path.display())).collect();
    emit(desk, &lines.concat())?;
    outcome?;
    if report.chasers.is_empty() {
        note(session.lang, &nothing(session));
    }
    for path in names.files_of_others(folder, report) {
        let shown = path.display();
        let whose = match report.whom {
            Whom::Lead => session.lang.pick("该单位", "that unit"),
            Whom::Leader | Whom::Person => session.lang.pick("该人", "that person"),
        };
        note(
            session.lang,
            &say!(
                session.lang,
                "{shown} 是以前留下的，本次没有给{whose}的内容，请勿发送",
                "{shown} was there before, and there is nothing for {whose} now: do not send it"
            ),
        );
    }
    Ok(())
}

/// Whoever sends the texts is told of tasks that are in none of them.
fn tell_nameless(session: &Session, report: &Chasers<'_>) {
    let (lang, tasks) = (session.lang, report.nameless);
    if tasks > 0 {
        let plural = if tasks == 1 { "" } else { "s" };
        let field = report.whom.group().named().map_or("", |field| field.name(lang));
        let text = say!(
            lang,
            "有预警的任务中，{tasks} 项没有写明{field}，不在其中；可用 --notify-by lead 发给牵头单位",
            "{tasks} task{plural} with alerts, naming no {field}, in none of these; --notify-by lead reaches the unit"
        );
        note(lang, &text);
    }
}

fn nothing(session: &Session) -> String {
    say!(session.lang, "没有需要提醒的事项", "Nothing needs chasing")
}

fn text(session: &Session, report: &Chasers<'_>, chaser: &Chaser<'_>) -> String {
    paper::text(&view::chaser(&report.header, report.whom, chaser, session.lang))
}

fn unit_name<'n>(chaser: &Chaser<'n>) -> &'n str {
    chaser.unit.lead.unwrap_or_default()
}

/// A file's name for each unit of the plan. It depends on the plan alone, so that it stays the same from run to
/// run.
struct FileNames<'p> {
    names: Vec<(&'p str, String)>,
}

impl<'p> FileNames<'p> {
    fn new(session: &'p Session, report: &Chasers<'p>) -> FileNames<'p> {
        let known = report.whom.known(&session.plan);
        let mut names: Vec<(&'p str, String)> = Vec::new();
        // Names that differ only in case are one file on some systems.
        let mut taken: HashSet<String> = HashSet::new();
        for unit in known.into_iter().chain(report.chasers.iter().map(unit_name)) {
            if names.iter().any(|(known, _)| *known == unit) {
                continue;
            }
            let stem = safe(unit);
            let numbered = (2..).map(|number| format!("{stem}-{number}"));
            let free = std::iter::once(stem.clone()).chain(numbered).find(|name| taken.insert(name.to_lowercase()));
            names.push((unit, format!("{}.txt", free.unwrap_or(stem))));
        }
        FileNames { names }
    }

    fn of(&self, unit: &str) -> &str {
        self.names.iter().find(|(known, _)| *known == unit).map_or("", |(_, file)| file)
    }

    /// The files of units that have no notice now.
    fn files_of_others(&self, folder: &Path, report: &Chasers<'_>) -> Vec<PathBuf> {
        let now: HashSet<&str> = report.chasers.iter().map(unit_name).collect();
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
    let device = ["con", "prn", "aux", "nul", "com1", "lpt1"].contains(&name.to_lowercase().as_str());
    if name.is_empty() || name.starts_with(['.', '-']) || device { format!("_{name}") } else { name }
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
            ("甲\u{1b}[31m", "甲_u{1b}[31m"),
        ] {
            assert_eq!(safe(unit), file, "{unit:?}");
        }
        assert!(safe(&"办".repeat(300)).len() <= 200);
    }
}
