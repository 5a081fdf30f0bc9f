"""Tell the language of a report: its text goes in, a two-letter code comes out."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# How much is looked at, in characters; lines shorter than `_LINE` are menus, bylines and headings.
_LOOKED_AT = 20_000
_JUDGED = 600
_LINE = 60
_WORD = re.compile(r"[^\W\d_]+")
# Words that every English text is full of, and other languages are not.
_ENGLISH = frozenset("the of and that for with said by was will has have from this are is at be his their on".split())
_SURE_SHARE = 0.14
_STRAY_SHARE = 0.05
_FEWEST_WORDS = 8
_SURE = 0.9


def language_of(text: str) -> str | None:
    """Return the language of `text` as a code of ISO 639-1 ("en", "fr"); None where too little tells.

    A text full of the small words of English is English; else py3langid (naive Bayes over bytes) says what it is.
    """
    prose = _prose(text[:_LOOKED_AT])
    words = [word.lower() for word in _WORD.findall(prose)]
    share = sum(word in _ENGLISH for word in words) / max(len(words), 1)
    if share >= _SURE_SHARE:
        return "en"
    if not words or (len(words) < _FEWEST_WORDS and prose.isascii()):
        return None
    language, chance = _identifier().classify(prose)
    is_foreign = language != "en" and not prose.isascii() and share < _STRAY_SHARE
    return str(language) if is_foreign or chance >= _SURE else None


def _prose(text: str) -> str:
    """The longest stretch of lines that are prose, as far as it is judged."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    long = [line for line in lines if len(line) >= _LINE]
    return " ".join(long or lines)[:_JUDGED]


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
