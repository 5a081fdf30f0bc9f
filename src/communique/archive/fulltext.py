"""Turn words that people search for into a full-text query: their words go in, FTS5's own language comes out."""

import re

from communique.errors import InvalidQuery

_ADVICE = (
    'Write words, "words in quotation marks" for a phrase, a star after the beginning of a word (negotiat*), '
    "and AND, OR or NOT in capitals between them."
)
_PART = re.compile(r'"([^"]*)"|([()])|([^\s"()]+)')
_OPERATORS = {"AND", "OR", "NOT"}
_CURLY = str.maketrans("“”„«»", '"""""')
_MOST = 1000  # longer queries are no question of a person


def full_text_query(words: str) -> str:
    """Return `words` as a query; InvalidQuery where a quotation mark, bracket or operator stands alone.

    Everything but quotation marks, brackets, a closing star and the operators in capitals is taken as written:
    "U.S." and "win-win" are words like others. All words must occur.
    """
    words = words.translate(_CURLY)
    if len(words) > _MOST:
        raise InvalidQuery(words[:40] + "…", reason=f"more than {_MOST} characters", hint=_ADVICE)
    if words.count('"') % 2:
        raise InvalidQuery(words, reason="a quotation mark is not closed", hint=_ADVICE)
    parts = [part for match in _PART.finditer(words) if (part := _part(match))]
    if not any(part.startswith('"') for part in parts):
        raise InvalidQuery(words, reason="it holds no word to look for", hint=_ADVICE)
    joined = list(_join(parts))
    _check(words, joined)
    return " ".join(joined)


def _part(match: "re.Match[str]") -> str:
    phrase, bracket, word = match.groups()
    if bracket:
        return str(bracket)
    if word in _OPERATORS:
        return str(word)
    star = "*" if word and len(word) > 1 and word.endswith("*") else ""
    plain = re.sub(r"[^\w]+", " ", phrase if phrase is not None else word).strip()
    return f'"{plain}"{star}' if plain else ""


def _join(parts: list[str]) -> list[str]:
    """Put AND between neighbours that have nothing between them."""
    joined: list[str] = []
    for part in parts:
        if joined and (_is_word(joined[-1]) or joined[-1] == ")") and (_is_word(part) or part == "("):
            joined.append("AND")
        joined.append(part)
    return joined


def _check(words: str, parts: list[str]) -> None:
    """Refuse what FTS5 would: operators without a word on either side, brackets that do not pair."""
    depth = 0
    before = "("
    for part in [*parts, ")"]:
        opens = before == "(" or before in _OPERATORS
        if opens != (_is_word(part) or part == "("):
            raise InvalidQuery(words, reason="AND, OR, NOT or a bracket stands without a word beside it", hint=_ADVICE)
        depth += (part == "(") - (part == ")")
        if depth < -1:
            raise InvalidQuery(words, reason="a bracket is closed that was not opened", hint=_ADVICE)
        before = part
    if depth != -1:
        raise InvalidQuery(words, reason="a bracket is not closed", hint=_ADVICE)


def _is_word(part: str) -> bool:
    return part.startswith('"')
