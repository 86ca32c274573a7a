//! The Python of the tests' own, as `scripts/test` makes it.

use std::path::Path;
use std::process::Command;

use crate::program::top;

/// What a script of this folder prints.
pub(crate) fn python(script: &str, args: &[&Path]) -> String {
    let output = Command::new(top().join("target/tools/bin/python"))
        .arg(top().join("tests/office").join(script))
        .args(args)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
