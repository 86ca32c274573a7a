//! `workplan site --serve`: the pages on the loopback address, drawn again when a file of the plan changes.

use std::collections::HashMap;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::process::ExitCode;
use std::sync::{Arc, RwLock};
use std::time::Duration;

use super::http::{self, Answer, Question};
use super::pages::Pages;
use super::watch::{Seen, read_from, seen};
use crate::desk::days::today;
use crate::desk::finding::folder;
use crate::desk::output::{BrokenPlan, emit, tell};
use crate::desk::reading::read;
use crate::desk::session::Session;
use crate::desk::{ColorChoice, Desk};
use crate::plan::{Date, Language, UtcOffset};
use crate::say;
use crate::view::site::{Kept, VERSION_PATH, assets, fault};
use crate::words;

/// The first port that is tried.
const PORT: u16 = 8420;
/// So many ports are tried.
const PORTS: u16 = 20;
/// How often the plan's files are looked at.
const LOOK: Duration = Duration::from_millis(500);

/// What is served now.
struct Served {
    files: HashMap<String, Vec<u8>>,
    /// What is shown instead of every page while the plan cannot be used.
    fault: Option<Vec<u8>>,
    version: u64,
}

type Shared = Arc<RwLock<Arc<Served>>>;

/// What a reading of the plan depended on.
#[derive(PartialEq, Eq)]
struct Looked {
    seen: Seen,
    /// Where nobody asked for a day, pages change at midnight.
    day: Option<Date>,
}

/// Serves the pages for as long as the program runs.
pub(crate) fn serve(desk: &Desk, pages: &Pages, port: Option<u16>) -> anyhow::Result<ExitCode> {
    // What is wrong with a plan is shown on a page, where colours of a terminal mean nothing.
    let _global = &Desk { color: ColorChoice::Never, ..desk.clone() };
    let plan = folder(desk).ok();
    let mut reader = Reader { desk, pages, read: Vec::new(), offset: UtcOffset::default() };
    let first = reader.draw(0)?;
    if let Some(plan) = plan.as_ref().filter(|_| first.fault.is_some()) {
        let shown = words::shown_path(plan);
        tell(&say!(
            desk.lang,
            "{shown} 的计划文件有误，网页上可见",
            "the plan in {shown} has errors; the pages show them"
        ));
    }
    let shared: Shared = Arc::new(RwLock::new(Arc::new(first)));
    let listener = bind(desk.lang, port)?;
    let port = listener.local_addr().map_or(PORT, |address| address.port());
    emit(desk, &format!("http://127.0.0.1:{port}/\n"))?;
    tell(desk.lang.pick("仅本机可访问；按 Ctrl-C 结束", "for this machine alone; Ctrl-C ends it"));
    let now_served = shared.clone();
    let serving = http::serve(listener, move |question, tell| {
        if let Ok(served) = now_served.read().map(|served| served.clone()) {
            tell(&answer_to(question, &served, port));
        }
    });
    serving.map_err(|error| {
        let why = words::io_failure(desk.lang, &error);
        anyhow::anyhow!(say!(desk.lang, "无法启动网页服务：{why}", "cannot serve the pages: {why}"))
    })?;
    let watched = plan.filter(|_| desk.rev.is_none() && desk.rev_date.is_none());
    let mut version = 0;
    let look = |reader: &Reader<'_>| Looked {
        seen: watched.as_ref().map(|plan| seen(plan, &reader.read)).unwrap_or_default(),
        day: pages.as_of.is_none().then(|| today(reader.offset)),
    };
    // The first look has nothing to compare with: a file may have changed while the first pages were drawn.
    let mut before = None;
    loop {
        std::thread::sleep(LOOK);
        let now = Some(look(&reader));
        if now == before {
            continue;
        }
        // What it is read from may be other files than before: then the next look finds a difference, and draws again.
        before = now;
        let drawn = reader.draw(version + 1)?;
        let Ok(mut served) = shared.write() else { continue };
        if drawn.files != served.files || drawn.fault != served.fault {
            version += 1;
            *served = Arc::new(drawn);
        }
    }
}

/// Reads the plan and draws its pages.
struct Reader<'g> {
    desk: &'g Desk,
    pages: &'g Pages,
    /// The files that the plan was read from.
    read: Vec<String>,
    offset: UtcOffset,
}

