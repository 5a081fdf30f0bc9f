"""What an archive offers on occasions: linking what is new, listing and showing occasions, judging which are one."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import batched

from sqlalchemy import Connection, Engine, delete, select

from communique.archive import schema
from communique.archive.connection import reading, writing
from communique.archive.links.bodies import FoundBody, list_bodies
from communique.archive.links.docket import DocketEntry, read_docket
from communique.archive.links.judging import Judgement, Verdict, forget, judge, list_judgements
from communique.archive.links.linker import count_unlinked, has_old_codings, link_some, regroup, unlinked
from communique.archive.links.memory import ClaimMemory
from communique.archive.links.phrases import formula_history
from communique.archive.links.readouts import previous_readout, shared_events
from communique.archive.links.showing import FoundOccasion, ShownOccasion, find_occasions, occasion_of, show_occasion
from communique.archive.names import read_name
from communique.archive.reports import show_report
from communique.coding.record import CodedReport
from communique.errors import InvalidQuery
from communique.linking.comparing.comparison import Comparison, compare_readouts
from communique.linking.occasions import ClaimKey
from communique.linking.phrases.history import History
from communique.settings import FOUND_LIMIT, REPORTS_A_LINKING

_DERIVED = (schema.links, schema.claims, schema.blocks, schema.linked, schema.occasions)


class Links:
    """The links of one archive."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def link(self, *, anew: bool = False, tell: Callable[[int], None] | None = None) -> int:
        """Link the reports that are not linked yet, all of them with `anew`; return how many there were.

        Each transaction links some hundred reports; `tell` gets the number of each. What people have judged stands.
        """
        if anew:
            with writing(self._engine) as connection:
                for table in _DERIVED:
                    connection.execute(delete(table))
        done, memory = 0, ClaimMemory()
        while (keys := self._unlinked()) or self._is_stale():
            for some in batched(keys, REPORTS_A_LINKING) if keys else [()]:
                with writing(self._engine) as connection:
                    count = link_some(connection, memory, some)
                done += count
                if tell and count:
                    tell(count)
        return done

    def unlinked(self) -> int:
        """How many coded reports are not linked yet."""
        with reading(self._engine) as connection:
            return count_unlinked(connection)

    def _unlinked(self) -> list[int]:
        with reading(self._engine) as connection:
            return unlinked(connection)

    def _is_stale(self) -> bool:
        """Whether claims are linked whose report has a newer coding."""
        with reading(self._engine) as connection:
            return has_old_codings(connection)

    def occasions(self, *, least: int = 1, limit: int | None = FOUND_LIMIT) -> tuple[FoundOccasion, ...]:
        """The occasions that `least` tellings or more have, the latest first."""
        with reading(self._engine) as connection:
            return tuple(find_occasions(connection, least=least, limit=limit))

    def show(self, name: str) -> ShownOccasion:
        """The occasion of this name ("o:…"); InvalidQuery where none has it."""
        with reading(self._engine) as connection:
            return show_occasion(connection, name)

    def occasion_of(self, event: str) -> str | None:
        """The name of the occasion that the event of this name ("e:…") is a telling of; None where it is not linked."""
        with reading(self._engine) as connection:
            return occasion_of(connection, self._claim(connection, event)[0])

    def compare(self, one: str, other: str | None = None) -> Comparison:
        """Compare two reports by their names ("report:…"); without the second, one with the readout before it.

        That is the one by the same outlet on the last act of the same family between the same countries. InvalidQuery
        where a name means no coded report, or where there is none before.
        """
        with reading(self._engine) as connection:
            ours = self._report(connection, one)
            if other is None:
                before = previous_readout(connection, ours.report.id)
                if before is None:
                    raise InvalidQuery(
                        one, reason="no readout before it by the same outlet between the same countries is kept",
                        hint="Name two reports.",
                    )  # fmt: skip
                return compare_readouts(show_report(connection, before).coded, ours)
            theirs = self._report(connection, other)
            events = shared_events(connection, ours.report.id, theirs.report.id)
        return compare_readouts(ours, theirs, events=events)

    def promises(
        self, *, on: date, since: str | None = None, until: str | None = None, kind: str | None = None,
        by: str | None = None, country: str | None = None,
    ) -> tuple[DocketEntry, ...]:  # fmt: skip
        """The promises that answer, the earliest due first, with what became of each by the day `on`."""
        with reading(self._engine) as connection:
            found = read_docket(connection, on=on, since=since, until=until, kind=kind, by=by, country=country)
            return tuple(found)

    def bodies(self, *, least: int = 1, limit: int | None = FOUND_LIMIT) -> tuple[FoundBody, ...]:
        """The recurring bodies that at least so many reports tell of, those in the most reports first."""
        with reading(self._engine) as connection:
            return tuple(list_bodies(connection, least=least, limit=limit))

    def formula(self, words: str, *, countries: Sequence[str] = ()) -> History | None:
        """The history of the formulas that have all of `words`, between countries (codes) where some are given."""
        with reading(self._engine) as connection:
            return formula_history(connection, words, countries)

    def judge(self, one: str, other: str, verdict: Verdict, *, reason: str = "") -> Judgement:
        """Keep the judgement that two events are one occasion ("same") or not, or two people ("person:…") one person.

        The occasions follow at once, and whenever they are linked anew. Raises JudgementConflict where earlier
        judgements say otherwise over a third event, InvalidQuery where a name is none of an event.
        """
        with writing(self._engine) as connection:
            if slugs := _people(one, other):
                return judge(connection, (slugs[0], 0), (slugs[1], 0), verdict, about="person", reason=reason)
            ours, theirs = self._claim(connection, one), self._claim(connection, other)
            if ours[1] == theirs[1]:
                raise InvalidQuery(one, reason="both names are of one event", hint="Name two events.")
            judgement = judge(connection, ours[1], theirs[1], verdict, reason=reason)
            regroup(connection, [ours[0], theirs[0]], ClaimMemory())
        return judgement

    def forget(self, one: str, other: str) -> bool:
        """Take back the judgement on two events; False where there is none."""
        with writing(self._engine) as connection:
            if slugs := _people(one, other):
                return forget(connection, (slugs[0], 0), (slugs[1], 0), about="person")
            ours, theirs = self._claim(connection, one), self._claim(connection, other)
            done = forget(connection, ours[1], theirs[1])
            regroup(connection, [ours[0], theirs[0]], ClaimMemory())
        return done

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement, the earliest first."""
        with reading(self._engine) as connection:
            return tuple(list_judgements(connection))

    def _report(self, connection: Connection, words: str) -> CodedReport:
        name = read_name(words)
        if name.kind != "report":
            raise InvalidQuery(words, reason="that is no name of a report", hint="Names of reports begin with report:")
        return show_report(connection, name.key).coded

    def _claim(self, connection: Connection, words: str) -> tuple[ClaimKey, tuple[str, int]]:
        """The claim an event's name means, and the report and character by which a judgement remembers it."""
        name = read_name(words)
        if name.kind != "event":
            raise InvalidQuery(words, reason="that is no name of an event", hint="Names of events begin with e:")
        events, reports = schema.events, schema.reports
        query = select(events.c.coded, events.c.position, events.c.trigger_start, reports.c.id)
        query = query.join(reports, reports.c.newest == events.c.coded)
        query = query.where(reports.c.id >= name.key, reports.c.id < name.key + "g")
        rows = connection.execute(query.where(events.c.id.in_([f"e{name.record}", name.record or ""]))).all()
        if len(rows) != 1:
            raise InvalidQuery(words, reason="no event has that name", hint="communique find prints the names.")
        row = rows[0]
        return (row.coded, row.position), (row.id, row.trigger_start)


def _people(one: str, other: str) -> tuple[str, str] | None:
    """The slugs of two people by their names; None where neither is a person. InvalidQuery where only one is."""
    ours, theirs = read_name(one), read_name(other)
    if "person" not in (ours.kind, theirs.kind):
        return None
    if ours.kind != theirs.kind or ours.key == theirs.key:
        raise InvalidQuery(f"{one}, {other}", reason="they are not two people", hint="Name two people, or two events.")
    return ours.key, theirs.key
