//! What other programs and editors rely on: every report validates against its own schema and keeps the order
//! of its keys; the plans' files validate against the schemas that editors use.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use std::fs;
use std::path::{Path, PathBuf};

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// Reports of both plans, in both languages, at days before, in and after the plan, with and without findings.
const REPORTS: [(&str, &str); 43] = [
    ("status", "status --as-of 2020-11-24"),
    ("status", "status --plan plans/sample --as-of 2020-11-24"),
    ("status", "status --plan plans/sample --as-of 2020-07-01 --by place"),
    ("status", "status --plan plans/sample --as-of 2027-01-04 --by lead --lang en"),
    ("status", "status --plan plans/sample --as-of 2020-11-24 --light red --section 1 --kind continuous"),
    ("alerts", "alerts --as-of 2020-11-24"),
    ("alerts", "alerts --plan plans/sample --as-of 2020-11-24 --lang en"),
    ("alerts", "alerts --as-of 2020-07-18"),
    ("show", "show 22-07 --as-of 2020-11-24"),
    ("trace", "trace --as-of 2020-11-24"),
    ("trace", "trace 22-07 --as-of 2020-11-24 --lang en"),
    ("week", "week --as-of 2020-11-24"),
    ("week", "week --as-of 2021-01-04 --week 2020-W53"),
    ("week", "week --plan plans/sample --as-of 2020-11-24 --lang en"),
    ("week", "week --plan plans/sample --as-of 2020-11-24 --week 2020-W47"),
    ("week", "week --plan plans/sample --from 2020-06-01 --to 2027-02-01 --as-of 2027-02-01"),
    ("week", "week --plan plans/sample --as-of 2020-11-24 --light red --section 1 --kind continuous"),
    ("history", "history 22-07 --as-of 2020-11-24"),
    ("history", "history 23-11 --plan plans/sample --as-of 2020-11-24 --lang en"),
    ("history", "history 12-05 --plan plans/sample --as-of 2027-02-01"),
    ("history", "history 31-12 --plan plans/sample --as-of 2020-06-01"),
    ("diff", "diff plans/jinze-2020h2 plans/sample --impact --as-of 2020-11-24"),
    ("diff", "diff plans/sample plans/jinze-2020h2 --impact --as-of 2027-02-01 --lang en"),
    ("diff", "diff plans/jinze-2020h2 plans/sample --section 2"),
    ("diff", "diff plans/sample plans/sample"),
    ("fields", "field list --as-of 2020-11-24"),
    ("notice", "notice --list --as-of 2020-11-24"),
    ("chart-wall", "chart --as-of 2020-11-24"),
    ("chart-wall", "chart --plan plans/sample --by lead --as-of 2020-11-24 --lang en"),
    ("chart-wall", "chart --public --as-of 2020-11-24"),
    ("chart-burnup", "chart burnup --plan plans/sample --as-of 2020-11-24"),
    ("chart-lights", "chart lights --plan plans/sample --as-of 2020-11-24"),
    ("chart-lights", "chart lights --as-of 2020-06-01"),
    ("score", "score --as-of 2020-11-24"),
    ("score", "score --plan plans/sample --as-of 2020-11-24 --lang en"),
    ("score", "score --plan plans/sample --as-of 2020-12-31 --by leader --section 1"),
    ("rollup", "status --plans plans --as-of 2020-11-24"),
    ("rollup", "status --plans plans/jinze-2020h2 --plans plans/sample --by tag --as-of 2020-11-24 --lang en"),
    ("rollup", "alerts --plans plans/jinze-2020h2 --plans plans/sample --as-of 2021-01-04"),
    ("rollup", "week --plans plans/jinze-2020h2 --plans plans/sample --as-of 2020-11-24"),
    ("checks", "check --plans plans/jinze-2020h2 --plans plans/sample"),
    ("check", "check"),
    ("check", "check --plan plans/sample --lang en"),
];

fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// What a line prints.
fn printed(line: &str) -> String {
    let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_workplan"));
    let output = command.args(line.split(' ')).current_dir(top()).env_remove("WORKPLAN_PLAN").output().unwrap();
    assert!(!output.stdout.is_empty(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn validator(name: &str) -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(&printed(&format!("schema {name}"))).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap_or_else(|error| panic!("{name}: {error}"));
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

fn assert_valid(validator: &jsonschema::Validator, value: &Value, what: &str) {
    let errors: Vec<String> =
        validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{what}: {errors:#?}");
}

#[test]
fn every_report_is_what_its_schema_says() {
    for (name, line) in REPORTS {
        let report: Value = serde_json::from_str(&printed(&format!("{line} --format json"))).unwrap();
        assert_valid(&validator(name), &report, line);
        let version = if name == "status" { 2 } else { 1 };
        assert_eq!(report["schema"], format!("workplan.{name}/{version}"));
    }
}

#[test]
fn every_task_of_the_sample_shown_is_what_its_schema_says() {
    let validator = validator("show");
    let status: Value =
        serde_json::from_str(&printed("status --plan plans/sample --as-of 2020-11-24 --format json")).unwrap();
    for task in status["tasks"].as_array().unwrap() {
        let line =
            format!("show {} --plan plans/sample --as-of 2020-11-24 --format json", task["id"].as_str().unwrap());
        let shown: Value = serde_json::from_str(&printed(&line)).unwrap();
        assert_valid(&validator, &shown, &line);
        assert_eq!(&shown["task"], task, "a task is the same in every report");
        let told: Value = serde_json::from_str(&printed(&line.replace("show", "history"))).unwrap();
        // The history tells of what was withdrawn, too.
        let (told_of, shown) = (told["entries"].as_array().unwrap(), shown["entries"].as_array().unwrap());
        assert!(shown.iter().all(|entry| told_of.contains(entry)));
        let withdrawn = shown.iter().filter(|entry| !entry["withdraws"].is_null()).count();
        assert_eq!((&told["task"], told_of.len()), (task, shown.len() + withdrawn));
    }
}

#[test]
fn the_check_of_a_broken_plan_is_what_its_schema_says() {
    let folder = tempfile::tempdir().unwrap();
    let validator = validator("check");
    for (head, plan_is_read) in [("format: workplan/1\nid：x\n", None), ("[", Some(false))] {
        fs::write(folder.path().join("plan.yaml"), head).unwrap();
        let line = format!("check --format json --plan {}", folder.path().display());
        let report: Value = serde_json::from_str(&printed(&line)).unwrap();
        assert_valid(&validator, &report, head);
        assert!(report["errors"].as_u64().unwrap() > 0);
        if plan_is_read == Some(false) {
            assert_eq!(report["plan"], Value::Null);
        }
    }
}

/// What every row begins with.
const MARK: &str = "plan_id plan_path as_of issuer sample";

#[test]
fn every_row_is_what_its_schema_says_and_has_the_keys_of_the_first_in_their_order() {
    for (what, keys) in [
        (
            "tasks",
            "id title kind section section_title theme theme_title lead support places tags source assumed start",
        ),
        ("entries", "entry date by task lead note state percent issue next withdrawn metric value grade"),
        ("alerts", "task title lead lead_assumed deadline days_left working_days_left light code severity escalation"),
        (
            "notices",
            "number date level purpose unit tasks tasks_answered reply_by status state replied_on days_to_reply",
        ),
    ] {
        let validator = validator(&format!("rows-{what}"));
        let line = format!("export --plans plans/sample --plans plans --as-of 2020-11-24 --what {what}");
        let text = printed(&line);
        let first: Ordered = serde_json::from_str(text.lines().next().unwrap()).unwrap();
        assert_keys(&first, &format!("{MARK} {keys}"), what);
        for line in text.lines() {
            let row: Value = serde_json::from_str(line).unwrap();
            assert_valid(&validator, &row, line);
            let nested = row.as_object().unwrap().iter().filter(|(_, value)| value.is_object());
            assert!(nested.map(|(key, _)| key).all(|key| key == "fields"), "{line}");
            let lists = row.as_object().unwrap().values().filter_map(Value::as_array).flatten();
            assert!(lists.into_iter().all(Value::is_string), "{line}");
            let ordered: Ordered = serde_json::from_str(line).unwrap();
            assert_eq!(ordered.keys(), first.keys(), "{line}");
        }
    }
}

/// A schema must refuse something, or it says nothing.
#[test]
fn a_schema_refuses_what_it_does_not_describe() {
    let refuses = |name: &str, change: &dyn Fn(&mut Value), line: &str| {
        let mut report: Value = serde_json::from_str(&printed(&format!("{line} --format json"))).unwrap();
        change(&mut report);
        assert!(!validator(name).is_valid(&report), "{name}");
    };
    let sample = "status --plan plans/sample --as-of 2020-11-24";
    refuses("status", &|report| report["tasks"][0]["light"] = "purple".into(), sample);
    refuses("status", &|report| report["tasks"][0]["deadline"] = "2020-11-31".into(), sample);
    refuses("status", &|report| report["tasks"][0]["progress"] = 2.into(), sample);
    refuses("status", &|report| drop(report["totals"].as_object_mut().unwrap().remove("red")), sample);
    refuses("check", &|report| report["errors"] = "none".into(), "check");
}

#[test]
fn the_schemas_for_editors_are_those_that_the_program_prints() {
    for name in ["plan", "tasks", "progress", "notices", "calendar"] {
        let kept = fs::read_to_string(top().join(format!("schemas/{name}.json"))).unwrap_or_default();
        let printed = printed(&format!("schema {name}"));
        assert!(kept == printed, "run: workplan schema {name} --out schemas/{name}.json");
    }
}

/// The YAML files of a folder and those below it.
fn yaml_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(yaml_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            files.push(path);
        }
    }
    files.sort();
    files
}

#[test]
fn every_file_of_the_plans_names_its_schema_and_keeps_to_it() {
    let files = yaml_files(&top().join("plans"));
    assert!(files.len() >= 15, "{files:?}");
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        let named = text.lines().next().and_then(|line| line.strip_prefix("# yaml-language-server: $schema="));
        let named = named.unwrap_or_else(|| panic!("{} names no schema", path.display()));
        let schema_path = dunce::canonicalize(path.parent().unwrap().join(named)).unwrap();
        let name = match path.parent().and_then(Path::file_name).and_then(|name| name.to_str()) {
            Some("tasks") => "tasks",
            Some("progress") => "progress",
            Some("notices") => "notices",
            _ => "plan",
        };
        assert_eq!(schema_path, dunce::canonicalize(top().join(format!("schemas/{name}.json"))).unwrap());
        let schema: Value = serde_json::from_str(&fs::read_to_string(schema_path).unwrap()).unwrap();
        let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
        let value: Value = serde_yaml::from_str(&text).unwrap();
        assert_valid(&validator, &value, &path.display().to_string());
    }
}

#[test]
fn the_embedded_calendar_keeps_to_its_schema() {
    let text = fs::read_to_string(top().join("src/plan/calendar/cn.yaml")).unwrap();
    assert_valid(&validator("calendar"), &serde_yaml::from_str(&text).unwrap(), "cn.yaml");
}

#[test]
fn the_files_schemas_refuse_a_clerks_slips() {
    for (name, yaml) in [
        ("tasks", "- { id: 22-07, title: 甲, kind: milestone, leed: 规建办 }"),
        ("tasks", "- { id: 2207, title: 甲, kind: milestone }"),
        ("tasks", "- { id: 22-07, title: 甲, kind: 里程碑 }"),
        ("tasks", "- { id: 22-07, kind: milestone }"),
        ("tasks", "- { id: 22-07, title: 甲, kind: milestone, deadline: 11月底 }"),
        ("tasks", "- { id: 22-07, title: 甲, kind: milestone, weight: 0 }"),
        ("progress", "- { date: 2020年11月, task: 22-07 }"),
        ("progress", "- { date: 2020-11-31, task: 22-07 }"),
        ("progress", "- { date: 2020-11-30, task: 22-07, state: 已完成 }"),
        ("progress", "- { date: 2020-11-30, task: 22-07, amendment: { field: colour, reason: 甲, approved_by: 乙 } }"),
        ("progress", "- { date: 2020-11-30, task: 22-07, amendment: { field: deadline, to: 2020-12-15 } }"),
        ("calendar", "years: { '2027': { offf: [01-01] } }"),
        ("plan", "{ format: workplan/2 }"),
    ] {
        assert!(!validator(name).is_valid(&serde_yaml::from_str(yaml).unwrap()), "{name}: {yaml}");
    }
}

/// The keys of an object in their order, for the order is part of the contract.
#[derive(Debug)]
enum Ordered {
    Map(Vec<(String, Ordered)>),
    List(Vec<Ordered>),
    Scalar,
}

impl Ordered {
    fn get(&self, key: &str) -> &Ordered {
        let Ordered::Map(pairs) = self else { panic!("no object: {self:?}") };
        &pairs.iter().find(|(name, _)| name == key).unwrap_or_else(|| panic!("no key {key}")).1
    }

    fn first(&self) -> &Ordered {
        let Ordered::List(items) = self else { panic!("no list: {self:?}") };
        items.first().expect("not empty")
    }

    fn keys(&self) -> Vec<&str> {
        let Ordered::Map(pairs) = self else { panic!("no object: {self:?}") };
        pairs.iter().map(|(name, _)| name.as_str()).collect()
    }
}

impl<'de> Deserialize<'de> for Ordered {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Ordered, D::Error> {
        struct Keys;

        impl<'de> Visitor<'de> for Keys {
            type Value = Ordered;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("JSON")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Ordered, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Ordered::Map(pairs))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Ordered, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = list.next_element()? {
                    items.push(item);
                }
                Ok(Ordered::List(items))
            }

            fn visit_unit<E>(self) -> Result<Ordered, E> {
                Ok(Ordered::Scalar)
            }

            fn visit_bool<E>(self, _: bool) -> Result<Ordered, E> {
                Ok(Ordered::Scalar)
            }

            fn visit_i64<E>(self, _: i64) -> Result<Ordered, E> {
                Ok(Ordered::Scalar)
            }

            fn visit_u64<E>(self, _: u64) -> Result<Ordered, E> {
                Ok(Ordered::Scalar)
            }

            fn visit_f64<E>(self, _: f64) -> Result<Ordered, E> {
                Ok(Ordered::Scalar)
            }

            fn visit_str<E>(self, _: &str) -> Result<Ordered, E> {
                Ok(Ordered::Scalar)
            }
        }

        deserializer.deserialize_any(Keys)
    }
}

