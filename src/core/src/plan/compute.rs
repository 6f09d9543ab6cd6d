//! From what was found to what would be written.

use super::{FieldGrant, NewSet, NewUser, ObjectGrant, Plan, Plans, Write};
use crate::check::{
    Cause, CheckId, Outcome, Report, Wishes, access_of_user, ancestors, integration_user, needed_objects,
    permission_fields, wanted_profile, wanted_set,
};
use crate::inputs::{InputKey, Inputs};
use crate::org::{Licence, OrgFacts, PERMISSION_SET_LICENCE, PermissionSet, USER_LICENCE};

/// The writes that would put the org right, for what `report` says of these facts. A user is made only where `makes_user`.
#[must_use]
pub fn plan(
    facts: &OrgFacts,
    wishes: &Wishes,
    report: &Report,
    inputs: &Inputs,
    now: u64,
    makes_user: bool,
) -> Plan {
    let mut plan = Plan::default();
    let proven = |id: CheckId| matches!(report.answer(id), Some(Outcome::Proven(_)));
    if proven(CheckId::Session) && proven(CheckId::AdministratorRights) {
        let planner = Planner {
            facts,
            wishes,
            report,
            inputs,
            now,
        };
        planner.permission_set(&mut plan);
        planner.user(&mut plan, makes_user);
        planner.licence_assignment(&mut plan);
        planner.grants(&mut plan);
        planner.assignment(&mut plan);
    }
    plan.left = left(report, &plan);
    plan
}

/// Both plans: without and with making a user.
#[must_use]
pub fn plans(facts: &OrgFacts, wishes: &Wishes, report: &Report, inputs: &Inputs, now: u64) -> Plans {
    let of = |makes_user| plan(facts, wishes, report, inputs, now, makes_user);
    Plans {
        without_user: of(false),
        with_user: of(true),
    }
}

struct Planner<'a> {
    facts: &'a OrgFacts,
    wishes: &'a Wishes,
    report: &'a Report,
    inputs: &'a Inputs,
    now: u64,
}

