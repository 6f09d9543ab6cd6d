//! From a submission of the public form to the record in the org, as the connected user.

mod common;

use common::{ADA, ADMIN, INTEGRATION_USER, World, good_org, lead_integration, org_with};
use serde_json::json;

#[tokio::test]
async fn a_submission_becomes_a_record_made_by_the_connected_user() {
    let world = World::new(json!({ "org": good_org() }), &[]).await;
    let connection = world.connect(INTEGRATION_USER).await;
    assert_eq!(
        world.save(&lead_integration(&connection)).await["responseCode"],
        200
    );
    assert!(world.submit(&ADA).await.body.contains("Thank You!"));
    let leads = world.rows("Lead");
    assert_eq!(leads.len(), 1);
    assert_eq!(leads[0]["LastName"], "Lovelace");
    assert_eq!(leads[0]["Description"], "It's \"urgent\"");
    assert_eq!(leads[0]["CreatedById"], json!(world.user(INTEGRATION_USER)));
    assert_eq!(world.last_entry()["success"], true);
    assert_eq!(world.last_entry()["record"], leads[0]["Id"]);
}

#[tokio::test]
async fn without_access_there_is_no_object_to_choose_and_no_record() {
    let world = World::new(
        json!({ "org": org_with(json!({}), &[]) }),
        &[("unmapped_required", "warn")],
    )
    .await;
    let connection = world.connect(INTEGRATION_USER).await;
    let offered = world.call(&format!("/objects?connection={connection}")).await;
    assert_eq!(offered["content"], json!([]));
    world.save(&lead_integration(&connection)).await;
    world.submit(&ADA).await;
    assert!(world.rows("Lead").is_empty());
    assert_eq!(world.last_entry()["success"], false);
}

#[tokio::test]
async fn the_wizard_offers_what_that_user_may_do_and_not_what_the_administrator_may() {
    let world = World::new(json!({ "org": good_org() }), &[]).await;
    let (user, admin) = (world.connect(INTEGRATION_USER).await, world.connect(ADMIN).await);
    let names = |answer: serde_json::Value| -> Vec<String> {
        answer["content"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        names(world.call(&format!("/objects?connection={user}")).await),
        ["Lead"]
    );
    assert!(names(world.call(&format!("/objects?connection={admin}")).await).contains(&"Account".to_owned()));
    let fields = names(
        world
            .call(&format!("/fields?connection={user}&object=Lead"))
            .await,
    );
    for offered in ["LastName", "Company", "Email", "Description"] {
        assert!(fields.contains(&offered.to_owned()), "{offered} in {fields:?}");
    }
    assert!(!fields.contains(&"Website".to_owned()), "{fields:?}");
    let refused = world
        .call(&format!("/fields?connection={user}&object=Account"))
        .await;
    assert_eq!(refused["responseCode"], 424);
}

#[tokio::test]
async fn the_required_fields_are_known_from_describe() {
    let world = World::new(json!({ "org": good_org() }), &[("unmapped_required", "refuse")]).await;
    let connection = world.connect(INTEGRATION_USER).await;
    let fields = world
        .call(&format!("/fields?connection={connection}&object=Lead"))
        .await;
    let required = |field: &&serde_json::Value| field["required"] == true;
    let named = fields["content"].as_array().unwrap().iter().filter(required);
    let mut named: Vec<&str> = named.map(|field| field["name"].as_str().unwrap()).collect();
    named.sort_unstable();
    assert_eq!(named, ["Company", "LastName"]);
    let mut incomplete = lead_integration(&connection);
    incomplete["mapping"].as_object_mut().unwrap().remove("6");
    let answer = world.save(&incomplete).await;
    assert_eq!(answer["responseCode"], 400);
    assert!(answer["message"].as_str().unwrap().contains("Company"));
}

#[tokio::test]
async fn the_sixth_approval_takes_the_first_token_away() {
    let world = World::new(json!({ "org": good_org() }), &[]).await;
    let user = world.user(INTEGRATION_USER);
    let connection = world.connect(INTEGRATION_USER).await;
    world.save(&lead_integration(&connection)).await;
    let approve_elsewhere = || {
        let mut org = world.org.lock().unwrap();
        let code = org.authorize("Jotform", &user).unwrap();
        org.exchange(&code).unwrap();
    };
    for _ in 0..4 {
        approve_elsewhere();
    }
    world.submit(&ADA).await;
    assert_eq!(world.last_entry()["success"], true);
    approve_elsewhere();
    world.submit(&ADA).await;
    assert_eq!(world.last_entry()["success"], false);
    assert!(
        world.last_entry()["message"]
            .as_str()
            .unwrap()
            .contains("INVALID_SESSION_ID")
    );
    assert_eq!(
        world.connect(INTEGRATION_USER).await,
        connection,
        "authenticating again mends the connection"
    );
    world.submit(&ADA).await;
    assert_eq!(world.last_entry()["success"], true);
}

#[tokio::test]
async fn attachments_arrive_at_the_record() {
    let world = World::new(json!({ "org": good_org() }), &[]).await;
    let connection = world.connect(INTEGRATION_USER).await;
    let mut integration = lead_integration(&connection);
    integration["attachments"] = json!(true);
    integration["submission_pdf"] = json!(true);
    world.save(&integration).await;
    world.submit(&ADA).await;
    assert_eq!(world.last_entry()["success"], true, "{}", world.last_entry());
    assert_eq!(
        world.rows("ContentVersion")[0]["FirstPublishLocationId"],
        world.rows("Lead")[0]["Id"]
    );
}

#[tokio::test]
async fn a_required_question_must_be_answered() {
    let world = World::new(json!({ "org": good_org() }), &[]).await;
    let page = world.submit(&ADA[..3]).await;
    assert!(page.body.contains("This field is required."));
    assert!(!page.body.contains("Thank You!"));
    assert_eq!(
        world.account.lock().unwrap().snapshot()["forms"][0]["submissions"],
        json!([])
    );
}

#[tokio::test]
async fn an_integration_of_the_start_state_works_at_once() {
    let start = json!({
        "org": good_org(),
        "jotform": { "forms": [{ "integrations": [{ "connected_as": INTEGRATION_USER }] }] }
    });
    let world = World::new(start, &[]).await;
    assert_eq!(world.rows("OauthToken").len(), 1);
    world.submit(&ADA).await;
    assert_eq!(world.rows("Lead").len(), 1, "{}", world.last_entry());
}
