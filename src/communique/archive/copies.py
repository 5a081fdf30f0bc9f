"""Near copies as they come in: a report and its bands go in, the report that it is a copy of comes out."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from communique.archive.aside import Near
from communique.report.aside import Aside, CopyOf
from communique.report.copies import compare, differences_of
from communique.report.model import id_of_text
from communique.sources.item import RawItem

if TYPE_CHECKING:
    from communique.archive.archive import Archive


class CopyWatch:
    """The originals among the reports of an archive and those on their way into it.

    Reports are shown to it in their order; what it says depends on that order alone.
    """

    def __init__(self, archive: "Archive") -> None:
        self._archive = archive
        self._coming: dict[str, tuple[RawItem, frozenset[int]]] = {}

    def original_of(self, item: RawItem, bands: Iterable[int]) -> Aside | None:
        """Why the report is not to be coded where it is a near copy; else it is an original from now on."""
        own = frozenset(bands)
        report_id = id_of_text(item.text)
        for near in self._near(own):
            if near.id == report_id:
                continue
            found = compare(near.text, item.text, days_apart=_days_apart(near.published, item.published))
            if found.is_copy:
                copy = CopyOf(
                    original=near.id, likeness=round(found.jaccard, 4),
                    differences=differences_of(near.text, item.text),
                )  # fmt: skip
                return Aside(why="copy", reason=f"a near copy of another report: {found.reason}", copy=copy)
        self._coming[report_id] = (item, own)
        return None

    def forget(self, report_id: str) -> None:
        """The report is in the archive, or will not get there."""
        self._coming.pop(report_id, None)

    def _near(self, bands: frozenset[int]) -> list[Near]:
        """What may be the original, the likeliest first, equal ones in the order in which they came."""
        kept = self._archive.near(bands) if bands else []
        known = {near.id for near in kept}
        coming = [
            Near(id=report_id, shared=len(bands & theirs), text=item.text, published=item.published)
            for report_id, (item, theirs) in self._coming.items()
            if report_id not in known and bands & theirs
        ]
        return sorted([*kept, *coming], key=lambda near: -near.shared)


def _days_apart(one: str | None, other: str | None) -> float | None:
    try:
        return (date.fromisoformat((one or "")[:10]) - date.fromisoformat((other or "")[:10])).days
    except ValueError:
        return None
