//! The second reading of a file with faults: where each of them is, and what of the file can be used all the same.

use std::collections::BTreeSet;
use std::ops::Range;

use schemars::JsonSchema;

use crate::plan::{MetricFault, TaskId};

use super::fault::FaultKind;
use super::node::{Node, NodeData, Part, Step};
use super::parsed::{FileItem, Items, Parsed};
use super::read::ReadText;
use super::recover::{Recovered, recover};
use super::shape::{Spoiled, check_shape};
use super::slips::slips;
use super::text::{line_around, lines};

/// The second reading: finds every fault of a file, and saves what is left of it.
pub(super) fn parse_again<T: FileItem, Whole: JsonSchema>(
    mut text: ReadText,
    error: Option<serde_yaml::Error>,
) -> Parsed<T> {
    let conflicts = conflicts(&text.text);
    if !conflicts.is_empty() {
        // Between two sides nothing is certain.
        text.faults.extend(conflicts.into_iter().map(|span| (span, FaultKind::Conflict)));
        return Parsed { text, items: Items::none(), maimed: Vec::new(), lost: true };
    }
    let Recovered { root, faults: mut found, lost } = recover(&text.text);
    let slips = slips(&text.text, root.as_ref(), !lost.is_empty());
    let schema = schemars::schema_for!(Whole).to_value();
    let shaped = root.as_ref().map(|root| check_shape(&schema, root)).unwrap_or_default();
    found.extend(shaped.faults);
    // A file of many items may hold as many faults: they are looked up by their places.
    let at_fault: BTreeSet<usize> = found.iter().map(|(span, _)| span.start).collect();
    let mut parsed = Parsed { text: ReadText::default(), items: Items::none(), maimed: Vec::new(), lost: false };
    let mut saved = Vec::new();
    if let Some(root) = &root {
        for (index, item) in parts(root).into_iter().enumerate() {
            let clean = at_fault.range(item.span.start..=item.span.end).next().is_none();
            if let Some(value) = save::<T>(item, clean, &shaped.spoiled, &mut found, &mut parsed) {
                saved.push((index, value));
            }
        }
    }
    for part in &lost {
        parsed.lost = true;
        parsed.maimed.extend(ids_in(text.text.get(part.clone()).unwrap_or("")));
    }
    drop_explained(&mut found, &slips, &lost, &text.text);
    found.extend(slips);
    if let (true, Some(error)) = (found.is_empty(), error) {
        let at = error.location().map_or(0, |location| location.index());
        found.push((at..at, FaultKind::Syntax(error.to_string())));
    }
    text.faults.extend(found);
    Parsed { text, items: Items::Some(saved), ..parsed }
}

/// The lines with which git marks the beginning of a merge conflict, where it also marks its end.
fn conflicts(text: &str) -> Vec<Range<usize>> {
    if !lines(text).any(|(_, line)| line.starts_with(">>>>>>> ")) {
        return Vec::new();
    }
    let begins = lines(text).filter(|(_, line)| line.starts_with("<<<<<<< "));
    begins.map(|(start, line)| start..start + line.trim_end().len()).collect()
}

/// The items of a list file, or the one thing that another file is.
fn parts(root: &Node) -> Vec<&Node> {
    match &root.data {
        NodeData::List(items) => items.iter().collect(),
        NodeData::Map(_) | NodeData::Scalar { .. } => vec![root],
    }
}

/// Reads what is left of an item when its spoiled parts are taken out.
fn save<T: FileItem>(
    item: &Node,
    clean: bool,
    spoiled: &Spoiled,
    found: &mut Vec<(Range<usize>, FaultKind)>,
    parsed: &mut Parsed<T>,
) -> Option<T> {
    if !clean {
        parsed.maimed.extend(item.get("id").and_then(Node::text).and_then(TaskId::new));
    }
    let rest = with_stand_ins(without(item, spoiled), T::STAND_INS);
    match serde_yaml::from_str::<T>(&rest.to_flow()) {
        Ok(value) => Some(value),
        Err(error) => {
            parsed.lost = true;
            parsed.maimed.extend(item.get("id").and_then(Node::text).and_then(TaskId::new));
            if clean {
                let metrics = metric_faults(item);
                let unexplained =
                    metrics.is_empty().then(|| (item.locate(&[], Part::Key), FaultKind::Syntax(error.to_string())));
                found.extend(metrics.into_iter().chain(unexplained));
            }
            None
        }
    }
}

