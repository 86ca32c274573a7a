//! Notices: on the first page those on which somebody still has to act, on a task's page those about it.

use maud::{Markup, html};

use super::drawing::Drawing;
use super::pieces::{task_title, text, wide};
use crate::report::notice::{NoticeLine, NoticeState};
use crate::report::site::{Inside, Office};
use crate::view::common::unit_of;
use crate::view::notices::{counted, of_task, stage};

/// How far the notices have come, worst first; nothing where none was sent.
pub(super) fn under_way(drawing: &Drawing<'_>, office: &Office<'_>) -> Markup {
    let (lang, own) = (drawing.lang, &office.notices);
    if own.totals.issued == 0 {
        return html! {};
    }
    let mut alive: Vec<&NoticeLine<'_>> = own.notices.iter().filter(|notice| notice.state.is_alive()).collect();
    alive.sort_by_key(|notice| (notice.state, notice.reply_by));
    let title = lang.pick("通知单办理", "Notices");
    html! {
        section { h2 { (title) }
            p.faint { (counted(own.totals, lang)) }
            @if !alive.is_empty() { (wide(title, &table(drawing, &alive))) }
        }
    }
}

fn table(drawing: &Drawing<'_>, notices: &[&NoticeLine<'_>]) -> Markup {
    let lang = drawing.lang;
    html! {
        table {
            thead { tr {
                th scope="col" { (lang.pick("办理情况", "Stage")) }
                th scope="col" { (lang.pick("文号", "Number")) }
                th scope="col" { (lang.pick("类别", "Level")) }
                th scope="col" { (lang.pick("主送单位", "Unit")) }
                th scope="col" { (lang.pick("反馈期限", "Reply by")) }
                th scope="col" { (lang.pick("任务", "Tasks")) }
            } }
            tbody { @for notice in notices { (row(drawing, notice)) } }
        }
    }
}

fn row(drawing: &Drawing<'_>, notice: &NoticeLine<'_>) -> Markup {
    /// So many tasks are named.
    const NAMED: usize = 3;
    let lang = drawing.lang;
    let named = |id: &str| drawing.site.tasks.iter().find(|task| task.id == id);
    let hidden = notice.tasks.len().saturating_sub(NAMED);
    html! {
        tr {
            td { (said(drawing, notice)) }
            td { (text(&notice.number.to_string())) }
            td { (notice.level.as_notice(lang)) }
            td { (text(&unit_of(lang, notice.unit_ref))) }
            td { (notice.reply_by) }
            td {
                @for about in notice.tasks.iter().take(NAMED) {
                    span.dep { (about.task) " " @if let Some(task) = named(about.task) { (task_title(drawing, "", task)) } }
                }
                @if hidden > 0 { (crate::say!(lang, "等 {hidden} 项", "{hidden} more")) }
            }
        }
    }
}

fn said(drawing: &Drawing<'_>, notice: &NoticeLine<'_>) -> Markup {
    let stage = stage(notice, drawing.lang);
    let tag = match notice.state {
        NoticeState::Overdue => Some("tag t-red"),
        NoticeState::Issued => Some("tag t-yellow"),
        NoticeState::Received | NoticeState::Answered | NoticeState::Settled | NoticeState::Void => None,
    };
    html! { span class=[tag] { (text(&stage)) } }
}

/// The notices about a task; nothing where none was sent.
pub(super) fn about(drawing: &Drawing<'_>, inside: &Inside<'_>) -> Markup {
    let (lang, office) = (drawing.lang, drawing.site.office.as_ref());
    let own = inside.notices.iter().filter_map(|at| office?.notices.notices.get(*at));
    if inside.notices.is_empty() {
        return html! {};
    }
    html! {
        section.notices { h2 { (lang.pick("通知单", "Notices")) }
            ul.alerts { @for notice in own { li { (text(&of_task(notice, lang))) } } }
        }
    }
}
