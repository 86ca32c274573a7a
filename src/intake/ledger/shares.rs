//! How a column of shares is written: 0.6 and 60 are the same in two ledgers, and of 1 the column tells which it is.

/// How a column says how far the work has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shares {
    /// In hundredths: 60.
    Hundredths,
    /// In parts of one: 0.6.
    Parts,
    /// In both, so that nobody knows what 1 is.
    Unclear,
}

impl Shares {
    /// What the cells of a column tell, and its name, where that has the sign.
    pub(super) fn of(texts: &[String], name: &str) -> Shares {
        let bare: Vec<f64> = texts.iter().filter_map(|text| text.parse().ok()).collect();
        let has_sign = name.contains(['%', '％']);
        let is_marked = texts.iter().any(|text| text.ends_with(['%', '％']));
        let above = bare.iter().any(|share| *share > 1.0);
        let below = bare.iter().any(|share| *share > 0.0 && *share < 1.0);
        match (above, below) {
            (true, true) => Shares::Unclear,
            (false, true) if has_sign => Shares::Unclear,
            (false, true) => Shares::Parts,
            (true, false) => Shares::Hundredths,
            (false, false) if has_sign => Shares::Hundredths,
            (false, false) if is_marked && bare.contains(&1.0) => Shares::Unclear,
            (false, false) => Shares::Parts,
        }
    }

    /// A share in hundredths, without a fraction: neither nothing nor the whole is made by rounding. `None` where it could be
    /// either.
    pub(crate) fn hundredths(self, text: &str) -> Option<String> {
        let (bare, has_sign) = match text.trim().strip_suffix(['%', '％']) {
            Some(bare) => (bare.trim(), true),
            None => (text.trim(), false),
        };
        let Ok(share) = bare.parse::<f64>() else { return Some(text.to_owned()) };
        let is_small = share > 0.0 && share <= 1.0;
        if !has_sign && self == Shares::Unclear && is_small {
            return None;
        }
        let share = if !has_sign && self == Shares::Parts { share * 100.0 } else { share };
        let rounded = match share {
            share if share > 0.0 && share < 1.0 => 1.0,
            share if share > 99.0 && share < 100.0 => 99.0,
            share => share.round(),
        };
        Some(format!("{rounded}%"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(texts: &[&str], name: &str) -> Shares {
        Shares::of(&texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>(), name)
    }

    #[test]
    fn one_is_the_whole_where_the_column_holds_parts() {
        for (texts, name, is, one) in [
            (vec!["0.6", "1", "0.355"], "完成比例", Shares::Parts, Some("100%")),
            (vec!["1", "1", "0"], "完成比例", Shares::Parts, Some("100%")),
            (vec!["0.6", "42%"], "完成比例", Shares::Parts, Some("100%")),
            (vec!["60", "100", "1"], "进度", Shares::Hundredths, Some("1%")),
            (vec!["1", "0"], "进度（%）", Shares::Hundredths, Some("1%")),
            (vec!["0.6", "1", "80"], "进度", Shares::Unclear, None),
            (vec!["1", "42%"], "进度", Shares::Unclear, None),
            (vec!["0.6"], "进度%", Shares::Unclear, None),
        ] {
            let found = shares(&texts, name);
            assert_eq!((found, found.hundredths("1").as_deref()), (is, one), "{texts:?} {name}");
        }
    }

    #[test]
    fn a_fraction_is_rounded_but_never_to_nothing_nor_to_the_whole() {
        for (text, shown) in [("45.5%", "46%"), ("0.4%", "1%"), ("99.6%", "99%"), ("80", "80%"), ("0", "0%")] {
            assert_eq!(Shares::Hundredths.hundredths(text).as_deref(), Some(shown));
        }
        assert_eq!(Shares::Parts.hundredths("0.999").as_deref(), Some("99%"));
        assert_eq!(Shares::Unclear.hundredths("80").as_deref(), Some("80%"));
    }
}
