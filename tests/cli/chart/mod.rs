//! `workplan chart`.

mod chromium;
mod pdf;

use std::fs;
use std::path::Path;

use crate::program::{HEAD, Ran, folder, snapshot, workplan};

/// Three tasks: with checkpoints, moved, and without a finish.
const THREE: &str = "\
- id: 1-01
  title: 完成92户集中居住
  kind: measured
  lead: 规划建设和生态环境办公室
  metrics: [{ name: 完成户数, unit: 户, target: 92 }]
  checkpoints: [{ id: 签约, title: 签约完成, due: 2020-09-30 }, { id: 搬迁, title: 搬迁完成, due: 2020-11-15 }]
  assumed: [lead, checkpoints, metrics.完成户数]
- id: 1-02
  title: 迎接市级创建评审
  kind: milestone
  lead: 规划建设和生态环境办公室
  deadline: 2020-12-15
  assumed: [deadline]
- id: 1-03
  title: 持续推进村容整治
  kind: continuous
  lead: 党建工作办公室
";
const WHAT_HAPPENED: &str = "\
- { date: 2020-10-09, task: 1-01, values: { 完成户数: 61 }, checkpoints: [签约] }
- { date: 2020-10-16, task: 1-02, amendment: { field: deadline, from: 2020-11-30, to: 2020-12-15, reason: 改期, approved_by: 镇长办公会 } }
";

fn three() -> tempfile::TempDir {
    folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", THREE), ("progress/2020-10.yaml", WHAT_HAPPENED)])
}

fn chart(plan: &Path, line: &str) -> Ran {
    workplan(&format!("chart {line} --as-of 2020-11-24")).within(plan).run()
}

#[test]
fn small_charts_of_every_kind() {
    let plan = three();
    for kind in ["wall", "burnup", "lights"] {
        for lang in ["zh", "en"] {
            let line = format!("chart {kind} --as-of 2020-11-24 --lang {lang}");
            snapshot!(format!("chart-{kind}.{lang}"), workplan(&line).within(plan.path()));
        }
    }
}

/// The texts of a chart, as they follow each other.
fn texts(svg: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(svg).unwrap();
    let texts = document.descendants().filter(|node| node.tag_name().name() == "text");
    texts.filter_map(|node| node.text()).map(str::to_owned).collect()
}

/// Of the given texts, those that a chart holds, in its order.
fn in_order<'t>(ran: &Ran, wanted: &[&'t str]) -> Vec<&'t str> {
    texts(ran.text()).iter().filter_map(|text| wanted.iter().find(|wanted| *wanted == text).copied()).collect()
}

/// Two sections, of which the second holds what is late; ongoing work that was heard of, and such that never was.
const WORST_LAST: &str = "\
- { id: 1-01, title: 正常, kind: milestone, lead: 党建工作办公室 }
- { id: 1-02, title: 常抓不懈, kind: continuous, lead: 党建工作办公室 }
- { id: 1-03, title: 无人过问, kind: continuous, lead: 规划建设和生态环境办公室 }
- { id: 1-04, title: 早该完成, kind: milestone, lead: 党建工作办公室, deadline: 2020-10-30, assumed: [deadline] }
- { id: 1-05, title: 晚几天, kind: milestone, lead: 党建工作办公室, deadline: 2020-11-20, assumed: [deadline] }
- { id: 1-06, title: 无人问津, kind: continuous, lead: 党建工作办公室 }
- { id: 1-07, title: 长期有时限, kind: continuous, lead: 党建工作办公室, deadline: 2020-12-10, assumed: [deadline] }
";

