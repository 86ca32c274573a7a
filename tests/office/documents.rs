//! Documents of every kind that come in: `workplan init --from`, `workplan import --as tasks`.

use std::fs;
#[cfg(feature = "docx")]
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

#[cfg(feature = "docx")]
use zip::ZipWriter;
#[cfg(feature = "docx")]
use zip::write::SimpleFileOptions;

use crate::program::{Ran, top, workplan};

fn handed_in(name: &str) -> PathBuf {
    top().join("tests/office/handed_in").join(name)
}

fn init(at: &Path, line: &str) -> Ran {
    let ran = workplan(&format!("init {line}")).within(at).run();
    assert_eq!(ran.status, 0, "{ran}");
    ran
}

/// The text that the plan keeps of its document.
fn kept(plan: &Path) -> String {
    let texts = fs::read_dir(plan.join("source")).unwrap().map(|entry| entry.unwrap().path());
    let text = texts.filter(|path| path.extension().is_some_and(|ending| ending == "txt")).max().unwrap();
    fs::read_to_string(text).unwrap()
}

/// What the plan's files say, but for where its document lies.
fn said(plan: &Path) -> Vec<(String, String)> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(plan.join("tasks")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.push(plan.join("plan.yaml"));
    files.sort();
    let text = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        let lines = text.lines().filter(|line| !line.starts_with("source:") && !line.starts_with("id:"));
        lines.collect::<Vec<_>>().join("\n")
    };
    files.iter().map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), text(path))).collect()
}

/// A document of Word around some content.
#[cfg(feature = "docx")]
fn docx(content: &str, numbering: &str) -> Vec<u8> {
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    for (name, text) in [
        ("word/document.xml", format!("<w:document {space}><w:body>{content}</w:body></w:document>")),
        ("word/numbering.xml", format!("<w:numbering {space}>{numbering}</w:numbering>")),
    ] {
        written.start_file(name, SimpleFileOptions::default()).unwrap();
        written.write_all(text.as_bytes()).unwrap();
    }
    written.finish().unwrap().into_inner()
}

