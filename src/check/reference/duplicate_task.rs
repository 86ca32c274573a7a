//! A task id that is there twice, in one file or in two.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E201",
    name: "duplicate-task",
    zh: "任务编号重复",
    en: "a task id that is there twice",
    wrong: "- id: 22-07\n  title: 龚都村92户相对集中居住\n- id: 22-07\n  title: 农民建房试点",
    right: "- id: 22-07\n  title: 龚都村92户相对集中居住\n- id: 22-08\n  title: 农民建房试点",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    if inspection.ids_are_unique() {
        return;
    }
    let lang = inspection.lang;
    for (index, task) in inspection.tasks() {
        let Some(first) = inspection.task_of(&task.id).filter(|first| *first != index) else { continue };
        let there = inspection.name_place(&inspection.at_task(first).key("id"));
        let id = &task.id;
        inspection.find(
            inspection.at_task(index).key("id"),
            say!(lang, "编号 {id} 重复，已用于 {there}", "the id {id} is taken: see {there}"),
            say!(
                lang,
                "换一个没用过的编号；编号一经使用不再更改，也不给别的任务用",
                "give this task an id that was never used; ids are permanent"
            ),
        );
    }
}
