//! The `workplan` program: parse, run, exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    workplan::cli::run(std::env::args_os())
}