#[cfg(feature = "docx")]
fn paragraph(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

#[cfg(feature = "docx")]
fn numbered(list: u8, level: u8, text: &str) -> String {
    paragraph(&format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"), text)
}

/// The text that is kept of a file.
fn text_of(name: &str, bytes: &[u8]) -> String {
    let at = tempfile::tempdir().unwrap();
    fs::write(at.path().join(name), bytes).unwrap();
    init(at.path(), &format!("p --from {name}"));
    kept(&at.path().join("p"))
}

#[test]
fn one_content_gives_one_plan_whatever_file_it_comes_in() {
    let at = tempfile::tempdir().unwrap();
    let mut kinds = vec!["txt", "md", "html"];
    kinds.extend(cfg!(feature = "docx").then_some("docx"));
    kinds.extend(cfg!(feature = "pdf").then_some("pdf"));
    let text = fs::read_to_string(handed_in("方案.txt")).unwrap();
    let mut first = None;
    for kind in kinds {
        let (file, plan) = (handed_in(&format!("方案.{kind}")), at.path().join(kind));
        init(at.path(), &format!("{kind} --from {}", file.display()));
        assert_eq!(
            fs::read(plan.join(format!("source/方案.{kind}"))).unwrap(),
            fs::read(file).unwrap(),
            "byte for byte"
        );
        assert_eq!(kept(&plan), text, "{kind}");
        let files = said(&plan);
        assert!(files.len() > 3, "{files:?}");
        assert_eq!(*first.get_or_insert_with(|| files.clone()), files, "{kind}");
        let traced = workplan(&format!("trace --plan {kind} --format json")).within(at.path()).run();
        assert_eq!(traced.json()["uncovered"], 0, "{traced}");
    }
}

#[test]
fn a_document_comes_by_the_standard_input_as_what_it_is_said_to_be() {
    let at = tempfile::tempdir().unwrap();
    let page = "<nav><a href=x>首页</a></nav><h1>某镇2026年工作要点</h1><p>完成修路3公里。</p>";
    for (kind, text) in [
        ("html", page),
        ("md", "# 某镇2026年工作要点\n\n- 完成修路3公里。"),
        ("txt", "某镇2026年工作要点\n完成修路3公里。\n"),
    ] {
        let ran = workplan(&format!("init {kind} --from - --as {kind}")).within(at.path()).typed(text).run();
        assert_eq!(ran.status, 0, "{ran}");
        assert_eq!(kept(&at.path().join(kind)), "某镇2026年工作要点\n完成修路3公里。\n");
        assert!(at.path().join(format!("{kind}/source/document.{kind}")).exists());
    }
}

#[cfg(feature = "docx")]
#[test]
fn word_counts_its_numbers_itself_and_begins_anew() {
    let level = |at: u8, sign: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{sign}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:abstractNum w:abstractNumId=\"0\">{}{}{}</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">{}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\
         <w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"2\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>\
         <w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/></w:num>",
        level(0, "chineseCountingThousand", "%1、"),
        level(1, "chineseCounting", "（%2）"),
        level(2, "decimal", "%3."),
        level(0, "bullet", "\u{f0b7}"),
    );
    let content = [
        numbered(1, 0, "甲"),
        numbered(1, 1, "乙"),
        numbered(1, 2, "丙"),
        numbered(1, 2, "丁"),
        numbered(1, 1, "戊"),
        numbered(1, 2, "己"),
        numbered(2, 2, "庚"),
        numbered(1, 0, "辛"),
        numbered(1, 1, "壬"),
        numbered(0, 0, "无号"),
        numbered(3, 0, "点"),
    ];
    let text = text_of("a.docx", &docx(&content.concat(), &numbering));
    assert_eq!(text, "一、甲\n（一）乙\n1. 丙\n2. 丁\n（二）戊\n1. 己\n5. 庚\n二、辛\n（一）壬\n无号\n点\n");
}

#[cfg(feature = "docx")]
#[test]
fn changes_are_taken_as_accepted_and_what_is_hidden_is_left_out() {
    let content = "<w:p><w:r><w:t>完成</w:t></w:r><w:ins><w:r><w:t>改造</w:t></w:r></w:ins><w:del><w:r><w:delText>新建</w:delText></w:r></w:del>\
        <w:r><w:t>三处</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:br/><w:t>次行</w:t></w:r></w:p>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p><w:p><w:r><w:t>后半</w:t></w:r></w:p>\
        <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:r><w:t>目录</w:t></w:r></w:p></w:sdtContent></w:sdt>\
        <w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></w:pict></w:r><w:r><w:t>框外</w:t></w:r></w:p>";
    let at = tempfile::tempdir().unwrap();
    fs::write(at.path().join("a.docx"), docx(content, "")).unwrap();
    let ran = init(at.path(), "p --from a.docx");
    assert_eq!(kept(&at.path().join("p")), "完成改造三处\n次行\n前半后半\n框外\n框内\n");
    for words in ["已按接受全部修订读取", "有隐藏文字", "脚注、尾注 1 条"] {
        assert!(ran.stderr.contains(words), "{ran}");
    }
}

#[cfg(feature = "docx")]
#[test]
fn merged_cells_of_word_and_of_the_web_are_told_alike() {
    let cell =
        |properties: &str, text: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", paragraph("", text));
    let of_two = format!("<w:tc>{}{}</w:tc>", paragraph("", "栽"), paragraph("", "树"));
    let word = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr>{}{}{}</w:tr></w:tbl>",
        cell("<w:gridSpan w:val=\"2\"/>", "修路"),
        cell("", "甲办"),
        cell("<w:vMerge w:val=\"restart\"/>", "建"),
        cell("", "架桥"),
        cell("", "乙办"),
        cell("<w:vMerge/>", ""),
        of_two,
        cell("", "丙办"),
    );
    let web =
        "<table><tr><td colspan=2>修路<td>甲办<tr><td rowspan=2>建<td>架桥<td>乙办<tr><td><p>栽<p>树<td>丙办</table>";
    let text = "修路\t\t甲办\n建\t架桥\t乙办\n建\t栽 树\t丙办\n";
    assert_eq!(text_of("a.docx", &docx(&word, "")), text);
    assert_eq!(text_of("a.html", web.as_bytes()), text);
}

#[test]
fn a_page_is_read_without_what_leads_elsewhere() {
    let text = "为做好全年工作，现就有关事项通知如下，请各单位认真抓好落实，按时报送进展情况。";
    let page = format!(
        "<html><head><meta charset=gbk><title>某镇工作方案-某镇人民政府</title><script>var a = '<p>一';</script></head><body>\
         <div class=top><a href=1>首页</a><a href=2>要闻</a><a href=3>公开</a></div><div class=t>某镇工作方案</div>\
         <div><div id=c><p>{text}</p><p>一、修路</p><ol><li>完成南路<li>完成北路</ol><p style='display:none'>隐</p>\
         <table><tr><td><p>排版用的表格</p></td></tr></table></div></div>\
         <div><ul><li><a href=1>上一篇</a><li><a href=2>下一篇</a><li><a href=3>返回</a></ul></div><footer>版权所有</footer><p>鄂ICP备1号</p>"
    );
    let bytes = encoding_rs::GBK.encode(&page).0.into_owned();
    assert_eq!(
        text_of("a.html", &bytes),
        format!("某镇工作方案\n{text}\n一、修路\n1. 完成南路\n2. 完成北路\n排版用的表格\n")
    );
}

