//! The guide and the words, read once from the extension's own files.

use crate::api::network;
use crate::error::Error;
use waymark_core::guide::Guide;
use waymark_core::words::Words;

/// The guide's id and file name.
pub const GUIDE: &str = "jotform-salesforce";

/// What a journey is told with.
pub struct Library {
    /// The guide.
    pub guide: Guide,
    /// The words in the extension's language.
    pub words: Words,
}

impl Library {
    /// Reads both files.
    ///
    /// # Errors
    /// The browser's own, or `Error::Shape` for a file that is not as it should be; both ship with the extension.
    pub async fn open() -> Result<Library, Error> {
        let guide = network::own_file(&["guides/", GUIDE, ".json"].concat()).await?;
        let words = network::own_file("_locales/en/messages.json").await?;
        Ok(Library {
            guide: serde_json::from_str(&guide)?,
            words: Words::parse(&words)?,
        })
    }
}
