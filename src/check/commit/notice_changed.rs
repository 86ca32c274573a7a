//! A notice that was committed, and is gone or says something else: its number could be given to another one.

use crate::check::{Check, Finds, Words};
use crate::say;

use super::Comparison;

pub(super) const CHECK: Check = Check {
    code: "E606",
    name: "notice-changed",
    zh: "已提交的督办单被删除或改动（check --staged）",
    en: "a notice that was committed and is removed or changed (check --staged)",
    wrong: "# HEAD: { number: 金府督〔2020〕1号, date: 2020-11-24, level: urge, … }",
    right: "- { number: 金府督〔2020〕1号, date: 2020-11-24, level: urge, … }",
    finds: Finds::Commit(look),
};

fn look(comparison: &mut Comparison<'_>) {
    let lang = comparison.lang;
    let (old, new) = comparison.notices();
    for (at, notice) in old.iter().enumerate() {
        // Of two that took one number, one must be given another.
        let is_only = old.iter().filter(|other| other.number == notice.number).count() == 1;
        let number = &notice.number;
        let hint = say!(
            lang,
            "发出的文书收不回来：请恢复原样；发错的用 workplan notice --void {number} --reason 原因 作废",
            "what was sent cannot be called back: put it back as it was; if it was wrong: workplan notice --void {number} --reason WHY"
        );
        match new.iter().position(|other| other.number == *number) {
            None => {
                let message =
                    say!(lang, "督办单 {number} 已经提交，被删除", "the notice {number} was committed, and is removed");
                comparison.find_before(comparison.old_notice(at), Words { message, hint });
            }
            Some(place) if is_only && !new.get(place).is_some_and(|new| *new == notice.with_added(new)) => {
                let message =
                    say!(lang, "督办单 {number} 已经提交，被改动", "the notice {number} was committed, and is changed");
                comparison.find_after(comparison.new_notice(place), "", Words { message, hint });
            }
            Some(_) => {}
        }
    }
}
