//! Labels that say it otherwise, say more, or are no label by markup any more.

use crate::draft::Draft;
use crate::label::{self, label};
use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

/// How the makers of a site might call the same thing in a later release. English and Japanese.
const WORDINGS: &[(&str, &[&str])] = &[
    ("Setup", &["Setup Home", "Administration Setup", "Org Setup"]),
    (
        "Permission Sets",
        &[
            "All Permission Sets",
            "Permission Sets & Access",
            "Manage Permission Sets",
        ],
    ),
    ("Users", &["Manage Users", "User Management", "People"]),
    (
        "Connected Apps OAuth Usage",
        &["OAuth Usage", "Connected App Usage", "OAuth Connected Apps Usage"],
    ),
    ("New", &["Create New", "New Permission Set", "Create"]),
    ("New User", &["Add User", "Create User", "New Person"]),
    ("Save", &["Save Changes", "Apply", "Save and Close"]),
    ("Save Integration", &["Save Changes", "Finish", "Save Connection"]),
    ("Edit", &["Edit Permissions", "Change", "Edit Properties"]),
    ("Label", &["Permission Set Label", "Display Label", "Title"]),
    (
        "API Name",
        &["Developer Name", "API Reference Name", "Unique Name"],
    ),
    (
        "License",
        &["Assigned License", "License Type", "Permission Set License"],
    ),
    (
        "User License",
        &["License for Users", "License Type", "User License Type"],
    ),
    (
        "Object Settings",
        &[
            "Object and Field Settings",
            "Objects",
            "Object Permissions & Settings",
        ],
    ),
    ("Leads", &["Lead", "Lead Records", "Sales Leads"]),
    ("Read", &["View Records", "Read Access", "Allow Read"]),
    ("Create", &["Create Records", "Add", "Allow Create"]),
    ("First Name", &["Given Name", "First (Given) Name", "Forename"]),
    ("Last Name", &["Family Name", "Surname", "Last (Family) Name"]),
    ("Email", &["Email Address", "E-mail", "Work Email"]),
    ("Profile", &["User Profile", "Profile Name", "Assigned Profile"]),
    ("Active", &["Is Active", "User Is Active", "Enabled"]),
    (
        "Generate new password and notify user immediately",
        &[
            "Send a password and notify the user now",
            "Generate password and notify user",
        ],
    ),
    ("Alias", &["User Alias", "Short Name", "Alias Name"]),
    ("Username", &["User Name", "Login Name", "Sign-in Name"]),
    ("Nickname", &["Community Nickname", "Display Name", "Nick Name"]),
    (
        "Edit Assignments",
        &[
            "Manage Assignments",
            "Change Assignments",
            "Edit Permission Set Assignments",
        ],
    ),
    ("Unfreeze", &["Unfreeze User", "Thaw", "Unlock Account"]),
    (
        "Available Permission Sets",
        &[
            "Permission Sets to Choose From",
            "Available Sets",
            "Permission Sets Available",
        ],
    ),
    (
        "Enabled Permission Sets",
        &[
            "Assigned Permission Sets",
            "Enabled Sets",
            "Selected Permission Sets",
        ],
    ),
    ("Add", &["Add Selected", "Move to Enabled", "Assign"]),
    ("Continue", &["Confirm", "Continue Anyway", "Yes, Continue"]),
    ("Install", &["Install App", "Add App", "Install Connected App"]),
    ("Allow", &["Allow Access", "Authorize", "Grant Access"]),
    ("Settings", &["Form Settings", "Configure", "Settings & More"]),
    ("Edit Form", &["Edit", "Open in Form Builder", "Edit This Form"]),
    (
        "Integrations",
        &["App Integrations", "Connections", "Integrations & Apps"],
    ),
    (
        "Search Integrations",
        &["Find an Integration", "Search Apps", "Search all integrations"],
    ),
    (
        "Search in integrations",
        &["Find an Integration", "Search Apps", "Search all integrations"],
    ),
    (
        "Salesforce",
        &[
            "Salesforce CRM",
            "Salesforce Sales Cloud",
            "Salesforce Integration",
        ],
    ),
    (
        "Authenticate",
        &[
            "Connect Account",
            "Authenticate with Salesforce",
            "Sign in to Salesforce",
        ],
    ),
    ("Next", &["Continue", "Next Step", "Go On"]),
    (
        "Object",
        &["Record Type", "Target Object", "Object in Salesforce"],
    ),
    (
        "Salesforce Object",
        &["Record Type", "Target Object", "Object in Salesforce"],
    ),
    (
        "Select an action",
        &["What should happen?", "Action to take", "Pick an action"],
    ),
    (
        "Choose an action",
        &["What should happen?", "Action to take", "Pick an action"],
    ),
    ("Company", &["Company Name", "Organization", "Your Company"]),
    ("Phone Number", &["Phone", "Telephone", "Your Phone Number"]),
    ("Message", &["Your Message", "Comments", "Message Text"]),
    (
        "Full Name - Last Name",
        &["Name - Last Name", "Full Name - Last", "Last Name"],
    ),
    (
        "Update an existing record",
        &[
            "Update existing records",
            "Update if it exists",
            "Update record when found",
        ],
    ),
    (
        "Update an Existing Record",
        &[
            "Update existing records",
            "Update if it exists",
            "Update record when found",
        ],
    ),
    (
        "Attachments",
        &["Send Attachments", "Files", "Attachments and Files"],
    ),
    (
        "Email Read Access",
        &["Email Read", "Read Access to Email", "Email: Read"],
    ),
    (
        "Email Edit Access",
        &["Email Edit", "Edit Access to Email", "Email: Edit"],
    ),
    (
        "Phone Read Access",
        &["Phone Read", "Read Access to Phone", "Phone: Read"],
    ),
    (
        "Phone Edit Access",
        &["Phone Edit", "Edit Access to Phone", "Phone: Edit"],
    ),
    (
        "Description Read Access",
        &[
            "Description Read",
            "Read Access to Description",
            "Description: Read",
        ],
    ),
    (
        "Description Edit Access",
        &[
            "Description Edit",
            "Edit Access to Description",
            "Description: Edit",
        ],
    ),
    ("保存", &["変更を保存", "適用", "保存して閉じる"]),
    ("編集", &["権限を編集", "変更"]),
    ("新規", &["新規作成", "作成"]),
    ("メール", &["メールアドレス", "E メール"]),
    ("姓", &["名字", "姓 (ラストネーム)"]),
    ("名", &["名前", "名 (ファーストネーム)"]),
    ("権限セット", &["すべての権限セット", "権限セットの管理"]),
    ("認証", &["アカウントを接続", "Salesforce で認証"]),
];

