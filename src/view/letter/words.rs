//! What a letter of each level says: its title, to whom it goes, what it asks for.

use crate::paper::Line;
use crate::plan::{Closing, Escalation, Language, NoticePurpose};
use crate::report::notice::{Paper, PaperNumber};
use crate::say;
use crate::view::common::marked;

/// From so many matters on, they stand in a table behind the letter.
pub(super) const ANNEX_FROM: usize = 6;

/// `金府督〔2020〕1号`; a trial has a cross for its number.
pub(super) fn number(number: PaperNumber<'_>) -> String {
    match number {
        PaperNumber::Taken(number) => number.to_string(),
        PaperNumber::Trial(series, year) => format!("{series}〔{year:04}〕×号"),
    }
}

pub(super) fn semicolon(lang: Language) -> &'static str {
    lang.pick("；", "; ")
}

/// `关于限期办理“龚都村92户农(渔)民相对集中居住”的督办单`.
pub(super) fn title(paper: &Paper<'_>, lang: Language) -> String {
    let about = match paper.tasks.as_slice() {
        [only] => say!(lang, "“{}”", "“{}”", marked(only.line.title, only.line.assumes("title"))),
        several => say!(lang, "{}项工作任务", "{} tasks", several.len()),
    };
    if paper.purpose == NoticePurpose::Report {
        let level = paper.level.as_notice(lang);
        return say!(lang, "关于报送{about}进展情况的{level}", "Reports wanted on {about}");
    }
    match paper.level {
        Escalation::Remind => say!(lang, "关于做好{about}的提醒函", "Reminder: {about}"),
        Escalation::Urge => say!(lang, "关于抓紧办理{about}的催办通知", "Urgent: {about}"),
        Escalation::Supervise => say!(lang, "关于限期办理{about}的督办单", "Under supervision: {about}"),
        Escalation::Circulate => say!(lang, "关于{about}推进情况的通报", "Circular: how {about} stand"),
    }
}

/// The unit; a circular (通报) goes to all of them.
pub(super) fn addressee(paper: &Paper<'_>, lang: Language) -> String {
    match paper.level {
        Escalation::Circulate => lang.pick("各单位：", "To all units:").to_owned(),
        Escalation::Remind | Escalation::Urge | Escalation::Supervise => {
            let unit = paper.unit.lead.unwrap_or_default();
            say!(lang, "{unit}：", "To {unit}:")
        }
    }
}

pub(super) fn opening(paper: &Paper<'_>, lang: Language) -> String {
    let plan = &paper.header.plan;
    let (title, issued, day) = (plan.title, plan.issued.long(lang), paper.date.long(lang));
    let (tasks, unit) = (paper.tasks.len(), paper.unit.lead.unwrap_or_default());
    if paper.purpose == NoticePurpose::Report {
        return say!(
            lang,
            "根据《{title}》（{issued}印发），各牵头单位应按期报送工作进展。截至{day}，{unit}牵头的任务中尚有{tasks}项未按期报送。",
            "Units report regularly on their tasks of 《{title}》 (issued {issued}). As of {day}, of those that {unit} leads so many were not reported on: {tasks}."
        );
    }
    let listed = match paper.tasks.len() < ANNEX_FROM {
        true => "",
        false => lang.pick("清单附后，", ""),
    };
    match paper.level {
        Escalation::Remind => say!(
            lang,
            "根据《{title}》（{issued}印发），现就由你单位牵头的{tasks}项任务提醒如下（{listed}情况截至{day}）。",
            "A reminder of tasks of 《{title}》 (issued {issued}) that you lead: {tasks}. It tells how they stood on {day}.{listed}"
        ),
        Escalation::Urge => say!(
            lang,
            "根据《{title}》（{issued}印发），现就由你单位牵头的{tasks}项任务催办如下（{listed}情况截至{day}）。",
            "You are urged to act on tasks of 《{title}》 (issued {issued}) that you lead: {tasks}. This tells how they stood on {day}.{listed}"
        ),
        Escalation::Supervise => say!(
            lang,
            "根据《{title}》（{issued}印发），现就由你单位牵头的{tasks}项任务督办如下（{listed}情况截至{day}）。",
            "Tasks of 《{title}》 (issued {issued}) that you lead are under supervision until they are done: {tasks}. This tells how they stood on {day}.{listed}"
        ),
        Escalation::Circulate => say!(
            lang,
            "根据《{title}》（{issued}印发），现将{unit}牵头的{tasks}项任务的推进情况通报如下（{listed}情况截至{day}）。",
            "All units are told how the tasks of 《{title}》 (issued {issued}) that {unit} leads stood on {day}: {tasks}.{listed}"
        ),
    }
}

