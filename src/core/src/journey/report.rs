//! The report of the last check, to keep or to hand on: as Markdown, as JSON and as a page to print.

use super::voice::{Voice, org_kind};
use super::{State, findings};
use crate::check::{Evidence, Outcome, Report, moment};
use crate::guide::Guide;
use crate::inputs::InputKey;
use crate::json::Json;
use crate::markup::escaped;
use crate::view::{FindingView, ReportFiles, Standing};
use crate::words::Words;

/// The groups of findings in their order, with the key of their heading.
const GROUPS: [(Standing, &str); 7] = [
    (Standing::Wrong, "panel_wrong"),
    (Standing::Risk, "panel_risk"),
    (Standing::NotChecked, "panel_not_checked"),
    (Standing::ToDo, "panel_to_do"),
    (Standing::Waits, "panel_waits"),
    (Standing::Known, "panel_known"),
    (Standing::Proven, "panel_proven"),
];

/// What stands for a person's name or address where they are hidden.
const HIDDEN: &str = "•••";

/// The report's files; `None` before the first check. `hides` takes out the names and addresses of people.
#[must_use]
pub fn report_files(guide: &Guide, words: &Words, state: &State, hides: bool) -> Option<ReportFiles> {
    let report = state.report.as_ref()?;
    let voice = Voice::new(words, state);
    let people = if hides { people(state) } else { Vec::new() };
    let clean = |text: &str| {
        if hides {
            hidden(text, &people)
        } else {
            text.to_owned()
        }
    };
    let head = head(&voice, state, report);
    let views = findings::findings(guide, &voice, state);
    Some(ReportFiles {
        markdown: clean(&markdown(&voice, &head, &views)),
        json: clean(&json(state, report).write()),
        page: clean(&page(&voice, &head, &views)),
        hides,
    })
}

/// The title, and a line each for the org, who asked and when, and what it took.
fn head(voice: &Voice, state: &State, report: &Report) -> Vec<String> {
    let name = state.org_name.as_deref().unwrap_or_default();
    let kind = org_kind(&state.core_host).map_or_else(String::new, |(key, _)| voice.say(key));
    let user = state
        .bound
        .as_ref()
        .map(|bound| bound.user_name.as_str())
        .unwrap_or_default();
    let (used, allowed) = report.api_usage.unwrap_or_default();
    vec![
        voice.say("report_title"),
        voice.say_with("report_org", &[("name", name), ("kind", &kind)]),
        voice.say_with("report_when", &[("time", &time(report)), ("user", user)]),
        voice.words.count(
            "report_cost",
            usize::try_from(report.requests).unwrap_or(usize::MAX),
            &[("used", &used.to_string()), ("allowed", &allowed.to_string())],
        ),
    ]
}

/// In UTC, since a report travels.
fn time(report: &Report) -> String {
    [&moment(report.at).replace('T', " "), " UTC"].concat()
}

fn of(views: &[FindingView], standing: Standing) -> Vec<&FindingView> {
    views.iter().filter(|view| view.standing == standing).collect()
}

/// What is said of a finding first: what is wrong, or what was checked.
fn title(view: &FindingView) -> &str {
    match view.standing {
        Standing::Wrong | Standing::Risk | Standing::ToDo | Standing::Known => &view.text,
        Standing::NotChecked | Standing::Waits | Standing::Proven => &view.title,
    }
}

/// What is said after it, where that adds something.
fn more(view: &FindingView) -> Option<&str> {
    match view.standing {
        Standing::NotChecked | Standing::Waits => Some(&view.text),
        Standing::Proven => None,
        _ => view.fix.as_deref(),
    }
}

fn markdown(voice: &Voice, head: &[String], views: &[FindingView]) -> String {
    let mut text = String::new();
    for (place, line) in head.iter().enumerate() {
        text.push_str(if place == 0 { "# " } else { "- " });
        text.push_str(&plain(line));
        text.push_str(if place == 0 { "\n\n" } else { "\n" });
    }
    for (standing, key) in GROUPS {
        let views = of(views, standing);
        if views.is_empty() {
            continue;
        }
        text.push_str(&["\n## ", &voice.say(key), "\n\n"].concat());
        for view in views {
            text.push_str(&["- **", &plain(title(view)), "**"].concat());
            if let Some(more) = more(view) {
                text.push_str(&[" ", &plain(more)].concat());
            }
            text.push('\n');
            for line in &view.evidence {
                text.push_str(&["  - `", &line.replace('`', "'").replace('\n', " "), "`\n"].concat());
            }
        }
    }
    text
}

/// A text that means nothing but itself in Markdown.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' => plain.push(' '),
            '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '|' => {
                plain.extend(['\\', character]);
            }
            other => plain.push(other),
        }
    }
    plain
}

