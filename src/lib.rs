//! A plan tracker over a folder of YAML files kept in git.
//!
//! What the `workplan` program does, a program can do: open a plan, check it, judge it on a day, report, and draw the report.
//!
//! ```
//! use std::path::Path;
//! use workplan::{Ambiguous, GroupBy, Gravity, Header, Light, Medium, Screen, StatusLayout, StatusQuery};
//!
//! let opened = workplan::open(Path::new("plans/sample"));
//! let faults = workplan::check(&opened, Default::default());
//! assert!(faults.iter().all(|fault| fault.severity != Gravity::Error), "{faults:?}");
//!
//! let plan = opened.plan.as_ref().ok_or("no plan can be read")?;
//! let day = "2020-11-24".parse()?;
//! let assessment = workplan::assess(plan, &opened.journal, &opened.calendar, day);
//! let red = assessment.standings.iter().filter(|standing| standing.light == Some(Light::Red));
//! assert_eq!(red.count(), 5);
//!
//! let language = plan.head.language;
//! let header = Header::new("workplan.status/2", &plan.head, &assessment, faults.len(), language);
//! let query = StatusQuery { by: GroupBy::Lead, ..StatusQuery::default() };
//! let report = workplan::status(plan, (&assessment, None), header, &query, language);
//! let page = workplan::status_page(&report, &StatusLayout::default(), language, Medium::Paper);
//! let shown = workplan::terminal(&page, Screen { columns: 100, colour: false, ambiguous: Ambiguous::Narrow });
//! assert!(shown.contains("示例数据"), "a report of a sample says so");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A day in other words is parsed by the program only: `Date` reads `2020-11-24`. Nothing here reads the clock or the environment.
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)
)]

#[doc(hidden)]
pub mod assess;
#[doc(hidden)]
pub mod check;
#[doc(hidden)]
pub mod cli;
mod desk;
#[doc(hidden)]
pub mod git;
#[doc(hidden)]
pub mod intake;
#[doc(hidden)]
pub mod paper;
#[doc(hidden)]
pub mod plan;
#[doc(hidden)]
pub mod report;
#[doc(hidden)]
pub mod store;
mod threads;
#[doc(hidden)]
pub mod view;
#[doc(hidden)]
pub mod words;

pub use assess::{
    Alert, AlertCode, Assessment, Deadline, Light, LightCounts, MetricStanding, Severity, Share, Standing, State,
    Totals, assess,
};
pub use check::{Diagnostic, Gravity, run as check};
pub use paper::{Ambiguous, Page, Screen, markdown, terminal, text};
pub use plan::calendar::Calendar;
pub use plan::{
    Amendment, Checkpoint, Date, Direction, Entry, EntryState, Escalation, Head, Journal, Kind, Language, Metric,
    Period, Plan, Quantity, Scalar, Section, Task, TaskId, Theme, Unit,
};
pub use report::alerts::{Alerts, alerts};
pub use report::filter::Filter;
pub use report::header::Header;
pub use report::status::{GroupBy, SortBy, Status, StatusQuery, status};
pub use store::{FindError, Opened, find_plan, open};
pub use view::{Medium, StatusLayout, alerts as alerts_page, status as status_page};
