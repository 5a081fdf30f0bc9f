"""Work out when an act was and whether it is news: its words, its tense and the report's day are held together."""

import datetime as dt
import re
from dataclasses import replace

from communique.coding.acts.matching.sessions import is_ahead
from communique.coding.acts.settings.nearness import is_only_spoken_of
from communique.coding.acts.settings.standing import CLOSING, Standing, lemma_of
from communique.coding.acts.telling.drafts import Draft
from communique.coding.record import EventDate
from communique.language.analysis import Analysis
from communique.language.words import Word
from communique.report.span import Span

RECENT_DAYS = 6
ARRIVING = frozenset("arrive fly come land reach depart leave embark begin start kick open set head".split())
LEAVING = frozenset({"leave", "depart", "return"})
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
OPENING = frozenset("open begin start kick launch".split())
LOOSELY_PAST = re.compile(
    r"\bearlier (?:in )?(?:this|the) (?:week|month|year)\b|"
    r"\b(?:last|past|previous) (?:week|month|year|summer|winter|spring|autumn|fall)\b|"
    r"\b(?:weeks?|months?|years?) ago\b",
    re.IGNORECASE,
)
UPCOMING = frozenset({"upcoming", "forthcoming", "next", "planned"})


def anniversary_of(draft: Draft, analysis: Analysis) -> EventDate | None:
    """The year of an act whose anniversary is told: "the 30th anniversary of establishing relations" in 2022 → 1992."""
    day = analysis.report.day
    for above in draft.anchor.ancestors():
        if above.lemma != "anniversary":
            continue
        count = next((child for child in above.children if re.fullmatch(r"\d{1,3}(?:st|nd|rd|th)?", child.lower)), None)
        if count is None or day is None:
            return None
        year = int(day[:4]) - int(re.sub(r"\D", "", count.text))
        span = Span(count.start, above.end)
        return EventDate(value=str(year), text=span.of(analysis.report.text), span=span, basis="relative")
    return None


def standing_by_date(draft: Draft, date: EventDate | None, day: str | None) -> Standing:
    """How a session stands that is only named: by its date, else by the words and the tense around it."""
    if date is not None and date.value and day and "W" not in date.value:
        if is_after(date.value, day):
            return Standing("planned")
        return Standing("held", recalled=is_past(date.end or date.value, day))
    if is_ahead(draft.anchor) or draft.standing.status == "planned" or _is_called_upcoming(draft):
        return Standing("planned")
    is_named_only = date is None and draft.anchor.sentence.index > 1
    return Standing("held", recalled=draft.standing.recalled or is_named_only or is_only_spoken_of(draft.candidate))


def _is_called_upcoming(draft: Draft) -> bool:
    """Whether "upcoming" stands before the session, or before the one it is coordinated with."""
    sentence = draft.anchor.sentence.words
    first = draft.body.first if draft.body is not None else draft.anchor.i
    noun, begin = draft.anchor, first - sentence[0].i
    while noun.dep == "conj" and noun.head.pos in ("NOUN", "PROPN"):
        noun = noun.head
    words = [*sentence[max(0, begin - 2) : begin + 1], *noun.children]
    return any(word.lower in UPCOMING for word in words) or any(
        word.lower in UPCOMING for word in sentence[max(0, begin - 12) : begin] if noun is not draft.anchor
    )


def look_ahead(date: EventDate | None, day: str | None, status: str) -> EventDate | None:
    """The coming weekday where an act to come is dated by one that a plain tense put into the past: "is due Friday"."""
    if date is None or day is None or status != "planned" or date.basis != "relative" or date.end:
        return date
    if date.value is None or len(date.value) != 10 or (date.text or "").lower().removeprefix("on ") not in WEEKDAYS:
        return date
    ahead = dt.date.fromisoformat(date.value) + dt.timedelta(days=7)
    return replace(date, value=str(ahead)) if date.value < day <= str(ahead) else date


def is_after(value: str, day: str) -> bool:
    """Whether a date, at its own precision, lies after the report's day."""
    if "W" in value:
        year, week, _ = dt.date.fromisoformat(day).isocalendar()
        return value[:8] > f"{year}-W{week:02}"
    return value > day[: len(value)]


