//! Files spoiled at random, by hands that know what a plan looks like, and given to everything that reads: nothing ends the
//! program, takes long, or loses a place. `scripts/fuzz` runs it; the same seed and number of rounds give the same cases.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod books;
mod hands;
mod targets;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use hands::Hand;
use targets::TARGETS;

/// No case may take longer; a slow machine, and a build without optimisation, are allowed for.
const LONGEST: Duration = Duration::from_secs(5);

/// `fuzz SECONDS [SEED] [TARGET]`, each target for as long.
fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let seconds = args.first().map_or(10, |text| text.parse().expect("seconds"));
    let seed = args.get(1).map_or(2020, |text| text.parse().expect("a seed"));
    let wanted = |name: &str| args.get(2).is_none_or(|target| target == name);
    std::panic::set_hook(Box::new(|_| {}));
    let mut failed = 0;
    for (name, target) in TARGETS.iter().filter(|(name, _)| wanted(name)) {
        failed += run(name, *target, seed, Duration::from_secs(seconds));
    }
    if failed > 0 {
        std::process::exit(1);
    }
}

/// Runs one target, and says how many cases there were and what went wrong with how many.
fn run(name: &str, target: targets::Target, seed: u64, time: Duration) -> usize {
    let mut hand = Hand::new(seed);
    let (started, mut cases, mut failed, mut slowest) = (Instant::now(), 0_usize, 0_usize, Duration::ZERO);
    while started.elapsed() < time {
        let mut case = Vec::new();
        let begun = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| target(&mut hand, &mut case)));
        let took = begun.elapsed();
        cases += 1;
        slowest = slowest.max(took);
        if outcome.is_err() || took > LONGEST {
            failed += 1;
            let why = outcome.err().map_or_else(|| format!("took {took:?}"), |cause| words(&*cause));
            let path = std::env::temp_dir().join(format!("workplan-fuzz-{name}-{seed}-{cases}"));
            std::fs::write(&path, &case).unwrap();
            println!("FAILED {name}, case {cases} of seed {seed}: {why:.300}\n  kept in {}", path.display());
        }
    }
    println!("{name}: {cases} cases, {failed} failed, the slowest took {slowest:?}");
    failed
}

fn words(cause: &(dyn std::any::Any + Send)) -> String {
    let text = cause.downcast_ref::<String>().cloned();
    text.or_else(|| cause.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default()
}
