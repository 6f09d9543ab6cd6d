//! Serves the simulated Salesforce org and Jotform account until stopped.

fn main() {}
