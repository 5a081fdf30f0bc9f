"""What is read back is what was kept, for any record at all."""

import dataclasses
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from communique.archive.archive import Archive
from communique.coding.record import CodedReport
from communique.report.span import Span

st.register_type_strategy(Span, st.builds(Span, st.integers(0, 2**40), st.integers(0, 2**40)))
st.register_type_strategy(int, st.integers(-(2**60), 2**60))
# SQLite keeps no sign for nothing: -0.0 comes back as 0.0.
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False).map(lambda value: value + 0.0))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """One archive for all of them."""
    with Archive(tmp_path_factory.mktemp("shared") / "a.sqlite", create=True) as archive:
        yield archive


# Shrinking a whole record takes minutes and shows little.
@settings(
    max_examples=40, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
@given(st.from_type(CodedReport))
def test_any_record_comes_back_as_it_was(shared: Archive, coded: CodedReport) -> None:
    report_id = f"{shared.counts().reports:064x}"
    coded = dataclasses.replace(coded, report=dataclasses.replace(coded.report, id=report_id))
    assert shared.add(coded)
    assert shared.coded(report_id) == coded
    assert shared.coded(report_id).to_json() == coded.to_json()
