//! The certificate for every host, made anew at each start.

use std::sync::Arc;

use rustls::ServerConfig;
use rustls::pki_types::PrivateKeyDer;

use crate::world::WorldError;

/// A TLS configuration with one self-signed certificate that names every host.
pub fn server_config(names: &[String]) -> Result<Arc<ServerConfig>, WorldError> {
    let mut names = names.to_vec();
    names.extend(["*.jotform.com", "*.my.salesforce.com", "*.lightning.force.com"].map(str::to_owned));
    let made = rcgen::generate_simple_self_signed(names)?;
    let key = PrivateKeyDer::Pkcs8(made.signing_key.serialize_der().into());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_is_made_for_plain_and_wildcard_names() {
        let names = [
            "acme.my.salesforce.com".to_owned(),
            "*.sandbox.my.salesforce.com".to_owned(),
        ];
        assert!(server_config(&names).is_ok());
    }
}
