//! The calendar, read by the library that Python programs read calendars with.

use crate::programs::{python, workplan};

/// Says of each event its name, day, and when its alarm rings; ends with 1 where the library finds a fault.
const READER: &str = r#"
import sys, icalendar
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
faults = [fault for part in calendar.walk() for fault in part.errors]
names = set()
for event in calendar.walk("VEVENT"):
    assert event["UID"] not in names, event["UID"]
    names.add(event["UID"])
    assert (event["DTEND"].dt - event["DTSTART"].dt).days == 1
    alarms = [str(alarm["TRIGGER"].dt) for alarm in event.walk("VALARM")]
    print(event["UID"], event["DTSTART"].dt, event["SEQUENCE"], event["STATUS"], alarms, event["SUMMARY"])
sys.exit(f"faults: {faults}" if faults else 0)
"#;

#[test]
#[ignore = "needs Python's icalendar: run scripts/test"]
fn icalendar_reads_every_event() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("calendar.ics");
    workplan(&format!("export --plan plans/sample --as-of 2020-11-24 --out {}", file.display()));
    insta::assert_snapshot!("ics-read", python(READER, &[&file]));
    workplan(&format!("export --as-of 2020-11-24 --out {}", file.display()));
    let real = python(READER, &[&file]);
    assert!(real.contains("22-02.deadline@jinze-2020h2.workplan 2020-11-30 0 CONFIRMED ['-14 days, 9:00:00']"), "{real}");
}
