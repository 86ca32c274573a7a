//! Whether a file's nodes have the shape that its type wants.
//!
//! The shape is the JSON Schema that the types of [`crate::plan`] generate, so that a field is described
//! once. Only the keywords that those types produce are understood.

use std::collections::HashSet;
use std::ops::Range;

use serde_json::Value;

use crate::plan::meant::turned::is_turned;
use crate::plan::{Date, DateFault, NoticeNumber, NoticeSeries, Quantity, TaskId, UtcOffset, Weight};

use super::fault::{FaultKind, Shape};
use super::node::{Node, NodeData};
use crate::words::fields::{self, Field, Place};
use crate::words::terms::{LIGHTS, read};

/// The mis-shaped parts of a node.
#[derive(Debug, Default)]
pub(super) struct Misshapen {
    /// Each fault and its bytes.
    pub(super) faults: Vec<(Range<usize>, FaultKind)>,
    /// What must be left out for the rest to be read.
    pub(super) spoiled: Spoiled,
}

/// What must be left out of a node for the rest to be read, by the bytes at which it begins. An item that is a
/// map begins where its first pair begins, so the two are kept apart.
#[derive(Debug, Default)]
pub(super) struct Spoiled {
    /// Pairs of maps, by their keys.
    pub(super) pairs: HashSet<usize>,
    /// Items of lists.
    pub(super) items: HashSet<usize>,
}

/// Compares a node with the schema of its type.
pub(super) fn check_shape(schema: &Value, node: &Node) -> Misshapen {
    let mut walk = Walk { definitions: schema.get("$defs"), found: Misshapen::default() };
    walk.value(schema, node);
    walk.found
}

struct Walk<'a> {
    definitions: Option<&'a Value>,
    found: Misshapen,
}

impl<'a> Walk<'a> {
    /// Checks a value; true when it (or a part that cannot be left out) is spoiled.
    fn value(&mut self, schema: &'a Value, node: &Node) -> bool {
        let schema = self.resolve(schema, node);
        if node.is_nothing() && allows_null(schema) {
            return false;
        }
        if let Some(words) = words(schema) {
            return self.word(&words, node);
        }
        match &node.data {
            NodeData::Scalar { text, plain } => self.scalar(schema, node, text, *plain),
            NodeData::List(items) if allows(schema, "array") => {
                let Some(schema) = schema.get("items") else { return false };
                for item in items {
                    if self.value(schema, item) {
                        self.found.spoiled.items.insert(item.span.start);
                    }
                }
                false
            }
            NodeData::Map(pairs) if allows(schema, "object") => self.map(schema, node, pairs),
            NodeData::List(_) | NodeData::Map(_) => self.wrong_type(schema, node),
        }
    }

    /// Follows `$ref`, and picks the branch of `anyOf` that a node can only mean.
    fn resolve(&self, schema: &'a Value, node: &Node) -> &'a Value {
        if let Some(name) = schema.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix("#/$defs/")) {
            return self.definitions.and_then(|all| all.get(name)).map_or(schema, |target| self.resolve(target, node));
        }
        let Some(branches) = schema.get("anyOf").and_then(Value::as_array) else { return schema };
        let wanted = match &node.data {
            _ if node.is_nothing() => "null",
            NodeData::Scalar { .. } => "string",
            NodeData::List(_) => "array",
            NodeData::Map(_) => "object",
        };
        let resolved = || branches.iter().map(|branch| self.resolve(branch, node));
        resolved()
            .find(|branch| allows(branch, wanted))
            .or_else(|| resolved().find(|branch| !allows(branch, "null")))
            .unwrap_or(schema)
    }

