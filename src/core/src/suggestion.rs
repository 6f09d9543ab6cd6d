//! Which question most likely goes into which field, and why (Jotform fact §4).

use crate::form::{Mapped, Question};
use crate::inputs::objects;
use crate::org::{Description, FieldDescription};
use waymark_lean::Key;

/// Why a question goes into a field, the strongest reason first; its words are `mapping_why_<reason>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Key)]
pub enum Reason {
    /// The user has said so.
    Chosen,
    /// The question's text or unique name is the field's label or API name.
    Name,
    /// Forms usually call the question for this field so.
    Usual,
    /// It is the kind of answer that this field is there for.
    Kind,
    /// All its choices are values of the picklist.
    Choices,
    /// Its answer is a value of the field's type, and nothing else fits.
    Type,
}

/// The parts of a name: part, and the field that it goes into.
const NAME: [(&str, &str); 2] = [("first", "FirstName"), ("last", "LastName")];

/// The parts of an address: part, and the end of the field's name that it goes into.
const ADDRESS: [(&str, &str); 5] = [
    ("addr_line1", "Street"),
    ("city", "City"),
    ("state", "State"),
    ("postal", "PostalCode"),
    ("country", "Country"),
];

/// The parts of a question that can be sent on by themselves; none of most questions.
#[must_use]
pub fn parts(question: &Question) -> Vec<&'static str> {
    let of = |parts: &[(&'static str, &str)]| parts.iter().map(|(part, _)| *part).collect();
    match question.kind.as_str() {
        "control_fullname" => of(&NAME),
        "control_address" => of(&ADDRESS),
        _ => Vec::new(),
    }
}

/// What is looked at.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The form's questions.
    pub questions: &'a [Question],
    /// API name of the object.
    pub object: &'a str,
    /// The object, once the org has described it.
    pub description: Option<&'a Description>,
}

/// One question and one field.
struct Pair<'a> {
    question: &'a Question,
    object: &'a str,
    name: &'a str,
    field: Option<&'a FieldDescription>,
}

/// One way to tell: the part of the question that goes into the field, empty for the whole of it.
type Way = fn(&Pair) -> Option<&'static str>;

/// From the strongest to the weakest.
const WAYS: [(Reason, Way); 5] = [
    (Reason::Name, by_name),
    (Reason::Usual, by_usual_name),
    (Reason::Kind, by_kind),
    (Reason::Choices, by_choices),
    (Reason::Type, by_type),
];

/// Which question most likely goes into which of these fields, and why; what is mapped already stays, and neither its question nor
/// its field is given away. A question that fits no field is left out, and so is a field that no question fits. No question, or part
/// of one, goes into two fields. A stronger reason comes before the order of the fields.
#[must_use]
pub fn suggested(
    subject: Subject,
    fields: &[String],
    mapped: &[Mapped],
    weakest: Reason,
) -> Vec<(Mapped, Reason)> {
    let mut found: Vec<(Mapped, Reason)> = Vec::new();
    for (reason, way) in WAYS.into_iter().filter(|(reason, _)| *reason <= weakest) {
        for name in fields {
            let field = subject.description.and_then(|object| object.field(name));
            let taken: Vec<&Mapped> = mapped.iter().chain(found.iter().map(|one| &one.0)).collect();
            if taken.iter().any(|one| one.field.eq_ignore_ascii_case(name)) {
                continue;
            }
            let place = subject
                .questions
                .iter()
                .filter(|question| question.has_answer())
                .find_map(|question| {
                    let object = subject.object;
                    let part = way(&Pair {
                        question,
                        object,
                        name,
                        field,
                    })?;
                    let place = place(question, part);
                    let is_free = taken.iter().all(|one| !overlaps(&one.question, &place));
                    is_free.then_some(place)
                });
            if let Some(question) = place {
                let field = name.clone();
                found.push((Mapped { question, field }, reason));
            }
        }
    }
    found
}

/// A question, or one part of it, as a mapping names it.
#[must_use]
pub fn place(question: &Question, part: &str) -> String {
    match part {
        "" => question.id.clone(),
        part => [&question.id, ".", part].concat(),
    }
}

/// The same place, or one is the whole of the other.
#[must_use]
pub fn overlaps(one: &str, other: &str) -> bool {
    let holds = |whole: &str, part: &str| part.strip_prefix(whole).is_some_and(|rest| rest.starts_with('.'));
    one == other || holds(one, other) || holds(other, one)
}

