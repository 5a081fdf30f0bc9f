"""Find organisations by the model's word or by the head of their name: "Ministry of Defence"."""

from collections.abc import Sequence

from communique.language.nations.countries import organisation_code
from communique.language.people.common_nouns import no_parties, party_nouns
from communique.language.people.namings import View
from communique.language.people.noun_phrases import Phrase, bare_text, head_of, mark
from communique.language.words import Word


def find_organisations(view: View, taken: list[bool]) -> list[Phrase]:
    """Organisations by the model's word or by the head of their name; those that act for a whole carry its code."""
    words, nouns = view.words, party_nouns().institutions
    found: list[Phrase] = []
    k = 0
    while k < len(words):
        word = words[k]
        if (
            word.lower in ("the", "and", "but", "or")
            or taken[k]
            or not word.text[0].isupper()
            and word.lower not in ("foreign", "defense", "defence", "interior", "finance")
        ):
            k += 1
            continue
        stop = _organisation_stop(view, k, taken)
        if stop is None:
            k += 1
            continue
        first = k
        nation = view.nations.ending_at(k - 1) if k > 1 and words[k - 1].tag == "POS" else view.nations.ending_at(k)
        inner = view.nations.within(k, stop)
        country = (
            organisation_code(bare_text(view, k, stop))
            or (nation.country if nation else None)
            or (inner.country if inner else None)
        )
        if nation is not None:
            first = nation.first
        if first > 0 and words[first - 1].lower == "the":
            first -= 1
        last = words[stop - 1].lower
        noun = next((w.lower for w in words[k:stop] if w.lower in nouns), last)
        begin = nation.first if nation else k
        name = bare_text(view, begin if words[k - 1].tag == "POS" else k, stop)
        head = head_of(words, k, stop)
        found.append(Phrase("organisation", first, stop, begin, stop, head, noun, name, country, definite=True))
        mark(taken, nation.first if nation else k, stop)
        k = stop
    return found


def _organisation_stop(view: View, k: int, taken: Sequence[bool]) -> int | None:
    """Where the name of an organisation that begins at `k` stops; `None` where there is none."""
    words, nouns = view.words, party_nouns().institutions
    word = words[k]
    nation = view.nations.starting_at(k)
    if any(other.first < k < other.stop for other in view.nations.found) or word.tag in (
        "VBZ",
        "VBP",
        "MD",
        "PRP",
        "WP",
        "WRB",
    ):
        return None
    stop = k
    if word.entity == "ORG" and (word.entity_begins or k == 0 or words[k - 1].entity != "ORG"):
        stop = k + 1
        while stop < len(words) and words[stop].entity == "ORG" and not words[stop].entity_begins and not taken[stop]:
            if words[stop].lower == "and" and nation is not None and nation.stop == stop:
                break
            stop += 1
        stop = _before_nation(view, k, stop)
        while stop > k and words[stop - 1].tag in ("POS", "CC", ",", "DT"):
            stop -= 1
    run = k
    while (
        run < len(words)
        and not taken[run]
        and (
            words[run].text[0].isupper()
            or words[run].lower == "for"
            and any(word.lower in nouns for word in words[k:run])
            or words[run].lower in ("of", "and", "foreign", "ministry", "the", "defence", "defense")
            and run > k
        )
    ):
        run += 1
    while (
        run > k
        and not words[run - 1].text[0].isupper()
        and (words[run - 1].lower in ("of", "for", "the", "and") or words[run - 1].lower not in nouns)
    ):
        run -= 1
    has_noun = any(words[n].lower in nouns for n in range(k, run))
    if has_noun and nation is None and run > stop:
        heads = [n for n in range(k, run) if words[n].lower in nouns]
        if heads[0] == k and run == k + 1:
            if k > 0 and words[k - 1].tag == "NNP" and words[k - 1].dep == "compound":
                return None
            return run if word.tag in ("NNP", "NNPS") and word.lower in party_nouns().short_institutions else None
        run = _before_nation(view, k, run)
        split = next((n for n in range(heads[0] + 1, run) if words[n].lower == "and"), run)
        stop = split if heads[0] < split else run
    if nation is not None and nation.stop >= stop and nation.kind != "organisation":
        return None
    if stop <= k or nation is not None and nation.kind == "organisation" and nation.stop >= stop:
        return None
    return None if _is_no_party(words[k:stop]) else stop


def _is_no_party(name: Sequence[Word]) -> bool:
    """Whether a name is a treaty's, a law's or a region's, which the model takes for an organisation."""
    tables = no_parties()
    last = name[-1].lower
    if last in tables.ends or last.isdigit():
        return True
    return " ".join(word.lower for word in name).replace(" - ", "-") in tables.names


def _before_nation(view: View, k: int, stop: int) -> int:
    """Where a name stops before "and" or a comma with a state or organisation behind it."""
    words = view.words
    for n in range(k + 1, stop):
        if words[n].lower in ("and", ","):
            m = n + 1 + (n + 1 < stop and words[n + 1].lower == "the")
            nation = view.nations.starting_at(m)
            before = view.nations.ending_at(n)
            if nation is not None and nation.kind != "demonym" or before is not None and before.first == k:
                return n
    return stop
