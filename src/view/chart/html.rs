//! Charts as one page of HTML, to be opened and printed: nothing in it is loaded from elsewhere, and nothing runs.

use maud::{DOCTYPE, PreEscaped, html};

use crate::paper::Drawing;
use crate::paper::visible;
use crate::plan::Language;

/// The pages as one HTML document; `millimetres` is the paper of each.
pub fn charts_html(title: &str, drawings: &[Drawing], millimetres: (i32, i32), lang: Language) -> String {
    let (width, height) = millimetres;
    let style = format!(
        "@page{{size:{width}mm {height}mm;margin:0}}\
         body{{margin:0;background:#e8e8e8}}\
         section{{width:{width}mm;height:{height}mm;margin:0 auto 6mm;overflow:hidden;background:#fff;break-after:page;break-inside:avoid}}\
         section:last-child{{break-after:auto;margin-bottom:0}}\
         svg{{display:block}}\
         @media print{{body{{background:#fff}}section{{margin:0}}*{{-webkit-print-color-adjust:exact;print-color-adjust:exact}}}}"
    );
    let page = html! {
        (DOCTYPE)
        html lang=(lang.pick("zh-CN", "en")) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
                meta name="viewport" content="width=device-width";
                title { (visible(title)) }
                style { (PreEscaped(style)) }
            }
            body {
                main {
                    @for drawing in drawings { section { (PreEscaped(drawing.svg())) } }
                }
            }
        }
    };
    page.into_string() + "\n"
}
