//! What becomes of two sides, by example.

use super::*;

const BASE: &str = "\
# 板块二

- id: 22-01
  title: 龚都村92户集中居住      # 原文第12行
  kind: measured
  lead: 规建办
  metrics:
    - { name: 户数, unit: 户, target: 92, says: 92户 }
  deadline: 2020-11-30
  assumed: [lead, deadline]

# 专题二
- id: 22-02
  title: \"迎接评审\"
  kind: milestone
  checkpoints:
    - id: 自评
      title: 完成自评
      due: 2020-10-31
    - { id: 初评, title: 通过初评, due: 2020-11-15 }
";

fn merged(base: &str, ours: &str, theirs: &str) -> Option<Merged> {
    merge(base.as_bytes(), ours.as_bytes(), theirs.as_bytes(), "tasks/2.yaml", 7)
}

/// The base with words put in the place of others.
fn with(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(BASE.to_owned(), |text, (old, new)| {
        assert_eq!(text.matches(old).count(), 1, "{old}");
        text.replace(old, new)
    })
}

#[test]
fn what_each_side_has_changed_is_taken() {
    let deadline = ("deadline: 2020-11-30", "deadline: 2020-12-15");
    for (ours, theirs) in [
        (deadline, ("龚都村92户集中居住", "龚都村九十二户集中居住")),
        (deadline, ("deadline: 2020-11-30\n", "deadline: 2020-11-30   # 见纪要\n")),
        (deadline, ("\n# 专题二", "\n# 专题三\n# 再议")),
        (deadline, ("[lead, deadline]", "[deadline]")),
        (("target: 92", "target: 90"), ("unit: 户,", "unit: \"户\",")),
        (("due: 2020-10-31", "due: 2020-10-30"), ("title: 完成自评", "title: 完成自评工作")),
        (("due: 2020-11-15", "due: 2020-11-16"), ("      title: 完成自评\n", "      # 注\n      title: 完成自评\n")),
        (("title: \"迎接评审\"", "title: 迎接市级评审"), ("  kind: milestone", "  kind: milestone\n  lead: 社建办")),
        (("# 板块二\n", "# 板块二(改)\n"), deadline),
    ] {
        let expected = Some(Merged::Clean(with(&[theirs, ours])));
        let (ours, theirs) = (with(&[ours]), with(&[theirs]));
        assert_eq!(merged(BASE, &ours, &theirs), expected, "{ours}{theirs}");
        assert_eq!(merged(BASE, &theirs, &ours), expected, "{ours}{theirs}");
    }
}

#[test]
fn of_one_list_both_changes_hold() {
    let (ours, theirs) = ("[lead]", "[lead, deadline, metrics.户数]");
    let [ours, theirs] = [ours, theirs].map(|list| with(&[("[lead, deadline]", list)]));
    let expected = Some(Merged::Clean(with(&[("[lead, deadline]", "[lead, metrics.户数]")])));
    assert_eq!(merged(BASE, &ours, &theirs), expected);
    assert_eq!(merged(BASE, &theirs, &ours), expected);
}

#[test]
fn one_field_wanted_differently_is_left_between_markers() {
    let (ours, theirs) = ("deadline: 2020-12-15", "deadline: 2020-12-20");
    let ours = with(&[("deadline: 2020-11-30", ours), ("\"迎接评审\"", "迎接市级评审")]);
    let theirs = with(&[("deadline: 2020-11-30", theirs), ("lead: 规建办", "lead: 社建办")]);
    let Some(Merged::Conflicted(text)) = merged(BASE, &ours, &theirs) else { panic!() };
    insta::assert_snapshot!(text);
}

#[test]
fn tasks_that_both_have_added_stand_in_the_order_of_their_ids() {
    let add = |id: &str| format!("{BASE}\n- id: {id}\n  title: 新增{id}\n  kind: continuous\n");
    let both = format!("{}\n- id: 22-04\n  title: 新增22-04\n  kind: continuous\n", add("22-03"));
    assert_eq!(merged(BASE, &add("22-04"), &add("22-03")), Some(Merged::Clean(both.clone())));
    assert_eq!(merged(BASE, &add("22-03"), &add("22-04")), Some(Merged::Clean(both)));
    let ours = add("22-03");
    let theirs = add("22-03").replace("新增", "另增");
    let Some(Merged::Conflicted(text)) = merged(BASE, &ours, &theirs) else { panic!() };
    assert_eq!(
        text.strip_prefix(BASE).unwrap(),
        "\n<<<<<<< ours\n- id: 22-03\n  title: 新增22-03\n  kind: continuous\n=======\n- id: 22-03\n  title: \
         另增22-03\n  kind: continuous\n>>>>>>> theirs\n"
    );
}

