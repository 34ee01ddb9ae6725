"""Test the key ring: the first key signs, all verify, and purposes are separate."""

import hmac
from hashlib import sha256

import pytest

from service.core.config import SecretKey
from service.security.keyring import SALT, KeyRing

ONE = SecretKey("1", b"1" * 32)
TWO = SecretKey("2", b"2" * 32)


def test_the_first_key_signs_and_all_verify() -> None:
    signature = KeyRing((ONE,)).sign("cursor", b"payload")
    assert KeyRing((ONE, TWO)).sign("cursor", b"payload") == signature
    assert KeyRing((TWO, ONE)).sign("cursor", b"payload") != signature
    assert KeyRing((TWO, ONE)).verify("cursor", b"payload", signature)
    assert not KeyRing((TWO,)).verify("cursor", b"payload", signature)


def test_a_signature_is_valid_for_one_purpose_and_payload() -> None:
    ring = KeyRing((ONE,))
    signature = ring.sign("cursor", b"payload")
    assert not ring.verify("csrf", b"payload", signature)
    assert not ring.verify("cursor", b"payloads", signature)
    assert not ring.verify("cursor", b"payload", signature[:-1])
    assert not ring.verify("cursor", b"payload", b"")


def test_a_truncated_signature_is_rejected() -> None:
    ring = KeyRing((ONE,))
    signature = ring.sign("cursor", b"payload")[:16]
    assert ring.verify("cursor", b"payload", signature, length=16)
    assert not ring.verify("cursor", b"payload", signature[:15], length=16)
    with pytest.raises(ValueError, match="16"):
        ring.verify("cursor", b"payload", b"", length=0)


def test_keys_are_derived_by_rfc_5869() -> None:
    extracted = hmac.digest(SALT, ONE.secret, sha256)
    assert KeyRing((ONE,)).keys("cursor")["1"] == hmac.digest(extracted, b"cursor\x01", sha256)


@pytest.mark.parametrize("keys", [(), (ONE, SecretKey("1", b"3" * 32))])
def test_an_invalid_key_ring_is_rejected(keys: tuple[SecretKey, ...]) -> None:
    with pytest.raises(ValueError, match="key"):
        KeyRing(keys)
