//! What leads round in circles.

/// The points that lead to each other, each set once; of every point it is said where it leads. These are the strongly connected
/// parts (Tarjan), found without recursion: a chain may be as long as a plan.
pub(super) fn knots(ways: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut walk = Walk { marks: vec![Mark::default(); ways.len()], met: 0, waiting: Vec::new(), knots: Vec::new() };
    for start in 0..ways.len() {
        walk.from(start, ways);
    }
    walk.knots
}

/// A point on Tarjan's way.
#[derive(Clone, Copy, Default)]
struct Mark {
    /// When it was met, from 1; 0 for not yet.
    met: usize,
    /// The earliest met point that it leads back to.
    low: usize,
    /// How many of its ways on were followed.
    followed: usize,
    waiting: bool,
}

struct Walk {
    marks: Vec<Mark>,
    met: usize,
    waiting: Vec<usize>,
    knots: Vec<Vec<usize>>,
}

impl Walk {
    fn from(&mut self, start: usize, ways: &[Vec<usize>]) {
        if self.mark(start).met > 0 {
            return;
        }
        let mut path = vec![start];
        self.meet(start);
        while let Some(at) = path.last().copied() {
            let followed = self.mark(at).followed;
            match ways.get(at).and_then(|next| next.get(followed)).copied() {
                Some(next) => {
                    self.change(at, |mark| mark.followed += 1);
                    let known = self.mark(next);
                    if known.met == 0 {
                        self.meet(next);
                        path.push(next);
                    } else if known.waiting {
                        self.change(at, |mark| mark.low = mark.low.min(known.met));
                    }
                }
                None => {
                    path.pop();
                    let low = self.mark(at).low;
                    if let Some(before) = path.last().copied() {
                        self.change(before, |mark| mark.low = mark.low.min(low));
                    }
                    if low == self.mark(at).met {
                        self.close(at);
                    }
                }
            }
        }
    }

    fn meet(&mut self, at: usize) {
        self.met += 1;
        let met = self.met;
        self.change(at, |mark| *mark = Mark { met, low: met, followed: 0, waiting: true });
        self.waiting.push(at);
    }

    fn close(&mut self, at: usize) {
        let start = self.waiting.iter().rposition(|waiting| *waiting == at).unwrap_or(0);
        let knot = self.waiting.split_off(start);
        for member in &knot {
            self.change(*member, |mark| mark.waiting = false);
        }
        self.knots.push(knot);
    }

    fn mark(&self, at: usize) -> Mark {
        self.marks.get(at).copied().unwrap_or_default()
    }

    fn change(&mut self, at: usize, change: impl FnOnce(&mut Mark)) {
        if let Some(mark) = self.marks.get_mut(at) {
            change(mark);
        }
    }
}
