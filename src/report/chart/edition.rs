//! For whom a chart is.

use schemars::JsonSchema;
use serde::Serialize;

/// For whom a chart is, and so what it may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Edition {
    /// The office: everything.
    Office,
    /// The public: neither leads nor progress, nor lights.
    Public,
    /// The public, with lights: the plan allows them.
    PublicWithLights,
}

impl Edition {
    /// Whether leads, progress and checkpoints are part of it.
    pub fn shows_standing(self) -> bool {
        match self {
            Edition::Office => true,
            Edition::Public | Edition::PublicWithLights => false,
        }
    }

    /// Whether lights are part of it.
    pub fn shows_lights(self) -> bool {
        match self {
            Edition::Office | Edition::PublicWithLights => true,
            Edition::Public => false,
        }
    }
}