pub(super) fn matters(paper: &Paper<'_>, lang: Language) -> &'static str {
    match (paper.purpose, paper.level) {
        (NoticePurpose::Report, _) => lang.pick("未报送的任务", "Not reported on"),
        (NoticePurpose::Work, Escalation::Remind) => lang.pick("提醒事项", "What this is about"),
        (NoticePurpose::Work, Escalation::Urge) => lang.pick("催办事项", "What is urged"),
        (NoticePurpose::Work, Escalation::Supervise) => lang.pick("督办事项", "What is supervised"),
        (NoticePurpose::Work, Escalation::Circulate) => lang.pick("通报事项", "What is told"),
    }
}

pub(super) fn request(paper: &Paper<'_>, lang: Language) -> String {
    if paper.purpose == NoticePurpose::Report {
        return say!(
            lang,
            "请逐项报送进展情况、存在问题和下一步措施；尚未启动的，请说明原因和启动时间。今后请按期报送。",
            "Report on each: what was done, what stands in the way, what comes next; of what has not begun, say why and when it will. From now on, please report in time."
        );
    }
    let unit = paper.unit.lead.unwrap_or_default();
    let request = match paper.level {
        Escalation::Remind => lang.pick("请对照目标要求和完成时限，倒排工期，按序时推进；如有困难和问题，请及早反映。", "Keep to the target and the deadline, and say early if something hinders you.").to_owned(),
        Escalation::Urge => lang.pick("请抓紧办理，采取有效措施赶上序时进度，明确预计办结时间。确需调整时限的，请说明理由，按程序报批。", "Act now, catch up with the pace, and say by when it will be done. A change of the deadline needs its reasons and an approval.").to_owned(),
        Escalation::Supervise => lang.pick("请主要负责人牵头研究，立即组织办理，逐项明确责任人、办理措施和预计办结时间；未办结前持续督办。", "Let the head of the unit see to it at once, and say who does what by when; supervision goes on until it is done.").to_owned(),
        Escalation::Circulate => say!(lang, "请{unit}认真查找原因，立即整改，书面说明未按要求推进的原因、整改措施和预计办结时间。请其他单位引以为戒，按时限抓好各项任务落实。", "{unit}: find out why, put it right at once, and say in writing why, what you do, and by when it will be done. Other units: keep to your deadlines."),
    };
    let closed = match (paper.level, paper.head.closing) {
        (Escalation::Supervise, Closing::Reviewed) => {
            lang.pick("办结后报请审核销号。", " Report it for review when it is done.")
        }
        (Escalation::Supervise, Closing::Direct)
        | (Escalation::Remind | Escalation::Urge | Escalation::Circulate, _) => "",
    };
    format!("{request}{closed}")
}

/// The same on a form, which bears the number and is answered on.
pub(super) fn answer_on_form(paper: &Paper<'_>, lang: Language) -> String {
    let (day, weekday) = (paper.reply_by.long(lang), paper.reply_by.weekday_word(lang));
    let to = Line::plain(paper.office.unwrap_or(paper.header.plan.issuer)).text();
    say!(
        lang,
        "请于{day}（{weekday}）前（含当日）书面反馈至{to}，写明进展情况、存在问题、下一步措施和预计办结时间，附佐证材料。",
        "Answer {to} in writing by {day} ({weekday}) at the latest: what was done, what stands in the way, what comes next and by when it will be done, with evidence."
    )
}

pub(super) fn answer(paper: &Paper<'_>, lang: Language) -> String {
    let (day, weekday) = (paper.reply_by.long(lang), paper.reply_by.weekday_word(lang));
    let to = Line::plain(paper.office.unwrap_or(paper.header.plan.issuer)).text();
    let number = number(paper.number);
    let who = match paper.level {
        Escalation::Circulate => paper.unit.lead.unwrap_or_default(),
        Escalation::Remind | Escalation::Urge | Escalation::Supervise => "",
    };
    let of_whom = if who.is_empty() { String::new() } else { format!("{who}: answer") };
    let verb = if who.is_empty() { "Answer" } else { of_whom.as_str() };
    if paper.purpose == NoticePurpose::Report {
        return say!(
            lang,
            "请{who}于{day}（{weekday}）前（含当日）报送至{to}，并注明本件文号“{number}”。",
            "Send the reports to {to} by {day} ({weekday}) at the latest, with the number {number}."
        );
    }
    let named = match (paper.tasks.as_slice(), paper.people) {
        // There the request asks for it.
        _ if paper.level == Escalation::Supervise => "",
        ([_], _) | (_, None | Some((Some(_), _))) => "",
        (_, Some((None, _))) => lang.pick("，并明确各项任务的责任人", ", and name who is in charge of each"),
    };
    say!(
        lang,
        "请{who}于{day}（{weekday}）前（含当日）将办理情况书面反馈至{to}，写明进展情况、存在问题、下一步措施和预计办结时间{named}，附佐证材料，并注明本件文号“{number}”。",
        "{verb} {to} in writing by {day} ({weekday}) at the latest: what was done, what stands in the way, what comes next and by when it will be done{named}, with evidence. Give the number {number}."
    )
}

pub(super) fn ending(level: Escalation, lang: Language) -> &'static str {
    match level {
        Escalation::Remind => lang.pick("特此函告。", "End of the reminder."),
        Escalation::Urge => lang.pick("特此通知。", "End of the notice."),
        Escalation::Supervise => lang.pick("特此督办。", "End of the notice."),
        Escalation::Circulate => lang.pick("特此通报。", "End of the circular."),
    }
}