    fn scalar(&mut self, schema: &Value, node: &Node, text: &str, plain: bool) -> bool {
        let number_fits = || plain && (text.parse::<Quantity>().is_ok());
        let fault = if let Some(pattern) = schema.get("pattern").and_then(Value::as_str) {
            patterned(pattern, text)
        } else if schema.get("format").and_then(Value::as_str) == Some("date") {
            match text.parse::<Date>() {
                Ok(_) => None,
                Err(DateFault::Form) => Some(FaultKind::DateForm(text.to_owned())),
                Err(DateFault::NoSuchDay) => Some(FaultKind::NoSuchDay(text.to_owned())),
            }
        } else if schema.get("exclusiveMinimum").is_some() {
            text.parse::<Weight>().is_err().then(|| FaultKind::NumberForm(text.to_owned()))
        } else if allows(schema, "string") {
            None
        } else if allows(schema, "number") {
            (text.parse::<Quantity>().is_err()).then(|| FaultKind::NumberForm(text.to_owned()))
        } else if allows(schema, "integer") {
            let fits = number_fits() && text.parse::<u16>().is_ok();
            (!fits).then(|| FaultKind::NumberForm(text.to_owned()))
        } else if allows(schema, "boolean") {
            let fits = plain && matches!(text, "true" | "false" | "True" | "False" | "TRUE" | "FALSE");
            (!fits).then_some(FaultKind::WrongType(Shape::YesNo))
        } else {
            return self.wrong_type(schema, node);
        };
        fault.is_some_and(|kind| self.fault(node.span.clone(), kind))
    }

    fn word(&mut self, known: &[&str], node: &Node) -> bool {
        match node.text() {
            Some(text) if known.contains(&text) => false,
            Some(text) => {
                let known = known.iter().map(|word| (*word).to_owned()).collect();
                self.fault(node.span.clone(), FaultKind::UnknownWord { word: text.to_owned(), known })
            }
            None => self.fault(node.span.clone(), FaultKind::WrongType(Shape::Text)),
        }
    }

    fn map(&mut self, schema: &'a Value, node: &Node, pairs: &[(Node, Node)]) -> bool {
        let properties = schema.get("properties").and_then(Value::as_object);
        let others = schema.get("additionalProperties").filter(|others| others.is_object());
        let mut seen: HashSet<&str> = HashSet::new();
        let mut spoiled_keys: Vec<&str> = Vec::new();
        let mut misspelled: Vec<String> = Vec::new();
        for (key, value) in pairs {
            let spoiled = match key.text() {
                None => self.fault(key.span.clone(), FaultKind::WrongType(Shape::Text)),
                Some(name) if seen.contains(name) => {
                    self.fault(key.span.clone(), FaultKind::DuplicateKey(name.to_owned()))
                }
                Some(name) => match properties.and_then(|known| known.get(name)).or(others) {
                    Some(schema) => self.value(schema, value),
                    None => {
                        let known = properties.into_iter().flat_map(|known| known.keys());
                        let fault = unknown_key(name, known.map(String::as_str));
                        if let FaultKind::UnknownKey { near: Some(near), .. } = &fault {
                            misspelled.push(near.clone());
                        }
                        self.fault(key.span.clone(), fault)
                    }
                },
            };
            if spoiled {
                self.found.spoiled.pairs.insert(key.span.start);
                spoiled_keys.extend(key.text());
            }
            seen.extend(key.text());
        }
        let required = schema.get("required").and_then(Value::as_array);
        let required: Vec<&str> = required.into_iter().flatten().filter_map(Value::as_str).collect();
        // A missing key points at the item's first key: the item has no better place to show.
        let head = pairs.first().map_or_else(|| node.span.clone(), |(key, _)| key.span.clone());
        // One that is there with a slip in its name has been told already.
        let is_misspelled = |key: &str| misspelled.iter().any(|near| near == key);
        let missing = required.iter().filter(|key| !seen.contains(*key) && !is_misspelled(key));
        let mut spoiled = false;
        for key in missing {
            spoiled |= self.fault(head.clone(), FaultKind::MissingKey((*key).to_owned()));
        }
        spoiled || required.iter().any(|key| spoiled_keys.contains(key) || is_misspelled(key))
    }

    fn wrong_type(&mut self, schema: &Value, node: &Node) -> bool {
        let shape = [
            ("array", Shape::List),
            ("object", Shape::Map),
            ("integer", Shape::WholeNumber),
            ("number", Shape::Number),
            ("boolean", Shape::YesNo),
        ]
        .into_iter()
        .find(|(name, _)| allows(schema, name))
        .map_or(Shape::Text, |(_, shape)| shape);
        self.fault(node.locate(&[], super::node::Part::Value), FaultKind::WrongType(shape))
    }

