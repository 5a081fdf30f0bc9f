"""Find recurring institutions and their sessions: sentences go in, named bodies with session and ordinal come out."""

from collections.abc import Sequence
from dataclasses import replace

from communique.language.analysis import BodyMention
from communique.language.bodies.gatherings import find_gatherings
from communique.language.bodies.memory import NamedBodies, note_organisation, note_short, sides_of, written
from communique.language.bodies.names import HYPHENS, Qualified, is_name_word, ordinal_before, read_left, read_right
from communique.language.bodies.owners import organisation_before, owner_called, possessor_of, read_tail
from communique.language.bodies.sense import counts_otherwise, is_body, is_such, is_told_apart
from communique.language.bodies.words import BodyWords, body_words
from communique.language.words import Sentence, Word, span_of

# Words after a group's name that mean the group itself: "the Quad grouping".
_FRAMES = frozenset({"grouping", "group", "format", "framework", "mechanism"})

# What a climate conference is called beside its number: "the COP28 talks".
_CLIMATE = frozenset({"talks", "summit", "conference", "meeting", "negotiations"})


def find_bodies(sentences: tuple[Sentence, ...]) -> tuple[BodyMention, ...]:
    """Return the bodies and sessions named in a report in the order of the text."""
    lexicon = body_words()
    named = NamedBodies()
    found: list[BodyMention] = []
    for sentence in sentences:
        words = sentence.words
        floor = 0
        for k, word in enumerate(words):
            if k < floor or not (word.lower in lexicon.anchors or word.text in named.short or word.lower[:3] == "cop"):
                continue
            reading = _read(words, k, floor, named, lexicon)
            if reading is None:
                continue
            mention, stop = reading
            mention = replace(mention, countries=sides_of(words, mention, named))
            found.append(mention)
            named.add(mention.name)
            if (
                mention.name
                and mention.name.isupper()
                and mention.name.isalpha()
                and (mention.name.lower() not in lexicon.organisations | lexicon.groups)
            ):
                named.short.setdefault(mention.name, mention.name)
            if mention.name and (mention.ordinal or mention.session):
                named.counted = mention.name
            floor = stop + note_short(words, stop, mention, named)
    return tuple(find_gatherings(sentences, found))


def _read(
    words: Sequence[Word], k: int, floor: int, named: NamedBodies, lexicon: BodyWords
) -> tuple[BodyMention, int] | None:
    """Read the body whose name has its head at word `k`, with the place after its last word."""
    lower = words[k].lower
    if lower[:3] == "cop" and words[k].text[:3] == "COP":
        return _read_climate_conference(words, k)
    if lower in lexicon.sitting or lower in lexicon.gathering or lower in lexicon.institution:
        if k + 1 < len(words) and _heads_on(words, k, lexicon):
            return None
        if lower in lexicon.sitting:
            return _read_sitting(words, k, floor, named, lexicon)
        return _read_gathering(words, k, floor, named, lexicon)
    if lower == "one":
        return _read_one_more(words, k, floor, named)
    if words[k].text in named.short and words[k].text.isupper() and not _heads_on(words, k, lexicon):
        return _mention(words, k, k + 1, named.short[words[k].text]), k + 1
    if lower in lexicon.organisations or any(name.endswith(" " + lower) for name in lexicon.organisations):
        note_organisation(words, k, named, lexicon)
        return None
    return _read_group(words, k, floor, lexicon) if lower in lexicon.groups else None


def _heads_on(words: Sequence[Word], k: int, lexicon: BodyWords) -> bool:
    """Whether a longer name goes on to a head further right ("Contact Group meeting", "Strategic Dialogue session")."""
    after = k + 1
    while after < len(words) and after < k + 4:
        word = words[after]
        is_head = word.lower in lexicon.sitting or word.lower in lexicon.gathering or word.lower in lexicon.institution
        if is_head and word.tag[:1] == "N":
            return _runs_on(words, k, after, lexicon)
        after += 1
    return False


def _runs_on(words: Sequence[Word], k: int, after: int, lexicon: BodyWords) -> bool:
    between = words[k + 1 : after]
    return all(
        is_name_word(word) or word.lower in lexicon.session or word.tag == "POS" or word.text in HYPHENS
        for word in between
    )


