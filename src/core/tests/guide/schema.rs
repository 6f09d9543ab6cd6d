//! `src/core/guide.schema.json` is made from the types; `WAYMARK_ACCEPT=1` writes it anew.

use crate::files::{guide_text, root};
use waymark_core::guide::Guide;

#[test]
fn the_schema_is_the_types() {
    let path = root().join("src/core/guide.schema.json");
    let made = schemars::schema_for!(Guide).to_value();
    if std::env::var_os("WAYMARK_ACCEPT").is_some() {
        std::fs::write(&path, serde_json::to_string_pretty(&made).unwrap() + "\n").unwrap();
    }
    // As values, since the order of keys hangs on the features of serde_json that the rest of the workspace turns on.
    let kept: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(
        kept, made,
        "run the tests with WAYMARK_ACCEPT=1 and look at the difference"
    );
}

#[test]
fn the_guide_follows_the_schema_and_a_misspelt_one_does_not() {
    let schema = serde_json::from_str(include_str!("../../guide.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let mut guide: serde_json::Value = serde_json::from_str(&guide_text()).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(&guide)
        .map(|error| error.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    guide["sections"][0]["steps"][0]["dune"] = true.into();
    assert!(!validator.is_valid(&guide));
}
