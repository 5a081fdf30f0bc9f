"""One table of what can be added to Communiqué: source formats, its own and those of other packages.

Another package adds a format by naming its class under the entry-point group `communique.formats`:

    [project.entry-points."communique.formats"]
    feed = "my_package.feed:Feed"
"""

from functools import cache
from importlib.metadata import EntryPoint, entry_points

from communique.errors import BrokenPlugin
from communique.sources.formats.contract import Format
from communique.sources.formats.feed import Feed
from communique.sources.formats.html_page import HtmlPage
from communique.sources.formats.json_lines import JsonLines
from communique.sources.formats.mhtml import Mhtml
from communique.sources.formats.newsml_g2 import NewsMlG2
from communique.sources.formats.ninjs import Ninjs
from communique.sources.formats.nitf import Nitf
from communique.sources.formats.parquet import Parquet
from communique.sources.formats.pdf import Pdf
from communique.sources.formats.sitemap import Sitemap
from communique.sources.formats.table import Table
from communique.sources.formats.tar import Tar
from communique.sources.formats.text import PlainText
from communique.sources.formats.warc import Warc
from communique.sources.formats.word import Word
from communique.sources.formats.zip import Zip
from communique.sources.item import Link, RawItem, RawPage, Rejection
from communique.sources.raw import Raw

__all__ = ["FORMATS", "Format", "Link", "Raw", "RawItem", "RawPage", "Rejection", "formats"]

# Asked in this order: documents of Word are ZIPs too; plain text takes whatever is text, so it comes last.
FORMATS: tuple[type[Format], ...] = (
    Warc, Parquet, Pdf, Word, Zip, Tar, Mhtml, Ninjs, JsonLines, Feed, Sitemap, NewsMlG2, Nitf, HtmlPage, Table,
    PlainText,
)  # fmt: skip

_GROUP = "communique.formats"


@cache
def formats() -> tuple[Format, ...]:
    """Return every format, those of other packages first.

    Raises BrokenPlugin where one cannot be loaded, is no format, or bears the name of another.
    """
    found: dict[str, Format] = {}
    added = [_load(entry) for entry in sorted(entry_points(group=_GROUP), key=lambda entry: entry.name)]
    for format_ in (*added, *(make() for make in FORMATS)):
        if format_.name in found:
            hint = f"Uninstall one of them: {_origin(found[format_.name])}, {_origin(format_)}."
            raise BrokenPlugin(format_.name, reason="two formats have this name", hint=hint)
        found[format_.name] = format_
    return tuple(found.values())


def _load(entry: EntryPoint) -> Format:
    hint = f"Update or uninstall the package that adds it ({entry.value})."
    try:
        made = entry.load()()
    except Exception as fault:
        raise BrokenPlugin(entry.name, reason=f"{type(fault).__name__}: {fault}", hint=hint) from fault
    if not isinstance(made, Format) or not made.name:
        raise BrokenPlugin(entry.name, reason="it has no name, recognises and parse", hint=hint)
    return made


def _origin(format_: Format) -> str:
    return f"{type(format_).__module__}.{type(format_).__qualname__}"
