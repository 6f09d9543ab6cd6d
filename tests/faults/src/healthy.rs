//! Orgs in which everything is right, of different shapes and languages: no check may say otherwise.

use std::collections::BTreeMap;

use serde_json::json;
use simulated_org::StartState;
use simulated_org::start::{
    AssignmentStart, ConnectedAppStart, GroupStart, JotformStart, ObjectRight, OrgStart, PermissionSetStart,
    ProfileStart, UserStart,
};

use crate::more_healthy::EXTRAS;
use crate::object::{self, CUSTOM, OBJECTS};
use crate::odd_healthy::MADE_UP_FOR;
use crate::world::{
    APP, MARKER, PROFILE, SET, SET_LABEL, SET_LICENCE, Session, USER, Wanted, World, integration_user,
};

/// How access reaches the integration user.
pub type Route = (&'static str, fn(&mut World));

/// The ways in which access reaches the integration user (Salesforce fact §7, seen).
pub const ROUTES: [Route; 8] = [
    ("a set with the licence", |_| ()),
    ("a licence-less set, the licence by itself", licence_by_itself),
    ("a group", through_group),
    ("a group that mutes what is not needed", through_muting_group),
    ("a group whose set shows no rows", |world| {
        through_group(world);
        world.start.org.unknowns.group_set_rows = false;
    }),
    ("the profile", through_profile),
    ("two sets", through_two_sets),
    ("View All Fields beside", |world| {
        let object = world.object().to_owned();
        if let Some(rights) = world.set().object_permissions.get_mut(&object) {
            rights.push(ObjectRight::ViewAllFields);
        }
    }),
];

/// The languages of orgs that are tried beside English.
pub const LANGUAGES: [&str; 11] = [
    "ja", "de", "fr", "es", "pt_BR", "it", "nl_NL", "sv", "ko", "zh_CN", "qps",
];

/// The org of the article, done, for one object.
pub fn world(object: &str) -> World {
    let custom = object == CUSTOM;
    let org = OrgStart {
        users: vec![UserStart::default(), integration_user()],
        permission_sets: vec![PermissionSetStart {
            label: SET_LABEL.to_owned(),
            name: SET.to_owned(),
            license: Some(SET_LICENCE.to_owned()),
            object_permissions: object::object_permissions(object, false),
            field_permissions: object::field_permissions(object),
            ..PermissionSetStart::default()
        }],
        assignments: vec![AssignmentStart {
            user: USER.to_owned(),
            permission_set: Some(SET.to_owned()),
            ..AssignmentStart::default()
        }],
        connected_apps: vec![ConnectedAppStart {
            installed: true,
            ..ConnectedAppStart::default()
        }],
        custom_objects: custom.then(object::custom_object).into_iter().collect(),
        records: vec![object::proof(object)],
        ..OrgStart::default()
    };
    let jotform = JotformStart {
        forms: vec![object::form(object)],
        ..JotformStart::default()
    };
    let mut world = World {
        shape: format!("{object}, English"),
        start: StartState {
            schema: None,
            org,
            jotform,
        },
        session: Session::default(),
        bound: false,
        refuses: Vec::new(),
        denied: false,
        username_taken: false,
        alias: "jinte".to_owned(),
        sent: object::proof(object).fields,
        wanted: Wanted {
            username: USER.to_owned(),
            set_name: SET.to_owned(),
            set_label: SET_LABEL.to_owned(),
            marker: MARKER.to_owned(),
        },
        connection_shown: None,
        no_set: PermissionSetStart::default(),
    };
    world.change(
        "OauthToken",
        json!({"UserId": {"User": USER}}),
        json!({"UseCount": 3, "LastUsedDate": {"days_from_now": -0.1}}),
    );
    world.change(
        "User",
        json!({"Username": USER}),
        json!({"LastLoginDate": {"days_from_now": -0.2}}),
    );
    world.add(
        "LoginHistory",
        json!({
            "UserId": {"User": USER}, "LoginTime": {"days_from_now": -0.2}, "LoginType": "Remote Access 2.0",
            "Application": APP, "Status": "Success", "SourceIp": "203.0.113.7",
        }),
    );
    world
}

fn licence_by_itself(world: &mut World) {
    world.set().license = None;
    let licence = AssignmentStart {
        user: USER.to_owned(),
        permission_set_license: Some(SET_LICENCE.to_owned()),
        ..AssignmentStart::default()
    };
    world.start.org.assignments.insert(0, licence);
}

/// The set reaches the user through a group alone.
pub fn through_group(world: &mut World) {
    world.start.org.permission_set_groups.push(GroupStart {
        label: "Integrations".to_owned(),
        name: "Integrations".to_owned(),
        permission_sets: vec![SET.to_owned()],
        muted: None,
    });
    for assignment in world.assignments() {
        if assignment.permission_set.take().is_some() {
            assignment.permission_set_group = Some("Integrations".to_owned());
        }
    }
}

fn through_muting_group(world: &mut World) {
    let object = world.object().to_owned();
    let campaign = vec![ObjectRight::Read];
    let set = world.set();
    set.object_permissions
        .insert("Campaign".to_owned(), campaign.clone());
    if let Some(rights) = set.object_permissions.get_mut(&object) {
        rights.extend([ObjectRight::Edit, ObjectRight::Delete]);
    }
    through_group(world);
    world.start.org.permission_set_groups[0].muted = Some(PermissionSetStart {
        label: "Not needed".to_owned(),
        name: "Not_needed".to_owned(),
        object_permissions: BTreeMap::from([
            ("Campaign".to_owned(), campaign),
            (object, vec![ObjectRight::Delete]),
        ]),
        ..PermissionSetStart::default()
    });
}

fn through_profile(world: &mut World) {
    let set = world.set();
    let (object_permissions, field_permissions) = (
        std::mem::take(&mut set.object_permissions),
        std::mem::take(&mut set.field_permissions),
    );
    world.start.org.profiles.push(ProfileStart {
        name: "Integrations of Acme".to_owned(),
        like: PROFILE.to_owned(),
        object_permissions,
        field_permissions,
        ..ProfileStart::default()
    });
    world.user().profile = "Integrations of Acme".to_owned();
}

fn through_two_sets(world: &mut World) {
    let fields = std::mem::take(&mut world.set().field_permissions);
    world.start.org.permission_sets.push(PermissionSetStart {
        label: "Fields of web forms".to_owned(),
        name: "Web_Form_Fields".to_owned(),
        license: Some(SET_LICENCE.to_owned()),
        field_permissions: fields,
        ..PermissionSetStart::default()
    });
    world.start.org.assignments.push(AssignmentStart {
        user: USER.to_owned(),
        permission_set: Some("Web_Form_Fields".to_owned()),
        ..AssignmentStart::default()
    });
}

/// A healthy org for an object, a language and a route by their numbers, which wrap around.
pub fn shaped(object: usize, language: Option<usize>, route: usize) -> World {
    let object = OBJECTS[object % OBJECTS.len()];
    let (route, apply) = ROUTES[route % ROUTES.len()];
    let mut world = world(object);
    apply(&mut world);
    let language = language.map(|place| LANGUAGES[place % LANGUAGES.len()]);
    if let Some(language) = language {
        world.start.org.language = language.to_owned();
    }
    world.shape = format!("{object}, {}, {route}", language.unwrap_or("en_US"));
    world
}

/// Every healthy org.
pub fn all() -> Vec<World> {
    let routes = (0..OBJECTS.len()).flat_map(|object| (0..ROUTES.len()).map(move |route| (object, route)));
    let mut all: Vec<World> = routes
        .map(|(object, route)| shaped(object, None, route))
        .collect();
    all.extend((0..LANGUAGES.len()).map(|place| shaped(place, Some(place), place)));
    for (place, (name, apply)) in EXTRAS.iter().chain(&MADE_UP_FOR).enumerate() {
        let mut world = shaped(place, None, 0);
        apply(&mut world);
        world.shape = format!("{name} ({})", world.object());
        all.push(world);
    }
    all
}
