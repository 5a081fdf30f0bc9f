"""Every sentence that the definition of a kind gives as an example is coded, or left, as it says."""

from collections.abc import Callable

import pytest

from communique.coding.acts.matching.frames import KindDefinition, load_kinds
from communique.coding.record import CodedReport

Coded = Callable[[str], CodedReport]
KINDS = load_kinds()


def examples(group: str) -> list[object]:
    return [
        pytest.param(kind, sentence, id=f"{kind.kind}-{number}")
        for kind in KINDS
        for number, sentence in enumerate(getattr(kind, group), 1)
    ]


@pytest.mark.parametrize(("kind", "sentence"), examples("code"))
def test_sentence_is_coded_as_its_kind(kind: KindDefinition, sentence: str, coded: Coded) -> None:
    assert kind.kind in {event.kind for event in coded(sentence).events}


@pytest.mark.parametrize(("kind", "sentence"), examples("leave"))
def test_sentence_is_left_alone(kind: KindDefinition, sentence: str, coded: Coded) -> None:
    assert kind.kind not in {event.kind for event in coded(sentence).events}


def test_every_kind_of_the_codebook_is_defined_once() -> None:
    from typing import get_args

    from communique.coding.record import EventKind

    assert sorted(kind.kind for kind in KINDS) == sorted(get_args(EventKind))
