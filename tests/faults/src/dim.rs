//! Orgs in which the administrator may not look everywhere: what is out of sight is never missing (issue: three answers everywhere).

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use waymark_core::check::Severity;

use crate::catalogue::Fault;
use crate::healthy::shaped;
use crate::run::Case;
use crate::world::World;

/// Tables and fields that an org may hide from its administrator, each by itself.
const HIDDEN: [&str; 28] = [
    "Organization.TrialExpirationDate",
    "PermissionSet.PermissionsApiUserOnly",
    "PermissionSet.NamespacePrefix",
    "PermissionSetLicense",
    "PermissionSetLicense.ExpirationDate",
    "PermissionSetLicenseAssign",
    "UserLicense",
    "PermissionSetAssignment.ExpirationDate",
    "PermissionSetAssignment.IsActive",
    "PermissionSetGroup",
    "PermissionSetGroupComponent",
    "MutingPermissionSet",
    "ObjectPermissions",
    "FieldPermissions",
    "UserLogin",
    "User.HasUserVerifiedEmail",
    "User.LastLoginDate",
    "LoginHistory",
    "VerificationHistory",
    "TwoFactorMethodsInfo",
    "OauthToken",
    "ConnectedApplication",
    "PackageLicense",
    "UserPackageLicense",
    "DuplicateRule",
    "ApexTrigger",
    "EntityDefinition",
    "SetupEntityAccess",
];

/// Every table and field hidden once, in an org in which all is right.
pub fn healthy() -> Vec<World> {
    let one = |(place, hidden): (usize, &&str)| {
        let mut world = shaped(place, None, place);
        hide(&mut world, hidden);
        world
    };
    HIDDEN.iter().enumerate().map(one).collect()
}

/// This many faults of one cause that blocks, in orgs that hide something.
pub fn draw(faults: &[Fault], count: usize, seed: u64) -> Vec<Case> {
    let mut random = ChaCha8Rng::seed_from_u64(seed ^ 0x0064_696d);
    let blocks = |fault: &&Fault| matches!(fault.expects, [cause] if cause.severity() == Severity::Blocks);
    let blocking: Vec<&Fault> = faults.iter().filter(blocks).collect();
    let mut cases = Vec::new();
    for _ in 0..count * 20 {
        if cases.len() == count || blocking.is_empty() {
            break;
        }
        let fault = blocking[random.random_range(0..blocking.len())];
        let mut world = shaped(random.random_range(0..5), None, random.random_range(0..8));
        if (fault.fits)(&world) {
            (fault.apply)(&mut world);
            hide(&mut world, HIDDEN[random.random_range(0..HIDDEN.len())]);
            cases.push(Case {
                world,
                faults: vec![*fault],
                dim: true,
            });
        }
    }
    cases
}

fn hide(world: &mut World, hidden: &str) {
    world.start.org.hidden.push(hidden.to_owned());
    world.shape = format!("{}, {hidden} hidden", world.shape);
}
