//! Record ids: 15 case-sensitive characters, or 18 with a checksum that makes them case-insensitive.

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const CHECKSUM: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/// The 15-character form of an id of either length.
pub fn short_id(id: &str) -> &str {
    id.get(..15).unwrap_or(id)
}

/// The 18-character form of an id of either length; anything else is returned as it is.
pub fn long_id(id: &str) -> String {
    if !is_id(id) {
        return id.to_owned();
    }
    let short = short_id(id);
    let suffix = short.as_bytes().chunks(5).map(|chunk| {
        let upper = chunk
            .iter()
            .enumerate()
            .filter(|(_, character)| character.is_ascii_uppercase());
        let index = upper.fold(0, |bits, (place, _)| bits | (1_usize << place));
        char::from(CHECKSUM.get(index).copied().unwrap_or(b'A'))
    });
    short.chars().chain(suffix).collect()
}

/// Whether the text has the form of a record id, of 15 or 18 characters.
pub(crate) fn is_id(text: &str) -> bool {
    matches!(text.len(), 15 | 18) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Whether two ids of either length name the same record (Salesforce fact §2, seen).
pub fn same_id(left: &str, right: &str) -> bool {
    short_id(left) == short_id(right)
}

/// The 18-character id with this key prefix, pod (three characters) and running number.
pub(crate) fn make_id(prefix: &str, pod: &str, number: u64) -> String {
    let mut rest = number;
    let mut digits = [b'0'; 9];
    for place in digits.iter_mut().rev() {
        *place = DIGITS.get((rest % 62) as usize).copied().unwrap_or(b'0');
        rest /= 62;
    }
    long_id(&format!("{prefix}{pod}{}", String::from_utf8_lossy(&digits)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_salesforces() {
        for (short, long) in [
            ("001A0000006Vm9r", "001A0000006Vm9rIAC"),
            ("0F9B000000001PR", "0F9B000000001PRKAY"),
            ("005000000000000", "005000000000000AAA"),
        ] {
            assert_eq!(long_id(short), long);
            assert_eq!(long_id(long), long);
            assert_eq!(short_id(long), short);
        }
        assert_eq!(long_id("Lead"), "Lead");
    }

    #[test]
    fn ids_grow_with_their_number() {
        let ids: Vec<String> = [1, 9, 10, 35, 36, 61, 62, 4000]
            .map(|n| make_id("00Q", "Dn0", n))
            .into();
        assert!(ids.is_sorted());
        assert_eq!(ids[0].len(), 18);
        assert!(same_id(&ids[0], "00QDn0000000001"));
    }
}
