//! A page on disk is read as a browser's document is: the same rows as in the content script's own tests.
#![allow(clippy::unwrap_used)] // in the helpers of tests

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
        click_texts: vec![waymark_core::locate::text::Text::new("Create or update a record")],
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
