//! The colours in which lights are seen: one palette for pages, charts, workbooks and terminals. A tone has one colour of its own
//! with words on it, a pale one behind dark words and marks, and one for words alone, by day and by night.

use anstyle::AnsiColor;

use super::Tone;

/// The colours of a tone, as `0xrrggbb`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Colours {
    /// In a terminal, as the reader has set it up.
    pub(super) terminal: AnsiColor,
    /// In a chart: lines and marks, and what they fill.
    pub(crate) drawn: Drawn,
    /// On a badge, a bar or a cell.
    pub(crate) sheet: Sheet,
    /// Words and lines on a dark page; on a light one they are `drawn.dark`.
    pub(crate) night: u32,
}

/// A tone's lines and marks, and the paler areas which they bound.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Drawn {
    pub(crate) dark: u32,
    pub(crate) pale: u32,
}

/// A tone's areas with words on them.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(not(feature = "xlsx"), allow(dead_code, reason = "only workbooks read all of it"))]
pub(crate) struct Sheet {
    /// Behind black words; light, so that they can be read in black and white too.
    pub(super) behind: u32,
    /// For bars and marks; each darker or lighter than the others, so that a copy in black and white tells them apart.
    pub(crate) solid: u32,
    /// For words on `solid`.
    pub(crate) on_solid: u32,
}

/// What is finished, in a chart.
pub(crate) const BLUE: u32 = 0x1f5fa8;
/// A mean, in a chart.
pub(crate) const YELLOW: u32 = 0x7a5600;
/// Words and marks on white.
pub(super) const BLACK: u32 = 0;
/// Paper.
pub(super) const WHITE: u32 = 0xffffff;

/// The colours of a tone that has one.
pub(crate) fn colours(tone: Tone) -> Option<Colours> {
    let (terminal, (dark, pale), (solid, on_solid), night) = match tone {
        Tone::Plain | Tone::Strong | Tone::Faint => return None,
        Tone::Blue => (AnsiColor::BrightBlue, (BLUE, 0xcfe0f5), (0x4072b8, WHITE), 0x8fbdf3),
        Tone::Green => (AnsiColor::Green, (0x20703f, 0xdcefd2), (0x8cc06c, BLACK), 0x84d3a0),
        Tone::Yellow => (AnsiColor::Yellow, (YELLOW, 0xffeeaa), (0xffd23f, BLACK), 0xffd76a),
        Tone::Red => (AnsiColor::Red, (0xb3140f, 0xf8cdc8), (0xb81d13, WHITE), 0xff9d94),
        Tone::Grey => (AnsiColor::BrightBlack, (0x5a5f68, 0xeeeeee), (0xc4c7cc, BLACK), 0xa4abb6),
        Tone::Magenta => (AnsiColor::Magenta, (0x8b2a78, 0xefcdec), (0x863a8e, WHITE), 0xe6a3d8),
        Tone::Cyan => (AnsiColor::Cyan, (0x0b6474, 0xcdeef2), (0x6fb9c8, BLACK), 0x7fd0de),
    };
    let sheet = Sheet { behind: pale, solid, on_solid };
    Some(Colours { terminal, drawn: Drawn { dark, pale }, sheet, night })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TONES: [Tone; 7] = [Tone::Blue, Tone::Green, Tone::Yellow, Tone::Red, Tone::Grey, Tone::Magenta, Tone::Cyan];

    /// How bright a colour is, as WCAG reckons it.
    fn brightness(colour: u32) -> f64 {
        let linear = |part: u32| {
            let part = f64::from(part & 0xff) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour)
    }

    fn contrast(one: u32, other: u32) -> f64 {
        let (one, other) = (brightness(one), brightness(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn words_can_be_read_on_every_colour_and_in_every_colour() {
        for tone in TONES {
            let Colours { drawn, sheet, night, .. } = colours(tone).unwrap();
            for (words, behind) in [
                (sheet.on_solid, sheet.solid),
                (drawn.dark, WHITE),
                (drawn.dark, drawn.pale),
                (BLACK, sheet.behind),
                // The darkest and the lightest paper of the pages, and what lies behind their tables' heads.
                (drawn.dark, 0xf3f0ea),
                (night, 0x15181c),
                (night, 0x23282f),
            ] {
                assert!(contrast(words, behind) >= 4.5, "{tone:?}: {words:06x} on {behind:06x}");
            }
        }
    }

    #[test]
    fn yellow_is_yellow() {
        let Colours { sheet, .. } = colours(Tone::Yellow).unwrap();
        assert!(brightness(sheet.solid) > 0.6 && sheet.on_solid == BLACK);
    }

    #[test]
    fn a_copy_in_black_and_white_tells_the_lights_apart() {
        let order = [Tone::Red, Tone::Blue, Tone::Green, Tone::Grey, Tone::Yellow];
        let grey = order.map(|tone| brightness(colours(tone).unwrap().sheet.solid));
        assert!(grey.windows(2).all(|pair| pair[0] + 0.05 < pair[1]), "{grey:?}");
    }
}
