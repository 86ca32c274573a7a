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

    /// Where a label begins that has to begin at `x`, if there is room for it; the room is then taken.
    pub(crate) fn place_at(&mut self, x: i32, width: i32) -> Option<i32> {
        self.is_free(x, x + width).then(|| {
            self.take(x, x + width);
            x
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
        assert_eq!(lane.place_at(390, 20), None);
        assert_eq!(lane.place_at(276, 10), Some(276));
    }
}
