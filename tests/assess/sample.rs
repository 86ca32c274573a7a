//! plans/sample on 2020-11-24: every light, state and alert there is.

use std::path::Path;

use crate::folder::{alerts, at, name, read, task};

/// What `plans/sample` shows on 2020-11-24, task by task, in the plan's order.
const SAMPLE: [(&str, &str, &[&str]); 24] = [
    ("12-05", "yellow", &["dependency warning remind", "unreported warning remind"]),
    ("12-08", "red", &["overdue critical circulate"]),
    ("12-10", "yellow", &["blocked warning remind"]),
    ("21-12", "grey", &["unreported info remind"]),
    ("22-01", "green", &[]),
    ("22-02", "yellow", &["dependency warning remind"]),
    ("22-06", "blue", &[]),
    ("22-08", "yellow", &["blocked warning remind"]),
    ("22-07", "yellow", &["behind warning remind"]),
    ("23-05", "yellow", &["due_soon warning remind"]),
    ("23-11", "yellow", &["behind warning remind"]),
    ("23-13", "green", &[]),
    ("23-14", "green", &["awaiting_closure info -"]),
    ("31-09", "red", &["bound_broken critical urge"]),
    ("31-12", "green", &[]),
    ("31-13", "red", &["behind critical urge"]),
    ("31-14", "red", &["overdue critical supervise", "behind critical urge"]),
    ("31-18", "yellow", &["checkpoint_overdue warning urge"]),
    ("32-06", "red", &["overdue critical urge"]),
    ("33-01", "green", &["awaiting_closure info -"]),
    ("33-04", "-", &[]),
    ("33-10", "green", &[]),
    ("42-07", "blue", &[]),
    ("42-10", "green", &[]),
];

#[test]
fn the_sample_shows_exactly_this() {
    let opened = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("plans/sample"));
    let assessment = at(&opened, "2020-11-24");
    let ids: Vec<&str> = assessment.standings.iter().map(|standing| standing.task.id.as_str()).collect();
    assert_eq!(ids, SAMPLE.map(|(id, _, _)| id));
    for (id, light, said) in SAMPLE {
        let standing = task(&assessment, id);
        assert_eq!(
            (name(standing.light).as_str(), alerts(standing)),
            (light, said.iter().map(|s| (*s).to_owned()).collect()),
            "{id}"
        );
    }
    assert_eq!(name(task(&assessment, "33-04").state), "cancelled");
    assert!(opened.plan.as_ref().unwrap().head.sample);
}

#[test]
fn the_sample_shows_every_light_state_and_alert() {
    let opened = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("plans/sample"));
    let assessment = at(&opened, "2020-11-24");
    for light in workplan::assess::Light::ALL {
        assert!(assessment.standings.iter().any(|standing| standing.light == Some(light)), "{light:?}");
    }
    for state in workplan::assess::State::ALL {
        assert!(assessment.standings.iter().any(|standing| standing.state == state), "{state:?}");
    }
    let every_alert: Vec<_> = assessment.standings.iter().flat_map(|standing| &standing.alerts).collect();
    // Its document asks for no report again and again.
    for code in workplan::assess::AlertCode::ALL.iter().filter(|code| **code != workplan::assess::AlertCode::REPORT_DUE)
    {
        assert!(every_alert.iter().any(|alert| alert.code == *code), "{code:?}");
    }
}
