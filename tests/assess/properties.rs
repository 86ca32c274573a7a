//! What must hold for every plan and every journal.

use std::collections::BTreeMap;

use proptest::prelude::*;
use workplan::assess::{AlertCode, Assessment, Light, Standing, State, Totals};
use workplan::plan::{Date, Language};
use workplan::report::header::Header;
use workplan::report::status::{GroupBy, StatusQuery, status};

use crate::folder::{Folder, at, date, expected_of};

/// A plan: its rules, its tasks, its journal.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    rules: Vec<String>,
    tasks: Vec<String>,
    pub(crate) entries: Vec<Report>,
}

/// One entry of a journal.
#[derive(Debug, Clone)]
pub(crate) struct Report {
    pub(crate) day: i64,
    pub(crate) task: usize,
    says: String,
}

/// Days are counted from here.
const FIRST: &str = "2020-06-15";
pub(crate) const DAYS: std::ops::Range<i64> = 0..230;
const THEMES: [&str; 3] = ["11", "12", "2"];

pub(crate) fn day(days: i64) -> Date {
    date(FIRST).plus_days(days).unwrap()
}

/// Ids stay the same however the tasks are laid out in files.
pub(crate) fn id(task: usize) -> String {
    format!("{}-{task:02}", THEMES[task % THEMES.len()])
}

impl Report {
    fn line(&self) -> String {
        format!("date: {}, task: {}, {}", day(self.day), id(self.task), self.says)
    }
}

fn rules() -> impl Strategy<Value = Vec<String>> {
    (
        prop::sample::select(vec!["working_days", "months", "days"]),
        prop::sample::select(vec!["direct", "reviewed"]),
        prop::sample::select(vec!["weekly", "monthly", "quarterly"]),
        (0..20_u8, 0..4_u8, 0..8_u8, 0..20_u8),
    )
        .prop_map(|(pace, closing, reporting, (soon, urge, supervise, more))| {
            vec![
                format!("pace: {pace}"),
                format!("closing: {closing}"),
                format!("reporting: {reporting}"),
                format!(
                    "alerts: {{ due_soon: {soon}, urge_after: {urge}, supervise_after: {}, circulate_after: {} }}",
                    urge + supervise,
                    urge + supervise + more
                ),
            ]
        })
}

fn task_line(task: usize) -> impl Strategy<Value = String> {
    let metric = prop_oneof![
        (1..2000_u32).prop_map(|target| format!("{{ name: 量, target: {target} }}")),
        (1..50_u32, 1..50_u32, 1..9_u32).prop_map(|(from, more, weight)| format!(
            "{{ name: 量, baseline: {from}.5, target: {}, weight: {weight} }}",
            from + more
        )),
        (1..20_u32).prop_map(|target| format!("{{ name: 量, target: {target}, direction: at_most }}")),
        Just("{ name: 量, target: '3', grades: ['1', '2', '3', '4'] }".to_owned()),
    ];
    let kind = prop_oneof![
        Just("kind: milestone".to_owned()),
        Just("kind: continuous".to_owned()),
        metric.clone().prop_map(|metric| format!("kind: measured, metrics: [{metric}]")),
        metric.prop_map(|metric| format!("kind: continuous, metrics: [{metric}]")),
        (20..200_i64, 20..200_i64).prop_map(|(a, b)| format!(
            "kind: milestone, checkpoints: [{{ id: a, title: A, due: {} }}, {{ id: b, title: B, due: {} }}]",
            day(a),
            day(b)
        )),
    ];
    let depends = prop::option::of(0..task.max(1));
    (kind, 16..120_i64, 0..80_i64, prop::option::of(1..9_u32), depends).prop_map(
        move |(kind, start, more, weight, depends)| {
            let mut line = format!(
                "id: {}, title: 任务{task}, {kind}, start: {}, deadline: {}, places: [村{}]",
                id(task),
                day(start),
                day(start + more),
                task % 2
            );
            if let Some(weight) = weight {
                line += &format!(", weight: {weight}");
            }
            if task % 3 == 2 {
                line += &format!(", recurs: {{ every: month, by: {} }}", 1 + more % 31);
            }
            if let Some(other) = depends.filter(|_| task > 0) {
                line += &format!(", depends: [{}]", id(other));
            }
            line
        },
    )
}

