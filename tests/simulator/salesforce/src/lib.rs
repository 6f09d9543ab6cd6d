//! The pages of a simulated Salesforce org: login, Classic Setup, the Lightning shell.
