//! A web page as blocks.

use super::charset::decoded;
use super::main_text::{main_text, title};
use super::page::tree;
use super::words::Words;
use crate::intake::document::block::Block;
use crate::intake::document::fault::DocumentFault;

/// The paragraphs and tables of the page's main text.
pub(in crate::intake::document) fn read(bytes: &[u8]) -> Result<Vec<Block>, DocumentFault> {
    let text = decoded(bytes).ok_or(DocumentFault::NotText)?;
    let page = tree(&text);
    let main = main_text(&page);
    let mut words = Words::default();
    words.read(main);
    let mut blocks = words.blocks();
    // The title may stand outside of the text that it heads.
    if let Some(title) = title(&page, main)
        && !blocks
            .iter()
            .take(5)
            .any(|block| matches!(block, Block::Paragraph(words) if words.contains(title.as_str())))
    {
        blocks.insert(0, Block::Paragraph(title));
    }
    Ok(blocks)
}
