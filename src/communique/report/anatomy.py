"""Take a report apart before any parsing: headline, stamp, captions, dateline, credits, paragraphs."""

import hashlib
import re
from dataclasses import dataclass, field

from communique.report.captions import find_caption
from communique.report.credits import read_byline, read_credits
from communique.report.datelines import find_dateline, find_place_line
from communique.report.furniture import ending_of, front_kind, is_signature, is_signing, is_tail, opens_tail
from communique.report.lines import find_paragraphs
from communique.report.model import Caption, Credit, Dateline, Report, Segment, SegmentKind
from communique.report.span import Span
from communique.report.stamps import is_stamp, label_end, read_signed_stamp
from communique.sources.calendar import moment_of
from communique.sources.item import RawItem

_SENTENCE_END = re.compile(r"[.!?:;,…\"”'’)\]]$")
_SPEAKER = re.compile(r"(?:[A-Z][A-Z.'’-]+\s?){1,5}:|Q\s")
# Small words that names of halls, treaties and programmes have inside them do not make a line prose.
_LOW_WORD = re.compile(
    r"(?<![\w.'’-])(?!(?:of|the|and|for|in|at|on|to|de|la|du|des|del|as|by|with|from|en|route|via)\b)[a-zà-ÿ]{2,}"
)
_SPACES = re.compile(r"\W+")
# Stories begin within the first dozen lines; a page with more front matter is not a wire story.
_FRONT = 12
_DATELINE_BY = 6
_TITLE_LONGEST = 120


@dataclass
class _Dissection:
    """What has been found so far while the paragraphs are walked."""

    text: str
    day: str | None
    segments: list[Segment] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    dateline: Dateline | None = None
    stamped: str | None = None

    def add(self, kind: SegmentKind, span: Span) -> None:
        """Keep a part of the text."""
        self.segments.append(Segment(kind, span))


def dissect(item: RawItem) -> Report:
    """Return the report that `item` holds, its parts found and its id computed."""
    text = item.text
    found = _Dissection(text, item.published)
    paragraphs = find_paragraphs(text)
    final = _last_prose(text, paragraphs)
    begin = _walk_front(found, paragraphs, item, final)
    _walk_story(found, paragraphs[begin:], final - begin)
    headline = item.headline
    if headline is None:
        own = next((segment.span.of(text) for segment in found.segments if segment.kind == "headline"), None)
        headline = " ".join(own.split()) if own else None
    return Report(
        id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        source=item.source, text=text, url=item.url, outlet=item.outlet, headline=headline,
        published=item.published or found.stamped, language=item.language, dateline=found.dateline,
        captions=tuple(found.captions), credits=tuple(found.credits), segments=tuple(found.segments), extra=item.extra,
    )  # fmt: skip


def _walk_front(found: _Dissection, paragraphs: list[Span], item: RawItem, final: int) -> int:
    """Take what stands before the story; return the number of the paragraph at which the story begins.

    `final` is the number of the last paragraph of prose: whatever it looks like, it belongs to the story.
    """
    text = found.text
    titles = {_plain(item.headline)} if item.headline else set()
    waiting: list[Span] = []
    for number, whole in enumerate(paragraphs[:_FRONT]):
        paragraph = Span(label_end(text, whole), whole.end)
        if paragraph.start > whole.start:
            label = Span(whole.start, paragraph.start)
            _take_stamp(found, label)
            if paragraph.start == paragraph.end:
                continue
        line = text[paragraph.start : paragraph.end]
        last = number >= final
        if _plain(line) in titles:
            found.add("headline", paragraph)
        elif not _take_front_line(found, paragraph, line, item, last=last):
            if not _is_title_like(line) or last:
                _release(found, waiting, titles)
                return number
            waiting.append(paragraph)
    _release(found, waiting, titles)
    return min(len(paragraphs), _FRONT)


def _take_front_line(found: _Dissection, paragraph: Span, line: str, item: RawItem, *, last: bool) -> bool:
    """Take a stamp, byline, office, author, caption or place that stands before the story."""
    text = found.text
    if is_stamp(line, tuple(name for name in (item.outlet, "Xinhua", "AFP", "Reuters", "AP") if name)):
        _take_stamp(found, paragraph)
        return True
    signed = read_signed_stamp(text, paragraph, found.day)
    if signed:
        _take_stamp(found, paragraph)
        found.dateline = found.dateline or signed[0]
        found.credits.append(signed[1])
        return True
    byline = read_byline(text, paragraph) or read_credits(text, paragraph)
    if byline:
        found.add("byline", paragraph)
        found.credits.extend(byline)
        return True
    kind = front_kind(line)
    if kind or (item.outlet and _plain(line) == _plain(item.outlet)):
        found.add(kind or "stamp", paragraph)
        return True
    place = None if found.dateline else find_place_line(text, paragraph, found.day)
    if place:
        found.dateline = place
        found.add("dateline", paragraph)
        return True
    if last or find_dateline(text, paragraph, found.day):
        return False
    return _take_caption(found, paragraph, last=False) or (is_tail(line) and _take_tail(found, paragraph))


