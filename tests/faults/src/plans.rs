//! From random start states: what is said of access is so, a plan is written, and after it nothing that a write could mend is wrong.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use simulated_org::schema::Field;
use simulated_org::{Org, Row};
use waymark_core::check::{Cause, CheckId, Outcome, Report, Severity, Wishes, judge};
use waymark_core::inputs::{InputKey, Inputs};
use waymark_core::org::{API_VERSION, OrgFacts, Request};
use waymark_core::plan::{Applied, Plan, body, fits, plan, read};

use crate::catalogue::{self, Fault};
use crate::checks::name_of_cause;
use crate::driver::{Browser, DriverError};
use crate::random;
use crate::world::World;

/// What became of all start states.
#[derive(Debug, Default)]
pub struct Figures {
    /// Start states that are possible.
    pub states: usize,
    /// Those in which something was to be written.
    pub planned: usize,
    /// Those in which everything was written.
    pub written: usize,
    /// Those in which the org refused, and nothing was written.
    pub refused: usize,
    /// Those that have no finding that blocks afterwards.
    pub green: usize,
    /// What is not as it should be: the start state and why.
    pub wrong: Vec<String>,
}

/// After how many start states it is told how far the run is.
const TOLD_EVERY: usize = 5_000;

/// What mends itself by a write, unless something else is in the way.
const MENDABLE: [Cause; 11] = [
    Cause::PermissionSetAbsent,
    Cause::UserAbsent,
    Cause::ObjectPermissionMissing,
    Cause::FieldPermissionMissing,
    Cause::ParentObjectMissing,
    Cause::FilesNotCreatable,
    Cause::AssignmentAbsent,
    Cause::AssignmentOtherUser,
    Cause::AssignmentLookAlikeSet,
    Cause::PermissionSetNoLicence,
    Cause::LicenceAssignmentAbsent,
];

/// Tries this many start states, drawn with this seed, and tells on standard error how far it is.
pub fn run(count: usize, seed: u64) -> Figures {
    let faults = catalogue::all();
    let figures = Mutex::new(Figures::default());
    let next = AtomicUsize::new(0);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    if place >= count {
                        break;
                    }
                    if place > 0 && place.is_multiple_of(TOLD_EVERY) {
                        let wrong = figures.lock().map_or(0, |figures| figures.wrong.len());
                        eprintln!("{place} of {count}, wrong {wrong}");
                    }
                    one(&faults, seed.wrapping_add(place as u64), &figures);
                }
            });
        }
    });
    figures.into_inner().unwrap_or_default()
}

fn one(faults: &[Fault], seed: u64, figures: &Mutex<Figures>) {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let world = random::world(faults, &mut random);
    let mut mine = Figures::default();
    let tried = try_one(&world, seed, &mut mine);
    let Ok(mut all) = figures.lock() else { return };
    match tried {
        // A set that needs another object, a licence that is used up: such an org cannot be.
        Err(DriverError::Start(_)) => return,
        Err(error) => mine.wrong.push(format!("seed {seed} [{}]: {error}", world.shape)),
        Ok(()) => {}
    }
    all.states += 1;
    all.planned += mine.planned;
    all.written += mine.written;
    all.refused += mine.refused;
    all.green += mine.green;
    let told = mine
        .wrong
        .into_iter()
        .map(|why| format!("seed {seed} [{}]: {why}", world.shape));
    all.wrong.extend(told);
}

fn try_one(world: &World, seed: u64, mine: &mut Figures) -> Result<(), DriverError> {
    let browser = Browser::open(world, seed)?;
    let wishes = browser.wishes(world);
    let inputs = inputs(world, &wishes);
    let look = || -> Result<(OrgFacts, Report, Plan), DriverError> {
        let facts = browser.facts(world, wishes.clone())?;
        let report = judge(&facts, &wishes, browser.now());
        let plan = plan(&facts, &wishes, &report, &inputs, browser.now(), true);
        Ok((facts, report, plan))
    };
    let (_, before, first) = look()?;
    mine.wrong.extend(disagreements(&before, &wishes, &browser.org()));
    let mut last = before;
    if !first.is_empty() {
        mine.planned += 1;
        if !fits(&first) {
            mine.wrong.push("the plan does not fit into a request".to_owned());
        }
        let answer = browser.send(&Request {
            path: format!("/services/data/{API_VERSION}/composite"),
            body: Some(body(&first)),
            wait: 0,
        })?;
        match read(&answer) {
            Applied::Done => mine.written += 1,
            Applied::Refused(failure) => {
                mine.refused += 1;
                // Whether a username is taken in another org only the org itself can tell.
                if failure.code != "DUPLICATE_USERNAME" {
                    mine.wrong.push(format!(
                        "refused: {}: {} for {:?}",
                        failure.code, failure.message, first.writes
                    ));
                }
                return Ok(());
            }
            other => mine.wrong.push(format!("applied: {other:?}")),
        }
        let (_, after, second) = look()?;
        mine.wrong.extend(disagreements(&after, &wishes, &browser.org()));
        if !second.is_empty() {
            mine.wrong.push(format!(
                "a second plan writes {:?} after {:?}",
                second.writes, first.writes
            ));
        }
        last = after;
    }
    let blocking = blocking(&last);
    mine.green +=
        usize::from(blocking.is_empty() && matches!(last.answer(CheckId::Session), Some(Outcome::Proven(_))));
    // The profile of a new user is known by its name, which other languages translate.
    let unknown_profile = blocking.contains(&Cause::UserAbsent) && world.start.org.language != "en_US";
    let in_the_way =
        blocking.iter().any(|cause| !MENDABLE.contains(cause)) || is_others_set(&last) || unknown_profile;
    if !blocking.is_empty() && !in_the_way {
        let names: Vec<String> = blocking.into_iter().map(name_of_cause).collect();
        mine.wrong.push(format!(
            "still wrong, and nothing in the way: {}",
            names.join(", ")
        ));
    }
    Ok(())
}

