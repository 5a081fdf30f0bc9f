"""The words by which stories are compared: a text goes in, its words come out without what outlets change in them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from unicodedata import normalize

from communique.report.span import Span

# More distinct words than a language uses, fewer than memory minds.
_MOST_KNOWN = 200_000
_PARTS = "–—―/-()[]"
_TOKEN = re.compile(r"[^\s–—―/()\[\]-]+")
_EDGES = re.compile(r"[\W_]+")
_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_DATELINE = re.compile(
    r"\s*(?=[A-ZÀ-Þ])[^\n!?]{2,70}?(?:\([A-ZÀ-Þ][\w/ .&-]{1,30}\)\s*(?:[:.]|--?|[–—])?|[ .,)](?:--?|[–—])(?=\s))\s*"
)
_ENDS = tuple(".!?\"”’'»:;,)")
_LONGEST_HEADING = 9
_BRITISH = re.compile(r"(?<=\w{3})our(?=s?$|ed$|ing$|able$|abl[ey]$|ite|ful|hood)|(?<=\w{3}[a-z])ys(?=e[ds]?$|ing$)")
_ISE = re.compile(r"(?<=\w{3})is(?=(?:e[dsr]?|ing|ations?)$)")
_DOUBLED = re.compile(r"(?<=\w{3}l)l(?=ed$|ing$|ers?$)")
_SAME = {
    "centre": "center", "centres": "centers", "theatre": "theater", "defence": "defense", "offence": "offense",
    "licence": "license", "programme": "program", "programmes": "programs", "grey": "gray", "metres": "meters",
    "kilometres": "kilometers", "kilometre": "kilometer", "tonnes": "tons", "percent": "", "cent": "", "per": "",
    "usd": "",    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "jan": "january", "feb": "february",
    "mar": "march", "apr": "april", "jun": "june", "jul": "july", "aug": "august", "sep": "september",
    "sept": "september", "oct": "october", "nov": "november", "dec": "december",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands: `key` is what it is compared by, "" for signs alone."""

    key: str
    span: Span


@lru_cache(_MOST_KNOWN)
def key_of(token: str) -> str:
    """What a token is compared by: no case, no punctuation, one spelling; "" for signs and for what is dropped."""
    key = _EDGES.sub("", normalize("NFKD", token).casefold())
    key = "".join(sign for sign in _POINT.sub("p", key) if sign.isalnum())
    key = _DOUBLED.sub("", _ISE.sub("iz", _BRITISH.sub(_american, key)))
    return _SAME.get(key, key)


def _american(match: re.Match[str]) -> str:
    return "or" if match.group() == "our" else "yz"


class _Hashes(dict[str, int]):
    """The hash of each token met, by what it is compared by; 0 for signs. The same on every machine."""

    def __missing__(self, token: str) -> int:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        key = key_of(token)
        value = self[token] = int.from_bytes(blake2b(key.encode(), digest_size=8).digest()) if key else 0
        return value


_hashes = _Hashes()


def hashes_of(text: str) -> list[int]:
    """The 64-bit hashes of the words of a text in order, 0 for signs that stand alone."""
    for sign in _PARTS:
        text = text.replace(sign, " ")
    return list(map(_hashes.__getitem__, text.split()))


def words_of(text: str, start: int = 0) -> list[Word]:
    """The words of a text from `start` on, in order, with where they stand."""
    found = []
    for match in _TOKEN.finditer(text, start):
        key = key_of(match.group())
        if key:
            found.append(Word(key, Span(*match.span())))
    return found


def story_of(text: str) -> str:
    """The text without what outlets put around a story: headings, bylines, stamps, credits, the dateline.

    This is a cheap guess, made before anything is parsed; a text that it would take to pieces is left whole.
    """
    lines = [
        line
        for line in map(str.strip, text.splitlines())
        if line.endswith(_ENDS) or line.count(" ") >= _LONGEST_HEADING
    ]
    kept = "\n".join(lines)
    dateline = _DATELINE.match(kept)
    if dateline:
        kept = kept[dateline.end() :]
    return kept if len(kept) * 2 >= len(text) else text
