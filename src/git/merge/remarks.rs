//! Remarks and empty lines: they mean nothing to the program, so nothing of either side's is lost.

use super::sides::Sides;

/// The merged remarks above a part, or at a file's end. Where both sides have changed them, every line that neither
/// has taken away, in an order that does not depend on whose side is ours.
pub(super) fn merge_remarks(sides: Sides<&str>) -> String {
    if let Some(settled) = sides.settled() {
        return settled.to_owned();
    }
    let (first, second) =
        if sides.ours <= sides.theirs { (sides.ours, sides.theirs) } else { (sides.theirs, sides.ours) };
    let has = |text: &str, line: &str| text.lines().any(|known| known == line);
    let stays = |line: &str, other: &str| !has(sides.base, line) || has(other, line) || line.trim().is_empty();
    let of_first = first.split_inclusive('\n').filter(|line| stays(line.trim_end_matches('\n'), second));
    let of_second = second.split_inclusive('\n').filter(|line| {
        let line = line.trim_end_matches('\n');
        !line.trim().is_empty() && !has(first, line) && stays(line, first)
    });
    of_first.chain(of_second).collect()
}

/// The merged end of a line: one remark behind the other where both sides have written one. `None` where it is no
/// remark that differs.
pub(super) fn merge_line_end(sides: Sides<&str>) -> Option<String> {
    if let Some(settled) = sides.settled() {
        return Some(settled.to_owned());
    }
    let remark = |end: &str| {
        let line = end.strip_suffix('\n')?;
        (!line.contains('\n') && line.trim_start().starts_with('#') && line.starts_with(' ')).then(|| line.to_owned())
    };
    let (ours, theirs) = (remark(sides.ours)?, remark(sides.theirs)?);
    let (first, second) = if ours <= theirs { (ours, theirs) } else { (theirs, ours) };
    Some(format!("{first}  {}\n", second.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_remark_is_lost() {
        for (base, ours, theirs, merged) in [
            ("# a\n", "# a\n", "# b\n", "# b\n"),
            ("\n# a\n", "\n# a\n# b\n", "\n# a\n# c\n", "\n# a\n# b\n# c\n"),
            ("# a\n", "# b\n", "", "# b\n"),
            ("", "# b\n", "\n# c\n", "\n# c\n# b\n"),
        ] {
            assert_eq!(merge_remarks(Sides { base, ours, theirs }), merged);
            assert_eq!(merge_remarks(Sides { base, ours: theirs, theirs: ours }), merged);
        }
        let ends = |base, ours, theirs| merge_line_end(Sides { base, ours, theirs });
        assert_eq!(ends("\n", "  # b\n", " # a\n").as_deref(), Some("  # b  # a\n"));
        assert_eq!(ends("\n", " # a\n", "  # b\n").as_deref(), Some("  # b  # a\n"));
        assert_eq!(ends("\n", "  x\n", " # a\n"), None);
    }
}
