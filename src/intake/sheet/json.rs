//! Lists of tasks that other programs export as JSON, as grids: one row an object, one column a key.

use serde_json::{Map, Value as Json};

use super::board;
use super::fault::SheetError;
use super::grid::{Grid, Value};

pub(super) type Object = Map<String, Json>;

/// Whether a text is such a list: it begins as one.
pub(super) fn is_json(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with('{')
        || (text.starts_with('[') && text.trim_start_matches('[').trim_start().starts_with(['{', ']']))
}

/// The objects of a list, of a list within an object, or one a line.
pub(super) fn grid(text: &str) -> Result<Grid, SheetError> {
    let damaged = |error: serde_json::Error| SheetError::Damaged(error.to_string());
    let (found, depth) = match serde_json::from_str(text) {
        Ok(Json::Array(items)) => (items, 1),
        Ok(Json::Object(board)) if board::is_board(&board) => (board::cards(&board), 0),
        Ok(Json::Object(object)) => match object.iter().find(|(_, value)| is_list(value)) {
            Some((_, Json::Array(items))) => (items.clone(), 2),
            Some(_) | None => (vec![Json::Object(object)], 0),
        },
        Ok(other) => (vec![other], 0),
        Err(error) => {
            let lines = serde_json::Deserializer::from_str(text).into_iter::<Json>().collect::<Result<Vec<_>, _>>();
            (lines.map_err(|_| damaged(error))?, 0)
        }
    };
    let objects: Vec<Object> = found
        .into_iter()
        .filter_map(|item| if let Json::Object(object) = item { Some(object) } else { None })
        .collect();
    let objects: Vec<Object> = objects
        .into_iter()
        .map(|object| if is_taskwarrior(&object) { of_taskwarrior(object) } else { with_due(object) })
        .collect();
    let mut keys: Vec<String> = Vec::new();
    for key in objects.iter().flat_map(Map::keys) {
        if !keys.contains(key) {
            keys.push(key.clone());
        }
    }
    let mut grid = Grid::default();
    for (column, key) in (0..).zip(&keys) {
        grid.put((0, column), Value::Text(key.clone()))?;
    }
    grid.lines.push(1);
    let lines = lines_of(text, depth);
    // Items that do not begin in lines of their own are known by their number.
    grid.counted = lines.len() < objects.len() || lines.windows(2).any(|pair| pair.first() == pair.last());
    let mut lines = lines.into_iter();
    for (row, object) in (1..).zip(&objects) {
        grid.lines.push(lines.next().unwrap_or(1));
        for (column, key) in (0..).zip(&keys) {
            let said = object.get(key).map(said).unwrap_or_default();
            if !said.trim().is_empty() {
                grid.put((row, column), Value::Text(said.trim().to_owned()))?;
            }
        }
    }
    Ok(grid)
}

fn is_list(value: &Json) -> bool {
    value.as_array().is_some_and(|items| items.first().is_some_and(Json::is_object))
}

/// What a value says: of an object its name, of a list what each of its items says.
fn said(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::Bool(yes) => yes.to_string(),
        Json::Number(number) => number.to_string(),
        Json::String(text) => text.replace("\r\n", "\n"),
        Json::Array(items) => items.iter().map(said).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", "),
        Json::Object(object) => {
            let names = ["title", "name", "login", "description", "value", "key"].into_iter();
            names.filter_map(|key| object.get(key)).map(said).find(|name| !name.is_empty()).unwrap_or_default()
        }
    }
}

/// Taskwarrior's words for its own: a description is what others call a title.
fn is_taskwarrior(object: &Object) -> bool {
    ["description", "uuid"].into_iter().all(|key| object.contains_key(key)) && !object.contains_key("title")
}

fn of_taskwarrior(object: Object) -> Object {
    let mut plain = Object::new();
    for (key, value) in object {
        match (key.as_str(), &value) {
            ("description", _) => drop(plain.insert("title".to_owned(), value)),
            // A task that is finished has no number any more.
            ("id", Json::Number(number)) if number.as_u64() == Some(0) => {}
            ("project", Json::String(project)) => {
                let (section, theme) =
                    project.split_once('.').map_or((project.as_str(), None), |(section, theme)| (section, Some(theme)));
                plain.insert("section".to_owned(), section.into());
                plain.extend(theme.map(|theme| ("theme".to_owned(), theme.into())));
            }
            // When work began and when it ended, not when it should.
            ("start", _) => drop(plain.insert("started".to_owned(), value)),
            ("end", _) => drop(plain.insert("ended".to_owned(), value)),
            ("parent", _) => drop(plain.insert("recurrence of".to_owned(), value)),
            ("annotations", _) => drop(plain.insert("notes".to_owned(), value)),
            _ => drop(plain.insert(key, value)),
        }
    }
    plain
}

/// An issue with the day on which its milestone is due: it has none of its own.
fn with_due(mut object: Object) -> Object {
    // An item of a project has its text in the issue that it stands for.
    let body = object.get("content").and_then(|content| content.get("body")).cloned();
    if let Some(body) = body.filter(|_| !object.contains_key("body")) {
        object.insert("body".to_owned(), body);
        object.remove("content");
    }
    let due = ["dueOn", "due_on"].into_iter().find_map(|key| object.get("milestone")?.get(key)?.as_str());
    if let Some(due) = due.map(str::to_owned) {
        object.insert("due on".to_owned(), due.into());
    }
    object
}

/// The lines in which the objects begin that stand so deep.
fn lines_of(text: &str, depth: usize) -> Vec<usize> {
    let (mut lines, mut line, mut deep, mut quoted, mut escaped) = (Vec::new(), 1, 0_usize, false, false);
    for c in text.chars() {
        match c {
            '\n' => line += 1,
            _ if escaped => {}
            '"' => quoted = !quoted,
            '{' | '[' if !quoted => {
                if c == '{' && deep == depth {
                    lines.push(line);
                }
                deep += 1;
            }
            '}' | ']' if !quoted => deep = deep.saturating_sub(1),
            _ => {}
        }
        escaped = quoted && c == '\\' && !escaped;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<Vec<(String, String)>> {
        let grid = grid(text).unwrap();
        let of = |(row, cells): (u32, &std::collections::BTreeMap<u32, super::super::grid::Cell>)| {
            cells.iter().map(|(column, cell)| (grid.address(row, *column), cell.value.text())).collect()
        };
        grid.rows().map(of).collect()
    }

    #[test]
    fn a_row_is_an_object_wherever_the_list_stands() {
        for (text, line) in [
            ("[\n{\"title\": \"a {\", \"labels\": [{\"name\": \"x\"}, {\"name\": \"y\"}]}]", "2"),
            ("{\"total\": 1, \"issues\": [\n\n{\"title\": \"a {\", \"labels\": [\"x\", \"y\"]}]}", "3"),
            ("{\"title\": \"a {\", \"labels\": \"x, y\", \"milestone\": null}\n", "1"),
        ] {
            let found = texts(text);
            assert_eq!(found.len(), 2, "{text}");
            let row: Vec<&str> = found[1].iter().map(|(_, text)| text.as_str()).collect();
            assert!(row.contains(&"a {") && row.contains(&"x, y"), "{row:?}");
            assert!(found[1][0].0.starts_with(&format!("{line}:")), "{found:?}");
        }
        assert!(grid("[{\"title\":").is_err());
    }

    #[test]
    fn an_escaped_quote_ends_no_text() {
        assert_eq!(lines_of("[{\"a\": \"\\\\\"},\n{\"a\": \"\\\"{\"}]", 1), [1, 2]);
    }
}
