//! What the shipped guide asks for at its end.

use std::sync::LazyLock;

use serde_json::Value;
use waymark_core::check::{CheckId, Outcome, Report};

const GUIDE: &str = include_str!("../../../extension/guides/jotform-salesforce.json");

static LAST_CHECKS: LazyLock<Vec<CheckId>> = LazyLock::new(|| {
    let guide: Value = serde_json::from_str(GUIDE).unwrap_or_default();
    let steps = guide["sections"].as_array().and_then(|sections| sections.last());
    let step = steps.and_then(|section| section["steps"].as_array()?.last());
    let done = step.and_then(|step| step["done"].as_array());
    done.into_iter()
        .flatten()
        .filter_map(|done| serde_json::from_value::<Vec<CheckId>>(done["checks"].clone()).ok())
        .flatten()
        .collect()
});

/// The checks that the guide's last step asks for.
pub fn last_checks() -> &'static [CheckId] {
    &LAST_CHECKS
}

/// Whether everything that the guide's last step asks for is proven.
pub fn is_done(report: &Report) -> bool {
    let checks = last_checks();
    let proven = |id: &CheckId| matches!(report.answer(*id), Some(Outcome::Proven(_)));
    !checks.is_empty() && checks.iter().all(proven) && !report.may_block()
}
