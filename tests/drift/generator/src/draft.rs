//! A page while it is being changed.

use crate::fixture::{Fixture, Translated};
use crate::tree::{NodeId, Tree};
use std::sync::Arc;

/// What is right to answer on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Right {
    /// One of the marked elements.
    Marked,
    /// One of the marked elements; but nothing that a guide could state of them tells them from others for certain, so doubt is
    /// right too.
    MarkedOrDoubt,
    /// That it is not there.
    Gone,
}

/// A page while it is being changed, and what is asked on it.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The frames, the top one first.
    pub frames: Vec<Frame>,
    /// The id of what is asked for.
    pub asked: String,
    /// What is right to answer.
    pub right: Right,
    /// The language's tag.
    pub language: &'static str,
    /// What changes with the language.
    pub translated: Arc<Translated>,
}

/// One frame.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Which page of the guide it shows.
    pub page: String,
    /// Its document.
    pub tree: Tree,
}

/// What marks the right answers.
pub const MARK: &str = "data-answer";

impl Draft {
    /// The page as it was, on which `asked` is asked for.
    pub fn new(fixture: &Fixture, asked: &str) -> Self {
        let frames = fixture.frames.iter().map(|frame| Frame {
            page: frame.page.clone(),
            tree: frame.tree.clone(),
        });
        Self {
            frames: frames.collect(),
            asked: asked.to_owned(),
            right: Right::Marked,
            language: "en",
            translated: fixture.translated.clone(),
        }
    }

    /// The frame in which the right answers are; `None` where they are not in exactly one.
    pub fn home(&self) -> Option<usize> {
        let mut holding = (0..self.frames.len()).filter(|&at| !self.marked(at, &self.asked).is_empty());
        let home = holding.next()?;
        holding.next().is_none().then_some(home)
    }

    /// The elements of a frame that are marked with this id.
    pub fn marked(&self, frame: usize, id: &str) -> Vec<NodeId> {
        let tree = &self.frames[frame].tree;
        let mut all = tree.elements();
        all.retain(|&node| tree.has_word(node, MARK, id));
        all
    }

    /// The frame with the right answers and the answers, without those that stand in another one.
    pub fn controls(&self) -> Option<(usize, Vec<NodeId>)> {
        let home = self.home()?;
        let tree = &self.frames[home].tree;
        let marked = self.marked(home, &self.asked);
        let mut outer = marked.clone();
        outer.retain(|&node| !tree.around(node).any(|around| marked.contains(&around)));
        Some((home, outer))
    }

    /// What leads to the right answers and is no answer itself.
    pub fn ways(&self, frame: usize) -> Vec<NodeId> {
        self.marked(frame, &[&self.asked, "/way"].concat())
    }

    /// Takes the marks off a node and all in it.
    pub fn unmark(tree: &mut Tree, node: NodeId) {
        for at in tree.within(node) {
            tree.unset(at, MARK);
        }
    }
}
