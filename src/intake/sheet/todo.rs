//! `todo.txt`, one task a line, as a grid: `(A) 2020-07-02 Call the waterworks +Streets @phone due:2020-08-14`.

use crate::words::fields::called_anywhere;

use super::fault::SheetError;
use super::grid::{Grid, Value};

/// The columns, by names that every ledger may have.
const COLUMNS: [&str; 10] =
    ["title", "priority", "section", "tags", "start", "due", "status", "created on", "completed on", "recurrence"];

/// Whether a text is such a list: no line of it names columns, and enough lines bear its marks.
pub(super) fn is_todo(text: &str) -> bool {
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let names = |line: &str| line.split([',', '\t', ';']).filter(|cell| called_anywhere(cell).next().is_some()).count();
    let marked = lines().filter(|line| is_marked(line)).count();
    marked > 0 && marked * 2 >= lines().count() && !lines().any(|line| names(line) >= 2)
}

fn is_marked(line: &str) -> bool {
    let begins = priority(line).is_some() || line.strip_prefix("x ").is_some_and(|rest| day(rest).is_some());
    begins || line.split_whitespace().any(|word| word.starts_with("due:") || is_name(word, '+') || is_name(word, '@'))
}

fn is_name(word: &str, sign: char) -> bool {
    word.strip_prefix(sign).is_some_and(|name| name.starts_with(char::is_alphabetic))
}

/// `(A) …`: the letter, and what stands behind it.
fn priority(line: &str) -> Option<(&str, &str)> {
    let (letter, rest) = line.strip_prefix('(')?.split_once(") ")?;
    (letter.len() == 1 && letter.chars().all(|c| c.is_ascii_uppercase())).then_some((letter, rest.trim_start()))
}

/// A day at the beginning, and what stands behind it.
fn day(text: &str) -> Option<(&str, &str)> {
    let (day, rest) = text.split_once(' ')?;
    day.parse::<crate::plan::Date>().is_ok().then_some((day, rest.trim_start()))
}

/// The tasks, each in its line.
pub(super) fn grid(text: &str) -> Result<Grid, SheetError> {
    let mut grid = Grid::default();
    for (column, name) in (0..).zip(COLUMNS) {
        grid.put((0, column), Value::Text(name.to_owned()))?;
    }
    grid.lines.push(0);
    let tasks = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    for (row, (line, text)) in (1..).zip(tasks) {
        grid.lines.push(line + 1);
        for (column, said) in (0..).zip(cells(text.trim())) {
            if !said.is_empty() {
                grid.put((row, column), Value::Text(said))?;
            }
        }
    }
    Ok(grid)
}

fn cells(line: &str) -> [String; COLUMNS.len()] {
    let (is_done, rest) = line.strip_prefix("x ").map_or((false, line), |rest| (true, rest));
    let (letter, rest) = priority(rest).map_or(("", rest), |(letter, rest)| (letter, rest));
    let (first, rest) = day(rest).map_or(("", rest), |(day, rest)| (day, rest));
    let (second, rest) = day(rest).filter(|_| is_done).map_or(("", rest), |(day, rest)| (day, rest));
    let (completed, created) = if is_done { (first, second) } else { ("", first) };
    let (mut title, mut projects, mut contexts) = (Vec::new(), Vec::new(), Vec::new());
    let (mut due, mut start, mut said, mut again) = ("", "", letter, "");
    for word in rest.split_whitespace() {
        match word.split_once(':') {
            Some(("due", day)) => due = day,
            Some(("t", day)) => start = day,
            Some(("rec", span)) => again = span,
            Some(("pri", letter)) => said = letter,
            _ if is_name(word, '+') => projects.extend(word.strip_prefix('+')),
            _ if is_name(word, '@') => contexts.extend(word.strip_prefix('@')),
            _ => title.push(word),
        }
    }
    let mut projects = projects.into_iter();
    let section = projects.next().unwrap_or("");
    let tags: Vec<&str> = projects.chain(contexts).collect();
    let status = if is_done { "done" } else { "" };
    [&title.join(" "), said, section, &tags.join(", "), start, due, status, created, completed, again]
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_what_its_marks_say() {
        let shown = |line: &str| cells(line).join("|");
        assert_eq!(
            shown("(A) 2020-07-02 Call the works +Streets @phone +Water due:2020-08-14"),
            "Call the works|A|Streets|Water, phone||2020-08-14||2020-07-02||"
        );
        assert_eq!(shown("x 2020-07-20 2020-07-03 Clean 3 + 4 pri:B"), "Clean 3 + 4|B|||||done|2020-07-03|2020-07-20|");
        assert_eq!(
            shown("Write to a@b.org at 10:30 t:2020-09-01 rec:1m"),
            "Write to a@b.org at 10:30||||2020-09-01|||||1m"
        );
    }

    #[test]
    fn a_table_is_no_such_list() {
        assert!(is_todo("(A) Call +Streets\nWrite @office\nRest\n"));
        for text in ["编号,工作任务\n1,打电话 @办公室 due:2020-08-14\n", "甲\n乙\n", "", "a,b\n+1,2\n"] {
            assert!(!is_todo(text), "{text}");
        }
    }
}
