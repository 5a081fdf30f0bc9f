"""Score the statements of one report: a Case goes in, its counts and differences are added to the tally."""

from collections.abc import Sequence

from communique.coding.record import Statement
from communique.evaluation.case import Case
from communique.evaluation.gold import GoldStatement
from communique.evaluation.names import is_same_name
from communique.evaluation.pairing import pair_best, unpaired
from communique.evaluation.wording import bare_words, likeness, overlaps_by_half
from communique.report.span import Span

_NEAR = 0.2  # from this share of common words on, another statement is shown as what was perhaps meant
_SHOWN = 140  # characters of a content


def score_statements(case: Case) -> None:
    """Count the statements whose words agree, and of those the speakers, acts and forms."""
    gold, coded = case.gold.statements, case.coded.statements if case.coded else ()
    pairs = _pair_words(case)
    right = pair_statements(case)
    case.tally.add("statement's words", len(pairs), len(gold), len(coded))
    case.tally.add("statement (words and speaker)", len(right), len(gold), len(coded))
    case.tally.add("statement's act", 0, 0, 0)
    case.tally.add("statement's form", 0, 0, 0)
    for i, j in right:
        _score_manner(case, gold[i], coded[j])
    for i, j in sorted(set(pairs) - set(right)):
        pattern = "nobody" if not coded[j].speaker_names else "somebody else"
        told, found = _list(gold[i].speakers), _list(coded[j].speaker_names)
        pattern = f"speaker: {pattern} ({gold[i].form})"
        case.note("statement (words and speaker)", pattern, gold=told, coded=found, span=_place(coded[j]))
    _note_unpaired(case, gold, coded, pairs)


def pair_statements(case: Case) -> list[tuple[int, int]]:
    """The statements of gold and record that agree in words and speakers, as pairs of their positions."""
    gold, coded = case.gold.statements, case.coded.statements if case.coded else ()
    pairs = _pair_words(case)
    return [(i, j) for i, j in pairs if has_same_speakers(gold[i].speakers, coded[j].speaker_names)]


def _pair_words(case: Case) -> list[tuple[int, int]]:
    coded = case.coded.statements if case.coded else ()
    return pair_best(case.gold.statements, coded, lambda one, other: _alikeness(case, one, other))


def has_same_speakers(gold: Sequence[str], coded: Sequence[str]) -> bool:
    """Whether at least half of gold's speakers are named, and nobody else."""
    pairs = pair_best(gold, coded, lambda one, other: float(is_same_name(one, other)))
    return bool(pairs) and len(pairs) == len(coded) and 2 * len(pairs) >= len(gold)


def _alikeness(case: Case, gold: GoldStatement, coded: Statement) -> float:
    if not overlaps_by_half(" ".join(gold.content), _content(case, coded)):
        return 0.0
    return 2.0 if has_same_speakers(gold.speakers, coded.speaker_names) else 1.0


def _score_manner(case: Case, gold: GoldStatement, coded: Statement) -> None:
    """Score act and form of a statement that agrees in words and speakers."""
    span = _place(coded)
    words = _shortened(_content(case, coded))
    if not case.tally.check("statement's act", agrees=gold.act == coded.act):
        case.note("statement's act", f"{gold.act} → {coded.act}", gold=gold.cue or "", coded=words, span=span)
    if not case.tally.check("statement's form", agrees=gold.form == coded.form):
        case.note("statement's form", f"{gold.form} → {coded.form}", gold=gold.cue or "", coded=words, span=span)


def _note_unpaired(
    case: Case, gold: Sequence[GoldStatement], coded: Sequence[Statement], pairs: Sequence[tuple[int, int]]
) -> None:
    """Note missed and added statements, each with the one of the other side that comes nearest in words."""
    task = "statement's words"
    missed, added = unpaired(pairs, len(gold), len(coded))
    words = {j: _content(case, coded[j]) for j in added}
    told = {i: " ".join(gold[i].content) for i in missed}
    for i in missed:
        near = max(added, key=lambda j: _shared(told[i], words[j]), default=None)
        is_near = near is not None and _shared(told[i], words[near]) >= _NEAR
        found = _shortened(words[near]) if near is not None and is_near else ""
        value = f"{_list(gold[i].speakers)}: {_shortened(told[i])}"
        pattern = f"missed: {'other extent' if is_near else gold[i].form}"
        span = case.place_of(gold[i].cue if _is_unique(case, gold[i].cue) else (gold[i].content or ("",))[0])
        case.note(task, pattern, gold=value, coded=found, span=span)
    for j in added:
        is_near = any(_shared(words[j], told[i]) >= _NEAR for i in missed)
        value = f"{_list(coded[j].speaker_names)}: {_shortened(words[j])}"
        pattern = f"not in gold: {'other extent' if is_near else coded[j].form}"
        case.note(task, pattern, coded=value, span=_place(coded[j]))


def _content(case: Case, coded: Statement) -> str:
    return " … ".join(case.words(span) for span in coded.content)


def _place(coded: Statement) -> Span | None:
    """The words to show for a statement: its cue, else the start of what is said."""
    return coded.cue or (coded.content[0] if coded.content else None)


def _shared(one: str, other: str) -> float:
    return likeness(bare_words(one), bare_words(other))


def _is_unique(case: Case, quote: str | None) -> bool:
    return bool(quote) and case.text.count(quote or "") == 1


def _shortened(words: str) -> str:
    return words if len(words) <= _SHOWN else words[:_SHOWN] + "…"


def _list(names: Sequence[str]) -> str:
    return ", ".join(names) or "nobody"
