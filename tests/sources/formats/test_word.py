"""Documents of Word give their words in order; other files of Office and traps are refused with their reason."""

import io
import re
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from communique.errors import UnreadableReport
from communique.sources.intake import read_raw
from communique.sources.item import Found, RawItem
from communique.sources.raw import Raw

SAMPLE = (Path(__file__).parents[1] / "samples" / "word.docx").read_bytes()
BODY = "word/document.xml"


def changed(*changes: tuple[str, bytes | None]) -> bytes:
    """The sample with other parts; None takes one out."""
    by_name = dict(changes)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SAMPLE)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in [*old.namelist(), *(name for name in by_name if name not in old.namelist())]:
            content = by_name.get(name, old.read(name) if name in old.namelist() else None)
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def with_body(inner: str) -> bytes:
    """The sample with another body."""
    with zipfile.ZipFile(io.BytesIO(SAMPLE)) as archive:
        document = archive.read(BODY).decode()
    return changed((BODY, re.sub(r"<w:body>.*</w:body>", f"<w:body>{inner}</w:body>", document, flags=re.S).encode()))


def found_in(content: bytes, name: str = "folder/paper.docx") -> list[Found]:
    return list(read_raw(Raw(name, io.BytesIO(content))))  # type: ignore[arg-type]


def run(text: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


# a body, its text
BODIES = [
    (f"<w:p>{run('Envoys ')}<w:ins>{run('met')}</w:ins><w:del><w:r><w:delText>left</w:delText></w:r></w:del></w:p>",
     "Envoys met"),
    (f"<w:p>{run('a')}<w:hyperlink>{run('b')}</w:hyperlink><w:r><w:br/><w:t>c</w:t><w:tab/><w:t>d</w:t></w:r></w:p>",
     "ab\nc\td"),
    (f"<w:sdt><w:sdtContent><w:p>{run('held')}</w:p></w:sdtContent></w:sdt><w:p/><w:p>{run('last')}</w:p>",
     "held\n\nlast"),
    (f"<w:tbl><w:tr><w:tc><w:p>{run('a')}</w:p><w:p>{run('b')}</w:p></w:tc><w:tc><w:p>{run('c')}</w:p></w:tc></w:tr></w:tbl>",
     "a b\tc"),
    (f"<w:p>{run('x')}<w:r><w:txbxContent><w:p>{run('box')}</w:p></w:txbxContent></w:r></w:p>", "x\n\nbox"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text"), BODIES)
def test_words_come_in_their_order(body: str, text: str) -> None:
    (item,) = found_in(with_body(body))
    assert isinstance(item, RawItem)
    assert item.text == text
    assert item.source == "paper"


def test_only_what_is_styled_so_is_the_headline() -> None:
    (plain,) = found_in(with_body(f"<w:p>{run('Envoys meet')}</w:p>"))
    styled = f"<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr>{run('Envoys meet')}</w:p>"
    (titled,) = found_in(with_body(styled))
    assert isinstance(plain, RawItem)
    assert isinstance(titled, RawItem)
    assert (plain.headline, titled.headline) == (None, "Envoys meet")


def test_what_it_does_not_state_is_not_made_up() -> None:
    with zipfile.ZipFile(io.BytesIO(SAMPLE)) as archive:
        rels = re.sub(rb"<Relationship [^>]*core-properties[^>]*/>", b"", archive.read("_rels/.rels"))
    (item,) = found_in(changed(("docProps/core.xml", None), ("_rels/.rels", rels)))
    assert isinstance(item, RawItem)
    assert (item.published, dict(item.extra)) == (None, {})


DTD = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'

# a document, a word of the reason
BAD = [
    (SAMPLE[:-20], "table of contents"),
    (changed((BODY, b"<broken")), "broken"),
    (changed((BODY, None)), "broken"),
    (with_body("<w:p/>"), "no words"),
    (with_body("<w:sdt>" * 400 + "</w:sdt>" * 400), "broken"),
    (changed((BODY, DTD + b"<d>&b;</d>")), "declares entities"),
    (changed(("word/media/a.xml", bytes(300_000_000))), "more than"),
    (changed(("word/media/a.png", bytes(300_000_000))), "more than"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Office"),
]


@pytest.mark.parametrize(("content", "reason"), BAD, ids=[reason for _, reason in BAD])
def test_what_gives_no_words_is_refused_in_little_memory(content: bytes, reason: str) -> None:
    tracemalloc.start()
    with pytest.raises(UnreadableReport, match=reason) as refused:
        found_in(content)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert refused.value.hint
    assert most < 50_000_000