impl Planner<'_> {
    fn found(&self, cause: Cause) -> bool {
        causes(self.report).any(|found| found == cause)
    }

    fn set(&self) -> Option<&PermissionSet> {
        wanted_set(self.facts, self.wishes).ok().flatten()
    }

    fn licence(&self) -> Option<&Licence> {
        let licences = self.facts.permission_set_licences.seen().ok()?;
        licences
            .iter()
            .find(|licence| licence.name == PERMISSION_SET_LICENCE)
    }

    fn has_seats(&self) -> bool {
        matches!(self.report.answer(CheckId::Seats), Some(Outcome::Proven(_)))
    }

    fn permission_set(&self, plan: &mut Plan) {
        plan.set = self.set().map(|set| set.id.clone());
        plan.username.clone_from(&self.wishes.username);
        let Some(licence) = self.licence() else { return };
        plan.of = NewSet {
            label: self.wishes.permission_set_label.clone(),
            name: self.wishes.permission_set_name.clone(),
            licence: licence.id.clone(),
            licence_label: licence.label.clone(),
        };
        let is_named = !plan.of.label.is_empty() && !plan.of.name.is_empty();
        if self.found(Cause::PermissionSetAbsent) && is_named && self.has_seats() {
            plan.writes.push(Write::PermissionSet(plan.of.clone()));
        }
    }

    fn user(&self, plan: &mut Plan, makes_user: bool) {
        plan.user = integration_user(self.facts, self.wishes)
            .ok()
            .flatten()
            .map(|user| user.id.clone());
        let is_free = self.found(Cause::UserAbsent) && !self.found(Cause::NicknameTaken);
        if makes_user && is_free && self.has_seats() {
            plan.writes.extend(self.new_user().map(Write::User));
        }
    }

    /// Everything that a user needs; `None` where something of it is not known.
    fn new_user(&self) -> Option<NewUser> {
        let input = |key| self.inputs.value(key).trim().to_owned();
        let licences = self.facts.user_licences.seen().ok()?;
        let licence = licences.iter().find(|licence| licence.name == USER_LICENCE)?;
        let locale = self.facts.locale.seen().ok()?;
        let user = NewUser {
            username: input(InputKey::Username),
            first_name: input(InputKey::FirstName),
            last_name: input(InputKey::LastName),
            alias: input(InputKey::Alias),
            email: input(InputKey::Email),
            nickname: input(InputKey::Nickname),
            profile: wanted_profile(self.facts, Some(&licence.id))?,
            time_zone: locale.time_zone.clone(),
            locale: locale.locale.clone(),
            language: locale.language.clone(),
            encoding: locale.encoding.clone(),
        };
        let needed = [
            &user.username,
            &user.last_name,
            &user.alias,
            &user.email,
            &user.time_zone,
            &user.locale,
            &user.language,
            &user.encoding,
        ];
        needed.iter().all(|value| !value.is_empty()).then_some(user)
    }

    /// The set has another licence than the right one: it cannot be changed, and refuses what the form needs.
    fn is_look_alike(&self, set: &PermissionSet) -> bool {
        let right = self.licence().map(|licence| &licence.id);
        set.licence_id.is_some() && set.licence_id.as_ref() != right
    }

    fn is_assigned(&self) -> bool {
        matches!(self.report.answer(CheckId::Assignment), Some(Outcome::Proven(_)))
    }

    /// The set is this journey's to edit: made by the plan, or its own, held by nobody else.
    fn may_edit(&self, plan: &Plan) -> bool {
        match self.set() {
            None => plan.makes_set(),
            Some(set) => {
                let holders = self.facts.holders.seen();
                let is_own = holders.is_ok_and(|holders| {
                    holders
                        .iter()
                        .all(|holder| holder.username.eq_ignore_ascii_case(&self.wishes.username))
                });
                is_own && set.namespace.is_empty() && !self.is_look_alike(set)
            }
        }
    }

    /// What is needed and neither granted by the set nor reaches the user from elsewhere.
    fn grants(&self, plan: &mut Plan) {
        if self.wishes.object.is_empty() || self.found(Cause::ObjectAbsent) || !self.may_edit(plan) {
            return;
        }
        let (facts, wishes) = (self.facts, self.wishes);
        let set = self.set();
        let (objects, fields): (&[_], &[_]) = match (
            facts.own_object_permissions.seen(),
            facts.own_field_permissions.seen(),
        ) {
            (Ok(objects), Ok(fields)) => (objects, fields),
            // A set that the plan makes grants nothing yet.
            _ if set.is_none() => (&[], &[]),
            _ => return,
        };
        let access = access_of_user(facts, wishes, self.now);
        let own = |object: &str| {
            let is_own = |parent: &String| set.is_some_and(|set| set.id == *parent);
            objects
                .iter()
                .find(|row| is_own(&row.parent_id) && row.object == object)
        };
        let needed = needed_objects(facts, wishes);
        let lacks = |object: &str| {
            let (row, reaching) = (
                own(object),
                access.as_ref().map(|all| all.object(object)).unwrap_or_default(),
            );
            let is_object = object == wishes.object;
            let lacks = |own: Option<bool>, reaches: bool| !own.unwrap_or_default() && !reaches;
            lacks(row.map(|row| row.read), reaching.read)
                || (is_object && !wishes.find && lacks(row.map(|row| row.create), reaching.create))
                || (is_object && wishes.edit && lacks(row.map(|row| row.edit), reaching.edit))
        };
        let granted: Vec<&String> = needed.iter().filter(|object| lacks(object)).collect();
        // A set takes a grant only together with Read on all that the object depends on, whatever reaches the user from
        // elsewhere (Salesforce fact §7, seen).
        let is_below = |object: &String| granted.iter().any(|it| ancestors(it).contains(object));
        for object in &needed {
            let row = own(object);
            let is_readable = row.is_some_and(|row| row.read);
            if granted.contains(&object) || (is_below(object) && !is_readable) {
                let is_object = *object == wishes.object;
                plan.writes.push(Write::Object(ObjectGrant {
                    create: (is_object && !wishes.find) || row.is_some_and(|row| row.create),
                    edit: (is_object && wishes.edit) || row.is_some_and(|row| row.edit),
                    row: row.map(|row| row.id.clone()),
                    object: object.clone(),
                }));
            }
        }
        for field in permission_fields(facts, wishes) {
            let own = fields.iter().find(|row| {
                Some(&row.parent_id) == set.map(|set| &set.id)
                    && row.object == wishes.object
                    && row.field.eq_ignore_ascii_case(&field)
            });
            let is_enough = |(read, edit): (bool, bool)| edit || (read && wishes.find);
            let reaches = access
                .as_ref()
                .is_some_and(|all| is_enough(all.field(&wishes.object, &field)));
            if !reaches && !own.is_some_and(|row| is_enough((row.read, row.edit))) {
                plan.writes.push(Write::Field(FieldGrant {
                    object: wishes.object.clone(),
                    row: own.map(|row| row.id.clone()),
                    edit: !wishes.find,
                    field,
                }));
            }
        }
    }

    /// The set has, or would have, a user, and may be given to it.
    fn is_assignable(&self, plan: &Plan) -> bool {
        let has_user = plan.user.is_some() || plan.makes_user();
        let is_odd = self.set().is_some_and(|set| self.is_look_alike(set));
        let has_set = plan.set.is_some() || plan.makes_set();
        has_user && has_set && !is_odd && !self.found(Cause::SessionActivationRequired)
    }

    /// Before the grants, some of which need it.
    fn licence_assignment(&self, plan: &mut Plan) {
        if !self.is_assignable(plan) || !self.has_seats() {
            return;
        }
        let right = self.licence().map(|licence| licence.id.clone());
        let of_set = self.set().and_then(|set| set.licence_id.clone());
        // A set with the licence brings it along (Salesforce fact §7, seen).
        let brings_it = plan.makes_set() || (of_set.is_some() && of_set == right);
        let held = self
            .facts
            .licence_assignments
            .seen()
            .is_ok_and(|ids| right.as_ref().is_some_and(|right| ids.contains(right)));
        // Whoever has such a set already may have lost the licence since.
        let is_lost = brings_it && self.is_assigned();
        if !held && (!brings_it || is_lost) {
            plan.writes.extend(right.map(Write::Licence));
        }
    }

    fn assignment(&self, plan: &mut Plan) {
        let ended = self.found(Cause::AssignmentExpired) || self.found(Cause::AssignmentRevoked);
        let missing = self.found(Cause::AssignmentAbsent)
            || self.found(Cause::AssignmentOtherUser)
            || self.found(Cause::AssignmentLookAlikeSet);
        let is_new = plan.makes_set() || plan.user.is_none();
        if self.is_assignable(plan) && !ended && (missing || is_new) && self.has_seats() {
            plan.writes.push(Write::Assignment);
        }
    }
}

