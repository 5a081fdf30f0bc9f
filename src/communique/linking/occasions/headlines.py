"""What a headline claims: a headline and the actors of its report go in, one more claim comes out, or none.

Many a report names its occasion in its headline alone ("Remarks by A and B before their meeting"), where nothing is
coded, since the words are no part of the text. Linking needs that claim; it stands beside the record and not in it.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from communique.language.nations.countries import country_of, demonym_country, organisation_code
from communique.lexicon import read_lexicon, words_of
from communique.linking.occasions.claims import Claim, Party, make_claim
from communique.linking.people.names import compare_people, folded_words

# Where the claim of a headline stands among the events of its report.
HEADLINE = -1
_WORD = re.compile(r"[^\W\d_][\w'’.-]*|\d+|[,;:()]")
_DAY = re.compile(r"\b([A-Z][a-z]+)\.? (\d{1,2})\b(?!,? \d{4})|\b(\d{1,2}) ([A-Z][a-z]+)\b")
_BODY = re.compile(r"((?:[A-Z][\w.-]*[ -]+|of +|for +|on +|the +|and +)+(?:Summit|Forum|Session|Dialogue|Ministerial))")
# Who speaks on an occasion is not for that a party to it: "Statement by Spokesperson A on B's meeting with C".
_SPEAKER = re.compile(
    r"^(?:(?:joint )?statement|readout|fact sheet|background press (?:call|gaggle)|press briefing|briefing)\b"
    r"(?:[^,]*?\b(?:by|from)\b.*?)?\b(?:on|of|following)\b", re.I,
)  # fmt: skip
_ORDINAL = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\b")
_WITH = re.compile(r"\b(?:with|to|of)\b")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_FEWEST = 2
# Before a name of several words that no report of the archive gives to a person, these tell of a place or a subject.
_OF_PLACES = frozenset({"in", "at", "for", "on", "of", "near", "the"})
_SOON = 40


def headline_claim(
    headline: str | None, number: int, *, published: str | None, actors: Iterable[Party], told: Iterable[Claim]
) -> Claim | None:
    """What the headline claims beyond what the events of its report (`told`) do.

    `actors` are the people of the report. None where the headline names no kind of event or fewer than two people, or
    where an event of the report says as much.
    """
    headline = _SPEAKER.sub("", headline or "").partition(" | ")[0]
    people = list(actors)
    kind, mode = _kind(headline)
    day = _day(headline, published)
    if not kind or not day:
        return None
    parties = _parties(headline, people)
    if len(parties) == 1 and _WITH.search(headline):
        # On the page of an office its holder goes without saying, and is named first in the text.
        parties = [party for party in people[:1] if not _is_one(party, parties[0])] + parties
    body = _BODY.search(headline) if kind == "session" else None
    if len(parties) < (1 if body else _FEWEST):
        return None
    ordinal = _ORDINAL.search(headline)
    claim = make_claim(
        (number, HEADLINE), kind=kind, mode=mode, status="planned" if _is_announced(headline) else "held",
        background=False, first_day=day, last_day=day, published=published, place=None, place_country=None,
        body=body.group(1) if body else None, ordinal=int(ordinal.group(1)) if body and ordinal else None,
        parties=tuple(parties),
    )  # fmt: skip
    known = [party for party in parties if any(_is_one(party, person) for person in people)]
    return None if any(_says_as_much(other, claim, known) for other in told) else claim


def main_claims(headline: str | None, claims: Iterable[Claim]) -> list[Claim]:
    """Which of a report's claims the report is about: its headline's, else the one with the most of its names there.

    Others of that kind with the same people are taken for the same act, told once more.
    """
    told = [claim for claim in claims if not claim.background]
    if not told:
        return []
    words = frozenset(folded_words(headline or ""))

    def weight(claim: Claim) -> tuple[bool, int, int]:
        named = sum(1 for party in claim.parties if words.intersection(party.words))
        return (claim.key[1] == HEADLINE, named + len(words & claim.body), -claim.key[1])

    main = max(told, key=weight)
    people = {party.words for party in main.parties if party.words}
    return [
        claim for claim in told
        if claim is main or (
            claim.kind == main.kind and len(people) >= _FEWEST and people <= {party.words for party in claim.parties}
        )
    ]  # fmt: skip


def _says_as_much(told: Claim, claim: Claim, known: list[Party]) -> bool:
    """Whether an event of the report says what the headline does, as far as the headline's people are known to it."""
    if told.background or told.family != claim.family:
        return False
    if claim.body and told.body & claim.body:
        return True
    met = sum(1 for party in known if any(_is_one(party, other) for other in told.parties))
    return met > 0 and met >= min(len(known), _FEWEST)


