//! Every `--help`, in both languages.

use crate::program::{folder, in_both_languages, workplan};

const COMMANDS: [&str; 20] = [
    "status",
    "alerts",
    "show",
    "week",
    "score",
    "history",
    "notice",
    "chart",
    "diff",
    "trace",
    "export",
    "site",
    "import",
    "check",
    "init",
    "git",
    "guide",
    "schema",
    "completions",
    "man",
];

#[test]
fn the_programs_help() {
    in_both_languages!("help", "--help");
}

#[test]
fn the_help_of_every_command() {
    for command in COMMANDS {
        in_both_languages!(format!("help-{command}"), format!("{command} --help"));
    }
}

#[test]
fn the_help_of_the_commands_for_git() {
    for command in ["setup", "textconv", "merge"] {
        in_both_languages!(format!("help-git-{command}"), format!("git {command} --help"));
    }
}

#[test]
fn every_command_has_a_manual_page_and_so_have_those_below_it() {
    let at = folder(&[]);
    let ran = workplan("man --lang en --out-dir").arg(at.path().to_str().unwrap()).run();
    assert_eq!(ran.status, 0, "{ran}");
    let page = |name: &str| std::fs::read_to_string(at.path().join(format!("{name}.1"))).unwrap();
    for name in ["git-setup", "unit-rename", "plan-set"] {
        assert!(page(&format!("workplan-{name}")).contains(&format!(".TH workplan-{name} 1 ")));
    }
    for name in COMMANDS {
        assert_eq!(page(&format!("workplan-{name}")), workplan(&format!("man {name} --lang en")).run().text());
    }
    assert_eq!(page("workplan"), workplan("man --lang en").run().text());
    assert_eq!(ran.text().lines().count(), std::fs::read_dir(at.path()).unwrap().count());
}

#[test]
fn the_guide_lists_its_topics_and_shows_one() {
    in_both_languages!("guide", "guide");
    in_both_languages!("guide-report", "guide 报送");
    let refused = workplan("guide 天气").run();
    assert_eq!(refused.status, 2);
    assert!(refused.stderr.contains("建计划、报送"), "{}", refused.stderr);
}

#[test]
fn the_help_names_every_command() {
    let help = workplan("--help").run();
    for command in COMMANDS {
        assert!(help.text().contains(&format!("\n  {command} ")), "{command}");
    }
}

#[test]
fn help_fits_a_screen_of_80_columns() {
    for command in COMMANDS {
        for lang in ["zh", "en"] {
            let ran = workplan(&format!("{command} --help --lang {lang}")).env("COLUMNS", "80").run();
            // Examples are one line each, to be copied.
            let (options, _) = ran.text().split_once("\n\n示例").or(ran.text().split_once("\n\nExamples")).unwrap();
            for line in options.lines() {
                assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{command}: {line}");
            }
        }
    }
}

#[test]
fn the_language_may_come_from_the_environment_and_the_flag_wins() {
    let english = workplan("--help --lang en").run();
    assert_eq!(workplan("--help").env("WORKPLAN_LANG", "en").run().text(), english.text());
    assert_eq!(workplan("--lang=en --help").run().text(), english.text());
    assert_eq!(workplan("--help --lang zh").env("WORKPLAN_LANG", "en").run().text(), workplan("--help").run().text());
}

#[test]
fn the_version() {
    let ran = workplan("--version").run();
    assert_eq!((ran.text(), ran.status), (&*format!("workplan {}\n", env!("CARGO_PKG_VERSION")), 0));
}

#[test]
fn manual_pages_and_completions_are_made_for_every_command_and_shell() {
    for command in COMMANDS {
        for lang in ["zh", "en"] {
            let page = workplan(&format!("man {command} --lang {lang}")).run();
            assert_eq!(page.status, 0, "{}", page.stderr);
            assert!(page.text().contains(&format!(".TH workplan-{command} 1")), "{}", page.text());
        }
    }
    for (shell, mark) in [
        ("bash", "complete -F"),
        ("zsh", "#compdef workplan"),
        ("fish", "complete -c workplan"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion"),
    ] {
        let script = workplan(&format!("completions {shell}")).run();
        assert_eq!(script.status, 0);
        assert!(script.text().contains(mark), "{shell}");
        for command in COMMANDS {
            assert!(script.text().contains(command), "{shell} {command}");
        }
    }
}
