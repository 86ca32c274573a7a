//! An editor, which knows of no lock, saves the file that the program is about to write.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use workplan::plan::{AmendedField, Entry, FieldValue, TaskId};
use workplan::store::{Change, CommitError, Lock, Rewrite, commit, is_pending, open};

use crate::plan::{Dice, Plan, often};

const JOURNAL: &str = "progress/2020-11.yaml";
const TASKS: &str = "tasks/2-乡村振兴.yaml";

fn entry(note: &str) -> Entry {
    serde_json::from_value(serde_json::json!({ "date": "2020-11-24", "task": "22-07", "note": note })).unwrap()
}

fn hold(plan: &Plan) -> Lock {
    Lock::alone(&plan.folder, Duration::from_secs(60), &mut || {}).unwrap()
}

/// An amendment of 22-07 and its entry, in memory.
fn amendment(plan: &Plan) -> Vec<Change> {
    let mut rewrite = Rewrite::new(open(&plan.folder));
    let id = TaskId::new("22-07").unwrap();
    rewrite.set(&id, &AmendedField::Lead, &FieldValue::One("社区建设办公室".to_owned())).unwrap();
    rewrite.append(&[entry("甲")]).unwrap();
    let changes = rewrite.changes();
    assert_eq!(changes.iter().map(|change| change.path.as_str()).collect::<Vec<_>>(), [JOURNAL, TASKS]);
    changes
}

#[test]
fn a_file_that_was_saved_since_it_was_read_is_not_overwritten() {
    type Edit = fn(&Path);
    let saves: [Edit; 4] = [
        |path| OpenOptions::new().append(true).open(path).unwrap().write_all(b"# x\n").unwrap(),
        |path| fs::write(path, "").unwrap(),
        |path| fs::remove_file(path).unwrap(),
        |path| {
            fs::write(path.with_extension("swp"), "# x\n").unwrap();
            fs::rename(path.with_extension("swp"), path).unwrap();
        },
    ];
    for save in saves {
        for edited in [JOURNAL, TASKS] {
            let plan = Plan::sample();
            let (lock, changes) = (hold(&plan), amendment(&plan));
            save(&plan.path(edited));
            let saved = plan.files();
            let refused = commit(&lock, "甲", &changes);
            assert!(matches!(&refused, Err(CommitError::ChangedMeanwhile(path)) if path == edited), "{refused:?}");
            assert_eq!(plan.files(), saved);
            assert!(!is_pending(&plan.folder));
        }
    }
}

#[test]
fn a_new_file_that_somebody_else_has_made_since_is_not_overwritten() {
    let plan = Plan::small();
    let lock = hold(&plan);
    let mut rewrite = Rewrite::new(open(&plan.folder));
    let entry =
        serde_json::from_value(serde_json::json!({ "date": "2020-11-24", "task": "1-01", "note": "甲" })).unwrap();
    rewrite.append(&[entry]).unwrap();
    fs::create_dir(plan.path("progress")).unwrap();
    fs::write(plan.path(JOURNAL), "# 有人先写\n").unwrap();
    let refused = commit(&lock, "甲", &rewrite.changes());
    assert!(matches!(refused, Err(CommitError::ChangedMeanwhile(_))), "{refused:?}");
    assert_eq!(plan.read(JOURNAL), "# 有人先写\n");
    drop(lock);
    plan.assert_clean();
}

