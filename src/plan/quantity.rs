//! Numbers as the files write them: exact decimals.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use num_rational::Ratio;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// An exact decimal number, at most 15 digits before the point and 6 after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quantity(Decimal);

/// Why a text is not a quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a number is written in digits, at most 15 before the point and 6 after it")]
pub struct QuantityFault;

impl Quantity {
    /// Nothing yet.
    pub const ZERO: Quantity = Quantity(Decimal::ZERO);
    const MOST: i64 = 1_000_000_000_000_000;
    const DECIMALS: u32 = 6;

    /// A count.
    pub fn count(items: usize) -> Quantity {
        Quantity(Decimal::from(items))
    }

    /// The number as an exact fraction.
    pub fn ratio(self) -> Ratio<i128> {
        Ratio::new(self.0.mantissa(), 10_i128.pow(self.0.scale()))
    }

    /// The hundredth part of the number.
    pub fn hundredth(self) -> Quantity {
        Quantity(self.0 / Decimal::ONE_HUNDRED)
    }

    /// The sum of two numbers, exactly: there is room for that of ten million of the greatest.
    pub fn plus(self, other: Quantity) -> Quantity {
        Quantity(self.0.saturating_add(other.0))
    }

    /// What is left of the number without another, exactly.
    pub fn minus(self, other: Quantity) -> Quantity {
        Quantity(self.0.saturating_sub(other.0))
    }

    /// A tenth of it; `None` where that has more decimals than are kept.
    pub(crate) fn tenth(self) -> Option<Quantity> {
        let tenth = (self.0 / Decimal::TEN).normalize();
        (tenth.scale() <= Self::DECIMALS).then_some(Quantity(tenth))
    }

    /// Ten times the number: a figure that large is a slip of a unit rather than a result.
    pub fn tenfold(self) -> Quantity {
        Quantity(self.0 * Decimal::TEN)
    }
}

impl FromStr for Quantity {
    type Err = QuantityFault;

    fn from_str(text: &str) -> Result<Quantity, QuantityFault> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let shaped = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            && digits.starts_with(|first: char| first.is_ascii_digit())
            && digits.ends_with(|last: char| last.is_ascii_digit());
        let number = if shaped { Decimal::from_str(text).ok() } else { None }.ok_or(QuantityFault)?;
        if number.scale() > Self::DECIMALS || number.abs() >= Decimal::from(Self::MOST) {
            return Err(QuantityFault);
        }
        Ok(Quantity(number))
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0.normalize(), f)
    }
}

/// As a JSON number: whole where it is whole.
impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.0.is_integer(), self.0.to_i64(), self.0.to_f64()) {
            (true, Some(whole), _) => serializer.serialize_i64(whole),
            (_, _, Some(number)) => serializer.serialize_f64(number),
            (_, _, None) => serializer.serialize_none(),
        }
    }
}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Quantity, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

impl JsonSchema for Quantity {
    fn schema_name() -> Cow<'static, str> {
        "Quantity".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number" })
    }
}

/// A number or a word: what a metric's target, baseline or reported value may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scalar {
    /// A number.
    Number(Quantity),
    /// Anything else: a grade, or a mistake.
    Word(String),
}

impl Scalar {
    /// The scalar that a text means.
    pub fn new(text: &str) -> Scalar {
        text.parse().map_or_else(|_| Scalar::Word(text.to_owned()), Scalar::Number)
    }
}

impl fmt::Display for Scalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Scalar::Number(number) => fmt::Display::fmt(number, f),
            Scalar::Word(word) => f.pad(word),
        }
    }
}

impl Serialize for Scalar {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Scalar::Number(number) => number.serialize(serializer),
            Scalar::Word(word) => serializer.serialize_str(word),
        }
    }
}

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Scalar, D::Error> {
        Ok(Scalar::new(&Cow::<str>::deserialize(deserializer)?))
    }
}

impl JsonSchema for Scalar {
    fn schema_name() -> Cow<'static, str> {
        "Scalar".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["number", "string"] })
    }
}

/// How much a task or a metric counts in a mean: a number above 0; 1 where nothing is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight(Quantity);

impl Weight {
    /// The weight as an exact fraction.
    pub fn ratio(self) -> Ratio<i128> {
        self.0.ratio()
    }
}

impl fmt::Display for Weight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Default for Weight {
    fn default() -> Self {
        Weight(Quantity::count(1))
    }
}

impl FromStr for Weight {
    type Err = QuantityFault;

    fn from_str(text: &str) -> Result<Weight, QuantityFault> {
        let number: Quantity = text.parse()?;
        if number > Quantity::ZERO && number <= Quantity::count(1000) { Ok(Weight(number)) } else { Err(QuantityFault) }
    }
}

impl Serialize for Weight {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Weight {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Weight, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

impl JsonSchema for Weight {
    fn schema_name() -> Cow<'static, str> {
        "Weight".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number", "exclusiveMinimum": 0, "maximum": 1000 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantity_is_plain_digits() {
        for (text, shown) in [("61", "61"), ("66.50", "66.5"), ("-3", "-3"), ("0", "0"), ("007", "7")] {
            assert_eq!(text.parse::<Quantity>().unwrap().to_string(), shown);
        }
        for text in [
            "",
            "1e3",
            "1,447",
            "６１",
            "61户",
            "66%",
            ".5",
            "5.",
            "1_000",
            "0x10",
            "1.2345678",
            "1000000000000000",
            "--1",
            ".inf",
        ] {
            assert_eq!(text.parse::<Quantity>(), Err(QuantityFault), "{text}");
        }
    }

    #[test]
    fn a_weight_is_above_zero() {
        assert!("0".parse::<Weight>().is_err());
        assert!("0.5".parse::<Weight>().is_ok());
        assert!("-1".parse::<Weight>().is_err());
        assert!("1001".parse::<Weight>().is_err());
    }
}
