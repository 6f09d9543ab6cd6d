//! Two faults at once: neither may hide the other but by saying that it could not look.

use rand::Rng;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use crate::catalogue::Fault;
use crate::healthy::shaped;
use crate::run::Case;

/// How often a pair that goes together is looked for before one is given up.
const TRIES: usize = 400;

/// This many pairs, drawn with this seed.
pub fn draw(faults: &[Fault], count: usize, seed: u64) -> Vec<Case> {
    let mut random = ChaCha8Rng::seed_from_u64(seed ^ 0x0070_6169_7273);
    (0..count).filter_map(|_| one(faults, &mut random)).collect()
}

fn one(faults: &[Fault], random: &mut ChaCha8Rng) -> Option<Case> {
    for _ in 0..TRIES {
        let mut any = || faults.get(random.random_range(0..faults.len()));
        let (first, second) = (any()?, any()?);
        if !first.goes_with(second) {
            continue;
        }
        let language = random.random_bool(0.3).then(|| random.random_range(0..32));
        let mut world = shaped(random.random_range(0..5), language, random.random_range(0..8));
        if !(first.fits)(&world) || !(second.fits)(&world) {
            continue;
        }
        (first.apply)(&mut world);
        if !(second.fits)(&world) {
            continue;
        }
        (second.apply)(&mut world);
        return Some(Case {
            world,
            faults: vec![*first, *second],
            dim: false,
        });
    }
    None
}
