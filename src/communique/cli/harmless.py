"""Make words of a report safe to show: any text goes in, text without a character that steers a terminal comes out."""

import re
import unicodedata

_PICTURES = 0x2400  # Unicode's own pictures of the control characters: ␛ for escape
_BREAKS = str.maketrans({"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})
_HARMLESS_FORMAT = {"\u200c", "\u200d"}  # joiners, which Persian and Indian names need
_INVISIBLE = {"\u00ad", "\u200b", "\ufeff", "\u2060"}
_SUSPECT = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    r"\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


def harmless(text: str) -> str:
    """Return `text` with control characters, terminal escapes and marks of writing direction made visible.

    Line breaks of all kinds become "\\n", a tab a space; invisible hyphens and spaces of no width go.
    """
    return _SUSPECT.sub(_show, text.replace("\r\n", "\n").translate(_BREAKS).replace("\t", " "))


def one_line(text: str | None) -> str:
    """Return `text` harmless and on one line, "" where there is none."""
    return " ".join(harmless(text or "").split())


def joined(*parts: str | None, between: str = ", ") -> str:
    """Return those of `parts` that say anything, each harmless and on one line, with `between` between them."""
    return between.join(one_line(part) for part in parts if part)


def shorten(words: str, room: int) -> str:
    """Return `words`, where they are longer than `room` characters their beginning and end with "…" between them."""
    if len(words) <= room:
        return words
    beginning, end = words[: room * 3 // 4], words[-(room // 4) :]
    return f"{beginning.rsplit(' ', 1)[0]} … {end.split(' ', 1)[-1]}"


def _show(found: "re.Match[str]") -> str:
    character = found.group()
    code = ord(character)
    if character in _HARMLESS_FORMAT:
        return character
    if character in _INVISIBLE:
        return ""
    if code < 0x20:
        return chr(_PICTURES + code)
    if code == 0x7F:
        return "␡"
    if unicodedata.category(character) == "Cs":
        return "\ufffd"
    return f"‹U+{code:04X}›"
