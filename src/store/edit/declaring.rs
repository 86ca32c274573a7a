//! What `plan.yaml` declares, changed in all the files that name it.

use crate::plan::{Date, Head, NamedPlace, OwnField, Rule, Task, UnitName};
use crate::words::fields::Place;

use super::keys::{Put, Step, cleared, put, put_at};
use super::renamed::{in_tasks, keys_of, rename, rename_place};
use super::rewrite::{EditError, Rewrite};
use super::{head, moved};

impl Rewrite {
    /// Declares a place in `plan.yaml`, behind the others.
    ///
    /// # Errors
    /// When the file cannot be edited safely.
    pub fn declare_place(&mut self, name: &str) -> Result<(), EditError> {
        let place = NamedPlace::new(name);
        self.declare(|text| head::add_place(text, &place), |head| head.places.push(place.clone()))
    }

    /// Lists a sentence of the document as one that orders no work, behind the others.
    ///
    /// # Errors
    /// When the file cannot be edited safely.
    pub fn add_context(&mut self, sentence: &str) -> Result<(), EditError> {
        self.declare(|text| head::add_context(text, sentence), |head| head.context.push(sentence.to_owned()))
    }

    /// Gives a unit another name, and another short form where one is said, wherever the plan names it. What was reported
    /// and sent keeps the old words, which the unit remembers.
    ///
    /// # Errors
    /// When there is no such unit, or a file cannot be edited safely.
    pub fn rename_unit(&mut self, old: &str, new: &str, short: Option<&str>) -> Result<(), EditError> {
        let at = self.place_in(|head| head.units.iter().position(|unit| unit.name.as_str() == old), old)?;
        let unit = self.head(|head| head.units.get(at).cloned()).ok_or_else(|| EditError::Nothing(old.to_owned()))?;
        let is_office =
            self.head(|head| head.notices.as_ref()?.office.clone()).is_some_and(|name| name.as_str() == old);
        let old_short = unit.short.filter(|old_short| short.is_some_and(|short| short != old_short));
        let gone: Vec<String> =
            [Some(old.to_owned()), old_short].into_iter().flatten().filter(|name| name != new).collect();
        let way = [Step::Key("units"), Step::Item(at)];
        self.declare(
            |text| {
                let mut text = rename(text, &way, ("name", Place::Unit), new, &gone)?;
                if let Some(short) = short {
                    text = put(&text, &way, "short", &keys_of(Place::Unit), &Put::text(short))?;
                }
                if is_office {
                    text = put(&text, &[Step::Key("notices")], "office", &keys_of(Place::Notices), &Put::text(new))?;
                }
                Some(text)
            },
            |head| {
                if let Some(unit) = head.units.get_mut(at) {
                    unit.name = UnitName(new.to_owned());
                    unit.short = short.map(str::to_owned).or(unit.short.take());
                    remember(&mut unit.formerly, new, &gone);
                }
                if let Some(rules) = head.notices.as_mut().filter(|_| is_office) {
                    rules.office = Some(UnitName(new.to_owned()));
                }
            },
        )?;
        let renamed = |unit: &mut UnitName| {
            if unit.as_str() == old {
                *unit = UnitName(new.to_owned());
            }
        };
        self.rename_in_tasks(&["lead", "support"], (old, new), |task| {
            task.lead.iter_mut().chain(&mut task.support).for_each(renamed);
        })
    }

    /// Says from which day on a unit is no more.
    ///
    /// # Errors
    /// When there is no such unit, or the file cannot be edited safely.
    pub fn retire_unit(&mut self, name: &str, since: Date) -> Result<(), EditError> {
        let at = self.place_in(|head| head.units.iter().position(|unit| unit.name.as_str() == name), name)?;
        let way = [Step::Key("units"), Step::Item(at)];
        let day = since.to_string();
        self.declare(
            |text| put(text, &way, "retired", &keys_of(Place::Unit), &Put::single(&day, &day)),
            |head| head.units.iter_mut().skip(at).take(1).for_each(|unit| unit.retired = Some(since)),
        )
    }