fn says() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (0..60_u32).prop_map(|value| format!("values: {{ 量: {value} }}")),
        3 => Just("note: 推进".to_owned()),
        2 => prop::sample::select(vec!["a", "b"]).prop_map(|step| format!("checkpoints: [{step}]")),
        4 => prop::sample::select(vec!["in_progress", "blocked", "done", "closed", "returned", "reopened", "cancelled"])
            .prop_map(|state| format!("state: {state}")),
    ]
}

pub(crate) fn case() -> impl Strategy<Value = Case> {
    (1..8_usize).prop_flat_map(|count| {
        let tasks: Vec<_> = (0..count).map(task_line).collect();
        let entry = (DAYS, 0..count, says()).prop_map(|(day, task, says)| Report { day, task, says });
        (rules(), tasks, prop::collection::vec(entry, 0..24)).prop_map(|(rules, tasks, entries)| Case {
            rules,
            tasks,
            entries,
        })
    })
}

impl Case {
    pub(crate) fn folder(&self) -> Folder {
        let folder = self.rules.iter().fold(Folder::new(), |folder, rule| folder.head(rule));
        let folder = self.tasks.iter().fold(folder, |folder, task| folder.task(task));
        self.entries.iter().fold(folder, |folder, entry| folder.entry(&entry.line()))
    }
}

/// Everything that was judged of every task, by its id.
fn verdicts(assessment: &Assessment<'_>) -> BTreeMap<String, String> {
    let verdict = |standing: &Standing<'_>| (standing.task.id.to_string(), format!("{standing:?}"));
    assessment.standings.iter().map(verdict).collect()
}

