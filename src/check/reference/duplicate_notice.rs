//! A notice's number that was used twice: by hand, or on two branches.

use std::collections::HashMap;

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E212",
    name: "duplicate-notice",
    zh: "督办文号重复",
    en: "a notice's number that was used twice",
    wrong: "- number: 金府督〔2020〕1号\n  date: 2020-11-24\n- number: 金府督〔2020〕1号\n  date: 2020-11-25",
    right: "- number: 金府督〔2020〕1号\n  date: 2020-11-24\n- number: 金府督〔2020〕2号\n  date: 2020-11-25",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let lang = inspection.lang;
    let notices = &inspection.opened.journal.notices;
    let mut first = HashMap::new();
    for (index, notice) in notices.iter().enumerate() {
        let Some(there) = first.insert(&notice.number, index) else { continue };
        first.insert(&notice.number, there);
        let same = notices
            .iter()
            .filter(|other| (&other.number.series, other.number.year) == (&notice.number.series, notice.number.year));
        let free = same.map(|other| other.number.number).max().unwrap_or(0) + 1;
        let (number, place) = (&notice.number, inspection.name_place(&inspection.at_notice(there).key("number")));
        let next = crate::plan::NoticeNumber { number: free, ..number.clone() };
        inspection.find(
            inspection.at_notice(index).key("number"),
            say!(lang, "文号 {number} 重复，已用于 {place}", "the number {number} is taken: see {place}"),
            say!(
                lang,
                "后发的一份改用没用过的文号（可用 {next}），重新打印，并收回误发的",
                "give the later one a number that was never used ({next} is free), print it again, and take back the wrong one"
            ),
        );
    }
}