fn ordered(line: &str) -> Ordered {
    serde_json::from_str(&printed(&format!("{line} --format json"))).unwrap()
}

/// The object's first keys are these, in this order; more may follow.
fn assert_keys(object: &Ordered, keys: &str, what: &str) {
    let wanted: Vec<&str> = keys.split_whitespace().collect();
    let found = object.keys();
    assert_eq!(found[..wanted.len().min(found.len())], wanted[..], "{what}");
}

const HEADER: &str = "schema plan as_of revision notes";
const PLAN: &str = "id title issuer issued period sample";
const TOTALS: &str = "tasks blue green yellow red grey cancelled progress";

#[test]
fn the_keys_of_a_status_stand_in_the_order_of_the_contract() {
    let status = ordered("status --plan plans/sample --as-of 2020-11-24 --grep 31-18");
    assert_keys(&status, &format!("{HEADER} pace totals groups tasks"), "status");
    assert_keys(status.get("plan"), PLAN, "plan");
    assert_keys(status.get("plan").get("period"), "start end", "period");
    assert_keys(status.get("totals"), TOTALS, "totals");
    let group = status.get("groups").first();
    assert_keys(group, &format!("by key title {TOTALS}"), "groups");
    assert!(group.keys().contains(&"next_deadline"));
    let task = status.get("tasks").first();
    let keys = "id title kind section section_title theme theme_title lead support places tags source assumed start \
                deadline deadline_basis deadline_says original_deadline days_left working_days_left state light \
                progress expected last_report metrics checkpoints alerts";
    assert_keys(task, keys, "tasks");
    assert_keys(task.get("checkpoints").first(), "id title due reached_on", "checkpoints");
    assert_keys(task.get("alerts").first(), "code severity escalation message", "alerts of a task");
    let measured = ordered("status --plan plans/sample --as-of 2020-11-24 --grep 22-07");
    let metric = measured.get("tasks").first().get("metrics").first();
    assert_keys(metric, "name unit direction baseline target value reported_on progress met says grades", "metrics");
}

