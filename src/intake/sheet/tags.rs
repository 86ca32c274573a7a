//! The tags of a workbook's parts, which are looked through for a few of them.

/// What stands in each tag that begins so.
pub(super) fn tags<'x>(xml: &'x str, start: &'x str) -> impl Iterator<Item = &'x str> {
    xml.split(start).skip(1).map(|rest| rest.split('>').next().unwrap_or(""))
}

/// The value of a tag's attribute.
pub(super) fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let mut rest = tag;
    loop {
        let (key, after) = rest.split_once("=\"")?;
        let (value, behind) = after.split_once('"')?;
        if key.trim() == name {
            return Some(value);
        }
        rest = behind;
    }
}
