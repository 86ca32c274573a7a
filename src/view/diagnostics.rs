//! Diagnostics as a person reads them: the place, the line, a caret, and what to type instead.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::check::{Diagnostic, Gravity};
use crate::plan::Language;
use crate::say;
use crate::store::Opened;
use crate::words::visible;

/// So much of a long line is shown on either side of what is at fault.
const MARGIN: usize = 60;

/// Diagnostics with their lines and carets.
pub fn diagnostics(opened: &Opened, found: &[Diagnostic], lang: Language, colour: bool, columns: usize) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(columns.max(40));
    let mut out = String::new();
    for diagnostic in found {
        out.push_str(&one(&renderer, opened, diagnostic, lang));
        out.push_str("\n\n");
    }
    out
}

fn one(renderer: &Renderer, opened: &Opened, diagnostic: &Diagnostic, lang: Language) -> String {
    let level = match diagnostic.severity {
        Gravity::Error => Level::ERROR.with_name(say!(lang, "错误", "error")),
        Gravity::Warning => Level::WARNING.with_name(say!(lang, "警告", "warning")),
    };
    let title = level.primary_title(visible(&diagnostic.message).into_owned()).id(diagnostic.code);
    let hint = Level::HELP.with_name(say!(lang, "提示", "hint")).message(visible(&diagnostic.hint).into_owned());
    let text = opened.files.get(diagnostic.file_index).map_or("", |file| file.text.as_str());
    let shown = ShownLine::new(text, diagnostic.span.clone());
    let Diagnostic { line, column, .. } = diagnostic;
    let file = &opened.shelf.shown(&diagnostic.file);
    let group = if shown.text.is_empty() {
        title.element(annotate_snippets::Origin::path(format!("{file}:{line}:{column}"))).element(hint)
    } else {
        let annotation = AnnotationKind::Primary.span(shown.span);
        // Of a line that was cut, the library would count the columns of the cut one.
        let snippet = Snippet::source(shown.text).line_start(*line).annotation(annotation);
        match shown.cut {
            false => title.element(snippet.path(file)).element(hint),
            true => title
                .element(annotate_snippets::Origin::path(format!("{file}:{line}:{column}")))
                .element(snippet)
                .element(hint),
        }
    };
    renderer.render(&[group])
}

/// The line at fault, made harmless, and the bytes of it to underline.
struct ShownLine {
    text: String,
    span: Range<usize>,
    cut: bool,
}

impl ShownLine {
    /// Cuts the line out of its text: only the first of several, and of a long one only what is near.
    fn new(text: &str, span: Range<usize>) -> ShownLine {
        let boundary = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let start = boundary(span.start);
        let line_start = text.get(..start).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
        let line_end = text.get(start..).and_then(|rest| rest.find('\n')).map_or(text.len(), |newline| start + newline);
        let end = boundary(span.end).clamp(start, line_end);
        let near = |text: &str, from_end: bool| -> (String, bool) {
            let kept: Vec<char> = if from_end {
                let mut last: Vec<char> = text.chars().rev().take(MARGIN).collect();
                last.reverse();
                last
            } else {
                text.chars().take(MARGIN).collect()
            };
            (kept.iter().collect(), kept.len() < text.chars().take(MARGIN + 1).count())
        };
        let (before, cut_before) = near(text.get(line_start..start).unwrap_or(""), true);
        let (fault, cut_fault) = near(text.get(start..end).unwrap_or(""), false);
        let (after, cut_after) =
            if cut_fault { (String::new(), true) } else { near(text.get(end..line_end).unwrap_or(""), false) };
        let before = if cut_before { format!("…{}", harmless(&before)) } else { harmless(&before) };
        let fault = harmless(&fault);
        let after = harmless(after.trim_end_matches('\r'));
        let span = before.len()..before.len() + fault.len();
        let mut shown = before + &fault + &after;
        if cut_after {
            shown.push('…');
        }
        ShownLine { text: shown, span, cut: cut_before }
    }
}

/// A tab takes one column here, so that the caret stands where it belongs.
fn harmless(text: &str) -> String {
    visible(&text.replace('\t', "→").replace('\u{3000}', "□")).into_owned()
}

/// Diagnostics as GitHub's workflow commands: one annotation each, its path from the repository's top; that of a plan which is its
/// own top, one of many, from where these were looked for.
pub fn github(opened: &Opened, folder: &str, found: &[Diagnostic]) -> String {
    let mut out = String::new();
    for diagnostic in found {
        let command = match diagnostic.severity {
            Gravity::Error => "error",
            Gravity::Warning => "warning",
        };
        let Diagnostic { file, line, column, code, message, hint, .. } = diagnostic;
        let text = github_text(&format!("{}\n{}", visible(message), visible(hint)));
        let from_top = opened.shelf.path_from_top(file);
        let is_own_top = from_top == *file && ![".", ""].contains(&folder);
        let path = if is_own_top { format!("{folder}/{file}") } else { from_top };
        let (file, title) = (github_property(&visible(&path)), github_property(code));
        // Writing to a string cannot fail.
        let _ = writeln!(out, "::{command} file={file},line={line},col={column},title={title}::{text}");
    }
    out
}

fn github_text(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn github_property(text: &str) -> String {
    github_text(text).replace(':', "%3A").replace(',', "%2C")
}