#[test]
fn the_keys_of_a_report_on_many_plans_stand_in_the_order_of_the_contract() {
    let rollup = ordered("status --plans plans/sample --as-of 2020-11-24");
    assert_keys(&rollup, "schema as_of notes totals plans unreadable worst", "rollup");
    assert_keys(rollup.get("totals"), TOTALS, "totals");
    let plan = rollup.get("plans").first();
    assert_keys(plan, "path plan totals overdue unreported last_entry", "plans");
    assert_keys(plan.get("plan"), PLAN, "plan");
    let alert =
        "task title lead lead_assumed deadline days_left working_days_left light code severity escalation message";
    assert_keys(rollup.get("worst").first(), &format!("path {alert}"), "worst");
}

#[test]
fn the_keys_of_the_other_reports_stand_in_the_order_of_the_contract() {
    let alerts = ordered("alerts --plan plans/sample --as-of 2020-11-24");
    assert_keys(&alerts, &format!("{HEADER} totals alerts"), "alerts");
    assert_keys(alerts.get("totals"), "critical warning info", "totals of alerts");
    let keys =
        "task title lead lead_assumed deadline days_left working_days_left light code severity escalation message";
    assert_keys(alerts.get("alerts").first(), keys, "an alert");

    let week = ordered("week --plan plans/sample --as-of 2020-11-24 --week 2020-W47");
    let keys = "from to before now progressed finished amended late issues upcoming silent_units";
    assert_keys(&week, &format!("{HEADER} {keys}"), "week");
    assert_keys(week.get("before"), TOTALS, "before");
    assert_keys(week.get("now"), TOTALS, "now");
    let progressed = week.get("progressed").first();
    assert_keys(progressed, "task title lead entries", "a task that progressed");
    assert_keys(progressed.get("entries").first(), "date by note values", "an entry");
    assert_keys(week.get("amended").first(), "task field from to reason", "a change of the plan");
    let keys =
        "task title lead lead_assumed deadline days_left working_days_left light code severity escalation message";
    assert_keys(week.get("late").first(), keys, "a late task's alert");
    assert_keys(week.get("issues").first(), "task lead date issue next", "a problem");
    assert_keys(week.get("silent_units").first(), "lead open_tasks last_report", "a silent unit");
    let upcoming = ordered("week --as-of 2020-11-27");
    assert_keys(upcoming.get("upcoming").first(), "task title lead deadline working_days_left", "a deadline");

    let history = ordered("history 22-07 --plan plans/sample --as-of 2020-11-24");
    assert_keys(&history, &format!("{HEADER} task points entries"), "history");
    let keys = "date why light state progress expected alerts values closed_rows";
    assert_keys(history.get("points").first(), keys, "a point");

    let diff = ordered("diff plans/sample plans/jinze-2020h2 --impact --as-of 2020-11-24");
    let keys =
        "schema revision notes from to added removed changed plan renumbered journal checklists totals impact head";
    assert_keys(&diff, keys, "diff");
    assert_keys(diff.get("from"), "revision date folder", "a side");
    assert_keys(diff.get("added").first(), "id title lead lead_assumed deadline deadline_assumed", "a new task");
    assert_keys(diff.get("changed").first(), "id title changes cancelled lead lead_assumed", "a changed task");
    let keys = "field from to amendment added removed moved days unapproved from_assumed to_assumed";
    assert_keys(diff.get("changed").first().get("changes").first(), keys, "a change");
    assert_keys(diff.get("plan").first(), "field from to added removed", "a change of the plan");
    assert_keys(diff.get("impact"), "as_of before now lights appeared gone", "an impact");
    assert_keys(diff.get("head"), PLAN, "plan of a diff");

    let trace = ordered("trace --as-of 2020-11-24");
    assert_keys(&trace, &format!("{HEADER} source total ordered context uncovered sentences"), "trace");
    assert_keys(trace.get("sentences").first(), "line text covered_by context", "a sentence");

    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("plan.yaml"), "format: workplan/1\nid：x\n").unwrap();
    let check = ordered(&format!("check --plan {}", folder.path().display()));
    assert_keys(&check, "schema plan revision notes errors warnings diagnostics", "check");
    let keys = "code severity file line column message hint";
    assert_keys(check.get("diagnostics").first(), keys, "a diagnostic");
    assert_keys(ordered("check").get("plan"), PLAN, "plan of a check");
}

