//! What the public may see of a plan.

use crate::desk::session::Session;
use crate::plan::{Head, Language};
use crate::say;

use crate::assess::Assessment;
use crate::report::filter::Filter;
use crate::report::published::{NotOpen, Published, published};

/// What the public may see.
///
/// # Errors
/// When the plan's document is not for everybody.
pub(crate) fn for_the_public<'s>(
    session: &'s Session,
    assessment: &'s Assessment<'s>,
    filter: &Filter,
) -> anyhow::Result<Published<'s>> {
    published(&session.plan, assessment, filter, session.lang)
        .map_err(|why| NotPublic(not_open(session.lang, &session.plan.head, why)).into())
}

/// Why there is no edition for the public.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct NotPublic(String);

fn not_open(lang: Language, head: &Head, why: NotOpen) -> String {
    let open = Head::OPEN;
    match why {
        NotOpen::Unsaid => say!(
            lang,
            "plan.yaml 没有写明公开属性，不能出公开版；确属主动公开的，请写 disclosure: {open}",
            "plan.yaml does not say how public the plan is, so there is no edition for the public; where it is for everybody, write disclosure: {open}"
        ),
        NotOpen::TellingFilter(option) => say!(
            lang,
            "公开版不能用 {option} 筛选：选出哪些任务，就等于公开了它；可用 --section、--theme、--due-by",
            "an edition for the public cannot be filtered by {option}: which tasks come out would tell it; --section, --theme and --due-by may be used"
        ),
        NotOpen::Closed => {
            let said = head.disclosure.as_deref().unwrap_or_default();
            say!(
                lang,
                "本计划的公开属性为“{said}”，不能出公开版；只有 disclosure: {open} 的计划可以",
                "the plan's disclosure is `{said}`, so there is no edition for the public; only a plan with disclosure: {open} has one"
            )
        }
    }
}
