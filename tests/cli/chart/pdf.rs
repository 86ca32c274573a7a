//! The PDF as other programs read it.

use std::path::Path;
use std::process::Command;

use crate::program::{HEAD, folder, workplan};

fn printed(program: &str, args: &[&str], file: &Path) -> String {
    let output = Command::new(program).args(args).arg(file).arg("-").output().unwrap();
    let output =
        if output.status.success() { output } else { Command::new(program).args(args).arg(file).output().unwrap() };
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// `pdfinfo`, and every id, title and page number as `pdftotext` finds it.
#[test]
#[ignore = "needs poppler and a Chinese font: run scripts/test"]
fn a_pdf_has_the_papers_size_and_its_texts_are_texts() {
    let out = tempfile::tempdir().unwrap();
    for (plan, paper, size) in
        [("jinze-2020h2", "a3", "1190.55 x 841.89 pts (A3)"), ("sample", "a0", "3370.39 x 2383.94 pts (A0)")]
    {
        let file = out.path().join(format!("{plan}.pdf"));
        let line = format!("chart --plan plans/{plan} --as-of 2020-11-24 --paper {paper} --out");
        let run = || workplan(&line).arg(file.to_str().unwrap()).run();
        assert_eq!(run().status, 0);
        let first = std::fs::read(&file).unwrap();
        if plan == "sample" {
            run();
            assert_eq!(first, std::fs::read(&file).unwrap());
        }
        let info = printed("pdfinfo", &[], &file);
        assert!(info.contains(size), "{info}");
        assert!(info.contains("CreationDate:    Tue Nov 24") || info.contains("Nov 24"), "{info}");
        let fonts = printed("pdffonts", &[], &file);
        assert!(fonts.lines().skip(2).all(|line| line.contains("yes yes yes")), "{fonts}");
        let text = printed("pdftotext", &["-layout"], &file).replace([' ', '\n'], "");
        let json = workplan(&format!("chart --plan plans/{plan} --as-of 2020-11-24 --format json")).run().json();
        let rows = json["groups"].as_array().unwrap().iter().flat_map(|group| group["rows"].as_array().unwrap());
        for row in rows {
            let title: String = row["title"].as_str().unwrap().chars().filter(|c| *c != ' ').take(6).collect();
            let id = row["id"].as_str().unwrap();
            // A title on two lines stands around its id.
            assert!(text.contains(id) && text.contains(&title), "{id} {title}");
        }
        assert!(text.contains("第1页，共"));
    }
}

/// Faces of cubic and of quadratic curves, each one of several in its file.
const FACES: [(&str, &str); 2] =
    [("/usr/share/fonts/opentype/noto", "CID Type 0C"), ("/usr/share/fonts/truetype/wqy", "CID TrueType")];

/// What both faces have; what is drawn as one letter; what looks alike; what neither has.
const TEXTS: [&str; 4] = ["龚都村92户", "以点带面——全覆盖", "⼀村一策", "藏文ཀ与👨\u{200d}👩"];

#[test]
#[ignore = "needs poppler and two Chinese fonts: run scripts/test"]
fn a_face_of_either_kind_is_embedded_and_what_it_lacks_is_found_all_the_same() {
    let task = |(at, title): (usize, &&str)| {
        format!("- {{ id: 1-0{at}, title: {title}, kind: milestone, lead: 党建工作办公室 }}\n")
    };
    let tasks: String = TEXTS.iter().enumerate().map(task).collect();
    let plan = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", &tasks)]);
    for (fonts, kind) in FACES {
        let (settings, file) = (plan.path().join("fonts.conf"), plan.path().join("图.pdf"));
        std::fs::write(&settings, format!("<fontconfig><dir>{fonts}</dir></fontconfig>")).unwrap();
        let run = workplan("chart --as-of 2020-11-24 --out 图.pdf").env("FONTCONFIG_FILE", settings.to_str().unwrap());
        let ran = run.within(plan.path()).run();
        assert_eq!(ran.status, 0, "{ran}");
        let embedded = printed("pdffonts", &[], &file);
        assert!(embedded.lines().count() == 3 && embedded.contains(kind), "{embedded}");
        let text = printed("pdftotext", &[], &file);
        for title in TEXTS {
            assert!(text.contains(title), "{kind}: {title} in {text}");
        }
    }
}
