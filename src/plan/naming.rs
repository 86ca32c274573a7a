//! Names of units and places that have changed: what is written keeps the words of its day, and is understood.

use std::borrow::Cow;

use super::head::Head;
use super::id::UnitName;
use super::parts::Unit;
use super::task::Task;
use super::whole::Plan;

impl Head {
    /// The unit of that full name; of one that no unit has now, the unit that had it before.
    pub fn unit(&self, name: &UnitName) -> Option<&Unit> {
        let now = self.units.iter().find(|unit| unit.name == *name);
        now.or_else(|| self.units.iter().find(|unit| unit.was_called(name.as_str())))
    }

    /// The unit that is called so, by its name or its short form, now or else before.
    pub fn unit_called(&self, text: &str) -> Option<&Unit> {
        let now = self.units.iter().find(|unit| unit.is_called(text));
        now.or_else(|| self.units.iter().find(|unit| unit.was_called(text)))
    }

    /// The name that a unit has now, whatever it was called; one that no unit has or had, as it is.
    pub fn unit_now<'n>(&'n self, name: &'n UnitName) -> &'n UnitName {
        self.unit(name).map_or(name, |unit| &unit.name)
    }

    /// The name that a place has now, whatever it was called.
    pub fn place_now<'n>(&'n self, name: &'n str) -> &'n str {
        let now = self.places.iter().find(|place| place.name == name);
        let before = || self.places.iter().find(|place| place.formerly.iter().any(|old| old == name));
        now.or_else(before).map_or(name, |place| &place.name)
    }

    /// Whether any unit or place has changed its name.
    pub fn has_renamed(&self) -> bool {
        self.units.iter().any(|unit| !unit.formerly.is_empty())
            || self.places.iter().any(|place| !place.formerly.is_empty())
    }

    /// Puts the names of now in the place of those that a task bears from before.
    pub fn rename_in(&self, task: &mut Task) {
        if !self.has_renamed() {
            return;
        }
        for unit in task.lead.iter_mut().chain(&mut task.support) {
            *unit = self.unit_now(unit).clone();
        }
        for place in &mut task.places {
            *place = self.place_now(place).to_owned();
        }
    }
}

impl Plan {
    /// A task of an earlier state of the plan, with the names that its units and places have now.
    pub fn in_names_of_now<'t>(&self, task: &'t Task) -> Cow<'t, Task> {
        let mut task = Cow::Borrowed(task);
        if self.head.has_renamed() {
            self.head.rename_in(task.to_mut());
        }
        task
    }
}
