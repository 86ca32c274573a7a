//! Ledgers that go out, are edited in LibreOffice, and come back: `workplan export`, `workplan import`.

use std::fmt::Write as _;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader as _, Xlsx};
use workplan::plan::Entry;
use workplan::store::read_entries;

use crate::copied::copy;
use crate::program::{top, workplan};

/// The sample plan in a folder of its own, so that it can be written to.
fn sample() -> (tempfile::TempDir, PathBuf) {
    let at = tempfile::tempdir().unwrap();
    let folder = at.path().join("plans/sample");
    copy(&top().join("plans/sample"), &folder);
    copy(&top().join("seeds"), &at.path().join("seeds"));
    (at, folder)
}

fn does(at: &Path, line: &str) -> crate::program::Ran {
    let ran = workplan(line).within(at).run();
    assert_eq!(ran.status, 0, "{ran}");
    ran
}

/// The cell of a task in a column: `F12`.
fn address(book: &Path, task: &str, column: &str) -> String {
    let mut book = Xlsx::new(Cursor::new(std::fs::read(book).unwrap())).unwrap();
    let range = book.worksheet_range("任务分解表").unwrap();
    let is = |cell: &Data, text: &str| matches!(cell, Data::String(found) if found == text);
    let header = range.rows().position(|row| row.iter().any(|cell| is(cell, "序号"))).unwrap();
    let column = range.rows().nth(header).unwrap().iter().position(|cell| is(cell, column)).unwrap();
    let row = range.rows().position(|row| is(&row[0], task)).unwrap();
    format!("{}{}", char::from(b'A' + u8::try_from(column).unwrap()), row + 1)
}

/// Edits a workbook in LibreOffice, by a macro of its own language, and saves it as LibreOffice does.
fn edit(at: &Path, book: &Path, statements: &str) {
    let basic = at.join("profile/user/basic");
    let url = |path: &Path| format!("file://{}", path.display());
    let office = |args: &[&str]| {
        let profile = format!("-env:UserInstallation={}", url(&at.join("profile")));
        let office =
            Command::new("soffice").arg(profile).args(["--headless", "--norestore"]).args(args).output().unwrap();
        assert!(office.status.success(), "{}", String::from_utf8_lossy(&office.stderr));
    };
    // A new profile is filled when it is first used.
    office(&["--terminate_after_init"]);
    std::fs::create_dir_all(basic.join("Standard")).unwrap();
    let edited = at.join("edited.xlsx");
    let module = format!(
        "Sub Edit\n\
         Dim opening(0) As New com.sun.star.beans.PropertyValue\n\
         opening(0).Name = \"Hidden\"\nopening(0).Value = True\n\
         document = StarDesktop.loadComponentFromURL(\"{}\", \"_blank\", 0, opening())\n\
         sheet = document.Sheets.getByName(\"任务分解表\")\n\
         sheet.unprotect(\"\")\n\
         {statements}\n\
         Dim saving(0) As New com.sun.star.beans.PropertyValue\n\
         saving(0).Name = \"FilterName\"\nsaving(0).Value = \"Calc MS Excel 2007 XML\"\n\
         document.storeToURL(\"{}\", saving())\n\
         document.close(True)\n\
         End Sub\n",
        url(book),
        url(&edited)
    );
    let escaped = module.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    let put = |path: &str, text: &str| std::fs::write(basic.join(path), text).unwrap();
    put(
        "script.xlc",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE library:libraries PUBLIC \"-//OpenOffice.org//DTD OfficeDocument 1.0//EN\" \"libraries.dtd\">\n<library:libraries xmlns:library=\"http://openoffice.org/2000/library\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n <library:library library:name=\"Standard\" xlink:href=\"$(USER)/basic/Standard/script.xlb/\" xlink:type=\"simple\" library:link=\"false\"/>\n</library:libraries>\n",
    );
    put(
        "Standard/script.xlb",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE library:library PUBLIC \"-//OpenOffice.org//DTD OfficeDocument 1.0//EN\" \"library.dtd\">\n<library:library xmlns:library=\"http://openoffice.org/2000/library\" library:name=\"Standard\" library:readonly=\"false\" library:passwordprotected=\"false\">\n <library:element library:name=\"Returns\"/>\n</library:library>\n",
    );
    put(
        "Standard/Returns.xba",
        &format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE script:module PUBLIC \"-//OpenOffice.org//DTD OfficeDocument 1.0//EN\" \"module.dtd\">\n<script:module xmlns:script=\"http://openoffice.org/2000/script\" script:name=\"Returns\" script:language=\"StarBasic\">{escaped}</script:module>\n"
        ),
    );
    office(&["macro:///Standard.Returns.Edit"]);
    assert!(edited.is_file(), "the macro has saved nothing");
}

