//! Who the caller is: `/id/ORG/USER`, `/services/oauth2/userinfo`, and the state of a password.

use serde_json::{Value, json};

use crate::store::Row;
use crate::{Caller, Org, Record, same_id};

use super::call::{Refusal, Reply};
use super::service::{Answer, Context};

/// The address of a user's identity; it ends in both ids (Salesforce fact §6, seen).
pub(super) fn url(org: &Org, user_id: &str) -> String {
    format!(
        "https://{}/id/{}/{user_id}",
        org.settings.core_host(),
        org.settings.organization_id
    )
}

/// The identity of the caller, if it is asked for its own.
pub(super) fn identity(org: &Org, caller: &Caller, organization_id: &str, user_id: &str) -> Reply {
    if !same_id(organization_id, &org.settings.organization_id) {
        return text(403, "Wrong_Org");
    }
    let user = org.store.get("User", &caller.user_id);
    let Some(user) = user.filter(|_| same_id(user_id, &caller.user_id)) else {
        return text(403, "Bad_OAuth_Token");
    };
    let id = url(org, &caller.user_id);
    let host = format!("https://{}", org.settings.core_host());
    Reply::ok(json!({
        "id": id,
        "asserted_user": true,
        "user_id": caller.user_id,
        "organization_id": org.settings.organization_id,
        "username": field(user, "Username"),
        "nick_name": field(user, "CommunityNickname"),
        "display_name": name(user),
        "email": field(user, "Email"),
        "email_verified": user.flag("HasUserVerifiedEmail"),
        "first_name": field(user, "FirstName"),
        "last_name": field(user, "LastName"),
        "timezone": field(user, "TimeZoneSidKey"),
        "active": user.flag("IsActive"),
        "user_type": "STANDARD",
        "language": field(user, "LanguageLocaleKey"),
        "locale": field(user, "LocaleSidKey"),
        "urls": {
            "rest": format!("{host}/services/data/v{{version}}/"),
            "sobjects": format!("{host}/services/data/v{{version}}/sobjects/"),
            "query": format!("{host}/services/data/v{{version}}/query/"),
            "profile": format!("{host}/{}", caller.user_id),
            "custom_domain": host,
        },
    }))
}

/// The same in the words of OpenID Connect.
pub(super) fn userinfo(org: &Org, caller: &Caller) -> Reply {
    let Some(user) = org.store.get("User", &caller.user_id) else {
        return text(403, "Bad_OAuth_Token");
    };
    Reply::ok(json!({
        "sub": url(org, &caller.user_id),
        "user_id": caller.user_id,
        "organization_id": org.settings.organization_id,
        "preferred_username": field(user, "Username"),
        "nickname": field(user, "CommunityNickname"),
        "name": name(user),
        "email": field(user, "Email"),
        "email_verified": user.flag("HasUserVerifiedEmail"),
        "given_name": field(user, "FirstName"),
        "family_name": field(user, "LastName"),
        "zoneinfo": field(user, "TimeZoneSidKey"),
        "active": user.flag("IsActive"),
        "language": field(user, "LanguageLocaleKey"),
        "locale": field(user, "LocaleSidKey"),
    }))
}

/// The answer of both to a call without a session that is valid here (Salesforce fact §6, seen).
pub(super) fn no_session() -> Reply {
    text(403, "Bad_OAuth_Token")
}

/// Whether a user's password has expired.
pub(super) fn password(context: &Context<'_>, user_id: &str) -> Answer {
    match context.org.store.get("User", user_id) {
        Some(_) => Ok(Reply::ok(
            json!({ "isExpired": context.org.password_expired(user_id) }),
        )),
        None => Err(Refusal::not_found()),
    }
}

fn field(user: &Record, name: &str) -> Value {
    user.get(name).cloned().unwrap_or(Value::Null)
}

fn name(user: &Record) -> String {
    let parts: Vec<&str> = ["FirstName", "LastName"]
        .iter()
        .filter_map(|name| user.text(name))
        .collect();
    parts.join(" ")
}

fn text(status: u16, text: &str) -> Reply {
    Reply {
        status,
        body: Value::from(text),
        location: None,
    }
}
