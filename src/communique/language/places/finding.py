"""Find words that name places: countries, cities, regions and venues.

Takes sentences; gives PlaceMentions. A name that stands for a government ("Moscow said") or belongs to a person or an
organisation is none. Countries have no coordinates: a point would say more than the words do.
"""

from collections.abc import Collection, Sequence
from functools import cache
from itertools import pairwise

from communique.language.analysis import PlaceMention
from communique.language.nations.countries import country_of, find_country_names, organisation_code
from communique.language.places.gazetteer import find_city, state_code
from communique.language.places.names import Candidate, event_nouns, find_candidates, place_lexicon
from communique.language.words import Sentence, Word, span_of

_WITHIN = frozenset("in at near inside outside into around throughout across via within".split())
_BESIDE_NAME = frozenset("the a an central downtown northern southern eastern western nearby historic city of".split())
_LONGEST_CLIMB = 6


def find_places(sentences: tuple[Sentence, ...], *, filed_in: str | None = None) -> tuple[PlaceMention, ...]:
    """Return the place names of a report in the order of the text, a venue with its city as one.

    `filed_in` is the country of the report's dateline: a "Presidential Palace" without a city stands there, or in the
    country of the city that its own sentence names before.
    """
    named = [find_country_names(sentence.words) for sentence in sentences]
    near = {name.country for names in named for name in names}
    places: list[PlaceMention] = []
    for sentence, countries in zip(sentences, named, strict=True):
        words = sentence.words
        candidates = [c for c in find_candidates(words, countries) if not _is_other(words, c)]
        if not candidates:
            continue
        _settle_cities(words, candidates, near)
        told: str | None = None
        for first, last in _join(words, _keep_meant(words, candidates)):
            country = first.country or last.country
            if first.kind == "venue" and last is not first:
                country = last.country or country
            elif first.kind == "venue" and (country is None or first.is_shared):
                country = told or filed_in or country
            if first.kind == "city":
                told = country
            places.append(_mention(words, first, last, country))
    return tuple(places)


def _is_other(words: Sequence[Word], candidate: Candidate) -> bool:
    """Whether the model hears a person here, or an organisation around a mere city."""
    own = words[candidate.first : candidate.stop]
    if candidate.first and words[candidate.first - 1].text == "," and own[0].text in _after_city():
        return True
    if not candidate.is_known and (organisation_code(_text(own)) or len(_text(own).replace(".", "")) < 3):
        return True
    if candidate.kind == "venue" and not candidate.is_known:
        return all(word.entity == "PERSON" for word in own)
    label = own[0].entity
    if label not in ("PERSON", "ORG") or any(word.entity != label for word in own):
        return False
    follower = words[candidate.stop] if candidate.stop < len(words) else own[0]
    after = follower is not own[0] and follower.entity == label and not follower.entity_begins
    leader = words[candidate.first - 1] if candidate.first else own[0]
    before = leader.entity == label and leader.lower != "the" and not own[0].entity_begins and leader is not own[0]
    if candidate.kind == "venue":
        return label == "PERSON" and (before or after)
    return before or after or (label == "PERSON" and not candidate.is_known)


def _settle_cities(words: Sequence[Word], candidates: list[Candidate], near: Collection[str]) -> None:
    """Give each city its country and coordinates, led by the state or country named right after it."""
    for place, candidate in enumerate(candidates):
        if candidate.kind == "venue" and candidate.country is None and not candidate.is_known:
            city = find_city(words[candidate.first].text, main_only=True, near=near)
            candidate.country = city.country if city is not None and city.country in near else None
        if candidate.kind not in ("city", "region") or candidate.lat is not None:
            continue
        name = candidate.name or _text(words[candidate.first : candidate.stop])
        if candidate.kind == "region":
            if candidate.is_known or find_city(name, main_only=True) is None:
                continue
            candidate.kind = "city"
        country, region = _stated_beside(words, candidate, candidates[place + 1 : place + 2])
        city = find_city(name, country=country, region=region, near=near)
        if city is None and candidate.country is None:
            candidate.country = country or country_of(name)
        elif city is not None:
            if candidate.country and candidate.country != city.country and country is None:
                city = find_city(name, country=candidate.country) or city
            candidate.country = city.country
            candidate.lat, candidate.lon = city.lat, city.lon


def _stated_beside(
    words: Sequence[Word], city: Candidate, following: Sequence[Candidate]
) -> tuple[str | None, str | None]:
    """The country and state after a city's comma: "Paris, Texas", "Tripoli, Libya"."""
    if city.stop + 1 >= len(words) or words[city.stop].text != ",":
        return None, None
    if words[city.stop + 1].text in _after_city():
        return "USA", state_code(words[city.stop + 1].text)
    if not following or following[0].first != city.stop + 1:
        return None, None
    beside = following[0]
    name = _text(words[beside.first : beside.stop])
    if state_code(name) and name != "Georgia":
        return "USA", state_code(name)
    return (beside.country, None) if beside.kind == "country" else (None, None)


