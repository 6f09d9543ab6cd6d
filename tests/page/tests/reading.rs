//! A page on disk is read as a browser's document is: the same rows as in the content script's own tests.
#![allow(clippy::unwrap_used)] // in the helpers of tests

use waymark_core::read::clickable::Clickable;
use waymark_core::read::rows::{Needs, Reading};
use waymark_page::{Element, Page};

/// Role and name, or label where there is no name, of every row.
fn rows<'r>(reading: &'r Reading<Element<'_>>) -> Vec<(&'r str, &'r str)> {
    let rows = reading.snapshot.elements.iter().map(|row| {
        let called = if row.name.is_empty() {
            &row.label
        } else {
            &row.name
        };
        (row.role.as_str(), called.as_str())
    });
    rows.collect()
}

fn all() -> Needs {
    Needs {
        sections: true,
        neighbours: true,
        clickable: Clickable {
            texts: vec![waymark_core::locate::text::Text::new("Create or update a record")],
            labels: Vec::new(),
        },
    }
}

#[test]
fn elements_are_read_as_in_a_browser() {
    let page = Page::parse(
        "<label for=a>Last <b>Name</b></label><input id=a><span id=x>Full</span><span id=y>Address</span>\
         <input aria-labelledby='x y'><input type=submit><input type=button value=Save><button><img alt=Add></button>\
         <a href='#'>Permission Sets</a><table><tr><td>License</td><td><select><option>--None--</option></select></td></tr>\
         </table><div role=treeitem aria-label=Users tabindex=0></div><input type=search placeholder='Search apps'>\
         <select multiple aria-label=Chosen></select><button style='display:none'>Hidden</button>\
         <button aria-hidden=true>Silent</button>\
         <a href='#' style='display:flex'><b>Salesforce</b><small>Creates records</small></a><input type=password aria-label=Secret>",
    );
    let reading = page.read(&all());
    assert_eq!(
        rows(&reading),
        [
            ("textbox", "Last Name"),
            ("textbox", "Full Address"),
            ("button", "Submit"),
            ("button", "Save"),
            ("button", "Add"),
            ("link", "Permission Sets"),
            ("combobox", "License"),
            ("searchbox", "Search apps"),
            ("listbox", "Chosen"),
            ("link", "Salesforce Creates records"),
        ],
        "an empty tree item has no area and is not seen; hidden, silent and secret ones never are"
    );
    let card = reading.snapshot.elements.last().unwrap();
    assert_eq!(card.label, "Salesforce", "a card is labelled by its first line");
}

#[test]
fn shadow_roots_are_trees_of_their_own_in_which_ids_and_labels_hold() {
    let page = Page::parse(
        "<html lang=ja><body><h2>Users</h2><div id=host><template shadowrootmode=closed><label for=a>Alias</label><input id=a>\
         <x-inner><template shadowrootmode=open><button aria-labelledby=a>Save</button></template></x-inner></template></div>\
         <input id=a aria-label=Other><template><button>Never</button></template>",
    );
    let reading = page.read(&all());
    assert_eq!(reading.snapshot.language, "ja");
    assert_eq!(
        rows(&reading),
        [
            ("heading", "Users"),
            ("textbox", "Other"),
            ("textbox", "Alias"),
            ("button", "Save")
        ]
    );
    let save = reading.snapshot.elements.last().unwrap();
    assert_eq!(save.within_ids, ["host"]);
    assert_eq!(save.section, ["Users"]);
    assert_eq!(save.neighbours, ["Alias"]);
}

#[test]
fn states_say_what_a_style_sheet_would() {
    let page = Page::parse(
        "<button data-state=hidden>A</button><div data-state=invisible><button>B</button><button data-state=shown>C</button></div>\
         <button data-state=no-area>D</button><dialog><button>E</button></dialog><dialog data-state=shown><button>F</button></dialog>\
         <details><summary>G</summary><button>H</button></details>\
         <div data-state=pointer><b data-state=block>Create or update a record</b><small>Adds</small></div>\
         <div role=switch tabindex=0 aria-label=I></div><div role=switch tabindex=0 aria-label=J data-state=area></div>",
    );
    let reading = page.read(&all());
    let read: Vec<&str> = reading
        .snapshot
        .elements
        .iter()
        .map(|row| row.name.as_str())
        .collect();
    assert_eq!(read, ["C", "F", "G", "J", "Create or update a record"]);
    assert_eq!(reading.snapshot.elements[4].label, "Create or update a record");
}

#[test]
fn a_box_that_only_its_pointer_tells_of_is_known_by_the_label_before_it() {
    let page = Page::parse(
        "<div><label>Salesforce Object</label><div><div data-state=pointer>Please Select</div></div></div>\
         <div><label>Other</label><div><div data-state=pointer>Please Select</div></div></div>",
    );
    let label = || vec![waymark_core::locate::text::Text::new("Salesforce Object")];
    let reading = page.read(&Needs {
        clickable: Clickable {
            texts: Vec::new(),
            labels: label(),
        },
        ..Needs::default()
    });
    let read = rows(&reading);
    assert_eq!(read.len(), 1, "{read:?}");
    assert_eq!(reading.snapshot.elements[0].label, "Salesforce Object");
}

