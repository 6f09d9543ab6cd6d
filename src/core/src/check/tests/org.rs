//! The org as a whole, what is in stock, and what changes records by itself.

use super::*;
use CheckId::{Automation as Automatic, Org, Stock};

#[test]
fn room_calls_and_time() {
    run(&[
        (
            "nine tenths",
            Org,
            |f, _| f.api_usage = Some((13_500, 15_000)),
            Wrong(Cause::RequestsRunningOut),
        ),
        ("less", Org, |f, _| f.api_usage = Some((13_499, 15_000)), Proven),
        (
            "in two weeks",
            Org,
            |f, _| f.trial_ends = Look::Seen(Some("2026-12-08T00:00:00.000+0000".into())),
            Wrong(Cause::TrialEnding),
        ),
        (
            "later",
            Org,
            |f, _| f.trial_ends = Look::Seen(Some("2026-12-09T00:00:00.000+0000".into())),
            Proven,
        ),
        (
            "full",
            Org,
            |f, _| f.storage_left = Look::Seen(Some(0)),
            Wrong(Cause::StorageFull),
        ),
        (
            "one megabyte",
            Org,
            |f, _| f.storage_left = Look::Seen(Some(1)),
            Proven,
        ),
        ("hidden", Org, |f, _| f.storage_left = hidden(), hid()),
        (
            "found although the rest is hidden",
            Org,
            |f, _| {
                f.trial_ends = hidden();
                f.storage_left = Look::Seen(Some(0));
            },
            Wrong(Cause::StorageFull),
        ),
    ]);
}

#[test]
fn stock_first() {
    run(&[
        (
            "another user is there",
            Stock,
            |f, _| {
                nobody(f);
                f.stock_users = Look::Seen(vec!["api@acme.example".into()]);
            },
            Wrong(Cause::StockUser),
        ),
        (
            "another set is there",
            Stock,
            |f, _| {
                f.permission_sets = Look::Seen(vec![]);
                f.stock_sets = Look::Seen(vec!["Api".into()]);
            },
            Wrong(Cause::StockSet),
        ),
        (
            "nothing is there",
            Stock,
            |f, _| {
                nobody(f);
                f.stock_users = Look::Seen(vec![]);
            },
            Proven,
        ),
        (
            "hidden",
            Stock,
            |f, _| {
                nobody(f);
                f.stock_users = hidden();
            },
            hid(),
        ),
    ]);
}

#[test]
fn what_changes_records() {
    run(&[
        (
            "duplicates",
            Automatic,
            |f, _| f.duplicate_rules = Look::Seen(vec![automation("Standard", "Lead")]),
            Wrong(Cause::DuplicateRuleActive),
        ),
        (
            "validation",
            Automatic,
            |f, _| f.validation_rules = Look::Seen(vec![automation("Must", "Lead")]),
            Wrong(Cause::ValidationRuleActive),
        ),
        (
            "trigger",
            Automatic,
            |f, _| f.triggers = Look::Seen(vec![automation("T", "Lead")]),
            Wrong(Cause::TriggerActive),
        ),
        (
            "flow, by the object's label",
            Automatic,
            |f, _| {
                if let Look::Seen(description) = &mut f.description {
                    description.label = "Interessent".into();
                }
                f.flows = Look::Seen(vec![automation("F", "Interessent")]);
            },
            Wrong(Cause::FlowActive),
        ),
        (
            "assignment",
            Automatic,
            |f, _| f.assignment_rules = Look::Seen(vec![automation("A", "Lead")]),
            Wrong(Cause::AssignmentRuleActive),
        ),
        ("hidden", Automatic, |f, _| f.triggers = hidden(), hid()),
        (
            "found although another part is hidden",
            Automatic,
            |f, _| {
                f.triggers = hidden();
                f.assignment_rules = Look::Seen(vec![automation("A", "Lead")]);
            },
            Wrong(Cause::AssignmentRuleActive),
        ),
    ]);
}
