//! `workplan init`.

use std::fs;
use std::path::Path;

use crate::program::{Ran, folder, snapshot, workplan};

/// A short document with everything that a draft reads.
const DOCUMENT: &str = "\
示例镇人民政府2020年下半年工作安排
主动公开
2020.07.17
当前，各项工作总体平稳。
（一）统筹谋划乡村振兴
完成龚都村92户农民相对集中居住项目，迎接11月份市级创建评审。
（二）加强自身建设
持续打造15分钟便民服务圈。（责任单位：社建办、党政办）
";
const EMPTY: &str = "init 新计划 --title 示例镇2021年工作要点 --issuer 示例镇人民政府 --issued 2021-01-08 --start 2021-01-01 --end 2021-12-31";

fn run(place: &Path, line: &str) -> Ran {
    workplan(line).within(place).run()
}

/// Every file under a folder with its text, hidden ones too.
fn held(place: &Path) -> String {
    let mut paths = vec![place.to_owned()];
    let mut shown = String::new();
    while let Some(path) = paths.pop() {
        if path.is_dir() {
            let mut inside: Vec<_> = fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()).collect();
            inside.sort_by(|one, other| other.cmp(one));
            paths.extend(inside);
        } else {
            let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
            shown += &format!("── {}\n{text}", path.strip_prefix(place).unwrap().display());
        }
    }
    shown
}

#[test]
fn an_empty_plan_passes_check_and_says_what_to_do_next() {
    for lang in ["zh", "en"] {
        let place = folder(&[]);
        snapshot!(format!("init-empty.{lang}"), workplan(&format!("{EMPTY} --lang {lang}")).within(place.path()));
        assert_eq!(run(place.path(), "check --plan 新计划").status, 0);
        assert_eq!(run(place.path(), "status --plan 新计划 --as-of 2021-02-01").status, 0);
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("init-empty-files.{lang}"), held(place.path()))
        });
    }
}

#[test]
fn units_sections_and_themes_are_given_by_flags_and_a_task_can_be_added() {
    for lang in ["zh", "en"] {
        let place = folder(&[]);
        let line = format!(
            "init plans/2021h1 --title 示例学校2021年上半年工作安排 --issuer 示例学校 --issued 2021-01-08 --unit 教务处=教务 --unit 总务处 --section 教育教学 --section 安全工作 --theme 安全工作=消防 --theme 2=交通 --lang {lang}"
        );
        snapshot!(format!("init-flags.{lang}"), workplan(&line).within(place.path()));
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("init-flags-files.{lang}"), held(place.path()))
        });
        assert_eq!(run(place.path(), "check --plan plans/2021h1").status, 0);
        let added = run(place.path(), "add --theme 22 --title 校车安全检查 --lead 总务处 --plan plans/2021h1");
        assert_eq!(added.status, 0, "{added}");
        let status = run(place.path(), "status --as-of 2021-02-01");
        assert_eq!(status.text().contains("As of"), lang == "en", "{status}");
    }
}

#[test]
fn themes_without_their_section_are_refused() {
    let place = folder(&[]);
    for line in [
        "init p --theme 消防",
        "init p --section 甲 --section 乙 --theme 消防",
        "init p --section 甲 --theme 丙=消防",
        "init p --section ''",
        "init p --unit '=简'",
    ] {
        let ran = run(place.path(), line);
        assert_eq!(ran.status, 2, "{ran}");
    }
    assert!(!place.path().join("p").exists());
}

