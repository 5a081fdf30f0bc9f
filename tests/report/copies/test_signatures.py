"""Signatures: the same on every machine, stored and read again, and like each other as far as the stories are."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.report.copies import CopyIndex, Signature, likeness, signature_of
from communique.report.copies.signatures import BANDS
from communique.report.copies.words import hashes_of, words_of

TEXT = "The foreign ministers of Norway and Chile met in Oslo on Tuesday and agreed to open talks on fisheries."

texts = st.text() | st.lists(st.sampled_from([*TEXT.split(), "--", "(Reuters)", "5.2", "\n"])).map(" ".join)


def test_the_signature_is_the_same_on_every_machine() -> None:
    """Signatures are stored: where these figures change, the version in the first byte must change too."""
    signature = signature_of(TEXT)
    assert signature.size == 17
    assert signature.slots[:4] == (3259982032, 1574767303, 3331963405, 3257589023)
    assert signature.bands[:3] == (3661318848711716179, 3338993216696656986, 8097467403017238909)
    stored = sha256(signature.to_bytes()).hexdigest()
    assert stored == "13939c6a58c5fae15b743d98f14da4997fe285396ef5621b59131574a49353f4"


@given(texts)
def test_signatures_are_stored_and_read_again(text: str) -> None:
    signature = signature_of(text)
    again = Signature.from_bytes(signature.to_bytes())
    assert again == signature
    assert again.bands == signature.bands
    assert len(signature.bands) == (BANDS if words_of(text) else 0)
    assert all(0 <= band < 2**63 for band in signature.bands)
    assert likeness(signature, again) == (1.0 if signature.slots else 0.0)


@given(texts)
def test_both_readings_of_words_agree(text: str) -> None:
    assert [value for value in hashes_of(text) if value] == [
        value for word in words_of(text) for value in hashes_of(word.span.of(text))
    ]


@pytest.mark.parametrize("stored", [b"", b"\x01", b"\x00" + bytes(516), b"\x01" + bytes(515)])
def test_what_another_version_stored_is_refused(stored: bytes) -> None:
    with pytest.raises(ValueError, match="another version of Communiqué"):
        Signature.from_bytes(stored)


def test_likeness_tells_how_much_is_shared() -> None:
    words = [f"word{number}" for number in range(400)]
    whole, half = signature_of(" ".join(words)), signature_of(" ".join(words[:200]))
    assert likeness(whole, half) == pytest.approx(0.5, abs=0.15)
    assert likeness(whole, signature_of(" ".join(words[::-1]))) < 0.1
    assert likeness(whole, signature_of("")) == 0.0


def test_the_index_gives_the_likeliest_first_and_forgets() -> None:
    words = [f"word{number}" for number in range(300)]
    index = CopyIndex()
    index.add("part", signature_of(" ".join(words[:220])))
    index.add("whole", signature_of(" ".join(words)))
    index.add("whole", signature_of(" ".join(words)))
    index.add("other", signature_of(" ".join(words[::-1])))
    assert len(index) == 3
    assert index.candidates(signature_of(" ".join(words))) == ["whole", "part"]
    index.remove("whole")
    index.remove("never there")
    assert "whole" not in index
    assert index.candidates(signature_of(" ".join(words))) == ["part"]
    assert index.candidates(signature_of("")) == []
