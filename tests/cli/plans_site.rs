//! `workplan site --plans`: an index, and below it the site of each plan.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;

use crate::plans::{city, head};
use crate::program::{Ran, TASKS, compared, workplan};
use crate::site::{files, readable, values};

fn write(at: &Path, options: &str) -> Ran {
    workplan(&format!("site --plans . --as-of 2020-11-24 --out site {options}")).within(at).run()
}

fn pages(at: &Path) -> BTreeMap<String, String> {
    files(&at.join("site")).into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

#[test]
fn the_index_tells_the_whole_and_leads_to_each_plan() {
    let at = city();
    for lang in ["zh", "en"] {
        let ran = write(at.path(), &format!("--lang {lang}"));
        assert_eq!((ran.text(), ran.status), ("site/index.html\n", 1), "{ran}");
        assert!(ran.stderr.contains("E011"), "{ran}");
        let index = readable(&pages(at.path())["index.html"]);
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("plans-site-index.{lang}"), index);
        });
    }
    let pages = pages(at.path());
    for plan in ["a", "b"] {
        let page = &pages[&format!("plan/{plan}/task/1-01.html")];
        assert!(values(page, "href").contains(&"../../../index.html"), "a way back: {page}");
    }
}

/// The address that a link on a page leads to, from the top of the site.
fn target(page: &str, address: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            ".." => drop(parts.pop().expect("within the site")),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn every_address_leads_to_a_file_of_the_site() {
    let at = city();
    for options in ["", "--lang en"] {
        write(at.path(), options);
        let pages = pages(at.path());
        let mut reached = HashSet::new();
        for (path, page) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
            for address in values(page, "href").into_iter().chain(values(page, "src")) {
                let (file, _) = address.split_once('#').unwrap_or((address, ""));
                let target = if file.is_empty() { path.clone() } else { target(path, file) };
                assert!(pages.contains_key(&target), "{path}: {address} leads nowhere");
                reached.insert(target);
            }
        }
        let html = pages.keys().filter(|path| path.ends_with(".html"));
        assert_eq!(html.filter(|path| !reached.contains(*path)).collect::<Vec<_>>(), [""; 0], "every page is led to");
    }
}

#[test]
fn all_tasks_are_searched_together() {
    let at = city();
    write(at.path(), "");
    let pages = pages(at.path());
    let script = &pages["assets/tasks.js"];
    let data = script.strip_prefix("window.workplanTasks=").unwrap().trim_end().trim_end_matches(';');
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    let plans: Vec<&str> = data["plans"].as_array().unwrap().iter().map(|plan| plan[0].as_str().unwrap()).collect();
    assert_eq!(plans, ["plan/a", "plan/b"]);
    assert_eq!(data["plans"][1][2][3][1], "亮红牌", "each plan's own words for the lights");
    let rows = data["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 6);
    for row in rows {
        let folder = plans[usize::try_from(row[3].as_u64().unwrap()).unwrap()];
        let page = format!("{folder}/task/{}.html", row[0].as_str().unwrap());
        assert!(pages[&page].contains(row[2].as_str().unwrap()), "{page}");
    }
    assert!(rows[0][9].as_str().unwrap().contains("规划建设和生态环境办公室"), "a unit finds its tasks");
}

#[test]
fn plans_of_one_id_have_folders_of_their_own_and_those_that_are_gone_are_taken_away() {
    let at = city();
    let twin = fs::read_to_string(at.path().join("a/plan.yaml")).unwrap();
    fs::create_dir_all(at.path().join("twin/tasks")).unwrap();
    fs::write(at.path().join("twin/plan.yaml"), twin).unwrap();
    fs::write(at.path().join("twin/tasks/1.yaml"), TASKS).unwrap();
    let folders = || {
        let entries = fs::read_dir(at.path().join("site/plan")).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_str().unwrap().to_owned()).collect();
        names.sort();
        names
    };
    write(at.path(), "");
    assert_eq!(folders(), ["a", "a~2", "b"]);
    fs::write(at.path().join("site/plan/b/CNAME"), "x").unwrap();
    for gone in ["twin", "b"] {
        fs::remove_dir_all(at.path().join(gone)).unwrap();
    }
    write(at.path(), "");
    assert_eq!(folders(), ["a", "b"], "what others have put there stays");
    assert_eq!(fs::read_dir(at.path().join("site/plan/b")).unwrap().count(), 1);
}

#[test]
fn a_folder_that_is_not_ours_is_left_alone() {
    let at = city();
    fs::create_dir_all(at.path().join("site")).unwrap();
    fs::write(at.path().join("site/letter.docx"), "x").unwrap();
    let ran = write(at.path(), "--lang en");
    assert!(ran.status == 2 && ran.stderr.contains("letter.docx"), "{ran}");
    assert_eq!(fs::read_dir(at.path().join("site")).unwrap().count(), 1);
    let ran = workplan("site --plans . --out a/site --lang en").within(at.path()).run();
    assert!(ran.status == 2 && !at.path().join("a/site").exists(), "no plan's own folder: {ran}");
    for (line, said) in [("site --plans .", "--out"), ("site --plans . --serve", "--out")] {
        let ran = workplan(&format!("{line} --lang en")).within(at.path()).run();
        assert!(ran.status == 2 && ran.stderr.contains(said), "{ran}");
    }
}

#[test]
fn the_public_edition_of_many_plans_tells_what_each_publishes_and_of_the_others_nothing() {
    let at = city();
    fs::write(at.path().join("a/plan.yaml"), head("a", "甲镇人民政府", "disclosure: 主动公开\n")).unwrap();
    let ran = write(at.path(), "--public");
    assert_eq!(ran.status, 1, "{ran}");
    assert!(ran.stderr.contains("b/deep 未公开"), "{ran}");
    let pages = pages(at.path());
    assert!(pages.keys().all(|path| !path.starts_with("plan/b")), "{:?}", pages.keys());
    for (path, page) in pages.iter().filter(|(path, _)| !path.ends_with(".css") && !path.ends_with("e.js")) {
        for inside in
            ["乙镇", "规划建设", "规建办", "亮红牌", "b/deep", "E011", "l-red t-red\">", "2020-11-19", "清洁行动"]
        {
            assert!(!page.contains(inside), "{path} tells {inside}");
        }
    }
    assert!(
        pages["index.html"].contains("plan/a/index.html") && pages["plan/a/tasks.html"].contains("完成92户集中居住")
    );
    compared("plans-site-public", &ran);
    // What was written for the office is gone where the public edition stands.
    write(at.path(), "");
    let ran = write(at.path(), "--public");
    assert_eq!(ran.status, 1, "{ran}");
    assert!(!at.path().join("site/plan/b").exists() && !at.path().join("site/plan/a/alerts.html").exists());
    // Nor is anything published that somebody else has put there.
    fs::create_dir_all(at.path().join("site/plan/x")).unwrap();
    let ran = write(at.path(), "--public --lang en");
    assert!(ran.status == 2 && ran.stderr.contains("take it away"), "{ran}");
}
