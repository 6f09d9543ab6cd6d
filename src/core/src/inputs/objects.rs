//! The objects that forms are usually connected to: labels in both interfaces, and the fields that such a form fills.

/// API names offered as choices; any other object may be typed.
pub const NAMES: [&str; 5] = ["Lead", "Contact", "Account", "Case", "Opportunity"];

/// API name, English and Japanese label, and the usual fields (Jotform fact §4). Salesforce's own labels.
const OBJECTS: [(&str, [&str; 3], &str); 5] = [
    (
        "Lead",
        ["Lead", "Leads", "リード"],
        "FirstName,LastName,Company,Email,Phone,Description",
    ),
    (
        "Contact",
        ["Contact", "Contacts", "取引先責任者"],
        "FirstName,LastName,Email,Phone,Description",
    ),
    (
        "Account",
        ["Account", "Accounts", "取引先"],
        "Name,Phone,Website,Description",
    ),
    (
        "Case",
        ["Case", "Cases", "ケース"],
        "Subject,Description,Priority,SuppliedName,SuppliedEmail",
    ),
    (
        "Opportunity",
        ["Opportunity", "Opportunities", "商談"],
        "Name,StageName,CloseDate,Amount,Description",
    ),
];

/// API name and further labels of standard fields: English, then Japanese.
const FIELDS: [(&str, &[&str]); 20] = [
    ("FirstName", &["First Name", "Name", "名", "名前"]),
    ("LastName", &["Last Name", "Name", "姓", "名前"]),
    (
        "Name",
        &[
            "Name",
            "Account Name",
            "Opportunity Name",
            "名前",
            "取引先名",
            "商談名",
        ],
    ),
    ("Company", &["Company", "会社名"]),
    ("Email", &["Email", "メール"]),
    ("Phone", &["Phone", "Business Phone", "電話"]),
    ("MobilePhone", &["Mobile", "Mobile Phone", "携帯電話"]),
    ("Description", &["Description", "説明"]),
    ("Website", &["Website", "Web サイト"]),
    ("Title", &["Title", "役職"]),
    ("Industry", &["Industry", "業種"]),
    ("LeadSource", &["Lead Source", "リードソース"]),
    ("Subject", &["Subject", "件名"]),
    ("Priority", &["Priority", "優先度"]),
    ("Origin", &["Case Origin", "発生源"]),
    ("SuppliedName", &["Web Name", "Web 名"]),
    ("SuppliedEmail", &["Web Email", "Web メール"]),
    ("StageName", &["Stage", "フェーズ"]),
    ("CloseDate", &["Close Date", "完了予定日"]),
    ("Amount", &["Amount", "金額"]),
];

/// API name and what forms usually call the question for it (Jotform fact §4: a part of a name or an address stands after
/// its question).
const QUESTIONS: [(&str, &[&str]); 8] = [
    (
        "FirstName",
        &[
            "First Name",
            "Full Name - First Name",
            "Name - First Name",
            "Full Name - First",
        ],
    ),
    (
        "LastName",
        &[
            "Last Name",
            "Full Name - Last Name",
            "Name - Last Name",
            "Full Name - Last",
        ],
    ),
    ("Name", &["Name", "Full Name", "Company", "Company Name"]),
    (
        "Company",
        &["Company", "Company Name", "Organisation", "Organization"],
    ),
    ("Email", &["Email", "E-mail", "Email Address", "Your Email"]),
    ("Phone", &["Phone", "Phone Number", "Telephone", "Your Phone"]),
    (
        "Description",
        &["Message", "Your Message", "Comments", "Comment", "Description"],
    ),
    ("Subject", &["Subject", "Topic"]),
];

/// The fields that a form usually fills on this object; nothing is known of other objects but `Name`.
#[must_use]
pub fn default_fields(object: &str) -> &'static str {
    OBJECTS
        .iter()
        .find(|(name, ..)| *name == object)
        .map_or("Name", |(_, _, fields)| fields)
}

/// What an interface may call the object, the likeliest first; the API name itself comes last.
#[must_use]
pub fn object_labels(object: &str) -> Vec<String> {
    let known = OBJECTS
        .iter()
        .find(|(name, ..)| *name == object)
        .into_iter()
        .flat_map(|(_, labels, _)| labels.iter().copied());
    with_api_name(known, object)
}

/// What an interface may call the field, the likeliest first; the API name itself comes last.
#[must_use]
pub fn field_labels(field: &str) -> Vec<String> {
    with_api_name(usual_labels(field), field)
}

/// What interfaces are known to call a standard field.
pub fn usual_labels(field: &str) -> impl Iterator<Item = &'static str> {
    FIELDS
        .iter()
        .find(|(name, _)| *name == field)
        .into_iter()
        .flat_map(|(_, labels)| labels.iter().copied())
}

/// What a form may call the question whose answer goes into the field, the likeliest first.
#[must_use]
pub fn question_labels(field: &str) -> Vec<String> {
    let usual = QUESTIONS.iter().find(|(name, _)| *name == field);
    match usual {
        Some((_, labels)) => labels.iter().map(|label| (*label).to_owned()).collect(),
        None => field_labels(field),
    }
}

fn with_api_name<'a>(known: impl Iterator<Item = &'a str>, name: &str) -> Vec<String> {
    let mut labels: Vec<String> = known.map(str::to_owned).collect();
    for further in [spelt_out(name), name.to_owned()] {
        if !labels.contains(&further) {
            labels.push(further);
        }
    }
    labels
}

/// `Invoice_Line__c` → `Invoice Line`, as labels usually are before they become API names.
fn spelt_out(name: &str) -> String {
    name.trim_end_matches("__c").replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standard_and_custom_names_have_labels() {
        assert_eq!(object_labels("Lead"), ["Lead", "Leads", "リード"]);
        assert_eq!(
            object_labels("Invoice_Line__c"),
            ["Invoice Line", "Invoice_Line__c"]
        );
        assert_eq!(
            field_labels("LeadSource").first().map(String::as_str),
            Some("Lead Source")
        );
    }

    #[test]
    fn every_default_field_has_a_label() {
        for object in NAMES {
            for field in default_fields(object).split(',') {
                assert!(FIELDS.iter().any(|(name, _)| *name == field), "{object}.{field}");
            }
        }
    }
}