#[test]
fn a_folder_in_which_one_stands_may_become_a_plan() {
    for inside in [None, Some(".git/HEAD")] {
        let place = folder(&[]);
        let here = place.path().join("学校");
        fs::create_dir(&here).unwrap();
        if let Some(file) = inside {
            fs::create_dir(here.join(".git")).unwrap();
            fs::write(here.join(file), "ref: refs/heads/main\n").unwrap();
        }
        let made = run(&here, "init . --title 学校2021年工作要点 --issuer 学校");
        assert!(made.status == 0 && made.text().contains("下一步：workplan check\n"), "{made}");
        assert_eq!(run(&here, "check").status, 0);
        let head = fs::read_to_string(here.join("plan.yaml")).unwrap();
        assert!(head.contains("id: 学校\n"), "{head}");
        let names: Vec<_> = fs::read_dir(&here).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(!names.iter().any(|name| name.to_string_lossy().starts_with(".workplan")), "{names:?}");
        assert_eq!(run(&here, "init .").status, 2, "what is there is never written over");
    }
}

#[test]
fn a_plan_of_which_nothing_is_said_is_still_one() {
    let place = folder(&[]);
    let made = run(place.path(), "init plans/2021");
    assert_eq!(made.status, 0, "{made}");
    assert!(made.stderr.contains("标题、发文单位、印发日期、起止时间没有写明"), "{made}");
    let checked = run(place.path(), "check --plan plans/2021");
    assert_eq!(checked.status, 0, "{checked}");
}

#[test]
fn a_draft_is_made_of_a_document() {
    for lang in ["zh", "en"] {
        let place = folder(&[("工作安排.txt", DOCUMENT)]);
        let line = format!("init plans/2020h2 --from 工作安排.txt --lang {lang}");
        snapshot!(format!("init-from.{lang}"), workplan(&line).within(place.path()));
        assert_eq!(fs::read_to_string(place.path().join("plans/2020h2/source/工作安排.txt")).unwrap(), DOCUMENT);
        assert_eq!(run(place.path(), "check").status, 0);
        assert_eq!(run(place.path(), "trace").status, 0);
        let status = run(place.path(), "status --as-of 2020-11-24 --format json");
        assert_eq!(status.json()["totals"]["tasks"], 3, "{status}");
    }
}

#[test]
fn what_is_given_goes_before_what_the_document_says() {
    let place = folder(&[("a.txt", DOCUMENT)]);
    let line =
        "init p --from a.txt --title 别的标题 --issuer 别的镇 --issued 2020-08-01 --start 2020-08-01 --end 2020-10-31";
    assert_eq!(run(place.path(), line).status, 0);
    let head = fs::read_to_string(place.path().join("p/plan.yaml")).unwrap();
    for said in [
        "title: 别的标题\n",
        "issuer: 别的镇\n",
        "issued: 2020-08-01\n",
        "period: { start: 2020-08-01, end: 2020-10-31 }\n",
    ] {
        assert!(head.contains(said), "{head}");
    }
    let tasks = fs::read_to_string(place.path().join("p/tasks/1-统筹谋划乡村振兴.yaml")).unwrap();
    assert!(tasks.contains("# 待核：引文写有“11月份”，没有据此定时限"), "{tasks}");
}

#[test]
fn a_dry_run_shows_the_files_and_writes_none() {
    let place = folder(&[("工作安排.txt", DOCUMENT)]);
    let before = held(place.path());
    let line = "init plans/2020h2 --from 工作安排.txt --dry-run";
    snapshot!("init-dry-run", workplan(line).within(place.path()));
    assert_eq!(held(place.path()), before);
    assert!(!place.path().join("plans").exists());
}

#[test]
fn what_is_there_is_never_written_over() {
    let place = folder(&[("full/notes.txt", "x"), ("plan/plan.yaml", "x"), ("file", "x"), ("a.txt", DOCUMENT)]);
    fs::create_dir(place.path().join("empty")).unwrap();
    let before = held(place.path());
    for lang in ["zh", "en"] {
        let mut said = String::new();
        for line in ["init full", "init plan", "init file", "init file/plan", "init full --from a.txt --dry-run"] {
            let ran = run(place.path(), &format!("{line} --lang {lang}"));
            said += &ran.to_string();
            assert_eq!(ran.status, 2, "{ran}");
        }
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("init-refused.{lang}"), said)
        });
    }
    assert_eq!(held(place.path()), before);
    let made = run(place.path(), "init empty");
    assert_eq!(made.status, 0, "an empty folder may become a plan: {made}");
}

