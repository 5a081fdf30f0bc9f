"""Set what two reports say side by side: statements, promises and formulas go in, pairs with scores come out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from communique.coding.record import CodedReport, Formula, Promise, Statement
from communique.linking.comparing.words import Passage
from communique.linking.people.names import compare_names

# What a pairing of two statements rests on; the parts add up to 1.
_WORDS, _ACT, _SPEAKER, _THINGS, _TOPICS = 0.45, 0.15, 0.15, 0.1, 0.15
# Below this, two statements are about different things.
LEAST_LIKE = 0.34
_NEAR_ACTS = (
    frozenset({"state", "reaffirm", "agree"}), frozenset({"urge", "demand", "ask", "propose"}),
    frozenset({"warn", "concern", "criticise", "reject", "deny", "regret"}),
    frozenset({"praise", "welcome", "thank", "congratulate", "hope"}), frozenset({"pledge", "agree", "reaffirm"}),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pairing[Item]:
    """Two items of two reports that answer each other, or one that stands alone; `score` is from 0 to 1."""

    one: Item | None
    other: Item | None
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with its words and speakers, ready to be compared."""

    statement: Statement
    text: str
    passage: Passage
    speakers: tuple[str, ...]


def said_in(coded: CodedReport) -> list[Said]:
    """The statements of a report, in the order of its text."""
    text = coded.report.text
    found = []
    for statement in coded.statements:
        words = " ".join(span.of(text) for span in statement.content)
        found.append(Said(statement, words, Passage.of(words), statement.speaker_names))
    return sorted(found, key=lambda said: said.statement.content[0].start if said.statement.content else -1)


def align_statements(ours: Sequence[Said], theirs: Sequence[Said]) -> list[Pairing[Said]]:
    """Pair statements that say the like, the likest first; those without an answer stand alone, all in text order."""
    return align(ours, theirs, likeness_of_statements, least=LEAST_LIKE)


def likeness_of_statements(one: Said, other: Said) -> float:
    """How like two statements are, from 0 to 1: words, act, speaker, countries and numbers, topics."""
    overlap = one.passage.overlap(other.passage)
    if not overlap:
        return 0.0
    score = _WORDS * min(1.0, overlap * 1.6)
    score += _ACT * _acts_alike(one.statement.act, other.statement.act)
    score += _SPEAKER * (1.0 if same_speakers(one, other) else 0.0)
    things = set(one.statement.countries) | set(one.passage.numbers)
    other_things = set(other.statement.countries) | set(other.passage.numbers)
    score += _THINGS * _share(things, other_things)
    return score + _TOPICS * _share(set(one.passage.topics), set(other.passage.topics))


def same_speakers(one: Said, other: Said) -> bool:
    """Whether the two have a speaker in common."""
    return any(compare_names(ours, theirs) != "different" for ours in one.speakers for theirs in other.speakers)


def align_promises(one: CodedReport, other: CodedReport) -> list[Pairing[Promise]]:
    """Pair promises of one kind with words in common, or of one kind and one due date."""

    def likeness(ours: Promise, theirs: Promise) -> float:
        overlap = Passage.of(ours.what).overlap(Passage.of(theirs.what))
        dues = ours.due and theirs.due and ours.due.value and ours.due.value == theirs.due.value
        return overlap * 0.6 + (0.2 if ours.kind == theirs.kind else 0.0) + (0.3 if dues else 0.0)

    return align(one.promises, other.promises, likeness, least=LEAST_LIKE)


def align_formulas(one: CodedReport, other: CodedReport) -> list[Pairing[Formula]]:
    """Pair formulas of one family in the same words, save for their endings."""

    def likeness(ours: Formula, theirs: Formula) -> float:
        alike = Passage.of(ours.text).words == Passage.of(theirs.text).words
        return 1.0 if alike and ours.family == theirs.family else 0.0

    return align(_once(one.formulas), _once(other.formulas), likeness, least=1.0)


def align[Item](
    ours: Sequence[Item], theirs: Sequence[Item], likeness: Callable[[Item, Item], float], *, least: float
) -> list[Pairing[Item]]:
    """Pair items one to one, the likest first, ties in text order; those below `least` stand alone.

    Ours come in their order, then what theirs alone have.
    """
    scores = [(likeness(one, other), place, at) for place, one in enumerate(ours) for at, other in enumerate(theirs)]
    partner: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for score, place, at in sorted(scores, key=lambda found: (-found[0], found[1], found[2])):
        if score >= least and place not in partner and at not in taken:
            partner[place] = (at, score)
            taken.add(at)
    pairs: list[Pairing[Item]] = []
    for place, one in enumerate(ours):
        found = partner.get(place)
        pairs.append(Pairing(one, theirs[found[0]], round(found[1], 2)) if found else Pairing(one, None))
    return pairs + [Pairing(None, other) for at, other in enumerate(theirs) if at not in taken]


def _acts_alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    return 0.5 if any({one, other} <= group for group in _NEAR_ACTS) else 0.0


def _share(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


def _once(formulas: Sequence[Formula]) -> list[Formula]:
    return list({(formula.family, formula.text.lower()): formula for formula in reversed(formulas)}.values())[::-1]
