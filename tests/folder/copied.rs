//! A folder, copied.

use std::path::Path;

/// Copies a folder and what is in it, but for what belongs to the program (`.workplan`).
pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for file in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        match file.file_type().unwrap().is_dir() {
            true if file.file_name() == ".workplan" => {}
            true => copy(&file.path(), &to.join(file.file_name())),
            false => drop(std::fs::copy(file.path(), to.join(file.file_name())).unwrap()),
        }
    }
}
