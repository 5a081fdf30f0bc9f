"""Find recurring institutions and their sessions: sentences go in, named bodies with session and ordinal come out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from communique.language.analysis import BodyMention
from communique.language.body_names import HYPHENS, is_name_word, ordinal_before, read_left, read_right
from communique.language.words import Sentence, Word, span_of
from communique.lexicon import read_lexicon, words_of


# Words after a group's name that mean the group itself: "the Quad grouping".
_FRAMES = frozenset({"grouping", "group", "format", "framework", "mechanism"})


@dataclass(slots=True)
class _Named:
    """What a report has named so far, for "the committee", "its 46th meeting" and "the PJCC" later on."""

    full: list[str] = field(default_factory=list)
    short: dict[str, str] = field(default_factory=dict)
    organisation: str | None = None
    counted: str | None = None

    def add(self, name: str | None) -> None:
        if name and name not in self.full:
            self.full.append(name)

    def fuller(self, name: str) -> str:
        """The longer name that `name` repeats in part, where one alone does: "Strategic Dialogue"."""
        parts = name.lower().split()
        longer = [full for full in self.full if len(full) > len(name) and set(parts) <= set(re.split(r"[\s-]+", full.lower()))]
        return longer[0] if len(longer) == 1 else name

    def called(self, head: str) -> str | None:
        """The one body named so far whose name ends or begins in `head`; none where several do."""
        found = [name for name in self.full if head in _heads_of(name)]
        return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class _Lexicon:
    sitting: frozenset[str]
    gathering: frozenset[str]
    institution: frozenset[str]
    talks: frozenset[str]
    session: frozenset[str]
    between: frozenset[str]
    kinds: frozenset[str]
    frames: frozenset[str]
    passing: frozenset[str]
    groups: frozenset[str]
    organisations: frozenset[str]
    standing: frozenset[str]
    blocs: frozenset[str]
    shut_out: re.Pattern[str]
    domestic: frozenset[str]
    counted: frozenset[str]
    anchors: frozenset[str]


def find_bodies(sentences: tuple[Sentence, ...]) -> tuple[BodyMention, ...]:
    """Return the bodies and sessions named in a report in the order of the text."""
    lexicon = _lexicon()
    named = _Named()
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
            found.append(mention)
            named.add(mention.name)
            if mention.name and mention.name.isupper() and mention.name.isalpha():
                named.short.setdefault(mention.name, mention.name)
            if mention.name and (mention.ordinal or mention.session):
                named.counted = mention.name
            floor = stop + _note_short(words, stop, mention, named)
    return tuple(found)


@cache
def _lexicon() -> _Lexicon:
    tables = read_lexicon("communique.language", "bodies")
    heads, qualifiers, names, out = tables["heads"], tables["qualifiers"], tables["names"], tables["shut_out"]
    organisations = words_of(names, "organisations") | words_of(names, "long_organisations")
    return _Lexicon(
        sitting=words_of(heads, "sitting"), gathering=words_of(heads, "gathering"),
        institution=words_of(heads, "institution"), talks=words_of(heads, "talks"),
        session=words_of(qualifiers, "session"), between=words_of(qualifiers, "between_states"),
        kinds=words_of(qualifiers, "kinds"), frames=words_of(qualifiers, "frames"), passing=words_of(qualifiers, "passing"), groups=words_of(names, "groups"),
        organisations=organisations, standing=words_of(names, "standing"), blocs=words_of(names, "bloc_words"),
        shut_out=re.compile(r"\b(?:" + "|".join(map(re.escape, out["phrases"])) + r")\b"),
        domestic=words_of(out, "domestic"), counted=words_of(out, "counted"),
        anchors=words_of(heads, "sitting") | words_of(heads, "gathering") | words_of(heads, "institution")
        | words_of(names, "groups") | words_of(names, "organisations") | frozenset({"talks", "one", "p5", "c5", "g"})
        | frozenset(name.split()[-1] for name in names["long_organisations"]),
    )  # fmt: skip


def _read(
    words: Sequence[Word], k: int, floor: int, named: _Named, lexicon: _Lexicon
) -> tuple[BodyMention, int] | None:
    """Read the body whose name has its head at word `k`, with the place after its last word."""
    lower = words[k].lower
    if lower[:3] == "cop" and words[k].text[:3] == "COP":
        return _read_climate_conference(words, k, floor)
    if lower in lexicon.sitting or lower in lexicon.gathering or lower in lexicon.institution:
        if k + 1 < len(words) and _heads_on(words, k, lexicon):
            return None
        if lower in lexicon.sitting:
            return _read_sitting(words, k, floor, named, lexicon)
        return _read_gathering(words, k, floor, named, lexicon)
    if lower == "one":
        return _read_one_more(words, k, floor, named)
    if words[k].text in named.short and words[k].text.isupper() and not _before_head(words, k, lexicon):
        return _mention(words, k, k + 1, named.short[words[k].text]), k + 1
    if lower in lexicon.organisations or any(name.endswith(" " + lower) for name in lexicon.organisations):
        _note_organisation(words, k, named, lexicon)
        return None
    return _read_group(words, k, floor, lexicon) if lower in lexicon.groups else None


def _heads_on(words: Sequence[Word], k: int, lexicon: _Lexicon) -> bool:
    """Whether a longer name goes on to a head further right ("Contact Group meeting", "Strategic Dialogue session")."""
    after = k + 1
    while after < len(words) and after < k + 4:
        word = words[after]
        if word.lower in lexicon.sitting or word.lower in lexicon.gathering or word.lower in lexicon.institution:
            return word.tag[:1] == "N" and _runs_on(words, k, after, lexicon)
        after += 1
    return False


def _runs_on(words: Sequence[Word], k: int, after: int, lexicon: _Lexicon) -> bool:
    between = words[k + 1 : after]
    return all(
        is_name_word(word) or word.lower in lexicon.session or word.tag == "POS" or word.text in HYPHENS for word in between
    )


def _before_head(words: Sequence[Word], k: int, lexicon: _Lexicon) -> bool:
    return _heads_on(words, k, lexicon)


def _read_sitting(
    words: Sequence[Word], k: int, floor: int, named: _Named, lexicon: _Lexicon
) -> tuple[BodyMention, int] | None:
    """Read "20th session of X", "X ministerial meeting", "third round of talks", "its 46th meeting"."""
    left = read_left(words, k, floor)
    kind_at = _session_begins(words, left.first, k, lexicon)
    session = _written(words[kind_at : k + 1])
    if words[k].tag == "NNS":
        return None
    tail = _read_tail(words, k + 1, named, lexicon)
    start = min(left.start, kind_at)
    if tail is not None:
        name, stop = tail
        if name is None and left.ordinal is None and not _is_told_apart(words, start):
            return None
        return _mention(words, start, stop, name, session, left.ordinal, head=k), stop
    if words[k].text[0].isupper() and left.first < k and read_right(words, k + 1) > k + 1:
        stop = read_right(words, k + 1)
        name = _written(words[left.first : stop])
        return None if lexicon.shut_out.search(name.lower()) else (
            _mention(words, start, stop, name, session, left.ordinal, head=k), stop)
    if kind_at > left.first:
        name = _written(words[left.first : kind_at])
        own = _owner(name, named, lexicon)
        if own is not None and not lexicon.shut_out.search(name.lower()):
            return _mention(words, start, k + 1, own, session, left.ordinal, head=k), k + 1
        return None
    owner = _possessor(words, start, floor, named, lexicon)
    if owner is not None and (left.ordinal is not None or words[kind_at].text[0].isupper()):
        return _mention(words, start, k + 1, owner, session, left.ordinal, head=k), k + 1
    named_before = named.counted or (named.full[0] if len(named.full) == 1 else None)
    counts = left.ordinal is not None and (left.ordinal > 1 or _is_such(words, left.start, k) or words[k].lower != "meeting")
    if words[k].lower == "round" and left.ordinal is not None and not _counts_otherwise(words, k, lexicon):
        return _mention(words, start, k + 1, None, session, left.ordinal, head=k), k + 1
    if named_before and (counts or _is_told_apart(words, start)) and not _counts_otherwise(words, k, lexicon):
        return _mention(words, start, k + 1, named_before, session, left.ordinal, head=k), k + 1
    return None


def _read_gathering(
    words: Sequence[Word], k: int, floor: int, named: _Named, lexicon: _Lexicon
) -> tuple[BodyMention, int] | None:
    """Read a name that ends or begins in its own head: "Indian Ocean Dialogue", "Committee on World Food Security"."""
    left = read_left(words, k, floor)
    head = words[k]
    capital = head.text[0].isupper()
    stop = read_right(words, k + 1) if capital else k + 1
    if left.first == k and stop == k + 1:
        return _read_bare(words, k, left.start, left.ordinal, floor, named, lexicon)
    name = _written(words[left.first : stop])
    if not _is_body(words, left.first, k, stop, name, left.ordinal, lexicon):
        return None
    session = None
    kind_at = _session_begins(words, left.first, k, lexicon)
    if head.lower in lexicon.gathering and head.lower in {"summit", "conference", "forum"} or not capital:
        session = _written(words[kind_at : k + 1])
    if kind_at > left.first and stop == k + 1 and head.lower in {"summit", "conference", "consultations", "forum", "congress"}:
        owner = _owner(_written(words[left.first : kind_at]), named, lexicon)
        if owner is not None and "-" not in owner.replace("G-", ""):
            name, session = owner, _written(words[kind_at : k + 1])
    elif kind_at == left.first and stop == k + 1 and left.ordinal is not None:
        owner = _possessor(words, left.start, floor, named, lexicon)
        if owner is not None:
            name, session = owner, _written(words[kind_at : k + 1])
    if name == _written(words[left.first : stop]):
        name = named.fuller(name)
    return _mention(words, left.start, stop, name, session, left.ordinal, head=k), stop


def _read_bare(
    words: Sequence[Word], k: int, start: int, ordinal: int | None, floor: int, named: _Named, lexicon: _Lexicon
) -> tuple[BodyMention, int] | None:
    """Read "the committee", "the sixth summit", "the 64th summit of the bloc" by what the report named before."""
    head = words[k]
    if head.tag == "NNS" and head.lower != "consultations":
        return None
    session = head.text if head.lower in lexicon.gathering else None
    tail = _read_tail(words, k + 1, named, lexicon) if head.lower in lexicon.gathering else None
    if tail is not None and tail[0] is not None:
        return _mention(words, start, tail[1], tail[0], session, ordinal, head=k), tail[1]
    owner = _possessor(words, start, floor, named, lexicon) if ordinal is not None or session else None
    if owner is None:
        before = words[start - 1].lower if start else ""
        owner = named.called(head.lower) if before in {"the", "this", "that"} or ordinal is not None else None
    if owner is None:
        return None
    return _mention(words, start, k + 1, owner, session, ordinal, head=k), k + 1


def _read_group(words: Sequence[Word], k: int, floor: int, lexicon: _Lexicon) -> tuple[BodyMention, int] | None:
    """Read a standing group that is named alone: "the Quad", "the 77th UNGA"."""
    word = words[k]
    hangs = word.head.i > word.i and word.dep in {"compound", "nmod", "amod", "poss"}
    if word.text[0].islower() or (hangs and word.head.lower not in _FRAMES):
        return None
    if k + 1 < len(words) and (words[k + 1].tag[:2] == "NN" or words[k + 1].tag == "POS") and _heads_on(words, k, lexicon):
        return None
    ordinal, start = ordinal_before(words, k, floor)
    return _mention(words, start, k + 1, word.text, None, ordinal), k + 1


def _read_climate_conference(words: Sequence[Word], k: int, floor: int) -> tuple[BodyMention, int] | None:
    number = words[k].text[3:].lstrip("-")
    if number.isdigit():
        return _mention(words, k, k + 1, words[k].text, None, int(number)), k + 1
    if not number and k + 1 < len(words) and words[k + 1].text.isdigit():
        return _mention(words, k, k + 2, f"COP {words[k + 1].text}", None, int(words[k + 1].text), head=k), k + 2
    return None


def _read_one_more(words: Sequence[Word], k: int, floor: int, named: _Named) -> tuple[BodyMention, int] | None:
    """Read "the third one" after a body whose sessions were counted in the same sentence."""
    ordinal, start = ordinal_before(words, k, floor)
    if ordinal is None or named.counted is None or not floor:
        return None
    return _mention(words, start, k + 1, named.counted, "meeting", ordinal), k + 1


def _read_tail(words: Sequence[Word], k: int, named: _Named, lexicon: _Lexicon) -> tuple[str | None, int] | None:
    """What a session is of: a body's name and its end, no name where only talks are counted, None where it is neither."""
    if k >= len(words) or words[k].lower not in {"of", "under", "in", "within", "on"}:
        return None
    strict = words[k].lower != "of"
    start = k + 1
    while start < len(words) and (words[start].tag in {"DT", "PRP$"} or words[start].lower in lexicon.passing):
        start += 1
    head = start
    while head < len(words) and head < start + 14:
        word = words[head]
        if word.lower in lexicon.gathering or word.lower in lexicon.institution or word.lower in lexicon.talks:
            break
        if (word.lower in lexicon.groups or word.lower in lexicon.organisations) and not _goes_on(words, head):
            return None if strict else (word.text, head + 1)
        if head == start and word.lower in lexicon.blocs and word.text[0].islower():
            return (named.organisation, head + 1) if named.organisation else None
        if not (is_name_word(word) or word.text in HYPHENS or word.tag in {"JJ", "NN", "NNP", "POS", "CC", "NNS"} or word.text in "'’\"“”+&"):
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
        name = _written(words[start:stop])
        return None if lexicon.shut_out.search(name.lower()) or (strict and word.lower not in lexicon.institution) else (name, stop)
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
    if not before & lexicon.between and not before & lexicon.kinds and not any(w.text[0].isupper() for w in words[start:head]):
        return None
    return _written(words[_after_owner(words, start, head) : head + 1]), head + 1


