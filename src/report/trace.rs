//! Which sentence of the document orders which task.

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::{Head, Plan};

use super::header::Header;
use crate::plan::document::{Covered, cover};

/// `workplan.trace/1`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Trace<'s> {
    /// What every document starts with.
    #[serde(flatten)]
    pub header: Header<'s>,
    /// The source document, from the repository's top; `null` where the plan names none.
    pub source: Option<String>,
    /// How many sentences there are.
    pub total: usize,
    /// How many order work.
    pub ordered: usize,
    /// How many order none.
    pub context: usize,
    /// How many are neither a task's nor context.
    pub uncovered: usize,
    /// The sentences, in the document's order.
    pub sentences: Vec<SentenceLine<'s>>,
    /// The titles of the tasks that the sentences name.
    #[serde(skip)]
    pub titles: std::collections::HashMap<&'s str, &'s str>,
    /// The plan's own words.
    #[serde(skip)]
    pub head: &'s Head,
}

/// A sentence and what covers it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SentenceLine<'s> {
    /// The line of the document, from 1.
    pub line: usize,
    /// The sentence.
    pub text: String,
    /// The tasks whose words stand in it.
    pub covered_by: Vec<&'s str>,
    /// Whether it orders no work.
    pub context: bool,
    /// The pieces of it that are in no task's words.
    pub left_out: Vec<String>,
}

/// The name of the document.
pub const SCHEMA: &str = "workplan.trace/1";

/// Reports which sentence orders which task. `tasks` keeps the sentences of those tasks only; the counts
/// are of the whole document all the same.
pub fn trace<'s>(plan: &'s Plan, header: Header<'s>, source: Option<(String, &str)>, tasks: &[String]) -> Trace<'s> {
    let (path, text) = source.map_or((None, ""), |(path, text)| (Some(path), text));
    let covered = cover(plan, text);
    let ordered = covered.iter().filter(|sentence| !sentence.tasks.is_empty()).count();
    let context = covered.iter().filter(|sentence| sentence.tasks.is_empty() && sentence.context).count();
    let sentences: Vec<SentenceLine<'s>> = covered
        .iter()
        .map(|sentence| SentenceLine::new(plan, sentence))
        .filter(|line| tasks.is_empty() || line.covered_by.iter().any(|id| tasks.iter().any(|task| task == id)))
        .collect();
    Trace {
        header,
        source: path,
        total: covered.len(),
        ordered,
        context,
        uncovered: covered.len() - ordered - context,
        sentences,
        titles: plan.tasks.iter().map(|task| (task.id.as_str(), task.title.as_str())).collect(),
        head: &plan.head,
    }
}

impl<'s> SentenceLine<'s> {
    fn new(plan: &'s Plan, covered: &Covered<'_>) -> SentenceLine<'s> {
        let tasks = covered.tasks.iter().filter_map(|place| plan.tasks.get(*place));
        let start = covered.sentence.span.start;
        let piece = |span: &std::ops::Range<usize>| {
            covered.sentence.text.get(span.start.checked_sub(start)?..span.end.checked_sub(start)?).map(str::to_owned)
        };
        SentenceLine {
            line: covered.sentence.line,
            text: covered.sentence.text.to_owned(),
            covered_by: tasks.map(|task| task.id.as_str()).collect(),
            context: covered.tasks.is_empty() && covered.context,
            left_out: if covered.tasks.is_empty() {
                Vec::new()
            } else {
                covered.left_out.iter().filter_map(piece).collect()
            },
        }
    }
}
