//! The guide and the words, read once from the extension's own files, which `tools/pack` packed into the form that this
//! very build reads.

use crate::api::network;
use crate::error::Error;
use waymark_core::guide::Guide;
use waymark_core::language::Language;
use waymark_core::wire;
use waymark_core::words::Words;

/// The guide's id and file name.
pub const GUIDE: &str = "jotform-salesforce";

/// What a journey is told with.
pub struct Library {
    /// The guide.
    pub guide: Guide,
    /// The words in the language that the extension speaks.
    pub words: Words,
}

impl Library {
    /// Reads both files, the words in this language.
    ///
    /// # Errors
    /// The browser's own, or `Error::Shape` for a file that is not as it should be; both ship with the extension.
    pub async fn open(language: Language) -> Result<Library, Error> {
        let guide = network::own_file(&["guides/", GUIDE, ".wire"].concat()).await?;
        let words = network::own_file(&["words/", language.id, ".wire"].concat()).await?;
        Ok(Library {
            guide: wire::read(&guide)?,
            words: wire::read(&words)?,
        })
    }
}
