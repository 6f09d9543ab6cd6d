//! The integration user: there, with the right licence and profile, and usable.

use super::judge::{Case, Not, Verdict, evidence, finding, unless, wrong};
use super::{Cause, CheckId, Why, connection, wishes::Wishes};
use crate::org::{Licence, OrgFacts, PROFILES, USER_LICENCE, User};

/// The integration user: the one with the wanted username.
///
/// # Errors
/// Why the org's users could not be seen.
pub fn integration_user<'a>(facts: &'a OrgFacts, wishes: &Wishes) -> Result<Option<&'a User>, Why> {
    let users = facts.users.seen()?;
    Ok(users
        .iter()
        .find(|user| user.username.eq_ignore_ascii_case(&wishes.username)))
}

/// The integration user, or that everything about them depends on them.
pub(super) fn the_user(case: Case<'_>) -> Result<&User, Why> {
    integration_user(case.facts, case.wishes)?.ok_or(Why::DependsOn(CheckId::User))
}

/// The user exists; where not, whether the nickname is still free.
pub(super) fn user(case: Case) -> Verdict {
    let wanted = &case.wishes.username;
    let found = match integration_user(case.facts, case.wishes) {
        Ok(found) => found,
        Err(why) => return user_on_page(case, CheckId::User, why),
    };
    if let Some(user) = found {
        return Ok(vec![evidence("User.Username", &user.username, wanted)]);
    }
    let absent = if case.wishes.page.username_taken {
        Cause::UsernameTaken
    } else {
        Cause::UserAbsent
    };
    let mut findings = vec![finding(absent, evidence("User.Username", "", wanted))];
    let nickname = &case.wishes.nickname;
    let taken = |user: &&User| !nickname.is_empty() && user.nickname.eq_ignore_ascii_case(nickname);
    let holder = case.facts.users.seen()?.iter().find(taken);
    findings.extend(holder.map(|user| {
        let seen = [&user.nickname, " (", &user.username, ")"].concat();
        finding(
            Cause::NicknameTaken,
            evidence("User.CommunityNickname", &seen, ""),
        )
    }));
    Err(Not::Wrong(findings))
}

/// What the user's own page shows of the user or the profile, where the org's data cannot be read: of two users with the same
/// e-mail address the one for the API alone is meant.
pub(super) fn user_on_page(case: Case, id: CheckId, why: Why) -> Verdict {
    // Where the org has answered, it is the org that tells.
    if !case.wishes.page.user || matches!(why, Why::DependsOn(_) | Why::NothingToCheck) {
        return Err(why.into());
    }
    let [profile, _] = PROFILES;
    Ok(vec![match id {
        CheckId::Profile => evidence("User Detail: Profile", profile, profile),
        _ => evidence("User Detail: Email", &case.wishes.email, &case.wishes.email),
    }])
}

/// The user's profile is of the licence `Salesforce Integration`.
pub(super) fn user_licence(case: Case) -> Verdict {
    let user = the_user(case)?;
    let licences = case.facts.user_licences.seen()?;
    let held = licences.iter().find(|licence| licence.id == user.user_licence_id);
    let label = |licence: &Licence| {
        if licence.label.is_empty() {
            licence.name.clone()
        } else {
            licence.label.clone()
        }
    };
    let seen = held.map_or_else(|| user.user_licence_id.clone(), label);
    let shown = vec![evidence("Profile.UserLicenseId", &seen, USER_LICENCE)];
    match held {
        Some(licence) if licence.name == USER_LICENCE => Ok(shown),
        None if seen.is_empty() => Err(Why::Hidden("Profile.UserLicenseId".to_owned()).into()),
        _ => wrong(Cause::UserLicenceWrong, shown),
    }
}

/// The user has an API-only profile, told by its name or, in any language, by its own permission set.
pub(super) fn profile(case: Case) -> Verdict {
    let user = match the_user(case) {
        Ok(user) => user,
        Err(why) => return user_on_page(case, CheckId::Profile, why),
    };
    let [wanted, _] = PROFILES;
    let shown = vec![evidence("Profile.Name", &user.profile_name, wanted)];
    if PROFILES.contains(&user.profile_name.as_str()) {
        return Ok(shown);
    }
    let profiles = case.facts.api_only_profiles.seen()?;
    let fits = profiles.iter().any(|profile| profile.id == user.profile_id);
    if fits && user_licence(case).is_ok() {
        Ok(shown)
    } else {
        wrong(Cause::ProfileWrong, shown)
    }
}

