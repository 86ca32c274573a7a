//! One matter as a form on one page: what is known stands in it, and there is room for a leader's instructions, the unit's
//! answer and the receipt.

use super::matter::{fields, named, people};
use super::words::{answer_on_form, matters, number, request};
use crate::paper::{Form, FormRow, Line};
use crate::plan::{Escalation, Language};
use crate::report::notice::{Paper, PaperTask};
use crate::say;
use crate::view::common::on_paper;

/// `金泽镇人民政府督办单`: what it is about stands in the form.
pub(super) fn title(paper: &Paper<'_>, lang: Language) -> String {
    let issuer = paper.header.plan.issuer;
    let level = match paper.level {
        Escalation::Remind => lang.pick("提醒函", "reminder"),
        Escalation::Urge => lang.pick("催办通知", "urgent notice"),
        Escalation::Supervise => lang.pick("督办单", "supervision order"),
        Escalation::Circulate => lang.pick("通报", "circular"),
    };
    say!(lang, "{issuer}{level}", "{issuer}: {level}")
}

/// The form.
pub(super) fn form(paper: &Paper<'_>, task: &PaperTask<'_>, lang: Language) -> Form {
    let unit = paper.unit.lead.unwrap_or_default().to_owned();
    let people = people(paper.people.unwrap_or_default(), task, lang);
    let pair = |(left, said): (&str, String), (right, other): (&str, String)| {
        let cell = |name: &str, text: &str| (name.to_owned(), Line::plain(on_paper(text, lang)));
        FormRow::Pair([cell(left, &said), cell(right, &other)])
    };
    let said = |name: &str, text: &str| FormRow::Said(name.to_owned(), Line::plain(on_paper(text, lang)));
    let room = |name: &str, foot: &str| FormRow::Room(name.to_owned(), Line::plain(foot));
    let mut rows = vec![
        pair(
            (lang.pick("文号", "Number"), number(paper.number)),
            (lang.pick("成文日期", "Date"), paper.date.long(lang)),
        ),
        pair((lang.pick("承办单位", "Unit"), unit), (lang.pick("责任人", "In charge"), people)),
        said(matters(paper, lang), &named(task)),
    ];
    rows.extend(fields(paper, task, lang).into_iter().map(|(name, line)| said(&name, &line.text())));
    rows.push(said(lang.pick("办理要求", "What is asked"), &request(paper, lang)));
    rows.push(said(lang.pick("反馈要求", "Your answer"), &answer_on_form(paper, lang)));
    rows.push(room(
        lang.pick("领导批示", "Orders"),
        lang.pick("签字：　　　　　　　　　年　　月　　日", "Signed: ______________  Date: ______________"),
    ));
    rows.push(room(
        lang.pick("反馈情况", "The unit's answer"),
        lang.pick(
            "负责人签字（盖章）：　　　　　　　　　年　　月　　日",
            "Head of the unit: ______________  Date: ______________",
        ),
    ));
    rows.push(pair(
        (lang.pick("签收人", "Received by"), String::new()),
        (lang.pick("签收日期", "Received on"), String::new()),
    ));
    Form { rows }
}
