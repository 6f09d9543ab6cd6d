//! Everything at once: each fault on several orgs, pairs of faults, and orgs without any.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use waymark_core::check::{Cause, Outcome, Report, Severity};

use crate::catalogue::{self, Fault};
use crate::checks::{could_not_look, names};
use crate::dim;
use crate::driver::{self, DriverError};
use crate::guide::{is_done, last_checks};
use crate::healthy::{self, shaped};
use crate::pairs;
use crate::world::World;

/// On how many different orgs each fault is tried by itself.
pub(crate) const ORGS_FOR_A_FAULT: usize = 3;
/// How many pairs of faults are tried.
const PAIRS: usize = 300;
/// How many faults are tried where something is out of sight.
const DIM: usize = 200;

/// One org with what was seeded into it.
pub struct Case {
    /// The org and account.
    pub world: World,
    /// What is wrong with them; nothing where they are healthy.
    pub faults: Vec<Fault>,
    /// The administrator may not look everywhere.
    pub dim: bool,
}

/// What became of one case.
pub struct Tried {
    /// The case.
    pub case: Case,
    /// What the checks answered.
    pub report: Result<Report, DriverError>,
}

/// All cases with what the checks answered.
pub struct Run {
    /// Each fault by itself.
    pub singles: Vec<Tried>,
    /// Pairs of faults.
    pub pairs: Vec<Tried>,
    /// Faults that block, where something is out of sight.
    pub dim: Vec<Tried>,
    /// Orgs without any, those with something out of sight included.
    pub healthy: Vec<Tried>,
}

/// Tries everything, drawn with this seed.
pub fn run(seed: u64) -> Run {
    tried(seed, ORGS_FOR_A_FAULT, PAIRS, DIM)
}

/// Tries each fault on one org, and every org without any.
pub fn sample(seed: u64) -> Run {
    tried(seed, 1, 0, 0)
}

fn tried(seed: u64, orgs: usize, pairs: usize, dim: usize) -> Run {
    let faults = catalogue::all();
    let without = |dim| {
        move |world| Case {
            world,
            faults: Vec::new(),
            dim,
        }
    };
    let healthy = healthy::all().into_iter().map(without(false));
    let healthy = healthy.chain(dim::healthy().into_iter().map(without(true)));
    Run {
        singles: try_all(singles(&faults, seed, orgs), seed),
        pairs: try_all(pairs::draw(&faults, pairs, seed), seed),
        dim: try_all(dim::draw(&faults, dim, seed), seed),
        healthy: try_all(healthy.collect(), seed),
    }
}

/// Each fault on several orgs that it fits: the first is the article's, as far as the fault allows.
pub(crate) fn singles(faults: &[Fault], seed: u64, orgs: usize) -> Vec<Case> {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut cases = Vec::new();
    for fault in faults {
        let plain = (0..5).map(|object| shaped(object, None, 0));
        let mut worlds: Vec<World> = plain.filter(|world| (fault.fits)(world)).take(1).collect();
        for _ in 0..200 {
            if worlds.len() == orgs {
                break;
            }
            let language = random.random_bool(0.4).then(|| random.random_range(0..32));
            let world = shaped(random.random_range(0..5), language, random.random_range(0..8));
            let new = worlds.iter().all(|other| other.shape != world.shape);
            if new && (fault.fits)(&world) {
                worlds.push(world);
            }
        }
        for mut world in worlds {
            (fault.apply)(&mut world);
            cases.push(Case {
                world,
                faults: vec![*fault],
                dim: false,
            });
        }
    }
    cases
}

