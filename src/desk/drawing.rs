//! Where the pages of a chart go.

use std::path::{Path, PathBuf};

use crate::desk::Desk;
use crate::desk::output::{emit, note, write_bytes};
use crate::desk::session::{Session, refuse_own};
use crate::paper::Drawing;
use crate::plan::{Date, Language};
use crate::say;
use crate::view::chart::charts_html;
use crate::words;

/// A chart, drawn.
pub(crate) struct Drawn {
    /// Its title.
    pub(crate) title: String,
    /// Its pages.
    pub(crate) drawings: Vec<Drawing>,
    /// Its paper.
    pub(crate) millimetres: (i32, i32),
    /// The day of which it tells.
    #[cfg_attr(not(feature = "pdf"), allow(dead_code))]
    pub(crate) as_of: Date,
}

/// One page as it is; of several the one asked for, or each into a file of its own.
pub(crate) fn write_svg(desk: &Desk, session: &Session, drawn: &Drawn, page: Option<usize>) -> anyhow::Result<()> {
    let (lang, count) = (session.lang, drawn.drawings.len());
    let chosen = match (page, drawn.drawings.as_slice()) {
        (None, [only]) => Some(only),
        (None, _) => None,
        (Some(page), drawings) => Some(page.checked_sub(1).and_then(|at| drawings.get(at)).ok_or_else(|| {
            anyhow::anyhow!(say!(
                lang,
                "没有第 {page} 页：共 {count} 页",
                "there is no page {page}: the chart has {count}"
            ))
        })?),
    };
    match (chosen, &desk.out) {
        (Some(drawing), _) => emit(desk, &drawing.svg()),
        (None, Some(out)) => write_each(out, session, drawn),
        (None, None) => anyhow::bail!(say!(
            lang,
            "挂图共 {count} 页，svg 一个文件只有一页：请用 --out 挂图.svg 逐页写成 挂图-1.svg 等，或用 --page 指定一页，或改用 --format pdf、html",
            "the chart has {count} pages, and an svg file holds one: write them with --out wall.svg to wall-1.svg and so on, name one with --page, or use --format pdf or html"
        )),
    }
}

fn write_each(out: &Path, session: &Session, drawn: &Drawn) -> anyhow::Result<()> {
    let paths: Vec<PathBuf> = (1..=drawn.drawings.len()).map(|page| numbered(out, page)).collect();
    paths.iter().try_for_each(|path| refuse_own(session.lang, path, &session.opened))?;
    for (path, drawing) in paths.iter().zip(&drawn.drawings) {
        write_bytes(session.lang, path, drawing.svg().as_bytes())?;
    }
    if let (Some(first), Some(last)) = (paths.first(), paths.last()) {
        let (count, first, last) = (paths.len(), words::shown_path(first), words::shown_path(last));
        let text =
            say!(session.lang, "共 {count} 页，写入 {first} 至 {last}", "{count} pages, written to {first} to {last}");
        note(session.lang, &text);
    }
    Ok(())
}

/// `wall.svg` as `wall-2.svg`.
fn numbered(out: &Path, page: usize) -> PathBuf {
    let stem = out.file_stem().unwrap_or_default().to_string_lossy();
    let name = match out.extension() {
        Some(extension) => format!("{stem}-{page}.{}", extension.to_string_lossy()),
        None => format!("{stem}-{page}"),
    };
    out.with_file_name(name)
}

/// All pages in one web page.
pub(crate) fn write_html(desk: &Desk, lang: Language, drawn: &Drawn) -> anyhow::Result<()> {
    emit(desk, &charts_html(&drawn.title, &drawn.drawings, drawn.millimetres, lang))
}

/// All pages as one PDF, with the letters of a face of this machine.
#[cfg(feature = "pdf")]
pub(crate) fn write_pdf(desk: &Desk, lang: Language, drawn: &Drawn) -> anyhow::Result<()> {
    use crate::paper::{AboutPdf, pdf, typefaces};

    let about = AboutPdf { title: &drawn.title, as_of: drawn.as_of.0, language: lang };
    let mut fault = None;
    for face in typefaces() {
        match pdf(&drawn.drawings, &face, about) {
            Ok(bytes) => return crate::desk::output::emit_binary(desk, &bytes, "挂图.pdf"),
            Err(unfit) => fault = Some(unfit),
        }
    }
    Err(no_font(lang, fault.as_ref()))
}

#[cfg(feature = "pdf")]
/// Why there is no PDF, and what to install.
fn no_font(lang: Language, fault: Option<&crate::paper::PdfFault>) -> anyhow::Error {
    let why = fault.map(|fault| say!(lang, "（{fault}）", " ({fault})")).unwrap_or_default();
    anyhow::anyhow!(say!(
        lang,
        "本机没有可嵌入 PDF 的中文字体{why}；请安装，如 apt install fonts-noto-cjk（Windows、macOS 自带黑体或苹方）。svg 和 html 不需要，可直接使用",
        "no Chinese font of this machine can be put into a PDF{why}; install one, as by apt install fonts-noto-cjk. svg and html need none"
    ))
}

/// Says that there is no PDF.
#[cfg(not(feature = "pdf"))]
pub(crate) fn write_pdf(_: &Desk, lang: Language, _: &Drawn) -> anyhow::Result<()> {
    anyhow::bail!(say!(
        lang,
        "此版本的程序不含 PDF 功能；请用 --format html（可打印为 PDF）或 svg",
        "this build has no PDF; use --format html, which prints as PDF, or svg"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_numbered_before_the_extension() {
        for (out, second) in [("wall.svg", "wall-2.svg"), ("图/挂图.v1.svg", "图/挂图.v1-2.svg"), ("wall", "wall-2")]
        {
            assert_eq!(numbered(Path::new(out), 2), Path::new(second));
        }
    }

    #[cfg(feature = "pdf")]
    #[test]
    fn without_a_chinese_font_both_languages_say_what_to_install() {
        for lang in [Language::Chinese, Language::English] {
            let said = no_font(lang, None).to_string();
            assert!(said.contains("apt install fonts-noto-cjk") && said.contains("html"), "{said}");
        }
    }
}
