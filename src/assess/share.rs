//! Exact shares from 0 to 1.

use std::cmp::Ordering;

use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul};

/// An exact share from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(Ratio<i128>);

impl Share {
    /// Nothing.
    pub const ZERO: Share = Share(Ratio::new_raw(0, 1));
    /// All of it.
    pub const ONE: Share = Share(Ratio::new_raw(1, 1));
    /// Exact arithmetic stops here, and goes on with so many parts of one.
    const PARTS: i128 = 1_000_000_000_000;

    /// Terms above this are rounded to `PARTS`: what follows multiplies two of them, and by a million.
    const LARGEST: i128 = 1_000_000_000_000_000;

    /// `part` of `whole`, kept between 0 and 1; `None` of a whole of nothing.
    pub fn of(part: Ratio<i128>, whole: Ratio<i128>) -> Option<Share> {
        let share = Share(part.checked_div(&whole)?.clamp(Ratio::from(0), Ratio::from(1)));
        if *share.0.denom() <= Self::LARGEST {
            return Some(share);
        }
        let parts = share.in_parts().max(i128::from(share > Share::ZERO));
        Some(Share(Ratio::new(parts, Self::PARTS)))
    }

    /// `part` of `whole` counted things; `None` of no things.
    pub fn of_counts(part: i64, whole: i64) -> Option<Share> {
        Share::of(Ratio::from(i128::from(part)), Ratio::from(i128::from(whole)))
    }

    /// The weighted mean; `None` of no shares.
    pub fn mean(shares: impl Iterator<Item = (Share, Ratio<i128>)> + Clone) -> Option<Share> {
        let exact = shares.clone().try_fold(
            (Ratio::from(0), Ratio::from(0)),
            |(sum, weights): (Ratio<i128>, Ratio<i128>), (share, weight)| {
                Some((sum.checked_add(&share.0.checked_mul(&weight)?)?, weights.checked_add(&weight)?))
            },
        );
        match exact {
            Some((sum, weights)) => Share::of(sum, weights),
            None => Share::rounded_mean(shares),
        }
    }

    /// The mean in fixed parts: the order of the shares changes nothing, and no denominator grows.
    pub fn rounded_mean(shares: impl Iterator<Item = (Share, Ratio<i128>)>) -> Option<Share> {
        let mut mean = Mean::default();
        shares.for_each(|(share, weight)| mean.add(share, weight));
        mean.share()
    }

    fn in_parts(self) -> i128 {
        let scaled = i128::checked_mul(*self.0.numer(), Self::PARTS).map(|scaled| scaled / self.0.denom());
        scaled.unwrap_or_else(|| self.0.numer() / (self.0.denom() / Self::PARTS))
    }

    /// By how much `self` exceeds `other`, compared with a threshold.
    pub fn exceeds_by(self, other: Share, threshold: Ratio<i128>) -> bool {
        let exact = threshold.checked_add(&other.0).map(|bar| self.0.cmp(&bar));
        exact.is_some_and(|ordering| ordering != Ordering::Less)
    }

    /// The share as a number with so many digits after the point, never rounded up to 1 or down to 0.
    pub fn rounded(self, digits: u32) -> f64 {
        let parts = 10_i128.pow(digits);
        let scaled = (self.0 * parts).round().to_integer();
        let kept = match scaled {
            0 if self > Share::ZERO => 1,
            all if all == parts && self < Share::ONE => parts - 1,
            scaled => scaled,
        };
        kept as f64 / parts as f64
    }

    /// The share in percent with one digit after the point, never rounded up to 100 or down to 0: `66.3%`, `100%`.
    pub fn percent(self) -> String {
        let tenths = self.rounded(3) * 100.0;
        if self == Share::ZERO || self == Share::ONE { format!("{tenths:.0}%") } else { format!("{tenths:.1}%") }
    }

    /// The difference to another share, in percentage points with one digit after the point.
    pub fn points_above(self, other: Share) -> String {
        let tenths = ((self.0 - other.0) * 1000).round().to_integer();
        format!("{:.1}", tenths as f64 / 10.0)
    }
}

/// A weighted mean of shares that is still being summed up, in fixed parts: neither their order nor how they are grouped
/// changes it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Mean {
    sum: i128,
    weights: i128,
}

