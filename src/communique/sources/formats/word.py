"""Word (.docx): a document goes in, its words come out in their order; other files of Office are told by name."""

import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from communique.errors import UnreadableReport
from communique.sources.archives import open_zip
from communique.sources.decoding import holdable
from communique.sources.item import Found, RawItem
from communique.sources.raw import Raw

if TYPE_CHECKING:
    from docx.document import Document

_SUFFIXES = (".docx", ".docm", ".dotx")
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CONTENTS = "[Content_Types].xml"
_MIME_TYPE = "mimetype"
_PROPERTIES = "docProps/core.xml"
_DIRECTORIES = ("word/", "xl/", "ppt/", "_rels/", "docProps/", "customXml/")
# Far more XML than a report has; in memory it takes ten times as much.
_LARGEST_XML = 32 * 2**20
_MOST_PARTS = 5_000
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DECLARES = (b"<!DOCTYPE", b"<!ENTITY")
_SAVE_AS = "Save it as .docx, or as text, and read that."
_KINDS = (
    ("xl/", "it is a workbook of Excel", "Save its sheet as CSV and read that."),
    ("ppt/", "it is a presentation", "Save its words as text and read that."),
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
# What was deleted or moved away, what stands twice for old programs, and what comes after the paragraph around it.
_LEFT_OUT = {
    f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", f"{_W}txbxContent",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}  # fmt: skip
# A letterhead may stand above the headline.
_HEADLINE_WITHIN = 5
_HEADLINES = ("title", "heading 1", "heading 2")


class Word:
    """One document that is one report.

    Its headline is the paragraph at its beginning that is styled as a title or heading. What it says of itself beside
    (title, when it was made) is kept as such: it is often that of another document, and no day of publication.
    """

    name = "word"

    def recognises(self, raw: Raw) -> bool:
        """Whether `raw` is named so, begins with the parts of a document of Office, or is one of old Office."""
        if raw.head.startswith(_OLD_OFFICE):
            return True
        if not raw.head.startswith(_ZIP):
            return False
        length = int.from_bytes(raw.head[26:28], "little")
        first = raw.head[30 : 30 + length].decode("utf-8", "replace")
        return raw.suffix in _SUFFIXES or first in (_CONTENTS, _MIME_TYPE) or first.startswith(_DIRECTORIES)

    def parse(self, raw: Raw) -> Iterator[Found]:
        """Yield the document; UnreadableReport where it is broken, locked, without words, or no document of Word."""
        if raw.head.startswith(_OLD_OFFICE):
            reason = "it is a file of old Office (.doc, .xls, .ppt), or one locked with a password"
            raise UnreadableReport(raw.name, reason=reason, hint=_SAVE_AS)
        with open_zip(raw) as archive:
            yield from read_office(raw, archive)


def is_office(archive: zipfile.ZipFile) -> bool:
    """Whether a ZIP is a document of Office, a book or the like, and not files put together by somebody."""
    names = archive.namelist()
    return _CONTENTS in names or names[:1] == [_MIME_TYPE]


def read_office(raw: Raw, archive: zipfile.ZipFile) -> Iterator[Found]:
    """Yield the document of Word in an opened ZIP; UnreadableReport where it is something else or broken."""
    _refuse_other_kinds(raw, archive)
    _refuse_traps(raw, archive)
    import docx

    with raw.anywhere() as stream:
        try:
            document = docx.Document(stream)
            blocks = [(_plain(text), paragraph) for text, paragraph in _blocks(document.element.body)]
            headline = _headline(document, [block for block in blocks if block[0]])
            stated = _stated(document) if _PROPERTIES in archive.namelist() else {}
        except Exception as fault:
            reason = f"the document is broken: {type(fault).__name__}: {' '.join(str(fault).split())[:120]}"
            raise UnreadableReport(raw.name, reason=reason, hint=f"Open it with Word. {_SAVE_AS}") from fault
    text = "\n\n".join(text for text, _ in blocks if text)
    if not text:
        raise UnreadableReport(raw.name, reason="the document has no words", hint="Pictures of words are not read.")
    yield RawItem(source=raw.stem, text=text, headline=headline, extra=stated)


def _refuse_other_kinds(raw: Raw, archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    if names[:1] == [_MIME_TYPE]:
        said = archive.open(_MIME_TYPE).read(200).decode("ascii", "replace") if archive.infolist()[0].file_size else ""
        kind = "it is a book (EPUB)" if "epub" in said else f"it is a document of another kind ({said.strip()[:80]})"
        raise UnreadableReport(raw.name, reason=kind, hint=_SAVE_AS)
    if any(name.startswith("word/") for name in names):
        return
    for directory, kind, hint in _KINDS:
        if any(name.startswith(directory) for name in names):
            raise UnreadableReport(raw.name, reason=kind, hint=hint)
    raise UnreadableReport(raw.name, reason="it is a package of Office without a document of Word", hint=_SAVE_AS)


def _refuse_traps(raw: Raw, archive: zipfile.ZipFile) -> None:
    """Refuse what would unfold to more than memory holds, or declares entities, before anything is unfolded."""
    infos = archive.infolist()
    markup = [info for info in infos if info.filename.lower().endswith((".xml", ".rels"))]
    is_too_large = sum(info.file_size for info in markup) > _LARGEST_XML or len(infos) > _MOST_PARTS
    if is_too_large or sum(info.file_size for info in infos) > raw.largest:
        reason = f"unpacked, it holds more than {_LARGEST_XML // 2**20} MB of text or {raw.largest // 2**20 or 1} MB"
        raise UnreadableReport(raw.name, reason=reason, hint="Split it into single reports.")
    if any(info.flag_bits & 0x1 or info.compress_type not in _METHODS for info in infos):
        raise UnreadableReport(raw.name, reason="it is locked or packed in an unusual way", hint=_SAVE_AS)
    for info in markup:
        try:
            content = archive.read(info)
        except Exception as fault:
            reason = f"the document is broken: {str(fault)[:120]}"
            raise UnreadableReport(raw.name, reason=reason, hint="Fetch it again.") from fault
        if any(declaration in content for declaration in _DECLARES):
            reason = f"{info.filename[:80]} declares entities or elements of its own"
            raise UnreadableReport(raw.name, reason=reason, hint="Nothing of that kind is expanded; " + _SAVE_AS)


def _blocks(element: Any) -> Iterator[tuple[str, Any]]:
    """Yield the text of each paragraph and table in the order they stand, with the paragraph it is."""
    for child in element:
        if child.tag == f"{_W}p":
            yield "".join(_words(child)), child
            for box in child.iter(f"{_W}txbxContent"):
                if not any(above.tag in _LEFT_OUT - {f"{_W}txbxContent"} for above in box.iterancestors()):
                    yield from _blocks(box)
        elif child.tag == f"{_W}tbl":
            yield "\n".join(filter(None, map(_row, child.iter(f"{_W}tr")))), None
        elif child.tag not in _LEFT_OUT:
            yield from _blocks(child)


def _row(row: Any) -> str:
    """The cells of a row on one line, parted by tabs."""
    cells = (" ".join(text for text, _ in _blocks(cell)) for cell in row.iterchildren(f"{_W}tc", f"{_W}sdt"))
    return "\t".join(" ".join(cell.split()) for cell in cells).strip()


def _words(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag not in _LEFT_OUT:
            yield from _words(child)


def _plain(text: str) -> str:
    return "\n".join(line.strip() for line in holdable(text).strip().split("\n"))


def _headline(document: "Document", blocks: list[tuple[str, Any]]) -> str | None:
    """The first paragraph near the beginning that is styled as a title or a heading."""
    from docx.text.paragraph import Paragraph

    for text, element in blocks[:_HEADLINE_WITHIN]:
        if element is not None:
            style = Paragraph(element, document.part).style
            if style is not None and str(style.name).lower() in _HEADLINES:
                return " ".join(text.split())
    return None


def _stated(document: "Document") -> dict[str, Any]:
    properties = document.core_properties
    title, made = properties.title, properties.created
    stated = {"title": holdable(title.strip()) if isinstance(title, str) else ""}
    stated["created"] = made.isoformat() if isinstance(made, datetime) else ""
    return {name: value for name, value in stated.items() if value}
