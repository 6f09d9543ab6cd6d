//! The integration user.

use super::*;

#[test]
fn user() {
    use CheckId::{ApiOnly, Profile, User as Exists, UserActive, UserLicence, UserVerified};
    run(&[
        ("absent", Exists, |f, _| nobody(f), Wrong(Cause::UserAbsent)),
        ("hidden", Exists, |f, _| f.users = hidden(), hid()),
        (
            "hidden, but on the page",
            Exists,
            |f, w| {
                f.users = hidden();
                w.page.user = true;
            },
            Proven,
        ),
        (
            "no session, but on the page",
            Profile,
            |f, w| {
                f.session = SessionFacts::Absent;
                w.page.user = true;
            },
            Proven,
        ),
        (
            "the profile hidden, but on the page",
            Profile,
            |f, w| {
                f.users = hidden();
                w.page.user = true;
            },
            Proven,
        ),
        (
            "the page does not tell the licence",
            UserLicence,
            |f, w| {
                f.users = hidden();
                w.page.user = true;
            },
            hid(),
        ),
        (
            "absent, whatever the page of another one shows",
            Exists,
            |f, w| {
                nobody(f);
                w.page.user = true;
            },
            Wrong(Cause::UserAbsent),
        ),
        (
            "no profile of nobody",
            Profile,
            |f, w| {
                nobody(f);
                w.page.user = true;
            },
            Unknown(Why::DependsOn(CheckId::User)),
        ),
        (
            "not entered, whatever the page shows",
            Exists,
            |f, w| {
                f.users = Look::NotAsked;
                w.page.user = true;
            },
            Unknown(Why::NothingToCheck),
        ),
        (
            "not entered",
            Exists,
            |f, _| f.users = Look::NotAsked,
            Unknown(Why::NothingToCheck),
        ),
        (
            "other licence",
            UserLicence,
            |f, _| users(f).user_licence_id = "100000000000002".into(),
            Wrong(Cause::UserLicenceWrong),
        ),
        (
            "licence not told",
            UserLicence,
            |f, _| users(f).user_licence_id.clear(),
            Unknown(Why::Hidden("Profile.UserLicenseId".into())),
        ),
        (
            "licences hidden",
            UserLicence,
            |f, _| f.user_licences = hidden(),
            hid(),
        ),
        (
            "no user",
            UserLicence,
            |f, _| nobody(f),
            Unknown(Why::DependsOn(CheckId::User)),
        ),
        (
            "older profile",
            Profile,
            |f, _| users(f).profile_name = "Salesforce API Only System Integrations".into(),
            Proven,
        ),
        (
            "translated profile",
            Profile,
            |f, _| users(f).profile_name = "最小アクセス".into(),
            Proven,
        ),
        (
            "other profile",
            Profile,
            |f, _| {
                users(f).profile_name = "Standard User".into();
                users(f).profile_id = "00e000000000002".into();
            },
            Wrong(Cause::ProfileWrong),
        ),
        (
            "profile not told",
            Profile,
            |f, _| {
                users(f).profile_name = "最小アクセス".into();
                f.api_only_profiles = hidden();
            },
            hid(),
        ),
        (
            "no user",
            Profile,
            |f, _| nobody(f),
            Unknown(Why::DependsOn(CheckId::User)),
        ),
        (
            "more than the API",
            ApiOnly,
            |f, _| f.api_only_profiles = Look::Seen(vec![]),
            Wrong(Cause::NotApiOnly),
        ),
        (
            "profiles hidden",
            ApiOnly,
            |f, _| f.api_only_profiles = hidden(),
            hid(),
        ),
        (
            "inactive",
            UserActive,
            |f, _| users(f).active = false,
            Wrong(Cause::UserInactive),
        ),
        (
            "frozen",
            UserActive,
            |f, _| {
                f.login = Look::Seen(vec![UserLogin {
                    frozen: true,
                    locked: false,
                }])
            },
            Wrong(Cause::UserFrozen),
        ),
        ("freezing hidden", UserActive, |f, _| f.login = hidden(), hid()),
        (
            "no login row",
            UserActive,
            |f, _| f.login = Look::Seen(vec![]),
            Unknown(Why::Hidden("UserLogin".into())),
        ),
        (
            "unverified",
            UserVerified,
            |f, _| {
                f.verification = Look::Seen(Verification::default());
                f.tokens = Look::Seen(vec![]);
            },
            Wrong(Cause::UserUnverified),
        ),
        (
            "a token proves a login",
            UserVerified,
            |f, _| f.verification = hidden(),
            Proven,
        ),
        (
            "a login proves it",
            UserVerified,
            |f, _| {
                f.verification = hidden();
                f.tokens = Look::Seen(vec![]);
            },
            Proven,
        ),
        (
            "a last login proves it",
            UserVerified,
            |f, _| {
                f.tokens = Look::Seen(vec![]);
                if let Look::Seen(verification) = &mut f.verification {
                    verification.email_verified = false;
                }
            },
            Proven,
        ),
        (
            "no sign, and the field hidden",
            UserVerified,
            |f, _| {
                f.verification = hidden();
                f.tokens = Look::Seen(vec![]);
                f.logins = Look::Seen(vec![]);
            },
            hid(),
        ),
    ]);
}
