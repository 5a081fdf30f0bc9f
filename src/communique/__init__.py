"""Communiqué reads reports of diplomacy and keeps the record they hold, every value with the words that support it.

    import communique

    coded = communique.code("OSLO, May 14 -- Norwegian Foreign Minister Espen Barth Eide met ...")
    for event in coded.events:
        print(event.kind, [party.name for party in event.participants])

The names below are imported when they are first asked for; importing the package does nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.archive.archive import Archive
    from communique.coding.record import CodedReport, Event, Statement
    from communique.errors import CommuniqueError
    from communique.pipeline import code, read
    from communique.report.model import Report
    from communique.report.span import Span

__all__ = [
    "Archive",
    "CodedReport",
    "CommuniqueError",
    "Event",
    "Report",
    "Span",
    "Statement",
    "code",
    "read",
]

_HOMES = {
    "Archive": "communique.archive.archive",
    "CodedReport": "communique.coding.record",
    "CommuniqueError": "communique.errors",
    "Event": "communique.coding.record",
    "Report": "communique.report.model",
    "Span": "communique.report.span",
    "Statement": "communique.coding.record",
    "code": "communique.pipeline",
    "read": "communique.pipeline",
}


def __getattr__(name: str) -> Any:
    """Import a public name, or the version, when it is first asked for."""
    if name == "__version__":
        from importlib.metadata import version

        return version("communique")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES, "__version__"})
