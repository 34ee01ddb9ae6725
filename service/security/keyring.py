"""Key ring of the server's secrets: one key signs, every key verifies, and each purpose has its own key.

To rotate, put the new key first, keep the old keys until everything they signed has expired, then remove them.
"""

import hmac
from hashlib import sha256

from service.core.config import SecretKey

# The salt may be public: HKDF uses it only to separate this service from others with the same secret.
SALT = b"aipoweredmakers"


class KeyRing:
    """Key ring that derives one key per secret and purpose (HKDF-SHA256, RFC 5869) and signs with it (HMAC, RFC 2104).

    Raises ValueError for an empty ring and for two keys with the same kid.
    """

    def __init__(self, keys: tuple[SecretKey, ...]) -> None:
        if not keys:
            raise ValueError("the key ring is empty")
        if len({key.kid for key in keys}) != len(keys):
            raise ValueError("two keys have the same kid")
        self.signing_kid = keys[0].kid
        self._extracted = {key.kid: hmac.digest(SALT, key.secret, sha256) for key in keys}
        self._derived: dict[str, dict[str, bytes]] = {}

    def keys(self, purpose: str) -> dict[str, bytes]:
        """Return the 32-byte keys of `purpose` by kid, the signing key first. `purpose` is a constant in the code."""
        derived = self._derived.get(purpose)
        if derived is None:
            info = purpose.encode() + b"\x01"  # HKDF-Expand's first and only block
            derived = {kid: hmac.digest(key, info, sha256) for kid, key in self._extracted.items()}
            self._derived[purpose] = derived
        return derived

    def sign(self, purpose: str, payload: bytes) -> bytes:
        """Return the 32-byte signature of `payload` by the signing key. Signatures are deterministic."""
        return hmac.digest(self.keys(purpose)[self.signing_kid], payload, sha256)

    def verify(self, purpose: str, payload: bytes, signature: bytes, *, length: int = 32) -> bool:
        """Return whether any key of the ring made `signature`, which contains the first `length` bytes (≥ 16).

        A ring holds two or three keys and a digest takes a microsecond, so opaque tokens need no kid.
        """
        if not 16 <= length <= 32:
            raise ValueError("the signature length must be 16 to 32 bytes")
        matches = False
        for key in self.keys(purpose).values():
            matches |= hmac.compare_digest(hmac.digest(key, payload, sha256)[:length], signature)
        return matches
