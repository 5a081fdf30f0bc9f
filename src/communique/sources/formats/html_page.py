"""A file that is one page of HTML; what the page holds is read by `pages`."""

import re
from collections.abc import Iterator

from communique.errors import UnreadableReport
from communique.sources.decoding import is_binary
from communique.sources.item import Found, RawPage
from communique.sources.raw import Raw

_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
_MEDIA_TYPES = ("text/html", "application/xhtml+xml")
_OPENS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)


class HtmlPage:
    """One page that is one report."""

    name = "html"

    def recognises(self, raw: Raw) -> bool:
        """Whether `raw` is named so, is said to be so by its server and holds marks, or begins as a page does."""
        is_said = raw.suffix in _SUFFIXES or (raw.media_type in _MEDIA_TYPES and b"<" in raw.head)
        return (is_said and not is_binary(raw.head)) or bool(_OPENS.match(raw.head[:4096]))

    def parse(self, raw: Raw) -> Iterator[Found]:
        """Yield the page as it is; UnreadableReport where the file is empty."""
        content = raw.read()
        if not content.strip():
            raise UnreadableReport(raw.name, reason="the file is empty", hint="Check that it was saved.")
        yield RawPage(source=raw.stem, content=content, where=raw.name, charset=raw.charset)
