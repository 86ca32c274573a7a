//! The codes of the rules.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

use crate::assess::reason::AlertCode;
use crate::words::{Term, Worded};

use super::{CODES, TERMS};

impl AlertCode {
    /// Every code, in the order in which the rules are asked.
    pub const ALL: &[AlertCode] = CODES;
}

impl Worded for AlertCode {
    const TERMS: &'static [Term] = TERMS;

    fn all() -> &'static [AlertCode] {
        CODES
    }

    fn key(self) -> &'static str {
        self.0.key
    }
}

impl JsonSchema for AlertCode {
    fn schema_name() -> Cow<'static, str> {
        "AlertCode".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let keys: Vec<&str> = TERMS.iter().map(|term| term.key).collect();
        json_schema!({ "type": "string", "enum": keys })
    }
}