impl Reader<'_> {
    /// The pages of the plan as it is now, or what is wrong with it.
    fn draw(&mut self, version: u64) -> anyhow::Result<Served> {
        let drawn = self.pages();
        match drawn {
            Ok(files) => Ok(Served { files, fault: None, version }),
            // Where the very first reading finds no plan at all, there is nothing to wait for.
            Err(error) if version == 0 && error.downcast_ref::<BrokenPlan>().is_none() => Err(error),
            Err(error) => {
                let lang = self.desk.lang;
                let files = assets(Kept::Served).into_iter().map(|file| (file.path, file.bytes)).collect();
                let why = match error.downcast_ref::<BrokenPlan>() {
                    Some(broken) => broken.0.clone(),
                    None => format!("{error:#}"),
                };
                Ok(Served { files, fault: Some(fault(&why, lang)), version })
            }
        }
    }

    fn pages(&mut self) -> anyhow::Result<HashMap<String, Vec<u8>>> {
        let (opened, revision) = read(self.desk)?;
        self.read = read_from(&opened);
        let tail = |lang: Language| lang.pick("计划文件有误", "the plan has errors").to_owned();
        let session = Session::owned(self.desk, opened, revision, &[], tail)?;
        self.offset = session.plan.head.utc_offset;
        let drawn = self.pages.draw(&session, Kept::Served, false)?;
        Ok(drawn.into_iter().map(|file| (file.path, file.bytes)).collect())
    }
}

/// A server on the loopback address, on the port that was asked for, or on the first free one.
fn bind(lang: Language, port: Option<u16>) -> anyhow::Result<TcpListener> {
    let ports = port.map_or(PORT..=PORT + PORTS, |port| port..=port);
    let mut failure = None;
    for port in ports {
        match TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))) {
            Ok(listener) => return Ok(listener),
            Err(error) => failure = Some(error),
        }
    }
    let why = failure.map(|error| words::io_failure(lang, &error)).unwrap_or_default();
    Err(anyhow::anyhow!(say!(
        lang,
        "无法在本机打开网址：{why}；可用 --port 换一个端口",
        "cannot serve on this machine: {why}; another --port may do"
    )))
}

const TEXT: &str = "text/plain; charset=utf-8";

/// What is answered. Files are looked up by their whole names, so that no path leads anywhere else.
fn answer_to<'s>(question: &Question, served: &'s Served, port: u16) -> Answer<'s> {
    let own = |status: u16, text: String| Answer { status, kind: TEXT, bytes: text.into_bytes().into() };
    // A name that somebody else has pointed at this machine is none of ours.
    if !matches!(question.hosts.as_slice(), [host] if is_ours(host, port)) {
        return own(403, "403\n".to_owned());
    }
    if !matches!(question.method.as_str(), "GET" | "HEAD") {
        return own(405, "405\n".to_owned());
    }
    let path = question.url.split(['?', '#']).next().unwrap_or("").strip_prefix('/').unwrap_or("\0");
    let path = if path.is_empty() { "index.html" } else { path };
    if path == VERSION_PATH {
        return own(200, served.version.to_string());
    }
    let page = |status: u16, bytes: &'s [u8]| {
        let bytes = if path.ends_with(".html") { versioned(bytes, served.version).into() } else { bytes.into() };
        Answer { status, kind: kind_of(path), bytes }
    };
    match (served.files.get(path), &served.fault) {
        (Some(bytes), _) => page(200, bytes),
        (None, Some(fault)) if path.ends_with(".html") => page(503, fault),
        (None, _) => own(404, "404\n".to_owned()),
    }
}

/// A page that says which version it is: asking for that after it was loaded may already be answered with the next one.
fn versioned(page: &[u8], version: u64) -> Vec<u8> {
    let text = String::from_utf8_lossy(page);
    text.replacen("assets/reload.js\"", &format!("assets/reload.js?{version}\""), 1).into_bytes()
}

fn is_ours(host: &str, port: u16) -> bool {
    let (name, given) = host.rsplit_once(':').unwrap_or((host, "80"));
    given.parse() == Ok(port) && (name == "127.0.0.1" || name.eq_ignore_ascii_case("localhost"))
}

fn kind_of(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        _ => TEXT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_which_version_it_is() {
        let page = fault("坏", Language::Chinese);
        let said = String::from_utf8(versioned(&page, 7)).unwrap();
        assert!(said.contains("src=\"/assets/reload.js?7\""), "{said}");
    }

    #[test]
    fn only_our_own_names_are_answered() {
        for (host, ours) in [
            ("127.0.0.1:8420", true),
            ("localhost:8420", true),
            ("LOCALHOST:8420", true),
            ("127.0.0.1:8421", false),
            ("127.0.0.1", false),
            ("evil.example:8420", false),
            ("127.0.0.1.evil.example:8420", false),
            ("", false),
        ] {
            assert_eq!(is_ours(host, 8420), ours, "{host}");
        }
    }
}
