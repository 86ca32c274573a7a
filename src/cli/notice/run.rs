//! What is asked about notices.

use std::process::ExitCode;

use crate::desk::Desk;

use super::args::NoticeArgs;
use super::{issue, list, public, received, reprint, void};

pub(in crate::cli) fn run(desk: &Desk, args: &NoticeArgs) -> anyhow::Result<ExitCode> {
    if args.list {
        return list::run(desk, args);
    }
    if let Some(number) = &args.void {
        return void::run(desk, args, number);
    }
    if let Some(number) = &args.received {
        return received::run(desk, args, number);
    }
    if args.edition.public {
        return public::run(desk, args);
    }
    if let Some(number) = &args.number {
        return reprint::run(desk, args, number);
    }
    issue::run(desk, args)
}