/// The control is called otherwise, wherever its words stand.
pub fn reworded(draft: &mut Draft, rng: &mut ChaCha8Rng) -> bool {
    change_words(draft, rng, |words, rng| {
        let (_, wordings) = WORDINGS.iter().find(|(known, _)| *known == words)?;
        wordings.choose(rng).map(|it| (*it).to_owned())
    })
}

/// A star, a count, an icon or more around the words.
pub fn decorated(draft: &mut Draft, rng: &mut ChaCha8Rng) -> bool {
    let form = rng.random_range(0..8);
    let count = rng.random_range(1..40);
    change_words(draft, rng, |words, _| {
        Some(match form {
            0 => format!("* {words}"),
            1 => format!("{words} *"),
            2 => format!("{words} ({count})"),
            3 => format!("✓ {words}"),
            4 => format!("{words}…"),
            5 => format!("{words}:"),
            6 => format!("→ {words}"),
            _ => words.to_uppercase(),
        })
    })
}

fn change_words(
    draft: &mut Draft,
    rng: &mut ChaCha8Rng,
    mut say: impl FnMut(&str, &mut ChaCha8Rng) -> Option<String>,
) -> bool {
    let Some((home, controls)) = draft.controls() else {
        return false;
    };
    let tree = &mut draft.frames[home].tree;
    let labels: Vec<_> = controls
        .iter()
        .filter_map(|&control| label(tree, control))
        .collect();
    let Some(first) = labels.first() else { return false };
    let Some(said) = say(&first.words, rng).filter(|said| *said != first.words) else {
        return false;
    };
    let old = first.words.clone();
    // Buttons that stand twice are called the same, and stay so.
    labels
        .iter()
        .filter(|it| it.words == old)
        .for_each(|it| label::write(tree, it, &said));
    true
}

