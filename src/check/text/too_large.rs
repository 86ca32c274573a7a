//! A file larger than any plan.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::{FaultKind, MAX_FILE_BYTES};

const MEGABYTE: u64 = 1024 * 1024;

pub(super) const CHECK: Check = Check {
    code: "E005",
    name: "too-large",
    zh: "文件过大",
    en: "a file that is too large",
    wrong: "tasks/1.yaml (2 GB)",
    right: "tasks/1.yaml (20 KB)",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::TooLarge(bytes) = fault else { return None };
    let (megabytes, most) = (bytes / MEGABYTE, MAX_FILE_BYTES / MEGABYTE);
    Some(Words {
        message: say!(
            reader.lang,
            "文件有 {megabytes} MB，超过上限 {most} MB",
            "the file has {megabytes} MB; at most {most} MB are read"
        ),
        hint: say!(
            reader.lang,
            "多半放错了文件；确需这么大的，分成几个文件",
            "probably the wrong file; if it is the right one, split it"
        ),
    })
}