/// An editor that saves the tasks while an amendment is committed, at every moment: each of its saves is there
/// until its next, and an amendment is in both files or in neither.
#[test]
fn an_editor_that_saves_while_an_amendment_is_committed_loses_nothing() {
    let commits = often(60);
    let plan = Plan::sample();
    let mut dice = Dice::new();
    let old = plan.files();
    let (mut kept, mut made, mut overwritten) = (0, 0, 0);
    for at in 0..commits {
        plan.restore(&old);
        let (lock, changes) = (hold(&plan), amendment(&plan));
        let edited = if at % 2 == 0 { JOURNAL } else { TASKS };
        let line = format!("# 第{at}次保存\n");
        let pause = Duration::from_micros((dice.share() * 12_000.0) as u64);
        let done = thread::scope(|scope| {
            let editor = scope.spawn(|| {
                thread::sleep(pause);
                let (path, beside) = (plan.path(edited), plan.path("beside"));
                let text = fs::read_to_string(&path).unwrap();
                fs::write(&beside, text.clone() + &line).unwrap();
                let taken = exchange(&beside, &path);
                fs::remove_file(beside).unwrap();
                text == taken
            });
            let done = commit(&lock, "甲", &changes);
            (done, editor.join().unwrap())
        });
        let (done, as_read) = done;
        assert!(!is_pending(&plan.folder));
        drop(lock);
        assert!(plan.read(edited).contains(&line), "round {at}, {done:?}: the save is gone");
        if !as_read {
            // Written between the editor's reading and its saving: it is the editor that has overwritten it.
            overwritten += 1;
            continue;
        }
        let amended =
            (plan.read(JOURNAL).contains("note: 甲"), plan.read(TASKS).matches("lead: 社区建设办公室").count());
        let before = String::from_utf8(old[&format!("plans/sample/{TASKS}")].clone()).unwrap();
        let before = before.matches("lead: 社区建设办公室").count();
        match done {
            Ok(()) => {
                made += 1;
                assert_eq!(amended, (true, before + 1), "round {at}");
            }
            Err(CommitError::ChangedMeanwhile(_)) => {
                kept += 1;
                assert_eq!(amended, (false, before), "round {at}");
            }
            Err(error) => panic!("round {at}: {error}"),
        }
        plan.assert_clean();
    }
    eprintln!("{made} amendments made, {kept} given up for the editor, {overwritten} overwritten by it");
    assert!(made > 0 && kept > 0);
}

/// What an editor does until it is told to stop: takes the file as it is, adds a line, saves it.
struct Editor<'p> {
    plan: &'p Plan,
    stop: AtomicBool,
    saves: AtomicUsize,
}

impl Editor<'_> {
    fn saved(&self) -> String {
        format!("# 编辑器第{}次保存\n", self.saves.load(Ordering::Relaxed))
    }

    /// Saves by renaming another file over it. Returns the notes that its own saves have overwritten: what
    /// was recorded between its reading and its saving. Its last save must be there at each reading.
    fn by_renaming(&self) -> BTreeSet<String> {
        let (path, beside) = (self.plan.path(JOURNAL), self.plan.path("progress/2020-11.swp"));
        let mut dice = Dice::new();
        let mut overwritten = BTreeSet::new();
        let mut last = String::new();
        while !self.stop.load(Ordering::Relaxed) {
            let text = fs::read_to_string(&path).unwrap();
            assert!(text.contains(&last), "the save before has been overwritten: {last}");
            self.saves.fetch_add(1, Ordering::Relaxed);
            last = self.saved();
            let saved = format!("{text}{last}");
            fs::write(&beside, &saved).unwrap();
            let taken = exchange(&beside, &path);
            overwritten.extend(recorded(&taken).difference(&recorded(&saved)).cloned());
            thread::sleep(dice.pause());
        }
        fs::remove_file(beside).unwrap();
        overwritten
    }

    /// Saves in place: empties the file, then writes it. A file that was replaced in that very instant takes
    /// the save away with it, as it would from any two editors; returns how often.
    fn in_place(&self) -> usize {
        let path = self.plan.path(JOURNAL);
        let mut dice = Dice::new();
        let (mut missed, mut last) = (0, String::new());
        while !self.stop.load(Ordering::Relaxed) {
            let mut file = File::options().read(true).write(true).open(&path).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            assert!(text.contains(&last), "the save before has been overwritten: {last}");
            self.saves.fetch_add(1, Ordering::Relaxed);
            last = self.saved();
            file.set_len(0).unwrap();
            thread::sleep(Duration::from_micros(300));
            file.seek(SeekFrom::Start(0)).unwrap();
            file.write_all(format!("{text}{last}").as_bytes()).unwrap();
            thread::sleep(dice.pause());
            if fs::metadata(&path).unwrap().ino() != file.metadata().unwrap().ino()
                && !fs::read_to_string(&path).unwrap().contains(&last)
            {
                missed += 1;
                last.clear();
            }
        }
        missed
    }
}

