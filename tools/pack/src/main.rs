//! `waymark-pack FROM TO`: reads every guide `FROM/*.json` and writes it to `TO/*.wire` in the compact form that the
//! extension reads; reading the JSON there would cost 14 KB of code. It fails at a guide that the extension could not read.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};
use waymark_core::guide::Guide;
use waymark_core::wire;

#[derive(Debug, thiserror::Error)]
enum Error {
    #[error("usage: waymark-pack FROM TO")]
    Usage,
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    #[error("{0}: {1}")]
    Guide(PathBuf, serde_json::Error),
    #[error("{0} cannot be packed")]
    Unwritable(PathBuf),
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Error> {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [from, to] = arguments.as_slice() else {
        return Err(Error::Usage);
    };
    let at = |path: &Path| {
        let path = path.to_owned();
        move |error| Error::File(path, error)
    };
    fs::create_dir_all(to).map_err(at(to))?;
    for entry in fs::read_dir(from).map_err(at(from))? {
        let path = entry.map_err(at(from))?.path();
        if path.extension() == Some(OsStr::new("json")) {
            let packed = packed(&fs::read_to_string(&path).map_err(at(&path))?, &path)?;
            let name = path.with_extension("wire");
            let target = to.join(name.file_name().unwrap_or_default());
            fs::write(&target, packed).map_err(at(&target))?;
        }
    }
    Ok(())
}

fn packed(json: &str, path: &Path) -> Result<String, Error> {
    let guide: Guide = serde_json::from_str(json).map_err(|error| Error::Guide(path.to_owned(), error))?;
    let unwritable = || Error::Unwritable(path.to_owned());
    let text = wire::write(&guide).ok_or_else(unwritable)?;
    // A map with a key twice, for example, would be another guide when read again.
    (wire::read(&text) == Ok(guide))
        .then_some(text)
        .ok_or_else(unwritable)
}