def _keep_meant(words: Sequence[Word], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those candidates that are places here by their standing in the sentence, or follow one by a comma."""
    kept: list[Candidate] = []
    for candidate in candidates:
        after_comma = bool(kept) and kept[-1].stop + 1 == candidate.first and words[kept[-1].stop].text == ","
        if (after_comma and kept[-1].kind in ("city", "venue")) or _is_place_here(words, candidate):
            kept.append(candidate)
    return kept


def _is_place_here(words: Sequence[Word], candidate: Candidate) -> bool:
    """Whether the words before a name, or its place in the tree, make it a place."""
    if candidate.stop < len(words) and words[candidate.stop].tag == "POS":
        return False
    at = candidate.first - 1
    while at >= 0 and words[at].lower in _BESIDE_NAME:
        at -= 1
    if at >= 0 and words[at].lower in _WITHIN:
        head = _head_of(words, candidate)
        if candidate.is_seat and head.dep in ("compound", "amod", "nmod"):
            return head.head.lower in event_nouns()
        return not candidate.is_weak or words[at].lower == "at" or not head.children
    if candidate.is_weak:
        return False
    word = _head_of(words, candidate)
    for _ in range(_LONGEST_CLIMB):
        if word.dep not in ("conj", "appos"):
            break
        word = word.head
    return _stands_as_place(word, candidate)


def _stands_as_place(word: Word, candidate: Candidate) -> bool:
    """Whether a name's head hangs where places hang."""
    moves, objects, parts, hosts = _movement()
    above = word.head
    if word.dep == "pobj":
        ruler = above.head
        match above.lower:
            case "to" | "from" | "for" | "towards" | "toward":
                return ruler.lemma in moves or (above.lower != "for" and not candidate.is_seat)
            case "of":
                return ruler.lemma in parts
            case "on" | "off" | "along":
                return candidate.kind == "venue"
            case "by":
                return ruler.lemma in hosts
        return above.lower in _WITHIN
    if word.dep == "nsubj" and above.lemma in hosts:
        return candidate.kind == "city"
    if word.dep in ("dobj", "nsubjpass"):
        return above.lemma in objects
    if word.dep in ("compound", "nmod") and candidate.kind == "city":
        return above.lower in event_nouns()
    if word.dep in ("nsubj", "poss", "compound", "amod", "nmod"):
        return False
    return candidate.kind == "city" and not candidate.is_seat


def _join(words: Sequence[Word], meant: Sequence[Candidate]) -> list[tuple[Candidate, Candidate]]:
    """Pairs of first and last candidate of one place: a venue with its city, a city with its American state."""
    joined: list[tuple[Candidate, Candidate]] = []
    at = 0
    while at < len(meant):
        first = last = meant[at]
        if at + 1 < len(meant):
            between = [word.lower for word in words[first.stop : meant[at + 1].first]]
            if _belongs(words, first, meant[at + 1], between):
                last = meant[at + 1]
                at += 1
        stop = last.stop
        after = [word.text for word in words[stop : stop + 2]]
        if last.kind == "city" and after[:1] == [","] and after[-1] in _after_city():
            last = Candidate(last.first, stop + 2, "city", "USA", last.lat, last.lon)
            first = last if first.first == last.first else first
        joined.append((first, last))
        at += 1
    return joined


def _belongs(words: Sequence[Word], first: Candidate, second: Candidate, between: Sequence[str]) -> bool:
    """Whether the second place is part of the first one's name as a reader would write it down."""
    if first.kind == "venue" and second.kind in ("city", "region"):
        return between in ([","], ["in"]) or (between[:1] == ["in"] and set(between[1:]) <= _BESIDE_NAME)
    if first.kind == "city" and second.kind == "region" and between == [","]:
        return state_code(_text(words[second.first : second.stop])) is not None
    return False


def _mention(words: Sequence[Word], first: Candidate, last: Candidate, country: str | None) -> PlaceMention:
    own = words[first.first : last.stop]
    located = first if first.lat is not None else last
    name = first.name or _text(own)
    return PlaceMention(
        span=span_of(tuple(own)), first=own[0].i, stop=own[-1].i + 1, head=_head_of(words, first), name=name,
        kind=first.kind, country=country, lat=located.lat, lon=located.lon,
    )  # fmt: skip


def _head_of(words: Sequence[Word], candidate: Candidate) -> Word:
    """The word of the name that hangs on a word outside it."""
    own = words[candidate.first : candidate.stop]
    for word in own:
        if word.is_root or not own[0].i <= word.head.i <= own[-1].i:
            return word
    return own[-1]


def _text(words: Sequence[Word]) -> str:
    """The words as written, one space where there was room between them."""
    text = words[0].text
    for before, word in pairwise(words):
        text += (" " if word.start > before.end else "") + word.text
    return text


@cache
def _movement() -> tuple[frozenset[str], ...]:
    """Words whose "to" is a place, whose object is one, whose "of" is one, and verbs whose doer is where it happens."""
    movement = place_lexicon()["movement"]
    return tuple(frozenset(movement[group]) for group in ("names", "objects", "of", "hosts"))


@cache
def _after_city() -> frozenset[str]:
    return frozenset(place_lexicon()["american"]["after_city"])
