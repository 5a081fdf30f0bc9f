"""Bytes to text: bytes of any common encoding go in, text that every later stage can hold comes out."""

import codecs
import re
from typing import Any

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNHOLDABLE = re.compile("[\x00\ud800-\udfff]")
_MAGIC = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"\x7fELF",
    b"SQLite format",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"Rar!",
    b"(\xb5/\xfd",
    b"RIFF",
    b"OggS",
    b"ID3",
    b"\x00\x00\x00",
)
# A stray zero byte does not make a text binary; one in fifty control characters does.
_CONTROLS_ALLOWED = 1 / 50
_CONTROLS = bytes(sorted(set(range(32)) - set(b"\t\n\r\f\x1b\x0b")))


def is_binary(head: bytes) -> bool:
    """Whether bytes that begin with `head` are no text of any kind."""
    if _bom_encoding(head):
        return False
    if head.startswith(_MAGIC):
        return True
    return len(head) - len(head.translate(None, _CONTROLS)) > len(head) * _CONTROLS_ALLOWED


def decode(content: bytes) -> str:
    """Return `content` as text: by its mark of encoding, else as UTF-8, else by the encoding that fits its letters."""
    encoding = _bom_encoding(content) or "utf-8"
    try:
        return holdable(content.decode(encoding))
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes

    best = from_bytes(content[:_SAMPLE]).best()
    return holdable(content.decode(best.encoding if best else "cp1252", "replace"))


def holdable(text: str) -> str:
    """Return `text` without zero characters, halves of character pairs joined or else replaced by the sign for that."""
    if not _UNHOLDABLE.search(text):
        return text
    return text.replace("\x00", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def holdable_throughout(value: Any) -> Any:
    """`value` as JSON gives it, with every text in it made holdable."""
    if isinstance(value, str):
        return holdable(value)
    if isinstance(value, list):
        return [holdable_throughout(one) for one in value]
    if isinstance(value, dict):
        return {holdable(key): holdable_throughout(one) for key, one in value.items()}
    return value


_SAMPLE = 2**18


def _bom_encoding(content: bytes) -> str | None:
    return next((encoding for bom, encoding in _BOMS if content.startswith(bom)), None)
