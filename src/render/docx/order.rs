//! Properties in the order in which the schema of Word documents (ECMA-376) has them: the library writes them in its own,
//! which Word forgives and stricter readers need not.

/// Elements, and their children in order. Children that are not named come last, as they stood.
const ORDERS: &[(&str, &[&str])] = &[
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:widowControl",
            "w:snapToGrid",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:textAlignment",
            "w:outlineLvl",
            "w:rPr",
        ],
    ),
    (
        "w:rPr",
        &["w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:spacing", "w:sz", "w:szCs", "w:lang"],
    ),
    (
        "w:style",
        &[
            "w:name",
            "w:basedOn",
            "w:next",
            "w:link",
            "w:uiPriority",
            "w:semiHidden",
            "w:unhideWhenUsed",
            "w:qFormat",
            "w:pPr",
            "w:rPr",
        ],
    ),
    (
        "w:sectPr",
        &[
            "w:headerReference",
            "w:footerReference",
            "w:pgSz",
            "w:pgMar",
            "w:pgNumType",
            "w:cols",
            "w:titlePg",
            "w:docGrid",
        ],
    ),
    ("w:tblPr", &["w:tblStyle", "w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar"]),
    ("w:tcPr", &["w:tcW", "w:gridSpan", "w:vMerge", "w:tcBorders", "w:shd", "w:vAlign"]),
];

/// The same part with its properties in order, and without those that say nothing.
pub(super) fn in_schema_order(part: &str) -> String {
    let mut rest = part;
    let mut ordered = written(nodes(&mut rest));
    ordered.push_str(rest);
    ordered
}

/// An element or a text; a text has no name.
type Node<'x> = (&'x str, String);

/// The nodes up to the end of the element that they stand in.
fn nodes<'x>(rest: &mut &'x str) -> Vec<Node<'x>> {
    let mut found = Vec::new();
    while let Some((text, after)) = rest.split_once('<') {
        if !text.is_empty() {
            found.push(("", text.to_owned()));
        }
        let Some((tag, behind)) = after.split_once('>') else { break };
        *rest = behind;
        if tag.starts_with('/') {
            return found;
        }
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        if tag.ends_with('/') || tag.starts_with(['?', '!']) {
            found.push((name, format!("<{tag}>")));
            continue;
        }
        let mut children = nodes(rest);
        children.retain(|(name, text)| !(*name == "w:rPr" && matches!(text.as_str(), "<w:rPr />" | "<w:rPr></w:rPr>")));
        if let Some((_, order)) = ORDERS.iter().find(|(known, _)| *known == name) {
            let rank = |child: &str| order.iter().position(|known| *known == child).unwrap_or(order.len());
            children.sort_by_key(|(child, _)| rank(child));
        }
        found.push((name, format!("<{tag}>{}</{name}>", written(children))));
    }
    found
}

fn written(nodes: Vec<Node<'_>>) -> String {
    nodes.into_iter().map(|(_, text)| text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_put_in_order_and_text_is_left_alone() {
        for (before, after) in [
            (
                "<?xml version=\"1.0\"?><w:p><w:pPr><w:rPr /><w:jc w:val=\"right\" /><w:ind /><w:pStyle /></w:pPr><w:r><w:rPr></w:rPr><w:t> 甲 &lt;w:rPr /&gt; 乙 </w:t></w:r></w:p>",
                "<?xml version=\"1.0\"?><w:p><w:pPr><w:pStyle /><w:ind /><w:jc w:val=\"right\" /></w:pPr><w:r><w:t> 甲 &lt;w:rPr /&gt; 乙 </w:t></w:r></w:p>",
            ),
            (
                "<w:style><w:name /><w:rPr><w:sz /><w:rFonts /></w:rPr><w:pPr><w:jc /></w:pPr><w:x /><w:qFormat /></w:style>",
                "<w:style><w:name /><w:qFormat /><w:pPr><w:jc /></w:pPr><w:rPr><w:rFonts /><w:sz /></w:rPr><w:x /></w:style>",
            ),
            ("<a>甲</a>乙", "<a>甲</a>乙"),
            ("甲", "甲"),
        ] {
            assert_eq!(in_schema_order(before), after);
        }
    }
}
