"""Judge whether a name is that of a body between states: words and a reading of them go in, yes or no comes out."""

from collections.abc import Sequence

from communique.language.bodies.names import HYPHENS
from communique.language.bodies.words import BodyWords
from communique.language.words import Word


def is_body(
    words: Sequence[Word], first: int, k: int, stop: int, name: str, ordinal: int | None, lexicon: BodyWords
) -> bool:
    """Whether a name stands between states, and not for an organ of one state or a company."""
    lower = name.lower()
    plain = " ".join(lower.replace("’", "'").split())
    if _head_goes_on(words, k, stop):
        return False
    if plain in lexicon.standing:
        return plain != "security council" or not _is_of_one_state(words, first, stop)
    goes_on = stop < len(words) and words[stop].tag[:2] == "NN"
    if not goes_on and _is_standing_of(plain, lexicon):
        return True
    if lexicon.shut_out.search(plain):
        return False
    head = words[k]
    before = [word.lower for word in words[first:k]]
    if head.tag == "NNS" and head.lower != "consultations" or before and before[0] in lexicon.domestic:
        return False
    marked = any(word in lexicon.between for word in before) or _is_pair(words, first, k)
    if head.text[0].isupper():
        if head.lower == "event":
            return bool({"pledging", "special", "high-level", "solidarity"} & set(before)) or ordinal is not None
        if head.lower in lexicon.gathering:
            return first < k or stop > k + 1
        if head.lower == "partnership":
            return False
        tail = {word.lower for word in words[k + 1 : stop]}
        return marked or (
            stop > k + 1 and head.lower in {"committee", "commission", "council"} and bool(tail & lexicon.between)
        )
    if head.lower in {"committee", "commission", "council", "group"}:
        if _belongs_to_organisation(words, first, lexicon):
            return head.lower != "group" and bool(before or stop < len(words) and words[stop].lower == "of")
        small = _is_pair(words, first, k) or any(word in lexicon.small for word in before)
        return small and (head.lower != "group" or ordinal is not None or "contact" in before or "friendship" in before)
    if head.lower in {"summit", "dialogue", "consultations", "conference", "forum"}:
        known = all(
            word in lexicon.kinds or word in lexicon.frames or word in HYPHENS or not word.isalpha() for word in before
        )
        topical = any(word in lexicon.kinds or word[0] in '"“' or word == "+" for word in before)
        named_apart = ordinal is not None or any(
            word.text[0].isupper() and word.entity != "NORP" for word in words[first:k]
        )
        sides = any(word in {"trilateral", "tripartite", "quadrilateral"} for word in before) and (
            stop < len(words) and words[stop].lower in {"between", "of", "among", "with"}
        )
        return bool(before) and (known and topical or named_apart or sides)
    return False


def _is_standing_of(plain: str, lexicon: BodyWords) -> bool:
    """Whether a name is a standing body's behind its organisation's: "African Union Peace and Security Council"."""
    parts = plain.split()
    return any(
        " ".join(parts[cut:]) in lexicon.standing and " ".join(parts[:cut]) in lexicon.organisations
        for cut in range(1, len(parts) - 1)
    )


def _belongs_to_organisation(words: Sequence[Word], first: int, lexicon: BodyWords) -> bool:
    """Whether an organisation's name stands before in the genitive: "the Arab League's ministerial council"."""
    if first < 2 or words[first - 1].tag != "POS":
        return False
    return any(
        " ".join(word.lower for word in words[max(0, first - 1 - size) : first - 1]) in lexicon.organisations
        for size in range(1, 8)
    )


def _head_goes_on(words: Sequence[Word], k: int, stop: int) -> bool:
    """Whether the head only qualifies a further capitalised noun: "Conference Room"."""
    return (
        stop < len(words)
        and words[k].dep == "compound"
        and words[k].head.i >= words[stop].i
        and (words[stop].tag == "NNP" and words[stop].text[0].isupper())
    )


def _is_pair(words: Sequence[Word], first: int, k: int) -> bool:
    """Whether the name holds two sides joined by a hyphen: "Iran-Oman", "U.S.-EU"."""
    for n in range(first, k):
        text = words[n].text
        if (
            text in {"-", "–"}
            and n + 1 < k
            and words[n + 1].text[0].isupper()
            and n > first
            and words[n - 1].text[0].isupper()
        ):
            return True
        if "-" in text and text[0].isupper() and text.rsplit("-", 1)[1][:1].isupper():
            return True
    return False


def _is_of_one_state(words: Sequence[Word], first: int, stop: int) -> bool:
    """Whether a security council is that of a state: "Russia's Security Council", "Security Council of Belarus"."""
    before = words[first - 1] if first else None
    if before is not None and (
        before.tag == "POS" or before.entity in {"NORP", "GPE"} and before.lower not in {"un", "u.n."}
    ):
        return True
    members = [word.lower for word in words[max(0, first - 4) : first]]
    head = words[stop - 1]
    acts = (
        head.dep == "nsubj" or head.dep in ("dobj", "nsubjpass") and head.head.lemma in {"brief", "expect", "address"}
    )
    if not acts and not any(word.lower in {"un", "u.n.", "nations", "resolution", "resolutions"} for word in words):
        return True
    return (
        bool({"secretary", "members", "chairman"} & set(members))
        or "council" in {w.lower for w in words[stop : stop + 1]}
        or (stop < len(words) and words[stop].lower == "of")
    )


def is_such(words: Sequence[Word], start: int, k: int) -> bool:
    """Whether a session is one of those told of before: "the first such meeting", "its first meeting"."""
    return any(word.lower == "such" for word in words[start:k]) or (
        start > 0 and words[start - 1].lower in {"its", "whose"}
    )


def is_told_apart(words: Sequence[Word], start: int) -> bool:
    """Whether "next", "previous", "latest" or "last" tells a session of a known body apart."""
    return start > 0 and words[start - 1].lower in {"next", "previous", "latest", "upcoming", "forthcoming"}


def counts_otherwise(words: Sequence[Word], k: int, lexicon: BodyWords) -> bool:
    """Whether what is counted is no diplomacy: "first round of voting", "second meeting with"."""
    following = words[k + 1 : k + 6]
    if words[k].lower == "meeting":
        return any(word.lower in {"with", "between", "of"} for word in following[:2])
    return any(word.lower in lexicon.counted for word in following) or any(
        word.lower in {"election", "runoff", "presidential"} for word in words[max(0, k - 12) : k]
    )
