//! Drawing pages: which one, what is asked on it, and what has happened to it.

use crate::change::Change;
use crate::changes::identity;
use crate::draft::{Draft, Right};
use crate::fixture::Fixture;
use crate::label::label;
use crate::tree::{NodeId, Tree};
use rand::seq::{IndexedRandom, SliceRandom};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// Something that is asked on pages of a guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What its right answers are marked with.
    pub id: String,
    /// On which pages it is asked.
    pub pages: Vec<String>,
    /// What the guide states of the control for itself: ids, names and parts of addresses, and its wordings, each as it is.
    pub known: Known,
}

/// What a guide states of a control.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Ids, ends of ids, name attributes and parts of addresses.
    pub tokens: Vec<String>,
    /// What it may be called, in whichever language, in lower case.
    pub wordings: Vec<String>,
}

/// A page that has changed, and what is right to answer on it.
#[derive(Clone, Debug)]
pub struct Case {
    /// Which fixture it was made from.
    pub fixture: usize,
    /// Which question is asked.
    pub question: usize,
    /// What has happened to the page.
    pub changes: Vec<Change>,
    /// The frames: which page of the guide each shows, and its document as HTML.
    pub frames: Vec<(String, String)>,
    /// What is right to answer.
    pub right: Right,
    /// The tag of the interface's language.
    pub language: &'static str,
}

/// Draws cases.
pub struct Generator<'a> {
    fixtures: &'a [Fixture],
    questions: &'a [Question],
    /// For each question, the fixtures on which its answer is marked where it is asked.
    places: Vec<Vec<usize>>,
    seed: u64,
}

/// So often another page is drawn where none of the changes can happen.
const TRIES: usize = 60;

/// How many further shares another language has.
const LANGUAGES: usize = 3;

impl<'a> Generator<'a> {
    /// Over these pages, with these questions.
    #[must_use]
    pub fn new(fixtures: &'a [Fixture], questions: &'a [Question], seed: u64) -> Self {
        let asked_on = |question: &Question, fixture: &Fixture| {
            fixture
                .frames
                .iter()
                .any(|frame| question.pages.contains(&frame.page) && frame.answers.contains(&question.id))
        };
        let places = questions
            .iter()
            .map(|question| {
                (0..fixtures.len())
                    .filter(|&at| asked_on(question, &fixtures[at]))
                    .collect()
            })
            .collect();
        Self {
            fixtures,
            questions,
            places,
            seed,
        }
    }

    /// The questions for which there is no page with an answer.
    pub fn unanswered(&self) -> impl Iterator<Item = &Question> {
        self.places
            .iter()
            .zip(self.questions)
            .filter(|(places, _)| places.is_empty())
            .map(|(_, question)| question)
    }

    /// The unchanged pages on which a question is asked, each with the question.
    pub fn unchanged(&self) -> impl Iterator<Item = (usize, usize)> {
        self.places
            .iter()
            .enumerate()
            .flat_map(|(question, places)| places.iter().map(move |&fixture| (fixture, question)))
    }

    /// The unchanged pages on which a question is asked whose answer is not there, or not yet, each with the question.
    pub fn unanswerable(&self) -> impl Iterator<Item = (usize, usize)> {
        let has = |fixture: &Fixture, question: &Question| {
            let frames = fixture.frames.iter();
            frames.clone().any(|frame| question.pages.contains(&frame.page))
                && frames
                    .flat_map(|frame| &frame.answers)
                    .all(|answer| *answer != question.id)
        };
        self.questions.iter().enumerate().flat_map(move |(at, question)| {
            let pages = self.fixtures.iter().enumerate();
            pages
                .filter(move |(_, fixture)| has(fixture, question))
                .map(move |(fixture, _)| (fixture, at))
        })
    }

    /// An unchanged page as a case.
    #[must_use]
    pub fn as_it_was(&self, fixture: usize, question: usize) -> Case {
        let mut draft = Draft::new(&self.fixtures[fixture], &self.questions[question].id);
        if draft.home().is_none() {
            draft.right = Right::Gone;
        }
        finished(draft, fixture, question, Vec::new())
    }

    /// The case with this number; `None` where nothing could be made of it.
    #[must_use]
    pub fn case(&self, number: usize) -> Option<Case> {
        let mut rng = ChaCha8Rng::seed_from_u64(self.seed);
        rng.set_stream(u64::try_from(number).unwrap_or(u64::MAX));
        // Every kind gets its share of the single changes; the languages are many, and get several.
        let place = number % (Change::ALL.len() + LANGUAGES);
        let leading = Change::ALL.get(place).copied().unwrap_or(Change::OtherLanguage);
        let further = match rng.random_range(0..10) {
            0..5 => 0,
            5..8 => 1,
            _ => 2,
        };
        (0..TRIES).find_map(|_| self.attempt(leading, further, &mut rng))
    }

    fn attempt(&self, leading: Change, further: usize, rng: &mut ChaCha8Rng) -> Option<Case> {
        let asked: Vec<usize> = (0..self.questions.len())
            .filter(|&at| !self.places[at].is_empty())
            .collect();
        let &question = asked.choose(rng)?;
        let &fixture = self.places[question].choose(rng)?;
        let mut changes = vec![leading];
        let mut others: Vec<Change> = Change::ALL.to_vec();
        others.shuffle(rng);
        if rng.random_bool(0.25) {
            others.insert(0, Change::OtherLanguage);
        }
        for other in others {
            if changes.len() > further {
                break;
            }
            if changes
                .iter()
                .all(|&change| change != other && agree(change, other))
            {
                changes.push(other);
            }
        }
        changes.sort_unstable();
        let mut draft = Draft::new(&self.fixtures[fixture], &self.questions[question].id);
        for frame in &mut draft.frames {
            identity::reload(&mut frame.tree, rng);
        }
        // An answer in a frame in which nobody asks is none.
        let home = draft.home()?;
        if !self.questions[question].pages.contains(&draft.frames[home].page) {
            return None;
        }
        changes.retain(|change| change.apply(&mut draft, rng));
        if !changes.contains(&leading) {
            return None;
        }
        if draft.right == Right::Marked {
            let known = &self.questions[question].known;
            // A duplicate has the same words, so that these do not tell any more.
            let told = is_told_by_attribute(&draft, known)
                || (!changes.contains(&Change::DuplicateElsewhere) && is_told_by_words(&draft, known));
            if !told {
                draft.right = Right::MarkedOrDoubt;
            }
        }
        Some(finished(draft, fixture, question, changes))
    }
}

