//! Who is asked about a task: the unit that answers, the leader over it, or the person in charge.

use crate::assess::Standing;
use crate::plan::{Head, Plan, Task};
use crate::words::fields::Place;

use super::status::GroupBy;
use super::task_name::UnitRef;

/// Who is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// The unit that answers.
    Lead,
    /// The leader over it.
    Leader,
    /// The person in charge.
    Person,
}

impl Whom {
    /// Each, and the field that names it.
    pub const ALL: [(Whom, Place, &'static str); 3] = [
        (Whom::Lead, Place::Task, "lead"),
        (Whom::Leader, Place::Task, "leader"),
        (Whom::Person, Place::Task, "person"),
    ];

    /// The grouping by them.
    pub const fn group(self) -> GroupBy {
        match self {
            Whom::Lead => GroupBy::Lead,
            Whom::Leader => GroupBy::Leader,
            Whom::Person => GroupBy::Person,
        }
    }

    /// All whom a plan may ask, in the order in which it names them; people may come several times.
    pub fn known(self, plan: &Plan) -> Vec<&str> {
        match self {
            Whom::Lead => plan.head.units.iter().map(|unit| unit.name.as_str()).collect(),
            Whom::Leader => plan.tasks.iter().flat_map(Task::leaders).collect(),
            Whom::Person => plan.tasks.iter().flat_map(Task::persons).collect(),
        }
    }

    /// Those who are asked about a task; one without a name where it names none.
    pub fn of<'s>(self, head: &'s Head, standing: &'s Standing<'_>) -> Vec<UnitRef<'s>> {
        let task = &*standing.task;
        let named = |names: Vec<&'s str>, field: &'static str| {
            let assumed = standing.assumed.contains(&field);
            names.into_iter().map(|name| UnitRef { lead: Some(name), short: None, assumed }).collect::<Vec<_>>()
        };
        let people = match self {
            Whom::Lead => return vec![UnitRef::new(head, standing)],
            Whom::Leader => named(task.leaders().collect(), "leader"),
            Whom::Person => named(task.persons().collect(), "person"),
        };
        if people.is_empty() { vec![UnitRef { lead: None, short: None, assumed: false }] } else { people }
    }
}
