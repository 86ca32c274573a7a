//! Evidence outside the repository, which nobody else who has the plan would have.

use std::path::{Component, Path, PathBuf};

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;
use crate::store::Opened;

pub(super) const CHECK: Check = Check {
    code: "E411",
    name: "evidence-outside",
    zh: "佐证材料在仓库之外",
    en: "evidence outside the repository",
    wrong: "evidence: [/home/wang/22-07.pdf]",
    right: "evidence: [evidence/22-07.pdf]",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let lang = inspection.lang;
    for (index, entry) in inspection.opened.journal.entries.iter().enumerate() {
        for (item, path) in entry.evidence.iter().enumerate() {
            let Evidence::Outside = evidence(inspection.opened, path) else { continue };
            inspection.find(
                inspection.at_entry(index).key("evidence").item(item),
                say!(lang, "佐证材料“{path}”在仓库之外", "the evidence `{path}` lies outside the repository"),
                say!(
                    lang,
                    "把文件复制到 evidence 文件夹，写“evidence/文件名”",
                    "copy the file into the folder evidence and write `evidence/FILE`"
                ),
            );
        }
    }
}

/// Where a piece of evidence is.
pub(super) enum Evidence {
    /// In the repository, or on the web.
    There,
    /// Nowhere.
    Missing,
    /// Outside the repository, as written or by a link.
    Outside,
}

/// Finds a piece of evidence, without ever looking outside the repository for it.
pub(super) fn evidence(opened: &Opened, path: &str) -> Evidence {
    if path.starts_with("https://") || path.starts_with("http://") {
        return Evidence::There;
    }
    let Some(written) = resolved(&opened.folder, path).filter(|path| path.starts_with(&opened.repository)) else {
        return Evidence::Outside;
    };
    match std::fs::canonicalize(written) {
        Ok(real) if real.starts_with(&opened.repository) => Evidence::There,
        Ok(_) => Evidence::Outside,
        Err(_) => Evidence::Missing,
    }
}

/// The path with its `..` taken, as it is written and whatever exists.
fn resolved(folder: &Path, path: &str) -> Option<PathBuf> {
    let mut resolved = PathBuf::new();
    for component in folder.join(path).components() {
        match component {
            Component::ParentDir => {
                if !resolved.pop() {
                    return None;
                }
            }
            Component::CurDir => {}
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => resolved.push(component),
        }
    }
    Some(resolved)
}
