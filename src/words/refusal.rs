//! Why the system refused something, in the reader's language.

use std::io::{self, ErrorKind};

use crate::say;

use super::language::Language;

/// Why the system, or git, refused something. It can be kept and compared, which an error of the system cannot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The system: what kind of refusal it is, and its number there.
    System(ErrorKind, Option<i32>),
    /// Git does not answer.
    Git,
    /// A partial clone lacks what was asked for, and git was told not to fetch it.
    NotFetched,
}

impl From<&io::Error> for Refusal {
    fn from(error: &io::Error) -> Refusal {
        Refusal::System(error.kind(), error.raw_os_error())
    }
}

/// Numbers of Unix for which there is no kind.
const TOO_MANY_OPEN: [i32; 2] = [23, 24];
const NO_DEVICE: [i32; 2] = [6, 19];
const DAMAGED: i32 = 5;
const CIRCLE: i32 = if cfg!(target_os = "linux") { 40 } else { 62 };

impl Refusal {
    /// Whether a link leads to itself.
    pub fn is_circle(self) -> bool {
        matches!(self, Refusal::System(_, Some(CIRCLE))) && cfg!(unix)
    }

    /// Whether it is not allowed.
    pub fn is_forbidden(self) -> bool {
        matches!(self, Refusal::System(ErrorKind::PermissionDenied, _))
    }

    /// In words that say what to do where there is something.
    pub fn said(self, lang: Language) -> String {
        let (kind, code) = match self {
            Refusal::System(kind, code) => (kind, code),
            Refusal::Git => return say!(lang, "git 没有正常应答", "git does not answer"),
            Refusal::NotFetched => {
                return say!(
                    lang,
                    "内容不在本仓库中（部分克隆），请先用 git fetch --refetch --no-filter 取回",
                    "it is not in this clone, which is a partial one: git fetch --refetch --no-filter gets it"
                );
            }
        };
        let of_windows = by_number_of_windows(lang, code.filter(|_| cfg!(windows)));
        let known = of_windows.or_else(|| by_kind(lang, kind));
        known.or_else(|| by_number(lang, code.filter(|_| cfg!(unix)))).unwrap_or_else(|| match code {
            Some(code) => say!(lang, "系统拒绝，错误号 {code}", "the system refused, with error {code}"),
            None => say!(lang, "系统拒绝，未说明原因", "the system refused, and did not say why"),
        })
    }
}

fn by_kind(lang: Language, kind: ErrorKind) -> Option<String> {
    let (zh, en) = match kind {
        ErrorKind::NotFound => ("文件或目录不存在", "there is no such file or folder"),
        ErrorKind::PermissionDenied => ("没有权限", "permission denied"),
        ErrorKind::AlreadyExists => ("已有同名文件或目录", "there is a file or folder of that name already"),
        ErrorKind::StorageFull => ("磁盘已满", "the disk is full"),
        ErrorKind::QuotaExceeded => ("磁盘配额已用完", "the disk quota is used up"),
        ErrorKind::FileTooLarge => ("文件超过系统允许的大小", "the file is larger than the system allows"),
        ErrorKind::ReadOnlyFilesystem => ("磁盘为只读", "the disk is read-only"),
        ErrorKind::IsADirectory => ("这是一个目录", "it is a folder"),
        ErrorKind::NotADirectory => ("路径中有一段不是目录", "a part of the path is no folder"),
        ErrorKind::DirectoryNotEmpty => ("目录不是空的", "the folder is not empty"),
        ErrorKind::InvalidFilename => {
            ("文件名过长，或系统不允许", "the name is too long, or one that the system does not allow")
        }
        ErrorKind::InvalidData => ("内容不是 UTF-8 文本", "what it holds is no UTF-8"),
        ErrorKind::InvalidInput => ("系统不接受这个名称或参数", "the system does not accept that name or argument"),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => ("正被占用", "it is in use"),
        ErrorKind::WouldBlock | ErrorKind::Deadlock => ("正被其他程序锁定", "another program holds it"),
        ErrorKind::TimedOut => ("等待超时", "it took too long"),
        ErrorKind::Interrupted => ("操作被中断", "it was interrupted"),
        ErrorKind::BrokenPipe => ("接收输出的程序已经结束", "the program that was to read the output has ended"),
        ErrorKind::UnexpectedEof => ("内容不完整", "it ends too early"),
        ErrorKind::WriteZero => ("写不进去", "nothing more can be written"),
        ErrorKind::OutOfMemory => ("内存不足", "there is no memory left"),
        ErrorKind::CrossesDevices => ("不在同一个磁盘上", "it is on another disk"),
        ErrorKind::TooManyLinks => ("链接过多", "there are too many links"),
        ErrorKind::NotSeekable | ErrorKind::Unsupported => ("系统不支持这一操作", "the system cannot do that"),
        ErrorKind::StaleNetworkFileHandle => ("网络磁盘上的文件已失效", "the network disk no longer knows the file"),
        ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable | ErrorKind::NetworkDown => {
            ("网络不通", "the network cannot be reached")
        }
        _ => return None,
    };
    Some(lang.pick(zh, en).to_owned())
}

fn by_number(lang: Language, code: Option<i32>) -> Option<String> {
    match code? {
        CIRCLE => Some(say!(lang, "链接绕圈", "the link leads in a circle")),
        DAMAGED => Some(say!(lang, "磁盘读写出错", "the disk cannot be read or written there")),
        code if TOO_MANY_OPEN.contains(&code) => Some(say!(lang, "打开的文件过多", "too many files are open")),
        code if NO_DEVICE.contains(&code) => Some(say!(lang, "没有这个设备", "there is no such device")),
        _ => None,
    }
}

/// What Windows says of a file that another program has opened: that it is shared or locked, or, where it is to be
/// replaced, that access is denied.
fn by_number_of_windows(lang: Language, code: Option<i32>) -> Option<String> {
    match code? {
        5 => Some(say!(
            lang,
            "没有权限，或者文件正在其他程序（如 Excel、WPS）中打开，请关闭后再试",
            "permission denied; or the file is open in another program (as Excel or WPS): close it there and try again"
        )),
        32 | 33 => Some(say!(
            lang,
            "文件正在其他程序（如 Excel、WPS）中打开，请关闭后再试",
            "the file is open in another program (as Excel or WPS): close it there and try again"
        )),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_open_in_excel_is_told_as_that() {
        for code in [5, 32, 33] {
            let said = by_number_of_windows(Language::Chinese, Some(code));
            assert!(said.is_some_and(|said| said.contains("Excel")), "{code}");
        }
        assert_eq!(by_number_of_windows(Language::Chinese, Some(2)), None);
    }

    #[test]
    fn no_refusal_speaks_the_systems_language() {
        for code in 1..130 {
            let refusal = Refusal::from(&io::Error::from_raw_os_error(code));
            let (zh, en) = (refusal.said(Language::Chinese), refusal.said(Language::English));
            assert!(!zh.is_ascii() && !zh.contains("os error"), "{code}: {zh}");
            assert!(en.is_ascii() && !en.contains("os error"), "{code}: {en}");
        }
    }
}