    /// Gives a place another name wherever the plan names it.
    ///
    /// # Errors
    /// When there is no such place, or a file cannot be edited safely.
    pub fn rename_place(&mut self, old: &str, new: &str) -> Result<(), EditError> {
        let at = self.head(|head| head.places.iter().position(|place| place.name == old));
        if let Some(at) = at {
            self.declare(
                |text| rename_place(text, at, new, old),
                |head| {
                    if let Some(place) = head.places.get_mut(at) {
                        new.clone_into(&mut place.name);
                        remember(&mut place.formerly, new, &[old.to_owned()]);
                    }
                },
            )?;
        }
        self.rename_in_tasks(&["places"], (old, new), |task| {
            task.places.iter_mut().filter(|place| *place == old).for_each(|place| new.clone_into(place));
        })
    }

    /// Declares a field of the office's own in `plan.yaml`, behind the others.
    ///
    /// # Errors
    /// When the file cannot be edited safely.
    pub fn declare_field(&mut self, field: &OwnField) -> Result<(), EditError> {
        self.declare(|text| head::add_field(text, field), |head| head.fields.push(field.clone()))
    }

    /// Keeps in `plan.yaml` what a column of the office's own ledgers holds: `推进说明=进展情况`.
    ///
    /// # Errors
    /// When the file cannot be edited safely.
    pub fn declare_column(&mut self, said: &str) -> Result<(), EditError> {
        self.declare(|text| head::add_column(text, said), |head| head.columns.push(said.to_owned()))
    }

    /// Gives a field of the office's own another title. Its key stays, and so does what tasks say under it.
    ///
    /// # Errors
    /// When there is no such field, or the file cannot be edited safely.
    pub fn rename_field(&mut self, key: &str, title: &str) -> Result<(), EditError> {
        let at = self.place_in(|head| head.fields.iter().position(|field| field.key == key), key)?;
        let way = [Step::Key("fields"), Step::Item(at)];
        self.declare(
            |text| put(text, &way, "title", &keys_of(Place::OwnField), &Put::text(title)),
            |head| head.fields.iter_mut().skip(at).take(1).for_each(|field| field.title = Some(title.to_owned())),
        )
    }

    /// Takes a field of the office's own out of `plan.yaml`.
    ///
    /// # Errors
    /// When there is no such field, or the file cannot be edited safely.
    pub fn remove_field(&mut self, key: &str) -> Result<(), EditError> {
        let at = self.place_in(|head| head.fields.iter().position(|field| field.key == key), key)?;
        self.declare(|text| head::remove_field(text, at), |head| drop(taken(&mut head.fields, at)))
    }

    /// Gives a section or a theme another heading.
    ///
    /// # Errors
    /// When there is none of that id, or the file cannot be edited safely.
    pub fn rename_part(&mut self, id: &str, title: &str) -> Result<(), EditError> {
        let (section, theme) = self.part(id)?;
        let old = self.head(|head| {
            let section = head.sections.get(section)?;
            Some(theme.map_or(Some(&section.title), |at| section.themes.get(at).map(|theme| &theme.title))?.clone())
        });
        let old = [old.ok_or_else(|| EditError::Nothing(id.to_owned()))?];
        let place = if theme.is_some() { Place::Theme } else { Place::Section };
        self.declare(
            |text| rename(text, &way_to(section, theme), ("title", place), title, &old),
            |head| {
                let Some(section) = head.sections.get_mut(section) else { return };
                let (name, formerly) = match theme {
                    None => (&mut section.title, &mut section.formerly),
                    Some(at) => match section.themes.get_mut(at) {
                        Some(theme) => (&mut theme.title, &mut theme.formerly),
                        None => return,
                    },
                };
                title.clone_into(name);
                remember(formerly, title, &old);
            },
        )
    }

