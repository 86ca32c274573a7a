//! A piece of evidence, as a link where it can be reached.

use maud::{Markup, html};

use super::drawing::Drawing;
use super::pieces::text;

/// A piece of evidence. Only what is on the web, or lies where the site was written to see it, is a link.
pub(super) fn proof(drawing: &Drawing<'_>, path: &str) -> Markup {
    let name = text(path.rsplit_once('/').map_or(path, |(_, name)| name));
    match drawing.proofs.get(path) {
        Some(to) if is_on_the_web(to) => html! { a.proof href=(to) rel="noreferrer" { (text(path)) } },
        Some(to) => html! { a.proof href={ "../" (to) } { (name) } },
        None => html! { span.proof { (name) } },
    }
}

fn is_on_the_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}