#[cfg(feature = "pdf")]
#[test]
fn radicals_page_numbers_and_broken_lines_of_a_pdf_are_put_right() {
    let text = text_of("a.pdf", &fs::read(handed_in("部首.pdf")).unwrap());
    let first = "完成门店改造3处，月底前全部开业，由商务办负责，其余各项同步推进，不得延误。";
    assert_eq!(text, format!("一、工作任务\n{first}\n新建Ⅲ类公厕2座。\n任务\t单位\n修路2\t甲办\n"));
}

#[test]
fn the_tables_of_a_document_are_ledgers() {
    for kind in ["md", "html", "docx"].iter().filter(|kind| cfg!(feature = "docx") || **kind != "docx") {
        let at = tempfile::tempdir().unwrap();
        init(
            at.path(),
            "p --title 某镇2026年上半年工作 --issuer 某镇 --start 2026-01-01 --end 2026-06-30 --section 民生",
        );
        let file = handed_in(&format!("方案.{kind}"));
        let line = format!("import {} --as tasks --plan p --section 民生", file.display());
        let ran = workplan(&line).within(at.path()).run();
        assert!(ran.status == 0 && ran.stderr.contains("新增任务 3 项"), "{ran}");
        let listed = workplan("status --plan p --format json").within(at.path()).run();
        assert_eq!(listed.json()["tasks"][2]["title"], "新增养老床位40张", "{listed}");
    }
    let at = tempfile::tempdir().unwrap();
    init(at.path(), "p --title 某镇2026年工作 --issuer 某镇 --start 2026-01-01 --end 2026-12-31 --section 民生");
    fs::write(at.path().join("a.md"), "# 没有表格\n").unwrap();
    let ran = workplan("import a.md --as tasks --plan p").within(at.path()).run();
    assert!(ran.status == 2 && ran.stderr.contains("没有表格") && ran.stderr.contains("init 目录 --from"), "{ran}");
}

#[cfg(feature = "docx")]
#[test]
fn a_workbook_of_libreoffice_is_a_ledger() {
    let at = tempfile::tempdir().unwrap();
    init(at.path(), "p --title 某镇2026年工作 --issuer 某镇 --start 2026-01-01 --end 2026-12-31 --section 民生");
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let day = "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-06-30\"><text:p>30/06/26</text:p></table:table-cell>";
    let empty = "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let rows = [
        row(&[cell("工作任务"), cell("责任单位"), cell("完成时限")]),
        row(&[cell("修桥"), cell("甲办"), day.to_owned()]),
        empty.to_owned(),
    ];
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet>\
         <table:table table:name=\"台账\">{}</table:table></office:spreadsheet></office:body></office:document-content>",
        rows.concat()
    );
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    written.start_file("content.xml", SimpleFileOptions::default()).unwrap();
    written.write_all(content.as_bytes()).unwrap();
    fs::write(at.path().join("a.ods"), written.finish().unwrap().into_inner()).unwrap();
    let ran = workplan("import a.ods --as tasks --plan p").within(at.path()).run();
    assert!(ran.status == 0 && ran.text().contains("台账!2") && ran.text().contains("2026-06-30"), "{ran}");
}

#[test]
fn what_cannot_be_read_is_named_with_the_way_to_save_it() {
    let at = tempfile::tempdir().unwrap();
    let old = |words: &str| {
        let wide: Vec<u8> = words.bytes().flat_map(|byte| [byte, 0]).collect();
        [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 512], &wide].concat()
    };
    let cut = fs::read(handed_in("方案.docx")).unwrap()[..900].to_vec();
    let mut files = vec![
        ("a.doc", old("WordDocument"), "另存为 .docx"),
        ("a.wps", old("WpsCustomData"), "另存为 .docx"),
        ("a.et", old("Workbook"), "--as tasks"),
        ("b.docx", old("EncryptedPackage"), "去掉密码"),
        ("a.rtf", b"{\\rtf1 x}".to_vec(), "另存为 .docx"),
        ("a.html", b"<html><nav>x</nav></html>".to_vec(), "文件是空的"),
        ("a.txt", b"\xff\x00\x80\xff\xff".to_vec(), "不是文档"),
    ];
    if cfg!(feature = "docx") {
        files.push(("cut.docx", cut, "已损坏"));
    }
    if cfg!(feature = "pdf") {
        let scan = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj trailer<</Root 1 0 R>>";
        files.push(("scan.pdf", scan.to_vec(), "扫描件或图片（1 页都没有文字）"));
        files.push(("cut.pdf", b"%PDF-1.7\n1 0 obj".to_vec(), "已损坏"));
    }
    for (name, bytes, words) in files {
        fs::write(at.path().join(name), bytes).unwrap();
        let ran = workplan(&format!("init p --from {name}")).within(at.path()).run();
        assert!(ran.status == 2 && ran.stderr.contains(words), "{name}: {ran}");
        assert!(!at.path().join("p").exists());
    }
}