#[test]
fn what_is_red_stands_first_and_what_was_never_heard_of_last() {
    let journal = "\
- { date: 2020-09-02, task: 1-02, note: 正常 }
- { date: 2020-11-03, task: 1-02, note: 正常 }
- { date: 2020-11-04, task: 1-01, note: 正常 }
- { date: 2020-11-05, task: 1-07, note: 正常 }
";
    let plan = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", WORST_LAST), ("progress/2020-11.yaml", journal)]);
    let ran = chart(plan.path(), "--lang zh");
    let ids = ["1-01", "1-02", "1-03", "1-04", "1-05", "1-06", "1-07"];
    assert_eq!(in_order(&ran, &ids), ["1-04", "1-05", "1-01", "1-02", "1-07", "1-03", "1-06"], "{ran}");
    let said = ["逾期 25 天", "逾期 4 天", "持续推进", "计划期末", "12-10", "2 项，最长逾期 25 天"];
    let order = ["2 项，最长逾期 25 天", "逾期 25 天", "逾期 4 天", "计划期末", "持续推进", "12-10"];
    assert_eq!(in_order(&ran, &said), order);
    assert!(texts(ran.text()).iter().any(|text| text.contains("2 项持续推进工作从未报送")));
    let json = chart(plan.path(), "--format json").json();
    let row = |at: usize| &json["groups"][0]["rows"][at];
    let periods = row(1)["periods"].as_array().unwrap();
    let heard: Vec<bool> = periods.iter().map(|period| period["reported"].as_bool().unwrap()).collect();
    let missed: Vec<bool> = periods.iter().map(|period| period["missed"].as_bool().unwrap()).collect();
    assert_eq!(heard, [false, false, true, false, true]);
    assert_eq!(missed, [true, true, false, true, false]);
    assert_eq!((row(1)["deadline"].as_str(), row(6)["deadline"].as_str()), (None, Some("2020-12-10")));
    let brief: Vec<bool> = (0..7).map(|at| row(at)["brief"].as_bool().unwrap()).collect();
    assert_eq!(brief, [false, false, true, false, false, true, false]);
}

#[test]
fn days_late_are_told_to_the_end_of_the_period_and_after() {
    let plan = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", WORST_LAST)]);
    for (day, late) in [("2020-12-31", ["逾期 62 天", "逾期 41 天"]), ("2021-01-15", ["逾期 77 天", "逾期 56 天"])]
    {
        for (lang, paper) in [("zh", "a3"), ("zh", "a0")] {
            let line = format!("chart --as-of {day} --lang {lang} --paper {paper}");
            let ran = workplan(&line).within(plan.path()).run();
            assert_eq!(in_order(&ran, &late), late, "{line}: {ran}");
        }
    }
}

#[test]
fn counts_are_compared_with_those_a_week_ago() {
    let plan = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", WORST_LAST)]);
    let said = |line: &str| texts(chart(plan.path(), line).text());
    assert!(said("--lang zh").contains(&"红灯 2（+1）".to_owned()));
    let lights = said("lights --lang zh");
    assert!(lights.contains(&"较上周 +1".to_owned()), "{lights:?}");
    let before = workplan("chart lights --as-of 2020-07-05 --lang zh").within(plan.path()).run();
    assert!(!before.text().contains("较上周"), "{before}");
}

#[test]
fn all_is_done_where_the_scale_says_100_percent() {
    let tasks = "\
- { id: 1-01, title: 甲, kind: milestone, lead: 党建工作办公室 }
- { id: 1-02, title: 乙, kind: milestone, lead: 党建工作办公室 }
";
    let cancelled = "\
- date: 2020-10-13
  task: 1-02
  state: cancelled
  amendment: { field: state, from: not_started, to: cancelled, reason: 并入, approved_by: 镇长办公会 }
";
    for (journal, all) in [("[]", ">2<"), (cancelled, ">1<")] {
        let plan = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", tasks), ("progress/2020-10.yaml", journal)]);
        let ran = chart(plan.path(), "burnup --lang zh");
        let height = |text: &str| -> i32 {
            let line = ran.text().lines().find(|line| line.contains(text)).unwrap_or_else(|| panic!("{text}: {ran}"));
            let (_, after) = line.split_once(" y=\"").unwrap();
            after.split('"').next().unwrap().parse().unwrap()
        };
        assert_eq!(height(">100%<"), height(all), "{ran}");
        assert!(ran.text().contains(">任务总数（左轴）<"));
    }
}