def _is_one(one: Party, other: Party) -> bool:
    return compare_people(one.words, other.words) != "different"


def _parties(headline: str, actors: list[Party]) -> list[Party]:
    """The people a headline names: those of the report, and whoever bears two names there behind a title."""
    found: list[Party] = []
    country: str | None = None
    for chunk, before in _chunks(headline):
        here = country_of(chunk) or demonym_country(chunk) or organisation_code(chunk)
        words = folded_words(chunk)
        known = _known(words, actors)
        if known is None and here:
            country = here
            continue
        if known is None and (len(chunk.split()) < _FEWEST or before in _OF_PLACES):
            continue
        party = known or Party(name=chunk, country=country, role="participant", capacity=None, words=words)
        if not any(_is_one(party, other) for other in found):
            found.append(party)
        country = None
    return found


def _known(words: tuple[str, ...], actors: list[Party]) -> Party | None:
    """Whom of the report a name means; a family name alone means any who bears it, of whom the country is known."""
    likely = [actor for actor in actors if compare_people(actor.words, words) != "different"]
    exact = [actor for actor in likely if compare_people(actor.words, words) == "same"]
    if len(exact) == 1 or not likely:
        return next(iter(exact), None)
    countries = {actor.country for actor in exact or likely if actor.country}
    name = " ".join(words).title()
    country = countries.pop() if len(countries) == 1 else None
    return Party(name=name, country=country, role="participant", capacity=None, words=words)


def _chunks(headline: str) -> Iterable[tuple[str, str]]:
    """Runs of words with capitals that are neither titles nor what headlines are made of, with the word before."""
    run: list[str] = []
    before = last = ""
    lexicon = read_lexicon("communique.linking", "headlines")["words"]
    titles, fillers = words_of(lexicon, "titles"), words_of(lexicon, "fillers")
    for word in [*_WORD.findall(headline.replace("’s", " s").replace("'s", " s")), ""]:
        bare = word.rstrip(".")
        is_name = word[:1].isupper() and bare.lower() not in titles and bare.lower() not in fillers
        if run and (not is_name or _is_nation(bare) or (len(run) == 1 and _is_nation(run[0]))):
            yield " ".join(run), before
            run = []
        if is_name:
            before = before if run else last
            run.append(bare)
        last = bare.lower()


def _is_nation(word: str) -> bool:
    return bool(demonym_country(word) or country_of(word))


def _kind(headline: str) -> tuple[str | None, str | None]:
    for pattern, kind, mode in _kinds():
        if pattern.search(headline):
            return kind, ("video" if mode == "phone" and "video" in headline.lower() else mode)
    return None, None


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], str, str | None], ...]:
    rows = read_lexicon("communique.linking", "headlines")["kinds"]
    return tuple(
        (re.compile(rf"(?:\b|(?<=\w))(?:{row['words']})\b", re.I), row["kind"], row.get("mode")) for row in rows
    )


def _is_announced(headline: str) -> bool:
    words = read_lexicon("communique.linking", "headlines")["words"]["announced"]
    return bool(re.search(rf"\b(?:{words})\b", headline, re.I))


def _day(headline: str, published: str | None) -> str | None:
    """The day a headline gives, in the year that brings it next to its publication; else that of publication."""
    try:
        out = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    for found in _DAY.finditer(headline):
        month, day = (found[1], found[2]) if found[1] else (found[4], found[3])
        if month in _MONTHS:
            try:
                days = [date(out.year + shift, _MONTHS.index(month) + 1, int(day)) for shift in (-1, 0, 1)]
            except ValueError:
                return None
            nearest = min(days, key=lambda one: abs((one - out).days))
            return nearest.isoformat() if abs((nearest - out).days) <= _SOON else None
    return None if _is_announced(headline) else out.isoformat()
