//! Which part of an id can be trusted. Visualforce numbers its components anew with every change of a page
//! (`j_id0:j_id5:form:save`), frames carry the time of their load, styled components their hash (Salesforce fact §3, §4).

/// The id ends in `suffix`, and the suffix begins where a part of the id begins.
#[must_use]
pub fn ends_in(id: &str, suffix: &str) -> bool {
    if suffix.is_empty() || !id.ends_with(suffix) {
        return false;
    }
    let own_boundary = suffix.starts_with(|c: char| !c.is_alphanumeric());
    let before = id.get(..id.len() - suffix.len()).unwrap_or_default();
    own_boundary || before.is_empty() || before.ends_with(|c: char| !c.is_alphanumeric())
}

/// The address has `part` in it, and what follows begins something else: `o=Lead` is not in `o=LeadScore__c`. A part that ends
/// in `*` may go on: `/0PS*` is the begin of a record's id.
#[must_use]
pub fn has_part(address: &str, part: &str) -> bool {
    let goes_on = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let (part, may_go_on) = part.strip_suffix('*').map_or((part, false), |part| (part, true));
    let ends = |rest: &str| may_go_on || !(part.ends_with(goes_on) && rest.starts_with(goes_on));
    !part.is_empty() && address.split(part).skip(1).any(ends)
}

/// A whole id says nothing when a part of it is made anew at every load or build.
#[must_use]
pub fn is_volatile(id: &str) -> bool {
    id.split([':', '.', '$']).any(is_volatile_part)
}

fn is_volatile_part(part: &str) -> bool {
    let numbered = |prefix: &str| {
        part.strip_prefix(prefix)
            .is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit()))
    };
    numbered("j_id")
        || numbered("vfFrameId_")
        || numbered("")
        || part.starts_with("sc-")
        || digits_at_end(part) >= 5
        || is_uuid(part)
}

fn digits_at_end(part: &str) -> usize {
    part.chars().rev().take_while(char::is_ascii_digit).count()
}

fn is_uuid(part: &str) -> bool {
    part.len() == 36
        && part.chars().enumerate().all(|(at, c)| match at {
            8 | 13 | 18 | 23 => c == '-',
            _ => c.is_ascii_hexdigit(),
        })
}

/// Salesforce ids are the same when their first 15 characters are, case and all (Salesforce fact §2, seen).
#[must_use]
pub fn same_record(one: &str, other: &str) -> bool {
    match (record_part(one), record_part(other)) {
        (Some(one), Some(other)) => one == other,
        _ => false,
    }
}

/// The 15 characters that identify a record; `None` for anything but 15 or 18 letters and digits.
#[must_use]
pub fn record_part(id: &str) -> Option<&str> {
    let shaped = matches!(id.len(), 15 | 18) && id.bytes().all(|b| b.is_ascii_alphanumeric());
    if shaped { id.get(..15) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suffixes_begin_at_a_boundary() {
        assert!(ends_in("j_id0:j_id9:thePage:save", ":save"));
        assert!(ends_in("j_id0:save", "save"));
        assert!(ends_in(
            "005xx0_RelatedPermsetAssignmentList",
            "_RelatedPermsetAssignmentList"
        ));
        assert!(!ends_in("autosave", "save"));
        assert!(!ends_in("j_id0:saveAndNew", ":save"));
        assert!(!ends_in("anything", ""));
    }

    #[test]
    fn a_part_of_an_address_ends_where_it_ends() {
        assert!(has_part("https://x/0PS1?s=EntityPermissions&o=Lead", "&o=Lead"));
        assert!(has_part("https://x/setup/PermSets/home?x=1", "/PermSets/home"));
        assert!(has_part("https://x/build/123", "/build/"));
        assert!(has_part("https://x/0PSxx0000000001", "/0PS*"));
        assert!(!has_part("https://x/0PSxx0000000001", "/0PS"));
        assert!(!has_part(
            "https://x/0PS1?s=EntityPermissions&o=LeadScore__c",
            "&o=Lead"
        ));
        assert!(!has_part("https://x/0PS1?o=Lead__c", "o=Lead"));
        assert!(!has_part("https://x/", ""));
    }

    #[test]
    fn volatile_ids_are_known() {
        for id in [
            "j_id0:j_id12:form",
            "vfFrameId_1732412345678",
            "sc-1x2y3z",
            "input-123456",
            "17:0",
            "0b4a9d5e-6a57-4b6e-9f6a-0c1d2e3f4a5b",
        ] {
            assert!(is_volatile(id), "{id}");
        }
        for id in [
            "save",
            "user_license_id",
            "name_lastName",
            "siteNav_id_settings",
            "thePage:theForm:save",
        ] {
            assert!(!is_volatile(id), "{id}");
        }
    }

    #[test]
    fn records_are_compared_by_fifteen_characters() {
        assert!(same_record("0PLxx0000000001", "0PLxx0000000001GAQ"));
        assert!(!same_record("0PLxx0000000001", "0PLXX0000000001"));
        assert!(!same_record("", ""));
        assert!(!same_record("Salesforce", "Salesforce"));
    }
}
