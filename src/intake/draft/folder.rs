//! A new plan as the files of its folder, and what a person is told of it.

use std::path::Path;

use crate::intake::document::{HandedIn, source_files};
use crate::intake::review::review;
use crate::plan::{Date, Language};
use crate::report::review::Review;
use crate::say;

use super::drafting::draft;
use super::head::{DraftHead, Given};
use super::plan::Draft;
use super::write::{empty_plan, files, left_open_in};

/// A file to be written: its path from the plan's folder, and its bytes.
pub(crate) type NewFile = (String, Vec<u8>);

/// A new plan, empty or drafted.
pub(crate) struct NewPlan {
    /// The files of its folder.
    pub(crate) files: Vec<NewFile>,
    /// What a person is told of it.
    pub(crate) said: Said,
    /// The draft beside its document, where that was asked for.
    pub(crate) review: Option<Review>,
}

impl NewPlan {
    /// A plan without a task.
    pub(crate) fn empty(given: &Given, today: Date, lang: Language) -> NewPlan {
        let head = empty_head(given, today);
        NewPlan {
            files: empty_plan(&head, lang).into_iter().map(as_bytes).collect(),
            said: Said::of_empty(&head, lang),
            review: None,
        }
    }

    /// A plan that is drafted from a document, which stands at `path` and is kept beside it; `reviewed`: the two beside each other.
    pub(crate) fn drafted(
        path: &Path,
        document: HandedIn,
        given: &Given,
        reviewed: bool,
        today: Date,
        lang: Language,
    ) -> NewPlan {
        let draft = draft(&document.document.text, given, today);
        let mut said = Said::of_draft(&draft, lang);
        let file = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let review = reviewed.then(|| review(&draft, &document.document.text, &file, lang));
        let (name, mut all) = source_files(path, document, lang, &mut said.notes);
        all.extend(files(&draft, &name, lang).into_iter().map(as_bytes));
        all.sort();
        NewPlan { files: all, said, review }
    }
}

fn empty_head(given: &Given, today: Date) -> DraftHead {
    draft(given.title.as_deref().unwrap_or_default(), given, today).head
}

fn as_bytes((path, text): (String, String)) -> NewFile {
    (path, text.into_bytes())
}

/// What a person is told of a new plan.
pub(crate) struct Said {
    /// One line: what was made.
    pub(crate) told: String,
    /// What is to be known beside it.
    pub(crate) notes: Vec<String>,
}

impl Said {
    fn of_empty(head: &DraftHead, lang: Language) -> Said {
        let (units, sections) = (head.units.len(), head.sections.len());
        let told = match (units, sections) {
            (0, 0) => say!(lang, "空计划，尚无任务", "an empty plan, no task yet"),
            _ => say!(
                lang,
                "单位 {units} 个、板块 {sections} 个，尚无任务",
                "units {units}, sections {sections}, no task yet"
            ),
        };
        Said { told, notes: open_parts(head, lang).into_iter().collect() }
    }

    fn of_draft(draft: &Draft, lang: Language) -> Said {
        let (sections, tasks) = (draft.sections.len(), draft.tasks().count());
        let metrics: usize = draft.tasks().map(|task| task.metrics.len()).sum();
        let dated = draft.tasks().filter(|task| task.deadline.is_some()).count();
        let told = say!(
            lang,
            "草案，{sections} 个板块、{tasks} 项任务（指标 {metrics} 个、写明时限 {dated} 项），须逐条核对",
            "a draft (sections {sections}, tasks {tasks}, metrics {metrics}, stated deadlines {dated}), to be settled one by one"
        );
        let mut notes: Vec<String> = open_parts(&draft.head, lang).into_iter().collect();
        if tasks == 0 {
            notes.push(say!(
                lang,
                "没有找到部署工作的句子，全文列入 context",
                "no sentence was found that orders work: all is context"
            ));
        }
        Said { told, notes }
    }
}

/// What the head of the plan leaves open.
fn open_parts(head: &DraftHead, lang: Language) -> Option<String> {
    let names = left_open_in(head, lang)?;
    Some(say!(
        lang,
        "{names}没有写明，暂填并已标明；请用 workplan plan set 改正",
        "nothing says {names}: a stand-in was written and marked; correct it with `workplan plan set`"
    ))
}
