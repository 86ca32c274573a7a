//! The ids of sections, themes and tasks.

use super::plan::{DraftSection, DraftTask, DraftTheme};

/// The title of what stands before the first heading.
const OPENING: &str = "开篇部署";
/// The title of the only section of a document without headings.
const ALL: &str = "各项任务";

/// A section before it is numbered.
#[derive(Debug, Default)]
pub(super) struct Numberless {
    /// Its heading; none before the first.
    pub(super) title: Option<String>,
    /// Its parts.
    pub(super) themes: Vec<(String, Vec<DraftTask>)>,
    /// The tasks that stand under none of them.
    pub(super) tasks: Vec<DraftTask>,
}

impl Numberless {
    fn is_empty(&self) -> bool {
        self.tasks.is_empty() && self.themes.iter().all(|(_, tasks)| tasks.is_empty())
    }
}

/// Gives ids: sections 1, 2, 3 (0 stands before the first heading), themes 11, 12 or, where there are ten, 1.1, 1.2.
pub(super) fn numbered(parts: Vec<Numberless>, divided: bool) -> Vec<DraftSection> {
    let parts: Vec<Numberless> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let titled = parts.iter().filter(|part| part.title.is_some()).count();
    let themes = parts.iter().map(|part| part.themes.len() + 1).max().unwrap_or(0);
    let point = if titled > 9 || themes > 9 { "." } else { "" };
    let mut sections: Vec<DraftSection> = Vec::new();
    for part in parts {
        match (part.title, sections.iter_mut().find(|section| section.assumed)) {
            (Some(title), _) => {
                let id = next_id(&sections);
                sections.push(section(id, title, false, part.themes, part.tasks, point));
            }
            (None, Some(first)) => {
                first.tasks.extend(part.tasks);
                number_tasks(&mut first.tasks, &first.id);
            }
            (None, None) => {
                let (id, title) = if divided { ("0", OPENING) } else { ("1", ALL) };
                sections.push(section(id.to_owned(), title.to_owned(), true, Vec::new(), part.tasks, point));
            }
        }
    }
    sections
}

fn next_id(sections: &[DraftSection]) -> String {
    (sections.iter().filter(|section| section.id != "0").count() + 1).to_string()
}

fn section(
    id: String,
    title: String,
    assumed: bool,
    themes: Vec<(String, Vec<DraftTask>)>,
    mut tasks: Vec<DraftTask>,
    point: &str,
) -> DraftSection {
    let mut themes: Vec<(String, Vec<DraftTask>)> = themes.into_iter().filter(|(_, tasks)| !tasks.is_empty()).collect();
    // A section is divided throughout or not at all.
    if !themes.is_empty() && !tasks.is_empty() {
        themes.insert(0, (title.clone(), std::mem::take(&mut tasks)));
    }
    number_tasks(&mut tasks, &id);
    let themes = themes
        .into_iter()
        .zip(1..)
        .map(|((title, mut tasks), number)| {
            let id = format!("{id}{point}{number}");
            number_tasks(&mut tasks, &id);
            DraftTheme { id, title, tasks }
        })
        .collect();
    DraftSection { id, title, assumed, themes, tasks }
}

fn number_tasks(tasks: &mut [DraftTask], theme: &str) {
    let width = tasks.len().to_string().len().max(2);
    for (task, number) in tasks.iter_mut().zip(1..) {
        task.id = format!("{theme}-{number:0width$}");
    }
}
