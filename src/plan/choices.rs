//! The words of the rules that are one of a few.

use super::head::{Closing, Colour, Coverage, OnDayOff, Reporting};
use crate::words::{Term, Worded, terms};

impl Worded for Closing {
    const TERMS: &'static [Term] = terms::CLOSINGS;

    fn all() -> &'static [Closing] {
        &[Closing::Direct, Closing::Reviewed]
    }

    fn key(self) -> &'static str {
        match self {
            Closing::Direct => "direct",
            Closing::Reviewed => "reviewed",
        }
    }
}

impl Worded for OnDayOff {
    const TERMS: &'static [Term] = terms::DAYS_OFF;

    fn all() -> &'static [OnDayOff] {
        &[OnDayOff::AsIs, OnDayOff::NextWorkingDay, OnDayOff::PreviousWorkingDay]
    }

    fn key(self) -> &'static str {
        match self {
            OnDayOff::AsIs => "as_is",
            OnDayOff::NextWorkingDay => "next_working_day",
            OnDayOff::PreviousWorkingDay => "previous_working_day",
        }
    }
}

impl Worded for Coverage {
    const TERMS: &'static [Term] = terms::COVERAGES;

    fn all() -> &'static [Coverage] {
        &[Coverage::Full, Coverage::Partial]
    }

    fn key(self) -> &'static str {
        match self {
            Coverage::Full => "full",
            Coverage::Partial => "partial",
        }
    }
}

impl Worded for Reporting {
    const TERMS: &'static [Term] = terms::REPORTINGS;

    fn all() -> &'static [Reporting] {
        &[Reporting::Weekly, Reporting::Monthly, Reporting::Quarterly]
    }

    fn key(self) -> &'static str {
        match self {
            Reporting::Weekly => "weekly",
            Reporting::Monthly => "monthly",
            Reporting::Quarterly => "quarterly",
        }
    }
}

impl Worded for Colour {
    const TERMS: &'static [Term] = terms::COLOURS;

    fn all() -> &'static [Colour] {
        &[Colour::Blue, Colour::Green, Colour::Yellow, Colour::Red, Colour::Grey, Colour::Magenta, Colour::Cyan]
    }

    fn key(self) -> &'static str {
        match self {
            Colour::Blue => "blue",
            Colour::Green => "green",
            Colour::Yellow => "yellow",
            Colour::Red => "red",
            Colour::Grey => "grey",
            Colour::Magenta => "magenta",
            Colour::Cyan => "cyan",
        }
    }
}
