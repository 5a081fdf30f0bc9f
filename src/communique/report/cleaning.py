"""Clean one paragraph for reading: its text goes in, plain text and the way back for each character come out.

Marks of layout go (tags, links, emphasis, soft hyphens), quotation marks become straight, white space one space.
"""

import html
import re
import unicodedata

_DOUBLE = "“”„‟«»‹›″〝〞＂❝❞"
_SINGLE = "‘’‚‛′ʼ＇´`"
_HYPHENS = "‐‑⁃"
_STRAIGHT = dict.fromkeys(_DOUBLE, '"') | dict.fromkeys(_SINGLE, "'") | dict.fromkeys(_HYPHENS, "-")
_HITS = (
    r"[<&\\\[*_\]!"
    + _DOUBLE
    + _SINGLE
    + _HYPHENS
    + r"\x00-\x1f\x7f-\xa0\xad\u0300-\u036f\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f"
    + r"\u3000\ufe0f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_HIT = re.compile(_HITS + r"| -(?=\s\s)| {2,}|''")
_DIRTY = re.compile(_HITS + r"|  |''|[a-z.,:;!?](?:\"[A-Z]|\([A-Za-z]{3})|^[#>-]")
_GLUED = re.compile(r"(?<=[a-z.,:;!?])(?:[\"“”](?=[A-ZÀ-Þ])|\((?=[A-Za-z]{3}))")
_SPACE = re.compile(r"[\s\u180e]+")
_BLANK_MARK = re.compile(
    r"<!--.*?-->|<…>|</?(?:p|div|li|br|hr|tr|td|th|h[1-6]|[uo]l|dl|dt|dd|table|tbody|thead|figure|figcaption|img|"
    r"blockquote)\b[^<>]*>",
    re.I | re.S,
)
_MARK = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>", re.S)
_LINK_OPENS = re.compile(r"!?\[(?=(?:[^\[\]]|\\[\[\]])*\]\((?:https?:|mailto:|tel:|/|#|www\.))")
_LINK_ENDS = re.compile(
    r"\]\((?:https?:|mailto:|tel:|/|#|www\.)[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\s*\)"
)
_IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()\s]*\)")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_ESCAPED = frozenset("[]()#*_.+~!<>-{}|`\\$&'\"")
_EMPHASIS = re.compile(r"\*{2,3}|_{2,3}|(?<!\w)[*_]+(?=[^\s*_])|(?<=[^\s*_])[*_](?!\w)")
_OPENING = re.compile(r"(?:#{1,6}\s+|>\s+|[-*•]\s{2,})")
_BULLET = re.compile(r"\s-\s{2,}(?=\S)")

Cleaned = tuple[str, list[int] | None, list[int] | None]


def clean(text: str, offset: int = 0) -> Cleaned:
    """Return `text` cleaned, with the start and the end in `text` of each character of it, counted from `offset`.

    The starts are `None` where nothing had to be done, the ends where every character stands for one character.
    """
    if not _DIRTY.search(text) and not text[:1].isspace() and not text[-1:].isspace():
        return text, None, None
    return _Cleaner(text, offset).run()