/// What the journal holds of the month, by date and task.
fn entries(folder: &Path) -> Vec<Entry> {
    let text = std::fs::read_to_string(folder.join("progress/2020-11.yaml")).unwrap();
    read_entries(&text).unwrap()
}

#[test]
#[ignore = "needs LibreOffice: run scripts/test"]
fn what_is_edited_in_libreoffice_comes_back_and_nothing_else() {
    let (at, folder) = sample();
    does(at.path(), "export --plan plans/sample --as-of 2020-11-24 --lang zh --out ledger.xlsx");
    let book = at.path().join("ledger.xlsx");
    let mut statements = String::new();
    let mut set = |task: &str, column: &str, to: &str| {
        writeln!(statements, "sheet.getCellRangeByName(\"{}\").{to}", address(&book, task, column)).unwrap();
    };
    set("22-07", "当前值", "Value = 70");
    set("22-07", "进展情况", "String = \"第三批签约\" & Chr(10) & \"完成\"");
    set("23-11", "下一步措施", "String = \"12月10日前清零\"");
    set("12-10", "状态", "String = \"推进中\"");
    set("12-10", "存在问题", "String = \"=线位批复已下达，尚缺用地手续\"");
    set("31-09", "进展情况", "String = \"临时助餐点开放\"");
    set("31-09", "存在问题", "String = \"\"");
    set("23-14", "状态", "String = \"已完成\"");
    statements += "sheet.Columns.getByName(\"A\").IsVisible = False\nsheet.Rows.insertByIndex(1, 2)\n";
    edit(at.path(), &book, &statements);
    let before = entries(&folder);
    does(at.path(), "import edited.xlsx --plan plans/sample --date 2020-11-24 --by 规建办 --lang zh");
    let expected = "\
- { date: 2020-11-24, task: 12-10, by: 规划建设和生态环境办公室, state: in_progress, issue: '=线位批复已下达，尚缺用地手续' }
- { date: 2020-11-24, task: 22-07, by: 规划建设和生态环境办公室, values: { 完成集中居住户数: 70 }, note: \"第三批签约\\n完成\", issue: 3户未达成协议 }
- { date: 2020-11-24, task: 23-11, by: 规划建设和生态环境办公室, issue: 各村居进度不均, next: 12月10日前清零 }
- { date: 2020-11-24, task: 23-14, by: 规划建设和生态环境办公室, state: done }
- { date: 2020-11-24, task: 31-09, by: 规划建设和生态环境办公室, note: 临时助餐点开放 }
";
    let after = entries(&folder);
    assert_eq!(after[..before.len()], before[..]);
    assert_eq!(after[before.len()..], read_entries(expected).unwrap());
    let again = does(at.path(), "import edited.xlsx --plan plans/sample --date 2020-11-24 --by 规建办 --lang zh");
    assert!(again.text().starts_with("没有需要写入的改动"), "{again}");
    assert_eq!(entries(&folder), after);
}

#[test]
#[ignore = "needs LibreOffice: run scripts/test"]
fn a_ledger_that_libreoffice_only_saves_adds_nothing() {
    let (at, _folder) = sample();
    for lang in ["zh", "en"] {
        does(at.path(), &format!("export --plan plans/sample --as-of 2020-11-24 --lang {lang} --out ledger.xlsx"));
        for (from, to) in [("xlsx", "ods"), ("ods", "xlsx")] {
            let office = Command::new("soffice")
                .arg(format!("-env:UserInstallation=file://{}/profile", at.path().display()))
                .args(["--headless", "--convert-to", to, &format!("ledger.{from}")])
                .current_dir(at.path())
                .output()
                .unwrap();
            assert!(office.status.success(), "{}", String::from_utf8_lossy(&office.stderr));
        }
        let ran = does(at.path(), "import ledger.xlsx --plan plans/sample --date 2020-11-24 --lang zh");
        assert!(ran.text().starts_with("没有需要写入的改动"), "{lang}: {ran}");
    }
}
