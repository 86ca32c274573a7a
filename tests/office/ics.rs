//! The calendar, read by the library that Python programs read calendars with.

use std::path::Path;

use crate::program::workplan;
use crate::python::python;

/// What the library finds in the calendar that a line writes.
fn read(line: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("calendar.ics");
    let ran = workplan(&format!("{line} --as-of 2020-11-24 --out {}", file.display())).run();
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    python("calendar_facts.py", &[Path::new(&file)])
}

#[test]
#[ignore = "needs Python's icalendar: run scripts/test"]
fn icalendar_reads_every_event() {
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("ics-read", read("export --plan plans/sample"));
    });
    let real = read("export");
    assert!(
        real.contains("22-02.deadline@jinze-2020h2.workplan 2020-11-30 0 CONFIRMED ['-14 days, 9:00:00']"),
        "{real}"
    );
}
