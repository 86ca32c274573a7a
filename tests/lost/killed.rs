//! Commands killed with SIGKILL, at random moments of their run and at the moments at which they write.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::plan::{Dice, Files, Plan, often};

/// How a killed command left the files.
#[derive(Debug, Default)]
struct Tally {
    old: usize,
    new: usize,
    /// Announced, and finished by the next command.
    cut_off: usize,
}

/// When a command is killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moment {
    /// Anywhere from its start to its usual end and a bit beyond.
    Anywhere,
    /// Within two thousandths of a second after such a file is seen in `.workplan/`.
    OnSightOf(&'static str),
}

/// A command to be killed, and what the files are to be once it is done.
struct Round {
    args: Vec<String>,
    new: Files,
}

/// Kills a command round by round; after each, a command that reads must find the files as they were or as they
/// were to be, and say so when it had to finish something.
fn kill(plan: &Plan, moment: Moment, rounds: usize, prepare: &mut dyn FnMut(usize) -> Round) -> Tally {
    let mut dice = Dice::new();
    let mut tally = Tally::default();
    let usual = usual_duration(plan, prepare);
    let rounds = often(rounds);
    for at in 0..rounds {
        let Round { args, new } = prepare(at);
        let old = plan.files();
        // One moment out of each of as many equal parts of the usual time as there are rounds.
        let share = (at as f64 + dice.share()) / rounds as f64;
        // Other work on the machine makes some runs slower than usual; a tenth of them are waited for longer.
        let stretch = if at % 10 == 9 { 8.0 } else { 1.15 };
        let done = run_and_kill(plan, &args, moment, usual.mul_f64(share * stretch), dice.share());
        let (pending, now) = (plan.is_pending(), plan.files());
        match pending {
            true => {
                let whole = now.iter().all(|(path, text)| [old.get(path), new.get(path)].contains(&Some(text)));
                assert!(
                    whole && old.keys().all(|path| now.contains_key(path)),
                    "{args:?}: a file is neither old nor new"
                );
                tally.cut_off += 1;
            }
            false if now == new => tally.new += 1,
            false if now == old => tally.old += 1,
            false => panic!("{args:?}: neither the old files nor the new, but {:?}", differing(&now, &old)),
        }
        assert!(!done || now == new, "{args:?} said it was done");
        let next = plan.must(if at % 4 == 3 { &["status"] } else { &["check"] });
        assert_eq!(next.stderr.contains("上一次写入被中断，现已补完"), pending, "{next:?}");
        assert_eq!(plan.files(), if pending { new } else { now });
    }
    plan.assert_clean();
    eprintln!("{moment:?}, {rounds} rounds of {usual:?}: {tally:?}");
    tally
}

fn usual_duration(plan: &Plan, prepare: &mut dyn FnMut(usize) -> Round) -> Duration {
    let before = plan.files();
    let times = (0..5).map(|_| {
        let args = prepare(0).args;
        let started = Instant::now();
        plan.must(&args.iter().map(String::as_str).collect::<Vec<_>>());
        let took = started.elapsed();
        plan.restore(&before);
        took
    });
    let mut times: Vec<Duration> = times.collect();
    times.sort();
    times[times.len() / 2]
}

/// Whether the command was quicker than its death, and had done it.
fn run_and_kill(plan: &Plan, args: &[String], moment: Moment, delay: Duration, share: f64) -> bool {
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let mut command = plan.command(&args);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    match moment {
        Moment::Anywhere => std::thread::sleep(delay),
        Moment::OnSightOf(name) => {
            let own = plan.path(".workplan");
            while !is_seen(&own, name) && child.try_wait().unwrap().is_none() {}
            std::thread::sleep(Duration::from_micros((share * 2000.0) as u64));
        }
    }
    child.kill().unwrap();
    let status = child.wait().unwrap();
    assert!(matches!(status.code(), None | Some(0)), "{args:?}: {status:?}");
    status.success()
}

fn is_seen(folder: &Path, name: &str) -> bool {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    files.into_iter().any(|file| file.file_name().to_string_lossy().starts_with(name))
}

fn differing(one: &Files, other: &Files) -> Vec<String> {
    let paths = one.keys().chain(other.keys());
    paths.filter(|path| one.get(*path) != other.get(*path)).cloned().collect()
}

fn args(line: &str) -> Vec<String> {
    line.split_whitespace().map(str::to_owned).collect()
}

/// The same command each time, on the same files: those it is to change are put back.
fn again(plan: &Plan, line: &str) -> impl FnMut(usize) -> Round {
    let old = plan.files();
    plan.must(&line.split_whitespace().collect::<Vec<_>>());
    let new = plan.files();
    assert_ne!(new, old);
    plan.restore(&old);
    let (top, folder) = (plan.top.clone(), plan.folder.clone());
    let line = line.to_owned();
    move |_| {
        Plan::at(&top, &folder).restore(&old);
        Round { args: args(&line), new: new.clone() }
    }
}

