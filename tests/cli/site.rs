//! `workplan site`.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;

use crate::program::{HEAD, Ran, TASKS, folder, in_both_languages, top, workplan};

/// The files of a folder and those below it, by their paths with `/`.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => folders.push(path),
                false => {
                    let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                    found.insert(name, fs::read(&path).unwrap());
                }
            }
        }
    }
    found
}

/// Writes the site of a plan and reads it.
fn site(plan: &Path, options: &str) -> BTreeMap<String, String> {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("site");
    let ran = run(plan, &out, options);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert_eq!(ran.text(), format!("{}\n", out.join("index.html").display()));
    files(&out).into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

fn run(plan: &Path, out: &Path, options: &str) -> Ran {
    let line = format!("site --as-of 2020-11-24 {options} --plan");
    workplan(&line).arg(plan.to_str().unwrap()).arg("--out").arg(out.to_str().unwrap()).run()
}

fn plans() -> [std::path::PathBuf; 2] {
    ["plans/jinze-2020h2", "plans/sample"].map(|plan| top().join(plan))
}

/// The values of an attribute in a page.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let opening = format!(" {attribute}=\"");
    page.split(opening.as_str()).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// A page as a person compares it: one tag a line.
fn readable(page: &str) -> String {
    page.replace("><", ">\n<")
}

#[test]
fn pages_of_the_sample() {
    for (lang, options) in [("zh", ""), ("en", "--lang en"), ("public", "--public")] {
        let pages = site(&top().join("plans/sample"), options);
        for path in ["index.html", "task/31-18.html", "task/33-04.html"] {
            let Some(page) = pages.get(path) else { continue };
            let name = format!("site-{}-{lang}", path.replace('/', "-").trim_end_matches(".html"));
            insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(name, readable(page));
            });
        }
    }
}

#[test]
fn every_address_leads_to_a_file_and_a_place_in_it() {
    for (plan, options) in plans().iter().flat_map(|plan| ["", "--lang en", "--public"].map(|options| (plan, options)))
    {
        let pages = site(plan, options);
        let ids: BTreeMap<&str, HashSet<&str>> =
            pages.iter().map(|(path, page)| (path.as_str(), values(page, "id").into_iter().collect())).collect();
        for (path, page) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
            let own = ids[path.as_str()].len();
            assert_eq!(own, values(page, "id").len(), "an id twice in {path}");
            for address in values(page, "href").into_iter().chain(values(page, "src")) {
                let (file, place) = address.split_once('#').unwrap_or((address, ""));
                let target = match (file, file.strip_prefix("../")) {
                    ("", _) => path.clone(),
                    (_, Some(above)) => above.to_owned(),
                    (file, None) => file.to_owned(),
                };
                let there = ids.get(target.as_str()).unwrap_or_else(|| panic!("{path}: {address} leads nowhere"));
                assert!(
                    place.is_empty() || place.contains('=') || there.contains(place),
                    "{path}: no such place: {address}"
                );
            }
        }
        let tasks = pages.keys().filter(|path| path.starts_with("task/")).count();
        let linked: HashSet<&str> = pages["tasks.html"].split("task/").skip(1).map(|rest| &rest[..5]).collect();
        assert_eq!(tasks, linked.len(), "a page for every task of the table");
    }
}

/// What a page may not hold, so that the strictest policy holds for it.
#[test]
fn pages_load_nothing_but_what_lies_beside_them() {
    for (plan, options) in plans().iter().flat_map(|plan| ["", "--public"].map(|options| (plan, options))) {
        for (path, page) in site(plan, options).iter().filter(|(path, _)| path.ends_with(".html")) {
            assert!(page.contains("content=\"default-src 'none'; script-src 'self'; style-src 'self';"), "{path}");
            for forbidden in [
                " style=",
                "<style",
                "unsafe-inline",
                "javascript:",
                "http://",
                "https://",
                " onclick",
                " onload",
                "//cdn",
            ] {
                assert!(!page.contains(forbidden), "{path}: {forbidden}");
            }
            assert_eq!(page.matches("<script").count(), page.matches("<script src=\"").count(), "{path}");
        }
    }
}

#[test]
fn a_site_of_150_tasks_is_no_more_than_a_megabyte() {
    let pages = site(&plans()[0], "");
    let tasks = pages.keys().filter(|path| path.starts_with("task/")).count();
    let bytes: usize = pages.values().map(String::len).sum();
    assert!(tasks > 150 && bytes * 150 / tasks <= 1_000_000, "{tasks} tasks: {bytes} bytes");
    let sample: usize = site(&plans()[1], "").values().map(String::len).sum();
    assert!(sample <= 500_000, "{sample}");
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let plan = &plans()[1];
    assert_eq!(site(plan, ""), site(plan, ""));
    let dir = tempfile::tempdir().unwrap();
    let (fresh, again) = (dir.path().join("a"), dir.path().join("b"));
    run(plan, &fresh, "");
    for options in ["--public", "--lang en", ""] {
        assert_eq!(run(plan, &again, options).status, 0);
    }
    assert_eq!(files(&fresh), files(&again), "what an earlier run has left is gone");
}

#[test]
fn a_sample_says_so_on_every_page() {
    for options in ["", "--public"] {
        let pages = site(&plans()[1], options);
        assert!(pages.iter().filter(|(path, _)| path.ends_with(".html")).all(|(_, page)| page.contains("示例数据")));
    }
}

