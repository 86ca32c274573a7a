//! `workplan` alone.

use std::path::Path;

use crate::program::{HEAD, TASKS, folder, terminal, workplan};

/// What stands on a terminal when nothing but the program's name is typed.
fn typed_alone(within: &Path, lang: &str) -> String {
    let mut session = terminal(&format!("--color never --lang {lang}"), within);
    // What is read of the terminal comes as one character a byte.
    let bytes: Vec<u8> = session.exp_eof().unwrap().chars().map(|byte| u8::try_from(byte).unwrap()).collect();
    String::from_utf8(bytes).unwrap().replace('\r', "")
}

#[test]
fn the_plan_in_short_and_the_next_commands() {
    let at = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", TASKS)]);
    let shown = typed_alone(at.path(), "zh");
    assert!(shown.contains("共 2 项任务：") && shown.contains("接下来"), "{shown}");
    // The period is long over: that comes first, then what is late.
    let (carry, alerts) = (shown.find("workplan init 新目录 --carry small"), shown.find("workplan alerts"));
    assert!(carry.is_some() && carry < alerts, "{shown}");
    let english = typed_alone(at.path(), "en");
    assert!(
        english.contains("2 tasks: ")
            && english.contains("Next\n")
            && english.contains("workplan init FOLDER --carry small"),
        "{english}"
    );
}

#[test]
fn every_command_that_is_named_can_be_typed() {
    let at = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", TASKS)]);
    let shown = typed_alone(at.path(), "en");
    let named: Vec<&str> = shown.lines().filter_map(|line| line.strip_prefix("workplan ")).collect();
    assert_eq!(named.len(), 4, "{shown}");
    for line in named {
        let command = line.split("  ").next().unwrap();
        assert_eq!(workplan(&format!("{command} --help")).run().status, 0, "{command}");
    }
}

#[test]
fn without_a_plan_it_says_how_to_begin() {
    let nothing = folder(&[]);
    let shown = typed_alone(nothing.path(), "zh");
    assert!(shown.contains("没有找到计划") && shown.contains("workplan init"), "{shown}");
}

#[test]
fn a_script_that_types_no_command_gets_the_help_and_a_failure() {
    let ran = workplan("").run();
    assert_eq!(ran.status, 2);
    assert!(ran.stdout.is_empty() && ran.stderr.contains("\n  status "), "{}", ran.stderr);
}
