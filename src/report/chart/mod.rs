//! What the charts show: the wall chart, the burn-up, the lights week by week. Typed reports, as every other.

mod axis;
mod burnup;
mod lights;
mod public;
mod wall;
mod weeks;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::Light;

pub use axis::{DaysOff, TimeAxis};
pub use burnup::{Burnup, BurnupPoint, PacePoint, burnup};
pub use lights::{LightsByWeek, LightsPoint, lights_by_week};
pub use public::{public_burnup, public_lights, public_wall};
pub use wall::{Wall, WallBy, WallCheckpoint, WallGroup, WallRow, WallTarget, wall};
pub use weeks::{ChartFacts, WeekCounts, told_days, week_ends, weeks};

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

/// How many tasks have which light.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LightCounts {
    /// How many tasks there are, without those called off.
    pub tasks: usize,
    /// Finished.
    pub blue: usize,
    /// Nothing is wrong.
    pub green: usize,
    /// A warning.
    pub yellow: usize,
    /// Something critical.
    pub red: usize,
    /// Never heard of.
    pub grey: usize,
    /// Called off.
    pub cancelled: usize,
}

impl LightCounts {
    /// Counts lights; `None` is a task that was called off.
    pub fn of(lights: impl Iterator<Item = Option<Light>>) -> LightCounts {
        let mut counts = LightCounts::default();
        for light in lights {
            let slot = match light {
                Some(Light::Blue) => &mut counts.blue,
                Some(Light::Green) => &mut counts.green,
                Some(Light::Yellow) => &mut counts.yellow,
                Some(Light::Red) => &mut counts.red,
                Some(Light::Grey) => &mut counts.grey,
                None => &mut counts.cancelled,
            };
            *slot += 1;
            counts.tasks += usize::from(light.is_some());
        }
        counts
    }

    /// How many tasks have that light.
    pub fn count(&self, light: Light) -> usize {
        match light {
            Light::Blue => self.blue,
            Light::Green => self.green,
            Light::Yellow => self.yellow,
            Light::Red => self.red,
            Light::Grey => self.grey,
        }
    }
}
