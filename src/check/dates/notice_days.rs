//! A notice whose days do not go together: the year of its number, its day, the day of the answer, of the receipt.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E311",
    name: "notice-days",
    zh: "督办单的文号年份、日期、反馈期限不相符",
    en: "a notice whose year, day and day of answer do not go together",
    wrong: "- number: 金府督〔2020〕1号\n  date: 2021-01-04\n  reply_by: 2020-01-07",
    right: "- number: 金府督〔2021〕1号\n  date: 2021-01-04\n  reply_by: 2021-01-07",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let lang = inspection.lang;
    for (index, notice) in inspection.opened.journal.notices.iter().enumerate() {
        let (number, date, reply_by) = (&notice.number, notice.date, notice.reply_by);
        if number.year != date.year() {
            inspection.find(
                inspection.at_notice(index).key("date"),
                say!(lang, "{number} 的日期 {date} 不在文号所写的年份", "{number} is dated {date}, in another year"),
                say!(
                    lang,
                    "文号按成文日期的年份编；核对日期和文号",
                    "a number has the year of the notice's day: check both"
                ),
            );
        }
        if let Some(received) = notice.received.filter(|received| *received < date) {
            inspection.find(
                inspection.at_notice(index).key("received"),
                say!(
                    lang,
                    "签收日期 {received} 早于发出之日 {date}",
                    "it was taken over on {received}, before its own day, {date}"
                ),
                say!(lang, "核对年份和月份", "check the year and the month"),
            );
        }
        if reply_by < date {
            inspection.find(
                inspection.at_notice(index).key("reply_by"),
                say!(
                    lang,
                    "反馈期限 {reply_by} 早于发出之日 {date}",
                    "the answer is due on {reply_by}, before the notice's own day, {date}"
                ),
                say!(lang, "核对年份和月份", "check the year and the month"),
            );
        }
    }
}