def _release(found: _Dissection, waiting: list[Span], titles: set[str]) -> None:
    """Sort lines before the story that end like no sentence: a title where none is given, prose, or furniture."""
    for number, paragraph in enumerate(waiting):
        line = paragraph.of(found.text)
        if number == 0 and not titles:
            found.add("headline", paragraph)
        else:
            found.add("body" if len(_LOW_WORD.findall(line)) >= 3 else "stamp", paragraph)
    found.segments.sort(key=lambda segment: segment.span.start)


def _walk_story(found: _Dissection, paragraphs: list[Span], final: int) -> None:
    """Take the story itself: dateline, paragraphs, captions between them, and everything after its end."""
    text = found.text
    ended = False
    size = len(paragraphs)
    for number, paragraph in enumerate(paragraphs):
        line = text[paragraph.start : paragraph.end]
        late = number * 2 >= size
        ended = ended or (late and number > 0 and opens_tail(line))
        made_by = read_credits(text, paragraph) if number else ()
        if made_by:
            found.add("credit", paragraph)
            found.credits.extend(made_by)
        elif number > final and number > 0 and is_signing(line):
            found.add("author", paragraph)
        elif number and ((ended and len(line) <= 200) or is_tail(line) or (number > final and _is_closing(line))):
            found.add("tail", paragraph)
        elif not _take_caption(found, paragraph, last=number >= final):
            _take_body(found, paragraph, first=number == 0, last=number == final)


def _last_prose(text: str, paragraphs: list[Span]) -> int:
    """The number of the last paragraph that the story itself says."""
    for number in range(len(paragraphs) - 1, 0, -1):
        line = paragraphs[number].of(text)
        if not (is_tail(line) or _is_closing(line) or read_credits(text, paragraphs[number])):
            return number
    return 0


def _is_closing(line: str) -> bool:
    """Whether a line after the last paragraph is a signature or the time of filing."""
    return is_signature(line) or is_signing(line) or is_stamp(line)


def _take_body(found: _Dissection, paragraph: Span, *, first: bool, last: bool) -> None:
    """Take one paragraph of prose, without a dateline before it and an end mark after it."""
    start, end = paragraph
    if found.dateline is None and (first or len(found.segments) < _DATELINE_BY):
        opening = find_dateline(found.text, paragraph, found.day or found.stamped)
        if opening and (first or opening[0].agency):
            found.dateline = opening[0]
            found.add("dateline", found.dateline.span)
            start = opening[1]
    words = found.text[start:end]
    cut = start + ending_of(words) if last or words.endswith(("./.", "-0-")) else end
    if cut > start:
        found.add("body", Span(start, cut))
    if cut < end:
        mark = Span(cut + len(found.text[cut:end]) - len(found.text[cut:end].lstrip()), end)
        found.add("tail", mark)


def _take_stamp(found: _Dissection, span: Span) -> None:
    found.add("stamp", span)
    moment = moment_of(span.of(found.text), found.day)
    if moment and (found.stamped is None or len(moment) > len(found.stamped)):
        found.stamped = moment
        found.day = found.day or moment


def _take_caption(found: _Dissection, paragraph: Span, *, last: bool) -> bool:
    """Take a caption; a credit on a line of its own belongs to the paragraph before it."""
    caption = find_caption(found.text, paragraph, last=last)
    if caption is None:
        return False
    found.captions.append(caption)
    found.add("caption", caption.span)
    return True


def _take_tail(found: _Dissection, paragraph: Span) -> bool:
    found.add("tail", paragraph)
    return True


def _is_title_like(line: str) -> bool:
    """Whether a line is short and ends like no sentence."""
    bare = line.strip("*_ ")
    if len(bare) > _TITLE_LONGEST or _SENTENCE_END.search(bare) or bare.endswith("—"):
        return False
    return not line.startswith(("-", "•", "“", '"')) and not _SPEAKER.match(bare)


def _plain(words: str | None) -> str:
    return _SPACES.sub(" ", words or "").strip().casefold()
