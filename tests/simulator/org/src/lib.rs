//! The data, rules, sessions and REST interface of one simulated Salesforce org.
