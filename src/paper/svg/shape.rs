//! What stands on a page: shapes and texts, in whole tenths of a millimetre of the paper they are laid out for.

/// A colour, as `0xrrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Colour(pub(crate) u32);

/// The paper's own colour.
pub(crate) const WHITE: Colour = Colour(0xff_ff_ff);

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Area {
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) width: i32,
    pub(crate) height: i32,
}

impl Area {
    /// A rectangle by its corner and size.
    pub(crate) fn new(x: i32, y: i32, width: i32, height: i32) -> Area {
        Area { x, y, width, height }
    }

    /// Where it ends on the right.
    pub(crate) fn right(&self) -> i32 {
        self.x + self.width
    }

    /// Where it ends below.
    pub(crate) fn bottom(&self) -> i32 {
        self.y + self.height
    }
}

/// How an outline and what is in it are drawn.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Ink {
    pub(crate) fill: Option<Colour>,
    pub(crate) stroke: Option<Colour>,
    pub(crate) width: i32,
    /// How long a dash is, and the gap after it.
    pub(crate) dash: Option<[i32; 2]>,
}

impl Ink {
    /// Filled.
    pub(crate) fn fill(colour: Colour) -> Ink {
        Ink { fill: Some(colour), ..Ink::default() }
    }

    /// Outlined.
    pub(crate) fn stroke(colour: Colour, width: i32) -> Ink {
        Ink { stroke: Some(colour), width, ..Ink::default() }
    }

    /// Filled and outlined.
    pub(crate) fn both(fill: Colour, stroke: Colour, width: i32) -> Ink {
        Ink { fill: Some(fill), ..Ink::stroke(stroke, width) }
    }

    /// Outlined with dashes.
    pub(crate) fn dashed(self, dash: i32, gap: i32) -> Ink {
        Ink { dash: Some([dash, gap]), ..self }
    }
}

/// A line of straight parts. It begins with `start`, which also begins another line of the same path.
#[derive(Debug, Clone, Default)]
pub(crate) struct Path {
    pub(crate) steps: Vec<Step>,
}

/// One part of a path, named as SVG has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// `M`: begins here.
    Start(i32, i32),
    /// `L`: a line to here.
    Line(i32, i32),
    /// `H`: a line to this x.
    Across(i32),
    /// `V`: a line to this y.
    DownTo(i32),
    /// `v`: a line so far down.
    DownBy(i32),
    /// `Z`: a line to where it began.
    Close,
}

impl Path {
    /// Begins a line.
    pub(crate) fn start(self, x: i32, y: i32) -> Path {
        self.with(Step::Start(x, y))
    }

    /// On to a point.
    pub(crate) fn line(self, x: i32, y: i32) -> Path {
        self.with(Step::Line(x, y))
    }

    /// On to the left or right.
    pub(crate) fn across(self, x: i32) -> Path {
        self.with(Step::Across(x))
    }

    /// On up or down.
    pub(crate) fn down_to(self, y: i32) -> Path {
        self.with(Step::DownTo(y))
    }

    /// So far down.
    pub(crate) fn down_by(self, height: i32) -> Path {
        self.with(Step::DownBy(height))
    }

    /// Back to where the line began.
    pub(crate) fn close(self) -> Path {
        self.with(Step::Close)
    }

    fn with(mut self, step: Step) -> Path {
        self.steps.push(step);
        self
    }
}

/// Which part of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// A text on its base line.
#[derive(Debug, Clone)]
pub(crate) struct Text {
    pub(crate) at: (i32, i32),
    pub(crate) size: i32,
    pub(crate) anchor: Anchor,
    pub(crate) colour: Colour,
    pub(crate) text: String,
    /// How wide it has to be drawn, where nobody knows how wide its letters are.
    pub(crate) length: Option<i32>,
}

/// One thing on a page.
#[derive(Debug, Clone)]
pub(crate) enum Shape {
    Rect(Area, Ink),
    Path(Path, Ink),
    Circle { centre: (i32, i32), radius: i32, ink: Ink },
    Text(Text),
}

/// A page's size: on paper in millimetres, and in the units that are drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sheet {
    pub(crate) width_mm: i32,
    pub(crate) height_mm: i32,
    pub(crate) width: i32,
    pub(crate) height: i32,
}
