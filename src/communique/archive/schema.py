"""The tables of the archive as they are now; how they came about is told by the numbered files under `migrations/`.

Records hang on a coded report and are counted by their position in it. `start` and `stop` are characters of the
report's text, half-open. Days (`first_day`, `last_day`) bound a date of any precision, so that dates can be compared.
"""

from sqlalchemy import Column, Float, Integer, LargeBinary, MetaData, Table, Text

tables = MetaData()


def _text(name: str, *, absent: bool = False, key: bool = False) -> Column[str]:
    return Column(name, Text, nullable=absent, primary_key=key)


def _number(name: str, *, absent: bool = False, key: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=absent, primary_key=key)


def _measure(name: str, *, absent: bool = False) -> Column[float]:
    return Column(name, Float, nullable=absent)


def _maybe(*names: str) -> list[Column[str]]:
    return [_text(name, absent=True) for name in names]


def _maybe_span(name: str) -> list[Column[int]]:
    return [_number(f"{name}_start", absent=True), _number(f"{name}_stop", absent=True)]


def _span() -> list[Column[int]]:
    return [_number("start"), _number("stop")]


def _record(name: str, *columns: Column[str] | Column[int] | Column[float], within: str | None = None) -> Table:
    """A table of records: those of a coded report, or those `within` one record of it."""
    keys = ["coded", within, "position"] if within else ["coded", "position"]
    return Table(name, tables, *(_number(key, key=True) for key in keys), *columns)


runs = Table(
    "runs", tables, _number("key", key=True), _text("version"), _text("model"), _text("model_version"),
    _text("settings"), _text("started"),
)  # fmt: skip
reports = Table(
    "reports", tables, _number("key", key=True), _text("id"), _text("source"), *_maybe("headline"), _text("text"),
    _text("extra"), _text("added"), _number("newest", absent=True),
)  # fmt: skip
appearances = Table(
    "appearances", tables, _number("report", key=True), _text("source", key=True),
    *_maybe("outlet", "url", "published"),
)  # fmt: skip
coded_reports = Table(
    "coded_reports", tables, _number("key", key=True), _number("report"), _number("run"), _text("source"),
    *_maybe("url", "outlet", "headline", "published", "language"),
    *_maybe("dateline_place", "dateline_country", "dateline_date", "dateline_agency"), *_maybe_span("dateline"),
)  # fmt: skip
captions = _record("captions", *_maybe("credit"), *_span())
credits_ = _record("credits", _text("role"), _text("name"), *_span())

actors = _record("actors", _text("id"), _text("kind"), _text("name"), _text("slug"), *_maybe("country"))
mentions = _record("mentions", *_span(), within="actor")
capacities = _record(
    "capacities", _text("title"), *_maybe("held_of", "country"), _number("former"), *_span(), within="actor"
)

events = _record(
    "events", _text("id"), _text("kind"), *_maybe("mode"), _text("status"), _number("background"),
    *_maybe("date_value", "date_end", "date_text", "date_basis"), *_maybe_span("date"),
    *_maybe("first_day", "last_day"), *_maybe("place_name", "place_country"), _measure("place_lat", absent=True),
    _measure("place_lon", absent=True), *_maybe_span("place"), _number("has_body"),
    *_maybe("body_name", "body_session"), _number("body_ordinal", absent=True),
    *_maybe_span("body"), *_maybe("visit_type", "invitation_by", "cameo", "plover"), _number("quad", absent=True),
    _measure("goldstein", absent=True), _number("trigger_start"), _number("trigger_stop"), _measure("confidence"),
)  # fmt: skip
event_topics = _record("event_topics", _text("topic"), within="event")
event_evidence = _record("event_evidence", *_span(), within="event")
participants = _record(
    "participants", _text("actor"), _text("name"), _text("slug"), *_maybe("country"), _text("role"),
    *_maybe("capacity"), *_span(), within="event",
)  # fmt: skip

statements = _record(
    "statements", _text("id"), _text("form"), _text("act"), *_maybe_span("cue"),
    *_maybe("addressee", "reported_by", "event", "cameo", "plover"), _number("quad", absent=True),
    _measure("goldstein", absent=True), _measure("confidence"),
)  # fmt: skip
statement_speakers = _record("statement_speakers", *_maybe("actor", "name", "slug"), within="statement")
statement_content = _record("statement_content", *_span(), within="statement")
statement_countries = _record("statement_countries", _text("country"), within="statement")

formulas = _record("formulas", _text("text"), _text("family"), *_maybe("speaker"), *_span())
formula_countries = _record("formula_countries", _text("country"), within="formula")

promises = _record(
    "promises", _text("kind"), _text("what"), *_maybe("owed_by"), _text("strength"),
    *_maybe("due_value", "due_end", "due_text"), *_maybe_span("due"), *_maybe("first_day", "last_day"), *_span(),
)  # fmt: skip

set_aside = Table(
    "set_aside", tables, _number("report", key=True), _text("why"), _text("reason"), *_maybe("language"),
    _measure("score", absent=True), _number("original", absent=True), _measure("likeness", absent=True),
)  # fmt: skip
differences = Table(
    "differences", tables, _number("report", key=True), _number("position", key=True), _text("kind"),
    _number("original_start"), _number("original_stop"), *_span(),
)  # fmt: skip
bands = Table("bands", tables, _number("band", key=True), _number("report", key=True))
pages = Table("pages", tables, Column("digest", LargeBinary, primary_key=True), _number("report"))

rejections = Table(
    "rejections", tables, _text("source", key=True), _text("reason", key=True), _text("hint"), _text("detail"),
    _text("version"), _text("seen"),
)  # fmt: skip

claims = Table(
    "claims", tables, _number("coded", key=True), _number("position", key=True), _number("first", absent=True),
    _number("last", absent=True), _number("occasion"), _number("main"),
)  # fmt: skip
linked = Table("linked", tables, _number("coded", key=True))
blocks = Table("blocks", tables, _number("block", key=True), _number("coded", key=True), _number("position", key=True))
links = Table(
    "links", tables, _number("coded", key=True), _number("position", key=True), _number("other_coded", key=True),
    _number("other_position", key=True), _measure("score"), _text("reasons"),
)  # fmt: skip
occasions = Table(
    "occasions", tables, _number("key", key=True), _text("id"), _text("kind"), _number("first", absent=True),
    _number("last", absent=True), _number("claims"), _number("outlets"),
)  # fmt: skip
judgements = Table(
    "judgements", tables, _text("about", key=True), _text("one", key=True), _number("one_start", key=True),
    _text("other", key=True), _number("other_start", key=True), _text("verdict"), _text("reason"), _text("made"),
)  # fmt: skip

RECORDS = (
    captions, credits_, actors, mentions, capacities, events, event_topics, event_evidence, participants, statements,
    statement_speakers, statement_content, statement_countries, formulas, formula_countries, promises,
)  # fmt: skip