#[test]
fn what_does_not_exist_is_null_and_never_left_out() {
    let status: Value =
        serde_json::from_str(&printed("status --plan plans/sample --as-of 2020-11-24 --format json")).unwrap();
    let task = |id: &str| status["tasks"].as_array().unwrap().iter().find(|task| task["id"] == id).unwrap();
    let null = Value::Null;
    assert_eq!(status["revision"], null);
    assert_eq!(task("33-04").as_object().unwrap()["light"], null, "of a cancelled task");
    assert_eq!(task("12-08").as_object().unwrap()["progress"], null, "unknown, not 0");
    assert_eq!(task("21-12").as_object().unwrap()["last_report"], null);
    assert_eq!(task("22-07").as_object().unwrap()["deadline_says"], null);
    assert_eq!(task("31-09")["metrics"][0].as_object().unwrap()["baseline"], null, "a bound has none");
    assert_eq!(task("31-18")["checkpoints"][4].as_object().unwrap()["reached_on"], null);
    assert_eq!(task("23-14")["alerts"][0].as_object().unwrap()["escalation"], null);
    let later: Value =
        serde_json::from_str(&printed("status --plan plans/sample --as-of 2027-01-04 --format json")).unwrap();
    assert!(later["tasks"][0]["working_days_left"].is_i64(), "weekdays are counted of 2027, which is unknown");
}