def _goes_on(words: Sequence[Word], k: int) -> bool:
    """Whether an organisation's name is only the first word of a body's: "UN Human Rights Council"."""
    return k + 1 < len(words) and (is_name_word(words[k + 1]) or words[k + 1].text in HYPHENS)


def _after_owner(words: Sequence[Word], start: int, head: int) -> int:
    """Where the name begins after somebody's: "the two ministries' strategic dialogue" is a strategic dialogue."""
    for k in range(head - 1, start, -1):
        if words[k - 1].tag == "POS":
            return k
    return start


def _session_begins(words: Sequence[Word], first: int, k: int, lexicon: _Lexicon) -> int:
    """Where the words for the kind of session begin: "Economic Leaders' Meeting", "Special Summit"."""
    while k > first:
        word = words[k - 1]
        if word.lower in lexicon.session or word.tag == "POS" or (word.text in {"'", "’", "-"} and k - 1 > first):
            k -= 1
        elif word.lower in {"and", "&"} and k - 2 >= first and words[k - 2].lower in lexicon.session:
            k -= 1
        else:
            break
    return k


def _owner(name: str, named: _Named, lexicon: _Lexicon) -> str | None:
    """The body that a name before a session word stands for, if it is one."""
    plain = name.lower().strip("\"“”'‘’ ")
    if name.strip() in named.short:
        return named.short[name.strip()]
    words = re.split(r"[\s–-]+", plain)
    quoted = name[:1] in "\"“‘'" and len(words) > 1
    if quoted or plain in lexicon.groups or plain in lexicon.organisations or plain.replace(" plus", "") in lexicon.groups:
        return name.strip("\"“”'‘’ ")
    if any(word in lexicon.gathering or word in lexicon.institution for word in words):
        return name
    if len(words) > 1 and any(word in lexicon.organisations or word in lexicon.groups for word in words):
        return name.strip("\"“”'‘’ ")
    if len(words) == 1 and name.isupper() and len(name) > 2:
        return name
    return None


