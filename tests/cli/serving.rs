//! `workplan site --serve`, asked by those who ask badly.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::program::top;

/// A server on a port of its own; it ends with the test.
struct Serving {
    child: Child,
    port: u16,
}

impl Serving {
    fn begun() -> Serving {
        let mut child = Command::new(env!("CARGO_BIN_EXE_workplan"))
            .args(["site", "--serve", "--port", "0", "--plan", "plans/sample", "--as-of", "2020-11-24"])
            .current_dir(top())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.trim().trim_end_matches('/').rsplit_once(':').unwrap().1.parse().unwrap();
        Serving { child, port }
    }

    fn connected(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream
    }

    /// The first line of the answer to a question.
    fn told(&self, question: &str) -> String {
        let mut stream = self.connected();
        stream.write_all(question.as_bytes()).unwrap();
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).lines().next().unwrap_or_default().to_owned()
    }

    fn asks(&self, line: &str) -> String {
        self.told(&format!("{line}\r\nHost: 127.0.0.1:{}\r\n\r\n", self.port))
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn pages_are_given_to_our_own_names_by_get_and_head_and_by_nothing_else() {
    let serving = Serving::begun();
    let port = serving.port;
    assert_eq!(serving.asks("GET / HTTP/1.1"), "HTTP/1.1 200 OK");
    assert_eq!(serving.asks("HEAD /task/22-07.html HTTP/1.1"), "HTTP/1.1 200 OK");
    assert_eq!(serving.asks("GET /task/22-07.html?x#y HTTP/1.1"), "HTTP/1.1 200 OK");
    for path in ["/../plan.yaml", "/..%2fplan.yaml", "//etc/passwd", "/task/", "/task"] {
        assert_eq!(serving.asks(&format!("GET {path} HTTP/1.1")), "HTTP/1.1 404 Not Found", "{path}");
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        assert_eq!(serving.asks(&format!("{method} / HTTP/1.1")), "HTTP/1.1 405 Method Not Allowed");
    }
    for hosts in [
        String::new(),
        "Host: evil.example\r\n".to_owned(),
        format!("Host: 127.0.0.1:{port}\r\nHost: evil.example\r\n"),
        format!("Host: 127.0.0.1:{}\r\n", port ^ 1),
    ] {
        assert_eq!(serving.told(&format!("GET / HTTP/1.1\r\n{hosts}\r\n")), "HTTP/1.1 403 Forbidden", "{hosts}");
    }
    assert_eq!(serving.told("\u{0}\u{1} nonsense\r\n\r\n"), "HTTP/1.1 400 Bad Request");
    let long = "a".repeat(100_000);
    assert!(!serving.asks(&format!("GET /{long} HTTP/1.1")).contains("200"), "a head has an end");
}

#[test]
fn nobody_waits_for_those_who_are_slow() {
    let serving = Serving::begun();
    let mut slow: Vec<TcpStream> = (0..20).map(|_| serving.connected()).collect();
    for (at, stream) in slow.iter_mut().enumerate() {
        let begun: &[u8] = match at % 3 {
            0 => b"",
            1 => b"GET / HTTP/1.1\r\nHost: ",
            _ => b"POST / HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n",
        };
        stream.write_all(begun).unwrap();
    }
    let asked = Instant::now();
    assert_eq!(serving.asks("GET / HTTP/1.1"), "HTTP/1.1 200 OK");
    // They are cut off after five seconds: an answer before that did not wait for them.
    assert!(asked.elapsed() < Duration::from_secs(4), "{:?}", asked.elapsed());
    let many: Vec<TcpStream> = (0..200).map(|_| serving.connected()).collect();
    drop((many, slow));
    std::thread::sleep(Duration::from_millis(300));
    assert_eq!(serving.asks("GET / HTTP/1.1"), "HTTP/1.1 200 OK", "it has outlived the crowd");
}
