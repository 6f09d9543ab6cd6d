//! Mail that the org has sent.

use serde::Serialize;

/// One mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Message {
    /// The address it went to.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub body: String,
    /// The link that it asks to follow, with host.
    pub link: Option<String>,
    /// The code that it carries.
    pub code: Option<String>,
    /// When it was sent, as the REST interface writes times.
    pub sent: String,
}

/// Everything the org has sent, oldest first.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Mail {
    messages: Vec<Message>,
}

impl Mail {
    /// Sends a mail.
    pub fn send(&mut self, message: Message) {
        self.messages.push(message);
    }

    /// All mail, oldest first.
    pub fn messages(&self) -> &[Message] {
        &self.messages
    }

    /// The mail to one address, oldest first.
    pub fn to<'a>(&'a self, address: &'a str) -> impl Iterator<Item = &'a Message> + 'a {
        self.messages
            .iter()
            .filter(move |message| message.to.eq_ignore_ascii_case(address))
    }
}
