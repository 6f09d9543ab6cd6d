//! What `locate` points at on pages of the shapes that the facts tell of, and where it must not point.

use waymark_core::locate::{Answer, locate};
use waymark_core::snapshot::{ChoiceOption, Element, Snapshot};
use waymark_core::target::{Target, Wordings};

fn words(rows: &[(&str, &[&str])]) -> Wordings {
    rows.iter()
        .map(|(language, texts)| ((*language).to_owned(), list(texts)))
        .collect()
}

fn list(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

fn element(role: &str, name: &str) -> Element {
    Element {
        role: role.into(),
        name: name.into(),
        visible: true,
        ..Element::default()
    }
}

fn button(name: &str, name_attribute: &str) -> Element {
    Element {
        tag: "input".into(),
        kind: "submit".into(),
        name_attribute: name_attribute.into(),
        ..element("button", name)
    }
}

fn select(id: &str, name: &str, options: &[(&str, &str)]) -> Element {
    Element {
        tag: "select".into(),
        id: id.into(),
        options: options
            .iter()
            .map(|&(value, label)| ChoiceOption {
                value: value.into(),
                label: label.into(),
                selected: false,
            })
            .collect(),
        ..element("combobox", name)
    }
}

fn page(language: &str, elements: Vec<Element>) -> Snapshot {
    Snapshot {
        language: language.into(),
        elements,
    }
}

fn look(target: &Target, snapshot: &Snapshot) -> Answer {
    locate(target, snapshot)
}

/// What the answer points at: `Ok` an element, `Err(true)` several, `Err(false)` none.
fn found(answer: &Answer) -> Result<usize, bool> {
    match answer {
        Answer::Found { element, .. } => Ok(*element),
        Answer::Ambiguous { .. } => Err(true),
        Answer::Absent { .. } => Err(false),
    }
}

fn save_target() -> Target {
    Target {
        role: Some("button".into()),
        names: words(&[("en", &["Save"]), ("ja", &["保存"])]),
        id_suffixes: list(&[":save"]),
        name_attributes: list(&["save", ":save"]),
        any_of_equals: true,
        ..Target::default()
    }
}

fn licence_target() -> Target {
    Target {
        role: Some("combobox".into()),
        names: words(&[
            ("en", &["License", "User License"]),
            ("ja", &["ライセンス", "ユーザライセンス"]),
        ]),
        tags: list(&["select"]),
        option_records: list(&["0PLxx0000000002"]),
        option_labels: words(&[("en", &["Salesforce API Integration"])]),
        ..Target::default()
    }
}

fn edit_assignments_target() -> Target {
    Target {
        role: Some("button".into()),
        names: words(&[("en", &["Edit Assignments"]), ("ja", &["割り当ての編集"])]),
        name_attributes: list(&["editPermSetAssignments"]),
        within_id_suffixes: list(&["_RelatedPermsetAssignmentList"]),
        section: words(&[("en", &["Permission Set Assignments"])]),
        ..Target::default()
    }
}

fn edit_assignments(within: &str, section: &str) -> Element {
    Element {
        within_ids: list(&[within]),
        section: list(&[section]),
        ..button("Edit Assignments", "editPermSetAssignments")
    }
}

fn backing_list(id: &str, name: &str, disabled: bool) -> Element {
    Element {
        role: "listbox".into(),
        disabled,
        ..select(id, name, &[("0PSxx0000000001", "Jotform Integration")])
    }
}

#[test]
fn each_page_is_answered_rightly() {
    let set_list = ("005xx_RelatedPermsetAssignmentList", "Permission Set Assignments");
    let group_list = (
        "005xx_RelatedPermsetGroupAssignmentList",
        "Permission Set Group Assignments",
    );
    let dueling = |suffix: &str, english: &str| Target {
        role: Some("listbox".into()),
        names: words(&[("en", &[english])]),
        id_suffixes: vec![format!(":duelingListBox:backingList_{suffix}")],
        ..Target::default()
    };
    let licences = [
        ("", "--None--"),
        ("0PLxx0000000001", "Salesforce Integration"),
        ("0PLxx0000000002AAA", "Salesforce API Integration"),
    ];
    let table: Vec<(&str, Target, Snapshot, Result<usize, bool>)> = vec![
        (
            "Save by name and role where its id is unknown",
            save_target(),
            page(
                "en-US",
                vec![
                    button("Cancel", "cancel"),
                    button("Save", "x1"),
                    button("Save & New", "save_new"),
                ],
            ),
            Ok(1),
        ),
        (
            "Save twice, top and bottom: the first",
            save_target(),
            page(
                "en",
                vec![
                    button("Save", "save"),
                    button("Save & New", "save_new"),
                    button("Save", "save"),
                ],
            ),
            Ok(0),
        ),
        (
            "no Save, only Save & New",
            save_target(),
            page(
                "en",
                vec![button("Save & New", "save_new"), button("Cancel", "cancel")],
            ),
            Err(false),
        ),
        (
            "Save in a language without a wording, by its name attribute",
            save_target(),
            page(
                "fi",
                vec![button("Peruuta", "cancel"), button("Tallenna", "save")],
            ),
            Ok(1),
        ),
        (
            "the top Save hidden: the visible one",
            save_target(),
            page(
                "ja",
                vec![
                    Element {
                        visible: false,
                        ..button("保存", "save")
                    },
                    button("保存", "save"),
                ],
            ),
            Ok(1),
        ),
        (
            "a link named Save in a text is not the button beside it",
            save_target(),
            page(
                "en",
                vec![element("textbox", "Save"), button("Save", "j_id0:save")],
            ),
            Ok(1),
        ),
        (
            "License by label and an option's record",
            licence_target(),
            page(
                "en",
                vec![
                    select("j_id0:j_id31", "License", &licences),
                    select("lang", "Language", &[("en", "English")]),
                ],
            ),
            Ok(0),
        ),
        (
            "License by its older label alone, the options not there yet",
            licence_target(),
            page("en", vec![select("p4", "User License", &[])]),
            Ok(0),
        ),
        (
            "License in Japanese",
            licence_target(),
            page(
                "ja",
                vec![
                    select("p4", "ライセンス", &[("1", "--なし--")]),
                    select("p5", "言語", &[]),
                ],
            ),
            Ok(0),
        ),
        (
            "License by an option's record where no word is known",
            licence_target(),
            page(
                "fi",
                vec![
                    select("p4", "Käyttöoikeus", &licences),
                    select("p5", "Kieli", &[]),
                ],
            ),
            Ok(0),
        ),
        (
            "two selects named License, told apart by their options",
            licence_target(),
            page(
                "en",
                vec![
                    select("a", "License", &[("1", "Salesforce")]),
                    select("b", "License", &licences),
                ],
            ),
            Ok(1),
        ),
        (
            "two selects named License, nothing tells them apart",
            licence_target(),
            page(
                "en",
                vec![select("a", "License", &[]), select("b", "License", &[])],
            ),
            Err(true),
        ),
        (
            "Edit Assignments of the sets, not of the groups",
            edit_assignments_target(),
            page(
                "en",
                vec![
                    edit_assignments(group_list.0, group_list.1),
                    edit_assignments(set_list.0, set_list.1),
                ],
            ),
            Ok(1),
        ),
        (
            "only the groups' Edit Assignments is there",
            edit_assignments_target(),
            page("en", vec![edit_assignments(group_list.0, group_list.1)]),
            Err(false),
        ),
        (
            "the container's id has changed: told by the section",
            edit_assignments_target(),
            page(
                "en",
                vec![
                    edit_assignments("a1", group_list.1),
                    edit_assignments("a2", "Permission Set Assignments [2]"),
                ],
            ),
            Ok(1),
        ),
        (
            "the sections are in an unknown language: told by the container",
            edit_assignments_target(),
            page(
                "fi",
                vec![
                    edit_assignments(set_list.0, "Käyttöoikeusjoukot"),
                    edit_assignments(group_list.0, "Ryhmät"),
                ],
            ),
            Ok(0),
        ),
        (
            "nothing tells sets from groups",
            edit_assignments_target(),
            page(
                "fi",
                vec![
                    button("Muokkaa", "editPermSetAssignments"),
                    button("Muokkaa", "editPermSetAssignments"),
                ],
            ),
            Err(true),
        ),
        (
            "the dueling list that is not disabled",
            dueling("a", "Available Permission Sets"),
            page(
                "en",
                vec![
                    backing_list(
                        "j_id0:a:duelingListBox:backingList_a",
                        "Available Permission Sets",
                        true,
                    ),
                    backing_list(
                        "j_id0:a:duelingListBox:backingList_s",
                        "Enabled Permission Sets",
                        true,
                    ),
                    backing_list(
                        "j_id0:b:duelingListBox:backingList_a",
                        "Available Permission Sets",
                        false,
                    ),
                    backing_list(
                        "j_id0:b:duelingListBox:backingList_s",
                        "Enabled Permission Sets",
                        false,
                    ),
                ],
            ),
            Ok(2),
        ),
        (
            "the enabled list by its id where the labels are missing",
            dueling("s", "Enabled Permission Sets"),
            page(
                "ja",
                vec![
                    backing_list("j_id7:duelingListBox:backingList_a", "", false),
                    backing_list("j_id7:duelingListBox:backingList_s", "", false),
                ],
            ),
            Ok(1),
        ),
        (
            "a control that is there but disabled is found when it is alone",
            dueling("a", "Available Permission Sets"),
            page(
                "en",
                vec![backing_list(
                    "j_id0:duelingListBox:backingList_a",
                    "Available Permission Sets",
                    true,
                )],
            ),
            Ok(0),
        ),
        (
            "a volatile id is no evidence",
            Target {
                ids: list(&["j_id0:j_id12"]),
                role: Some("button".into()),
                ..Target::default()
            },
            page(
                "en",
                vec![Element {
                    id: "j_id0:j_id12".into(),
                    ..button("Delete", "del")
                }],
            ),
            Err(false),
        ),
        (
            "a role alone is no evidence",
            Target {
                role: Some("button".into()),
                tags: list(&["submit"]),
                ..Target::default()
            },
            page("en", vec![button("Delete", "del")]),
            Err(false),
        ),
        (
            "a link by where it leads, in any language",
            Target {
                role: Some("link".into()),
                names: words(&[("en", &["Permission Sets"])]),
                href_contains: list(&["/lightning/setup/PermSets/home"]),
                ..Target::default()
            },
            page(
                "de",
                vec![
                    Element {
                        href: "https://a.example/lightning/setup/PermSetGroups/home".into(),
                        ..element("link", "Berechtigungssatzgruppen")
                    },
                    Element {
                        href: "https://a.example/lightning/setup/PermSets/home".into(),
                        ..element("link", "Berechtigungssätze")
                    },
                ],
            ),
            Ok(1),
        ),
        (
            "a tree item and the link inside it are one thing",
            Target {
                role: Some("treeitem".into()),
                names: words(&[("en", &["Permission Sets"])]),
                ..Target::default()
            },
            page(
                "en",
                vec![
                    element("treeitem", "Permission Sets"),
                    Element {
                        inside: Some(0),
                        ..element("link", "Permission Sets")
                    },
                    element("treeitem", "Permission Set Groups"),
                ],
            ),
            Ok(0),
        ),
    ];
    for (what, target, snapshot, expected) in table {
        let answer = look(&target, &snapshot);
        assert_eq!(found(&answer), expected, "{what}: {answer:?}");
    }
}

#[test]
fn a_record_has_exactly_one_of_its_names() {
    let named = |names: &[&str]| Target {
        role: Some("link".into()),
        exact_names: names.iter().map(|&name| name.to_owned()).collect(),
        ..Target::default()
    };
    let snapshot = page(
        "en",
        vec![
            element("link", "Jotform Integrations"),
            element("link", "Jotform Integration"),
            element("link", "Help"),
        ],
    );
    let with = |names: &[&str]| found(&look(&named(names), &snapshot));
    assert_eq!(with(&["Jotform Integration"]), Ok(1));
    assert_eq!(with(&["Lead", "Help"]), Ok(2));
    assert_eq!(with(&["Jotform"]), Err(false), "a close name is another record");
    assert_eq!(with(&[""]), Err(false), "nothing was entered");
}

#[test]
fn a_branch_that_is_open_is_not_pointed_at() {
    let branch = |expanded| Element {
        expanded,
        ..element("treeitem", "Users")
    };
    let target = |only_closed| Target {
        role: Some("treeitem".into()),
        names: words(&[("en", &["Users"])]),
        only_closed,
        ..Target::default()
    };
    let at = |only_closed, expanded| found(&look(&target(only_closed), &page("en", vec![branch(expanded)])));
    assert_eq!(at(true, Some(false)), Ok(0));
    assert_eq!(at(true, Some(true)), Err(false));
    assert_eq!(at(true, None), Err(false), "a leaf opens nothing");
    assert_eq!(at(false, None), Ok(0));
    assert_eq!(at(false, Some(true)), Err(false), "a click would close it");
}

#[test]
fn marks_around_a_name_do_not_make_it_another() {
    for name in ["* Email", "EMAIL", "Email (12)", "\u{2192} Email\u{2026}"] {
        let target = Target {
            role: Some("textbox".into()),
            names: words(&[("en", &["Email"])]),
            ..Target::default()
        };
        let snapshot = page("en", vec![element("textbox", "Phone"), element("textbox", name)]);
        assert_eq!(found(&look(&target, &snapshot)), Ok(1), "{name}");
    }
}

#[test]
fn two_that_would_each_do_alone_are_doubt() {
    let link = |name: &str, id: &str| Element {
        id: id.to_owned(),
        ..element("link", name)
    };
    let target = Target {
        role: Some("link".into()),
        names: words(&[("en", &["Integrations"])]),
        ..Target::default()
    };
    let at = |elements| found(&look(&target, &page("en", elements)));
    let alike = || link("Integration", "first");
    assert_eq!(at(vec![alike(), link("Help", "help")]), Ok(0));
    assert_eq!(at(vec![alike(), link("Integration", "second")]), Err(true));
    assert_eq!(
        at(vec![link("Apps", "one"), link("Forms", "two")]),
        Err(false),
        "nothing speaks for any"
    );
}

#[test]
fn an_answer_says_why() {
    let snapshot = page("en", vec![button("Save", "save"), button("Cancel", "cancel")]);
    let Answer::Found { confidence, why, .. } = look(&save_target(), &snapshot) else {
        panic!("Save is there");
    };
    assert!(confidence >= 60, "{confidence}");
    for piece in ["name", "name attribute", "role"] {
        assert!(why.says().contains(&piece), "{piece} is missing in {why:?}");
    }
    let Answer::Absent { .. } = look(&licence_target(), &snapshot) else {
        panic!("there is no licence");
    };
}
