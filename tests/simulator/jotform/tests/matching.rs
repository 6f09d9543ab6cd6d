//! Finding an existing record: the toggle "Update an existing record", and the action "Find existing record".

mod common;

use common::{ADA, INTEGRATION_USER, World, good_org, lead_integration};
use serde_json::json;

#[tokio::test]
async fn with_the_toggle_an_existing_record_is_updated_without_it_a_second_is_made() {
    for (update, expected) in [(true, 1), (false, 2)] {
        let world = World::new(json!({ "org": good_org() }), &[("match_fields", "fixed")]).await;
        let connection = world.connect(INTEGRATION_USER).await;
        let mut integration = lead_integration(&connection);
        integration["update_existing"] = json!(update);
        world.save(&integration).await;
        world.submit(&ADA).await;
        let mut again = ADA;
        again[3].1 = "Difference Engines";
        world.submit(&again).await;
        assert_eq!(world.rows("Lead").len(), expected, "{}", world.last_entry());
        assert_eq!(world.last_entry()["success"], true);
        assert!(
            world
                .rows("Lead")
                .iter()
                .any(|lead| lead["Company"] == "Difference Engines")
        );
    }
}

#[tokio::test]
async fn find_makes_no_record() {
    let world = World::new(json!({ "org": good_org() }), &[("match_fields", "fixed")]).await;
    let connection = world.connect(INTEGRATION_USER).await;
    let mut integration = lead_integration(&connection);
    integration["action"] = json!("find");
    world.save(&integration).await;
    world.submit(&ADA).await;
    assert!(world.rows("Lead").is_empty());
    assert!(
        world.last_entry()["message"]
            .as_str()
            .unwrap()
            .starts_with("No record was found")
    );
}

#[tokio::test]
async fn updating_needs_the_documented_fields_to_be_mapped() {
    for (way, told) in [("fixed", "Email"), ("chosen", "one field or more")] {
        let world = World::new(json!({ "org": good_org() }), &[("match_fields", way)]).await;
        let mut integration = lead_integration(&world.connect(INTEGRATION_USER).await);
        integration["update_existing"] = json!(true);
        integration["mapping"].as_object_mut().unwrap().remove("4");
        let answer = world.save(&integration).await;
        assert_eq!(answer["responseCode"], 400);
        assert!(answer["message"].as_str().unwrap().contains(told), "{answer}");
    }
}

#[tokio::test]
async fn by_ticked_fields_only_those_decide() {
    let world = World::new(json!({ "org": good_org() }), &[("match_fields", "chosen")]).await;
    let mut integration = lead_integration(&world.connect(INTEGRATION_USER).await);
    integration["update_existing"] = json!(true);
    integration["match_fields"] = json!(["Email"]);
    world.save(&integration).await;
    world.submit(&ADA).await;
    let mut married = ADA;
    married[1].1 = "King";
    world.submit(&married).await;
    let leads = world.rows("Lead");
    assert_eq!((leads.len(), &leads[0]["LastName"]), (1, &json!("King")));
}
