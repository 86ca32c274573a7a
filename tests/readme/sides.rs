//! The manual in English (`docs`) and in Chinese (`docs/zh`): the same pages, the same headings, the same commands; and no link
//! of either leads nowhere.

use std::collections::BTreeSet;
use std::fs;

use workplan::words::Language;
use workplan::words::fields::{self, Place};

use super::{command_line, marker, pages, top};

/// Pages that stand in one language, or in both at once.
const ONE_SIDED: [&str; 3] = ["architecture.md", "checks.md", "gallery.md"];

/// Pages that are told in short in Chinese: only the headings of their parts are the same.
const SHORT: [&str; 1] = ["performance.md"];

/// What the tables of fields on the page of the file format describe, in their order.
const DESCRIBED: [Place; 9] = [
    Place::Plan,
    Place::OwnField,
    Place::Task,
    Place::Metric,
    Place::Entry,
    Place::Amendment,
    Place::Withdrawal,
    Place::Notice,
    Place::Notices,
];

#[test]
fn every_page_has_its_other_side_and_names_it() {
    let names = |folder: &str| -> BTreeSet<String> {
        pages(folder).iter().map(|page| page.rsplit('/').next().unwrap().to_owned()).collect()
    };
    let english = names("docs").into_iter().filter(|name| !ONE_SIDED.contains(&name.as_str()));
    assert_eq!(english.collect::<BTreeSet<_>>(), names("docs/zh"));
    for name in names("docs/zh") {
        assert_eq!(read(&format!("docs/{name}")).lines().next(), Some(&*format!("[中文](zh/{name})")));
        assert_eq!(read(&format!("docs/zh/{name}")).lines().next(), Some(&*format!("[English](../{name})")));
    }
}

#[test]
fn both_sides_have_the_same_headings() {
    for (name, english, chinese) in both() {
        let deepest = if SHORT.contains(&&*name) { 2 } else { 6 };
        let levels = |text: &str| -> Vec<usize> {
            let levels = headings(text).into_iter().map(|(level, _)| level);
            levels.filter(|level| *level <= deepest).collect()
        };
        let beside = headings(&english).into_iter().zip(headings(&chinese)).collect::<Vec<_>>();
        assert_eq!(levels(&english), levels(&chinese), "{name}: {beside:?}");
    }
}

#[test]
fn both_sides_run_and_show_the_same_commands() {
    let whole = both().into_iter().filter(|(name, ..)| !SHORT.contains(&&**name));
    for (name, english, chinese) in whole {
        assert_eq!(commands(&english), commands(&chinese), "{name}");
        assert_eq!(fences(&english), fences(&chinese), "{name}");
    }
}

#[test]
fn both_sides_of_the_guide_have_the_same_headings_and_commands() {
    let english: Vec<String> = pages("src/view/guide").into_iter().filter(|page| page.ends_with(".en.md")).collect();
    assert_eq!(pages("src/view/guide").len(), english.len() * 2);
    for page in english {
        let (english, chinese) = (read(&page), read(&page.replace(".en.md", ".zh.md")));
        let levels = |text: &str| headings(text).into_iter().map(|(level, _)| level).collect::<Vec<_>>();
        assert_eq!(levels(&english), levels(&chinese), "{page}");
        assert_eq!(commands(&english), commands(&chinese), "{page}");
    }
}

#[test]
fn every_field_stands_on_the_page_of_the_file_format_under_its_name() {
    for (page, head) in
        [("docs/file-format.md", "| key | | meaning |"), ("docs/zh/file-format.md", "| 键 | 名称 | | 含义 |")]
    {
        let text = read(page);
        let tables: Vec<&str> = text.split("\n\n").filter(|part| part.starts_with(head)).collect();
        assert_eq!(tables.len(), DESCRIBED.len(), "{page}");
        for (table, place) in tables.iter().zip(DESCRIBED) {
            let keys: BTreeSet<&str> = table.lines().skip(2).flat_map(keys).collect();
            let known: BTreeSet<&str> = fields::of(place).iter().map(|field| field.key).collect();
            assert_eq!(keys, known, "{page}, {place:?}");
        }
        if page.contains("/zh/") {
            tables.iter().zip(DESCRIBED).for_each(|(table, place)| named(table, place));
        }
    }
}

