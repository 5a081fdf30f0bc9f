"""PDFs give their words; what is locked, empty, broken or a trap is refused with its reason, within bounds."""

import io
import time
import tracemalloc
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from communique.errors import SourceError, UnreadableReport
from communique.settings import PDF_PAGES
from communique.sources.formats import pdf
from communique.sources.intake import read_raw
from communique.sources.item import Found, RawItem
from communique.sources.raw import Raw

WORDS = b"BT /F1 11 Tf 60 700 Td (Envoys met in Oslo on Tuesday.) Tj ET"
CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def written(*objects: bytes) -> bytes:
    """A PDF of these objects, the first of which is its root."""
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start, count = len(out), len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, start)


def stream(content: bytes, also: bytes = b"") -> bytes:
    packed = zlib.compress(content, 9)
    return b"<< %s /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (also, len(packed), packed)


def document(*pages: bytes, drawings: tuple[bytes, ...] = ()) -> bytes:
    """A PDF whose pages are drawn by these commands; `drawings` are named /X0, /X1 and so on."""
    objects = [CATALOGUE, b"", FONT]
    first = len(objects) + 2 * len(pages) + 1
    named = b" ".join(b"/X%d %d 0 R" % (number, first + number) for number in range(len(drawings)))
    for commands in pages:
        objects.append(stream(commands))
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R " % len(objects)
        objects.append(page + b"/Resources << /Font << /F1 3 0 R >> /XObject << %s >> >> >>" % named)
    kids = b" ".join(b"%d 0 R" % (5 + 2 * number) for number in range(len(pages)))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids)
    return written(*objects, *drawings)


def drawing(content: bytes) -> bytes:
    return stream(content, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << >>")


def found_in(content: bytes) -> list[Found]:
    return list(read_raw(Raw("folder/paper.pdf", io.BytesIO(content))))  # type: ignore[arg-type]


def test_the_words_of_all_pages_are_one_report() -> None:
    (item,) = found_in(document(WORDS, WORDS.replace(b"Oslo", b"Lome")))
    assert item == RawItem(source="paper", text="Envoys met in Oslo on Tuesday. Envoys met in Lome on Tuesday.")


def _locked(password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(document(WORDS))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_document_that_everybody_may_open_is_read() -> None:
    assert isinstance(found_in(_locked(""))[0], RawItem)


LOOP = b"<< /Type /Pages /Count 2 /Kids [2 0 R 2 0 R] >>"
MANY = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (PDF_PAGES + 1, b"3 0 R " * (PDF_PAGES + 1))
ONE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"

# a PDF, a word of the reason
BAD = [
    (_locked("secret"), "password"),
    (document(b"0 0 m 9 9 l S"), "no words"),
    (document(WORDS)[:60], "broken"),
    (b"%PDF-1.7\n", "broken"),
    (document(bytes(60_000_000)), "more than a report needs"),
    (document(b"q Q " * 210_000), "more than a report needs"),
    (document(b"[" * 200_000), "broken"),
    (written(CATALOGUE, LOOP), "broken"),
    (written(CATALOGUE, MANY, ONE), "pages"),
]


@pytest.mark.parametrize(("content", "reason"), BAD)
def test_what_gives_no_words_is_refused_soon_and_in_little_memory(content: bytes, reason: str) -> None:
    began = time.monotonic()
    tracemalloc.start()
    with pytest.raises(UnreadableReport, match=reason) as refused:
        found_in(content)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert refused.value.hint
    assert time.monotonic() - began < 30
    assert most < 400_000_000


def test_what_is_unfolded_is_let_go_of() -> None:
    large = [b" " * 8_000_000 + b"%d 0 m " % number for number in range(40)]
    drawn = b" ".join(b"/X%d Do" % number for number in range(40))
    tracemalloc.start()
    (item,) = found_in(document(drawn + b" " + WORDS, drawings=tuple(map(drawing, large))))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(item, RawItem)
    assert most < 200_000_000


def test_time_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "SECONDS_A_PDF", 0.3)
    began = time.monotonic()
    with pytest.raises(UnreadableReport, match="takes more than"):
        found_in(document(*[b"BT /F1 9 Tf " + b"(a) Tj " * 3000 + b"ET"] * 200))
    assert time.monotonic() - began < 10


GOOD = document(WORDS, WORDS)


@settings(max_examples=100, deadline=5000)
@given(st.data())
def test_damage_gives_a_report_or_one_error(data: st.DataObject) -> None:
    content = bytearray(GOOD)
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    try:
        found = found_in(bytes(content[:cut]))
    except SourceError:
        return
    assert all(isinstance(one, RawItem) and one.text.strip() for one in found)