#[test]
fn a_task_removed_is_gone_unless_the_other_side_has_changed_it() {
    let cut = BASE.find("\n# 专题二").unwrap();
    let removed = &BASE[..cut];
    let elsewhere = with(&[("lead: 规建办", "lead: 社建办")]);
    let expected = removed.replace("lead: 规建办", "lead: 社建办");
    assert_eq!(merged(BASE, removed, &elsewhere), Some(Merged::Clean(expected)));
    let changed = with(&[("\"迎接评审\"", "迎接市级评审")]);
    let Some(Merged::Conflicted(text)) = merged(BASE, removed, &changed) else { panic!() };
    assert!(text.contains("# 专题二\n<<<<<<< ours\n=======\n- id: 22-02\n  title: 迎接市级评审\n"), "{text}");
}

fn journal(base: &str, ours: &str, theirs: &str) -> Option<Merged> {
    let merged = merge(base.as_bytes(), ours.as_bytes(), theirs.as_bytes(), "progress/2020-11.yaml", 7);
    let other = merge(base.as_bytes(), theirs.as_bytes(), ours.as_bytes(), "progress/2020-11.yaml", 7);
    if let Some(Merged::Clean(_)) = merged {
        assert_eq!(merged, other);
    }
    merged
}

fn entry(date: &str, task: &str, note: &str) -> String {
    format!("\n- date: {date}\n  task: {task}\n  note: {note}\n")
}

#[test]
fn of_a_journal_the_new_entries_of_both_are_kept_and_what_one_has_removed_is_gone() {
    let [a, b, c, d] = [
        entry("2020-11-01", "1-01", "甲"),
        entry("2020-11-02", "1-01", "乙"),
        entry("2020-11-03", "1-02", "丙"),
        entry("2020-11-03", "1-01", "丁"),
    ];
    let head = "# 台账\n";
    for (base, ours, theirs, merged) in [
        // Each has added one; both have added the same.
        (vec![&a], vec![&a, &c], vec![&a, &b], vec![&a, &b, &c]),
        (vec![&a], vec![&a, &b, &c], vec![&a, &b], vec![&a, &b, &c]),
        (vec![], vec![&a, &c], vec![&b, &c], vec![&a, &b, &c]),
        (vec![&a], vec![&a, &c], vec![&a, &d], vec![&a, &d, &c]),
        // What one has removed, and the other has left alone, is gone: so a pick brings only what was picked, and a
        // revert takes away only what was reverted.
        (vec![&a, &b], vec![&a], vec![&a, &b, &c], vec![&a, &c]),
        (vec![&a, &b], vec![&a], vec![&a, &c], vec![&a, &c]),
        (vec![&a, &b], vec![], vec![&a, &b, &c], vec![&c]),
        (vec![&a], vec![&b], vec![&a, &c], vec![&b, &c]),
        // The same twice is twice.
        (vec![&a], vec![&a, &a], vec![&a, &b], vec![&a, &a, &b]),
        (vec![&a, &a], vec![&a], vec![&a, &a, &b], vec![&a, &b]),
    ] {
        let file = |entries: &[&String]| entries.iter().fold(head.to_owned(), |text, entry| text + entry);
        let found = journal(&file(&base), &file(&ours), &file(&theirs));
        assert_eq!(found, Some(Merged::Clean(file(&merged))), "{ours:?} {theirs:?}");
    }
}

#[test]
fn an_entry_that_was_put_right_is_no_second_one() {
    let base = entry("2020-11-01", "1-01", "61户");
    let ours = entry("2020-11-01", "1-01", "62户");
    let theirs = format!("{base}{}", entry("2020-11-05", "1-01", "70户"));
    let expected = theirs.replace("61户", "62户");
    assert_eq!(journal(&base, &ours, &theirs), Some(Merged::Clean(expected)));
    let Some(Merged::Conflicted(text)) = journal(&base, &ours, &base.replace("61户", "63户")) else { panic!() };
    assert_eq!(
        text,
        "\n- date: 2020-11-01\n  task: 1-01\n<<<<<<< ours\n  note: 62户\n=======\n  note: 63户\n>>>>>>> theirs\n"
    );
}

