//! The pieces of evidence for or against an element being a target. Each is there or not; what it counts for is learned
//! ([`super::target_weights`]).

/// What pieces have in common: those of one ground are not independent of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// How the site's makers call it.
    Identity,
    /// What people read on it.
    Words,
    /// What it offers.
    Options,
    /// Where it leads.
    Address,
    /// What kind of thing it is.
    Nature,
    /// What stands around it.
    Surroundings,
    /// None: it speaks against it, or says nothing by itself.
    Against,
}

impl Ground {
    /// Pieces on this ground tell one element from all others; without any an element is not even looked at.
    #[must_use]
    pub fn is_telling(self) -> bool {
        matches!(self, Self::Identity | Self::Words | Self::Options | Self::Address)
    }
}

macro_rules! pieces {
    ($($(#[$meaning:meta])* $piece:ident: $ground:ident, $says:literal,)*) => {
        /// A piece of evidence; its number is its place among the weights.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Piece {
            $($(#[$meaning])* $piece,)*
        }

        impl Piece {
            /// Every piece, in the order of the weights.
            pub const ALL: &[Self] = &[$(Self::$piece,)*];

            /// The ground that it belongs to.
            #[must_use]
            pub fn ground(self) -> Ground {
                match self {
                    $(Self::$piece => Ground::$ground,)*
                }
            }

            /// The piece in words.
            #[must_use]
            pub fn says(self) -> &'static str {
                match self {
                    $(Self::$piece => $says,)*
                }
            }
        }
    };
}

pieces! {
    /// A whole id that is stated.
    Id: Identity, "id",
    /// A stated end of an id.
    IdEnd: Identity, "end of the id",
    /// A stated `name`, where the id says the same: in Classic one repeats the other.
    NameAttributeToo: Identity, "name attribute",
    /// A stated `name` alone.
    NameAttribute: Identity, "name attribute",
    /// An id is stated, and this one is another that is not made anew at every load.
    OtherId: Against, "another id",
    /// A `name` is stated, and this one is another.
    OtherNameAttribute: Against, "another name attribute",
    /// The name or label is a known one.
    SameWords: Words, "name",
    /// The same letters, with marks, a count or an arrow around them.
    DecoratedWords: Words, "name with marks around it",
    /// One letter of a long name is another.
    CloseWords: Words, "nearly the name",
    /// A known name with more words around it, which are fewer than its own.
    FewMoreWords: Words, "name with a word more",
    /// A known name with as many words around it, or more.
    ManyMoreWords: Words, "name with words more",
    /// The name and the label are both known ones.
    NameAndLabel: Words, "name and label",
    /// Only the label is a known one, and the name, which is to be read too, is not.
    LabelAlone: Against, "label beside another name",
    /// It is called otherwise, in a language whose wording is known.
    OtherWords: Against, "another name, in a language whose wording is known",
    /// It is called otherwise, in another language.
    ForeignWords: Against, "a name in a language whose wording is not known",
    /// It has no words.
    NoWords: Against, "no name",
    /// One of the names of which it has exactly one.
    ExactName: Words, "the name that it has exactly",
    /// Another one than those.
    NotExactName: Against, "not the name that it has exactly",
    /// An option's record is the stated one.
    OptionRecord: Options, "an option's record",
    /// An option's label is a stated one.
    OptionLabel: Options, "an option's label",
    /// None of its options has a stated label, in a language whose wording is known.
    OtherOptions: Against, "none of its options is the wanted one",
    /// A stated part of the address.
    Address: Address, "the link's address",
    /// An address without such a part.
    OtherAddress: Against, "a link to elsewhere",
    /// The stated role.
    Role: Nature, "role",
    /// It says nothing about itself, and sites make such controls of it.
    StandsForRole: Nature, "it can be pressed",
    /// A role that sites use for the same thing.
    AkinRole: Nature, "a similar role",
    /// Another role.
    OtherRole: Against, "another role",
    /// A stated element type.
    ElementType: Nature, "element type",
    /// Another element type.
    OtherElementType: Against, "another element type",
    /// A stated class.
    Class: Nature, "class",
    /// A stated container.
    Container: Surroundings, "container",
    /// A stated section.
    Section: Surroundings, "section",
    /// A container is stated, and it stands in others only.
    OtherContainer: Against, "in another container",
    /// A section is stated, and it stands in others only.
    OtherSection: Against, "in another section of the page",
    /// A stated neighbour.
    Neighbour: Surroundings, "neighbour",
    /// Neighbours are stated, and none stands beside it.
    OtherNeighbours: Against, "other neighbours",
    /// It cannot be used now.
    Disabled: Against, "it cannot be used now",
}

/// How many pieces there are.
pub const PIECES: usize = Piece::ALL.len();

const _: () = assert!(PIECES <= 64, "they are kept in 64 bits");

/// What speaks for and against one element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pieces(u64);

impl Pieces {
    /// Adds a piece where it is there.
    pub fn add_if(&mut self, is_there: bool, piece: Piece) {
        if is_there {
            self.0 |= 1 << piece as u32;
        }
    }

    /// The piece is there.
    #[must_use]
    pub fn has(self, piece: Piece) -> bool {
        self.0 & (1 << piece as u32) != 0
    }

    /// The pieces that are there, in the order of the weights.
    pub fn all(self) -> impl Iterator<Item = Piece> {
        Piece::ALL.iter().copied().filter(move |&piece| self.has(piece))
    }

    /// They are, in words.
    #[must_use]
    pub fn says(self) -> Vec<&'static str> {
        self.all().map(Piece::says).collect()
    }

    /// Something tells it from all others.
    #[must_use]
    pub fn is_telling(self) -> bool {
        self.all().any(|piece| piece.ground().is_telling())
    }

    /// On how many grounds something speaks for it.
    #[must_use]
    pub fn grounds(self) -> u32 {
        let mut grounds = 0_u32;
        for piece in self.all().filter(|piece| piece.ground() != Ground::Against) {
            grounds |= 1 << piece.ground() as u32;
        }
        grounds.count_ones()
    }

    /// What they count for together.
    #[must_use]
    pub fn score(self, weights: &[f32; PIECES]) -> f32 {
        let counted = Piece::ALL.iter().zip(weights);
        counted
            .filter(|&(&piece, _)| self.has(piece))
            .map(|(_, weight)| weight)
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_one_ground_are_one() {
        let mut pieces = Pieces::default();
        assert!(!pieces.is_telling());
        pieces.add_if(true, Piece::Role);
        pieces.add_if(true, Piece::Class);
        pieces.add_if(false, Piece::Id);
        assert_eq!((pieces.grounds(), pieces.is_telling()), (1, false));
        pieces.add_if(true, Piece::SameWords);
        pieces.add_if(true, Piece::Disabled);
        assert_eq!((pieces.grounds(), pieces.is_telling()), (2, true));
    }

    #[test]
    fn the_score_is_the_sum_of_what_is_there() {
        let mut weights = [1.0; PIECES];
        weights[Piece::Disabled as usize] = -5.0;
        let mut pieces = Pieces::default();
        pieces.add_if(true, Piece::Id);
        pieces.add_if(true, Piece::Disabled);
        assert_eq!(pieces.score(&weights), -4.0);
    }
}
