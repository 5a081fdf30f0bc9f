"""What a coding was made with: nothing goes in, the version, model and settings of this installation come out."""

import json
import platform
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Self

from communique.language.parser import model_name


@dataclass(frozen=True, slots=True, kw_only=True)
class RunStart:
    """The beginning of a run. `settings` is JSON; `started` is UTC, fine enough to tell runs apart."""

    version: str
    model: str
    model_version: str
    settings: str
    started: str

    @classmethod
    def here(cls) -> Self:
        """A run of this installation that begins now."""
        model, model_version = model_name()
        settings = {"python": platform.python_version(), "spacy": version("spacy")}
        return cls(
            version=version("communique"), model=model, model_version=model_version,
            settings=json.dumps(settings, sort_keys=True), started=now(),
        )  # fmt: skip


def now() -> str:
    """This moment in UTC."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
