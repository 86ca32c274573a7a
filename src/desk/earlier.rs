//! The plans before: a task that was carried over is followed back, as far as they are found beside this one.

use std::path::Path;

use crate::assess::Assessment;
use crate::desk::Desk;
use crate::desk::holding::open_unchanging;
use crate::desk::output::note;
use crate::desk::session::Session;
use crate::plan::{CarriedFrom, Date, Task};
use crate::report::show::Earlier;
use crate::say;
use crate::store::plan_of_id;
use crate::words;

/// How a task went in the plans before, the nearest first. One that is not there, or has errors, ends the way: what is known
/// without it stands with the task.
pub(crate) fn earlier(desk: &Desk, session: &'static Session, task: &Task, as_of: Date) -> Vec<Earlier<'static>> {
    let mut way: Vec<Earlier<'static>> = Vec::new();
    let (mut session, mut carried) = (session, task.carried_from.clone());
    while let Some(from) = carried {
        // A circle of plans is somebody's slip.
        if way.iter().any(|known| known.plan == from.plan) {
            break;
        }
        let Some(before) = beside(desk, session, &from) else { break };
        // As with a session: taking a large plan apart again would only cost time.
        let assessment: &'static Assessment<'static> = Box::leak(Box::new(before.assess_at(as_of)));
        let Some(standing) = assessment.standings.iter().find(|standing| standing.task.id == from.task) else { break };
        way.push(Earlier::new(&before.plan.head, standing));
        carried = standing.task.carried_from.clone();
        session = before;
    }
    way
}

/// The plan before, where it is beside this one.
fn beside(desk: &Desk, session: &Session, from: &CarriedFrom) -> Option<&'static Session> {
    let own = dunce::canonicalize(session.opened.shelf.folder()?).ok()?;
    let folder = plan_of_id(&from.plan, own.parent().unwrap_or(Path::new(".")))?;
    let found = Session::of(desk, open_unchanging(desk, &folder), None, &[], |_| String::new());
    if found.is_err() {
        let (lang, id) = (session.lang, words::visible(&from.plan));
        note(
            lang,
            &say!(
                lang,
                "原计划 {id} 的文件有误，未列其台账；可用 workplan check --plan {id} 查看",
                "the plan before, {id}, has errors, so its journal is not told: workplan check --plan {id}"
            ),
        );
    }
    found.ok()
}