fn page(voice: &Voice, head: &[String], views: &[FindingView]) -> String {
    let mut text =
        "<!doctype html><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
        <style>body{font:15px/1.5 system-ui,sans-serif;max-width:46em;margin:2em auto;padding:0 1em}\
        h2{margin:1.6em 0 .4em;border-bottom:1px solid}li{margin:.5em 0;break-inside:avoid}\
        code{font-size:85%;overflow-wrap:anywhere}</style>"
            .to_owned();
    for (place, line) in head.iter().enumerate() {
        let line = escaped(line);
        text.push_str(&match place {
            0 => ["<title>", &line, "</title><h1>", &line, "</h1>"].concat(),
            _ => ["<p>", &line, "</p>"].concat(),
        });
    }
    for (standing, key) in GROUPS {
        let views = of(views, standing);
        if views.is_empty() {
            continue;
        }
        text.push_str(&["<h2>", &escaped(&voice.say(key)), "</h2><ul>"].concat());
        for view in views {
            text.push_str(&["<li><strong>", &escaped(title(view)), "</strong> "].concat());
            text.push_str(&escaped(more(view).unwrap_or_default()));
            for line in &view.evidence {
                text.push_str(&["<br><code>", &escaped(line), "</code>"].concat());
            }
            text.push_str("</li>");
        }
        text.push_str("</ul>");
    }
    text
}

fn json(state: &State, report: &Report) -> Json {
    let text = |text: &str| Json::from(text);
    let number = |number: u64| Json::Number(number.to_string());
    let user = state.bound.as_ref().map(|bound| bound.user_name.as_str());
    let (used, allowed) = report.api_usage.unwrap_or_default();
    Json::map(vec![
        ("org", text(state.org_name.as_deref().unwrap_or_default())),
        ("host", text(&state.core_host)),
        ("user", text(user.unwrap_or_default())),
        ("at", text(&[&moment(report.at), "Z"].concat())),
        ("requests", number(report.requests.into())),
        ("api_calls_used", number(used.into())),
        ("api_calls_allowed", number(allowed.into())),
        ("answers", Json::List(answers(report))),
    ])
}

/// An object for each answer, and for each finding of an answer that has several.
fn answers(report: &Report) -> Vec<Json> {
    let mut lines = Vec::new();
    for (id, outcome) in &report.answers {
        let line = |outcome: &str, more: Vec<(&str, Json)>| {
            let check = id.key().replace('_', "-");
            let mut members = vec![
                ("check", Json::from(check.as_str())),
                ("outcome", Json::from(outcome)),
            ];
            members.extend(more);
            Json::map(members)
        };
        match outcome {
            Outcome::Proven(seen) => lines.push(line("proven", vec![("evidence", evidence(seen))])),
            Outcome::CouldNotCheck(why) => {
                let why = findings::why_in_short(why);
                lines.push(line("could-not-check", vec![("why", Json::from(why.as_str()))]));
            }
            Outcome::Wrong(found) => lines.extend(found.iter().map(|finding| {
                line(
                    "wrong",
                    vec![
                        ("cause", Json::from(finding.cause.key())),
                        ("severity", Json::from(finding.cause.severity().key())),
                        ("evidence", evidence(&finding.evidence)),
                    ],
                )
            })),
        }
    }
    lines
}

fn evidence(seen: &[Evidence]) -> Json {
    let item = |it: &Evidence| {
        Json::map(vec![
            ("source", Json::from(it.source.as_str())),
            ("seen", Json::from(it.seen.as_str())),
            ("wanted", Json::from(it.wanted.as_str())),
        ])
    };
    Json::List(seen.iter().map(item).collect())
}

/// Names and addresses of people that the journey knows, the longest first.
fn people(state: &State) -> Vec<String> {
    let inputs = [
        InputKey::FirstName,
        InputKey::LastName,
        InputKey::Alias,
        InputKey::Nickname,
        InputKey::Username,
        InputKey::Email,
    ];
    let mut people: Vec<String> = inputs
        .iter()
        .map(|key| state.inputs.value(*key).trim().to_owned())
        .chain(state.bound.as_ref().map(|bound| bound.user_name.clone()))
        .filter(|name| name.chars().count() > 2)
        .collect();
    people.sort_by_key(|name| std::cmp::Reverse(name.len()));
    people
}

/// A text without these people and without addresses.
fn hidden(text: &str, people: &[String]) -> String {
    let mut text = text.to_owned();
    for name in people {
        text = text.replace(name.as_str(), HIDDEN);
    }
    let ends = |character: char| {
        !(character.is_ascii_alphanumeric() || "@.+-_".contains(character) || !character.is_ascii())
    };
    let mut clean = String::with_capacity(text.len());
    for word in text.split_inclusive(ends) {
        let bare = word.trim_end_matches(ends);
        if bare.contains('@') {
            clean.push_str(HIDDEN);
            clean.push_str(word.get(bare.len()..).unwrap_or_default());
        } else {
            clean.push_str(word);
        }
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_addresses_are_hidden() {
        let people = ["Ada Admin".to_owned(), "jotform".to_owned()];
        assert_eq!(
            hidden(
                "User: Ada Admin (ada+x@acme.example), jotform; see \"bob@acme.example\".",
                &people
            ),
            "User: ••• (•••), •••; see \"•••\"."
        );
        assert_eq!(
            hidden("PermissionSet.Name: Set", &people),
            "PermissionSet.Name: Set"
        );
    }

    #[test]
    fn nothing_of_an_org_is_markup() {
        assert_eq!(plain("a*b_c<d>\n#"), "a\\*b\\_c\\<d\\> \\#");
        assert_eq!(escaped("<b>&"), "&lt;b&gt;&amp;");
    }
}
