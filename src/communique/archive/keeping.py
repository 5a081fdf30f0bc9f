"""Keep what became of each report in the archive: results go in one by one, outcomes come out once they are kept."""

import logging
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from communique.coding.record import CodedReport
from communique.errors import CodingError
from communique.report.model import id_of_text
from communique.report.sorting import Sorted
from communique.settings import REPORTS_A_TRANSACTION, SECONDS_A_TRANSACTION
from communique.sources.item import RawItem, Rejection, rejection_of

if TYPE_CHECKING:
    from communique.archive.archive import Archive
    from communique.archive.batch import Batch
    from communique.archive.copies import CopyWatch

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one report on its way into the archive.

    "aside" is kept and not coded: it is in another language, holds no diplomacy, or is a near copy; `why` is then one
    of "language", "triage" and "copy". `report_id` is absent where it was rejected. `reason` says why it was rejected
    or set aside, `hint` what to try.
    """

    what: Literal["new", "known", "aside", "rejected"]
    source: str
    report_id: str | None = None
    reason: str = ""
    hint: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Coded:
    """A report with its record."""

    sorted: Sorted
    record: CodedReport


@dataclass(frozen=True, slots=True)
class Known:
    """A report whose text is known: `item` is there where it was found in another place than before."""

    source: str
    report_id: str
    item: RawItem | None = None
    page: bytes | None = None


type Result = Coded | Sorted | Known | Rejection


class Keeper:
    """Writes results in transactions of a bounded size and time.

    `code` codes a report here and now: a near copy whose original could not be kept is coded in its place.
    """

    def __init__(
        self, archive: "Archive", copies: "CopyWatch", *, again: bool, code: Callable[[Sorted], Coded | Rejection]
    ) -> None:
        self._archive = archive
        self._copies = copies
        self._again = again
        self._code = code
        self._waiting: list[Result] = []
        self._since = time.monotonic()

    def take(self, result: Result) -> Iterator[Outcome]:
        """Take in one result; yield the outcomes of those that are kept with it, in their order."""
        self._waiting.append(result)
        if len(self._waiting) >= REPORTS_A_TRANSACTION or time.monotonic() - self._since >= SECONDS_A_TRANSACTION:
            yield from self.keep()

    def keep(self) -> list[Outcome]:
        """Keep all that was taken in; return what became of it."""
        results, self._waiting = self._waiting, []
        outcomes = self._keep(results)
        for outcome in outcomes:
            self._copies.forget(outcome.report_id or "")
        self._since = time.monotonic()
        return outcomes

    def _keep(self, results: list[Result]) -> list[Outcome]:
        """Write results in one transaction; each in its own where the record of one does not fit."""
        if all(isinstance(result, Known) and result.item is None for result in results):
            return [_outcome_of_known(result) for result in results if isinstance(result, Known)]
        try:
            with self._archive.batch() as batch:
                return [self._keep_one(result, batch) for result in results]
        except CodingError as error:
            if len(results) > 1:
                return [outcome for result in results for outcome in self._keep([result])]
            _log.exception("keeping %s failed", _source_of(results[0]))
            return self._keep([rejection_of(_source_of(results[0]), error, detail=traceback.format_exc())])

    def _keep_one(self, result: Result, batch: "Batch") -> Outcome:
        if isinstance(result, Rejection):
            batch.reject(result)
            return Outcome(what="rejected", source=result.source, reason=result.reason, hint=result.hint)
        if isinstance(result, Known):
            if result.item is not None:
                batch.meet_again(result.report_id, result.item)
            if result.page:
                batch.take_page(result.page, result.report_id)
            return _outcome_of_known(result)
        if isinstance(result, Sorted):
            return self._keep_aside(result, batch)
        chosen, record = result.sorted, result.record
        is_new = batch.add(record, extra=chosen.item.extra, again=self._again, bands=chosen.bands)
        if chosen.page:
            batch.take_page(chosen.page, record.report.id)
        return Outcome(what="new" if is_new else "known", source=chosen.item.source, report_id=record.report.id)

    def _keep_aside(self, result: Sorted, batch: "Batch") -> Outcome:
        item, aside = result.item, result.aside
        if aside is None or (aside.copy and not batch.is_known(aside.copy.original)):
            return self._keep_one(self._code(replace(result, aside=None)), batch)
        is_new = batch.set_aside(item, aside)
        report_id = id_of_text(item.text)
        if result.page:
            batch.take_page(result.page, report_id)
        if not is_new:
            return Outcome(what="known", source=item.source, report_id=report_id)
        return Outcome(what="aside", source=item.source, report_id=report_id, reason=aside.reason, why=aside.why)


def _outcome_of_known(result: Known) -> Outcome:
    return Outcome(what="known", source=result.source, report_id=result.report_id)


def _source_of(result: Result) -> str:
    if isinstance(result, Coded):
        return result.sorted.item.source
    return result.item.source if isinstance(result, Sorted) else result.source
