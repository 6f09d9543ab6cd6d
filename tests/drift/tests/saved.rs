//! Page facts that somebody saved are a fixture of the corpus: with the right answers marked they are changed and judged.
#![allow(clippy::unwrap_used)] // in the helpers of tests

use std::fs;
use std::path::Path;
use std::process::Command;
use waymark_core::facts::{file, told};
use waymark_core::read::Element as _;
use waymark_core::read::rows::Needs;
use waymark_page::Page;

const FIXTURE: &str = "new-permission-set-2.html";
const FIELDS: [&str; 3] = ["permission_set_label", "permission_set_name", "licence"];

#[test]
fn saved_page_facts_are_a_fixture() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = Page::parse(&fs::read_to_string(here.join("pages").join(FIXTURE)).unwrap());
    let snapshot = page.read(&Needs::default()).snapshot;
    let root = page.elements().next().unwrap();
    let address = "https://acme.my.salesforce.com/udd/PermissionSet/newPermissionSet.apexp";
    let mut saved = file(&told(&root, None, address, &snapshot)).unwrap();
    for secret in ["Acme", "Ada Admin"] {
        assert!(!saved.contains(secret), "{secret} in {saved}");
    }

    let mut answers = Vec::new();
    for field in FIELDS {
        let answer = ["fill_permission_set/", field].concat();
        let marked = |element: &waymark_page::Element| element.answers().any(|own| own == answer);
        let id = page.elements().find(marked).unwrap().attribute("id").unwrap();
        let place = [" id=\"", &id, "\""].concat();
        assert!(saved.contains(&place), "{field} is still there");
        saved = saved.replace(&place, &format!("{place} data-answer=\"{answer}\""));
        answers.push(answer);
    }

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("saved");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(FIXTURE), saved).unwrap();
    fs::write(folder.join("translated.json"), "{}").unwrap();
    let listed = serde_json::json!([{"name": "new-permission-set", "seed": 2,
        "frames": [{"page": "new-permission-set", "file": FIXTURE, "answers": answers}]}]);
    fs::write(folder.join("pages.json"), listed.to_string()).unwrap();
    let guide = here.join("../../extension/guides/jotform-salesforce.json");
    let run = Command::new(env!("CARGO_BIN_EXE_waymark-drift"))
        .args([
            "corpus".as_ref(),
            folder.as_os_str(),
            guide.as_os_str(),
            "--pages".as_ref(),
            "60".as_ref(),
        ])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    let last = said.lines().last().unwrap_or_default();
    let found = last.split(", ").find_map(|part| part.strip_prefix("found "));
    let found: u32 = found.and_then(|it| it.parse().ok()).unwrap_or_default();
    assert!(
        run.status.success() && last.starts_with("pages 60, ") && found > 30,
        "{said}"
    );
}
