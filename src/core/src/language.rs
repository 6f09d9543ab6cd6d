//! The languages that the extension itself speaks; the language of a site is another matter, and may be another one.

/// One language of the extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its folder below `_locales`, as Chrome names them.
    pub id: &'static str,
    /// What it calls itself, for the list to choose from.
    pub name: &'static str,
    counts: Counts,
}

/// How a language counts: which form of a word stands beside a number (Unicode CLDR, cardinal plural rules).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counts {
    /// One form for all.
    Alike,
    /// A form for one, and one for all others.
    One,
    /// A form for none and one, and one for all others.
    NoneAndOne,
    /// Six forms.
    Arabic,
}

/// All languages, English first: it stands in for those that are none of these.
pub const LANGUAGES: [Language; 12] = [
    language("en", "English", Counts::One),
    language("ar", "العربية", Counts::Arabic),
    language("de", "Deutsch", Counts::One),
    language("es", "Español", Counts::One),
    language("fr", "Français", Counts::NoneAndOne),
    language("it", "Italiano", Counts::One),
    language("ja", "日本語", Counts::Alike),
    language("ko", "한국어", Counts::Alike),
    language("nl", "Nederlands", Counts::One),
    language("pt_BR", "Português (Brasil)", Counts::NoneAndOne),
    language("sv", "Svenska", Counts::One),
    language("zh_CN", "简体中文", Counts::Alike),
];

const fn language(id: &'static str, name: &'static str, counts: Counts) -> Language {
    Language { id, name, counts }
}

impl Language {
    /// The language of this id, else English.
    #[must_use]
    pub fn of(id: &str) -> Language {
        let mut all = LANGUAGES.into_iter();
        all.find(|it| it.id == id).unwrap_or(LANGUAGES[0])
    }

    /// The best one for somebody whose browser speaks this (`de-AT`, `pt`, `zh-Hant-TW`): the same, else one of the same first
    /// part, else English.
    #[must_use]
    pub fn nearest(tag: &str) -> Language {
        let tag = tag.replace('-', "_");
        let first = |tag: &str| tag.split('_').next().unwrap_or_default().to_ascii_lowercase();
        let mut all = LANGUAGES.into_iter();
        all.clone()
            .find(|it| it.id.eq_ignore_ascii_case(&tag))
            .or_else(|| all.find(|it| first(it.id) == first(&tag)))
            .unwrap_or(LANGUAGES[0])
    }

    /// As documents declare it: `pt-BR`.
    #[must_use]
    pub fn tag(self) -> String {
        self.id.replace('_', "-")
    }

    /// It is written from right to left.
    #[must_use]
    pub fn is_rtl(self) -> bool {
        self.counts == Counts::Arabic
    }

    /// The end of the key of the form that stands beside this number; empty for the one that always is there.
    #[must_use]
    pub fn form(self, count: usize) -> &'static str {
        match (self.counts, count) {
            (Counts::One | Counts::NoneAndOne | Counts::Arabic, 1) | (Counts::NoneAndOne, 0) => "_one",
            (Counts::Arabic, 0) => "_zero",
            (Counts::Arabic, 2) => "_two",
            (Counts::Arabic, _) => match count % 100 {
                3..=10 => "_few",
                11..=99 => "_many",
                _ => "",
            },
            _ => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browsers_language_is_met_as_nearly_as_can_be() {
        for (tag, id) in [
            ("de", "de"),
            ("de-AT", "de"),
            ("pt-BR", "pt_BR"),
            ("pt-PT", "pt_BR"),
            ("zh-Hans-CN", "zh_CN"),
            ("ar-EG", "ar"),
            ("en-GB", "en"),
            ("fi", "en"),
            ("", "en"),
        ] {
            assert_eq!(Language::nearest(tag).id, id, "{tag}");
        }
        assert_eq!(Language::of("pt_BR").tag(), "pt-BR");
        assert_eq!(Language::of("xx").id, "en");
        assert!(Language::of("ar").is_rtl() && !Language::of("ja").is_rtl());
    }

    /// As browsers' `Intl.PluralRules` answers for the same languages and numbers.
    #[test]
    fn numbers_take_the_form_of_their_language() {
        let forms = |id: &str| [0, 1, 2, 3, 11, 100, 103].map(|count| Language::of(id).form(count));
        assert_eq!(forms("en"), ["", "_one", "", "", "", "", ""]);
        assert_eq!(forms("fr"), ["_one", "_one", "", "", "", "", ""]);
        assert_eq!(forms("ja"), [""; 7]);
        assert_eq!(
            forms("ar"),
            ["_zero", "_one", "_two", "_few", "_many", "", "_few"]
        );
    }
}
