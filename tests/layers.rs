//! The house as docs/architecture.md draws it: which folder may import which, no files that import each other, and `mod.rs`
//! that only list. Read from the sources, so that the page cannot drift.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A source file as a module: `src/report/week/mod.rs` is `["report", "week"]`.
struct Module {
    path: Vec<String>,
    file: String,
    /// What it says, without remarks and tests.
    code: String,
    lists: bool,
}

struct House {
    modules: BTreeMap<Vec<String>, Module>,
}

fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

impl House {
    fn read() -> House {
        let mut files = Vec::new();
        collect(&top().join("src"), &mut files);
        let modules = files.into_iter().map(|file| {
            let inside = file.strip_prefix(top().join("src")).unwrap().with_extension("");
            let mut path: Vec<String> = inside.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
            let lists = path.last().is_some_and(|last| last == "mod" || last == "lib");
            if lists {
                path.pop();
            }
            let code = code_of(&fs::read_to_string(&file).unwrap());
            let file = file.strip_prefix(top()).unwrap().display().to_string();
            (path.clone(), Module { path, file, code, lists })
        });
        House { modules: modules.collect() }
    }

    /// The file in which what a path names is defined, through whatever lists hand it on.
    fn home(&self, path: &[String]) -> Option<&Module> {
        let known = (0..=path.len()).rev().find_map(|end| self.modules.get(&path[..end]))?;
        let Some(name) = path.get(known.path.len()).filter(|_| known.lists) else { return Some(known) };
        let handed_on = uses(&known.code, &known.path).into_iter().filter(|used| used.len() > known.path.len() + 1);
        let by_name = handed_on.clone().find(|used| used.last() == Some(name) && used[..] != path[..]);
        let by_star = || handed_on.filter(|used| used.last().is_some_and(|last| last == "*"));
        let found = by_name.and_then(|used| self.home(&used));
        found.or_else(|| by_star().filter_map(|used| self.home(&used)).find(|home| defines(&home.code, name)))
    }

    /// What a file imports.
    fn imports(&self, module: &Module) -> BTreeSet<Vec<String>> {
        let homes = uses(&module.code, &module.path).into_iter().filter_map(|used| self.home(&used));
        homes.filter(|home| !home.lists && home.path != module.path).map(|home| home.path.clone()).collect()
    }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// A text without remarks and without its tests.
fn code_of(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

fn defines(code: &str, name: &str) -> bool {
    ["fn", "struct", "enum", "trait", "type", "const", "static"].iter().any(|kind| {
        let word = format!("{kind} {name}");
        let ends = |at: usize| !code[at + word.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
        code.match_indices(&word).any(|(at, _)| ends(at))
    })
}

/// Every path of the crate that a text names, from the crate's root.
fn uses(code: &str, own: &[String]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    for (at, root) in ["crate::", "super::"].iter().flat_map(|root| code.match_indices(root)) {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|c| is_name(c) || c == ':' || c == '$') {
            continue;
        }
        let base = if root == "crate::" { Vec::new() } else { own[..own.len().saturating_sub(1)].to_vec() };
        paths(&code[at + root.len()..], base, &mut found);
    }
    // A list hands on what its own children hold.
    for line in code.split(';').map(str::trim) {
        let line = line.rsplit('\n').find(|line| line.contains("use ")).unwrap_or(line).trim();
        if let Some((_, path)) = line.split_once("use ").filter(|(before, _)| before.trim().starts_with("pub"))
            && !path.starts_with("crate::")
            && !path.starts_with("super::")
        {
            let whole = code.find(path).map_or(path, |at| &code[at..]);
            paths(whole, own.to_vec(), &mut found);
        }
    }
    found
}

/// The paths that a text begins with: `a::b`, `a::{b, c::d}`.
fn paths(text: &str, mut base: Vec<String>, found: &mut Vec<Vec<String>>) {
    let mut rest = text;
    loop {
        if let Some(group) = rest.strip_prefix('{') {
            for part in parts(group) {
                let part = part.trim();
                match part {
                    "" => {}
                    "self" => found.push(base.clone()),
                    part => paths(part, base.clone(), found),
                }
            }
            return;
        }
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '*')).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        match name {
            "super" => drop(base.pop()),
            "" => {}
            name => base.push(name.to_owned()),
        }
        match after.strip_prefix("::") {
            Some(next) => rest = next,
            None => return found.push(base),
        }
    }
}