/// What the user who runs the journey has entered.
fn inputs(world: &World, wishes: &Wishes) -> Inputs {
    let mut inputs = Inputs::default();
    let values = [
        (InputKey::Username, wishes.username.as_str()),
        (InputKey::FirstName, "Jotform"),
        (InputKey::LastName, "Integration"),
        (InputKey::Alias, "jinte"),
        (InputKey::Email, wishes.username.as_str()),
        (InputKey::Nickname, wishes.nickname.as_str()),
    ];
    for (key, value) in values {
        inputs.set(key, value, &world.start.org.my_domain);
    }
    inputs
}

fn blocking(report: &Report) -> Vec<Cause> {
    let causes = report.answers.iter().flat_map(|(_, outcome)| outcome.causes());
    let mut causes: Vec<Cause> = causes
        .filter(|cause| cause.severity() == Severity::Blocks)
        .collect();
    causes.sort();
    causes.dedup();
    causes
}

/// A set that came with a package or serves others is never edited; nor is anything written that could not be looked at.
fn is_others_set(report: &Report) -> bool {
    let others = [Cause::PermissionSetManaged, Cause::PermissionSetShared];
    let unseen = |outcome: &Outcome| match outcome {
        Outcome::CouldNotCheck(why) => matches!(
            why,
            waymark_core::check::Why::Hidden(_)
                | waymark_core::check::Why::Refused(_)
                | waymark_core::check::Why::NoAnswer
        ),
        _ => false,
    };
    report
        .answers
        .iter()
        .any(|(_, outcome)| unseen(outcome) || outcome.causes().any(|cause| others.contains(&cause)))
}

/// Where what is said of the user's access is not what the org itself would allow.
fn disagreements(report: &Report, wishes: &Wishes, org: &Org) -> Vec<String> {
    let user = org.store.rows("User").find(|user| {
        user.text("Username")
            .is_some_and(|name| name.eq_ignore_ascii_case(&wishes.username))
    });
    let (Some(user), Some(object)) = (
        user.and_then(|user| user.text("Id")),
        org.schema.object(&wishes.object),
    ) else {
        return Vec::new();
    };
    let access = org.access(user);
    let rights = access.object(&object.name);
    // Edit for files alone is another check's.
    let may_write = rights.create && (rights.edit || !wishes.update);
    let may = rights.read && (may_write || wishes.find);
    let writable = wishes
        .fields
        .iter()
        .filter_map(|name| object.field(name))
        .filter(|field| field.createable && field.permissionable);
    let is_open = |field: &Field| {
        let granted = access.field_of(object, field);
        granted.edit || (granted.read && wishes.find)
    };
    let closed: Vec<&str> = writable
        .filter(|field| !is_open(field))
        .map(|field| field.name.as_str())
        .collect();
    let mut wrong = Vec::new();
    let mut compare = |id: CheckId, cause: Cause, holds: bool, what: &str| match report.answer(id) {
        Some(Outcome::Proven(_)) if !holds => wrong.push(format!("{what} said to be proven, and is not")),
        Some(outcome @ Outcome::Wrong(_)) if holds && outcome.causes().any(|found| found == cause) => {
            wrong.push(format!("{what} said to be missing, and is there"));
        }
        _ => {}
    };
    compare(
        CheckId::ObjectAccess,
        Cause::ObjectPermissionMissing,
        may,
        "access to the object",
    );
    // Without the object no field can be used, which the object's check says.
    if may {
        let what = format!("access to fields ({})", closed.join(", "));
        compare(
            CheckId::FieldAccess,
            Cause::FieldPermissionMissing,
            closed.is_empty(),
            &what,
        );
    }
    wrong
}
