//! Work side by side, also where the system has no thread to give.

use std::error::Error;
use std::sync::Once;

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

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

/// Below so many items, one thread is done before a second one has started.
const PARALLEL_FROM: usize = 2_000;

/// Maps every item, the results in the items' order; on several threads when there are many.
pub(crate) fn in_order<'t, T: Sync, R: Send>(items: &'t [T], map: impl Fn(&'t T) -> R + Sync + Send) -> Vec<R> {
    if items.len() < PARALLEL_FROM {
        items.iter().map(map).collect()
    } else {
        ready();
        items.par_iter().map(map).collect()
    }
}
