//! The same page in another language of the interface.

use crate::draft::Draft;
use rand_chacha::ChaCha8Rng;

/// Not yet: needs the words of the simulator's other languages.
pub fn other(_: &mut Draft, _: &mut ChaCha8Rng) -> bool {
    false
}