def _possessor(words: Sequence[Word], start: int, floor: int, named: _Named, lexicon: _Lexicon) -> str | None:
    """The organisation whose session it is: "the OECD's 61st meeting", "the bloc's summit"."""
    if start - 2 < floor or words[start - 1].tag != "POS":
        return None
    word = words[start - 2]
    if word.lower in lexicon.blocs:
        return named.organisation
    if word.lower in lexicon.organisations or word.lower in lexicon.groups:
        return word.text
    return named.called(word.lower)


def _is_body(
    words: Sequence[Word], first: int, k: int, stop: int, name: str, ordinal: int | None, lexicon: _Lexicon
) -> bool:
    """Whether a name stands between states, and not for an organ of one state or a company."""
    lower = name.lower()
    plain = " ".join(lower.replace("’", "'").split())
    if plain in lexicon.standing:
        return plain not in {"security council"} or not _is_of_one_state(words, first, stop)
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
        tail = {word.lower for word in words[k + 1 : stop]}
        return marked or (stop > k + 1 and head.lower in {"committee", "commission", "council"} and bool(tail & lexicon.between))
    if head.lower in {"partnership", "alliance", "coalition", "platform", "event"}:
        return False
    if head.lower in lexicon.institution:
        return marked and (head.lower != "group" or ordinal is not None or "contact" in before or "friendship" in before)
    if head.lower in {"summit", "dialogue", "consultations", "conference", "forum"}:
        known = all(word in lexicon.kinds or word in lexicon.frames or word in HYPHENS or not word.isalpha() for word in before)
        topical = any(word in lexicon.kinds or word[0] in "\"“" or word == "+" for word in before)
        named_apart = ordinal is not None or any(word.text[0].isupper() and word.entity != "NORP" for word in words[first:k])
        return bool(before) and (known and topical or named_apart)
    return False


