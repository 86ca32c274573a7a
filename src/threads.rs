//! Work side by side, also where the system has no thread to give.

use std::error::Error;
use std::sync::Once;

use rayon::ThreadPoolBuilder;

static READY: Once = Once::new();

/// To be called before work is shared among threads: where none can be had, this one does it all. Without it, the first
/// piece of such work would end the program.
pub(crate) fn ready() {
    if rayon::current_thread_index().is_some() {
        return;
    }
    READY.call_once(|| {
        let built = ThreadPoolBuilder::new().build_global();
        // A pool that is there already has no such cause.
        let refused = built.is_err_and(|error| error.source().is_some());
        if refused && let Ok(alone) = ThreadPoolBuilder::new().num_threads(1).use_current_thread().build() {
            // It is wanted to the end.
            std::mem::forget(alone);
        }
    });
}