#[test]
fn an_entry_that_one_has_removed_and_the_other_has_changed_is_left_to_a_person() {
    let [kept, was, is] = ["50户", "61户", "62户"].map(|note| entry("2020-11-01", "1-01", note));
    let base = format!("{}{was}", kept.replace("11-01", "10-01"));
    let Some(Merged::Conflicted(text)) = journal(&base, &kept.replace("11-01", "10-01"), &base.replace("61户", "62户"))
    else {
        panic!()
    };
    let entry = is.trim_start();
    assert!(text.ends_with(&format!("\n<<<<<<< ours\n=======\n{entry}>>>>>>> theirs\n")), "{text}");
}

#[test]
fn both_may_begin_the_same_months_file() {
    let (ours, theirs) = (entry("2020-11-02", "1-01", "甲"), entry("2020-11-01", "1-02", "乙"));
    let expected = format!("{theirs}{ours}");
    assert_eq!(journal("", &ours, &theirs), Some(Merged::Clean(expected)));
}

#[test]
fn line_ends_marks_and_last_lines_stay() {
    let (ours, theirs) = (with(&[("2020-11-30", "2020-12-15")]), with(&[("lead: 规建办", "lead: 社建办")]));
    let both = with(&[("2020-11-30", "2020-12-15"), ("lead: 规建办", "lead: 社建办")]);
    let windows = |text: &str| text.replace('\n', "\r\n");
    let found = merged(&windows(BASE), &windows(&ours), &windows(&theirs));
    assert_eq!(found, Some(Merged::Clean(windows(&both))));
    // One side has turned the whole file into one of Windows.
    assert_eq!(merged(BASE, &windows(&ours), &theirs), Some(Merged::Clean(windows(&both))));
    let marked = |text: &str| format!("\u{feff}{text}");
    assert_eq!(merged(&marked(BASE), &marked(&ours), &marked(&theirs)), Some(Merged::Clean(marked(&both))));
    let open = |text: &str| text.trim_end().to_owned();
    assert_eq!(merged(&open(BASE), &open(&ours), &open(&theirs)), Some(Merged::Clean(open(&both))));
    let mixed = BASE.replacen('\n', "\r\n", 1);
    assert_eq!(merged(&mixed, &ours, &theirs), None);
}

#[test]
fn where_there_is_doubt_there_is_no_answer() {
    let (ours, theirs) = (with(&[("2020-11-30", "2020-12-15")]), with(&[("lead: 规建办", "lead: 社建办")]));
    for broken in [
        BASE.replace("kind: measured", "kind: [measured"),
        BASE.replace("kind: measured", "kind: &k measured"),
        BASE.replace("22-02", "22-01"),
        // A key that stands twice may be taken in two ways.
        BASE.replacen("  kind: measured", "  kind: measured\n  kind: once", 1),
        BASE.replace("- id: 22-02", "- no: 22-02"),
        format!("{BASE}---\n- id: 1\n"),
        BASE.replace("  kind: measured", "<<<<<<< ours\n  kind: measured"),
        "[{ id: 22-01, title: 甲 }]\n".to_owned(),
        "一段文字\n".to_owned(),
    ] {
        assert_eq!(merged(&broken, &ours, &theirs), None, "{broken}");
        assert_eq!(merged(BASE, &broken, &theirs), None, "{broken}");
        assert_eq!(merged(BASE, &ours, &broken), None, "{broken}");
    }
    assert_eq!(merge(b"\xff\xfe", ours.as_bytes(), theirs.as_bytes(), "tasks/1.yaml", 7), None);
}

#[test]
fn rows_are_merged_by_item_and_cell() {
    let base = "编号,村居,销项日期\n甲-1,龚都村,\n甲-2,\"陈东村,北\",\n甲-3,陈东村,2020-11-02\n";
    let rows = |ours: &str, theirs: &str| {
        let found = merge(base.as_bytes(), ours.as_bytes(), theirs.as_bytes(), "checklists/a.csv", 7);
        let other = merge(base.as_bytes(), theirs.as_bytes(), ours.as_bytes(), "checklists/a.csv", 7);
        if matches!(found, Some(Merged::Clean(_))) {
            assert_eq!(found, other);
        }
        found
    };
    let closed = base.replace("甲-1,龚都村,\n", "甲-1,龚都村,2020-11-20\n");
    let renamed = base.replace("龚都村", "岑卜村");
    let both = closed.replace("龚都村", "岑卜村");
    assert_eq!(rows(&closed, &renamed), Some(Merged::Clean(both)));
    let second = base.replace("北\",\n", "北\",2020-11-21\n");
    let both = closed.replace("北\",\n", "北\",2020-11-21\n");
    assert_eq!(rows(&closed, &second), Some(Merged::Clean(both)));
    let other_day = base.replace("甲-1,龚都村,\n", "甲-1,龚都村,2020-11-19\n");
    let Some(Merged::Conflicted(text)) = rows(&closed, &other_day) else { panic!() };
    assert_eq!(
        text,
        "编号,村居,销项日期\n<<<<<<< ours\n甲-1,龚都村,2020-11-20\n=======\n甲-1,龚都村,2020-11-19\n>>>>>>> \
         theirs\n甲-2,\"陈东村,北\",\n甲-3,陈东村,2020-11-02\n"
    );
    let more = |item: &str| format!("{base}{item},陈东村,\n");
    assert_eq!(rows(&more("甲-5"), &more("甲-4")), Some(Merged::Clean(format!("{}甲-5,陈东村,\n", more("甲-4")))));
    assert!(rows(&base.replace("村居", "居村"), &closed).is_some());
    assert_eq!(rows(&base.replace("甲-2", "甲-1"), &closed), None);
}

