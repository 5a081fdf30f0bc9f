"""What stands around a story and is no part of it: lines go in, what kind of furniture they are comes out."""

import re

from communique.report.agencies import agency_named
from communique.report.model import SegmentKind

_LONGEST = 260
_OFFICE = re.compile(
    r"(?:(?:The\s+)?(?:Office|Bureau|Ministry|Department|Embassy|Consulate|Permanent Mission|Mission|Directorate|Press (?:Release|Statement|Service|Office|"
    r"Department|Note|Secretariat|Corner)|Media (?:Note|Release|Statement|Advisory)|News Release|Fact ?Sheet|Readout|Communiqu[eé]|Statement|"
    r"Background|Notice to the Press|For Immediate Release|Via Teleconference|Via Videoconference|Embargoed)\b[^.?!:]{0,70})$",
    re.I,
)
_POST = (
    r"(?:Secretary(?:-General)?|Spokes(?:person|man|woman)|Minister|Ambassador|President|Envoy|Coordinator|Director(?:-General)?|Administrator|"
    r"Counsel(?:l)?or|Charg[eé] d['’]Affaires|Consul|Representative|Commissioner|Advis[eo]r|Chancellor|Chair(?:man|woman|person)?|Premier|Speaker|"
    r"Governor|King|Queen|Crown Prince|Emir|Amir)(?=Bureau|Office|\b)"
)
_CAPITALISED = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’-]*"
_AUTHOR = re.compile(
    rf"(?=.{{8,160}}$)(?:{_CAPITALISED}(?:\s+(?:{_CAPITALISED}|bin|al|de|da|van|von|el|di|der)){{1,6}},\s+)(?=[A-ZÀ-Þ])(?=.*\b{_POST})[^?!:;]*[^.?!:;]$"
    rf"|(?=.{{8,90}}$)(?:{_CAPITALISED}\s+){{0,5}}{_POST}(?:\s+(?:of|for)\s+(?:the\s+)?{_CAPITALISED}(?:\s+(?:and\s+)?{_CAPITALISED}){{0,4}})?"
    rf"(?:\s+{_CAPITALISED}){{2,4}}(?<!Office)(?<!Hotel)(?<!House)(?<!Palace)(?<!Center)(?<!Residence)(?<!Building)(?<!Room)(?<!Hall)$"
)
_ATTRIBUTED = re.compile(r"(?:The\s+)?(?:below|following|foregoing|above)(?:\s+\w+){0,3}\s+(?:is|are|may be)\s+attribut(?:able|ed)\s+to\s.{4,90}$", re.I)
_FIRST = frozenset("-*_—–=#.•(<\\7890123456abcdefghijklmnopqrstuvwxyz")
_MARK = re.compile(
    r"[\s\\*_#•·.=—–~-]+$|<!--.*-->$|[\\*_(\s-]*(?:END|ENDS?\s+(?:TEXT|ITEM|OF\s+(?:TEXT|STATEMENT|MESSAGE))|ENDS|ENDITEM|ENDIT|BEGIN TEXT|-?0-?|-?30-?|MORE)[\s\\*_).:;-]*$|"
    r"/?\./?\.?$|\d{3,5}\s*\*{1,2}\s*\d{3,5}$|"
    r"\((?:The|This)\s+(?:briefing|interview|press conference|event|call|conversation)\s+(?:was\s+)?(?:concluded|ended|began|started).{0,30}\)$|"
    r"(?:END[\s\xa0]+)?\d{1,2}:\d\d\s*[ap]\.?\s*m\.?\s+[A-Z]{2,4}$",
    re.I,
)
_TAIL = re.compile(
    r"[\s(*_#>•-]*(?:(?:read|see|watch)\s+(?:also|more|next|the full|full)\b|also read\b|related(?:\s+(?:stor(?:y|ies)|articles?|news|links?|topics?|content|posts?|coverage|reading))?\s*:?\s*$|related\s*:|"
    r"more (?:stories|news|from|on this|to read)\b|you may also (?:like|be interested)|recommended\b.{0,30}$|most (?:read|popular)\b.{0,20}$|"
    r"editorial contacts?\b|notebook\s*$|press contacts?\b|media contacts?\b|contacts?\s*:|press office\b|"
    r"for (?:any |all |more |further |additional |other |general |media |press |interview )*(?:information|inquir(?:y|ies)|enquir(?:y|ies)|questions|details|updates|media|press)\b(?=.{0,160}(?:contact|e-?mail|visit|see|call|follow|refer|read|click|go to|at |please|available|@))|"
    r"follow (?:us|@|our|the)\b.{0,90}$|like us on|subscribe\b|sign up\b|download (?:our|the)\b|join (?:us|our)\b.{0,60}$|share (?:this|on|via)\b|"
    r"click here\b|tags?\s*:|topics?\s*:|keywords?\s*:|source(?:s)?\s*:|originally published|this (?:story|article|report) (?:was|has been) (?:originally |first )?(?:published|corrected|updated)|"
    r"copyright\b|©|\(c\)\s?(?:19|20)\d\d|all rights reserved|the views expressed|print(?: this)?(?: page)?\s*$|comments?\s*(?:\(\d+\))?$|advertisement\s*$|"
    r"contact us\b|\(?(?:https?://|www\.)\S+\)?\s*$|\S+@\S+\.\w{2,}\s*$|\[?x\]?\s*close\s*$)",
    re.I,
)
_OPENS_TAIL = re.compile(
    r"[\s#*_]*(?:related(?:\s+\w+)?|read (?:also|more|next)|see also|also read|more (?:stories|news|from .{0,30})|notebook|editorial contacts?|"
    r"(?:press|media) contacts?|contacts?|most (?:read|popular).{0,20}|recommended.{0,20}|you may also (?:like|be interested in))[\s:*_]*$",
    re.I,
)
_INITIALS_LINE = re.compile(r"[a-z]{2,5}(?:[-/][a-z]{2,5})+$")
_SIGNED = re.compile(r"[\s(\[*_-]*(?P<first>[^()/\[\]]{2,40}?)(?P<more>(?:\s?/\s?[\w .'’-]{2,30}){0,4})[\s)\].*_-]*$")
_ENDING = re.compile(
    r"(?:\s*(?:-+0-+|-+\s?(?:END|Ends|MORE)\s?-*|\((?:END|Ends?|More)\)|Enditem|(?<=\.)/\.|(?<=\s)/\.|#{3,}|\((?P<agency>[^()]{2,30})\)\.?|(?<=\s)--?\s?(?P<dashed>[A-Z]{2,9})))+\s*$"
)
_INITIALS = re.compile(r"(?<=[.\"”'’?!])\s+(?P<agency>[A-Z]{2,6})(?:\s+[A-Z]{2,4}){1,4}\s*$")


