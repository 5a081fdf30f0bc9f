"""Files made to do harm, or gone wrong on their way: a folder and a name go in, the file is written there."""

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

NEWS = "OSLO, May 6 (NTB) - The foreign minister of Norway met the foreign minister of Latvia in Oslo on Monday."
_MEBI = 2**20
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_BOMB = f'<!DOCTYPE nitf [<!ENTITY l0 "{"ha" * 50}">{_LAUGHS}]>'
_THIEF = '<!DOCTYPE nitf [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>'
_NITF = "<nitf><head><title>News</title></head><body><body.content><p>{}</p></body.content></body></nitf>"


def _zip(**members: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return held.getvalue()


def _nested(depth: int) -> bytes:
    inner = NEWS.encode()
    for level in range(depth):
        inner = _zip(**{("story_txt" if level == 0 else "inner_zip"): inner})
    return inner


def _tar(name: str, kind: bytes) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        member = tarfile.TarInfo(name)
        member.type, member.linkname = kind, "/etc/passwd"
        archive.addfile(member)
    return held.getvalue()


def _gzipped_zeros(size: int) -> bytes:
    held = io.BytesIO()
    with gzip.GzipFile(fileobj=held, mode="wb", mtime=0) as out:
        for _ in range(size // _MEBI):
            out.write(b"a" * _MEBI)
    return held.getvalue()


def _endless_line(path: Path) -> None:
    with path.open("wb") as out:
        out.write(b'{"text": "')
        out.truncate(2 * 2**30)


def _row(**fields: object) -> bytes:
    return json.dumps({"text": NEWS, **fields}).encode() + b"\n"


def _deep_page() -> bytes:
    return ("<html><body>" + "<div>" * 200_000 + NEWS + "</body></html>").encode()


def _crossed_mail() -> bytes:
    part = 'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
    return b"MIME-Version: 1.0\r\n" + part.encode() * 5_000


# What is told of each: some words of the reason, or "" where a report comes of it.
MATTER: dict[str, tuple[Callable[[], bytes] | Callable[[Path], None], str]] = {
    "cut.jsonl.gz": (lambda: gzip.compress(_row() * 500, mtime=0)[:-40], "ends before its end is marked"),
    "no-gzip.txt.gz": (lambda: b"\x1f\x8b\x08\x00" + b"?" * 100, "compressed file is broken"),
    "a-line-of-2-gb.jsonl": (_endless_line, "more than 200 MB"),
    "nested-ten-deep.zip": (lambda: _nested(10), "3 archives deep"),
    "unfolds.txt.gz": (lambda: _gzipped_zeros(1024 * _MEBI), "more than 200 MB"),
    "unfolds.zip": (lambda: _zip(big_txt=b"a" * (512 * _MEBI)), "300 times its size"),
    "laughs.xml": (lambda: ('<?xml version="1.0"?>' + _BOMB + _NITF.format("&l9;")).encode(), "declares entities"),
    "thief.xml": (lambda: ('<?xml version="1.0"?>' + _THIEF + _NITF.format("&l9;")).encode(), "declares entities"),
    "laughs.docx": (
        lambda: _zip(**{"word/document_xml": (_BOMB + "<w>&l9;</w>").encode(), "[Content_Types]_xml": b"<a/>"}),
        "declares entities",
    ),
    "nulls.txt": (lambda: b"\0" * 5_000, "no known format"),
    "nulls-between.txt": (lambda: NEWS.replace(" ", " \0").encode(), "no known format"),
    "surrogate.jsonl": (lambda: b'{"text": "' + NEWS.encode() + b' \\ud83d said."}\n', ""),
    "no-full-stop.txt": (
        lambda: ("The foreign minister of Norway met the foreign minister of Latvia and " * 150_000).encode(),
        "too long to be coded",
    ),
    "no-space.txt": (lambda: b"ministersmet" * 900_000, ""),
    "one-bracket.jsonl": (lambda: b'{"text": ' + b"[" * 200_000 + b"\n", "not JSON that can be read"),
    "no-date.jsonl": (
        lambda: b"".join(
            _row(text=f"{NEWS} {n}", published=said)
            for n, said in enumerate(("2024-13-45", "0000-00-00", "99999-01-01", 10**30, "", "-1", [2024], True))
        ),
        "",
    ),
    "big-number.jsonl": (lambda: b'{"text": ' + b"9" * 100_000 + b"}\n", "not JSON that can be read"),
    "no-text.jsonl": (lambda: b'{"text": null}\n{"text": 3}\n[]\n"x"\nnull\n', "text is null"),
    "deep.html": (_deep_page, "deep within each other"),
    "bad-bytes.txt": (lambda: bytes(range(128, 256)) * 200, ""),
    "up.tar": (lambda: _tar("../../etc/passwd.txt", tarfile.REGTYPE), "leads out of the archive"),
    "link.tar": (lambda: _tar("story.txt", tarfile.SYMTYPE), "it is a link"),
    "device.tar": (lambda: _tar("story.txt", tarfile.CHRTYPE), "it is a device"),
    "crossed.mht": (_crossed_mail, "no page of HTML"),
    "no.pdf": (lambda: b"%PDF-1.7\n" + b"\xff" * 1_000, "the PDF is broken"),
    "no.warc": (
        lambda: b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
        "names no address",
    ),
    "no.parquet": (lambda: b"PAR1" + b"\xff" * 500 + b"\xff\xff\xff\x7fPAR1", "the table is broken"),
    "wide.csv": (lambda: (",".join(["text"] * 100_000) + "\n" + "a," * 100_000 + "\n").encode(), "two columns"),
    "open-quote.csv": (lambda: b'headline,text\n"' + b"a,b\n" * 500_000, "never closed"),
    "empty.txt": (lambda: b"", "the file is empty"),
    "empty.zip": (lambda: b"PK\x05\x06" + b"\0" * 18, "the archive is empty"),
    "feed-of-itself.xml": (
        lambda: (
            b'<rss version="2.0"><channel><item><title>A</title><link>file:///etc/passwd</link></item></channel></rss>'
        ),
        "neither a link nor a text",
    ),
    "directional.txt": (lambda: ("\u202e\u2066" * 3_000 + NEWS).encode(), ""),
}


def write(folder: Path, name: str) -> Path:
    """Write the file `name` into `folder`."""
    path, made = folder / name, MATTER[name][0]
    if made is _endless_line:
        made(path)
    else:
        path.write_bytes(made())  # type: ignore[call-arg]
    return path