impl Dice {
    /// Until an editor's next save: sometimes at once, sometimes so long that a record fits in between.
    fn pause(&mut self) -> Duration {
        let share = self.share();
        Duration::from_secs_f64(0.3 * share * share)
    }
}

/// Lets two files change places; returns what has come out.
fn exchange(beside: &Path, path: &Path) -> String {
    let cwd = rustix::fs::CWD;
    rustix::fs::renameat_with(cwd, beside, cwd, path, rustix::fs::RenameFlags::EXCHANGE).unwrap();
    fs::read_to_string(beside).unwrap()
}

/// The notes of the entries in a text that this test has recorded.
fn recorded(text: &str) -> BTreeSet<String> {
    text.lines().filter_map(|line| line.strip_prefix("  note: 记录")).map(str::to_owned).collect()
}

/// Records again and again; returns what was recorded, and how often it was refused.
fn record(plan: &Plan) -> (BTreeSet<String>, usize) {
    let (mut done, mut refused) = (BTreeSet::new(), 0);
    for at in 0..often(100) {
        let note = format!("记录{at}");
        let said = plan.run(&["record", "22-07", "--date", "2020-11-24", "--note", &note]);
        match said.status {
            0 => drop(done.insert(at.to_string())),
            2 => {
                refused += 1;
                assert!(said.stderr.contains("没有写入"), "{said:?}");
            }
            _ => panic!("{said:?}"),
        }
    }
    (done, refused)
}

fn beside_an_editor<T: Send>(edit: impl FnOnce(&Editor<'_>) -> T + Send) -> (Plan, BTreeSet<String>, T) {
    let plan = Plan::sample();
    let editor = Editor { plan: &plan, stop: AtomicBool::new(false), saves: AtomicUsize::new(0) };
    let (done, edited, last) = thread::scope(|scope| {
        let edits = scope.spawn(|| edit(&editor));
        let (done, refused) = record(&plan);
        editor.stop.store(true, Ordering::Relaxed);
        let edited = edits.join().unwrap();
        eprintln!("{} recorded, {refused} refused, beside {:?} saves", done.len(), editor.saves);
        (done, edited, editor.saved())
    });
    assert!(plan.read(JOURNAL).contains(&last), "the last save is there in the end");
    (plan, done, edited)
}

#[test]
fn records_beside_an_editor_that_renames_lose_neither_an_entry_nor_a_save() {
    let (plan, done, overwritten) = beside_an_editor(|editor| editor.by_renaming());
    let held = recorded(&plan.read(JOURNAL));
    eprintln!("the editor itself has overwritten {}", overwritten.len());
    assert!(done.iter().all(|note| held.contains(note) || overwritten.contains(note)), "an entry is gone");
    assert!(held.iter().all(|note| done.contains(note)), "an entry is there that was refused");
    assert!(held.len() * 2 > done.len());
    plan.assert_clean();
}

#[test]
fn records_beside_an_editor_that_writes_in_place_lose_neither_an_entry_nor_a_save() {
    let (plan, done, missed) = beside_an_editor(|editor| editor.in_place());
    eprintln!("{missed} saves went into a file that had just been replaced");
    let held = recorded(&plan.read(JOURNAL));
    assert_eq!(held, done);
    assert!(missed <= 2, "{missed}");
    plan.assert_clean();
}
