"""The tree of errors is the one drawn, and every error says what happened, with which value, and what to try."""

import inspect
import pickle

import pytest

from communique import errors
from communique.errors import CommuniqueError


def drawn_tree() -> dict[str, str]:
    """The tree at the top of the module, each error with the one above it."""
    tree: dict[str, str] = {}
    assert errors.__doc__ is not None
    for line in errors.__doc__.splitlines():
        if not line.startswith("  "):
            continue
        branch, *leaves = line.replace(",", " ").split()
        tree[branch] = "CommuniqueError"
        tree.update(dict.fromkeys(leaves, branch))
    return tree


def real_tree() -> dict[str, str]:
    """The tree as the classes have it."""
    classes = inspect.getmembers(errors, lambda member: inspect.isclass(member) and issubclass(member, CommuniqueError))
    return {name: cls.__base__.__name__ for name, cls in classes if cls is not CommuniqueError}


LEAVES = [getattr(errors, name) for name, above in real_tree().items() if above != "CommuniqueError"]
ALL = [CommuniqueError, *(getattr(errors, name) for name in real_tree())]


def test_the_tree_is_drawn_as_it_is() -> None:
    assert drawn_tree() == real_tree()


@pytest.mark.parametrize("error", ALL, ids=lambda cls: cls.__name__)
def test_the_message_holds_value_reason_report_and_hint(error: type[CommuniqueError]) -> None:
    raised = error("the value", reason="the reason", report="the report", hint="Try this.")
    assert (raised.value, raised.reason, raised.report, raised.hint) == (
        "the value", "the reason", "the report", "Try this.",
    )  # fmt: skip
    for part in ("the value", "the reason", "the report", "Try this."):
        assert part in str(raised)


@pytest.mark.parametrize("error", ALL, ids=lambda cls: cls.__name__)
def test_every_error_says_when_it_is_raised(error: type[CommuniqueError]) -> None:
    assert error.__doc__
    assert error.__doc__ != CommuniqueError.__doc__ or error is CommuniqueError


@pytest.mark.parametrize("error", LEAVES, ids=lambda cls: cls.__name__)
def test_every_leaf_says_in_its_own_words_what_happened(error: type[CommuniqueError]) -> None:
    assert error.what != CommuniqueError.what
    assert error.what in str(error("x"))


@pytest.mark.parametrize("error", ALL, ids=lambda cls: cls.__name__)
def test_an_error_crosses_from_one_process_to_another(error: type[CommuniqueError]) -> None:
    raised = error("the value", reason="the reason", report="the report", hint="Try this.")
    copy = pickle.loads(pickle.dumps(raised))
    assert type(copy) is error
    assert str(copy) == str(raised)
    assert copy.__dict__ == raised.__dict__


def test_an_empty_hint_silences_the_standing_advice() -> None:
    assert str(errors.SourceNotFound("x", hint="")) == "no such file or folder: x"
    assert errors.SourceNotFound.advice in str(errors.SourceNotFound("x"))
