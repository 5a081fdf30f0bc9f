"""Find whose session it is: the words around a session go in, the name of the body that holds it comes out."""

import re
from collections.abc import Sequence

from communique.language.bodies.memory import NamedBodies, stands_for, written
from communique.language.bodies.names import HYPHENS, is_name_word, ordinal_before, read_right
from communique.language.bodies.words import BodyWords
from communique.language.words import Word


def read_tail(
    words: Sequence[Word], k: int, named: NamedBodies, lexicon: BodyWords
) -> tuple[str | None, int, int | None] | None:
    """What a session is of: a body's name, its end and its ordinal; no name for counted talks; None for neither."""
    if k >= len(words) or words[k].lower not in {"of", "under", "in", "within", "on"}:
        return None
    strict = words[k].lower != "of"
    start = k + 1
    while start < len(words) and (words[start].tag in {"DT", "PRP$"} or words[start].lower in lexicon.passing):
        start += 1
    ordinal = ordinal_before(words, start + 1, start)[0] if start < len(words) else None
    start += ordinal is not None
    read = _read_owner(words, start, strict, named, lexicon)
    return (*read, ordinal) if read is not None else None


def _read_owner(
    words: Sequence[Word], start: int, strict: bool, named: NamedBodies, lexicon: BodyWords
) -> tuple[str | None, int] | None:
    head = start
    while head < len(words) and head < start + 14:
        word = words[head]
        if word.lower in lexicon.gathering or word.lower in lexicon.institution or word.lower in lexicon.talks:
            break
        if head == start and word.text in named.short:
            return named.short[word.text], head + 1
        if (word.lower in lexicon.groups or word.lower in lexicon.organisations) and not _goes_on(words, head):
            return None if strict else (word.text, head + 1)
        if head == start and word.lower in lexicon.blocs and word.text[0].islower():
            return (named.organisation, head + 1) if named.organisation else None
        if not (
            is_name_word(word)
            or word.text in HYPHENS
            or word.tag in {"JJ", "NN", "NNP", "POS", "CC", "NNS"}
            or word.text in "'’\"“”+&"
        ):
            return None
        head += 1
    else:
        return None
    if head >= len(words):
        return None
    word = words[head]
    if word.text[0].isupper():
        stop = read_right(words, head + 1)
        if head == start and stop == head + 1:
            known = named.called(word.lower)
            return (known, stop) if known else None
        name = written(words[start:stop])
        return (
            None
            if lexicon.shut_out.search(name.lower()) or (strict and word.lower not in lexicon.institution)
            else (name, stop)
        )
    if strict:
        return None
    if head == start:
        known = named.called(word.lower)
        if known:
            return known, head + 1
        return (None, head + 1) if word.lower in lexicon.talks or word.lower == "dialogue" else None
    before = {word.lower for word in words[start:head]}
    if word.lower in lexicon.talks and not before & {"two-plus-two", "strategic", "2+2"}:
        return None, head + 1
    if (
        not before & lexicon.between
        and not before & lexicon.kinds
        and not any(w.text[0].isupper() for w in words[start:head])
    ):
        return None
    return written(words[_after_owner(words, start, head) : head + 1]), head + 1


def _goes_on(words: Sequence[Word], k: int) -> bool:
    """Whether an organisation's name is only the first word of a body's: "UN Human Rights Council"."""
    return k + 1 < len(words) and (is_name_word(words[k + 1]) or words[k + 1].text in HYPHENS)


def _after_owner(words: Sequence[Word], start: int, head: int) -> int:
    """Where the name begins after somebody's: "the two ministries' strategic dialogue" is a strategic dialogue."""
    for k in range(head - 1, start, -1):
        if words[k - 1].tag == "POS":
            return k
    return start


def owner_called(name: str, named: NamedBodies, lexicon: BodyWords) -> str | None:
    """The body that a name before a session word stands for, if it is one."""
    plain = name.lower().strip("\"“”'‘’ ")
    if name.strip() in named.short:
        return named.short[name.strip()]
    words = re.split(r"[\s–-]+", plain)
    quoted = name[:1] in "\"“‘'" and len(words) > 1
    if (
        quoted
        or plain in lexicon.groups
        or plain in lexicon.organisations
        or plain.replace(" plus", "") in lexicon.groups
    ):
        return name.strip("\"“”'‘’ ")
    if any(word in lexicon.gathering or word in lexicon.institution or word == "initiative" for word in words):
        return name
    if len(words) > 1 and any(word in lexicon.organisations or word in lexicon.groups for word in words):
        return name.strip("\"“”'‘’ ")
    if len(words) == 1 and name.isupper() and len(name) > 2:
        return name
    return None


def possessor_of(words: Sequence[Word], start: int, floor: int, named: NamedBodies, lexicon: BodyWords) -> str | None:
    """The organisation whose session it is: "the OECD's 61st meeting", "the bloc's summit"."""
    if start - 2 < floor or words[start - 1].tag != "POS":
        return None
    word = words[start - 2]
    if word.lower in lexicon.blocs:
        return named.organisation
    if word.lower in lexicon.organisations or word.lower in lexicon.groups:
        return word.text
    return named.called(word.lower)


def organisation_before(words: Sequence[Word], start: int, named: NamedBodies, lexicon: BodyWords) -> str | None:
    """The organisation that stands before the ordinal: "World Trade Organization (WTO) 12th Ministerial Conference"."""
    if not start:
        return None
    last = words[start - 1]
    if last.text == ")" and start >= 3:
        last = words[start - 2]
    if last.lower not in lexicon.organisations and last.lower not in lexicon.groups:
        return None
    return named.organisation if named.organisation and stands_for(last.lower, named.organisation) else last.text
