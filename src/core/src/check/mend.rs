//! Which step of a guide mends what a check finds.

use super::CheckId;
use crate::guide::{Done, Guide};

/// The step that is done by this check, else by the check that stands for the same form of the site.
pub(super) fn step(guide: &Guide, id: CheckId) -> Option<String> {
    let steps = || guide.sections.iter().flat_map(|section| &section.steps);
    let done_by = |id| steps().find(|step| step.done.contains(&Done::Check(id)));
    std::iter::once(id)
        .chain(stands_for(id).iter().copied())
        .find_map(done_by)
        .map(|step| step.id.clone())
}

fn stands_for(id: CheckId) -> &'static [CheckId] {
    match id {
        CheckId::AdministratorRights | CheckId::Seats => &[CheckId::Session],
        CheckId::PermissionSetLicence => &[CheckId::PermissionSet],
        CheckId::ObjectAccess | CheckId::FieldAccess => &[CheckId::PermissionSetAccess],
        CheckId::PermissionSetAccess => &[CheckId::ObjectAccess, CheckId::FieldAccess],
        CheckId::UserLicence | CheckId::Profile | CheckId::ApiOnly | CheckId::UserActive => &[CheckId::User],
        CheckId::LicenceAssignment => &[CheckId::Assignment],
        CheckId::AppAllowed | CheckId::ProofRecord => &[CheckId::Token],
        CheckId::Token => &[CheckId::AppAllowed],
        CheckId::Session
        | CheckId::PermissionSet
        | CheckId::User
        | CheckId::UserVerified
        | CheckId::Assignment => &[],
    }
}