/// A node without its spoiled parts.
fn without(node: &Node, spoiled: &Spoiled) -> Node {
    let data = match &node.data {
        NodeData::Scalar { .. } => node.data.clone(),
        NodeData::List(items) => NodeData::List(
            items
                .iter()
                .filter(|item| !spoiled.items.contains(&item.span.start))
                .map(|item| without(item, spoiled))
                .collect(),
        ),
        NodeData::Map(pairs) => NodeData::Map(
            pairs
                .iter()
                .filter(|(key, _)| !spoiled.pairs.contains(&key.span.start))
                .map(|(key, value)| (key.clone(), without(value, spoiled)))
                .collect(),
        ),
    };
    Node { span: node.span.clone(), data }
}

fn with_stand_ins(mut node: Node, stand_ins: &[(&str, &str)]) -> Node {
    let scalar = |text: &str| Node { span: 0..0, data: NodeData::Scalar { text: text.to_owned(), plain: false } };
    let missing: Vec<_> = stand_ins.iter().filter(|(key, _)| node.get(key).is_none()).collect();
    if let NodeData::Map(pairs) = &mut node.data {
        pairs.extend(missing.into_iter().map(|(key, value)| (scalar(key), scalar(value))));
    }
    node
}

/// The metrics of a task whose numbers make no sense together, each with the place to blame.
fn metric_faults(task: &Node) -> Vec<(Range<usize>, FaultKind)> {
    let metrics = task.get("metrics").map_or(&[] as &[Node], Node::items);
    metrics
        .iter()
        .filter_map(|metric| {
            let fault = MetricFault::of(&metric.to_flow())?;
            let written = metric.get(fault.key()).and_then(Node::text).unwrap_or("").to_owned();
            Some((
                metric.locate(&[Step::Key(fault.key().to_owned())], Part::Value),
                FaultKind::Metric { fault, written },
            ))
        })
        .collect()
}

/// A slip explains what the parser made of it: the faults of the lines that it touches, and of its part of
/// the file when that was lost.
fn drop_explained(
    found: &mut Vec<(Range<usize>, FaultKind)>,
    slips: &[(Range<usize>, FaultKind)],
    lost: &[Range<usize>],
    text: &str,
) {
    let lines = slips.iter().map(|(slip, _)| line_around(text, slip.start));
    let holds_slip = |part: &Range<usize>| {
        let next = slips.partition_point(|(slip, _)| slip.start < part.start);
        slips.get(next).is_some_and(|(slip, _)| slip.start < part.end)
    };
    let parts = lost.iter().filter(|part| holds_slip(part)).cloned();
    let mut explained: Vec<Range<usize>> = lines.chain(parts).collect();
    explained.sort_by_key(|range| range.start);
    // How far what begins at or before each of them reaches.
    let reach: Vec<usize> = explained
        .iter()
        .scan(0, |far, range| {
            *far = range.end.max(*far);
            Some(*far)
        })
        .collect();
    found.retain(|(span, _)| {
        let before = explained.partition_point(|range| range.start <= span.end);
        before.checked_sub(1).and_then(|last| reach.get(last)).is_none_or(|far| *far < span.start)
    });
}

/// The task ids that a part which could not be read seems to define.
fn ids_in(text: &str) -> Vec<TaskId> {
    let after_key = |line: &str| line.trim_start_matches(['-', ' ', '{']).strip_prefix("id:").map(str::to_owned);
    let first_word = |rest: String| rest.trim().split([',', '#', ' ']).next().and_then(TaskId::new);
    text.lines().filter_map(after_key).filter_map(first_word).collect()
}