def _is_pair(words: Sequence[Word], first: int, k: int) -> bool:
    """Whether the name holds two sides joined by a hyphen: "Iran-Oman", "U.S.-EU"."""
    for n in range(first, k):
        text = words[n].text
        if text in {"-", "–"} and n + 1 < k and words[n + 1].text[0].isupper() and n > first and words[n - 1].text[0].isupper():
            return True
        if "-" in text and text[0].isupper() and text.rsplit("-", 1)[1][:1].isupper():
            return True
    return False


def _is_of_one_state(words: Sequence[Word], first: int, stop: int) -> bool:
    """Whether a security council is that of a state: "Russia's Security Council", "Security Council of Belarus"."""
    before = words[first - 1] if first else None
    if before is not None and (before.tag == "POS" or before.entity in {"NORP", "GPE"} and before.lower not in {"un", "u.n."}):
        return True
    members = [word.lower for word in words[max(0, first - 4) : first]]
    return "secretary" in members or "members" in members or "council" in {w.lower for w in words[stop : stop + 1]} or (
        stop < len(words) and words[stop].lower == "of"
    )


def _is_such(words: Sequence[Word], start: int, k: int) -> bool:
    return any(word.lower == "such" for word in words[start:k]) or (start > 0 and words[start - 1].lower in {"its", "whose"})


