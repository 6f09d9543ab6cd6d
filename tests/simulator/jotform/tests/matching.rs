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
