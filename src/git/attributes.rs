//! The lines of `.gitattributes` that tell git which files are a plan's, between marks by which they are found again.

use std::fmt::Write as _;

/// What a plan's files are to git.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attributes {
    /// The plan's folder from the repository's top; empty where it is the top.
    pub folder: String,
}

const END: &str = "# workplan: end";
const BEGIN: &str = "# workplan: begin";

/// The files that are shown and merged as a plan's, and what they are.
const FILES: &[(&str, &str)] = &[
    ("plan.yaml", "diff=workplan merge=workplan"),
    ("tasks/*.yaml", "diff=workplan merge=workplan"),
    ("tasks/*.yml", "diff=workplan merge=workplan"),
    ("progress/*.yaml", "diff=workplan merge=workplan"),
    ("progress/*.yml", "diff=workplan merge=workplan"),
    ("notices/*.yaml", "diff=workplan merge=workplan"),
    ("notices/*.yml", "diff=workplan merge=workplan"),
    ("checklists/*.csv", "merge=workplan"),
];

impl Attributes {
    /// The lines with their marks, without the last line's end.
    pub fn lines(&self) -> Vec<String> {
        let lines = FILES.iter().map(|(file, what)| format!("{} {what}", self.pattern(file)));
        [self.begin()].into_iter().chain(lines).chain([END.to_owned()]).collect()
    }

    /// A file's text with the lines at its end, or in the place of those that are there.
    pub fn written_into(&self, text: &str) -> String {
        if self
            .block_in(text)
            .is_some_and(|(start, end)| text.get(start..end).is_some_and(|block| block.lines().eq(self.lines())))
        {
            return text.to_owned();
        }
        let text = self.taken_out_of(text);
        let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let block = self.lines().join(line_end);
        // A file without a line end at its end gets none, so that taking the lines out gives it back as it was.
        match text.is_empty() || text.ends_with('\n') {
            true => format!("{text}{block}{line_end}"),
            false => format!("{text}{line_end}{block}"),
        }
    }

    /// A file's text without the lines; every other byte is as it was.
    pub fn taken_out_of(&self, text: &str) -> String {
        let Some((start, end)) = self.block_in(text) else { return text.to_owned() };
        let (before, after) = (text.get(..start).unwrap_or(""), text.get(end..).unwrap_or(""));
        let is_last = after.is_empty() && !text.ends_with('\n');
        let before = match before.strip_suffix('\n') {
            Some(before) if is_last => before.strip_suffix('\r').unwrap_or(before),
            Some(_) | None => before,
        };
        format!("{before}{after}")
    }

    /// Whether the lines of any plan are in a file's text.
    pub fn any_in(text: &str) -> bool {
        text.lines().any(|line| line.starts_with(BEGIN))
    }

    /// The bytes of the lines, with the last one's end.
    fn block_in(&self, text: &str) -> Option<(usize, usize)> {
        let begin = self.begin();
        let mut at = 0;
        let mut start = None;
        for line in text.split_inclusive('\n') {
            let bare = line.trim_end_matches(['\n', '\r']);
            if bare == begin {
                start = Some(at);
            }
            at += line.len();
            if let (Some(start), true) = (start, bare == END) {
                return Some((start, at));
            }
        }
        None
    }

    fn begin(&self) -> String {
        let mut shown = String::new();
        for c in self.folder.chars() {
            if c.is_control() { shown.extend(c.escape_default()) } else { shown.push(c) }
        }
        if shown.is_empty() { format!("{BEGIN} /") } else { format!("{BEGIN} {shown}") }
    }

    /// The pattern of a file in the plan's folder, from the top; quoted where git would misread it.
    fn pattern(&self, file: &str) -> String {
        let mut folder = String::new();
        for c in self.folder.chars() {
            match c {
                // A name that is no text: whatever stands there.
                char::REPLACEMENT_CHARACTER => folder.push('*'),
                '*' | '?' | '[' | '\\' => folder.extend(['\\', c]),
                c => folder.push(c),
            }
        }
        // A pattern with a slash in it is from the top.
        let pattern = match folder.as_str() {
            "" => format!("/{file}"),
            folder => format!("{folder}/{file}"),
        };
        let misread = |c: char| c.is_whitespace() || c.is_control() || c == '"';
        if !pattern.contains(misread) && !pattern.starts_with(['#', '!']) {
            return pattern;
        }
        let mut quoted = "\"".to_owned();
        for c in pattern.chars() {
            match c {
                '"' | '\\' => quoted.extend(['\\', c]),
                '\n' => quoted.push_str("\\n"),
                '\t' => quoted.push_str("\\t"),
                c if c.is_control() => {
                    // Writing to a string cannot fail.
                    let _ = write!(quoted, "\\{:03o}", u32::from(c));
                }
                c => quoted.push(c),
            }
        }
        quoted.push('"');
        quoted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_can_be_taken_out_again_to_the_byte() {
        let attributes = Attributes { folder: "plans/示例".to_owned() };
        for text in ["", "*.png binary\n", "*.png binary", "a b\r\nc d\r\n", "a b\r\nc d", "\n", "# x\n\n\n"] {
            let written = attributes.written_into(text);
            assert!(written.contains("plans/示例/tasks/*.yaml diff=workplan merge=workplan"));
            assert_eq!(attributes.written_into(&written), written);
            assert_eq!(attributes.taken_out_of(&written), text, "{text:?}");
            // What was written behind it since stays.
            let more = format!("{}\n*.doc -diff\n", written.trim_end());
            let left = attributes.taken_out_of(&more);
            assert!(left.ends_with("*.doc -diff\n") && left.starts_with(text.trim_end()), "{left:?}");
            let other = Attributes { folder: "plans/b".to_owned() };
            assert_eq!(other.taken_out_of(&other.written_into(&written)), written);
            assert_eq!(other.taken_out_of(&attributes.taken_out_of(&other.written_into(&written))), text);
        }
    }

    #[test]
    fn a_pattern_means_the_folder_and_nothing_else() {
        let pattern = |folder: &str| Attributes { folder: folder.to_owned() }.pattern("tasks/*.yaml");
        assert_eq!(pattern(""), "/tasks/*.yaml");
        assert_eq!(pattern("plans/示例"), "plans/示例/tasks/*.yaml");
        assert_eq!(pattern("我的 计划"), "\"我的 计划/tasks/*.yaml\"");
        assert_eq!(pattern("a[1]*"), "a\\[1]\\*/tasks/*.yaml");
        assert_eq!(pattern("计\u{fffd}\u{fffd}"), "计**/tasks/*.yaml");
        assert_eq!(pattern("#a \"b\""), "\"#a \\\"b\\\"/tasks/*.yaml\"");
    }
}