#[test]
fn controls_have_the_values_that_their_markup_gives_them() {
    let page = Page::parse(
        "<html data-address=https://acme.lightning.force.com/lightning/setup/home><body>\
         <fieldset disabled><legend><input aria-label=First></legend><input aria-label=Second></fieldset>\
         <input aria-label=Third aria-readonly=true><select aria-label=Profile><option value=1>--None--<optgroup label=x>\
         <option selected value=2>  Standard\n User</optgroup></select><a href='../PermSets/home?x=1'>Sets</a>\
         <a href='/%zz bad'>Bad</a>",
    );
    let reading = page.read(&Needs::default());
    let row = |name: &str| {
        let rows = &reading.snapshot.elements;
        rows.iter().find(|row| row.name == name).unwrap()
    };
    let disabled = ["First", "Second", "Third"].map(|name| row(name).disabled);
    assert_eq!(disabled, [false, true, true]);
    let options: Vec<(&str, &str, bool)> = row("Profile")
        .options
        .iter()
        .map(|option| (option.value.as_str(), option.label.as_str(), option.selected))
        .collect();
    assert_eq!(options, [("1", "--None--", false), ("2", "Standard User", true)]);
    assert_eq!(
        row("Sets").href,
        "https://acme.lightning.force.com/lightning/PermSets/home?x=1"
    );
    assert_eq!(
        row("Bad").href,
        "/%zz bad",
        "what cannot be resolved stays as written"
    );
}

#[test]
fn right_answers_are_marked_and_reading_does_not_see_them() {
    let page = Page::parse("<button data-answer='save other' class=x>Save</button><button>Cancel</button>");
    let reading = page.read(&Needs::default());
    let answers: Vec<&str> = reading.elements[0].answers().collect();
    assert_eq!(answers, ["save", "other"]);
    assert_eq!(reading.elements[1].answers().count(), 0);
    let seen = waymark_core::read::Element::attribute(&reading.elements[0], "data-answer");
    assert_eq!(seen, None);
    assert_eq!(
        page.elements()
            .filter(|element| element.answers().count() > 0)
            .count(),
        1
    );
}

#[test]
fn a_label_stands_beside_its_control_whatever_else_does() {
    for (what, html, expected) in [
        (
            "a button for help lies between",
            "<div><span>Company</span><button>?</button><input data-answer=it></div>",
            "Company",
        ),
        (
            "a twin that cannot be used lies between",
            "<div><span>Company</span><input disabled><input data-answer=it></div>",
            "Company",
        ),
        (
            "a twin that is not seen lies between",
            "<div><span>Company</span><input data-state=hidden><input data-answer=it></div>",
            "Company",
        ),
        (
            "another field lies between, and the label is that one's",
            "<div><span>Company</span><input><input data-answer=it></div>",
            "",
        ),
        (
            "a hint lies under it",
            "<div><div><b data-state=block>Company</b><small data-state=block>What people call the firm that they work for, \
             as it stands on their card and in every letter.</small></div><input data-answer=it></div>",
            "Company",
        ),
        (
            "it stands outside the shadow root",
            "<div><span>Company</span><x-field><template shadowrootmode=closed><div><input data-answer=it></div></template>\
             </x-field></div>",
            "Company",
        ),
        (
            "a box is ticked by the text after it",
            "<div><span><input type=checkbox data-answer=it></span> Attachments</div>",
            "Attachments",
        ),
        (
            "in columns the first one has it",
            "<table><tr><td>Read<td><input type=checkbox data-answer=it><td>Create</table>",
            "Read",
        ),
        (
            "a box that opens a list has it before it",
            "<div><span>Company</span><div tabindex=0 data-answer=it>Select a field</div></div>",
            "Company",
        ),
        (
            "so it has where rows of their own follow it",
            "<div><span>Email</span><div><div tabindex=0 data-answer=it>Select a field</div>\
             <div><span>Custom Email</span><div tabindex=0>Select a field</div></div></div></div>",
            "Email",
        ),
        (
            "a button before others that are wrapped has none",
            "<div><div>Company</div><div><div tabindex=0 data-answer=it>Back</div><div><div tabindex=0>Next</div></div></div></div>",
            "",
        ),
        (
            "a button in a row of buttons has none",
            "<div><div>Company</div><div><div tabindex=0 data-answer=it>Back</div><div>Next</div></div></div>",
            "",
        ),
    ] {
        let page = Page::parse(html);
        let reading = page.read(&Needs::default());
        let at = reading.elements.iter().position(|it| it.answers().count() > 0);
        let label = at
            .and_then(|at| reading.snapshot.elements.get(at))
            .map(|row| &*row.label);
        assert_eq!(label, Some(expected), "{what}");
    }
}

#[test]
fn rows_know_their_part_of_the_page_and_what_is_said_around_them() {
    let page = Page::parse(
        "<form><button>Save</button><div><button>Save</button></div></form><section><button>Save</button></section>\
         <button>Save</button><ul aria-disabled=true><li><button>Save</button></ul>\
         <button aria-expanded=true>Save</button><button aria-expanded=false>Save</button>",
    );
    let rows = page.read(&Needs::default()).snapshot.elements;
    let parts: Vec<Option<usize>> = rows.iter().map(|row| row.part).collect();
    assert_eq!(parts, [Some(0), Some(0), Some(1), None, None, None, None]);
    let disabled: Vec<usize> = (0..rows.len()).filter(|&at| rows[at].disabled).collect();
    assert_eq!(disabled, [4]);
    let expanded: Vec<Option<bool>> = rows.iter().skip(4).map(|row| row.expanded).collect();
    assert_eq!(expanded, [None, Some(true), Some(false)]);
}
