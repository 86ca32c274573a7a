//! `workplan trace`.

use crate::program::{in_both_languages, workplan};

#[test]
fn of_a_task_of_several_and_of_a_line() {
    in_both_languages!("trace-22-07", "trace 22-07 --as-of 2020-11-24");
    in_both_languages!("trace-two-tasks", "trace 22-07 42-07 --as-of 2020-11-24");
    in_both_languages!("trace-line", "trace --line 16 --as-of 2020-11-24");
    for format in ["md", "text"] {
        in_both_languages!(
            format!("trace-22-07-{format}"),
            format!("trace 22-07 --as-of 2020-11-24 --format {format}")
        );
    }
}

#[test]
fn every_sentence_of_the_document_is_accounted_for() {
    let ran = workplan("trace --as-of 2020-11-24 --format json").run();
    let trace = ran.json();
    let count = |key: &str| trace[key].as_u64().unwrap();
    assert_eq!(ran.status, 0);
    assert_eq!(count("uncovered"), 0);
    assert_eq!(count("ordered") + count("context"), count("total"));
    let sentences = trace["sentences"].as_array().unwrap();
    assert_eq!(sentences.len() as u64, count("total"));
    assert!(count("total") > 90, "the document is read");
    // Every task stands in at least one sentence.
    let covering: std::collections::BTreeSet<&str> = sentences
        .iter()
        .flat_map(|sentence| sentence["covered_by"].as_array().unwrap())
        .map(|id| id.as_str().unwrap())
        .collect();
    assert_eq!(covering.len(), 190);
    for sentence in sentences {
        let covered = !sentence["covered_by"].as_array().unwrap().is_empty();
        assert_ne!(covered, sentence["context"].as_bool().unwrap(), "{sentence}");
    }
}

#[test]
fn the_whole_document_as_a_page() {
    in_both_languages!("trace-all", "trace --as-of 2020-11-24");
}
