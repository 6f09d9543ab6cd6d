//! Whole journeys, replayed: events in, what the user would be shown out.

#[cfg(test)]
mod applying;
#[cfg(test)]
mod by_itself;
mod careless;
#[cfg(test)]
mod form;
mod from_empty;
#[cfg(test)]
mod hand_over;
mod hosts;
#[cfg(test)]
mod leading;
#[cfg(test)]
mod mapping;
#[cfg(test)]
mod panel;
#[cfg(test)]
mod pointing;
#[cfg(test)]
mod policy;
#[cfg(test)]
mod reporting;
mod showing;
#[cfg(test)]
mod stage;
#[cfg(test)]
mod submission;
#[cfg(test)]
mod taken;
#[cfg(test)]
mod unseen;
#[cfg(test)]
mod wizard;
