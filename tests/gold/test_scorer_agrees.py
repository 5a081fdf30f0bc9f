"""Our figures are those of the scorer that comes with the gold, row for row."""

import json
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from communique.coding.record import (
    Body,
    CodedReport,
    Event,
    EventDate,
    Formula,
    Participant,
    Place,
    Promise,
    Published,
    Statement,
)
from communique.evaluation.gold import GoldReport, reports_beside
from communique.evaluation.scorer import score_reports
from communique.language.actors import Actor, Capacity
from communique.report.model import Dateline
from communique.report.span import Span


def figures_of_the_other(gold_files: Sequence[Path], coded: Sequence[CodedReport], folder: Path) -> object:
    scorer = gold_files[0].with_name("score.py")
    if not scorer.is_file():
        pytest.skip("no score.py beside the gold")
    gold, records = folder / "gold.jsonl", folder / "coded.jsonl"
    gold.write_bytes(b"\n".join(path.read_bytes().rstrip() for path in gold_files))
    records.write_bytes(b"\n".join(record.to_json() for record in coded))
    command = [sys.executable, str(scorer), str(gold), str(records), "--json"]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


def test_on_what_the_program_codes(
    gold_files: Sequence[Path], gold: Sequence[GoldReport], coded: Sequence[CodedReport], tmp_path: Path
) -> None:
    assert score_reports(gold, coded).figures() == figures_of_the_other(gold_files, coded, tmp_path)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_on_gold_with_faults_put_in(
    gold_files: Sequence[Path], gold: Sequence[GoldReport], tmp_path: Path, seed: int
) -> None:
    texts = {}
    for path in filter(None, map(reports_beside, gold_files)):
        for line in path.read_text("utf-8").splitlines():
            fields = json.loads(line)
            texts[fields["id"]] = fields["text"]
    spoiler = Spoiler(random.Random(seed))
    coded = [spoiler.spoil(report, texts[report.id]) for report in gold if not spoiler.happens(0.03)]
    ours = score_reports(gold, coded)
    assert ours.figures() == figures_of_the_other(gold_files, coded, tmp_path)
    assert 0.2 < ours.rows["event"].f1 < 1
    assert 0.2 < ours.rows["statement (words and speaker)"].f1 < 1


class Spoiler:
    """Makes a coded report of a hand-coded one, with faults of every sort at random places."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def happens(self, probability: float = 0.2) -> bool:
        return self.chance.random() < probability

    def spoil(self, gold: GoldReport, text: str) -> CodedReport:
        line = gold.dateline
        dateline = line and Dateline(
            place=self.name(line.place),
            country=None,
            date=self.other(line.date, "2001-01-01"),
            agency=None,
            span=Span(0, 5),
        )
        source = self.chance.choice([gold.id, f"reports/{gold.id}.txt", f"all.jsonl#{gold.id}", f"corpus:{gold.id}"])
        return CodedReport(
            report=Published(id="0", source=source, text=text, dateline=None if self.happens() else dateline),
            actors=tuple(
                Actor(
                    id="a", kind="person", name=self.name(post.name) or "",
                    capacities=(Capacity(title=self.name(post.title) or "", span=Span(0, 5)),),
                )
                for post in self.some(gold.capacities)
            ),
            events=tuple(self.event(event, text) for event in self.some(gold.events)),
            statements=tuple(
                Statement(
                    id="s", speakers=(), speaker_names=tuple(self.name(name) or "" for name in self.some(one.speakers)),
                    form=self.other(one.form, "direct"), act=self.other(one.act, "state"),
                    cue=None if self.happens() else self.place(text, one.cue),
                    content=tuple(self.place(text, piece) for piece in one.content),
                )
                for one in self.some(gold.statements)
            ),
            formulas=tuple(
                Formula(text=self.name(one.text) or "", family=one.family, span=self.place(text, one.text))
                for one in self.some(gold.formulas)
            ),
            promises=tuple(
                Promise(kind=one.kind, what="", span=self.place(text, one.quote)) for one in self.some(gold.promises)
            ),
        )  # fmt: skip

    def event(self, gold, text: str) -> Event:
        date, place, body = gold.date, gold.place, gold.body
        parties = tuple(
            Participant(
                actor="a", name=self.name(party.name) or "", country=self.other(party.country, None),
                role=self.other(party.role, "attendee"), capacity=self.name(party.capacity), span=Span(0, 5),
            )
            for party in self.some(gold.participants)
        )  # fmt: skip
        event = Event(
            id="e", kind=self.other(gold.kind, "visit"), mode=self.other(gold.mode, None),
            status=self.other(gold.status, "held"), background=gold.background != self.happens(),
            participants=parties, trigger=self.place(text, gold.trigger),
        )  # fmt: skip
        if date and not self.happens():
            event = replace(event, date=EventDate(value=self.other(date.value, "2001")))
        if place and not self.happens():
            event = replace(
                event, place=Place(name=self.name(place.name) or "", country=self.other(place.country, "TUV"))
            )
        if body and not self.happens():
            event = replace(event, body=Body(name=self.name(body.name), ordinal=self.other(body.ordinal, 99)))
        return event

    def some(self, items):
        kept = [item for item in items if not self.happens(0.15)]
        if self.happens():
            self.chance.shuffle(kept)
        return kept + kept[:1] if self.happens(0.1) else kept

    def other(self, value, instead):
        return instead if self.happens() else value

    def name(self, name: str | None) -> str | None:
        """A name shortened, turned round or with a title."""
        words = (name or "").split()
        if len(words) > 1 and self.happens():
            words.pop(self.chance.randrange(len(words)))
        if self.happens():
            words.insert(0, self.chance.choice(["President", "the", "Sir", "Other"]))
        if self.happens(0.1):
            words.reverse()
        return " ".join(words) if name else None

    def place(self, text: str, quote: str | None) -> Span:
        """Where a quotation stands, sometimes cut short, sometimes outside the text."""
        start = max(text.find(quote or "\0"), 0)
        length = len(quote or "x")
        if self.happens():
            length = max(1, self.chance.randrange(length + 1))
        return Span(start, len(text) + 9) if self.happens(0.02) else Span(start, start + length)