def is_past(value: str, day: str) -> bool:
    """Whether a date lies so far before the report's day that it is recalled and no news."""
    if len(value) < 10:
        return value < day[: len(value)] if "W" not in value else False
    try:
        return (dt.date.fromisoformat(day) - dt.date.fromisoformat(value)).days > RECENT_DAYS
    except ValueError:
        return False


def is_coarsely_past(date: EventDate, day: str) -> bool:
    """Whether the words put an act loosely into a time gone by: "earlier this month", "last week", "two weeks ago"."""
    if date.value is None or date.text is None or (len(date.value) == 10 and "ago" not in date.text):
        return False
    return bool(LOOSELY_PAST.search(date.text)) and not is_after(date.value, day)


def is_news_by_day(draft: Draft, date: EventDate) -> bool:
    """Whether a day lately past makes news of an act that tense or a participle recalls: "the summit, held May 3"."""
    return draft.anchor.pos == "VERB" or (draft.frame.kind == "session" and len(date.value or "") == 10)


def is_day_of_change(date: EventDate, day: str | None) -> bool:
    """Whether a date tells when an act was called off and not when it was to be."""
    if day is None or date.value is None:
        return False
    return is_coarsely_past(date, day) or (len(date.value) == 10 and date.value <= day)


def is_going_on(draft: Draft, date: EventDate | None, day: str) -> bool:
    """Whether a visit or session goes on while the report is written: "is on a visit", a period around the day."""
    if draft.frame.kind not in ("visit", "session"):
        return False
    if date is not None and date.value and date.end and date.value <= day < date.end:
        return True
    verb = draft.candidate.verb
    carrier = draft.anchor.head
    if draft.standing.recalled:
        return False
    if verb is not None and (draft.candidate.fillers.get("home") or not _goes_out(draft)):
        return False
    if (
        verb is not None
        and verb.lemma == "be"
        and verb is draft.anchor
        and not draft.frame.status
        and verb.tag in ("VBZ", "VBP")
    ):
        return True
    if verb is not None and lemma_of(verb) in (ARRIVING if draft.frame.kind == "visit" else OPENING):
        news = date is None or date.value is None or not is_past(date.end or date.value, day)
        return news and (draft.frame.kind == "visit" or date is None or date.value == day) and _is_finite(verb)
    is_noun = draft.frame.kind == "visit" and draft.anchor.pos == "NOUN"
    is_of_today = date is not None and date.value == day and date.basis == "relative" and date.end is None
    if is_noun and is_of_today and carrier.lower in ("on", "during"):
        return True
    if draft.frame.kind == "visit" and draft.anchor.pos == "NOUN" and carrier.lower == "on":
        above = carrier.head
        return above.lemma == "be" and above.tag in ("VBZ", "VBP") or above.lower == "while" or verb is None
    return False


def _goes_out(draft: Draft) -> bool:
    """Whether leaving leads to the visit and not away from it: "left for Rome", against "left Rome"."""
    if lemma_of(draft.anchor) not in LEAVING:
        return True
    return any(draft.candidate.fillers.get(slot) for slot in ("for", "to", "into"))


def _is_finite(verb: Word) -> bool:
    """Whether the verb tells that something came about and not only when it did: "has opened", "flew in"."""
    return verb.tag in ("VBD", "VBN", "VBZ", "VBP")


def is_mere_mention(draft: Draft) -> bool:
    """Whether a visit is only spoken of by its possessor, not told: "praised his visit", against "during his visit"."""
    if draft.frame.kind != "visit" or draft.anchor.pos != "NOUN":
        return False
    if is_only_spoken_of(draft.candidate):
        return True
    if draft.candidate.verb is not None or any(above.lemma in CLOSING for above in draft.anchor.ancestors()):
        return False
    carrier = draft.anchor.head
    return not (
        carrier.pos == "ADP"
        and (carrier.lower in ("during", "on") or carrier.head.lower in ("conclusion", "end", "course"))
    )


def is_long_standing(draft: Draft) -> bool:
    """Whether the perfect sums up a time past: "has often mediated", "has given $4 billion since 2015"."""
    verb = draft.candidate.verb
    if verb is None or verb.tag != "VBN" or not any(c.lower in ("has", "have") for c in verb.children):
        return False
    if draft.frame.kind == "aid" and draft.date is None and draft.anchor.sentence.index > 0:
        return True
    return any(
        word.lower in ("since", "often", "repeatedly", "already", "previously", "long", "far")
        for word in verb.subtree()
    )