/// The parts of a group in brackets, up to its end.
fn parts(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                parts.push(&group[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts
}

/// The table of docs/architecture.md: each folder with those that it may import.
fn table() -> BTreeMap<String, BTreeSet<String>> {
    let page = fs::read_to_string(top().join("docs/architecture.md")).unwrap();
    let names = |cell: &str| -> BTreeSet<String> {
        cell.split('`').skip(1).step_by(2).map(|name| name.trim_start_matches("src/").to_owned()).collect()
    };
    let rows = page.lines().filter(|line| line.starts_with("| `src/"));
    let rows = rows.filter_map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
        Some((names(cells.first()?).pop_first()?, names(cells.get(1)?)))
    });
    rows.collect()
}

#[test]
fn no_folder_imports_one_above_it() {
    let (house, table) = (House::read(), table());
    let mut broken = Vec::new();
    for module in house.modules.values().filter(|module| !module.path.is_empty() && module.path[0] != "main") {
        let own = &module.path[0];
        let may = table.get(own).unwrap_or_else(|| panic!("docs/architecture.md has no row for src/{own}"));
        for used in uses(&module.code, &module.path) {
            let Some(folder) = used.first().filter(|folder| table.contains_key(*folder)) else { continue };
            if folder != own && !may.contains(folder) {
                broken.push(format!("{} imports {}", module.file, used.join("::")));
            }
        }
    }
    broken.sort();
    broken.dedup();
    assert!(broken.is_empty(), "{} arrows that the table does not have:\n{}", broken.len(), broken.join("\n"));
}

#[test]
fn no_files_import_each_other() {
    let house = House::read();
    let files: Vec<&Module> = house.modules.values().filter(|module| !module.lists).collect();
    let imports: BTreeMap<&[String], BTreeSet<Vec<String>>> =
        files.iter().map(|module| (&module.path[..], house.imports(module))).collect();
    let reached = |from: &[String]| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from.to_vec()]);
        while let Some(file) = next.pop() {
            let new = imports.get(&file[..]).into_iter().flatten().filter(|path| !seen.contains(*path));
            next.extend(new.cloned().collect::<Vec<_>>());
            seen.extend(imports.get(&file[..]).into_iter().flatten().cloned());
        }
        seen
    };
    let reaches: BTreeMap<&[String], BTreeSet<Vec<String>>> =
        imports.keys().map(|file| (*file, reached(file))).collect();
    let in_circle = |file: &[String], path: &Vec<String>| reaches[&path[..]].contains(file);
    let knots = imports.iter().flat_map(|(file, of)| {
        let within = of.iter().filter(|path| in_circle(file, path));
        within.map(|path| format!("{} imports {}", file.join("/"), path.join("/")))
    });
    let knots: Vec<String> = knots.collect();
    assert!(knots.is_empty(), "files that import each other:\n{}", knots.join("\n"));
}

#[test]
fn a_mod_file_only_lists() {
    let house = House::read();
    let kinds = ["fn ", "struct ", "enum ", "impl ", "impl<", "trait ", "type ", "static "];
    let defines = |line: &&str| {
        let line = line.trim_start().trim_start_matches("pub(crate) ").trim_start_matches("pub(super) ");
        kinds.iter().any(|kind| line.trim_start_matches("pub ").starts_with(kind))
    };
    let found: Vec<String> = house
        .modules
        .values()
        .filter(|module| module.lists)
        .filter_map(|module| Some(format!("{}: {}", module.file, module.code.lines().find(defines)?)))
        .collect();
    assert!(found.is_empty(), "{} mod.rs that define something:\n{}", found.len(), found.join("\n"));
}

#[test]
fn only_the_command_line_knows_of_arguments() {
    let house = House::read();
    let others = house.modules.values().filter(|module| module.path.first().is_some_and(|folder| folder != "cli"));
    let found: Vec<&str> =
        others.filter(|module| module.code.contains("clap::")).map(|module| module.file.as_str()).collect();
    assert!(found.is_empty(), "files outside src/cli that know of clap:\n{}", found.join("\n"));
}
