//! A board of Trello: its cards, with the names of their lists and members.

use std::collections::HashMap;

use serde_json::{Map, Value as Json};

type Object = Map<String, Json>;

/// What is kept of a card, under the names that its table has.
const KEPT: [(&str, &str); 8] = [
    ("name", "name"),
    ("desc", "description"),
    ("labels", "labels"),
    ("start", "start"),
    ("due", "due"),
    ("dueComplete", "due complete"),
    ("shortLink", "card id"),
    ("closed", "archived"),
];

/// Whether an object is a board: it has lists, and cards that stand in them.
pub(super) fn is_board(object: &Object) -> bool {
    ["cards", "lists"].into_iter().all(|key| object.get(key).is_some_and(Json::is_array))
}

/// The cards of a board.
pub(super) fn cards(board: &Object) -> Vec<Json> {
    let (lists, members) = (names(board, "lists", "name"), names(board, "members", "fullName"));
    let (steps, comments) = (steps(board), comments(board));
    let one = |card: &Object| {
        let kept = KEPT.iter().filter_map(|(key, name)| Some(((*name).to_owned(), card.get(*key)?.clone())));
        let mut plain: Object = kept.collect();
        let list = card.get("idList").and_then(Json::as_str).and_then(|id| lists.get(id));
        plain.extend(list.map(|name| ("list name".to_owned(), (*name).into())));
        let people = card.get("idMembers").and_then(Json::as_array).into_iter().flatten();
        let people: Vec<&str> = people.filter_map(|id| members.get(id.as_str()?).copied()).collect();
        plain.insert("members".to_owned(), people.into());
        let id = card.get("id").and_then(Json::as_str).unwrap_or("");
        for (name, texts) in [("checklists", &steps), ("comments", &comments)] {
            plain.extend(texts.get(id).map(|texts| (name.to_owned(), texts.join("\n").into())));
        }
        Json::Object(plain)
    };
    board.get("cards").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_object).map(one).collect()
}

/// The lists of steps, by the ids of their cards.
fn steps(board: &Object) -> HashMap<&str, Vec<String>> {
    let mut found: HashMap<&str, Vec<String>> = HashMap::new();
    for list in board.get("checklists").and_then(Json::as_array).into_iter().flatten() {
        let text = |item: &Json, key: &str| item.get(key).and_then(Json::as_str).unwrap_or("").to_owned();
        let mark = |item: &Json| if text(item, "state") == "complete" { "√" } else { "" };
        let items = list.get("checkItems").and_then(Json::as_array).into_iter().flatten();
        let items: Vec<String> = items.map(|item| format!("{}{}", mark(item), text(item, "name"))).collect();
        if let Some(card) = list.get("idCard").and_then(Json::as_str) {
            found.entry(card).or_default().push(format!("{}: {}", text(list, "name"), items.join(", ")));
        }
    }
    found
}

/// What was said of cards, by their ids.
fn comments(board: &Object) -> HashMap<&str, Vec<String>> {
    let mut found: HashMap<&str, Vec<String>> = HashMap::new();
    for data in board.get("actions").and_then(Json::as_array).into_iter().flatten().filter_map(|one| one.get("data")) {
        let card = data.get("card").and_then(|card| card.get("id")).and_then(Json::as_str);
        if let Some((card, text)) = card.zip(data.get("text").and_then(Json::as_str)) {
            found.entry(card).or_default().push(text.to_owned());
        }
    }
    found
}

/// The names of what a board lists, by their ids.
fn names<'b>(board: &'b Object, key: &str, name: &str) -> HashMap<&'b str, &'b str> {
    let all = board.get(key).and_then(Json::as_array).into_iter().flatten();
    all.filter_map(|one| Some((one.get("id")?.as_str()?, one.get(name)?.as_str()?))).collect()
}
