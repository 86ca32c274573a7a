//! Just enough of HTTP/1.1 to show pages to a browser on this machine: one question a connection, a small head, short
//! waits. Nobody who asks slowly, or never ends, keeps others waiting.

use std::borrow::Cow;
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How long a question may take to come in, and a piece of the answer to go out.
const PATIENCE: Duration = Duration::from_secs(5);
/// The head of a question is no longer than that, in bytes.
const MOST_HEAD: usize = 8 * 1024;
/// A head has no more lines than that.
const MOST_LINES: usize = 64;
/// So many connections are served at once; one more is closed.
const MOST_CONNECTIONS: usize = 64;
/// How long to wait when the system has no connection to give.
const BREATH: Duration = Duration::from_millis(50);

/// What a browser asks.
pub(super) struct Question {
    /// `GET`, `HEAD`, or what is refused.
    pub(super) method: String,
    /// The path and what follows it.
    pub(super) url: String,
    /// Every `Host` that was named.
    pub(super) hosts: Vec<String>,
}

/// What it is told.
pub(super) struct Answer<'a> {
    pub(super) status: u16,
    pub(super) kind: &'static str,
    pub(super) bytes: Cow<'a, [u8]>,
}

/// Where an answer is told.
pub(super) type Tell<'t> = dyn FnMut(&Answer<'_>) + 't;

/// Answers whoever connects, for as long as the program runs.
///
/// # Errors
/// When the system has no thread to give.
pub(super) fn serve(
    listener: TcpListener,
    answer: impl Fn(&Question, &mut Tell<'_>) + Send + Sync + 'static,
) -> io::Result<()> {
    let answer = Arc::new(answer);
    let open = Arc::new(AtomicUsize::new(0));
    let serving = std::thread::Builder::new().spawn(move || {
        loop {
            let Ok((stream, _)) = listener.accept() else {
                std::thread::sleep(BREATH);
                continue;
            };
            let place = Place::taken(&open);
            if open.load(Ordering::Relaxed) > MOST_CONNECTIONS {
                continue;
            }
            let answer = answer.clone();
            // Where the system gives no thread, the connection is closed.
            let _ = std::thread::Builder::new().spawn(move || {
                let _place = place;
                // Whoever has gone away needs no answer.
                let _ = converse(stream, &*answer);
            });
        }
    });
    serving.map(drop)
}

/// A connection that is counted while it is open.
struct Place(Arc<AtomicUsize>);

impl Place {
    fn taken(open: &Arc<AtomicUsize>) -> Place {
        open.fetch_add(1, Ordering::Relaxed);
        Place(open.clone())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

fn converse(mut stream: TcpStream, answer: &dyn Fn(&Question, &mut Tell<'_>)) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let question = question(&mut stream)?;
    let mut written = Ok(());
    match question {
        Some(question) => {
            answer(&question, &mut |answer| written = write(&mut stream, answer, question.method != "HEAD"))
        }
        None => {
            let refusal = Answer { status: 400, kind: "text/plain; charset=utf-8", bytes: Cow::Borrowed(b"400\n") };
            written = write(&mut stream, &refusal, true);
        }
    }
    written?;
    stream.shutdown(Shutdown::Write)
}

/// What is asked; `None` where it is no question, or too long a one.
fn question(stream: &mut TcpStream) -> io::Result<Option<Question>> {
    let begun = Instant::now();
    let mut head = Vec::new();
    let mut piece = [0; 1024];
    while head.len() <= MOST_HEAD && begun.elapsed() < PATIENCE {
        let read = stream.read(&mut piece)?;
        if read == 0 {
            return Ok(None);
        }
        head.extend(piece.iter().take(read));
        let mut lines = [httparse::EMPTY_HEADER; MOST_LINES];
        let mut request = httparse::Request::new(&mut lines);
        match request.parse(&head) {
            Ok(httparse::Status::Partial) => {}
            Ok(httparse::Status::Complete(_)) => return Ok(told(&request)),
            Err(_) => return Ok(None),
        }
    }
    Ok(None)
}

fn told(request: &httparse::Request<'_, '_>) -> Option<Question> {
    let hosts = request.headers.iter().filter(|line| line.name.eq_ignore_ascii_case("host"));
    Some(Question {
        method: request.method?.to_owned(),
        url: request.path?.to_owned(),
        hosts: hosts.map(|line| String::from_utf8_lossy(line.value).trim().to_owned()).collect(),
    })
}

fn write(stream: &mut TcpStream, answer: &Answer<'_>, body: bool) -> io::Result<()> {
    let Answer { status, kind, bytes } = answer;
    let words = match status {
        200 => "OK",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "Service Unavailable",
    };
    let length = bytes.len();
    let head = format!(
        "HTTP/1.1 {status} {words}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\
         Content-Security-Policy: frame-ancestors 'none'\r\nX-Content-Type-Options: nosniff\r\n\
         Referrer-Policy: no-referrer\r\nCross-Origin-Resource-Policy: same-origin\r\nCache-Control: no-store\r\n\
         Allow: GET, HEAD\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    if body {
        stream.write_all(bytes)?;
    }
    stream.flush()
}
