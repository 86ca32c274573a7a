//! Where the evidence lies, as seen from the folder of the pages.

use std::path::{Component, Path};

use crate::desk::session::Session;
use crate::store::Whereabouts;
use crate::view::site::Proofs;

use super::folder::whole;

/// The address of every piece of evidence that can be reached: on the web, or in a file of the plan from a folder of pages.
pub(super) fn proofs(session: &Session, out: Option<&Path>) -> Proofs {
    let paths = session.opened.journal.entries.iter().flat_map(|entry| &entry.evidence);
    paths.filter_map(|path| Some((path.clone(), address(session, out, path)?))).collect()
}

fn address(session: &Session, out: Option<&Path>, path: &str) -> Option<String> {
    if path.starts_with("https://") || path.starts_with("http://") {
        return Some(path.to_owned());
    }
    let shelf = &session.opened.shelf;
    let Whereabouts::There = shelf.whereabouts(path) else { return None };
    relative(&whole(out?), &whole(&shelf.folder()?.join(path)))
}

/// The way from a folder to a file, as an address; `None` where there is none, as between two disks.
fn relative(from: &Path, to: &Path) -> Option<String> {
    let (from, to): (Vec<_>, Vec<_>) = (from.components().collect(), to.components().collect());
    let shared = from.iter().zip(&to).take_while(|(from, to)| from == to).count();
    if shared == 0 {
        return None;
    }
    let up = from.iter().skip(shared).map(|_| Some("..".to_owned()));
    let down = to.iter().skip(shared).map(|part| match part {
        Component::Normal(name) => name.to_str().map(in_address),
        Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => None,
    });
    Some(up.chain(down).collect::<Option<Vec<_>>>()?.join("/"))
}

/// A file's name as an address writes it.
fn in_address(name: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
    name.bytes().map(|byte| if plain(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_is_found_from_where_the_pages_are() {
        for (from, to, way) in [
            ("/a/site", "/a/plan/evidence/1.pdf", Some("../plan/evidence/1.pdf")),
            ("/a", "/a/plan/1.pdf", Some("plan/1.pdf")),
            ("/x/y/z", "/a/签约 50%#1.pdf", Some("../../../a/%E7%AD%BE%E7%BA%A6%2050%25%231.pdf")),
            ("/a", "/a/javascript:x", Some("javascript%3Ax")),
            ("a", "/a/1.pdf", None),
        ] {
            assert_eq!(relative(Path::new(from), Path::new(to)).as_deref(), way, "{from} {to}");
        }
    }
}
