//! The business objects that a form's answers end up in.

use super::FieldType::{Address, Base64, Currency, Date, DateTime, Double, Email, Int, Percent, Phone, Url};
use super::field::{Field, area, flag, pick, plain, refer, text};
use super::object::Object;

pub(super) fn objects() -> Vec<Object> {
    vec![
        lead(),
        account(),
        contact(),
        opportunity(),
        case(),
        task(),
        campaign(),
        member(),
        version(),
        document(),
        link(),
    ]
}

/// A compound address and its parts; field permissions sit on the compound (Salesforce fact §7, seen).
fn address(prefix: &str) -> Vec<Field> {
    let compound = format!("{prefix}Address");
    let lengths = [
        ("Street", 255),
        ("City", 40),
        ("State", 80),
        ("PostalCode", 20),
        ("Country", 80),
    ];
    let part = |(name, length): (&str, usize)| {
        let name = format!("{prefix}{name}");
        let field = if name.ends_with("Street") {
            area(&name, length)
        } else {
            text(&name, length)
        };
        field.part_of(&compound)
    };
    let mut fields: Vec<Field> = lengths.into_iter().map(part).collect();
    fields.push(plain(&compound, Address).read_only());
    fields
}

/// A person's name and its parts; the last name is universally required, the rest goes with it.
fn person_name() -> Vec<Field> {
    vec![
        text("LastName", 80).required().part_of("Name"),
        text("FirstName", 40).part_of("Name").for_all(),
        pick("Salutation", &["Mr.", "Ms.", "Mrs.", "Dr.", "Prof.", "Mx."])
            .part_of("Name")
            .for_all(),
        Field {
            nillable: false,
            ..text("Name", 121).read_only().for_all().label("Full Name")
        },
    ]
}

const INDUSTRIES: &[&str] = &[
    "Agriculture",
    "Banking",
    "Construction",
    "Consulting",
    "Education",
    "Energy",
    "Finance",
    "Government",
    "Healthcare",
    "Insurance",
    "Manufacturing",
    "Media",
    "Retail",
    "Technology",
    "Other",
];
const SOURCES: &[&str] = &[
    "Web",
    "Phone Inquiry",
    "Partner Referral",
    "Purchased List",
    "Other",
];

fn lead() -> Object {
    let mut fields = person_name();
    fields.extend([
        text("Title", 128),
        text("Company", 255).required(),
        plain("Phone", Phone),
        plain("MobilePhone", Phone),
        plain("Fax", Phone),
        plain("Email", Email),
        plain("Website", Url),
        area("Description", 32_000),
        pick("LeadSource", SOURCES),
        pick(
            "Status",
            &[
                "Open - Not Contacted",
                "Working - Contacted",
                "Closed - Converted",
                "Closed - Not Converted",
            ],
        )
        .default("Open - Not Contacted")
        .for_all()
        .label("Lead Status"),
        pick("Industry", INDUSTRIES),
        pick("Rating", &["Hot", "Warm", "Cold"]),
        plain("AnnualRevenue", Currency),
        plain("NumberOfEmployees", Int).label("Employees"),
        flag("HasOptedOutOfEmail").label("Email Opt Out"),
        flag("IsConverted").label("Converted").for_all(),
        flag("IsUnreadByOwner").default(true).for_all(),
    ]);
    fields.extend(address(""));
    Object::new("Lead", "00Q", fields).owned()
}

fn account() -> Object {
    let mut fields = vec![
        text("Name", 255).required().label("Account Name"),
        pick(
            "Type",
            &[
                "Prospect",
                "Customer - Direct",
                "Customer - Channel",
                "Partner",
                "Other",
            ],
        )
        .label("Account Type"),
        refer("ParentId", &["Account"])
            .listed_as("ChildAccounts")
            .label("Parent Account ID"),
        plain("Phone", Phone).label("Account Phone"),
        plain("Fax", Phone).label("Account Fax"),
        text("AccountNumber", 40),
        plain("Website", Url),
        pick("Industry", INDUSTRIES),
        plain("AnnualRevenue", Currency),
        plain("NumberOfEmployees", Int).label("Employees"),
        area("Description", 32_000).label("Account Description"),
    ];
    fields.extend(address("Billing"));
    fields.extend(address("Shipping"));
    Object::new("Account", "001", fields).owned()
}

fn contact() -> Object {
    let mut fields = person_name();
    fields.extend([
        refer("AccountId", &["Account"]).listed_as("Contacts"),
        plain("Phone", Phone).label("Business Phone"),
        plain("MobilePhone", Phone),
        plain("HomePhone", Phone),
        plain("Email", Email),
        text("Title", 128),
        text("Department", 80),
        plain("Birthdate", Date),
        area("Description", 32_000).label("Contact Description"),
        pick("LeadSource", SOURCES),
        refer("ReportsToId", &["Contact"]),
        flag("HasOptedOutOfEmail").label("Email Opt Out"),
    ]);
    fields.extend(address("Mailing"));
    fields.extend(address("Other"));
    Object::new("Contact", "003", fields)
        .owned()
        .depends_on(&["Account"])
}

fn opportunity() -> Object {
    let stages = [
        "Prospecting",
        "Qualification",
        "Needs Analysis",
        "Negotiation/Review",
        "Closed Won",
        "Closed Lost",
    ];
    let fields = vec![
        text("Name", 120).required(),
        refer("AccountId", &["Account"]).listed_as("Opportunities"),
        pick("StageName", &stages).required().label("Stage"),
        plain("CloseDate", Date).required(),
        plain("Amount", Currency),
        plain("Probability", Percent),
        pick("Type", &["Existing Business", "New Business"]).label("Opportunity Type"),
        pick("LeadSource", SOURCES),
        text("NextStep", 255),
        area("Description", 32_000),
        refer("CampaignId", &["Campaign"]).listed_as("Opportunities"),
    ];
    Object::new("Opportunity", "006", fields)
        .labels("Opportunity", "Opportunities")
        .owned()
        .depends_on(&["Account"])
}

