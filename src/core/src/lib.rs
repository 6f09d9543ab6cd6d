//! Everything of Waymark that can be decided without a browser.