def _read_sitting(
    words: Sequence[Word], k: int, floor: int, named: NamedBodies, lexicon: BodyWords
) -> tuple[BodyMention, int] | None:
    """Read "20th session of X", "X ministerial meeting", "third round of talks", "its 46th meeting"."""
    left = read_left(words, k, floor)
    if words[left.first].lower == "anniversary":
        left = Qualified(left.first + 1, left.first + 1, None)
    kind_at = _session_begins(words, left.first, k, lexicon)
    session = written(words[kind_at : k + 1])
    if words[k].tag == "NNS":
        return None
    tail = read_tail(words, k + 1, named, lexicon)
    start = min(left.start, kind_at)
    if tail is not None:
        name, stop, count = tail
        if name is None and left.ordinal is None and not is_told_apart(words, start):
            return None
        ordinal = left.ordinal if left.ordinal is not None else count
        return _mention(words, start, stop, name, session, ordinal, head=k), stop
    if words[k].text[0].isupper() and left.first < k and read_right(words, k + 1) > k + 1:
        stop = read_right(words, k + 1)
        name = written(words[left.first : stop])
        return (
            None
            if lexicon.shut_out.search(name.lower())
            else (_mention(words, start, stop, name, session, left.ordinal, head=k), stop)
        )
    if any(word.lower in lexicon.gathering for word in words[left.first + 1 : k]):
        kind_at = k
    if kind_at > left.first:
        session = written(words[kind_at : k + 1])
        name = written(words[left.first : kind_at])
        owner = possessor_of(words, left.start, floor, named, lexicon) if left.ordinal is not None else None
        own = f"{owner} {name}" if owner else owner_called(name, named, lexicon)
        if (
            own is not None
            and own.isupper()
            and left.ordinal is None
            and own.lower() not in lexicon.organisations | lexicon.groups
        ):
            own = own if own in named.full else None
        if own is None and left.ordinal is not None and words[k].text[0].isupper() and " " in name:
            own = name
        if own is not None and not lexicon.shut_out.search(name.lower()):
            return _mention(words, start, k + 1, own, session, left.ordinal, head=k), k + 1
        return None
    if k + 2 < len(words) and words[k + 1].lower == "of" and words[k + 2].lower not in {"which", "them"}:
        return None
    owner = possessor_of(words, start, floor, named, lexicon)
    if owner is not None and (left.ordinal is not None or words[kind_at].text[0].isupper()):
        return _mention(words, start, k + 1, owner, session, left.ordinal, head=k), k + 1
    named_before = named.counted or (named.full[0] if len(named.full) == 1 else None)
    counts = left.ordinal is not None and (
        left.ordinal > 1 or is_such(words, left.start, k) or words[k].lower != "meeting"
    )
    if words[k].lower == "round" and left.ordinal is not None and not counts_otherwise(words, k, lexicon):
        return _mention(words, start, k + 1, None, session, left.ordinal, head=k), k + 1
    if named_before and (counts or is_told_apart(words, start)) and not counts_otherwise(words, k, lexicon):
        return _mention(words, start, k + 1, named_before, session, left.ordinal, head=k), k + 1
    return None


def _read_gathering(
    words: Sequence[Word], k: int, floor: int, named: NamedBodies, lexicon: BodyWords
) -> tuple[BodyMention, int] | None:
    """Read a name that ends or begins in its own head: "Indian Ocean Dialogue", "Committee on World Food Security"."""
    left = read_left(words, k, floor)
    head = words[k]
    capital = head.text[0].isupper()
    stop = read_right(words, k + 1) if capital else k + 1
    if stop > k + 1 and words[k + 1].lower == "on" and written(words[left.first : k + 1]).lower() in lexicon.standing:
        stop = k + 1  # "briefed the Security Council on Syria"
    if left.first == k and stop == k + 1:
        return _read_bare(words, k, left.start, left.ordinal, floor, named, lexicon)
    if words[left.first].lower == "anniversary":
        left = Qualified(left.first + 1, left.first + 1, None)
    name = written(words[left.first : stop])
    if not is_body(words, left.first, k, stop, name, left.ordinal, lexicon):
        return None
    session = None if capital else head.text
    kind_at = _session_begins(words, left.first, k, lexicon)
    if head.lower == "summit":
        session = written(words[kind_at : k + 1])
    if (
        kind_at > left.first
        and stop == k + 1
        and head.lower in {"summit", "conference", "consultations", "forum", "congress"}
    ):
        organisation = written(words[left.first : kind_at]).lower()
        if organisation in lexicon.organisations or organisation in lexicon.groups:
            name, session = written(words[left.first : kind_at]), written(words[kind_at : k + 1])
    elif kind_at == left.first and stop == k + 1 and left.ordinal is not None:
        owner = possessor_of(words, left.start, floor, named, lexicon) or organisation_before(
            words, left.start, named, lexicon
        )
        if owner is not None:
            name, session = owner, written(words[kind_at : k + 1])
    if name == written(words[left.first : stop]):
        name = named.fuller(name)
    ordinal = left.ordinal
    if ordinal is None and stop + 3 < len(words) and words[stop].text == "(" and words[stop + 2].lower == "session":
        ordinal = ordinal_before(words, stop + 2, stop + 1)[0]
        session, stop = (words[stop + 2].text, stop + 4) if ordinal is not None else (session, stop)
    return _mention(words, left.start, stop, name, session, ordinal, head=k), stop


