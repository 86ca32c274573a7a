//! What is taken out of somebody's file into the plan.

/// Entries out of a file, in the order of their days.
#[derive(Debug, Default)]
pub struct NewEntries {
    /// The entries.
    pub entries: Vec<NewEntry>,
}

/// An entry, and what it says that was not known.
#[derive(Debug)]
pub struct NewEntry {
    /// Where it comes from: `进展!12`.
    pub place: String,
    /// The task's id.
    pub task: String,
    /// The task's title.
    pub title: String,
    /// The day for which it is true.
    pub date: String,
    /// Who reports.
    pub by: Option<String>,
    /// What it says, by the fields of the ledger, with what was known before.
    pub says: Vec<News>,
}

/// One thing that an entry says.
#[derive(Debug, Clone)]
pub struct News {
    /// The field: 当前值, 进展情况.
    pub field: String,
    /// What was known before.
    pub before: Option<String>,
    /// What is said now.
    pub now: String,
}

/// Tasks out of a file, in its order.
#[derive(Debug, Default)]
pub struct NewTasks {
    /// The tasks.
    pub tasks: Vec<NewTask>,
    /// Sections and themes that the plan did not know: the ids and titles.
    pub sections: Vec<(String, String)>,
    /// Units that the plan did not know.
    pub units: Vec<String>,
}

/// A task, as it will stand in the plan.
#[derive(Debug)]
pub struct NewTask {
    /// Where it comes from.
    pub place: String,
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The unit that answers for it.
    pub lead: Option<String>,
    /// The deadline, where the ledger gives one.
    pub deadline: Option<String>,
    /// Its metrics with their targets.
    pub metrics: Vec<String>,
}