/// Whether a table calls the fields of a place what the program calls them.
fn named(table: &str, place: Place) {
    for row in table.lines().skip(2) {
        let known: Vec<&str> = keys(row).map(|key| fields::name(Language::Chinese, place, key)).collect();
        let written: Vec<&str> = row.split(" | ").nth(1).unwrap().split('、').collect();
        assert_eq!(written, known, "{row}");
    }
}

/// The keys in the first cell of a row.
fn keys(row: &str) -> impl Iterator<Item = &str> {
    row.split(" | ").next().unwrap().split('`').skip(1).step_by(2)
}

#[test]
fn no_link_leads_nowhere() {
    let front = ["README.md", "README.zh-CN.md", "CONTRIBUTING.md"].map(str::to_owned);
    for page in front.into_iter().chain(super::manual()) {
        let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
        for link in links(&read(&page)).iter().filter(|link| !link.contains("://")) {
            let (path, anchor) = link.split_once('#').map_or((&**link, None), |(path, anchor)| (path, Some(anchor)));
            let target = if path.is_empty() { page.clone() } else { format!("{folder}/{path}") };
            let target = target.trim_start_matches('/');
            assert!(top().join(target).exists(), "{page}: {link}");
            if let Some(anchor) = anchor {
                let known: Vec<String> =
                    headings(&read(target)).into_iter().map(|(_, title)| anchor_of(&title)).collect();
                assert!(known.contains(&anchor.to_owned()), "{page}: {link} is none of {known:?}");
            }
        }
    }
}

/// Each page that has two sides: its name, its English and its Chinese text.
fn both() -> Vec<(String, String, String)> {
    let names = pages("docs/zh").into_iter().map(|page| page.replace("docs/zh/", ""));
    names.map(|name| (name.clone(), read(&format!("docs/{name}")), read(&format!("docs/zh/{name}")))).collect()
}

fn read(page: &str) -> String {
    fs::read_to_string(top().join(page)).unwrap()
}

/// The headings of a page, each with its level.
fn headings(text: &str) -> Vec<(usize, String)> {
    let heading = |line: &str| {
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        line.get(level..)?.strip_prefix(' ').filter(|_| level > 0).map(|title| (level, title.to_owned()))
    };
    outside(text).filter_map(heading).collect()
}

/// What GitHub makes of a heading for links to it.
fn anchor_of(title: &str) -> String {
    let kept = title.to_lowercase();
    let kept = kept.chars().filter(|char| char.is_alphanumeric() || matches!(char, ' ' | '-' | '_'));
    kept.map(|char| if char == ' ' { '-' } else { char }).collect()
}

/// Where the links of a page lead.
fn links(text: &str) -> Vec<String> {
    let of_line = |line: &str| -> Vec<String> {
        let after = line.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
        after.map(|(link, _)| link.to_owned()).collect()
    };
    outside(text).flat_map(of_line).collect()
}

/// The lines that stand in no code block.
fn outside(text: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    text.lines().filter(move |line| {
        let fence = line.starts_with("```");
        inside ^= fence;
        !inside && !fence
    })
}

/// What each code block holds: `sh`, `yaml`, `text`.
fn fences(text: &str) -> Vec<&str> {
    text.lines().filter_map(|line| line.strip_prefix("```")).filter(|kind| !kind.is_empty()).collect()
}

/// The commands that a page runs or shows, but for what a reader of another language types otherwise: names, days, remarks.
fn commands(text: &str) -> Vec<String> {
    let of_line = |line: &str| {
        let marked =
            ["output", "refused", "run"].into_iter().find_map(|kind| Some(format!("{kind}: {}", marker(line, kind)?)));
        marked.or_else(|| command_line(line).map(str::to_owned))
    };
    text.lines().filter_map(of_line).map(|command| skeleton(&command)).collect()
}

/// A command's own name and its options.
fn skeleton(command: &str) -> String {
    let command = command.split(" #").next().unwrap();
    let (before, words) = command.split_once("workplan ").unwrap();
    let mut words = words.split_whitespace();
    let name = words.next().unwrap();
    let options = words.filter(|word| word.starts_with("--") && *word != "--lang");
    let options: Vec<&str> = options.map(|option| option.split('=').next().unwrap()).collect();
    format!("{before}{name} {}", options.join(" ")).trim_end().to_owned()
}