#[test]
fn what_makes_no_sense_together_is_refused() {
    for (name, line) in [
        ("chart-many-pages", "--plan plans/jinze-2020h2"),
        ("chart-no-such-page", "--plan plans/jinze-2020h2 --page 7"),
        ("chart-page-of-html", "--format html --page 1"),
        ("chart-paper-of-burnup", "burnup --paper a0"),
        ("chart-public-by-lead", "--public --by lead"),
        ("chart-public-burnup", "burnup --public --plan plans/jinze-2020h2"),
    ] {
        for lang in ["zh", "en"] {
            snapshot!(format!("{name}.{lang}"), workplan(&format!("chart {line} --as-of 2020-11-24 --lang {lang}")));
        }
    }
}

#[test]
fn pages_are_written_into_files_and_the_extension_tells_the_format() {
    let out = tempfile::tempdir().unwrap();
    let to = |name: &str| out.path().join(name);
    let write = |line: &str, name: &str| {
        let line = format!("chart --plan plans/jinze-2020h2 --as-of 2020-11-24 {line} --out");
        let ran = workplan(&line).arg(to(name).to_str().unwrap()).run();
        assert_eq!(ran.status, 0, "{ran}");
    };
    write("", "墙.svg");
    let pages = (1..).take_while(|page| to(&format!("墙-{page}.svg")).exists()).count();
    assert!(pages > 1 && !to("墙.svg").exists(), "{pages}");
    write("--page 2", "two.svg");
    assert_eq!(fs::read(to("two.svg")).unwrap(), fs::read(to("墙-2.svg")).unwrap());
    write("", "墙.html");
    let html = fs::read_to_string(to("墙.html")).unwrap();
    assert_eq!(html.matches("<section>").count(), pages);
    assert!(html.contains("@page{size:420mm 297mm;margin:0}") && html.contains("default-src 'none'"));
    for word in ["<script", "http://", "https://", "url(", "@import", "href", " on"] {
        let found = html.replace("http://www.w3.org/2000/svg", "").matches(word).count();
        // English words may begin with "on"; an attribute that does is followed by a name and a sign.
        assert!(found == 0 || (word == " on" && !html.contains(" onload=") && !html.contains(" onclick=")), "{word}");
    }
    write("--by lead", "单位.json");
    let json: serde_json::Value = serde_json::from_slice(&fs::read(to("单位.json")).unwrap()).unwrap();
    assert_eq!((&json["by"], &json["groups"][0]["key"]), (&"lead".into(), &"党政办公室".into()));
}

#[test]
fn a_page_never_takes_the_place_of_a_file_of_the_plan() {
    let tasks: String = (1..90)
        .map(|n| format!("- {{ id: 1-{n:02}, title: 任务{n}, kind: milestone, lead: 党建工作办公室 }}\n"))
        .collect();
    let plan = folder(&[("plan.yaml", HEAD), ("tasks/a-1.yaml", &tasks)]);
    let ran = workplan("chart --format svg --as-of 2020-11-24 --out tasks/a.yaml").within(plan.path()).run();
    assert_eq!(ran.status, 2, "{ran}");
    assert_eq!(fs::read_to_string(plan.path().join("tasks/a-1.yaml")).unwrap(), tasks);
}

#[test]
fn hostile_titles_are_inert() {
    let task = "- id: 1-01\n  title: \"</text><script>alert(1)</script><a href='//x'>\\e[31m\\u202Egnp\\u2066\\uFFFE&amp;\"\n  kind: milestone\n  lead: 党建工作办公室\n";
    let plan = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", task)]);
    let (svg, html) = (chart(plan.path(), ""), chart(plan.path(), "--format html"));
    for text in [svg.text(), html.text()] {
        assert!(text.contains("&lt;/text&gt;"), "{text}");
        for word in ["<script", "<a ", "\u{1b}", "\u{202e}", "\u{2066}", "\u{fffe}"] {
            assert!(!text.contains(word), "{word:?}");
        }
    }
    roxmltree::Document::parse(svg.text()).unwrap();
}

