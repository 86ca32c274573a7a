//! Names of files: how a path is shown, and names that are none.

use std::path::Path;

/// A path as it is shown, and as it can be typed: with `/` also on Windows, where a path that is put together here from one that was
/// typed would have both.
pub fn shown_path(path: &Path) -> String {
    let shown = path.display().to_string();
    if cfg!(windows) { shown.replace('\\', "/") } else { shown }
}

/// Whether Windows takes a name for a device, whatever folder it stands in: `con`, `aux.部`, `COM¹`. What is written to such a
/// file goes nowhere, or to a port. (Microsoft: Naming Files, Paths, and Namespaces.)
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    let numbered = ["com", "lpt"].iter().find_map(|port| stem.strip_prefix(port));
    let is_port = numbered.is_some_and(|rest| {
        let mut rest = rest.chars();
        matches!((rest.next(), rest.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
    });
    is_port || ["con", "prn", "aux", "nul", "conin$", "conout$"].contains(&stem.as_str())
}

#[cfg(test)]
mod tests {
    use super::is_device;

    #[test]
    fn what_windows_takes_for_a_device() {
        for name in ["con", "CON", "aux.部", "nul.tar.gz", "com1", "COM9.txt", "lpt²", "conin$", "CONOUT$", "prn .txt"]
        {
            assert!(is_device(name), "{name}");
        }
        for name in ["", "console", "com", "com10", "lpt", "auxiliary.txt", "部.con", "nul-1", "comb"] {
            assert!(!is_device(name), "{name}");
        }
    }
}