fn case() -> Object {
    let fields = vec![
        text("CaseNumber", 30).numbered().for_all().default(""),
        refer("ContactId", &["Contact"]).listed_as("Cases"),
        refer("AccountId", &["Account"]).listed_as("Cases"),
        text("SuppliedName", 80).label("Web Name"),
        plain("SuppliedEmail", Email).label("Web Email"),
        plain("SuppliedPhone", Phone).label("Web Phone"),
        text("SuppliedCompany", 80).label("Web Company"),
        pick("Type", &["Question", "Problem", "Feature Request"]).label("Case Type"),
        pick("Status", &["New", "Working", "Escalated", "Closed"])
            .default("New")
            .for_all(),
        pick(
            "Reason",
            &["Complex functionality", "Instructions not clear", "New problem"],
        )
        .label("Case Reason"),
        pick("Origin", &["Phone", "Email", "Web"]).label("Case Origin"),
        text("Subject", 255),
        pick("Priority", &["High", "Medium", "Low"]).default("Medium"),
        area("Description", 32_000),
        plain("ClosedDate", DateTime).read_only(),
    ];
    Object::new("Case", "500", fields)
        .owned()
        .depends_on(&["Account", "Contact"])
}

fn task() -> Object {
    let fields = vec![
        refer("WhoId", &["Contact", "Lead"])
            .listed_as("Tasks")
            .label("Name ID"),
        refer("WhatId", &["Account", "Opportunity", "Case", "Campaign"])
            .listed_as("Tasks")
            .label("Related To ID"),
        text("Subject", 255),
        plain("ActivityDate", Date).label("Due Date Only"),
        pick(
            "Status",
            &[
                "Not Started",
                "In Progress",
                "Completed",
                "Waiting on someone else",
                "Deferred",
            ],
        )
        .default("Not Started")
        .for_all(),
        pick("Priority", &["High", "Normal", "Low"])
            .default("Normal")
            .for_all(),
        area("Description", 32_000),
    ];
    Object::new("Task", "00T", fields).owned()
}

fn campaign() -> Object {
    let fields = vec![
        text("Name", 80).required(),
        refer("ParentId", &["Campaign"]).label("Parent Campaign ID"),
        pick("Type", &["Conference", "Webinar", "Trade Show", "Email", "Other"]),
        pick("Status", &["Planned", "In Progress", "Completed", "Aborted"]).default("Planned"),
        plain("StartDate", Date),
        plain("EndDate", Date),
        flag("IsActive").label("Active"),
        plain("BudgetedCost", Currency),
        plain("ExpectedResponse", Percent),
        plain("NumberSent", Double),
        area("Description", 32_000),
    ];
    Object::new("Campaign", "701", fields).owned()
}

fn member() -> Object {
    let fields = vec![
        refer("CampaignId", &["Campaign"])
            .required()
            .create_only()
            .listed_as("CampaignMembers"),
        refer("LeadId", &["Lead"])
            .create_only()
            .listed_as("CampaignMembers"),
        refer("ContactId", &["Contact"])
            .create_only()
            .listed_as("CampaignMembers"),
        pick("Status", &["Sent", "Responded"]).default("Sent"),
        flag("HasResponded").label("Responded").read_only(),
    ];
    Object::new("CampaignMember", "00v", fields)
        .stamped()
        .depends_on(&["Campaign"])
}

fn version() -> Object {
    let fields = vec![
        refer("ContentDocumentId", &["ContentDocument"])
            .create_only()
            .for_all(),
        text("Title", 255).required(),
        text("PathOnClient", 500).required().create_only(),
        plain("VersionData", Base64)
            .create_only()
            .for_all()
            .not_filterable(),
        area("Description", 1000).for_all(),
        refer(
            "FirstPublishLocationId",
            &["Lead", "Account", "Contact", "Opportunity", "Case"],
        )
        .create_only()
        .for_all(),
        flag("IsLatest").default(true).read_only().for_all(),
    ];
    Object::new("ContentVersion", "068", fields)
        .setup("ApiEnabled", "ApiEnabled")
        .never_deleted()
        .owned()
}

fn document() -> Object {
    let fields = vec![
        text("Title", 255).required(),
        refer("LatestPublishedVersionId", &["ContentVersion"]).read_only(),
        plain("ContentSize", Int).read_only(),
    ];
    let mut document = Object::new("ContentDocument", "069", fields)
        .setup("ApiEnabled", "ApiEnabled")
        .owned();
    document.createable = false;
    document
}

fn link() -> Object {
    let fields = vec![
        refer("ContentDocumentId", &["ContentDocument"])
            .required()
            .create_only(),
        refer(
            "LinkedEntityId",
            &["Lead", "Account", "Contact", "Opportunity", "Case", "User"],
        )
        .required()
        .create_only()
        .listed_as("ContentDocumentLinks"),
        pick("ShareType", &["V", "C", "I"]).default("V"),
        pick("Visibility", &["AllUsers", "InternalUsers", "SharedUsers"]).default("AllUsers"),
    ];
    Object::new("ContentDocumentLink", "06A", fields).setup("ApiEnabled", "ApiEnabled")
}