#[test]
fn a_place_that_may_not_be_written_is_left_as_it_was() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = folder(&[("locked/here.txt", "x")]);
    let locked = place.path().join("locked");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(locked.join("probe"), "x").is_ok() {
        eprintln!("SKIPPED a_place_that_may_not_be_written_is_left_as_it_was: this user (root?) may write everywhere");
        return;
    }
    let ran = run(place.path(), "init locked/plan");
    assert_eq!((ran.status, ran.stderr.as_str()), (2, "错误：无法写入 locked/plan：没有权限\n"));
    assert_eq!(fs::read_dir(&locked).unwrap().count(), 1);
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn documents_in_other_encodings_are_kept_and_read() {
    let place = folder(&[]);
    let gbk = encoding_rs::GBK.encode(DOCUMENT).0.into_owned();
    let wide: Vec<u8> = format!("\u{feff}{DOCUMENT}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let control = DOCUMENT.replace("平稳", "平\u{7}稳").into_bytes();
    for (name, bytes) in [("gbk", &gbk), ("wide", &wide), ("control", &control)] {
        fs::write(place.path().join(format!("{name}.txt")), bytes).unwrap();
        let ran = run(place.path(), &format!("init plans-{name} --from {name}.txt"));
        assert_eq!(ran.status, 0, "{ran}");
        let source = place.path().join(format!("plans-{name}/source"));
        assert_eq!(fs::read(source.join(format!("{name}.txt"))).unwrap(), *bytes, "byte for byte");
        assert_eq!(fs::read_to_string(source.join(format!("{name}.utf8.txt"))).unwrap(), DOCUMENT);
        assert!(ran.stderr.contains("计划以后者为原文"), "{ran}");
        let traced = run(place.path(), &format!("trace --plan plans-{name}"));
        assert_eq!(traced.status, 0, "{traced}");
    }
}

#[test]
fn what_is_no_text_is_refused() {
    let place = folder(&[("a.docx", "PK\u{3}\u{4}rest"), ("folder/x", "")]);
    for (line, said) in [
        ("init p --from a.docx", "已损坏"),
        ("init p --from missing.txt", "文件或目录不存在"),
        ("init p --from folder", "不是文件"),
        ("init p --title ''", "--title 是空的"),
        ("init p --start 2021-02-01 --end 2021-01-01", "--end 早于 --start"),
        ("init p --start 2021-02-01", "缺少必填项"),
        ("init p --issued 2021-02-30", "没有这一天"),
        ("init p --rev HEAD", "不能与 --rev"),
        ("init p --issued 年底", "请按 2020-11-30 的形式写"),
    ] {
        let ran = run(place.path(), line);
        assert!(ran.status == 2 && ran.stderr.contains(said), "{ran}");
    }
    assert!(!place.path().join("p").exists());
}

/// What cannot be a plan is found out beside its place, and nothing is left there.
#[test]
fn a_draft_that_could_not_be_read_is_not_put_in_its_place() {
    let place = folder(&[]);
    fs::write(place.path().join("a.txt"), format!("完成{}甲。", "[".repeat(20_000))).unwrap();
    let before = held(place.path());
    let ran = run(place.path(), "init p --from a.txt");
    assert!(ran.status == 2 && ran.stderr.contains("由此起草的计划有误，未写入"), "{}", ran.stderr);
    assert_eq!(held(place.path()), before);
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
}

#[test]
fn a_plan_that_is_just_being_made_is_not_found() {
    let place = folder(&[("plans/.workplan-x1/plan.yaml", "sample: false"), ("a.txt", DOCUMENT)]);
    assert_eq!(run(place.path(), "init plans/real --from a.txt").status, 0);
    assert_eq!(run(place.path(), "check").status, 0);
}
