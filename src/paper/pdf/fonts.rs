//! The faces of this machine in which Chinese can be set.

use std::collections::HashMap;
use std::path::PathBuf;

use fontdb::{Database, FaceInfo, Source, Style};

use super::font::Typeface;

/// Families that have the letters of Chinese: black faces first, which are read best from afar.
const FAMILIES: [&str; 22] = [
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Noto Sans SC",
    "思源黑体",
    "Microsoft YaHei",
    "PingFang SC",
    "SimHei",
    "Heiti SC",
    "STHeiti",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Noto Serif SC",
    "SimSun",
    "STSong",
    "FangSong",
    "KaiTi",
    "AR PL UMing CN",
];

/// The faces of this machine, best first, read one by one as they are asked for.
pub fn typefaces() -> impl Iterator<Item = Typeface> {
    let mut fonts = Database::new();
    fonts.load_system_fonts();
    found(&fonts).into_iter().filter_map(|(family, path, index)| {
        let file = std::fs::read(path).ok()?;
        Some(Typeface { family, file, index })
    })
}

/// The families' upright faces of the weight nearest to the common one.
fn found(fonts: &Database) -> Vec<(String, PathBuf, u32)> {
    let mut best: HashMap<&str, &FaceInfo> = HashMap::new();
    let rank = |face: &FaceInfo| (face.style != Style::Normal, face.weight.0.abs_diff(400), face.index);
    for face in fonts.faces() {
        for (family, _) in &face.families {
            let best = best.entry(family).or_insert(face);
            if rank(face) < rank(best) {
                *best = face;
            }
        }
    }
    FAMILIES.iter().filter_map(|family| Some((family, best.get(family)?))).filter_map(named).collect()
}

fn named((family, face): (&&str, &&FaceInfo)) -> Option<(String, PathBuf, u32)> {
    match &face.source {
        Source::File(path) => Some(((*family).to_owned(), path.clone(), face.index)),
        Source::Binary(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_without_fonts_has_no_chinese_ones() {
        assert_eq!(found(&Database::new()), []);
    }
}
