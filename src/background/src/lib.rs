//! The only part that knows the session: journey, org client, injection.
