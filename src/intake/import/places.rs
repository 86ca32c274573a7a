//! Where a ledger's tasks belong in the plan: sections and themes, known ones and new ones.

use std::collections::HashSet;

use crate::intake::ledger::{heading_number, same_name};
use crate::intake::new_part::{ids, section_id, theme_id};
use crate::plan::{Head, Section, Theme};

/// The heading under which rows stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Under {
    pub(super) section: Option<Heading>,
    pub(super) theme: Option<Heading>,
    /// The section to make where neither the ledger nor the plan has any.
    pub(super) sheet: Option<Heading>,
}

/// A heading, without its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) number: Option<u64>,
    pub(super) title: String,
    depth: usize,
}

impl Heading {
    pub(super) fn new(text: &str) -> Heading {
        let (number, depth, title) = match heading_number(text) {
            Some((number, depth, title)) => (Some(number), depth, title),
            None => (None, 1, text),
        };
        Heading { number, title: without_count(title), depth }
    }

    /// A heading that has no number.
    pub(super) fn plain(title: &str) -> Heading {
        Heading { number: None, title: title.to_owned(), depth: 1 }
    }
}

/// A heading without how many tasks stand under it: `经济建设（12项）`.
fn without_count(title: &str) -> String {
    let title: String = title.lines().map(str::trim).collect();
    let bare = title.split_once(['（', '(']).filter(|(_, rest)| {
        rest.trim_start_matches(['共', '计']).starts_with(|c: char| c.is_ascii_digit())
            && rest.contains(['项', '个', '件'])
    });
    bare.map_or(title.as_str(), |(bare, _)| bare).trim_end_matches(['：', ':']).trim().to_owned()
}

impl Under {
    /// The next heading of the ledger: （一） under 一、 begins a theme, any other a section.
    pub(super) fn next(&mut self, text: &str) {
        let heading = Heading::new(text);
        let deeper = self.section.as_ref().is_some_and(|section| heading.depth > section.depth);
        if deeper {
            self.theme = Some(heading);
        } else {
            *self = Under { section: Some(heading), theme: None, sheet: None };
        }
    }
}

/// The plan's sections and themes, and those that come with the ledger.
pub(super) struct Places {
    sections: Vec<Section>,
    /// Sections that hold tasks themselves.
    holding: HashSet<String>,
    /// New sections, and new themes with the ids of their sections, in the order in which they came.
    pub(super) new_sections: Vec<String>,
    pub(super) new_themes: Vec<(String, Theme)>,
}

/// Why a row belongs nowhere.
pub(super) enum Nowhere {
    /// The ledger does not say where, and there is more than one section, or none.
    Unsaid,
    /// The section has themes, and the row names none of them.
    WhichTheme(String, Vec<String>),
}

impl Places {
    pub(super) fn new(head: &Head, held: impl Iterator<Item = String>) -> Places {
        Places {
            sections: head.sections.clone(),
            holding: held.collect(),
            new_sections: Vec::new(),
            new_themes: Vec::new(),
        }
    }

    /// Whether tasks may begin with that id.
    pub(super) fn knows(&self, id: &str) -> bool {
        self.sections.iter().any(|section| match section.themes.is_empty() {
            true => section.id == id,
            false => section.themes.iter().any(|theme| theme.id == id),
        })
    }

    /// Makes room for a section or a theme that a workbook of ours keeps, where the plan has nothing else of that id.
    pub(super) fn adopt(&mut self, kept: &[Section], id: &str) {
        if self.knows(id) {
            return;
        }
        let holds = |section: &&Section| section.id == id || section.themes.iter().any(|theme| theme.id == id);
        let Some(section) = kept.iter().find(holds) else { return };
        let theme = section.themes.iter().find(|theme| theme.id == id).cloned();
        if theme.is_none() && !section.themes.is_empty() {
            return;
        }
        let taken: HashSet<String> = ids(&self.sections).into_iter().map(str::to_owned).collect();
        let at = self.sections.iter().position(|known| known.id == section.id);
        let at = match at {
            Some(at) => at,
            None if taken.contains(&section.id) => return,
            None => {
                self.new_sections.push(section.id.clone());
                self.sections.push(Section { themes: Vec::new(), ..section.clone() });
                self.sections.len() - 1
            }
        };
        let Some(own) = self.sections.get_mut(at).filter(|own| same_name(&own.title, &section.title)) else { return };
        if let Some(theme) = theme.filter(|theme| !taken.contains(&theme.id) && !self.holding.contains(&own.id)) {
            own.themes.push(theme.clone());
            self.new_themes.push((own.id.clone(), theme));
        }
    }

