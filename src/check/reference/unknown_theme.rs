//! A task whose id begins with no theme of `plan.yaml`.

use std::collections::{HashMap, HashSet};

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::{Section, Task, TaskId};
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E205",
    name: "unknown-theme",
    zh: "任务编号所属的专题没有登记",
    en: "a task whose theme plan.yaml does not declare",
    wrong: "- id: 92-07",
    right: "- id: 22-07",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    if inspection.head_lost("sections") {
        return;
    }
    let sections = &inspection.plan.head.sections;
    let named = |section: &'_ Section| section.themes.is_empty().then_some(section.id.clone());
    let themes = sections.iter().flat_map(|section| section.themes.iter().map(|theme| theme.id.clone()));
    let known: HashSet<String> = themes.chain(sections.iter().filter_map(named)).collect();
    let divided: HashMap<&str, &Section> = sections
        .iter()
        .filter(|section| !section.themes.is_empty())
        .map(|section| (section.id.as_str(), section))
        .collect();
    let lang = inspection.lang;
    for (index, task) in inspection.tasks() {
        let theme = task.theme();
        if known.contains(theme) {
            continue;
        }
        let at = inspection.at_task(index).key(if task.under.is_some() { "under" } else { "id" });
        if let Some(section) = divided.get(theme) {
            let (message, hint) = divided_words(inspection, section, task);
            inspection.find(at, message, hint);
            continue;
        }
        let hint = match inspection.nearest(theme, known.iter().map(String::as_str)) {
            Some(near) => say!(
                lang,
                "是否应为专题 {near}？新专题先在 plan.yaml 的 sections 中登记",
                "did you mean theme {near}? a new one is declared under `sections` in plan.yaml first"
            ),
            None => {
                say!(lang, "先在 plan.yaml 的 sections 中登记该专题", "declare it under `sections` in plan.yaml first")
            }
        };
        inspection.find(at, say!(lang, "没有专题 {theme}", "there is no theme {theme}"), hint);
    }
}

/// What is wrong where a section with themes stands in the place of one of them.
fn divided_words(inspection: &Inspection<'_, '_>, section: &Section, task: &Task) -> (String, String) {
    let (lang, id) = (inspection.lang, &section.id);
    if task.under.is_none() {
        let message =
            say!(lang, "板块 {id} 分设专题，编号须以专题开头", "section {id} has themes: an id begins with a theme");
        return (message, section_hint(inspection, section, &task.id));
    }
    let themes = section.themes.iter().map(|theme| theme.id.as_str()).collect::<Vec<_>>();
    let list = themes.join(lang.pick("、", ", "));
    (
        say!(
            lang,
            "板块 {id} 分设专题，须写明移入哪个专题",
            "section {id} has themes: say into which the task was moved"
        ),
        say!(lang, "专题有 {list}", "its themes are {list}"),
    )
}

fn section_hint(inspection: &Inspection<'_, '_>, section: &Section, id: &TaskId) -> String {
    let ids: Vec<&str> = section.themes.iter().map(|theme| theme.id.as_str()).collect();
    let example = ids.first().map_or_else(String::new, |theme| in_theme(theme, id));
    let lang = inspection.lang;
    say!(
        lang,
        "专题有 {list}；写成“{example}”的样子",
        "its themes are {list}: write an id like `{example}`",
        list = ids.join(lang.pick("、", ", "))
    )
}

/// The task's number under another theme.
fn in_theme(theme: &str, id: &TaskId) -> String {
    let number = id.as_str().rsplit('-').next().unwrap_or("01");
    format!("{theme}-{number}")
}