def _is_told_apart(words: Sequence[Word], start: int) -> bool:
    """Whether "next", "previous", "latest" or "last" tells a session of a known body apart."""
    return start > 0 and words[start - 1].lower in {"next", "previous", "latest", "upcoming", "forthcoming"}


def _counts_otherwise(words: Sequence[Word], k: int, lexicon: _Lexicon) -> bool:
    """Whether what is counted is no diplomacy: "first round of voting", "second meeting with"."""
    following = words[k + 1 : k + 6]
    if words[k].lower == "meeting":
        return any(word.lower in {"with", "between", "of"} for word in following[:2])
    return any(word.lower in lexicon.counted for word in following) or any(
        word.lower in {"election", "runoff", "presidential"} for word in words[max(0, k - 12) : k]
    )


def _note_organisation(words: Sequence[Word], k: int, named: _Named, lexicon: _Lexicon) -> None:
    """Remember the organisation named last, for "the bloc's summit" later on."""
    lower = words[k].lower
    if lower in lexicon.organisations:
        if words[k].text[0].isupper() and (named.organisation is None or not _stands_for(lower, named.organisation)):
            named.organisation = words[k].text
    for size in range(2, 8):
        if k - size + 1 < 0:
            break
        phrase = words[k - size + 1 : k + 1]
        if " ".join(word.lower for word in phrase) in lexicon.organisations:
            named.organisation = _written(phrase)


def _stands_for(short: str, full: str) -> bool:
    words = re.split(r"[\s-]+", full.lower())
    small = {"of", "the", "and", "for"}
    return short in {"".join(word[0] for word in words), "".join(word[0] for word in words if word not in small)}


def _note_short(words: Sequence[Word], stop: int, mention: BodyMention, named: _Named) -> int:
    """Tie "(PJCC)" after a name to it; return how many words the parenthesis takes."""
    if stop + 2 < len(words) + 0 and words[stop].text == "(" and words[stop + 2].text == ")":
        short = words[stop + 1].text
        if mention.name and sum(letter.isupper() for letter in short) >= 2 and short.replace("-", "").isalnum():
            named.short[short] = mention.name
            return 3
    return 0


def _heads_of(name: str) -> set[str]:
    words = re.split(r"[^\w]+", name.lower())
    lexicon = _lexicon()
    return {word for word in words if word in lexicon.gathering or word in lexicon.institution or word in lexicon.sitting}


def _written(words: Sequence[Word]) -> str:
    """The words as written, a parenthesised abbreviation left out."""
    text = ""
    skip = False
    previous: Word | None = None
    for word in words:
        if word.text == "(":
            skip = True
        if not skip:
            text += (" " if previous is not None and word.start > previous.end else "") + word.text
            previous = word
        if word.text == ")":
            skip = False
    return text.strip()


def _mention(
    words: Sequence[Word], start: int, stop: int, name: str | None, session: str | None = None, ordinal: int | None = None,
    *, head: int | None = None,
) -> BodyMention:
    phrase = words[start:stop]
    top = words[head] if head is not None else phrase[-1]
    return BodyMention(
        span=span_of(tuple(phrase)), first=phrase[0].i, stop=phrase[-1].i + 1, head=top, name=name, session=session,
        ordinal=ordinal,
    )  # fmt: skip
