//! The guide, its words and its schema, held against each other and against the article that they come from.

#[cfg(test)]
mod article;
#[cfg(test)]
mod files;
#[cfg(test)]
mod languages;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod structure;
#[cfg(test)]
mod words;
