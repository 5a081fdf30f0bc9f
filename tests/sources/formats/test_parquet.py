"""Tables in Parquet, and what can be wrong with them."""

import datetime as dt
import io
import random
from itertools import islice
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from communique.errors import SourceError, UnreadableReport
from communique.sources.intake import read_raw
from communique.sources.item import Found, RawItem, Rejection
from communique.sources.raw import Raw


def written(table: Any, **options: Any) -> bytes:
    out = io.BytesIO()
    parquet.write_table(table if isinstance(table, pa.Table) else pa.table(table), out, **options)
    return out.getvalue()


def found_in(content: bytes, **options: Any) -> list[Found]:
    return list(read_raw(Raw("folder/table.parquet", io.BytesIO(content), **options)))  # type: ignore[arg-type]


DAY = dt.datetime(2019, 3, 5, 8, 12)  # noqa: DTZ001

# a column of another kind, what is kept of its value
KINDS: list[tuple[Any, Any]] = [
    (pa.array([DAY], pa.timestamp("s")), "2019-03-05T08:12:00"),
    (pa.array([1551773520000000001], pa.timestamp("ns")), "2019-03-05T08:12:00"),
    (pa.array([DAY], pa.timestamp("us", "Mars/Olympus")), "2019-03-05T08:12:00+00:00"),
    (pa.array([2**62], pa.timestamp("us")), None),
    (pa.array([DAY.date()]), "2019-03-05"),
    (pa.array(["word"]).dictionary_encode(), "word"),
    (pa.array(["word"], pa.large_string()), "word"),
    (pa.array([b"word"]), "word"),
    (pa.array([b"\xff\xfe"]), None),
    (pa.array([float("nan")]), None),
    (pa.array([True]), True),
    (pa.array([{"a": [DAY.date()]}]), {"a": ["2019-03-05"]}),
    (pa.array([[("a", 1)]], pa.map_(pa.string(), pa.int8())), [["a", 1]]),
    (pa.array([None], pa.null()), None),
]


@pytest.mark.parametrize(("column", "kept"), KINDS, ids=[str(column.type) for column, _ in KINDS])
def test_values_of_every_kind_are_kept_as_json_holds_them(column: Any, kept: Any) -> None:
    (item,) = found_in(written({"text": ["Envoys met."], "other": column}))
    assert isinstance(item, RawItem)
    assert item.extra == {"other": kept}
    assert item.source == "folder/table.parquet:1"


def test_days_are_days_of_publication() -> None:
    (item,) = found_in(written({"text": ["Envoys met."], "published": [DAY.date()]}))
    assert isinstance(item, RawItem)
    assert item.published == "2019-03-05"


def test_the_map_names_columns_and_fields_within_them() -> None:
    content = written({"article": [{"body": "Envoys met.", "words": 2}], "Date": ["2019-03-05"]})
    (item,) = found_in(content, columns={"text": "article.body", "published": "date"})
    assert isinstance(item, RawItem)
    assert (item.text, item.published, item.extra) == ("Envoys met.", "2019-03-05", {"article": {"words": 2}})


TWICE = pa.table([["a"], ["b"]], names=["text", "text"])

# a table, its map, a word of the reason
BAD: list[tuple[bytes, dict[str, str], str]] = [
    (written({"body": ["a"]}), {}, "no column text"),
    (written({"text": ["a"]}), {"text": "body"}, "no column body"),
    (written(TWICE), {}, "two columns"),
    (written({"text": ["a"]})[:-9], {}, "broken"),
    (b"PAR1", {}, "broken"),
    (b"PARE" + bytes(99), {}, "encrypted"),
]


@pytest.mark.parametrize(("content", "columns", "reason"), BAD)
def test_a_table_that_is_none_is_refused(content: bytes, columns: dict[str, str], reason: str) -> None:
    with pytest.raises(UnreadableReport, match=reason) as refused:
        found_in(content, columns=columns)
    assert refused.value.hint


def test_a_bad_row_is_rejected_by_its_number() -> None:
    content = written({"text": ["a", None, " ", "x" * 9000, "b"]})
    first, null, blank, large, last = found_in(content, largest=5000)
    assert isinstance(first, RawItem)
    assert isinstance(last, RawItem)
    bad = [one for one in (null, blank, large) if isinstance(one, Rejection)]
    assert [one.source.rpartition(":")[2] for one in bad] == ["2", "3", "4"]
    assert "MB" in bad[2].reason


def test_a_table_is_never_held_whole() -> None:
    text = [random.Random(number).randbytes(1500).hex() for number in range(20_000)]
    content = written({"text": text}, row_group_size=20_000, compression="zstd")
    before, most, count = pa.total_allocated_bytes(), 0, 0
    for _ in read_raw(Raw("table.parquet", io.BytesIO(content))):  # type: ignore[arg-type]
        count += 1
        most = max(most, pa.total_allocated_bytes() - before)
    assert count == 20_000
    assert most < 30_000_000 < len("".join(text))


def test_a_large_text_that_recurs_is_held_once() -> None:
    once = pa.array(["x" * 5_000_000])
    recurring = pa.DictionaryArray.from_arrays(pa.array([0] * 5000, pa.int32()), once)
    raw = Raw("table.parquet", io.BytesIO(written({"text": recurring}, compression="zstd")))  # type: ignore[arg-type]
    before, most = pa.total_allocated_bytes(), 0
    for found in islice(read_raw(raw), 3):
        assert isinstance(found, RawItem)
        most = max(most, pa.total_allocated_bytes() - before)
    assert most < 60_000_000


GOOD = written({"text": ["Envoys met.", "They left."], "id": ["a", "b"]})


@settings(max_examples=150, deadline=5000)
@given(st.data())
def test_damage_gives_reports_rejections_or_one_error(data: st.DataObject) -> None:
    content = bytearray(GOOD)
    for place in data.draw(st.lists(st.integers(4, len(content) - 1), min_size=1, max_size=4)):
        content[place] = data.draw(st.integers(0, 255))
    try:
        found = found_in(bytes(content))
    except SourceError:
        return
    assert all(one.source for one in found)
