//! Folders and files: finding a plan, reading it, and saying exactly where something in it is wrong.
//!
//! A file is parsed once, straight into the model. Only when something in it is wrong is it parsed a
//! second time, into [`Node`]s that know where they stand.

mod beside;
mod change;
mod checklist;
mod commit;
mod create;
mod document;
mod done;
mod edit;
mod encoding;
mod events;
mod fault;
mod find;
mod leaving;
mod limits;
mod lock;
mod node;
mod node_fault;
mod open;
mod own;
mod parse;
mod parsed;
mod place;
mod plain;
mod quick;
mod read;
mod recover;
mod rights;
mod salvage;
mod scalar;
mod shape;
mod shelf;
mod slips;
mod text;

pub use beside::{FileBeside, FolderBeside, folder_of};
pub use change::{Change, CommitError};
pub use checklist::{ChecklistHeader, header_of};
pub use commit::{changed_since, commit, commit_kept, is_pending, put_back, recover, take_back};
pub use create::{CreateError, create, vacant};
pub use document::{Document, DocumentError, decode_document};
pub use done::{Done, Kept, kept};
pub(crate) use edit::csv_record;
pub use edit::task_in_a_line;
pub use edit::{EditError, NewRow, NextHead, Rewrite, Whereto};
pub use encoding::{Encoding, decoded};
pub use fault::{Fault, FaultKind, RowFault, Shape};
pub use find::{Below, BelowError, FindError, find_plan, is_passed_over, plan_of_id, plans_below, plans_near};
pub use leaving::{Heeding, is_interrupted, outlive_full_files};
pub use limits::MAX_FILE_BYTES;
pub use lock::{Lock, LockError};
pub use node::{Node, NodeData, Part, Step, read_node};
pub use open::{Opened, Origin, Origins, PlanFile, open, open_about, open_from};
pub(crate) use parse::task_of_a_line;
pub use parse::{read_entries, read_head, read_tasks};
pub use plain::is_plain_yaml;
pub use read::FileKind;
pub(crate) use read::is_forbidden;
pub(crate) use scalar::{block_scalar, flow_scalar, quoted};
pub use shelf::{Disk, Name, Shelf, Whereabouts};
pub(crate) use slips::key_meant_by;
pub use text::Position;
