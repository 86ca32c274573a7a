//! The three states of a thing that is merged.

/// What a thing was, and what each side has made of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sides<T> {
    /// What both began with.
    pub(super) base: T,
    /// What our side has made of it.
    pub(super) ours: T,
    /// What their side has made of it.
    pub(super) theirs: T,
}

impl<T> Sides<T> {
    /// Does the same with each.
    pub(super) fn map<U>(self, mut act: impl FnMut(T) -> U) -> Sides<U> {
        Sides { base: act(self.base), ours: act(self.ours), theirs: act(self.theirs) }
    }

    /// All three by reference.
    pub(super) fn as_ref(&self) -> Sides<&T> {
        Sides { base: &self.base, ours: &self.ours, theirs: &self.theirs }
    }

    /// All three in order.
    pub(super) fn each(&self) -> [&T; 3] {
        [&self.base, &self.ours, &self.theirs]
    }

    /// Each with its other half.
    pub(super) fn zip<U>(self, other: Sides<U>) -> Sides<(T, U)> {
        Sides { base: (self.base, other.base), ours: (self.ours, other.ours), theirs: (self.theirs, other.theirs) }
    }
}

impl<T> Sides<Option<T>> {
    /// All three, where none is missing.
    pub(super) fn whole(self) -> Option<Sides<T>> {
        Some(Sides { base: self.base?, ours: self.ours?, theirs: self.theirs? })
    }
}

impl<T: PartialEq> Sides<T> {
    /// What both sides agree on, or the one that alone was changed; `None` where both were, differently.
    pub(super) fn settled(self) -> Option<T> {
        settle(self, |one, other| one == other)
    }
}

/// The same, with another way to compare.
pub(super) fn settle<T>(sides: Sides<T>, same: impl Fn(&T, &T) -> bool) -> Option<T> {
    if same(&sides.ours, &sides.theirs) || same(&sides.base, &sides.theirs) {
        return Some(sides.ours);
    }
    same(&sides.base, &sides.ours).then_some(sides.theirs)
}
