"""PDF: a document goes in, the words on its pages come out as paragraphs."""

import io
import logging
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from communique.errors import UnreadableReport
from communique.settings import PDF_PAGES, SECONDS_A_PDF
from communique.sources.decoding import holdable
from communique.sources.item import Found, RawItem
from communique.sources.paragraphs import join_pages
from communique.sources.raw import Raw

if TYPE_CHECKING:
    from pypdf import PdfReader

_MAGIC = b"%PDF-"
# Streams of words and tables unfold to far less; pictures and fonts are not unfolded.
_LARGEST_STREAM = 16 * 2**20
_LIMITS: dict[str, Any] = {
    **dict.fromkeys(
        (
            "zlib_maximum_output_length", "lzw_maximum_output_length", "run_length_maximum_output_length",
            "brotli_maximum_output_length", "array_based_stream_maximum_output_length",
        ),
        _LARGEST_STREAM,
    ),
    "stream_decoding_work_maximum_length": 4 * _LARGEST_STREAM,
    "stream_parsing_work_maximum_count": 400_000,
    "zlib_maximum_recovery_input_length": 2**18,
    "xform_maximum_invocations_per_extraction": 1_000,
    "page_tree_maximum_entries": 4 * PDF_PAGES,
}  # fmt: skip
# What is unfolded stays in memory until it is let go of: after so many pages or drawings within them.
_LET_GO_AFTER = 8
_MOST_CHARACTERS = 2**26
_DAMAGED = "Open it and save it anew, or save its words as text."
_OCR = "Its pages seem to be pictures: make words of them (OCR) and read those."


class Pdf:
    """One document that is one report: the words of all its pages, without what recurs at the top and foot of pages.

    What it says of itself beside (title, when it was made) is kept as such: it is often that of another document, and
    no day of publication.
    """

    name = "pdf"

    def recognises(self, raw: Raw) -> bool:
        """Whether the mark of a PDF stands near the beginning of `raw`."""
        return raw.head.lstrip().startswith(_MAGIC)

    def parse(self, raw: Raw) -> Iterator[Found]:
        """Yield the document.

        Raises UnreadableReport where it is broken, locked, has no words, or takes too much memory or time.
        """
        from pypdf import apply_configuration
        from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, WrongPasswordError

        _keep_quiet()
        watch = _Watch(raw.read())
        try:
            with apply_configuration(**_LIMITS):
                text, stated = _read(raw, watch)
        except UnreadableReport:
            raise
        except (DependencyError, FileNotDecryptedError, WrongPasswordError) as fault:
            hint = "Save it without a password and read that."
            raise UnreadableReport(raw.name, reason="the PDF is locked with a password", hint=hint) from fault
        except Exception as fault:
            if watch.is_over:
                reason = f"reading the PDF takes more than {SECONDS_A_PDF:g} seconds"
            elif isinstance(fault, LimitReachedError):
                reason = f"the PDF asks for more than a report needs: {str(fault)[:120]}"
            else:
                reason = f"the PDF is broken: {type(fault).__name__}: {' '.join(str(fault).split())[:120]}"
            raise UnreadableReport(raw.name, reason=reason, hint=_DAMAGED) from fault
        if not text.strip():
            raise UnreadableReport(raw.name, reason="the PDF has no words", hint=_OCR)
        yield RawItem(source=raw.stem, text=text, extra=stated)


class _Watch(io.BytesIO):
    """The bytes of a PDF, which no longer can be read when its time is over."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self._until = time.monotonic() + SECONDS_A_PDF

    @property
    def is_over(self) -> bool:
        return time.monotonic() > self._until

    def read(self, size: int | None = -1, /) -> bytes:
        self.check()
        return super().read(size)

    def check(self) -> None:
        """Raise TimeoutError where the time is over."""
        if self.is_over:
            raise TimeoutError


def _read(raw: Raw, watch: _Watch) -> tuple[str, dict[str, Any]]:
    from pypdf import PdfReader

    reader = PdfReader(watch)
    if len(reader.pages) > PDF_PAGES:
        reason = f"the PDF has {len(reader.pages)} pages, more than {PDF_PAGES}"
        raise UnreadableReport(raw.name, reason=reason, hint="Split it into single reports.")
    stated = _stated(reader)
    return join_pages(list(_pages(raw, reader, watch))), stated


def _pages(raw: Raw, reader: "PdfReader", watch: _Watch) -> Iterator[list[str]]:
    """Yield the lines of each page, letting go on the way of what was unfolded."""
    drawn = 0

    def look(operator: Any, *_: Any) -> None:
        nonlocal drawn
        watch.check()
        if operator == b"Do":
            drawn += 1
            if drawn % _LET_GO_AFTER == 0:
                reader.resolved_objects.clear()

    characters = 0
    for number, page in enumerate(reader.pages):
        if number % _LET_GO_AFTER == _LET_GO_AFTER - 1:
            reader.resolved_objects.clear()
        words = holdable(page.extract_text(visitor_operand_before=look))
        watch.check()
        characters += len(words)
        if characters > min(_MOST_CHARACTERS, raw.largest):
            reason = f"its words are more than {min(_MOST_CHARACTERS, raw.largest) // 2**20 or 1} MB"
            raise UnreadableReport(raw.name, reason=reason, hint="Split it into single reports.")
        yield words.splitlines()


def _stated(reader: "PdfReader") -> dict[str, Any]:
    """What the document says of itself, where that can be read."""
    try:
        about = reader.metadata
        title, made = (about.title, about.creation_date) if about else (None, None)
    except (ValueError, TypeError, AttributeError, KeyError):
        return {}
    stated = {"title": holdable(title.strip()) if title else "", "created": made.isoformat() if made else ""}
    return {name: value for name, value in stated.items() if value}


def _keep_quiet() -> None:
    """Let pypdf say what it mends to those who listen, but not on the terminal."""
    logger = logging.getLogger("pypdf")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