fn finished(draft: Draft, fixture: usize, question: usize, changes: Vec<Change>) -> Case {
    Case {
        fixture,
        question,
        changes,
        right: draft.right,
        language: draft.language,
        frames: draft
            .frames
            .into_iter()
            .map(|frame| (frame.page, frame.tree.html()))
            .collect(),
    }
}

/// An id, a name or an address is left on the control that the guide states. Where neither that nor a wording is, nobody can
/// know that it is the one, however near it stands to where it was.
fn is_told_by_attribute(draft: &Draft, known: &Known) -> bool {
    let tells = |name: &str, value: &str| {
        known.tokens.iter().any(|token| match name {
            "href" => value.contains(token.as_str()),
            _ => value == token || (token.starts_with([':', '_']) && value.ends_with(token.as_str())),
        })
    };
    any_marked(draft, |tree, marked| {
        let seen = |node: NodeId| {
            let inner = std::iter::once(node)
                .chain(tree.around(node))
                .take_while(|&it| it != marked);
            inner
                .into_iter()
                .all(|it| !tree.has_word(it, "data-state", "hidden"))
        };
        tree.within(marked)
            .into_iter()
            .filter(|&node| seen(node))
            .any(|node| {
                ["id", "name", "href"]
                    .into_iter()
                    .any(|name| tree.attribute(node, name).is_some_and(|value| tells(name, value)))
            })
    })
}

/// The control is called something that the guide knows, or that has it in it.
fn is_told_by_words(draft: &Draft, known: &Known) -> bool {
    any_marked(draft, |tree, marked| {
        label(tree, marked).is_some_and(|label| is_known(&label.words.to_lowercase(), &known.wordings))
    })
}

fn any_marked(draft: &Draft, mut is: impl FnMut(&Tree, NodeId) -> bool) -> bool {
    (0..draft.frames.len()).any(|frame| {
        let tree = &draft.frames[frame].tree;
        draft
            .marked(frame, &draft.asked)
            .into_iter()
            .any(|marked| is(tree, marked))
    })
}

/// The words are known ones, or have known ones among them.
fn is_known(words: &str, wordings: &[String]) -> bool {
    let within = |wording: &String| {
        words == wording || (wording.chars().count() > 2 && words.split(wording.as_str()).count() > 1)
    };
    wordings.iter().any(within)
}

/// Two changes that may meet on one page. A control whose twin stays when it is removed has moved rather than gone; and one
/// control is not several newer ones at once.
fn agree(one: Change, other: Change) -> bool {
    use Change::*;
    const KINDS: [&[Change]; 6] = [
        &[LabelInside, LabelDetached, InParts],
        &[OtherLanguage, Reworded],
        &[Removed, DuplicateElsewhere, DuplicateInFrame, DisabledTwin],
        &[Newer, RoleLost, ReadOnly],
        &[OpenShadow, ClosedShadow, IntoFrame, Newer],
        &[ReadOnly, DisabledTwin],
    ];
    !KINDS
        .iter()
        .any(|kinds| kinds.contains(&one) && kinds.contains(&other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::FixtureFrame;
    use std::sync::Arc;

    fn form() -> Fixture {
        let html = "<html lang=en><body><form><table><tbody><tr><td><label for=Email>Email</label></td><td><input id=Email \
            name=Email data-answer=email></td></tr><tr><td><label for=Alias>Alias</label></td><td><input id=Alias></td></tr>\
            </tbody></table><input type=submit value=Save></form></body></html>";
        Fixture {
            translated: Arc::default(),
            name: "form".into(),
            frames: vec![FixtureFrame {
                page: "form".into(),
                tree: Tree::parse(html),
                answers: vec!["email".into()],
            }],
        }
    }

    fn cases(seed: u64) -> Vec<Case> {
        let questions = [Question {
            id: "email".into(),
            pages: vec!["form".into()],
            known: Known::default(),
        }];
        let fixtures = [form()];
        let generator = Generator::new(&fixtures, &questions, seed);
        (0..300).filter_map(|number| generator.case(number)).collect()
    }

    #[test]
    fn a_seed_gives_the_same_pages_again_and_another_one_others() {
        let written = |seed| {
            cases(seed)
                .into_iter()
                .map(|case| case.frames)
                .collect::<Vec<_>>()
        };
        assert_eq!(written(1), written(1));
        assert_ne!(written(1), written(2));
    }

    #[test]
    fn a_right_answer_is_marked_unless_it_is_gone() {
        for case in cases(3) {
            let marked = case.frames.iter().any(|(_, html)| html.contains("data-answer"));
            assert_eq!(marked, case.right != Right::Gone, "{:?}", case.changes);
        }
    }

    #[test]
    fn what_is_written_is_read_as_it_was_meant() {
        for case in cases(4) {
            for (_, html) in &case.frames {
                assert_eq!(&Tree::parse(html).html(), html, "{:?}", case.changes);
            }
        }
    }
}