/// Checks all cases on as many threads as the machine has cores.
fn try_all(cases: Vec<Case>, seed: u64) -> Vec<Tried> {
    let reports: Vec<Mutex<Option<Result<Report, DriverError>>>> =
        cases.iter().map(|_| Mutex::new(None)).collect();
    let next = AtomicUsize::new(0);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let (Some(case), Some(report)) = (cases.get(place), reports.get(place)) else {
                        break;
                    };
                    let answered = driver::report(&case.world, seed.wrapping_add(place as u64));
                    if let Ok(mut report) = report.lock() {
                        *report = Some(answered);
                    }
                }
            });
        }
    });
    let answers = reports
        .into_iter()
        .filter_map(|report| report.into_inner().ok().flatten());
    cases
        .into_iter()
        .zip(answers)
        .map(|(case, report)| Tried { case, report })
        .collect()
}

impl Tried {
    /// What was seeded, without what a second fault repeats.
    pub fn expected(&self) -> Vec<Cause> {
        let mut all: Vec<Cause> = self
            .case
            .faults
            .iter()
            .flat_map(|fault| fault.expects)
            .copied()
            .collect();
        all.sort();
        all.dedup();
        all
    }

    /// What was seeded and not named, nor said to be out of sight.
    pub fn missed(&self) -> Vec<Cause> {
        let mut expected = self.expected();
        let Ok(report) = &self.report else {
            return expected;
        };
        let unseen = self.case.faults.len() > 1 || self.may_be_unseen();
        expected.retain(|cause| !(names(report, *cause) || unseen && could_not_look(report, *cause)));
        expected
    }

    /// Whether everything that was seeded was found; at least one cause by its name, where it must be seen.
    pub fn is_caught(&self) -> bool {
        let named = |report: &Report| {
            self.may_be_unseen() || self.expected().iter().any(|cause| names(report, *cause))
        };
        self.missed().is_empty() && self.report.as_ref().is_ok_and(named)
    }

    /// Whether not to have been able to look is an answer as right.
    fn may_be_unseen(&self) -> bool {
        self.case.dim || self.case.faults.iter().any(|fault| fault.may_be_unseen)
    }

    /// What blocks or is a risk and was not seeded.
    pub fn beside(&self) -> Vec<Cause> {
        let Ok(report) = &self.report else {
            return Vec::new();
        };
        let expected = self.expected();
        let all = report.answers.iter().flat_map(|(_, outcome)| outcome.causes());
        let mut beside: Vec<Cause> = all
            .filter(|cause| cause.severity() != Severity::Note && !expected.contains(cause))
            .collect();
        beside.sort();
        beside.dedup();
        beside
    }

    /// Whether something that blocks was seeded, and the guide would end all the same.
    pub fn is_false_done(&self) -> bool {
        let blocks = self
            .expected()
            .iter()
            .any(|cause| cause.severity() == Severity::Blocks);
        blocks && self.report.as_ref().is_ok_and(is_done)
    }

    /// Why a healthy org is not taken for one; nothing where it is.
    pub fn alarms(&self) -> Vec<String> {
        let report = match &self.report {
            Ok(report) => report,
            Err(error) => return vec![error.to_string()],
        };
        let mut alarms: Vec<String> = self
            .beside()
            .into_iter()
            .map(crate::checks::name_of_cause)
            .collect();
        for id in last_checks().iter().filter(|_| !self.case.dim) {
            match report.answer(*id) {
                Some(Outcome::Proven(_)) => {}
                other => alarms.push(format!("{} is {other:?}", crate::checks::name_of(*id))),
            }
        }
        alarms
    }
}

impl Run {
    /// Every case with something seeded.
    pub fn seeded(&self) -> impl Iterator<Item = &Tried> {
        self.singles.iter().chain(&self.pairs).chain(&self.dim)
    }

    /// How many cases were seeded, how many of them caught, how many false "done" and false alarms there were.
    pub fn figures(&self) -> [usize; 4] {
        [
            self.seeded().count(),
            self.seeded().filter(|tried| tried.is_caught()).count(),
            self.seeded().filter(|tried| tried.is_false_done()).count(),
            self.healthy
                .iter()
                .filter(|tried| !tried.alarms().is_empty())
                .count(),
        ]
    }
}