pub(crate) fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn lights_and_groups_add_up(case in case(), as_of in DAYS) {
        let opened = case.folder().open();
        let (plan, assessment) = (opened.plan.as_ref().unwrap(), at(&opened, &day(as_of).to_string()));
        let totals = Totals::of(assessment.standings.iter());
        let lights: usize = Light::ALL.into_iter().map(|light| totals.count(light)).sum();
        prop_assert_eq!(lights, totals.tasks);
        prop_assert_eq!(totals.tasks + totals.cancelled, plan.tasks.len());
        let cancelled = assessment.standings.iter().filter(|standing| standing.state == State::Cancelled);
        prop_assert_eq!(cancelled.clone().count(), totals.cancelled);
        for standing in cancelled {
            prop_assert!(standing.light.is_none() && standing.alerts.is_empty());
        }
        // Of sections, units and kinds a task has one, so these groups add up.
        for by in [GroupBy::Section, GroupBy::Theme, GroupBy::Lead, GroupBy::Kind] {
            let header = Header::new("test", &plan.head, &assessment, 0, Language::Chinese);
            let report = status(plan, (&assessment, None), header, &StatusQuery { by, ..StatusQuery::default() }, Language::Chinese);
            let sum = |count: &dyn Fn(&Totals) -> usize| report.groups.iter().map(|group| count(&group.totals)).sum::<usize>();
            prop_assert_eq!(sum(&|totals| totals.tasks), totals.tasks);
            prop_assert_eq!(sum(&|totals| totals.cancelled), totals.cancelled);
            prop_assert_eq!(sum(&|totals| totals.progress_known), totals.progress_known);
            for light in Light::ALL {
                prop_assert_eq!(sum(&|totals| totals.count(light)), totals.count(light));
            }
        }
    }

    #[test]
    fn progress_is_a_share(case in case(), as_of in DAYS) {
        let opened = case.folder().open();
        let assessment = at(&opened, &day(as_of).to_string());
        let shares = assessment.standings.iter().flat_map(|standing| {
            let metrics = standing.metrics.iter().filter_map(|metric| metric.progress);
            standing.progress.into_iter().chain(expected_of(standing)).chain(metrics)
        });
        let totals = Totals::of(assessment.standings.iter());
        for share in shares.chain(totals.progress).chain([assessment.passed]) {
            prop_assert!((0.0..=1.0).contains(&share.rounded(6)), "{:?}", share);
        }
        prop_assert_eq!(totals.progress.is_some(), totals.progress_known > 0);
    }

    #[test]
    fn a_light_is_what_its_alerts_say(case in case(), as_of in DAYS) {
        use workplan::assess::Severity;
        let opened = case.folder().open();
        for standing in &at(&opened, &day(as_of).to_string()).standings {
            let worst = standing.alerts.iter().map(|alert| alert.severity).min();
            let fits = match standing.light {
                None | Some(Light::Blue) => worst.is_none(),
                Some(Light::Red) => worst == Some(Severity::Critical),
                Some(Light::Yellow) => worst == Some(Severity::Warning),
                Some(Light::Green) => worst != Some(Severity::Critical) && worst != Some(Severity::Warning) && standing.last_report.is_some(),
                Some(Light::Grey) => worst != Some(Severity::Critical) && worst != Some(Severity::Warning) && standing.last_report.is_none(),
            };
            prop_assert!(fits, "{:?}", standing);
        }
    }

    #[test]
    fn how_the_plan_is_laid_out_in_files_changes_nothing_but_the_order(
        case in case(),
        as_of in DAYS,
        order in Just((0..8_usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let as_of = day(as_of).to_string();
        let one_file = case.folder().open();
        // A file a task, named in another order; the journal's days turned round, those of one task kept.
        let mut split = Folder::new();
        for rule in &case.rules {
            split = split.head(rule);
        }
        for (task, line) in case.tasks.iter().enumerate() {
            split = split.file(&format!("tasks/{}.yaml", order[task] + 2), format!("- {{ {line} }}\n"));
        }
        let mut entries = case.entries.clone();
        entries.sort_by_key(|entry| (std::cmp::Reverse(entry.day), order[entry.task]));
        for (place, entry) in entries.iter().enumerate() {
            split = split.file(&format!("progress/{place:03}.yaml"), format!("- {{ {} }}\n", entry.line()));
        }
        let many_files = split.open();
        let (one, many) = (at(&one_file, &as_of), at(&many_files, &as_of));
        prop_assert_eq!(verdicts(&one), verdicts(&many));
        prop_assert_eq!(Totals::of(one.standings.iter()), Totals::of(many.standings.iter()));
        prop_assert_eq!(one.passed, many.passed);
    }

    #[test]
    fn time_only_goes_on(case in case(), as_of in DAYS, later in 0..60_i64) {
        let opened = case.folder().open();
        let (now, then) = (at(&opened, &day(as_of).to_string()), at(&opened, &day(as_of + later).to_string()));
        for (now, then) in now.standings.iter().zip(&then.standings) {
            prop_assert_eq!(then.deadline.is_some(), now.deadline.is_some());
            if let (Some(then), Some(now)) = (then.deadline, now.deadline) {
                prop_assert_eq!(then.days_left, now.days_left - later);
                prop_assert!(then.working_days_left <= now.working_days_left);
                prop_assert!(then.expected >= now.expected);
            }
            prop_assert!(then.last_report >= now.last_report);
        }
        prop_assert!(then.passed >= now.passed);
    }

    #[test]
    fn what_is_written_for_a_later_day_changes_nothing(case in case(), as_of in DAYS, later in 1..60_i64, says in says()) {
        let as_of_day = day(as_of).to_string();
        let before = case.folder().open();
        let mut case = case;
        let task = case.tasks.len() - 1;
        case.entries.insert(0, Report { day: as_of + later, task, says });
        let after = case.folder().open();
        prop_assert_eq!(verdicts(&at(&before, &as_of_day)), verdicts(&at(&after, &as_of_day)));
    }

    #[test]
    fn an_overdue_task_of_which_nothing_is_heard_stays_red_and_is_chased_no_softer(case in case(), as_of in 40..2600_i64, later in 0..200_i64) {
        let (as_of, later) = (day(as_of), day(as_of + later));
        let opened = case.folder().open();
        let (now, then) = (at(&opened, &as_of.to_string()), at(&opened, &later.to_string()));
        for (now, then) in now.standings.iter().zip(&then.standings) {
            let Some(alert) = now.alerts.iter().find(|alert| alert.code == AlertCode::OVERDUE) else { continue };
            if then.entries.len() > now.entries.len() {
                continue;
            }
            prop_assert_eq!(then.light, Some(Light::Red));
            let later_alert = then.alerts.iter().find(|alert| alert.code == AlertCode::OVERDUE).unwrap();
            prop_assert!(later_alert.escalation >= alert.escalation, "{:?} after {:?}", later_alert, alert);
        }
    }
}
