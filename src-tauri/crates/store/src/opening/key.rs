//! The key of a data file, and the sixteen bytes with which such a file begins ([decision 0019]).
//!
//! [decision 0019]: ../../../../../docs/decisions/0019-pages-are-always-encrypted.md

use std::fmt;

use argon2::{Algorithm, Argon2, Params, Version};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

/// The bytes at the beginning of a file. They tell a file of ours from noise and an open one from one with a password.
pub(crate) type Head = [u8; 16];

/// How every file of ours begins.
pub(crate) const MAGIC: &[u8; 4] = b"PPS1";
/// The head of a file without a password.
pub(crate) const OPEN: Head = *b"PPS1o\0\0\0\0\0\0\0\0\0\0\0";
/// The fifth byte of a file with a password.
const LOCKED: u8 = b'p';
/// The salt of the password lies before this byte, the beginning of the proof of the secret from it on.
const PROOF_AT: usize = 13;

/// The secret of a file without a password. It hides nothing: it is there so that every page carries its proof.
const KNOWN: [u8; 16] = *b"PPS: open to all";

/// Memory of Argon2id in KiB and its passes: about half a second on an old PC.
const MEMORY: u32 = 64 * 1024;
const PASSES: u32 = 3;

/// Digits in a group of the recovery key. A group is a number of 16 bits times 11, so that a slip of the hand is told at
/// once.
const GROUP: usize = 6;
const GROUPS: usize = 8;

/// What opens a data file and its copies.
#[derive(Clone, PartialEq, Eq)]
pub struct Key {
    head: Head,
    secret: [u8; 16],
}

/// Why a typed recovery key was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RecoveryTypo {
    /// There are not eight groups of six digits.
    #[error("В ключе восстановления восемь групп по шесть цифр, всего 48; проверьте, все ли набраны.")]
    Length,
    /// A group that no sheet holds.
    #[error("В {0}-й группе ключа восстановления опечатка; сверьте её с листом.")]
    Group(usize),
}

impl Key {
    /// How every file under a key begins, as text.
    pub const MARK: &str = "PPS1";

    /// The key of files without a password.
    #[must_use]
    pub fn open() -> Self {
        Self { head: OPEN, secret: KNOWN }
    }

    /// The key of a new password. The salt is random and comes from the caller.
    #[must_use]
    pub fn new(password: &str, salt: [u8; 8]) -> Self {
        let mut head = OPEN;
        head[4] = LOCKED;
        head[5..PROOF_AT].copy_from_slice(&salt);
        let secret = derived(password, &head);
        Self { head: proved(head, &secret), secret }
    }

    /// The key of the file that begins so, by the password typed for it; none where the password is wrong.
    pub(crate) fn typed(password: &str, head: &Head) -> Option<Self> {
        let secret = derived(password, head);
        (proved(*head, &secret) == *head).then_some(Self { head: *head, secret })
    }

