//! Every face of the panel.

use crate::scenes::{self, amiss, checked, form_seen, name_the_org};
use crate::stage::{INNER, SETUP, Stage, TAB, source};
use serde::Serialize;
use waymark_core::inputs::InputKey;
use waymark_core::journey::{Event, PanelContext, panel_view, report_files, stand};
use waymark_core::lesson::Shown;
use waymark_core::message::{CardAction, FromPanel, Setting, Sighting, ToPanel};
use waymark_core::plan::Applied;
use waymark_core::settings::Settings;
use waymark_core::view::PanelView;
use waymark_core::wire;
use waymark_core::words::Words;
use waymark_faults::driver::DriverError;

/// What the panel is told: the answer to each message that differs from the view, by the message.
#[derive(Serialize)]
pub struct Entry {
    name: &'static str,
    /// The page that the panel's address names; empty for the guide.
    page: &'static str,
    view: String,
    answers: Vec<(String, String)>,
}

/// Now, on the stage.
const NOW: u64 = 1_000_000;

pub fn all(words: &Words) -> Result<Vec<Entry>, DriverError> {
    let mut all = before_a_journey(words);
    all.extend(on_the_way(words));
    all.extend(looked_at(words)?);
    all.extend(ended(words)?);
    Ok(all)
}

fn entry(name: &'static str, view: PanelView) -> Entry {
    Entry {
        name,
        page: "",
        view: wire::write(&ToPanel::View(Box::new(view))),
        answers: Vec::new(),
    }
}

fn beside(host: Option<&str>) -> PanelContext {
    PanelContext {
        tab: Some(TAB),
        host: host.map(str::to_owned),
        now: NOW,
        ..PanelContext::default()
    }
}

fn viewed(stage: &Stage, context: &PanelContext) -> PanelView {
    panel_view(&stage.guide, &stage.words, &stage.state, context)
}

const SETUP_HOST: &str = "acme.my.salesforce-setup.com";

fn before_a_journey(words: &Words) -> Vec<Entry> {
    let mut stage = scenes::started(words);
    stage.panel(FromPanel::Stop);
    let kept = viewed(&stage, &beside(Some(SETUP_HOST)));
    let stands = PanelContext {
        stands: stand(&stage.guide, words, &stage.state).into_iter().collect(),
        ..beside(None)
    };
    stage.state = waymark_core::journey::State::new("jotform-salesforce", "");
    vec![
        entry("nowhere", viewed(&stage, &beside(None))),
        entry("nowhere-with-another-org", viewed(&stage, &stands)),
        Entry {
            page: "welcome",
            ..entry("welcome", viewed(&stage, &beside(None)))
        },
        Entry {
            page: "settings",
            answers: vec![(
                wire::write(&FromPanel::Settings(Setting::Show)),
                wire::write(&ToPanel::Settings(Box::new(settings().view(words)))),
            )],
            ..entry("settings", viewed(&stage, &beside(None)))
        },
        entry("explained", viewed(&stage, &beside(Some("login.salesforce.com")))),
        entry("ready", viewed(&stage, &beside(Some(SETUP_HOST)))),
        entry("ready-begun", PanelView { begun: true, ..kept }),
    ]
}

/// With a default of the user's own, and one that cannot be used.
fn settings() -> Settings {
    let mut settings = Settings::default();
    settings.set_default(InputKey::PermissionSetLabel, "Jotform {object}");
    settings.set_default(InputKey::Alias, "much too long");
    settings
}

fn on_the_way(words: &Words) -> Vec<Entry> {
    let here = beside(Some(SETUP_HOST));
    let stage = scenes::started(words);
    let mut all = vec![entry("journey-inputs", viewed(&stage, &here))];
    let mut stage = scenes::started(words);
    stage.type_in(InputKey::Email, "jane at acme");
    stage.type_in(InputKey::Alias, "muchtoolong");
    stage.type_in(InputKey::Username, "no address");
    all.push(entry("journey-inputs-wrong", viewed(&stage, &here)));
    let mut stage = scenes::started(words);
    stage.type_in(InputKey::Email, "jane@acme.example");
    stage.panel(FromPanel::ConfirmInputs);
    all.push(entry("journey-checks-to-decide", viewed(&stage, &here)));
    let mut stage = scenes::begun(words, false);
    stage.setup_home();
    all.push(entry("journey-checks-declined", viewed(&stage, &here)));
    let elsewhere = PanelContext {
        tab: Some(TAB + 50),
        ..here.clone()
    };
    all.push(entry("journey-in-another-tab", viewed(&stage, &elsewhere)));
    let stage = scenes::at_new_set(words);
    let checking = PanelContext {
        checking: Some((3, true)),
        ..here.clone()
    };
    all.push(entry("journey-checking", viewed(&stage, &checking)));
    for (name, allowed) in [("journey-private", true), ("journey-private-blocked", false)] {
        let mut stage = scenes::at(words, true, "verify_email");
        stage.happen(Event::PrivateWindows(allowed));
        all.push(entry(name, viewed(&stage, &here)));
    }
    let mut stage = scenes::begun(words, true);
    stage.type_in(InputKey::Form, "https://forms.acme.example/240001234567890");
    all.push(entry("journey-own-domain", viewed(&stage, &here)));
    stage.panel(FromPanel::ConfirmInputs);
    let refused = PanelContext {
        domain_refused: true,
        ..here
    };
    all.push(entry("journey-domain-refused", viewed(&stage, &refused)));
    all
}

