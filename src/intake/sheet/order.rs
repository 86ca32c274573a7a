//! Whether the days of a column are written month first, 04/30/2026, or day first: one that can be read in one way only tells
//! it of all, and where none does, the other columns tell it.

use crate::plan::Date;

/// The order of the numbers in days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    MonthFirst,
    DayFirst,
    /// Nothing tells it.
    Unknown,
    /// There are days of both kinds.
    Both,
}

impl Order {
    /// What cells tell.
    pub(super) fn of<'t>(cells: impl Iterator<Item = &'t str>) -> Order {
        let (mut month_first, mut day_first) = (false, false);
        for (one, other, _) in cells.filter_map(numbers) {
            month_first |= one <= 12 && other > 12;
            day_first |= other <= 12 && one > 12;
        }
        match (month_first, day_first) {
            (true, false) => Order::MonthFirst,
            (false, true) => Order::DayFirst,
            (false, false) => Order::Unknown,
            (true, true) => Order::Both,
        }
    }

    /// A cell, its day in the order of year, month and day where the file tells what it means.
    pub(super) fn told(self, cell: &str) -> String {
        // Of 13/01/26 nobody knows whether it begins with the year.
        let day = numbers(cell)
            .filter(|(.., year)| self == Order::MonthFirst || *year >= 1000)
            .filter(|(one, other, _)| *one <= 12 && *other <= 12)
            .and_then(|(one, other, year)| {
                let (month, day) = match self {
                    Order::MonthFirst => (one, other),
                    Order::DayFirst => (other, one),
                    Order::Unknown | Order::Both => return None,
                };
                let year = if year < 100 { year + 2000 } else { year };
                format!("{year:04}-{month:02}-{day:02}").parse::<Date>().ok()
            });
        day.map_or_else(|| cell.to_owned(), |day| day.to_string())
    }
}

/// The three numbers of 01/12/2026 or 1/12/26, a time of day behind them or not.
fn numbers(cell: &str) -> Option<(u32, u32, u32)> {
    let (day, time) = cell.trim().split_once(' ').unwrap_or((cell.trim(), ""));
    let day = day.trim_end_matches(',');
    let mut parts = day.split('/').map(|part| part.parse::<u32>().ok());
    let found = (parts.next()??, parts.next()??, parts.next()??);
    let is_short = |day: &str| day.rsplit_once('/').is_some_and(|(_, year)| year.len() == 2);
    let is_time = time.is_empty() || time.contains(':');
    (is_time && parts.next().is_none() && ((1000..=9999).contains(&found.2) || is_short(day))).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_day_that_can_be_read_in_one_way_tells_it_of_all() {
        for (cells, shown) in [
            (["01/12/2026", "04/30/2026"], "2026-01-12"),
            (["01/12/2026 09:00 AM", "4/30/2026"], "2026-01-12"),
            (["01/12/2026, 12:00:00 AM GMT+0", "4/30/2026"], "2026-01-12"),
            (["01/12/2026", "30/04/2026"], "2026-12-01"),
            (["01/12/2026", "05/06/2026"], "01/12/2026"),
        ] {
            assert_eq!(Order::of(cells.into_iter()).told(cells[0]), shown, "{cells:?}");
        }
        assert_eq!(Order::of(["13/01/2026", "01/13/2026"].into_iter()), Order::Both);
        assert_eq!(Order::MonthFirst.told("1/2 of the road"), "1/2 of the road");
        let short = Order::of(["3/2/26 8:00", "3/13/26 17:00"].into_iter());
        assert_eq!(short.told("3/2/26 8:00"), "2026-03-02");
        assert_eq!(Order::of(["03/02/26", "13/02/26"].into_iter()).told("03/02/26"), "03/02/26");
    }
}