/// The words stay where they are and name nothing any more: only that they stand before the control.
pub fn detached(draft: &mut Draft, _: &mut ChaCha8Rng) -> bool {
    let Some((home, controls)) = draft.controls() else {
        return false;
    };
    let tree = &mut draft.frames[home].tree;
    let mut any = false;
    for control in controls {
        if label::is_pressed(tree, control) {
            continue;
        }
        let Some(element) = label(tree, control).and_then(|it| it.element) else {
            continue;
        };
        if tree.within(element).contains(&control) {
            continue;
        }
        for inner in tree.within(element) {
            if tree.tag(inner) == "label" {
                tree.set_tag(inner, "span");
                any |= tree.unset(inner, "for").is_some();
            }
        }
        any |= tree.unset(control, "aria-labelledby").is_some();
    }
    any
}

/// The words that stood before a box are in it as its prompt, or only its accessible name.
pub fn inside(draft: &mut Draft, rng: &mut ChaCha8Rng) -> bool {
    let Some((home, controls)) = draft.controls() else {
        return false;
    };
    let tree = &mut draft.frames[home].tree;
    let mut any = false;
    for control in controls {
        let Some(own) = label(tree, control).filter(|_| !label::is_pressed(tree, control)) else {
            continue;
        };
        let Some(element) = own.element.filter(|&it| !tree.within(it).contains(&control)) else {
            continue;
        };
        let takes_text = matches!(tree.attribute(control, "type"), Some("text" | "search" | "email"));
        let name = if takes_text && rng.random_bool(0.5) {
            "placeholder"
        } else {
            "aria-label"
        };
        tree.unset(control, "aria-labelledby");
        tree.set(control, name, &own.words);
        // A cell stays where it is, empty.
        for child in tree.children(element).to_vec() {
            tree.detach(child);
        }
        any = true;
    }
    any
}

/// The words of the label, each in an element of its own.
pub fn in_parts(draft: &mut Draft, _: &mut ChaCha8Rng) -> bool {
    let Some((home, controls)) = draft.controls() else {
        return false;
    };
    let tree = &mut draft.frames[home].tree;
    let mut any = false;
    for control in controls {
        for site in label(tree, control).into_iter().flat_map(|own| own.sites) {
            let label::Site::Text(node) = site else { continue };
            let text = tree.own_text(node).unwrap_or_default().to_owned();
            let words: Vec<&str> = text.split_inclusive(' ').collect();
            let is_option = tree.parent(node).is_some_and(|it| tree.tag(it) == "option");
            if words.len() < 2 || is_option {
                continue;
            }
            for word in words {
                let part = tree.make("span", &[]);
                let text = tree.text_node(word);
                tree.append(part, text);
                tree.insert_before(node, part);
            }
            tree.detach(node);
            any = true;
        }
    }
    any
}

/// Every heading says something else, so that no section is called as it was.
pub fn headings(draft: &mut Draft, rng: &mut ChaCha8Rng) -> bool {
    const OTHERS: [&str; 6] = [
        "Overview",
        "Manage",
        "Details & More",
        "General",
        "Options",
        "Your Workspace",
    ];
    let Some((home, controls)) = draft.controls() else {
        return false;
    };
    let tree = &mut draft.frames[home].tree;
    let mut any = false;
    for node in tree.elements() {
        let is_heading = matches!(tree.tag(node), "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "legend");
        // The words of a field may stand in one.
        if !is_heading
            || controls
                .iter()
                .any(|&it| label(tree, it).and_then(|own| own.element) == Some(node))
        {
            continue;
        }
        if let Some(text) = tree
            .within(node)
            .into_iter()
            .find(|&it| tree.own_text(it).is_some_and(|text| !text.trim().is_empty()))
        {
            tree.set_text(text, OTHERS.choose(rng).copied().unwrap_or("Overview").to_owned());
            any = true;
        }
    }
    any
}
