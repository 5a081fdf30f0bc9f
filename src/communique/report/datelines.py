"""The dateline at the head of a story: a paragraph goes in; where, when and by whom it was filed comes out.

The head up to a dash, colon or closing bracket is a dateline when each piece of it is a place, a date or an agency.
"""

import re

from communique.report.agencies import agency_named
from communique.report.cities import country_of, is_capital, is_city, is_region, ordinary_case
from communique.report.model import Dateline
from communique.report.span import Span
from communique.sources.calendar import DATE, WEEKDAY, day_meant, weekday_meant

# The longest real heads name three cities, a region, two calendars and an agency.
_LONGEST = 140
_STOP = re.compile(
    r"\s*--+\s*|\s*[—―]\s*|\s+[–‒-]\s+|(?<=[)\]/])\s*[–‒:.-]+\s*|(?<=[)\]/])\s+|:\s+|(?<=[A-Z])[-–]\s+(?=[A-Z\"“])|(?<=\d[.])\s+|"
    r"(?<=[A-Z]{3})\.\s+(?=[A-Z])|\s{2,}"
)
_GLUE = re.compile(r"[\s\-‒–—―:._=]*")
_BETWEEN = re.compile(r"[,;()\[\]/|]|(?<=\w{3})\.(?=\s|$)|\s+(?:and|&)\s+|--+|[—–―]|(?:^|\s)-(?:\s|$)|(?<=\))-")
_NAME = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w.]*(?:['’ʻ`-]\w[\w.]*)*)"
_PLACE = re.compile(
    rf"{_NAME}(?:[ -](?:{_NAME}|de|da|do|dos|del|della|di|du|la|el|al|es|of|on|am|upon|sur|en|the)){{0,4}}$"
)
_NO_PLACE = re.compile(
    r"(?:On|In|At|The|A|An|By|For|From|To|As|After|Before|Today|Yesterday|Tomorrow|Dear|And|But|Meanwhile|Also|Since|During|"
    r"Following|Via|President|Prime|Minister|Secretary|Mr|Mrs|Ms|Sir|Fact|Readout|Q|Question|Moderator|Note|Subject|Updated?)\b",
    re.I,
)
_UNKNOWN_AGENCY = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]{0,7}(?:[ /-][A-Z]\w+)?$")
_BRACKETED = re.compile(r"[(\[/]\s*([^()\[\]/]{2,40}?)\s*[)\]/]")
_HIJRI = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:Muharram|Safar|"
    r"Rabi[ʿ'’]?\s?(?:al-)?\s?(?:I{1,2}|[12]|Awwal|Thani|Al-Awwal|Al-Thani)|"
    r"Jum?ada\s?(?:al-)?\s?(?:I{1,2}|[12]|Ula|Thani(?:ah)?)|Rajab|Sha['’ʿ]?ban|Ramadan|Shawwal|"
    r"(?:Dh|Th)ul?[ -]?(?:al-)?\s?(?:Qa['’ʿ]?d?ah?|Hijj?ah?))"
    r"\s*(?:\d{1,2})?,?\s*(?:14\d\d)?(?:\s?H\b)?",
    re.I,
)


def find_dateline(text: str, paragraph: Span, day: str | None) -> tuple[Dateline, int] | None:
    """Return the dateline that opens `paragraph` and where the story begins after it; None where there is none.

    `day` is the day of publication (ISO 8601), from which a missing year, a weekday or a missing date is worked out.
    """
    start = paragraph.start
    head = text[start : min(paragraph.end, start + _LONGEST)]
    if not (head[:1].isupper() or head[:1] in "([/|'’`"):
        return None
    best = None
    for stop in _STOP.finditer(head):
        if stop.start() == 0:
            continue
        cut = stop.start()
        found = _read(head[:cut], day, stop.group().strip())
        if found:
            best = (found, cut, stop.end())
        elif best:
            break
    if best is None:
        return None
    found, cut, end = best
    glue = _GLUE.match(head, cut)
    end = max(end, glue.end() if glue else end)
    return _placed(found, start, cut), start + end


