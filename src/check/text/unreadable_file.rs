//! A file that the system does not let us read.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::FaultKind;
use crate::words::Refusal;

pub(super) const CHECK: Check = Check {
    code: "E001",
    name: "unreadable-file",
    zh: "文件读不出来",
    en: "a file that cannot be read",
    wrong: "-rw------- root tasks/1.yaml",
    right: "-rw-r--r-- root tasks/1.yaml",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let lang = reader.lang;
    if let FaultKind::FileName(name) = fault {
        return Some(Words {
            message: say!(lang, "文件名“{name}”不是 UTF-8 编码", "the file's name, `{name}`, is not UTF-8"),
            hint: say!(
                lang,
                "给文件改名；从压缩包解出的，重新输入文件名",
                "rename the file; one out of an archive, by typing its name anew"
            ),
        });
    }
    let FaultKind::Unreadable(refusal) = fault else { return None };
    if refusal.is_circle() {
        return Some(Words {
            message: say!(lang, "链接绕圈，找不到文件", "the link leads in a circle"),
            hint: say!(lang, "删去链接，放上文件本身", "put the file itself in the link's place"),
        });
    }
    let message = if refusal.is_forbidden() {
        say!(lang, "没有读取这个文件的权限", "the file may not be read")
    } else {
        let why = refusal.said(lang);
        say!(lang, "文件读不出来：{why}", "the file cannot be read: {why}")
    };
    if *refusal == Refusal::NotFetched {
        let hint = say!(lang, "取回后再试", "get it, and try again");
        return Some(Words { message, hint });
    }
    let hint = say!(
        lang,
        "检查文件的读取权限，关闭正占用它的程序",
        "check who may read the file, and close programs that hold it"
    );
    Some(Words { message, hint })
}
