//! The `workplan` program: parse, run, exit code.

use std::process::ExitCode;

/// A third of the time of a large plan is spent on small pieces of memory; this allocator is made for them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    workplan::cli::run(std::env::args_os())
}
