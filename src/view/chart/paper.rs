//! What a chart is printed on.

/// The paper of a wall chart, landscape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 420 × 297 mm: to be read from half a metre.
    A3,
    /// 1189 × 841 mm: the same sheet nearly three times as large, to be read from two metres.
    A0,
}

impl Paper {
    /// Width and height in millimetres.
    pub fn millimetres(self) -> (i32, i32) {
        match self {
            Paper::A3 => (420, 297),
            Paper::A0 => (1189, 841),
        }
    }
}
