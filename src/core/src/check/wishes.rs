//! What the org should hold, as the journey wants it.

use super::Cause;
use crate::field::RecordKey;
use crate::form::{Form, Mapped};
use crate::inputs::InputKey;
use crate::journey::{self, Bound, Frame, State};
use crate::message::Sighting;
use vecmap::VecMap;

/// The guide's name for the probe on a user's page that finds the permission set among the assigned ones.
pub const PROBE_ASSIGNED: &str = "assigned";
/// The guide's name for the probe on a user's page that finds the wanted e-mail address.
pub const PROBE_EMAIL: &str = "user_email";
/// The guide's name for the probe on a user's page that finds a profile for the API alone.
pub const PROBE_PROFILE: &str = "user_profile";

/// What a check is to hold the org against.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// API name of the permission set; empty where it is not entered yet.
    pub permission_set_name: String,
    /// Label of the permission set; empty where it is not entered yet.
    pub permission_set_label: String,
    /// The integration user's username; empty where it is not entered yet.
    pub username: String,
    /// The integration user's e-mail address; empty where it is not entered yet.
    pub email: String,
    /// The integration user's nickname; empty where it is not entered yet.
    pub nickname: String,
    /// The integration user's alias; empty where it is not entered yet.
    pub alias: String,
    /// API name of the object that Jotform writes; empty where it is not entered yet.
    pub object: String,
    /// API names of the object's fields that Jotform fills.
    pub fields: Vec<String>,
    /// Existing records are updated, or files attached: Edit is needed.
    pub edit: bool,
    /// Existing records are updated, which keeps their creator.
    pub update: bool,
    /// Records are only looked for, which takes a right to see them, and none to make or change them.
    pub find: bool,
    /// Files are attached.
    pub attachments: bool,
    /// The form, where its builder page was seen.
    pub form: Option<Form>,
    /// Which question goes into which field, as far as it is known.
    pub mapping: Vec<Mapped>,
    /// The username that the form's integration is connected as; empty where it is not known.
    pub connected_as: String,
    /// What the test submission sent, by API name of the field.
    pub sent: Vec<(String, String)>,
    /// Ids learnt before, 15 characters.
    pub records: VecMap<RecordKey, String>,
    /// The org and user of the first check.
    pub bound: Option<Bound>,
    /// A text that the test submission carries; empty where there is none.
    pub proof_marker: String,
    /// What the pages showed.
    pub page: PageEvidence,
}

/// What the pages showed, for where the org's data does not tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PageEvidence {
    /// The user's page lists the permission set as assigned.
    pub assigned: bool,
    /// A user's page shows the wanted e-mail address and, on the same page, a profile for the API alone.
    pub user: bool,
    /// Salesforce or Jotform said that the app was denied.
    pub denied: bool,
    /// Salesforce said that the username is taken, perhaps in another org.
    pub username_taken: bool,
}

impl Wishes {
    /// What a journey wants of its org.
    #[must_use]
    pub fn of(state: &State) -> Wishes {
        let input = |key| {
            state
                .inputs
                .values
                .get(&key)
                .map(|text| text.trim().to_owned())
                .unwrap_or_default()
        };
        let frames = || state.tabs.values().flat_map(|tab| tab.frames.values());
        let found = |frame: &Frame, probe: &str| {
            !frame.other_org && matches!(frame.probes.get(probe), Some(Sighting::Found(_)))
        };
        let update = state.inputs.is_yes(InputKey::UpdateExisting);
        let attachments = state.inputs.is_yes(InputKey::Attachments);
        let fields = state.fields();
        let object = input(InputKey::Object);
        let mapping = journey::mapping(state).into_iter().map(|one| one.0).collect();
        Wishes {
            permission_set_name: input(InputKey::PermissionSetName),
            permission_set_label: input(InputKey::PermissionSetLabel),
            username: input(InputKey::Username),
            email: input(InputKey::Email),
            nickname: input(InputKey::Nickname),
            alias: input(InputKey::Alias),
            object,
            fields,
            edit: update || attachments,
            update,
            find: state.inputs.only_finds(),
            attachments,
            form: form(state),
            mapping,
            connected_as: String::new(),
            sent: state.sent_now(),
            records: state
                .private
                .records
                .clone()
                .into_iter()
                .chain(state.records.clone())
                .collect(),
            bound: state.bound.clone(),
            proof_marker: state.marker(),
            page: PageEvidence {
                assigned: frames().any(|frame| found(frame, PROBE_ASSIGNED)),
                user: frames().any(|frame| found(frame, PROBE_EMAIL) && found(frame, PROBE_PROFILE)),
                denied: state.seen_wrong.contains(&Cause::AppBlocked),
                username_taken: state.seen_wrong.contains(&Cause::UsernameTaken),
            },
        }
    }
}

/// Forms on this host are kept under HIPAA (Jotform fact §1, seen).
const HIPAA_HOST: &str = "hipaa.jotform.com";

/// The form as its pages showed it.
fn form(state: &State) -> Option<Form> {
    let form = state.seen_form();
    (!form.questions.is_empty()).then(|| Form {
        hipaa: state.jotform_host() == HIPAA_HOST,
        ..form
    })
}