fn by_name(pair: &Pair) -> Option<&'static str> {
    let own = pair.name.strip_suffix("__c").unwrap_or(pair.name);
    let label = pair.field.map(|field| field.label.as_str());
    let names = [Some(own), label];
    let is_one = |text: &str| names.iter().flatten().any(|name| is_same(text, name));
    (is_one(&pair.question.label) || is_one(&pair.question.name)).then_some("")
}

fn by_usual_name(pair: &Pair) -> Option<&'static str> {
    let usual = objects::question_labels(pair.name);
    usual
        .iter()
        .any(|name| is_same(&pair.question.label, name))
        .then_some("")
}

fn by_kind(pair: &Pair) -> Option<&'static str> {
    let question = pair.question;
    let says = |words: &[&str]| {
        let text = [&question.label, " ", &question.name]
            .concat()
            .to_ascii_lowercase();
        words.iter().any(|word| text.contains(word))
    };
    let part_of = |parts: &[(&'static str, &str)], fits: fn(&str, &str) -> bool| {
        let found = parts.iter().find(|(_, field)| fits(pair.name, field));
        found.map(|(part, _)| *part)
    };
    match (question.kind.as_str(), pair.name) {
        ("control_fullname", "Name") if pair.object == "Account" => Some(""),
        ("control_fullname", _) => part_of(&NAME, |name, field| name == field),
        ("control_address", _) => part_of(&ADDRESS, |name, field| name.ends_with(field)),
        ("control_email", "Email") | ("control_textarea", "Description") => Some(""),
        ("control_phone", "MobilePhone") => says(&["mobile", "cell"]).then_some(""),
        ("control_phone", "Phone") => (!says(&["mobile", "cell"])).then_some(""),
        ("control_textbox", "Company") => says(&["company", "organi"]).then_some(""),
        _ => None,
    }
}

fn by_choices(pair: &Pair) -> Option<&'static str> {
    let question = pair.question;
    let is_choice = matches!(question.kind.as_str(), "control_dropdown" | "control_radio");
    let field = pair.field.filter(|field| field.kind == "picklist" && is_choice)?;
    let is_value = |option: &String| {
        let mut values = field.values.iter().map(|(value, _)| value.trim());
        values.any(|value| value == option.trim())
    };
    (!question.options.is_empty() && question.options.iter().all(is_value)).then_some("")
}

/// A number goes into a field of numbers, a date into one of dates, a hidden answer into a reference; and the only telephone number of
/// a form into whichever field takes one.
fn by_type(pair: &Pair) -> Option<&'static str> {
    let kind = pair.field.map(|field| field.kind.as_str()).unwrap_or_default();
    let fits = match pair.question.kind.as_str() {
        "control_number" | "control_spinner" => matches!(kind, "int" | "double" | "currency" | "percent"),
        "control_datetime" | "control_birthdate" => matches!(kind, "date" | "datetime"),
        "control_hidden" => kind == "reference",
        "control_phone" => kind == "phone" || pair.name == "Phone",
        _ => false,
    };
    fits.then_some("")
}