    fn fault(&mut self, span: Range<usize>, kind: FaultKind) -> bool {
        self.found.faults.push((span, kind));
        true
    }
}

/// A text that must follow one of the patterns of our own types: each type knows its own.
fn patterned(pattern: &str, text: &str) -> Option<FaultKind> {
    let text = text.to_owned();
    match pattern {
        TaskId::PATTERN => TaskId::new(&text).is_none().then_some(FaultKind::IdForm(text)),
        NoticeNumber::PATTERN => NoticeNumber::new(&text).is_none().then_some(FaultKind::NoticeNumber(text)),
        NoticeSeries::PATTERN => NoticeSeries::new(&text).is_none().then_some(FaultKind::NoticeNumber(text)),
        UtcOffset::PATTERN => UtcOffset::new(&text).is_none().then_some(FaultKind::OffsetForm(text)),
        _ => crate::plan::AmendedField::new(&text).is_none().then_some(FaultKind::AmendedField(text)),
    }
}

fn unknown_key<'k>(key: &str, known: impl Iterator<Item = &'k str>) -> FaultKind {
    if let Some((before, _)) = key.split_once('：') {
        return FaultKind::WideColon { key: before.to_owned() };
    }
    let known: Vec<&str> = known.collect();
    let near = key_among(key, &known);
    let elsewhere = || fields::called_anywhere(key).next().or_else(|| fields::called(Place::Standing, key));
    let elsewhere = if near.is_some() { None } else { elsewhere().map(|field| (field.place, field.key)) };
    FaultKind::UnknownKey { key: key.to_owned(), near: near.map(str::to_owned), elsewhere }
}

/// Longer words are no slips of a name, and comparing them takes long.
const LONGEST_NAME: usize = 120;

/// The one of the known keys that a word names, or is a slip of.
fn key_among<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let among = |meant: &str| known.iter().copied().find(|key| *key == meant);
    let by_name = || fields::called_anywhere(word).find_map(|field| among(field.key));
    let by_term = || read(LIGHTS, word).and_then(|light| among(light.key));
    let by_slip = || nearest(word, known.iter().copied());
    let by_slip_of_name = || {
        if word.len() > LONGEST_NAME {
            return None;
        }
        let own = fields::in_files().filter(|field| among(field.key).is_some());
        let name = nearest(word, own.flat_map(Field::spellings))?;
        fields::called_anywhere(name).find_map(|field| among(field.key))
    };
    by_name().or_else(by_term).or_else(by_slip).or_else(by_slip_of_name)
}

/// The nearest of the known words, if one is near enough to be what was meant.
pub(super) fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let word = word.trim().to_lowercase();
    known
        .map(|candidate| (strsim::jaro_winkler(&word, candidate), candidate))
        .filter(|(likeness, candidate)| *likeness > 0.8 && !is_turned(&word, candidate))
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, candidate)| candidate)
}

/// The words of an enumeration.
fn words(schema: &Value) -> Option<Vec<&str>> {
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        return Some(words.iter().filter_map(Value::as_str).collect());
    }
    let branches = schema.get("oneOf").and_then(Value::as_array)?;
    let of_branch = |branch: &'_ Value| {
        branch.get("const").and_then(Value::as_str).map(str::len).is_some() || branch.get("enum").is_some()
    };
    if !branches.iter().all(of_branch) {
        return None;
    }
    Some(
        branches
            .iter()
            .flat_map(|branch| {
                let one = branch.get("const").and_then(Value::as_str);
                let several =
                    branch.get("enum").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
                one.into_iter().chain(several)
            })
            .collect(),
    )
}

fn allows(schema: &Value, wanted: &str) -> bool {
    match schema.get("type") {
        Some(Value::String(one)) => one == wanted,
        Some(Value::Array(several)) => several.iter().any(|one| one.as_str() == Some(wanted)),
        _ => wanted == "string" && words(schema).is_some(),
    }
}

/// Lists may be left empty; so may whatever says so.
fn allows_null(schema: &Value) -> bool {
    allows(schema, "null") || allows(schema, "array")
}
