"""Chain the stages: sources go in, coded reports and rejections come out, or go into an archive.

The only module that knows every stage. A report that cannot be taken or coded becomes a rejection here and nowhere
else.
"""

import logging
import traceback
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.archive.keeping import Coded, Keeper, Known, Outcome, Result
from communique.coding.coder import code_analysis
from communique.coding.record import CodedReport
from communique.errors import CommuniqueError, ModelMissing, SourceError, TooLong
from communique.language.reader import analyse
from communique.report.anatomy import dissect
from communique.report.model import id_of_text
from communique.report.sorting import Sorted, digest_of, sort_out
from communique.scale.crew import open_crew
from communique.scale.outcomes import Done, Lost
from communique.settings import LONGEST_REPORT, SECONDS_A_REPORT
from communique.sources.intake import find_reports
from communique.sources.item import Found, Link, RawItem, RawPage, Rejection, rejection_of, writable

if TYPE_CHECKING:
    from communique.archive.archive import Archive
    from communique.archive.copies import CopyWatch
    from communique.sources.fetching.fetcher import Fetcher

_log = logging.getLogger(__name__)

_FAULT = "This is a fault of Communiqué, not of the report. Please tell its makers; the archive keeps the details."


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What became of all: how many are newly coded, known, and set aside uncoded; which were rejected and why."""

    new: int = 0
    known: int = 0
    aside: int = 0
    rejected: tuple[Outcome, ...] = ()


def code(
    report: str | RawItem, *, source: str = "text", url: str | None = None, outlet: str | None = None,
    headline: str | None = None, published: str | None = None,
) -> CodedReport:  # fmt: skip
    """Return the record of one report, given as its text or as a raw item; nothing is kept.

    `published` (ISO 8601) fixes what "Wednesday" and "last month" mean where the text has no dateline of its own; it
    and the other facts go with a text, a raw item brings its own.

        coded = communique.code("BEIJING, May 5 (Xinhua) -- ...", published="2024-05-06")
        for event in coded.events:
            print(event.kind, event.trigger.of(coded.report.text))

    Raises ModelMissing where no language model is installed, TooLong where the text is longer than any report.
    """
    if isinstance(report, RawItem):
        return code_item(report)
    return code_item(
        RawItem(source=source, text=report, url=url, outlet=outlet, headline=headline, published=published)
    )


def read(
    paths: str | Path | Iterable[str | Path], *, archive: "Archive | str | Path | None" = None, workers: int | str = 1,
    again: bool = False, triage: bool = True, columns: Mapping[str, str] | None = None,
    fetcher: "Fetcher | None" = None,
) -> Reading:  # fmt: skip
    """Read files, folders and addresses (https://…) into an archive and return what became of the reports in them.

    `archive` is an open Archive or the path of one, which is made where there is none; without it, it is the one in the
    user's data folder. Reports that are known change nothing, unless `again` asks to code them in a new run. Reports in
    another language than English, near copies of others and, with `triage`, those without diplomacy are kept uncoded.
    `workers` processes share the work, or those of a Dask scheduler, "dask://host:port"; what is kept is the same
    whoever does it. With more than one process, a script must call this under `if __name__ == "__main__":`. `columns`
    says which column of a table is our `text`, `published` and so on: {"text": "body"}. `fetcher` fetches addresses;
    without it, one with the usual manners does.

        reading = communique.read("reports/", archive="reports.sqlite")
        print(reading.new, "new,", len(reading.rejected), "rejected")

    Raises ModelMissing where no language model is installed, and the errors of `Archive`.
    """
    from communique.archive.archive import Archive

    new = known = aside = 0
    rejected: list[Outcome] = []
    with nullcontext(archive) if isinstance(archive, Archive) else Archive(archive, create=True) as kept:
        for outcome in read_each(
            paths, kept, workers=workers, again=again, triage=triage, columns=columns, fetcher=fetcher
        ):
            new += outcome.what == "new"
            known += outcome.what == "known"
            aside += outcome.what == "aside"
            if outcome.what == "rejected":
                rejected.append(outcome)
    return Reading(new=new, known=known, aside=aside, rejected=tuple(rejected))


def read_each(
    paths: str | Path | Iterable[str | Path], archive: "Archive", *, workers: int | str = 1, again: bool = False,
    triage: bool = True, columns: Mapping[str, str] | None = None,
    fetcher: "Fetcher | None" = None,
) -> Iterator[Outcome]:  # fmt: skip
    """Do what `read` does and yield what became of each report, in their order, once the archive has it.

    Two stages share the workers: what is found is read and sorted, then what is to be coded is coded. Between them, in
    the order of the sources, it is settled what is known and what is a near copy. At the end what is new is linked.
    """
    from communique.archive.copies import CopyWatch

    copies = CopyWatch(archive)
    keeper = Keeper(archive, copies, again=again, code=_code_now)
    with open_crew(workers) as crew:
        there = find_sources(paths, columns=columns, fetcher=fetcher)
        asked = (_ask_archive(found, archive, again=again, triage=triage) for found in there)
        sorted_out = crew.map(partial(_sort_asked, let_go=triage), asked)
        chosen = (_choose(_settled(result), archive, copies, again=again) for result in sorted_out)
        for result in crew.map(_code_sorted, chosen):
            yield from keeper.take(_settled(result))
        yield from keeper.keep()
    archive.links.link()


def read_sources(
    paths: str | Path | Iterable[str | Path],
    *,
    columns: Mapping[str, str] | None = None,
    fetcher: "Fetcher | None" = None,
) -> Iterator[RawItem | Rejection]:
    """Yield the reports in files, in folders and behind addresses as text, and a rejection for what holds none."""
    for found in find_sources(paths, columns=columns, fetcher=fetcher):
        sorted_out = _settled(_sort_asked(found, let_go=False))
        yield sorted_out if isinstance(sorted_out, Rejection) else sorted_out.item


def find_sources(
    paths: str | Path | Iterable[str | Path],
    *,
    columns: Mapping[str, str] | None = None,
    fetcher: "Fetcher | None" = None,
) -> Iterator[Found]:
    """Yield what is found in files, in folders and behind addresses, pages as they are, or why nothing is found."""
    for path in [paths] if isinstance(paths, str | Path) else paths:
        try:
            for found in find_reports(path, columns=columns, fetcher=fetcher):
                yield replace(found, source=writable(found.source))
        except SourceError as error:
            yield rejection_of(writable(str(path)), error)


def code_items(items: Iterable[RawItem | Rejection], *, workers: int | str = 1) -> Iterator[CodedReport | Rejection]:
    """Yield the record of each item in their order, a rejection where it cannot be coded; rejections pass through."""
    asked = (Done(item) if isinstance(item, Rejection) else item for item in items)
    with open_crew(workers) as crew:
        yield from (_settled(result) for result in crew.map(_code_asked, asked))


def code_item(item: RawItem) -> CodedReport:
    """Return the record of one raw item.

    Raises TooLong where it has more characters than any report.
    """
    if len(item.text) > LONGEST_REPORT:
        raise TooLong(f"{len(item.text):,} characters")
    return code_analysis(analyse(dissect(item)))


def _ask_archive(
    found: Found, archive: "Archive", *, again: bool, triage: bool
) -> Found | Done[Sorted | Known | Rejection]:
    """What is found where it is to be sorted; else what is known of it already."""
    if isinstance(found, Rejection):
        return Done(found)
    if isinstance(found, RawPage):
        known = None if again or not triage else archive.page_report(digest_of(found))
        return Done(Known(found.source, known)) if known else found
    if isinstance(found, Link):
        return found
    report_id = id_of_text(found.text)
    standing = archive.standing_of(report_id)
    if standing is None:
        return found
    if (again and standing.is_coded) or (not triage and standing.why == "triage" and not standing.is_coded):
        return Done(Sorted(item=found))
    return Done(Known(found.source, report_id, None if found.source in standing.sources else found))


def _sort_asked(found: Found, *, let_go: bool) -> Sorted | Rejection:
    """Read and sort one thing in whatever process this is; a crash over it becomes a rejection."""
    try:
        return sort_out(found, let_go=let_go)
    except Exception as error:  # noqa: BLE001 - one page never stops the others
        reason = f"it cannot be read: {type(error).__name__}: {error}"
        return Rejection(
            source=found.source, reason=writable(reason), hint=_FAULT, detail=writable(traceback.format_exc())
        )


def _choose(
    result: Sorted | Known | Rejection, archive: "Archive", copies: "CopyWatch", *, again: bool
) -> Sorted | Done[Result]:
    """What is to be coded; else what becomes of it."""
    if not isinstance(result, Sorted):
        return Done(result)
    item = result.item
    if result.page and not again:
        report_id = id_of_text(item.text)
        if archive.standing_of(report_id):
            return Done(Known(item.source, report_id, item, result.page))
    too_long = len(item.text) > LONGEST_REPORT  # as the coding says: not worth comparing first
    aside = result.aside or (copies.original_of(item, result.bands) if result.bands and not too_long else None)
    return Done(replace(result, aside=aside)) if aside else result


def _code_now(chosen: Sorted) -> Coded | Rejection:
    return _settled(_code_sorted(chosen))


def _code_sorted(chosen: Sorted) -> Coded | Rejection:
    record = _code_asked(chosen.item)
    return record if isinstance(record, Rejection) else Coded(chosen, record)


def _code_asked(item: RawItem) -> CodedReport | Rejection:
    """Code one item in whatever process this is. The one place where a crash of the coding is caught."""
    try:
        for words in (item.text, item.headline, item.outlet, item.url, item.published):
            (words or "").encode()
        return code_item(item)
    except ModelMissing:
        raise
    except UnicodeEncodeError as error:
        where = f"the character at {error.start} is half of a pair"
        return Rejection(source=item.source, reason=where, hint="Save the text as UTF-8 and read it again.")
    except CommuniqueError as error:
        return rejection_of(item.source, error)
    except Exception as error:  # noqa: BLE001 - one report never stops the others
        reason = f"the coding failed: {type(error).__name__}: {error}"
        return Rejection(
            source=item.source, reason=writable(reason), hint=_FAULT, detail=writable(traceback.format_exc())
        )


def _settled[Result](result: Result | Lost[Any] | Rejection) -> Result | Rejection:
    """The result, a rejection in the place of an item that was lost; what went wrong inside is logged."""
    if isinstance(result, Lost):
        item = result.item.item if isinstance(result.item, Sorted) else result.item
        if result.overdue:
            reason = f"it was given up after {SECONDS_A_REPORT:.0f} seconds of work"
            return Rejection(source=item.source, reason=reason, hint=_FAULT)
        ending = "" if result.exit_code is None else f", the last with code {result.exit_code}"
        reason = f"{result.attempts} processes were ended while at work on it{ending}"
        hint = "Another program ended them, or memory ran out: use fewer workers and read it again."
        return Rejection(source=item.source, reason=reason, hint=hint)
    if isinstance(result, Rejection) and result.detail:
        _log.error("coding %s failed\n%s", result.source, result.detail)
    return result
