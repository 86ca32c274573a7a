//! A tree of many made-up plans: districts, each with its towns. They are not marked as samples, or `--plans` would pass them over;
//! their titles say that they are made up.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

use crate::{AS_OF, About, Chance, Entry, Notice, Outcome, SEED, State, Task, UNITS, make_tasks, write_workplan};

/// The towns of a district.
const TOWNS: usize = 20;

/// How a town keeps its plan.
#[derive(Clone, Copy, PartialEq)]
enum Habit {
    /// As a single made-up plan is.
    Usual,
    /// Most tasks are reported on again in the last weeks.
    Diligent,
    /// Of three tasks that were reported on, one was.
    Slow,
    /// Nothing was ever reported.
    Silent,
}

/// Writes so many plans below a folder, of which so many have an error.
pub(crate) fn write_tree(out: &Path, plans: usize, tasks: usize, broken: usize) -> Outcome {
    for place in 0..plans {
        let (district, town) = (place / TOWNS + 1, place % TOWNS + 1);
        let folder = out.join(format!("district-{district:03}")).join(format!("town-{town:02}"));
        let id = format!("d{district:03}-t{town:02}-2020h2");
        let issuer = format!("第{district}区第{town}镇人民政府(虚构)");
        write_one(&folder, (id, issuer), place, tasks)?;
        // Spread evenly over all of them.
        if (place + 1) * broken / plans > place * broken / plans {
            spoil(&folder)?;
        }
    }
    Ok(())
}

fn write_one(folder: &Path, (id, issuer): (String, String), place: usize, count: usize) -> Outcome {
    let number = u64::try_from(place)?;
    let mut chance = Chance(SEED ^ (number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let mut tasks = make_tasks(chance.0, count);
    let habit = habit(&mut chance);
    tasks.iter_mut().for_each(|task| follow(habit, &mut chance, task));
    if chance.percent(20) {
        let silent = chance.pick(&UNITS).0;
        tasks.iter_mut().filter(|task| task.lead == silent).for_each(|task| task.entries.clear());
    }
    let notices = send_notices(habit, &mut chance, &mut tasks);
    let title = "虚构的半年工作安排(规模测试用)";
    write_workplan(folder, &About { id, title, issuer, sample: false, notices }, &tasks)
}

fn habit(chance: &mut Chance) -> Habit {
    match chance.below(100) {
        0..50 => Habit::Usual,
        50..75 => Habit::Diligent,
        75..93 => Habit::Slow,
        _ => Habit::Silent,
    }
}

fn follow(habit: Habit, chance: &mut Chance, task: &mut Task) {
    match habit {
        Habit::Usual => {}
        Habit::Diligent if chance.percent(60) && task.state() != Some(State::Done) => {
            task.entries.push(said(AS_OF - chance.below(14), None, "本月按序时进度推进"));
            task.entries.sort_by_key(|entry| entry.day);
        }
        Habit::Diligent => {}
        Habit::Slow if chance.percent(67) => task.entries.clear(),
        Habit::Slow => {}
        Habit::Silent => task.entries.clear(),
    }
}

/// Half of what is overdue was asked after in writing, within ten days; of that, two in three were answered where anything is.
fn send_notices(habit: Habit, chance: &mut Chance, tasks: &mut [Task]) -> Vec<Notice> {
    let mut notices = Vec::new();
    for task in tasks {
        let Some(deadline) = task.deadline.filter(|day| *day < AS_OF && task.state() != Some(State::Done)) else {
            continue;
        };
        let day = deadline + 1 + chance.below(10);
        if day > AS_OF || !chance.percent(50) {
            continue;
        }
        let number = notices.len() + 1;
        let received = Some(day + chance.below(3)).filter(|day| *day <= AS_OF && chance.percent(80));
        notices.push(Notice { number, day, task: task.id.clone(), unit: task.lead, received });
        let answer = day + 1 + chance.below(12);
        if habit != Habit::Silent && answer <= AS_OF && chance.percent(67) {
            task.entries.push(said(answer, Some(number), "已按督办要求核实,倒排工期"));
            task.entries.sort_by_key(|entry| entry.day);
        }
    }
    notices
}

fn said(day: u32, reply_to: Option<usize>, note: &'static str) -> Entry {
    Entry { day, reply_to, value: None, state: None, note, issue: None, next: None }
}

/// A task's id, given twice: an error that a person makes, in a file that is still YAML.
fn spoil(folder: &Path) -> Outcome {
    let mut file = OpenOptions::new().append(true).open(folder.join("tasks").join("1-着力激发一体化发展动能.yaml"))?;
    writeln!(file, "- id: 11-0001\n  title: 编号重复\n  kind: milestone")?;
    Ok(())
}