#[test]
fn the_plan_itself_is_merged_by_key() {
    let base = "format: workplan/1\nid: x\ntitle: 计划\nperiod: { start: 2020-07-01, end: 2020-12-31 }\nunits:\n  - { \
                name: 甲办 }\nsections:\n  - id: \"1\"\n    title: 一\n    themes:\n      - { id: \"11\", title: 农业 }\n";
    let ours = base.replace("  - { name: 甲办 }\n", "  - { name: 甲办 }\n  - { name: 乙办 }\n");
    let theirs = base.replace("title: 农业", "title: 农业农村").replace("甲办 }\n", "甲办 }\n  - { name: 丙办 }\n");
    let found = merge(base.as_bytes(), ours.as_bytes(), theirs.as_bytes(), "plan.yaml", 7);
    let expected = ours
        .replace("title: 农业", "title: 农业农村")
        .replace("  - { name: 乙办 }\n", "  - { name: 丙办 }\n  - { name: 乙办 }\n");
    assert_eq!(found, Some(Merged::Clean(expected)));
}

#[test]
fn fields_of_the_offices_own_are_each_a_thing_of_their_own() {
    let line = "  deadline: 2020-11-30\n";
    let of = |own: &str| with(&[(line, &format!("{line}{own}"))]);
    let base = "  fields: { 文号: 甲 }\n";
    // What stood there, what each side makes of it, and what becomes of that; nothing where a person must decide.
    for (base, ours, theirs, both) in [
        (
            "",
            "  fields: { 资金: 1 }\n",
            "  fields: { 批复: 2020-12-01 }\n",
            Some("  fields: { 批复: 2020-12-01, 资金: 1 }\n"),
        ),
        ("", "  fields: { 资金: 1 }\n", "  fields: { 资金: 1, 文号: 乙 }\n", Some("  fields: { 资金: 1, 文号: 乙 }\n")),
        ("", "  fields: { 资金: 1 }\n", "  fields: { 资金: 2 }\n", None),
        ("", "  fields: { 资金: 1 }\n", "  fields: {资金: 1, 文号: 乙}\n", Some("  fields: { 资金: 1, 文号: 乙 }\n")),
        (
            "  fields: {}\n",
            "  fields: { 资金: 1 }\n",
            "  fields: { 文号: 乙 }\n",
            Some("  fields: { 文号: 乙, 资金: 1 }\n"),
        ),
        (
            base,
            "  fields: { 文号: 甲, 资金: 1 }\n",
            "  fields: { 文号: 乙 }\n",
            Some("  fields: { 文号: 乙, 资金: 1 }\n"),
        ),
        (base, "  fields: { 文号: 丙 }\n", "  fields: { 文号: 乙 }\n", None),
        (
            "  fields:\n    文号: 甲\n    资金: 1\n",
            "  fields:\n    文号: 甲\n    资金: 2 # 追加\n",
            "  fields:\n    文号: 乙\n    资金: 1\n",
            Some("  fields:\n    文号: 乙\n    资金: 2 # 追加\n"),
        ),
    ] {
        for (ours, theirs) in [(ours, theirs), (theirs, ours)] {
            let found = merged(&of(base), &of(ours), &of(theirs));
            match both {
                Some(both) => assert_eq!(found, Some(Merged::Clean(of(both))), "{ours}{theirs}"),
                None => assert!(!matches!(found, Some(Merged::Clean(_))), "{ours}{theirs}"),
            }
        }
    }
}
