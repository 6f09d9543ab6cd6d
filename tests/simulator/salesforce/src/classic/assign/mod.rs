//! Pages that assign something to a user with a dueling list.

mod dueling_list;
pub mod licenses;
pub mod permission_sets;
