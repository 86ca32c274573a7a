//! What the documents show is what the program prints.
//!
//! `<!-- output: workplan … -->` before a code block says whose output the block is: the command is run at the
//! project's top, or beside the files that the same document shows under `<!-- file: my-plan/… -->` when it
//! names `my-plan`. After `<!-- refused: workplan … -->` stands what the program says when it refuses. A file's marker may also hold the file itself, which readers then do not see.
//!
//! `<!-- within: my-plan -->` has every later command run in that folder, one after the other, and
//! `<!-- run: workplan … -->` runs one whose output is not shown.
//!
//! `UPDATE_DOCS=1 cargo test --test readme` writes what the program prints now into the documents.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sides;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

/// The folder that examples are written to.
const EXAMPLE: &str = "my-plan";

/// A piece of a document.
enum Piece {
    /// Lines that nothing is known of.
    Prose(String),
    /// A code block that holds a command's output.
    Output { command: String, shown: String, refused: bool },
    /// Commands run in this folder from here on.
    Within(String),
    /// A command whose output is not shown.
    Unseen(String),
    /// A file that later commands read.
    File { path: String, text: String },
}

#[test]
fn the_readme_shows_what_the_program_prints() {
    verify("README.md");
}

#[test]
fn the_chinese_readme_shows_what_the_program_prints() {
    verify("README.zh-CN.md");
}

#[test]
fn the_file_format_shows_what_the_program_prints() {
    verify("docs/file-format.md");
    verify("docs/zh/file-format.md");
}

/// Every other document may show output too, but need not.
#[test]
fn other_documents_show_what_the_program_prints() {
    for document in manual().filter(|document| !document.ends_with("file-format.md")) {
        run_through(&document);
    }
}

/// A command line that is shown without its output must at least be one that the program understands.
#[test]
fn every_command_line_shown_is_understood() {
    let front = ["README.md", "README.zh-CN.md", "CONTRIBUTING.md"].map(str::to_owned);
    for document in front.into_iter().chain(manual()).chain(pages("src/view/guide")) {
        let text = fs::read_to_string(top().join(&document)).unwrap();
        for line in text.lines().filter_map(command_line) {
            let command = line.split(['#', '|', '>']).next().unwrap().replace('\'', "");
            asked(&format!("{} --help", command.strip_prefix("workplan").unwrap()), &document);
        }
    }
}

/// The examples of every command's help, in both languages.
#[test]
fn every_example_of_the_help_is_understood() {
    let mut run = 0;
    for lang in ["zh", "en"] {
        let mut pending = vec![String::new()];
        while let Some(command) = pending.pop() {
            let help = asked(&format!("{command} --help --lang {lang}"), "help");
            let names = help.lines().skip_while(|line| !line.starts_with("命令") && !line.starts_with("Commands"));
            let names = names.skip(1).take_while(|line| line.starts_with("  "));
            let names = names.filter(|line| !line.starts_with("   ")).filter_map(|line| line.split_whitespace().next());
            pending.extend(names.map(|name| format!("{command} {name}")));
            for line in help.lines().filter_map(|line| command_line(line.trim_start())) {
                let example = line.split("  ").next().unwrap().split(['|', '>']).next().unwrap().replace('\'', "\"");
                asked(&format!("{} --help", example.strip_prefix("workplan").unwrap()), &command);
                run += 1;
            }
        }
    }
    assert!(run > 300, "{run}");
}

/// What the program answers to a line, found somewhere, that asks for help; it must understand the rest of it.
fn asked(line: &str, whence: &str) -> String {
    let mut program = Command::cargo_bin("workplan").unwrap();
    // As wide as the longest example: none is broken in two.
    let asked = program.args(words(line)).env_clear().env("COLUMNS", "400").output().unwrap();
    assert!(asked.status.success(), "{whence}: {line}\n{}", String::from_utf8_lossy(&asked.stderr));
    String::from_utf8(asked.stdout).unwrap()
}

/// The command that a line of a code block, or of the guide, shows.
fn command_line(line: &str) -> Option<&str> {
    let line = line.strip_prefix("    ").unwrap_or(line);
    line.starts_with("workplan ").then_some(line)
}

/// The words of a command; what stands in quotes is one.
fn words(command: &str) -> Vec<&str> {
    let parts = command.split('"').enumerate();
    parts.flat_map(|(n, part)| if n % 2 == 1 { vec![part] } else { part.split_whitespace().collect() }).collect()
}

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The pages of the manual, in English and in Chinese, by their paths from the top.
fn manual() -> impl Iterator<Item = String> {
    ["docs", "docs/zh"].into_iter().flat_map(pages)
}

/// The pages of a folder, by their paths from the top.
fn pages(folder: &str) -> Vec<String> {
    let names =
        fs::read_dir(top().join(folder)).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut pages: Vec<String> =
        names.filter(|name| name.ends_with(".md")).map(|name| format!("{folder}/{name}")).collect();
    pages.sort();
    pages
}

