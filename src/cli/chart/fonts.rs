//! The faces of this machine in which Chinese can be set.

use std::collections::HashMap;
use std::path::PathBuf;

use fontdb::{Database, FaceInfo, Source, Style};

use crate::paper::{PdfFault, Typeface};
use crate::plan::Language;
use crate::say;

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
pub(super) fn typefaces() -> impl Iterator<Item = Typeface> {
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
        Source::File(path) | Source::SharedFile(path, _) => Some(((*family).to_owned(), path.clone(), face.index)),
        Source::Binary(_) => None,
    }
}

/// Why there is no PDF, and what to install.
pub(super) fn no_font(lang: Language, fault: Option<&PdfFault>) -> anyhow::Error {
    let why = fault.map(|fault| say!(lang, "（{fault}）", " ({fault})")).unwrap_or_default();
    anyhow::anyhow!(say!(
        lang,
        "本机没有可嵌入 PDF 的中文字体{why}；请安装，如 apt install fonts-noto-cjk（Windows、macOS 自带黑体或苹方）。svg 和 html 不需要，可直接使用",
        "no Chinese font of this machine can be put into a PDF{why}; install one, as by apt install fonts-noto-cjk. svg and html need none"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_chinese_font_both_languages_say_what_to_install() {
        assert_eq!(found(&Database::new()), []);
        for lang in [Language::Chinese, Language::English] {
            let said = no_font(lang, None).to_string();
            assert!(said.contains("apt install fonts-noto-cjk") && said.contains("html"), "{said}");
        }
    }
}
