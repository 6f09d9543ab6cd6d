//! The dueling list box: what is available at the left, what is enabled at the right (Salesforce fact §4).

use maud::{Markup, html};
use simulated_org::short_id;

use crate::classic::volatile::VolatileIds;
use crate::page::Page;
use crate::variation::DuelingList;

/// One entry: 18-character id and label.
pub type Entry = (String, String);

/// The two sides and their titles.
pub struct Sides<'a> {
    /// Title of the left side.
    pub available_title: &'static str,
    /// What may be added.
    pub available: &'a [Entry],
    /// Title of the right side.
    pub enabled_title: &'static str,
    /// What is enabled.
    pub enabled: &'a [Entry],
}

/// The list, once or twice with one pair disabled.
pub fn render(page: &Page, ids: &VolatileIds, sides: &Sides<'_>) -> Markup {
    let disabled: &[bool] = match page.app.variation.dueling_list {
        DuelingList::Once => &[false],
        DuelingList::FirstDisabled => &[true, false],
        DuelingList::SecondDisabled => &[false, true],
    };
    html! { @for disabled in disabled { (pair(page, ids, sides, *disabled)) } }
}

fn pair(page: &Page, ids: &VolatileIds, sides: &Sides<'_>, disabled: bool) -> Markup {
    let base = ids.ending("duelingListBox");
    let arrow = |what: &str, way: &str, label: &'static str| {
        let id = format!("{base}:backingList_{what}");
        html! {
            div class="zen-mbs text" { (page.text(label)) }
            div class="zen-mbs text" { a id=(id) href="#" class=[disabled.then_some("disabled")] {
                img class={ (way) "ArrowIcon" } src={ "/static/arrow_" (way) ".svg" } alt=(page.text(label)) title=(page.text(label));
            } }
        }
    };
    html! {
        div class="duelingListBox" data-dueling=[(!disabled).then_some(&base)] style=[disabled.then_some("display: none")] {
            @if !disabled { input type="hidden" name={ (base) ":backingList" } value=(values(sides.enabled)); }
            table class="layout" { tbody { tr {
                td class="selectCell" { (side(page, &format!("{base}:backingList_a"), sides.available_title, sides.available, disabled)) }
                td class="buttonCell text" {
                    (arrow("add", "right", "Add"))
                    (arrow("remove", "left", "Remove"))
                }
                td class="selectCell" { (side(page, &format!("{base}:backingList_s"), sides.enabled_title, sides.enabled, disabled)) }
            } } }
        }
    }
}

fn side(page: &Page, id: &str, title: &'static str, entries: &[Entry], disabled: bool) -> Markup {
    html! {
        div class="selectTitle" { label for=(id) { (page.text(title)) } }
        select id=(id) name=(id) multiple size="14" title=(page.text(title)) disabled[disabled] {
            @if entries.is_empty() { option value="" { (page.text("--None--")) } }
            @for (id, label) in entries { option value=(short_id(id)) title=(label) { (label) } }
        }
    }
}

/// The ids of entries as the hidden field carries them.
pub fn values(entries: &[Entry]) -> String {
    entries
        .iter()
        .map(|(id, _)| short_id(id))
        .collect::<Vec<_>>()
        .join(",")
}