fn causes(report: &Report) -> impl Iterator<Item = Cause> {
    report.answers.iter().flat_map(|(_, outcome)| outcome.causes())
}

/// What is found and not mended by the plan, each cause once.
fn left(report: &Report, plan: &Plan) -> Vec<Cause> {
    let writes = |is_it: fn(&Write) -> bool| plan.writes.iter().any(is_it);
    let mended = |cause: Cause| match cause {
        Cause::PermissionSetAbsent => writes(|write| matches!(write, Write::PermissionSet(_))),
        Cause::UserAbsent => plan.makes_user(),
        Cause::ObjectPermissionMissing
        | Cause::ParentObjectMissing
        | Cause::LookupTargetUnreadable
        | Cause::FilesNotCreatable => writes(|write| matches!(write, Write::Object(_))),
        Cause::FieldPermissionMissing => writes(|write| matches!(write, Write::Field(_))),
        Cause::AssignmentAbsent | Cause::AssignmentOtherUser | Cause::AssignmentLookAlikeSet => {
            writes(|write| matches!(write, Write::Assignment))
        }
        Cause::PermissionSetNoLicence | Cause::LicenceAssignmentAbsent => {
            writes(|write| matches!(write, Write::Licence(_) | Write::PermissionSet(_)))
        }
        _ => false,
    };
    let mut left: Vec<Cause> = causes(report)
        .filter(|cause| cause.severity() == crate::check::Severity::Blocks && !mended(*cause))
        .collect();
    left.sort();
    left.dedup();
    left
}