/// The user may use nothing but the API, which the profile's own permission set tells (Salesforce fact §7, inferred).
pub(super) fn api_only(case: Case) -> Verdict {
    let user = the_user(case)?;
    let profiles = case.facts.api_only_profiles.seen()?;
    let source = "PermissionSet.PermissionsApiUserOnly";
    if profiles.iter().any(|profile| profile.id == user.profile_id) {
        Ok(vec![evidence(source, "true", "true")])
    } else {
        wrong(Cause::NotApiOnly, vec![evidence(source, "false", "true")])
    }
}

/// The user is active and not frozen.
pub(super) fn user_active(case: Case) -> Verdict {
    let user = the_user(case)?;
    if !user.active {
        return wrong(
            Cause::UserInactive,
            vec![evidence("User.IsActive", "false", "true")],
        );
    }
    match case.facts.login.seen()?.first() {
        None => Err(Why::Hidden("UserLogin".to_owned()).into()),
        Some(login) if login.frozen => wrong(
            Cause::UserFrozen,
            vec![evidence("UserLogin.IsFrozen", "true", "false")],
        ),
        Some(_) => Ok(vec![
            evidence("User.IsActive", "true", "true"),
            evidence("UserLogin.IsFrozen", "false", "false"),
        ]),
    }
}

/// The user has verified the e-mail address; a login is proof of that as well, since the first one asks for it.
pub(super) fn user_verified(case: Case) -> Verdict {
    let user = the_user(case)?;
    let verification = case.facts.verification.seen();
    if let Ok(verification) = &verification {
        let verified = evidence(
            "User.HasUserVerifiedEmail",
            yes(verification.email_verified),
            "true",
        );
        let last = verification.last_login.as_deref();
        if verification.email_verified {
            let login = last.map(|time| evidence("User.LastLoginDate", time, ""));
            return Ok(std::iter::once(verified).chain(login).collect());
        }
        if !connection::has_token(case.facts, &user.id) && last.is_none() {
            return wrong(Cause::UserUnverified, vec![verified]);
        }
    }
    if connection::has_token(case.facts, &user.id) {
        return Ok(vec![evidence("OauthToken.UserId", &user.name, &user.name)]);
    }
    if let Some(last) = verification
        .as_ref()
        .ok()
        .and_then(|seen| seen.last_login.as_deref())
    {
        return Ok(vec![evidence("User.LastLoginDate", last, "")]);
    }
    let logins = case.facts.logins.seen()?;
    match logins.iter().find(|login| login.status == "Success") {
        Some(login) => Ok(vec![evidence("LoginHistory.LoginTime", &login.time, "")]),
        None => Err(verification.err().unwrap_or(Why::NoAnswer).into()),
    }
}

/// The user's address, alias and profile are as they should be.
pub(super) fn user_details(case: Case) -> Verdict {
    let user = the_user(case)?;
    let mut findings = Vec::new();
    if user.email.ends_with(".invalid") {
        findings.push(finding(
            Cause::UserEmailInvalid,
            evidence("User.Email", &user.email, ""),
        ));
    }
    let [newer, older] = PROFILES;
    if user.profile_name == older {
        findings.push(finding(
            Cause::ProfileLegacy,
            evidence("Profile.Name", older, newer),
        ));
    }
    let wished = &case.wishes.alias;
    let is_cut = !user.alias.is_empty() && user.alias.len() < wished.len() && wished.starts_with(&user.alias);
    if is_cut {
        findings.push(finding(
            Cause::AliasCut,
            evidence("User.Alias", &user.alias, wished),
        ));
    }
    unless(findings, || {
        vec![
            evidence("User.Email", &user.email, ""),
            evidence("User.Alias", &user.alias, ""),
        ]
    })
}

/// The id of the API-only profile to choose for a new user: by its name, the newer one first, else the only one there is.
#[must_use]
pub fn wanted_profile(facts: &OrgFacts, user_licence: Option<&str>) -> Option<String> {
    let profiles = facts.api_only_profiles.seen().ok()?;
    let licensed = || {
        profiles
            .iter()
            .filter(|profile| Some(profile.user_licence_id.as_str()) == user_licence)
    };
    let by_name = PROFILES
        .iter()
        .find_map(|name| licensed().find(|profile| profile.name == *name));
    let only = || {
        if licensed().count() == 1 {
            licensed().next()
        } else {
            None
        }
    };
    by_name.or_else(only).map(|profile| profile.id.clone())
}

fn yes(flag: bool) -> &'static str {
    if flag { "true" } else { "false" }
}
