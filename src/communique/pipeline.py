"""Chain the stages: sources go in, coded reports and rejections come out, or go into an archive.

The only module that knows every stage. A report that cannot be taken or coded becomes a rejection here and nowhere
else.
"""

import logging
import time
import traceback
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from communique.coding.coder import code_analysis
from communique.coding.record import CodedReport
from communique.errors import CodingError, CommuniqueError, ModelMissing, SourceError
from communique.language.reader import analyse
from communique.report.anatomy import dissect
from communique.report.model import id_of_text
from communique.scale.crew import Crew, open_crew
from communique.scale.outcomes import Done, Lost
from communique.settings import REPORTS_A_TRANSACTION, SECONDS_A_REPORT, SECONDS_A_TRANSACTION
from communique.sources.intake import find_reports
from communique.sources.item import Found, RawItem, RawPage, Rejection
from communique.sources.pages import settle

if TYPE_CHECKING:
    from communique.archive.archive import Archive
    from communique.archive.batch import Batch

_log = logging.getLogger(__name__)

_FAULT = "This is a fault of Communiqué, not of the report. Please tell its makers; the archive keeps the details."


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one report on its way into the archive.

    `report_id` is absent where it was rejected; `reason` and `hint` are there only then.
    """

    what: Literal["new", "known", "rejected"]
    source: str
    report_id: str | None = None
    reason: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What became of all of them: how many were new and known, and which were rejected and why."""

    new: int = 0
    known: int = 0
    rejected: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True)
class _Coded:
    item: RawItem
    record: CodedReport


@dataclass(frozen=True, slots=True)
class _Known:
    item: RawItem
    report_id: str
    is_elsewhere: bool


