//! Commands that are told to end while they write beside a place: they leave nothing there.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::plan::{Dice, Plan};

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn a_command_that_is_told_to_end_leaves_nothing_beside() {
    let plan = Plan::sample();
    let mut dice = Dice::new();
    let place = plan.top.join("out");
    fs::create_dir(&place).unwrap();
    let document = plan.top.join("工作安排.txt");
    fs::write(&document, "一、乡村振兴\n（一）推进集中居住\n年底前完成92户。\n").unwrap();
    let (file, site, made) = (place.join("x.md"), place.join("网页"), place.join("新计划"));
    let [file, site, made, document] = [&file, &site, &made, &document].map(|path| path.to_str().unwrap());
    let commands: [&[&str]; 3] = [
        &["week", "2020-11-24", "--out", file],
        &["site", "--as-of", "2020-11-24", "--out", site],
        &["init", made, "--from", document],
    ];
    let (mut ended, mut seen) = (0, 0);
    for round in 0..45 {
        let command = commands[round % commands.len()];
        let signal = ["-INT", "-TERM"][round % 2];
        let mut child = plan.command(command).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let is_beside = || names(&place).iter().any(|name| name.starts_with(".workplan-new-"));
        while !is_beside() && child.try_wait().unwrap().is_none() {}
        seen += usize::from(child.try_wait().unwrap().is_none());
        std::thread::sleep(Duration::from_micros((dice.share() * 800.0) as u64));
        let _ = Command::new("kill").arg(signal).arg(child.id().to_string()).stderr(Stdio::null()).status();
        ended += usize::from(child.wait().unwrap().code().is_none());
        let left: Vec<String> = names(&place).into_iter().filter(|name| name.starts_with('.')).collect();
        assert!(left.is_empty(), "{command:?}: {left:?}");
        fs::remove_dir_all(&place).unwrap();
        fs::create_dir(&place).unwrap();
    }
    eprintln!("{ended} told to end of {seen} seen at it");
    assert!(ended > 0, "none was told in time");
}