/// Every field that the public may not see, each with a word of its own.
const SECRETS: &str = "\
- id: 1-01
  title: 完成92户集中居住
  source: 完成92户集中居住
  kind: measured
  lead: 机密甲办公室
  support: [机密乙办公室]
  person: 机密丙
  leader: 机密丁
  places: [机密戊村]
  tags: [机密己]
  note: 机密庚
  deadline: 2020-11-20
  metrics: [{ name: 户数, unit: 户, target: 92, baseline: 7, checklist: checklists/机密寅.csv }]
  checkpoints: [{ id: 机密辛, title: 机密壬, due: 2020-10-31 }]
  assumed: [deadline, metrics.户数, lead, support, person, leader, places]
- { id: 1-02, title: 机密卯, kind: milestone, source: 机密辰 }
";
const SECRET_JOURNAL: &str = "\
- date: 2020-11-05
  task: 1-01
  by: 机密癸
  state: blocked
  note: 机密子
  issue: 机密丑
  next: 机密未
  evidence: [evidence/机密申.pdf]
- { date: 2020-11-06, task: 1-02, amendment: { field: state, to: cancelled, reason: 机密酉, approved_by: 机密戌 } }
- { date: 2020-11-06, task: 1-01, amendment: { field: deadline, from: 2020-10-20, to: 2020-11-20, reason: 机密酉, approved_by: 机密戌 } }
";

#[test]
fn nothing_internal_gets_into_the_public_edition() {
    let head = HEAD
        .replace("title: 小计划", "title: 小计划\ndisclosure: 主动公开\nsource: 机密原文.txt\nassumptions: 机密亥")
        .replace("units: [", "context: [机密背景一句。]\nunits: [{ name: 机密甲办公室, short: 机密, note: 机密注 }, { name: 机密乙办公室 }, ");
    let plan = folder(&[
        ("plan.yaml", &head),
        ("tasks/1.yaml", SECRETS),
        ("progress/2020-11.yaml", SECRET_JOURNAL),
        ("checklists/机密寅.csv", "编号,村居,销项日期\n机密一,机密村,2020-11-01\n"),
        ("evidence/机密申.pdf", "%PDF"),
        ("机密原文.txt", "小计划\n机密背景一句。\n完成92户集中居住,机密原文。机密辰。\n"),
    ]);
    for lang in ["zh", "en"] {
        let pages = site(plan.path(), &format!("--public --lang {lang}"));
        for (path, page) in &pages {
            let at = page.find("机密").map(|at| page[at..].chars().take(12).collect::<String>());
            assert_eq!(at, None, "{path}");
            for hidden in ["blocked", "受阻", "red", "红灯", "1-02", "2020-10-20", "2020-11-05"] {
                let styles = path.ends_with(".css") || path.ends_with("site.js");
                assert!(styles || !page.contains(hidden), "{path}: {hidden}");
            }
        }
        assert!(!pages.contains_key("units.html") && !pages.contains_key("alerts.html"));
        assert!(pages["document.html"].contains("完成92户集中居住"));
        let inside = site(plan.path(), &format!("--lang {lang}"));
        assert!(inside["task/1-01.html"].contains("机密子"), "the words are there to be found");
    }
}

#[test]
fn a_plan_that_is_not_for_everybody_has_no_public_edition() {
    let plan = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", TASKS)]);
    let out = plan.path().join("../never");
    let ran = run(plan.path(), &out, "--public");
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("disclosure: 主动公开") && !out.exists(), "{}", ran.stderr);
}

#[test]
fn texts_of_the_plan_are_only_text() {
    let hostile =
        "</script><script>alert(1)</script>\\\"><img src=x onerror=alert(1)>'&amp;\\u202Eevil\\u2028\\u2066*/;";
    let tasks = TASKS.replace("title: 完成92户集中居住", &format!("title: \"{hostile}\"\n  note: \"{hostile}\""));
    let head = HEAD.replace("title: 第一板块", &format!("title: \"{hostile}\""));
    let head = head.replace("issued:", "disclosure: 主动公开\nissued:");
    let journal =
        format!("- {{ date: 2020-11-05, task: 1-01, by: \"{hostile}\", note: \"{hostile}\", issue: \"{hostile}\" }}\n");
    let plan = folder(&[("plan.yaml", &head), ("tasks/1.yaml", &tasks), ("progress/2020-11.yaml", &journal)]);
    for options in ["", "--public"] {
        for (path, page) in site(plan.path(), options) {
            assert!(!page.contains(['\u{202e}', '\u{2028}', '\u{2066}']), "{path}");
            if path.ends_with(".html") {
                assert!(!page.contains("<script>") && !page.contains("<img src=x"), "{path}");
            }
            if path == "assets/tasks.js" {
                assert_eq!(page.lines().count(), 1);
                assert!(!page.contains(['<', '>', '&']), "{path}");
                let json = page.trim().strip_prefix("window.workplanTasks=").unwrap().strip_suffix(';').unwrap();
                let data: serde_json::Value = serde_json::from_str(json).unwrap();
                assert!(data["rows"][0][2].as_str().unwrap().starts_with("</script>"));
            }
        }
    }
}

#[test]
fn a_folder_that_is_not_ours_is_left_alone() {
    let plan = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", TASKS)]);
    let theirs = folder(&[("信.txt", "x")]);
    for out in [theirs.path().to_owned(), plan.path().join("网页"), plan.path().to_owned()] {
        let ran = run(plan.path(), &out, "");
        assert_eq!((ran.status, ran.text()), (2, ""), "{}", ran.stderr);
    }
    assert_eq!(files(theirs.path()).len(), 1);
    assert_eq!(files(plan.path()).keys().collect::<Vec<_>>(), ["plan.yaml", "tasks/1.yaml"]);
}

#[test]
fn what_is_missing_is_said() {
    in_both_languages!("site-nowhere", "site");
    in_both_languages!("site-both", "site --serve --out x");
    in_both_languages!("site-port", "site --port 1");
}
