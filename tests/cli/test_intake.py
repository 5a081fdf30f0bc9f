import json
from pathlib import Path

import pytest

from communique.cli.intake import code_sources, tell_rejection
from communique.coding.record import CodedReport
from communique.sources.item import Rejection


def test_records_and_rejections_come_in_the_order_of_the_names(tmp_path: Path) -> None:
    one, two = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    one.write_text(json.dumps({"id": "one", "text": "Rain fell."}))
    two.write_text(json.dumps({"id": "two", "text": "Snow fell."}))
    outcomes = list(code_sources([str(two), str(tmp_path / "none.txt"), str(one)]))
    assert [type(outcome) for outcome in outcomes] == [CodedReport, Rejection, CodedReport]
    texts = [outcome.report.text for outcome in outcomes if isinstance(outcome, CodedReport)]
    assert texts == ["Snow fell.", "Rain fell."]


def test_a_rejection_names_source_reason_and_what_to_try(capsys: pytest.CaptureFixture[str]) -> None:
    tell_rejection(Rejection(source="a\x1b[2J.txt", reason="[red]broken[/red]", hint="Mend it."))
    out, err = capsys.readouterr()
    assert out == ""
    assert "a␛[2J.txt" in err
    assert "[red]broken[/red]" in err
    assert "Mend it." in err
