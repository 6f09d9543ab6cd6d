//! The kinds of evidence that a candidate is the element that is looked for, and what each says.

/// What one kind of evidence says about one candidate.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Said {
    /// Nothing: neither has it, or the kind does not apply.
    #[default]
    Silent,
    /// Only what is looked for has it.
    Lost,
    /// Only the candidate has it.
    Gained,
    /// Both have it and are this much alike, 0 to 1.
    Alike(f32),
}

impl Said {
    /// The likeness, 0 where there is none to tell.
    #[must_use]
    pub fn likeness(self) -> f32 {
        match self {
            Self::Alike(likeness) => likeness,
            _ => 0.0,
        }
    }

    /// What two texts or sets say, of which either may be empty.
    pub fn of(wanted: bool, seen: bool, likeness: impl FnOnce() -> f32) -> Self {
        match (wanted, seen) {
            (false, false) => Self::Silent,
            (true, false) => Self::Lost,
            (false, true) => Self::Gained,
            (true, true) => Self::Alike(likeness()),
        }
    }

    /// Yes or no.
    #[must_use]
    pub fn whether(yes: bool) -> Self {
        Self::Alike(if yes { 1.0 } else { 0.0 })
    }
}

/// What kinds of evidence have in common: kinds of one ground are not independent of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// What kind of thing it is.
    Nature,
    /// How its page's authors call it.
    Identity,
    /// How it is styled.
    Style,
    /// Where it leads.
    Address,
    /// What people read on it.
    Words,
    /// What all of this is about taken together.
    Topic,
    /// What people read around it.
    Surroundings,
    /// Where it stands in the document.
    Path,
    /// Where it stands as seen from the nearest element with an id.
    Anchor,
    /// Where it stands on the screen, and how large it is.
    Place,
    /// What the candidate is by itself, whatever is looked for.
    Itself,
}

/// All grounds on which candidates can be told apart.
pub const GROUNDS: [Ground; 10] = [
    Ground::Nature,
    Ground::Identity,
    Ground::Style,
    Ground::Address,
    Ground::Words,
    Ground::Topic,
    Ground::Surroundings,
    Ground::Path,
    Ground::Anchor,
    Ground::Place,
];

macro_rules! kinds {
    ($($(#[$meaning:meta])* $kind:ident: $ground:ident,)*) => {
        /// A kind of evidence; its number is its place among the weights.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Kind {
            $($(#[$meaning])* $kind,)*
        }

        impl Kind {
            /// Every kind, in the order of the weights.
            pub const ALL: &[Self] = &[$(Self::$kind,)*];

            /// The ground that it belongs to.
            #[must_use]
            pub fn ground(self) -> Ground {
                match self {
                    $(Self::$kind => Ground::$ground,)*
                }
            }
        }
    };
}

impl Kind {
    /// It tells where the element stands in the document or on the screen, and nothing else.
    #[must_use]
    pub fn tells_place(self) -> bool {
        match self.ground() {
            Ground::Path | Ground::Place => true,
            Ground::Anchor => self != Self::AnchorWords,
            _ => false,
        }
    }
}

kinds! {
    /// Same tag.
    Tag: Nature,
    /// Tags for the same sort of thing.
    Sort: Nature,
    /// Same `type`.
    Type: Nature,
    /// Letters of the id.
    IdLetters: Identity,
    /// Words of the id.
    IdWords: Identity,
    /// Letters of the `name` attribute.
    NameAttribute: Identity,
    /// Words of the classes.
    ClassWords: Style,
    /// Whole classes.
    Classes: Style,
    /// The address, else its words.
    Address: Address,
    /// Words of the last step of the address.
    AddressEnd: Address,
    /// The same address, by the rarity of its words.
    SameAddress: Address,
    /// The same text, by the rarity of its words.
    SameText: Words,
    /// Letters of the text.
    TextLetters: Words,
    /// Letters of any text that it shows or is called by.
    AnyLetters: Words,
    /// Words of all these texts.
    AllWords: Words,
    /// Words of the shorter that the longer has too.
    ContainedWords: Words,
    /// Words of all that it says about itself.
    Everything: Topic,
    /// Those of them that the candidate has too.
    Kept: Topic,
    /// Words around it.
    Neighbours: Surroundings,
    /// Words to the left.
    Left: Surroundings,
    /// Words to the right.
    Right: Surroundings,
    /// Words above.
    Above: Surroundings,
    /// Words below.
    Below: Surroundings,
    /// Steps at the end of the path.
    PathEnd: Path,
    /// Steps of the path that need not be changed.
    PathSteps: Path,
    /// The same without numbers.
    PathTags: Path,
    /// Words of the id that is nearest above it.
    AnchorWords: Anchor,
    /// Steps at the end of the path from there.
    AnchoredEnd: Anchor,
    /// Steps of that path that need not be changed.
    AnchoredSteps: Anchor,
    /// The same without numbers.
    AnchoredTags: Anchor,
    /// How near it is.
    Nearness: Place,
    /// The smaller width by the larger.
    Width: Place,
    /// Heights likewise.
    Height: Place,
    /// Areas likewise.
    Area: Place,
    /// Width by height likewise.
    Shape: Place,
    /// It can be pressed or filled in.
    Operable: Itself,
    /// It is an item of a list or table.
    Item: Itself,
    /// It is a picture.
    Picture: Itself,
    /// It is a heading.
    Heading: Itself,
    /// It stands in another candidate with the same text.
    InTwin: Itself,
    /// Another candidate with the same text stands in it.
    AroundTwin: Itself,
}

/// How many kinds there are.
pub const KINDS: usize = Kind::ALL.len();

/// What every kind of evidence says about one candidate.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence([Said; KINDS]);

impl Default for Evidence {
    fn default() -> Self {
        Self([Said::Silent; KINDS])
    }
}

impl Evidence {
    /// What a kind says.
    #[must_use]
    pub fn said(&self, kind: Kind) -> Said {
        self.0.get(kind as usize).copied().unwrap_or_default()
    }

    /// Sets what a kind says.
    pub fn say(&mut self, kind: Kind, said: Said) {
        if let Some(slot) = self.0.get_mut(kind as usize) {
            *slot = said;
        }
    }

    /// The same without what only tells where it stands: guides may not lean on that.
    #[must_use]
    pub fn without_place(&self) -> Self {
        let mut evidence = self.clone();
        for &kind in Kind::ALL.iter().filter(|kind| kind.tells_place()) {
            evidence.say(kind, Said::Silent);
        }
        evidence
    }

    /// What all kinds say, in the order of [`Kind::ALL`].
    pub fn all(&self) -> impl Iterator<Item = Said> {
        self.0.iter().copied()
    }

    /// The mean likeness of a ground's kinds.
    #[must_use]
    #[allow(clippy::cast_precision_loss)]
    pub fn on(&self, ground: Ground) -> f32 {
        let kinds = Kind::ALL.iter().filter(|kind| kind.ground() == ground);
        let (sum, count) = kinds.fold((0.0, 0_u16), |(sum, count), &kind| {
            (sum + self.said(kind).likeness(), count + 1)
        });
        if count == 0 { 0.0 } else { sum / f32::from(count) }
    }
}
