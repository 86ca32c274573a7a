//! What people have written about the cells of a workbook, which the reader of its cells does not tell.

use std::collections::BTreeMap;

use super::tags::{attribute, tags};

/// The comments of a workbook, and which sheet has which.
#[derive(Default)]
pub(super) struct Remarks {
    /// By the names of the parts that hold them.
    comments: BTreeMap<String, Vec<(String, String)>>,
    /// The ties of sheets, by the names of those.
    ties: BTreeMap<String, String>,
}

impl Remarks {
    /// Takes a part, if it is one that tells of comments.
    pub(super) fn take(&mut self, name: &str, content: &[u8]) -> bool {
        let text = || String::from_utf8_lossy(content).into_owned();
        if name.starts_with("xl/comments") && name.ends_with(".xml") {
            self.comments.insert(name.to_owned(), comments(&text()));
            return true;
        }
        let sheet = name.strip_prefix("xl/worksheets/_rels/").and_then(|name| name.strip_suffix(".rels"));
        if let Some(sheet) = sheet {
            self.ties.insert(format!("xl/worksheets/{sheet}"), text());
        }
        sheet.is_some()
    }

    /// The comments of a sheet.
    pub(super) fn of(&self, sheet: &str) -> Vec<(String, String)> {
        let ties = self.ties.get(sheet).map_or("", String::as_str);
        let targets = tags(ties, "<Relationship ").filter_map(|tag| attribute(tag, "Target"));
        let parts = targets.filter_map(|target| {
            let path = target.strip_prefix('/').map_or_else(|| target.replace("../", "xl/"), str::to_owned);
            self.comments.get(&path)
        });
        parts.flatten().cloned().collect()
    }
}

/// Each cell's name with what is written about it.
fn comments(xml: &str) -> Vec<(String, String)> {
    let one = |part: &str| {
        let (tag, rest) = part.split_once('>')?;
        let own = rest.split("</comment>").next().unwrap_or("");
        let texts = own.split("<t").skip(1).filter(|text| text.starts_with(['>', ' ']));
        let text: String =
            texts.filter_map(|text| Some(text.split_once('>')?.1.split('<').next().unwrap_or(""))).collect();
        Some((attribute(tag, "ref")?.to_owned(), plain(&text)))
    };
    xml.split("<comment ").skip(1).filter_map(one).filter(|(_, text)| !text.trim().is_empty()).collect()
}

fn plain(text: &str) -> String {
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#10;", "\n"), ("&amp;", "&")];
    plain.iter().fold(text.to_owned(), |text, (escaped, sign)| text.replace(escaped, sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_has_the_comments_to_which_it_is_tied() {
        let mut remarks = Remarks::default();
        let xml = "<comments><authors><author>甲</author></authors><commentList><comment ref=\"D2\" authorId=\"0\"><text><r><rPr/><t xml:space=\"preserve\">提前到</t></r><r><t>8月底 &amp; 报告</t></r></text></comment><comment ref=\"E3\"><text><t/></text></comment></commentList></comments>";
        assert!(remarks.take("xl/comments1.xml", xml.as_bytes()));
        let ties = "<Relationships><Relationship Id=\"rId1\" Target=\"../comments1.xml\"/></Relationships>";
        assert!(remarks.take("xl/worksheets/_rels/sheet1.xml.rels", ties.as_bytes()));
        assert!(!remarks.take("xl/worksheets/sheet1.xml", b""));
        assert_eq!(remarks.of("xl/worksheets/sheet1.xml"), [("D2".to_owned(), "提前到8月底 & 报告".to_owned())]);
        assert!(remarks.of("xl/worksheets/sheet2.xml").is_empty());
    }
}
