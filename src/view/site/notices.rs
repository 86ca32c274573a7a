//! Notices: on the first page those on which somebody still has to act, on a task's page those about it.

use maud::{Markup, html};

use super::drawing::Drawing;
use super::pieces::{labelled, task_title, text, wide};
use crate::plan::Language;
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

/// What stands in each column.
fn columns(lang: Language) -> [&'static str; 6] {
    [
        lang.pick("办理情况", "Stage"),
        lang.pick("文号", "Number"),
        lang.pick("类别", "Level"),
        lang.pick("主送单位", "Unit"),
        lang.pick("反馈期限", "Reply by"),
        lang.pick("任务", "Tasks"),
    ]
}

fn table(drawing: &Drawing<'_>, notices: &[&NoticeLine<'_>]) -> Markup {
    html! {
        table.cards {
            thead { tr { @for name in columns(drawing.lang) { th scope="col" { (name) } } } }
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
    let tasks = html! {
        @for about in notice.tasks.iter().take(NAMED) {
            span.dep { (about.task) " " @if let Some(task) = named(about.task) { (task_title(drawing, "", task)) } }
        }
        @if hidden > 0 { (crate::say!(lang, "等 {hidden} 项", "{hidden} more")) }
    };
    let cells = [
        said(drawing, notice),
        html! { (text(&notice.number.to_string())) },
        html! { (notice.level.as_notice(lang)) },
        html! { (text(&unit_of(lang, notice.unit_ref))) },
        html! { (notice.reply_by) },
        tasks,
    ];
    html! { tr { @for (name, cell) in columns(lang).into_iter().zip(&cells) { (labelled(name, None, cell)) } } }
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
