//! What a step says is to be done, with the control called as its page calls it.

use super::State;
use super::voice::Voice;
use crate::guide::{Place, Step};
use crate::host::{Host, classify};
use crate::target::Wordings;

/// The step's sentence. `$control$` in it is the control's own label: who reads the card in one language and the site in
/// another looks for the word that stands there.
pub(super) fn what(voice: &Voice, state: &State, step: &Step) -> String {
    let names = step.targets.first().map(|target| &target.names);
    let control = names.and_then(|names| wording(names, language(state, step)));
    voice.say_with(
        &["step_", &step.id, "_what"].concat(),
        &[("control", control.unwrap_or_default())],
    )
}

/// The language of the step's page where it is open, otherwise of its site.
fn language<'a>(state: &'a State, step: &Step) -> &'a str {
    let frames = || state.tabs.values().flat_map(|tab| tab.frames.values());
    let is_of_site = |host: &str| match step.place {
        Place::Salesforce => matches!(classify(host), Host::Salesforce(_)),
        Place::Jotform => matches!(classify(host), Host::Jotform(_)),
        Place::Panel | Place::Elsewhere => false,
    };
    let of_page = frames().filter(|frame| step.pages.contains(&frame.page.kind));
    let of_site = frames().filter(|frame| is_of_site(&frame.host));
    let mut languages = of_page.chain(of_site).map(|frame| frame.language.as_str());
    languages
        .find(|language| !language.is_empty())
        .unwrap_or_default()
}

/// The likeliest wording in a language: the tag itself, then its first part with any region (`pt` is `pt-BR`), then English.
fn wording<'a>(names: &'a Wordings, language: &str) -> Option<&'a str> {
    let primary = |tag: &str| {
        tag.split(['-', '_'])
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase()
    };
    let is_same = |tag: &str| tag.eq_ignore_ascii_case(language);
    let is_kin = |tag: &str| primary(tag) == primary(language);
    let find = |fits: &dyn Fn(&str) -> bool| names.iter().find(|(tag, _)| fits(tag)).map(|(_, texts)| texts);
    let texts = find(&is_same)
        .or_else(|| find(&is_kin))
        .or_else(|| find(&|tag| tag == "en"))?;
    texts.first().map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::wording;
    use crate::target::Wordings;

    #[test]
    fn a_control_is_called_as_in_the_pages_language() {
        let names: Wordings = [("en", "New"), ("de", "Neu"), ("pt-BR", "Novo"), ("zh-CN", "新建")]
            .map(|(language, name)| (language.to_owned(), vec![name.to_owned()]))
            .into_iter()
            .collect();
        for (language, wanted) in [
            ("de", "Neu"),
            ("de-AT", "Neu"),
            ("pt", "Novo"),
            ("pt_BR", "Novo"),
            ("zh-Hans-CN", "新建"),
            ("en-US", "New"),
            ("fi", "New"),
            ("", "New"),
        ] {
            assert_eq!(wording(&names, language), Some(wanted), "{language}");
        }
        assert_eq!(wording(&Wordings::default(), "de"), None);
    }
}
