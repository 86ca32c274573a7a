//! The points of those that could be had.

use std::borrow::Cow;

use num_rational::Ratio;
use num_traits::CheckedDiv;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::plan::Quantity;

/// The points of those that could be had, exactly: at most 1, below 0 where more was taken off than given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rate(Ratio<i128>);

impl Rate {
    /// So many points of so many; `None` where none could be had.
    pub fn of(points: Quantity, attainable: Quantity) -> Option<Rate> {
        points.ratio().checked_div(&attainable.ratio()).map(Rate)
    }

    /// The rate in percent with one digit after the point, never rounded up to 100: `92.3%`, `-20.0%`, `100%`.
    pub fn percent(self) -> String {
        if self.0.is_integer() {
            return format!("{}%", self.0.to_integer() * 100);
        }
        format!("{:.1}%", self.rounded(3) * 100.0)
    }

    /// The rate as a number with so many digits after the point, never rounded up to 1.
    pub fn rounded(self, digits: u32) -> f64 {
        let parts = 10_i128.pow(digits);
        let scaled = (self.0 * parts).round().to_integer();
        let kept = if scaled == parts && self.0 < Ratio::from(1) { parts - 1 } else { scaled };
        kept as f64 / parts as f64
    }
}

impl Serialize for Rate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match i64::try_from(self.0.to_integer()) {
            // A whole rate is written as any JSON writer would write a count.
            Ok(whole) if self.0.is_integer() => serializer.serialize_i64(whole),
            Ok(_) | Err(_) => serializer.serialize_f64(self.rounded(6)),
        }
    }
}

impl JsonSchema for Rate {
    fn schema_name() -> Cow<'static, str> {
        "Rate".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number", "maximum": 1 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_exact_and_never_rounded_to_all() {
        for (points, attainable, percent, six) in [
            ("48", "52", "92.3%", 0.923_077),
            ("-2", "10", "-20.0%", -0.2),
            ("0", "10", "0%", 0.0),
            ("-10", "5", "-200%", -2.0),
            ("9999.5", "10000", "99.9%", 0.99995),
            ("999999999.9", "1000000000", "99.9%", 0.999_999),
            ("7", "7", "100%", 1.0),
        ] {
            let rate = Rate::of(points.parse().unwrap(), attainable.parse().unwrap()).unwrap();
            assert_eq!((rate.percent().as_str(), rate.rounded(6)), (percent, six), "{points} of {attainable}");
        }
        assert_eq!(Rate::of(Quantity::count(3), Quantity::ZERO), None);
    }
}
