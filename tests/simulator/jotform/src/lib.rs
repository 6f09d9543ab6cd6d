//! A simulated Jotform account: builder, integrations, public forms.
