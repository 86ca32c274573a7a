//! What the charts show: the wall chart, the burn-up, the lights week by week. Typed reports, as every other.

mod axis;
mod burnup;
mod edition;
mod lights;
mod periods;
mod public;
mod wall;
mod weeks;

pub use axis::{DaysOff, TimeAxis};
pub use burnup::{Burnup, BurnupPoint, PacePoint, burnup};
pub use edition::Edition;
pub use lights::{LightsByWeek, LightsPoint, lights_by_week};
pub use periods::WallPeriod;
pub use public::{public_burnup, public_lights, public_wall};
pub use wall::{Wall, WallBy, WallCheckpoint, WallGroup, WallRow, WallTarget, wall};
pub use weeks::{ChartFacts, WeekCounts, told_days, week_ago, week_ends, weeks};