def _read_bare(
    words: Sequence[Word], k: int, start: int, ordinal: int | None, floor: int, named: NamedBodies, lexicon: BodyWords
) -> tuple[BodyMention, int] | None:
    """Read "the committee", "the sixth summit", "the 64th summit of the bloc" by what the report named before."""
    head = words[k]
    if head.tag == "NNS" and head.lower != "consultations":
        return None
    session = head.text if head.lower in lexicon.gathering else None
    tail = read_tail(words, k + 1, named, lexicon) if head.lower in lexicon.gathering else None
    if tail is not None and tail[0] is not None:
        return _mention(
            words, start, tail[1], tail[0], session, ordinal if ordinal is not None else tail[2], head=k
        ), tail[1]
    owner = possessor_of(words, start, floor, named, lexicon) if ordinal is not None or session else None
    if owner is None:
        before = words[start - 1].lower if start else ""
        owner = named.called(head.lower) if before in {"the", "this", "that"} or ordinal is not None else None
    if owner is None:
        return None
    return _mention(words, start, k + 1, owner, session, ordinal, head=k), k + 1


def _read_group(words: Sequence[Word], k: int, floor: int, lexicon: BodyWords) -> tuple[BodyMention, int] | None:
    """Read a standing group that is named alone: "the Quad", "the 77th UNGA"."""
    word = words[k]
    hangs = word.head.i > word.i and word.dep in {"compound", "nmod", "amod", "poss"}
    if word.text[0].islower() or (hangs and word.head.lower not in _FRAMES):
        return None
    if (
        k + 1 < len(words)
        and (words[k + 1].tag[:2] == "NN" or words[k + 1].tag == "POS")
        and _heads_on(words, k, lexicon)
    ):
        return None
    ordinal, start = ordinal_before(words, k, floor)
    return _mention(words, start, k + 1, word.text, None, ordinal), k + 1


def _read_climate_conference(words: Sequence[Word], k: int) -> tuple[BodyMention, int] | None:
    number = words[k].text[3:].lstrip("-")
    if number.isdigit():
        last = words[k].head.i - words[0].i  # "the COP28 climate talks"
        if words[k].dep in ("compound", "nmod") and k < last < k + 4 and words[last].lower in _CLIMATE:
            return _mention(words, k, last + 1, words[k].text, words[last].text, int(number)), last + 1
        return _mention(words, k, k + 1, words[k].text, None, int(number)), k + 1
    if not number and k + 1 < len(words) and words[k + 1].text.isdigit():
        return _mention(words, k, k + 2, f"COP {words[k + 1].text}", None, int(words[k + 1].text), head=k), k + 2
    return None


def _read_one_more(words: Sequence[Word], k: int, floor: int, named: NamedBodies) -> tuple[BodyMention, int] | None:
    """Read "the third one" after a body whose sessions were counted in the same sentence."""
    ordinal, start = ordinal_before(words, k, floor)
    if ordinal is None or named.counted is None or not floor:
        return None
    return _mention(words, start, k + 1, named.counted, "meeting", ordinal), k + 1


def _session_begins(words: Sequence[Word], first: int, k: int, lexicon: BodyWords) -> int:
    """Where the words for the kind of session begin: "Economic Leaders' Meeting", "Special Summit"."""
    while k > first:
        word = words[k - 1]
        if k - 2 >= first and words[k - 2].lower == "of":
            break
        if word.lower in lexicon.session or word.tag == "POS" or (word.text in {"'", "’", "-"} and k - 1 > first):
            k -= 1
        elif word.lower in {"and", "&"} and k - 2 >= first and words[k - 2].lower in lexicon.session:
            k -= 1
        else:
            break
    return k


def _mention(
    words: Sequence[Word],
    start: int,
    stop: int,
    name: str | None,
    session: str | None = None,
    ordinal: int | None = None,
    *,
    head: int | None = None,
) -> BodyMention:
    phrase = words[start:stop]
    session = session.lstrip("-'’ ") if session else None
    top = words[head] if head is not None else phrase[-1]
    return BodyMention(
        span=span_of(tuple(phrase)), first=phrase[0].i, stop=phrase[-1].i + 1, head=top, name=name, session=session,
        ordinal=ordinal,
    )  # fmt: skip