    /// The key of the file that begins so, by the recovery key typed for it; none where it is of another file.
    ///
    /// # Errors
    /// What was typed is no recovery key at all.
    pub(crate) fn recovered(typed: &str, head: &Head) -> Result<Option<Self>, RecoveryTypo> {
        let digits: String = typed.chars().filter(|sign| !is_between_groups(*sign)).collect();
        if digits.len() != GROUP * GROUPS || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(RecoveryTypo::Length);
        }
        let mut secret = [0; 16];
        for (at, bytes) in secret.chunks_exact_mut(2).enumerate() {
            let typo = RecoveryTypo::Group(at + 1);
            let number: u32 = digits[at * GROUP..(at + 1) * GROUP].parse().map_err(|_| typo)?;
            let part = u16::try_from(number / 11).map_err(|_| typo)?;
            if !number.is_multiple_of(11) {
                return Err(typo);
            }
            bytes.copy_from_slice(&part.to_be_bytes());
        }
        Ok((proved(*head, &secret) == *head).then_some(Self { head: *head, secret }))
    }

    /// What is printed on paper: eight groups of six digits.
    #[must_use]
    pub fn recovery_groups(&self) -> Vec<String> {
        let parts = self.secret.chunks_exact(2);
        parts.map(|part| format!("{:06}", u32::from(u16::from_be_bytes([part[0], part[1]])) * 11)).collect()
    }

    /// Whether a password stands behind it.
    #[must_use]
    pub fn is_secret(&self) -> bool {
        self.head[4] == LOCKED
    }

    /// How a file under this key begins.
    pub(crate) fn head(&self) -> Head {
        self.head
    }

    /// The secret, to be kept inside a file under a later key.
    pub(crate) fn secret(&self) -> [u8; 16] {
        self.secret
    }

    /// A former key as it was kept.
    pub(crate) fn kept(head: Head, secret: [u8; 16]) -> Self {
        Self { head, secret }
    }

    /// What SQLCipher is given: the key of the pages and the head as its salt, in hexadecimal digits.
    pub(crate) fn in_sql(&self) -> String {
        let pages = Sha256::new().chain_update("PPS: key of the pages").chain_update(self.secret).finalize();
        let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        format!("x'{}{}'", hex(&pages), hex(&self.head))
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_secret() { "Key(secret)" } else { "Key(open)" })
    }
}

/// Whether a head is of a file with a password.
pub(crate) fn is_locked(head: &Head) -> bool {
    head.starts_with(MAGIC) && head[4] == LOCKED
}

fn is_between_groups(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '-' | '–' | '—' | '.' | ',')
}

fn derived(password: &str, head: &Head) -> [u8; 16] {
    let mut secret = [0; 16];
    // The numbers are constants within the bounds that Argon2 knows, so neither step can refuse.
    if let Ok(params) = Params::new(MEMORY, PASSES, 1, Some(secret.len())) {
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let _ = argon.hash_password_into(password.as_bytes(), &head[..PROOF_AT], &mut secret);
    }
    secret
}

/// The head with the beginning of the proof of its secret.
fn proved(mut head: Head, secret: &[u8; 16]) -> Head {
    let proof = Sha256::new()
        .chain_update("PPS: proof")
        .chain_update(&head[..PROOF_AT])
        .chain_update(secret)
        .finalize();
    let length = head.len() - PROOF_AT;
    head[PROOF_AT..].copy_from_slice(&proof[..length]);
    head
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_opens_its_file_and_another_does_not() {
        let key = Key::new("весна 2026", [7; 8]);
        assert!(key.is_secret());
        assert_eq!(Key::typed("весна 2026", &key.head()), Some(key.clone()));
        assert_eq!(Key::typed("Весна 2026", &key.head()), None);
        assert_ne!(Key::new("весна 2026", [8; 8]).in_sql(), key.in_sql());
    }

    #[test]
    fn the_recovery_key_opens_and_tells_a_slip_of_the_hand() {
        let key = Key::new("весна", [1; 8]);
        let groups = key.recovery_groups();
        assert!(groups.len() == 8 && groups.iter().all(|group| group.len() == 6));
        let typed = groups.join(" – ");
        assert_eq!(Key::recovered(&typed, &key.head()), Ok(Some(key.clone())));
        assert_eq!(Key::recovered(&typed, &Key::new("осень", [1; 8]).head()), Ok(None));
        assert_eq!(Key::recovered("123", &key.head()), Err(RecoveryTypo::Length));
        // One digit more or less is no multiple of 11, in whatever place.
        for at in 0..48 {
            let mut digits = groups.concat().into_bytes();
            digits[at] = if digits[at] == b'9' { b'8' } else { digits[at] + 1 };
            let slip = String::from_utf8(digits).unwrap();
            assert_eq!(Key::recovered(&slip, &key.head()), Err(RecoveryTypo::Group(at / 6 + 1)), "{slip}");
        }
    }

    #[test]
    fn the_key_is_not_told_in_a_log() {
        assert_eq!(format!("{:?}", Key::new("весна", [1; 8])), "Key(secret)");
    }
}
