"""A definition of a kind that is wrong is refused with the file and the field named."""

import pytest

from communique.coding.acts.matching.frames import define_kind
from communique.errors import InvalidKind

SOUND = """
kind = "meeting"
definition = "Parties meet."
[[verbs]]
words = ["meet", "sit down"]
roles = { subject = "participant" }
[examples]
code = ["France met Italy."]
leave = ["Needs were met."]
"""


def test_words_become_one_frame_each_with_their_particle() -> None:
    frames = define_kind("meeting.toml", SOUND).frames
    assert [(frame.word, frame.particle) for frame in frames] == [("meet", None), ("sit", "down")]


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('kind = "meeting"', 'kind = "meating"', "meating"),
        ('"participant"', '"dancer"', "dancer"),
        ('words = ["meet", "sit down"]', "words = []", "without words"),
        ("roles =", "rolls =", "rolls"),
        ('leave = ["Needs were met."]', "leave = []", "examples.leave"),
        ("[[verbs]]", "[[verbs", "meeting.toml"),
    ],
)
def test_a_fault_is_named(old: str, new: str, named: str) -> None:
    with pytest.raises(InvalidKind) as caught:
        define_kind("meeting.toml", SOUND.replace(old, new))
    assert named in str(caught.value)
    assert "meeting.toml" in str(caught.value)
