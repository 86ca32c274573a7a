//! Labels on one line that get out of each other's way.

/// A line on which labels are set; what is taken stays free of others.
#[derive(Debug, Clone)]
pub(crate) struct Lane {
    left: i32,
    right: i32,
    taken: Vec<(i32, i32)>,
}

/// So much stays free between two labels.
const GAP: i32 = 8;

impl Lane {
    /// A free line from `left` to `right`.
    pub(crate) fn new(left: i32, right: i32) -> Lane {
        Lane { left, right, taken: Vec::new() }
    }

    /// Keeps labels away from a span.
    pub(crate) fn take(&mut self, from: i32, to: i32) {
        self.taken.push((from, to));
    }

    /// Where a label for the mark at `x` begins, if there is room for it in the middle under the mark, at the edge of
    /// the line beside it, or with an end at it; the room is then taken.
    pub(crate) fn place(&mut self, x: i32, width: i32) -> Option<i32> {
        let middle = x - width / 2;
        let near = [middle, middle.min(self.right - width).max(self.left), x - 12, x - width + 12];
        let start = near.into_iter().find(|start| self.is_free(*start, start + width))?;
        self.take(start, start + width);
        Some(start)
    }

    /// Where a label for the mark at `x` begins, as near to the middle under it as there is room, but with no more than
    /// `near` between the two; the room is then taken.
    pub(crate) fn near(&mut self, x: i32, width: i32, near: i32) -> Option<i32> {
        let beside = self.taken.iter().flat_map(|(from, to)| [to + GAP, from - GAP - width]);
        let starts = [x - width / 2, self.left, self.right - width].into_iter().chain(beside);
        let free = starts.filter(|start| self.is_free(*start, start + width));
        let start = free.min_by_key(|start| (start + width / 2 - x).abs())?;
        let apart = (start - x).max(x - start - width);
        (apart <= near).then(|| {
            self.take(start, start + width);
            start
        })
    }

    fn is_free(&self, from: i32, to: i32) -> bool {
        self.left <= from
            && to <= self.right
            && self.taken.iter().all(|(taken_from, taken_to)| to + GAP <= *taken_from || taken_to + GAP <= from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_goes_where_there_is_room() {
        let mut lane = Lane::new(0, 400);
        assert_eq!(lane.place(100, 100), Some(50));
        assert_eq!(lane.place(180, 100), Some(168));
        assert_eq!(lane.place(200, 100), None);
        assert_eq!(lane.place(395, 100), Some(300));
        assert_eq!(lane.place(10, 60), None);
        assert_eq!(lane.place(10, 42), Some(0));
    }

    #[test]
    fn a_label_stays_near_its_mark() {
        let mut lane = Lane::new(0, 400);
        lane.take(195, 205);
        assert_eq!(lane.near(100, 100, 20), Some(50));
        assert_eq!(lane.near(190, 100, 25), Some(213));
        assert_eq!(lane.near(120, 100, 20), None);
        assert_eq!(lane.near(395, 70, 20), Some(330));
        assert_eq!(lane.near(120, 28, 40), Some(158));
        assert_eq!(lane.near(5, 42, 0), Some(0));
    }
}
