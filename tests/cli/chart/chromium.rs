//! The charts in a browser, with its own fonts: no text meets another, none leaves the page.

use std::fs;
use std::process::Command;

use crate::program::{folder, workplan};

/// Measures every text, and writes into the page which of them meet or leave it. Its height is that of its letters, not
/// of the line that the font asks for.
const MEASURE: &str = "\
const said = [];
let count = 0;
for (const svg of document.querySelectorAll('svg')) {
  const page = svg.viewBox.baseVal, boxes = [];
  for (const text of svg.querySelectorAll('text')) {
    const b = text.getBBox(), size = +text.getAttribute('font-size'), y = +text.getAttribute('y');
    boxes.push({ t: text.textContent, l: b.x, r: b.x + b.width, u: y - size * 0.88, d: y + size * 0.12 });
  }
  count += boxes.length;
  boxes.forEach((a, i) => {
    if (a.l < 0 || a.u < 0 || a.r > page.width || a.d > page.height) said.push('OFF ' + JSON.stringify(a));
    boxes.slice(0, i).forEach(b => {
      if (a.l < b.r && b.l < a.r && a.u < b.d && b.u < a.d) said.push('MEET ' + JSON.stringify([a, b]));
    });
  });
}
document.body.innerHTML = '<pre>MEASURED ' + count + '\\n' + said.join('\\n').replace(/</g, '&lt;') + '</pre>';
";

fn svgs(line: &str, plan: Option<&std::path::Path>) -> String {
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("c.svg");
    let run = workplan(&format!("chart {line} --out")).arg(file.to_str().unwrap());
    let ran = match plan {
        Some(plan) => run.within(plan).run(),
        None => run.run(),
    };
    assert_eq!(ran.status, 0, "{ran}");
    let mut files: Vec<_> = fs::read_dir(out.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.into_iter().map(|file| fs::read_to_string(file).unwrap()).collect()
}

fn hostile() -> tempfile::TempDir {
    let titles = [
        "完成92户集中居住，".repeat(13),
        "Wide WWWW MMMM @@@@ %%%% ".repeat(5),
        "1234567890".repeat(12),
        "👨‍👩‍👧‍👦🇨🇳﷽﷽﷽שלום".into(),
        "短".into(),
    ];
    let task = |(n, title): (usize, &String)| {
        format!(
            "- id: 1-{n:02}\n  title: \"{title}\"\n  kind: milestone\n  lead: 党建工作办公室\n  checkpoints: [{{ id: a, title: \"{title}\", due: 2020-09-30 }}, {{ id: b, title: \"{title}\", due: 2020-10-05 }}]\n  assumed: [lead, checkpoints]\n"
        )
    };
    let tasks: String = titles.iter().enumerate().map(task).collect();
    folder(&[("plan.yaml", crate::program::HEAD), ("tasks/1.yaml", &tasks)])
}

#[test]
#[ignore = "needs Chromium: run scripts/test"]
fn in_a_browser_no_text_meets_another_or_leaves_the_page() {
    let plan = hostile();
    let mut all = String::new();
    for lang in ["zh", "en"] {
        for paper in ["a3", "a0"] {
            let of = |plan: &str| format!("--plan plans/{plan} --as-of 2020-11-24 --paper {paper} --lang {lang}");
            all += &svgs(&of("jinze-2020h2"), None);
            all += &svgs(&of("sample"), None);
            all += &svgs(&format!("--as-of 2020-11-24 --paper {paper} --lang {lang}"), Some(plan.path()));
        }
        all += &svgs(&format!("--plan plans/jinze-2020h2 --by lead --as-of 2020-12-31 --lang {lang}"), None);
        all += &svgs(&format!("--plan plans/jinze-2020h2 --public --as-of 2020-12-31 --lang {lang}"), None);
        for kind in ["burnup", "lights"] {
            all += &svgs(&format!("{kind} --plan plans/sample --as-of 2020-11-24 --lang {lang}"), None);
        }
    }
    let page = plan.path().join("page.html");
    fs::write(&page, format!("<!DOCTYPE html><meta charset=utf-8><body>{all}<script>{MEASURE}</script>")).unwrap();
    let output = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=60000", "--dump-dom"])
        .arg(format!("--user-data-dir={}", plan.path().join("profile").display()))
        .arg(format!("file://{}", page.display()))
        .output()
        .unwrap();
    let dom = String::from_utf8_lossy(&output.stdout);
    let (_, said) =
        dom.split_once("MEASURED ").unwrap_or_else(|| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    let (count, said) = said.split_once('\n').unwrap();
    assert!(count.parse::<usize>().unwrap() > 5_000, "{count}");
    assert!(!said.contains("OFF ") && !said.contains("MEET "), "{said}");
}
