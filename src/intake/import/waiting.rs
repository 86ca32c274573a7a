//! What the tasks of a ledger wait for.

use std::collections::HashMap;

use crate::intake::ledger::Ledger;
use crate::intake::place::PlacedFault;
use crate::plan::TaskId;
use crate::plan::meant::column::Field;
use crate::say;
use crate::words;

use super::linked::{Waits, waits_for};
use super::task::Clerk;
use super::tasks::Reading;

impl Reading<'_, '_> {
    /// What tasks wait for is known when all rows have been read. Each comes with its place among those found, and the texts
    /// of its row.
    pub(super) fn link(&mut self, ledger: &Ledger<'_>, waiting: Vec<(usize, Vec<String>)>) {
        let mut depends: HashMap<TaskId, Vec<TaskId>> = HashMap::new();
        let mut all_lagged: Vec<String> = Vec::new();
        for (at, texts) in waiting {
            let Some(found) = self.found.get_mut(at) else { continue };
            let Waits { ids, mut unknown, parts, lagged } = self.links.meant(&texts);
            all_lagged.extend(lagged);
            let own = found.written.task.id.clone();
            // Two that wait for each other would wait for ever.
            let (round, ids): (Vec<TaskId>, Vec<TaskId>) =
                ids.into_iter().partition(|id| waits_for(id, &own, &depends));
            unknown.extend(round.iter().map(TaskId::to_string));
            found.written.task.depends.clone_from(&ids);
            depends.insert(own, ids);
            if let Some(message) = self.unlinked(&unknown, &parts) {
                let Some(found) = self.found.get_mut(at) else { continue };
                let row = &found.row;
                Clerk { reader: &self.reader, ledger }.unread(row, Field::Depends, message, &mut found.written);
                self.faults.append(&mut found.written.faults);
                self.remarks.append(&mut found.written.remarks);
            }
        }
        let told = self.lagged(ledger, &all_lagged);
        self.remarks.extend(told);
    }

    /// That a row waits for something that is no task.
    fn unlinked(&self, unknown: &[String], parts: &[String]) -> Option<String> {
        let lang = self.reader.lang;
        let no_task = (!unknown.is_empty()).then(|| {
            let unknown = words::list(lang, unknown);
            say!(
                lang,
                "前置任务“{unknown}”不是表中的任务，或互为前置",
                "`{unknown}` is no task of the ledger, or waits for this one itself"
            )
        });
        let is_part = (!parts.is_empty()).then(|| {
            let parts = words::list(lang, parts);
            say!(
                lang,
                "前置任务“{parts}”下有其他任务，已作为板块或专题，不能作为前置",
                "`{parts}` has others under it and is a section or a theme, for which no task can wait"
            )
        });
        let both: Vec<String> = no_task.into_iter().chain(is_part).collect();
        (!both.is_empty()).then(|| both.join(lang.pick("；", "; ")))
    }

    /// Kinds of links and lags, which no plan has: told once.
    fn lagged(&self, ledger: &Ledger<'_>, lagged: &[String]) -> Option<PlacedFault> {
        let column = ledger.header.column(Field::Depends)?;
        let lang = self.reader.lang;
        (!lagged.is_empty()).then(|| {
            let lagged = words::list(lang, lagged);
            let message = say!(
                lang,
                "前置任务只记先后，类型和间隔时间没有采用：{lagged}",
                "of predecessors only the order is kept, not the kind of the link nor the lag: {lagged}"
            );
            PlacedFault { place: ledger.place(self.reader.file, ledger.header.last, column), message }
        })
    }
}