/// A plan with a word that nobody may see in every field that is not for the public.
fn secretive(lights: bool) -> tempfile::TempDir {
    let head = format!(
        "{}source: 原文.txt\ndisclosure: 主动公开\npublish_lights: {lights}\nplaces: [SECRET-1村]\nassumptions: SECRET-2\n",
        HEAD.replace("党群工作办公室, short: 党群办", "SECRET-3办, short: SECRET-4, note: SECRET-5")
    );
    let tasks = "\
- id: 1-01
  title: 完成92户集中居住
  kind: measured
  lead: SECRET-3办
  support: [SECRET-3办]
  person: SECRET-6
  leader: SECRET-7
  places: [SECRET-1村]
  start: 2020-08-11
  metrics: [{ name: 完成户数, unit: 户, target: 92 }]
  checkpoints: [{ id: SECRET-8, title: SECRET-9, due: 2020-09-30 }]
  tags: [SECRET-10]
  note: SECRET-11
  depends: [1-02]
  assumed: [lead, checkpoints, metrics.完成户数, start, support]
- { id: 1-02, title: 另一项, kind: milestone, lead: SECRET-3办, deadline: 2020-12-12, assumed: [deadline] }
";
    let journal = "\
- { date: 2020-10-09, task: 1-01, by: SECRET-3办, values: { 完成户数: 61.6161 }, note: SECRET-12, issue: SECRET-13, next: SECRET-14, evidence: [evidence/SECRET-15.pdf], checkpoints: [SECRET-8], state: blocked }
- { date: 2020-10-16, task: 1-02, amendment: { field: deadline, from: 2020-11-11, to: 2020-12-12, reason: SECRET-16, approved_by: SECRET-17 } }
";
    folder(&[
        ("plan.yaml", &head),
        ("tasks/SECRET-18.yaml", tasks),
        ("progress/2020-10.yaml", journal),
        ("原文.txt", "完成各项工作。\n"),
    ])
}

#[test]
fn an_edition_for_the_public_keeps_every_secret() {
    for lights in [true, false] {
        let plan = secretive(lights);
        for kind in ["wall", "burnup", "lights"] {
            for format in ["svg", "html", "json"] {
                for lang in ["zh", "en"] {
                    let line = format!("{kind} --format {format} --public --lang {lang}");
                    let ran = chart(plan.path(), &line);
                    let refused = kind != "wall" && !lights;
                    assert_eq!(ran.status, if refused { 2 } else { 0 }, "{line}: {}", ran.stderr);
                    for secret in ["SECRET", "61.6", "66.9", "08-11", "11-11", "blocked", "受阻", "规建办"] {
                        assert!(!ran.text().contains(secret), "{line}: {secret}");
                    }
                    if kind == "wall" && format != "json" {
                        let word = if lang == "zh" { "黄灯" } else { ">yellow<" };
                        assert_eq!(ran.text().contains(word), lights, "{line}");
                        assert!(ran.text().contains("完成户数 92户*"), "{line}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_year_without_a_calendar_is_said_and_not_shaded() {
    let head = HEAD.replace("2020", "2031");
    let plan = folder(&[
        ("plan.yaml", &head),
        ("tasks/1.yaml", "- { id: 1-01, title: 甲, kind: milestone, lead: 党建工作办公室 }\n"),
    ]);
    let ran = workplan("chart --as-of 2031-08-01").within(plan.path()).run();
    assert!(ran.text().contains(">放假安排未知<") && !ran.text().contains(">休<"), "{}", ran.text());
    assert!(!ran.text().contains("法定节假日"));
}

#[test]
fn the_same_chart_is_the_same_bytes() {
    let line = "chart --plan plans/sample --as-of 2020-11-24 --format html --paper a0";
    assert_eq!(workplan(line).run().stdout, workplan(line).run().stdout);
}
