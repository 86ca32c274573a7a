//! For whom an output is: the office, or the public.

use clap::Args;

use crate::both;
use crate::desk::session::Session;
use crate::plan::{Head, Language};
use crate::say;

use crate::assess::Assessment;
use crate::report::filter::Filter;
use crate::report::published::{NotOpen, Published, published};

/// For whom an output is.
#[derive(Debug, Args)]
pub(crate) struct EditionArgs {
    #[arg(long, help = both!(
        "公开版：只含板块、任务、原文、完成时限和指标（亮灯须 plan.yaml 写明\npublish_lights: true），不含单位、人员、进展、问题、佐证等内部内容",
        "An edition for the public: sections, titles, source, deadlines and metrics only (lights where plan.yaml says publish_lights: true); no names, progress, issues or evidence",
    ))]
    pub(crate) public: bool,
}

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
        .map_err(|why| not_open(session.lang, &session.plan.head, why))
}

fn not_open(lang: Language, head: &Head, why: NotOpen) -> anyhow::Error {
    let open = Head::OPEN;
    anyhow::anyhow!(match why {
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
    })
}