def find_place_line(text: str, paragraph: Span, day: str | None) -> Dateline | None:
    """Return the dateline that a line of its own makes: "Berlin, Germany", "Doha, May 3, QNA"."""
    line = text[paragraph.start : paragraph.end]
    if len(line) > 60 or "," not in line:
        return None
    rest, date, dated = _take_date(line, day)
    pieces = [piece for piece in (part.strip(" .·•") for part in _BETWEEN.split(rest)) if piece]
    agency = agency_named(pieces[-1]) if dated and len(pieces) > 1 else None
    places = pieces[:-1] if agency else pieces
    if not places or not _PLACE.match(places[0]) or not is_city(places[0]):
        return None
    if not all(is_region(place) or is_city(place) for place in places[1:]):
        return None
    region = next((place for place in places[1:] if is_region(place)), None)
    if region is None and not dated:
        return None
    return _placed((ordinary_case(places[0]), region, date, agency), paragraph.start, len(line))


_Reading = tuple[str, str | None, str | None, str | None]


def _placed(found: _Reading, start: int, length: int) -> Dateline:
    place, region, date, agency = found
    return Dateline(
        place=place, country=country_of(place, region), date=date, agency=agency, span=Span(start, start + length)
    )


def _read(head: str, day: str | None, stop: str) -> _Reading | None:
    """Read `head` as place, region, date and agency; None where a piece of it is none of these."""
    rest, date, dated = _take_date(head, day)
    agency, rest = _take_agency(rest, stop, dated)
    unknown = agency is not None and not agency_named(agency)
    pieces = [piece for piece in (part.strip(" .·•") for part in _BETWEEN.split(rest)) if piece]
    if not agency and len(pieces) > 1 and agency_named(pieces[-1]):
        agency = agency_named(pieces.pop())
    if not agency and len(pieces) > 1 and agency_named(pieces[0]):
        agency = agency_named(pieces.pop(0))
    if not pieces or len(pieces) > 4 or not all(_PLACE.match(piece) and not _NO_PLACE.match(piece) for piece in pieces):
        return None
    first = pieces[0]
    if not _is_convincing(first, agency=None if unknown else agency, dated=dated, stop=stop):
        return None
    region = pieces[1] if len(pieces) > 1 else None
    return ordinary_case(first), region and ordinary_case(region), date, agency


def _take_date(head: str, day: str | None) -> tuple[str, str | None, bool]:
    """Cut dates out of `head`; return what is left, the day meant, and whether any words gave it."""
    dated = False
    value = day[:10] if day else None
    for match in DATE.finditer(head):
        meant = day_meant(match, day)
        if meant is not None or day is None:
            dated, value = True, meant
            head = head[: match.start()] + "," + " " * (len(match.group()) - 1) + head[match.end() :]
            break
    head = _HIJRI.sub(",", head)
    weekday = WEEKDAY.search(head)
    if weekday:
        if not dated:
            dated, value = True, weekday_meant(weekday.group(), day)
        head = head[: weekday.start()] + "," + head[weekday.end() :]
    return head, value, dated


def _take_agency(head: str, stop: str, dated: bool) -> tuple[str | None, str]:
    """Cut a bracketed agency out of `head`; an unknown one counts in capitals, beside a date or before a dash."""
    for match in _BRACKETED.finditer(head):
        inside = match.group(1)
        name = agency_named(inside) or agency_named(re.split(r"[/,]| - | via ", inside)[0].strip())
        if name is None and (dated or stop) and _UNKNOWN_AGENCY.match(inside):
            name = inside
        if name:
            return name, head[: match.start()] + "," + head[match.end() :]
    return None, head


def _is_convincing(first: str, *, agency: str | None, dated: bool, stop: str) -> bool:
    """Whether places, with what else was found, make a dateline and not the opening of a sentence."""
    capitals = first.isupper() and len(first) > 2
    if agency and (dated or capitals or stop):
        return dated or capitals or len(first.split()) <= 3
    if dated and capitals:
        return True
    if not stop and not agency:
        return dated and is_city(first)
    if agency or dated:
        return is_city(first) or (dated and stop not in (":", ""))
    if stop == ":" or stop == ".":
        return False
    return is_capital(first) or (capitals and len(first) > 3 and is_city(first))
