//! What becomes of notices between two states.

use workplan::plan::{Head, Journal, Notice, Plan};
use workplan::report::diff::{NoticeEvent, compare};

const HEAD: &str = "{ format: workplan/1, id: x, title: x, issuer: x, issued: 2020-07-01, \
    period: { start: 2020-07-01, end: 2020-12-31 }, sections: [{ id: '1', title: x }] }";
const SENT: &str =
    "number: 甲〔2020〕1号, date: 2020-11-24, level: urge, unit: 甲办, tasks: [1-01], reply_by: 2020-11-27";

fn state(notices: &str) -> (Plan, Journal) {
    let head: Head = serde_yaml::from_str(HEAD).unwrap();
    let notices: Vec<Notice> = serde_yaml::from_str(&format!("[{notices}]")).unwrap();
    (Plan { head, tasks: Vec::new() }, Journal { notices, ..Journal::default() })
}

#[test]
fn what_is_added_to_a_notice_is_told_apart_from_what_should_not_change() {
    let one = format!("{{ {SENT} }}");
    let with = |more: &str| format!("{{ {SENT}, {more} }}");
    let received = with("received: 2020-11-25, received_by: 李四");
    let [issued, taken, void] = [NoticeEvent::Issued, NoticeEvent::Received, NoticeEvent::Void];
    for (from, to, events) in [
        (one.clone(), one.clone(), vec![]),
        (String::new(), one.clone(), vec![(issued, Some("2020-11-24"))]),
        (String::new(), received.clone(), vec![(issued, Some("2020-11-24")), (taken, Some("2020-11-25"))]),
        (one.clone(), received.clone(), vec![(taken, Some("2020-11-25"))]),
        (one.clone(), with("signed_by: 张三"), vec![]),
        (one.clone(), with("voided: 2020-11-26, void_reason: 误发"), vec![(void, Some("2020-11-26"))]),
        (received.clone(), one.clone(), vec![(NoticeEvent::Rewritten, None)]),
        (one.clone(), one.replace("11-27", "11-30"), vec![(NoticeEvent::Rewritten, None)]),
        (one, String::new(), vec![(NoticeEvent::Removed, None)]),
    ] {
        let (before, now) = (state(&from), state(&to));
        let comparison = compare((&before.0, &before.1), (&now.0, &now.1));
        let found: Vec<_> =
            comparison.notices.iter().map(|change| (change.event, change.date.map(|day| day.to_string()))).collect();
        let wanted: Vec<_> = events.iter().map(|(event, day)| (*event, day.map(str::to_owned))).collect();
        assert_eq!(found, wanted, "{from} → {to}");
    }
}
