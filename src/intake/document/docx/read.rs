//! A document of Word as blocks.

use super::body::Body;
use super::numbering::Numbering;
use super::package::{Parts, parts};
use super::styles::Styles;
use super::xml::tree;
use crate::intake::document::block::Block;
use crate::intake::document::fault::DocumentFault;
use crate::intake::document::remark::Remark;

/// The document's paragraphs and tables, and what of it is not taken.
pub(in crate::intake::document) fn read(bytes: &[u8]) -> Result<(Vec<Block>, Vec<Remark>), DocumentFault> {
    let Parts { document, numbering, styles } = parts(bytes)?;
    let document = tree(&document)?;
    let numbering = numbering.as_deref().map(tree).transpose()?;
    let styles = styles.as_deref().map(tree).transpose()?;
    let styles = Styles::of(styles.as_ref());
    let mut body = Body::new(&styles, Numbering::of(numbering.as_ref(), &styles));
    if let Some(content) = document.find("body") {
        body.content(content);
    }
    Ok(body.read())
}
