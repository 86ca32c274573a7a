//! A new section or theme: an id that no other has.

use std::collections::HashSet;

use crate::plan::Section;

/// The first number that is the id of no section and no theme.
pub(crate) fn section_id(sections: &[Section]) -> String {
    let taken = ids(sections);
    (1_u64..).map(|number| number.to_string()).find(|id| !taken.contains(id.as_str())).unwrap_or_default()
}

/// The next id of a theme of a section: 21, 22; from the tenth on 2.10, so that 211 is no theme of section 21.
pub(crate) fn theme_id(sections: &[Section], section: &Section) -> String {
    let taken = ids(sections);
    let ids = (section.themes.len() + 1..).map(|number| match number {
        1..=9 => format!("{}{number}", section.id),
        number => format!("{}.{number}", section.id),
    });
    ids.into_iter().find(|id| !taken.contains(id.as_str())).unwrap_or_default()
}

/// The ids of all sections and themes.
pub(crate) fn ids(sections: &[Section]) -> HashSet<&str> {
    let own = sections.iter().map(|section| section.id.as_str());
    own.chain(sections.iter().flat_map(|section| &section.themes).map(|theme| theme.id.as_str())).collect()
}