impl Mean {
    /// Takes a share with its weight.
    pub fn add(&mut self, share: Share, weight: Ratio<i128>) {
        let weight = (weight * 1_000_000).to_integer();
        self.sum += share.in_parts() * weight;
        self.weights += weight;
    }

    /// Takes what others have summed up.
    pub fn merge(&mut self, other: Mean) {
        self.sum += other.sum;
        self.weights += other.weights;
    }

    /// The mean; `None` of no shares.
    pub fn share(self) -> Option<Share> {
        Share::of(Ratio::from(self.sum), Ratio::from(self.weights) * Ratio::from(Share::PARTS))
    }
}

impl serde::Serialize for Share {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rounded = self.rounded(6);
        // Whole shares are written 0 and 1, as any JSON writer would write a count.
        match rounded {
            0.0 => serializer.serialize_u8(0),
            1.0 => serializer.serialize_u8(1),
            rounded => serializer.serialize_f64(rounded),
        }
    }
}

impl schemars::JsonSchema for Share {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Share".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number", "minimum": 0, "maximum": 1 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(part: i64, whole: i64) -> Share {
        Share::of_counts(part, whole).unwrap()
    }

    #[test]
    fn a_percentage_never_rounds_to_all_or_nothing() {
        for (part, whole, percent, six) in [
            (0, 3, "0%", 0.0),
            (1, 100_000_000, "0.1%", 0.000001),
            (61, 92, "66.3%", 0.663043),
            (101, 128, "78.9%", 0.789063),
            (99_999_999, 100_000_000, "99.9%", 0.999999),
            (3, 3, "100%", 1.0),
            (5, 3, "100%", 1.0),
            (-1, 3, "0%", 0.0),
        ] {
            assert_eq!(share(part, whole).percent(), percent, "{part}/{whole}");
            assert_eq!(share(part, whole).rounded(6), six, "{part}/{whole}");
        }
        assert_eq!(Share::of_counts(1, 0), None);
    }

    #[test]
    fn thresholds_are_exact() {
        let tenth = Ratio::new(1, 10);
        assert!(share(5, 10).exceeds_by(share(4, 10), tenth));
        assert!(share(1, 3).exceeds_by(share(7, 30), tenth));
        assert!(!share(499_999, 1_000_000).exceeds_by(share(4, 10), tenth));
    }

    /// Any two numbers that a plan may hold make a share that can be shown and compared.
    #[test]
    fn unwieldy_numbers_stay_shares() {
        let number = |text: &str| text.parse::<crate::plan::Quantity>().unwrap().ratio();
        let odd =
            ["999999999999.999989", "999999999988.999999", "0.000001", "999999999999999.999999", "281474976710.655999"];
        let shares: Vec<Share> =
            odd.iter().flat_map(|part| odd.map(|whole| Share::of(number(part), number(whole)).unwrap())).collect();
        for (one, other) in shares.iter().flat_map(|one| shares.iter().map(move |other| (*one, *other))) {
            let mean = Share::mean([(one, Ratio::from(1)), (other, Ratio::new(1, 3))].into_iter()).unwrap();
            for share in [one, other, mean] {
                assert!((0.0..=1.0).contains(&share.rounded(6)), "{share:?}");
                assert!(!share.percent().starts_with('-'), "{share:?}");
            }
            assert_eq!(one.exceeds_by(other, Ratio::from(0)), one >= other, "{one:?} {other:?}");
        }
    }

    #[test]
    fn a_mean_survives_numbers_that_do_not_fit() {
        let odd = (1..60_i128).map(|n| (Share::of(Ratio::from(n), Ratio::from(n * 7919 + 1)).unwrap(), Ratio::from(1)));
        let mean = Share::mean(odd.clone()).unwrap();
        assert_eq!(mean.rounded(6), Share::rounded_mean(odd).unwrap().rounded(6));
        assert_eq!(
            Share::mean([(Share::ONE, Ratio::new(1, 2)), (Share::ZERO, Ratio::from(1))].into_iter()),
            Some(share(1, 3))
        );
        assert_eq!(Share::mean(std::iter::empty()), None);
    }
}