    /// A section by its id.
    pub(super) fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// The id with which the ids of tasks under those headings begin.
    pub(super) fn place(&mut self, under: &Under) -> Result<String, Nowhere> {
        let at = match &under.section {
            Some(heading) => self.section_at(heading),
            None if self.sections.len() == 1 && self.new_sections.is_empty() => 0,
            None => match &under.sheet {
                Some(heading) => self.section_at(heading),
                None => return Err(Nowhere::Unsaid),
            },
        };
        let Some(section) = self.sections.get(at) else { return Err(Nowhere::Unsaid) };
        let id = section.id.clone();
        match &under.theme {
            // A section is divided throughout or not at all.
            Some(theme) if !self.holding.contains(&id) => Ok(self.theme_in(at, theme)),
            Some(_) => Ok(id),
            None if section.themes.is_empty() => {
                self.holding.insert(id.clone());
                Ok(id)
            }
            None => {
                let themes = section.themes.iter().map(|theme| format!("{} {}", theme.id, theme.title)).collect();
                Err(Nowhere::WhichTheme(format!("{id} {}", section.title), themes))
            }
        }
    }

    fn section_at(&mut self, heading: &Heading) -> usize {
        let same = |section: &Section| same_name(&section.title, &heading.title) || section.id == heading.title;
        if let Some(at) = self.sections.iter().position(same) {
            return at;
        }
        let taken = ids(&self.sections);
        let own = heading.number.map(|number| number.to_string()).filter(|id| !taken.contains(id.as_str()));
        let id = own.unwrap_or_else(|| section_id(&self.sections));
        self.new_sections.push(id.clone());
        self.sections.push(Section::new(&id, &heading.title));
        self.sections.len() - 1
    }

    fn theme_in(&mut self, at: usize, heading: &Heading) -> String {
        let Some(section) = self.sections.get(at) else { return String::new() };
        let same = |theme: &&Theme| same_name(&theme.title, &heading.title) || theme.id == heading.title;
        if let Some(theme) = section.themes.iter().find(same) {
            return theme.id.clone();
        }
        let id = theme_id(&self.sections, section);
        let theme = Theme::new(&id, &heading.title);
        self.new_themes.push((section.id.clone(), theme.clone()));
        self.sections.iter_mut().skip(at).take(1).for_each(|section| section.themes.push(theme.clone()));
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_lead_to_sections_and_themes() {
        let head: Head = serde_yaml::from_str(
            "{ format: workplan/1, id: x, title: t, issuer: i, issued: 2020-07-01, period: { start: 2020-07-01, end: 2020-12-31 }, sections: [{ id: '1', title: 经济 }, { id: '2', title: 乡村, themes: [{ id: '21', title: 环境 }] }] }",
        )
        .unwrap();
        let mut places = Places::new(&head, std::iter::empty());
        let mut under = Under::default();
        for (heading, place) in [
            ("一、经济", Some("1")),
            ("二、乡村（共12项）", None),
            ("（一）环境", Some("21")),
            ("（二）产业", Some("22")),
            ("三、民生", Some("3")),
            ("五、安全", Some("5")),
            ("（一）消防", Some("5")),
            ("自身建设", Some("4")),
        ] {
            under.next(heading);
            assert_eq!(places.place(&under).ok().as_deref(), place, "{heading}");
        }
        assert_eq!(places.new_sections, ["3", "5", "4"]);
    }

    #[test]
    fn no_section_takes_the_id_of_a_theme_nor_a_theme_that_of_a_section() {
        let head: Head = serde_yaml::from_str(
            "{ format: workplan/1, id: x, title: t, issuer: i, issued: 2020-07-01, period: { start: 2020-07-01, end: 2020-12-31 }, sections: [{ id: '1', title: 经济, themes: [{ id: '2', title: 工业 }] }, { id: '31', title: 乡村 }] }",
        )
        .unwrap();
        let mut places = Places::new(&head, std::iter::empty());
        let mut ids = Vec::new();
        for title in ["二、民生", "（一）就业", "安全", "党建"] {
            let mut under = Under::default();
            under.next(title);
            ids.extend(places.place(&under).ok());
        }
        let mut under = Under::default();
        under.next("三、文化");
        under.next("（一）场馆");
        ids.extend(places.place(&under).ok());
        let own = places.sections.iter().map(|section| &section.id);
        let all: Vec<&String> = own.chain(places.sections.iter().flat_map(|s| &s.themes).map(|t| &t.id)).collect();
        let unique: HashSet<&String> = all.iter().copied().collect();
        assert_eq!(unique.len(), all.len(), "{all:?}");
    }

    #[test]
    fn what_a_workbook_keeps_is_adopted_where_nothing_else_has_the_id() {
        let head: Head = serde_yaml::from_str(
            "{ format: workplan/1, id: x, title: t, issuer: i, issued: 2020-07-01, period: { start: 2020-07-01, end: 2020-12-31 }, sections: [{ id: '2', title: 别的 }] }",
        )
        .unwrap();
        let kept: Vec<Section> = serde_yaml::from_str(
            "[{ id: '1', title: 经济, themes: [{ id: '11', title: 工业 }] }, { id: '2', title: 乡村, themes: [{ id: '21', title: 环境 }] }]",
        )
        .unwrap();
        let mut places = Places::new(&head, std::iter::empty());
        for id in ["11", "21", "99"] {
            places.adopt(&kept, id);
        }
        assert!(places.knows("11") && !places.knows("21"));
        assert_eq!(places.new_sections, ["1"]);
    }
}
