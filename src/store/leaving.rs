//! Leaving nothing behind: what stands beside its place is taken away when the program is told to end.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

static BESIDE: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// A path that is to be taken away if the program is told to end while this lives.
pub(super) struct Registered(PathBuf);

impl Registered {
    pub(super) fn new(path: &Path) -> Registered {
        watch();
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        beside().push(path.clone());
        Registered(path)
    }
}

impl Drop for Registered {
    fn drop(&mut self) {
        beside().retain(|path| *path != self.0);
    }
}

fn beside() -> MutexGuard<'static, Vec<PathBuf>> {
    BESIDE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether Ctrl-C is to be noted before it ends the program, and whether it was.
static HEEDED: AtomicBool = AtomicBool::new(false);
static NOTED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// While this lives, the first Ctrl-C is noted, and what is under way may be brought to an end; the next one ends the program.
pub struct Heeding(());

impl Heeding {
    /// Begins to heed Ctrl-C.
    pub fn begin() -> Heeding {
        HEEDED.store(true, Ordering::SeqCst);
        heed();
        Heeding(())
    }
}

impl Drop for Heeding {
    fn drop(&mut self) {
        HEEDED.store(false, Ordering::SeqCst);
    }
}

/// Whether somebody has asked to stop while it was heeded.
pub fn is_interrupted() -> bool {
    NOTED.load(Ordering::SeqCst)
}

#[cfg(unix)]
fn heed() {
    watch();
}

/// The first Ctrl-C is noted by the second of these; the next one ends the program by the first, with the status of programs that it ends.
#[cfg(windows)]
fn heed() {
    use signal_hook::consts::SIGINT;
    static HEARD: std::sync::Once = std::sync::Once::new();
    HEARD.call_once(|| {
        let _ = signal_hook::flag::register_conditional_shutdown(SIGINT, 130, NOTED.clone());
        let _ = signal_hook::flag::register(SIGINT, NOTED.clone());
    });
}

#[cfg(not(any(unix, windows)))]
fn heed() {}

/// Waits for the system to tell the program to end; from then on it does so at once, as if nobody had waited. Without a thread
/// to wait in, the next run sweeps up.
#[cfg(unix)]
fn watch() {
    use std::sync::Once;

    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::flag::register_conditional_default;
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    static WATCHED: Once = Once::new();
    WATCHED.call_once(|| {
        let unwatched = Arc::new(AtomicBool::new(true));
        let ends = |signal| register_conditional_default(signal, unwatched.clone()).is_ok();
        if ![SIGINT, SIGTERM].into_iter().all(ends) {
            return;
        }
        let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else { return };
        let waiting = std::thread::Builder::new().spawn(move || {
            for signal in &mut signals {
                let is_first = || !NOTED.swap(true, Ordering::SeqCst);
                if signal == SIGINT && HEEDED.load(Ordering::SeqCst) && is_first() {
                    continue;
                }
                let left = beside();
                left.iter().for_each(|path| take_away(path));
                let _ = emulate_default_handler(signal);
            }
        });
        unwatched.store(waiting.is_err(), Ordering::SeqCst);
    });
}

#[cfg(not(unix))]
fn watch() {}

/// The rest of the program still writes into a folder while it is emptied.
#[cfg(unix)]
fn take_away(path: &Path) {
    const TIMES: usize = 1000;
    for _ in 0..TIMES {
        let _ = if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) };
        if std::fs::symlink_metadata(path).is_err() {
            return;
        }
    }
}

/// The signal's number on the systems that have it under one.
#[cfg(unix)]
const SIGXFSZ: i32 = 25;

/// Makes a file that may not grow a failure to write like any other, where the system would end the program in the middle.
#[cfg(unix)]
pub fn outlive_full_files() {
    let noticed = Arc::new(AtomicBool::new(false));
    // Where it cannot be done, all is as it was.
    let _ = signal_hook::flag::register(SIGXFSZ, noticed);
}

/// Other systems have no such signal.
#[cfg(not(unix))]
pub fn outlive_full_files() {}
