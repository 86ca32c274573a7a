//! `workplan site`.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;

use crate::program::{HEAD, Ran, TASKS, folder, in_both_languages, top, workplan};

/// The files of a folder and those below it, by their paths with `/`.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
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
    let day = if options.contains("--as-of") { "" } else { "--as-of 2020-11-24" };
    let line = format!("site {day} {options} --plan");
    workplan(&line).arg(plan.to_str().unwrap()).arg("--out").arg(out.to_str().unwrap()).run()
}

fn plans() -> [std::path::PathBuf; 2] {
    ["plans/jinze-2020h2", "plans/sample"].map(|plan| top().join(plan))
}

/// The values of an attribute in a page.
pub(crate) fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let opening = format!(" {attribute}=\"");
    page.split(opening.as_str()).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// A page as a person compares it: one tag a line.
pub(crate) fn readable(page: &str) -> String {
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
                // Evidence lies where the plan is.
                if let Some((_, evidence)) = address.split_once("/plans/") {
                    assert!(top().join("plans").join(evidence).is_file(), "{path}: {address}");
                    continue;
                }
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
    assert!(tasks > 150 && bytes * 150 / tasks <= 1 << 20, "{tasks} tasks: {bytes} bytes");
    let sample: usize = site(&plans()[1], "").values().map(String::len).sum();
    assert!(sample <= 600_000, "{sample}");
}

/// Three tasks: one that has become red within a week, one of which two things are wrong, one never heard of.
const TOLD: &str = "\
- { id: 1-01, title: 完成集中居住, kind: milestone, lead: 甲办公室, deadline: 2020-11-20, assumed: [deadline, lead], source: 完成集中居住 }
- id: 1-02
  title: 开工建设
  kind: milestone
  lead: 甲办公室
  deadline: 2020-11-10
  depends: [1-01]
  checkpoints: [{ id: 开工, title: 开工, due: 2020-10-31 }]
  assumed: [deadline, lead, depends, checkpoints]
- { id: 1-03, title: 持续推进整治, kind: continuous, lead: 乙办公室, assumed: [lead] }
";
const TOLD_JOURNAL: &str = "\
- { date: 2020-11-02, task: 1-01, by: 甲办公室, note: 第一批, evidence: [https://example.org/a, evidence/签 约.pdf, evidence/没有.pdf] }
- { date: 2020-11-19, task: 1-01, by: 甲办公室, note: 第二批, issue: 三户未谈妥, next: 与 1-02 一并谈 }
";

fn told() -> tempfile::TempDir {
    let head = HEAD.replace("units: [", "units: [{ name: 甲办公室 }, { name: 乙办公室 }, ");
    folder(&[
        ("plan.yaml", &head),
        ("tasks/1.yaml", TOLD),
        ("progress/2020-11.yaml", TOLD_JOURNAL),
        ("evidence/签 约.pdf", "%PDF"),
    ])
}

#[test]
fn the_first_page_says_the_verdict_and_what_a_week_has_changed() {
    let plan = told();
    let pages = site(plan.path(), "");
    let page = &pages["index.html"];
    assert!(page.contains("<h1>红灯 2 项（较上周 +1），黄灯"), "{}", readable(page));
    assert!(page.contains("“上周”指 2020-11-17"));
    // The worst light comes first, with its difference.
    let [red, yellow] = ["tasks.html#light=red", "tasks.html#light=yellow"].map(|light| page.find(light).unwrap());
    assert!(red < yellow);
    let (changes, due) = (page.find("一周来的变化").unwrap(), page.find("近期到期").unwrap());
    assert!(changes < due && page[changes..due].contains("1-01") && !page[changes..due].contains("1-02"));
    // What was never heard of is a line of its unit.
    let unheard = page.split("<h2>从未报送").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(unheard.contains("乙办公室") && unheard.contains("甲办公室") && !unheard.contains("1-03"), "{unheard}");
    let early = site(plan.path(), "--as-of 2020-07-03");
    assert!(!early["index.html"].contains("较上周"), "a week before the plan nothing can be compared");
}

#[test]
fn alerts_are_a_row_a_task_and_ids_in_texts_lead_to_tasks() {
    let plan = told();
    let pages = site(plan.path(), "");
    let rows: Vec<&str> = pages["alerts.html"].split("<tr>").skip(2).collect();
    assert_eq!(rows.iter().filter(|row| row.contains("task/1-02.html")).count(), 1, "{rows:?}");
    assert!(!rows.iter().any(|row| row.split("</tr>").next().unwrap().contains("1-03")), "told by its unit");
    assert!(pages["task/1-02.html"].contains("<a href=\"../task/1-01.html\" title=\"完成集中居住\">1-01</a>"));
    assert!(pages["week.html"].contains("task/1-01.html"));
}

#[test]
fn a_task_page_says_first_how_it_is_now_and_newest_first() {
    let plan = told();
    let page = &site(plan.path(), "")["task/1-01.html"];
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}: {}", readable(page)));
    assert!(at("目前情况") < at("板块</dt>"));
    let card = &page[at("目前情况")..at("板块</dt>")];
    for said in ["2020-11-19", "第二批", "三户未谈妥", "与 1-02 一并谈"] {
        assert!(card.contains(said), "{said}: {card}");
    }
    let journal = &page[at("进展台账")..];
    assert!(journal.find("第二批").unwrap() < journal.find("第一批").unwrap());
}

#[test]
fn evidence_is_a_link_where_it_can_be_reached() {
    let plan = told();
    let page = &site(plan.path(), "")["task/1-01.html"];
    let links = values(page, "href");
    assert!(links.contains(&"https://example.org/a"), "{links:?}");
    let own: Vec<&&str> = links.iter().filter(|link| link.ends_with("/evidence/%E7%AD%BE%20%E7%BA%A6.pdf")).collect();
    assert!(!own.is_empty() && own.iter().all(|link| link.starts_with("../../")), "{links:?}");
    assert!(page.contains("没有.pdf") && !links.iter().any(|link| link.contains("%E6%B2%A1")), "{links:?}");
}

#[test]
fn the_calendar_begins_with_the_month_of_the_day() {
    let plan = told();
    let page = &site(plan.path(), "")["calendar.html"];
    let months: Vec<&str> = page.split("<h2 id=\"m").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(months, ["2020-11", "2020-12", "2020-7", "2020-8", "2020-9", "2020-10"]);
}

#[test]
fn the_timeline_links_what_ends_and_counts_what_was_never_heard_of() {
    let plan = told();
    let page = &site(plan.path(), "")["timeline.html"];
    assert!(page.contains("task/1-01.html") && page.contains("task/1-02.html") && !page.contains("task/1-03.html"));
    assert!(
        page.contains("另有持续推进任务 1 项尚无报送") && page.contains("逾期 4 天") && page.contains("class=\"late\"")
    );
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
        for inside in ["units.html", "alerts.html", "week.html", "timeline.html"] {
            assert!(!pages.contains_key(inside), "{inside}");
        }
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