type _Result = _Coded | _Known | Rejection


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

    Raises ModelMissing where no language model is installed.
    """
    if isinstance(report, RawItem):
        return code_item(report)
    return code_item(
        RawItem(source=source, text=report, url=url, outlet=outlet, headline=headline, published=published)
    )


def read(
    paths: str | Path | Iterable[str | Path], *, archive: "Archive | str | Path | None" = None, workers: int = 1,
    again: bool = False,
) -> Reading:  # fmt: skip
    """Read files and folders into an archive and return what became of the reports in them.

    `archive` is an open Archive or the path of one, which is made where there is none; without it, it is the one in the
    user's data folder. Reports that are known change nothing, unless `again` asks to code them in a new run. `workers`
    processes share the work; what is kept is the same whatever their number. With more than one, a script must call
    this under `if __name__ == "__main__":`.

        reading = communique.read("reports/", archive="reports.sqlite")
        print(reading.new, "new,", len(reading.rejected), "rejected")

    Raises ModelMissing where no language model is installed, and the errors of `Archive`.
    """
    from communique.archive.archive import Archive

    new = known = 0
    rejected: list[Outcome] = []
    with nullcontext(archive) if isinstance(archive, Archive) else Archive(archive, create=True) as kept:
        for outcome in read_each(paths, kept, workers=workers, again=again):
            new += outcome.what == "new"
            known += outcome.what == "known"
            if outcome.what == "rejected":
                rejected.append(outcome)
    return Reading(new=new, known=known, rejected=tuple(rejected))


def read_each(
    paths: str | Path | Iterable[str | Path], archive: "Archive", *, workers: int = 1, again: bool = False
) -> Iterator[Outcome]:
    """Do what `read` does and yield what became of each report, in their order, once the archive has it."""
    with open_crew(workers) as crew:
        asked = (_ask_archive(item, archive, again=again) for item in _settle_each(find_sources(paths), crew))
        waiting: list[_Result] = []
        since = time.monotonic()
        for result in crew.map(_code_asked, asked):
            waiting.append(_settled(result))
            if len(waiting) >= REPORTS_A_TRANSACTION or time.monotonic() - since >= SECONDS_A_TRANSACTION:
                kept, waiting = _keep(waiting, archive, again=again), []
                yield from kept
                since = time.monotonic()
        yield from _keep(waiting, archive, again=again)


def read_sources(paths: str | Path | Iterable[str | Path]) -> Iterator[RawItem | Rejection]:
    """Yield the reports in files and folders as text, and a rejection for what holds none."""
    return map(_settle_asked, find_sources(paths))


def find_sources(paths: str | Path | Iterable[str | Path]) -> Iterator[Found]:
    """Yield what is found in files and folders, pages as they are, and a rejection for what holds no report."""
    for path in [paths] if isinstance(paths, str | Path) else paths:
        try:
            for found in find_reports(path):
                yield replace(found, source=_writable(found.source))
        except SourceError as error:
            yield _rejection(_writable(str(path)), error)


def code_items(items: Iterable[RawItem | Rejection], *, workers: int = 1) -> Iterator[CodedReport | Rejection]:
    """Yield the record of each item in their order, a rejection where it cannot be coded; rejections pass through."""
    asked = (Done(item) if isinstance(item, Rejection) else item for item in items)
    with open_crew(workers) as crew:
        for result in crew.map(_code_asked, asked):
            settled = _settled(result)
            yield settled.record if isinstance(settled, _Coded) else settled


def code_item(item: RawItem) -> CodedReport:
    """Return the record of one raw item."""
    return code_analysis(analyse(dissect(item)))


def _settle_each(found: Iterable[Found], crew: Crew) -> Iterator[RawItem | Rejection]:
    """What is found as text; the reading of pages is shared out."""
    asked = (one if isinstance(one, RawPage) else Done(settle(one)) for one in found)
    return (_settled(result) for result in crew.map(_settle_asked, asked))


def _settle_asked(found: Found) -> RawItem | Rejection:
    """Read one page in whatever process this is; a crash over it becomes a rejection."""
    try:
        return settle(found)
    except Exception as error:  # noqa: BLE001 - one page never stops the others
        reason = f"the page cannot be read: {type(error).__name__}: {error}"
        return Rejection(
            source=found.source, reason=_writable(reason), hint=_FAULT, detail=_writable(traceback.format_exc())
        )


def _ask_archive(found: RawItem | Rejection, archive: "Archive", *, again: bool) -> RawItem | Done[_Known | Rejection]:
    """The item where it is to be coded; else what is known of it already."""
    if isinstance(found, Rejection):
        return Done(found)
    if again:
        return found
    report_id = id_of_text(found.text)
    sources = archive.sources_of(report_id)
    return Done(_Known(found, report_id, found.source not in sources)) if sources else found


def _code_asked(item: RawItem) -> _Coded | Rejection:
    """Code one item in whatever process this is. The one place where a crash of the coding is caught."""
    try:
        for words in (item.text, item.headline, item.outlet, item.url, item.published):
            (words or "").encode()
        return _Coded(item, code_item(item))
    except ModelMissing:
        raise
    except UnicodeEncodeError as error:
        where = f"the character at {error.start} is half of a pair"
        return Rejection(source=item.source, reason=where, hint="Save the text as UTF-8 and read it again.")
    except CommuniqueError as error:
        return _rejection(item.source, error)
    except Exception as error:  # noqa: BLE001 - one report never stops the others
        reason = f"the coding failed: {type(error).__name__}: {error}"
        return Rejection(
            source=item.source, reason=_writable(reason), hint=_FAULT, detail=_writable(traceback.format_exc())
        )


def _settled[Result](result: Result | Lost[RawItem] | Lost[RawPage] | Rejection) -> Result | Rejection:
    """The result, a rejection in the place of an item that was lost; what went wrong inside is logged."""
    if isinstance(result, Lost):
        if result.overdue:
            reason = f"it was given up after {SECONDS_A_REPORT:.0f} seconds of work"
            return Rejection(source=result.item.source, reason=reason, hint=_FAULT)
        reason = f"{result.attempts} processes were ended while at work on it, the last with code {result.exit_code}"
        hint = "Another program ended them, or memory ran out: use fewer workers and read it again."
        return Rejection(source=result.item.source, reason=reason, hint=hint)
    if isinstance(result, Rejection) and result.detail:
        _log.error("coding %s failed\n%s", result.source, result.detail)
    return result


def _keep(results: list[_Result], archive: "Archive", *, again: bool) -> list[Outcome]:
    """Write results into the archive in one transaction; return what became of them."""
    if all(isinstance(result, _Known) and not result.is_elsewhere for result in results):
        return [_outcome_of_known(result) for result in results if isinstance(result, _Known)]
    try:
        with archive.batch() as batch:
            return [_keep_one(result, batch, again=again) for result in results]
    except CodingError as error:
        if len(results) > 1:
            return [outcome for result in results for outcome in _keep([result], archive, again=again)]
        source = results[0].source if isinstance(results[0], Rejection) else results[0].item.source
        rejection = _settled(_rejection(source, error, detail=traceback.format_exc()))
        return _keep([rejection], archive, again=again)


def _keep_one(result: _Result, batch: "Batch", *, again: bool) -> Outcome:
    if isinstance(result, Rejection):
        batch.reject(result)
        return Outcome(what="rejected", source=result.source, reason=result.reason, hint=result.hint)
    if isinstance(result, _Known):
        batch.meet_again(result.report_id, result.item)
        return _outcome_of_known(result)
    is_new = batch.add(result.record, extra=result.item.extra, again=again)
    what: Literal["new", "known"] = "new" if is_new else "known"
    return Outcome(what=what, source=result.item.source, report_id=result.record.report.id)


def _outcome_of_known(result: _Known) -> Outcome:
    return Outcome(what="known", source=result.item.source, report_id=result.report_id)


def _rejection(source: str, error: CommuniqueError, *, detail: str = "") -> Rejection:
    reason = str(error).removesuffix(f". {error.hint}") if error.hint else str(error)
    return Rejection(source=source, reason=_writable(reason), hint=error.hint, detail=_writable(detail))


def _writable(words: str) -> str:
    """`words` with what no file can hold (bytes of a file name that are no UTF-8) spelt out."""
    return words.encode("utf-8", "backslashreplace").decode()