def front_kind(line: str) -> SegmentKind | None:
    """The kind of a line that may stand before a story: a signing author, or an office; None for anything else."""
    if len(line) > 160:
        return None
    if _ATTRIBUTED.match(line):
        return "author"
    if _OFFICE.match(line):
        return "stamp"
    if _AUTHOR.match(line):
        return "author"
    return None


def is_tail(line: str) -> bool:
    """Whether a line is an end mark, a link, a notice or another thing that no story says, wherever it stands."""
    return len(line) <= _LONGEST and bool(_MARK.match(line) or _TAIL.match(line))


def opens_tail(line: str) -> bool:
    """Whether a line is the heading over related stories, contacts and the like."""
    return len(line) <= 60 and bool(_OPENS_TAIL.match(line))


def is_signature(line: str) -> bool:
    """Whether a last line is the agency's signature: "VNA", "--SPA", "WAM/Noura Haddad", "APP/nhk/far"."""
    if len(line) > 70:
        return False
    match = _SIGNED.match(line)
    return bool(_INITIALS_LINE.match(line) or (match and agency_named(match["first"].strip(" -"))))


def ending_of(paragraph: str) -> int:
    """Where the end mark or signature at the end of a last paragraph begins; its length where there is none."""
    end = len(paragraph)
    for pattern in (_ENDING, _INITIALS):
        match = pattern.search(paragraph, max(0, len(paragraph) - 60))
        if match is None or match.start() == match.end():
            continue
        agencies = [words for words in match.groupdict().values() if words]
        if all(agency_named(words) for words in agencies):
            end = min(end, match.start())
    return end
