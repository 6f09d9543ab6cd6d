//! The corpus as evidence: for each pair what speaks for every candidate, and which one is right.

use waymark_core::locate::compare::Page;
use waymark_core::locate::evidence::Evidence;

use crate::corpus::Site;

/// One pair.
pub struct Example {
    /// Number of its site; examples of one site are never both learned from and answered.
    pub fold: usize,
    /// The evidence for each candidate.
    pub evidence: Vec<Evidence>,
    /// Index of the right candidate.
    pub right: usize,
}

impl Example {
    /// The same without what only tells where elements stand.
    pub fn without_place(&self) -> Self {
        Self {
            evidence: self.evidence.iter().map(Evidence::without_place).collect(),
            ..*self
        }
    }
}

/// All pairs of all sites.
pub fn examples(sites: &[Site]) -> Vec<Example> {
    let mut examples = Vec::new();
    for (fold, site) in sites.iter().enumerate() {
        let page = Page::new(&site.candidates);
        examples.extend(site.pairs.iter().map(|(old, right)| Example {
            fold,
            evidence: page.compare(old),
            right: *right,
        }));
    }
    examples
}