/// Records one after the other; what was there before stays to the end.
fn journal(plan: &Plan, moment: Moment, rounds: usize, file: &str, task: &str, gap: &str) {
    let (top, folder) = (plan.top.clone(), plan.folder.clone());
    let entry = |at: usize| format!("{gap}- date: 2020-11-24\n  task: {task}\n  note: 第{at}次\n");
    let before = plan.notes();
    let mut prepare = |at: usize| {
        let mut new = Plan::at(&top, &folder).files();
        // The first entry of a file has none before it to stand apart from.
        let text = new.entry(file.to_owned()).or_default();
        let entry = if text.is_empty() { entry(at).trim_start().to_owned() } else { entry(at) };
        text.extend(entry.as_bytes());
        Round { args: args(&format!("record {task} --date 2020-11-24 --note 第{at}次")), new }
    };
    let tally = kill(plan, moment, rounds, &mut prepare);
    assert_eq!(tally.cut_off, 0, "one file needs no announcement");
    let after = plan.notes();
    assert!(before.iter().all(|(note, count)| after.get(note) == Some(count)));
    let recorded: Vec<&String> = after.keys().filter(|note| !before.contains_key(*note)).collect();
    assert_eq!(recorded.len(), tally.new, "each that was seen once is there in the end");
    assert!(recorded.iter().all(|note| after[*note] == 1));
    // Killed on sight, a quick machine may have done it each time, or never: either is right.
    assert!(moment != Moment::Anywhere || tally.old > 0 && tally.new > 0, "{tally:?}");
}

#[test]
fn a_record_that_is_killed_is_there_or_not_and_takes_nothing_with_it() {
    journal(&Plan::sample(), Moment::Anywhere, 150, "plans/sample/progress/2020-11.yaml", "22-07", "\n");
    journal(&Plan::small(), Moment::Anywhere, 30, "plan/progress/2020-11.yaml", "1-02", "");
}

#[test]
fn a_record_that_is_killed_while_it_writes_is_there_or_not() {
    journal(&Plan::sample(), Moment::OnSightOf("new-"), 25, "plans/sample/progress/2020-11.yaml", "22-07", "\n");
    journal(&Plan::small(), Moment::OnSightOf("new-"), 20, "plan/progress/2020-11.yaml", "1-02", "");
}

const AMEND: &str = "amend 22-02 deadline 2020-12-18 --reason 改期 --approved-by 镇长办公会 --date 2020-11-24";

#[test]
fn an_amendment_that_is_killed_is_in_both_files_or_in_neither() {
    let plan = Plan::sample();
    let tally = kill(&plan, Moment::Anywhere, 150, &mut again(&plan, AMEND));
    assert!(tally.old > 0 && tally.new > 0, "{tally:?}");
    let plan = Plan::small();
    let line = "amend 1-01 lead 党建办 --reason 分工调整 --approved-by 镇长办公会 --date 2020-11-10";
    let tally = kill(&plan, Moment::Anywhere, 30, &mut again(&plan, line));
    assert!(tally.old > 0 && tally.new > 0, "{tally:?}");
}

#[test]
fn an_amendment_that_is_killed_while_it_writes_is_in_both_files_or_in_neither() {
    let plan = Plan::sample();
    kill(&plan, Moment::OnSightOf("new-"), 30, &mut again(&plan, AMEND));
    let tally = kill(&plan, Moment::OnSightOf("pending.json"), 50, &mut again(&plan, AMEND));
    assert!(tally.cut_off > 0, "{tally:?}");
    let plan = Plan::small();
    let line = "amend 1-02 start 2020-08-01 --reason 提前 --approved-by 镇长办公会 --date 2020-11-10";
    let tally = kill(&plan, Moment::OnSightOf("pending.json"), 20, &mut again(&plan, line));
    assert!(tally.cut_off > 0, "{tally:?}");
}

#[test]
fn a_batch_that_is_killed_is_entered_whole_or_not_at_all() {
    let plan = Plan::sample();
    let batch = "任务编号,日期,进展情况\n22-07,2020-11-23,甲\n22-02,2020-11-24,乙\n22-07,2020-09-29,丙\n";
    fs::write(plan.top.join("batch.csv"), batch).unwrap();
    let mut prepare = again(&plan, "record --from batch.csv --force");
    kill(&plan, Moment::Anywhere, 25, &mut prepare);
    let tally = kill(&plan, Moment::OnSightOf("pending.json"), 25, &mut prepare);
    assert!(tally.cut_off > 0, "{tally:?}");
}

#[test]
fn rows_that_are_closed_by_a_killed_command_are_all_closed_or_none() {
    let plan = Plan::sample();
    let mut prepare = again(&plan, "checklist 23-11 close 新港村-013 新港村-026 --date 2020-11-20");
    let tally = kill(&plan, Moment::Anywhere, 25, &mut prepare);
    assert!(tally.old > 0 && tally.new > 0, "{tally:?}");
    kill(&plan, Moment::OnSightOf("new-"), 20, &mut prepare);
}

#[test]
fn a_task_that_is_added_by_a_killed_command_is_there_or_not() {
    let plan = Plan::sample();
    let mut prepare = again(&plan, "add --theme 22 --title 导览牌更新 --lead 规建办 --deadline 2020-12-15");
    let tally = kill(&plan, Moment::Anywhere, 25, &mut prepare);
    assert!(tally.old > 0 && tally.new > 0, "{tally:?}");
}

#[test]
fn a_notice_that_is_killed_has_its_number_or_has_taken_none() {
    let plan = Plan::sample();
    let issue = "notice 22-07 --level urge --as-of 2020-11-24";
    let tally = kill(&plan, Moment::Anywhere, 40, &mut again(&plan, issue));
    assert!(tally.old > 0 && tally.new > 0, "{tally:?}");
    // Now into a list that is there already; the same matter gets no second number on its day.
    let first = args("notice 31-14 --level urge --as-of 2020-11-23");
    plan.must(&first.iter().map(String::as_str).collect::<Vec<_>>());
    let issue = "notice 22-07 --level urge --as-of 2020-11-23";
    kill(&plan, Moment::OnSightOf("new-"), 25, &mut again(&plan, issue));
}