/// A journey whose org was checked.
fn seen(words: &Words) -> Stage {
    let mut stage = scenes::begun(words, true);
    name_the_org(&mut stage);
    stage.setup_home();
    form_seen(&mut stage);
    stage
}

fn looked_at(words: &Words) -> Result<Vec<Entry>, DriverError> {
    let here = beside(Some(SETUP_HOST));
    let mut stage = seen(words);
    let reading = PanelContext {
        reading_form: true,
        ..here.clone()
    };
    let mut all = vec![entry("mapping-reading", viewed(&stage, &reading))];
    checked(&mut stage, amiss)?;
    let mut wrong = entry("journey-findings", viewed(&stage, &here));
    wrong.answers = side_answers(&stage);
    all.push(wrong);
    stage.panel(FromPanel::MapTo {
        question: "5".to_owned(),
        field: "Email".to_owned(),
    });
    all.push(entry("mapping-chosen", viewed(&stage, &here)));
    stage.panel(FromPanel::TakeOver {
        file: "none".to_owned(),
    });
    all.push(entry("hand-over-refused", viewed(&stage, &here)));

    let mut stage = seen(words);
    checked(&mut stage, |world| world.before_user())?;
    stage.panel(FromPanel::PlanUser { makes: true });
    let plan = viewed(&stage, &here);
    let key = plan
        .plan
        .as_ref()
        .map(|plan| plan.key.clone())
        .unwrap_or_default();
    all.push(entry("plan", plan));
    let typed = stage.state.org_name.clone().unwrap_or_default();
    stage.panel(FromPanel::Apply { key, typed });
    all.push(entry("plan-applying", viewed(&stage, &here)));
    let mut done = stage.state.clone();
    stage.happen(Event::Applied(Applied::Done));
    checked(&mut stage, |_| ())?;
    all.push(entry("plan-applied", viewed(&stage, &here)));
    std::mem::swap(&mut stage.state, &mut done);
    stage.happen(Event::Applied(Applied::Refused(waymark_core::plan::Failure {
        code: "LICENSE_LIMIT_EXCEEDED".to_owned(),
        message: "License Limit Exceeded".to_owned(),
    })));
    checked(&mut stage, |world| world.before_user())?;
    all.push(entry("plan-refused", viewed(&stage, &here)));

    let mut stage = scenes::at(words, true, "new_permission_set");
    stage.setup(scenes::LIST);
    let shell = [SETUP, "/lightning/setup/PermSets/page"].concat();
    scenes::answers(&mut stage, 0, &shell, &Sighting::Absent);
    scenes::answers(&mut stage, INNER, scenes::LIST_ADDRESS, &Sighting::Absent);
    stage.press(CardAction::ShowMe);
    let shown = Shown {
        tag: "input".into(),
        kind: "button".into(),
        role: "button".into(),
        name: "Neu anlegen".into(),
        id: "j_id0:theForm:newSet".into(),
        ..Shown::default()
    };
    let source = source(TAB, INNER, scenes::LIST_ADDRESS, false);
    stage.happen(Event::Shown(source, Box::new(shown)));
    all.push(entry("lessons", viewed(&stage, &here)));
    Ok(all)
}

/// What the panel asks for by itself: the report, and what pages are made of.
fn side_answers(stage: &Stage) -> Vec<(String, String)> {
    let mut answers = Vec::new();
    for hides in [false, true] {
        if let Some(files) = report_files(&stage.guide, &stage.words, &stage.state, hides) {
            let answer = wire::write(&ToPanel::Report(Box::new(files)));
            answers.push((wire::write(&FromPanel::Report { hides }), answer));
        }
    }
    let page =
        "<html><body><main><h1>Permission Sets</h1><button id=\"newSet\">New</button></main></body></html>";
    let facts = ToPanel::Facts(vec![page.to_owned(), page.replace("New", "Clone")]);
    answers.push((wire::write(&FromPanel::Facts), wire::write(&facts)));
    answers
}

fn ended(words: &Words) -> Result<Vec<Entry>, DriverError> {
    let here = beside(Some(SETUP_HOST));
    let mut stage = seen(words);
    checked(&mut stage, |_| ())?;
    for id in steps(&stage) {
        let proven = waymark_core::journey::StepState {
            ending: waymark_core::journey::Ending::Proven,
            private: false,
        };
        stage.state.steps.insert(id, proven);
    }
    let proven = entry("finished", viewed(&stage, &here));
    let mut stage = scenes::begun(words, false);
    scenes::skip_to(&mut stage, "finished");
    Ok(vec![proven, entry("finished-unproven", viewed(&stage, &here))])
}

fn steps(stage: &Stage) -> Vec<String> {
    let sections = viewed(stage, &beside(None)).sections;
    let steps = sections.into_iter().flat_map(|section| section.steps);
    steps.map(|step| step.id).collect()
}