#[cfg(feature = "docx")]
#[test]
fn files_that_stand_for_too_much_or_too_deep_do_no_harm() {
    let at = tempfile::tempdir().unwrap();
    let bomb = docx(&" ".repeat(60 * 1024 * 1024), "");
    let tables = docx(&format!("{}{}", "<w:tbl><w:tr><w:tc>".repeat(50_000), paragraph("", "甲")), "");
    let spans = docx(
        &format!(
            "<w:tbl>{}</w:tbl>",
            format!(
                "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"999999999\"/><w:vMerge/></w:tcPr>{}</w:tc></w:tr>",
                paragraph("", "乙")
            )
            .repeat(3_000)
        ),
        "",
    );
    let page = format!("{}甲", "<div><table><tr><td rowspan=99999 colspan=99999>".repeat(20_000)).into_bytes();
    for (name, bytes) in [("bomb.docx", &bomb), ("tables.docx", &tables), ("spans.docx", &spans), ("page.html", &page)]
    {
        fs::write(at.path().join(name), bytes).unwrap();
        let begun = std::time::Instant::now();
        let ran = workplan(&format!("init {name}-plan --from {name}")).within(at.path()).run();
        assert!(matches!(ran.status, 0..=2), "{name}: {ran}");
        assert!(begun.elapsed().as_secs() < 20, "{name} took {:?}", begun.elapsed());
    }
    let ran = workplan("init p --from bomb.docx").within(at.path()).run();
    assert!(ran.status == 2 && ran.stderr.contains("超过"), "{ran}");
}

#[test]
fn a_draft_is_judged_beside_its_document() {
    let at = tempfile::tempdir().unwrap();
    let file = handed_in("方案.md");
    let ran =
        workplan(&format!("init p --from {} --dry-run --review out.html", file.display())).within(at.path()).run();
    assert_eq!(ran.status, 0, "{ran}");
    assert!(!at.path().join("p").exists(), "a trial writes the page alone");
    let page = fs::read_to_string(at.path().join("out.html")).unwrap();
    for words in [
        "<span class=\"number\">12公里</span>",
        "<span class=\"day\">6月底</span>",
        "<span class=\"unit\">交通站</span>",
        "待填",
        "没有牵头单位",
        "default-src 'none'",
    ] {
        assert!(page.contains(words), "{words}");
    }
    // Nothing of the document is left out.
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let mut shown = String::new();
    let mut inside = false;
    for c in page.chars() {
        inside = c == '<' || (inside && c != '>');
        shown.extend((!inside && c != '>').then_some(c));
    }
    let shown = bare(&shown);
    for line in fs::read_to_string(handed_in("方案.txt")).unwrap().lines() {
        assert!(shown.contains(&bare(line)), "{line}");
    }
    assert!(!page.contains("<script"));
}

#[test]
fn what_became_no_task_is_shown_with_the_reason_and_units_where_they_stand() {
    let at = tempfile::tempdir().unwrap();
    let text = "示例镇2026年重点工作方案\n各村：\n当前，各项工作平稳有序。\n一、产业发展\n1.在县甲局周边新建大棚30座。\n牵头单位：甲局\n\
        配合单位：乙站\n2.修复渠道5公里。（丙所负责）\n3.清理河道垃圾。\n责任人：王某\n4月：\n4.每月25日前报送台账。\n二、2025年工作回顾\n过去一年，完成投资3亿元。\n";
    fs::write(at.path().join("方案.txt"), text).unwrap();
    let ran = workplan("init p --from 方案.txt --review out.html --lang zh").within(at.path()).run();
    assert_eq!(ran.status, 0, "{ran}");
    let page = fs::read_to_string(at.path().join("out.html")).unwrap();
    for words in [
        "牵头单位：</span><span class=\"unit\">甲局</span>",
        "配合单位：</span><span class=\"unit\">乙站</span>",
        "<span class=\"why\">责任单位、时限，归入相邻任务</span>",
        "<span class=\"why\">标题</span>",
        "<span class=\"why\">文件开头：抬头、主送、引言等</span>",
        "过去一年，完成投资3亿元。</span></td><td><span class=\"why\">讲情况、意义、过去，不部署任务</span>",
        "没有牵头单位的",
        "href=\"#t1-03\"",
        "<span>责任人：王某</span>",
        "<span class=\"day\">每月25日前</span>",
        "4月：</span></td><td><span class=\"why\">责任单位、时限",
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    assert_eq!(page.matches("<span class=\"unit\">甲局</span>").count(), 2, "in its note and on the card: {page}");
}
