//! The colours in which lights are seen, of every medium side by side. They differ where the medium demands it: a screen has
//! its own sixteen; a chart is copied in black and white; a sheet's colours stand behind words; a page has a dark side.

use anstyle::AnsiColor;

use super::Tone;

/// The colours of a tone, as `0xrrggbb`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Colours {
    /// In a terminal, as the reader has set it up.
    pub(super) terminal: AnsiColor,
    /// In a chart: lines and marks, and what they fill.
    pub(crate) drawn: Drawn,
    /// In a workbook.
    #[cfg_attr(not(feature = "xlsx"), expect(dead_code, reason = "only workbooks read it"))]
    pub(super) sheet: Sheet,
    /// On a page of a site, by day and by night.
    pub(crate) page: Page,
}

/// A tone's colours in a chart.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Drawn {
    pub(crate) dark: u32,
    pub(crate) pale: u32,
}

/// A tone's colours on a page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Page {
    pub(crate) day: u32,
    pub(crate) night: u32,
}

/// A tone's colours in a workbook.
#[cfg_attr(not(feature = "xlsx"), expect(dead_code, reason = "only workbooks read it"))]
#[derive(Debug, Clone, Copy)]
pub(super) struct Sheet {
    /// Behind black words; light, so that they can be read in black and white too.
    pub(super) behind: u32,
    /// For bars and marks; each darker or lighter than the others, so that a copy in black and white tells them apart.
    pub(super) solid: u32,
    /// For words on `solid`.
    pub(super) on_solid: u32,
}

/// What is finished, in a chart.
pub(crate) const BLUE: u32 = 0x1f5fa8;
/// A mean, in a chart.
pub(crate) const YELLOW: u32 = 0x8a6100;
/// Words and marks on white.
pub(super) const BLACK: u32 = 0;
/// Paper.
pub(super) const WHITE: u32 = 0xffffff;

/// The colours of a tone that has one.
pub(crate) fn colours(tone: Tone) -> Option<Colours> {
    let (terminal, (dark, pale), (behind, solid, on_solid), (day, night)) = match tone {
        Tone::Plain | Tone::Strong | Tone::Faint => return None,
        Tone::Blue => (AnsiColor::BrightBlue, (BLUE, 0xa9c8ea), (0xd6e4f5, 0x4676be, WHITE), (0x1a5a9e, 0x8fbdf3)),
        Tone::Green => (AnsiColor::Green, (0x2e7d32, 0xe4f2e2), (0xdcefd2, 0x8cc06c, BLACK), (0x176a3c, 0x84d3a0)),
        Tone::Yellow => (AnsiColor::Yellow, (YELLOW, 0xffe9a6), (0xffeeaa, 0xffe280, BLACK), (0x835500, 0xe7c46a)),
        Tone::Red => (AnsiColor::Red, (0xb3140f, 0xf8cdc8), (0xf8c4bc, 0xb81d13, WHITE), (0xb0221c, 0xff9d94)),
        Tone::Grey => (AnsiColor::BrightBlack, (0x5c5c5c, WHITE), (0xe6e6e6, 0xbfbfbf, BLACK), (0x5a6270, 0xa4abb6)),
        Tone::Magenta => (AnsiColor::Magenta, (0x8e1f86, 0xefcdec), (0xeed8f0, 0x863a8e, WHITE), (0x8b2a78, 0xe6a3d8)),
        Tone::Cyan => (AnsiColor::Cyan, (0x006f7d, 0xcdeef2), (0xd4eef2, 0x3c96a8, BLACK), (0x0b6474, 0x7fd0de)),
    };
    Some(Colours {
        terminal,
        drawn: Drawn { dark, pale },
        sheet: Sheet { behind, solid, on_solid },
        page: Page { day, night },
    })
}