class _Cleaner:
    """One pass over a text; `out`, `starts` and `ends` grow together."""

    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.out: list[str] = []
        self.starts: list[int] = []
        self.stretched: dict[int, int] = {}
        self.quotes = 0
        self.length = 0

    def run(self) -> Cleaned:
        text = self.text
        opening = _OPENING.match(text)
        position = opening.end() if opening else 0
        glued = {match.start() for match in _GLUED.finditer(text)}
        cuts = sorted(glued) if glued else []
        while position < len(text):
            hit = _HIT.search(text, position)
            end = hit.start() if hit else len(text)
            if end > position:
                self._copy(position, end, cuts)
            if hit is None:
                break
            position = self._handle(hit.start(), hit.group(), glued)
        return self._finish()

    def _copy(self, start: int, end: int, cuts: list[int]) -> None:
        """Take over clean characters; of two spaces at a seam one is dropped, glued quotations are parted."""
        if self.text[start] == " " and self._after_space():
            start += 1
        for cut in cuts:
            if start <= cut < end:
                self._plain(start, cut)
                self._part(cut)
                start = cut + 1
        self._plain(start, end)

    def _plain(self, start: int, end: int) -> None:
        if end > start:
            words = self.text[start:end]
            self.out.append(words)
            self.starts.extend(range(start + self.offset, end + self.offset))
            self.quotes += words.count('"')
            self.length += end - start

    def _part(self, at: int) -> None:
        """Put a space before an opening mark that is glued to the word before it, or after a closing one."""
        mark = self.text[at]
        mark = _STRAIGHT.get(mark, mark)
        opens = mark == "(" or self.quotes % 2 == 0
        if opens:
            self._put(" ", at, at)
        self._put(mark, at, at + 1)
        if not opens:
            self._put(" ", at + 1, at + 1)

    def _handle(self, at: int, hit: str, glued: set[int]) -> int:
        """Deal with the character at `at` that is more than itself; return where to go on."""
        text, char = self.text, hit[0]
        if char in _STRAIGHT or hit == "''":
            if at in glued:
                self._part(at)
                return at + 1
            doubled = char in "`'" and text[at : at + 2] in ("``", "''")
            self._put('"' if doubled else _STRAIGHT[char], at, at + 1 + doubled)
            return at + 1 + doubled
        if char == " " or _SPACE.match(char):
            return self._space(at)
        if char in "<&\\[]*_!":
            return self._mark(at, char)
        if unicodedata.combining(char):
            return self._accent(at, char)
        if "\ud800" <= char <= "\udfff":
            self._put("\ufffd", at, at + 1)
        return at + 1

    def _space(self, at: int) -> int:
        bullet = _BULLET.match(self.text, at)
        if bullet and self.length:
            dash = self.text.index("-", at)
            if not self._after_space():
                self._put(" ", at, at + 1)
            self._put(";", dash, dash + 1)
            at = dash + 1
        end = _SPACE.match(self.text, at).end()  # type: ignore[union-attr]
        if not self._after_space():
            self._put(" ", at, at + 1)
        return end

    def _mark(self, at: int, char: str) -> int:
        """Drop a tag, the frame of a link, an escape or an emphasis; decode an entity; keep anything else."""
        text = self.text
        match: re.Match[str] | None = None
        if char == "<":
            blank = _BLANK_MARK.match(text, at)
            if blank:
                if not self._after_space():
                    self._put(" ", at, at)
                return blank.end()
            match = _MARK.match(text, at)
        elif char == "&":
            entity = _ENTITY.match(text, at)
            if entity:
                return self._entity(entity)
        elif char == "\\" and text[at + 1 : at + 2] in _ESCAPED and at + 1 < len(text):
            self._put(text[at + 1], at + 1, at + 2)
            return at + 2
        elif char in "[!":
            match = _IMAGE.match(text, at) or _LINK_OPENS.match(text, at)
        elif char == "]":
            match = _LINK_ENDS.match(text, at)
        elif char in "*_":
            match = _EMPHASIS.match(text, at)
        if match:
            return match.end()
        self._put(char, at, at + 1)
        return at + 1

    def _entity(self, entity: re.Match[str]) -> int:
        decoded = html.unescape(entity.group())
        if decoded.isspace():
            if not self._after_space():
                self._put(" ", entity.start(), entity.end())
        elif len(decoded) == 1 and not unicodedata.category(decoded).startswith("C"):
            self._put(_STRAIGHT.get(decoded, decoded), entity.start(), entity.end())
        elif len(decoded) > 1:
            self._put(entity.group()[0], entity.start(), entity.start() + 1)
            return entity.start() + 1
        return entity.end()

    def _accent(self, at: int, char: str) -> int:
        """Join an accent that follows its letter to one character; drop one that joins no letter."""
        if self.out and self.out[-1]:
            whole = unicodedata.normalize("NFC", self.out[-1][-1] + char)
            if len(whole) == 1:
                self.out[-1] = self.out[-1][:-1] + whole
                self.stretched[self.length - 1] = at + 1 + self.offset
        return at + 1

    def _put(self, char: str, start: int, end: int) -> None:
        if end - start != 1:
            self.stretched[self.length] = end + self.offset
        if char == '"':
            self.quotes += 1
        self.out.append(char)
        self.starts.append(start + self.offset)
        self.length += 1

    def _after_space(self) -> bool:
        return not self.length or self.out[-1][-1] == " "

    def _finish(self) -> Cleaned:
        whole = "".join(self.out)
        words = whole.strip(" ")
        first = len(whole) - len(whole.lstrip(" ")) if words else 0
        last = first + len(words)
        starts = self.starts[first:last]
        if not self.stretched:
            return words, starts, None
        stretched = self.stretched
        ends = [stretched.get(i, start + 1) for i, start in enumerate(self.starts[first:last], first)]
        return words, starts, ends