/// The same words, whatever their case, spaces and signs.
fn is_same(one: &str, other: &str) -> bool {
    let bare = |text: &str| -> String {
        text.chars()
            .filter(|character| character.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let one = bare(one);
    !one.is_empty() && one == bare(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(id: &str, kind: &str, label: &str, name: &str) -> Question {
        Question {
            id: id.to_owned(),
            kind: kind.to_owned(),
            label: label.to_owned(),
            name: name.to_owned(),
            ..Question::default()
        }
    }

    fn field(name: &str, label: &str, kind: &str) -> FieldDescription {
        FieldDescription {
            name: name.to_owned(),
            label: label.to_owned(),
            kind: kind.to_owned(),
            ..FieldDescription::default()
        }
    }

    /// Question and reason of each field.
    fn found(
        questions: &[Question],
        object: &str,
        described: &[FieldDescription],
        fields: &[&str],
        mapped: &[Mapped],
    ) -> Vec<(String, String, Reason)> {
        let description = Description {
            fields: described.to_vec(),
            ..Description::default()
        };
        let subject = Subject {
            questions,
            object,
            description: Some(&description).filter(|_| !described.is_empty()),
        };
        let fields: Vec<String> = fields.iter().map(|field| (*field).to_owned()).collect();
        suggested(subject, &fields, mapped, Reason::Type)
            .into_iter()
            .map(|(one, reason)| (one.field, one.question, reason))
            .collect()
    }

    #[test]
    fn fields_find_their_questions_and_say_why() {
        let questions = [
            question("1", "control_head", "Description", ""),
            question("3", "control_fullname", "Full Name", "fullName"),
            question("4", "control_email", "Write to", "writeTo"),
            question("5", "control_phone", "Mobile", "mobile"),
            question("6", "control_phone", "Ring me", "ring"),
            question("7", "control_textbox", "Your organisation", "org"),
            question("8", "control_address", "Where", "where"),
            question("9", "control_textbox", "Shoe size", "shoeSize"),
            question("10", "control_textarea", "Tell us", "tell"),
            question("11", "control_textbox", "Topic", "topic"),
        ];
        let fields = [
            "FirstName",
            "LastName",
            "Email",
            "Phone",
            "MobilePhone",
            "Company",
            "MailingCity",
            "Shoe_Size__c",
            "Description",
            "Subject",
            "Nothing__c",
        ];
        let found = found(&questions, "Contact", &[], &fields, &[]);
        let of = |field: &str| {
            let one = found.iter().find(|one| one.0 == field);
            one.map(|one| (one.1.as_str(), one.2))
        };
        assert_eq!(of("FirstName"), Some(("3.first", Reason::Kind)));
        assert_eq!(of("LastName"), Some(("3.last", Reason::Kind)));
        assert_eq!(of("Email"), Some(("4", Reason::Kind)));
        assert_eq!(of("Phone"), Some(("6", Reason::Kind)));
        assert_eq!(of("MobilePhone"), Some(("5", Reason::Usual)));
        assert_eq!(of("Company"), Some(("7", Reason::Kind)));
        assert_eq!(of("MailingCity"), Some(("8.city", Reason::Kind)));
        assert_eq!(of("Shoe_Size__c"), Some(("9", Reason::Name)));
        assert_eq!(
            of("Description"),
            Some(("10", Reason::Kind)),
            "a heading is no answer"
        );
        assert_eq!(of("Subject"), Some(("11", Reason::Usual)));
        assert_eq!(of("Nothing__c"), None);
    }

    #[test]
    fn a_name_beats_a_kind_whatever_the_order_of_the_fields() {
        let questions = [
            question("4", "control_email", "E-mail of your friend", "friend"),
            question("5", "control_email", "E-Mail", "mail"),
        ];
        let both = found(&questions, "Lead", &[], &["Email"], &[]);
        assert_eq!(both, [("Email".to_owned(), "5".to_owned(), Reason::Name)]);
    }

    #[test]
    fn labels_and_types_come_from_the_org() {
        let questions = [
            question("3", "control_textbox", "Firma", "firma"),
            question("4", "control_number", "How many", "howMany"),
            question("5", "control_datetime", "When", "when"),
            question("6", "control_hidden", "Campaign", "utm"),
            Question {
                options: vec!["Web".to_owned(), "Other".to_owned()],
                ..question("7", "control_radio", "How did you hear of us?", "how")
            },
        ];
        let described = [
            field("Company", "Firma", "string"),
            field("NumberOfEmployees", "Mitarbeiter", "int"),
            field("Start__c", "Beginn", "date"),
            field("Source__c", "Quelle", "reference"),
            FieldDescription {
                values: ["Web", "Other", "Partner"]
                    .map(|value| (value.to_owned(), value.to_owned()))
                    .to_vec(),
                ..field("LeadSource", "Leadquelle", "picklist")
            },
        ];
        let names: Vec<&str> = described.iter().map(|field| field.name.as_str()).collect();
        let found = found(&questions, "Lead", &described, &names, &[]);
        let reasons: Vec<(&str, &str, Reason)> = found
            .iter()
            .map(|one| (one.0.as_str(), one.1.as_str(), one.2))
            .collect();
        assert_eq!(
            reasons,
            [
                ("Company", "3", Reason::Name),
                ("LeadSource", "7", Reason::Choices),
                ("NumberOfEmployees", "4", Reason::Type),
                ("Start__c", "5", Reason::Type),
                ("Source__c", "6", Reason::Type),
            ]
        );
    }

    #[test]
    fn no_question_goes_into_two_fields_and_what_is_mapped_stays() {
        let questions = [
            question("3", "control_fullname", "Full Name", "fullName"),
            question("5", "control_phone", "Mobile", "mobile"),
        ];
        assert_eq!(
            found(&questions, "Lead", &[], &["MobilePhone", "Phone"], &[]).len(),
            1
        );
        assert_eq!(found(&questions, "Lead", &[], &["Phone"], &[])[0].2, Reason::Type);
        let chosen = [("5", "Fax"), ("3", "")].map(|(question, field)| Mapped {
            question: question.to_owned(),
            field: field.to_owned(),
        });
        let fields = ["FirstName", "LastName", "Phone", "Fax"];
        assert_eq!(found(&questions, "Lead", &[], &fields, &chosen), []);
    }
}