fn verify(document: &str) {
    assert!(run_through(document) > 0, "{document} has no `<!-- output: … -->`, so nothing in it was tested");
}

/// Runs every command of a document and compares; returns how many there were.
fn run_through(document: &str) -> usize {
    let path = top().join(document);
    let text = fs::read_to_string(&path).unwrap();
    let update = std::env::var_os("UPDATE_DOCS").is_some();
    let beside = tempfile::tempdir().unwrap();
    let mut updated = String::new();
    let mut commands = 0;
    let mut within = None;
    for piece in pieces(document, &text) {
        match piece {
            Piece::Within(folder) => {
                let folder = beside.path().join(folder);
                fs::create_dir_all(&folder).unwrap();
                within = Some(folder);
            }
            Piece::Unseen(command) => drop(run(&command, within.as_deref().unwrap_or(beside.path()), false)),
            Piece::Prose(line) => updated.push_str(&line),
            Piece::File { path, text } => write(beside.path(), &path, &text),
            Piece::Output { command, shown, refused } => {
                commands += 1;
                let place = if command.contains(EXAMPLE) { beside.path() } else { top() };
                let printed = run(&command, within.as_deref().unwrap_or(place), refused);
                if !update {
                    similar(document, &command, &shown, &printed);
                }
                updated.push_str(&printed);
            }
        }
    }
    if update {
        fs::write(path, updated).unwrap();
    }
    commands
}

fn similar(document: &str, command: &str, shown: &str, printed: &str) {
    assert!(
        shown == printed,
        "{document} shows another output of `{command}` than the program prints.\n\
         UPDATE_DOCS=1 cargo test --test readme rewrites it.\n\nshown:\n{shown}\nprinted:\n{printed}"
    );
}

fn write(beside: &Path, path: &str, text: &str) {
    assert!(path.starts_with(EXAMPLE) && !path.contains(".."), "a file of an example lies under {EXAMPLE}: {path}");
    let path: PathBuf = beside.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// What a command prints on its standard output, or, where it refuses, on its standard error, in an environment that says nothing.
fn run(command: &str, place: &Path, refused: bool) -> String {
    let mut words = command.split_whitespace();
    assert_eq!(words.next(), Some("workplan"), "an output is one of `workplan`: {command}");
    let run = Command::cargo_bin("workplan").unwrap().args(words).current_dir(place).env_clear().output().unwrap();
    let said = String::from_utf8_lossy(&run.stderr);
    if refused {
        assert_eq!(run.status.code(), Some(2), "`{command}` is not refused");
        return said.into_owned();
    }
    assert!(matches!(run.status.code(), Some(0 | 1)), "`{command}` could not be done:\n{said}");
    String::from_utf8(run.stdout).unwrap()
}

fn pieces(document: &str, text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut lines = text.split_inclusive('\n');
    while let Some(line) = lines.next() {
        pieces.push(Piece::Prose(line.to_owned()));
        pieces.extend(marker(line, "within").map(|folder| Piece::Within(folder.to_owned())));
        pieces.extend(marker(line, "run").map(|command| Piece::Unseen(command.to_owned())));
        let refused = marker(line, "refused");
        if let Some(command) = marker(line, "output").or(refused) {
            let fence = lines.next().unwrap_or("");
            assert!(fence.starts_with("```"), "{document}: no code block follows {line}");
            let shown = until(&mut lines, "```");
            pieces.push(Piece::Prose(fence.to_owned()));
            pieces.push(Piece::Output { command: command.to_owned(), shown, refused: refused.is_some() });
            pieces.push(Piece::Prose("```\n".to_owned()));
        } else if let Some(path) = marker(line, "file") {
            let fence = lines.next().unwrap_or("");
            assert!(fence.starts_with("```"), "{document}: no code block follows {line}");
            let text = until(&mut lines, "```");
            pieces.push(Piece::Prose(format!("{fence}{text}```\n")));
            pieces.push(Piece::File { path: path.to_owned(), text });
        } else if let Some(path) = line.strip_prefix("<!-- file: ") {
            let text = until(&mut lines, "-->");
            pieces.push(Piece::Prose(format!("{text}-->\n")));
            pieces.push(Piece::File { path: path.trim().to_owned(), text });
        }
    }
    pieces
}

/// What a marker that is a line of its own says.
fn marker<'l>(line: &'l str, name: &str) -> Option<&'l str> {
    let inside = line.trim_end().strip_prefix("<!-- ")?.strip_suffix(" -->")?;
    inside.strip_prefix(name)?.strip_prefix(": ")
}

/// The lines before the one that ends them.
fn until<'l>(lines: &mut impl Iterator<Item = &'l str>, end: &str) -> String {
    lines.take_while(|line| line.trim_end() != end).collect()
}