#[test]
fn the_example_of_the_contract_is_what_is_printed() {
    let status: Value =
        serde_json::from_str(&printed("status --plan plans/sample --as-of 2020-11-24 --format json --grep 22-07"))
            .unwrap();
    let task = &status["tasks"][0];
    for (key, value) in [
        ("kind", serde_json::json!("measured")),
        ("section", "2".into()),
        ("theme", "22".into()),
        ("assumed", serde_json::json!(["lead", "support"])),
        ("start", "2020-07-01".into()),
        ("deadline", "2020-12-31".into()),
        ("deadline_basis", "period".into()),
        ("days_left", 37.into()),
        ("working_days_left", 27.into()),
        ("state", "in_progress".into()),
        ("progress", serde_json::json!(0.663043)),
        ("expected", serde_json::json!(0.789063)),
        ("last_report", "2020-11-20".into()),
    ] {
        assert_eq!(task[key], value, "{key}");
    }
    let metric = serde_json::json!({
        "name": "完成集中居住户数", "unit": "户", "direction": "at_least", "baseline": 0, "target": 92, "value": 61,
        "reported_on": "2020-11-20", "progress": 0.663043, "met": false, "says": "92户", "grades": null,
    });
    for (key, value) in metric.as_object().unwrap() {
        assert_eq!(&task["metrics"][0][key], value, "{key}");
    }
    // A graded metric's values are words out of its grades.
    let graded: Value =
        serde_json::from_str(&printed("status --plan plans/sample --as-of 2020-10-01 --format json --grep 23-14"))
            .unwrap();
    let metric = &graded["tasks"][0]["metrics"][0];
    assert_eq!((&metric["baseline"], &metric["target"], &metric["value"]), (&"劣Ⅴ".into(), &"Ⅲ".into(), &"Ⅳ".into()));
    assert_eq!(metric["grades"], serde_json::json!(["劣Ⅴ", "Ⅴ", "Ⅳ", "Ⅲ", "Ⅱ", "Ⅰ"]));
}
