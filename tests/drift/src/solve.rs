//! Finding weights by which the right one of several rows comes out on top: softmax regression with a ridge, by
//! accelerated gradient descent. No randomness: the same examples always give the same weights.

/// A choice among rows of numbers, all of the same length.
pub struct Choice {
    /// The rows.
    pub rows: Vec<Vec<f64>>,
    /// Indices of the right ones: any of them will do.
    pub right: Vec<usize>,
    /// How often it was met.
    pub times: f64,
}

/// What is asked of the weights.
pub struct Limits<'a> {
    /// How strongly weights are pulled to what is expected of them, once every column is scaled to its spread.
    pub ridge: f64,
    /// For each column, the weight that is expected before any example is seen.
    pub expected: &'a [f64],
    /// For each column, whether its weight may be negative.
    pub free: &'a [bool],
}

/// A column that varies less than this is not scaled up any further.
const LEAST_SPREAD: f64 = 0.05;

const ROUNDS: usize = 400;

/// The weights that make the right rows likeliest.
pub fn weights(choices: &[Choice], limits: &Limits) -> Vec<f64> {
    let spread = spread(choices, limits.free.len());
    let scaled: Vec<Choice> = choices.iter().map(|choice| scale(choice, &spread)).collect();
    let found = descend(&scaled, limits);
    found
        .iter()
        .zip(&spread)
        .map(|(weight, spread)| weight / spread)
        .collect()
}

fn scale(choice: &Choice, spread: &[f64]) -> Choice {
    let row = |row: &Vec<f64>| {
        row.iter()
            .zip(spread)
            .map(|(value, spread)| value / spread)
            .collect()
    };
    Choice {
        rows: choice.rows.iter().map(row).collect(),
        right: choice.right.clone(),
        times: choice.times,
    }
}

/// The standard deviation of every column.
#[allow(clippy::cast_precision_loss)]
fn spread(choices: &[Choice], columns: usize) -> Vec<f64> {
    let rows = || choices.iter().flat_map(|choice| &choice.rows);
    let count = rows().count().max(1) as f64;
    let mean_of = |value: &dyn Fn(usize, f64) -> f64| {
        let mut sums = vec![0.0; columns];
        for row in rows() {
            for (column, (sum, number)) in sums.iter_mut().zip(row).enumerate() {
                *sum += value(column, *number) / count;
            }
        }
        sums
    };
    let mean = mean_of(&|_, number| number);
    let variance = mean_of(&|column, number| (number - mean.get(column).unwrap_or(&0.0)).powi(2));
    variance
        .iter()
        .map(|variance| variance.sqrt().max(LEAST_SPREAD))
        .collect()
}

/// Accelerated proximal gradient descent with a step that is halved until it descends, begun anew when it overshoots.
fn descend(choices: &[Choice], limits: &Limits) -> Vec<f64> {
    let mut at = limits.expected.to_vec();
    let mut ahead = at.clone();
    let mut momentum = 1.0_f64;
    let mut step = 0.05;
    let mut reached = loss(choices, &at, limits).0;
    for _ in 0..ROUNDS {
        let (height, slope) = loss(choices, &ahead, limits);
        let (next, lower) = loop {
            let next = limited(&ahead, &slope, step, limits.free);
            let lower = loss(choices, &next, limits).0;
            let moved: Vec<f64> = next
                .iter()
                .zip(&ahead)
                .map(|(next, ahead)| next - ahead)
                .collect();
            let bound = height + dot(&slope, &moved) + dot(&moved, &moved) / (2.0 * step);
            if lower <= bound + 1e-9 || step < 1e-9 {
                break (next, lower);
            }
            step /= 2.0;
        };
        if lower > reached {
            ahead.clone_from(&at);
            momentum = 1.0;
            continue;
        }
        let after = f64::midpoint(1.0, (1.0 + 4.0 * momentum * momentum).sqrt());
        let carry = (momentum - 1.0) / after;
        ahead = next
            .iter()
            .zip(&at)
            .map(|(next, at)| next + carry * (next - at))
            .collect();
        let done = reached - lower < 1e-7 * (1.0 + lower.abs());
        at = next;
        momentum = after;
        reached = lower;
        if done {
            break;
        }
    }
    at
}

