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
    let one = |card: &Object| {
        let kept = KEPT.iter().filter_map(|(key, name)| Some(((*name).to_owned(), card.get(*key)?.clone())));
        let mut plain: Object = kept.collect();
        let list = card.get("idList").and_then(Json::as_str).and_then(|id| lists.get(id));
        plain.extend(list.map(|name| ("list name".to_owned(), (*name).into())));
        let people = card.get("idMembers").and_then(Json::as_array).into_iter().flatten();
        let people: Vec<&str> = people.filter_map(|id| members.get(id.as_str()?).copied()).collect();
        plain.insert("members".to_owned(), people.into());
        Json::Object(plain)
    };
    board.get("cards").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_object).map(one).collect()
}

/// The names of what a board lists, by their ids.
fn names<'b>(board: &'b Object, key: &str, name: &str) -> HashMap<&'b str, &'b str> {
    let all = board.get(key).and_then(Json::as_array).into_iter().flatten();
    all.filter_map(|one| Some((one.get("id")?.as_str()?, one.get(name)?.as_str()?))).collect()
}
