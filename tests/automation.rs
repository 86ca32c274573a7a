//! The scripts of docs/automation.md, run with a `msmtp` and a `curl` that only write down what they are given.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_document_shows_the_files_as_they_are_in_both_languages() {
    ["docs/automation.md", "docs/zh/automation.md"].into_iter().for_each(shows_the_files);
}

fn shows_the_files(page: &str) {
    let document = fs::read_to_string(top().join(page)).unwrap();
    let mut shown = 0;
    for entry in fs::read_dir(top().join("examples/automation")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        let (_, after) =
            document.split_once(&format!("<!-- example: {name} -->\n```")).unwrap_or_else(|| panic!("{name}"));
        let (block, _) = after.split_once("\n```").unwrap();
        let (_language, text) = block.split_once('\n').unwrap();
        assert_eq!(format!("{text}\n"), fs::read_to_string(&path).unwrap(), "{name}");
        shown += 1;
    }
    assert_eq!(shown, 4);
}

const MSMTP: &str = "#!/bin/sh\necho \"$@\" > \"$LOG/arguments\"\ncat > \"$LOG/mail\"\nexit \"${ANSWER:-0}\"\n";
/// Writes down the address and the message, and gives the answer that a test asks for.
const CURL: &str = r#"#!/bin/sh
cat >> "$LOG/addresses"
for argument; do
    case $last in
        --data-binary) cat "${argument#@}" >> "$LOG/messages"; echo >> "$LOG/messages" ;;
        --output) printf '%s' "${ANSWER:-{\"errcode\":0\}}" > "$argument" ;;
    esac
    last=$argument
done
printf '%s\n' "$*" >> "$LOG/arguments"
"#;

/// A folder with the programs that a script calls, and with what they write down.
struct Bench {
    folder: tempfile::TempDir,
}

impl Bench {
    fn new() -> Bench {
        let bench = Bench { folder: tempfile::tempdir().unwrap() };
        for (name, text) in [("msmtp", MSMTP), ("curl", CURL)] {
            let path = bench.folder.path().join(name);
            fs::write(&path, text).unwrap();
            fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
        }
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_workplan"), bench.folder.path().join("workplan")).unwrap();
        bench
    }

    /// Runs a script as cron would: with nothing of the environment but what is given.
    fn run(&self, script: &str, plan: &Path, environment: &[(&str, &str)]) -> Output {
        let path = format!("{}:/usr/bin:/bin", self.folder.path().display());
        let script = top().join("examples/automation").join(script);
        let mut command = Command::new("/bin/sh");
        command.arg(script).current_dir("/").env_clear().env("PATH", path).env("LOG", self.folder.path());
        command.env("WORKPLAN_PLAN", plan).envs(environment.iter().copied()).output().unwrap()
    }

    fn said(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.folder.path().join(name)).ok()
    }
}

fn sample() -> PathBuf {
    top().join("plans/sample")
}

/// What the scripts are to send. Both are run on one day, unless midnight in China lies between.
fn report() -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_workplan"));
    let ran = command.args(["week", "--format", "text", "--plan"]).arg(sample()).env_clear().output().unwrap();
    String::from_utf8(ran.stdout).unwrap()
}

fn decoded(base64: &str) -> String {
    let mut command = assert_cmd::Command::new("base64");
    String::from_utf8(command.arg("-d").write_stdin(base64.to_owned()).output().unwrap().stdout).unwrap()
}

const MAIL: [(&str, &str); 2] = [("MAIL_FROM", "plan@example.org"), ("MAIL_TO", "a@example.org, b@example.org")];
const HOOK: [(&str, &str); 3] =
    [("WEBHOOK_URL", "http://chat.example.org/send?key=secret"), ("WEBHOOK_PAUSE", "0"), ("WEBHOOK_BYTES", "1000")];

#[test]
fn the_week_is_mailed() {
    let bench = Bench::new();
    let ran = bench.run("week-mail", &sample(), &MAIL);
    assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
    let mail = bench.said("mail").unwrap();
    let (head, body) = mail.split_once("\n\n").unwrap();
    assert!(head.starts_with("From: plan@example.org\nTo: a@example.org, b@example.org\nDate: "), "{head}");
    assert!(head.contains("\nSubject: =?UTF-8?B?6JC95a6e5oOF5Ya15ZGo5oql?=\n"), "{head}");
    assert!(mail.lines().all(|line| line.is_ascii() && line.len() <= 76), "a mail's lines are short");
    assert_eq!(decoded(body), report());
    assert_eq!(bench.said("arguments").unwrap(), "--read-recipients --from=plan@example.org\n");
}

#[test]
fn the_week_is_posted_in_messages_that_a_group_takes() {
    assert!(Command::new("jq").arg("--version").output().is_ok(), "jq is missing: scripts/test installs it");
    let bench = Bench::new();
    let ran = bench.run("week-webhook", &sample(), &HOOK);
    assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
    let messages = bench.said("messages").unwrap();
    let texts = messages.lines().map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(message["msgtype"], "text");
        message["text"]["content"].as_str().unwrap().to_owned()
    });
    let texts: Vec<String> = texts.collect();
    assert!(texts.len() > 1 && texts.iter().all(|text| text.len() <= 1000), "{texts:?}");
    assert_eq!(texts.join("\n") + "\n", report(), "nothing is lost");
    assert!(bench.said("addresses").unwrap().starts_with("url = \"http://chat.example.org/send?key=secret\"\n"));
    assert!(!bench.said("arguments").unwrap().contains("secret"), "the key is no argument");

    let refused = r#"{"errcode":45002,"errmsg":"content size out of limit"}"#;
    let bench = Bench::new();
    let ran = bench.run("week-webhook", &sample(), &[HOOK[0], HOOK[1], ("ANSWER", refused)]);
    assert_eq!(ran.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&ran.stderr).contains(refused));
    assert_eq!(bench.said("messages").unwrap().lines().count(), 1, "it stops at the first refusal");
}

#[test]
fn without_a_report_nothing_is_sent() {
    let broken = tempfile::tempdir().unwrap();
    fs::write(broken.path().join("plan.yaml"), "format: x\n").unwrap();
    for (script, environment) in [("week-mail", &MAIL[..]), ("week-webhook", &HOOK)] {
        for plan in [broken.path(), Path::new("/nowhere")] {
            let bench = Bench::new();
            let ran = bench.run(script, plan, environment);
            assert_eq!(ran.status.code(), Some(2), "{script}: {}", String::from_utf8_lossy(&ran.stderr));
            assert!(bench.said("mail").is_none() && bench.said("messages").is_none(), "{script}");
            assert!(!ran.stderr.is_empty(), "{script}");
        }
    }
}

#[test]
fn what_the_mailer_answers_is_the_answer() {
    let ran = Bench::new().run("week-mail", &sample(), &[MAIL[0], MAIL[1], ("ANSWER", "75")]);
    assert_eq!(ran.status.code(), Some(75));
    let ran = Bench::new().run("week-mail", &sample(), &MAIL[..1]);
    assert_ne!(ran.status.code(), Some(0), "nobody to send it to");
}