    /// Puts a section or a theme before another one of its kind, or at the end of all (of a theme: of those of a section).
    ///
    /// # Errors
    /// When there is none of such an id, or the file cannot be edited safely.
    pub fn move_part(&mut self, id: &str, to: &Whereto<'_>) -> Result<(), EditError> {
        let from = self.part(id)?;
        let before = match to {
            Whereto::Before(other) => Some(self.part(other)?),
            Whereto::EndOf(_) | Whereto::End => None,
        };
        let (list, at) = match (before, to) {
            (Some((section, theme)), _) => (theme.map(|_| section), Some(theme.unwrap_or(section))),
            (None, Whereto::EndOf(section)) => (Some(self.part(section)?.0), None),
            (None, Whereto::Before(_) | Whereto::End) => (from.1.map(|_| from.0), None),
        };
        if from.1.is_some() != list.is_some() {
            return Err(EditError::Nothing(id.to_owned()));
        }
        self.declare(
            |text| moved::moved(text, from, list, at),
            |head| match (from.1, list) {
                (Some(theme), Some(list)) => {
                    let themes = head.sections.get_mut(from.0).map(|section| &mut section.themes);
                    let Some(part) = themes.and_then(|themes| taken(themes, theme)) else { return };
                    let shift = usize::from(list == from.0 && at.is_some_and(|at| at > theme));
                    let Some(section) = head.sections.get_mut(list) else { return };
                    let at = at.map_or(section.themes.len(), |at| at - shift);
                    section.themes.insert(at.min(section.themes.len()), part);
                }
                _ => {
                    let Some(part) = taken(&mut head.sections, from.0) else { return };
                    let shift = usize::from(at.is_some_and(|at| at > from.0));
                    let at = at.map_or(head.sections.len(), |at| at - shift);
                    head.sections.insert(at.min(head.sections.len()), part);
                }
            },
        )
    }

    /// Lets a rule of `plan.yaml` hold a value, written as YAML of one line; without one, what holds where nothing is said.
    ///
    /// # Errors
    /// When the rule cannot hold it, or the file cannot be edited safely.
    pub fn set_rule(&mut self, rule: Rule, yaml: Option<&str>, wanted: Option<&str>) -> Result<(), EditError> {
        let way = rule.way();
        self.declare_as_read(
            |text| match yaml {
                Some(yaml) => {
                    let orders = (&keys_of(Place::Plan)[..], &keys_of(rule.field.place)[..]);
                    put_at(text, &way, orders, &wanted.map_or_else(|| Put::yaml(yaml), |text| Put::single(yaml, text)))
                }
                None => cleared(text, &way),
            },
            |before, after| {
                rule.alone_differs(before, after)
                    && wanted.is_none_or(|wanted| rule.of(after).as_deref() == Some(wanted))
            },
        )
    }

    fn rename_in_tasks(
        &mut self,
        keys: &[&str],
        (old, new): (&str, &str),
        change: impl Fn(&mut Task),
    ) -> Result<(), EditError> {
        for path in self.task_files() {
            let before = self.text(&path);
            if !before.contains(old) {
                continue;
            }
            let after = in_tasks(&before, keys, old, new).ok_or_else(|| EditError::Unplaced(path.clone()))?;
            self.change_tasks(&path, &before, after, &change)?;
        }
        Ok(())
    }

    fn head<T>(&self, of: impl Fn(&Head) -> Option<T>) -> Option<T> {
        self.opened().plan.as_ref().and_then(|plan| of(&plan.head))
    }

    fn place_in(&self, of: impl Fn(&Head) -> Option<usize>, what: &str) -> Result<usize, EditError> {
        self.head(of).ok_or_else(|| EditError::Nothing(what.to_owned()))
    }

    /// The section of that id, or the theme with its section, by their places.
    fn part(&self, id: &str) -> Result<(usize, Option<usize>), EditError> {
        let found = self.head(|head| {
            let theme = head.sections.iter().enumerate().find_map(|(at, section)| {
                section.themes.iter().position(|theme| theme.id == id).map(|theme| (at, Some(theme)))
            });
            theme.or_else(|| head.sections.iter().position(|section| section.id == id).map(|at| (at, None)))
        });
        found.ok_or_else(|| EditError::Nothing(id.to_owned()))
    }
}

/// Where a section or a theme is to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whereto<'w> {
    /// Before another one of its kind.
    Before(&'w str),
    /// Behind the themes of that section.
    EndOf(&'w str),
    /// Behind all of its kind; of a theme, behind those of its section.
    End,
}

fn way_to(section: usize, theme: Option<usize>) -> Vec<Step<'static>> {
    let section = [Step::Key("sections"), Step::Item(section)];
    let theme = theme.map(|at| [Step::Key("themes"), Step::Item(at)]);
    section.into_iter().chain(theme.into_iter().flatten()).collect()
}

fn remember(formerly: &mut Vec<String>, new: &str, old: &[String]) {
    formerly.retain(|name| name != new);
    let unknown: Vec<String> = old.iter().filter(|name| !formerly.contains(name)).cloned().collect();
    formerly.extend(unknown);
}

fn taken<T>(list: &mut Vec<T>, at: usize) -> Option<T> {
    (at < list.len()).then(|| list.remove(at))
}