fn limited(from: &[f64], slope: &[f64], step: f64, free: &[bool]) -> Vec<f64> {
    let stepped = from.iter().zip(slope).map(|(from, slope)| from - step * slope);
    stepped
        .zip(free)
        .map(|(weight, free)| if *free { weight } else { weight.max(0.0) })
        .collect()
}

/// The negative logarithm of the likelihood with the ridge, and its slope.
fn loss(choices: &[Choice], weights: &[f64], limits: &Limits) -> (f64, Vec<f64>) {
    let off = weights
        .iter()
        .zip(limits.expected)
        .map(|(weight, expected)| weight - expected);
    let off: Vec<f64> = off.collect();
    let mut height = limits.ridge * dot(&off, &off) / 2.0;
    let mut slope: Vec<f64> = off.iter().map(|off| limits.ridge * off).collect();
    for choice in choices {
        let scores: Vec<f64> = choice.rows.iter().map(|row| dot(row, weights)).collect();
        let highest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let shares: Vec<f64> = scores.iter().map(|score| (score - highest).exp()).collect();
        let whole: f64 = shares.iter().sum();
        let right: f64 = choice.right.iter().filter_map(|&at| shares.get(at)).sum();
        height += choice.times * (whole.ln() - right.ln());
        for (index, (row, share)) in choice.rows.iter().zip(&shares).enumerate() {
            let of_right = if choice.right.contains(&index) {
                share / right
            } else {
                0.0
            };
            let pull = choice.times * (share / whole - of_right);
            for (slope, value) in slope.iter_mut().zip(row) {
                *slope += pull * value;
            }
        }
    }
    (height, slope)
}

/// The sum of products.
pub fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choices() -> Vec<Choice> {
        [0.2, 0.5, 0.9]
            .iter()
            .map(|&noise| Choice {
                rows: vec![vec![0.0, noise], vec![1.0, 1.0 - noise], vec![0.1, noise]],
                right: vec![1],
                times: 1.0,
            })
            .collect()
    }

    #[test]
    fn the_telling_column_weighs_most() {
        let found = weights(
            &choices(),
            &Limits {
                ridge: 1.0,
                expected: &[0.0, 0.0],
                free: &[true, true],
            },
        );
        assert!(found[0] > 0.5 && found[0] > 3.0 * found[1].abs(), "{found:?}");
    }

    #[test]
    fn any_of_several_right_rows_will_do() {
        let rows = vec![vec![1.0, 0.0], vec![0.0, 1.0], vec![0.0, 0.0]];
        let either = [Choice {
            rows,
            right: vec![0, 1],
            times: 3.0,
        }];
        let found = weights(
            &either,
            &Limits {
                ridge: 0.1,
                expected: &[0.0, 0.0],
                free: &[true, true],
            },
        );
        assert!(found[0] > 0.5 && (found[0] - found[1]).abs() < 1e-6, "{found:?}");
    }

    #[test]
    fn a_limited_weight_is_not_negative() {
        let against: Vec<Choice> = choices()
            .into_iter()
            .map(|choice| Choice {
                right: vec![0],
                ..choice
            })
            .collect();
        let found = weights(
            &against,
            &Limits {
                ridge: 1.0,
                expected: &[0.0, 0.0],
                free: &[false, true],
            },
        );
        assert!(found[0] == 0.0, "{found:?}");
        let free = weights(
            &against,
            &Limits {
                ridge: 1.0,
                expected: &[0.0, 0.0],
                free: &[true, true],
            },
        );
        assert!(free[0] < 0.0, "{free:?}");
    }

    #[test]
    fn a_stronger_ridge_makes_smaller_weights() {
        let with = |ridge| {
            weights(
                &choices(),
                &Limits {
                    ridge,
                    expected: &[0.0, 0.0],
                    free: &[true, true],
                },
            )[0]
        };
        assert!(with(0.1) > with(1.0) && with(1.0) > with(10.0));
    }
}
